//! How a project is shown, and what the caller may do with it.

use std::collections::HashMap;

use chrono::{DateTime, Utc};
use diesel_async::AsyncPgConnection;
use uuid::Uuid;

use super::dto::{Deliverable, Project as View, ProjectCan, ProjectDetail, ProjectLink, TopicLink};
use super::rules::calendar::lapses_at;
use super::store::{self, Project, TextsRow};
use crate::db::{amount_of, stored, stored_amount};
use crate::error::{Code, Error, Result};
use crate::features::follows::store as follows;
use crate::features::organizations::rules::membership_active;
use crate::features::organizations::store as organizations;
use crate::features::pledges::rules::coalition::Waking;
use crate::features::pledges::rules::explain::{Explanation, Words};
use crate::features::pledges::store as pledges;
use crate::features::supports::store as supports;
use crate::kernel::{Actor, Amount, Funding, Mode, OrganizationId, ProjectVisibility, Slug, Stage, markdown};
use crate::policy::{self, Can, ProjectAction, Verdict};

/// Who asks, and about which organisation's right to pledge.
pub struct Viewer<'a> {
    pub actor: &'a Actor,
    pub now: DateTime<Utc>,
    pub early_look: bool,
    pledgers: Vec<Pledger>,
    /// Whether they asked about one organisation.
    asked: bool,
}

/// An organisation the viewer might pledge for.
struct Pledger {
    id: OrganizationId,
    membership_active: bool,
}

impl<'a> Viewer<'a> {
    pub async fn new(
        conn: &mut AsyncPgConnection,
        actor: &'a Actor,
        asked: Option<&Slug>,
        now: DateTime<Utc>,
    ) -> Result<Self> {
        let rows = match (asked, actor.person()) {
            (Some(slug), _) => vec![organizations::find(conn, slug).await?],
            (None, Some(person)) => {
                let ids: Vec<Uuid> = person.memberships.iter().map(|member| member.organization.as_uuid()).collect();
                organizations::load(conn, &ids).await?
            }
            (None, None) => Vec::new(),
        };
        let early_look = match actor.person() {
            Some(person) => organizations::early_look(conn, person, now).await?,
            None => false,
        };
        let today = now.date_naive();
        let pledgers = rows.iter().map(|row| Pledger {
            id: row.id(),
            membership_active: membership_active(row.membership_starts, row.membership_ends, today),
        });
        Ok(Self { actor, now, early_look, pledgers: pledgers.collect(), asked: asked.is_some() })
    }

    pub fn sees_drafts(&self) -> bool {
        self.early_look || self.actor.person().is_some_and(|person| person.staff)
    }

    pub fn see(&self, project: &Project) -> Result<()> {
        policy::project(self.actor, ProjectAction::See, &project.stage(self.now)?, self.early_look).require()
    }
}

/// The project, if the caller may know of it. Whether a tier lets them is asked only where nothing else does.
pub async fn find_seen(
    conn: &mut AsyncPgConnection,
    actor: &Actor,
    slug: &Slug,
    now: DateTime<Utc>,
) -> Result<Project> {
    let project = store::find(conn, slug).await?;
    let stage = project.stage(now)?;
    let early_look = match actor.person() {
        Some(person) if !stage.public => organizations::early_look(conn, person, now).await?,
        _ => false,
    };
    policy::project(actor, ProjectAction::See, &stage, early_look).require()?;
    Ok(project)
}

/// These projects as cards, in their order.
pub async fn cards(conn: &mut AsyncPgConnection, viewer: &Viewer<'_>, projects: Vec<Project>) -> Result<Vec<View>> {
    let ids: Vec<Uuid> = projects.iter().map(|project| project.row.id).collect();
    let mut themes: HashMap<Uuid, TopicLink> = HashMap::new();
    let mut narratives: HashMap<Uuid, Vec<TopicLink>> = HashMap::new();
    for (id, is_theme, (slug, name)) in store::topics_of(conn, &ids).await? {
        let link = TopicLink { slug, name };
        if is_theme {
            themes.insert(id, link);
        } else {
            narratives.entry(id).or_default().push(link);
        }
    }
    let organizations: Vec<Uuid> = viewer.pledgers.iter().map(|pledger| pledger.id.as_uuid()).collect();
    let pledged = pledges::live_of(conn, &ids, &organizations).await?;
    let taking_part = supports::totals(conn, &ids).await?;
    let followed = match viewer.actor.person() {
        Some(person) => follows::followed(conn, person.id, &ids).await?,
        None => Vec::new(),
    };
    let mut views = Vec::with_capacity(projects.len());
    for project in projects {
        let id = project.row.id;
        let has_pledge = |organization: OrganizationId| pledged.contains(&(id, organization.as_uuid()));
        let mut view = view(viewer, project, &has_pledge)?;
        view.theme = themes.remove(&id);
        let totals = taking_part.get(&id).copied().unwrap_or_default();
        (view.supports, view.communities_served) = (totals.supports, totals.communities_served);
        (view.followers, view.following) = (totals.followers, followed.contains(&id));
        view.updates = totals.updates;
        view.narratives = narratives.remove(&id).unwrap_or_default();
        views.push(view);
    }
    Ok(views)
}

pub async fn card(conn: &mut AsyncPgConnection, viewer: &Viewer<'_>, project: Project) -> Result<View> {
    let mut cards = cards(conn, viewer, vec![project]).await?;
    cards.pop().ok_or_else(|| Error::new(Code::NotFound))
}

pub async fn detail(conn: &mut AsyncPgConnection, viewer: &Viewer<'_>, project: Project) -> Result<ProjectDetail> {
    let texts = store::texts(conn, project.id()).await?;
    Ok(with_texts(card(conn, viewer, project).await?, texts))
}

fn with_texts(project: View, texts: TextsRow) -> ProjectDetail {
    let deliverables: Vec<Deliverable> = serde_json::from_value(texts.deliverables).unwrap_or_default();
    let links: Vec<ProjectLink> = serde_json::from_value(texts.links).unwrap_or_default();
    ProjectDetail {
        project,
        problem_html: markdown::to_html(&texts.problem),
        problem: texts.problem,
        solution_html: markdown::to_html(&texts.solution),
        solution: texts.solution,
        implementation_html: markdown::to_html(&texts.implementation),
        implementation: texts.implementation,
        fit_html: markdown::to_html(&texts.fit),
        fit: texts.fit,
        research_html: markdown::to_html(&texts.research),
        research: texts.research,
        deliverables,
        links,
    }
}

fn view(viewer: &Viewer<'_>, project: Project, has_pledge: &dyn Fn(OrganizationId) -> bool) -> Result<View> {
    let stage = project.stage(viewer.now)?;
    let goal = project.goal()?;
    let pledged = project.pledged()?;
    let gap = project.gap(stage.funding)?;
    let tipping_point = tipping_point(&project, &stage, goal, pledged)?;
    let explanation = explain(&project, &stage, tipping_point, gap)?;
    let allowed = |action| policy::project(viewer.actor, action, &stage, viewer.early_look).can();
    let can = ProjectCan {
        edit: allowed(ProjectAction::Edit),
        publish: allowed(ProjectAction::Publish),
        extend: allowed(ProjectAction::Extend),
        settle: allowed(ProjectAction::Settle),
        close: allowed(ProjectAction::Close),
        deliver: allowed(ProjectAction::Deliver),
        move_in_queue: allowed(ProjectAction::MoveInQueue),
        post_update: allowed(ProjectAction::PostUpdate),
        pledge: can_pledge(viewer, &stage, has_pledge),
        support: can_support(viewer, &stage),
        follow: policy::follow(viewer.actor).can(),
    };
    let shared_and_open = stage.mode == Mode::Shared && stage.funding == Funding::Open;
    let (funded_at, closure) = (project.funded_at(viewer.now)?, project.closure(viewer.now)?);
    let Project { row, money } = project;
    Ok(View {
        id: row.id,
        slug: row.slug,
        title: row.title,
        summary: row.summary,
        theme: None,
        narratives: Vec::new(),
        visibility: stored(ProjectVisibility::parse(&row.visibility))?,
        funding: stage.funding,
        delivery: stage.delivery,
        queue_position: row.queue_position,
        mode: stage.mode,
        goal,
        goal_low: stored_amount(row.goal_low)?,
        goal_high: stored_amount(row.goal_high)?,
        currency: row.currency,
        minimum_pledge: amount_of(row.minimum_pledge)?,
        pledged,
        ceilings: amount_of(money.ceilings)?,
        waiting: amount_of(money.waiting)?,
        signed: amount_of(money.signed)?,
        collected: amount_of(money.collected)?,
        remaining: goal.map_or(Amount::ZERO, |goal| goal.less(pledged)),
        percent: percent(pledged, goal),
        backers: money.backers,
        waiters: money.waiters,
        supports: 0,
        communities_served: 0,
        followers: 0,
        updates: 0,
        following: false,
        covered: stage.covered,
        gap,
        tipping_point,
        level: if shared_and_open { stored_amount(money.level)? } else { None },
        explanation,
        pledge_by: row.pledge_by,
        time_zone: row.time_zone,
        closes_at: row.closes_at,
        lapses_at: lapses_at(stage.funding, row.closes_at),
        capacity_hours: row.capacity_hours,
        terms_version: row.terms_version,
        opened_at: row.opened_at,
        funded_at,
        done_at: row.done_at,
        closed_at: closure.as_ref().map(|closure| closure.at),
        close_reason: closure.as_ref().map(|closure| closure.reason),
        close_note: closure.map(|closure| closure.note),
        version: row.version,
        updated_at: row.updated_at,
        can,
    })
}

/// With one decimal, rounded down: 99.9 is not yet all of it.
fn percent(pledged: Amount, goal: Option<Amount>) -> String {
    let tenths = goal.map_or(0, |goal| i128::from(pledged.cents()) * 1000 / i128::from(goal.cents()));
    format!("{}.{}", tenths / 10, tenths % 10)
}

fn tipping_point(project: &Project, stage: &Stage, goal: Option<Amount>, pledged: Amount) -> Result<Option<Amount>> {
    let Some(goal) = goal.filter(|_| stage.takes_pledges()) else { return Ok(None) };
    let remaining = goal.less(pledged);
    match stage.mode {
        _ if stage.refills() => Ok(Some(remaining)),
        Mode::Fixed => Ok(Some(remaining).filter(|remaining| *remaining >= project.minimum().unwrap_or(Amount::ZERO))),
        Mode::Shared if project.money.backers + project.money.waiters > 0 => stored_amount(project.money.tipping_point),
        // Nobody is there yet: one pledge of all of it.
        Mode::Shared => Ok(Some(goal)),
    }
}

fn explain(project: &Project, stage: &Stage, tipping: Option<Amount>, gap: Amount) -> Result<Vec<Explanation>> {
    let words = Words(project.currency()?);
    let mut said = Vec::new();
    if stage.refills() {
        said.push(words.gap(gap));
    }
    if stage.funding != Funding::Open {
        return Ok(said);
    }
    let goal = project.firm_goal()?;
    match (stage.mode, tipping) {
        (Mode::Shared, _) if stage.covered => {
            said.push(words.covered(amount_of(project.money.ceilings)?.less(goal)));
        }
        (_, Some(amount)) => said.push(words.tipping_point(amount)),
        (Mode::Fixed, None) => said.push(words.remaining_completes(goal.less(project.pledged()?))),
        (Mode::Shared, None) => {}
    }
    let money = &project.money;
    if let (Some(amount), Some(pledges), Some(ceilings)) =
        (stored_amount(money.wakes_at)?, money.wakes_pledges, stored_amount(money.wakes_ceilings)?)
    {
        said.push(words.waking(&Waking { amount, pledges, ceilings }));
    }
    Ok(said)
}

fn can_pledge(viewer: &Viewer<'_>, stage: &Stage, has_pledge: &dyn Fn(OrganizationId) -> bool) -> Can {
    let one = |pledger: &Pledger| {
        policy::place(viewer.actor, pledger.id, pledger.membership_active, stage)
            .and_then(|| if has_pledge(pledger.id) { Verdict::Deny(Code::AlreadyPledged) } else { Verdict::Allow })
    };
    let closed = if stage.takes_pledges() { Verdict::Allow } else { Verdict::Deny(Code::ProjectNotOpen) };
    best(viewer, &one, closed).can()
}

fn can_support(viewer: &Viewer<'_>, stage: &Stage) -> Can {
    let one = |pledger: &Pledger| policy::give_support(viewer.actor, pledger.id, pledger.membership_active, stage);
    let gathers = matches!(stage.funding, Funding::Candidate | Funding::Open);
    best(viewer, &one, if gathers { Verdict::Allow } else { Verdict::Deny(Code::NotInThisState) }).can()
}

/// What the viewer may do for one of the organisations at least. `of_staff` holds for staff who asked about none: they
/// may act for any.
fn best(viewer: &Viewer<'_>, one: &dyn Fn(&Pledger) -> Verdict, of_staff: Verdict) -> Verdict {
    let verdicts: Vec<Verdict> = viewer.pledgers.iter().map(one).collect();
    let best = verdicts.iter().copied().find(|verdict| verdict.is_allowed()).or(verdicts.first().copied());
    best.unwrap_or_else(|| {
        debug_assert!(!viewer.asked);
        match viewer.actor.person() {
            None => Verdict::Deny(Code::Unauthenticated),
            Some(person) if person.acts_as_staff() => of_staff,
            Some(_) => Verdict::Deny(Code::NotAMember),
        }
    })
}

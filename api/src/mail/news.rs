//! Mails about projects and pledges: what each says to the one person it is for.
//!
//! Always holds: a mail names a pledge, its amount and its organisation only to those who answer for it; others read
//! what every page shows. Whoever is no longer concerned when it goes out gets none.

use chrono::TimeDelta;
use minijinja::{Value, context};
use url::Url;

use super::compose::{Mail, language_of, page};
use super::{store, templates, words};
use crate::db::{Tx, stored};
use crate::error::Result;
use crate::features::follows::{links, store as follows};
use crate::features::people::store::{self as people, UserRow};
use crate::features::pledges::store::PledgeRow;
use crate::features::pledges::view::share_now;
use crate::features::projects::store::{self as projects, Project};
use crate::features::updates::store as updates;
use crate::kernel::{
    Amount, CloseReason, Email, Funding, Language, PledgeId, PledgeStatus, ProjectId, UpdateId, UpdateKind, UserId,
};
use crate::outbox::{PledgeNews, ProjectNews};
use crate::secrets::Keys;

/// What every composer needs.
#[derive(Clone, Copy)]
pub struct Desk<'a> {
    pub keys: &'a Keys,
    pub public_url: &'a Url,
}

/// Somebody, and what a project is to them.
struct Reader {
    person: UserRow,
    language: Language,
    project: Project,
    follows: bool,
    pledges: Vec<(PledgeRow, String)>,
}

impl Reader {
    /// `None` for somebody who is disabled.
    async fn of(tx: &mut Tx, project: ProjectId, user: UserId) -> Result<Option<Self>> {
        let person = people::find(tx.conn().await?, user).await?;
        if person.disabled_at.is_some() {
            return Ok(None);
        }
        let language = language_of(&person)?;
        let follows = follows::is_there(tx.conn().await?, project, user).await?;
        let pledges = store::pledges_of(tx.conn().await?, project, user).await?;
        let project = projects::find_by_id(tx.conn().await?, project).await?;
        Ok(Some(Self { person, language, project, follows, pledges }))
    }

    fn is_concerned(&self) -> bool {
        self.follows || !self.pledges.is_empty()
    }

    fn keep_pledges(&mut self, keep: impl Fn(&PledgeRow) -> bool) {
        self.pledges.retain(|(row, _)| keep(row));
    }

    fn money(&self, amount: Amount) -> String {
        words::money(amount, &self.project.row.currency, self.language)
    }

    /// The pledges they answer for, as templates read them.
    fn listed(&self, desk: Desk<'_>) -> Result<Vec<Value>> {
        let listed = self.pledges.iter().map(|(row, organization)| {
            let ended = row.status()? == PledgeStatus::Released;
            let reason = row.reason.as_deref().map(|reason| words::release_reason(reason, self.language));
            Ok(context! {
                organization,
                amount => self.money(row.amount()?),
                share => self.money(share_now(row, &self.project)?),
                ended,
                requested => row.status()? == PledgeStatus::Requested,
                reason,
                link => pledge_page(desk, row.id().as_uuid()).as_str(),
            })
        });
        listed.collect()
    }

    /// The mail, with the link that ends such mails if following is why it goes out.
    fn mail(&self, desk: Desk<'_>, template: &str, values: Value) -> Result<Mail> {
        let row = &self.project.row;
        let common = context! {
            name => &self.person.name,
            project => &row.title,
            link => page(desk.public_url, &format!("/projects/{}", row.slug)).as_str(),
            pledge_by => row.pledge_by.map(|day| words::day(day, self.language)),
            pledges => self.listed(desk)?,
            follows => self.follows,
            staff => self.person.staff,
        };
        let values = context! { ..values, ..common };
        let to = stored(Email::parse(&self.person.email))?;
        if !self.follows {
            return Ok(Mail { to, rendered: templates::render(template, self.language, values)?, unsubscribe: None });
        }
        let token = links::unsubscribe_token(desk.keys, self.person.id.into(), self.project.id());
        let mut leave = page(desk.public_url, "/unsubscribe");
        leave.set_fragment(Some(&format!("token={token}")));
        let values = context! { unsubscribe => leave.as_str(), ..values };
        let rendered = templates::render_with_foot(template, self.language, values)?;
        let unsubscribe = Some(page(desk.public_url, &format!("/api/v1/unsubscribe/{token}")).to_string());
        Ok(Mail { to, rendered, unsubscribe })
    }
}

fn pledge_page(desk: Desk<'_>, id: uuid::Uuid) -> Url {
    page(desk.public_url, &format!("/pledges/{id}"))
}

pub async fn of_project(
    tx: &mut Tx,
    desk: Desk<'_>,
    news: ProjectNews,
    project: ProjectId,
    user: UserId,
) -> Result<Option<Mail>> {
    let Some(mut reader) = Reader::of(tx, project, user).await? else { return Ok(None) };
    let staff_too = matches!(news, ProjectNews::Funded | ProjectNews::Missed) && reader.person.staff;
    let goal = reader.project.goal()?.map(|goal| reader.money(goal));
    let ended =
        |row: &PledgeRow, reasons: &[&str]| row.reason.as_deref().is_none_or(|reason| reasons.contains(&reason));
    let funding = reader.project.stage(tx.now())?.funding;
    let (template, values) = match news {
        // By now something else became of it, and that is a mail of its own.
        ProjectNews::Opened if funding != Funding::Open => return Ok(None),
        ProjectNews::Missed if funding != Funding::Missed => return Ok(None),
        // Who had an early look at a draft may have none by now.
        ProjectNews::Closed if !reader.project.is_public() && !reader.person.staff => return Ok(None),
        ProjectNews::Opened => {
            reader.keep_pledges(|_| false);
            ("project_opened", context! { goal })
        }
        ProjectNews::Funded => {
            reader.keep_pledges(|row| ended(row, &["condition_not_met", "project_funded"]));
            ("project_funded", context! { goal, backers => reader.project.money.backers })
        }
        ProjectNews::Missed => {
            reader.keep_pledges(|row| row.reason.is_none());
            ("project_missed", context! { goal, pledged => reader.money(reader.project.pledged()?) })
        }
        ProjectNews::Extended => {
            reader.keep_pledges(|row| row.reason.is_none());
            let detail = store::last_detail(tx.conn().await?, project, "project_extended").await?.unwrap_or_default();
            ("project_extended", context! { reason => detail["reason"].as_str().unwrap_or_default() })
        }
        ProjectNews::Closed => {
            reader.keep_pledges(|row| ended(row, &["project_closed"]));
            let reason = reader.project.row.close_reason.as_deref().map(CloseReason::parse);
            let reason = reason.map(stored).transpose()?.unwrap_or(CloseReason::Other);
            let why = words::close_reason(reason, reader.language);
            ("project_closed", context! { why, note => &reader.project.row.close_note })
        }
        ProjectNews::Gap if reader.person.staff => {
            let gap = reader.project.gap(reader.project.noted_funding()?)?;
            // Staff, whatever else they are: what fell away is in no mail.
            (reader.follows, reader.pledges) = (false, Vec::new());
            if gap.is_zero() {
                return Ok(None);
            }
            return reader.mail(desk, "project_gap", context! { gap => reader.money(gap), goal }).map(Some);
        }
        ProjectNews::Gap => return Ok(None),
    };
    if !staff_too && !reader.is_concerned() {
        return Ok(None);
    }
    reader.mail(desk, template, values).map(Some)
}

pub async fn reminder(
    tx: &mut Tx,
    desk: Desk<'_>,
    project: ProjectId,
    user: UserId,
    days: u32,
) -> Result<Option<Mail>> {
    let Some(mut reader) = Reader::of(tx, project, user).await? else { return Ok(None) };
    let now = tx.now();
    let is_open = reader.project.stage(now)?.funding == Funding::Open;
    // Given more time since, it is not so soon any more.
    let soon = reader.project.row.closes_at.is_some_and(|at| at - now <= TimeDelta::days(i64::from(days) + 1));
    reader.keep_pledges(|row| row.reason.is_none());
    if !is_open || !soon || !reader.is_concerned() {
        return Ok(None);
    }
    let goal = reader.project.goal()?.map(|goal| reader.money(goal));
    let pledged = reader.money(reader.project.pledged()?);
    reader.mail(desk, "project_reminder", context! { days, goal, pledged }).map(Some)
}

pub async fn of_update(tx: &mut Tx, desk: Desk<'_>, update: UpdateId, user: UserId) -> Result<Option<Mail>> {
    let update = updates::find(tx.conn().await?, update).await?;
    let Some(mut reader) = Reader::of(tx, update.project_id.into(), user).await? else { return Ok(None) };
    reader.keep_pledges(|_| false);
    if !reader.follows {
        return Ok(None);
    }
    let kind = words::update_kind(stored(UpdateKind::parse(&update.kind))?, reader.language);
    reader.mail(desk, "project_update", context! { kind, title => update.title, body => update.body }).map(Some)
}

pub async fn of_pledge(
    tx: &mut Tx,
    desk: Desk<'_>,
    news: PledgeNews,
    pledge: PledgeId,
    user: UserId,
) -> Result<Option<Mail>> {
    let person = people::find(tx.conn().await?, user).await?;
    let Some((row, organization)) = store::pledge_of(tx.conn().await?, pledge, user).await? else { return Ok(None) };
    let over = news == PledgeNews::Requested && row.status()? != PledgeStatus::Requested;
    if person.disabled_at.is_some() || over {
        return Ok(None);
    }
    let language = language_of(&person)?;
    let project = projects::find_by_id(tx.conn().await?, row.project_id.into()).await?;
    let champion = match row.champion() {
        Some(id) => Some(people::find(tx.conn().await?, id).await?.name),
        None => None,
    };
    let template = match news {
        PledgeNews::Requested => "pledge_requested",
        PledgeNews::Approved => "pledge_approved",
        PledgeNews::Declined => "pledge_declined",
        PledgeNews::Released => "pledge_released",
    };
    let values = context! {
        name => &person.name,
        by => champion,
        organization,
        project => &project.row.title,
        amount => words::money(row.amount()?, &project.row.currency, language),
        reason => row.reason.as_deref().map(|reason| words::release_reason(reason, language)),
        link => pledge_page(desk, row.id).as_str(),
    };
    let to = stored(Email::parse(&person.email))?;
    Ok(Some(Mail { to, rendered: templates::render(template, language, values)?, unsubscribe: None }))
}

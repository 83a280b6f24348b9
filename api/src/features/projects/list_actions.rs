//! Reading many projects, and the course of one.

use chrono::{DateTime, Utc};
use diesel_async::AsyncPgConnection;

use super::dto::{Progress, ProgressPoint, Project as View, ProjectsParams};
use super::list_store::{self, Filter, Key};
use super::rules::sort::ProjectSort;
use super::view::{self, Viewer, find_seen};
use crate::error::{Error, Result};
use crate::features::ledger::store as ledger;
use crate::features::topics;
use crate::kernel::{Actor, Delivery, FieldError, Funding, Invalid, Page, ProjectId, Slug};

/// What a list is to show.
pub struct Wanted {
    pub filter: Filter,
    pub sort: ProjectSort,
    pub asked: Option<Slug>,
    theme: Option<Slug>,
    narrative: Option<Slug>,
}

impl Wanted {
    pub fn parse(params: &ProjectsParams) -> Result<Self> {
        let funding = states(params.funding.as_deref().unwrap_or_default())?;
        let optional = |name: &str, text: &Option<String>| {
            text.as_deref().filter(|text| !text.is_empty()).map(|text| at(name, Slug::parse(text))).transpose()
        };
        let delivery = params.delivery.as_deref().map(|text| at("?delivery", Delivery::parse(text))).transpose()?;
        let sort = params.sort.as_deref().map(|text| at("?sort", ProjectSort::parse(text))).transpose()?;
        let words = params.q.as_deref().and_then(to_query);
        let filter = Filter { funding, drafts: false, delivery, theme: None, narrative: None, words };
        Ok(Self {
            filter,
            sort: sort.unwrap_or(ProjectSort::Newest),
            asked: optional("?organization", &params.organization)?,
            theme: optional("?theme", &params.theme)?,
            narrative: optional("?narrative", &params.narrative)?,
        })
    }
}

/// Each state once, however often it is named: the query grows with them.
fn states(text: &str) -> Result<Vec<Funding>> {
    let mut states = Vec::new();
    for word in text.split(',').filter(|_| !text.is_empty()) {
        let state = at("?funding", Funding::parse(word))?;
        if !states.contains(&state) {
            states.push(state);
        }
    }
    Ok(states)
}

fn at<T>(pointer: &str, parsed: Result<T, Invalid>) -> Result<T> {
    parsed.map_err(|invalid| {
        Error::query(FieldError { pointer: pointer.to_owned(), code: invalid.code, detail: invalid.detail })
    })
}

/// Words as `to_tsquery` wants them: each may go on where the reader stopped typing.
fn to_query(q: &str) -> Option<String> {
    let words = q.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).take(10);
    let words: Vec<String> = words.map(|word| format!("{}:*", word.to_lowercase())).collect();
    (!words.is_empty()).then(|| words.join(" & "))
}

pub async fn list(
    conn: &mut AsyncPgConnection,
    actor: &Actor,
    mut wanted: Wanted,
    page: &Page<Key>,
    now: DateTime<Utc>,
) -> Result<(Vec<View>, Option<Key>)> {
    let viewer = Viewer::new(conn, actor, wanted.asked.as_ref(), now).await?;
    wanted.filter.drafts = viewer.sees_drafts();
    let kinds = [
        (topics::dto::TopicKind::Theme, wanted.theme, &mut wanted.filter.theme),
        (topics::dto::TopicKind::Narrative, wanted.narrative, &mut wanted.filter.narrative),
    ];
    for (kind, slug, filter) in kinds {
        let Some(slug) = slug else { continue };
        // Nothing belongs to what is not there.
        let Some(topic) = topics::store::find_all(conn, kind, &[slug]).await?.pop() else {
            return Ok((Vec::new(), None));
        };
        *filter = Some(topic.id);
    }
    let rows = list_store::list(conn, &wanted.filter, wanted.sort, page, now).await?;
    let (rows, next) = page.cut(rows, |project| Key::of(project, wanted.sort));
    Ok((view::cards(conn, &viewer, rows).await?, next))
}

pub async fn progress(
    conn: &mut AsyncPgConnection,
    actor: &Actor,
    slug: &Slug,
    now: DateTime<Utc>,
) -> Result<(ProjectId, Progress)> {
    let project = find_seen(conn, actor, slug, now).await?;
    let days = ledger::days(conn, project.id()).await?;
    let points = days.into_iter().map(|day| ProgressPoint {
        day: day.day,
        pledged: day.totals.pledged,
        ceilings: day.totals.ceilings,
        waiting: day.totals.waiting,
        signed: day.totals.signed,
        goal: day.totals.goal,
        backers: day.totals.backers,
    });
    Ok((project.id(), Progress { goal: project.goal()?, points: points.collect() }))
}

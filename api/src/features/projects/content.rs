//! What staff write about a project: the rows of one nobody has written yet, and a change written into them.

use chrono::{DateTime, Utc};
use uuid::Uuid;

use super::fields::ProjectChange;
use super::rules::calendar::closing_instant;
use super::store::{self, Project, TextsRow};
use crate::db::{Tx, stored_amount};
use crate::error::{Error, Result};
use crate::features::topics;
use crate::features::topics::dto::TopicKind;
use crate::kernel::{Amount, FieldCode, Invalid, Mode, Patch, ProjectVisibility, Slug, TimeZone};

/// Writes what was named into the rows, and nothing else.
pub async fn write(tx: &mut Tx, project: &mut Project, texts: &mut TextsRow, change: &ProjectChange) -> Result<()> {
    let row = &mut project.row;
    set(&mut row.title, change.title.as_ref().map(|text| text.as_str()));
    set(&mut row.slug, change.slug.as_ref().map(Slug::as_str));
    set(&mut row.summary, change.summary.as_ref().map(|text| text.as_str()));
    set(&mut row.mode, change.mode.map(Mode::as_str));
    set(&mut row.visibility, change.visibility.map(ProjectVisibility::as_str));
    set(&mut row.time_zone, change.time_zone.map(TimeZone::name));
    set(&mut texts.problem, change.problem.as_ref().map(|text| text.as_str()));
    set(&mut texts.solution, change.solution.as_ref().map(|text| text.as_str()));
    set(&mut texts.implementation, change.implementation.as_ref().map(|text| text.as_str()));
    set(&mut texts.fit, change.fit.as_ref().map(|text| text.as_str()));
    set(&mut texts.research, change.research.as_ref().map(|text| text.as_str()));
    if let Some(deliverables) = &change.deliverables {
        texts.deliverables = serde_json::to_value(deliverables).map_err(Error::internal)?;
    }
    if let Some(links) = &change.links {
        texts.links = serde_json::to_value(links).map_err(Error::internal)?;
    }
    if let Some(minimum) = change.minimum_pledge {
        row.minimum_pledge = minimum.to_decimal();
    }
    row.capacity_hours = change.capacity_hours.clone().apply(row.capacity_hours);
    row.pledge_by = change.pledge_by.clone().apply(row.pledge_by);
    let decimal = |patch: &Patch<Amount>, current| match patch.named() {
        Some(named) => named.copied().map(Amount::to_decimal),
        None => current,
    };
    row.goal_low = decimal(&change.goal_low, row.goal_low);
    row.goal_high = decimal(&change.goal_high, row.goal_high);
    project.money.goal = decimal(&change.goal, project.money.goal);
    check_range(project)?;
    if let Some(theme) = change.theme.named() {
        project.row.theme_id = match theme {
            Some(slug) => Some(known_theme(tx, slug).await?),
            None => None,
        };
    }
    let zone = project.time_zone()?;
    let before = std::mem::take(&mut project.row.closes_at);
    project.row.closes_at = project.row.pledge_by.map(|day| closing_instant(day, zone));
    let over = |instant: Option<DateTime<Utc>>| instant.is_some_and(|instant| instant <= tx.now());
    let date_named = change.pledge_by.named().flatten().is_some();
    if over(project.row.closes_at) && (date_named || !over(before)) {
        let field = if date_named { "/pledge_by" } else { "/time_zone" };
        return Err(Error::field(field, Invalid::new(FieldCode::OutOfRange, "That day is over.")));
    }
    Ok(())
}

fn set(field: &mut String, value: Option<&str>) {
    if let Some(value) = value {
        value.clone_into(field);
    }
}

fn check_range(project: &Project) -> Result<()> {
    match (stored_amount(project.row.goal_low)?, stored_amount(project.row.goal_high)?) {
        (Some(low), Some(high)) if low > high => {
            let detail = "The high end of the range is not below its low end.";
            Err(Error::field("/goal_high", Invalid::new(FieldCode::OutOfRange, detail)))
        }
        (Some(_), None) => Err(Error::field("/goal_high", Invalid::new(FieldCode::Required, "A range has two ends."))),
        (None, Some(_)) => Err(Error::field("/goal_low", Invalid::new(FieldCode::Required, "A range has two ends."))),
        _ => Ok(()),
    }
}

/// Gives the project these narratives; a slug nobody knows is the caller's mistake.
pub async fn write_narratives(tx: &mut Tx, project: &Project, change: &ProjectChange) -> Result<()> {
    let Some(slugs) = &change.narratives else { return Ok(()) };
    let known = topics::store::find_all(tx.conn().await?, TopicKind::Narrative, slugs).await?;
    if let Some(index) = slugs.iter().position(|slug| known.iter().all(|topic| topic.slug != slug.as_str())) {
        return Err(unknown(&format!("/narratives/{index}"), &slugs[index]));
    }
    let ids: Vec<Uuid> = known.into_iter().map(|topic| topic.id).collect();
    store::replace_narratives(tx, project.id(), &ids).await
}

async fn known_theme(tx: &mut Tx, slug: &Slug) -> Result<Uuid> {
    let known = topics::store::find_all(tx.conn().await?, TopicKind::Theme, std::slice::from_ref(slug)).await?;
    known.first().map(|topic| topic.id).ok_or_else(|| unknown("/theme", slug))
}

fn unknown(pointer: &str, slug: &Slug) -> Error {
    Error::field(pointer, Invalid::new(FieldCode::NotAllowed, format!("There is no {slug}.")))
}

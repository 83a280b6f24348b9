//! Use cases of a project's life once it is public: extend, settle, close, deliver.

use chrono::NaiveDate;
use serde::Deserialize;
use serde_json::json;
use utoipa::ToSchema;

use super::actions::{locked, may_run, show};
use super::dto::ProjectDetail;
use super::due::{self, Decision};
use super::fields::last_day;
use super::rules::calendar::closing_instant;
use super::store::{self, Project};
use crate::db::Tx;
use crate::error::{Code, Error, Result};
use crate::kernel::{CloseReason, Delivery, FieldCode, FieldError, Fields, Funding, Invalid, ProjectStep, Slug, Text};
use crate::policy::ProjectAction;
use crate::version::Seen;

#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ExtendProject {
    #[schema(value_type = NaiveDate)]
    pub pledge_by: String,
    /// Why; those who pledged are told.
    #[schema(min_length = 1, max_length = 1000)]
    pub reason: String,
}

#[derive(Clone)]
pub struct Extension {
    pub pledge_by: NaiveDate,
    pub reason: Text<1, 1000>,
}

impl ExtendProject {
    pub fn parse(self) -> Result<Extension, Vec<FieldError>> {
        let mut fields = Fields::new();
        let pledge_by = fields.take("/pledge_by", last_day(&self.pledge_by));
        let reason = fields.take("/reason", Text::parse(&self.reason));
        fields.finish(pledge_by.zip(reason).map(|(pledge_by, reason)| Extension { pledge_by, reason }))
    }
}

pub async fn extend(tx: &mut Tx, seen: Seen, slug: &Slug, extension: &Extension) -> Result<ProjectDetail> {
    let mut project = locked(tx, slug, ProjectAction::Extend, seen).await?;
    let before = project.row.pledge_by;
    if Some(extension.pledge_by) <= before {
        let error = Error::new(Code::DateNotLater);
        return Err(error.with("pledge_by", before.map(|day| day.to_string())));
    }
    let closes_at = closing_instant(extension.pledge_by, project.time_zone()?);
    if closes_at <= tx.now() {
        return Err(Error::field("/pledge_by", Invalid::new(FieldCode::OutOfRange, "That day is over.")));
    }
    project.row.pledge_by = Some(extension.pledge_by);
    project.row.closes_at = Some(closes_at);
    project.row.lapses_at = None;
    project.row.funding = Funding::Open.as_str().to_owned();
    store::update(tx, &mut project).await?;
    let detail = json!({ "from": before, "to": extension.pledge_by, "reason": extension.reason.as_str() });
    let data = json!({ "pledge_by": extension.pledge_by, "time_zone": project.row.time_zone });
    due::record(tx, &project, ProjectStep::Extended, detail, Some(("extended", data))).await?;
    show(tx, project.id()).await
}

pub async fn settle(tx: &mut Tx, seen: Seen, slug: &Slug, (): &()) -> Result<ProjectDetail> {
    let mut project = locked(tx, slug, ProjectAction::Settle, seen).await?;
    let decision = Decision::of_actor(tx);
    due::settle(tx, &mut project, decision).await?;
    show(tx, project.id()).await
}

#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct CloseProject {
    #[schema(value_type = CloseReason)]
    pub reason: String,
    /// A sentence that everybody can read.
    #[schema(min_length = 1, max_length = 1000)]
    pub note: String,
}

#[derive(Clone)]
pub struct Closing {
    pub reason: CloseReason,
    pub note: Text<1, 1000>,
}

impl CloseProject {
    pub fn parse(self) -> Result<Closing, Vec<FieldError>> {
        let mut fields = Fields::new();
        let reason = fields.take("/reason", CloseReason::parse(&self.reason));
        let note = fields.take("/note", Text::parse(&self.note));
        fields.finish(reason.zip(note).map(|(reason, note)| Closing { reason, note }))
    }
}

pub async fn close(tx: &mut Tx, seen: Seen, slug: &Slug, closing: &Closing) -> Result<ProjectDetail> {
    let mut project = locked_with_queue(tx, slug, ProjectAction::Close, seen).await?;
    project.row.queue_position = None;
    let decision = Decision::of_actor(tx);
    due::close(tx, &mut project, decision, closing.reason, closing.note.as_str()).await?;
    close_ranks(tx).await?;
    show(tx, project.id()).await
}

#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct DeliverProject {
    #[schema(value_type = Delivery)]
    pub to: String,
    /// For the audit log.
    #[schema(max_length = 1000)]
    pub note: Option<String>,
}

#[derive(Clone)]
pub struct DeliveryChange {
    pub to: Delivery,
    pub note: Option<Text<1, 1000>>,
}

impl DeliverProject {
    pub fn parse(self) -> Result<DeliveryChange, Vec<FieldError>> {
        let mut fields = Fields::new();
        let to = fields.take("/to", Delivery::parse(&self.to));
        let note = fields.take_optional("/note", self.note, |note| Text::parse(&note));
        fields.finish(to.zip(note).map(|(to, note)| DeliveryChange { to, note }))
    }
}

pub async fn deliver(tx: &mut Tx, seen: Seen, slug: &Slug, change: &DeliveryChange) -> Result<ProjectDetail> {
    let mut project = locked_with_queue(tx, slug, ProjectAction::Deliver, seen).await?;
    let before = std::mem::replace(&mut project.row.delivery, change.to.as_str().to_owned());
    project.row.done_at = (change.to == Delivery::Done).then(|| tx.now());
    if change.to != Delivery::NotStarted {
        // Who is being served no longer queues.
        project.row.queue_position = None;
    }
    store::update(tx, &mut project).await?;
    close_ranks(tx).await?;
    let detail = json!({ "from": before, "to": change.to, "note": change.note.as_ref().map(Text::as_str) });
    due::record(tx, &project, ProjectStep::DeliveryChanged, detail, None).await?;
    show(tx, project.id()).await
}

#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct MoveProject {
    /// Its turn, from 1; `null` takes it out of the queue.
    #[schema(minimum = 1)]
    pub position: Option<i32>,
}

impl MoveProject {
    pub fn parse(self) -> Result<Option<i32>, Vec<FieldError>> {
        let mut fields = Fields::new();
        let position = fields.take_optional("/position", self.position, |position| match position {
            1..=100_000 => Ok(position),
            _ => Err(Invalid::new(FieldCode::OutOfRange, "A position is 1 to 100000.")),
        });
        fields.finish(position)
    }
}

/// For what moves others in the queue, too: one mover at a time, and the queue before any project.
async fn locked_with_queue(tx: &mut Tx, slug: &Slug, action: ProjectAction, seen: Seen) -> Result<Project> {
    may_run(tx, slug).await?;
    store::lock_queue(tx).await?;
    locked(tx, slug, action, seen).await
}

/// Who left the queue leaves no hole in it. The queue is locked.
async fn close_ranks(tx: &mut Tx) -> Result<()> {
    let order = store::queue(tx).await?;
    store::number_queue(tx, &order).await
}

/// Puts a funded project at a position; those from there on make room.
pub async fn move_in_queue(tx: &mut Tx, seen: Seen, slug: &Slug, &position: &Option<i32>) -> Result<ProjectDetail> {
    let mut project = locked_with_queue(tx, slug, ProjectAction::MoveInQueue, seen).await?;
    if project.row.delivery != Delivery::NotStarted.as_str() && position.is_some() {
        return Err(Error::new(Code::NotInThisState));
    }
    let before = project.row.queue_position;
    project.row.queue_position = None;
    store::update(tx, &mut project).await?;
    let others = store::queue(tx).await?;
    let mut order: Vec<uuid::Uuid> = others.into_iter().filter(|id| *id != project.row.id).collect();
    let after = position.map(|position| usize::try_from(position - 1).unwrap_or(0).min(order.len()));
    if let Some(index) = after {
        order.insert(index, project.row.id);
    }
    store::number_queue(tx, &order).await?;
    let detail = json!({ "from": before, "to": after.map(|index| index + 1) });
    due::record(tx, &project, ProjectStep::QueueMoved, detail, None).await?;
    show(tx, project.id()).await
}

//! A project nobody has written anything into.

use rust_decimal::Decimal;
use serde_json::json;

use super::store::{MoneyRow, Project, ProjectRow, TextsRow};
use crate::db::Tx;
use crate::kernel::{Currency, Delivery, Funding, Mode, ProjectId, ProjectVisibility};

pub fn project(tx: &Tx, currency: Currency) -> Project {
    let (id, now) = (ProjectId::new().as_uuid(), tx.now());
    let row = ProjectRow {
        id,
        slug: String::new(),
        title: String::new(),
        summary: String::new(),
        theme_id: None,
        visibility: ProjectVisibility::UserVisible.as_str().to_owned(),
        goal_low: None,
        goal_high: None,
        capacity_hours: None,
        mode: Mode::Fixed.as_str().to_owned(),
        minimum_pledge: Decimal::ZERO,
        pledge_by: None,
        time_zone: "UTC".to_owned(),
        closes_at: None,
        lapses_at: None,
        funding: Funding::Draft.as_str().to_owned(),
        delivery: Delivery::NotStarted.as_str().to_owned(),
        queue_position: None,
        terms_version: None,
        candidate_at: None,
        opened_at: None,
        funded_at: None,
        done_at: None,
        closed_at: None,
        close_reason: None,
        close_note: None,
        currency: currency.code().to_owned(),
        version: 1,
        created_at: now,
        updated_at: now,
    };
    Project { row, money: MoneyRow::nothing(id) }
}

pub fn texts(project: &Project) -> TextsRow {
    TextsRow {
        project_id: project.row.id,
        problem: String::new(),
        solution: String::new(),
        implementation: String::new(),
        fit: String::new(),
        research: String::new(),
        deliverables: json!([]),
        links: json!([]),
    }
}

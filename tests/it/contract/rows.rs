//! Every operation, with a request that makes sense, and who may.
//!
//! An operation needs at least one row. `case` tells rows of one operation apart: write another one wherever different
//! people may do different parts of it. `may` is written down here on purpose, apart from the program's policy.

use cofund_tests::{Value, json};

use super::project_things::{pledge, reason};
use super::scene::Things;

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Role {
    /// Not signed in.
    Public,
    /// Signed in, without an organisation.
    Stranger,
    Viewer,
    Finance,
    Champion,
    Lead,
    /// A lead of another organisation.
    OtherLead,
    Staff,
    Admin,
    /// A program with a lead's token that may only read.
    LeadReading,
    /// The same of staff.
    StaffReading,
}

use Role::*;

pub const ROLES: [Role; 11] =
    [Public, Stranger, Viewer, Finance, Champion, Lead, OtherLead, Staff, Admin, LeadReading, StaffReading];

const EVERYBODY: &[Role] = &ROLES;
const SIGNED_IN: &[Role] =
    &[Stranger, Viewer, Finance, Champion, Lead, OtherLead, Staff, Admin, LeadReading, StaffReading];
const IN_A_SESSION: &[Role] = &[Stranger, Viewer, Finance, Champion, Lead, OtherLead, Staff, Admin];
/// With an invitation, also somebody who is not known yet.
const BROWSERS: &[Role] = &[Public, Stranger, Viewer, Finance, Champion, Lead, OtherLead, Staff, Admin];
const ITS_PEOPLE: &[Role] = &[Viewer, Finance, Champion, Lead, Staff, Admin, LeadReading];
const ITS_MEMBERS: &[Role] = &[Viewer, Finance, Champion, Lead];
const ITS_LEADS: &[Role] = &[Lead, Staff, Admin];
const ITS_COMMITTERS: &[Role] = &[Champion, Lead, Staff, Admin];
/// Nobody else, staff neither: who approves commits.
const ITS_LEADS_ALONE: &[Role] = &[Lead];
const WHO_SEES_DRAFTS: &[Role] = &[Staff, Admin, StaffReading];
const LEADS_AND_FINANCE: &[Role] = &[Finance, Lead, Staff, Admin];
const ITS_FINANCE: &[Role] = &[Finance, Staff, Admin];
const ITS_SPEAKERS: &[Role] = &[Champion, Lead, Staff, Admin];
const STAFF: &[Role] = &[Staff, Admin];
const ADMINS: &[Role] = &[Admin];

pub enum Body {
    Nothing,
    Json(fn(&Things) -> Value),
    Picture,
}

pub struct Row {
    pub operation: &'static str,
    pub case: &'static str,
    pub may: &'static [Role],
    pub body: Body,
}

impl Row {
    pub fn name(&self) -> String {
        format!("{} {}", self.operation, self.case).trim_end().to_owned()
    }
}

pub fn rows() -> Vec<Row> {
    use Body::{Json, Nothing, Picture};
    let row = |operation, case, may, body| Row { operation, case, may, body };
    vec![
        // Sign-in
        row("request_magic_link", "", EVERYBODY, Json(|t| json!({ "email": t.email }))),
        row("redeem_magic_link", "", EVERYBODY, Json(|t| json!({ "token": t.secret }))),
        row("refresh_session", "", IN_A_SESSION, Nothing),
        row("log_out", "", EVERYBODY, Nothing),
        row("preview_invitation", "", EVERYBODY, Json(|t| json!({ "token": t.secret }))),
        row("accept_invitation", "", BROWSERS, Json(|t| json!({ "token": t.secret, "name": "Somebody new" }))),
        // Account
        row("get_me", "", SIGNED_IN, Nothing),
        row("edit_me", "", IN_A_SESSION, Json(|_| json!({ "time_zone": "Europe/Berlin" }))),
        row("list_providers", "", EVERYBODY, Nothing),
        row("start_sign_in", "", EVERYBODY, Nothing),
        row("finish_sign_in", "", EVERYBODY, Nothing),
        row("download_my_data", "", IN_A_SESSION, Nothing),
        row("erase_me", "", IN_A_SESSION, Json(|t| json!({ "email": t.email }))),
        row("list_my_identities", "", SIGNED_IN, Nothing),
        row("link_identity", "", IN_A_SESSION, Json(|_| json!({ "provider": "campus" }))),
        row("unlink_identity", "", IN_A_SESSION, Nothing),
        row("list_my_sessions", "", SIGNED_IN, Nothing),
        row("end_my_session", "", IN_A_SESSION, Nothing),
        row("list_my_tokens", "", SIGNED_IN, Nothing),
        row(
            "create_token",
            "",
            IN_A_SESSION,
            Json(|t| json!({ "name": "A program", "scopes": ["read"], "expires_at": t.tomorrow })),
        ),
        row("revoke_token", "", IN_A_SESSION, Nothing),
        // Organisations
        row("list_organizations", "", EVERYBODY, Nothing),
        row("create_organization", "", STAFF, Json(|t| json!({ "name": t.new_name, "kind": "member" }))),
        row("get_organization", "", EVERYBODY, Nothing),
        row("edit_organization", "membership", STAFF, Json(|_| json!({ "membership_ends": "2040-01-01" }))),
        row("edit_organization", "profile", ITS_LEADS, Json(|_| json!({ "profile": "Ours" }))),
        row("edit_organization", "billing", LEADS_AND_FINANCE, Json(|_| json!({ "billing_name": "Ana" }))),
        row("edit_organization", "ceiling", ITS_FINANCE, Json(|_| json!({ "yearly_ceiling": "9.00" }))),
        row("get_logo", "", EVERYBODY, Nothing),
        row("set_logo", "", ITS_LEADS, Picture),
        row("remove_logo", "", ITS_LEADS, Nothing),
        row("list_tiers", "", EVERYBODY, Nothing),
        row("get_budget", "", ITS_PEOPLE, Nothing),
        row("export_organization_pledges", "", ITS_PEOPLE, Nothing),
        // What projects are grouped by, and the terms of pledging
        row("list_themes", "", EVERYBODY, Nothing),
        row("list_narratives", "", EVERYBODY, Nothing),
        row("get_current_terms", "", EVERYBODY, Nothing),
        row("get_terms", "", EVERYBODY, Nothing),
        // Taking part
        row("list_supports", "", EVERYBODY, Nothing),
        row(
            "give_support",
            "",
            ITS_SPEAKERS,
            Json(|t| json!({ "organization": t.organization, "kind": "endorse", "sentence": "We would use it." })),
        ),
        row("end_support", "", ITS_SPEAKERS, Nothing),
        row("follow_project", "", IN_A_SESSION, Nothing),
        row("unfollow_project", "", IN_A_SESSION, Nothing),
        row("list_my_follows", "", SIGNED_IN, Nothing),
        row("unsubscribe", "", EVERYBODY, Nothing),
        row("list_updates", "", EVERYBODY, Nothing),
        row("post_update", "", STAFF, Json(|_| json!({ "kind": "demo", "title": "It moves", "body": "See *here*." }))),
        // Projects
        row("list_projects", "", EVERYBODY, Nothing),
        row("create_project", "", STAFF, Json(|t| json!({ "title": t.new_name }))),
        row("get_project", "", EVERYBODY, Nothing),
        row("get_project", "of a draft", WHO_SEES_DRAFTS, Nothing),
        row("edit_project", "", STAFF, Json(|_| json!({ "summary": "New words" }))),
        row("edit_project", "of a draft", STAFF, Json(|_| json!({ "summary": "New words" }))),
        row("get_project_progress", "", EVERYBODY, Nothing),
        row("check_project", "", STAFF, Nothing),
        row("check_project", "of a draft", STAFF, Nothing),
        row("publish_project", "", STAFF, Json(|_| json!({ "as": "open" }))),
        row("extend_project", "", STAFF, Json(|_| json!({ "pledge_by": "2099-12-31", "reason": "More time" }))),
        row("settle_project", "", STAFF, Nothing),
        row("close_project", "", STAFF, Json(|_| json!({ "reason": "withdrawn", "note": "Not now" }))),
        row("deliver_project", "", STAFF, Json(|_| json!({ "to": "in_flight" }))),
        row("move_project", "", STAFF, Json(|_| json!({ "position": 1 }))),
        row("watch_project", "", EVERYBODY, Nothing),
        row("watch_projects", "", EVERYBODY, Nothing),
        row("list_ledger_lines", "", EVERYBODY, Nothing),
        row("download_ledger", "", EVERYBODY, Nothing),
        row("export_ledger", "", EVERYBODY, Nothing),
        // Pledges
        row("list_project_pledges", "", EVERYBODY, Nothing),
        row("list_organization_funding", "", EVERYBODY, Nothing),
        row("list_organization_pledges", "", ITS_PEOPLE, Nothing),
        row("place_pledge", "", ITS_COMMITTERS, Json(pledge)),
        row("simulate_pledge", "an amount alone", EVERYBODY, Json(|_| json!({ "amount": "100.00" }))),
        row("simulate_pledge", "a pledge", ITS_COMMITTERS, Json(pledge)),
        row("simulate_pledge", "a change", ITS_LEADS, Json(|t| json!({ "edit": t.pledge, "amount": "50.00" }))),
        row("simulate_pledge", "a withdrawal", ITS_LEADS, Json(|t| json!({ "withdraw": t.pledge }))),
        row("get_pledge", "", ITS_PEOPLE, Nothing),
        row("get_pledge_history", "", ITS_PEOPLE, Nothing),
        row("edit_pledge", "", ITS_LEADS, Json(|_| json!({ "amount": "50.00" }))),
        row("edit_pledge", "of a champion", ITS_COMMITTERS, Json(|_| json!({ "amount": "50.00" }))),
        row("edit_pledge", "words alone", ITS_LEADS, Json(|_| json!({ "note": "Go on" }))),
        row("approve_pledge", "", ITS_LEADS_ALONE, Json(|_| json!({}))),
        row("decline_pledge", "", ITS_LEADS_ALONE, Json(reason)),
        row("withdraw_pledge", "", ITS_LEADS, Json(reason)),
        row("withdraw_pledge", "of a champion", ITS_COMMITTERS, Json(reason)),
        row("release_pledge", "", STAFF, Json(reason)),
        row(
            "sign_pledge",
            "",
            STAFF,
            Json(|_| json!({ "agreement_reference": "A-1", "agreement_date": "2026-01-01" })),
        ),
        row("default_pledge", "", STAFF, Json(reason)),
        // People of an organisation
        row("list_members", "", ITS_PEOPLE, Nothing),
        row("add_member", "", ITS_LEADS, Json(|t| json!({ "email": t.new_email, "role": "viewer" }))),
        row("change_member", "", ITS_LEADS, Json(|_| json!({ "role": "champion" }))),
        row("remove_member", "", ITS_LEADS, Nothing),
        row("remove_member", "oneself", ITS_MEMBERS, Nothing),
        row("list_invitations", "", ITS_PEOPLE, Nothing),
        row("invite_member", "", ITS_LEADS, Json(|t| json!({ "email": t.new_email, "role": "viewer" }))),
        row("resend_invitation", "", ITS_LEADS, Nothing),
        row("revoke_invitation", "", ITS_LEADS, Nothing),
        // What came of it
        row("get_pledge_letter", "", ITS_PEOPLE, Nothing),
        row("get_stats", "", EVERYBODY, Nothing),
        row("export_projects", "", EVERYBODY, Nothing),
        // Administration
        row("list_users", "", STAFF, Nothing),
        row("create_user", "", STAFF, Json(|t| json!({ "email": t.new_email }))),
        row("create_user", "as staff", ADMINS, Json(|t| json!({ "email": t.new_email, "staff": true }))),
        row("get_user", "", STAFF, Nothing),
        row("edit_user", "name", STAFF, Json(|_| json!({ "name": "Renamed" }))),
        row("edit_user", "address", STAFF, Json(|t| json!({ "email": t.new_email }))),
        row("edit_user", "disabled", STAFF, Json(|_| json!({ "disabled": true }))),
        row("edit_user", "rights", ADMINS, Json(|_| json!({ "staff": true }))),
        row("edit_user", "name of staff", ADMINS, Json(|_| json!({ "name": "Renamed" }))),
        row("edit_user", "address of staff", ADMINS, Json(|t| json!({ "email": t.new_email }))),
        row("edit_user", "disabled of staff", ADMINS, Json(|_| json!({ "disabled": true }))),
        row("download_user_data", "", STAFF, Nothing),
        row("download_user_data", "of staff", ADMINS, Nothing),
        row("erase_user", "", STAFF, Json(|t| json!({ "email": t.email }))),
        row("erase_user", "of staff", ADMINS, Json(|t| json!({ "email": t.email }))),
        row("unlink_user_identity", "", STAFF, Nothing),
        row("unlink_user_identity", "of staff", ADMINS, Nothing),
        row("list_user_identities", "", STAFF, Nothing),
        row("end_user_sessions", "", STAFF, Nothing),
        row("end_user_sessions", "of staff", ADMINS, Nothing),
        row("list_all_tiers", "", STAFF, Nothing),
        row("create_tier", "", STAFF, Json(|t| json!({ "name": t.new_name }))),
        row("edit_tier", "", STAFF, Json(|_| json!({ "price": "5.00" }))),
        row("list_all_themes", "", STAFF, Nothing),
        row("create_theme", "", STAFF, Json(|t| json!({ "name": t.new_name }))),
        row("edit_theme", "", STAFF, Json(|_| json!({ "summary": "New words" }))),
        row("list_all_narratives", "", STAFF, Nothing),
        row("create_narrative", "", STAFF, Json(|t| json!({ "name": t.new_name }))),
        row("edit_narrative", "", STAFF, Json(|_| json!({ "summary": "New words" }))),
        row("list_all_terms", "", STAFF, Nothing),
        row(
            "publish_terms",
            "",
            STAFF,
            Json(|t| json!({ "version": t.new_version, "title": "Terms", "body": "Be kind." })),
        ),
        row("list_work", "", STAFF, Nothing),
        row("get_capacity", "", STAFF, Nothing),
        row("set_capacity", "", STAFF, Json(|_| json!({ "hours": 400 }))),
        row("list_audit_entries", "", ADMINS, Nothing),
        row("list_queues", "", STAFF, Nothing),
        row("retry_delivery", "", STAFF, Nothing),
    ]
}

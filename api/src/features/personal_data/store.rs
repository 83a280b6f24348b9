//! The SQL of what is known of a person.

use chrono::{DateTime, Utc};
use diesel::prelude::*;
use diesel_async::{AsyncPgConnection, RunQueryDsl};
use uuid::Uuid;

use super::dto::PersonalData;
use super::kept_store::{
    KeptEntry, KeptFollow, KeptIdentity, KeptInvitation, KeptMail, KeptMembership, KeptPledge, KeptSession, KeptStep,
    KeptSupport, KeptToken, KeptUpdate, Profile,
};
use crate::error::Result;
use crate::kernel::UserId;
use crate::outbox::{self, QueueRow};
use crate::schema::{
    access_tokens, audit_log, follows, identities, invitations, memberships, organizations, pledge_versions, pledges,
    project_updates, projects, sessions, supports, terms, users,
};

/// Everything, table by table. As much as one person can do by hand, so it fits in memory.
pub async fn all_of(conn: &mut AsyncPgConnection, user: UserId, now: DateTime<Utc>) -> Result<PersonalData> {
    let id = user.as_uuid();
    let profile = profile(conn, id).await?;
    Ok(PersonalData {
        made_at: now,
        memberships: memberships::table
            .inner_join(organizations::table)
            .filter(memberships::user_id.eq(id))
            .order(memberships::created_at)
            .select((organizations::slug, memberships::role, memberships::pledge_limit, memberships::created_at))
            .load::<KeptMembership>(conn)
            .await?,
        billed_for: organizations::table
            .filter(organizations::billing_email.eq(&profile.email))
            .order(organizations::slug)
            .select(organizations::slug)
            .load(conn)
            .await?,
        terms_published: terms::table
            .filter(terms::created_by.eq(id))
            .order(terms::id)
            .select(terms::version)
            .load(conn)
            .await?,
        invitations: invitations_of(conn, id, &profile.email).await?,
        sign_ins: identities::table
            .filter(identities::user_id.eq(id))
            .order(identities::id)
            .select((
                identities::provider,
                identities::issuer,
                identities::subject,
                identities::idp,
                identities::email,
                identities::created_at,
                identities::last_used_at,
            ))
            .load::<KeptIdentity>(conn)
            .await?,
        sessions: sessions_of(conn, id).await?,
        access_tokens: tokens_of(conn, id).await?,
        followed_projects: follows::table
            .inner_join(projects::table)
            .filter(follows::user_id.eq(id))
            .order(follows::created_at)
            .select((projects::slug, follows::created_at))
            .load::<KeptFollow>(conn)
            .await?,
        pledges: pledges::table
            .inner_join(projects::table)
            .inner_join(organizations::table.on(organizations::id.eq(pledges::organization_id)))
            .filter(pledges::champion_id.eq(id))
            .order(pledges::id)
            .select((pledges::id, projects::slug, organizations::slug))
            .load::<KeptPledge>(conn)
            .await?,
        pledge_steps: pledge_versions::table
            .filter(pledge_versions::actor_id.eq(id))
            .order((pledge_versions::at, pledge_versions::pledge_id, pledge_versions::version))
            .select((
                pledge_versions::pledge_id,
                pledge_versions::version,
                pledge_versions::at,
                pledge_versions::kind,
                pledge_versions::reason,
            ))
            .load::<KeptStep>(conn)
            .await?,
        supports_given: supports_of(conn, id).await?,
        updates_posted: project_updates::table
            .inner_join(projects::table)
            .filter(project_updates::posted_by.eq(id))
            .order(project_updates::id)
            .select((projects::slug, project_updates::title, project_updates::created_at))
            .load::<KeptUpdate>(conn)
            .await?,
        mails_waiting: outbox::waiting_for(conn, user, &profile.email).await?.into_iter().map(mail).collect(),
        audit_log: audit_log::table
            .filter(audit_log::actor_id.eq(id).or(audit_log::subject_id.eq(id)))
            .order(audit_log::id)
            .select((
                audit_log::id,
                audit_log::at,
                audit_log::action,
                audit_log::subject_kind,
                audit_log::subject_id,
                audit_log::detail,
                audit_log::request_id,
                audit_log::actor_id.is_not_distinct_from(id),
            ))
            .load::<KeptEntry>(conn)
            .await?,
        profile,
    })
}

async fn profile(conn: &mut AsyncPgConnection, id: Uuid) -> Result<Profile> {
    Ok(users::table
        .find(id)
        .select((
            users::id,
            users::email,
            users::name,
            users::language,
            users::time_zone,
            users::staff,
            users::admin,
            users::disabled_at,
            users::created_at,
            users::updated_at,
        ))
        .first(conn)
        .await?)
}

async fn invitations_of(conn: &mut AsyncPgConnection, id: Uuid, email: &str) -> Result<Vec<KeptInvitation>> {
    let own = email.to_owned();
    let concerned = invitations::invited_by
        .eq(id)
        .or(invitations::email.eq(email.to_owned()))
        .or(invitations::accepted_by.is_not_distinct_from(id));
    let mut found: Vec<KeptInvitation> = invitations::table
        .inner_join(organizations::table)
        .filter(concerned)
        .order(invitations::id)
        .select((
            organizations::slug,
            invitations::email.nullable(),
            invitations::role,
            invitations::created_at,
            invitations::expires_at,
            invitations::accepted_at,
            invitations::revoked_at,
            invitations::invited_by.eq(id),
        ))
        .load(conn)
        .await?;
    for invitation in &mut found {
        invitation.email = invitation.email.take().filter(|email| *email == own);
    }
    Ok(found)
}

async fn sessions_of(conn: &mut AsyncPgConnection, id: Uuid) -> Result<Vec<KeptSession>> {
    Ok(sessions::table
        .filter(sessions::user_id.eq(id))
        .order(sessions::id)
        .select((
            sessions::id,
            sessions::method,
            sessions::user_agent,
            sessions::created_at,
            sessions::last_seen_at,
            sessions::expires_at,
            sessions::ended_at,
            sessions::end_reason,
        ))
        .load(conn)
        .await?)
}

async fn tokens_of(conn: &mut AsyncPgConnection, id: Uuid) -> Result<Vec<KeptToken>> {
    Ok(access_tokens::table
        .filter(access_tokens::user_id.eq(id))
        .order(access_tokens::id)
        .select((
            access_tokens::name,
            access_tokens::scopes,
            access_tokens::hint,
            access_tokens::created_at,
            access_tokens::expires_at,
            access_tokens::last_used_at,
            access_tokens::revoked_at,
        ))
        .load(conn)
        .await?)
}

async fn supports_of(conn: &mut AsyncPgConnection, id: Uuid) -> Result<Vec<KeptSupport>> {
    Ok(supports::table
        .inner_join(projects::table)
        .inner_join(organizations::table)
        .filter(supports::given_by.eq(id))
        .order(supports::id)
        .select((
            projects::slug,
            organizations::slug,
            supports::kind,
            supports::sentence,
            supports::created_at,
            supports::ended_at,
        ))
        .load(conn)
        .await?)
}

fn mail(row: QueueRow) -> KeptMail {
    let QueueRow { kind, created_at, next_attempt_at, dead_at, .. } = row;
    KeptMail { kind, created_at, next_attempt_at, dead_at }
}

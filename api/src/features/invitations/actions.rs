//! Use cases of invitations.

use chrono::{DateTime, TimeDelta, Utc};
use diesel_async::AsyncPgConnection;

use super::dto::{Acceptance, Invitation, InvitationCan, InvitationPreview};
use super::store::{self, InvitationRow};
use crate::app::App;
use crate::db::{Tx, stored, stored_amount};
use crate::error::{Code, Error, OrMissing as _, Result};
use crate::features::auth::actions::{SignedInSession, start_session};
use crate::features::members::actions::lock;
use crate::features::members::dto::NewMember;
use crate::features::organizations::dto::{OrganizationKind, OrganizationLink};
use crate::features::organizations::{logo, store as organizations};
use crate::features::{members, people};
use crate::kernel::{Actor, Email, Event, FieldCode, Invalid, InvitationId, OrganizationId, Role, Slug, UserId};
use crate::policy::{self, OrganizationAction};
use crate::secrets::{Keys, Purpose};

const LIFETIME: TimeDelta = TimeDelta::days(14);

/// The token of an invitation, which goes into the mail and nowhere else.
pub fn invitation_token(keys: &Keys, invitation: InvitationId) -> String {
    keys.sign(Purpose::Invitation, invitation.as_uuid().as_bytes())
}

pub async fn list(
    conn: &mut AsyncPgConnection,
    actor: &Actor,
    slug: &Slug,
    now: DateTime<Utc>,
) -> Result<Vec<Invitation>> {
    let organization = organizations::find(conn, slug).await?.id();
    policy::organization(actor, OrganizationAction::SeePeople, Some(organization)).require()?;
    let rows = store::list_open(conn, organization).await?;
    rows.into_iter().map(|row| view(actor, row, now)).collect()
}

pub async fn invite(tx: &mut Tx, slug: &Slug, new: &NewMember) -> Result<Invitation> {
    let organization = lock(tx, slug, OrganizationAction::ManagePeople).await?.id();
    let by = inviter(tx)?;
    if let Some(user) = people::store::find_by_email(tx.conn().await?, &new.email).await?
        && members::store::find(tx.conn().await?, organization, user.id.into()).await?.is_some()
    {
        return Err(Error::new(Code::AlreadyMember));
    }
    let invitation = InvitationId::new();
    let expires_at = tx.now() + LIFETIME;
    store::insert(tx, invitation, organization, by, new, expires_at).await?;
    tx.record(Event::MemberInvited { organization, invitation, role: new.role, limit: new.limit }).await?;
    show(tx, invitation).await
}

fn inviter(tx: &Tx) -> Result<UserId> {
    Ok(tx.actor().person().ok_or_else(|| Error::new(Code::Unauthenticated))?.id)
}

/// Sends the mail again, with the same link and another fourteen days. Returns the address it goes to.
pub async fn resend(tx: &mut Tx, slug: &Slug, invitation: InvitationId) -> Result<(Invitation, Email)> {
    let row = open_of(tx, slug, invitation).await?;
    let expires_at = tx.now() + LIFETIME;
    store::prolong(tx, invitation, inviter(tx)?, expires_at).await?;
    tx.record(Event::InvitationResent { organization: row.organization_id.into(), invitation }).await?;
    Ok((show(tx, invitation).await?, stored(Email::parse(&row.email))?))
}

pub async fn revoke(tx: &mut Tx, slug: &Slug, invitation: InvitationId) -> Result<()> {
    let row = open_of(tx, slug, invitation).await?;
    store::revoke(tx, invitation).await?;
    tx.record(Event::InvitationRevoked { organization: row.organization_id.into(), invitation }).await
}

pub async fn preview(
    conn: &mut AsyncPgConnection,
    keys: &Keys,
    token: &str,
    now: DateTime<Utc>,
) -> Result<InvitationPreview> {
    let row = standing(conn, keys, token, now).await?;
    let organization = organizations::find_by_id(conn, row.organization_id.into()).await?;
    let account = people::store::find_by_email(conn, &stored(Email::parse(&row.email))?).await?;
    Ok(InvitationPreview {
        organization: OrganizationLink {
            logo_url: logo::url(&organization.slug, organization.logo_digest.as_deref()),
            slug: organization.slug,
            name: organization.name,
            kind: stored(OrganizationKind::parse(&organization.kind))?,
        },
        role: stored(Role::parse(&row.role))?,
        pledge_limit: stored_amount(row.pledge_limit)?,
        email: row.email,
        invited_by: row.invited_by,
        expires_at: row.expires_at,
        has_account: account.is_some(),
    })
}

/// How an acceptance ends.
pub enum Accepted {
    /// Somebody new: their account is made, and this browser is signed in.
    SignedIn(SignedInSession),
    /// Somebody who was signed in already.
    Joined,
}

pub async fn accept(tx: &mut Tx, app: &App, acceptance: &Acceptance, agent: Option<&str>) -> Result<Accepted> {
    let now = tx.now();
    let organization = standing(tx.conn().await?, &app.keys, &acceptance.token, now).await?.organization_id;
    // As every change of members does; then looked at again, since somebody may have used it up meanwhile.
    organizations::lock_by_id(tx, organization.into()).await?;
    let row = standing(tx.conn().await?, &app.keys, &acceptance.token, now).await?;
    let (organization, invitation) = (OrganizationId::from(row.organization_id), InvitationId::from(row.id));
    let email = stored(Email::parse(&row.email))?;
    let account = people::store::find_by_email(tx.conn().await?, &email).await?;
    let caller = tx.actor().person().map(|person| (person.id, person.in_session().is_some()));
    let accepted = match (account, caller) {
        (Some(account), Some((caller, true))) if caller == UserId::from(account.id) => {
            join(tx, organization, invitation, &row, caller).await?;
            Accepted::Joined
        }
        (_, Some((_, false))) => return Err(Error::new(Code::SessionRequired)),
        (_, Some(_)) => return Err(Error::new(Code::InvitationForSomeoneElse)),
        (Some(_), None) => return Err(Error::new(Code::SignInToAccept)),
        (None, None) => {
            let missing = || Error::field("/name", Invalid::new(FieldCode::Required, "Say what to call you."));
            let name = acceptance.name.as_ref().ok_or_else(missing)?;
            // Whoever was made meanwhile is not found and taken for new: it runs again, and they are asked to sign in.
            let user = UserId::from(people::actions::create(tx, &email, Some(name.as_str())).await?.id);
            let session = start_session(tx, app, user, "invitation", agent).await?;
            join(tx, organization, invitation, &row, user).await?;
            Accepted::SignedIn(session)
        }
    };
    Ok(accepted)
}

async fn join(
    tx: &mut Tx,
    organization: OrganizationId,
    invitation: InvitationId,
    row: &InvitationRow,
    user: UserId,
) -> Result<()> {
    if !store::accept(tx, invitation, user).await? {
        return Err(Error::new(Code::InvitationInvalid));
    }
    let (role, limit) = (stored(Role::parse(&row.role))?, stored_amount(row.pledge_limit)?);
    members::store::insert(tx, organization, user, role, limit).await?;
    tx.record(Event::MemberAdded { organization, user, role, limit, by_invitation: true }).await
}

/// The invitation of a token, if it can still be accepted.
async fn standing(conn: &mut AsyncPgConnection, keys: &Keys, token: &str, now: DateTime<Utc>) -> Result<InvitationRow> {
    let refused = || Error::new(Code::InvitationInvalid);
    let payload = keys.verify(Purpose::Invitation, token).ok_or_else(refused)?;
    let id = uuid::Uuid::from_slice(&payload).map_err(|_| refused())?;
    let row = store::find_open(conn, id.into()).await?.ok_or_else(refused)?;
    // Who was taken out does not come back by an invitation of their own.
    if row.expires_at > now && store::inviter_may(conn, id.into()).await? { Ok(row) } else { Err(refused()) }
}

/// An open invitation of this organisation, which is locked.
async fn open_of(tx: &mut Tx, slug: &Slug, invitation: InvitationId) -> Result<InvitationRow> {
    let organization = lock(tx, slug, OrganizationAction::ManagePeople).await?.id();
    let row = store::find_open(tx.conn().await?, invitation).await?.or_missing()?;
    if OrganizationId::from(row.organization_id) == organization { Ok(row) } else { Err(Error::new(Code::NotFound)) }
}

async fn show(tx: &mut Tx, invitation: InvitationId) -> Result<Invitation> {
    let row = store::find_open(tx.conn().await?, invitation).await?.or_missing()?;
    view(tx.actor(), row, tx.now())
}

fn view(actor: &Actor, row: InvitationRow, now: DateTime<Utc>) -> Result<Invitation> {
    let manage = policy::organization(actor, OrganizationAction::ManagePeople, Some(row.organization_id.into())).can();
    Ok(Invitation {
        id: row.id,
        email: row.email,
        role: stored(Role::parse(&row.role))?,
        pledge_limit: stored_amount(row.pledge_limit)?,
        invited_by: row.invited_by,
        created_at: row.created_at,
        expires_at: row.expires_at,
        expired: row.expires_at <= now,
        can: InvitationCan { resend: manage, revoke: manage },
    })
}

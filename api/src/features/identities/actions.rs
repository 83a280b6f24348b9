//! Use cases of identities: coming in by one, adding one, taking one away.

use diesel_async::AsyncPgConnection;

use super::dto::{Identity, IdentityCan};
use super::providers::Providers;
use super::rules::{self, Known, Outcome, Refusal};
use super::store::{self, IdentityRow};
use super::vouched::Vouched;
use crate::app::App;
use crate::db::Tx;
use crate::error::{Code, Error, Result};
use crate::features::auth::actions::{SignedInSession, start_session};
use crate::features::auth::store as auth;
use crate::features::people::store as people;
use crate::kernel::{Actor, Event, IdentityId, SessionId, Slug, UserId};
use crate::policy::{self, AccountAction, AdministrationAction, Can, UserAction};

/// How an arrival from a provider ends.
pub enum Arrived {
    SignedIn(SignedInSession),
    /// Somebody who was signed in has one identity more.
    Linked,
}

/// Lets in whom a provider vouches for, or adds the identity to whoever asked for it in a session of theirs.
pub async fn arrive(
    tx: &mut Tx,
    app: &App,
    provider: &Slug,
    vouched: &Vouched,
    asked_by: Option<(UserId, SessionId)>,
    agent: Option<&str>,
) -> Result<Arrived> {
    let linking = match asked_by {
        Some((user, session)) => Some(still_signed_in(tx, user, session).await?),
        None => None,
    };
    let found = store::lock(tx, vouched).await?;
    let known = Known {
        owner: found.as_ref().map(|identity| identity.user_id.into()),
        by_address: by_address(tx, vouched).await?,
        address_verified: vouched.email_verified,
        linking,
    };
    match (rules::decide(&known), found) {
        (Outcome::SignIn(person), Some(identity)) => {
            require_may_sign_in(tx, person).await?;
            store::note_use(tx, identity.id, vouched).await?;
            start_session(tx, app, person, "provider", agent).await.map(Arrived::SignedIn)
        }
        (Outcome::LinkAndSignIn(person), _) => {
            require_may_sign_in(tx, person).await?;
            // Whose doing it is, is known once they are in.
            let session = start_session(tx, app, person, "provider", agent).await?;
            add(tx, person, provider, vouched).await?;
            Ok(Arrived::SignedIn(session))
        }
        (Outcome::Link(person), _) => {
            add(tx, person, provider, vouched).await?;
            Ok(Arrived::Linked)
        }
        (Outcome::Linked(_), Some(identity)) => {
            store::note_use(tx, identity.id, vouched).await?;
            Ok(Arrived::Linked)
        }
        (Outcome::Refuse(refusal), _) => Err(Error::new(code_of(refusal))),
        (Outcome::SignIn(_) | Outcome::Linked(_), None) => Err(Error::new(Code::IdentityUnknown)),
    }
}

fn code_of(refusal: Refusal) -> Code {
    match refusal {
        Refusal::Taken => Code::IdentityTaken,
        Refusal::Unknown => Code::IdentityUnknown,
        Refusal::NotVerified => Code::AddressNotVerified,
        Refusal::SignInAsBefore => Code::SignInAsBefore,
    }
}

/// Who began this in a session must still be in it; what follows is their doing.
async fn still_signed_in(tx: &mut Tx, user: UserId, session: SessionId) -> Result<UserId> {
    let now = tx.now();
    let person = auth::person_of_session(tx.conn().await?, user, session, now).await?;
    let person = person.ok_or_else(|| Error::new(Code::SessionEnded))?;
    tx.act_as(Actor::Person(person));
    Ok(user)
}

/// Who has the address that was verified, locked, so that it counts once even if two come at the same moment.
async fn by_address(tx: &mut Tx, vouched: &Vouched) -> Result<Option<(UserId, bool)>> {
    let Some(email) = vouched.email.as_ref().filter(|_| vouched.email_verified) else { return Ok(None) };
    let Some(person) = people::find_by_email(tx.conn().await?, email).await? else { return Ok(None) };
    let person = people::lock(tx, person.id.into()).await?;
    if person.email != email.as_str() {
        return Ok(None);
    }
    let (staff, person) = (person.staff, UserId::from(person.id));
    // Whoever may do everything is not let in on a provider's word alone.
    Ok(Some((person, staff || store::has_one(tx.conn().await?, person).await?)))
}

/// Somebody whom staff have shut out is told what somebody unknown is.
async fn require_may_sign_in(tx: &mut Tx, person: UserId) -> Result<()> {
    if people::may_sign_in(tx.conn().await?, person).await? { Ok(()) } else { Err(Error::new(Code::IdentityUnknown)) }
}

async fn add(tx: &mut Tx, person: UserId, provider: &Slug, vouched: &Vouched) -> Result<()> {
    let identity = IdentityId::new();
    store::insert(tx, identity, person, provider.as_str(), vouched).await?;
    tx.record(Event::IdentityLinked { user: person, identity, provider: provider.as_str().to_owned() }).await
}

pub async fn list_mine(conn: &mut AsyncPgConnection, actor: &Actor, providers: &Providers) -> Result<Vec<Identity>> {
    policy::account(actor, AccountAction::See).require()?;
    let person = actor.person().ok_or_else(|| Error::new(Code::Unauthenticated))?.id;
    let rows = store::of_person(conn, person).await?;
    let can = policy::account(actor, AccountAction::Change).can();
    Ok(rows.into_iter().map(|row| view(providers, row, can)).collect())
}

/// For staff, to tell why somebody does not get in.
pub async fn list_of_user(
    conn: &mut AsyncPgConnection,
    actor: &Actor,
    user: UserId,
    providers: &Providers,
) -> Result<Vec<Identity>> {
    policy::administration(actor, AdministrationAction::SeeUsers).require()?;
    let account = people::find(conn, user).await?.account();
    let can = policy::user(actor, UserAction::RemoveIdentity, &account).can();
    let rows = store::of_person(conn, user).await?;
    Ok(rows.into_iter().map(|row| view(providers, row, can)).collect())
}

/// For somebody who lost it, or never had it. Where they are signed in they stay so.
pub async fn unlink_of_user(tx: &mut Tx, user: UserId, identity: IdentityId) -> Result<()> {
    policy::administration(tx.actor(), AdministrationAction::SeeUsers).require()?;
    let account = people::find(tx.conn().await?, user).await?.account();
    policy::user(tx.actor(), UserAction::RemoveIdentity, &account).require()?;
    let row = store::delete(tx, user, identity).await?;
    tx.record(Event::IdentityUnlinked { user, identity, provider: row.provider }).await
}

/// Whoever wants one more identity is in a session.
pub fn may_link(actor: &Actor) -> Result<(UserId, SessionId)> {
    policy::account(actor, AccountAction::Change).require()?;
    let in_session = actor.person().and_then(|person| Some((person.id, person.in_session()?)));
    in_session.ok_or_else(|| Error::new(Code::SessionRequired))
}

/// There is always another way in: a link by mail.
pub async fn unlink(tx: &mut Tx, identity: IdentityId) -> Result<()> {
    let (user, _) = may_link(tx.actor())?;
    let row = store::delete(tx, user, identity).await?;
    tx.record(Event::IdentityUnlinked { user, identity, provider: row.provider }).await
}

fn view(providers: &Providers, row: IdentityRow, unlink: Can) -> Identity {
    let title = providers.find(&row.provider).map_or_else(|| row.provider.clone(), |provider| provider.title.clone());
    Identity {
        id: row.id,
        title,
        provider: row.provider,
        idp: Some(row.idp).filter(|idp| !idp.is_empty()),
        email: row.email,
        created_at: row.created_at,
        last_used_at: row.last_used_at,
        can: IdentityCan { unlink },
    }
}

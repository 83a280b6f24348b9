//! The SQL of forgetting a person.

use diesel::prelude::*;
use diesel_async::RunQueryDsl;
use uuid::Uuid;

use super::rules::Pseudonym;
use crate::db::Tx;
use crate::error::Result;
use crate::kernel::{OrganizationId, UserId};
use crate::schema::{
    access_tokens, follows, idempotency_keys, identities, invitations, magic_links, organizations, sessions, users,
};

/// The name goes; what stood under it stays, under the pseudonym.
pub async fn rename(tx: &mut Tx, user: UserId, pseudonym: &Pseudonym) -> Result<()> {
    let now = tx.now();
    diesel::update(users::table.find(user.as_uuid()))
        .set((
            users::name.eq(&pseudonym.name),
            users::email.eq(&pseudonym.email),
            users::language.eq(None::<String>),
            users::time_zone.eq(None::<String>),
            users::staff.eq(false),
            users::admin.eq(false),
            users::disabled_at.eq(now),
            users::erased_at.eq(now),
            users::version.eq(users::version + 1),
            users::updated_at.eq(now),
        ))
        .execute(tx.conn().await?)
        .await?;
    Ok(())
}

/// Every way in, every trace of having come in, and what was remembered for this person alone.
pub async fn remove_traces(tx: &mut Tx, user: UserId) -> Result<()> {
    let (id, conn) = (user.as_uuid(), tx.conn().await?);
    diesel::delete(sessions::table.filter(sessions::user_id.eq(id))).execute(conn).await?;
    diesel::delete(magic_links::table.filter(magic_links::user_id.eq(id))).execute(conn).await?;
    diesel::delete(access_tokens::table.filter(access_tokens::user_id.eq(id))).execute(conn).await?;
    diesel::delete(identities::table.filter(identities::user_id.eq(id))).execute(conn).await?;
    diesel::delete(follows::table.filter(follows::user_id.eq(id))).execute(conn).await?;
    diesel::delete(idempotency_keys::table.filter(idempotency_keys::user_id.eq(id))).execute(conn).await?;
    Ok(())
}

/// Invitations to this person end, and all of them forget the address.
pub async fn forget_in_invitations(tx: &mut Tx, user: UserId, email: &str, pseudonym: &Pseudonym) -> Result<()> {
    let now = tx.now();
    let open = invitations::accepted_at.is_null().and(invitations::revoked_at.is_null());
    diesel::update(invitations::table.filter(invitations::email.eq(email).and(open)))
        .set(invitations::revoked_at.eq(now))
        .execute(tx.conn().await?)
        .await?;
    let theirs = invitations::email.eq(email).or(invitations::accepted_by.is_not_distinct_from(user.as_uuid()));
    diesel::update(invitations::table.filter(theirs))
        .set(invitations::email.eq(&pseudonym.email))
        .execute(tx.conn().await?)
        .await?;
    Ok(())
}

/// Organisations whose bills went to this address have to name somebody else; which they are. A name alone is nobody's:
/// two people may have it, and so may an office.
pub async fn forget_in_billing(tx: &mut Tx, name: &str, email: &str) -> Result<Vec<OrganizationId>> {
    let now = tx.now();
    let named = organizations::billing_email.eq(email);
    let with_name = organizations::table.filter(named).filter(organizations::billing_name.eq(name));
    diesel::update(with_name).set(organizations::billing_name.eq(None::<String>)).execute(tx.conn().await?).await?;
    let ids: Vec<Uuid> = diesel::update(organizations::table.filter(named))
        .set((
            organizations::billing_email.eq(None::<String>),
            organizations::version.eq(organizations::version + 1),
            organizations::updated_at.eq(now),
        ))
        .returning(organizations::id)
        .get_results(tx.conn().await?)
        .await?;
    Ok(ids.into_iter().map(OrganizationId::from).collect())
}

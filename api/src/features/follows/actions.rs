//! Use cases of following. No audit entry: what somebody likes to be told is nobody else's affair.

use chrono::{DateTime, Utc};
use diesel_async::AsyncPgConnection;

use super::dto::FollowedProject;
use super::{links, store};
use crate::db::Tx;
use crate::error::{Code, Error, Result};
use crate::features::projects::view::{Viewer, find_seen};
use crate::kernel::{Actor, ProjectId, Slug, Touch, UserId};
use crate::policy;
use crate::secrets::Keys;

pub async fn follow(tx: &mut Tx, slug: &Slug) -> Result<()> {
    let (project, user) = asked(tx, slug).await?;
    tx.touch(Touch::Project(project));
    store::add(tx, project, user).await
}

pub async fn unfollow(tx: &mut Tx, slug: &Slug) -> Result<()> {
    let (project, user) = asked(tx, slug).await?;
    tx.touch(Touch::Project(project));
    store::remove(tx, project, user).await
}

async fn asked(tx: &mut Tx, slug: &Slug) -> Result<(ProjectId, UserId)> {
    let (actor, now) = (tx.actor().clone(), tx.now());
    let project = find_seen(tx.conn().await?, &actor, slug, now).await?;
    policy::follow(&actor).require()?;
    let person = actor.person().ok_or_else(|| Error::new(Code::Unauthenticated))?;
    Ok((project.id(), person.id))
}

/// Whoever holds the link may use it, as often as they like.
pub async fn unsubscribe(tx: &mut Tx, keys: &Keys, token: &str) -> Result<()> {
    let not_whole =
        || Error::new(Code::LinkInvalid).detail("Copy all of the link: it is as long as the mail shows it.");
    let (user, project) = links::read(keys, token).ok_or_else(not_whole)?;
    tx.touch(Touch::Project(project));
    store::remove(tx, project, user).await
}

pub async fn list(conn: &mut AsyncPgConnection, actor: &Actor, now: DateTime<Utc>) -> Result<Vec<FollowedProject>> {
    let person = actor.person().ok_or_else(|| Error::new(Code::Unauthenticated))?;
    let viewer = Viewer::new(conn, actor, None, now).await?;
    let mut followed = Vec::new();
    for (project, followed_at) in store::list(conn, person.id).await? {
        // A draft that somebody had an early look at may be out of their sight by now.
        if viewer.see(&project).is_ok() {
            let funding = project.stage(now)?.funding;
            followed.push(FollowedProject { slug: project.row.slug, title: project.row.title, funding, followed_at });
        }
    }
    Ok(followed)
}

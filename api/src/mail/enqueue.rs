//! Which mails follow from what happened, and to whom they are due.
//!
//! Always holds: each person is due one mail for an event, however many reasons there are; what it says is decided when
//! it goes out.

use super::store::{self, Audience};
use crate::db::Tx;
use crate::error::Result;
use crate::features::pledges::store as pledges;
use crate::kernel::{
    Effect, PledgeEvent, PledgeId, PledgeStep, ProjectEvent, ProjectId, ProjectStep, UpdateId, UserId,
};
use crate::outbox::{self, Job, PledgeNews, ProjectNews};

const FOLLOWERS: Audience = Audience { followers: true, backers: false, staff: false };
const BACKERS: Audience = Audience { followers: true, backers: true, staff: false };
const EVERYBODY: Audience = Audience { followers: true, backers: true, staff: true };
const STAFF: Audience = Audience { followers: false, backers: false, staff: true };

pub async fn of_project(tx: &mut Tx, event: &ProjectEvent) -> Result<()> {
    let (news, audience) = match event.step {
        ProjectStep::Opened => (ProjectNews::Opened, FOLLOWERS),
        // Settling is followed by this at once, and the shares are in it.
        ProjectStep::Funded => (ProjectNews::Funded, EVERYBODY),
        ProjectStep::Missed => (ProjectNews::Missed, EVERYBODY),
        ProjectStep::Extended => (ProjectNews::Extended, BACKERS),
        ProjectStep::Closed => (ProjectNews::Closed, BACKERS),
        ProjectStep::ReminderDue => {
            let days = event.detail["days"].as_u64().and_then(|days| u32::try_from(days).ok()).unwrap_or_default();
            return remind(tx, event.project, days).await;
        }
        ProjectStep::Refilled => return of_released(tx, event.project).await,
        _ => return Ok(()),
    };
    tell(tx, news, event.project, audience).await
}

async fn tell(tx: &mut Tx, news: ProjectNews, project: ProjectId, audience: Audience) -> Result<()> {
    let people = store::people(tx, project, audience).await?;
    let jobs: Vec<Job> = people.into_iter().map(|user| Job::MailProject { news, project, user }).collect();
    outbox::put_all(tx, &jobs).await
}

pub async fn of_pledge(tx: &mut Tx, event: &PledgeEvent) -> Result<()> {
    if event.effect == Effect::OpensGap {
        tell(tx, ProjectNews::Gap, event.project, STAFF).await?;
    }
    let (news, people) = match event.step {
        PledgeStep::Requested => (PledgeNews::Requested, store::leads(tx, event.organization).await?),
        PledgeStep::Approved => (PledgeNews::Approved, champion(tx, event.pledge).await?),
        PledgeStep::Declined => (PledgeNews::Declined, champion(tx, event.pledge).await?),
        PledgeStep::Released => return tell_released(tx, &[event.pledge]).await,
        _ => return Ok(()),
    };
    put_pledge(tx, news, event.pledge, people).await
}

async fn of_released(tx: &mut Tx, project: ProjectId) -> Result<()> {
    let pledges = store::released_now(tx, project).await?;
    tell_released(tx, &pledges).await
}

async fn tell_released(tx: &mut Tx, pledges: &[PledgeId]) -> Result<()> {
    let news = PledgeNews::Released;
    let people = store::answering_for(tx, pledges).await?;
    let jobs: Vec<Job> = people.into_iter().map(|(pledge, user)| Job::MailPledge { news, pledge, user }).collect();
    outbox::put_all(tx, &jobs).await
}

async fn put_pledge(tx: &mut Tx, news: PledgeNews, pledge: PledgeId, people: Vec<UserId>) -> Result<()> {
    let jobs: Vec<Job> = people.into_iter().map(|user| Job::MailPledge { news, pledge, user }).collect();
    outbox::put_all(tx, &jobs).await
}

async fn champion(tx: &mut Tx, pledge: PledgeId) -> Result<Vec<UserId>> {
    Ok(pledges::find(tx.conn().await?, pledge).await?.champion().into_iter().collect())
}

pub async fn of_update(tx: &mut Tx, update: UpdateId, project: ProjectId) -> Result<()> {
    let people = store::people(tx, project, FOLLOWERS).await?;
    let jobs: Vec<Job> = people.into_iter().map(|user| Job::MailUpdate { update, user }).collect();
    outbox::put_all(tx, &jobs).await
}

/// Tells followers and those who pledged that a project closes in so many days.
async fn remind(tx: &mut Tx, project: ProjectId, days: u32) -> Result<()> {
    let people = store::people(tx, project, BACKERS).await?;
    let jobs: Vec<Job> = people.into_iter().map(|user| Job::MailProjectReminder { project, user, days }).collect();
    outbox::put_all(tx, &jobs).await
}

//! From a job to a mail: whom it is for today, and what it says.

use minijinja::context;
use url::Url;

use super::news::{self, Desk};
use super::templates::{self, Rendered};
use crate::db::{Tx, stored};
use crate::error::Result;
use crate::features::auth::{actions as sign_in, store as auth};
use crate::features::invitations::{actions as invitations, store as invitation_store};
use crate::features::organizations::store::{self as organizations, OrganizationRow};
use crate::features::people::store::{self as people, UserRow};
use crate::kernel::{Email, Language, OrganizationId, OutboxId, Role, UserId};
use crate::outbox::Job;
use crate::secrets::Keys;

/// A mail ready to go.
#[derive(Debug)]
pub struct Mail {
    pub to: Email,
    pub rendered: Rendered,
    /// Where one request ends such mails, for those that follow from following something.
    pub unsubscribe: Option<String>,
}

/// What a job's mail says, or `None` if there is nothing to send (any more).
pub async fn compose(tx: &mut Tx, keys: &Keys, public_url: &Url, id: OutboxId, job: &Job) -> Result<Option<Mail>> {
    let desk = Desk { keys, public_url };
    match job {
        Job::MailMagicLink { email, return_to } => {
            let Some(person) = people::find_by_email(tx.conn().await?, &stored(Email::parse(email))?).await? else {
                return Ok(None);
            };
            if person.disabled_at.is_some() {
                return Ok(None);
            }
            auth::put_magic_link(tx, id, person.id.into()).await?;
            let token = sign_in::magic_link_token(keys, id);
            let mut link = page(public_url, "/sign-in/confirm");
            let fragment = url::form_urlencoded::Serializer::new(String::new())
                .append_pair("token", &token)
                .extend_pairs(return_to.iter().map(|path| ("return_to", path)))
                .finish();
            link.set_fragment(Some(&fragment));
            let values = context! { name => &person.name, link => link.as_str() };
            to_person(&person, "magic_link", values).map(Some)
        }
        Job::MailInvitation { invitation } => {
            let Some(row) = invitation_store::find_open(tx.conn().await?, *invitation).await? else {
                return Ok(None);
            };
            let organization = organizations::find_by_id(tx.conn().await?, row.organization_id.into()).await?.name;
            let email = stored(Email::parse(&row.email))?;
            let language = match people::find_by_email(tx.conn().await?, &email).await? {
                Some(person) => language_of(&person)?,
                None => Language::En,
            };
            let mut link = page(public_url, "/invitations/accept");
            link.set_fragment(Some(&format!("token={}", invitations::invitation_token(keys, *invitation))));
            let role = templates::role(stored(Role::parse(&row.role))?, language);
            let by = row.invited_by;
            let values = context! { organization, by, role, link => link.as_str() };
            let rendered = templates::render("invitation", language, values)?;
            Ok(Some(Mail { to: email, rendered, unsubscribe: None }))
        }
        Job::MailMemberAdded { organization, user } => {
            let Some((person, organization)) = member(tx, *organization, *user).await? else {
                return Ok(None);
            };
            let link = page(public_url, &format!("/organizations/{}", organization.slug));
            let values = context! { name => &person.name, organization => organization.name, link => link.as_str() };
            to_person(&person, "member_added", values).map(Some)
        }
        Job::MailMemberRemoved { organization, user } => {
            let Some((person, organization)) = member(tx, *organization, *user).await? else {
                return Ok(None);
            };
            let values = context! { name => &person.name, organization => organization.name };
            to_person(&person, "member_removed", values).map(Some)
        }
        Job::MailIdentityLinked { user, provider } => {
            let person = people::find(tx.conn().await?, *user).await?;
            if person.disabled_at.is_some() {
                return Ok(None);
            }
            let link = page(public_url, "/account");
            let values = context! { name => &person.name, provider, link => link.as_str() };
            to_person(&person, "identity_linked", values).map(Some)
        }
        Job::MailProject { news, project, user } => news::of_project(tx, desk, *news, *project, *user).await,
        Job::MailProjectReminder { project, user, days } => news::reminder(tx, desk, *project, *user, *days).await,
        Job::MailUpdate { update, user } => news::of_update(tx, desk, *update, *user).await,
        Job::MailPledge { news, pledge, user } => news::of_pledge(tx, desk, *news, *pledge, *user).await,
    }
}

/// The person and the organisation. `None` for somebody who is disabled.
async fn member(tx: &mut Tx, organization: OrganizationId, user: UserId) -> Result<Option<(UserRow, OrganizationRow)>> {
    let person = people::find(tx.conn().await?, user).await?;
    if person.disabled_at.is_some() {
        return Ok(None);
    }
    Ok(Some((person, organizations::find_by_id(tx.conn().await?, organization).await?)))
}

fn to_person(person: &UserRow, mail: &str, values: minijinja::Value) -> Result<Mail> {
    let rendered = templates::render(mail, language_of(person)?, values)?;
    Ok(Mail { to: stored(Email::parse(&person.email))?, rendered, unsubscribe: None })
}

pub fn language_of(person: &UserRow) -> Result<Language> {
    person.language.as_deref().map_or(Ok(Language::En), |text| stored(Language::parse(text)))
}

pub fn page(public_url: &Url, path: &str) -> Url {
    let mut url = public_url.clone();
    url.set_path(path);
    url
}

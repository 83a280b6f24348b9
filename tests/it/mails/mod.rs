//! Who is told what becomes of projects and pledges: each person once for an event, and nobody what is not theirs.

mod hidden_pledges;
mod pledge_news;
mod project_news;
mod project_reminder;

use cofund_tests::{Mail, Person};

/// The mails to somebody.
fn to<'a>(mails: &'a [Mail], person: &Person) -> Vec<&'a Mail> {
    mails.iter().filter(|mail| mail.to == person.email()).collect()
}

/// The one mail to somebody.
#[track_caller]
fn one<'a>(mails: &'a [Mail], person: &Person) -> &'a Mail {
    let found = to(mails, person);
    assert_eq!(found.len(), 1, "to {}: {found:#?}", person.email());
    found[0]
}

//! The vocabulary of the product: values that are right if they exist.
//!
//! Pure: nothing here knows the database, HTTP or the time of day. Every type parses itself (`parse`) and can be made
//! in no other way, so whoever holds an [`Amount`] or a [`Slug`] need not check it again.

mod actor;
mod amount;
mod clock;
mod currency;
mod day;
mod email;
mod event;
mod fraction;
mod hex;
mod ids;
mod invalid;
mod language;
mod ledger_entry;
pub mod markdown;
mod own_path;
mod page;
mod patch;
mod position;
mod role;
mod ror;
mod scope;
mod slug;
mod stage;
mod step;
mod terms_version;
mod text;
mod time_zone;
mod touch;
mod website;
mod words;

pub use actor::{Actor, Member, Person, Via};
pub use amount::Amount;
pub use clock::{Clock, SetClock};
pub use currency::Currency;
pub use day::parse_day;
pub use email::{Email, NOBODYS};
pub use event::{Event, Subject};
pub use fraction::{Dust, Fraction};
pub use hex::hex;
pub use ids::*;
pub use invalid::{FieldCode, FieldError, Fields, Invalid};
pub use language::Language;
pub use ledger_entry::LedgerEntry;
pub use own_path::own_path;
pub use page::{Cursor, CursorError, Page};
pub use patch::Patch;
pub use position::parse_position;
pub use role::Role;
pub use ror::RorId;
pub use scope::{Scope, Scopes};
pub use slug::Slug;
pub use stage::Stage;
pub use step::{Decider, Effect, PledgeEvent, PledgeStep, ProjectEvent, ProjectStep};
pub use terms_version::TermsVersion;
pub use text::Text;
pub use time_zone::TimeZone;
pub use touch::{Touch, Touched};
pub use website::Website;
pub(crate) use words::words;
pub use words::{
    CloseReason, Delivery, Funding, LinkKind, Mode, PledgeStatus, ProjectVisibility, SupportKind, UpdateKind,
    Visibility,
};

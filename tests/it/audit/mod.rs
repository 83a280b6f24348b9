//! Who changed what, for ever.

mod append_only;
mod list_audit_entries;
mod what_is_recorded;

//! Whose a hidden pledge is stands in no answer to anybody but its own people and staff: not in lists, ledgers,
//! simulations or problems, not in what changes between two readings, not in cursors, not in mails to others.

mod crawler;
mod history;
mod names;
mod nothing_leaks;
mod over_time;
mod probing;
mod scene;

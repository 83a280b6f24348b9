//! The invented data that a fresh installation can be filled with.

mod is_seeded_once;
mod is_the_same_each_time;
mod shows_every_state;

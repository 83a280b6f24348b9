//! What a request costs the database: as many statements for a page as for one thing.

mod plans;
mod round_trips;

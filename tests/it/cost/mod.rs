//! What a request costs the database: as many statements for a page as for one thing, and none that reads a whole table.

mod plans;
mod round_trips;

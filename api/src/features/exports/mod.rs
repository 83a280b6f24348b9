//! Tables to take along: CSV with the numbers that the API shows.
//!
//! Always holds: a table is made from what the API answers and from nothing else, so its sums are the API's and what
//! the API hides is not in it; no cell of a text is taken for a formula.

pub mod actions;
pub mod routes;
pub mod rules;

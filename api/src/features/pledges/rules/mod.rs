//! The money, decided: pure functions of amounts and times.

pub mod booking;
pub mod coalition;
pub mod conditions;
pub mod explain;
pub mod shares;
pub mod years;

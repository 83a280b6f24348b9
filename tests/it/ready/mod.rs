//! Ready answers: what everybody may read is kept as bytes, and nobody can tell but by the clock.

mod answers;
mod cut_off;
mod staleness;

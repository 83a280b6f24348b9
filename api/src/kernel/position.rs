//! Where a thing stands among others of its kind, as staff arrange them.

use super::{FieldCode, Invalid};

/// The smallest comes first; two may have the same.
pub fn parse_position(position: i32) -> Result<i32, Invalid> {
    if (0..=1000).contains(&position) {
        return Ok(position);
    }
    Err(Invalid::new(FieldCode::OutOfRange, "A position is from 0 to 1000."))
}

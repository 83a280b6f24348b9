//! The version of a thing that a caller saw before changing it.

use crate::error::{Code, Error, Result};

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Seen(pub i32);

impl Seen {
    /// Call it once the row is locked.
    pub fn check(self, version: i32) -> Result<()> {
        if self.0 == version { Ok(()) } else { Err(Error::new(Code::VersionConflict).with("version", version)) }
    }
}

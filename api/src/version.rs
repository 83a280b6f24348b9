//! The version of a thing that a caller saw before changing it.

use crate::error::{Code, Error, Result};

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Seen {
    Version(i32),
    /// The caller did not say. That is refused only here, so that the answer of an attempt that was made already is
    /// found first.
    Unsaid,
}

impl Seen {
    /// Call it once the row is locked.
    pub fn check(self, version: i32) -> Result<()> {
        match self {
            Self::Version(seen) if seen == version => Ok(()),
            Self::Version(_) => Err(Error::new(Code::VersionConflict).with("version", version)),
            Self::Unsaid => Err(Error::new(Code::IfMatchRequired)),
        }
    }
}

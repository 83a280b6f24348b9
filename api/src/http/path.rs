//! Names in addresses.

use crate::error::{Code, Error, Result};
use crate::kernel::Slug;

/// What cannot be a slug names nothing.
pub fn slug(text: &str) -> Result<Slug> {
    Slug::parse(text).map_err(|_| Error::new(Code::NotFound))
}

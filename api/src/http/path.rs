//! Names in addresses.

use crate::error::{Code, Error, Result};
use crate::kernel::{Slug, TermsVersion};

/// What cannot be a slug names nothing.
pub fn slug(text: &str) -> Result<Slug> {
    Slug::parse(text).map_err(|_| Error::new(Code::NotFound))
}

/// The same of a version of the terms.
pub fn terms_version(text: &str) -> Result<TermsVersion> {
    TermsVersion::parse(text).map_err(|_| Error::new(Code::NotFound))
}

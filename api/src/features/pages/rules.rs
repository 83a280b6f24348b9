//! Which page an address is.

use crate::kernel::Slug;

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Page {
    Roadmap,
    Impact,
    Membership,
    Organizations,
    Organization(Slug),
    Project(Slug),
    /// Somebody's own affairs, or nothing: not for search engines either way.
    Other,
}

impl Page {
    pub fn at(path: &str) -> Self {
        let steps: Vec<&str> = path.trim_matches('/').split('/').collect();
        match steps.as_slice() {
            [""] => Self::Roadmap,
            ["impact"] => Self::Impact,
            ["membership"] => Self::Membership,
            ["organizations"] => Self::Organizations,
            ["organizations", slug] => Slug::parse(slug).map_or(Self::Other, Self::Organization),
            ["projects", slug] => Slug::parse(slug).map_or(Self::Other, Self::Project),
            _ => Self::Other,
        }
    }

    /// The one address of a page that everybody may find.
    pub fn address(&self) -> Option<String> {
        match self {
            Self::Roadmap => Some("/".to_owned()),
            Self::Impact => Some("/impact".to_owned()),
            Self::Membership => Some("/membership".to_owned()),
            Self::Organizations => Some("/organizations".to_owned()),
            Self::Organization(slug) => Some(format!("/organizations/{slug}")),
            Self::Project(slug) => Some(format!("/projects/{slug}")),
            Self::Other => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_public_page_is_known_by_its_address() {
        for address in ["/", "/impact", "/membership", "/organizations", "/organizations/tidewater", "/projects/tides"]
        {
            assert_eq!(Page::at(address).address().as_deref(), Some(address));
        }
        assert_eq!(Page::at("/projects/tides/").address().as_deref(), Some("/projects/tides"));
    }

    #[test]
    fn nobody_else_s_page_is_public() {
        for address in [
            "/account",
            "/staff/projects",
            "/projects",
            "/projects/Tides",
            "/projects/tides/pledge",
            "/organizations/tidewater/budget",
            "//impact/x",
        ] {
            assert_eq!(Page::at(address), Page::Other, "{address}");
        }
    }
}

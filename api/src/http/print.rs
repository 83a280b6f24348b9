//! Pages to print: they style themselves, run nothing and load nothing.
//!
//! Always holds: the style that is in such a page is the one whose digest the policies name, here and for the pages of
//! this server ([`super::headers`]), from which a browser may open one that it was given as an answer.

use actix_web::HttpResponse;
use actix_web::http::header;

/// What the template puts into its `style` element, as it is.
pub const STYLE: &str = include_str!("print.css");

/// Nothing but that style.
const POLICY: &str = "default-src 'none'; style-src 'sha256-pkAuITxLVRr5Ltj14ptcHhntdCymHujIrPRhjvKOm4c='; \
    object-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

/// A page that is about one caller's affairs.
pub fn page(html: String) -> HttpResponse {
    HttpResponse::Ok()
        .insert_header((header::CONTENT_SECURITY_POLICY, POLICY))
        .content_type("text/html; charset=utf-8")
        .body(html)
}

#[cfg(test)]
mod tests {
    use base64::Engine as _;
    use base64::engine::general_purpose::STANDARD;

    use super::*;
    use crate::http::headers::PAGE_POLICY;
    use crate::secrets::sha256;

    #[test]
    fn the_policies_name_this_style() {
        let source = format!("'sha256-{}'", STANDARD.encode(sha256(STYLE.as_bytes())));
        assert!(POLICY.contains(&source), "write {source} into the policy");
        assert!(PAGE_POLICY.contains(&source), "write {source} into the policy of pages");
        assert!(!STYLE.contains("</"), "nothing in it ends the element");
    }
}

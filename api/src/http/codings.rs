//! The same bytes as they are and compressed, each made when it is first asked for, and once.

use std::io::{self, Read as _};
use std::sync::OnceLock;

use actix_web::body::BoxBody;
use actix_web::http::StatusCode;
use actix_web::http::header::{self, AcceptEncoding, ContentEncoding, Encoding, HeaderValue};
use actix_web::web::Bytes;
use actix_web::{HttpMessage as _, HttpRequest, HttpResponse};

/// What is smaller gains nothing.
const SMALLEST: usize = 256;

/// Well above the default's cost, and near its smallest result: it is made once for many.
const BROTLI_QUALITY: u32 = 6;
const BROTLI_WINDOW: u32 = 20;

/// For whoever keeps answers for others.
pub const VARY_BY_CODING: HeaderValue = HeaderValue::from_static("accept-encoding");

pub struct Codings {
    plain: Bytes,
    brotli: OnceLock<Option<Bytes>>,
    gzip: OnceLock<Option<Bytes>>,
}

impl Codings {
    pub fn new(plain: Bytes) -> Self {
        Self { plain, brotli: OnceLock::new(), gzip: OnceLock::new() }
    }

    /// What it takes in memory: the bytes, and about half as much for their compressed forms.
    pub fn weight(&self) -> usize {
        self.plain.len() * 3 / 2
    }

    /// The bytes in the coding that suits the caller best. Nobody compresses them again on their way.
    pub fn answer(&self, request: &HttpRequest) -> HttpResponse<BoxBody> {
        let (coding, body) = self.for_request(request);
        let mut response = HttpResponse::with_body(StatusCode::OK, body).map_into_boxed_body();
        let coding = coding.unwrap_or(ContentEncoding::Identity);
        let headers = response.headers_mut();
        headers.insert(header::CONTENT_ENCODING, coding.to_header_value());
        headers.insert(header::VARY, VARY_BY_CODING);
        response
    }

    /// The coding, and the bytes in it.
    fn for_request(&self, request: &HttpRequest) -> (Option<ContentEncoding>, Bytes) {
        let coding = wanted(request).filter(|_| self.plain.len() >= SMALLEST);
        let coded = match coding {
            Some(ContentEncoding::Brotli) => self.brotli.get_or_init(|| self.smaller(brotli)).clone(),
            Some(ContentEncoding::Gzip) => self.gzip.get_or_init(|| self.smaller(gzip)).clone(),
            _ => None,
        };
        match coded {
            Some(coded) => (coding, coded),
            None => (None, self.plain.clone()),
        }
    }

    /// Pictures and fonts are compressed as they are.
    fn smaller(&self, coded: fn(&[u8]) -> io::Result<Bytes>) -> Option<Bytes> {
        coded(&self.plain).ok().filter(|coded| coded.len() < self.plain.len())
    }
}

/// What the caller likes best of what is offered; the same choice as for answers that are compressed on their way.
fn wanted(request: &HttpRequest) -> Option<ContentEncoding> {
    const OFFERED: [Encoding; 3] = [Encoding::identity(), Encoding::brotli(), Encoding::gzip()];
    if !request.headers().contains_key(header::ACCEPT_ENCODING) {
        return None;
    }
    match request.get_header::<AcceptEncoding>()?.negotiate(OFFERED.iter())? {
        Encoding::Known(coding) => Some(coding),
        Encoding::Unknown(_) => None,
    }
}

fn brotli(plain: &[u8]) -> io::Result<Bytes> {
    let mut coded = Vec::new();
    let mut reader = brotli::CompressorReader::new(plain, 4096, BROTLI_QUALITY, BROTLI_WINDOW);
    reader.read_to_end(&mut coded)?;
    Ok(coded.into())
}

fn gzip(plain: &[u8]) -> io::Result<Bytes> {
    let mut coded = Vec::new();
    flate2::read::GzEncoder::new(plain, flate2::Compression::default()).read_to_end(&mut coded)?;
    Ok(coded.into())
}

#[cfg(test)]
mod tests {
    use actix_web::test::TestRequest;

    use super::*;

    fn coded_for(accept: Option<&str>, plain: &'static str) -> (Option<ContentEncoding>, Bytes) {
        let request = accept.map_or_else(TestRequest::default, |accept| {
            TestRequest::default().insert_header((header::ACCEPT_ENCODING, accept))
        });
        Codings::new(Bytes::from_static(plain.as_bytes())).for_request(&request.to_http_request())
    }

    const LONG: &str = include_str!("codings.rs");

    #[test]
    fn what_does_not_get_smaller_is_given_as_it_is() {
        let noise: Vec<u8> = (0..64_u64).flat_map(|n| crate::secrets::sha256(&n.to_le_bytes())).collect();
        let request = TestRequest::default().insert_header((header::ACCEPT_ENCODING, "br")).to_http_request();
        assert_eq!(Codings::new(noise.clone().into()).for_request(&request), (None, noise.into()));
    }

    #[test]
    fn gives_what_is_asked_for() {
        assert_eq!(coded_for(None, LONG), (None, LONG.into()));
        assert_eq!(coded_for(Some("zstd"), LONG).0, None);
        assert_eq!(coded_for(Some("gzip"), "too short to gain"), (None, "too short to gain".into()));
        let (coding, bytes) = coded_for(Some("gzip"), LONG);
        let mut text = String::new();
        flate2::read::GzDecoder::new(&bytes[..]).read_to_string(&mut text).unwrap();
        assert_eq!((coding, text.as_str()), (Some(ContentEncoding::Gzip), LONG));
        let (coding, bytes) = coded_for(Some("gzip, deflate, br"), LONG);
        let mut text = String::new();
        brotli::Decompressor::new(&bytes[..], 4096).read_to_string(&mut text).unwrap();
        assert_eq!((coding, text.as_str()), (Some(ContentEncoding::Brotli), LONG));
    }
}

//! The built files, as they were put into the program itself (`--features embed-spa`).

use std::borrow::Cow;

use actix_web::web::Bytes;
use rust_embed::RustEmbed;

/// Built before the program: `npm run build` in `frontend/`.
#[derive(RustEmbed)]
#[folder = "../frontend/dist"]
#[exclude = ".vite/*"]
struct Built;

/// All files with their names.
pub fn read() -> Vec<(String, Bytes)> {
    let bytes = |name: &str| {
        Built::get(name).map(|file| match file.data {
            Cow::Borrowed(bytes) => Bytes::from_static(bytes),
            Cow::Owned(bytes) => bytes.into(),
        })
    };
    Built::iter().filter_map(|name| bytes(&name).map(|bytes| (name.into_owned(), bytes))).collect()
}

//! Pages for people: the built files, and `index.html` for every address of a page, with what it is about written into
//! its head and the answers it shows first beside it.

mod actions;
mod head;
pub mod routes;
pub mod rules;
mod site;
mod sitemap;
mod store;

pub use site::Site;

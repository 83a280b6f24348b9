//! What holds for every operation there is: it is documented, it answers as documented, it lets in who may and nobody
//! else, and nobody gets anywhere with another organisation's ids.

mod codes;
mod documented;
mod other_organizations_ids;
mod project_things;
mod required_headers;
mod roles;
mod rows;
mod scene;
mod schema;
mod table;

use std::collections::HashMap;

/// Each operation's method and path template, by its id.
fn operations() -> HashMap<String, (String, String)> {
    cofund::openapi::operations().into_iter().map(|(id, method, path)| (id, (method, path))).collect()
}

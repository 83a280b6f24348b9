//! Statements whose text does not change: prepared once for each connection.
//!
//! diesel takes it that words given to `sql_query` or `sql` were put together for the occasion, and that an update or an
//! insert of optional values reads differently each time, and has the database read them anew: another round trip. Here
//! it is said that they do not, or in so few ways that each may be remembered.

use diesel::pg::Pg;
use diesel::query_builder::{AstPass, Query, QueryFragment, QueryId};
use diesel::result::QueryResult;

/// Wraps a statement whose text is the same each time; only what is bound to it differs.
pub fn fixed<Q>(query: Q) -> Fixed<Q> {
    Fixed(query)
}

#[derive(Clone, Copy, Debug)]
pub struct Fixed<Q>(Q);

impl<Q: QueryFragment<Pg>> QueryFragment<Pg> for Fixed<Q> {
    fn walk_ast<'b>(&'b self, pass: AstPass<'_, 'b, Pg>) -> QueryResult<()> {
        self.0.walk_ast(pass)
    }

    fn is_safe_to_cache_prepared(&self, _: &Pg) -> QueryResult<bool> {
        Ok(true)
    }
}

/// Known by its text.
impl<Q> QueryId for Fixed<Q> {
    type QueryId = ();
    const HAS_STATIC_QUERY_ID: bool = false;
}

impl<Q: Query> Query for Fixed<Q> {
    type SqlType = Q::SqlType;
}

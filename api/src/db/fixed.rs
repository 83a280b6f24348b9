//! SQL in words that never change: prepared once for each connection, like what diesel builds.
//!
//! diesel takes it that words given to `sql_query` were put together for the occasion, and has the database read them
//! anew each time: another round trip, for the few statements that are said best in SQL.

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

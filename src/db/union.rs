//! Rows of several kinds in one statement.

use diesel::backend::Backend;
use diesel::query_builder::{AstPass, Query, QueryFragment, QueryId};
use diesel::{QueryResult, RunQueryDsl};

/// `left UNION ALL right`, two queries with the same columns. Neither may carry an order or a
/// limit. Diesel's own `union_all` does not know a connection that is one of two databases.
#[derive(Debug, Clone, Copy, QueryId)]
pub struct UnionAll<Left, Right>(pub Left, pub Right);

impl<Left, Right> Query for UnionAll<Left, Right>
where
    Left: Query,
    Right: Query<SqlType = Left::SqlType>,
{
    type SqlType = Left::SqlType;
}

impl<Left, Right, Connection> RunQueryDsl<Connection> for UnionAll<Left, Right> {}

impl<Left, Right, DB> QueryFragment<DB> for UnionAll<Left, Right>
where
    DB: Backend,
    Left: QueryFragment<DB>,
    Right: QueryFragment<DB>,
{
    fn walk_ast<'b>(&'b self, mut out: AstPass<'_, 'b, DB>) -> QueryResult<()> {
        self.0.walk_ast(out.reborrow())?;
        out.push_sql(" UNION ALL ");
        self.1.walk_ast(out)
    }
}

//! What tables a database has, asked of the database itself.

use std::collections::{BTreeMap, BTreeSet};

use diesel::sql_types::{BigInt, Bool, Text};
use diesel::{QueryableByName, RunQueryDsl, sql_query};
use medskapa::db::{Conn, Db};
use medskapa::kernel::Clock;

use crate::database::{Database, Kind};

/// Tables by name.
pub(crate) type Shape = BTreeMap<String, Table>;

/// A table as far as both databases and the schema can say.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(crate) struct Table {
    /// Name, kind (as diesel calls it) and whether it may be empty, in order.
    pub(crate) columns: Vec<(String, String, bool)>,
    /// Columns of the primary key.
    pub(crate) key: Vec<String>,
    /// Names of UNIQUE and CHECK constraints.
    pub(crate) constraints: BTreeSet<String>,
    /// Column, table and column of what it points to.
    pub(crate) references: BTreeSet<(String, String, String)>,
    /// Names of indexes with their columns.
    pub(crate) indexes: BTreeMap<String, Vec<String>>,
}

/// A name, and what belongs to it.
#[derive(QueryableByName)]
struct Pair {
    #[diesel(sql_type = Text)]
    name: String,
    #[diesel(sql_type = Text)]
    detail: String,
}

#[derive(QueryableByName)]
struct Column {
    #[diesel(sql_type = Text)]
    name: String,
    #[diesel(sql_type = Text)]
    kind: String,
    #[diesel(sql_type = Bool)]
    may_be_empty: bool,
    /// Place in the primary key from 1, or 0.
    #[diesel(sql_type = BigInt)]
    key_place: i64,
}

#[derive(QueryableByName)]
struct Number {
    #[diesel(sql_type = BigInt)]
    number: i64,
}

/// Opens a database that exists.
pub(crate) fn open(database: &Database) -> Db {
    Db::open(&database.config(), Clock::System).expect("the database opens")
}

/// The tables of a database that no program has but ours.
pub(crate) fn shape_of(db: &Db) -> Shape {
    let kind = if db.is_sqlite() { Kind::Sqlite } else { Kind::Postgres };
    let mut shape = Shape::new();
    for table in tables(db) {
        let described = match kind {
            Kind::Sqlite => sqlite_table(db, &table),
            Kind::Postgres => postgres_table(db, &table),
        };
        shape.insert(table, described);
    }
    shape
}

/// Names of the tables, without the list of migrations.
pub(crate) fn tables(db: &Db) -> Vec<String> {
    let statement = if db.is_sqlite() {
        "SELECT name, '' AS detail FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'"
    } else {
        "SELECT tablename AS name, '' AS detail FROM pg_tables WHERE schemaname = 'public'"
    };
    let mut names: Vec<String> = pairs(db, statement).into_iter().map(|pair| pair.name).collect();
    names.retain(|name| name != "__diesel_schema_migrations");
    names.sort();
    names
}

/// How many rows a table has.
pub(crate) fn count(db: &Db, table: &str) -> i64 {
    let statement = format!("SELECT count(*) AS number FROM {table}");
    let counted: Vec<Number> = load(db, &statement);
    counted.first().expect("a number").number
}

/// Runs one statement.
pub(crate) fn execute(db: &Db, statement: &str) {
    use diesel::connection::SimpleConnection as _;
    let outcome = db.read(|conn| Ok(conn.batch_execute(statement)?));
    outcome.unwrap_or_else(|error| panic!("{statement}: {error:?}"));
}

fn sqlite_table(db: &Db, table: &str) -> Table {
    let columns: Vec<Column> = load(
        db,
        &format!(
            "SELECT name, type AS kind, \"notnull\" = 0 AS may_be_empty, pk AS key_place \
             FROM pragma_table_info('{table}') ORDER BY cid"
        ),
    );
    let statement = format!("SELECT name, sql AS detail FROM sqlite_master WHERE type = 'table' AND name = '{table}'");
    let definition = pairs(db, &statement).pop().expect("the table").detail;
    let statement = format!(
        "SELECT \"from\" AS name, \"table\" || '.' || coalesce(\"to\", 'id') AS detail \
         FROM pragma_foreign_key_list('{table}')"
    );
    let references = pairs(db, &statement);
    let statement = format!(
        "SELECT il.name AS name, ii.name AS detail FROM pragma_index_list('{table}') il \
         JOIN pragma_index_info(il.name) ii WHERE il.origin = 'c' ORDER BY il.name, ii.seqno"
    );
    Table {
        constraints: named_constraints(&definition),
        references: references.into_iter().map(reference).collect(),
        indexes: grouped(pairs(db, &statement)),
        ..with_columns(columns, sqlite_kind)
    }
}

fn postgres_table(db: &Db, table: &str) -> Table {
    let columns: Vec<Column> = load(
        db,
        &format!(
            "SELECT a.attname::text AS name, format_type(a.atttypid, NULL) AS kind, NOT a.attnotnull AS may_be_empty, \
             coalesce(array_position(k.conkey, a.attnum), 0)::bigint AS key_place FROM pg_attribute a \
             LEFT JOIN pg_constraint k ON k.conrelid = a.attrelid AND k.contype = 'p' \
             WHERE a.attrelid = '{table}'::regclass AND a.attnum > 0 AND NOT a.attisdropped ORDER BY a.attnum"
        ),
    );
    let statement = format!(
        "SELECT conname::text AS name, '' AS detail FROM pg_constraint \
         WHERE conrelid = '{table}'::regclass AND contype IN ('c', 'u')"
    );
    let constraints: BTreeSet<String> = pairs(db, &statement).into_iter().map(|pair| pair.name).collect();
    let statement = format!(
        "SELECT a.attname::text AS name, c.confrelid::regclass::text || '.' || b.attname AS detail FROM pg_constraint c \
         JOIN pg_attribute a ON a.attrelid = c.conrelid AND a.attnum = c.conkey[1] \
         JOIN pg_attribute b ON b.attrelid = c.confrelid AND b.attnum = c.confkey[1] \
         WHERE c.conrelid = '{table}'::regclass AND c.contype = 'f'"
    );
    let references = pairs(db, &statement);
    let statement = format!(
        "SELECT i.relname::text AS name, a.attname::text AS detail FROM pg_index x \
         JOIN pg_class i ON i.oid = x.indexrelid \
         CROSS JOIN LATERAL unnest(x.indkey) WITH ORDINALITY AS k (attnum, place) \
         JOIN pg_attribute a ON a.attrelid = x.indrelid AND a.attnum = k.attnum \
         WHERE x.indrelid = '{table}'::regclass \
         AND NOT EXISTS (SELECT 1 FROM pg_constraint c WHERE c.conindid = x.indexrelid AND c.contype IN ('p', 'u')) \
         ORDER BY i.relname, k.place"
    );
    Table {
        constraints,
        references: references.into_iter().map(reference).collect(),
        indexes: grouped(pairs(db, &statement)),
        ..with_columns(columns, postgres_kind)
    }
}

fn with_columns(columns: Vec<Column>, kind_of: fn(&str) -> &'static str) -> Table {
    let mut key: Vec<(i64, String)> = columns
        .iter()
        .filter(|column| column.key_place > 0)
        .map(|column| (column.key_place, column.name.clone()))
        .collect();
    key.sort();
    let columns = columns.into_iter().map(|column| {
        // The row id of SQLite is an INTEGER of 64 bits.
        let kind = if column.key_place == 1 && column.kind == "INTEGER" && column.name == "id" {
            "BigInt"
        } else {
            kind_of(&column.kind)
        };
        (column.name, kind.to_owned(), column.may_be_empty)
    });
    Table { columns: columns.collect(), key: key.into_iter().map(|(_, name)| name).collect(), ..Table::default() }
}

fn sqlite_kind(kind: &str) -> &'static str {
    match kind {
        "BIGINT" => "BigInt",
        "INTEGER" => "Integer",
        "TEXT" => "Text",
        "BOOLEAN" => "Bool",
        other => panic!("a column of kind {other}"),
    }
}

fn postgres_kind(kind: &str) -> &'static str {
    match kind {
        "bigint" => "BigInt",
        "integer" => "Integer",
        "text" => "Text",
        "boolean" => "Bool",
        other => panic!("a column of kind {other}"),
    }
}

/// The names after the word CONSTRAINT. SQLite keeps the statement that made the table.
fn named_constraints(definition: &str) -> BTreeSet<String> {
    let words: Vec<&str> = definition.split_whitespace().collect();
    let named = words.windows(2).filter(|pair| pair.first() == Some(&"CONSTRAINT"));
    named.filter_map(|pair| pair.last()).map(|name| (*name).to_owned()).collect()
}

fn reference(pair: Pair) -> (String, String, String) {
    let (table, column) = pair.detail.split_once('.').expect("table.column");
    (pair.name, table.to_owned(), column.to_owned())
}

fn grouped(pairs: Vec<Pair>) -> BTreeMap<String, Vec<String>> {
    let mut groups: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for pair in pairs {
        groups.entry(pair.name).or_default().push(pair.detail);
    }
    groups
}

fn pairs(db: &Db, statement: &str) -> Vec<Pair> {
    load(db, statement)
}

fn load<T>(db: &Db, statement: &str) -> Vec<T>
where
    T: QueryableByName<diesel::sqlite::Sqlite> + QueryableByName<diesel::pg::Pg> + 'static,
{
    let loaded = db.read(|conn| {
        Ok(match conn {
            Conn::Sqlite(inner) => sql_query(statement).load::<T>(inner)?,
            Conn::Postgres(inner) => sql_query(statement).load::<T>(inner)?,
        })
    });
    loaded.unwrap_or_else(|error| panic!("{statement}: {error:?}"))
}

//! Writes rows in bulk: many rows in one INSERT on SQLite, COPY on PostgreSQL. The checks and the
//! foreign keys of the schema hold as they do for everything else.

use std::fmt::Write as _;

use diesel::connection::SimpleConnection;
use diesel::pg::PgConnection;
use diesel::{Connection, ExecuteCopyFromDsl as _, SqliteConnection};
use medskapa::db::schema;

use crate::Outcome;

/// Bytes that gather before they are written.
const FLUSH_AT: usize = 2_000_000;

/// One value of a row.
pub(crate) enum Value<'a> {
    Null,
    Number(i64),
    Truth(bool),
    Text(&'a str),
}

impl From<i64> for Value<'_> {
    fn from(number: i64) -> Self {
        Self::Number(number)
    }
}

impl From<i32> for Value<'_> {
    fn from(number: i32) -> Self {
        Self::Number(number.into())
    }
}

impl From<bool> for Value<'_> {
    fn from(truth: bool) -> Self {
        Self::Truth(truth)
    }
}

impl<'a> From<&'a str> for Value<'a> {
    fn from(text: &'a str) -> Self {
        Self::Text(text)
    }
}

impl<'a> From<&'a String> for Value<'a> {
    fn from(text: &'a String) -> Self {
        Self::Text(text)
    }
}

impl<'a, T: Into<Value<'a>>> From<Option<T>> for Value<'a> {
    fn from(maybe: Option<T>) -> Self {
        maybe.map_or(Self::Null, Into::into)
    }
}

/// Declares the tables that are filled, in an order in which each refers only to those before it,
/// with their columns in the order in which rows name the values.
macro_rules! tables {
    ($($variant:ident $table:ident ($($column:ident),*);)*) => {
        /// A table that is filled.
        #[derive(Debug, Clone, Copy, PartialEq, Eq)]
        pub(crate) enum Table { $($variant),* }

        impl Table {
            pub(crate) const ALL: &'static [Self] = &[$(Self::$variant),*];

            pub(crate) const fn name(self) -> &'static str {
                match self { $(Self::$variant => stringify!($table)),* }
            }

            const fn columns(self) -> &'static str {
                match self { $(Self::$variant => stringify!($($column),*)),* }
            }

            fn copy(self, conn: &mut PgConnection, rows: &str) -> diesel::QueryResult<usize> {
                match self {
                    $(Self::$variant => diesel::copy_from(schema::$table::table)
                        .from_raw_data(($(schema::$table::$column,)*), |copy| {
                            copy.write_all(rows.as_bytes())
                                .map_err(|error| diesel::result::Error::SerializationError(error.into()))
                        })
                        .execute(conn)),*
                }
            }
        }
    };
}

tables! {
    Counters counters (name, value);
    People people (
        id, email, email_folded, display_name, locale, role, suspended, example, created_at, confirmed_at
    );
    Groups steering_groups (
        id, version, slug, name, kind, theme, mandate, builds_on, meets, tie_rule, quorum_percent, open_ideas, created_at
    );
    Seats seats (group_id, person_id, role, represents, starts_on);
    Ideas ideas (
        id, number, state, version, hidden, listed, author_id, author_name, title, body, language, area, theme,
        revision, group_id, support_count, support_goal, comment_count, created_at, submitted_at, published_at,
        closes_on, due_on, state_since, last_event_at, ground, state_reason, merged_into, shuffle_key, origin
    );
    Notes idea_notes (idea_id, result, measure, young_author);
    Milestones idea_milestones (
        idea_id, received_on, published_on, with_group_on, decided_on, started_on, done_on, outcome, refused_ground
    );
    Counts idea_counts (state, theme, area, count);
    Revisions revisions (idea_id, number, title, body, kind, edited_by, created_at);
    Screenings screenings (idea_id, moderator_id, outcome, ground, words, at);
    Inquiries inquiries (id, idea_id, kind, asked_name, question, diary_number, due_on, asked_at, accepted_at);
    Ownerships ownerships (
        id, idea_id, person_id, organisation, first_step_on, state, asked_at, answered_at, has_accepted
    );
    Decisions decisions (
        id, idea_id, group_id, outcome, kind, what, reasons, would_change, instead, conditions, ownership_id,
        owner_accepted, first_step_on, decided_on, decided_at
    );
    ProgressNotes progress_notes (id, idea_id, person_id, body, at);
    Merges merges (idea_id, into_id, support_of_target, support_of_merged, support_shared, reason, at);
    Ballots ballots (
        id, idea_id, group_id, question, majority, tie_rule, quorum, roll_size, voted, state, opened_at, closes_at
    );
    BallotRolls ballot_rolls (ballot_id, person_id, has_voted);
    BallotCounts ballot_counts (ballot_id, choice, count);
    Comments comments (
        id, idea_id, kind, state, body, language, author_id, author_name, created_at, shown_at
    );
    Supports supports (idea_id, supporter);
    Events events (at, kind, by_kind, by_person, idea_id, group_id, public, data);
    SearchChanges search_changes (idea_id, at);
}

enum Target {
    Sqlite(SqliteConnection),
    Postgres(PgConnection),
}

/// A connection that rows are poured into.
pub(crate) struct Bulk {
    target: Target,
    gathered: Vec<(Table, String, u64)>,
    bytes: usize,
}

impl Bulk {
    /// Opens the database, which is migrated and empty.
    pub(crate) fn open(url: &str) -> Outcome<Self> {
        let target = match url.strip_prefix("sqlite://") {
            Some(path) => {
                let mut conn = SqliteConnection::establish(path)?;
                // Nothing has to survive a crash here; the server sets its own, safe, values.
                conn.batch_execute(
                    "PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA cache_size = -800000; \
                     PRAGMA foreign_keys = OFF; BEGIN",
                )?;
                Target::Sqlite(conn)
            }
            None => Target::Postgres(PgConnection::establish(url)?),
        };
        let gathered = Table::ALL.iter().map(|table| (*table, String::new(), 0)).collect();
        Ok(Self { target, gathered, bytes: 0 })
    }

    /// Adds a row.
    pub(crate) fn row(&mut self, table: Table, values: &[Value<'_>]) -> Outcome<()> {
        let is_sqlite = matches!(self.target, Target::Sqlite(_));
        let Some((_, rows, count)) = self.gathered.iter_mut().find(|(known, ..)| *known == table) else {
            return Err("a table that is not filled".into());
        };
        *count += 1;
        let before = rows.len();
        if is_sqlite {
            push_for_insert(rows, values)?;
        } else {
            push_for_copy(rows, values)?;
        }
        self.bytes += rows.len() - before;
        if self.bytes > FLUSH_AT { self.flush() } else { Ok(()) }
    }

    fn flush(&mut self) -> Outcome<()> {
        for (table, rows, _) in self.gathered.iter_mut().filter(|(_, rows, _)| !rows.is_empty()) {
            let written = match &mut self.target {
                Target::Sqlite(conn) => {
                    rows.pop();
                    conn.batch_execute(&format!("INSERT INTO {} ({}) VALUES {rows}", table.name(), table.columns()))
                }
                Target::Postgres(conn) => table.copy(conn, rows).map(drop),
            };
            written.map_err(|error| format!("rows of {}: {error}", table.name()))?;
            rows.clear();
        }
        self.bytes = 0;
        Ok(())
    }

    /// Writes what is left, sets the numbers that the database gives next, and lets the database
    /// look at its data as it would do by itself in time; gives the number of rows by table.
    pub(crate) fn finish(mut self) -> Outcome<Vec<(Table, u64)>> {
        self.flush()?;
        match &mut self.target {
            Target::Sqlite(conn) => {
                conn.batch_execute("COMMIT")?;
                let broken = count_of_broken_keys(conn)?;
                if broken > 0 {
                    return Err(format!("{broken} rows refer to rows that are not there").into());
                }
            }
            Target::Postgres(conn) => {
                for table in Table::ALL {
                    conn.batch_execute(&next_number_after(table.name()))?;
                }
                conn.batch_execute("VACUUM (ANALYZE)")?;
                conn.batch_execute("CHECKPOINT")?;
            }
        }
        Ok(self.gathered.into_iter().map(|(table, _, count)| (table, count)).collect())
    }
}

fn count_of_broken_keys(conn: &mut SqliteConnection) -> Outcome<i64> {
    use diesel::RunQueryDsl as _;
    let count = diesel::dsl::sql::<diesel::sql_types::BigInt>("(SELECT count(*) FROM pragma_foreign_key_check)");
    Ok(diesel::select(count).get_result(conn)?)
}

/// Lets the identity column of a table, if it has one, go on after the greatest number.
fn next_number_after(table: &str) -> String {
    format!(
        "DO $$ DECLARE numbers text; BEGIN \
           IF EXISTS (SELECT FROM information_schema.columns \
                      WHERE table_name = '{table}' AND column_name = 'id' AND is_identity = 'YES') THEN \
             numbers := pg_get_serial_sequence('{table}', 'id'); \
             EXECUTE format('SELECT setval(%L, (SELECT coalesce(max(id), 0) + 1 FROM {table}), false)', numbers); \
           END IF; END $$"
    )
}

fn push_for_insert(rows: &mut String, values: &[Value<'_>]) -> std::fmt::Result {
    for (place, value) in values.iter().enumerate() {
        rows.push(if place == 0 { '(' } else { ',' });
        match value {
            Value::Null => rows.push_str("NULL"),
            Value::Number(number) => write!(rows, "{number}")?,
            Value::Truth(truth) => rows.push(if *truth { '1' } else { '0' }),
            Value::Text(text) => {
                rows.push('\'');
                for c in text.chars() {
                    if c == '\'' {
                        rows.push('\'');
                    }
                    rows.push(c);
                }
                rows.push('\'');
            }
        }
    }
    rows.push_str("),");
    Ok(())
}

fn push_for_copy(rows: &mut String, values: &[Value<'_>]) -> std::fmt::Result {
    for (place, value) in values.iter().enumerate() {
        if place > 0 {
            rows.push('\t');
        }
        match value {
            Value::Null => rows.push_str("\\N"),
            Value::Number(number) => write!(rows, "{number}")?,
            Value::Truth(truth) => rows.push(if *truth { 't' } else { 'f' }),
            Value::Text(text) => {
                for c in text.chars() {
                    match c {
                        '\\' => rows.push_str("\\\\"),
                        '\t' => rows.push_str("\\t"),
                        '\n' => rows.push_str("\\n"),
                        '\r' => rows.push_str("\\r"),
                        c => rows.push(c),
                    }
                }
            }
        }
    }
    rows.push('\n');
    Ok(())
}

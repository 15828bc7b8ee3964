//! PostgreSQL's full text over the same texts: a weighted `tsvector` with a GIN index.

use std::time::Instant;

use diesel::connection::SimpleConnection as _;
use diesel::prelude::*;
use diesel::sql_types::{BigInt, Float, Nullable, Text};
use medskapa::search::SearchDoc;

use crate::Outcome;
use crate::postgres::Postgres;
use crate::texts::Texts;
use crate::times::Times;

const BATCH: i64 = 1_000;
const TABLE: &str = "
    CREATE TABLE texts (
        id BIGINT PRIMARY KEY, title TEXT NOT NULL, body TEXT NOT NULL, comments TEXT NOT NULL,
        theme TEXT NOT NULL, area TEXT NOT NULL, state TEXT NOT NULL, lead_group TEXT NOT NULL,
        language TEXT NOT NULL, year SMALLINT NOT NULL, words TSVECTOR GENERATED ALWAYS AS (
            setweight(to_tsvector('swedish', title), 'A') || setweight(to_tsvector('swedish', body), 'B')
            || setweight(to_tsvector('swedish', comments), 'C')) STORED)";
const INDEX: &str = "CREATE INDEX texts_words ON texts USING GIN (words); ANALYZE texts";
/// The question with all its words demanded, or any of them: ours demands all at first, and goes on to what
/// holds some of them where few hold all.
const QUESTIONS: [&str; 2] =
    ["plainto_tsquery('swedish', $1)", "replace(plainto_tsquery('swedish', $1)::TEXT, '&', '|')::TSQUERY"];

/// The best first, with the matching words marked.
fn page(question: &str) -> String {
    format!(
        "SELECT id, ts_rank(words, asked) AS rank, ts_headline('swedish', body, asked) AS snippet
         FROM (SELECT * FROM texts, (SELECT {question} AS asked) AS question WHERE words @@ asked
               ORDER BY ts_rank(words, asked) DESC, id DESC LIMIT 20) AS best
         ORDER BY rank DESC, id DESC"
    )
}

fn facets(question: &str) -> String {
    format!(
        "SELECT theme, area, state, lead_group, language, year::TEXT AS year, count(*) AS ideas
         FROM texts WHERE words @@ {question}
         GROUP BY GROUPING SETS ((theme), (area), (state), (lead_group), (language), (year), ())"
    )
}

diesel::table! {
    texts (id) {
        id -> BigInt,
        title -> Text,
        body -> Text,
        comments -> Text,
        theme -> Text,
        area -> Text,
        state -> Text,
        lead_group -> Text,
        language -> Text,
        year -> SmallInt,
    }
}

#[derive(QueryableByName)]
#[expect(dead_code, reason = "read to be fair: our own answer holds as much")]
struct Row {
    #[diesel(sql_type = BigInt)]
    id: i64,
    #[diesel(sql_type = Float)]
    rank: f32,
    #[diesel(sql_type = Text)]
    snippet: String,
}

#[derive(QueryableByName)]
#[expect(dead_code, reason = "read to be fair: our own answer holds as much")]
struct Count {
    #[diesel(sql_type = Nullable<Text>)]
    theme: Option<String>,
    #[diesel(sql_type = Nullable<Text>)]
    area: Option<String>,
    #[diesel(sql_type = Nullable<Text>)]
    state: Option<String>,
    #[diesel(sql_type = Nullable<Text>)]
    lead_group: Option<String>,
    #[diesel(sql_type = Nullable<Text>)]
    language: Option<String>,
    #[diesel(sql_type = Nullable<Text>)]
    year: Option<String>,
    #[diesel(sql_type = BigInt)]
    ideas: i64,
}

#[derive(QueryableByName)]
struct Size {
    #[diesel(sql_type = BigInt)]
    bytes: i64,
}

pub(crate) struct Measured {
    pub(crate) seconds: f64,
    pub(crate) bytes: i64,
    /// With all words demanded, and with any of them.
    pub(crate) asked: [Pages; 2],
}

/// What was asked in one way.
pub(crate) struct Pages {
    /// With facets and snippets.
    pub(crate) whole: Times,
    /// With snippets alone.
    pub(crate) bare: Times,
}

pub(crate) fn measure(server: &Postgres, size: i64, seconds: f64) -> Outcome<Measured> {
    let name = format!("texts_{size}");
    let mut conn = PgConnection::establish(&server.create(&name)?)?;
    conn.batch_execute(TABLE)?;
    let mut source = Texts::new()?;
    let mut spent = 0.0;
    loop {
        let docs = source.next(BATCH, size);
        if docs.is_empty() {
            break;
        }
        let rows: Vec<_> = docs.iter().map(row).collect();
        let begun = Instant::now();
        diesel::insert_into(texts::table).values(rows).execute(&mut conn)?;
        spent += begun.elapsed().as_secs_f64();
    }
    let begun = Instant::now();
    conn.batch_execute(INDEX)?;
    spent += begun.elapsed().as_secs_f64();
    let sized =
        "SELECT pg_relation_size('texts_words') + (SELECT sum(pg_column_size(words)) FROM texts)::BIGINT AS bytes";
    let size: Size = diesel::sql_query(sized).get_result(&mut conn)?;
    let questions = source.questions(2_000);
    let [all, any] = QUESTIONS;
    let asked = [ask(&mut conn, all, &questions, seconds)?, ask(&mut conn, any, &questions, seconds)?];
    drop(conn);
    server.drop_database(&name)?;
    Ok(Measured { seconds: spent, bytes: size.bytes, asked })
}

/// Asks all questions in one way.
fn ask(conn: &mut PgConnection, how: &str, questions: &[String], seconds: f64) -> Outcome<Pages> {
    let (rows, counts) = (page(how), facets(how));
    let mut one = |question: &String, with_facets: bool| -> Outcome<usize> {
        let found = diesel::sql_query(&rows).bind::<Text, _>(question).load::<Row>(conn)?.len();
        if with_facets {
            diesel::sql_query(&counts).bind::<Text, _>(question).load::<Count>(conn)?;
        }
        Ok(found)
    };
    let whole = Times::of(seconds, questions, |question| one(question, true))?;
    let bare = Times::of(seconds, questions, |question| one(question, false))?;
    Ok(Pages { whole, bare })
}

type NewRow = (
    diesel::dsl::Eq<texts::id, i64>,
    diesel::dsl::Eq<texts::title, String>,
    diesel::dsl::Eq<texts::body, String>,
    diesel::dsl::Eq<texts::comments, String>,
    diesel::dsl::Eq<texts::theme, String>,
    diesel::dsl::Eq<texts::area, String>,
    diesel::dsl::Eq<texts::state, String>,
    diesel::dsl::Eq<texts::lead_group, String>,
    diesel::dsl::Eq<texts::language, String>,
    diesel::dsl::Eq<texts::year, i16>,
);

fn row(doc: &SearchDoc) -> NewRow {
    let comments: Vec<&str> = doc.comments.iter().map(|comment| comment.text.as_str()).collect();
    (
        texts::id.eq(doc.id),
        texts::title.eq(doc.title.clone()),
        texts::body.eq(doc.body.clone()),
        texts::comments.eq(comments.join("\n")),
        texts::theme.eq(doc.theme.clone()),
        texts::area.eq(doc.area.clone()),
        texts::state.eq(doc.state.clone()),
        texts::lead_group.eq(doc.group.clone()),
        texts::language.eq(doc.language.clone()),
        texts::year.eq(doc.published_year.unwrap_or_default()),
    )
}

//! What is compared: our search, plain BM25 over Snowball stems, and PostgreSQL's full text.

use std::path::Path;

use diesel::prelude::*;
use medskapa::search::{Config, Query, Search, SearchDoc};
use tantivy::collector::TopDocs;
use tantivy::query::QueryParser;
use tantivy::schema::{FAST, Field, IndexRecordOption, Schema, TextFieldIndexing, TextOptions, Value as _};
use tantivy::tokenizer::{
    Language, LowerCaser, RemoveLongFilter, SimpleTokenizer, Stemmer, StopWordFilter, TextAnalyzer,
};
use tantivy::{Index, IndexReader, TantivyDocument, doc};

use crate::Outcome;
use crate::collection::{Collection, Document};
use crate::postgres::Postgres;

/// Texts asked for.
pub(crate) const DEPTH: usize = 20;

/// Something that answers questions.
pub(crate) trait Engine {
    fn name(&self) -> &'static str;
    /// The best texts, at most [`DEPTH`], the best first.
    fn ask(&mut self, question: &str) -> Outcome<Vec<i64>>;
}

/// All of them over one collection, ours first.
pub(crate) fn all(
    folder: &Path,
    name: &str,
    collection: &Collection,
    server: Option<&Postgres>,
) -> Outcome<Vec<Box<dyn Engine>>> {
    let mut engines: Vec<Box<dyn Engine>> =
        vec![Box::new(Ours(ours(&folder.join(name), &collection.documents)?)), Box::new(Plain::over(collection)?)];
    if let Some(server) = server {
        for (title, configuration) in [("PostgreSQL swedish", "swedish"), ("PostgreSQL simple", "simple")] {
            let url = server.create(&format!("{name}_{configuration}"))?;
            engines.push(Box::new(FullText::over(collection, &url, title, configuration)?));
        }
    }
    Ok(engines)
}

/// The program's own index over these texts.
pub(crate) fn ours(folder: &Path, documents: &[Document]) -> Outcome<Search> {
    let search = Search::open(folder, &Config::default())?;
    let mut docs = Some(
        documents
            .iter()
            .map(|document| SearchDoc {
                id: document.id,
                title: document.title.clone(),
                body: document.body.clone(),
                language: "sv".to_owned(),
                ..SearchDoc::default()
            })
            .collect(),
    );
    search.rebuild(0, || Ok(docs.take()))?;
    Ok(search)
}

struct Ours(Search);

impl Engine for Ours {
    fn name(&self) -> &'static str {
        "Medskapa"
    }

    fn ask(&mut self, question: &str) -> Outcome<Vec<i64>> {
        let query = Query { text: Some(question.to_owned()), limit: DEPTH, ..Query::default() };
        Ok(self.0.find(&query)?.ids.into_iter().map(|row| row.id).collect())
    }
}

/// One field of stems, any word may match, BM25.
struct Plain {
    reader: IndexReader,
    parser: QueryParser,
    id: Field,
}

impl Plain {
    fn over(collection: &Collection) -> Outcome<Self> {
        let mut builder = Schema::builder();
        let indexing = TextFieldIndexing::default()
            .set_tokenizer("swedish")
            .set_index_option(IndexRecordOption::WithFreqsAndPositions);
        let text = builder.add_text_field("text", TextOptions::default().set_indexing_options(indexing));
        let id = builder.add_i64_field("id", tantivy::schema::STORED | FAST);
        let index = Index::create_in_ram(builder.build());
        let stops = StopWordFilter::new(Language::Swedish).ok_or("no Swedish stop words")?;
        let analyser = TextAnalyzer::builder(SimpleTokenizer::default())
            .filter(RemoveLongFilter::limit(64))
            .filter(LowerCaser)
            .filter(stops)
            .filter(Stemmer::new(Language::Swedish))
            .build();
        index.tokenizers().register("swedish", analyser);
        let mut writer = index.writer_with_num_threads(1, 32_000_000)?;
        for document in &collection.documents {
            writer.add_document(doc!(id => document.id, text => format!("{}\n{}", document.title, document.body)))?;
        }
        writer.commit()?;
        Ok(Self { reader: index.reader()?, parser: QueryParser::for_index(&index, vec![text]), id })
    }
}

impl Engine for Plain {
    fn name(&self) -> &'static str {
        "BM25, Snowball"
    }

    fn ask(&mut self, question: &str) -> Outcome<Vec<i64>> {
        let words: String = question.chars().map(|sign| if sign.is_alphanumeric() { sign } else { ' ' }).collect();
        let (query, _) = self.parser.parse_query_lenient(&words);
        let searcher = self.reader.searcher();
        let mut ids = Vec::new();
        for (_, address) in searcher.search(&query, &TopDocs::with_limit(DEPTH).order_by_score())? {
            let found: TantivyDocument = searcher.doc(address)?;
            ids.extend(found.get_first(self.id).and_then(|id| id.as_i64()));
        }
        Ok(ids)
    }
}

/// PostgreSQL's full text: any word may match, the title weighs more.
struct FullText {
    conn: PgConnection,
    title: &'static str,
    configuration: &'static str,
}

#[derive(QueryableByName)]
struct Found {
    #[diesel(sql_type = diesel::sql_types::BigInt)]
    id: i64,
}

impl FullText {
    fn over(collection: &Collection, url: &str, title: &'static str, configuration: &'static str) -> Outcome<Self> {
        use diesel::connection::SimpleConnection as _;
        let mut conn = PgConnection::establish(url)?;
        conn.batch_execute("CREATE TABLE texts (id BIGINT PRIMARY KEY, words TSVECTOR NOT NULL)")?;
        let insert = format!(
            "INSERT INTO texts VALUES ($1, setweight(to_tsvector('{configuration}', $2), 'A') || to_tsvector('{configuration}', $3))"
        );
        for document in &collection.documents {
            diesel::sql_query(&insert)
                .bind::<diesel::sql_types::BigInt, _>(document.id)
                .bind::<diesel::sql_types::Text, _>(&document.title)
                .bind::<diesel::sql_types::Text, _>(&document.body)
                .execute(&mut conn)?;
        }
        conn.batch_execute("CREATE INDEX texts_words ON texts USING GIN (words); ANALYZE texts")?;
        Ok(Self { conn, title, configuration })
    }
}

impl Engine for FullText {
    fn name(&self) -> &'static str {
        self.title
    }

    fn ask(&mut self, question: &str) -> Outcome<Vec<i64>> {
        let configuration = self.configuration;
        let any = format!("replace(plainto_tsquery('{configuration}', $1)::text, ' & ', ' | ')::tsquery");
        let sql = format!(
            "SELECT id FROM texts, (SELECT {any} AS asked) AS question WHERE words @@ asked \
             ORDER BY ts_rank(words, asked, 1) DESC, id LIMIT {DEPTH}"
        );
        let rows: Vec<Found> =
            diesel::sql_query(sql).bind::<diesel::sql_types::Text, _>(question).load(&mut self.conn)?;
        Ok(rows.into_iter().map(|row| row.id).collect())
    }
}

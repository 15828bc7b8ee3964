mod damage;
mod facets;
mod follow;
mod likeness;
mod percolate;
mod snippet;
mod swedish;
mod words;

use tempfile::TempDir;

use super::{AnswerKind, Change, Config, Hits, Query, Search, SearchAnswer, SearchComment, SearchDoc};

/// An index over these documents, in a folder that goes with it.
fn index(docs: Vec<SearchDoc>) -> (TempDir, Search) {
    let folder = TempDir::new().unwrap();
    let search = Search::open(folder.path(), &Config::default()).unwrap();
    rebuild(&search, 0, docs);
    (folder, search)
}

/// The folder of this version's index.
fn own(folder: &std::path::Path) -> std::path::PathBuf {
    folder.join(format!("version-{}", super::schema::VERSION))
}

fn rebuild(search: &Search, position: i64, docs: Vec<SearchDoc>) {
    let mut docs = Some(docs);
    search.rebuild(position, || Ok(docs.take())).unwrap();
}

fn doc(id: i64, title: &str, body: &str) -> SearchDoc {
    SearchDoc {
        id,
        version: id * 10,
        title: title.to_owned(),
        body: body.to_owned(),
        language: "sv".to_owned(),
        ..SearchDoc::default()
    }
}

fn comment(id: i64, text: &str) -> SearchComment {
    SearchComment { id, text: text.to_owned(), language: "sv".to_owned() }
}

fn answer(kind: AnswerKind, text: &str) -> SearchAnswer {
    SearchAnswer { kind, text: text.to_owned(), language: "sv".to_owned() }
}

fn put(doc: SearchDoc) -> Change {
    Change::Put(Box::new(doc))
}

fn text(text: &str) -> Query {
    Query { text: Some(text.to_owned()), limit: 20, ..Query::default() }
}

fn ask(search: &Search, words: &str) -> Hits {
    search.find(&text(words)).unwrap()
}

fn ids(hits: &Hits) -> Vec<i64> {
    hits.ids.iter().map(|row| row.id).collect()
}

/// The ids that a text finds, in order.
fn found(search: &Search, words: &str) -> Vec<i64> {
    ids(&ask(search, words))
}

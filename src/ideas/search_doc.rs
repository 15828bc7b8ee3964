//! Idea → what the search index is told about it. Whatever is put here can be found by anyone, so
//! it reads listed ideas, shown comments and published answers only.
//!
//! Not here: the index itself ([`crate::search`]) and following the changes ([`crate::workers`]).

use super::lifecycle::State;
use super::pages::area_word;
use super::store::{self, FaceComment, FaceRow, FaceTexts};
use crate::db::Conn;
use crate::error::Result;
use crate::i18n::{Locale, Texts};
use crate::kernel::IdeaId;
use crate::markup::{language_of, plain};
use crate::search::{AnswerKind, SearchAnswer, SearchComment, SearchDoc};
use crate::town::WHOLE_AREA;

/// The document of one idea as it is now; none when the idea is not listed or there is none.
///
/// # Errors
/// When the database fails.
pub fn load(conn: &mut Conn, id: IdeaId) -> Result<Option<SearchDoc>> {
    Ok(load_many(conn, &[id])?.pop())
}

/// The documents of the listed ones among these ideas, sorted by id.
///
/// # Errors
/// When the database fails.
pub fn load_many(conn: &mut Conn, ids: &[IdeaId]) -> Result<Vec<SearchDoc>> {
    if ids.is_empty() {
        return Ok(Vec::new());
    }
    let faces = store::faces(conn, ids)?;
    let mut texts = store::face_texts(conn, ids)?;
    Ok(faces.into_iter().map(|face| document(&face, &texts.remove(&face.id).unwrap_or_default())).collect())
}

/// Ids and marks of the next listed ideas after an id, at most `most`, sorted by id. The mark is
/// what [`SearchDoc::version`] of a fresh document would be.
///
/// # Errors
/// When the database fails.
pub fn marks_after(conn: &mut Conn, after: IdeaId, most: i64) -> Result<Vec<(IdeaId, i64)>> {
    let rows = store::marks_after(conn, after, most)?;
    Ok(rows.into_iter().map(|(id, version, supports, comments)| (id, mark(version, supports, comments))).collect())
}

fn document(face: &FaceRow, texts: &FaceTexts) -> SearchDoc {
    SearchDoc {
        id: face.id.get(),
        version: mark(face.version, face.support_count, face.comment_count),
        number: face.number.clone().unwrap_or_default(),
        title: face.title.clone(),
        body: plain(&face.body),
        comments: texts.comments.iter().map(comment).collect(),
        answers: answers(texts),
        language: face.language.clone(),
        theme: face.theme.clone().unwrap_or_default(),
        place: place(&face.area),
        area: face.area.clone(),
        state: face.state.as_str().to_owned(),
        group: face.group.clone().unwrap_or_default(),
        support_count: face.support_count,
        last_event_at: face.last_event_at.microseconds(),
        closes_on: face.closes_on.filter(|_| face.state == State::Open).map(crate::kernel::Date::number),
        published_at: face.published_at.map_or(0, crate::kernel::Timestamp::microseconds),
        published_year: face.published_at.map(|at| at.date().year()),
    }
}

/// What people call a part of the area: who looks for something there writes its name, and the author has
/// chosen it in the form.
fn place(area: &str) -> String {
    if area == WHOLE_AREA { String::new() } else { area_word(Texts::in_locale(Locale::Swedish), area) }
}

fn comment(comment: &FaceComment) -> SearchComment {
    SearchComment { id: comment.id.get(), text: plain(&comment.body), language: comment.language.clone() }
}

/// A text of those who answer, in the language that it is found to be in.
pub(super) fn answer(kind: AnswerKind, written: &str) -> SearchAnswer {
    let text = plain(written);
    SearchAnswer { kind, language: language_of(&text).to_owned(), text }
}

fn answers(texts: &FaceTexts) -> Vec<SearchAnswer> {
    let of_kind = |kind, texts: &[String]| texts.iter().map(|text| answer(kind, text)).collect::<Vec<_>>();
    let mut answers = of_kind(AnswerKind::Decision, &texts.decided);
    answers.extend(of_kind(AnswerKind::Inquiry, &texts.inquired));
    answers.extend(of_kind(AnswerKind::Progress, &texts.progress));
    answers.extend(of_kind(AnswerKind::Result, &texts.results));
    answers.extend(of_kind(AnswerKind::Step, &texts.reasons));
    answers.extend(of_kind(AnswerKind::Ballot, &texts.ballots));
    answers.extend(texts.comments.iter().filter_map(|comment| {
        comment.answer.as_ref().map(|text| answer(AnswerKind::ToComment(comment.id.get()), text))
    }));
    answers
}

/// One number that differs when the idea, its supports or its comments have changed; the version
/// alone stays the same when somebody supports or comments.
const fn mark(version: i64, supports: i64, comments: i64) -> i64 {
    // Large odd factors keep the three apart: one more support never looks like one comment less.
    version.wrapping_mul(0x1000_0000_01B3) ^ supports.wrapping_mul(0x0000_9E37_79B1) ^ comments.rotate_left(48)
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use super::mark;

    #[test]
    fn every_change_of_one_count_gives_another_mark() {
        let mut seen = HashSet::new();

        for version in 1..20 {
            for supports in 0..80 {
                for comments in 0..20 {
                    assert!(seen.insert(mark(version, supports, comments)), "{version} {supports} {comments}");
                }
            }
        }
    }
}

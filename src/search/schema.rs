//! The fields of the index and their version.
//!
//! Three areas (title, body with answers, discussion), each in four forms (as written, stemmed,
//! by its root and the roots of its parts, folded): they say how good a hit is. Only the written form
//! keeps positions, because only phrases need them. Which ideas are hits at all is said by two short
//! fields, where each word stands once, by what all its forms share, wherever in the idea it was.

use tantivy::TantivyDocument;
use tantivy::schema::{
    FAST, Field, INDEXED, IndexRecordOption, STORED, STRING, Schema, SchemaBuilder, TextFieldIndexing, TextOptions,
};

use super::analyse::{Analyser, Forms, normal};
use super::doc::SearchDoc;
use super::facets::Facet;
use super::tongue::Tongue;

/// Version of what the index holds. Raise it with every change to the fields or to the analysis;
/// an index of another version is thrown away and built anew.
pub(super) const VERSION: u32 = 13;

/// The id of the idea.
pub(super) const ID: &str = "id";
/// The version of the idea.
pub(super) const IDEA_VERSION: &str = "version";
/// When it was published.
pub(super) const PUBLISHED: &str = "published";
/// When something last happened.
pub(super) const LAST_EVENT: &str = "last_event";
/// How many support it.
pub(super) const SUPPORT: &str = "support";
/// The nearer the end, the larger: the last day with its sign turned.
pub(super) const NEARNESS: &str = "nearness";

/// One area of the text in its forms.
#[derive(Debug, Clone, Copy)]
pub(super) struct Area {
    pub(super) exact: Field,
    pub(super) stem: Field,
    pub(super) root: Field,
    pub(super) folded: Field,
    /// How much a hit here counts.
    pub(super) weight: f32,
}

/// All fields.
#[derive(Debug, Clone)]
pub(super) struct Fields {
    pub(super) id: Field,
    version: Field,
    pub(super) title: Area,
    pub(super) body: Area,
    pub(super) discussion: Area,
    /// Every word and part of a word in any area, by what all its forms share.
    pub(super) anywhere: Field,
    /// The same without the marks on letters.
    pub(super) anywhere_folded: Field,
    /// The words by which parts of the town are called.
    pub(super) place: Field,
    pub(super) state: Field,
    pub(super) theme: Field,
    pub(super) area: Field,
    pub(super) group: Field,
    pub(super) language: Field,
    pub(super) year: Field,
    published: Field,
    last_event: Field,
    support: Field,
    nearness: Field,
    pub(super) body_text: Field,
    pub(super) answer_text: Field,
    /// The kinds of the answers, in the order of their texts.
    pub(super) answer_kind: Field,
    /// The languages of the answers, in the same order.
    pub(super) answer_language: Field,
    pub(super) comment_text: Field,
    /// The ids of the comments, in the order of their texts.
    pub(super) comment_id: Field,
    /// The languages of the comments, in the same order.
    pub(super) comment_language: Field,
}

impl Fields {
    /// The fields and the schema that holds them.
    pub(super) fn new() -> (Self, Schema) {
        let mut builder = Schema::builder();
        let fields = Self {
            id: builder.add_i64_field(ID, INDEXED | FAST),
            version: builder.add_i64_field(IDEA_VERSION, FAST),
            title: area(&mut builder, "title", 3.0),
            body: area(&mut builder, "body", 1.0),
            discussion: area(&mut builder, "discussion", 0.5),
            anywhere: builder.add_text_field("anywhere", list_only()),
            anywhere_folded: builder.add_text_field("anywhere_folded", list_only()),
            place: builder.add_text_field("place", list_only()),
            state: builder.add_text_field(Facet::State.name(), STRING | FAST),
            theme: builder.add_text_field(Facet::Theme.name(), STRING | FAST),
            area: builder.add_text_field(Facet::Area.name(), STRING | FAST),
            group: builder.add_text_field(Facet::Group.name(), STRING | FAST),
            language: builder.add_text_field(Facet::Language.name(), STRING | FAST | STORED),
            year: builder.add_text_field(Facet::Year.name(), STRING | FAST),
            published: builder.add_i64_field(PUBLISHED, FAST),
            last_event: builder.add_i64_field(LAST_EVENT, FAST),
            support: builder.add_i64_field(SUPPORT, FAST),
            nearness: builder.add_i64_field(NEARNESS, FAST),
            body_text: builder.add_text_field("body_text", STORED),
            answer_text: builder.add_text_field("answer_text", STORED),
            answer_kind: builder.add_i64_field("answer_kind", STORED),
            answer_language: builder.add_text_field("answer_language", STORED),
            comment_text: builder.add_text_field("comment_text", STORED),
            comment_id: builder.add_i64_field("comment_id", STORED),
            comment_language: builder.add_text_field("comment_language", STORED),
        };
        (fields, builder.build())
    }

    /// The field that an answer is narrowed by.
    pub(super) const fn of(&self, facet: Facet) -> Field {
        match facet {
            Facet::Theme => self.theme,
            Facet::Area => self.area,
            Facet::State => self.state,
            Facet::Group => self.group,
            Facet::Language => self.language,
            Facet::Year => self.year,
        }
    }

    /// The three areas, the weightiest first.
    pub(super) const fn areas(&self) -> [Area; 3] {
        [self.title, self.body, self.discussion]
    }

    /// The document as the index stores it.
    pub(super) fn document(&self, analyser: &mut Analyser, doc: &SearchDoc) -> TantivyDocument {
        let tongue = Tongue::of(&doc.language);
        let mut row = TantivyDocument::new();
        row.add_i64(self.id, doc.id);
        row.add_i64(self.version, doc.version);
        row.add_i64(self.published, doc.published_at);
        row.add_i64(self.last_event, doc.last_event_at);
        row.add_i64(self.support, doc.support_count);
        row.add_i64(self.nearness, doc.closes_on.map_or(i64::MIN, |day| -i64::from(day)));
        let words = [
            (self.state, &doc.state),
            (self.theme, &doc.theme),
            (self.area, &doc.area),
            (self.group, &doc.group),
            (self.language, &doc.language),
        ];
        if let Some(year) = doc.published_year {
            row.add_text(self.year, year.to_string());
        }
        for (field, word) in words {
            if !word.is_empty() {
                row.add_text(field, word);
            }
        }
        self.add_area(&mut row, self.title, analyser.forms(tongue, &normal(&doc.title)));
        self.add_area(&mut row, self.title, analyser.forms(Tongue::Plain, &normal(&doc.number)));
        self.add_place(&mut row, analyser.forms_of_wholes(Tongue::Swedish, &normal(&doc.place)));
        let body = normal(&doc.body);
        self.add_area(&mut row, self.body, analyser.forms(tongue, &body));
        row.add_text(self.body_text, body);
        for answer in &doc.answers {
            let text = normal(&answer.text);
            self.add_area(&mut row, self.body, analyser.forms(Tongue::of(&answer.language), &text));
            row.add_text(self.answer_text, text);
            row.add_i64(self.answer_kind, answer.kind.stored());
            row.add_text(self.answer_language, &answer.language);
        }
        for comment in &doc.comments {
            let text = normal(&comment.text);
            self.add_area(&mut row, self.discussion, analyser.forms(Tongue::of(&comment.language), &text));
            row.add_text(self.comment_text, text);
            row.add_i64(self.comment_id, comment.id);
            row.add_text(self.comment_language, &comment.language);
        }
        row
    }

    /// The name of the part of town: found like a word, but nothing that the idea says, so it makes no idea
    /// like another and none of its parts is part of anything else.
    fn add_place(&self, row: &mut TantivyDocument, forms: Forms) {
        if forms.exact.is_empty() {
            return;
        }
        row.add_text(self.body.exact, forms.exact);
        row.add_text(self.body.folded, forms.folded);
        row.add_text(self.place, forms.root);
        row.add_text(self.anywhere, forms.widest);
        row.add_text(self.anywhere_folded, forms.widest_folded);
    }

    fn add_area(&self, row: &mut TantivyDocument, area: Area, forms: Forms) {
        if forms.exact.is_empty() {
            return;
        }
        row.add_text(area.exact, forms.exact);
        row.add_text(area.stem, forms.stem);
        if !forms.root.is_empty() {
            row.add_text(area.root, forms.root);
        }
        row.add_text(area.folded, forms.folded);
        row.add_text(self.anywhere, forms.widest);
        row.add_text(self.anywhere_folded, forms.widest_folded);
    }
}

/// Words of which only the ideas that say them are listed, in which forms and how often is not.
fn list_only() -> TextOptions {
    let words = TextFieldIndexing::default().set_tokenizer("whitespace").set_fieldnorms(false);
    TextOptions::default().set_indexing_options(words.set_index_option(IndexRecordOption::Basic))
}

fn area(builder: &mut SchemaBuilder, name: &str, weight: f32) -> Area {
    // The analysis has been done when a text comes here; what is left is to cut it at the spaces.
    let form = |record| {
        TextOptions::default()
            .set_indexing_options(TextFieldIndexing::default().set_tokenizer("whitespace").set_index_option(record))
    };
    Area {
        exact: builder.add_text_field(&format!("{name}_exact"), form(IndexRecordOption::WithFreqsAndPositions)),
        stem: builder.add_text_field(&format!("{name}_stem"), form(IndexRecordOption::WithFreqs)),
        root: builder.add_text_field(&format!("{name}_root"), form(IndexRecordOption::WithFreqs)),
        folded: builder.add_text_field(&format!("{name}_folded"), form(IndexRecordOption::WithFreqs)),
        weight,
    }
}

//! `/ideas` and `/search`: lists of ideas, narrowed and sorted by what stands in the address.

use actix_web::http::StatusCode;
use actix_web::web::Data;
use askama::Template;

use super::chosen::choice_words;
use super::found_groups::{named_groups, path_of};
use super::sections::{Kind, Section, by_kind};
use super::views;
use crate::db::Db;
use crate::error::{Error, FieldErrors};
use crate::i18n::Texts;
use crate::ideas::find::{self, Found};
use crate::ideas::lifecycle::State;
use crate::ideas::list_query::{ListQuery, ListSort, RawListQuery};
use crate::ideas::pages::{ShownCard, area_word, languages, state_word, theme_word};
use crate::kernel::text::SearchText;
use crate::search::{Facet, Facets, Matched, Piece, Place, Search};
use crate::web::{self, FormErrors, Frame, PageResult, Query, Visit};

/// Years that can be chosen where it is not counted which there are.
const LAST_YEARS: i16 = 5;

#[derive(Template)]
#[template(path = "discover/list.html")]
struct ListPage {
    frame: Frame,
    path: &'static str,
    heading: String,
    text: String,
    errors: FormErrors,
    /// How many there are, in words; empty when that is not known.
    hits: String,
    /// A word on how the hits match, or on an index that is not complete; empty when there is none.
    remark: String,
    /// What may have been meant instead, and the address of the list for it.
    meant: Option<(String, String)>,
    facets: Vec<FacetField>,
    sorts: Vec<Choice>,
    any_chosen: bool,
    chosen: Vec<Chosen>,
    /// Groups that say the words: name and address.
    groups: Vec<(String, String)>,
    has_more_groups: bool,
    sections: Vec<Section<Listed>>,
    nothing: String,
    first: Option<String>,
    next: Option<String>,
    /// Whether a list is shown at all: a search for nothing has none.
    shows_list: bool,
    /// What can be watched, also as it was probably meant; nothing when the list asks for nothing.
    watches: Vec<Watch>,
}

/// A question that can be saved.
struct Watch {
    question: String,
    /// The address of its list.
    here: String,
    /// The words of the button.
    words: String,
}

/// What a list can be narrowed by: boxes of which several can be ticked.
struct FacetField {
    name: &'static str,
    label: String,
    options: Vec<Choice>,
    is_open: bool,
}

struct Choice {
    value: String,
    words: String,
    /// How many ideas there are with it; none when that is not counted.
    count: Option<usize>,
    is_chosen: bool,
}

/// Something that was chosen, and the address of the list without it.
struct Chosen {
    words: String,
    href: String,
}

/// An idea in the list, with the part of the text that matched.
struct Listed {
    card: ShownCard,
    title: Vec<Piece>,
    snippet: Vec<Piece>,
    snippet_language: String,
    /// Where that part stands, in words, and the address of the place; none for the idea's own text.
    place: Option<(String, String)>,
}

/// `GET /ideas`
pub async fn list(visit: Visit, db: Data<Db>, search: Data<Search>, raw: Query<RawListQuery>) -> PageResult {
    respond(visit, db, search, raw.0, "/ideas").await
}

/// `GET /search`
pub async fn search(visit: Visit, db: Data<Db>, search: Data<Search>, raw: Query<RawListQuery>) -> PageResult {
    respond(visit, db, search, raw.0, "/search").await
}

async fn respond(
    visit: Visit,
    db: Data<Db>,
    search: Data<Search>,
    raw: RawListQuery,
    path: &'static str,
) -> PageResult {
    let query = match ListQuery::parse(&raw, &visit.town) {
        Ok(query) => query,
        Err(Error::Invalid(errors)) => return search_again(&visit, &db, path, raw, &errors).await,
        Err(error) => return Err(error),
    };
    let (asked, today) = (query.clone(), visit.today);
    let shows_list = path == "/ideas" || query.asks();
    let (found, groups) = web::run(move || {
        let groups = db.read(views::group_names)?;
        let found = if shows_list {
            Some(find::find(&db, &search, &asked, today)?)
        } else {
            find::check(&db, &asked)?;
            None
        };
        Ok((found, groups))
    })
    .await?;
    web::page(&visit, StatusCode::OK, &page(&visit, path, &query, found, &groups))
}

/// The page with the words that cannot be looked for, and why; the other choices stay.
async fn search_again(
    visit: &Visit,
    db: &Data<Db>,
    path: &'static str,
    raw: RawListQuery,
    errors: &FieldErrors,
) -> PageResult {
    let (text, rest) = (raw.q, RawListQuery { q: String::new(), ..raw });
    let query = ListQuery::parse(&rest, &visit.town)?;
    let db = db.clone();
    let groups = web::run(move || db.read(views::group_names)).await?;
    let again = page(visit, path, &query, None, &groups);
    let again = ListPage { text, errors: visit.errors(errors), ..again };
    web::page(visit, StatusCode::UNPROCESSABLE_ENTITY, &again)
}

fn page(
    visit: &Visit,
    path: &'static str,
    query: &ListQuery,
    found: Option<Found>,
    groups: &[views::GroupName],
) -> ListPage {
    let texts = visit.texts;
    let heading = texts.say(if path == "/search" { "search-title" } else { "list-title" }).into_owned();
    let text = query.text.as_ref().map(|text| text.as_str().to_owned()).unwrap_or_default();
    let shows_list = found.is_some();
    let total = found.as_ref().and_then(|found| found.total);
    let remark = found.as_ref().map(|found| remark(texts, query, found)).unwrap_or_default();
    let meant = found.as_ref().and_then(|found| SearchText::parse(found.meant.as_deref()?).ok());
    let named = named_groups(query, meant.as_ref().map(SearchText::as_str), groups);
    let watches = found.as_ref().map(|found| watches(texts, path, query, meant.as_ref(), found)).unwrap_or_default();
    let meant = meant.map(|text| (text.as_str().to_owned(), query.with_text(text).address(path, None, None)));
    let next = found.as_ref().and_then(|found| found.next).map(|next| query.address(path, None, Some(next)));
    let nothing = match &query.text {
        // Whether there is any is not known while something is missing.
        Some(_) if found.as_ref().is_some_and(|found| found.rebuilding) => texts.say("search-nothing-yet"),
        Some(text) => texts.say1("list-nothing-found", "text", text.as_str()),
        None => texts.say("list-nothing"),
    };
    let (sections, facets) = found.map(|found| sections(visit, query, found)).unwrap_or_default();
    ListPage {
        frame: visit.frame(heading.clone()),
        path,
        heading,
        hits: total.map(|total| texts.say1("list-hits", "count", total).into_owned()).unwrap_or_default(),
        remark,
        meant,
        groups: named.0.into_iter().map(|group| (group.name.clone(), path_of(group))).collect(),
        has_more_groups: named.1,
        facets: facet_fields(visit, query, groups, &facets),
        sorts: sorts(texts, query),
        any_chosen: query.chosen().iter().any(|(name, _)| *name != "q"),
        chosen: chosen(texts, path, query, groups),
        sections,
        nothing: nothing.into_owned(),
        first: query.cursor.map(|_| query.address(path, None, None)),
        next,
        watches,
        shows_list,
        text,
        errors: FormErrors::default(),
    }
}

/// The ideas as the page shows them, and what they can be narrowed by. In the order of relevance they are
/// grouped by where the words stand; any other order is what the reader asked for.
fn sections(visit: &Visit, query: &ListQuery, found: Found) -> (Vec<Section<Listed>>, Facets) {
    let texts = visit.texts;
    let strict = found.exact.map_or(usize::MAX, |exact| exact.saturating_sub(found.before));
    let is_by_match = query.sort == ListSort::BestMatch;
    let ideas = found.ideas.into_iter().enumerate().map(|(at, idea)| {
        let kind = if is_by_match { Kind::of(&idea, at < strict) } else { Kind::Idea };
        let listed = Listed {
            card: ShownCard::new(texts, &idea.card, visit.today),
            place: place_words(texts, idea.place).map(|words| (words, idea.address())),
            title: idea.title,
            snippet: idea.excerpt,
            snippet_language: idea.excerpt_language,
        };
        (kind, listed)
    });
    (by_kind(texts, ideas.collect()), found.facets)
}

/// What can be watched: the question as it was asked, and as it was probably meant where nothing fits it. The
/// word may be spelt wrong, and then nobody would hear of it, or one that nobody has used yet.
fn watches(texts: Texts, path: &str, query: &ListQuery, meant: Option<&SearchText>, found: &Found) -> Vec<Watch> {
    let corrected = meant.filter(|_| found.matched != Matched::All || found.total == Some(0));
    let corrected = corrected.map(|text| query.with_text(text.clone()));
    let words = |query: &ListQuery| match query.text.as_ref().filter(|_| corrected.is_some()) {
        Some(text) => texts.say1("saved-watch-text", "text", text.as_str()).into_owned(),
        None => texts.say("saved-watch").into_owned(),
    };
    let watch = |query: &ListQuery| {
        Some(Watch { question: query.question()?, here: query.address(path, None, None), words: words(query) })
    };
    std::iter::once(query).chain(&corrected).filter_map(watch).collect()
}

fn remark(texts: Texts, query: &ListQuery, found: &Found) -> String {
    let text = query.text.as_ref().map_or("", SearchText::as_str);
    if found.rebuilding {
        return texts.say("search-rebuilding").into_owned();
    }
    match (found.matched, found.exact) {
        (Matched::All, None) => String::new(),
        (Matched::Nearly, _) => texts.say1("search-nearly", "text", text).into_owned(),
        // Those that match in full may have been left out by what was chosen.
        (Matched::Some, _) | (Matched::All, Some(0)) => texts.say1("search-some", "text", text).into_owned(),
        (Matched::All, Some(exact)) => texts.say1("search-beyond", "exact", exact).into_owned(),
    }
}

/// Words of a sort order.
fn sort_word(texts: Texts, sort: ListSort) -> String {
    texts.say(&format!("sort-{sort}")).into_owned()
}

/// Where the words of a search were found, when not in the idea itself.
fn place_words(texts: Texts, place: Place) -> Option<String> {
    let key = match place {
        Place::Text => return None,
        Place::Decision => "search-in-decision",
        Place::Inquiry => "search-in-inquiry",
        Place::Progress => "search-in-progress",
        Place::Result => "search-in-result",
        Place::Step => "search-in-step",
        Place::Ballot => "search-in-ballot",
        Place::Comment { in_answer: true, .. } => "search-in-answer",
        Place::Comment { .. } => "search-in-comment",
    };
    Some(texts.say(key).into_owned())
}

fn sorts(texts: Texts, query: &ListQuery) -> Vec<Choice> {
    let usual = ListSort::usual(query.text.is_some());
    let fitting = ListSort::ALL.iter().filter(|sort| sort.fits(query.text.is_some()));
    let choices = fitting.map(|sort| Choice {
        // The usual order is not sent: it is another one once there is a text.
        value: if *sort == usual { String::new() } else { sort.as_str().to_owned() },
        words: sort_word(texts, *sort),
        count: None,
        is_chosen: *sort == query.sort,
    });
    choices.collect()
}

/// Everything that the list can be narrowed by. What was counted and found nowhere is left out.
fn facet_fields(visit: &Visit, query: &ListQuery, groups: &[views::GroupName], facets: &Facets) -> Vec<FacetField> {
    let chosen = query.chosen();
    let field = |facet: Facet| {
        let options = words_of(visit, groups, facets, facet).into_iter().map(|(value, words)| {
            let is_chosen = chosen.contains(&(facet.name(), value.clone()));
            Choice { count: facets.count(facet, &value), value, words, is_chosen }
        });
        let options: Vec<Choice> = options.filter(|choice| choice.is_chosen || choice.count != Some(0)).collect();
        let label = visit.texts.say(&format!("filter-{}", facet.name())).into_owned();
        FacetField { name: facet.name(), label, is_open: options.iter().any(|choice| choice.is_chosen), options }
    };
    Facet::ALL.into_iter().map(field).filter(|field| !field.options.is_empty()).collect()
}

/// The values of a facet that there are, each in words.
fn words_of(visit: &Visit, groups: &[views::GroupName], facets: &Facets, facet: Facet) -> Vec<(String, String)> {
    let (texts, settings) = (visit.texts, &visit.town.settings);
    match facet {
        Facet::Theme => settings.themes.iter().map(|word| (word.clone(), theme_word(texts, word))).collect(),
        Facet::Area => settings.areas.iter().map(|word| (word.clone(), area_word(texts, word))).collect(),
        Facet::State => {
            let states = State::ALL.iter().filter(|state| state.is_public());
            states.map(|state| (state.as_str().to_owned(), state_word(texts, *state))).collect()
        }
        Facet::Group => groups.iter().map(|group| (group.slug.clone(), group.name.clone())).collect(),
        Facet::Language => languages(texts),
        Facet::Year => years(visit.today.year(), facets).into_iter().map(|year| (year.clone(), year)).collect(),
    }
}

/// The years that ideas were found from, the latest first; the last ones when that is not counted.
fn years(this: i16, facets: &Facets) -> Vec<String> {
    let mut years: Vec<String> = facets.values(Facet::Year).map(|(year, _)| year.to_owned()).collect();
    if years.is_empty() {
        years = (0..LAST_YEARS).map(|back| (this - back).to_string()).collect();
    }
    years.sort_unstable_by(|one, other| other.cmp(one));
    years
}

/// Everything that was chosen, in words, each with the address of the list without it.
fn chosen(texts: Texts, path: &str, query: &ListQuery, groups: &[views::GroupName]) -> Vec<Chosen> {
    let pairs = query.chosen().into_iter().filter(|(name, _)| *name != "q");
    let shown = pairs.map(|(name, value)| Chosen {
        words: choice_words(texts, groups, name, &value),
        href: query.address(path, Some((name, &value)), None),
    });
    shown.collect()
}

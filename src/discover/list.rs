//! `/ideas` and `/search`: lists of ideas, narrowed and sorted by what stands in the address.

use actix_web::http::StatusCode;
use actix_web::web::Data;
use askama::Template;

use super::views;
use crate::db::Db;
use crate::error::{Error, FieldErrors};
use crate::i18n::Texts;
use crate::ideas::find::{self, Found};
use crate::ideas::lifecycle::State;
use crate::ideas::list_query::{LANGUAGES, ListQuery, ListSort, RawListQuery};
use crate::ideas::pages::{ShownCard, area_word, state_word, theme_word};
use crate::kernel::text::SearchText;
use crate::search::{Matched, Piece, Search};
use crate::web::{self, FormErrors, Frame, PageResult, Query, Visit};

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
    selects: Vec<Select>,
    any_chosen: bool,
    chosen: Vec<Chosen>,
    ideas: Vec<Listed>,
    nothing: String,
    first: Option<String>,
    next: Option<String>,
    /// Whether a list is shown at all: a search without words has none.
    shows_list: bool,
}

/// A choice among words.
struct Select {
    name: &'static str,
    label: String,
    options: Vec<Choice>,
}

struct Choice {
    value: String,
    words: String,
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
    snippet: Vec<Piece>,
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
    let shows_list = path == "/ideas" || query.text.is_some();
    let (found, groups) = web::run(move || {
        let groups = db.read(views::group_names)?;
        let found = if shows_list { Some(find::find(&db, &search, &asked, today)?) } else { None };
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
    let sort = if rest.sort == ListSort::BestMatch.as_str() { String::new() } else { rest.sort };
    let query = ListQuery::parse(&RawListQuery { sort, ..rest }, &visit.town)?;
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
    let meant = meant.map(|text| (text.as_str().to_owned(), query.with_text(text).address(path, "", None)));
    let next = found.as_ref().and_then(|found| found.next).map(|next| query.address(path, "", Some(next)));
    let ideas = found.map(|found| found.ideas).unwrap_or_default().into_iter();
    let ideas = ideas.map(|(card, snippet)| Listed { card: ShownCard::new(texts, &card, visit.today), snippet });
    let nothing = match &query.text {
        Some(text) => texts.say1("list-nothing-found", "text", text.as_str()),
        None => texts.say("list-nothing"),
    };
    ListPage {
        frame: visit.frame(heading.clone()),
        path,
        heading,
        hits: total.map(|total| texts.say1("list-hits", "count", total).into_owned()).unwrap_or_default(),
        remark,
        meant,
        selects: selects(visit, query, groups),
        any_chosen: query.chosen().iter().any(|(name, _)| *name != "q"),
        chosen: chosen(texts, path, query, groups),
        ideas: ideas.collect(),
        nothing: nothing.into_owned(),
        first: query.cursor.map(|_| query.address(path, "", None)),
        next,
        shows_list,
        text,
        errors: FormErrors::default(),
    }
}

fn remark(texts: Texts, query: &ListQuery, found: &Found) -> String {
    let text = query.text.as_ref().map_or("", SearchText::as_str);
    if found.rebuilding {
        return texts.say("search-rebuilding").into_owned();
    }
    match (found.matched, found.exact) {
        (Matched::All, Some(exact)) => texts.say1("search-beyond", "exact", exact).into_owned(),
        (Matched::All, None) => String::new(),
        (Matched::Nearly, _) => texts.say1("search-nearly", "text", text).into_owned(),
        (Matched::Some, _) => texts.say1("search-some", "text", text).into_owned(),
    }
}

/// Words of a sort order.
fn sort_word(texts: Texts, sort: ListSort) -> String {
    texts.say(&format!("sort-{sort}")).into_owned()
}

fn language_word(texts: Texts, code: &str) -> String {
    texts.say(&format!("language-{code}")).into_owned()
}

fn selects(visit: &Visit, query: &ListQuery, groups: &[views::GroupName]) -> Vec<Select> {
    let (texts, settings) = (visit.texts, &visit.town.settings);
    let select = |name, key: &str, words: Vec<(String, String)>, chosen: Option<&str>| {
        let all =
            Choice { value: String::new(), words: texts.say(&format!("{key}-all")).into_owned(), is_chosen: false };
        let choices = words.into_iter().map(|(value, words)| {
            let is_chosen = Some(value.as_str()) == chosen;
            Choice { value, words, is_chosen }
        });
        Select { name, label: texts.say(key).into_owned(), options: std::iter::once(all).chain(choices).collect() }
    };
    let themes = settings.themes.iter().map(|word| (word.clone(), theme_word(texts, word))).collect();
    let areas = settings.areas.iter().map(|word| (word.clone(), area_word(texts, word))).collect();
    let states = State::ALL.iter().filter(|state| state.is_public());
    let states = states.map(|state| (state.as_str().to_owned(), state_word(texts, *state))).collect();
    let groups = groups.iter().map(|group| (group.slug.clone(), group.name.clone())).collect();
    let languages = LANGUAGES.iter().map(|code| ((*code).to_owned(), language_word(texts, code))).collect();
    let sorts = ListSort::ALL.iter().filter(|sort| sort.fits(query.text.is_some()));
    let sorts = sorts.map(|sort| (sort.as_str().to_owned(), sort_word(texts, *sort))).collect();
    let mut sort = select("sort", "filter-sort", sorts, Some(query.sort.as_str()));
    // There is always an order, so "all" is no choice here.
    sort.options.remove(0);
    vec![
        select("theme", "filter-theme", themes, query.theme.as_deref()),
        select("area", "filter-area", areas, query.area.as_deref()),
        select("state", "filter-state", states, query.state.map(State::as_str)),
        select("group", "filter-group", groups, query.group.as_deref()),
        select("language", "filter-language", languages, query.language.as_deref()),
        sort,
    ]
}

/// Everything that was chosen, in words, each with the address of the list without it.
fn chosen(texts: Texts, path: &str, query: &ListQuery, groups: &[views::GroupName]) -> Vec<Chosen> {
    let words = |name: &str, value: &str| match name {
        "theme" => theme_word(texts, value),
        "area" => area_word(texts, value),
        "state" => value.parse().map_or_else(|_| value.to_owned(), |state| state_word(texts, state)),
        "group" => {
            let group = groups.iter().find(|group| group.slug == value);
            group.map_or_else(|| value.to_owned(), |group| group.name.clone())
        }
        "language" => language_word(texts, value),
        "sort" => value.parse().map_or_else(|_| value.to_owned(), |sort| sort_word(texts, sort)),
        _ => value.to_owned(),
    };
    let pairs = query.chosen().into_iter().filter(|(name, _)| *name != "q");
    let shown = pairs.map(|(name, value)| Chosen {
        words: format!("{}: {}", texts.say(&format!("filter-{name}")), words(name, &value)),
        href: query.address(path, name, None),
    });
    shown.collect()
}

//! Reading a page as its visitor does: by headings, labels and links.

use scraper::{ElementRef, Html, Selector};

/// A page.
pub(crate) struct Page {
    document: Html,
}

impl Page {
    pub(super) fn read(body: &str) -> Self {
        Self { document: Html::parse_document(body) }
    }

    /// The words of the page's main heading; empty when there is none.
    pub(crate) fn heading(&self) -> String {
        self.text_of("h1")
    }

    /// The title in the window's frame.
    pub(crate) fn title(&self) -> String {
        self.text_of("title")
    }

    /// The words of the first element; empty when there is none.
    pub(crate) fn text_of(&self, selector: &str) -> String {
        self.texts_of(selector).into_iter().next().unwrap_or_default()
    }

    /// The words of every element.
    pub(crate) fn texts_of(&self, selector: &str) -> Vec<String> {
        self.select(selector).into_iter().map(words).collect()
    }

    /// The words of the main part.
    pub(crate) fn main_text(&self) -> String {
        let main = self.text_of("main");
        if main.is_empty() { self.text_of("body") } else { main }
    }

    /// Whether there is such an element.
    pub(crate) fn has(&self, selector: &str) -> bool {
        !self.select(selector).is_empty()
    }

    /// An attribute of the first element.
    pub(crate) fn attribute(&self, selector: &str, name: &str) -> Option<String> {
        self.select(selector).first().and_then(|element| element.attr(name)).map(str::to_owned)
    }

    /// Words and address of every link.
    pub(crate) fn links(&self) -> Vec<(String, String)> {
        let links = self.select("a[href]").into_iter();
        links.map(|link| (words(link), link.attr("href").unwrap_or_default().to_owned())).collect()
    }

    /// The address of the link with these words; fails when there is none.
    #[track_caller]
    pub(crate) fn link(&self, text: &str) -> String {
        let links = self.links();
        let found = links.iter().find(|(words, _)| words == text);
        found.unwrap_or_else(|| panic!("no link {text:?} among {links:?}")).1.clone()
    }

    /// Where the forms of the page go.
    pub(crate) fn forms(&self) -> Vec<String> {
        self.select("form").iter().filter_map(|form| form.attr("action")).map(str::to_owned).collect()
    }

    /// Name and value of everything that the form to this address would send as it is shown.
    #[track_caller]
    pub(crate) fn form_fields(&self, action: &str) -> Vec<(String, String)> {
        let mut fields = Vec::new();
        for element in self.form(action).select(&parse("input, textarea, select")) {
            let Some(name) = element.attr("name") else { continue };
            let value = match element.value().name() {
                "textarea" => Some(element.text().collect::<String>()),
                "select" => {
                    let options: Vec<_> = element.select(&parse("option")).collect();
                    let chosen = options.iter().find(|option| option.attr("selected").is_some()).or(options.first());
                    chosen.map(|option| option.attr("value").unwrap_or_default().to_owned())
                }
                _ => match element.attr("type") {
                    Some("radio" | "checkbox") if element.attr("checked").is_none() => None,
                    Some("submit" | "button") => None,
                    _ => Some(element.attr("value").unwrap_or_default().to_owned()),
                },
            };
            fields.extend(value.map(|value| (name.to_owned(), value)));
        }
        fields
    }

    /// The names of everything in the form that can be filled in or pressed.
    #[track_caller]
    pub(crate) fn field_names(&self, action: &str) -> Vec<String> {
        let fields = parse("input, textarea, select, button");
        self.form(action).select(&fields).filter_map(|field| field.attr("name")).map(str::to_owned).collect()
    }

    /// What the error summary says, line by line.
    pub(crate) fn errors(&self) -> Vec<String> {
        self.texts_of(".error-summary li")
    }

    /// The message after a form; empty when there is none.
    pub(crate) fn notice(&self) -> String {
        self.text_of(".notice-success")
    }

    #[track_caller]
    fn form(&self, action: &str) -> ElementRef<'_> {
        let forms = self.select("form");
        let found = forms.into_iter().find(|form| form.attr("action") == Some(action));
        found.unwrap_or_else(|| panic!("no form to {action} among {:?}", self.forms()))
    }

    fn select(&self, selector: &str) -> Vec<ElementRef<'_>> {
        self.document.select(&parse(selector)).collect()
    }
}

fn parse(selector: &str) -> Selector {
    Selector::parse(selector).unwrap_or_else(|error| panic!("{selector}: {error}"))
}

/// The words of an element with single spaces between them.
fn words(element: ElementRef<'_>) -> String {
    element.text().collect::<Vec<_>>().join(" ").split_whitespace().collect::<Vec<_>>().join(" ")
}

//! What the build demands of the catalogues: every language says the same things with the same
//! variables, nothing is said twice, and every key that the program names exists.
//!
//! Compiled twice: into the build script, which stops the build, and into the tests.

use std::collections::{BTreeMap, BTreeSet};

use fluent_syntax::ast::{CallArguments, Entry, Expression, InlineExpression, Pattern, PatternElement};

/// A file as it was read: where it lies and what stands in it.
#[derive(Clone)]
pub(crate) struct SourceFile {
    /// Path for messages to the developer.
    pub(crate) path: String,
    /// The whole content.
    pub(crate) text: String,
}

/// What a message is made of.
#[derive(Default)]
struct Message {
    path: String,
    variables: BTreeSet<String>,
    references: BTreeSet<String>,
}

/// The messages of one language by key; terms stand under their name with the hyphen.
#[derive(Default)]
pub(crate) struct Language {
    messages: BTreeMap<String, Message>,
}

impl Language {
    /// Keys of the messages that need no variable, in order.
    pub(crate) fn plain_keys(&self) -> impl Iterator<Item = &str> {
        self.messages
            .keys()
            .map(String::as_str)
            .filter(|key| !key.starts_with('-') && self.variables_of(key).is_empty())
    }

    /// The variables of a message and of everything it refers to.
    fn variables_of(&self, key: &str) -> BTreeSet<String> {
        let mut found = BTreeSet::new();
        let mut seen = BTreeSet::new();
        let mut waiting = vec![key.to_owned()];
        while let Some(key) = waiting.pop() {
            let Some(message) = self.messages.get(&key) else { continue };
            if seen.insert(key) {
                found.extend(message.variables.iter().cloned());
                waiting.extend(message.references.iter().cloned());
            }
        }
        found
    }
}

/// Reads the catalogues of one language; what is wrong with them is added to `faults`.
pub(crate) fn read_language(files: &[SourceFile], faults: &mut Vec<String>) -> Language {
    let mut language = Language::default();
    for file in files {
        let resource = match fluent_syntax::parser::parse(file.text.as_str()) {
            Ok(resource) => resource,
            Err((resource, errors)) => {
                faults.extend(errors.iter().map(|error| {
                    let line = file.text.bytes().take(error.pos.start).filter(|byte| *byte == b'\n').count() + 1;
                    format!("{}:{line}: cannot be read: {}", file.path, error.kind)
                }));
                resource
            }
        };
        for entry in &resource.body {
            add_entry(&mut language, file, entry, faults);
        }
    }
    for (key, message) in &language.messages {
        for reference in message.references.iter().filter(|name| !language.messages.contains_key(*name)) {
            faults.push(format!("{}: “{key}” refers to “{reference}”, which does not exist", message.path));
        }
    }
    language
}

fn add_entry(language: &mut Language, file: &SourceFile, entry: &Entry<&str>, faults: &mut Vec<String>) {
    let (key, pattern, attributes) = match entry {
        Entry::Message(message) => (message.id.name.to_owned(), message.value.as_ref(), message.attributes.len()),
        Entry::Term(term) => (format!("-{}", term.id.name), Some(&term.value), term.attributes.len()),
        Entry::Comment(_) | Entry::GroupComment(_) | Entry::ResourceComment(_) | Entry::Junk { .. } => return,
    };
    if attributes > 0 {
        faults.push(format!("{}: “{key}” has attributes; give each text a key of its own", file.path));
    }
    let mut message = Message { path: file.path.clone(), ..Message::default() };
    if let Some(pattern) = pattern {
        collect_pattern(pattern, &mut message);
    }
    if let Some(earlier) = language.messages.get(&key) {
        faults.push(format!("{}: “{key}” is already defined in {}", file.path, earlier.path));
        return;
    }
    language.messages.insert(key, message);
}

fn collect_pattern(pattern: &Pattern<&str>, message: &mut Message) {
    for element in &pattern.elements {
        if let PatternElement::Placeable { expression } = element {
            collect_expression(expression, message);
        }
    }
}

fn collect_expression(expression: &Expression<&str>, message: &mut Message) {
    match expression {
        Expression::Inline(inline) => collect_inline(inline, message),
        Expression::Select { selector, variants } => {
            collect_inline(selector, message);
            for variant in variants {
                collect_pattern(&variant.value, message);
            }
        }
    }
}

fn collect_inline(inline: &InlineExpression<&str>, message: &mut Message) {
    match inline {
        InlineExpression::StringLiteral { .. } | InlineExpression::NumberLiteral { .. } => {}
        InlineExpression::VariableReference { id } => {
            message.variables.insert(id.name.to_owned());
        }
        InlineExpression::MessageReference { id, .. } => {
            message.references.insert(id.name.to_owned());
        }
        InlineExpression::TermReference { id, arguments, .. } => {
            message.references.insert(format!("-{}", id.name));
            if let Some(arguments) = arguments {
                collect_arguments(arguments, message);
            }
        }
        InlineExpression::FunctionReference { arguments, .. } => collect_arguments(arguments, message),
        InlineExpression::Placeable { expression } => collect_expression(expression, message),
    }
}

fn collect_arguments(arguments: &CallArguments<&str>, message: &mut Message) {
    let named = arguments.named.iter().map(|argument| &argument.value);
    for argument in arguments.positional.iter().chain(named) {
        collect_inline(argument, message);
    }
}

/// What one language says and another does not, or says with other variables.
pub(crate) fn compare(languages: &BTreeMap<String, Language>, faults: &mut Vec<String>) {
    for (name, language) in languages {
        for (other_name, other) in languages.iter().filter(|(other_name, _)| *other_name != name) {
            for (key, message) in language.messages.iter().filter(|(key, _)| !key.starts_with('-')) {
                if !other.messages.contains_key(key) {
                    faults.push(format!("{}: “{key}” does not exist in “{other_name}”", message.path));
                    continue;
                }
                let others = other.variables_of(key);
                for variable in language.variables_of(key).difference(&others) {
                    faults.push(format!("{}: “{key}” uses ${variable}, not so in “{other_name}”", message.path));
                }
            }
        }
    }
}

/// Easy texts take the place of a language's own file by file: a file of them says all that the file
/// of its name says, and nothing else, with no other variables.
pub(crate) fn compare_easy(
    of: &str,
    files: &[SourceFile],
    languages: &BTreeMap<String, Language>,
    faults: &mut Vec<String>,
) {
    let Some(language) = languages.get(of) else {
        faults.push(format!("easy texts of “{of}”, which is no language"));
        return;
    };
    let easy = read_language(files, faults);
    let name = |path: &str| path.rsplit('/').next().unwrap_or_default().to_owned();
    let of_file: BTreeSet<String> = files.iter().map(|file| name(&file.path)).collect();
    let lacking = language.messages.iter().filter(|(_, message)| of_file.contains(&name(&message.path)));
    for (key, message) in lacking.filter(|(key, _)| !easy.messages.contains_key(*key)) {
        faults.push(format!("{}: “{key}” has no easy text", message.path));
    }
    for (key, message) in &easy.messages {
        match language.messages.get(key) {
            Some(usual) if name(&usual.path) == name(&message.path) => {}
            Some(_) | None => faults.push(format!("{}: “{key}” is not in this file of “{of}”", message.path)),
        }
        for variable in easy.variables_of(key).difference(&language.variables_of(key)) {
            faults.push(format!("{}: “{key}” uses ${variable}, not so in “{of}”", message.path));
        }
    }
}

/// One place where the program says something under a literal key.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Use {
    line: usize,
    key: String,
    given: usize,
    first_name: Option<String>,
}

/// Every `say("key"`, `say1("key", "name"`, `say2(` and `say3(` with a literal key. Lines that are
/// comments are passed over.
pub(crate) fn uses_in(text: &str) -> Vec<Use> {
    let mut uses = Vec::new();
    let mut line = 1;
    let code: String =
        text.split_inclusive('\n').map(|l| if l.trim_start().starts_with("//") { "\n" } else { l }).collect();
    let mut pieces = code.split("say");
    let mut before = pieces.next().unwrap_or_default();
    for piece in pieces {
        line += before.matches('\n').count();
        let starts_a_word = !before.ends_with(|c: char| c.is_alphanumeric() || c == '_');
        if let Some((key, given, first_name)) = starts_a_word.then(|| read_call(piece)).flatten() {
            uses.push(Use { line, key, given, first_name });
        }
        before = piece;
    }
    uses
}

fn read_call(after_say: &str) -> Option<(String, usize, Option<String>)> {
    let number = after_say.chars().next()?;
    let (given, rest) = match number {
        '(' => (0, after_say),
        '1'..='3' => (usize::try_from(number.to_digit(10)?).ok()?, after_say.strip_prefix(number)?),
        _ => return None,
    };
    let (key, rest) = read_literal(rest.strip_prefix('(')?)?;
    let first_name = rest.trim_start().strip_prefix(',').and_then(read_literal).map(|(name, _)| name);
    Some((key, given, first_name))
}

fn read_literal(text: &str) -> Option<(String, &str)> {
    let (literal, rest) = text.trim_start().strip_prefix('"')?.split_once('"')?;
    Some((literal.to_owned(), rest))
}

/// What is wrong with the keys and variables that a file of the program names.
pub(crate) fn check_uses(file: &SourceFile, language: &Language, faults: &mut Vec<String>) {
    for found in uses_in(&file.text) {
        let Use { line, key, given, first_name } = found;
        let place = format!("{}:{line}", file.path);
        if !language.messages.contains_key(&key) {
            faults.push(format!("{place}: no catalogue has “{key}”"));
            continue;
        }
        let needed = language.variables_of(&key);
        if needed.len() > given {
            let list = needed.iter().map(|name| format!("${name}")).collect::<Vec<_>>().join(", ");
            faults.push(format!("{place}: “{key}” needs {list}, but {given} given"));
        } else if let Some(name) = first_name.filter(|name| given > 0 && !needed.contains(name)) {
            faults.push(format!("{place}: “{key}” has no variable ${name}"));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn file(path: &str, text: &str) -> SourceFile {
        SourceFile { path: path.to_owned(), text: text.to_owned() }
    }

    fn faults_between(swedish: &str, english: &str) -> Vec<String> {
        let mut faults = Vec::new();
        let languages = BTreeMap::from([
            ("sv".to_owned(), read_language(&[file("sv/a.ftl", swedish)], &mut faults)),
            ("en".to_owned(), read_language(&[file("en/a.ftl", english)], &mut faults)),
        ]);
        compare(&languages, &mut faults);
        faults
    }

    fn faults_of_use(catalogue: &str, code: &str) -> Vec<String> {
        let mut faults = Vec::new();
        let language = read_language(&[file("sv/a.ftl", catalogue)], &mut faults);
        check_uses(&file("src/x.rs", code), &language, &mut faults);
        faults
    }

    #[test]
    fn catalogues_that_agree_pass() {
        let swedish = "a = Hej\nb = { $count ->\n    [one] en\n   *[other] { $count } flera\n }\n";
        let english = "a = Hello\nb = { $count } of { a }\n";

        assert_eq!(faults_between(swedish, english), Vec::<String>::new());
    }

    #[test]
    fn a_key_or_a_variable_of_one_language_only_is_told() {
        assert_eq!(faults_between("a = x\nb = y\n", "a = x\n"), ["sv/a.ftl: “b” does not exist in “en”"]);
        assert_eq!(faults_between("a = x\n", "a = { $n }\n"), ["en/a.ftl: “a” uses $n, not so in “sv”"]);
    }

    #[test]
    fn a_variable_behind_a_reference_counts() {
        let faults = faults_between("a = { b }\nb = { $n }\n", "a = x\nb = { $n }\n");

        assert_eq!(faults, ["sv/a.ftl: “a” uses $n, not so in “en”"]);
    }

    fn faults_of_easy(usual: &str, easy: &str) -> Vec<String> {
        let mut faults = Vec::new();
        let swedish = read_language(&[file("sv/a.ftl", usual), file("sv/b.ftl", "other = x\n")], &mut faults);
        let languages = BTreeMap::from([("sv".to_owned(), swedish)]);
        compare_easy("sv", &[file("sv-simple/a.ftl", easy)], &languages, &mut faults);
        faults
    }

    #[test]
    fn easy_texts_say_all_that_their_file_says_and_nothing_else() {
        assert_eq!(faults_of_easy("a = { $n } x\nb = y\n", "a = x\nb = z\n"), Vec::<String>::new());
        assert_eq!(faults_of_easy("a = x\nb = y\n", "a = x\n"), ["sv/a.ftl: “b” has no easy text"]);
        assert_eq!(faults_of_easy("a = x\n", "a = { $n }\n"), ["sv-simple/a.ftl: “a” uses $n, not so in “sv”"]);
        assert_eq!(
            faults_of_easy("a = x\n", "a = x\nother = y\n"),
            ["sv-simple/a.ftl: “other” is not in this file of “sv”"]
        );
    }

    #[test]
    fn what_cannot_be_read_is_told_with_its_line() {
        let faults = faults_between("a = x\nb = { $n \n", "a = x\n");

        assert!(
            faults.iter().any(|fault| fault.starts_with("sv/a.ftl:2: cannot be read")
                || fault.starts_with("sv/a.ftl:3: cannot be read")),
            "{faults:?}"
        );
    }

    #[test]
    fn a_key_twice_in_two_files_is_told() {
        let mut faults = Vec::new();

        read_language(&[file("sv/a.ftl", "a = x\n"), file("sv/b.ftl", "a = y\n")], &mut faults);

        assert_eq!(faults, ["sv/b.ftl: “a” is already defined in sv/a.ftl"]);
    }

    #[test]
    fn a_reference_into_nothing_and_an_attribute_are_told() {
        let mut faults = Vec::new();

        read_language(&[file("sv/a.ftl", "a = { b }\nc = x\n    .title = y\n")], &mut faults);

        assert_eq!(faults.len(), 2, "{faults:?}");
    }

    #[test]
    fn uses_are_found_over_line_breaks_and_not_in_comments_or_other_words() {
        let code = "t.say(\"a\");\n// t.say(\"b\")\nt.say1(\n  \"c\",\n \"n\", 1);essay(\"d\"); say4(\"e\"); say(key)";
        let found = uses_in(code);

        assert_eq!(
            found.iter().map(|u| (u.line, u.key.as_str(), u.given)).collect::<Vec<_>>(),
            [(1, "a", 0), (3, "c", 1)]
        );
    }

    #[test]
    fn an_unknown_key_and_a_missing_variable_are_told() {
        let catalogue = "a = x\nb = { $n }\n";

        assert_eq!(faults_of_use(catalogue, "say(\"a\") say1(\"b\", \"n\", 1)"), Vec::<String>::new());
        assert_eq!(faults_of_use(catalogue, "\nsay(\"q\")"), ["src/x.rs:2: no catalogue has “q”"]);
        assert_eq!(faults_of_use(catalogue, "say(\"b\")"), ["src/x.rs:1: “b” needs $n, but 0 given"]);
        assert_eq!(faults_of_use(catalogue, "say1(\"b\", \"m\", 1)"), ["src/x.rs:1: “b” has no variable $m"]);
    }

    #[test]
    fn plain_keys_are_those_without_variables() {
        let mut faults = Vec::new();
        let language = read_language(&[file("sv/a.ftl", "-t = x\na = { -t }\nb = { $n }\nc = { b }\n")], &mut faults);

        assert_eq!(language.plain_keys().collect::<Vec<_>>(), ["a"]);
    }
}

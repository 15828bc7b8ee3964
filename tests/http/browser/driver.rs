//! Chromium behind its driver, used as somebody does who has only a keyboard.

use std::io::{BufRead as _, BufReader};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::Duration;

use fantoccini::key::Key;
use fantoccini::{Client, ClientBuilder, Locator};
use serde_json::json;

use crate::database::say;

/// Most presses of the tab key before an element counts as out of reach.
const MOST_TABS: usize = 150;

/// Waits of 20 milliseconds before a page counts as not coming.
const PAGE_WAITS: usize = 500;

/// What the browser shows on.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Screen {
    /// Pixels.
    pub(crate) width: u32,
    /// Whether pages may run scripts.
    pub(crate) scripts: bool,
}

/// A browser that is driven by keys.
pub(crate) struct Browser {
    client: Client,
    pub(crate) screen: Screen,
}

/// The driver's process; it and its browser end with this value.
struct Driver {
    process: Child,
    port: u16,
}

impl Drop for Driver {
    fn drop(&mut self) {
        let ended = self.process.kill().and_then(|()| self.process.wait());
        if let Err(error) = ended {
            say(&format!("chromedriver: {error}"));
        }
    }
}

/// Runs `walk` with a browser; `false` (said in one line) when there is none.
pub(crate) fn with_browser(screen: Screen, walk: impl AsyncFnOnce(&Browser)) -> bool {
    let Some(driver) = start_driver() else { return false };
    actix_web::rt::System::new().block_on(async {
        let profile = tempfile::tempdir().expect("a folder for the browser's profile");
        let client = connect(&driver, screen, profile.path()).await;
        let browser = Browser { client, screen };
        walk(&browser).await;
        browser.client.close().await.expect("the browser closes");
    });
    true
}

fn start_driver() -> Option<Driver> {
    let missing = [("chromium", "chromium"), ("chromedriver", "chromium-driver")]
        .into_iter()
        .find(|(program, _)| found(program).is_none());
    if let Some((program, package)) = missing {
        let told = format!("passed over: {program} is missing (Debian package {package})");
        assert!(std::env::var_os("MEDSKAPA_TEST_ALL").is_none(), "{told}");
        say(&told);
        return None;
    }
    let mut process = Command::new("chromedriver")
        .args(["--port=0", "--log-level=SEVERE"])
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .expect("chromedriver starts");
    let lines = BufReader::new(process.stdout.take().expect("piped")).lines();
    let port = lines
        .map_while(Result::ok)
        .find_map(|line| line.split("successfully on port ").nth(1)?.trim().trim_end_matches('.').parse().ok())
        .expect("chromedriver says its port");
    Some(Driver { process, port })
}

fn found(program: &str) -> Option<PathBuf> {
    let path = std::env::var_os("PATH")?;
    std::env::split_paths(&path).map(|folder| folder.join(program)).find(|file| file.is_file())
}

async fn connect(driver: &Driver, screen: Screen, profile: &Path) -> Client {
    let scripts = if screen.scripts { 1 } else { 2 };
    let arguments = [
        "--headless=new",
        "--no-sandbox",
        "--disable-gpu",
        "--disable-quic",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
        "--disable-dev-shm-usage",
        "--force-device-scale-factor=1",
    ];
    let mut arguments: Vec<String> = arguments.map(str::to_owned).to_vec();
    arguments.push(format!("--user-data-dir={}", profile.display()));
    arguments.push(format!("--window-size={},900", screen.width));
    let capabilities = json!({ "goog:chromeOptions": {
        "binary": found("chromium"),
        "args": arguments,
        "mobileEmulation": { "deviceMetrics": { "width": screen.width, "height": 900, "pixelRatio": 1.0 } },
        "prefs": {
            "profile.managed_default_content_settings.javascript": scripts,
            "intl.accept_languages": "sv",
        },
    }});
    let capabilities = capabilities.as_object().expect("an object").clone();
    ClientBuilder::new(hyper_util::client::legacy::connect::HttpConnector::new())
        .capabilities(capabilities)
        .connect(&format!("http://127.0.0.1:{}", driver.port))
        .await
        .expect("a browser session")
}

impl Browser {
    /// Opens a page.
    pub(crate) async fn open(&self, address: &str) {
        self.client.goto(address).await.expect("the page opens");
    }

    /// Path of the page that is shown.
    pub(crate) async fn path(&self) -> String {
        self.client.current_url().await.expect("an address").path().to_owned()
    }

    /// The words on the page.
    pub(crate) async fn words(&self) -> String {
        self.text_of("main").await
    }

    /// The words in the first element with this selector.
    pub(crate) async fn text_of(&self, selector: &str) -> String {
        let found = self.client.find(Locator::Css(selector)).await;
        found.unwrap_or_else(|error| panic!("{selector}: {error}")).text().await.expect("words")
    }

    /// What stands in a field.
    pub(crate) async fn value_of(&self, selector: &str) -> String {
        let found = self.client.find(Locator::Css(selector)).await;
        let found = found.unwrap_or_else(|error| panic!("{selector}: {error}"));
        found.prop("value").await.expect("a property").unwrap_or_default()
    }

    /// Whether the page has such an element.
    pub(crate) async fn has(&self, selector: &str) -> bool {
        !self.client.find_all(Locator::Css(selector)).await.expect("the page is searched").is_empty()
    }

    /// Goes on as a visitor whom nobody knows.
    pub(crate) async fn forget_cookies(&self) {
        self.client.delete_all_cookies().await.expect("the cookies are forgotten");
    }

    /// Presses the tab key until the element with this selector has the focus.
    pub(crate) async fn tab_to(&self, selector: &str) {
        let wanted = self.client.find(Locator::Css(selector)).await;
        let wanted = wanted.unwrap_or_else(|error| panic!("{selector}: {error}")).element_id();
        for _ in 0..MOST_TABS {
            let focused = self.client.active_element().await.expect("something has the focus");
            if focused.element_id() == wanted {
                return;
            }
            focused.send_keys(&char::from(Key::Tab).to_string()).await.expect("a key is pressed");
        }
        panic!("{selector} cannot be reached by the tab key on {}", self.path().await);
    }

    /// Types into the field with this selector, after reaching it by the tab key.
    pub(crate) async fn type_into(&self, selector: &str, words: &str) {
        self.tab_to(selector).await;
        self.press(words).await;
    }

    /// Presses Enter on the link or button with this selector, after reaching it by the tab key,
    /// and waits for the page that it leads to.
    pub(crate) async fn enter(&self, selector: &str) {
        self.tab_to(selector).await;
        let left = self.client.find(Locator::Css("html")).await.expect("a page");
        self.press(&char::from(Key::Enter).to_string()).await;
        for _ in 0..PAGE_WAITS {
            // An element of a page that has been left is known no more.
            // The foot stands last on each page, so with it everything is there.
            if left.tag_name().await.is_err() && self.has(".site-footer").await {
                return;
            }
            actix_web::rt::time::sleep(Duration::from_millis(20)).await;
        }
        panic!("{selector} leads to no new page from {}", self.path().await);
    }

    /// Opens what unfolds, by Enter on its summary.
    pub(crate) async fn unfold(&self, selector: &str) {
        self.tab_to(selector).await;
        self.press(&char::from(Key::Enter).to_string()).await;
    }

    /// Moves to a radio button of a group by the arrow keys. A group has one stop for the tab key.
    pub(crate) async fn choose_radio(&self, name: &str, value: &str) {
        let wanted = format!("input[type=radio][name={name}][value={value}]");
        let wanted = self.client.find(Locator::Css(&wanted)).await.expect("the radio button").element_id();
        for _ in 0..MOST_TABS {
            let focused = self.client.active_element().await.expect("something has the focus");
            if focused.attr("name").await.expect("a name").as_deref() == Some(name) {
                break;
            }
            focused.send_keys(&char::from(Key::Tab).to_string()).await.expect("a key is pressed");
        }
        self.press(" ").await;
        for _ in 0..20 {
            let focused = self.client.active_element().await.expect("something has the focus");
            if focused.element_id() == wanted {
                return;
            }
            focused.send_keys(&char::from(Key::Down).to_string()).await.expect("a key is pressed");
        }
        panic!("the choice {value} of {name} cannot be reached by the arrow keys");
    }

    async fn press(&self, keys: &str) {
        let focused = self.client.active_element().await.expect("something has the focus");
        focused.send_keys(keys).await.expect("keys are pressed");
    }

    /// What the page rules find, as lines; needs scripts.
    pub(crate) async fn rule_faults(&self, rules: &str) -> Vec<String> {
        self.client.execute(rules, Vec::new()).await.expect("the rules load");
        let run = "const done = arguments[arguments.length - 1];
            axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] })
               .then(found => done(found.violations.map(v => v.id + ': ' + v.nodes.map(n => n.html).join(' | '))));";
        let found = self.client.execute_async(run, Vec::new()).await.expect("the rules run");
        let lines = found.as_array().expect("a list").iter();
        lines.map(|line| line.as_str().unwrap_or_default().to_owned()).collect()
    }

    /// Pixels that the page is wider than the screen.
    pub(crate) async fn overflow(&self) -> i64 {
        let script = "return document.documentElement.scrollWidth - document.documentElement.clientWidth;";
        self.client.execute(script, Vec::new()).await.expect("a width").as_i64().expect("a number")
    }
}

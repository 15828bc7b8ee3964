//! The signature: its settings, what it covers, and that nothing of the headers can make it go too deep.
//! Whether another program accepts it is asked in `tests/mail_python`.

use std::path::PathBuf;

use super::super::{Config, Mailer, OutboundMail};
use super::decode::Decoded;
use super::{key, mail, settings};

/// A key for tests alone.
const PEM: &str = include_str!("../../../tests/mail_python/key.pem");

struct Stage {
    folder: tempfile::TempDir,
}

impl Stage {
    fn new() -> Self {
        let stage = Self { folder: tempfile::tempdir().unwrap() };
        stage.write(PEM, 0o600);
        stage
    }

    fn file(&self) -> PathBuf {
        self.folder.path().join("dkim.pem")
    }

    fn write(&self, words: &str, mode: u32) {
        use std::os::unix::fs::PermissionsExt as _;
        std::fs::write(self.file(), words).unwrap();
        std::fs::set_permissions(self.file(), std::fs::Permissions::from_mode(mode)).unwrap();
    }

    fn settings(&self) -> Config {
        Config {
            dkim_domain: "town.se".to_owned(),
            dkim_selector: "medskapa1".to_owned(),
            dkim_key_file: self.file().display().to_string(),
            ..settings()
        }
    }
}

fn sent(config: &Config, mail: &OutboundMail) -> String {
    let mailer = Mailer::memory(config, &key()).unwrap();
    mailer.send(mail).unwrap();
    mailer.sent().remove(0).raw
}

#[test]
fn everything_that_a_readers_program_acts_upon_is_signed() {
    let stage = Stage::new();

    let signature = Decoded::read(&sent(&stage.settings(), &mail())).header("DKIM-Signature").to_lowercase();

    for part in ["a=rsa-sha256;", "d=town.se;", "s=medskapa1;", "c=relaxed/relaxed;"] {
        assert!(signature.contains(part), "{part}: {signature}");
    }
    for name in [
        "from",
        "to",
        "subject",
        "date",
        "message-id",
        "references",
        "list-unsubscribe",
        "list-unsubscribe-post",
        "mime-version",
        "content-type",
    ] {
        let names = signature.split("h=").nth(1).and_then(|rest| rest.split(';').next()).unwrap();
        assert!(names.split(':').any(|signed| signed.trim() == name), "{name}: {names}");
    }
}

#[test]
fn without_the_settings_nothing_is_signed_and_half_of_them_stop_the_start() {
    assert!(!Decoded::read(&sent(&settings(), &mail())).names().contains(&"DKIM-Signature"));
    let stage = Stage::new();
    assert_eq!(stage.settings().check(), Vec::<String>::new());
    for (half, named) in [
        (Config { dkim_domain: String::new(), ..stage.settings() }, "mail.dkim_domain"),
        (Config { dkim_domain: "other.se".to_owned(), ..stage.settings() }, "mail.dkim_domain"),
        (Config { dkim_selector: String::new(), ..stage.settings() }, "mail.dkim_selector"),
        (Config { dkim_selector: "a b".to_owned(), ..stage.settings() }, "mail.dkim_selector"),
        (Config { dkim_key_file: String::new(), ..stage.settings() }, "mail.dkim_key_file"),
        (Config { dkim_key_file: "not there".to_owned(), ..stage.settings() }, "mail.dkim_key_file"),
    ] {
        let faults = half.check();

        assert_eq!(faults.len(), 1, "{faults:?}");
        assert!(faults[0].starts_with(named), "{faults:?}");
    }
}

#[test]
fn a_key_that_is_open_damaged_or_of_another_kind_stops_the_start_and_is_never_printed() {
    let stage = Stage::new();
    let middle = PEM.get(200..260).unwrap();
    let damaged = PEM.replacen(middle, &"A".repeat(60), 1);
    let short = format!("{}\n-----END RSA PRIVATE KEY-----\n", PEM.get(..700).unwrap());
    for (words, mode, told) in [
        (PEM, 0o604, "chmod 600"),
        (PEM, 0o606, "chmod 600"),
        (&damaged, 0o600, "damaged"),
        (&short, 0o600, "shorter than 2048"),
        ("-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----\n", 0o600, "BEGIN RSA PRIVATE KEY"),
        ("", 0o600, "BEGIN RSA PRIVATE KEY"),
    ] {
        stage.write(words, mode);

        let faults = stage.settings().check();

        assert_eq!(faults.len(), 1, "{told}: {faults:?}");
        assert!(faults[0].contains(told), "{told}: {faults:?}");
        for line in words.lines().filter(|line| line.len() > 40) {
            assert!(!faults[0].contains(line), "{faults:?}");
        }
        assert!(Mailer::memory(&stage.settings(), &key()).is_err(), "{told}");
    }
    stage.write(PEM, 0o640);
    assert_eq!(stage.settings().check(), Vec::<String>::new(), "a group of its own may read it");
}

#[test]
fn the_longest_headers_are_signed_within_half_of_a_threads_stack() {
    let stage = Stage::new();
    let config = Config { from_name: "😀".repeat(100), ..stage.settings() };
    let long = OutboundMail {
        subject: "👩‍🚒".repeat(50_000),
        recipient_name: Some("Å".repeat(50_000)),
        unsubscribe: Some(format!("https://town.se/{}", "a".repeat(880))),
        ..mail()
    };
    let small = std::thread::Builder::new().stack_size(1_000_000);

    let raw = small.spawn(move || sent(&config, &long)).unwrap().join().unwrap();

    assert!(raw.contains("DKIM-Signature"));
}

#[test]
fn what_comes_back_names_its_mail() {
    let config = Config { bounce_address: "bounce@town.se".to_owned(), ..settings() };
    assert_eq!(config.check(), Vec::<String>::new());
    for wrong in ["bounce", "a+b@town.se", "seventeenlettersx@town.se"] {
        let faults = Config { bounce_address: wrong.to_owned(), ..settings() }.check();
        assert!(faults.len() == 1 && faults[0].starts_with("mail.bounce_address"), "{faults:?}");
    }
    let secret = |word: &str| crate::kernel::Secret::new(word.to_owned());
    for (half, named) in [
        (Config { bounce_folder: "not there".to_owned(), ..config.clone() }, "mail.bounce_folder"),
        (Config { bounce_secret: secret("short"), ..config.clone() }, "mail.bounce_secret"),
        (Config { bounce_secret: secret("long enough but / odd"), ..config.clone() }, "mail.bounce_secret"),
        (Config { bounce_secret: secret("abcdefghijklmnopqrstuvwx"), ..settings() }, "mail.bounce_address"),
    ] {
        let faults = half.check();
        assert!(faults.len() == 1 && faults[0].starts_with(named), "{faults:?}");
        assert!(!faults[0].contains("odd") && !faults[0].contains("abcdefgh"), "{faults:?}");
    }
}

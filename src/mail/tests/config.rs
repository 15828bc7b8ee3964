//! Settings that must stop the start.

use super::super::{Backend, Config, Encryption, QuietHours};
use super::settings;
use crate::kernel::Secret;

fn smtp() -> Config {
    Config { backend: Backend::Smtp, host: "mail.town.se".to_owned(), ..settings() }
}

fn assert_fault(config: &Config, key: &str) {
    let faults = config.check();
    assert_eq!(faults.len(), 1, "{faults:?}");
    assert!(faults[0].starts_with(key) && faults[0].contains("allowed"), "{faults:?}");
}

#[test]
fn ordinary_settings_pass() {
    assert_eq!(Config::default().check(), Vec::<String>::new());
    assert_eq!(smtp().check(), Vec::<String>::new());
    for host in ["localhost", "127.0.0.1", "::1"] {
        let local = Config { host: host.to_owned(), encryption: Encryption::None, ..smtp() };
        assert_eq!(local.check(), Vec::<String>::new(), "{host}");
    }
}

#[test]
fn mail_is_never_readable_on_the_way_to_another_machine() {
    for host in ["mail.town.se", "10.0.0.1", "localhost.evil.se", "127.0.0.1.evil.se"] {
        assert_fault(
            &Config { host: host.to_owned(), encryption: Encryption::None, ..smtp() },
            "mail.encryption = none",
        );
    }
}

#[test]
fn each_wrong_setting_is_named_with_its_value() {
    assert_fault(&Config { host: String::new(), ..smtp() }, "mail.host = \"\"");
    assert_fault(&Config { host: "smtp://mail.town.se".to_owned(), ..smtp() }, "mail.host = \"smtp://mail.town.se\"");
    assert_fault(&Config { from_address: "ideer".to_owned(), ..smtp() }, "mail.from_address = \"ideer\"");
    assert_fault(&Config { from_address: String::new(), ..Config::default() }, "mail.from_address = \"\"");
    assert_fault(
        &Config { from_address: "a@example.org".to_owned(), ..smtp() },
        "mail.from_address = \"a@example.org\"",
    );
    assert_fault(&Config { from_name: "a\nb".to_owned(), ..smtp() }, "mail.from_name = \"a\\nb\"");
    assert_fault(&Config { reply_to: "x".to_owned(), ..smtp() }, "mail.reply_to = \"x\"");
    assert_fault(&Config { port: 0, ..smtp() }, "mail.port = 0");
    assert_fault(&Config { timeout_seconds: 0, ..smtp() }, "mail.timeout_seconds = 0");
    assert_fault(&Config { timeout_seconds: 26, ..smtp() }, "mail.timeout_seconds = 26");
    assert_fault(&Config { user: "u".to_owned(), ..smtp() }, "mail.user = \"u\"");
}

#[test]
fn quiet_hours_are_two_times_of_the_day_or_none() {
    let hours = |from: &str, to: &str| Config { quiet_from: from.to_owned(), quiet_to: to.to_owned(), ..smtp() };
    assert_eq!(Config::default().quiet_hours(), Some(QuietHours { from: 21 * 60, to: 7 * 60 }));
    assert_eq!(hours("", "").quiet_hours(), None);
    assert!(hours("", "").check().is_empty() && hours("22:30", "06:15").check().is_empty());

    for (from, to, key) in [
        ("21", "07:00", "quiet_from"),
        ("21:00", "24:00", "quiet_to"),
        ("21:00", "", "quiet_to"),
        ("7:00", "09:00", "quiet_from"),
    ] {
        assert_fault(&hours(from, to), &format!("mail.{key} = "));
    }
    assert_fault(&hours("21:00", "21:00"), "mail.quiet_to");
}

#[test]
fn a_password_is_never_told() {
    let config = Config { password: Secret::new("hunter2".to_owned()), ..smtp() };

    let told = format!("{config:?} {:?} {}", config.check(), serde_json::to_string(&config).unwrap());

    assert!(!told.contains("hunter2"));
}

#[test]
fn an_unknown_key_or_word_is_an_error_that_lists_what_is_known() {
    let unknown_key = serde_json::from_str::<Config>(r#"{"hots":"x"}"#).unwrap_err().to_string();
    let unknown_word = serde_json::from_str::<Config>(r#"{"encryption":"ssl"}"#).unwrap_err().to_string();

    assert!(unknown_key.contains("hots") && unknown_key.contains("host"), "{unknown_key}");
    assert!(["ssl", "tls", "starttls", "none"].iter().all(|word| unknown_word.contains(word)), "{unknown_word}");
}

//! What the program tells about itself, on standard error: one JSON object per line for machines,
//! plain lines on a terminal. Never a name, an address or what somebody wrote.

use std::io::IsTerminal as _;

use tracing_subscriber::EnvFilter;

/// Begins to log. `level` is the setting `log`; the libraries only tell what went wrong.
pub(super) fn begin(level: &str) {
    let filter = match level {
        "error" => EnvFilter::new("error"),
        level => EnvFilter::new(format!("warn,medskapa={level}")),
    };
    let logs = tracing_subscriber::fmt().with_env_filter(filter).with_writer(std::io::stderr);
    let begun = if std::io::stderr().is_terminal() {
        logs.compact().try_init()
    } else {
        logs.json().flatten_event(true).try_init()
    };
    if begun.is_err() {
        // Somebody in this process logs already; that is as good.
        return;
    }
    // What a panic says may quote data, so only its place is told.
    std::panic::set_hook(Box::new(|panic| {
        let place = panic.location().map(ToString::to_string).unwrap_or_default();
        tracing::error!(place, "panic");
    }));
}

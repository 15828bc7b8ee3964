//! On what was measured.

use std::process::Command;

/// Processor, memory, and the versions that the figures hang on.
pub(crate) fn machine() -> String {
    let line = |file: &str, name: &str| {
        let text = std::fs::read_to_string(file).unwrap_or_default();
        let value = text.lines().find(|line| line.starts_with(name)).and_then(|line| line.split_once(':'));
        value.map_or_else(|| "unknown".to_owned(), |(_, value)| value.trim().to_owned())
    };
    let cores = std::thread::available_parallelism().map_or(0, std::num::NonZero::get);
    let memory: f64 =
        line("/proc/meminfo", "MemTotal").split(' ').next().and_then(|kib| kib.parse().ok()).unwrap_or(0.0);
    let postgres = said(Command::new("sh").args(["-c", "ls /usr/lib/postgresql | sort -n | tail -1"]));
    format!(
        "{} ({cores} cores, {:.0} GiB memory), Linux {}, {}, PostgreSQL {postgres}",
        line("/proc/cpuinfo", "model name"),
        memory / 1024.0 / 1024.0,
        said(Command::new("uname").arg("-r")),
        said(Command::new("rustc").arg("--version")),
    )
}

/// The commit that was measured.
pub(crate) fn commit() -> String {
    let changed = said(Command::new("git").args(["status", "--porcelain", "--untracked-files=no"]));
    let mark = if changed.is_empty() { "" } else { " with changes" };
    format!("{}{mark}", said(Command::new("git").args(["rev-parse", "--short=10", "HEAD"])))
}

fn said(command: &mut Command) -> String {
    let output = command.output().map(|output| String::from_utf8_lossy(&output.stdout).trim().to_owned());
    output.unwrap_or_default()
}

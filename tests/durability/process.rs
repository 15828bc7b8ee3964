//! The real program as a process of its own.

use std::io::{BufRead as _, BufReader};
use std::path::Path;
use std::process::{Child, ChildStdout, Command, ExitStatus, Stdio};
use std::sync::mpsc;
use std::time::{Duration, Instant};

/// Longest wait for the program to do what it does by itself.
const PATIENCE: Duration = Duration::from_mins(1);
/// Time between two looks.
const LOOK_AGAIN: Duration = Duration::from_millis(5);

/// `medskapa serve`, running; it is killed with this value.
pub(crate) struct Program {
    child: Child,
    /// As `http://127.0.0.1:40123`.
    pub(crate) base: String,
    agent: ureq::Agent,
    // A closed pipe would be another trouble than the one that is tried here.
    _said: BufReader<ChildStdout>,
}

impl Program {
    /// Starts it with the settings of a file; what it logs goes to the end of another. It serves
    /// when this comes back.
    pub(crate) fn start(settings: &Path, log: &Path) -> Self {
        let log = std::fs::File::options().create(true).append(true).open(log).expect("a log");
        let mut child = Command::new(env!("CARGO_BIN_EXE_medskapa"))
            .arg("--config")
            .arg(settings)
            .arg("serve")
            .env_remove("DATABASE_URL")
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .stderr(log)
            .spawn()
            .expect("the program starts");
        let mut said = BufReader::new(child.stdout.take().expect("its words"));
        let base = loop {
            let mut line = String::new();
            assert!(said.read_line(&mut line).expect("its words") > 0, "the program ended at once: see its log");
            if let Some(address) = line.trim().strip_prefix("Medskapa: ") {
                break address.to_owned();
            }
        };
        Self { child, base, agent: agent(), _said: said }
    }

    /// Ends it with SIGKILL: it gets no chance to do anything more.
    pub(crate) fn kill(&mut self) {
        self.child.kill().expect("SIGKILL");
        self.child.wait().expect("its end");
    }

    /// Asks it to end, and waits until it has.
    pub(crate) fn stop(mut self) -> ExitStatus {
        let asked = Command::new("kill").arg("-TERM").arg(self.child.id().to_string()).status();
        assert!(asked.expect("kill").success());
        self.child.wait().expect("its end")
    }

    /// Waits until the figures that it counts are all at zero.
    #[track_caller]
    pub(crate) fn wait_for_zero(&self, names: &[&str]) {
        let begun = Instant::now();
        loop {
            let figures = self.get("/metrics");
            let at_zero = |name: &&str| figures.lines().any(|line| line.strip_prefix(name) == Some(" 0"));
            if names.iter().all(at_zero) {
                return;
            }
            assert!(begun.elapsed() < PATIENCE, "not all of {names:?} come to zero:\n{figures}");
            wait(LOOK_AGAIN);
        }
    }

    /// The body of a page.
    #[track_caller]
    pub(crate) fn get(&self, path: &str) -> String {
        let mut answer = self.agent.get(format!("{}{path}", self.base)).call().expect("an answer");
        assert_eq!(answer.status().as_u16(), 200, "{path}");
        answer.body_mut().read_to_string().expect("a body")
    }
}

impl Drop for Program {
    fn drop(&mut self) {
        // Ended already when all went well.
        drop(self.child.kill());
        drop(self.child.wait());
    }
}

/// What requests are sent with: takes every status, follows nothing.
pub(crate) fn agent() -> ureq::Agent {
    ureq::Agent::config_builder()
        .http_status_as_error(false)
        .max_redirects(0)
        .max_redirects_will_error(false)
        .proxy(None)
        .timeout_global(Some(Duration::from_secs(30)))
        .build()
        .new_agent()
}

/// Waits, as for another process that does not say when it is ready.
pub(crate) fn wait(time: Duration) {
    let (_nobody, silence) = mpsc::channel::<()>();
    let _in_vain = silence.recv_timeout(time);
}

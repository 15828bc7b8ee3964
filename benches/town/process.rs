//! A server as a process of its own: starting it, waiting until it is ready, and what it costs.

use std::collections::BTreeMap;
use std::net::{SocketAddr, TcpListener};
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use crate::Outcome;
use crate::client::{self, Request};

/// Longest wait for a server to be ready.
const PATIENCE: Duration = Duration::from_mins(1);
/// Time between two looks at `/readyz`.
const LOOK_AGAIN: Duration = Duration::from_millis(1);
/// Clock ticks in a second, as Linux tells processor time.
const TICKS: f64 = 100.0;
const BYTES_PER_KIBIBYTE: u64 = 1024;

/// The settings of a server, as variables.
pub(crate) type Settings = BTreeMap<&'static str, String>;

/// A running server; it is ended with this value.
pub(crate) struct Server {
    child: Child,
    pub(crate) address: SocketAddr,
    /// From starting the process to the first good answer.
    pub(crate) seconds_to_ready: f64,
    /// Whether `/readyz` is there; without it the server counts as ready when it answers at all.
    pub(crate) has_readyz: bool,
}

impl Server {
    /// Starts a program with arguments and settings in a folder, and waits until it is ready.
    pub(crate) fn start(program: &Path, arguments: &[&str], settings: &Settings, folder: &Path) -> Outcome<Self> {
        let address = free_address()?;
        let begun = Instant::now();
        let child = Command::new(program)
            .args(arguments)
            .envs(settings)
            .current_dir(folder)
            .env("MEDSKAPA__SERVER__LISTEN", address.to_string())
            .stdin(Stdio::null())
            .stdout(Stdio::null())
            .spawn()?;
        let mut server = Self { child, address, seconds_to_ready: 0.0, has_readyz: false };
        server.has_readyz = server.wait_until_ready(begun)?;
        server.seconds_to_ready = begun.elapsed().as_secs_f64();
        Ok(server)
    }

    fn wait_until_ready(&mut self, begun: Instant) -> Outcome<bool> {
        let question = Request::get("/readyz", None);
        while begun.elapsed() < PATIENCE {
            match client::ask(self.address, &question) {
                Ok(answer) if answer.status == 200 => return Ok(true),
                Ok(answer) if answer.status == 404 => return Ok(false),
                Ok(_) | Err(_) => {}
            }
            if let Some(status) = self.child.try_wait()? {
                return Err(format!("the server ended at once: {status}").into());
            }
            wait(LOOK_AGAIN);
        }
        Err("the server does not become ready".into())
    }

    /// Most memory since [`Server::forget_peak`] or the start, in bytes.
    pub(crate) fn peak_memory(&self) -> Outcome<u64> {
        self.memory("VmHWM:")
    }

    /// Memory now, in bytes.
    pub(crate) fn memory_now(&self) -> Outcome<u64> {
        self.memory("VmRSS:")
    }

    fn memory(&self, name: &str) -> Outcome<u64> {
        let status = std::fs::read_to_string(format!("/proc/{}/status", self.child.id()))?;
        let line = status.lines().find(|line| line.starts_with(name)).ok_or("no memory figure")?;
        let kibibytes: u64 = line.split_whitespace().nth(1).ok_or("no memory figure")?.parse()?;
        Ok(kibibytes * BYTES_PER_KIBIBYTE)
    }

    /// Lets the peak count anew from now.
    pub(crate) fn forget_peak(&self) -> Outcome<()> {
        Ok(std::fs::write(format!("/proc/{}/clear_refs", self.child.id()), "5")?)
    }

    /// Processor time so far, in seconds.
    pub(crate) fn processor_seconds(&self) -> Outcome<f64> {
        let stat = std::fs::read_to_string(format!("/proc/{}/stat", self.child.id()))?;
        // The name of the program stands in parentheses and may hold spaces.
        let (_, fields) = stat.rsplit_once(')').ok_or("no processor time")?;
        let ticks: Vec<&str> = fields.split_whitespace().collect();
        let tick = |place: usize| -> Outcome<f64> { Ok(ticks.get(place).ok_or("no processor time")?.parse()?) };
        Ok((tick(11)? + tick(12)?) / TICKS)
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        // A measured server has nothing to lose; the next one waits for its locks to be free.
        drop(self.child.kill());
        drop(self.child.wait());
    }
}

/// An address that nobody listens on just now.
fn free_address() -> Outcome<SocketAddr> {
    Ok(TcpListener::bind("127.0.0.1:0")?.local_addr()?)
}

/// Waits.
#[expect(clippy::disallowed_methods, reason = "nothing tells that another process has begun to listen")]
pub(crate) fn wait(time: Duration) {
    std::thread::sleep(time);
}

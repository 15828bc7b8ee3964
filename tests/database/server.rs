//! The PostgreSQL server of the tests: the one in `TEST_DATABASE_URL`, or one of our own.
//!
//! Our own is started once per test process in a temporary folder – in memory where there is room,
//! because each test's database is a thousand files –, listens on a socket in it and nowhere else, and is stopped and removed when the process ends in whatever way: a shell script
//! holds the other end of a pipe, and the kernel closes ours.

use std::io::{BufRead as _, BufReader};
use std::os::unix::process::CommandExt as _;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::sync::LazyLock;

/// Makes a cluster, starts it, says so, waits for the pipe to close, stops it and cleans up.
/// `$1` is the folder of the programs, `$2` the folder to work in.
const SCRIPT: &str = r#"
cd "$2" || exit 1
finish() { "$1/pg_ctl" -D data -m immediate stop >/dev/null 2>&1; cd / && rm -rf -- "$2"; }
"$1/initdb" -D data -U postgres -A trust -E UTF8 --locale=C --no-sync >log 2>&1 &&
"$1/pg_ctl" -D data -w -t 60 -l log start -o "-F -k '$2' -c listen_addresses='' -c max_connections=300 \
  -c max_wal_size=128MB -c min_wal_size=32MB -c synchronous_commit=off -c full_page_writes=off -c autovacuum=off -c jit=off" >>log 2>&1 ||
{ echo "$(tail -n 5 log | tr '\n' ' ')"; finish "$@"; exit 1; }
echo ready
read -r nothing
finish "$@"
"#;

/// Where Linux keeps files in memory.
const IN_MEMORY: &str = "/dev/shm";
/// Kilobytes that have to be free there.
const LEAST_IN_MEMORY: u64 = 2_000_000;

/// A server, or why there is none.
static SERVER: LazyLock<Result<Server, String>> = LazyLock::new(Server::find_or_start);

struct Server {
    address: String,
    /// Kept so that its pipe stays open as long as this process lives.
    _guard: Option<Child>,
}

/// The address of a PostgreSQL server. Without one the test passes over, and says so in a line;
/// with `MEDSKAPA_TEST_ALL=1` it fails instead.
pub(super) fn address_or_why_not() -> Option<&'static str> {
    match &*SERVER {
        Ok(server) => Some(&server.address),
        Err(missing) => {
            assert!(!wants_all(), "MEDSKAPA_TEST_ALL=1, but {missing}");
            let test = std::thread::current().name().unwrap_or("a test").to_owned();
            super::say(&format!("passed over: {test}: {missing}"));
            None
        }
    }
}

/// The same server, another database.
pub(super) fn with_database(address: &str, name: &str) -> String {
    let (before, parameters) = address.split_once('?').unwrap_or((address, ""));
    let (scheme, rest) = before.split_once("://").unwrap_or(("postgres", before));
    let host = rest.split('/').next().unwrap_or_default();
    let parameters = if parameters.is_empty() { String::new() } else { format!("?{parameters}") };
    format!("{scheme}://{host}/{name}{parameters}")
}

#[expect(clippy::disallowed_methods, reason = "these variables are the settings of the tests")]
fn variable(name: &str) -> Option<String> {
    std::env::var(name).ok().filter(|value| !value.is_empty())
}

fn wants_all() -> bool {
    variable("MEDSKAPA_TEST_ALL").is_some_and(|value| value == "1")
}

impl Server {
    fn find_or_start() -> Result<Self, String> {
        if let Some(address) = variable("TEST_DATABASE_URL") {
            return Ok(Self { address, _guard: None });
        }
        let programs = find_programs().ok_or(
            "there is no PostgreSQL: set TEST_DATABASE_URL, or install it (Debian: apt-get install postgresql)",
        )?;
        let mut folder = tempfile::Builder::new();
        let folder = folder.prefix("medskapa-pg-");
        let folder = if has_room_in_memory() { folder.tempdir_in(IN_MEMORY) } else { folder.tempdir() };
        let folder = folder.map_err(|error| format!("no temporary folder for PostgreSQL: {error}"))?.keep();
        Self::start(&programs, &folder).inspect_err(|_| {
            // The script has removed it when it came so far.
            drop(std::fs::remove_dir_all(&folder));
        })
    }

    fn start(programs: &Path, folder: &Path) -> Result<Self, String> {
        let mut command = as_unprivileged(folder)?;
        command.args(["sh", "-c", SCRIPT, "sh"]).arg(programs).arg(folder);
        let mut guard = command
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            // Its own group: Ctrl-C ends the tests, and their end ends the server.
            .process_group(0)
            .spawn()
            .map_err(|error| format!("PostgreSQL could not be started: {error}"))?;
        let mut line = String::new();
        let answers = guard.stdout.as_mut().ok_or("PostgreSQL says nothing")?;
        BufReader::new(answers).read_line(&mut line).map_err(|error| format!("PostgreSQL says nothing: {error}"))?;
        if line.trim() != "ready" {
            return Err(format!("PostgreSQL could not be started: {}", line.trim()));
        }
        let address = format!("postgres:///postgres?host={}&user=postgres&sslmode=disable", folder.display());
        Ok(Self { address, _guard: Some(guard) })
    }
}

/// Whether files can be kept in memory, and there is room for the servers of several test processes.
fn has_room_in_memory() -> bool {
    let Ok(told) = Command::new("df").args(["-Pk", IN_MEMORY]).output() else { return false };
    let told = String::from_utf8_lossy(&told.stdout).into_owned();
    let free = told.lines().nth(1).and_then(|line| line.split_whitespace().nth(3)?.parse::<u64>().ok());
    free.is_some_and(|kilobytes| kilobytes >= LEAST_IN_MEMORY)
}

/// The folder with PostgreSQL's programs: the newest of Debian's, or the one on the path.
fn find_programs() -> Option<PathBuf> {
    let has_all = |folder: &Path| ["initdb", "pg_ctl", "postgres"].iter().all(|name| folder.join(name).is_file());
    let mut installed: Vec<(u32, PathBuf)> = std::fs::read_dir("/usr/lib/postgresql")
        .into_iter()
        .flatten()
        .filter_map(|entry| {
            let entry = entry.ok()?;
            Some((entry.file_name().to_str()?.parse().ok()?, entry.path().join("bin")))
        })
        .filter(|(_, folder)| has_all(folder))
        .collect();
    installed.sort();
    let on_path = || std::env::split_paths(&variable("PATH")?).find(|folder| has_all(folder));
    installed.pop().map(|(_, folder)| folder).or_else(on_path)
}

/// A command that runs as somebody who may run PostgreSQL: not as root. The folder is handed over.
fn as_unprivileged(folder: &Path) -> Result<Command, String> {
    use std::os::unix::fs::MetadataExt as _;
    let we_are_root = std::fs::metadata(folder).is_ok_and(|data| data.uid() == 0);
    if !we_are_root {
        return Ok(Command::new("env"));
    }
    let people = std::fs::read_to_string("/etc/passwd").map_err(|error| format!("/etc/passwd: {error}"))?;
    let ids = |name: &str| {
        let line = people.lines().find(|line| line.split(':').next() == Some(name))?;
        let mut fields = line.split(':').skip(2);
        Some((fields.next()?.parse::<u32>().ok()?, fields.next()?.parse::<u32>().ok()?))
    };
    let (user, group) =
        ids("postgres").or_else(|| ids("nobody")).ok_or("root may not run PostgreSQL, and there is nobody else")?;
    std::os::unix::fs::chown(folder, Some(user), Some(group)).map_err(|error| format!("chown: {error}"))?;
    let mut command = Command::new("setpriv");
    command.arg(format!("--reuid={user}")).arg(format!("--regid={group}")).args(["--clear-groups", "--"]);
    Ok(command)
}

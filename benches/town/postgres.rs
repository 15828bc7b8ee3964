//! A PostgreSQL server for the measurement alone, in a folder of its own, with the settings that
//! Debian's package gives: every commit reaches the disk.

use std::io::{BufRead as _, BufReader};
use std::os::unix::process::CommandExt as _;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};

use diesel::connection::SimpleConnection;
use diesel::{Connection, PgConnection};

use crate::Outcome;

/// Makes a cluster, starts it, says so, waits for the pipe to close, stops it and cleans up.
/// `$1` is the folder of the programs, `$2` the folder to work in. Two settings differ from the
/// package's: no TCP, and room for the log of the filling.
const SCRIPT: &str = r#"
cd "$2" || exit 1
finish() { "$1/pg_ctl" -D data -m immediate stop >/dev/null 2>&1; cd / && rm -rf -- "$2"; }
"$1/initdb" -D data -U postgres -A trust -E UTF8 --locale=C --no-sync >log 2>&1 &&
"$1/pg_ctl" -D data -w -t 60 -l log start -o "-k '$2' -c listen_addresses='' -c max_wal_size=8GB" >>log 2>&1 ||
{ echo "$(tail -n 5 log | tr '\n' ' ')"; finish "$@"; exit 1; }
echo ready
read -r nothing
finish "$@"
"#;

/// A running server; it ends with this value.
pub(crate) struct Postgres {
    folder: PathBuf,
    guard: Child,
}

impl Postgres {
    /// Starts a server in a new folder within `within`.
    pub(crate) fn start(within: &Path) -> Outcome<Self> {
        let programs = newest_programs().ok_or("no PostgreSQL is installed (Debian: apt-get install postgresql)")?;
        let folder = tempfile::Builder::new().prefix("medskapa-bench-pg-").tempdir_in(within)?.keep();
        let mut command = unprivileged(&folder)?;
        command.args(["sh", "-c", SCRIPT, "sh"]).arg(programs).arg(&folder);
        let mut guard =
            command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::null()).process_group(0).spawn()?;
        let answers = guard.stdout.as_mut().ok_or("PostgreSQL says nothing")?;
        let mut line = String::new();
        BufReader::new(answers).read_line(&mut line)?;
        if line.trim() != "ready" {
            return Err(format!("PostgreSQL could not be started: {}", line.trim()).into());
        }
        Ok(Self { folder, guard })
    }

    /// Makes an empty database; gives its address.
    pub(crate) fn create(&self, name: &str) -> Outcome<String> {
        let mut conn = PgConnection::establish(&self.url("postgres"))?;
        conn.batch_execute(&format!("CREATE DATABASE {name}"))?;
        Ok(self.url(name))
    }

    /// Drops a database and everything in it.
    pub(crate) fn drop_database(&self, name: &str) -> Outcome<()> {
        let mut conn = PgConnection::establish(&self.url("postgres"))?;
        Ok(conn.batch_execute(&format!("DROP DATABASE IF EXISTS {name} WITH (FORCE)"))?)
    }

    fn url(&self, name: &str) -> String {
        format!("postgres:///{name}?host={}&user=postgres&sslmode=disable", self.folder.display())
    }
}

impl Drop for Postgres {
    fn drop(&mut self) {
        // Closing the pipe ends the script, which stops the server and removes the folder.
        drop(self.guard.stdin.take());
        drop(self.guard.wait());
    }
}

fn newest_programs() -> Option<PathBuf> {
    let mut installed: Vec<(u32, PathBuf)> = std::fs::read_dir("/usr/lib/postgresql")
        .ok()?
        .flatten()
        .filter_map(|entry| Some((entry.file_name().to_str()?.parse().ok()?, entry.path().join("bin"))))
        .filter(|(_, folder)| folder.join("initdb").is_file())
        .collect();
    installed.sort();
    installed.pop().map(|(_, folder)| folder)
}

/// A command that runs as somebody who may run PostgreSQL: not as root. The folder is handed over.
fn unprivileged(folder: &Path) -> Outcome<Command> {
    use std::os::unix::fs::MetadataExt as _;
    if std::fs::metadata(folder)?.uid() != 0 {
        return Ok(Command::new("env"));
    }
    let people = std::fs::read_to_string("/etc/passwd")?;
    let line = people.lines().find(|line| line.starts_with("postgres:")).ok_or("there is no user postgres")?;
    let mut fields = line.split(':').skip(2);
    let (user, group): (u32, u32) =
        (fields.next().unwrap_or_default().parse()?, fields.next().unwrap_or_default().parse()?);
    std::os::unix::fs::chown(folder, Some(user), Some(group))?;
    let mut command = Command::new("setpriv");
    command.arg(format!("--reuid={user}")).arg(format!("--regid={group}")).args(["--clear-groups", "--"]);
    Ok(command)
}

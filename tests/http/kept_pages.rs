//! Pages kept for visitors: what was committed before a request came is in its answer.

use std::io::{Read as _, Write as _};
use std::net::{SocketAddr, TcpStream};
use std::sync::atomic::{AtomicU64, Ordering};

use diesel::prelude::*;
use medskapa::db::schema::ideas;

use crate::support::{Beside, Kind, Staged, State, TestApp};

/// Visitors who read at the same time.
const READERS: usize = 4;
/// Changes that are made meanwhile.
const CHANGES: u64 = 40;

/// Asks as a visitor does, on a connection of its own.
fn page(address: SocketAddr, path: &str) -> String {
    let mut stream = TcpStream::connect(address).unwrap();
    write!(stream, "GET {path} HTTP/1.1\r\nHost: {address}\r\nConnection: close\r\n\r\n").unwrap();
    let mut answer = Vec::new();
    stream.read_to_end(&mut answer).unwrap();
    String::from_utf8_lossy(&answer).into_owned()
}

fn rename(app: &TestApp, idea: &Staged, number: u64) {
    app.write(|tx| {
        let this = ideas::table.filter(ideas::id.eq(idea.id));
        diesel::update(this).set(ideas::title.eq(format!("Titeln nummer {number}."))).execute(tx.conn)?;
        Ok(())
    });
}

fn number_on(page: &str) -> u64 {
    let (_, rest) = page.split_once("Titeln nummer ").unwrap_or_else(|| panic!("no title: {page}"));
    rest.split('.').next().unwrap().parse().unwrap()
}

on_both_databases! {
    fn what_any_process_commits_is_in_the_next_answer(kind: Kind) {
        let Some(app) = TestApp::new(kind) else { return };
        let idea = app.idea_in(State::Open);
        rename(&app, &idea, 0);
        // SQLite serves one process.
        let beside = (kind == Kind::Postgres).then(|| app.beside());
        let own = app.base().strip_prefix("http://").unwrap().parse().unwrap();
        let addresses: Vec<SocketAddr> = std::iter::once(own).chain(beside.as_ref().map(Beside::address)).collect();
        let (committed, path) = (AtomicU64::new(0), idea.path());

        std::thread::scope(|scope| {
            for address in addresses.iter().cycle().take(READERS) {
                scope.spawn(|| loop {
                    let before = committed.load(Ordering::SeqCst);
                    let shown = number_on(&page(*address, &path));
                    assert!(shown >= before, "{shown} is shown after {before} was committed");
                    if before == CHANGES {
                        return;
                    }
                });
            }
            for number in 1..=CHANGES {
                rename(&app, &idea, number);
                committed.store(number, Ordering::SeqCst);
            }
        });
    }
}

//! A small HTTP client for load: kept-alive connections, one thread each, every answer read whole.
//! It sends what it is given and understands no more of HTTP than the server under test uses, so
//! that it costs little beside the server on the same machine.

use std::io::{Read as _, Write as _};
use std::net::{SocketAddr, TcpStream};
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::{Duration, Instant};

use crate::Outcome;

const READ_AT_ONCE: usize = 64 * 1024;
const LONGEST_WAIT: Duration = Duration::from_secs(30);

/// A request as it goes over the wire.
pub(crate) struct Request(Vec<u8>);

impl Request {
    /// A page, for a visitor or for somebody who has signed in.
    pub(crate) fn get(path: &str, session: Option<&str>) -> Self {
        let cookie = session.map(|token| format!("Cookie: session={token}\r\n")).unwrap_or_default();
        Self(format!("GET {path} HTTP/1.1\r\nHost: 127.0.0.1\r\nAccept-Language: sv\r\n{cookie}\r\n").into_bytes())
    }

    /// JSON sent with an API token.
    pub(crate) fn post(path: &str, token: &str, json: &str) -> Self {
        Self(
            format!(
                "POST {path} HTTP/1.1\r\nHost: 127.0.0.1\r\nAccept-Language: sv\r\nAuthorization: Bearer {token}\r\n\
                 Content-Type: application/json\r\nContent-Length: {}\r\n\r\n{json}",
                json.len()
            )
            .into_bytes(),
        )
    }
}

/// What came back.
pub(crate) struct Answer {
    pub(crate) status: u16,
    pub(crate) body: Vec<u8>,
}

/// Asks once on a connection of its own.
pub(crate) fn ask(address: SocketAddr, request: &Request) -> Outcome<Answer> {
    Connection::open(address)?.ask(request, true)
}

/// What a load came to.
#[derive(Default)]
pub(crate) struct Load {
    pub(crate) microseconds: Vec<u32>,
    pub(crate) seconds: f64,
    pub(crate) bytes: u64,
    pub(crate) refused: u64,
    /// What the first answer said that was no success.
    pub(crate) first_refusal: Option<String>,
}

impl Load {
    /// Lays what another connection did at the same time to it.
    pub(crate) fn add(&mut self, other: Self) {
        self.microseconds.extend(other.microseconds);
        self.bytes += other.bytes;
        self.refused += other.refused;
        self.first_refusal = self.first_refusal.take().or(other.first_refusal);
    }

    /// Lays a later round to it.
    pub(crate) fn add_round(&mut self, other: Self) {
        self.seconds += other.seconds;
        self.add(other);
    }
}

/// Sends requests on this many connections for a time. `make` gives the request with a number;
/// `next` counts the numbers, so that no two requests of a run are the same.
pub(crate) fn load(
    address: SocketAddr,
    connections: usize,
    time: Duration,
    next: &AtomicU64,
    make: &(dyn Fn(u64) -> Request + Sync),
) -> Outcome<Load> {
    let begun = Instant::now();
    let parts: Vec<Result<Load, String>> = std::thread::scope(|scope| {
        let threads: Vec<_> = (0..connections)
            .map(|_| {
                scope.spawn(|| one_connection(address, begun + time, next, make).map_err(|error| error.to_string()))
            })
            .collect();
        threads.into_iter().map(|thread| thread.join().unwrap_or_else(|_| Err("a thread failed".to_owned()))).collect()
    });
    let mut all = Load::default();
    for part in parts {
        all.add(part?);
    }
    all.seconds = begun.elapsed().as_secs_f64();
    Ok(all)
}

fn one_connection(
    address: SocketAddr,
    until: Instant,
    next: &AtomicU64,
    make: &(dyn Fn(u64) -> Request + Sync),
) -> Outcome<Load> {
    let mut connection = Connection::open(address)?;
    let mut done = Load::default();
    loop {
        let request = make(next.fetch_add(1, Ordering::Relaxed));
        let begun = Instant::now();
        if begun >= until {
            return Ok(done);
        }
        if connection.is_ended {
            // Making a new one is part of what the answer costs.
            connection = Connection::open(address)?;
        }
        let answer = connection.ask(&request, done.first_refusal.is_none())?;
        done.microseconds.push(u32::try_from(begun.elapsed().as_micros()).unwrap_or(u32::MAX));
        done.bytes += u64::try_from(connection.last_bytes)?;
        if !(200..400).contains(&answer.status) {
            done.refused += 1;
            done.first_refusal.get_or_insert_with(|| {
                format!(
                    "{}: {}",
                    answer.status,
                    String::from_utf8_lossy(&answer.body).chars().take(200).collect::<String>()
                )
            });
        }
    }
}

/// A connection that is kept.
struct Connection {
    stream: TcpStream,
    scratch: Vec<u8>,
    unread: Vec<u8>,
    /// Bytes of the last body.
    last_bytes: usize,
    /// The server said that it closes.
    is_ended: bool,
}

impl Connection {
    fn open(address: SocketAddr) -> Outcome<Self> {
        let stream = TcpStream::connect(address)?;
        stream.set_nodelay(true)?;
        stream.set_read_timeout(Some(LONGEST_WAIT))?;
        Ok(Self {
            stream,
            scratch: vec![0; READ_AT_ONCE],
            unread: Vec::with_capacity(READ_AT_ONCE),
            last_bytes: 0,
            is_ended: false,
        })
    }

    /// Sends and reads the whole answer; its body is only kept when asked for.
    fn ask(&mut self, request: &Request, keep_body: bool) -> Outcome<Answer> {
        self.stream.write_all(&request.0)?;
        let head = self.read_until(b"\r\n\r\n", 0)?;
        let text = String::from_utf8_lossy(self.unread.get(..head).unwrap_or_default()).into_owned();
        self.is_ended = header(&text, "connection:").is_some_and(|said| said.eq_ignore_ascii_case("close"));
        let status = text.get(9..12).ok_or("no status")?.parse()?;
        let end = match header(&text, "content-length:") {
            Some(length) => head + length.parse::<usize>()?,
            None if header(&text, "transfer-encoding:").is_some() => self.read_until(b"\r\n0\r\n\r\n", head - 2)?,
            None => head,
        };
        self.read_at_least(end)?;
        self.last_bytes = end - head;
        let body = if keep_body { self.unread.get(head..end).unwrap_or_default().to_vec() } else { Vec::new() };
        self.unread.drain(..end);
        Ok(Answer { status, body })
    }

    /// Reads until these bytes come; gives the place behind them.
    fn read_until(&mut self, mark: &[u8], from: usize) -> Outcome<usize> {
        let mut looked = from;
        loop {
            let rest = self.unread.get(looked..).unwrap_or_default();
            if let Some(found) = rest.windows(mark.len()).position(|window| window == mark) {
                return Ok(looked + found + mark.len());
            }
            looked = self.unread.len().saturating_sub(mark.len()).max(from);
            self.read_more()?;
        }
    }

    fn read_at_least(&mut self, bytes: usize) -> Outcome<()> {
        while self.unread.len() < bytes {
            self.read_more()?;
        }
        Ok(())
    }

    fn read_more(&mut self) -> Outcome<()> {
        let read = self.stream.read(&mut self.scratch)?;
        self.unread.extend_from_slice(self.scratch.get(..read).unwrap_or_default());
        if read == 0 { Err("the server closed the connection".into()) } else { Ok(()) }
    }
}

fn header<'a>(head: &'a str, name: &str) -> Option<&'a str> {
    head.lines()
        .find(|line| line.get(..name.len()).is_some_and(|start| start.eq_ignore_ascii_case(name)))
        .and_then(|line| line.get(name.len()..))
        .map(str::trim)
}

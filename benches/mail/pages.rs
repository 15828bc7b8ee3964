//! A reader who opens pages one after the other.

use std::net::SocketAddr;
use std::time::Instant;

use crate::Outcome;

/// How long each page took, in milliseconds, in order of length.
pub(crate) struct Times(Vec<f64>);

impl Times {
    /// The time that so many in a hundred do not exceed.
    pub(crate) fn share(&self, percent: usize) -> f64 {
        self.0.get(self.0.len().saturating_sub(1) * percent / 100).copied().unwrap_or_default()
    }

    pub(crate) fn count(&self) -> usize {
        self.0.len()
    }
}

/// Opens the pages in turn for as long as `go_on` says so, as somebody who has signed in: pages for
/// visitors are kept, and would be measured once.
pub(crate) fn open(
    address: SocketAddr,
    session: &str,
    paths: &[String],
    mut go_on: impl FnMut() -> bool,
) -> Outcome<Times> {
    let agent = ureq::Agent::new_with_defaults();
    let mut times = Vec::new();
    for path in paths.iter().cycle() {
        if !go_on() {
            break;
        }
        let begun = Instant::now();
        let page = agent.get(format!("http://{address}{path}")).header("Cookie", format!("session={session}"));
        page.call()?.body_mut().read_to_vec()?;
        times.push(begun.elapsed().as_secs_f64() * 1000.0);
    }
    times.sort_by(f64::total_cmp);
    Ok(Times(times))
}

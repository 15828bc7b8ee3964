//! What the address of the service may look like: every link in every mail begins with it.

use std::net::IpAddr;

/// Endings of names that only a house's own network knows (RFC 6761, RFC 6762, RFC 8375).
const OWN_NETWORK: [&str; 6] = [".localhost", ".localdomain", ".local", ".internal", ".lan", ".home.arpa"];

/// Names that are in no one's keeping and stand in examples and tests (RFC 2606, RFC 6761).
const RESERVED: [&str; 6] = [".test", ".example", ".invalid", ".example.com", ".example.net", ".example.org"];

/// The host of an address of the form `scheme://host[:port]`, and nothing else; none for any other form.
fn host(base_url: &str) -> Option<&str> {
    let authority = base_url.strip_prefix("https://").or_else(|| base_url.strip_prefix("http://"))?;
    let (host, rest) = match authority.strip_prefix('[') {
        Some(bracketed) => bracketed.split_once(']')?,
        None => authority.split_at(authority.find(':').unwrap_or(authority.len())),
    };
    // Port 0 stands there while a free one is taken, as in tests.
    let port_fits = rest.is_empty() || rest.strip_prefix(':').is_some_and(|port| port.parse::<u16>().is_ok());
    let is_name = !host.is_empty()
        && host.chars().all(|c| c.is_alphanumeric() || c == '-' || c == '.')
        && host.split('.').all(|label| !label.is_empty() && !label.starts_with('-') && !label.ends_with('-'));
    let is_address = host.parse::<IpAddr>().is_ok();
    (port_fits && (is_name || is_address)).then_some(host)
}

/// Whether it is `http` or `https`, a host and perhaps a port: no user, path, question or fragment.
pub(super) fn is_well_formed(base_url: &str) -> bool {
    host(base_url).is_some()
}

/// Whether anybody outside can reach such a host: a name with a dot that is of no house's own network and
/// not reserved for examples, or an address of the open net.
pub(super) fn is_for_everybody(base_url: &str) -> bool {
    let Some(host) = host(base_url) else { return false };
    match host.parse::<IpAddr>() {
        Ok(IpAddr::V4(ip)) => {
            !(ip.is_loopback() || ip.is_private() || ip.is_link_local() || ip.is_unspecified() || ip.is_broadcast())
        }
        Ok(IpAddr::V6(ip)) => {
            !(ip.is_loopback() || ip.is_unspecified() || ip.is_unique_local() || ip.is_unicast_link_local())
        }
        Err(_) => {
            let name = host.to_lowercase();
            // `127.1` and the like are addresses to many programs.
            let is_number = name.rsplit('.').next().is_some_and(|last| last.chars().all(|c| c.is_ascii_digit()));
            let dotted = format!(".{name}");
            let leads_nowhere = |endings: &[&str]| endings.iter().any(|ending| dotted.ends_with(ending));
            name.contains('.') && !is_number && !leads_nowhere(&OWN_NETWORK) && !leads_nowhere(&RESERVED)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_a_host_and_a_port_are_an_address() {
        for good in ["http://localhost:8080", "https://ideer.example.se", "https://idéer.se", "http://[::1]:80"] {
            assert!(is_well_formed(good), "{good}");
        }
        for bad in [
            "ideer.se",
            "ftp://ideer.se",
            "https://",
            "https://a:b@ideer.se",
            "https://ideer.se:99999",
            "https://ideer.se?x",
            "https://ideer.se#x",
            "https://ideer.se/",
            "https://ideer.se/a",
            "https://ideer.se\"><b",
            "https://ide er.se",
            "https://.se",
            "https://-a.se",
            "https://[::1",
            "https://a..se",
        ] {
            assert!(!is_well_formed(bad), "{bad}");
        }
    }

    #[test]
    fn what_only_this_house_reaches_is_not_for_everybody() {
        for good in ["https://ideer.example.se", "https://93.184.216.34", "https://127.0.0.1.example.se"] {
            assert!(is_for_everybody(good), "{good}");
        }
        for bad in [
            "https://0.0.0.0",
            "https://127.1",
            "https://localhost",
            "https://localhost.localdomain",
            "https://10.0.0.5",
            "https://192.168.1.5",
            "https://169.254.1.1",
            "https://exempel",
            "https://server.local",
            "https://[fe80::1]",
            "https://[fd00::1]",
            "https://[::1]",
            "https://2130706433",
            "https://ideer.example.com",
            "https://example.org",
            "https://staden.test",
            "https://Ideer.INVALID",
        ] {
            assert!(!is_for_everybody(bad), "{bad}");
        }
    }
}

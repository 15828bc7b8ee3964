//! Whose request it is: the address of the real peer.

use std::net::{IpAddr, Ipv4Addr};

use actix_web::dev::{Payload, ServiceRequest};
use actix_web::http::header::HeaderMap;

use crate::error::{Error, Result};
use actix_web::{FromRequest, HttpMessage, HttpRequest};

/// Proxies whose word about the peer is believed.
#[derive(Debug, Clone, Default)]
pub struct ProxyList(pub Vec<IpAddr>);

/// The address that a request really comes from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Peer(pub IpAddr);

/// For handlers with a limit of their own. The logging middleware has found the peer by then.
impl FromRequest for Peer {
    type Error = Error;
    type Future = std::future::Ready<Result<Self>>;

    fn from_request(request: &HttpRequest, _: &mut Payload) -> Self::Future {
        let found = request.extensions().get::<Self>().copied();
        std::future::ready(found.ok_or_else(|| Error::internal("no peer")))
    }
}

impl ProxyList {
    /// The peer of a request: the connection's address, or, behind a trusted proxy, the last
    /// address in `X-Forwarded-For` that is not itself such a proxy. What a visitor writes in
    /// that header stands further left and is never reached.
    #[must_use]
    pub fn peer(&self, request: &ServiceRequest) -> Peer {
        let direct = request.peer_addr().map_or(IpAddr::V4(Ipv4Addr::LOCALHOST), |address| address.ip());
        Peer(self.behind(direct, request.headers()))
    }

    fn behind(&self, direct: IpAddr, headers: &HeaderMap) -> IpAddr {
        if !self.0.contains(&direct) {
            return direct;
        }
        let mut told: Vec<&str> = Vec::new();
        for value in headers.get_all("x-forwarded-for") {
            told.extend(value.to_str().unwrap_or("").split(','));
        }
        for address in told.into_iter().rev() {
            match address.trim().parse::<IpAddr>() {
                Ok(address) if self.0.contains(&address) => {}
                Ok(address) => return address,
                Err(_) => return direct,
            }
        }
        direct
    }
}

/// Refuses a path that holds a NUL character: nothing that we store has one, and PostgreSQL takes
/// it for a fault of the program. [`super::Query`] takes care of what is behind the path.
pub(super) fn check_address(request: &ServiceRequest) -> Result<()> {
    if request.uri().path().contains("%00") {
        return Err(Error::NotFound);
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use actix_web::http::header::{HeaderName, HeaderValue};

    fn headers(value: &'static str) -> HeaderMap {
        let mut headers = HeaderMap::new();
        headers.append(HeaderName::from_static("x-forwarded-for"), HeaderValue::from_static(value));
        headers
    }

    #[test]
    fn a_header_from_a_stranger_is_not_believed() {
        let direct: IpAddr = "203.0.113.9".parse().unwrap();

        assert_eq!(ProxyList::default().behind(direct, &headers("198.51.100.1")), direct);
    }

    #[test]
    fn behind_a_proxy_the_last_foreign_address_counts() {
        let proxy: IpAddr = "10.0.0.1".parse().unwrap();
        let list = ProxyList(vec![proxy]);

        let peer = list.behind(proxy, &headers("1.1.1.1, 198.51.100.7, 10.0.0.1"));

        assert_eq!(peer, "198.51.100.7".parse::<IpAddr>().unwrap());
        assert_eq!(list.behind(proxy, &headers("rubbish")), proxy);
    }
}

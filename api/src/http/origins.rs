//! Who is speaking: the page a request comes from, and the address behind our own proxies.

use std::net::{IpAddr, Ipv6Addr};

use actix_web::HttpRequest;
use actix_web::http::header::{self, HeaderMap};
use ipnet::IpNet;
use url::Url;

use crate::error::{Code, Error, Result};

pub struct Origins {
    pages: Vec<String>,
    proxies: Vec<IpNet>,
}

impl Origins {
    pub fn new(public_url: &Url, spa_origins: &[Url], proxies: &[IpNet]) -> Self {
        let pages =
            std::iter::once(public_url).chain(spa_origins).map(|url| url.origin().ascii_serialization()).collect();
        Self { pages, proxies: proxies.to_vec() }
    }

    /// All origins whose pages are ours.
    pub fn pages(&self) -> &[String] {
        &self.pages
    }

    /// Refuses what another site's page sent with our cookie. A browser always says where such a request comes from; a
    /// program that says nothing has no cookie it did not get from us itself.
    pub fn require_own_page(&self, headers: &HeaderMap) -> Result<()> {
        let refused = || Error::new(Code::OriginNotAllowed);
        match headers.get(header::ORIGIN) {
            Some(origin) => {
                let origin = origin.to_str().map_err(|_| refused())?;
                if self.pages.iter().any(|page| page == origin) { Ok(()) } else { Err(refused()) }
            }
            None => match headers.get("sec-fetch-site").map(|site| site.as_bytes()) {
                None | Some(b"same-origin") => Ok(()),
                Some(_) => Err(refused()),
            },
        }
    }

    /// The address that limits count: the last one in `X-Forwarded-For` that is not our own proxy's, and for IPv6 the
    /// network a household or a machine is given.
    pub fn client(&self, request: &HttpRequest) -> IpAddr {
        let peer = request.peer_addr().map_or(IpAddr::V6(Ipv6Addr::UNSPECIFIED), |peer| peer.ip());
        let forwarded = request.headers().get_all("x-forwarded-for").map(|value| value.to_str().unwrap_or_default());
        let hops: Vec<&str> = forwarded.flat_map(|value| value.split(',')).collect();
        self.behind_proxies(peer, &hops)
    }

    /// From our end: what a client wrote before its own address was added, sense or nonsense, is not looked at.
    fn behind_proxies(&self, peer: IpAddr, hops: &[&str]) -> IpAddr {
        let mut client = peer;
        for hop in hops.iter().rev() {
            if !self.proxies.iter().any(|proxy| proxy.contains(&client)) {
                break;
            }
            let Ok(hop) = hop.trim().parse() else { break };
            client = hop;
        }
        match client.to_canonical() {
            IpAddr::V4(ip) => IpAddr::V4(ip),
            IpAddr::V6(ip) => IpAddr::V6(Ipv6Addr::from_bits(ip.to_bits() & (u128::MAX << 64))),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn client(peer: &str, hops: &[&str]) -> String {
        let proxies = ["10.0.0.0/8".parse().unwrap()];
        let origins = Origins::new(&"https://a.example".parse().unwrap(), &[], &proxies);
        origins.behind_proxies(peer.parse().unwrap(), hops).to_string()
    }

    #[test]
    fn believes_only_its_own_proxies() {
        assert_eq!(client("203.0.113.9", &["198.51.100.1"]), "203.0.113.9");
        assert_eq!(client("10.0.0.1", &["198.51.100.1"]), "198.51.100.1");
        assert_eq!(client("10.0.0.1", &["1.1.1.1", "198.51.100.1", "10.0.0.2"]), "198.51.100.1");
        assert_eq!(client("10.0.0.1", &["nonsense", " 198.51.100.1 "]), "198.51.100.1");
        assert_eq!(client("10.0.0.1", &["198.51.100.1", "nonsense"]), "10.0.0.1");
        assert_eq!(client("10.0.0.1", &[]), "10.0.0.1");
        assert_eq!(client("2001:db8:1:2:3:4:5:6", &[]), "2001:db8:1:2::");
        assert_eq!(client("::ffff:203.0.113.9", &[]), "203.0.113.9");
    }
}

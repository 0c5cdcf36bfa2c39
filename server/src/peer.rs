//! Where a request comes from.

use std::net::{IpAddr, Ipv6Addr, SocketAddr};

use axum::{
    extract::{ConnectInfo, Request},
    http::HeaderMap,
};

const FORWARDED_FOR: &str = "x-forwarded-for";

/// An address, or the network it is in: told apart from others by its bytes alone.
pub type Net = IpAddr;

/// The address a request comes from; none when it is not known. What a request says of itself counts only as far as
/// our own proxies said it.
#[must_use]
pub fn address(request: &Request, proxies: &[IpAddr]) -> Option<IpAddr> {
    let ConnectInfo(peer) = request.extensions().get::<ConnectInfo<SocketAddr>>()?;
    Some(from(peer.ip(), request.headers(), proxies))
}

/// An IPv4 address, or the 64 bits of an IPv6 one that name a household.
#[must_use]
pub fn household(address: IpAddr) -> Net {
    match address {
        IpAddr::V4(_) => address,
        IpAddr::V6(whole) => {
            let [a, b, c, d, ..] = whole.segments();
            Ipv6Addr::new(a, b, c, d, 0, 0, 0, 0).into()
        }
    }
}

/// The 48 bits of an IPv6 address that name a site: one customer of a provider may have all households in it. None for
/// IPv4, where an address is dear, and shared as it is.
#[must_use]
pub fn around(address: IpAddr) -> Option<Net> {
    match address {
        IpAddr::V4(_) => None,
        IpAddr::V6(whole) => {
            let [a, b, c, ..] = whole.segments();
            Some(Ipv6Addr::new(a, b, c, 0, 0, 0, 0, 0).into())
        }
    }
}

/// Goes back from the connection's own end, from proxy to proxy, up to the first address that is none of ours.
fn from(peer: IpAddr, headers: &HeaderMap, proxies: &[IpAddr]) -> IpAddr {
    let ours = |address: IpAddr| proxies.contains(&address.to_canonical());
    let mut at = peer.to_canonical();
    let lines = headers.get_all(FORWARDED_FOR);
    let said: Vec<&str> = lines
        .iter()
        .filter_map(|line| line.to_str().ok())
        .flat_map(|line| line.split(','))
        .collect();
    for said in said.into_iter().rev() {
        if !ours(at) {
            break;
        }
        match said_address(said) {
            Some(address) => at = address.to_canonical(),
            None => break,
        }
    }
    at
}

/// An address as proxies write it: `192.0.2.1`, `2001:db8::1`, `[2001:db8::1]`, or either with a port.
fn said_address(said: &str) -> Option<IpAddr> {
    let said = said.trim();
    let bare = said.strip_prefix('[').and_then(|it| it.strip_suffix(']'));
    let with_port = || said.parse::<SocketAddr>().ok().map(|it| it.ip());
    bare.unwrap_or(said).parse().ok().or_else(with_port)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn seen_as(peer: &str, forwarded: &[&str], proxies: &[&str]) -> String {
        let mut headers = HeaderMap::new();
        for line in forwarded {
            headers.append(FORWARDED_FOR, line.parse().unwrap());
        }
        let proxies: Vec<IpAddr> = proxies.iter().map(|it| it.parse().unwrap()).collect();
        household(from(peer.parse().unwrap(), &headers, &proxies)).to_string()
    }

    #[test]
    fn a_forged_header_changes_nothing() {
        let peer = "203.0.113.9";
        assert_eq!(seen_as(peer, &["10.0.0.1"], &[]), peer);
        assert_eq!(
            seen_as(peer, &["10.0.0.1, 127.0.0.1"], &["127.0.0.1"]),
            peer
        );
    }

    #[test]
    fn behind_our_proxy_only_what_the_proxy_said_counts() {
        let proxy = &["127.0.0.1"];
        assert_eq!(seen_as("127.0.0.1", &["203.0.113.9"], proxy), "203.0.113.9");
        assert_eq!(
            seen_as("127.0.0.1", &["1.1.1.1, 203.0.113.9"], proxy),
            "203.0.113.9",
            "the client's own word comes first and is not heard"
        );
        assert_eq!(
            seen_as("127.0.0.1", &["1.1.1.1", "203.0.113.9"], proxy),
            "203.0.113.9",
            "lines are one list"
        );
        assert_eq!(seen_as("127.0.0.1", &["nonsense"], proxy), "127.0.0.1");
        assert_eq!(
            seen_as("::ffff:127.0.0.1", &["203.0.113.9"], proxy),
            "203.0.113.9"
        );
    }

    #[test]
    fn trust_14_a_proxy_may_say_the_port_too() {
        let proxy = &["127.0.0.1"];
        for (said, address) in [
            ("203.0.113.9:5678", "203.0.113.9"),
            ("[2001:db8:1:2::9]:5678", "2001:db8:1:2::"),
            ("[2001:db8:1:2::9]", "2001:db8:1:2::"),
            ("2001:db8:1:2::9", "2001:db8:1:2::"),
            ("[203.0.113.9", "127.0.0.1"),
            ("203.0.113.9:", "127.0.0.1"),
            ("203.0.113.9:99999", "127.0.0.1"),
        ] {
            assert_eq!(seen_as("127.0.0.1", &[said], proxy), address, "{said}");
            let forged = ["1.1.1.1:80, ", said].concat();
            assert_eq!(seen_as("127.0.0.1", &[&forged], proxy), address, "{said}");
        }
    }

    #[test]
    fn an_ipv6_household_is_one() {
        assert_eq!(seen_as("2001:db8:1:2:aaaa::1", &[], &[]), "2001:db8:1:2::");
        let site = around("2001:db8:1:2:aaaa::1".parse().unwrap());
        assert_eq!(site, Some("2001:db8:1::".parse().unwrap()));
        assert_eq!(around("192.0.2.1".parse().unwrap()), None);
    }
}

//! Where a request comes from.

use std::net::{IpAddr, Ipv6Addr, SocketAddr};

use axum::{
    extract::{ConnectInfo, Request},
    http::HeaderMap,
};

const FORWARDED_FOR: &str = "x-forwarded-for";

/// The network a request comes from: an IPv4 address, or the 64 bits of an IPv6 one that name a household; none when
/// it is not known. What a request says of itself counts only as far as our own proxies said it.
#[must_use]
pub fn network(request: &Request, proxies: &[IpAddr]) -> Option<IpAddr> {
    let ConnectInfo(peer) = request.extensions().get::<ConnectInfo<SocketAddr>>()?;
    Some(household(from(peer.ip(), request.headers(), proxies)))
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
        match said.trim().parse::<IpAddr>() {
            Ok(address) => at = address.to_canonical(),
            Err(_) => break,
        }
    }
    at
}

fn household(address: IpAddr) -> IpAddr {
    match address {
        IpAddr::V4(_) => address,
        IpAddr::V6(whole) => {
            let [a, b, c, d, ..] = whole.segments();
            Ipv6Addr::new(a, b, c, d, 0, 0, 0, 0).into()
        }
    }
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
    fn an_ipv6_household_is_one() {
        assert_eq!(seen_as("2001:db8:1:2:aaaa::1", &[], &[]), "2001:db8:1:2::");
    }
}

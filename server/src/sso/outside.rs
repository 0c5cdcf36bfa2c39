//! Which addresses may be asked. What a provider says of itself must not lead into the machine or its neighbours.

use std::net::{IpAddr, Ipv4Addr, Ipv6Addr, SocketAddr};

use openidconnect::{
    reqwest::dns::{Addrs, Name, Resolve, Resolving},
    url::{Host, Url},
};

/// True for https to anywhere outside; with `loopback`, as when trying things out, also for plain HTTP to this machine.
pub(super) fn may_ask(url: &Url, loopback: bool) -> bool {
    if is_loopback(url) {
        return loopback;
    }
    url.scheme() == "https"
        && match url.host() {
            Some(Host::Ipv4(ip)) => is_outside(ip.into()),
            Some(Host::Ipv6(ip)) => is_outside(ip.into()),
            Some(Host::Domain(name)) => !name.is_empty(),
            None => false,
        }
}

/// True for an address on this machine, by HTTP or HTTPS.
pub(super) fn is_loopback(url: &Url) -> bool {
    let here = match url.host() {
        Some(Host::Ipv4(ip)) => ip.is_loopback(),
        Some(Host::Ipv6(ip)) => ip.is_loopback(),
        Some(Host::Domain(name)) => name == "localhost",
        None => false,
    };
    here && matches!(url.scheme(), "http" | "https")
}

/// Looks names up, and drops what is not outside: looked at where the connection is made, a name cannot change between.
/// An organisation's own network counts as outside: providers live there.
pub(super) struct Outside;

impl Resolve for Outside {
    fn resolve(&self, name: Name) -> Resolving {
        Box::pin(async move {
            let found: Vec<SocketAddr> =
                tokio::net::lookup_host((name.as_str(), 0)).await?.collect();
            let outside: Vec<SocketAddr> =
                found.into_iter().filter(|at| is_outside(at.ip())).collect();
            if outside.is_empty() {
                return Err("the name leads to no address that may be asked".into());
            }
            Ok(Box::new(outside.into_iter()) as Addrs)
        })
    }
}

fn is_outside(ip: IpAddr) -> bool {
    match ip {
        IpAddr::V4(ip) => is_outside_4(ip),
        IpAddr::V6(ip) => is_outside_6(ip),
    }
}

/// 169.254 has the clouds' own keys to the machine.
fn is_outside_4(ip: Ipv4Addr) -> bool {
    let this_network = ip.octets()[0] == 0;
    !(ip.is_loopback()
        || ip.is_link_local()
        || ip.is_multicast()
        || ip.is_broadcast()
        || this_network)
}

fn is_outside_6(ip: Ipv6Addr) -> bool {
    if ip.is_loopback() || ip.is_unspecified() || ip.is_multicast() || ip.is_unicast_link_local() {
        return false;
    }
    inside_it(ip).is_none_or(is_outside_4)
}

/// The older address that one of the newer carries: mapped, compatible, NAT64, 6to4.
fn inside_it(ip: Ipv6Addr) -> Option<Ipv4Addr> {
    let [a, b, c, d, e, f, g, h] = ip.segments();
    let of = |high: u16, low: u16| {
        let ([a, b], [c, d]) = (high.to_be_bytes(), low.to_be_bytes());
        Some(Ipv4Addr::new(a, b, c, d))
    };
    match (a, b, c, d, e, f) {
        (0, 0, 0, 0, 0, 0 | 0xffff) | (0x64, 0xff9b, 0, 0, 0, 0) => of(g, h),
        (0x2002, ..) => of(b, c),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn may(url: &str, loopback: bool) -> bool {
        may_ask(&Url::parse(url).unwrap(), loopback)
    }

    #[test]
    fn trust_24_a_provider_leads_nowhere_inside() {
        for fine in [
            "https://login.example/x",
            "https://10.1.2.3/",
            "https://[2001:db8::1]/",
        ] {
            assert!(may(fine, false), "{fine}");
        }
        for inside in [
            "http://login.example/x",
            "https://localhost/",
            "https://127.0.0.1/",
            "https://127.1/",
            "https://2130706433/",
            "https://0x7f.1/",
            "https://0.0.0.0/",
            "https://169.254.169.254/latest",
            "https://[::1]/",
            "https://[::]/",
            "https://[fe80::1]/",
            "https://[::ffff:127.0.0.1]/",
            "https://[::127.0.0.1]/",
            "https://[64:ff9b::a9fe:a9fe]/",
            "https://[2002:7f00:1::]/",
            "ftp://login.example/",
            "file:///etc/passwd",
        ] {
            assert!(!may(inside, false), "{inside}");
        }
    }

    #[test]
    fn this_machine_may_be_asked_when_the_provider_is_here() {
        for here in [
            "http://localhost:4000/jwks",
            "http://127.0.0.1:1/",
            "http://[::1]:1/",
        ] {
            assert!(may(here, true), "{here}");
        }
        assert!(!may("http://login.example/", true));
        assert!(!may("https://169.254.169.254/", true));
        assert!(!may("ftp://localhost/", true));
    }

    #[tokio::test]
    async fn a_name_that_leads_inside_is_not_followed() {
        let name: Name = "localhost".parse().unwrap();
        assert!(Outside.resolve(name).await.is_err());
    }
}

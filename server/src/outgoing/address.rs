//! Which addresses may be called: what an administrator types must not lead into the machine, its network or the
//! clouds' own services.

use std::net::{IpAddr, Ipv4Addr, Ipv6Addr, SocketAddr};

use reqwest::{
    Url,
    dns::{Addrs, Name, Resolve, Resolving},
};

/// True for HTTPS to a name or to a public address, without a user name or a password.
pub(super) fn may_call(url: &Url) -> bool {
    let bare = url.username().is_empty() && url.password().is_none();
    bare && url.scheme() == "https" && url.host_str().is_some_and(may_reach)
}

/// True for this machine, by its address.
pub(super) fn is_here(url: &Url) -> bool {
    let ip = url.host_str().and_then(ip_of);
    ip.is_some_and(|ip| ip.is_loopback())
}

/// A name is looked at once more when it is looked up.
fn may_reach(host: &str) -> bool {
    match ip_of(host) {
        Some(ip) => is_public(ip),
        None => {
            let name = host.trim_end_matches('.').to_ascii_lowercase();
            let inside = ["localhost", "local", "internal", "lan", "home.arpa"];
            let within = |it: &&str| name == **it || name.ends_with(&[".", it].concat());
            name.contains('.') && !inside.iter().any(within)
        }
    }
}

fn ip_of(host: &str) -> Option<IpAddr> {
    let bare = host.strip_prefix('[').and_then(|it| it.strip_suffix(']'));
    bare.unwrap_or(host).parse().ok()
}

/// Looks names up and drops what is not public: looked at where the connection is made, a name cannot change between.
pub(super) struct Public;

impl Resolve for Public {
    fn resolve(&self, name: Name) -> Resolving {
        Box::pin(async move {
            let found: Vec<SocketAddr> =
                tokio::net::lookup_host((name.as_str(), 0)).await?.collect();
            let public = only_public(found);
            if public.is_empty() {
                return Err("the name leads to no public address".into());
            }
            Ok(Box::new(public.into_iter()) as Addrs)
        })
    }
}

fn only_public(found: Vec<SocketAddr>) -> Vec<SocketAddr> {
    found.into_iter().filter(|at| is_public(at.ip())).collect()
}

fn is_public(ip: IpAddr) -> bool {
    match ip {
        IpAddr::V4(ip) => is_public_4(ip),
        IpAddr::V6(ip) => is_public_6(ip),
    }
}

/// 169.254 has the clouds' own keys to the machine.
fn is_public_4(ip: Ipv4Addr) -> bool {
    let [a, b, c, _] = ip.octets();
    let special = a == 0
        || a >= 240
        || (a == 100 && (64..128).contains(&b))
        || (a == 192 && b == 0 && c == 0)
        || (a == 192 && b == 88 && c == 99)
        || (a == 198 && (18..20).contains(&b));
    !(special
        || ip.is_loopback()
        || ip.is_private()
        || ip.is_link_local()
        || ip.is_multicast()
        || ip.is_documentation()
        || ip.is_broadcast())
}

/// Only what is given out to the world, and nothing of it that carries an older address.
fn is_public_6(ip: Ipv6Addr) -> bool {
    let [a, b, ..] = ip.segments();
    let world = (a & 0xe000) == 0x2000;
    // Teredo and the other special ones, examples, 6to4.
    let special = (a == 0x2001 && (b < 0x0200 || b == 0x0db8)) || a == 0x2002 || a == 0x3fff;
    world && !special
}

#[cfg(test)]
mod tests {
    use super::*;

    fn may(url: &str) -> bool {
        may_call(&Url::parse(url).unwrap())
    }

    #[test]
    fn trust_24_a_call_leads_nowhere_inside() {
        for fine in [
            "https://hooks.example.org/x?y=1",
            "https://93.184.215.14/",
            "https://[2606:2800:21f:cb07:6820:80da:af6b:8b2c]/",
        ] {
            assert!(may(fine), "{fine}");
        }
        for bad in [
            "http://hooks.example.org/",
            "https://127.0.0.1/",
            "https://127.1/",
            "https://2130706433/",
            "https://0x7f.1/",
            "https://0177.0.0.1/",
            "https://localhost/",
            "https://LOCALHOST./",
            "https://a.localhost/",
            "https://metadata.google.internal/",
            "https://printer.local/",
            "https://intranet/",
            "https://10.0.0.1/",
            "https://172.16.5.4/",
            "https://192.168.1.1/",
            "https://100.64.0.1/",
            "https://169.254.169.254/latest/meta-data/",
            "https://0.0.0.0/",
            "https://198.18.0.1/",
            "https://255.255.255.255/",
            "https://224.0.0.1/",
            "https://[::1]/",
            "https://[::]/",
            "https://[::ffff:127.0.0.1]/",
            "https://[::ffff:a9fe:a9fe]/",
            "https://[::7f00:1]/",
            "https://[64:ff9b::7f00:1]/",
            "https://[64:ff9b:1::7f00:1]/",
            "https://[2002:7f00:1::]/",
            "https://[2001:0:7f00:1::]/",
            "https://[fe80::1]/",
            "https://[fd00:ec2::254]/",
            "https://[ff02::1]/",
            "https://user:pass@hooks.example.org/",
            "ftp://hooks.example.org/",
        ] {
            assert!(!may(bad), "{bad}");
        }
    }

    #[test]
    fn trust_24_a_name_that_leads_inside_is_dropped_where_it_is_looked_up() {
        let all = ["127.0.0.1:0", "10.0.0.7:0", "[::1]:0", "93.184.215.14:0"];
        let found = all.map(|it| it.parse().unwrap()).to_vec();
        assert_eq!(only_public(found), ["93.184.215.14:0".parse().unwrap()]);
    }

    #[tokio::test]
    async fn trust_24_a_name_of_this_machine_is_not_looked_up_for_a_call() {
        let name: Name = "localhost".parse().unwrap();
        assert!(Public.resolve(name).await.is_err());
    }
}

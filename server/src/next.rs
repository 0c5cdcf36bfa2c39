//! Where to go on afterwards: never out of the house.

/// The address when it is a path of ours, else the start.
#[must_use]
pub fn within(next: Option<&str>) -> &str {
    next.filter(|path| is_ours(path)).unwrap_or("/")
}

/// A path as the value of a query.
#[must_use]
pub fn encoded(path: &str) -> String {
    let plain = |byte: u8| byte.is_ascii_alphanumeric() || b"/-_.".contains(&byte);
    path.bytes()
        .map(|byte| match byte {
            byte if plain(byte) => char::from(byte).to_string(),
            byte => format!("%{byte:02X}"),
        })
        .collect()
}

/// Browsers take `//host`, `/\\host` and what has a tab in it for another host.
fn is_ours(path: &str) -> bool {
    let plain = path.bytes().all(|byte| byte.is_ascii_graphic());
    plain && path.starts_with('/') && !path.starts_with("//") && !path.contains('\\')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn trust_18_only_our_own_paths_are_gone_on_to() {
        for ours in ["/", "/me/about", "/office/people/a?x=y"] {
            assert_eq!(within(Some(ours)), ours);
        }
        for evil in [
            "//evil.example",
            "///evil.example",
            "/\\evil.example",
            "\\\\evil.example",
            "https://evil.example",
            "javascript:alert(1)",
            "/\t/evil.example",
            " //evil.example",
            "",
            "evil",
            "data:text/html,x",
            "/a\r\nLocation: https://evil.example",
        ] {
            assert_eq!(within(Some(evil)), "/", "{evil}");
        }
        assert_eq!(within(None), "/");
    }

    #[test]
    fn a_path_comes_out_of_a_query_as_it_went_in() {
        assert_eq!(encoded("/me/a b&c"), "/me/a%20b%26c");
    }
}

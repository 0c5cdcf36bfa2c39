//! Whom a page was made for, said by every form on it: what comes back from a page of somebody else's is refused.

/// What the address of a form says of whom its page was made for.
pub const MADE_FOR: &str = "made-for";
/// Forms that are anybody's: whose page it was makes no difference.
const ANYBODYS: [&str; 2] = ["/sign-out", "/language"];

/// The page with the mark in the address of every form that is posted. Text on a page has no `<` of its own.
pub(super) fn marked(html: &str, mark: &str) -> String {
    let mut forms = html.split("<form");
    let mut page = forms.next().unwrap_or_default().to_owned();
    for form in forms {
        page.push_str("<form");
        page.push_str(&marked_form(form, mark).unwrap_or_else(|| form.to_owned()));
    }
    page
}

/// What comes after `<form`, marked; none when it is not posted, or anybody's.
fn marked_form(form: &str, mark: &str) -> Option<String> {
    const ACTION: &str = " action=\"";
    let (tag, _) = form.split_once('>')?;
    let at = tag.find(ACTION)? + ACTION.len();
    let (action, _) = tag[at..].split_once('"')?;
    let posted = tag.contains(" method=\"post\"");
    if !posted || ANYBODYS.contains(&action) {
        return None;
    }
    let end = at + action.find('#').unwrap_or(action.len());
    let and = if action.contains('?') { "&amp;" } else { "?" };
    let (before, after) = form.split_at(end);
    Some([before, and, MADE_FOR, "=", mark, after].concat())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_form_says_whom_it_was_made_for() {
        let html = [
            r#"<form method="post" action="/a"></form>"#,
            r#"<form class="b" action="/b?c=d#e" method="post"></form>"#,
            r#"<form action="/search"></form>"#,
            r#"<form method="post" action="/sign-out"></form>"#,
            r#"<form method="post" action="/language"></form>"#,
        ];
        let html = marked(&html.concat(), "abc");
        for form in [
            "action=\"/a?made-for=abc\"",
            "action=\"/b?c=d&amp;made-for=abc#e\"",
            "action=\"/search\"",
            "action=\"/sign-out\"",
            "action=\"/language\"",
        ] {
            assert!(html.contains(form), "{form}: {html}");
        }
    }
}

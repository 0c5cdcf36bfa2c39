//! What was typed, put back into a text box.

/// What to put inside a `<textarea>`: Leptos writes that element's children as they are, so they are escaped here.
/// The line break before them is the one that browsers drop.
#[must_use]
pub fn kept(text: &str) -> String {
    let escaped = text
        .replace('&', "&amp;")
        .replace('<', "&lt;")
        .replace('>', "&gt;");
    ["\n", &escaped].concat()
}

#[cfg(test)]
mod tests {
    use leptos::prelude::*;

    use super::kept;

    #[test]
    #[cfg(feature = "ssr")]
    fn a_text_box_cannot_be_left_from_inside() {
        let typed = "\n</textarea><script>alert(1)</script> &amp; ŵ";
        let html = view! { <textarea>{kept(typed)}</textarea> }.to_html();
        assert_eq!(
            html,
            "<textarea>\n\n&lt;/textarea&gt;&lt;script&gt;alert(1)&lt;/script&gt; &amp;amp; ŵ</textarea>"
        );
    }
}

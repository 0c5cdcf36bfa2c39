//! The leader's app before it starts: one page, the same bytes for everybody and for every address under `/walk`.

use leptos::prelude::*;

use crate::{
    ui::{Glyph, Icon},
    walk::Lang,
    words::{Boot, Common, Phone},
};

/// The addresses of the built files the app starts from.
#[derive(Clone, Copy, Debug)]
pub struct ShellFiles<'a> {
    /// The style sheet.
    pub css: &'a str,
    /// The WebAssembly.
    pub wasm: &'a str,
    /// The JavaScript that goes with it.
    pub js: &'a str,
}

/// The whole page as HTML, with nothing personal in it. `/boot.js` starts the app inside `#app`, or shows one of
/// the notes with an id that begins with `cannot-`.
#[must_use]
pub fn shell(files: &ShellFiles<'_>) -> String {
    let html = Owner::new().with(|| page(files).to_html());
    ["<!doctype html>", &html].concat()
}

fn page(files: &ShellFiles<'_>) -> impl IntoView + use<> {
    let (css, wasm, js) = (
        files.css.to_owned(),
        files.wasm.to_owned(),
        files.js.to_owned(),
    );
    let (data_js, data_wasm) = (js.clone(), wasm.clone());
    view! {
        <html lang="en" data-js=data_js data-wasm=data_wasm>
            <head>
                <meta charset="utf-8" />
                <meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover, interactive-widget=resizes-content" />
                <title>{Common::of(Lang::En).firsthand}</title>
                <link rel="stylesheet" href=css />
                <link rel="preload" href=wasm r#as="fetch" type="application/wasm" crossorigin="anonymous" fetchpriority="low" />
                <link rel="modulepreload" href=js />
                <link rel="modulepreload" href="/store.js" />
                <script type="module" src="/boot.js"></script>
                <link rel="manifest" href="/manifest.webmanifest" />
                <link rel="icon" href="/favicon.svg" type="image/svg+xml" />
                <link rel="apple-touch-icon" href="/icons/apple-touch-icon.png" />
                <meta name="theme-color" content="#f6f5f1" media="(prefers-color-scheme: light)" />
                <meta name="theme-color" content="#0c1215" media="(prefers-color-scheme: dark)" />
            </head>
            <body>
                // First, for the app's own frame is as high as the screen.
                <noscript>
                    <section class="phone floor" aria-label=Common::of(Lang::En).firsthand>
                        {both(|words| words.no_script, false)}
                    </section>
                </noscript>
                <div id="app">
                    <div class="phone">
                        <main id="main" class="screen" aria-busy="true">
                            <h1 class="h1">{Common::of(Lang::En).firsthand}</h1>
                        </main>
                    </div>
                </div>
                {[first_sight(Lang::En), first_sight(Lang::Cy)]}
                {note("cannot-no-wasm", |words| words.no_wasm, false)}
                {note("cannot-no-store", |words| words.no_store, false)}
                {note("cannot-start", |words| words.failed, true)}
            </body>
        </html>
    }
}

/// Today's card for somebody who is new on this phone: `/boot.js` fills it with the first task offered while the app is
/// still on its way, so that the first tap need not wait for it.
fn first_sight(lang: Lang) -> impl IntoView {
    let words = Phone::of(lang);
    view! {
        <template id=format!("first-{}", lang.code())>
            <div class="phone">
                <main id="main" class="screen" aria-busy="true">
                    <header class="today-top">
                        <h1>{words.today}</h1>
                    </header>
                    <section class="card next">
                        <hgroup>
                            <p class="eyebrow">{words.next_walk}</p>
                            <h2 data-says="title"></h2>
                            <p class="hint" data-says="service"></p>
                        </hgroup>
                        <p class="about">
                            <Icon glyph=Glyph::Clock />
                            <span data-says="about">{words.about_steps}</span>
                        </p>
                        <a class="button primary wide big" href="/walk">{words.read_brief}</a>
                    </section>
                </main>
            </div>
        </template>
    }
}

/// Why the app cannot start, and the way to the pages that need nothing of it.
fn note(id: &'static str, text: fn(&Boot) -> &'static str, again: bool) -> impl IntoView {
    view! {
        <div id=id class="phone floor" hidden>
            <main class="screen">
                <h1>{Common::of(Lang::En).firsthand}</h1>
                {both(text, again)}
            </main>
        </div>
    }
}

/// A sentence in both languages with where to go; the script hides the one that was not chosen.
fn both(text: fn(&Boot) -> &'static str, again: bool) -> impl IntoView {
    let said = move |lang: Lang| {
        let words = Boot::of(lang);
        let again = again.then(|| view! { <a class="button wide" href="">{words.try_again}</a> });
        view! {
            <section class="card" lang=lang.code()>
                <p>{text(words)}</p>
                {again}
                <a class="button primary wide" href="/walk/plain">{words.use_plain}</a>
            </section>
        }
    };
    [said(Lang::En), said(Lang::Cy)]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_shell_is_strict_and_says_why_it_cannot_start_in_both_languages() {
        let html = shell(&ShellFiles {
            css: "/pkg/a.css",
            wasm: "/pkg/a.wasm",
            js: "/pkg/a.js",
        });
        assert!(html.starts_with(
            "<!doctype html><html lang=\"en\" data-js=\"/pkg/a.js\" data-wasm=\"/pkg/a.wasm\">"
        ));
        assert!(
            !html.contains(" style=") && !html.contains("<script>"),
            "{html}"
        );
        assert_eq!(html.matches("<script").count(), 1);
        for lang in [Lang::En, Lang::Cy] {
            let words = Boot::of(lang);
            for text in [words.no_script, words.no_wasm, words.no_store, words.failed] {
                assert!(html.contains(text), "{text} in {html}");
            }
            assert_eq!(html.matches(words.use_plain).count(), 4, "{html}");
        }
    }
}

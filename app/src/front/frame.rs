//! The frame around every page the server draws.

use leptos::prelude::*;

use super::{
    footer::{language, me, sign_out},
    made_for::marked,
    nav::nav,
};
use crate::{
    ui::Logo,
    walk::{Lang, Text},
    words::{Common, Phone},
};

/// What the frame needs to know about one page.
#[derive(Clone, Debug)]
pub struct Frame {
    /// The language of the screen.
    pub lang: Lang,
    /// Who is signed in, if anybody.
    pub viewer: Option<Who>,
    /// The page's own title; the product's name is added to it.
    pub title: String,
    /// Which part of the product the page is in.
    pub section: Section,
    /// The page's own path and query, to come back to after a change of language.
    pub path: String,
}

/// The person signed in, as far as the frame shows it.
#[derive(Clone, Debug)]
pub struct Who {
    /// The person's id: what the phone's store is named after.
    pub person: String,
    /// The person's name.
    pub name: String,
    /// By what the server knows, when a form of the page comes back, whom it was made for: letters and digits.
    pub mark: String,
    /// What the organisation is called.
    pub organisation: Text,
    /// True when everything on the page is made up.
    pub demonstration: bool,
    /// May walk.
    pub leader: bool,
    /// Reads friction at services of theirs.
    pub team: bool,
    /// Reads the months.
    pub board: bool,
    /// Sets the organisation up.
    pub administrator: bool,
}

/// A part of the product: what the navigation marks as where you are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Section {
    /// The service team's inbox.
    Team,
    /// The service team's journey maps.
    Journeys,
    /// What is handed on, and what others offered.
    Handed,
    /// The board's months.
    Board,
    /// The organisation's set-up.
    Office,
    /// One's own pages.
    Mine,
    /// The way in, and what is wrong.
    Front,
    /// The leader's plain pages.
    Plain,
}

/// A whole page as HTML: `body` inside the frame. `css_href` is the address of the style sheet. Every form on it that
/// changes something says for whom the page was made.
#[must_use]
pub fn document(frame: &Frame, css_href: &str, body: impl IntoView) -> String {
    // The body is drawn on its own first: nested in the frame, the types of its parts would grow past what the
    // compiler takes.
    let mark = frame.viewer.as_ref().map(|who| who.mark.clone());
    let html = Owner::new().with(|| {
        let body = body.to_html();
        page(frame.clone(), css_href.to_owned(), body).to_html()
    });
    let html = match mark {
        Some(mark) => marked(&html, &mark),
        None => html,
    };
    ["<!doctype html>", &html].concat()
}

fn page(frame: Frame, css: String, body: String) -> impl IntoView {
    let words = Common::of(frame.lang);
    let title = match frame.title.as_str() {
        "" => words.firsthand.to_owned(),
        title => [title, " · ", words.firsthand].concat(),
    };
    let demonstration = frame.viewer.as_ref().is_some_and(|who| who.demonstration);
    view! {
        <html lang=frame.lang.code()>
            <head>
                <meta charset="utf-8" />
                <meta name="viewport" content="width=device-width, initial-scale=1" />
                <title>{title}</title>
                <link rel="stylesheet" href=css />
                <script type="module" src="/leave.js"></script>
                <link rel="icon" href="/favicon.svg" type="image/svg+xml" />
                <meta
                    name="theme-color"
                    content="#f6f5f1"
                    media="(prefers-color-scheme: light)"
                />
                <meta name="theme-color" content="#0c1215" media="(prefers-color-scheme: dark)" />
            </head>
            <body>
                <a class="skip" href="#main">
                    {words.skip}
                </a>
                {demonstration.then(|| ribbon(frame.lang))}
                {match frame.section {
                    Section::Team | Section::Journeys | Section::Handed | Section::Office | Section::Mine => {
                        desk(&frame, body).into_any()
                    }
                    Section::Board => board(&frame, body).into_any(),
                    Section::Front => front(&frame, body).into_any(),
                    Section::Plain => plain(&frame, body).into_any(),
                }}
            </body>
        </html>
    }
}

fn ribbon(lang: Lang) -> impl IntoView {
    view! {
        <aside class="demo" aria-label=Common::of(lang).demonstration>
            {Common::of(lang).made_up}
        </aside>
    }
}

/// Navigation at the side: the service team's and the office's pages.
fn desk(frame: &Frame, body: String) -> impl IntoView {
    let who = frame.viewer.as_ref().map(|who| {
        view! {
            <div class="who">
                <strong>{who.organisation.get(frame.lang).to_owned()}</strong>
                <span><bdi>{who.name.clone()}</bdi></span>
                <div class="row">{me(frame)} {language(frame)} {sign_out(frame)}</div>
            </div>
        }
    });
    view! {
        <div class="desk">
            <header class="side">
                {brand(frame)} {frame.viewer.as_ref().map(|who| nav(frame, who))} {who}
            </header>
            <main id="main" tabindex="-1" inner_html=body></main>
        </div>
    }
}

/// A line across the top: the board's pages.
fn board(frame: &Frame, body: String) -> impl IntoView {
    let organisation = frame
        .viewer
        .as_ref()
        .map(|who| who.organisation.get(frame.lang).to_owned());
    let many = |who: &&Who| {
        [who.leader, who.team, who.board, who.administrator]
            .iter()
            .filter(|may| **may)
            .count()
            > 1
    };
    view! {
        <div class="board">
            <header class="masthead">
                <div>
                    {brand(frame)} <span class="org">{organisation}</span>
                    {frame.viewer.as_ref().filter(many).map(|who| nav(frame, who))}
                    <div class="row">{me(frame)} {language(frame)} {sign_out(frame)}</div>
                </div>
            </header>
            <main id="main" tabindex="-1" inner_html=body></main>
        </div>
    }
}

/// One card in the middle: the way in, and what is wrong.
fn front(frame: &Frame, body: String) -> impl IntoView {
    view! {
        <div class="front">
            <main id="main" tabindex="-1" inner_html=[brand(frame).to_html(), body].concat()></main>
            <footer class="foot">{me(frame)} {language(frame)} {sign_out(frame)}</footer>
        </div>
    }
}

/// One column, as on the phone: the leader's plain pages, which bring their own top and main part.
fn plain(frame: &Frame, body: String) -> impl IntoView {
    let label = Phone::of(frame.lang).you;
    view! {
        <div class="phone plain">
            <div class="page" inner_html=body></div>
            <section class="foot" aria-label=label>{me(frame)} {language(frame)} {sign_out(frame)}</section>
        </div>
    }
}

fn brand(frame: &Frame) -> impl IntoView + use<> {
    view! {
        <a class="brand" href="/">
            <Logo />
            {Common::of(frame.lang).firsthand}
        </a>
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn frame(lang: Lang) -> Frame {
        let viewer = Who {
            person: "p1".into(),
            name: "<script>alert(1)</script>".into(),
            mark: "abc".into(),
            organisation: Text {
                en: "Aber & Valley".into(),
                cy: String::new(),
            },
            demonstration: true,
            leader: false,
            team: true,
            board: false,
            administrator: false,
        };
        Frame {
            lang,
            viewer: Some(viewer),
            title: "</title><b>".into(),
            section: Section::Team,
            path: "/team?a=\"><script>".into(),
        }
    }

    #[test]
    fn what_people_wrote_stays_text() {
        let html = document(&frame(Lang::En), "/pkg/a.css", view! { <p>"hello"</p> });
        assert!(!html.contains("<script>"), "{html}");
        assert!(
            html.contains("&lt;/title&gt;&lt;b&gt; · Firsthand</title>"),
            "{html}"
        );
        assert!(html.contains("Aber &amp; Valley"), "{html}");
    }

    #[test]
    fn the_page_is_whole_and_strict() {
        for lang in [Lang::En, Lang::Cy] {
            let html = document(
                &frame(lang),
                "/pkg/a.css",
                view! { <form method="post" action="/a"></form> },
            );
            assert!(html.contains("action=\"/a?made-for=abc\""), "{html}");
            assert!(html.starts_with("<!doctype html><html lang=\""), "{html}");
            assert!(!html.contains(" style="), "{html}");
            assert!(html.contains("class=\"demo\""), "{html}");
            assert!(html.contains("aria-current=\"page\""), "{html}");
            assert!(
                !html.contains("href=\"/board\""),
                "only the pages of one's own roles: {html}"
            );
        }
    }

    #[test]
    fn a_stranger_sees_no_navigation() {
        let frame = Frame {
            viewer: None,
            ..frame(Lang::En)
        };
        let html = document(&frame, "/pkg/a.css", view! { <p>"hello"</p> });
        assert!(
            !html.contains("<nav") && !html.contains("/sign-out"),
            "{html}"
        );
    }
}

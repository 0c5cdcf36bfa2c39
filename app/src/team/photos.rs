//! Photos of a friction point, as its leader masked them.

use leptos::prelude::*;

use crate::{
    walk::{Friction, Lang, PhotoId},
    words::{Common, Team, category, fill},
};

use super::Around;

/// A picture that is here. Those still on the phone are only counted.
#[derive(Clone, Debug)]
pub struct Picture {
    /// Which photo.
    pub id: PhotoId,
    /// Pixels across.
    pub width: u16,
    /// Pixels down.
    pub height: u16,
}

/// Small pictures that lead to the whole ones; nothing for a friction point without any. `named` says which friction
/// point, where there are several on the page.
pub(super) fn photos(
    lang: Lang,
    around: &Around,
    friction: &Friction,
    named: bool,
) -> Option<impl IntoView + use<>> {
    let words = Team::of(lang);
    let of = friction.photos.len();
    let here = |(at, photo): (usize, &crate::walk::Photo)| {
        let picture = around.pictures.iter().find(|it| it.id == photo.id)?;
        Some(small(picture, alt(lang, friction, at + 1, named)))
    };
    let here: Vec<_> = (0..).zip(&friction.photos).filter_map(here).collect();
    let missing = of - here.len();
    let missing = (missing > 0).then(|| fill(words.photos_to_come, &[("n", &missing.to_string())]));
    (of > 0).then(|| {
        view! {
            <div class="picture-row">
                {(!here.is_empty()).then(|| view! { <ul class="pictures">{here}</ul> })}
                {missing.map(|said| view! { <p class="hint">{said}</p> })}
            </div>
        }
    })
}

fn small(picture: &Picture, alt: String) -> impl IntoView + use<> {
    let href = format!("/api/v1/photos/{}", picture.id);
    let src = href.clone();
    view! {
        <li>
            <a href=href>
                <img
                    src=src
                    alt=alt
                    width=picture.width.to_string()
                    height=picture.height.to_string()
                    loading="lazy"
                    decoding="async"
                />
            </a>
        </li>
    }
}

/// "Photo 1 of 2 of this friction point"
fn alt(lang: Lang, friction: &Friction, n: usize, named: bool) -> String {
    let words = Team::of(lang);
    let (n, of) = (n.to_string(), friction.photos.len().to_string());
    let name = friction
        .category
        .map_or(Common::of(lang).something_else, |it| category(lang, it));
    let said = if named {
        words.photo_named
    } else {
        words.photo_n
    };
    fill(said, &[("n", &n), ("of", &of), ("name", name)])
}

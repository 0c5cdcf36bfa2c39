//! Photos of a friction point: taking them in, where each is, and taking one away.

use leptos::{html, prelude::*};

use super::{Sheet, point::Point};
use crate::phone::parts::{press, said, undo};
use crate::phone::session::Stand;
use crate::phone::store::{self, Told};
use crate::ui::{Glyph, Icon};
use crate::walk::{FactId, Kind, Lang, MOST_PHOTOS, PhotoId, PhotoRemoved};
use crate::words::{Photos, fill};

/// The section's id on the page.
const SECTION: &str = "photos";

/// The section of the sheet.
pub fn section(sheet: Sheet, point: Point) -> AnyView {
    let s = sheet.s;
    let lang = s.lang.get_untracked();
    let w = Photos::of(lang);
    let node = NodeRef::<html::Div>::new();
    let said = RwSignal::new("");
    let all = photos(point);
    let room = move || MOST_PHOTOS.saturating_sub(all.with(Vec::len));
    let lost = s.photo_lost.get_untracked();
    if let Some(lost) = lost.filter(|it| it.walk == sheet.walk) {
        s.set_picking(lost.walk, lost.friction, false);
        said.set(w.lost);
    }
    let shared = s.take_shared.get_value();
    s.take_shared.set_value(false);
    Effect::new(move || {
        let tell = move |told| {
            if let Some(words) = hear(sheet, point, told) {
                said.set(words);
            }
        };
        if let Some(node) = node.get() {
            store::spawn(async move {
                store::take_photos(&node, cover_words(w), shared, tell).await;
            });
        }
    });
    Effect::new(move || {
        all.track();
        // Its turn comes when what follows from the same change is drawn.
        store::spawn(s.show_photos());
    });
    // A sheet that goes leaves nothing to wait for.
    on_cleanup(move || s.set_picking(sheet.walk, None, false));
    let picking = move || {
        said.set("");
        s.set_picking(sheet.walk, point.id(), true);
    };
    let of_this = move |id| {
        point.felt.with(|felt| {
            let mut all = felt.iter().flat_map(|felt| &felt.photos);
            all.any(|it| it.id.0 == id)
        })
    };
    let list = move || {
        let all = all.get();
        (!all.is_empty()).then(|| {
            let items = all.into_iter().enumerate();
            view! { <ul class="photos">{items.map(|(at, id)| photo(sheet, at + 1, id)).collect_view()}</ul> }
        })
    };
    view! {
        <div class="photo-section" id=SECTION tabindex="-1" role="group" aria-labelledby="photos-title" node_ref=node data-room=room>
            <h3 id="photos-title">{w.photos}" "<span class="optional">{fill(w.up_to, &[("n", &MOST_PHOTOS.to_string())])}</span></h3>
            {list}
            {undo::toast(s, sheet.walk, of_this)}
            <p class="photo-said" role="status">{move || Some(said.get()).filter(|said| room() > 0 || *said != w.most)}</p>
            {move || if room() == 0 { view! { <p class="hint">{w.most}</p> }.into_any() } else { sources(w, picking) }}
            <p class="hint small">{w.why}</p>
        </div>
    }
    .into_any()
}

/// The way to the section, beside Save: it says how many photos there are.
pub fn button(lang: Lang, point: Point) -> AnyView {
    let w = Photos::of(lang);
    let all = photos(point);
    let said = move || match all.with(Vec::len) {
        0 => w.photo.to_owned(),
        1 => w.one_photo.to_owned(),
        n => fill(w.n_photos, &[("n", &n.to_string())]),
    };
    let go = move |_| {
        if let Some(section) = document().get_element_by_id(SECTION) {
            store::focus(&section);
        }
    };
    view! { <button class="button fit" type="button" on:click=go><Icon glyph=Glyph::Camera />{said}</button> }
        .into_any()
}

/// The photos that stand, without one that is being removed.
fn photos(point: Point) -> Memo<Vec<PhotoId>> {
    Memo::new(move |_| {
        let going = undo::going(point.sheet.s);
        point.felt.with(|felt| {
            let all = felt.iter().flat_map(|felt| &felt.photos);
            all.map(|it| it.id)
                .filter(|id| Some(id.0) != going)
                .collect()
        })
    })
}

/// The ways to a picture. A file chosen before `public/photo.js` is here waits in its field.
fn sources(w: &'static Photos, picking: impl Fn() + Copy + 'static) -> AnyView {
    let field = |camera: bool, name: &'static str| {
        let capture = camera.then_some("environment");
        let icon = camera.then(|| press::icon(Glyph::Camera));
        view! {
            <label class="button"><input type="file" accept="image/*" capture=capture multiple=!camera on:click=move |_| picking() />{icon}{name}</label>
        }
        .into_any()
    };
    view! {
        <div class="photo-sources">
            {field(true, w.take)}
            {field(false, w.choose)}
            {store::can_paste().then(|| view! { <button class="button" type="button" data-paste="">{w.paste}</button> })}
        </div>
    }
    .into_any()
}

/// Does what the section is told; answers with what to say instead of what was said.
fn hear(sheet: Sheet, point: Point, told: Told) -> Option<&'static str> {
    let s = sheet.s;
    let w = Photos::of(s.lang.get_untracked());
    let what = match told {
        Told::Photo(photo) => {
            let friction = point.ensure();
            store::spawn(async move {
                // One that is being removed has its place until it is gone.
                undo::settle(s).await;
                s.add_photo(sheet.walk, friction, photo).await;
            });
            return None;
        }
        Told::Word(what) => what,
    };
    if what == "over" {
        s.set_picking(sheet.walk, point.id(), false);
        return None;
    }
    Some(match what.as_str() {
        "opening" => w.opening,
        "unreadable" => w.unreadable,
        "not-image" => w.not_image,
        "large" => w.large,
        "nothing" => w.nothing,
        "many" => w.most,
        "gone" => w.not_ready,
        "missing" => w.missing,
        _ => "",
    })
}

/// One photo, where it is, and a way to be rid of it.
fn photo(sheet: Sheet, n: usize, id: PhotoId) -> AnyView {
    let s = sheet.s;
    let lang = s.lang.get_untracked();
    let w = Photos::of(lang);
    let number = n.to_string();
    let name = fill(w.photo_n, &[("n", &number)]);
    let fact = FactId(id.0);
    let stand = Memo::new(move |_| {
        let here = s.photo_stand(sheet.walk, id);
        here.or_else(|| s.logs.with(|logs| logs.get(&sheet.walk)?.stand(fact)))
    });
    let place = move || {
        stand.get().map(|stand| {
            view! { <p class="small"><Icon glyph=said::glyph(stand) inline=true />" "{said::stand(lang, stand)}</p> }
        })
    };
    let save = move || {
        press::button("text-button", w.save_n, move || {
            store::spawn(s.save_photo(id))
        })
    };
    let again = move || {
        press::button("text-button", w.try_again, move || {
            store::spawn(s.keep_held())
        })
    };
    let trouble = move || match stand.get() {
        Some(Stand::Held) => {
            Some(view! { <p class="small">{w.full}</p>{again()}{save()} }.into_any())
        }
        Some(Stand::Refused(_)) => {
            Some(view! { <p class="small">{w.not_sent}</p>{save()} }.into_any())
        }
        _ => None,
    };
    let off = fill(w.remove_n, &[("n", &number)]);
    view! {
        <li>
            <img data-photo=id.to_string() alt=name />
            <div>{place}{trouble}</div>
            {press::round(Glyph::Bin, &off, move || remove(sheet, id))}
        </li>
    }
    .into_any()
}

/// Takes a photo away, unless that is undone within a few seconds.
fn remove(sheet: Sheet, photo: PhotoId) {
    let said = Photos::of(sheet.s.lang.get_untracked()).removed;
    let kind = Kind::PhotoRemoved(PhotoRemoved { photo });
    undo::remove(sheet.s, sheet.walk, photo.0, kind, said);
}

/// In the order of WORDS in `public/photo.js`.
fn cover_words(w: &Photos) -> Vec<String> {
    let words = [
        w.cover,
        w.cover_hint,
        w.close,
        w.add_box,
        w.undo,
        w.none_covered,
        w.one_covered,
        w.n_covered,
        w.deleted,
        w.keys,
        w.area,
        w.remove_area,
        w.retake,
        w.another,
        w.skip,
        w.k_of_n,
        w.use_it,
        w.nothing_private,
        w.use_bare,
    ];
    words.map(str::to_owned).to_vec()
}

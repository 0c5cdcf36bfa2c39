//! The shared parts as the phone makes them: the same shapes and classes as in `ui`.

use super::{El, Html, IntoNode, el, many, svg};
use crate::ui::{
    Glyph, Shape, StepDot, Stop, Tone,
    curve::curve,
    face::face_path,
    feelings::{HEIGHT, bars, height, level},
};

fn picture(class: &'static str) -> El {
    svg("svg")
        .attr("class", class)
        .attr("viewBox", "0 0 24 24")
        .attr("aria-hidden", "true")
}

/// An icon. Its word stands beside it.
pub fn icon(glyph: Glyph) -> El {
    picture("icon").child(svg("path").attr("d", glyph.path()))
}

/// An icon within a line of text.
pub fn inline(glyph: Glyph) -> El {
    icon(glyph).attr("class", "icon inline")
}

/// A shape with a meaning. Its word stands beside it.
pub fn mark(shape: Shape) -> El {
    let drawing = shape.drawing();
    let part = |class: &'static str, d: &'static str| svg("path").attr("class", class).attr("d", d);
    picture(drawing.class)
        .child(part("", drawing.line))
        .child(part("full", drawing.full))
        .child(part("cut", drawing.cut))
}

/// A mood's face. Its word stands under it.
pub fn face(mood: i8) -> El {
    picture("icon").child(svg("path").attr("d", face_path(mood)))
}

/// A strip that says what is happening.
pub fn banner(tone: Tone, glyph: Glyph, said: impl Into<String>, means: impl Into<String>) -> El {
    let words = el("p")
        .child(el("strong").child(said.into()))
        .child(" ")
        .child(means.into());
    el("div")
        .attr("class", tone.class())
        .attr("role", "status")
        .child(icon(glyph))
        .child(words)
}

/// A mark with its word.
pub fn badge(shape: Shape, word: &'static str) -> El {
    el("span")
        .attr("class", "badge")
        .child(mark(shape))
        .child(word)
}

/// A round link with an icon.
pub fn icon_link(glyph: Glyph, name: &'static str, href: String) -> El {
    el("a")
        .attr("class", "icon-button")
        .attr("href", href)
        .attr("aria-label", name)
        .child(icon(glyph))
}

/// The line of steps, read out as one sentence.
pub fn steps(
    dots: impl Fn() -> Vec<StepDot> + 'static,
    said: impl Fn() -> String + 'static,
    small: bool,
) -> El {
    let dot = |dot: StepDot| {
        el("li")
            .attr("class", dot.class())
            .child(el("span").attr("class", "dot").child(dot.felt.map(mark)))
    };
    el("ol")
        .attr("class", if small { "steps small" } else { "steps" })
        .attr("role", "img")
        .attr("aria-label", said)
        .child(move || dots().into_iter().map(dot).collect::<Vec<_>>())
}

/// One walk's line of feelings, read out as one sentence.
pub fn feelings(stops: &[Stop], levels: [&'static str; 3], said: String) -> Html {
    let width = i32::try_from(stops.len()).unwrap_or(1).max(1) * 500;
    let points: Vec<(i32, i32)> = (0..)
        .zip(stops)
        .filter_map(|(i, stop)| Some((i * 500 + 250, height(stop.mood?))))
        .collect();
    let grid = [2, 0, -2]
        .map(|mood| ["M0 ", &height(mood).to_string(), "H", &width.to_string()].concat())
        .concat();
    let view_box = ["0 0 ", &width.to_string(), " ", &HEIGHT.to_string()].concat();
    let line = svg("svg")
        .attr("class", "curve")
        .attr("viewBox", view_box)
        .attr("preserveAspectRatio", "none")
        .child(svg("path").attr("class", "grid").attr("d", grid))
        .child(svg("path").attr("class", "path").attr("d", curve(&points)));
    let levels = levels.map(|word| el("span").child(word).node());
    let figure = el("figure")
        .attr(
            "class",
            if stops.len() > 6 {
                "feelings many"
            } else {
                "feelings"
            },
        )
        .attr("role", "img")
        .attr("aria-label", said)
        .child(el("div").attr("class", "levels").child(many(levels)))
        .child(line)
        .child(
            el("ol")
                .attr("class", "spots")
                .child(stops.iter().map(spot).collect::<Vec<_>>()),
        )
        .child(
            el("ol")
                .attr("class", "stops")
                .child(stops.iter().map(name).collect::<Vec<_>>()),
        );
    let times = svg("svg")
        .attr("class", "times")
        .attr("viewBox", "0 0 1000 9")
        .attr("preserveAspectRatio", "none")
        .attr("aria-hidden", "true");
    let bar = |(class, x, width): (&'static str, u32, u32)| {
        svg("rect")
            .attr("class", class)
            .attr("x", x)
            .attr("width", width)
            .attr("height", "9")
            .attr("rx", "4")
    };
    many([
        figure.node(),
        times
            .child(bars(stops).into_iter().map(bar).collect::<Vec<_>>())
            .node(),
    ])
}

fn spot(stop: &Stop) -> El {
    let mark = match (stop.mood, stop.felt) {
        (None, _) => None,
        (_, Some(shape)) => Some(mark(shape)),
        (_, None) => Some(el("span").attr("class", "stop")),
    };
    el("li").attr("class", level(stop)).child(mark)
}

fn name(stop: &Stop) -> El {
    let class = if stop.seconds == 0 { "unwalked" } else { "" };
    el("li")
        .attr("class", class)
        .child(el("b").child(stop.name.clone()))
        .child(el("span").child(stop.time.clone()))
}

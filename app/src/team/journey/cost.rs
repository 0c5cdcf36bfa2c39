//! The page of what a task costs: hours of a year as ranges, how they were counted, and what the team entered.

use leptos::prelude::*;

use crate::team::naming::{self, naming};
use crate::ui::{Evidence, Glyph, Icon};
use crate::walk::Lang;
use crate::walk::journey::{FEWEST_FOR_A_COST, Hours, Times, Volume, Which};
use crate::words::{Cost, fill, k_of_n, length, quoted, thousands};

use super::{
    CostPage, Entered, NewVolume, TypedVolume, VolumeFault,
    said::{days, of_days, step_name, walks, with_n},
};

/// What a task costs.
#[must_use]
pub fn cost(lang: Lang, page: &CostPage) -> impl IntoView + use<> {
    view! {
        <article class="journey pane">
            {head(lang, page)}
            {figures(lang, page)}
            {entered(lang, page)}
            {form(lang, page)}
        </article>
    }
}

/// "Get a ramp at home: what it costs".
#[must_use]
pub fn cost_title(lang: Lang, page: &CostPage) -> String {
    fill(
        Cost::of(lang).title_of,
        &[("task", page.task.name.get(lang))],
    )
}

fn head(lang: Lang, page: &CostPage) -> impl IntoView + use<> {
    let words = Cost::of(lang);
    let mut about = vec![
        page.task.name.get(lang).to_owned(),
        walks(lang, page.lost.walks()),
    ];
    about.extend(days(lang, &page.asked, page.span.as_ref()));
    view! {
        <header class="pane-head">
            <div>
                <p class="jback">
                    <a class="evidence" href=page.asked.href(&page.task.id)>
                        <Icon glyph=Glyph::Back />
                        {words.back}
                    </a>
                </p>
                <h1>{words.title}</h1>
                <p class="hint">{about.join(", ")}</p>
                {of_days(lang, &page.asked)}
                <p>{words.lead}</p>
            </div>
        </header>
    }
}

/// The hours of the newest year, those who stopped apart, and beside them how they were counted.
fn figures(lang: Lang, page: &CostPage) -> AnyView {
    let words = Cost::of(lang);
    let n = page.lost.walks();
    if n < FEWEST_FOR_A_COST {
        return view! {
            <section class="stack" id="hours">
                <p><strong>{words.too_few}</strong></p>
                <p>{with_n(words.too_few_all, n)}</p>
            </section>
        }
        .into_any();
    }
    let newest = page.volumes.first().map(|it| &it.it);
    let title = match newest {
        Some(it) => fill(words.a_year, &[("year", &it.year.to_string())]),
        None => words.counted.to_owned(),
    };
    let missing = newest.is_none().then(|| view! { <p>{words.no_volume}</p> });
    let volume = newest.map(|it| it.volume);
    let (through, stopped) = (through(lang, page, volume), stopped(lang, page, volume));
    let behind = page.asked.walks(&page.task.id, None, &Which::default());
    view! {
        <section class="stack" id="hours">
            <h2>{title}</h2>
            {missing}
            <ul class="jhours">{through} {stopped}</ul>
            {newest.map(|_| view! { <h3>{words.counted}</h3> })}
            {how(lang, page, newest)}
            <Evidence href=behind words=walks(lang, n) />
        </section>
    }
    .into_any()
}

fn through(lang: Lang, page: &CostPage, volume: Option<Volume>) -> AnyView {
    let words = Cost::of(lang);
    let lost = &page.lost;
    let share = k_of_n(lang, lost.stopped.rest(), lost.stopped.n());
    let times = lost.through_ms.as_ref();
    let counted = spread(lang, words.counted_through, &share, times)
        .unwrap_or_else(|| fill(words.too_few_through, &[("k_of_n", &share)]));
    let hours = volume.and_then(|it| lost.through_a_year(it));
    line(lang, Glyph::Clock, hours, words.of_through, counted)
}

fn stopped(lang: Lang, page: &CostPage, volume: Option<Volume>) -> AnyView {
    let words = Cost::of(lang);
    let lost = &page.lost;
    let share = k_of_n(lang, lost.stopped.k(), lost.stopped.n());
    let times = lost.stopped_ms.as_ref();
    let counted = spread(lang, words.counted_stopped, &share, times).unwrap_or_else(|| {
        if lost.stopped.k() == 0 {
            return with_n(words.nobody_stopped, lost.walks());
        }
        fill(words.too_few_stopped, &[("k_of_n", &share)])
    });
    let hours = volume.and_then(|it| lost.stopped_a_year(it));
    line(lang, Glyph::Stuck, hours, words.of_stopped, counted)
}

/// "7 of 10 walkthroughs got through. Half of these lost …"; `None` of too few.
fn spread(lang: Lang, text: &str, share: &str, times: Option<&Times>) -> Option<String> {
    let Some(Times::Spread { spread, low, high }) = times else {
        return None;
    };
    let [low, middle, high] = [*low, spread.median, *high].map(|ms| length(lang, ms));
    let gaps = [
        ("k_of_n", share),
        ("low", &low),
        ("middle", &middle),
        ("high", &high),
    ];
    (spread.n >= FEWEST_FOR_A_COST).then(|| fill(text, &gaps))
}

fn line(
    lang: Lang,
    glyph: Glyph,
    hours: Option<Hours>,
    whose: &'static str,
    counted: String,
) -> AnyView {
    let said = hours.map(|hours| {
        view! {
            <strong>{range(lang, hours)}</strong>
            " "
            {whose}
            <br />
        }
    });
    view! {
        <li>
            <Icon glyph=glyph />
            <p>{said} <span class="hint">{counted}</span></p>
        </li>
    }
    .into_any()
}

fn range(lang: Lang, Hours { low, high }: Hours) -> String {
    let words = Cost::of(lang);
    let text = match (low, high) {
        (_, 0) => return words.hours_none.to_owned(),
        (0, _) => words.hours_most,
        _ => words.hours,
    };
    fill(
        text,
        &[("low", &thousands(low)), ("high", &thousands(high))],
    )
}

fn how(lang: Lang, page: &CostPage, newest: Option<&NewVolume>) -> AnyView {
    let words = Cost::of(lang);
    let mut lines = vec![words.counted_lost.to_owned()];
    if !page.lost.uncompared.is_empty() {
        let steps = page.lost.uncompared.iter();
        let steps: Vec<String> = steps
            .map(|step| step_name(lang, &page.task, *step))
            .collect();
        lines.push(fill(words.uncompared, &[("steps", &steps.join(", "))]));
    }
    if let (Some(it), Some(share)) = (newest, page.lost.stopping()) {
        lines.insert(0, people(lang, it));
        let ends = [(share.low * 100.0).floor(), (share.high * 100.0).ceil()];
        let ends = ends.map(|end| format!("{end:.0}"));
        let n = page.lost.walks().to_string();
        let gaps = [("n", n.as_str()), ("low", &ends[0]), ("high", &ends[1])];
        lines.insert(1, fill(words.counted_share, &gaps));
        lines.push(words.counted_how.to_owned());
    }
    lines.push(words.leaders.to_owned());
    let lines = lines.into_iter().map(|it| view! { <li>{it}</li> });
    view! { <ul class="jhow">{lines.collect_view()}</ul> }.into_any()
}

fn people(lang: Lang, it: &NewVolume) -> String {
    let words = Cost::of(lang);
    let text = if it.volume.low == it.volume.high {
        words.counted_people_one
    } else {
        words.counted_people
    };
    let (low, high) = (thousands(it.volume.low), thousands(it.volume.high));
    let (year, source) = (it.year.to_string(), quoted(&it.source));
    let gaps = [
        ("low", low.as_str()),
        ("high", &high),
        ("year", &year),
        ("source", &source),
    ];
    fill(text, &gaps)
}

/// The years there are, each of which can be taken away.
fn entered(lang: Lang, page: &CostPage) -> Option<AnyView> {
    let words = Cost::of(lang);
    if page.volumes.is_empty() {
        return None;
    }
    let rows = page.volumes.iter().map(|Entered { it, at }| {
        let (low, high) = (thousands(it.volume.low), thousands(it.volume.high));
        let people = match low == high {
            true => low,
            false => fill(words.range, &[("low", &low), ("high", &high)]),
        };
        let year = it.year.to_string();
        view! {
            <tr>
                <th scope="row">{year.clone()}</th>
                <td class="number">{people}</td>
                <td>{it.source.clone()}</td>
                <td>{at.recently(lang)}</td>
                <td>
                    <button class="button" type="submit" name="remove" value=year.clone()>
                        {fill(words.remove, &[("year", &year)])}
                    </button>
                </td>
            </tr>
        }
    });
    let action = page.asked.cost(&page.task.id);
    let view = view! {
        <form class="stack" method="post" action=action>
            <h2>{words.volumes}</h2>
            <div class="table-wrap" role="region" tabindex="0" aria-label=words.volumes>
                <table class="table">
                    <thead>
                        <tr>
                            <th scope="col">{words.year}</th>
                            <th scope="col" class="number">{words.people}</th>
                            <th scope="col">{words.source}</th>
                            <th scope="col">{words.entered}</th>
                            <td></td>
                        </tr>
                    </thead>
                    <tbody>{rows.collect_view()}</tbody>
                </table>
            </div>
        </form>
    };
    Some(view.into_any())
}

fn form(lang: Lang, page: &CostPage) -> impl IntoView + use<> {
    let words = Cost::of(lang);
    let typed = page.typed.clone().unwrap_or(TypedVolume {
        year: (page.this_year - 1).to_string(),
        ..TypedVolume::default()
    });
    let year = fill(words.wrong_year, &[("year", &page.this_year.to_string())]);
    let why = |faults: &[VolumeFault]| {
        let of = |it: &VolumeFault| match it {
            VolumeFault::Year => year.clone(),
            VolumeFault::Low | VolumeFault::High => words.wrong_number.to_owned(),
            VolumeFault::Order => words.wrong_order.to_owned(),
            VolumeFault::NoSource => words.no_source.to_owned(),
            VolumeFault::LongSource => words.long_source.to_owned(),
        };
        let mut found = typed.faults.iter().filter(|it| faults.contains(it));
        found.next().map(of)
    };
    let hint = typed.named.as_deref();
    let named = hint.map(|name| naming(lang, name, naming::Does::Keep));
    let as_it_is = hint.map(|_| naming::as_it_is(lang, naming::Does::Keep));
    let in_row = [
        field("year", words.year, &typed.year, why(&[VolumeFault::Year])),
        field("low", words.low, &typed.low, why(&[VolumeFault::Low])),
        field(
            "high",
            words.high,
            &typed.high,
            why(&[VolumeFault::High, VolumeFault::Order]),
        ),
    ];
    let source_why = why(&[VolumeFault::NoSource, VolumeFault::LongSource]);
    let mut described = vec!["source-hint"];
    described.extend(source_why.as_ref().map(|_| "source-why"));
    described.extend(hint.map(|_| naming::ID));
    let class = if source_why.is_some() {
        "field wrong"
    } else {
        "field"
    };
    view! {
        <form class="stack jenter" method="post" action=page.asked.cost(&page.task.id)>
            <h2>{words.form}</h2>
            <p class="hint">{words.form_hint}</p>
            <div class="jvolume">{in_row}</div>
            <div class=class>
                <label for="source">{words.source_label}</label>
                <p class="hint" id="source-hint">{words.source_hint}</p>
                {source_why.clone().map(|why| fault("source-why", why))}
                <input
                    class="input"
                    id="source"
                    name="source"
                    value=typed.source.clone()
                    aria-describedby=described.join(" ")
                    aria-invalid=source_why.as_ref().map(|_| "true")
                />
                {named}
            </div>
            <p class="row">
                <button class="button primary" type="submit">{words.keep}</button>
                {as_it_is}
            </p>
        </form>
    }
}

fn field(name: &'static str, label: &'static str, value: &str, why: Option<String>) -> AnyView {
    let class = if why.is_some() {
        "field wrong"
    } else {
        "field"
    };
    let id = [name, "-why"].concat();
    view! {
        <div class=class>
            <label for=name>{label}</label>
            {why.clone().map(|why| fault(&id, why))}
            <input
                class="input"
                id=name
                name=name
                inputmode="numeric"
                value=value.to_owned()
                aria-describedby=why.as_ref().map(|_| id.clone())
                aria-invalid=why.as_ref().map(|_| "true")
            />
        </div>
    }
    .into_any()
}

fn fault(id: &str, why: String) -> impl IntoView + use<> {
    view! {
        <p class="why" id=id.to_owned()>
            <Icon glyph=Glyph::Warning />
            {why}
        </p>
    }
}

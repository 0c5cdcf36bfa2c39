//! The walks behind a figure, without who walked.

use leptos::prelude::*;

use crate::ui::{Badge, Glyph, Icon};
use crate::walk::Lang;
use crate::walk::month::{Attempt, YearMonth};
use crate::words::{
    Board, Changed, Common, Figures, Frozen, burden, category, did_what_it_should, fill,
    others_would, severity,
};

use super::month::name;
use super::said::{day, ending, minutes, one_or, shape};
use super::{Boundary, FeltFilter, NeedMet, Question, Scope, WalksPage};

/// The walks behind a figure.
#[must_use]
pub fn walks_page(lang: Lang, page: &WalksPage) -> impl IntoView + use<> {
    let words = Board::of(lang);
    let found = match page.all {
        0 => words.walks_none.to_owned(),
        n => one_or(words.walk_found, words.walks_found, n as u64),
    };
    let shown = page.walks.len();
    let newest = (shown < page.all).then(|| {
        let (k, n) = (shown.to_string(), page.all.to_string());
        view! { <p class="hint">{fill(words.newest, &[("k", &k), ("n", &n)])}</p> }
    });
    view! {
        {back(lang, &page.address(), page.month)}
        <div class="section-head">
            <h1>{walks_title(lang, page)}</h1>
            <p>{found}</p>
            {newest}
            {still_there(lang, page)}
            <p class="hint">{words.no_names}</p>
        </div>
        {(shown > 0).then(|| list(lang, page))}
    }
}

/// "Need not met · Crossed to another organisation: October 2025".
#[must_use]
pub fn walks_title(lang: Lang, page: &WalksPage) -> String {
    let words = Board::of(lang);
    let mut month = name(lang, page.month);
    if page.filter.task().is_some() {
        month = fill(words.which_up_to, &[("month", &month)]);
    }
    let what = which(lang, page).join(" · ");
    fill(words.walks_title, &[("what", &what), ("month", &month)])
}

/// Of a published version: how many of its walks can still be opened, when some are gone, and what it does not know of
/// the months before it.
fn still_there(lang: Lang, page: &WalksPage) -> impl IntoView + use<> {
    let words = Frozen::of(lang);
    page.still_there.map(|it| {
        let (k, n) = (it.kept.to_string(), it.of.to_string());
        let gone = (it.kept < it.of).then(|| fill(words.still_there, &[("k", &k), ("n", &n)]));
        let before = page.filter.twelve_months || page.filter.task().is_some();
        view! {
            {gone.map(|said| view! { <p>{said}</p> })}
            {before.then(|| view! { <p class="hint">{words.months_as_they_are}</p> })}
            <p class="hint">{words.as_they_are}</p>
        }
    })
}

/// Back to the month's page at this address.
pub(super) fn back(lang: Lang, address: &str, month: YearMonth) -> impl IntoView + use<> {
    view! {
        <p>
            <a class="evidence" href=format!("/board/{address}")>
                <Icon glyph=Glyph::Back />
                {name(lang, month)}
            </a>
        </p>
    }
}

/// What the filter asks for, in words.
fn which(lang: Lang, page: &WalksPage) -> Vec<String> {
    let (words, common, asked) = (Board::of(lang), Common::of(lang), &page.filter);
    let mut said: Vec<&str> = Vec::new();
    said.extend(asked.scope.map(|scope| match scope {
        Scope::Attempts => words.which_attempts,
        Scope::Finished => words.which_finished,
        Scope::OnPurpose => words.which_on_purpose,
        Scope::Unfinished => words.which_unfinished,
        Scope::Begun => Changed::of(lang).which_begun,
        Scope::All => words.which_all,
    }));
    said.extend(asked.need.map(|need| match need {
        NeedMet::Met => common.need_met,
        NeedMet::Not => common.need_not_met,
    }));
    said.extend(asked.should.map(|answer| did_what_it_should(lang, answer)));
    said.extend(asked.others.map(|answer| others_would(lang, answer)));
    said.extend(asked.boundary.map(|boundary| match boundary {
        Boundary::Crossed => words.which_crossed,
        Boundary::Through => words.which_through,
        Boundary::Stopped => words.which_stopped,
        Boundary::Stayed => words.which_stayed,
    }));
    said.extend(asked.bright.then_some(words.which_bright));
    said.extend(asked.rewalks.then_some(Changed::of(lang).which_rewalk));
    said.extend(asked.twelve_months.then_some(words.which_twelve));
    let mut said: Vec<String> = said.into_iter().map(str::to_owned).collect();
    said.extend(
        asked
            .of
            .as_ref()
            .map(|it| page.names.task(lang, it).to_owned()),
    );
    said.extend(asked.answered.map(|question| answered(lang, question)));
    if let Some(felt) = &asked.felt {
        said.extend(friction(lang, page, felt));
    }
    if said.is_empty() {
        said.push(words.which_attempts.to_owned());
    }
    said
}

fn answered(lang: Lang, question: Question) -> String {
    let (words, names) = (Board::of(lang), Figures::of(lang));
    let what = match question {
        Question::Should => names.did,
        Question::Ease => names.ease_short,
        Question::Satisfaction => names.satisfaction_short,
        Question::Others => names.others,
        Question::Commitment => return words.which_commitment.to_owned(),
    };
    fill(words.which_answered, &[("what", what)])
}

fn friction(lang: Lang, page: &WalksPage, felt: &FeltFilter) -> Vec<String> {
    let words = Board::of(lang);
    let mut said: Vec<String> = Vec::new();
    said.extend(felt.category.map(|it| category(lang, it).to_owned()));
    said.extend(felt.severity.map(|it| severity(lang, it).to_owned()));
    said.extend(felt.burden.map(|it| burden(lang, it).to_owned()));
    said.extend(felt.contacted_again.then(|| words.which_again.to_owned()));
    if let Some((task, step)) = &felt.place {
        said.push(page.names.task(lang, task).to_owned());
        said.push(page.names.step(lang, task, *step));
    }
    if said.is_empty() {
        said.push(words.which_felt.to_owned());
    }
    said
}

fn list(lang: Lang, page: &WalksPage) -> impl IntoView + use<> {
    let words = Board::of(lang);
    let rows = page
        .walks
        .iter()
        .map(|walk| row(lang, page, walk))
        .collect_view();
    view! {
        <div class="table-wrap" tabindex="0" role="region" aria-label=words.attempts>
            <table class="table">
                <thead>
                    <tr>
                        <th scope="col">{words.task}</th>
                        <th scope="col">{words.outcome}</th>
                        <th scope="col" class="number">
                            {words.time}
                        </th>
                        <th scope="col" class="number">
                            {words.friction}
                        </th>
                    </tr>
                </thead>
                <tbody>{rows}</tbody>
            </table>
        </div>
    }
}

/// One walk: what was tried where and when, how it ended, how long it took, how much friction was felt.
fn row(lang: Lang, page: &WalksPage, walk: &Attempt) -> impl IntoView + use<> {
    let date = day(lang, &page.calendar, walk.counted_at, page.month.year());
    let place = [page.names.service(lang, &walk.task), ", ", &date].concat();
    view! {
        <tr>
            <th scope="row">
                <a href=format!("/board/walk/{}", walk.walk)>
                    {page.names.task(lang, &walk.task).to_owned()}
                </a>
                <p class="hint">{place}</p>
            </th>
            <td>{outcome(lang, walk)}</td>
            <td class="number nowrap">{minutes(lang, walk.spent_ms)}</td>
            <td class="number">{walk.frictions.to_string()}</td>
        </tr>
    }
}

fn outcome(lang: Lang, walk: &Attempt) -> impl IntoView + use<> {
    let words = Board::of(lang);
    if !walk.finished {
        words.not_finished_yet.into_any()
    } else if walk.stopped_on_purpose() {
        words.which_on_purpose.into_any()
    } else {
        let it = walk.ending();
        view! { <Badge shape=shape(it) word=ending(lang, it) /> }.into_any()
    }
}

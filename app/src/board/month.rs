//! A month's page: the outcome in one sentence, then why, then the evidence.

use leptos::prelude::*;

use crate::ui::{Glyph, Icon};
use crate::walk::Lang;
use crate::walk::month::YearMonth;
use crate::words::{Board, dates, fill};

use super::MonthPage;
use super::answers::answers;
use super::cards::{leaders, others};
use super::changes::changes;
use super::corrected::differing;
use super::counted::counted;
use super::hand_over::hand_over;
use super::in_the_way::in_the_way;
use super::line::need_met;
use super::opening::opening;
use super::spoken::{asked, corrects, secretary};
use super::stamp::stamp;
use super::take::take;
use super::times::times;
use super::voices::voices;
use super::waiting::waiting;

/// A month's page.
#[must_use]
pub fn month_page(lang: Lang, page: &MonthPage) -> impl IntoView + use<> {
    let some = (page.month.need_met.n() > 0).then(|| {
        view! {
            {need_met(lang, page)}
            <div class="trio">
                {leaders(lang, page)} {times(lang, page)} {others(lang, page)}
            </div>
        }
    });
    let answered = (page.month.need_met.n() > 0).then(|| answers(lang, page));
    view! {
        {page.opens.then(|| choose(lang, page))}
        {stamp(lang, page)}
        {corrects(lang, page)}
        {differing(lang, page, "card stack tight")}
        {opening(lang, page)}
        {secretary(lang, page)}
        {some}
        {in_the_way(lang, page)}
        {changes(lang, page)}
        {hand_over(lang, page)}
        {waiting(lang, page)}
        {answered}
        {voices(lang, page)}
        {asked(lang, page)}
        {counted(lang, page)}
    }
}

/// The title of a month's page: "October 2025: board summary".
#[must_use]
pub fn month_title(lang: Lang, month: YearMonth) -> String {
    fill(Board::of(lang).title, &[("month", &name(lang, month))])
}

/// "October 2025".
pub(super) fn name(lang: Lang, month: YearMonth) -> String {
    dates::month_year(lang, month.month(), month.year())
}

/// The month before and after, all months there are, and the month as a table.
fn choose(lang: Lang, page: &MonthPage) -> impl IntoView + use<> {
    let words = Board::of(lang);
    let this = page.month.month;
    let older = this
        .before()
        .filter(|it| page.months.last().is_some_and(|first| it >= first));
    let newer = this
        .after()
        .filter(|it| page.months.first().is_some_and(|last| it <= last));
    let link = |month: YearMonth, label: &'static str, glyph| {
        let said = [label, ": ", &name(lang, month)].concat();
        view! {
            <a class="icon-button ring" href=format!("/board/{month}") aria-label=said>
                <Icon glyph=glyph />
            </a>
        }
    };
    let months = page.months.iter().map(|month| {
        let current = (*month == this).then_some("page");
        view! {
            <li>
                <a href=format!("/board/{month}") aria-current=current>
                    {name(lang, *month)}
                </a>
            </li>
        }
    });
    // What there is to take along is what stands; a correction that is prepared is not it.
    let stands = page.stamp.is_some() || page.corrects.is_none();
    view! {
        <nav class="row months" aria-label=words.months>
            {older.map(|month| link(month, words.previous, Glyph::Back))}
            <details class="menu">
                <summary class="button">
                    <Icon glyph=Glyph::Calendar />
                    <span class="aside">{words.choose_month} ": "</span>
                    {name(lang, this)}
                    <Icon glyph=Glyph::Down />
                </summary>
                <ul>{months.collect_view()}</ul>
            </details>
            {newer.map(|month| link(month, words.next, Glyph::Chevron))}
            {stands.then(|| take(lang, this, &["/board/", &page.address()].concat()))}
        </nav>
    }
}

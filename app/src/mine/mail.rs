//! Where a member of a service team is written to, and about what.

use leptos::prelude::*;

use crate::{
    ui::{Glyph, Icon},
    walk::{Lang, code_enum},
    words::{Mails, Mine, fill},
};

code_enum! {
    /// How often a digest comes.
    Digest {
        /// Never.
        None = "none",
        /// Every morning.
        Daily = "daily",
        /// On Monday mornings.
        Weekly = "weekly",
    }
}

/// What somebody chose.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MailChoice {
    /// Where they are written to.
    pub address: String,
    /// How often a digest comes.
    pub digest: Digest,
    /// True when they are told of every risk at once.
    pub alerts: bool,
    /// True when they are told of published months.
    pub months: bool,
    /// True once somebody who reads there said that it is right.
    pub confirmed: bool,
}

/// What is typed into the form.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MailForm {
    /// The address; empty for none.
    pub address: String,
    /// How often a digest comes.
    pub digest: Digest,
    /// Whether they are told of every risk at once.
    pub alerts: bool,
    /// Whether they are told of published months.
    pub months: bool,
}

/// Why a choice was not taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum MailFault {
    /// That is no address of one mailbox.
    NoAddress,
    /// So many addresses were tried today.
    TooOften,
}

/// Why no address of a calendar was made.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CalendarFault {
    /// Another was made since the page was opened, and works.
    Another,
    /// One was made since the page was opened, perhaps with the same form, and was ended.
    Ended,
}

/// The page.
#[derive(Clone, Debug, Default)]
pub struct MailPage {
    /// False where the server sends no mail.
    pub works: bool,
    /// True for who answers for services.
    pub team: bool,
    /// True for who reads the months.
    pub board: bool,
    /// What is chosen.
    pub choice: Option<MailChoice>,
    /// What was typed and not taken, and why.
    pub typed: Option<(MailForm, MailFault)>,
    /// True when it was saved a moment ago.
    pub saved: bool,
    /// True when it was asked anew a moment ago whether the address is right.
    pub again: bool,
    /// True when what was sent to the address did not arrive so far.
    pub trouble: bool,
    /// True while there is a calendar at a secret address.
    pub calendar: bool,
    /// By what the last such address is told from another, ended or not; empty before the first.
    pub last_calendar: String,
    /// Why no address was made.
    pub calendar_fault: Option<CalendarFault>,
    /// The page's own id for the calendar's form, so that sending it twice makes one.
    pub form: String,
    /// That address, which was just made and is shown this once.
    pub address: Option<String>,
}

/// The page.
#[must_use]
pub fn mail(lang: Lang, page: &MailPage) -> impl IntoView + use<> {
    let words = Mails::of(lang);
    let body = if page.works {
        view! { {asked(lang, page)} {form(lang, page)} }.into_any()
    } else {
        view! { <p class="note">{words.not_here}</p> }.into_any()
    };
    view! {
        <div class="pane stack mine">
            <p>
                <a href="/me">{Mine::of(lang).me}</a>
            </p>
            <h1>{words.title}</h1>
            <p class="lead">{if page.team { words.lead } else { words.lead_board }}</p>
            {body} {page.team.then(|| calendar(lang, page))}
        </div>
    }
}

/// That an address is not known to be right yet, and a way to be asked anew: messages get lost.
fn asked(lang: Lang, page: &MailPage) -> Option<AnyView> {
    let words = Mails::of(lang);
    let choice = page.choice.as_ref()?;
    let gaps = [("address", &*choice.address)];
    let trouble = page.trouble.then(|| {
        view! {
            <p>
                <Icon glyph=Glyph::Warning inline=true />
                " "
                {fill(words.trouble, &gaps)}
            </p>
        }
    });
    let asked = (!choice.confirmed).then(|| {
        let sent = page.again.then_some(words.sent_again);
        view! {
            <p>
                <Icon glyph=Glyph::Check inline=true />
                " "
                {fill(words.unconfirmed, &gaps)}
                {sent.map(|it| [" ", it].concat())}
            </p>
            <form method="post" action="/me/mail/again">
                <button class="button" type="submit">
                    {words.again}
                </button>
            </form>
        }
    });
    (trouble.is_some() || asked.is_some())
        .then(|| view! { <div class="note stack" role="status">{trouble} {asked}</div> }.into_any())
}

fn calendar(lang: Lang, page: &MailPage) -> impl IntoView + use<> {
    let words = Mails::of(lang);
    let made = page.address.as_ref().map(|address| {
        view! {
            <div class="note stack" role="status">
                <p>
                    <label for="calendar-address">{words.calendar_once}</label>
                </p>
                <input
                    class="input"
                    id="calendar-address"
                    type="text"
                    readonly
                    autocomplete="off"
                    value=address.clone()
                />
            </div>
        }
    });
    let has = page.calendar;
    let make = if has {
        words.calendar_again
    } else {
        words.calendar_make
    };
    let fault = page.calendar_fault.map(|fault| match fault {
        CalendarFault::Another => words.calendar_meanwhile,
        CalendarFault::Ended => words.calendar_ended,
    });
    let fault = fault.map(|it| {
        view! {
            <p class="why" role="alert">
                <Icon glyph=Glyph::Warning />
                {it}
            </p>
        }
    });
    let ends = has.then(|| view! { <p id="calendar-ends">{words.calendar_ends}</p> });
    let end = has.then(|| {
        view! {
            <form method="post" action="/me/calendar/end">
                <button class="button" type="submit">
                    {words.calendar_end}
                </button>
            </form>
        }
    });
    view! {
        <section class="stack" id="calendar">
            <h2>{words.calendar}</h2>
            <p>{words.calendar_why}</p>
            {made} {fault} {ends}
            <div class="row">
                <form method="post" action="/me/calendar">
                    <input type="hidden" name="form" value=page.form.clone() />
                    <input type="hidden" name="before" value=page.last_calendar.clone() />
                    <button
                        class="button"
                        type="submit"
                        aria-describedby=has.then_some("calendar-ends")
                    >
                        {make}
                    </button>
                </form>
                {end}
            </div>
        </section>
    }
}

fn form(lang: Lang, page: &MailPage) -> impl IntoView + use<> {
    let words = Mails::of(lang);
    let chosen = page.choice.as_ref();
    let now = match &page.typed {
        Some((typed, _)) => typed.clone(),
        None => MailForm {
            address: chosen.map(|it| it.address.clone()).unwrap_or_default(),
            digest: chosen.map_or(Digest::Weekly, |it| it.digest),
            alerts: chosen.is_none_or(|it| it.alerts),
            months: chosen.is_none_or(|it| it.months),
        },
    };
    let fault = page.typed.as_ref().map(|(_, fault)| match fault {
        MailFault::NoAddress => words.no_address,
        MailFault::TooOften => words.too_often,
    });
    let status = page.saved.then_some(words.saved);
    view! {
        <form class="form" method="post" action="/me/mail">
            {status
                .map(|it| {
                    view! {
                        <p role="status">
                            <Icon glyph=Glyph::Check inline=true />
                            " "
                            {it}
                        </p>
                    }
                })}
            <div class="field">
                <label for="address">{words.address}</label>
                {fault
                    .map(|it| {
                        view! {
                            <p class="why" id="address-why">
                                <Icon glyph=Glyph::Warning />
                                {it}
                            </p>
                        }
                    })}
                <input
                    class="input"
                    type="email"
                    id="address"
                    name="address"
                    autocomplete="email"
                    maxlength="254"
                    value=now.address.clone()
                    aria-describedby=if fault.is_some() { "address-why address-hint" } else { "address-hint" }
                    aria-invalid=fault.map(|_| "true")
                />
                <p class="hint" id="address-hint">
                    {words.address_hint}
                </p>

            </div>
            {page.board.then(|| months(lang, now.months))}
            {page.team.then(|| waiting(lang, &now))}
            <p class="hint">{words.holds}</p>
            <button class="button" type="submit">
                {words.save}
            </button>
        </form>
    }
}

/// Whether a member of a board is told of published months.
fn months(lang: Lang, chosen: bool) -> impl IntoView + use<> {
    let words = Mails::of(lang);
    view! {
        <fieldset>
            <legend>{words.months}</legend>
            <label class="tick">
                <input type="checkbox" name="months" value="1" checked=chosen />
                <span>{words.months_yes}</span>
            </label>
            <p class="hint">{words.months_hint}</p>
        </fieldset>
    }
}

/// What a member of a service team is told.
fn waiting(lang: Lang, now: &MailForm) -> impl IntoView + use<> {
    let words = Mails::of(lang);
    let chosen = now.digest;
    let digest = |it: Digest, name: &'static str, hint: &'static str| {
        view! {
            <label class="choice plain">
                <input type="radio" name="digest" value=it.code() checked=it == chosen />
                <span>
                    <strong>{name}</strong>
                    <span class="hint">{hint}</span>
                </span>
            </label>
        }
    };
    let digests = [
        digest(Digest::Weekly, words.weekly, words.weekly_hint),
        digest(Digest::Daily, words.daily, words.daily_hint),
        digest(Digest::None, words.none, words.none_hint),
    ];
    view! {
        <fieldset>
            <legend>{words.alerts}</legend>
            <label class="tick">
                <input type="checkbox" name="alerts" value="1" checked=now.alerts />
                <span>{words.alerts_yes}</span>
            </label>
            <p class="hint">{words.alerts_hint}</p>
        </fieldset>
        <fieldset>
            <legend>{words.digest}</legend>
            <div class="choices">{digests.collect_view()}</div>
        </fieldset>
    }
}

/// What whoever opened a message's address can say: that the address is right, and that nothing more is wanted.
#[must_use]
pub fn mail_answer(
    lang: Lang,
    address: &str,
    secret: &str,
    confirmed: bool,
) -> impl IntoView + use<> {
    let words = Mails::of(lang);
    let to = |what: &str| ["/mail/", what, "?t=", &crate::address::encoded(secret)].concat();
    let right = (!confirmed).then(|| {
        view! {
            <form method="post" action=to("right")>
                <button class="button primary" type="submit">
                    {words.right}
                </button>
            </form>
        }
    });
    let shown = fill(
        if confirmed {
            words.answer_known
        } else {
            words.answer_new
        },
        &[("address", address)],
    );
    view! {
        <div class="pane stack">
            <h1>{words.answer_title}</h1>
            <p class="lead">{shown}</p>
            {right}
            <form method="post" action=to("stop")>
                <button class="button" type="submit">
                    {words.stop}
                </button>
            </form>
        </div>
    }
}

/// That it was done.
#[must_use]
pub fn mail_done(lang: Lang, stopped: bool) -> impl IntoView + use<> {
    let words = Mails::of(lang);
    let (title, why) = if stopped {
        (words.stopped, words.stopped_why)
    } else {
        (words.confirmed, words.confirmed_why)
    };
    view! {
        <div class="pane stack">
            <h1>{title}</h1>
            <p class="lead">{why}</p>
        </div>
    }
}

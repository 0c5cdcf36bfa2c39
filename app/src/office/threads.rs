//! What an organisation says of its teams' threads: how long they may answer, and who is told of a risk.

use leptos::prelude::*;

use crate::{
    ui::{Glyph, Icon},
    walk::Lang,
    words::ThreadCare,
};

use super::ServicePage;

/// The fewest and the most days in which a team may put its view before the board is told that it has put none.
pub const REPLY_DAYS: std::ops::RangeInclusive<u16> = 1..=90;

/// The number of days as typed, when it is one.
#[must_use]
pub fn read_reply_days(typed: &str) -> Option<u16> {
    typed
        .trim()
        .parse()
        .ok()
        .filter(|days| REPLY_DAYS.contains(days))
}

/// How long a team may put its view. `wrong` when what was typed was no such number.
pub(super) fn reply_days(lang: Lang, days: u16, wrong: bool) -> impl IntoView + use<> {
    let words = ThreadCare::of(lang);
    let why = wrong.then(|| {
        view! {
            <p class="why" id="days-why">
                <Icon glyph=Glyph::Warning />
                {words.office_days_wrong}
            </p>
        }
    });
    let class = if wrong { "field wrong" } else { "field" };
    let described = if wrong {
        "days-hint days-why"
    } else {
        "days-hint"
    };
    view! {
        <section class="stack" id="reply-days">
            <h2>{words.office_days}</h2>
            <p class="hint">{words.office_days_why}</p>
            <form class="form" method="post" action="/office/reply-days">
                <div class=class>
                    <label for="days">{words.office_days_label}</label>
                    <p class="hint" id="days-hint">
                        {words.office_days_hint}
                    </p>
                    {why}
                    <input
                        class="input"
                        id="days"
                        name="days"
                        inputmode="numeric"
                        required
                        value=days.to_string()
                        aria-describedby=described
                        aria-invalid=wrong.then_some("true")
                    />
                </div>
                <button class="button" type="submit">
                    {words.office_save}
                </button>
            </form>
        </section>
    }
}

/// Who is told of a risk at a service.
pub(super) fn risk_contact(lang: Lang, page: &ServicePage) -> impl IntoView + use<> {
    let words = ThreadCare::of(lang);
    let team = page.team.iter().map(|(id, name)| {
        let selected = page.risk_contact.as_ref() == Some(id);
        view! {
            <option value=id.clone() selected=selected>
                {name.clone()}
            </option>
        }
    });
    let team = team.collect_view();
    let to = ["/office/services/", &page.id, "/risk-contact"].concat();
    (!page.team.is_empty()).then(|| {
        view! {
            <section class="stack" id="risk-contact">
                <h2>{words.office_risk}</h2>
                <p class="hint" id="risk-hint">
                    {words.office_risk_why}
                </p>
                <form class="form" method="post" action=to>
                    <div class="field">
                        <label for="risk-person">{words.office_risk_label}</label>
                        <select
                            class="input"
                            id="risk-person"
                            name="person"
                            aria-describedby="risk-hint"
                        >
                            <option value="">{words.office_risk_all}</option>
                            {team}
                        </select>
                    </div>
                    <button class="button" type="submit">
                        {words.office_save}
                    </button>
                </form>
            </section>
        }
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_window_is_a_number_of_days_within_reason() {
        for wrong in ["", "0", "91", "-1", "14 days", "1.5"] {
            assert_eq!(read_reply_days(wrong), None, "{wrong}");
        }
        assert_eq!(read_reply_days(" 21 "), Some(21));
    }
}

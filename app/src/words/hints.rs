//! Words of the gentle hints: what a piece of text may be, and what may stand in its place.

use super::words;
use crate::walk::{Lang, Private};

words! {
    /// Words of the gentle hints.
    Hints {
        nudge = "This may point to one person. You can leave it out.", "Gall hyn bwyntio at un person. Gallwch chi ei adael allan.";
        looks_like = "This looks like {what}. The team does not need it.", "Mae hyn yn edrych fel {what}. Does dim ei angen ar y tîm.";
        replace = "Replace with {with}", "Rhoi {with} yn ei le";
        replaced = "Replaced.", "Wedi'i newid.";
        name = "a person's name", "enw person";
        phone = "a phone number", "rhif ffôn";
        email = "an e-mail address", "cyfeiriad e-bost";
        national_insurance = "a National Insurance number", "rhif Yswiriant Gwladol";
        nhs = "an NHS number", "rhif GIG";
        postcode = "a postcode", "cod post";
        plate = "a registration plate", "plât cofrestru";
        a_name = "[name]", "[enw]";
        a_phone = "[phone number]", "[rhif ffôn]";
        an_email = "[e-mail address]", "[cyfeiriad e-bost]";
        a_national_insurance = "[National Insurance number]", "[rhif Yswiriant Gwladol]";
        an_nhs = "[NHS number]", "[rhif GIG]";
        a_postcode = "[postcode]", "[cod post]";
        a_plate = "[registration plate]", "[plât cofrestru]";
    }
}

/// What it looks like, and what may stand in its place.
#[must_use]
pub fn private(lang: Lang, kind: Private) -> (&'static str, &'static str) {
    let w = Hints::of(lang);
    match kind {
        Private::Name => (w.name, w.a_name),
        Private::Phone => (w.phone, w.a_phone),
        Private::Email => (w.email, w.an_email),
        Private::NationalInsurance => (w.national_insurance, w.a_national_insurance),
        Private::Nhs => (w.nhs, w.an_nhs),
        Private::Postcode => (w.postcode, w.a_postcode),
        Private::Plate => (w.plate, w.a_plate),
    }
}

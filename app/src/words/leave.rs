//! Words about leaving a phone, on the leader's phone.

use super::{Common, Phone, words};
use crate::walk::Lang;

words! {
    /// Words about leaving a phone.
    Leave {
        // Beside the button
        takes_off = "Signing out takes what is yours off this phone.", "Mae allgofnodi yn tynnu'r hyn sy'n eiddo i chi oddi ar y ffôn hwn.";
        unsent = "What has not been sent is sealed here, and still sent.", "Caiff yr hyn nad yw wedi'i anfon ei selio yma, a'i anfon o hyd.";

        // Before it is done
        one = "1 walk will still be sent", "Caiff 1 daith ei hanfon o hyd";
        many = "{n} walks will still be sent", "Caiff {n} taith eu hanfon o hyd";
        sealed = "Sealed on this phone: nobody can read it here. It goes when anyone opens Firsthand on this phone with signal.", "Wedi'i selio ar y ffôn hwn: ni all neb ei ddarllen yma. Caiff ei anfon pan fydd rhywun yn agor Firsthand ar y ffôn hwn â signal.";
        own = "What you wrote only for yourself will be gone", "Bydd yr hyn a ysgrifennoch i chi'ch hun yn unig yn diflannu";
        own_why = "It was kept on this phone alone, and is never sent. Save it first if you want it.", "Dim ond ar y ffôn hwn y cafodd ei gadw, ac ni chaiff byth ei anfon. Cadwch ef yn gyntaf os ydych am ei gael.";
        save = "Save it as a file", "Ei gadw fel ffeil";
        refused = "What the server would not take will be gone", "Bydd yr hyn na dderbyniodd y gweinydd yn diflannu";
        cannot = "This phone cannot put everything away safely", "Ni all y ffôn hwn roi popeth i gadw'n ddiogel";
        cannot_why = "Some of it has not been sent, and cannot be sealed here. Send it, or save each walk as a file on this page, and sign out then.", "Mae rhywfaint ohono heb ei anfon, ac ni ellir ei selio yma. Anfonwch ef, neu cadwch bob taith fel ffeil ar y dudalen hon, ac allgofnodwch wedyn.";
        stay = "Stay signed in", "Aros";

        // On the phone that was left
        signed_out = "You are signed out", "Rydych wedi allgofnodi";
        signed_out_why = "Nothing you noted can be read on this phone.", "Ni ellir darllen dim a nodwyd gennych ar y ffôn hwn.";
        one_waits = "1 walk waits to be sent.", "Mae 1 daith yn aros i gael ei hanfon.";
        n_wait = "{n} walks wait to be sent.", "Mae {n} taith yn aros i gael eu hanfon.";
        waits_why = "Sealed: nobody can read it on this phone.", "Wedi'i selio: ni all neb ei ddarllen ar y ffôn hwn.";
    }
}

/// What `public/seal.js` says when it asks before signing out, in its order.
#[must_use]
pub fn leaving(lang: Lang) -> [&'static str; 14] {
    let (words, phone) = (Leave::of(lang), Phone::of(lang));
    let sign_out = Common::of(lang).sign_out;
    [
        sign_out,
        words.one,
        words.many,
        words.sealed,
        words.own,
        words.own_why,
        words.save,
        words.refused,
        words.cannot,
        words.cannot_why,
        sign_out,
        words.stay,
        phone.least_sure,
        phone.alone,
    ]
}

//! What the leader's app says before it has started, and when it cannot.

use super::words;

words! {
    /// What the leader's app says before it has started, and when it cannot.
    Boot {
        no_script = "JavaScript is turned off here, and the app needs it. You can walk on plain pages instead, step by step. They need signal.", "Mae JavaScript wedi’i ddiffodd yma, ac mae ei angen ar yr ap. Gallwch gerdded ar dudalennau plaen yn lle hynny, gam wrth gam. Mae angen signal arnynt.";
        no_wasm = "This browser cannot run the app: WebAssembly is turned off, as it is on an iPhone in Lockdown Mode. You can walk on plain pages instead, step by step. They need signal. Or turn Lockdown Mode off for this site alone.", "Ni all y porwr hwn redeg yr ap: mae WebAssembly wedi’i ddiffodd, fel y mae ar iPhone yn y Modd Cloi. Gallwch gerdded ar dudalennau plaen yn lle hynny, gam wrth gam. Mae angen signal arnynt. Neu diffoddwch y Modd Cloi ar gyfer y wefan hon yn unig.";
        no_store = "This browser keeps nothing for us, perhaps because it is in private browsing, so the app could lose your walk. On plain pages each answer is kept on the server at once. They need signal.", "Nid yw’r porwr hwn yn cadw dim i ni, efallai am ei fod yn pori’n breifat, felly gallai’r ap golli eich taith. Ar dudalennau plaen caiff pob ateb ei gadw ar y gweinydd ar unwaith. Mae angen signal arnynt.";
        failed = "The app could not start. What you noted on this phone is still here. Check your connection, then try again. Or walk on plain pages for now: they need signal.", "Ni allai’r ap gychwyn. Mae’r hyn a nodwyd gennych ar y ffôn hwn yma o hyd. Gwiriwch eich cysylltiad, yna rhowch gynnig arall arni. Neu cerddwch ar dudalennau plaen am y tro: mae angen signal arnynt.";
        try_again = "Try again", "Rhoi cynnig arall arni";
        use_plain = "Use the plain pages", "Defnyddio’r tudalennau plaen";
    }
}

//! What the leader's app says before it has started, and when it cannot.

use super::words;

words! {
    /// What the leader's app says before it has started, and when it cannot.
    Boot {
        no_script = "The walkthrough app needs JavaScript. Turn it on for this site, or use another browser.", "Mae angen JavaScript ar ap y teithiau. Trowch ef ymlaen ar gyfer y wefan hon, neu defnyddiwch borwr arall.";
        no_wasm = "This browser cannot run the walkthrough app: WebAssembly is turned off. On an iPhone in Lockdown Mode, you can turn that off for this site alone.", "Ni all y porwr hwn redeg ap y teithiau: mae WebAssembly wedi’i ddiffodd. Ar iPhone yn y Modd Cloi, gallwch ddiffodd hwnnw ar gyfer y wefan hon yn unig.";
        no_store = "This browser keeps nothing for us, so a walkthrough would be lost. Leave private browsing, or use another browser.", "Nid yw’r porwr hwn yn cadw dim i ni, felly byddai taith yn cael ei cholli. Gadewch y modd pori preifat, neu defnyddiwch borwr arall.";
        failed = "The app could not start. What you noted on this phone is still here. Check your connection, then try again.", "Ni allai’r ap gychwyn. Mae’r hyn a nodwyd gennych ar y ffôn hwn yma o hyd. Gwiriwch eich cysylltiad, yna rhowch gynnig arall arni.";
        try_again = "Try again", "Rhoi cynnig arall arni";
    }
}

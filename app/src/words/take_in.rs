//! Taking in a walk of one's own from a file.

use super::words;

words! {
    /// The page that takes in a walk of one's own from a file.
    TakeIn {
        me_hint = "If your phone could not send a walk.", "Os na allai eich ffôn anfon taith.";
        title = "Take in a walk from a file", "Derbyn taith o ffeil";
        why = "For a phone that could not send. The walk becomes yours here, as if the phone had sent it. Nobody can do this for you.", "Ar gyfer ffôn na allai anfon. Daw'r daith yn eiddo i chi yma, fel petai'r ffôn wedi'i hanfon. Ni all neb wneud hyn ar eich rhan.";
        file = "The file you saved on your phone", "Y ffeil a gadwoch ar eich ffôn";
        hint = "Only a file you saved yourself: what is in it becomes your words. Taking the same file in twice does no harm.", "Dim ond ffeil a gadwoch chi eich hun: bydd yr hyn sydd ynddi yn eiriau i chi. Nid oes niwed mewn derbyn yr un ffeil ddwywaith.";
        take = "Take it in", "Ei derbyn";
        taken_in = "Taken in. It is among your walks.", "Derbyniwyd. Mae ymhlith eich teithiau.";
        taken_facts = "Noted things: {n}.", "Pethau a nodwyd: {n}.";
        taken_photos = "Photos: {n}.", "Lluniau: {n}.";
        taken_known = "Here already: {n}.", "Yma eisoes: {n}.";
        taken_refused = "Could not be taken in: {n}. Keep the file.", "Ni ellid eu derbyn: {n}. Cadwch y ffeil.";
        file_none = "Choose a file first.", "Dewiswch ffeil yn gyntaf.";
        file_large = "That file is larger than any walk. Nothing was taken in.", "Mae'r ffeil honno'n fwy nag unrhyw daith. Ni dderbyniwyd dim.";
        file_odd = "That is not a walk saved by Firsthand, or the file is damaged. Nothing was taken in.", "Nid taith a gadwyd gan Firsthand yw honno, neu mae'r ffeil wedi'i difrodi. Ni dderbyniwyd dim.";
        file_newer = "That file was saved by a newer version of Firsthand. Keep it, and take it in once this server is updated. Nothing was taken in.", "Cadwyd y ffeil honno gan fersiwn mwy newydd o Firsthand. Cadwch hi, a'i derbyn pan fydd y gweinydd hwn wedi'i ddiweddaru. Ni dderbyniwyd dim.";
        file_empty = "There is nothing in that walk. Nothing was taken in.", "Does dim byd yn y daith honno. Ni dderbyniwyd dim.";
        file_several = "That file mixes more than one walk, which Firsthand never does. Nothing was taken in.", "Mae'r ffeil honno'n cymysgu mwy nag un daith, rhywbeth nad yw Firsthand byth yn ei wneud. Ni dderbyniwyd dim.";
        file_not_yours = "That file was not saved by you. Whoever walked it can take it in. Nothing was taken in.", "Nid chi a gadwodd y ffeil honno. Gall pwy bynnag a gerddodd y daith ei derbyn. Ni dderbyniwyd dim.";
        file_others = "That walk is here already, and it belongs to somebody else. Nothing was taken in.", "Mae'r daith honno yma eisoes, ac mae'n eiddo i rywun arall. Ni dderbyniwyd dim.";
    }
}

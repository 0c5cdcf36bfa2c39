//! What a leader lets the board have.

use super::words;

words! {
    /// What a leader lets the board have.
    Quotes {
        title = "What the board may have from you", "Yr hyn y caiff y bwrdd gennych chi";
        hint = "Words of yours that the board may quote, and commitments you kept.", "Eich geiriau chi y caiff y bwrdd eu dyfynnu, ac ymrwymiadau a gadwyd gennych.";

        promises = "Commitments you made", "Ymrwymiadau a wnaethoch";
        promises_why = "The board reads how many commitments were made and how many were kept. It never reads whose they were, and what one says only when you agree to it below.", "Mae'r bwrdd yn darllen faint o ymrwymiadau a wnaed a faint a gadwyd. Nid yw byth yn darllen pwy a'u gwnaeth, a dim ond pan gytunwch isod y mae'n darllen beth mae un yn ei ddweud.";
        no_promises = "You made none in the last twelve months.", "Ni wnaethoch yr un yn ystod y deuddeg mis diwethaf.";
        keep = "I kept it", "Fe'i cedwais";
        not_kept = "Not kept after all", "Heb ei gadw wedi'r cyfan";
        kept = "You say that you kept it.", "Rydych chi'n dweud eich bod wedi'i gadw.";
        open = "Nothing said yet.", "Heb ddweud dim eto.";

        quotes = "Words the board may quote", "Geiriau y caiff y bwrdd eu dyfynnu";
        quotes_why = "The board does not read your notes of friction, or what you committed to. If you agree here, it may quote one, without your name. Few people walk services: somebody who knows you may guess that it was you. You can take it back at any time. A month that was published then says that the words were taken back; what has been read has been read. What worked needs no leave: the board reads it as it is, without your name.", "Nid yw'r bwrdd yn darllen eich nodiadau am rwystrau, na'r hyn yr ymrwymoch iddo. Os cytunwch yma, caiff ddyfynnu un, heb eich enw. Ychydig o bobl sy'n cerdded gwasanaethau: gall rhywun sy'n eich adnabod ddyfalu mai chi oedd yno. Gallwch ei dynnu'n ôl unrhyw bryd. Bydd mis a gyhoeddwyd wedyn yn dweud bod y geiriau wedi'u tynnu'n ôl; yr hyn a ddarllenwyd, fe'i darllenwyd. Nid oes angen caniatâd am yr hyn a weithiodd: mae'r bwrdd yn ei ddarllen fel y mae, heb eich enw.";
        no_words = "You wrote nothing on a walkthrough this month or last.", "Ni ysgrifennoch ddim ar daith y mis hwn na'r mis diwethaf.";
        changed = "The words were changed meanwhile. Nothing was agreed to; read them again.", "Newidiwyd y geiriau yn y cyfamser. Ni chytunwyd i ddim; darllenwch nhw eto.";
        friction = "What got in the way", "Beth oedd yn rhwystro";
        promise = "What you committed to", "Yr hyn yr ymrwymoch iddo";
        may = "The board may quote it, without your name.", "Caiff y bwrdd ei ddyfynnu, heb eich enw.";
        may_not = "The board may not quote it.", "Ni chaiff y bwrdd ei ddyfynnu.";
        agree = "May be quoted to the board, without my name", "Caniatáu ei ddyfynnu i'r bwrdd, heb fy enw";
        take_back = "Take it back", "Ei dynnu'n ôl";
    }
}

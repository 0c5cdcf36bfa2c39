//! Words of the hint that a text seems to name somebody.

use super::words;

words! {
    /// Words of the hint that a text seems to name somebody.
    NoBlame {
        seems = "This seems to name somebody: {name}.", "Mae hyn fel petai'n enwi rhywun: {name}.";
        why = "Services have friction; people are not blamed. Change it, or send it as it is.", "Mae rhwystrau mewn gwasanaethau; nid oes bai ar bobl. Newidiwch ef, neu anfonwch ef fel y mae.";
        why_kept = "Services have friction; people are not blamed. Change it, or keep it as it is.", "Mae rhwystrau mewn gwasanaethau; nid oes bai ar bobl. Newidiwch ef, neu cadwch ef fel y mae.";
        send = "Send as it is", "Anfon fel y mae";
        keep = "Keep as it is", "Cadw fel y mae";
    }
}

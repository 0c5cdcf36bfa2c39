//! Words used everywhere.

use super::words;

words! {
    /// Words used everywhere.
    Common {
        firsthand = "Firsthand", "Firsthand";
        demonstration = "Demonstration", "Arddangosiad";
        made_up = "Demonstration. The council and the people in it are made up.", "Arddangosiad. Dychmygol yw'r cyngor a'r bobl sydd ynddo.";
        k_of_n = "{k}\u{a0}of\u{a0}{n}", "{k}\u{a0}o\u{a0}{n}";
        min = "{m}\u{a0}min", "{m}\u{a0}munud";
        min_s = "{m}\u{a0}min {s}\u{a0}s", "{m}\u{a0}munud {s}\u{a0}eiliad";
        sec = "{s}\u{a0}s", "{s}\u{a0}eiliad";
        step_of = "Step {n} of {of}", "Cam {n} o {of}";
        step_n = "Step {n}", "Cam {n}";
        yes = "Yes", "Do";
        partly = "Partly", "Yn rhannol";
        no = "No", "Naddo";
        need_met = "Need met", "Cafwyd yr hyn oedd ei angen";
        need_partly = "Need partly met", "Cafwyd rhan o'r hyn oedd ei angen";
        need_not_met = "Need not met", "Ni chafwyd yr hyn oedd ei angen";
        language = "Cymraeg", "English";
        language_label = "Newid i'r Gymraeg", "Change to English";
        back = "Back", "Yn ôl";
        close = "Close", "Cau";
        skip = "Skip to the content", "Neidio i'r cynnwys";
        sign_out = "Sign out", "Allgofnodi";
        today_at = "today at {time}", "heddiw am {time}";
        yesterday = "yesterday", "ddoe";
        something_else = "Something else", "Rhywbeth arall";
        something_worked = "Something worked", "Gweithiodd rhywbeth";
        risk = "Someone could be harmed", "Gallai rhywun gael niwed";
    }
}

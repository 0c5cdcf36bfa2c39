//! Copies of what was felt, to take away.

use super::words;

words! {
    /// The page that hands out copies, and what their columns are called.
    Exports {
        title = "Export", "Allforio";
        lead = "Take a copy of what was felt at your services, for a report or another system. It holds no names of people. Before it is made you are asked whether it is you, and that it was taken is noted.", "Cymerwch gopi o'r hyn a deimlwyd yn eich gwasanaethau, ar gyfer adroddiad neu system arall. Nid yw'n cynnwys enwau pobl. Cyn iddo gael ei wneud gofynnir ai chi sydd yno, a nodir ei fod wedi'i gymryd.";
        back = "Back to the inbox", "Yn ôl i'r mewnflwch";
        no_services = "You answer for no service yet", "Nid ydych yn ateb dros unrhyw wasanaeth eto";
        no_services_why = "An administrator of your organisation can add your services. Then there is something to take a copy of.", "Gall gweinyddwr eich sefydliad ychwanegu eich gwasanaethau. Yna bydd rhywbeth i gymryd copi ohono.";
        what = "What", "Beth";
        threads = "Threads", "Edafedd";
        threads_why = "One row for each friction felt again and again, with what it adds up to and how it stands", "Un rhes ar gyfer pob rhwystr a deimlwyd dro ar ôl tro, gyda'r cyfanswm a sut mae'n sefyll";
        friction_points = "Friction points", "Pwyntiau rhwystr";
        friction_points_why = "One row for each time it was felt, with feelings and notes", "Un rhes ar gyfer pob tro y cafodd ei deimlo, gyda theimladau a nodiadau";
        from = "Felt from", "Wedi'i deimlo o";
        until = "Until and including", "Hyd at a chan gynnwys";
        narrowed = "The copy holds what the inbox showed:", "Mae'r copi'n cynnwys yr hyn a ddangosodd y mewnflwch:";
        unsettled = "What is not settled", "Yr hyn nad yw wedi'i setlo";
        searched = "A search looks at the newest 3,000 friction points that hold the words, as in the inbox.", "Mae chwiliad yn edrych ar y 3,000 pwynt rhwystr diweddaraf sy'n cynnwys y geiriau, fel yn y mewnflwch.";
        odd_day = "{day} is not a day between 2000 and 2199. Nothing was copied.", "Nid yw {day} yn ddiwrnod rhwng 2000 a 2199. Ni chopïwyd dim.";
        unread = "{what} is not something that can be asked for here. Nothing was copied.", "Nid yw {what} yn rhywbeth y gellir gofyn amdano yma. Ni chopïwyd dim.";
        day_hint = "Leave empty for all of it. A thread counts by the last time it was felt.", "Gadewch yn wag ar gyfer y cyfan. Mae edefyn yn cyfrif yn ôl y tro olaf y cafodd ei deimlo.";
        format = "Kind of file", "Math o ffeil";
        csv = "Table (CSV)", "Tabl (CSV)";
        xlsx = "Spreadsheet (XLSX)", "Taenlen (XLSX)";
        json = "For programs (JSON)", "Ar gyfer rhaglenni (JSON)";
        take = "Download", "Lawrlwytho";
        all_services = "All my services", "Fy holl wasanaethau";

        id = "Id", "Dynodwr";
        thread = "Thread", "Edefyn";
        walk = "Walk", "Taith";
        felt_at = "Felt at", "Teimlwyd am";
        service_id = "Service id", "Dynodwr y gwasanaeth";
        service = "Service", "Gwasanaeth";
        task_id = "Task id", "Dynodwr y dasg";
        task = "Task", "Tasg";
        step = "Step", "Cam";
        step_name = "Step name", "Enw'r cam";
        category_code = "Category code", "Cod y categori";
        category = "Category", "Categori";
        something_else = "Something else", "Rhywbeth arall";
        second = "Second category code", "Cod yr ail gategori";
        burdens = "Burdens", "Beichiau";
        state = "State", "Cyflwr";
        felt = "Times felt", "Nifer o weithiau";
        leaders = "By how many leaders", "Gan faint o arweinwyr";
        first_felt = "First felt", "Teimlwyd gyntaf";
        last_felt = "Last felt", "Teimlwyd ddiwethaf";
        worst = "Worst severity", "Difrifoldeb gwaethaf";
        stopped = "Times it stopped somebody", "Sawl gwaith y stopiodd rywun";
        risk = "Risk", "Risg";
        contacted_again = "Had to get in touch again", "Gorfod cysylltu eto";
        unseen = "Not yet seen", "Heb ei weld eto";
        held = "Did it hold", "A wnaeth ddal";
        held_at = "Re-walked at", "Ail-gerddwyd am";
        planned_for = "Planned for", "Wedi'i gynllunio ar gyfer";
        due_on = "Due on", "Erbyn";
        reason = "Reason", "Rheswm";
        view = "The team's view", "Barn y tîm";
        severity = "Severity", "Difrifoldeb";
        mood = "Mood", "Hwyliau";
        feelings = "Feelings", "Teimladau";
        note = "Note", "Nodyn";
        seen_at = "Seen at", "Gwelwyd am";
        replies = "Replies", "Atebion";
    }
}

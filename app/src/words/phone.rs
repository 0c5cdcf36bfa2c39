//! Words of the leader's app.

use super::words;

words! {
    /// Words of the leader's app.
    Phone {
        // Everywhere
        today = "Today", "Heddiw";
        my_walks = "My walks", "Fy nheithiau";
        summary = "Summary", "Crynodeb";
        main = "Main", "Prif";
        you = "You", "Chi";
        no_signal = "No signal.", "Dim signal.";
        still_walk = "You can still walk.", "Gallwch chi ddal ati i gerdded y daith.";
        saving_here = "Saving on this phone.", "Yn cadw ar y ffôn hwn.";
        saved_here = "Saved on this phone", "Wedi'i gadw ar y ffôn hwn";
        saved_here_stop = "Saved on this phone.", "Wedi'i gadw ar y ffôn hwn.";
        sends_itself = "It sends by itself when you have signal.", "Caiff ei anfon yn awtomatig pan fydd gennych signal.";
        sends_themselves = "Sends by itself when you have signal", "Caiff ei anfon yn awtomatig pan fydd gennych signal";
        waits_to_send = "Waiting to be sent", "Yn aros i gael ei anfon";
        sending = "Sending", "Yn anfon";
        sending_stop = "Sending.", "Yn anfon.";
        put_away = "You can put your phone away.", "Gallwch chi roi eich ffôn i gadw.";
        sent = "Sent", "Anfonwyd";
        sent_at = "Sent at {time}", "Anfonwyd am {time}";
        sent_on = "Sent on {day} at {time}", "Anfonwyd {day} am {time}";
        team_can_see = "The {service} team can see it.", "Gall y tîm {service} ei weld.";
        not_taken = "Not taken by the server", "Heb ei dderbyn gan y gweinydd";
        only_this_page = "Only in this page so far", "Dim ond yn y dudalen hon hyd yma";
        private_here = "Only for you, on this phone", "I chi yn unig, ar y ffôn hwn";
        opening = "Opening your walks", "Yn agor eich teithiau";
        fault = "Something went wrong. The fault is ours. Nothing you saved is lost.", "Aeth rhywbeth o'i le. Ni sydd ar fai. Does dim byd rydych chi wedi'i gadw wedi'i golli.";
        optional = "Optional", "Dewisol";
        longest = "No more fits here: 4,000 characters. The rest was left out.", "Does dim lle i ragor: 4,000 o nodau. Gadawyd y gweddill allan.";

        // Trouble
        sign_in_again = "Sign in again to send.", "Mewngofnodwch eto i anfon.";
        nothing_lost = "Nothing is lost. You can go on walking.", "Does dim wedi'i golli. Gallwch chi ddal ati i gerdded.";
        sign_in = "Sign in", "Mewngofnodi";
        sign_in_first = "Sign in to start", "Mewngofnodwch i ddechrau";
        sign_in_why = "Firsthand needs to know which organisation's services you are going to walk.", "Mae angen i Firsthand wybod gwasanaethau pa sefydliad rydych chi'n mynd i'w cerdded.";
        first_signal = "The first time needs signal", "Mae angen signal y tro cyntaf";
        first_signal_why = "Once your tasks are on this phone, you can walk without it.", "Pan fydd eich tasgau ar y ffôn hwn, gallwch chi gerdded hebddo.";
        not_a_leader = "You have no walks to do", "Does gennych chi ddim teithiau i'w gwneud";
        not_a_leader_why = "Ask your administrator to make you a leader in Firsthand.", "Gofynnwch i'ch gweinyddwr eich gwneud yn arweinydd yn Firsthand.";
        cannot_save = "This phone cannot save right now.", "Ni all y ffôn hwn gadw dim ar hyn o bryd.";
        phone_full = "This phone is full.", "Mae'r ffôn hwn yn llawn.";
        no_storage = "This browser keeps nothing on the phone.", "Dyw'r porwr hwn ddim yn cadw dim ar y ffôn.";
        keep_open = "Keep this page open: what you note is sent as you go, and is lost if you close it first.", "Cadwch y dudalen hon ar agor: caiff yr hyn rydych chi'n ei nodi ei anfon wrth fynd, a'i golli os byddwch chi'n ei chau'n gyntaf.";
        refused = "1 item could not be sent", "Ni ellid anfon 1 eitem";
        refused_many = "{n} items could not be sent", "Ni ellid anfon {n} eitem";
        of_walk = "Part of a walk", "Rhan o daith";
        a_photo = "Photo", "Llun";
        waited = "1 item has waited here for 5 days or more.", "Mae 1 eitem wedi aros yma am 5 diwrnod neu fwy.";
        waited_many = "{n} items have waited here for 5 days or more.", "Mae {n} eitem wedi aros yma am 5 diwrnod neu fwy.";
        waited_why = "Only this phone has them. Open Firsthand where there is signal, or save the walk as a file.", "Dim ond y ffôn hwn sydd â nhw. Agorwch Firsthand lle mae signal, neu cadwch y daith fel ffeil.";
        lost = "This phone cleared what Firsthand kept.", "Cliriodd y ffôn hwn yr hyn roedd Firsthand yn ei gadw.";
        lost_why = "What was sent is safe on the server. What was not sent is gone. You can go on walking.", "Mae'r hyn a anfonwyd yn ddiogel ar y gweinydd. Mae'r hyn na chafodd ei anfon wedi mynd. Gallwch chi ddal ati i gerdded.";
        have_read = "I have read this", "Rwyf wedi darllen hwn";
        newer = "A new version is ready.", "Mae fersiwn newydd yn barod.";
        newer_why = "It starts the next time you open Firsthand.", "Bydd yn dechrau y tro nesaf y byddwch yn agor Firsthand.";
        no_worker = "This browser cannot keep the app for later: it needs signal to open. What you note is still saved on this phone.", "Ni all y porwr hwn gadw'r ap ar gyfer nes ymlaen: mae angen signal i'w agor. Caiff yr hyn rydych chi'n ei nodi ei gadw ar y ffôn hwn o hyd.";
        home_screen = "Keep Firsthand on your home screen", "Cadwch Firsthand ar eich sgrin gartref";
        home_why = "Safari clears what a website keeps after 7 days without a visit. On the home screen it is kept.", "Mae Safari yn clirio'r hyn y mae gwefan yn ei gadw ar ôl 7 diwrnod heb ymweliad. Ar y sgrin gartref caiff ei gadw.";
        home_how = "Tap Share, then Add to Home Screen. Sign in once more there: your walks that were sent come with you. What is only for you stays in Safari.", "Tapiwch Rhannu, yna Ychwanegu i'r Sgrin Gartref. Mewngofnodwch unwaith eto yno: daw eich teithiau a anfonwyd gyda chi. Mae'r hyn sydd i chi yn unig yn aros yn Safari.";
        not_now = "Not now", "Nid nawr";
        share_walk = "Save this walk as a file", "Cadw'r daith hon fel ffeil";
        share_hint = "With its photos. What is only for you is not in it.", "Gyda'i lluniau. Nid yw'r hyn sydd i chi yn unig ynddi.";
        week_only = "This phone may clear what is here after 7 days without a visit. What has been sent is safe.", "Gall y ffôn hwn glirio'r hyn sydd yma ar ôl 7 diwrnod heb ymweliad. Mae'r hyn sydd wedi'i anfon yn ddiogel.";
        refused_why_yours = "The walk belongs to someone else.", "Mae'r daith yn perthyn i rywun arall.";
        refused_why_read = "The server could not read it.", "Ni allai'r gweinydd ei ddarllen.";
        refused_why_large = "It is too long.", "Mae'n rhy hir.";
        refused_rest = "Everything else is sent as usual.", "Caiff popeth arall ei anfon fel arfer.";
        save_as_file = "Save as a file", "Cadw fel ffeil";
        remove_here = "Remove from this phone", "Tynnu oddi ar y ffôn hwn";

        // Today
        of_this_month = "{k}\u{a0}of\u{a0}2 this month", "{k}\u{a0}o\u{a0}2 y mis hwn";
        two_by = "Two walks by {day}", "Dwy daith erbyn {day}";
        one_more_by = "One more by {day}", "Un arall erbyn {day}";
        that_is_two = "That is two for {month}", "Dyna ddwy ar gyfer {month}";
        that_is_more = "That is {n} for {month}", "Dyna {n} ar gyfer {month}";
        more_if = "Walk more if you like", "Cerddwch fwy os mynnwch";
        next_walk = "Next walkthrough", "Y daith nesaf";
        about_steps = "About {m} minutes, {n} steps", "Tua {m} munud, {n} cam";
        read_brief = "Read the brief", "Darllen y briff";
        choose_another = "Choose another task", "Dewis tasg arall";
        paused_at = "Paused at step {n}", "Wedi oedi ar gam {n}";
        paused_end = "Paused before the end", "Wedi oedi cyn y diwedd";
        carry_on_step = "Carry on, step {n}", "Dal ati, cam {n}";
        carry_on = "Carry on", "Dal ati";
        nothing_yet = "Nothing to walk yet", "Dim i'w gerdded eto";
        nothing_yet_why = "Your organisation has not offered you a task. It will appear here by itself.", "Dyw eich sefydliad ddim wedi cynnig tasg i chi. Bydd yn ymddangos yma ar ei ben ei hun.";
        one_saved = "1 walk saved on this phone", "1 daith wedi'i chadw ar y ffôn hwn";
        n_saved = "{n} walks saved on this phone", "{n} taith wedi'u cadw ar y ffôn hwn";
        send_now = "Send now", "Anfon nawr";
        replied = "{service} replied", "Atebodd {service}";
        asked_again = "The team asks you to walk this again", "Mae'r tîm yn gofyn i chi gerdded y daith hon eto";
        they_changed = "They say: “{text}”", "Maen nhw'n dweud: “{text}”";
        from_step = "From step {n}, {name}.", "O gam {n}, {name}.";
        walk_again = "Walk it again", "Cerdded eto";
        did_hold = "They changed something here. Did it hold?", "Maen nhw wedi newid rhywbeth yma. A ddaliodd y newid?";
        did_hold_hint = "Anything but yes brings it back to the team", "Bydd unrhyw ateb ond ie yn dod ag ef yn ôl at y tîm";
        answer_them = "Answer them", "Eu hateb";
        your_answer = "Your answer to the team", "Eich ateb i'r tîm";
        answer_goes = "It goes to the {service} team, with this friction point.", "Mae'n mynd at dîm {service}, gyda'r rhwystr hwn.";
        you_said = "You answered", "Ateboch chi";
        change_answer = "Change your answer", "Newid eich ateb";
        see_replies = "See the replies", "Gweld yr atebion";

        // Tasks and brief
        tasks = "Choose a walk", "Dewis taith";
        walked_times = "You have walked this before", "Rydych chi wedi cerdded hon o'r blaen";
        no_such_task = "This task is not here any more", "Dyw'r dasg hon ddim yma mwyach";
        back_to_today = "Back to Today", "Yn ôl i Heddiw";
        worked_if = "It worked if", "Llwyddodd os";
        as_anyone = "Walk it as anyone would", "Cerddwch fel y byddai unrhyw un";
        own_phone = "Your own phone, on your own signal", "Eich ffôn eich hun, ar eich signal eich hun";
        no_work_login = "No work login and no staff pages", "Dim mewngofnodi gwaith a dim tudalennau staff";
        ring_nobody = "Ring nobody you know", "Peidiwch â ffonio neb rydych chi'n ei adnabod";
        use_brief = "Use this brief, not a real person's details", "Defnyddiwch y briff hwn, nid manylion person go iawn";
        stop_before = "Stop before “{what}”", "Stopiwch cyn “{what}”";
        stop_before_last = "Stop before the last button", "Stopiwch cyn y botwm olaf";
        stop_why = "So that nothing real is asked for or booked", "Fel na chaiff dim go iawn ei ofyn na'i drefnu";
        for_real = "You may finish it for real", "Cewch ei orffen go iawn";
        for_real_why = "It is safe to send", "Mae'n ddiogel ei anfon";
        own_record = "Use only your own record", "Defnyddiwch eich cofnod eich hun yn unig";
        own_record_why = "Never anyone else's", "Byth un neb arall";
        limits = "Walk with these limits", "Cerddwch gyda'r cyfyngiadau hyn";
        other_situations = "Or walk it as someone else", "Neu cerddwch fel rhywun arall";
        not_today = "Not today", "Nid heddiw";
        start = "Start walkthrough", "Dechrau'r daith";
        about_minutes = "About {m} minutes. Stop when you like.", "Tua {m} munud. Stopiwch pryd bynnag y mynnwch.";
        already = "You have a walk of this on the go", "Mae gennych chi daith o hon ar y gweill";

        // Step
        pause = "Pause and close", "Oedi a chau";
        timer = "Time on this walk: {time}", "Amser ar y daith hon: {time}";
        open_service = "Open the service", "Agor y gwasanaeth";
        opens_new = "opens in a new tab", "yn agor mewn tab newydd";
        come_back_1 = "To come back,", "I ddod yn ôl,";
        come_back_2 = "close the page of the service, or change tab. Your place is kept.", "caewch dudalen y gwasanaeth, neu newidiwch dab. Caiff eich lle ei gadw.";
        search_for_it = "Search for it, as anyone would", "Chwiliwch amdano, fel y byddai unrhyw un";
        search_hint = "There is no address to start from. Leave Firsthand, search in your own words, and come back here.", "Does dim cyfeiriad i ddechrau ohono. Gadewch Firsthand, chwiliwch yn eich geiriau eich hun, a dewch yn ôl yma.";
        search_now = "Search the web", "Chwilio'r we";
        offline_step = "The page may not open without signal. If that stops you, it is friction: anyone without signal would feel it too.", "Efallai na fydd y dudalen yn agor heb signal. Os yw hynny'n eich atal, mae'n rhwystr: byddai unrhyw un heb signal yn ei deimlo hefyd.";
        hand_off = "Here you cross to {who}", "Yma rydych yn croesi i {who}";
        situation = "The situation", "Y sefyllfa";
        one_friction = "1 friction point", "1 rhwystr";
        n_frictions = "{n} friction points", "{n} rhwystr";
        friction = "Friction", "Rhwystr";
        stuck = "I'm stuck", "Rwy'n sownd";
        done = "Done", "Wedi gwneud";
        felt_at = "Friction felt at step {n}.", "Teimlwyd rhwystr ar gam {n}.";
        saved = "Saved", "Wedi'i gadw";
        mark_moment = "Mark this moment, tell about it later", "Nodwch y foment hon, soniwch amdani wedyn";
        mark_stuck = "Stuck", "Sownd";
        mark_question = "Question", "Cwestiwn";
        marked = "Moment marked.", "Moment wedi'i nodi.";
        one_moment = "1 moment to tell about", "1 foment i sôn amdani";
        n_moments = "{n} moments to tell about", "{n} moment i sôn amdanynt";
        moments_here = "Moments to tell about", "Momentau i sôn amdanynt";
        take_away = "Take away", "Tynnu";
        moment_removed = "Moment taken away.", "Moment wedi'i thynnu.";
        one_worked = "1 thing worked", "Gweithiodd 1 peth";
        n_worked = "{n} things worked", "Gweithiodd {n} peth";
        what_was_it = "What was it?", "Beth oedd e?";
        remove_worked = "Take this away", "Tynnu hwn";
        worked_removed = "Taken away.", "Wedi'i dynnu.";

        // Coming back
        were_away = "You were away", "Buoch chi i ffwrdd am";
        interrupted = "Interrupted?", "Cawsoch eich torri ar draws?";
        taken_off = "Time taken off", "Amser wedi'i dynnu";
        how_go = "How did that go?", "Sut aeth hi?";
        i_did_it = "I did it", "Fe wnes i e";
        partly = "Partly", "Yn rhannol";
        partly_hint = "I found some of it, or I am not sure", "Cefais beth ohono, neu dydw i ddim yn siŵr";
        not_yet = "Not yet", "Ddim eto";
        not_yet_hint = "Go back to the service", "Mynd yn ôl i'r gwasanaeth";
        not_yet_stay = "Stay on this step", "Aros ar y cam hwn";
        stuck_hint = "I could not go on", "Allwn i ddim mynd ymlaen";
        how_feel = "How did it feel?", "Sut oeddech chi'n teimlo?";
        next_step = "Next step", "Y cam nesaf";
        choose_first = "Say how it went first", "Dywedwch sut aeth hi yn gyntaf";

        // Friction sheet
        what_in_way = "What got in the way?", "Beth oedd yn eich rhwystro?";
        step_time = "Step {n}, {time}", "Cam {n}, {time}";
        how_much = "How much did it matter?", "Faint oedd ots?";
        left_me = "It left me feeling", "Roeddwn i'n teimlo wedyn";
        up_to_three = "Up to three", "Hyd at dri";
        what_happened = "What happened?", "Beth ddigwyddodd?";
        who_reads = "The {service} team reads this, not the board by name. Leave out names and numbers.", "Y tîm {service} sy'n darllen hwn, nid y bwrdd wrth enw. Peidiwch â rhoi enwau na rhifau.";
        who_sees = "The {service} team will see what you tap here, with the step and the time.", "Bydd y tîm {service} yn gweld yr hyn rydych chi'n ei ddewis yma, gyda'r cam a'r amser.";
        contacted_again = "It made me contact them again", "Gorfod i mi gysylltu â nhw eto";
        risk = "Someone could be harmed: safety, privacy or money", "Gallai rhywun gael niwed: diogelwch, preifatrwydd neu arian";
        risk_hint = "Firsthand does not raise an alarm. If someone is in danger now, ring 999.", "Dyw Firsthand ddim yn codi larwm. Os oes rhywun mewn perygl nawr, ffoniwch 999.";
        second = "One more kind, if it fits", "Un math arall, os yw'n addas";
        no_second = "No other", "Dim arall";
        add_more = "Add more if you like.", "Ychwanegwch fwy os mynnwch.";
        save = "Save", "Cadw";
        choose_kind = "Choose what got in the way first, or write what happened.", "Dewiswch beth oedd yn eich rhwystro yn gyntaf, neu ysgrifennwch beth ddigwyddodd.";
        remove_point = "Remove this point", "Tynnu'r pwynt hwn";
        removed = "Friction point removed.", "Rhwystr wedi'i dynnu.";
        undo = "Undo", "Dadwneud";
        points_here = "Friction points", "Rhwystrau";

        // Finish
        finish_1 = "Finish, 1 of 2", "Gorffen, 1 o 2";
        finish_2 = "Finish, 2 of 2", "Gorffen, 2 o 2";
        walked_steps = "{time}, {k} of {n} steps", "{time}, {k} o {n} cam";
        got_it = "Did you get what you came for?", "Gawsoch chi'r hyn y daethoch amdano?";
        did_should = "Did the service do what it should?", "Wnaeth y gwasanaeth yr hyn y dylai?";
        did_should_hint = "“You do not qualify” can be the right answer", "Gall “nid ydych yn gymwys” fod yr ateb cywir";
        why_not = "Why not?", "Pam?";
        seq = "Overall, how difficult or easy was the task to complete?", "At ei gilydd, pa mor anodd neu hawdd oedd cwblhau'r dasg?";
        very_difficult = "Very difficult", "Anodd iawn";
        very_easy = "Very easy", "Hawdd iawn";
        satisfied = "How satisfied were you with the service?", "Pa mor fodlon oeddech chi ar y gwasanaeth?";
        satisfied_5 = "Very satisfied", "Bodlon iawn";
        satisfied_4 = "Satisfied", "Bodlon";
        satisfied_3 = "Neither satisfied or dissatisfied", "Ddim yn fodlon nac yn anfodlon";
        satisfied_2 = "Dissatisfied", "Anfodlon";
        satisfied_1 = "Very dissatisfied", "Anfodlon iawn";
        others = "Would someone without your advantages have got through?", "A fyddai rhywun heb eich manteision chi wedi llwyddo?";
        others_hint = "English, eyesight, data, time, confidence", "Saesneg, golwg, data, amser, hyder";
        others_most = "Most people would", "Byddai'r rhan fwyaf";
        others_some = "Some would not", "Ni fyddai rhai";
        others_few = "Few would", "Ychydig fyddai";
        next = "Next", "Nesaf";
        worked_well = "What worked well?", "Beth weithiodd yn dda?";
        worked_well_hint = "Sent to the service team. The board can read it too, without your name.", "Caiff ei anfon at dîm y gwasanaeth. Gall y bwrdd ei ddarllen hefyd, heb eich enw.";
        what_stays = "What stays with you?", "Beth sy'n aros gyda chi?";
        only_you = "Only for you.", "I chi yn unig.";
        stays_here = "Stays on this phone unless you choose.", "Mae'n aros ar y ffôn hwn oni bai eich bod yn dewis.";
        least_sure = "When did you feel least sure of yourself?", "Pryd oeddech chi'n teimlo leiaf sicr ohonoch eich hun?";
        alone = "If you were frightened or alone, where would you have stopped?", "Pe baech chi'n ofnus neu ar eich pen eich hun, ble fyddech chi wedi stopio?";
        keep_copy = "Keep a copy on the server, for me alone", "Cadw copi ar y gweinydd, i mi yn unig";
        keep_copy_hint = "So that it outlives this phone. Nobody else sees it unless you share it.", "Fel ei fod yn para'n hirach na'r ffôn hwn. Nid oes neb arall yn ei weld oni bai eich bod yn ei rannu.";
        one_thing = "One thing I will do", "Un peth y byddaf yn ei wneud";
        one_thing_hint = "Only you read it, unless you share it. Others see that there is one.", "Dim ond chi sy'n ei ddarllen, oni bai eich bod yn ei rannu. Mae eraill yn gweld bod un.";
        by_when = "By when", "Erbyn pryd";
        this_week = "This week", "Yr wythnos hon";
        other_day = "Other", "Arall";
        by_day = "By {day}", "Erbyn {day}";
        finish = "Finish walkthrough", "Gorffen y daith";

        yours_alone = "Only for you, unless you share it.", "I chi yn unig, oni bai eich bod yn ei rannu.";
        answers_go = "The service team sees your answers. The board counts them, without your name.", "Mae tîm y gwasanaeth yn gweld eich atebion. Mae'r bwrdd yn eu cyfrif, heb eich enw.";
        about_you = "What you share, and what Firsthand knows about you", "Yr hyn rydych yn ei rannu, a'r hyn mae Firsthand yn ei wybod amdanoch";

        // Receipt
        receipt = "Receipt", "Derbynneb";
        day_from_to = "{day}, {from} to {to}", "{day}, {from} i {to}";
        brief_said = "brief said {m}", "dywedodd y briff {m}";
        time_taken = "taken", "wedi mynd";
        of_friction = "of friction", "o rwystr";
        one_point = "1 point", "1 pwynt";
        n_points = "{n} points", "{n} pwynt";
        ease = "ease", "rhwyddineb";
        k_of_7 = "{k}\u{a0}of\u{a0}7", "{k}\u{a0}o\u{a0}7";
        not_said = "not said", "heb ei nodi";
        outcome_not_said = "Outcome not said", "Canlyniad heb ei nodi";
        how_each = "How each step felt", "Sut oedd pob cam yn teimlo";
        not_walked = "not walked", "heb ei gerdded";
        stopped_here = "stopped here", "stopio yma";
        good = "Good", "Da";
        unsure = "Unsure", "Ansicr";
        awful = "Awful", "Ofnadwy";
        worked = "What worked", "Beth weithiodd";
        i_will = "One thing I will do", "Un peth y byddaf yn ei wneud";
        team_seen = "The team has seen this", "Mae'r tîm wedi gweld hyn";
        went = "Items of this walk", "Eitemau'r daith hon";
        n_sent = "{k} of {n} sent", "{k} o {n} wedi'u hanfon";
        step_name = "Step {n}", "Cam {n}";

        // My walks
        no_walks = "No walks yet", "Dim teithiau eto";
        no_walks_why = "Your first one will stand here, with what became of it.", "Bydd eich un gyntaf yma, gyda'r hyn a ddaeth ohoni.";
        on_the_go = "On the go", "Ar y gweill";
        seen_k = "Seen by the team: {k}\u{a0}of\u{a0}{n}", "Wedi'u gweld gan y tîm: {k}\u{a0}o\u{a0}{n}";

        // You
        signed_in_as = "Signed in as", "Wedi mewngofnodi fel";
        language_is = "Language", "Iaith";
        on_this_phone = "On this phone", "Ar y ffôn hwn";
        nothing_waits = "Everything that can be sent has been sent.", "Mae popeth y gellir ei anfon wedi'i anfon.";
        one_waits = "1 item waits to be sent.", "Mae 1 eitem yn aros i gael ei hanfon.";
        n_wait = "{n} items wait to be sent.", "Mae {n} eitem yn aros i gael eu hanfon.";
        persisted = "This phone promises to keep what is here.", "Mae'r ffôn hwn yn addo cadw'r hyn sydd yma.";
        not_persisted = "This phone may clear what is here when space runs out. What has been sent is safe.", "Gall y ffôn hwn glirio'r hyn sydd yma pan fydd lle'n brin. Mae'r hyn sydd wedi'i anfon yn ddiogel.";
    }
}

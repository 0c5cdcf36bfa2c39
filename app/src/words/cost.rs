//! What a task costs people in a year.

use super::words;

words! {
    /// What a task costs people in a year.
    Cost {
        title = "What it costs", "Beth mae'n ei gostio";
        title_of = "{task}: what it costs", "{task}: beth mae'n ei gostio";
        to_cost = "What it costs", "Beth mae'n ei gostio";
        lead = "Minutes lost in the walkthroughs, times how many people do this in a year. Always a range.", "Munudau a gollwyd yn y teithiau, wedi'u lluosi â faint o bobl sy'n gwneud hyn mewn blwyddyn. Ystod bob amser.";
        back = "Back to the map", "Yn ôl i'r map";

        a_year = "In {year}", "Yn {year}";
        hours = "{low} to {high} hours", "{low} i {high} awr";
        hours_most = "Up to {high} hours", "Hyd at {high} awr";
        hours_none = "No time that can be told from what the steps take anyway", "Dim amser y gellir ei wahaniaethu o'r hyn y mae'r camau'n ei gymryd beth bynnag";
        of_through = "lost by those who get through", "a gollwyd gan y rhai sy'n llwyddo";
        of_stopped = "lost by those who stop, and come away without", "a gollwyd gan y rhai sy'n stopio, ac yn mynd oddi yno heb ddim";
        too_few = "Too few walkthroughs to say.", "Rhy ychydig o deithiau i ddweud.";
        too_few_all = "There are {n} that are finished and timed. From five on, this page says how much time people lose.", "Mae {n} wedi'u gorffen a'u hamseru. O bump ymlaen, mae'r dudalen hon yn dweud faint o amser y mae pobl yn ei golli.";
        too_few_stopped = "{k_of_n} stopped. From five that stopped, this page says how much time they lose.", "Stopiodd {k_of_n}. O bump a stopiodd ymlaen, mae'r dudalen hon yn dweud faint o amser y maent yn ei golli.";
        too_few_through = "{k_of_n} got through. From five that got through, this page says how much time they lose.", "Llwyddodd {k_of_n}. O bump a lwyddodd ymlaen, mae'r dudalen hon yn dweud faint o amser y maent yn ei golli.";
        nobody_stopped = "None of the {n} walkthroughs stopped.", "Ni stopiodd yr un o'r {n} taith.";
        no_volume = "How many people do this in a year has not been entered yet. Enter it below, and the hours are worked out.", "Nid yw faint o bobl sy'n gwneud hyn mewn blwyddyn wedi'i nodi eto. Nodwch ef isod, a bydd yr oriau'n cael eu cyfrifo.";

        counted = "How it was counted", "Sut y'i cyfrifwyd";
        counted_through = "{k_of_n} walkthroughs got through. Half of these lost {low} to {high}; the middle one lost {middle}.", "Llwyddodd {k_of_n} taith. Collodd hanner y rhain {low} i {high}; collodd yr un ganol {middle}.";
        counted_stopped = "{k_of_n} walkthroughs stopped. Half of these had spent {low} to {high}; the middle one {middle}. All of it was lost.", "Stopiodd {k_of_n} taith. Roedd hanner y rhain wedi treulio {low} i {high}; yr un ganol {middle}. Collwyd y cyfan.";
        counted_people = "{low} to {high} people in {year}. Source: {source}", "{low} i {high} o bobl yn {year}. Ffynhonnell: {source}";
        counted_people_one = "{low} people in {year}. Source: {source}", "{low} o bobl yn {year}. Ffynhonnell: {source}";
        counted_share = "With {n} walkthroughs, {low} to {high} of every 100 people may stop.", "Gyda {n} taith, gall {low} i {high} o bob 100 o bobl stopio.";
        counted_how = "Each range goes from the fewest people and the shorter time to the most people and the longer time, rounded apart to two figures.", "Mae pob ystod yn mynd o'r nifer lleiaf o bobl a'r amser byrrach i'r nifer mwyaf o bobl a'r amser hirach, wedi'i thalgrynnu tuag allan i ddau ffigur.";
        counted_lost = "Lost is the time at a step where something got in the way, beyond what that step takes when nothing does: the middle of those; while they are fewer than three, the quickest of all who got past.", "Yr amser a gollwyd yw'r amser ar gam lle bu rhywbeth yn rhwystr, y tu hwnt i'r hyn y mae'r cam hwnnw'n ei gymryd pan nad oes dim: canol y rheini; tra bod llai na thri, y cyflymaf o bawb a aeth heibio.";
        uncompared = "Left out, because fewer than three got past to compare with: {steps}.", "Wedi'u hepgor, am fod llai na thri wedi mynd heibio i gymharu â nhw: {steps}.";
        leaders = "Leaders walked this, with what leaders have. People with less to hand may lose more. Contacts made again and work done twice in the service are not in it.", "Arweinwyr a gerddodd hyn, gyda'r hyn sydd gan arweinwyr. Gall pobl â llai wrth law golli mwy. Nid yw cysylltu eto na gwaith a wnaed ddwywaith yn y gwasanaeth wedi'u cynnwys.";

        volumes = "How many people do this", "Faint o bobl sy'n gwneud hyn";
        year = "Year", "Blwyddyn";
        people = "People", "Pobl";
        source = "Source", "Ffynhonnell";
        entered = "Entered", "Nodwyd";
        range = "{low} to {high}", "{low} i {high}";
        remove = "Take away {year}", "Dileu {year}";
        form = "Enter a year", "Nodi blwyddyn";
        form_hint = "The number of people or attempts, as a range. A year that is entered again replaces what was there.", "Nifer y bobl neu'r ymgeisiau, fel ystod. Mae blwyddyn a nodir eto yn disodli'r hyn oedd yno.";
        low = "At least", "O leiaf";
        high = "At most", "Ar y mwyaf";
        source_label = "Where the number comes from", "O ble daw'r rhif";
        source_hint = "For example: web statistics, case system, survey. Whoever reads this must be able to look it up.", "Er enghraifft: ystadegau gwe, system achosion, arolwg. Rhaid i bwy bynnag sy'n darllen hyn allu ei wirio.";
        keep = "Keep", "Cadw";

        wrong_year = "Enter a year, like {year}.", "Nodwch flwyddyn, fel {year}.";
        wrong_number = "Enter a number from 1 to 100 million.", "Nodwch rif rhwng 1 a 100 miliwn.";
        wrong_order = "At most must not be fewer than at least.", "Rhaid i'r mwyaf beidio â bod yn llai na'r lleiaf.";
        no_source = "Say where the number comes from.", "Dywedwch o ble daw'r rhif.";
        long_source = "At most 300 characters.", "300 nod ar y mwyaf.";
    }
}

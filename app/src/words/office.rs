//! The organisation's set-up.

use super::words;

words! {
    /// The organisation's set-up.
    Office {
        title = "Set-up", "Gosod";
        people = "People", "Pobl";
        invite_someone = "Invite someone", "Gwahodd rhywun";
        services = "Services and tasks", "Gwasanaethau a thasgau";
        col_name = "Name", "Enw";
        col_does = "What they do here", "Beth maen nhw'n ei wneud yma";
        col_seen = "Last here", "Yma ddiwethaf";
        col_invite = "Invitation", "Gwahoddiad";
        never = "not yet", "ddim eto";
        again = "New invitation", "Gwahoddiad newydd";
        again_for = "New invitation for {name}", "Gwahoddiad newydd i {name}";

        role_leader = "Leader", "Arweinydd";
        role_leader_why = "walks services", "yn cerdded drwy wasanaethau";
        role_service_team = "Service team", "Tîm gwasanaeth";
        role_service_team_why = "reads and answers what was felt at their services", "yn darllen ac yn ateb yr hyn a deimlwyd yn eu gwasanaethau";
        role_board = "Board", "Bwrdd";
        role_board_why = "reads the month", "yn darllen y mis";
        role_secretary = "Secretary to the board", "Ysgrifennydd y bwrdd";
        role_secretary_why = "prepares the month and publishes it, when they are ticked as board too", "yn paratoi'r mis ac yn ei gyhoeddi, pan fydd bwrdd wedi'i dicio hefyd";
        role_administrator = "Administrator", "Gweinyddwr";
        role_administrator_why = "invites people and looks after the set-up", "yn gwahodd pobl ac yn gofalu am y gosod";

        name = "Name", "Enw";
        job = "Job title", "Teitl swydd";
        job_cy = "Job title in Welsh", "Teitl swydd yn Gymraeg";
        job_hint = "Leave it empty if you are not sure.", "Gadewch yn wag os nad ydych yn siŵr.";
        roles = "What they do here", "Beth maen nhw'n ei wneud yma";
        their_services = "Services the team answers for", "Gwasanaethau y mae'r tîm yn ateb drostynt";
        their_services_hint = "Only for a service team. They see friction felt at these services and no others.", "Ar gyfer tîm gwasanaeth yn unig. Byddant yn gweld rhwystrau a deimlwyd yn y gwasanaethau hyn a dim eraill.";
        make = "Make an invitation", "Creu gwahoddiad";
        name_empty = "Write the person's name.", "Ysgrifennwch enw'r person.";
        name_long = "Shorten the name to 100 characters.", "Byrhewch yr enw i 100 nod.";
        job_long = "Shorten the job title to 100 characters.", "Byrhewch deitl y swydd i 100 nod.";
        roles_none = "Tick at least one.", "Ticiwch o leiaf un.";
        services_none = "Tick at least one service for the team.", "Ticiwch o leiaf un gwasanaeth ar gyfer y tîm.";

        made = "An invitation for {name}", "Gwahoddiad i {name}";
        made_once = "This is shown once. Copy it now and give it to {name} yourself: in person, or by a message only they can read.", "Dim ond unwaith y dangosir hwn. Copïwch ef nawr a'i roi i {name} eich hun: wyneb yn wyneb, neu mewn neges na all neb arall ei darllen.";
        made_address = "The address to open", "Y cyfeiriad i'w agor";
        made_code = "Or the code to type at {address}", "Neu'r cod i'w deipio yn {address}";
        made_until = "It works once, until {date} at {time}. After that, make a new one.", "Mae'n gweithio unwaith, tan {date} am {time}. Ar ôl hynny, crëwch un newydd.";
        made_back = "Back to set-up", "Yn ôl i'r gosod";

        counts = "Tasks: {tasks}. Services: {services}.", "Tasgau: {tasks}. Gwasanaethau: {services}.";
        no_tasks = "No tasks yet", "Dim tasgau eto";
        no_tasks_why = "Bring them from a file on the server: firsthand import tasks FILE. It checks every line and changes nothing unless all of it is right.", "Dewch â nhw o ffeil ar y gweinydd: firsthand import tasks FFEIL. Mae'n gwirio pob llinell ac yn newid dim oni bai fod popeth yn gywir.";
        check_them = "The steps of a task are general knowledge until someone who knows the service has checked them. Walk each once yourself before you offer it to leaders.", "Gwybodaeth gyffredinol yw camau tasg nes i rywun sy'n adnabod y gwasanaeth eu gwirio. Cerddwch bob un unwaith eich hun cyn ei chynnig i arweinwyr.";
        steps_count = "steps: {n}", "camau: {n}";
        situations_count = "situations: {n}", "sefyllfaoedd: {n}";
        minutes = "about {n} min", "tua {n} munud";
        stop_before = "Stop before: {what}", "Stopio cyn: {what}";
        walked = "walkthroughs: {n}", "teithiau: {n}";
    }
}

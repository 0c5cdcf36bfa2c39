//! The frame of every page, the way in, and what to do when something is wrong.

use super::words;

words! {
    /// The frame of every page, the way in, and what to do when something is wrong.
    Front {
        nav = "Pages", "Tudalennau";
        nav_walk = "Walkthroughs", "Teithiau";
        nav_team = "Inbox", "Mewnflwch";
        nav_journey = "Journeys", "Mapiau taith";
        nav_board = "Board summary", "Crynodeb y bwrdd";
        nav_office = "Set-up", "Gosod";

        welcome_title = "Walk your own services", "Cerddwch drwy eich gwasanaethau eich hun";
        welcome_1 = "A leader takes a real need and tries to get it met through their own organisation's service, on their own phone, with no insider help.", "Mae arweinydd yn cymryd angen go iawn ac yn ceisio ei ddiwallu drwy wasanaeth ei sefydliad ei hun, ar ei ffôn ei hun, heb help o'r tu mewn.";
        welcome_2 = "The service team sees what got in the way, step by step, and answers.", "Mae tîm y gwasanaeth yn gweld beth oedd yn rhwystr, gam wrth gam, ac yn ateb.";
        welcome_3 = "Once a month the board reads one page: how many attempts got what they came for, and what stopped the rest.", "Unwaith y mis mae'r bwrdd yn darllen un dudalen: faint o ymgeisiadau a gafodd yr hyn yr oedd ei angen, a beth a rwystrodd y gweddill.";
        quote = "Every chief executive should try to access the services their own organisation delivers, using a mobile phone, at least twice a month.", "Dylai pob prif weithredwr geisio defnyddio'r gwasanaethau y mae ei sefydliad ei hun yn eu darparu, ar ffôn symudol, o leiaf ddwywaith y mis.";
        sign_in = "Sign in", "Mewngofnodi";

        sign_in_lead = "Open the invitation you were sent. If it was given to you as a code, type it here.", "Agorwch y gwahoddiad a anfonwyd atoch. Os cawsoch god, teipiwch ef yma.";
        code = "Your code", "Eich cod";
        code_hint = "Capital letters, spaces and dashes make no difference.", "Nid yw priflythrennau, bylchau na chysylltnodau'n gwneud gwahaniaeth.";
        code_empty = "Type the code you were given.", "Teipiwch y cod a gawsoch.";
        code_wrong = "That code does not work. It may have been used, it may be more than 24 hours old, or a letter may be wrong.", "Nid yw'r cod hwnnw'n gweithio. Efallai ei fod wedi'i ddefnyddio, ei fod dros 24 awr oed, neu fod llythyren yn anghywir.";
        go_on = "Go on", "Ymlaen";
        no_code = "No invitation, or has it run out? Ask the person in your organisation who looks after Firsthand for a new one.", "Dim gwahoddiad, neu a yw wedi dod i ben? Gofynnwch am un newydd gan y person yn eich sefydliad sy'n gofalu am Firsthand.";

        invited = "You are invited to {organisation}", "Rydych wedi'ch gwahodd i {organisation}";
        invited_lead = "This signs you in on this device. The invitation works once.", "Bydd hyn yn eich mewngofnodi ar y ddyfais hon. Mae'r gwahoddiad yn gweithio unwaith.";
        continue_as = "Continue as {name}", "Parhau fel {name}";
        not_you = "If this is not you, close this page. Nothing happens until you press the button.", "Os nad chi yw hwn, caewch y dudalen. Does dim yn digwydd nes i chi bwyso'r botwm.";
        invitation_gone = "This invitation does not work any more", "Nid yw'r gwahoddiad hwn yn gweithio mwyach";
        invitation_gone_why = "It has been used, or it is more than 24 hours old, or part of the address is missing. An invitation works once, so that nobody can use yours after you.", "Mae wedi'i ddefnyddio, neu mae dros 24 awr oed, neu mae rhan o'r cyfeiriad ar goll. Mae gwahoddiad yn gweithio unwaith, fel na all neb ddefnyddio eich un chi ar eich ôl.";
        invitation_gone_do = "If it was you who used it, you are signed in on that device. Otherwise ask the person who sent it for a new one.", "Os mai chi a'i defnyddiodd, rydych wedi mewngofnodi ar y ddyfais honno. Fel arall, gofynnwch am un newydd gan y person a'i hanfonodd.";

        confirm = "Confirm that it is you", "Cadarnhewch mai chi sydd yno";
        confirm_why = "What comes next may be done only by you, not by somebody who found your screen open. It holds for ten minutes.", "Dim ond chi gaiff wneud yr hyn sy'n dod nesaf, nid rhywun a ddaeth o hyd i'ch sgrin ar agor. Mae'n para am ddeng munud.";
        confirm_demonstration = "In a real organisation you would confirm with your passkey here. In a demonstration the button is enough.", "Mewn sefydliad go iawn byddech yn cadarnhau gyda'ch cod pas yma. Mewn arddangosiad mae'r botwm yn ddigon.";
        confirm_do = "Confirm and go on", "Cadarnhau a mynd ymlaen";

        not_found = "There is no such page", "Nid oes tudalen o'r fath";
        not_found_why = "The address may be mistyped, or it is a page that is not yours to see.", "Efallai fod y cyfeiriad wedi'i gamdeipio, neu nad yw'r dudalen yn un i chi ei gweld.";
        not_found_do = "Go to the start and find your way from there.", "Ewch i'r dechrau a chanfod eich ffordd o'r fan honno.";
        somebody_else = "Somebody else has signed in here since", "Mae rhywun arall wedi mewngofnodi yma ers hynny";
        somebody_else_why = "The page you used was made for another person. Nothing was changed.", "Gwnaed y dudalen a ddefnyddiwyd gennych ar gyfer person arall. Ni newidiwyd dim.";
        somebody_else_do = "Sign out and in again as yourself, or open the page anew: then it is the page of whoever is signed in now.", "Allgofnodwch a mewngofnodwch eto fel chi eich hun, neu agorwch y dudalen o'r newydd: yna tudalen pwy bynnag sydd wedi mewngofnodi nawr fydd hi.";
        not_allowed = "That did not come from one of our pages", "Ni ddaeth hynny o un o'n tudalennau ni";
        not_allowed_why = "What was sent came from another site, or from a page that was open too long. Nothing was changed.", "Daeth yr hyn a anfonwyd o safle arall, neu o dudalen a fu ar agor yn rhy hir. Ni newidiwyd dim.";
        not_allowed_do = "Open the page again and try once more.", "Agorwch y dudalen eto a rhowch gynnig arall arni.";
        too_large = "That is more than we can take at once", "Mae hynny'n fwy nag y gallwn ei gymryd ar unwaith";
        too_large_why = "What was sent is too long. Nothing was changed.", "Mae'r hyn a anfonwyd yn rhy hir. Ni newidiwyd dim.";
        too_large_do = "Go back, make it shorter, and send it again.", "Ewch yn ôl, byrhewch ef, a'i anfon eto.";
        unreadable = "We could not read what was sent", "Ni allem ddarllen yr hyn a anfonwyd";
        unreadable_why = "Part of it is missing or damaged. Nothing was changed.", "Mae rhan ohono ar goll neu wedi'i difrodi. Ni newidiwyd dim.";
        unreadable_do = "Open the page again and try once more.", "Agorwch y dudalen eto a rhowch gynnig arall arni.";
        too_often = "Too many tries", "Gormod o gynigion";
        too_often_why = "Too many tries from here did not work, so we wait a little. Nobody else is kept out.", "Ni weithiodd gormod o gynigion o'r fan hon, felly rydym yn aros ychydig. Nid yw neb arall yn cael ei gadw allan.";
        too_often_do = "Try again in ten minutes. A passkey, or the whole address of an invitation, works at once.", "Rhowch gynnig arall arni ymhen deng munud. Mae cod pas, neu gyfeiriad cyfan gwahoddiad, yn gweithio ar unwaith.";
        packet_often = "Too many addresses at which there is nothing", "Gormod o gyfeiriadau nad oes dim ynddynt";
        packet_often_why = "Somebody where you are has tried many addresses, and there is nothing at this one either. An address that is right opens at once.", "Mae rhywun lle rydych chi wedi rhoi cynnig ar lawer o gyfeiriadau, ac nid oes dim yn hwn chwaith. Mae cyfeiriad sy'n gywir yn agor ar unwaith.";
        packet_often_do = "Check that yours is whole, or ask whoever gave it to you for another.", "Gwiriwch fod eich un chi'n gyfan, neu gofynnwch am un arall gan bwy bynnag a'i rhoddodd i chi.";
        broken = "We could not open this page", "Ni allem agor y dudalen hon";
        broken_why = "The fault is ours. Nothing you saved is lost.", "Ni sydd ar fai. Does dim byd rydych chi wedi'i gadw wedi'i golli.";
        broken_do = "Try again in a few minutes.", "Rhowch gynnig arall arni ymhen ychydig funudau.";
        busy = "Firsthand is not ready just now", "Nid yw Firsthand yn barod ar hyn o bryd";
        busy_why = "It is starting, or very busy. Nothing you saved is lost.", "Mae'n cychwyn, neu'n brysur iawn. Does dim byd rydych chi wedi'i gadw wedi'i golli.";
        busy_do = "Try again in a minute.", "Rhowch gynnig arall arni ymhen munud.";
        full = "The server has no room left", "Nid oes lle ar ôl ar y gweinydd";
        full_why = "What you sent could not be kept. Nothing saved before is lost.", "Ni ellid cadw'r hyn a anfonwyd. Does dim a gadwyd o'r blaen wedi'i golli.";
        full_do = "Tell the person who looks after Firsthand, and try again later.", "Rhowch wybod i'r person sy'n gofalu am Firsthand, a rhowch gynnig arall arni'n nes ymlaen.";
        to_start = "Go to the start", "Mynd i'r dechrau";

        stand_in = "This stands in for the council's own service", "Mae hwn yn sefyll yn lle gwasanaeth y cyngor ei hun";
        stand_in_why = "In a real organisation this tab would be the real service, on its own website. Nothing you type here is sent or kept.", "Mewn sefydliad go iawn, y gwasanaeth go iawn fyddai yn y tab hwn, ar ei wefan ei hun. Nid yw dim rydych chi'n ei deipio yma'n cael ei anfon na'i gadw.";
        stand_in_steps = "What you would meet here", "Beth fyddech chi'n ei gyfarfod yma";
        stand_in_name = "Full name", "Enw llawn";
        stand_in_postcode = "Postcode", "Cod post";
        stand_in_more = "Tell us what you need", "Dywedwch wrthym beth sydd ei angen arnoch";
        stand_in_close = "Close this tab to come back to your walkthrough.", "Caewch y tab hwn i ddod yn ôl at eich taith.";
    }
}

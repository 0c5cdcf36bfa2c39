//! Signing in by the organisation's own provider.

use super::words;

words! {
    /// Signing in by the organisation's own provider.
    SingleSignOn {
        heading = "With your organisation's sign-in", "Gyda dull mewngofnodi eich sefydliad";
        lead = "You sign in where you always do at work, and come back here.", "Rydych yn mewngofnodi lle byddwch chi bob amser yn gwneud hynny yn y gwaith, ac yn dod yn ôl yma.";
        go_on = "Continue with your organisation's sign-in", "Parhau gyda dull mewngofnodi eich sefydliad";
        which = "Which is your organisation?", "Pa un yw eich sefydliad chi?";
        invited_lead = "Sign in where you always do at work. Firsthand then knows you by that from now on, and the invitation is used.", "Mewngofnodwch lle byddwch chi bob amser yn gwneud hynny yn y gwaith. Wedyn bydd Firsthand yn eich adnabod wrth hynny o hyn ymlaen, a bydd y gwahoddiad wedi'i ddefnyddio.";
        invited_lead_only = "Your organisation wants everybody to sign in the way they do at work.", "Mae eich sefydliad am i bawb fewngofnodi yn yr un ffordd ag yn y gwaith.";

        going = "Going to your organisation's sign-in", "Mynd i ddull mewngofnodi eich sefydliad";
        going_lead = "If nothing happens, use the link.", "Os nad oes dim yn digwydd, defnyddiwch y ddolen.";
        going_link = "Go to the sign-in", "Mynd i'r dudalen mewngofnodi";

        unknown = "Firsthand does not know you yet", "Nid yw Firsthand yn eich adnabod eto";
        unknown_why = "Your organisation's sign-in worked, but nobody here is linked to it.", "Gweithiodd dull mewngofnodi eich sefydliad, ond nid oes neb yma wedi'i gysylltu ag ef.";
        unknown_do = "Ask the administrator of Firsthand in your organisation for an invitation. Open it, and continue with your organisation's sign-in from there.", "Gofynnwch am wahoddiad gan weinyddwr Firsthand yn eich sefydliad. Agorwch ef, a pharhau gyda dull mewngofnodi eich sefydliad oddi yno.";

        somebody_else = "This account belongs to somebody else here", "Mae'r cyfrif hwn yn perthyn i rywun arall yma";
        somebody_else_why = "The account you signed in with is linked to another person already. The invitation was not used.", "Mae'r cyfrif y mewngofnodoch ag ef eisoes wedi'i gysylltu â pherson arall. Ni ddefnyddiwyd y gwahoddiad.";
        somebody_else_do = "Sign out there, sign in with your own account, and open the invitation again. If it is your own account, ask your administrator.", "Allgofnodwch yno, mewngofnodwch â'ch cyfrif eich hun, ac agorwch y gwahoddiad eto. Os eich cyfrif chi ydyw, gofynnwch i'ch gweinyddwr.";

        unreachable = "Your organisation's sign-in does not answer", "Nid yw dull mewngofnodi eich sefydliad yn ateb";
        unreachable_why = "The fault is neither yours nor this page's. Nothing was changed.", "Nid arnoch chi nac ar y dudalen hon y mae'r bai. Ni newidiwyd dim.";
        unreachable_do = "Try again in a few minutes. If you have a passkey for Firsthand, you can use that.", "Rhowch gynnig arall arni ymhen ychydig funudau. Os oes gennych god pas ar gyfer Firsthand, gallwch ddefnyddio hwnnw.";

        refused = "We could not accept that sign-in", "Ni allem dderbyn y mewngofnodi hwnnw";
        refused_why = "What came back from your organisation's sign-in is not what it must be. You are not signed in, and nothing was changed.", "Nid yw'r hyn a ddaeth yn ôl o ddull mewngofnodi eich sefydliad yr hyn y mae'n rhaid iddo fod. Nid ydych wedi mewngofnodi, ac ni newidiwyd dim.";
        refused_do = "Try again. If it keeps happening, tell the person who looks after Firsthand: the reason is in its log.", "Rhowch gynnig arall arni. Os yw'n dal i ddigwydd, rhowch wybod i'r person sy'n gofalu am Firsthand: mae'r rheswm yn ei gofnod.";

        elsewhere = "This sign-in did not begin here", "Nid yma y dechreuodd y mewngofnodi hwn";
        elsewhere_why = "It began in another browser, it was finished already, or it took more than a quarter of an hour. Nothing was changed.", "Dechreuodd mewn porwr arall, mae eisoes wedi'i orffen, neu cymerodd fwy na chwarter awr. Ni newidiwyd dim.";
        elsewhere_do = "Begin again from here.", "Dechreuwch eto oddi yma.";

        given_up = "You did not finish signing in", "Ni wnaethoch orffen mewngofnodi";
        given_up_why = "Your organisation's sign-in sent you back without signing you in. Nothing was changed.", "Anfonodd dull mewngofnodi eich sefydliad chi yn ôl heb eich mewngofnodi. Ni newidiwyd dim.";
        given_up_do = "Begin again when you are ready.", "Dechreuwch eto pan fyddwch yn barod.";

        again = "Back to signing in", "Yn ôl i fewngofnodi";

        confirm_lead = "You sign in again where you do at work, even if you are signed in there, and come back here.", "Rydych yn mewngofnodi eto lle byddwch yn gwneud hynny yn y gwaith, hyd yn oed os ydych wedi mewngofnodi yno, ac yn dod yn ôl yma.";
        confirm_do = "Confirm with your organisation's sign-in", "Cadarnhau gyda dull mewngofnodi eich sefydliad";
        confirmed = "Confirmed: it is you", "Wedi'i gadarnhau: chi sydd yno";
        confirmed_lead = "What you were about to do is still here.", "Mae'r hyn roeddech ar fin ei wneud yma o hyd.";
        confirmed_do = "Go on", "Mynd ymlaen";
    }
}

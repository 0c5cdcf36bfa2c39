//! What the API answers to the phone, and to other systems, when it cannot do what was asked.

use super::words;

words! {
    /// What the API answers to the phone, and to other systems, when it cannot do what was asked.
    Answers {
        not_found = "There is nothing here, or it is not yours to see.", "Does dim byd yma, neu nid yw’n eiddo i chi ei weld.";
        not_signed_in = "You are signed out. Sign in, and it will be sent.", "Rydych wedi allgofnodi. Mewngofnodwch, a chaiff ei anfon.";
        no_key = "No key that opens this came with the request: it is missing, was ended, or has run out. Send the header Authorization: Bearer KEY. An administrator makes keys at /office/systems.", "Ni ddaeth allwedd sy’n agor hyn gyda’r cais: mae ar goll, wedi’i therfynu, neu wedi dod i ben. Anfonwch y pennawd Authorization: Bearer KEY. Gweinyddwr sy’n gwneud allweddi yn /office/systems.";
        erased = "You have been erased. Nothing of yours is kept here, and nothing was stored.", "Rydych wedi cael eich dileu. Ni chedwir dim ohonoch yma, ac ni storiwyd dim.";
        not_a_leader = "Only a leader can send walkthroughs. Ask your administrator.", "Dim ond arweinydd all anfon teithiau. Gofynnwch i’ch gweinyddwr.";
        confirm_first = "Confirm that it is you first. Nothing was changed.", "Cadarnhewch yn gyntaf mai chi sydd yno. Ni newidiwyd dim.";
        somebody_else = "Somebody else has signed in here since. Nothing was changed.", "Mae rhywun arall wedi mewngofnodi yma ers hynny. Ni newidiwyd dim.";
        cross_site = "This came from another site. Nothing was changed.", "Daeth hyn o wefan arall. Ni newidiwyd dim.";
        not_utf8 = "What was sent is not text in UTF-8. Nothing was stored.", "Nid testun UTF-8 yw’r hyn a anfonwyd. Ni storiwyd dim.";
        not_json = "What was sent is not the JSON this address takes. Nothing was stored.", "Nid y JSON y mae’r cyfeiriad hwn yn ei dderbyn yw’r hyn a anfonwyd. Ni storiwyd dim.";
        unknown_filter = "{what} cannot be asked for here. Known are service, state, after and limit. Nothing was read.", "Ni ellir gofyn am {what} yma. Y rhai hysbys yw service, state, after a limit. Ni ddarllenwyd dim.";
        unreadable = "What was sent cannot be read. Nothing was changed.", "Ni ellir darllen yr hyn a anfonwyd. Ni newidiwyd dim.";
        method = "This address does not take that kind of request. Nothing was changed.", "Nid yw’r cyfeiriad hwn yn derbyn y math hwnnw o gais. Ni newidiwyd dim.";
        too_slow = "The connection was too slow. Nothing was changed. Try again.", "Roedd y cysylltiad yn rhy araf. Ni newidiwyd dim. Rhowch gynnig arall arni.";
        too_large = "That is too large to take at once. Nothing was stored. Send less.", "Mae hynny’n rhy fawr i’w dderbyn ar unwaith. Ni storiwyd dim. Anfonwch lai.";
        too_many = "That is too many facts at once. Nothing was stored. Send 500 at most.", "Mae hynny’n ormod o ffeithiau ar unwaith. Ni storiwyd dim. Anfonwch 500 ar y mwyaf.";
        photo_unknown = "The story of this photo is not here yet. Send that first; the photo is still on the phone.", "Nid yw hanes y llun hwn yma eto. Anfonwch hwnnw yn gyntaf; mae'r llun yn dal ar y ffôn.";
        photo_gone = "This photo was taken back, and is not kept.", "Tynnwyd y llun hwn yn ôl, ac ni chaiff ei gadw.";
        photo_damaged = "The photo did not arrive as it was. Nothing of it was kept. Send it again.", "Ni chyrhaeddodd y llun fel yr oedd. Ni chadwyd dim ohono. Anfonwch ef eto.";
        not_an_image = "This is not a picture that can be read here. Nothing of it was kept. JPEG, PNG and WebP work.", "Nid llun y gellir ei ddarllen yma yw hwn. Ni chadwyd dim ohono. Mae JPEG, PNG a WebP yn gweithio.";
        too_many_photos = "This friction point has six photos, and that is the most it may have.", "Mae gan y rhwystr hwn chwe llun, a dyna'r mwyaf y caiff ei gael.";
        seal_refused = "This was not sealed for this server, or not by anyone it knows. Nothing was stored.", "Ni chafodd hwn ei selio ar gyfer y gweinydd hwn, neu nid gan neb y mae’n ei adnabod. Ni storiwyd dim.";
        full = "The server has no room left. Nothing was lost, and nothing new was stored.", "Nid oes lle ar ôl ar y gweinydd. Ni chollwyd dim, ac ni storiwyd dim byd newydd.";
        too_often = "Too many tries failed. Try again in ten minutes.", "Methodd gormod o gynigion. Rhowch gynnig arall arni ymhen deng munud.";
        asked_too_often = "This key asked too often. Wait for as many seconds as the header Retry-After says, then ask again.", "Gofynnodd yr allwedd hon yn rhy aml. Arhoswch am gynifer o eiliadau ag y mae’r pennawd Retry-After yn ei ddweud, yna gofynnwch eto.";
        broken = "Something went wrong on the server. Try again in a little while.", "Aeth rhywbeth o’i le ar y gweinydd. Rhowch gynnig arall arni ymhen ychydig.";
        busy = "The server is not ready. Try again in a little while.", "Nid yw’r gweinydd yn barod. Rhowch gynnig arall arni ymhen ychydig.";
    }
}

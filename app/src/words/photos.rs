//! Words about photos, on the leader's phone.

use super::words;

words! {
    /// Words about photos.
    Photos {
        // In the friction sheet
        photos = "Photos and screenshots", "Lluniau a sgrinluniau";
        up_to = "Up to {n}", "Hyd at {n}";
        why = "The service team sees photos. Before one is kept you cover what is private. Where and when it was taken is removed.", "Mae tîm y gwasanaeth yn gweld lluniau. Cyn cadw un, byddwch yn gorchuddio'r hyn sy'n breifat. Caiff ble a phryd y'i tynnwyd ei dynnu ohono.";
        photo = "Photo", "Llun";
        one_photo = "1 photo", "1 llun";
        n_photos = "{n} photos", "{n} llun";
        take = "Take a photo", "Tynnu llun";
        choose = "Choose from this phone", "Dewis o'r ffôn hwn";
        paste = "Paste", "Gludo";
        photo_n = "Photo {n}", "Llun {n}";
        remove_n = "Remove photo {n}", "Tynnu llun {n} i ffwrdd";
        removed = "Photo removed.", "Llun wedi'i dynnu i ffwrdd.";
        save_n = "Save as a file", "Cadw fel ffeil";
        try_again = "Try again", "Ceisio eto";
        full = "This phone is full. The photo is only in this page: make room and try again, or save it as a file. The friction point is safe.", "Mae'r ffôn hwn yn llawn. Dim ond yn y dudalen hon y mae'r llun: gwnewch le a cheisiwch eto, neu cadwch ef fel ffeil. Mae'r rhwystr yn ddiogel.";
        not_sent = "This photo could not be sent. Save it as a file, or remove it.", "Doedd dim modd anfon y llun hwn. Cadwch ef fel ffeil, neu tynnwch ef i ffwrdd.";
        opening = "Opening the picture", "Yn agor y llun";
        most = "That is the most photos for one point.", "Dyna'r nifer mwyaf o luniau ar gyfer un pwynt.";
        lost = "The photo did not arrive. Take it again.", "Chyrhaeddodd y llun ddim. Tynnwch ef eto.";
        unreadable = "This phone's browser cannot open this picture. In the camera's settings choose “Most compatible”, or take a screenshot of it.", "All porwr y ffôn hwn ddim agor y llun hwn. Yng ngosodiadau'r camera dewiswch “Most compatible”, neu tynnwch sgrinlun ohono.";
        not_image = "This is not a picture. Choose a photo or a screenshot.", "Nid llun yw hwn. Dewiswch lun neu sgrinlun.";
        large = "This picture is too large, over 60 MB. Take a screenshot of it instead.", "Mae'r llun hwn yn rhy fawr, dros 60 MB. Tynnwch sgrinlun ohono yn lle hynny.";
        nothing = "There is no picture to paste. Copy one first.", "Does dim llun i'w ludo. Copïwch un yn gyntaf.";
        missing = "Photos cannot be added yet: this phone has not fetched all of Firsthand. Open it once with signal.", "Does dim modd ychwanegu lluniau eto: nid yw'r ffôn hwn wedi nôl Firsthand i gyd. Agorwch ef unwaith gyda signal.";

        // Covering what is private
        cover = "Cover anything private", "Gorchuddiwch unrhyw beth preifat";
        cover_hint = "Draw over names, faces, addresses and reference numbers.", "Tynnwch eich bys dros enwau, wynebau, cyfeiriadau a chyfeirnodau.";
        close = "Close without adding it", "Cau heb ei ychwanegu";
        add_box = "Add a box", "Ychwanegu blwch";
        undo = "Undo", "Dadwneud";
        none_covered = "Nothing is covered yet.", "Does dim wedi'i orchuddio eto.";
        one_covered = "1 area covered.", "1 man wedi'i orchuddio.";
        n_covered = "{n} areas covered.", "{n} man wedi'u gorchuddio.";
        deleted = "What is under is deleted before the photo is saved.", "Caiff yr hyn sydd oddi tano ei ddileu cyn cadw'r llun.";
        keys = "Arrow keys move it. Shift and arrow keys change its size. Delete removes it.", "Mae'r saethau'n ei symud. Mae Shift a'r saethau'n newid ei faint. Mae Delete yn ei dynnu i ffwrdd.";
        area = "Covered area {n}", "Man wedi'i orchuddio {n}";
        remove_area = "Uncover area {n}", "Datorchuddio man {n}";
        retake = "Retake", "Ail-dynnu";
        another = "Change", "Newid";
        skip = "Skip this one", "Hepgor hwn";
        k_of_n = "Photo {k} of {n}.", "Llun {k} o {n}.";
        use_it = "Use this photo", "Defnyddio'r llun";
        nothing_private = "Nothing private here?", "Dim byd preifat yma?";
        use_bare = "Nothing private, use it", "Dim byd preifat, ei ddefnyddio";

        // Shared from another app
        no_walk = "No walk is running, so the picture you shared was not kept.", "Nid oes taith ar y gweill, felly ni chadwyd y llun a rannoch.";
        no_walk_then = "Start or carry on with a walk, then share it again.", "Dechreuwch daith neu ewch ymlaen ag un, yna rhannwch ef eto.";
        not_ready = "Share it once more.", "Rhannwch ef unwaith eto.";
        not_ready_why = "Firsthand was not ready for the picture, and kept nothing of it. It is ready now.", "Doedd Firsthand ddim yn barod am y llun, ac ni chadwyd dim ohono. Mae'n barod nawr.";
    }
}

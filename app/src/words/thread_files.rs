//! Files that a team keeps with a thread.

use super::words;

words! {
    /// Files that a team keeps with a thread.
    ThreadFiles {
        files = "Files of your team", "Ffeiliau eich tîm";
        files_hint = "Here, only your team sees these: no leader, no board, no other organisation. They are your organisation's records all the same, and may be asked for under freedom of information.", "Yma, dim ond eich tîm sy'n gweld y rhain: dim arweinydd, dim bwrdd, dim sefydliad arall. Cofnodion eich sefydliad ydynt yr un fath, a gellir gofyn amdanynt o dan ryddid gwybodaeth.";
        add = "Add a file", "Ychwanegu ffeil";
        file = "A file for your team", "Ffeil ar gyfer eich tîm";
        file_hint = "A PDF, a picture, a document, a spreadsheet or plain text, up to 5 MB; 10 at most. Leave out what names people.", "PDF, llun, dogfen, taenlen neu destun plaen, hyd at 5 MB; 10 ar y mwyaf. Gadewch allan yr hyn sy'n enwi pobl.";
        keep = "Keep the file", "Cadw'r ffeil";
        remove = "Remove", "Dileu";
        added = "Added a file", "Ychwanegwyd ffeil";
        removed = "Removed a file", "Dilëwyd ffeil";

        pdf = "PDF", "PDF";
        picture = "Picture", "Llun";
        text = "Text", "Testun";
        csv = "Table", "Tabl";
        document = "Document", "Dogfen";
        spreadsheet = "Spreadsheet", "Taenlen";

        empty = "Choose a file that has something in it. Nothing was saved.", "Dewiswch ffeil sydd â rhywbeth ynddi. Ni chadwyd dim.";
        too_large = "That file is larger than 5 MB. Nothing was saved.", "Mae'r ffeil honno'n fwy na 5 MB. Ni chadwyd dim.";
        not_taken = "Only a PDF, a picture (JPEG, PNG, WebP), a document (docx, odt), a spreadsheet (xlsx, ods, csv) or plain text (txt) can be added. Nothing was saved.", "Dim ond PDF, llun (JPEG, PNG, WebP), dogfen (docx, odt), taenlen (xlsx, ods, csv) neu destun plaen (txt) y gellir ei ychwanegu. Ni chadwyd dim.";
        otherwise = "What is in that file is not what its name says, or it is damaged. Nothing was saved.", "Nid yw'r hyn sydd yn y ffeil honno'n cyfateb i'w henw, neu mae wedi'i difrodi. Ni chadwyd dim.";
        macros = "That file has macros in it, which are small programs. Save it without them and add it again. Nothing was saved.", "Mae macros yn y ffeil honno, sef rhaglenni bach. Cadwch hi hebddynt ac ychwanegwch hi eto. Ni chadwyd dim.";
        too_many = "There are 10 files here, which is as many as there may be. Remove one first. Nothing was saved.", "Mae 10 ffeil yma, sef cymaint ag y gellir eu cael. Dilëwch un yn gyntaf. Ni chadwyd dim.";
    }
}

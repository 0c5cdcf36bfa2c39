//! Where things are held about a person: every table that names one, what of it is shown to them, and what becomes
//! of it when they are erased.
//!
//! A test reads the tables of both databases and fails when one of them, or a column, is missing here.

use Erasing::{Blanked, Computed, Gone, Stays};

/// A table that holds something about people.
#[derive(Debug)]
pub struct Place {
    /// Its name.
    pub table: &'static str,
    /// Which of its rows are about the person $1.
    pub rows: &'static str,
    /// The columns shown to the person, in their order.
    pub shown: &'static [Column],
    /// The columns that are not: secrets, and what another column says as well.
    pub hidden: &'static [&'static str],
    /// What becomes of the rows when the person is erased.
    pub erasing: Erasing,
}

/// A column, and how it is read.
#[derive(Debug)]
pub enum Column {
    /// TEXT.
    Text(&'static str),
    /// A number.
    Number(&'static str),
    /// 1 or 0.
    Flag(&'static str),
    /// Milliseconds.
    Time(&'static str),
    /// A person's id.
    Person(&'static str),
    /// A fact as it was sent: what it says.
    Fact(&'static str),
    /// Bytes of a JPEG.
    Picture(&'static str),
}

/// What becomes of rows when their person is erased.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Erasing {
    /// They are deleted.
    Gone,
    /// They keep their ids and lose what they say.
    Blanked,
    /// They are computed anew from what was blanked.
    Computed,
    /// They stay: ids and times, or words that are a service's.
    Stays,
}

impl Column {
    /// Its name.
    #[must_use]
    pub fn name(&self) -> &'static str {
        match self {
            Self::Text(name)
            | Self::Number(name)
            | Self::Flag(name)
            | Self::Time(name)
            | Self::Person(name)
            | Self::Fact(name)
            | Self::Picture(name) => name,
        }
    }
}

use Column::{Fact, Flag, Number, Person, Picture, Text, Time};

/// Rows of the person's walks.
const OF_WALKS: &str = "walk IN (SELECT id FROM walk WHERE author = $1)";

/// Every table that names a person or a walk.
pub const PLACES: &[Place] = &[
    Place {
        table: "person",
        rows: "id = $1",
        shown: &[
            Text("name"),
            Text("title_en"),
            Text("title_cy"),
            Text("organisation"),
            Text("roles"),
            Text("appears_as"),
            Flag("break_glass"),
            Time("created_at"),
            Time("disabled_at"),
            Time("erased_at"),
            Text("handle"),
            Text("id"),
        ],
        hidden: &[],
        erasing: Blanked,
    },
    Place {
        table: "person_service",
        rows: "person = $1",
        shown: &[Text("service")],
        hidden: &["person"],
        erasing: Gone,
    },
    Place {
        table: "invitation",
        rows: "person = $1",
        shown: &[
            Text("kind"),
            Time("created_at"),
            Time("expires_at"),
            Time("spent_at"),
        ],
        hidden: &["token_hash", "code_hash", "person"],
        erasing: Gone,
    },
    Place {
        table: "session",
        rows: "person = $1",
        shown: &[
            Text("device"),
            Text("how"),
            Time("created_at"),
            Time("seen_at"),
            Time("confirmed_at"),
            Text("id"),
        ],
        hidden: &["token_hash", "person"],
        // The hash of what a phone holds stays, so that it can be told to let go as well.
        erasing: Blanked,
    },
    Place {
        table: "passkey",
        rows: "person = $1",
        shown: &[Text("name"), Time("made_at"), Time("used_at")],
        hidden: &["id", "body", "person"],
        erasing: Gone,
    },
    Place {
        table: "single_sign_on",
        rows: "person = $1",
        shown: &[Text("issuer"), Text("subject"), Time("linked_at")],
        hidden: &["person"],
        erasing: Gone,
    },
    Place {
        table: "ceremony",
        rows: "person = $1",
        shown: &[Text("kind"), Time("expires_at")],
        hidden: &["token_hash", "state", "person"],
        erasing: Gone,
    },
    Place {
        table: "upload_ticket",
        rows: "person = $1",
        shown: &[Time("made_at")],
        hidden: &["ticket_hash", "person"],
        erasing: Gone,
    },
    Place {
        table: "held_seal",
        rows: "person = $1",
        shown: &[Time("received_at"), Number("size")],
        hidden: &["id", "person", "position", "sealed"],
        erasing: Gone,
    },
    Place {
        table: "walk",
        rows: "author = $1",
        shown: &[Text("id"), Text("organisation"), Time("first_received_at")],
        hidden: &["author"],
        erasing: Stays,
    },
    Place {
        table: "fact",
        rows: OF_WALKS,
        shown: &[
            Time("at"),
            Text("kind"),
            Fact("body"),
            Time("sent_at"),
            Time("received_at"),
            Text("walk"),
            Text("id"),
        ],
        hidden: &[],
        erasing: Blanked,
    },
    Place {
        table: "photo",
        rows: OF_WALKS,
        shown: &[
            Picture("jpeg"),
            Number("width"),
            Number("height"),
            Text("walk"),
            Text("id"),
        ],
        hidden: &[],
        erasing: Gone,
    },
    Place {
        table: "photo_part",
        rows: OF_WALKS,
        shown: &[
            Text("photo"),
            Number("begins"),
            Number("size"),
            Text("walk"),
        ],
        hidden: &["bytes"],
        erasing: Gone,
    },
    Place {
        table: "walk_row",
        rows: "author = $1",
        shown: &[
            Text("task"),
            Text("service"),
            Text("month"),
            Time("started_at"),
            Time("counted_at"),
            Flag("finished"),
            Text("need_met"),
            Text("did_should"),
            Text("why_not"),
            Number("ease"),
            Number("satisfaction"),
            Text("others_would"),
            Number("spent_ms"),
            Number("steps"),
            Number("steps_done"),
            Number("stopped_at"),
            Number("frictions"),
            Flag("committed"),
            Text("hand_off"),
            Flag("hand_off_through"),
            Text("again"),
            Text("held"),
            Number("unknown"),
            Text("counts"),
            Text("walk"),
        ],
        hidden: &["author", "organisation", "body"],
        erasing: Computed,
    },
    Place {
        table: "friction_row",
        rows: "author = $1",
        shown: &[
            Time("felt_at"),
            Text("task"),
            Text("service"),
            Text("month"),
            Number("step"),
            Text("category"),
            Text("second"),
            Text("severity"),
            Number("mood"),
            Text("feelings"),
            Text("note"),
            Flag("risk"),
            Flag("contacted_again"),
            Text("walk"),
            Text("id"),
        ],
        hidden: &["author", "organisation", "own", "thread"],
        erasing: Computed,
    },
    Place {
        table: "friction_words",
        rows: "friction IN (SELECT id FROM friction_row WHERE author = $1)",
        shown: &[Text("words"), Text("friction")],
        hidden: &["number"],
        erasing: Computed,
    },
    Place {
        table: "bright_row",
        rows: OF_WALKS,
        shown: &[
            Time("noted_at"),
            Text("task"),
            Text("service"),
            Text("month"),
            Number("step"),
            Text("note"),
            Number("position"),
            Text("walk"),
        ],
        hidden: &["organisation"],
        erasing: Computed,
    },
    Place {
        table: "journey_row",
        rows: OF_WALKS,
        shown: &[
            Time("counted_at"),
            Text("task"),
            Text("service"),
            Text("trace"),
            Text("walk"),
        ],
        hidden: &["organisation"],
        erasing: Computed,
    },
    Place {
        table: "month_count",
        // What was felt in all is there month by month.
        rows: "measure IN ('finished_by', 'felt_by') AND value = $1 AND month <> ''",
        shown: &[Text("month"), Text("measure"), Text("place"), Number("n")],
        hidden: &["organisation", "value", "part"],
        erasing: Computed,
    },
    Place {
        table: "thread_count",
        rows: "author = $1",
        shown: &[Text("thread"), Number("felt")],
        // What the rows of friction say one by one.
        hidden: &[
            "author",
            "slowed",
            "nearly",
            "stopped",
            "risk",
            "contacted_again",
            "unseen",
        ],
        erasing: Computed,
    },
    Place {
        table: "withdrawn_row",
        rows: OF_WALKS,
        shown: &[
            Time("felt_at"),
            Time("withdrawn_at"),
            Text("task"),
            Text("service"),
            Number("step"),
            Flag("bright"),
            Text("walk"),
            Text("id"),
        ],
        hidden: &["organisation"],
        erasing: Computed,
    },
    Place {
        table: "photo_row",
        rows: "author = $1",
        shown: &[
            Text("friction"),
            Text("service"),
            Number("size"),
            Text("sha256"),
            Text("walk"),
            Text("id"),
        ],
        hidden: &["author", "organisation"],
        erasing: Computed,
    },
    Place {
        table: "share",
        rows: "(author = $1 OR reader = $1)",
        shown: &[
            Person("author"),
            Person("reader"),
            Text("item"),
            Time("shared_at"),
            Text("walk"),
            Text("id"),
        ],
        hidden: &["organisation"],
        erasing: Gone,
    },
    Place {
        table: "commitment_kept",
        rows: "person = $1",
        shown: &[Time("at"), Text("walk")],
        hidden: &["person"],
        erasing: Gone,
    },
    Place {
        table: "quote_agreed",
        rows: "person = $1",
        shown: &[Time("at"), Text("walk"), Text("friction")],
        hidden: &["person", "words"],
        erasing: Gone,
    },
    Place {
        table: "friction_seen",
        rows: "person = $1",
        shown: &[Time("seen_at"), Text("friction")],
        hidden: &["person", "organisation"],
        erasing: Stays,
    },
    Place {
        table: "reply",
        rows: "person = $1",
        shown: &[
            Time("at"),
            Text("text"),
            Text("not_before"),
            Text("friction"),
            Text("id"),
        ],
        hidden: &["person", "organisation"],
        erasing: Stays,
    },
    Place {
        table: "thread",
        rows: "owner = $1",
        shown: &[
            Text("service"),
            Text("task"),
            Number("step"),
            Text("category"),
            Text("due_on"),
            Text("id"),
        ],
        hidden: &[
            "owner",
            "organisation",
            "merged_into",
            "decision",
            "decided_at",
            "judged_from",
            "planned_for",
            "reason",
            "view",
            "view_at",
            "created_at",
        ],
        erasing: Stays,
    },
    Place {
        table: "thread_pin",
        rows: "friction IN (SELECT id FROM friction_row WHERE author = $1)",
        shown: &[Text("friction"), Text("thread")],
        hidden: &[],
        erasing: Stays,
    },
    Place {
        table: "thread_note",
        rows: "person = $1",
        shown: &[Time("at"), Text("text"), Text("thread"), Text("id")],
        hidden: &["person", "organisation"],
        erasing: Stays,
    },
    Place {
        table: "thread_file",
        rows: "person = $1",
        shown: &[
            Time("at"),
            Text("name"),
            Number("size"),
            Text("thread"),
            Text("id"),
        ],
        hidden: &["person", "organisation", "kind", "bytes"],
        erasing: Stays,
    },
    Place {
        table: "risk_contact",
        rows: "person = $1",
        shown: &[Time("set_at"), Text("service")],
        hidden: &["person", "organisation"],
        erasing: Gone,
    },
    Place {
        table: "thread_event",
        rows: "(person = $1 OR about = $1)",
        shown: &[
            Time("at"),
            Text("what"),
            Text("body"),
            Person("person"),
            Person("about"),
            Text("thread"),
            Text("id"),
        ],
        hidden: &["organisation"],
        erasing: Stays,
    },
    Place {
        table: "packet",
        rows: "person = $1",
        shown: &[
            Time("made_at"),
            Time("expires_at"),
            Time("ended_at"),
            Number("openings"),
            Time("opened_at"),
            Text("thread"),
            Text("id"),
        ],
        hidden: &["token_hash", "person", "organisation"],
        erasing: Stays,
    },
    Place {
        table: "paper_link",
        rows: "created_by = $1",
        shown: &[
            Text("label"),
            Text("month"),
            Time("created_at"),
            Time("expires_at"),
            Time("revoked_at"),
            Text("id"),
        ],
        hidden: &["token_hash", "organisation", "created_by"],
        erasing: Stays,
    },
    // What is written there is the organisation's, whoever holds the pen.
    Place {
        table: "month_draft",
        rows: "approved_by = $1",
        shown: &[Text("month"), Number("version"), Time("approved_at")],
        hidden: &[
            "organisation",
            "edition",
            "reply_opened_at",
            "reply_until",
            "reply_asked",
            "words_en",
            "words_cy",
            "reason_en",
            "reason_cy",
            "approval_lost",
            "approved_by",
            "approved_digest",
            "published_at",
        ],
        erasing: Stays,
    },
    Place {
        table: "offer",
        rows: "person = $1",
        shown: &[
            Time("offered_at"),
            Time("taken_back_at"),
            Text("message"),
            Text("thread"),
            Text("id"),
        ],
        hidden: &["person", "organisation", "to_organisation", "to_service"],
        erasing: Stays,
    },
    Place {
        table: "offer_answer",
        rows: "person = $1",
        shown: &[Time("at"), Text("answer"), Text("text"), Text("id")],
        hidden: &["person", "organisation", "offer"],
        erasing: Stays,
    },
    Place {
        table: "told_words",
        rows: OF_WALKS,
        shown: &[Text("friction"), Text("walk"), Text("holder")],
        hidden: &["described"],
        erasing: Gone,
    },
    Place {
        table: "mail_choice",
        rows: "person = $1",
        shown: &[
            Text("address"),
            Text("digest"),
            Flag("alerts"),
            Flag("months"),
            Text("lang"),
            Time("confirmed_at"),
            Time("changed_at"),
        ],
        hidden: &["person", "secret", "next_digest"],
        erasing: Gone,
    },
    Place {
        table: "calendar_feed",
        rows: "person = $1",
        shown: &[Time("made_at"), Time("ended_at")],
        hidden: &["person", "token_hash"],
        erasing: Gone,
    },
    Place {
        table: "outbox",
        rows: "person = $1",
        shown: &[Text("topic"), Time("made_at"), Time("done_at")],
        hidden: &[
            "id",
            "organisation",
            "person",
            "hook",
            "body",
            "due_at",
            "leased_until",
            "tries",
            "fault",
        ],
        erasing: Gone,
    },
    Place {
        table: "hook",
        rows: "made_by = $1",
        shown: &[Text("url"), Time("made_at"), Time("ended_at")],
        hidden: &["id", "organisation", "secret", "made_by"],
        erasing: Stays,
    },
    Place {
        table: "api_key",
        rows: "made_by = $1",
        shown: &[
            Text("name"),
            Time("made_at"),
            Time("expires_at"),
            Time("ended_at"),
        ],
        hidden: &[
            "id",
            "token_hash",
            "organisation",
            "service",
            "made_by",
            "used_at",
        ],
        erasing: Stays,
    },
    Place {
        table: "saved_view",
        rows: "person = $1",
        shown: &[Text("name"), Text("query"), Time("created_at"), Text("id")],
        hidden: &["person", "organisation"],
        erasing: Gone,
    },
    Place {
        table: "month_said",
        rows: "person = $1",
        shown: &[
            Time("at"),
            Text("said"),
            Text("text_en"),
            Text("text_cy"),
            Text("task"),
            Number("step"),
            Text("walk"),
        ],
        hidden: &["organisation", "sequence", "position", "salt", "person"],
        // The record keeps a commitment to each, which says nothing without its salt.
        erasing: Blanked,
    },
    Place {
        table: "month_walk",
        rows: OF_WALKS,
        shown: &[Number("sequence"), Flag("finished"), Text("walk")],
        hidden: &["organisation", "salt"],
        erasing: Gone,
    },
    Place {
        table: "erasure",
        rows: "person = $1",
        shown: &[Time("asked_at"), Time("due_at"), Time("held_at")],
        hidden: &["person"],
        erasing: Stays,
    },
    Place {
        table: "audit",
        rows: "(person = $1 OR about = $1)",
        shown: &[
            Time("at"),
            Text("what"),
            Person("person"),
            Text("about"),
            Text("id"),
        ],
        hidden: &["organisation"],
        erasing: Stays,
    },
];

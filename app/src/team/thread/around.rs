//! What is around a thread: who looks after it, the team's notes and view, and other threads that may be the same.

use crate::{
    team::Typed,
    walk::{Answer, Category, Text, ThreadId, WalkId},
    words::When,
};

use super::{Alike, Day, FileFault, Head, TeamFile, Time};

/// What a team does about a thread beside deciding.
#[derive(Clone, Debug)]
pub struct Care {
    /// Who looks after it: id and name.
    pub owner: Option<(String, String)>,
    /// The day it is to be done by.
    pub due: Option<Day>,
    /// True once that day is past.
    pub overdue: bool,
    /// Who could look after it: ids and names of the service's team.
    pub team: Vec<(String, String)>,
    /// Notes for the team alone, newest first.
    pub notes: Vec<Note>,
    /// The id that the next note has: sent twice, it is one note.
    pub note_id: String,
    /// The team's view, which the board reads beside what was felt.
    pub view: Option<Put>,
    /// Until when the board is told that the team may still put one.
    pub until: When,
    /// True before then.
    pub open: bool,
    /// The name of whoever is told at once of a risk at this service.
    pub risk_contact: Option<String>,
    /// What was put together with it.
    pub parts: Vec<Joined>,
    /// Files for the team alone, newest first.
    pub files: Vec<TeamFile>,
    /// The id that the next file has: sent twice, it is one file.
    pub file_id: String,
    /// Why a file was not kept.
    pub file_fault: Option<FileFault>,
    /// Who and until when, as it was chosen and could not be kept.
    pub typed_give: Option<TypedGive>,
    /// A note that could not be kept, as it was typed.
    pub typed_note: Option<Typed>,
    /// A view that could not be put, as it was typed.
    pub typed_view: Option<Typed>,
}

/// Who is to look after a thread and until when, as it was chosen.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct TypedGive {
    /// The person's id; empty for nobody.
    pub owner: String,
    /// The day.
    pub due: String,
    /// Why it was not kept; none when a colleague was faster.
    pub fault: Option<GiveFault>,
}

/// Why it was not kept who is to look after a thread and until when.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum GiveFault {
    /// Whoever was chosen does not answer for its service.
    NotOfTeam,
    /// That is no day.
    NoDay,
    /// That day has passed, or is many years away.
    FarDay,
}

/// A note for the team alone.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Note {
    /// Who wrote it; empty for somebody who was erased.
    pub name: String,
    /// When.
    pub at: When,
    /// What it says.
    pub text: String,
}

/// A team's view, put for the board to read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Put {
    /// What it says.
    pub text: String,
    /// When it was put.
    pub at: When,
}

/// A thread that was put together with another.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Joined {
    /// Which.
    pub id: ThreadId,
    /// The task's name.
    pub task: Text,
    /// The step, counted from 0.
    pub step: u16,
    /// The step's name, while the task still has that step.
    pub step_name: Option<Text>,
    /// What gets in the way; `None` for something else.
    pub category: Option<Category>,
    /// How often that was felt.
    pub felt: u64,
}

/// A thread beside others that may be the same.
#[derive(Clone, Debug)]
pub struct SamePage {
    /// The thread.
    pub head: Head,
    /// The newest times it was felt.
    pub times: Vec<Time>,
    /// The others, the likeliest first.
    pub others: Vec<Other>,
}

/// A thread that may be the same.
#[derive(Clone, Debug)]
pub struct Other {
    /// In few words.
    pub head: Head,
    /// The newest times it was felt.
    pub times: Vec<Time>,
    /// What both have in common.
    pub alike: Vec<Alike>,
    /// Words that were used on both sides.
    pub both_say: Vec<String>,
}

/// A walk that walked it again, and whether the change held.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Rewalk {
    /// Which.
    pub walk: WalkId,
    /// What it answered to "did it hold?".
    pub held: Answer,
    /// When.
    pub at: When,
}

/// Something that happened to a thread.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Event {
    /// When.
    pub at: When,
    /// Whose doing it was; empty for somebody who was erased.
    pub name: String,
    /// What.
    pub what: Happened,
    /// The day it names.
    pub day: Option<Day>,
    /// What was said of it.
    pub why: String,
}

/// What happened to a thread.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Happened {
    /// The team said how it stands.
    Decided(crate::walk::thread::Decision),
    /// It was put together with another.
    Joined(ThreadId),
    /// They were taken apart again.
    Apart(ThreadId),
    /// So many times it was felt were taken out, into a thread of their own.
    Split(ThreadId, u64),
    /// It was taken out of another.
    SplitFrom(ThreadId),
    /// Somebody is to look after it, by name; none for nobody, and nobody's name for somebody erased.
    Given(Option<String>),
    /// The team put its view, or took it back.
    View,
    /// Somebody added a file.
    FileAdded,
    /// Somebody removed one.
    FileRemoved,
}

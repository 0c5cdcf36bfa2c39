//! The audit: who did what when. Ids only, never what anything said.

use app::walk::Millis;

use super::{Desk, Store, Tx, db::Result};
use crate::token;

/// Lists every deed once, with the code it is stored by.
macro_rules! deeds {
    ($($(#[$doc:meta])* $name:ident = $code:literal,)+) => {
        /// What was done.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub enum What { $($(#[$doc])* $name,)+ }

        impl What {
            /// Every deed.
            pub const ALL: &'static [Self] = &[$(Self::$name,)+];

            /// The code it is stored by. Codes stay for as long as the audit does.
            #[must_use]
            pub fn code(self) -> &'static str {
                match self { $(Self::$name => $code,)+ }
            }
        }
    };
}

deeds! {
    /// A session began; about: how.
    SignedIn = "signed_in",
    /// A session was ended by its owner; about: the session.
    SignedOut = "signed_out",
    /// An invitation was made; about: for whom.
    InvitationMade = "invitation_made",
    /// An invitation was spent; about: its kind.
    InvitationSpent = "invitation_spent",
    /// A passkey was made; about: the passkey.
    PasskeyMade = "passkey_made",
    /// A passkey was taken away; about: the passkey.
    PasskeyRemoved = "passkey_removed",
    /// The person proved to be there; about: how.
    Confirmed = "confirmed",
    /// Whom the organisation's single sign-on means was linked to a person; about: the person.
    Linked = "linked",
    /// Got in by their own way where single sign-on is the only one; about: how.
    BrokeGlass = "broke_glass",
    /// May break the glass from now on; about: the person.
    MayBreakGlass = "may_break_glass",
    /// How the organisation's people sign in was set; about: how.
    SignInSet = "sign_in_set",
    /// Asked for something that is not theirs, or not there; about: the route.
    Denied = "denied",
    /// How a leader appears was chosen; about: as what.
    AppearsAs = "appears_as",
    /// Something of the person's own was shared; about: the reader.
    Shared = "shared",
    /// That was taken back; about: the reader.
    ShareTakenBack = "share_taken_back",
    /// A copy of all that is held about the person was taken away; about: of what kind.
    Exported = "exported",
    /// The person asked to be erased; about: the person.
    ErasureAsked = "erasure_asked",
    /// They withdrew that; about: the person.
    ErasureWithdrawn = "erasure_withdrawn",
    /// An operator holds a person's erasure; about: the person.
    ErasureHeld = "erasure_held",
    /// That was lifted; about: the person.
    ErasureReleased = "erasure_released",
    /// Everything of a person was erased; about: the person.
    PersonErased = "person_erased",
    /// The organisation was made; about: the organisation.
    OrganisationMade = "organisation_made",
    /// A person was added; about: the person.
    PersonAdded = "person_added",
    /// Their name or job was changed; about: the person.
    PersonChanged = "person_changed",
    /// Their roles or services were changed; about: the person.
    RolesChanged = "roles_changed",
    /// They were disabled: nothing is shown to them any more; about: the person.
    PersonDisabled = "person_disabled",
    /// They were enabled again; about: the person.
    PersonEnabled = "person_enabled",
    /// Their open invitation was ended; about: the person.
    InvitationsEnded = "invitations_ended",
    /// A service was added; about: the service.
    ServiceAdded = "service_added",
    /// A service was given another name; about: the service.
    ServiceRenamed = "service_renamed",
    /// For how many days a team may put its view was set; about: nothing.
    ReplyDaysSet = "reply_days_set",
    /// Who is told of a risk at a service was set; about: the service.
    RiskContactSet = "risk_contact_set",
    /// A walk was taken in from a file; about: the leader it belongs to.
    WalkTakenIn = "walk_taken_in",
    /// A page was made for whoever has its address; about: the page.
    PacketMade = "packet_made",
    /// It was ended; about: the page.
    PacketEnded = "packet_ended",
    /// A thread was offered to another organisation; about: the offer.
    Offered = "offered",
    /// That was taken back; about: the offer.
    OfferTakenBack = "offer_taken_back",
    /// Another organisation's offer was answered; about: the offer.
    OfferAnswered = "offer_answered",
    /// Which services take offers was changed; about: nothing.
    OffersSet = "offers_set",
    /// A copy of the audit was taken; about: nothing.
    AuditExported = "audit_exported",
    /// A key for another system was made; about: the key.
    KeyMade = "key_made",
    /// It was ended; about: the key.
    KeyEnded = "key_ended",
    /// Another system to call was added; about: it.
    HookAdded = "hook_added",
    /// It is called no more; about: it.
    HookEnded = "hook_ended",
    /// A person made a secret address of their calendar; about: the person.
    CalendarMade = "calendar_made",
    /// A copy of what was felt was taken; about: the file.
    FrictionExported = "friction_exported",
    /// Service teams were asked for their view of a month; about: the month.
    MonthOpened = "month_opened",
    /// A month was approved for publishing; about: the month and its version.
    MonthApproved = "month_approved",
    /// It was published; about: the month and its version.
    MonthPublished = "month_published",
    /// A correction of a published month was begun; about: the month and its version.
    MonthCorrected = "month_corrected",
    /// That was given up; about: the month and its version.
    CorrectionGivenUp = "correction_given_up",
    /// An address was made for who reads a month without an account; about: the link.
    PaperMade = "paper_made",
    /// It was ended; about: the link.
    PaperEnded = "paper_ended",
}

/// One line of the audit.
#[derive(Clone, Copy, Debug)]
pub struct Deed<'a> {
    /// Where it counts.
    pub organisation: &'a str,
    /// Who did it; none for the operator's commands.
    pub person: Option<&'a str>,
    /// What was done.
    pub what: What,
    /// The id of what it was done to; see [`What`].
    pub about: &'a str,
}

impl Tx {
    /// Notes a deed in the transaction that does it: both are kept, or neither.
    pub async fn note(&mut self, deed: Deed<'_>, now: Millis) -> Result<()> {
        self.execute(
            "INSERT INTO audit (id, organisation, at, person, what, about) VALUES ($1, $2, $3, $4, $5, $6)",
            &[
                token::fresh().into(),
                deed.organisation.into(),
                now.into(),
                deed.person.into(),
                deed.what.code().into(),
                deed.about.into(),
            ],
        )
        .await
        .map(drop)
    }
}

impl Store {
    /// Notes a deed that writes nothing else.
    pub async fn note(&self, deed: Deed<'_>, now: Millis) -> Result<()> {
        let mut tx = self.db().begin().await?;
        tx.note(deed, now).await?;
        tx.commit().await
    }
}

impl Desk {
    /// A deed of this desk's viewer.
    pub(crate) fn deed<'a>(&'a self, what: What, about: &'a str) -> Deed<'a> {
        Deed {
            organisation: &self.viewer().organisation,
            person: Some(&self.viewer().person),
            what,
            about,
        }
    }
}

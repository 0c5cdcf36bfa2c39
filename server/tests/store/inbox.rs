//! The inbox: which threads it lists, in which order, and what is found in it.

use app::{
    team::{Decided, Filter, Group, Inbox, Sort, Stand},
    walk::{
        Category, Erased, FactId, FrictionDescribed, FrictionId, FrictionWithdrawn, Kind, Severity,
        thread::{Decision, State},
    },
};
use server::store::{Db, Desk, INBOX_PAGE, StoreError};

use crate::{
    House,
    house::{DAY, NOON, task},
    on_both,
    phone::Phone,
};

on_both![
    what_was_felt_again_is_one_line,
    what_hurts_most_comes_first,
    it_is_sorted_as_was_chosen,
    it_shows_what_was_chosen,
    a_long_inbox_goes_on_page_by_page,
    words_are_found_whatever_their_accents,
    search_finds_nothing_of_other_services,
    words_that_were_taken_back_are_nowhere,
    trust_26_nothing_typed_is_a_command,
    the_same_is_done_to_all_that_were_ticked_or_to_none,
    views_are_ones_own,
    what_was_felt_rings_at_once,
];

/// One friction point, on the way to being told.
struct Felt {
    who: &'static str,
    task: &'static str,
    step: u16,
    category: Category,
    note: &'static str,
    told: FrictionDescribed,
    at: i64,
}

impl Felt {
    fn at_step(step: u16, category: Category) -> Self {
        Self {
            who: "ann",
            task: "missed-bin",
            step,
            category,
            note: "",
            told: FrictionDescribed::of(FrictionId(uuid::Uuid::nil())),
            at: NOON,
        }
    }

    fn saying(note: &'static str) -> Self {
        Self {
            note,
            ..Self::at_step(0, Category::Wait)
        }
    }

    /// Walked and sent on a phone of its own.
    async fn send(self, house: &House, seed: u64) -> (Phone, FrictionId) {
        let mut phone = Phone::new(seed);
        phone.now = self.at - 600_000;
        phone.start(self.task);
        let friction = phone.feel(self.step, self.category);
        if !self.note.is_empty() {
            phone.describe(friction, self.note);
        }
        phone.note(&Kind::FrictionDescribed(FrictionDescribed {
            friction,
            ..self.told
        }));
        send(house, self.who, &phone).await;
        (phone, friction)
    }
}

async fn send(house: &House, who: &str, phone: &Phone) {
    let request = app::wire::SyncRequest {
        sent_at: phone.now,
        ..phone.request()
    };
    let desk = house.desk(who).await;
    desk.append(request, phone.now).await.expect("kept");
}

async fn shown(desk: &Desk, filter: &Filter) -> Inbox {
    let inbox = desk.inbox(filter, None, NOON + DAY).await;
    inbox.expect("the inbox")
}

fn steps(inbox: &Inbox) -> Vec<u16> {
    inbox.lines.iter().map(|line| line.head.step).collect()
}

fn words(words: &str) -> Filter {
    Filter {
        words: words.into(),
        ..Filter::default()
    }
}

async fn what_was_felt_again_is_one_line(house: House) {
    let again = |who, note| Felt {
        who,
        ..Felt::saying(note)
    };
    again("ann", "The first").send(&house, 1).await;
    let later = Felt {
        at: NOON + 3_600_000,
        ..again("ben", "The second")
    };
    let (_, friction) = later.send(&house, 2).await;
    let tom = house.desk("tom").await;
    let inbox = shown(&tom, &Filter::default()).await;
    assert_eq!((inbox.lines.len(), inbox.new, inbox.felt), (1, 2, 2));
    let line = &inbox.lines[0];
    assert_eq!((line.head.felt, line.head.leaders, line.unseen), (2, 2, 2));
    assert_eq!(line.said, "The second");
    assert_eq!(line.head.state, State::New);
    assert_eq!(inbox.count(Group::Calls), 1);
    tom.mark_seen(friction, NOON + DAY).await.expect("seen");
    let inbox = shown(&tom, &Filter::default()).await;
    assert_eq!((inbox.new, inbox.lines[0].unseen), (1, 1));
    let cats = shown(&house.desk("cat").await, &Filter::default()).await;
    assert_eq!((cats.lines.len(), cats.new, cats.felt), (0, 0, 0));
}

/// Felt at the steps of a bin that was missed: three times and slowing, once and stopping, once with a risk.
async fn of_all_kinds(house: &House) {
    for (seed, who) in [(1, "ann"), (2, "ben"), (3, "ben")] {
        let slow = Felt {
            who,
            at: NOON - DAY,
            ..Felt::at_step(0, Category::Wait)
        };
        slow.send(house, seed).await;
    }
    let mut stopping = Felt::at_step(1, Category::Form);
    stopping.told.severity = Some(Some(Severity::Stopped));
    stopping.at = NOON - 2 * DAY;
    stopping.send(house, 4).await;
    let mut risky = Felt::at_step(2, Category::Trust);
    risky.told.risk = Some(true);
    risky.at = NOON - 3 * DAY;
    risky.send(house, 5).await;
    Felt::at_step(3, Category::Find).send(house, 6).await;
}

async fn what_hurts_most_comes_first(house: House) {
    of_all_kinds(&house).await;
    let tom = house.desk("tom").await;
    let all = Filter::default();
    assert_eq!(steps(&shown(&tom, &all).await), [2, 1, 0, 3]);
    decide(&house, 2, "not_now").await;
    decide(&house, 0, "planned").await;
    let inbox = shown(&tom, &all).await;
    assert_eq!(steps(&inbox), [1, 3, 0, 2], "what is settled comes last");
    let counts = Group::ALL.iter().map(|it| inbox.count(*it));
    assert_eq!(counts.collect::<Vec<_>>(), [2, 1, 1]);
}

async fn it_is_sorted_as_was_chosen(house: House) {
    of_all_kinds(&house).await;
    decide(&house, 1, "explained").await;
    let tom = house.desk("tom").await;
    let by = |sort| Filter {
        sort,
        ..Filter::default()
    };
    let newest = shown(&tom, &by(Sort::Newest)).await;
    assert_eq!(steps(&newest), [3, 0, 1, 2]);
    let waiting = shown(&tom, &by(Sort::Waiting)).await;
    assert_eq!(steps(&waiting), [2, 0, 3], "what is settled waits no more");
}

/// The team says something of what is felt at a step.
async fn decide(house: &House, step: i64, decision: &str) {
    let mut tx = house.db.begin().await.expect("begun");
    tx.execute(
        "UPDATE thread SET decision = $1 WHERE step = $2",
        &[decision.into(), step.into()],
    )
    .await
    .expect("decided");
    tx.commit().await.expect("committed");
    house.store.rebuild().await.expect("rebuilt");
}

async fn it_shows_what_was_chosen(house: House) {
    of_all_kinds(&house).await;
    decide(&house, 1, "accepted").await;
    let tom = house.desk("tom").await;
    let all = Filter::default();
    let chosen = [
        (
            Filter {
                service: Some("bins".into()),
                task: Some("missed-bin".into()),
                ..all.clone()
            },
            &[2, 0, 3, 1][..],
        ),
        (
            Filter {
                task: Some("ramp".into()),
                ..all.clone()
            },
            &[],
        ),
        (
            Filter {
                service: Some("adaptations".into()),
                ..all.clone()
            },
            &[],
        ),
        (
            Filter {
                stand: Some(Stand::State(State::Accepted)),
                ..all.clone()
            },
            &[1],
        ),
        (
            Filter {
                stand: Some(Stand::Group(Group::Calls)),
                ..all.clone()
            },
            &[2, 0, 3],
        ),
        (
            Filter {
                category: Some(Some(Category::Wait)),
                ..all.clone()
            },
            &[0],
        ),
        (
            Filter {
                category: Some(None),
                ..all.clone()
            },
            &[],
        ),
        (
            Filter {
                severity: Some(Severity::Stopped),
                ..all.clone()
            },
            &[1],
        ),
        (
            Filter {
                risk: true,
                ..all.clone()
            },
            &[2],
        ),
        (
            Filter {
                unseen: true,
                risk: true,
                stand: Some(Stand::Group(Group::Settled)),
                ..all.clone()
            },
            &[],
        ),
    ];
    for (filter, found) in chosen {
        assert_eq!(steps(&shown(&tom, &filter).await), found, "{filter:?}");
    }
}

async fn a_long_inbox_goes_on_page_by_page(house: House) {
    let mut long = task("missed-bin");
    let step = long.steps[0].clone();
    long.steps = vec![step; INBOX_PAGE];
    house.put_tasks("aber", &[long]).await;
    let mut phone = Phone::new(1);
    phone.start("missed-bin");
    for category in [Category::Wait, Category::Form] {
        for step in 0..u16::try_from(INBOX_PAGE).expect("a step") {
            phone.feel(step, category);
        }
    }
    phone.feel(0, Category::Find);
    phone.now = NOON;
    send(&house, "ann", &phone).await;
    let tom = house.desk("tom").await;
    for sort in Sort::ALL {
        let filter = Filter {
            sort: *sort,
            ..Filter::default()
        };
        let (mut after, mut sizes, mut all) = (None, Vec::new(), Vec::new());
        loop {
            let page = tom.inbox(&filter, after.as_deref(), NOON).await;
            let page = page.expect("the inbox");
            assert_eq!(page.after, after, "the page knows where it begins");
            sizes.push(page.lines.len());
            all.extend(page.lines.iter().map(|line| line.head.id));
            after = page.more;
            if after.is_none() {
                break;
            }
        }
        assert_eq!(sizes, [INBOX_PAGE, INBOX_PAGE, 1]);
        all.sort();
        all.dedup();
        assert_eq!(all.len(), 2 * INBOX_PAGE + 1, "each once");
    }
    let odd = tom.inbox(&Filter::default(), Some("1.x.y"), NOON).await;
    assert_eq!(odd.expect("the inbox").lines.len(), INBOX_PAGE);
}

async fn words_are_found_whatever_their_accents(house: House) {
    let said = [
        (0, "Roedd y tŷ'n wag, a'r dŵr i ffwrdd"),
        (1, "THE CAFÉ on the form is not mine"),
        (2, "The house was empty"),
    ];
    for (step, note) in said {
        let felt = Felt {
            step,
            ..Felt::saying(note)
        };
        felt.send(&house, 1 + u64::from(step)).await;
    }
    let tom = house.desk("tom").await;
    for (typed, found) in [
        ("ty", &[0][..]),
        ("TŶ dwr", &[0]),
        ("dŵr tŷ wag", &[0]),
        ("cafe", &[1]),
        ("caf", &[1]),
        ("the", &[1, 2]),
        ("the empty", &[2]),
        ("house café", &[]),
        ("afe", &[]),
        // The name of the task.
        ("something GET", &[0, 1, 2]),
    ] {
        let mut steps = steps(&shown(&tom, &words(typed)).await);
        steps.sort_unstable();
        assert_eq!(steps, found, "{typed}");
    }
    // The words that were found are shown, not the newest.
    let newer = Felt {
        at: NOON + DAY,
        ..Felt::saying("Something else")
    };
    newer.send(&house, 9).await;
    let found = shown(&tom, &words("dwr")).await;
    assert!(found.lines[0].said.contains("dŵr"), "{:?}", found.lines);
}

async fn search_finds_nothing_of_other_services(house: House) {
    let elsewhere = Felt {
        task: "ramp",
        ..Felt::saying("Nobody rang about the handrail")
    };
    elsewhere.send(&house, 1).await;
    house.put_tasks("cwm", &[task("missed-bin")]).await;
    let neighbour = Felt {
        who: "cat",
        ..Felt::saying("The handrail was loose")
    };
    neighbour.send(&house, 2).await;
    let (tom, cat) = (house.desk("tom").await, house.desk("cat").await);
    let found = shown(&tom, &words("handrail")).await;
    assert!(found.lines.is_empty(), "{:?}", found.lines);
    assert!(found.counts.iter().all(|(_, count)| *count == 0));
    let found = shown(&cat, &words("handrail")).await;
    assert_eq!(found.lines.len(), 1);
    assert_eq!(found.lines[0].said, "The handrail was loose");
}

async fn words_that_were_taken_back_are_nowhere(house: House) {
    let tom = house.desk("tom").await;
    let mut at = NOON;
    for (seed, word) in [(1, "withdrawing"), (2, "erasing"), (3, "rewording")] {
        let felt = Felt {
            note: match word {
                "withdrawing" => "A word worth withdrawing",
                "erasing" => "A word worth erasing",
                _ => "A word worth rewording",
            },
            at,
            ..Felt::saying("")
        };
        let (mut phone, friction) = felt.send(&house, seed).await;
        assert_eq!(shown(&tom, &words(word)).await.lines.len(), 1, "{word}");
        assert!(indexed(&house, word).await, "{word}");
        match word {
            "withdrawing" => {
                phone.note(&Kind::FrictionWithdrawn(FrictionWithdrawn { friction }));
            }
            "erasing" => {
                let facts = phone
                    .facts
                    .iter()
                    .map(|fact| fact.id)
                    .collect::<Vec<FactId>>();
                for fact in facts {
                    phone.note(&Kind::Erased(Erased { fact }));
                }
            }
            _ => {
                phone.describe(friction, "Other words");
            }
        }
        at += DAY;
        phone.now = at;
        send(&house, "ann", &phone).await;
        assert!(shown(&tom, &words(word)).await.lines.is_empty(), "{word}");
        assert!(!indexed(&house, word).await, "{word} is still in the index");
    }
}

/// True when a word stands in the index itself, whether or not anything is found by it.
async fn indexed(house: &House, word: &str) -> bool {
    let sql = match &house.db {
        Db::Sqlite { .. } => "SELECT hex(block) FROM friction_index_data",
        Db::Postgres(_) => "SELECT CAST(tokens AS TEXT) FROM friction_index",
    };
    let written = match &house.db {
        // Without its first letters, which it may share with the word before it.
        Db::Sqlite { .. } => word.bytes().skip(3).map(|it| format!("{it:02X}")).collect(),
        Db::Postgres(_) => word.to_owned(),
    };
    let rows = house.db.rows(sql, &[]).await.expect("rows");
    let holds = |row: &server::store::Row| row.text(0).expect("text").contains(&written);
    rows.iter().any(holds)
}

async fn trust_26_nothing_typed_is_a_command(house: House) {
    Felt::saying("Left waiting").send(&house, 1).await;
    let tom = house.desk("tom").await;
    for typed in [
        "\"",
        "'",
        "*",
        "a*",
        "words:left",
        "left AND",
        "NOT left",
        "(left",
        "left:*",
        "^left",
        "left & | !",
        "\\",
        "%",
        "\u{0}",
        "NEAR(left)",
        "- -",
        "<->",
    ] {
        shown(&tom, &words(typed)).await;
    }
    assert!(shown(&tom, &words("***")).await.lines.is_empty());
    assert_eq!(shown(&tom, &words("left:*")).await.lines.len(), 1);
}

async fn the_same_is_done_to_all_that_were_ticked_or_to_none(house: House) {
    of_all_kinds(&house).await;
    let elsewhere = Felt {
        task: "ramp",
        ..Felt::at_step(0, Category::Wait)
    };
    elsewhere.send(&house, 9).await;
    let (tom, all) = (house.desk("tom").await, Filter::default());
    let ids = |inbox: &Inbox| inbox.lines.iter().map(|it| it.head.id).collect();
    let mut mine: std::collections::BTreeSet<_> = ids(&shown(&tom, &all).await);
    let row = house
        .db
        .row("SELECT id FROM thread WHERE task = 'ramp'", &[])
        .await;
    let theirs = row
        .expect("rows")
        .expect("a thread")
        .text(0)
        .expect("an id");
    let theirs = theirs.parse().expect("an id");
    let explained = Decided {
        decision: Decision::Explained,
        day: None,
        why: "The form asks for what the law asks for".into(),
    };
    mine.insert(theirs);
    let done = tom.mark_threads_seen(&mine, NOON).await;
    assert!(matches!(done, Err(StoreError::NotFound)));
    let done = tom.decide_all(&mine, &explained, NOON).await;
    assert!(matches!(done, Err(StoreError::NotFound)));
    let inbox = shown(&tom, &all).await;
    assert_eq!(
        (inbox.new, inbox.count(Group::Calls)),
        (6, 4),
        "nothing was done"
    );
    mine.remove(&theirs);
    let seen = tom.mark_threads_seen(&mine, NOON).await;
    assert_eq!(seen.expect("seen"), 4);
    let inbox = shown(&tom, &all).await;
    assert_eq!((inbox.new, inbox.count(Group::Hand)), (0, 4));
    for _ in 0..2 {
        let done = tom.decide_all(&mine, &explained, NOON).await;
        assert_eq!(done.expect("explained, and explained again"), Ok(4));
    }
    let inbox = shown(&tom, &all).await;
    assert_eq!(inbox.count(Group::Settled), 4);
    assert_eq!(house.number("SELECT COUNT(*) FROM thread_event").await, 4);
    let cat = house.desk("cat").await;
    assert!(cat.mark_threads_seen(&mine, NOON).await.is_err());
}

async fn views_are_ones_own(house: House) {
    let tom = house.desk("tom").await;
    let risky = Filter {
        risk: true,
        ..Filter::default()
    };
    for at in 0..25 {
        let name = format!("View {at:02}");
        tom.keep_view(&name, &risky, NOON + at).await.expect("kept");
    }
    tom.keep_view("View 24", &words("ty"), NOON + DAY)
        .await
        .expect("instead");
    let views = shown(&tom, &risky).await.views;
    assert_eq!(views.len(), 20, "the oldest went");
    let last = views.last().expect("a view");
    assert_eq!(
        (last.name.as_str(), last.query.as_str()),
        ("View 24", "?q=ty")
    );
    let cat = house.desk("cat").await;
    assert!(shown(&cat, &risky).await.views.is_empty());
    let not_hers = cat.drop_view(&last.id).await;
    assert!(matches!(not_hers, Err(StoreError::NotFound)));
    tom.drop_view(&last.id).await.expect("gone");
    assert_eq!(shown(&tom, &risky).await.views.len(), 19);
}

/// On PostgreSQL also at another server on the same database.
async fn what_was_felt_rings_at_once(house: House) {
    let mut changes = house.store.changes().await;
    Felt::saying("Left waiting").send(&house, 1).await;
    // Other tests may ring too.
    while changes.recv().await.expect("a ring") != "aber" {}
    let felt = house.desk("tom").await.times_felt().await;
    assert_eq!(felt.expect("a number"), 1);
    assert!(house.desk("ann").await.times_felt().await.is_err());
}

//! What was tampered with is named.

use server::{
    record::{Fault, Kept, check, check_file, write_file},
    store::{Db, Making},
    token,
    viewer::Role,
};

use super::{JULY, SECRETARY, chain, faults, published, run, three_versions};
use crate::{
    House,
    house::{DAY, text},
    on_both,
    web::Web,
};

on_both! {
    trust_49_the_verifier_names_what_was_tampered_with,
    trust_49_a_file_shows_by_itself_that_it_was_edited,
    what_a_later_program_wrote_is_named_and_the_rest_is_checked,
    another_date_in_the_row_is_named_and_not_shown,
    another_date_in_the_row_is_not_told_to_other_systems,
}

async fn trust_49_the_verifier_names_what_was_tampered_with(house: House) {
    let whole = three_versions(&house).await;
    let tampered = |change: &dyn Fn(&mut Vec<Kept>)| {
        let mut chain = whole.clone();
        change(&mut chain);
        faults(&chain)
    };
    let edited = tampered(&|it| it[0].body = it[0].body.replace("\"late\":0", "\"late\":9"));
    assert_eq!(edited, [(1, Fault::Hash), (1, Fault::Signature)]);
    let spaced = tampered(&|it| it[1].body.push(' '));
    assert!(spaced.contains(&(2, Fault::Spelling)), "{spaced:?}");
    let hashed_anew = tampered(&|it| {
        it[1].body = it[1].body.replace("\"late\":1", "\"late\":9");
        it[1].hash = server::record::hash(&it[1].body);
    });
    let broken = [
        (2, Fault::Signature),
        (3, Fault::Previous),
        (3, Fault::Corrects),
    ];
    assert_eq!(hashed_anew, broken);
    let cut = tampered(&|it| drop(it.remove(1)));
    assert_eq!(cut, [(3, Fault::Gap), (3, Fault::Version)]);
    let beheaded = tampered(&|it| drop(it.remove(0)));
    assert_eq!(beheaded, [(2, Fault::Gap), (2, Fault::Version)]);
    let signature = tampered(&|it| it[0].signature = it[1].signature.clone());
    assert_eq!(signature, [(1, Fault::Signature)]);
    let swapped = tampered(&|it| {
        let (first, second) = (it[0].clone(), it[1].clone());
        for (kept, other) in [(0, second), (1, first)] {
            it[kept].body = other.body;
            it[kept].hash = other.hash;
            it[kept].signature = other.signature;
        }
    });
    for version in [1, 2] {
        assert!(swapped.contains(&(version, Fault::Filed("sequence"))));
    }
    let another_month = tampered(&|it| it[2].month = "2026-05".into());
    assert!(
        another_month.contains(&(3, Fault::Filed("month"))),
        "{another_month:?}"
    );
    let dated = tampered(&|it| it[1].published_at += 1);
    assert_eq!(dated, [(2, Fault::Filed("published_at"))]);
    let word = tampered(&|it| {
        let said = &mut it[0].words[0].said;
        said.text = Some(text("I said no such thing"));
    });
    assert_eq!(word, [(1, Fault::Word(0))]);
    let walk = tampered(&|it| it[0].walks[0].finished = false);
    assert_eq!(walk, [(1, Fault::Walk)]);
    let no_key = tampered(&|it| it[0].key = None);
    assert_eq!(no_key, [(1, Fault::Key)]);
    let other_key = server::record::Key::make();
    assert_eq!(check(&whole, Some(&other_key.public)).len(), 3);
}

async fn trust_49_a_file_shows_by_itself_that_it_was_edited(house: House) {
    let chain = three_versions(&house).await;
    let key = chain[0].key.clone().expect("a key");
    let file = write_file(&chain[1]).expect("a file");
    assert!(file.contains(SECRETARY));
    let (kept, found) = check_file(&file, Some(&key)).expect("a file");
    assert_eq!((kept.hash, found.len()), (chain[1].hash.clone(), 0));
    let laid_out = file.replace("\n", " ");
    assert_eq!(check_file(&laid_out, None).expect("a file").1.len(), 0);
    for (from, to) in [("\"late\": 1", "\"late\": 0"), (SECRETARY, "June was long")] {
        let (_, found) = check_file(&file.replace(from, to), Some(&key)).expect("a file");
        assert!(!found.is_empty(), "{from}");
        assert!(found[0].to_string().contains("2026-06, version 2: "));
    }
    assert!(check_file("{}", None).is_err());
}

async fn what_a_later_program_wrote_is_named_and_the_rest_is_checked(house: House) {
    let whole = three_versions(&house).await;
    let mut chain = whole.clone();
    let key = server::record::Key::make();
    let later = chain[2].body.replace("\"format\":1,", "\"format\":999,");
    let later = later.replace("\"counts\":{", "\"counts\":{\"aa\":{\"new\":1},");
    assert_ne!(later, chain[2].body);
    chain[2].hash = server::record::hash(&later);
    chain[2].signature = key.sign(&later).expect("signed");
    chain[2].key = Some(key.public.clone());
    chain[2].body = later;
    assert_eq!(faults(&chain), [(3, Fault::Newer)]);
    assert!(Fault::Newer.is_unchecked());
    chain[2].previous = None;
    chain[2].body.push(' ');
    let wrong = [
        Fault::Spelling,
        Fault::Hash,
        Fault::Previous,
        Fault::Filed("previous"),
        Fault::Signature,
    ];
    for fault in wrong {
        assert!(faults(&chain).contains(&(3, fault)), "{fault:?}");
    }

    // A kind of sentence that is not known yet, in a file.
    let file = write_file(&whole[1]).expect("a file");
    let later = file.replacen("\"said\": \"bright\"", "\"said\": \"song\"", 1);
    assert_ne!(later, file);
    let (_, found) = check_file(&later, None).expect("a file");
    let [found] = &found[..] else {
        panic!("{found:?}");
    };
    assert!(matches!(found.fault, Fault::UnknownWord(_)));
    let (_, found) = check_file(&later.replace(SECRETARY, "June was long"), None).expect("a file");
    assert!(found.iter().any(|it| matches!(it.fault, Fault::Word(_))));
}

async fn another_date_in_the_row_is_named_and_not_shown(house: House) {
    three_versions(&house).await;
    date_anew(&house, 2).await;
    let named = [(2, Fault::Filed("published_at"))];
    assert_eq!(faults(&chain(&house).await), named);
    // All three were published at the same time.
    let first = published(&house, Some(1)).await.stamp.expect("stamped");
    let second = published(&house, Some(2)).await.stamp.expect("stamped");
    assert_eq!(second.published_at, first.published_at);
}

async fn another_date_in_the_row_is_not_told_to_other_systems(house: House) {
    let newest = three_versions(&house).await.remove(2);
    date_anew(&house, 3).await;
    let ada = [Role::Administrator];
    house.person("ada", "aber", &ada, &[]).await;
    let ada = house.desk("ada").await;
    let token = token::fresh();
    let key = ada
        .make_key("Reports", None, JULY + DAY, &token, JULY)
        .await;
    let Making::Made(key) = key.expect("an answer") else {
        panic!("a key is made");
    };
    let web = Web::over(&house, JULY, &[]).await;
    let list = web.with_key(&key, "/api/v1/months").await.json();
    let month = web.with_key(&key, "/api/v1/months/2026-06").await.json();
    for said in [&list["months"][0], &month] {
        assert_eq!(said["published_at"], newest.published_at);
    }
}

/// Writes another date beside a version than the one that was signed.
async fn date_anew(house: &House, version: u32) {
    let drop_it = match house.db {
        Db::Postgres(_) => "DROP TRIGGER month_record_is_not_changed ON month_record",
        Db::Sqlite { .. } => "DROP TRIGGER month_record_is_not_changed",
    };
    run(house, drop_it.into()).await;
    let dated = format!("UPDATE month_record SET published_at = 0 WHERE version = {version}");
    run(house, dated).await;
}

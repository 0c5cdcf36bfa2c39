//! The command line, run as a person would.

use std::{
    io::{BufRead, BufReader, Read, Write},
    net::{TcpListener, TcpStream},
    path::Path,
    process::{Child, Command, Output, Stdio},
};

use server::store::{Db, Store};
use tempfile::TempDir;

use crate::house::built_site;

pub fn firsthand(arguments: &[&str]) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_firsthand"));
    command
        .args(arguments)
        .env_remove("FIRSTHAND_DATABASE")
        .env_remove("RUST_LOG");
    command.output().expect("the program runs")
}

pub fn assert_one_line(arguments: &[&str], says: &str) {
    let output = firsthand(arguments);
    let said = String::from_utf8_lossy(&output.stderr);
    assert_eq!(output.status.code(), Some(2), "{arguments:?}: {said}");
    assert_eq!(said.trim_end().lines().count(), 1, "{arguments:?}: {said}");
    assert!(said.contains(says), "{arguments:?}: {said}");
    assert!(output.stdout.is_empty(), "{arguments:?}");
}

#[test]
fn what_is_wrong_with_the_arguments_is_one_line() {
    let folder = tempfile::tempdir().expect("a folder");
    let site = built_site(&folder);
    let (data, site) = (folder.path().join("data"), text(&site));
    let data = text(&data);
    let file = folder.path().join("a-file");
    std::fs::write(&file, "").expect("a file");
    let under_a_file = text(&file.join("data"));
    let held = TcpListener::bind("127.0.0.1:0").expect("a port");
    let taken = held.local_addr().expect("an address").to_string();
    assert_one_line(&[], "firsthand --help");
    assert_one_line(&["dance"], "dance");
    assert_one_line(&["serve"], "--data");
    assert_one_line(
        &["serve", "--data", &data, "--listen", "nowhere"],
        "nowhere",
    );
    assert_one_line(
        &["serve", "--data", &data, "--base-url", "ftp://x"],
        "--base-url",
    );
    assert_one_line(
        &["serve", "--data", &data, "--site", &under_a_file],
        "--site",
    );
    assert_one_line(
        &["serve", "--data", &data, "--site", &text(folder.path())],
        "is not a built site",
    );
    assert_one_line(
        &["serve", "--data", &under_a_file, "--site", &site],
        "cannot write there",
    );
    assert_one_line(
        &["demo", "--data", &under_a_file, "--site", &site],
        "cannot write there",
    );
    assert_one_line(
        &["serve", "--database", "mysql://x", "--site", &site],
        "--database",
    );
    assert_one_line(
        &["init", "--data", &data, "--name", " ", "--admin", "Ada"],
        "--name",
    );
    let zone = [
        "init",
        "--data",
        &data,
        "--name",
        "A",
        "--admin",
        "B",
        "--time-zone",
        "Moon",
    ];
    assert_one_line(&zone, "there is no such zone");
    assert_one_line(
        &[
            "import",
            "tasks",
            "nothing.json",
            "--data",
            &data,
            "--organisation",
            "a",
        ],
        "nothing.json",
    );
    assert_one_line(
        &[
            "serve", "--data", &data, "--site", &site, "--listen", &taken,
        ],
        &taken,
    );
    drop(held);
}

#[test]
fn what_is_wrong_with_a_provider_is_one_line() {
    let folder = tempfile::tempdir().expect("a folder");
    let data = text(&folder.path().join("data"));
    let made = ["init", "--data", &data, "--name", "Aber", "--admin", "Ada"];
    assert!(firsthand(&made).status.success());
    let secret = folder.path().join("secret");
    let sso = |more: &[&'static str], says: &str| {
        let mut arguments = vec!["sso", "--data", &data, "--organisation", "aber"];
        arguments.extend(more);
        assert_one_line(&arguments, says);
    };
    sso(&[], "has no single sign-on yet");
    sso(&["--only"], "has no single sign-on yet");
    sso(&["--only", "--off"], "cannot be used with");
    sso(&["--issuer", "https://a.example"], "--client-secret-file");
    sso(&["--tenant", "a"], "--client-secret-file");
    assert_one_line(
        &["sso", "--data", &data, "--organisation", "x"],
        "there is no organisation x",
    );
    let nothing_there = TcpListener::bind("127.0.0.1:0").expect("a port");
    let dead = nothing_there.local_addr().expect("an address");
    drop(nothing_there);
    let provider = |issuer: &str, says: &str| {
        let secret = text(&secret);
        let arguments = [
            "sso",
            "--data",
            &data,
            "--organisation",
            "aber",
            "--issuer",
            issuer,
            "--client-id",
            "firsthand",
            "--client-secret-file",
            &secret,
        ];
        assert_one_line(&arguments, says);
    };
    provider("https://a.example", "--client-secret-file");
    std::fs::write(&secret, "\n").expect("written");
    provider("https://a.example", "it must hold the secret");
    std::fs::write(&secret, "not to be told\n").expect("written");
    for bad in [
        "http://a.example",
        "https://a.example?x",
        "https://a.example#x",
        "a",
        "https://127.1.2.3:x",
        "https://169.254.169.254",
        "javascript:x",
    ] {
        provider(bad, "it must be an https:// address");
    }
    provider(&format!("http://{dead}"), "the provider does not answer");
    assert!(
        firsthand(&["sso", "--data", &data, "--organisation", "aber", "--off"])
            .status
            .success()
    );
}

#[test]
fn an_organisation_is_made_once_and_its_people_invited() {
    let folder = tempfile::tempdir().expect("a folder");
    let data = text(folder.path());
    let init = [
        "init",
        "--data",
        &data,
        "--name",
        "Aber Valley Council",
        "--admin",
        "Ada Lewis",
    ];
    let made = firsthand(&init);
    let said = String::from_utf8_lossy(&made.stdout).into_owned();
    assert!(
        made.status.success() && said.contains("aber-valley-council"),
        "{said}"
    );
    assert!(
        said.contains("/invite/") && said.contains("/sign-in"),
        "{said}"
    );
    assert_one_line(&init, "aber-valley-council already");
    let invite = [
        "invite",
        "--data",
        &data,
        "--organisation",
        "aber-valley-council",
        "--name",
    ];
    assert!(
        firsthand(&[&invite[..], &["Ada Lewis"]].concat())
            .status
            .success()
    );
    assert_one_line(&[&invite[..], &["Ben Owen"]].concat(), "--roles");
    assert_one_line(
        &[&invite[..], &["Ben Owen", "--roles", "chief"]].concat(),
        "leader, service_team",
    );
    assert!(
        firsthand(&[&invite[..], &["Ben Owen", "--roles", "leader,board"]].concat())
            .status
            .success()
    );
    assert!(firsthand(&["rebuild", "--data", &data]).status.success());
}

#[test]
fn the_doctor_says_what_is_wrong_and_what_is_not() {
    let folder = tempfile::tempdir().expect("a folder");
    let data = text(&folder.path().join("data"));
    firsthand(&["init", "--data", &data, "--name", "Aber", "--admin", "Ada"]);
    let examined = firsthand(&[
        "doctor",
        "--data",
        &data,
        "--base-url",
        "http://127.0.0.1:9",
    ]);
    let said = String::from_utf8_lossy(&examined.stdout).into_owned();
    assert_eq!(examined.status.code(), Some(1), "{said}");
    for line in [
        "in order  the data folder is the program's alone",
        "in order  the database is whole",
        "in order  the database refuses to change or delete the audit",
        "in order  the database refuses to change or delete what was published",
        "WRONG     aber: no administrator who can get in",
        "WRONG     http://127.0.0.1:9: not HTTPS",
        "WRONG     http://127.0.0.1:9: an address of numbers",
        "WRONG     http://127.0.0.1:9 does not answer",
    ] {
        assert!(said.contains(line), "{line} in {said}");
    }
}

#[test]
fn a_file_of_tasks_is_taken_whole_or_not_at_all() {
    let folder = tempfile::tempdir().expect("a folder");
    let data = text(folder.path());
    firsthand(&["init", "--data", &data, "--name", "Aber", "--admin", "Ada"]);
    let (good, bad) = (
        folder.path().join("good.csv"),
        folder.path().join("bad.csv"),
    );
    let head =
        "service,service_name_en,task,task_name_en,about_minutes,mode,worked_if_en,step_name_en\n";
    let rows = "bins,Bins,missed-bin,Report a missed bin,8,real,you have a reference,Find the page\nbins,,missed-bin,,,,,Say which bin\n";
    std::fs::write(&good, format!("{head}{rows}")).expect("a file");
    std::fs::write(&bad, format!("{head}{rows}Bad Id,,ramp,,soon,maybe,,\n")).expect("a file");
    let import = |file: &Path| {
        firsthand(&[
            "import",
            "tasks",
            &text(file),
            "--data",
            &data,
            "--organisation",
            "aber",
        ])
    };
    let refused = import(&bad);
    let said = String::from_utf8_lossy(&refused.stderr);
    assert_eq!(refused.status.code(), Some(1), "{said}");
    for wrong in [
        "line 4: service ",
        "line 4: about_minutes",
        "line 4: mode",
        "line 4: step_name is empty",
        "nothing was changed",
    ] {
        assert!(said.contains(wrong), "{wrong} in {said}");
    }
    let taken = import(&good);
    assert_eq!(
        String::from_utf8_lossy(&taken.stdout),
        "Took 1 services and 1 tasks.\n"
    );
    let nowhere = [
        "import",
        "tasks",
        &text(&good),
        "--data",
        &data,
        "--organisation",
        "cwm",
    ];
    assert_one_line(&nowhere, "no organisation cwm");
}

struct Running {
    child: Child,
    url: String,
}

fn serve(folder: &TempDir) -> Running {
    let (data, site) = (text(&folder.path().join("data")), text(&built_site(folder)));
    let mut child = Command::new(env!("CARGO_BIN_EXE_firsthand"))
        .args([
            "serve",
            "--data",
            &data,
            "--site",
            &site,
            "--listen",
            "127.0.0.1:0",
        ])
        .env("RUST_LOG", "error")
        .stderr(Stdio::piped())
        .spawn()
        .expect("the program runs");
    let mut line = String::new();
    BufReader::new(child.stderr.take().expect("its words"))
        .read_line(&mut line)
        .expect("a line");
    let url = line
        .trim()
        .strip_prefix("Firsthand is ready at http://")
        .expect(&line)
        .replace("localhost", "127.0.0.1");
    Running { child, url }
}

fn ask_to_end(running: &Running) {
    let asked = Command::new("kill")
        .arg(running.child.id().to_string())
        .status();
    assert!(asked.expect("kill runs").success());
}

/// Whoever reads that the server is ready may ask it to end at once.
#[test]
fn asked_to_end_as_soon_as_it_is_ready_it_ends_well() {
    let folder = tempfile::tempdir().expect("a folder");
    let mut running = serve(&folder);
    ask_to_end(&running);
    let status = running.child.wait().expect("an end");
    assert!(status.success(), "{status}");
}

/// A request that was accepted is finished after SIGTERM, and then the program ends well.
#[test]
fn asked_to_end_it_finishes_what_it_took() {
    let folder = tempfile::tempdir().expect("a folder");
    let mut running = serve(&folder);
    let mut half = TcpStream::connect(&running.url).expect("a connection");
    let body = "code=AAAA-BBBB-CCCC";
    let head = format!(
        "POST /sign-in HTTP/1.1\r\nhost: {}\r\nsec-fetch-site: same-origin\r\nconnection: close\r\n\
         content-type: application/x-www-form-urlencoded\r\nexpect: 100-continue\r\ncontent-length: {}\r\n\r\n",
        running.url,
        body.len()
    );
    half.write_all(head.as_bytes()).expect("half a request");
    let mut go_on = [0; 25];
    half.read_exact(&mut go_on)
        .expect("the server waits for the rest");
    assert_eq!(&go_on, b"HTTP/1.1 100 Continue\r\n\r\n");
    ask_to_end(&running);
    wait_until_closed(&running.url);
    half.write_all(body.as_bytes()).expect("the rest");
    let mut answer = String::new();
    half.read_to_string(&mut answer).expect("an answer");
    assert!(answer.starts_with("HTTP/1.1 422"), "{answer}");
    let status = running.child.wait().expect("an end");
    assert!(status.success(), "{status}");
}

/// An operator holds, lifts and erases; a backup of before is brought back, and the server forgets again before it
/// serves anybody.
#[tokio::test]
async fn trust_50_a_restored_backup_forgets_again_before_it_serves() {
    let folder = tempfile::tempdir().expect("a folder");
    let dir = folder.path().join("data");
    let (data, file) = (text(&dir), dir.join("firsthand.db"));
    firsthand(&[
        "init",
        "--data",
        &data,
        "--name",
        "Aber",
        "--admin",
        "Ada Lewis",
    ]);
    let people = async |sql: &'static str| {
        let db = Db::open(&format!("sqlite:{}", file.display())).await;
        let db = db.expect("the database");
        let row = db.row(sql, &[]).await.expect("an answer").expect("a row");
        let said = row.text(0).expect("text");
        Store::on(db).close().await;
        said
    };
    const NAME: &str = "SELECT name FROM person";
    let person = people("SELECT id FROM person").await;
    assert_eq!(people(NAME).await, "Ada Lewis");
    let backup = std::fs::read(&file).expect("a backup");

    let erase = |more: &[&str]| {
        let all = [&["erase", "--data", &data, "--person", &person], more].concat();
        firsthand(&all)
    };
    assert!(erase(&["--hold"]).status.success());
    let held = erase(&[]);
    assert_eq!(held.status.code(), Some(1), "it is held");
    assert_eq!(people(NAME).await, "Ada Lewis");
    assert!(erase(&["--release"]).status.success());
    assert!(erase(&[]).status.success());
    assert_eq!(people(NAME).await, "");
    assert_one_line(&["erase", "--data", &data], "--due");
    assert_one_line(
        &["erase", "--data", &data, "--person", "nobody"],
        "no person",
    );
    assert!(
        firsthand(&["erase", "--data", &data, "--due"])
            .status
            .success()
    );

    for ending in ["db-wal", "db-shm"] {
        let _ = std::fs::remove_file(file.with_extension(ending));
    }
    std::fs::write(&file, backup).expect("brought back");
    assert_eq!(people(NAME).await, "Ada Lewis");
    let mut running = serve(&folder);
    ask_to_end(&running);
    running.child.wait().expect("an end");
    assert_eq!(people(NAME).await, "", "forgotten again");
}

/// Waits until the server takes no more connections: one that it took before it closes itself, for it asks for nothing.
fn wait_until_closed(host: &str) {
    while let Ok(mut idle) = TcpStream::connect(host) {
        let _ = idle.read(&mut [0]);
    }
}

pub fn text(path: &Path) -> String {
    path.to_str().expect("a plain path").to_owned()
}

//! `firsthand audit`, run as a person would.

use serde_json::Value;

use crate::command::{assert_one_line, firsthand, text};

#[test]
fn the_audit_is_printed_line_by_line_since_the_day_that_is_named() {
    let folder = tempfile::tempdir().expect("a folder");
    let data = text(&folder.path().join("data"));
    for (name, admin) in [("Aber", "Ada Lewis"), ("Cwm", "Abe Prosser")] {
        let init = ["init", "--data", &data, "--name", name, "--admin", admin];
        assert!(firsthand(&init).status.success());
    }
    let audit = |more: &[&str]| -> Vec<Value> {
        let asked = ["audit", "--data", &data, "--organisation", "aber"];
        let printed = firsthand(&[&asked[..], more].concat());
        assert_eq!(printed.status.code(), Some(0), "{printed:?}");
        let said = String::from_utf8(printed.stdout).expect("text");
        assert!(!said.contains("Ada Lewis"), "ids and never names: {said}");
        let line = |line: &str| serde_json::from_str(line).expect("JSON on each line");
        said.lines().map(line).collect()
    };
    let all = audit(&[]);
    let done: Vec<&str> = all.iter().filter_map(|it| it["what"].as_str()).collect();
    for deed in ["organisation_made", "person_added", "invitation_made"] {
        assert!(done.contains(&deed), "{deed} in {done:?}");
    }
    // Within one millisecond there is no order.
    assert!(all.is_sorted_by_key(|it| it["at"].as_i64()), "{all:?}");
    for deed in &all {
        assert_eq!(deed["organisation"], "aber", "{deed}");
        assert!(deed["at"].as_i64().is_some_and(|at| at > 0), "{deed}");
        assert!(deed["person"].is_null(), "by the operator: {deed}");
    }
    assert_eq!(audit(&["--since", "1999-12-31"]), all);
    assert!(audit(&["--since", "2999-12-31"]).is_empty());

    assert_one_line(&["audit", "--data", &data], "--organisation");
    assert_one_line(&["audit", "--organisation", "aber"], "--data");
    let unknown = ["audit", "--data", &data, "--organisation", "x"];
    assert_one_line(&unknown, "there is no organisation x");
    let odd = [&unknown[..4], &["aber", "--since", "yesterday"]].concat();
    assert_one_line(&odd, "--since");
}

//! The example `lint` as a user runs it: what it writes, how it ends.

#![allow(clippy::unwrap_used)]

use std::path::{Path, PathBuf};
use std::process::{Command, Output};

const SAMPLE: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/fixtures/plan/education_work_plan.txt");
const FAULTY: &str = "工作要点\n一、快办。每月调度一次。\n二、好办。每季培训一次。\n二、省办。列入年度预算。\n四、细办。年底通报结果。\n";

/// Runs the built example: `cargo test` builds the examples beside the tests.
fn lint(arguments: &[&str]) -> Output {
    let test = std::env::current_exe().unwrap();
    let profile = test.ancestors().nth(2).unwrap();
    let program = profile.join("examples").join(format!("lint{}", std::env::consts::EXE_SUFFIX));
    assert!(program.is_file(), "lint is not built: run `cargo build --examples` or a plain `cargo test`");
    Command::new(program).args(arguments).output().unwrap()
}

fn stdout(output: &Output) -> &str {
    std::str::from_utf8(&output.stdout).unwrap()
}

fn temporary(name: &str) -> PathBuf {
    let path = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
    std::fs::write(&path, FAULTY).unwrap();
    path
}

#[test]
fn the_sample_plan() {
    let output = lint(&["--format", "short", SAMPLE]);
    assert_eq!(output.status.code(), Some(1));
    let said = stdout(&output);
    assert_eq!(said.matches("[lost-delimiter]").count(), 2, "{said}");
    assert_eq!(said.matches("[truncated-end]").count(), 1, "{said}");
    assert!(said.matches("[placeholder]").count() > 10, "{said}");
    assert!(!said.contains('\x1b'), "colour is for terminals");
}

#[test]
fn each_format() {
    let path = temporary("lint_formats.txt");
    let path = path.to_str().unwrap();
    let human = lint(&[path]);
    assert!(stdout(&human).starts_with("error[duplicate]: 序号“二、”重复，应为“三、”\n"), "{}", stdout(&human));
    let english = lint(&["--lang", "en", "--format", "short", path]);
    assert!(stdout(&english).contains(":4:1: error[duplicate]: the number “二、” stands twice"));
    let json: serde_json::Value = serde_json::from_slice(&lint(&["--format", "json", path]).stdout).unwrap();
    assert_eq!(json[0]["diagnostics"][0]["code"], "duplicate");
    let sarif: serde_json::Value = serde_json::from_slice(&lint(&["--format", "sarif", path]).stdout).unwrap();
    assert_eq!(sarif["runs"][0]["results"][0]["ruleId"], "duplicate");
}

#[test]
fn fixes() {
    let path = temporary("lint_fixes.txt");
    let mended = FAULTY.replacen("\n二、省办", "\n三、省办", 1);
    let to_stdout = lint(&["--fix", path.to_str().unwrap()]);
    assert_eq!((to_stdout.status.code(), stdout(&to_stdout)), (Some(0), mended.as_str()));
    let other = path.with_extension("mended");
    let to_file = lint(&["--fix", "-o", other.to_str().unwrap(), path.to_str().unwrap()]);
    assert_eq!(to_file.status.code(), Some(0));
    assert_eq!(std::fs::read_to_string(&other).unwrap(), mended);
    assert_eq!(std::fs::read_to_string(&path).unwrap(), FAULTY);
    assert_eq!(lint(&["--in-place", path.to_str().unwrap()]).status.code(), Some(0));
    assert_eq!(std::fs::read_to_string(&path).unwrap(), mended);
}

#[test]
fn how_it_ends() {
    let path = temporary("lint_ends.txt");
    let path = path.to_str().unwrap();
    for (arguments, status) in [
        (&["--fail-on", "error", path][..], 1),
        (&["--fail-on", "never", path], 0),
        (&["--profile", "taiwan", path], 1),
        (&["--profile", "gb", path], 2),
        (&["--format", "xml", path], 2),
        (&["-o", "x", path], 2),
        (&["--in-place", "-"], 2),
        (&["nowhere.txt"], 2),
        (&[], 2),
        (&["--help"], 0),
    ] {
        let output = lint(arguments);
        assert_eq!(output.status.code(), Some(status), "{arguments:?}");
        assert_eq!(output.stderr.is_empty(), status != 2, "{arguments:?}");
    }
}

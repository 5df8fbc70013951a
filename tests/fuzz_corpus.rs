//! What fuzzing has found, run again: each input of `fixtures/fuzz/` breaks no promise.
//!
//! ```text
//! fixtures/fuzz/TARGET.hex     one input a line, in hex; kept by `fuzz/keep`
//! ```
//!
//! The promises are those of the targets: both run `fuzz/fuzz_targets/checks.rs`.

#![allow(clippy::unwrap_used)]

#[path = "../fuzz/fuzz_targets/checks.rs"]
mod checks;

/// Every input that is kept for a target.
fn inputs(target: &str) -> Vec<Vec<u8>> {
    let path = format!("{}/fixtures/fuzz/{target}.hex", env!("CARGO_MANIFEST_DIR"));
    let file = std::fs::read_to_string(&path).unwrap_or_else(|error| panic!("{path}: {error}"));
    let byte = |pair: &[u8]| u8::from_str_radix(str::from_utf8(pair).unwrap(), 16).unwrap();
    let inputs: Vec<Vec<u8>> = file.lines().map(|line| line.as_bytes().chunks(2).map(byte).collect()).collect();
    assert!(inputs.len() > 50, "{target}: only {} inputs", inputs.len());
    inputs
}

fn texts(target: &str) -> Vec<String> {
    // An input that is no text never reaches the check of its target.
    inputs(target).into_iter().filter_map(|input| String::from_utf8(input).ok()).collect()
}

#[test]
fn parse() {
    texts("parse").iter().for_each(|text| checks::parse(text));
}

#[test]
fn structured() {
    inputs("structured").iter().for_each(|picks| checks::structured(picks));
}

#[test]
fn json_roundtrip() {
    texts("json_roundtrip").iter().for_each(|text| checks::json_roundtrip(text));
}

#[test]
fn numeral() {
    texts("numeral").iter().for_each(|text| checks::numeral(text));
}

#[cfg(feature = "encoding")]
#[test]
fn decode() {
    inputs("decode").iter().for_each(|bytes| checks::decode(bytes));
}

#[test]
fn jsonl() {
    inputs("jsonl").iter().for_each(|bytes| checks::jsonl(bytes));
}

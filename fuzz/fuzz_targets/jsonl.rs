//! The JSON Lines filter, fed with any bytes: one valid line out for each line in, the same each time.

#![no_main]
#![allow(dead_code, unreachable_pub)]

#[path = "../../src/cli/jsonl.rs"]
mod jsonl;

use jsonl::Mode;

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| {
    // The first byte chooses what is asked for; half of the inputs become a text in a line that is sound.
    let Some((&choice, input)) = bytes.split_first() else { return };
    let mode = Mode { outline: choice & 1 != 0, keep_text: choice & 2 != 0 };
    let input = if choice & 4 == 0 {
        input.to_vec()
    } else {
        serde_json::to_vec(&serde_json::json!({"id": 1, "text": String::from_utf8_lossy(input)})).expect("a string")
    };
    let mut out = Vec::new();
    let Ok(bad) = jsonl::filter(input.as_slice(), &mut out, mode) else { panic!("a vector can be written to") };
    let out = String::from_utf8(out).expect("output is UTF-8");
    let lines = input.split_inclusive(|&byte| byte == b'\n').count();
    assert!(out.is_empty() == input.is_empty() && (out.is_empty() || out.ends_with('\n')));
    assert!(!out.contains(['\r', '\u{85}', '\u{2028}', '\u{2029}']), "a line breaks for some reader");
    assert_eq!(out.lines().count(), lines);
    for line in out.lines() {
        let value: serde_json::Value = serde_json::from_str(line).expect("each line is JSON");
        assert!(bad || value.get("error").is_none() || value.get("gangmu").is_some());
    }
});

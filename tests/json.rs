//! `write_json` writes what serde writes, byte for byte, of every tree and in every unit.
//!
//! ```text
//! fixtures, documents of the benches, heaps of signs and markers ─ parse ─▶ write_json == serde_json
//! ```

#![allow(clippy::unwrap_used)]

#[path = "../benches/made/mod.rs"]
mod made;
mod support;

use arbtest::arbtest;
use gangmu::{OffsetUnit, Parsed};

fn assert_same(parsed: &Parsed<'_>) {
    for unit in [OffsetUnit::Byte, OffsetUnit::Char, OffsetUnit::Utf16] {
        let mut json = Vec::new();
        parsed.write_json(unit, &mut json).unwrap();
        let serde = serde_json::to_string(&parsed.with_offsets(unit)).unwrap();
        assert_eq!(String::from_utf8(json).unwrap(), serde, "{:?}", parsed.text());
    }
}

#[test]
fn of_fixtures() {
    for fixture in support::fixtures() {
        assert_same(&gangmu::parse(&fixture.text));
    }
}

#[test]
fn of_documents() {
    for text in made::documents("\n", 100_000) {
        assert_same(&gangmu::parse(&text));
    }
}

#[test]
fn of_heaps() {
    const PIECES: [&str; 24] = [
        "一、",
        "二、",
        "（一）",
        "1.",
        "2",
        "①",
        "第一条",
        "一是",
        "1.1 ",
        "目标",
        "。",
        "，",
        "\n",
        "\r\n",
        "\t",
        "\"",
        "\\",
        "\0",
        "\u{1b}",
        "\u{7f}",
        "\u{2028}",
        "𠀀",
        "\u{feff}",
        "   ",
    ];
    arbtest(|random| {
        let mut text = String::new();
        for _ in 0..random.int_in_range(0..=60)? {
            text += random.choose(&PIECES)?;
        }
        assert_same(&gangmu::parse(&text));
        Ok(())
    })
    .budget_ms(2_000);
}

#[test]
fn an_error_of_the_writer_is_handed_on() {
    let parsed = gangmu::parse("一、目标。");
    let mut room = [0; 20];
    assert!(parsed.write_json(OffsetUnit::Byte, room.as_mut_slice()).is_err());
}

#[test]
fn the_readme_shows_what_is_written() {
    let readme = std::fs::read_to_string(concat!(env!("CARGO_MANIFEST_DIR"), "/README.md")).unwrap();
    let text = readme.lines().find_map(|line| line.strip_prefix("输入 in")).unwrap().trim();
    let shown = readme.split("```json\n").nth(1).and_then(|rest| rest.split("```").next()).unwrap();
    let shown: serde_json::Value = serde_json::from_str(shown).unwrap();
    let written = serde_json::to_value(gangmu::parse(text)).unwrap();
    assert_eq!(written["sections"][0]["children"][0], shown);
}

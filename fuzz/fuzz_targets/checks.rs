//! What each target promises, for the targets and for `tests/fuzz_corpus.rs`, which runs what they have found.
//!
//! ```text
//! bytes ─ target ─► one of these functions, which panics where a promise is broken
//! ```

#![allow(dead_code, reason = "each target uses its own")]

use std::cell::RefCell;

use gangmu::{Document, LineIndex, Options, Parser, Renderer};
use jsonl::Mode;

#[path = "../../src/cli/jsonl.rs"]
mod jsonl;

thread_local! {
    /// Kept from one input to the next: what a parser has read before must not show.
    static PARSER: RefCell<Parser> = RefCell::new(Parser::new(Options::new()));
}

/// How many inputs are read a second time by a parser that has read nothing before: one in so many.
const TWICE: usize = 8;

/// Any text has a tree that keeps every promise, the same each time, and diagnostics that lie in the text and can
/// be shown.
pub(crate) fn parse(text: &str) {
    PARSER.with_borrow_mut(|parser| {
        let parsed = parser.parse(text);
        assert_eq!(parsed.document().check(text), Ok(()));
        let index = LineIndex::new(text);
        for diagnostic in parsed.lint() {
            assert!(diagnostic.span.of(text).is_some());
            let shown = Renderer::new().human("a.txt", text, &index, &diagnostic);
            assert!(!shown.contains(|sign: char| sign != '\n' && sign.is_control()));
        }
        if text.len().is_multiple_of(TWICE) {
            assert_eq!(parsed, gangmu::parse(text));
        }
    });
}

/// Outlines with damage: each byte picks a marker, a heading, a body or what stands between. Reaches the search
/// far more often than random text does.
pub(crate) fn structured(picks: &[u8]) {
    let text: String = picks.iter().map(|&pick| PIECES[usize::from(pick) % PIECES.len()]).collect();
    PARSER.with_borrow_mut(|parser| {
        let parsed = parser.parse(&text);
        assert_eq!(parsed.document().check(&text), Ok(()));
        if picks.len().is_multiple_of(TWICE) {
            assert_eq!(parsed, gangmu::parse(&text));
        }
    });
}

const PIECES: [&str; 64] = [
    "一、",
    "二、",
    "三、",
    "十一、",
    "（一）",
    "（二）",
    "（三",
    "二）",
    "1.",
    "2.",
    "3．",
    "4、",
    "1",
    "2",
    "10",
    "（1）",
    "(2)",
    "3）",
    "①",
    "②",
    "③",
    "⑴",
    "⒈",
    "㈠",
    "第一章",
    "第二章 ",
    "第一节",
    "第一条",
    "第二条　",
    "第十条之一",
    "第二，",
    "其一，",
    "一是",
    "二是",
    "一要",
    "二要",
    "1.1",
    "1.2 ",
    "1.1.1",
    "A.",
    "b）",
    "Ⅰ.",
    "甲、",
    "壹、",
    "［1］",
    "【2】",
    "第一步：",
    "目录",
    "总体目标",
    "抓好落实。",
    "为了规范，制定本法；",
    "2026年",
    "1.5万元",
    "《办法》第三条",
    "“引用”",
    "附件：",
    "，",
    "。",
    "：",
    "；",
    "\n",
    "\r\n",
    " ",
    "\u{3000}",
];

/// The tree written as JSON reads back as the same tree; and JSON that anyone wrote is a tree or an error.
pub(crate) fn json_roundtrip(text: &str) {
    PARSER.with_borrow_mut(|parser| {
        let parsed = parser.parse(text);
        let json = serde_json::to_string(&parsed).expect("a tree can be written");
        let back: Document = serde_json::from_str(&json).expect("what was written can be read");
        assert_eq!(&back, parsed.document());
    });
    if let Ok(document) = serde_json::from_str::<Document>(text) {
        let _ = document.check(text);
        let _ = document.walk();
    }
}

/// What looks like a numeral, in all the places a numeral can have.
pub(crate) fn numeral(numeral: &str) {
    let texts = [
        format!("{numeral}、目标"),
        format!("（{numeral}）目标"),
        format!("第{numeral}条 目标"),
        format!("{numeral}.{numeral} 目标"),
    ];
    PARSER.with_borrow_mut(|parser| {
        for text in texts {
            assert_eq!(parser.parse(&text).document().check(&text), Ok(()));
        }
    });
}

/// Any bytes are a text or an error with an offset in them.
#[cfg(feature = "encoding")]
pub(crate) fn decode(bytes: &[u8]) {
    use gangmu::encoding::{DecodeError, Encoding, decode};
    for encoding in Encoding::ALL {
        match decode(bytes, encoding) {
            Ok(decoded) => assert_ne!(decoded.encoding, Encoding::Auto),
            Err(DecodeError::Invalid { offset, .. } | DecodeError::Unknown { offset }) => {
                assert!(offset <= bytes.len());
            }
            Err(_) => {}
        }
    }
}

/// The JSON Lines filter, fed with any bytes: one line of valid JSON out for each line in. The first byte chooses
/// what is asked for, and whether the rest is the input or a text in an input that is sound.
pub(crate) fn jsonl(bytes: &[u8]) {
    let Some((&choice, rest)) = bytes.split_first() else { return };
    let mode =
        Mode { outline: choice & 1 != 0, keep_text: choice & 2 != 0, line_numbers: choice & 8 != 0, ..Mode::default() };
    let input = if choice & 4 == 0 {
        rest.to_vec()
    } else {
        serde_json::to_vec(&serde_json::json!({"id": 1, "text": String::from_utf8_lossy(rest)})).expect("a string")
    };
    let mut out = Vec::new();
    let Ok(faults) = jsonl::filter(input.as_slice(), &mut out, mode) else { panic!("a vector can be written to") };
    let out = String::from_utf8(out).expect("output is UTF-8");
    let lines = input.split_inclusive(|&byte| byte == b'\n').count();
    assert!(!out.contains(['\r', '\u{85}', '\u{2028}', '\u{2029}']), "a line breaks for some reader");
    assert!(out.is_empty() || out.ends_with('\n'));
    assert_eq!(out.lines().count(), lines);
    for line in out.lines() {
        let value: serde_json::Value = serde_json::from_str(line).expect("each line is JSON");
        assert!(faults.any() || value.is_object() && (value.get("gangmu").is_some() || value.get("outline").is_some()));
    }
}

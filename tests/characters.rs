//! Characters that break programs, at every place of ten texts: every promise holds for each.
//!
//! ```text
//! 一、目标。   ×   U+0085 at 0, 1, 2 …    total, lossless (check), JSON that reads back, the same twice
//! ```

#![allow(clippy::unwrap_used)]

use gangmu::{Document, Options, Parser};

/// Controls, line breaks that are none to some, blanks without width, marks of direction, what joins with the
/// character before, what looks like a numeral and is none, and what is no character at all.
const SPECIAL: [&str; 58] = [
    "\0",
    "\u{7}",
    "\t",
    "\r",
    "\n",
    "\r\n",
    "\u{b}",
    "\u{c}",
    "\u{1b}",
    "\u{1b}[31m",
    "\u{7f}",
    "\u{85}",
    "\u{a0}",
    "\u{ad}",
    "\u{301}",
    "\u{200b}",
    "\u{200c}",
    "\u{200d}",
    "\u{200e}",
    "\u{200f}",
    "\u{2028}",
    "\u{2029}",
    "\u{202a}",
    "\u{202b}",
    "\u{202c}",
    "\u{202d}",
    "\u{202e}",
    "\u{2060}",
    "\u{2061}",
    "\u{2066}",
    "\u{2067}",
    "\u{2068}",
    "\u{2069}",
    "\u{20dd}",
    "\u{3000}",
    "\u{fe0f}",
    "\u{fe0e}",
    "\u{feff}",
    "\u{fffd}",
    "\u{fffe}",
    "\u{ffff}",
    "\u{e0001}",
    "\u{e0100}",
    "\u{10ffff}",
    "㈠",
    "⒈",
    "⑴",
    "Ⅰ",
    "①",
    "⓪",
    "㊀",
    "⼀",
    "〡",
    "〢",
    "〣",
    "１",
    "𠀀",
    "👨‍👩‍👧",
];

const TEXTS: [&str; 10] = [
    "一、目标。二、任务。",
    "一、任务1.建机制。每月调度。2强队伍。3.严考核。",
    "第一章 总则\n第一条 为了规范。\n第二条 本法所称。\n第十条之一 另有规定。",
    "1 总则\n1.1 目的\n1.2.3 范围\n2 组织",
    "（一）重点是：一是摸底，二是整改。（二）其一，宣传；其二，检查。",
    "①学习；②实践。⑴总结。(1)上报。1）归档",
    "关于工作的通知\r\n各单位：\r\n一、背景\r\n二、要求\r\n2026年3月1日",
    "甲、壹、Ⅰ．A.a.［1］【二】第一步：",
    "《办法》第三条、第四条“（一）”规定的，按1.5万元、12.3%执行。",
    "目录\n第一章 总则\n第二章 附则\n第一章 总则\n正文。\n第二章 附则\n正文。",
];

/// What is promised for every text.
fn holds(parser: &mut Parser, text: &str) {
    let parsed = parser.parse(text);
    assert_eq!(parsed.document().check(text), Ok(()), "{text:?}");
    let json = serde_json::to_string(&parsed).unwrap();
    let back: Document = serde_json::from_str(&json).unwrap_or_else(|error| panic!("{error}: {json}"));
    assert_eq!(&back, parsed.document(), "{text:?}");
    assert_eq!(parsed, gangmu::parse(text), "{text:?}");
    for diagnostic in parsed.lint() {
        assert!(diagnostic.span.of(text).is_some(), "{diagnostic:?} in {text:?}");
    }
}

#[test]
fn a_special_character_anywhere_breaks_nothing() {
    let mut parser = Parser::new(Options::new());
    for text in TEXTS {
        for special in SPECIAL {
            for (at, _) in text.char_indices().chain([(text.len(), ' ')]) {
                let (head, tail) = text.split_at(at);
                holds(&mut parser, &format!("{head}{special}{tail}"));
            }
        }
    }
}

#[test]
fn a_text_of_special_characters_breaks_nothing() {
    let mut parser = Parser::new(Options::new());
    for special in SPECIAL {
        for other in SPECIAL {
            holds(&mut parser, &format!("{special}{other}"));
            holds(&mut parser, &format!("一、{special}（一{other}）1{special}.{other}"));
        }
    }
}

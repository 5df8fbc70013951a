//! Characters that break programs, at every place of ten texts: every promise holds for each.
//!
//! ```text
//! 一、目标。   ×   U+0085 at 0, 1, 2 …    total, lossless (check), JSON that reads back, the same twice
//! ```

#![allow(clippy::unwrap_used)]

#[path = "support/special.rs"]
mod special;

use gangmu::{Document, Options, Parser};
use special::SPECIAL;

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

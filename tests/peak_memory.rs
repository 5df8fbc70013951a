//! Memory is bounded by the text: the most that is in use while a text is read, above the text itself.
//!
//! ```text
//! most in use at one time ≤ 1.5 × bytes of text + 160 × sections + a constant
//! ```
//!
//! Measured is what the allocator is asked for, which does not change from run to run as pages do.

#![allow(clippy::unwrap_used)]

use gangmu::{Options, Parser, Section};

/// What a parser may hold whatever the text is: its tables, and the hypotheses of one moment.
const CONSTANT: u64 = 256 << 10;
const A_SECTION: u64 = 160;

/// The length of each text, in bytes.
const SIZE: usize = 1 << 20;

/// The bar, in hundredths of a byte for each byte of text.
const BAR: u64 = 150;

/// A text of about so many bytes.
type Family = (&'static str, fn(usize) -> String);

const FAMILIES: [Family; 15] = [
    ("words", |size| "全市要坚持稳中求进，抓好各项工作落实。".repeat(size / 57)),
    ("lines", |size| "全市要坚持稳中求进\n".repeat(size / 28)),
    ("blanks", |size| " \u{3000}\r\n".repeat(size / 6)),
    ("a plan", |size| {
        fill(size, |k| {
            format!(
                "（{}）完善机制。各部门要密切配合，形成工作合力，到年底覆盖率达到百分之九十。",
                "一二三四五六七八九".chars().nth(k % 9).unwrap()
            )
        })
    }),
    ("articles", |size| {
        fill(size, |k| format!("第{}条 公民、法人和其他组织应当遵守本办法的规定，不得损害公共利益。\n", k + 1))
    }),
    ("decimals", |size| fill(size, |k| format!("1.{} 范围\n本标准规定了试验方法和检验规则。\n", k + 1))),
    ("short articles", |size| fill(size, |k| format!("第{}条 规定。", k + 1))),
    ("amounts", |size| "增长1.5%，投资2.3亿元，共4个项目、5条措施。".repeat(size / 54)),
    ("references", |size| "依照第一条、第二条第（三）项和《办法》第四条。".repeat(size / 66)),
    ("nothing but 一、", |size| "一、".repeat(size / 6)),
    ("nothing but （", |size| "（".repeat(size / 3)),
    ("five styles", |size| "一、（一）1.(1)①".repeat(size / 23)),
    ("nothing but 1)", |size| "1)".repeat(size / 2)),
    ("nothing but ①", |size| "①".repeat(size / 3)),
    ("chapters and nothing else", |size| fill(size, |k| format!("第{}章", k % 99 + 1))),
];

fn fill(size: usize, piece: impl Fn(usize) -> String) -> String {
    let mut text = String::with_capacity(size + 200);
    for k in 0.. {
        if text.len() >= size {
            break;
        }
        text += &piece(k);
    }
    text
}

/// The most in use while a text is read, and the sections found.
fn most(text: &str) -> (u64, u64) {
    let mut sections = 0;
    let info = allocation_counter::measure(|| {
        let mut parser = Parser::new(Options::new());
        sections = parser.parse(text).document().len() as u64;
    });
    (info.bytes_max, sections)
}

#[test]
fn memory_above_the_text_keeps_within_its_bound() {
    let mut wrong = Vec::new();
    for (name, text_of) in FAMILIES {
        let text = text_of(SIZE);
        // Automata that grow with use are made once a process and belong to no text.
        most(&text);
        let (used, sections) = most(&text);
        let length = text.len() as u64;
        let rest = used.saturating_sub(A_SECTION * sections + CONSTANT) * 100 / length;
        println!("{name}: {used} for {length} bytes and {sections} sections: {rest} hundredths a byte, bar {BAR}");
        if rest > BAR {
            wrong.push(format!("{name}: {used} bytes for {length} bytes and {sections} sections, {rest} > {BAR}"));
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn a_section_keeps_its_size() {
    // Of the 160 bytes a section, the section itself takes these; a field more is to be thought about.
    assert_eq!(size_of::<Section>(), 96);
}

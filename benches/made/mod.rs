//! Ten megabytes of documents that no two runs, benches or machines see differently.
//!
//! ```text
//! seed ─ plan(ladder, damage) │ statute ─▶ paragraphs ─ joined by "" ──▶ flat    documents of one line
//!                                                     ─ joined by "\n" ▶ lines   `##` before chapters, as scraped
//!                                           all of `flat` in one line ─▶ long    one document
//! markers and nothing else ──────────────────────────────────────────▶ hostile  one text a family
//! ```
//!
//! Distinct documents, for a branch predictor learns one small document that is read in a loop, which
//! overstates the speed by two. The share of signs and numerals is near to that of real documents: some four
//! places a kilobyte where a marker could stand. All words are our own.

#![allow(dead_code, reason = "each bench and test uses its part")]

mod words;

use words::Draw;

/// Bytes of `flat` and of `lines`, at least.
pub(crate) const BYTES: usize = 10_000_000;
/// Bytes of one hostile text.
pub(crate) const HOSTILE: usize = 1_000_000;
/// Plans and statutes are this long, in bytes, from and to: real ones have 12 KB on average.
const LENGTHS: (usize, usize) = (3_000, 21_000);

/// Documents of one line each.
pub(crate) fn flat() -> Vec<String> {
    documents("", BYTES)
}

/// The same documents, a line each paragraph.
pub(crate) fn lines() -> Vec<String> {
    documents("\n", BYTES)
}

/// One document of one line.
pub(crate) fn long(bytes: usize) -> String {
    documents("", bytes).concat()
}

/// Distinct documents of so many bytes together.
pub(crate) fn documents(between: &str, bytes: usize) -> Vec<String> {
    let mut draw = Draw::new(0x9E37_79B9_7F4A_7C15);
    let mut documents = Vec::new();
    let mut sum = 0;
    while sum < bytes {
        let document = document(&mut draw, between);
        sum += document.len();
        documents.push(document);
    }
    documents
}

/// Texts of so many bytes in which everything is a marker or looks like one, by name.
pub(crate) fn hostile(bytes: usize) -> Vec<(&'static str, String)> {
    let repeat = |piece: &str| piece.repeat(bytes / piece.len());
    let circled: String = "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳".into();
    let counted: String = (1..1_000).map(|number| format!("{number})")).collect();
    let bare: String = (1..100).map(|number| format!("{number}推进")).collect();
    vec![
        ("1)1)1)", repeat("1)")),
        ("一、（一）1.(1)①", repeat("一、（一）1.(1)①")),
        ("①(1)1.（一）一、", repeat("①(1)1.（一）一、")),
        ("①…⑳", repeat(&circled)),
        ("1)2)…999)", repeat(&counted)),
        ("1推进2推进…", repeat(&bare)),
        ("1.1.1.", repeat("1.")),
        ("一、一、", repeat("一、")),
        ("第一条第二条", repeat("第一条第二条")),
        ("一一一", repeat("一")),
        ("（（（", repeat("（")),
        ("。。。", repeat("。")),
        ("line breaks", repeat("\n")),
    ]
}

/// Half of the documents are statutes.
fn document(draw: &mut Draw, between: &str) -> String {
    let length = LENGTHS.0 + draw.below(LENGTHS.1 - LENGTHS.0);
    let flat = between.is_empty();
    if draw.one_in(2) {
        let mut paragraphs = statute(draw, length);
        if flat {
            for paragraph in &mut paragraphs {
                if let Some(text) = paragraph.strip_prefix("## ").or_else(|| paragraph.strip_prefix("# ")) {
                    *paragraph = text.to_owned();
                }
            }
        }
        paragraphs.join(between)
    } else {
        let mut text = plan(draw, length).join(between);
        if draw.one_in(8) {
            // Scrapers cut the end off, wherever it is.
            let mut end = text.len() * 9 / 10;
            while !text.is_char_boundary(end) {
                end -= 1;
            }
            text.truncate(end);
        }
        text
    }
}

/// How a level is marked.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Style {
    Dun,
    Bracket,
    Dot,
    WideDot,
    DotDun,
    BracketDigit,
    Half,
    Circled,
    Part,
    Formal,
    Step,
    Shi,
    Decimal,
    Letter,
}

/// How plans mark their levels, outermost first.
const LADDERS: [&[Style]; 10] = [
    &[Style::Dun, Style::Bracket, Style::Dot, Style::BracketDigit],
    &[Style::Dun, Style::Dot, Style::BracketDigit],
    &[Style::Dun, Style::Bracket, Style::WideDot, Style::Circled],
    &[Style::Dun, Style::DotDun, Style::BracketDigit],
    &[Style::Part, Style::Dun, Style::Bracket, Style::Dot],
    &[Style::Formal, Style::Dun, Style::Bracket, Style::Shi],
    &[Style::Dun, Style::Bracket, Style::Shi],
    &[Style::Step, Style::Dot, Style::Half],
    &[Style::Decimal, Style::Decimal, Style::Half],
    &[Style::Dun, Style::Dot, Style::Letter],
];

fn mark(style: Style, path: &[usize]) -> String {
    let number = path.last().copied().unwrap_or(1);
    let signs = |signs: &str| signs.chars().nth(number - 1).map_or_else(|| format!("{number}."), String::from);
    match style {
        Style::Dun => format!("{}、", words::chinese(number)),
        Style::Bracket => format!("（{}）", words::chinese(number)),
        Style::Dot => format!("{number}."),
        Style::WideDot => format!("{number}．"),
        Style::DotDun => format!("{number}、"),
        Style::BracketDigit => format!("({number})"),
        Style::Half => format!("{number}）"),
        Style::Circled => signs("①②③④⑤⑥⑦⑧⑨⑩⑪⑫"),
        Style::Part => format!("第{}部分 ", words::chinese(number)),
        Style::Formal => signs("壹贰叁肆伍陆柒捌玖") + "、",
        Style::Step => format!("第{}步：", words::chinese(number)),
        Style::Shi => format!("{}是", words::chinese(number)),
        Style::Decimal => path.iter().map(usize::to_string).collect::<Vec<_>>().join(".") + " ",
        Style::Letter => signs("abcdefghijkl") + ".",
    }
}

/// A plan: title, preface, a tree of sections, an ending.
fn plan(draw: &mut Draw, length: usize) -> Vec<String> {
    let ladder = LADDERS[draw.below(LADDERS.len())];
    let damaged = draw.one_in(4);
    let narrow = draw.one_in(3);
    let mut paragraphs = vec![draw.title(), draw.sentence() + &draw.sentence()];
    let mut written = 0;
    let mut path = vec![0];
    while written < length {
        // To the next section: one level in, one on, or back out.
        match draw.below(10) {
            0..4 if path.len() < ladder.len() && path.last() != Some(&0) => path.push(1),
            4..6 if path.len() > 1 => {
                path.truncate(1 + draw.below(path.len() - 1));
                *path.last_mut().expect("one level is left") += 1;
            }
            _ => *path.last_mut().expect("there is always a level") += 1,
        }
        let style = ladder[path.len() - 1];
        let mut paragraph = mark(style, &path);
        if damaged && style == Style::Dot && draw.one_in(4) {
            paragraph.pop();
        }
        if style != Style::Shi {
            paragraph += &draw.heading();
            paragraph += if style == Style::Decimal { " " } else { "。" };
        }
        for _ in 0..2 + draw.below(4) {
            paragraph += &draw.sentence();
        }
        if damaged && draw.one_in(6) {
            paragraph = paragraph.replace(['3', '5', '7'], "*");
        }
        if narrow {
            paragraph = paragraph.replace('，', ",");
        }
        written += paragraph.len();
        paragraphs.push(paragraph);
    }
    paragraphs.push(draw.closing());
    paragraphs
}

/// A statute: title, now and then contents, chapters, articles, items in brackets.
fn statute(draw: &mut Draw, length: usize) -> Vec<String> {
    let title = draw.statute();
    let mut paragraphs = vec![format!("# {title}"), draw.passed()];
    let chapters: Vec<String> = (1..=3 + length / 3_500)
        .map(|chapter| format!("第{}章　{}", words::chinese(chapter), draw.chapter()))
        .collect();
    if draw.one_in(4) {
        paragraphs.push("目　录".into());
        paragraphs.extend(chapters.iter().cloned());
    }
    let mut article = 0;
    for chapter in &chapters {
        paragraphs.push(format!("## {chapter}"));
        let mut written = 0;
        while written < length / chapters.len() {
            let from = paragraphs.len();
            article += 1;
            let number = words::chinese(article);
            let inserted = if draw.one_in(40) { "之一" } else { "" };
            let rule = draw.rule();
            paragraphs.push(format!("第{number}条{inserted}　{rule}"));
            if draw.one_in(5) {
                paragraphs.push(draw.announcement());
                let items = 2 + draw.below(4);
                for item in 1..=items {
                    let stop = if item == items { "。" } else { "；" };
                    paragraphs.push(format!("（{}）{}{stop}", words::chinese(item), draw.item()));
                }
            }
            for _ in 0..draw.below(2) {
                paragraphs.push(draw.rule());
            }
            written += paragraphs[from..].iter().map(String::len).sum::<usize>();
        }
    }
    paragraphs
}

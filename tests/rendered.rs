//! Outlines made at random, written out as a text without damage, and read back: the same outline.
//!
//! ```text
//! ladder 一、（一）1. and a random tree ─ render ─▶ with line breaks ┐
//!                                               ▶ in one line      ┴ parse ─▶ the same markers and parents
//!                                               ▶ damaged            ─ parse ─▶ every promise of a tree
//! ```
//!
//! The outlines are the same in every run. `GANGMU_CASES=100000 cargo test --release --test rendered`
//! makes more of them.

#![allow(clippy::unwrap_used)]

mod support;

use arbtest::arbitrary::{Result, Unstructured};
use arbtest::arbtest;
use support::Outline;

const CASES: u64 = 10_000;
/// The most places of a text that are damaged.
const WOUNDS: usize = 12;
/// What gets into texts that are scanned, scraped and retyped.
const DEBRIS: [&str; 12] = ["", "", "\n", " ", "\u{3000}", "1", "一", "（", "、", ".", "第", "\u{200b}"];

/// What stands before a number, how the numbers are written, what stands behind.
type Style = (&'static str, [&'static str; 12], &'static str);

const CHINESE: [&str; 12] = ["一", "二", "三", "四", "五", "六", "七", "八", "九", "十", "十一", "十二"];
const FORMAL: [&str; 12] = ["壹", "貳", "參", "肆", "伍", "陸", "柒", "捌", "玖", "拾", "拾壹", "拾貳"];
const ARABIC: [&str; 12] = ["1", "2", "3", "4", "5", "6", "7", "8", "9", "10", "11", "12"];
const RINGED: [&str; 12] = ["①", "②", "③", "④", "⑤", "⑥", "⑦", "⑧", "⑨", "⑩", "⑪", "⑫"];

const DUN: Style = ("", CHINESE, "、");
const BRACKET: Style = ("（", CHINESE, "）");
const DOT: Style = ("", ARABIC, ".");
const BRACKET_DIGIT: Style = ("（", ARABIC, "）");
const HALF: Style = ("", ARABIC, "）");
const CIRCLED: Style = ("", RINGED, "");
const PART: Style = ("第", CHINESE, "部分");
const CHAPTER: Style = ("第", CHINESE, "章");
const ARTICLE: Style = ("第", CHINESE, "条");
const STEP: Style = ("第", CHINESE, "步：");
const SHI: Style = ("", CHINESE, "是");
const FORMAL_DUN: Style = ("", FORMAL, "、");

/// How the levels are marked, outermost first: the usual ladders of plans, laws, standards and 公文.
const LADDERS: [&[Style]; 7] = [
    &[DUN, BRACKET, DOT, BRACKET_DIGIT],
    &[DUN, DOT, CIRCLED],
    &[PART, DUN, BRACKET, DOT],
    &[CHAPTER, ARTICLE, BRACKET],
    &[DUN, BRACKET, SHI],
    &[FORMAL_DUN, DUN, BRACKET, DOT],
    &[STEP, DOT, HALF],
];

/// Words without a numeral: what an item says is not what is tested here.
const VERBS: [&str; 12] =
    ["健全", "完善", "加强", "规范", "优化", "落实", "推动", "保障", "统筹", "改进", "细化", "公开"];
const OBJECTS: [&str; 13] = [
    "工作机制",
    "基础设施，补齐短板",
    "队伍建设",
    "资金使用",
    "服务流程",
    "各方责任",
    "资源共享，避免重复建设",
    "物资储备",
    "城乡布局",
    "考核办法",
    "任务清单",
    "办理结果",
    "宣传引导，营造良好氛围",
];

/// The sentence of a number. Two of one text differ, for a list that comes again word by word is a
/// table of contents.
fn sentence(number: usize) -> String {
    format!("{}{}。", VERBS[number % VERBS.len()], OBJECTS[number % OBJECTS.len()])
}

/// Marker and depth of each item, and the paragraphs of the text.
#[derive(Default)]
struct Made {
    items: Vec<(usize, String)>,
    paragraphs: Vec<String>,
    /// How many articles and sentences there are.
    articles: usize,
    sentences: usize,
}

/// Articles are numbered through all chapters; all else begins anew below each parent.
fn make(random: &mut Unstructured<'_>, ladder: &[Style], depth: usize, made: &mut Made) -> Result<()> {
    let Some(&style) = ladder.get(depth) else { return Ok(()) };
    let (before, numerals, behind) = style;
    let through = style == ARTICLE;
    for number in 0..random.int_in_range(2..=4)? {
        let number = if through { made.articles } else { number };
        let Some(numeral) = numerals.get(number) else { break };
        made.articles += usize::from(through);
        let mut paragraph = format!("{before}{numeral}{behind}");
        made.items.push((depth, paragraph.clone()));
        for _ in 0..random.int_in_range(1..=2)? {
            paragraph += &sentence(made.sentences);
            made.sentences += 1;
        }
        made.paragraphs.push(paragraph);
        if random.ratio(1, 2)? {
            make(random, ladder, depth + 1, made)?;
        }
    }
    Ok(())
}

fn found(text: &str) -> Vec<(usize, String)> {
    Outline::of(&gangmu::parse(text)).items.into_iter().map(|item| (item.depth, item.marker)).collect()
}

/// A text with characters lost, doubled, exchanged, and with what does not belong there.
fn damaged(random: &mut Unstructured<'_>, text: &str) -> Result<String> {
    let mut signs: Vec<char> = text.chars().collect();
    for _ in 0..random.int_in_range(1..=WOUNDS)? {
        let at = random.choose_index(signs.len().max(1))?;
        let end = (at + random.int_in_range(0..=3)?).min(signs.len());
        signs.splice(at.min(end)..end, random.choose(&DEBRIS)?.chars());
    }
    Ok(signs.into_iter().collect())
}

/// So many outlines at random, the same in every run, each shown to `check`.
fn outlines(mut check: impl FnMut(&mut Unstructured<'_>, &Made) -> Result<()>) {
    let cases = std::env::var("GANGMU_CASES").map_or(CASES, |cases| cases.parse().unwrap());
    let mut made_of = 0;
    for case in 0..cases {
        // The upper half of an arbtest seed is randomness, the lower half how many bytes there are.
        let seed = (case.wrapping_mul(0x9E37_79B9) & 0xFFFF_FFFF) << 32 | 4_096;
        arbtest(|random| {
            let ladder = *random.choose(&LADDERS)?;
            let mut made = Made { sentences: random.int_in_range(0..=VERBS.len())?, ..Made::default() };
            make(random, ladder, 0, &mut made)?;
            check(random, &made)?;
            made_of += 1;
            Ok(())
        })
        .seed(seed);
    }
    // One without enough randomness is no outline.
    assert!(made_of * 10 > cases * 9, "{made_of} outlines");
}

#[test]
fn a_damaged_outline_keeps_every_promise() {
    outlines(|random, made| {
        let between = if random.ratio(1, 2)? { "\n" } else { "" };
        let text = damaged(random, &made.paragraphs.join(between))?;
        let parsed = gangmu::parse(&text);
        assert_eq!(parsed.document().check(&text), Ok(()), "{text}");
        assert_eq!(parsed, gangmu::parse(&text), "not the same twice: {text}");
        let json = serde_json::to_string(&parsed).unwrap();
        let back: gangmu::Document = serde_json::from_str(&json).unwrap();
        assert_eq!(&back, parsed.document(), "JSON there and back: {text}");
        assert!(parsed.lint().iter().all(|found| found.span.of(&text).is_some()), "{text}");
        Ok(())
    });
}

#[test]
fn an_undamaged_outline_is_read_as_it_was_written() {
    let (mut texts, mut items) = (0, 0);
    outlines(|_, made| {
        for (layout, between) in [("lines", "\n"), ("flat", "")] {
            let text = made.paragraphs.join(between);
            assert_eq!(found(&text), made.items, "{layout}: {text}");
            texts += 1;
            items += made.items.len();
        }
        Ok(())
    });
    println!("{texts} texts, {items} items");
}

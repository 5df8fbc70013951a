//! What holds for every text: for random text, for soup of pieces that markers are made of, and for
//! fixtures cut up and put together anew.
//!
//! The cases are the same in every run: some of each source in `cargo test`, ten thousand of each released
//! (`-- --include-ignored`); `GANGMU_CASES` says how many instead. A failure prints its seed;
//! `arbtest(...).seed(…).minimize()` makes it small.

#![allow(clippy::unwrap_used)]

mod support;

use std::cell::RefCell;
use std::sync::OnceLock;

use arbtest::arbitrary::{Result, Unstructured};
use arbtest::arbtest;
use gangmu::{Document, LineBreaks, Options, Parser, parse, parse_with};

/// How many texts of a source are read while someone waits, and how many in the slow tests.
const FEW: u64 = 128;
const MANY: u64 = 10_000;

/// Runs a property on texts of a source; cases grow from a few bytes of randomness to some thousand.
fn all(source: fn(&mut Unstructured<'_>) -> Result<String>, cases: u64) {
    let cases = std::env::var("GANGMU_CASES").map_or(cases, |cases| cases.parse().unwrap());
    let parsers = RefCell::new(every_options().map(Parser::new));
    for case in 0..cases {
        // The upper half of an arbtest seed is randomness, the lower half how many bytes there are.
        let spread = case.wrapping_mul(0x9E37_79B9) & 0xFFFF_FFFF;
        let size = 8 + case % 32 * (case % 32);
        arbtest(|random| {
            let text = source(random)?;
            for (options, parser) in every_options().iter().zip(parsers.borrow_mut().iter_mut()) {
                holds(&text, options, parser);
            }
            Ok(())
        })
        .seed(spread << 32 | size);
    }
}

fn every_options() -> [Options; 4] {
    [
        Options::new(),
        Options::new().inline_items(false),
        Options::new().line_breaks(LineBreaks::Trusted),
        Options::new().line_breaks(LineBreaks::Ignored),
    ]
}

fn holds(text: &str, options: &Options, parser: &mut Parser) {
    let parsed = parse_with(text, options);
    assert_eq!(parsed.document().check(text), Ok(()), "a promise of the tree: {text:?}");
    assert_eq!(parse_with(text, options), parsed, "not the same twice: {text:?}");
    assert_eq!(parser.parse(text), parsed, "what was read before matters: {text:?}");
    let json = serde_json::to_string(&parsed).unwrap();
    let back: Document = serde_json::from_str(&json).unwrap();
    assert_eq!(&back, parsed.document(), "JSON there and back: {text:?}");
    for found in parsed.lint() {
        assert!(found.span.of(text).is_some(), "a diagnostic of no place, {found:?}: {text:?}");
    }
}

/// Characters of all kinds, weighted to none.
fn noise(random: &mut Unstructured<'_>) -> Result<String> {
    Ok(random.arbitrary_iter::<char>()?.collect::<Result<Vec<_>>>()?.into_iter().collect())
}

/// Pieces of markers and of what stands between them.
fn soup(random: &mut Unstructured<'_>) -> Result<String> {
    const PIECES: [&str; 119] = [
        "一",
        "二",
        "三",
        "十",
        "百",
        "廿",
        "〇",
        "两",
        "壹",
        "贰",
        "拾",
        "甲",
        "乙",
        "1",
        "2",
        "3",
        "9",
        "10",
        "0",
        "１",
        "２",
        "x",
        "I",
        "V",
        "X",
        "Ⅱ",
        "ⅳ",
        "A",
        "b",
        "ａ",
        "①",
        "②",
        "⑩",
        "⑴",
        "⒈",
        "㈠",
        "㊀",
        "❶",
        "Ⓐ",
        "第",
        "其",
        "章",
        "节",
        "条",
        "编",
        "分编",
        "篇",
        "部分",
        "步",
        "之",
        "之一",
        "是",
        "要",
        "、",
        "､",
        ".",
        "．",
        "，",
        ",",
        "：",
        ":",
        "；",
        "。",
        "？",
        "！",
        "（",
        "）",
        "(",
        ")",
        "［",
        "]",
        "【",
        "】",
        "《",
        "》",
        "“",
        "”",
        "…",
        " ",
        "\u{3000}",
        "\t",
        "\n",
        "\r\n",
        "\u{feff}",
        "\u{200b}",
        "年",
        "月",
        "元",
        "%",
        "附件",
        "目录",
        "特此通知",
        "以上",
        "目标",
        "抓落实",
        "𠀀",
        "**",
        "<br>",
        "<p>",
        "&nbsp;",
        "\\n",
        "丶",
        "—",
        "〈一〉",
        "***",
        "# ",
        "## ",
        "\\",
        "\n- ",
        "\n> ",
        "★",
        "▲ ",
        "●",
        "|",
        "阶段",
        "单元",
        "课",
        "（3月）",
        "\n12\n",
    ];
    let mut text = String::new();
    while !random.is_empty() {
        text.push_str(random.choose(&PIECES)?);
    }
    Ok(text)
}

/// Markers that go on from one another on changing levels, with and without damage.
fn lists(random: &mut Unstructured<'_>) -> Result<String> {
    const CHINESE: [&str; 12] = ["一", "二", "三", "四", "五", "六", "七", "八", "九", "十", "十一", "十二"];
    const BETWEEN: [&str; 12] =
        ["目标。", "抓落实。责任到位。", "：", "，", "；", "\n", "。\n", " ", "", "共3个。", "2024年", "见第一条。"];
    let mut text = String::new();
    let mut numbers = [0_usize; 8];
    while !random.is_empty() {
        let level = random.choose_index(numbers.len())?;
        let step = *random.choose(&[1, 1, 1, 1, 1, 1, 0, 2])?;
        numbers[level] = (numbers[level] + step) % CHINESE.len();
        numbers[level + 1..].fill(0);
        let (chinese, arabic) = (CHINESE[numbers[level]], numbers[level] + 1);
        text.push_str(&match level {
            0 => format!("第{chinese}章 "),
            1 => format!("{chinese}、"),
            2 => format!("（{chinese}）"),
            3 => format!("{arabic}."),
            4 => format!("{}.{arabic}", numbers[3] + 1),
            5 => format!("（{arabic}）"),
            6 => char::from_u32(0x2460 + u32::try_from(arabic).unwrap() - 1).unwrap().to_string(),
            _ => format!("{chinese}是"),
        });
        text.push_str(random.choose(&BETWEEN)?);
    }
    Ok(text)
}

/// Slices of fixtures one behind the other.
fn cuttings(random: &mut Unstructured<'_>) -> Result<String> {
    static TEXTS: OnceLock<Vec<Vec<char>>> = OnceLock::new();
    let texts =
        TEXTS.get_or_init(|| support::fixtures().iter().map(|fixture| fixture.text.chars().collect()).collect());
    let mut text = String::new();
    while !random.is_empty() && text.len() < 6_000 {
        let from = random.choose(texts)?;
        let start = random.choose_index(from.len())?;
        let length = random.int_in_range(0..=300)?;
        text.extend(from.iter().skip(start).take(length));
    }
    Ok(text)
}

/// Soup and words with a blank, or a character without width, behind nearly each character.
fn apart(random: &mut Unstructured<'_>) -> Result<String> {
    let between = if random.arbitrary()? { [" ", " ", "  "] } else { ["\u{200b}", "\u{2060}", " "] };
    let often = random.int_in_range(1..=8)?;
    let mut text: String = "目 标 抓 落 实 责 任 到 位".replace(' ', between[0]);
    for c in soup(random)?.chars() {
        text.push(c);
        if text.len() % 9 < often {
            text.push_str(between[text.len() % between.len()]);
        }
    }
    Ok(text)
}

#[test]
fn for_noise() {
    all(noise, FEW);
}

#[test]
fn for_soup_of_markers() {
    all(soup, FEW);
}

#[test]
fn for_lists() {
    all(lists, FEW);
}

#[test]
fn for_cuttings_of_fixtures() {
    all(cuttings, FEW);
}

#[test]
fn for_soup_set_apart() {
    all(apart, FEW);
}

#[test]
#[ignore = "slow"]
fn for_much_soup_set_apart() {
    all(apart, MANY);
}

#[test]
#[ignore = "slow"]
fn for_much_noise() {
    all(noise, MANY);
}

#[test]
#[ignore = "slow"]
fn for_much_soup_of_markers() {
    all(soup, MANY);
}

#[test]
#[ignore = "slow"]
fn for_many_lists() {
    all(lists, MANY);
}

#[test]
#[ignore = "slow"]
fn for_many_cuttings_of_fixtures() {
    all(cuttings, MANY);
}

#[test]
fn a_prefix_of_a_fixture_is_a_text_too() {
    for fixture in support::fixtures().iter().filter(|fixture| fixture.name.starts_with("raw/")) {
        for (end, _) in fixture.text.char_indices() {
            let text = &fixture.text[..end];
            assert_eq!(parse(text).document().check(text), Ok(()), "{} up to byte {end}", fixture.name);
        }
    }
}

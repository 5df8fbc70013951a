//! The grammar of markers a second time, as regular expressions written from its rules and not from
//! its code, over all texts that a few pieces of markers make.
//!
//! ```text
//! pieces 第 一 1 条 之 … ─▶ 第, 第一, 第一条, 第一条之, … ─▶ readings(text) = expected(text)
//! ```
//!
//! Compared are kind, length and number. Each family has the pieces that its rules tell apart, and one
//! that is none of them, so that what stands behind a marker is seen to stay there.

use std::collections::BTreeSet;
use std::sync::LazyLock;

use regex::{Captures, Regex};

use super::{Kind, readings};

/// Kind, length in bytes, parts of the number.
type Seen = (Kind, usize, Vec<u32>);

const DOT: &str = "[.．]";
const SIGN: &str = "[、､.．，,：:]";
const COMMA: &str = "[、､，,：:]";
/// A blank, at most four times; and with line breaks.
const B1: &str = r"[ \u3000]{0,4}";
const B2: &str = r"[ \u3000\n]{0,4}";
const CHINESE: &str = "(?<c>[一二三十百]+)";
const FORMAL: &str = "(?<f>[壹贰拾]+)";
const ARABIC: &str = "(?<a>[0-9０-９]+)";
const ORDINAL: &str = "(?:(?<c>[一二三十百]+)|(?<f>[壹贰拾]+)|(?<a>[0-9０-９]+))";

/// A bracket that ends a line or stands before a colon.
const NOTE: &str = "[（(][^（(）)。\\n]{0,30}[）)](?:[：:\\n ]|$)";

/// … whose Chinese signs a blank may part.
const PARTED: &str = "(?:(?<c>[一二三十百](?:[ \\u3000]?[一二三十百])*)|(?<f>[壹贰拾]+)|(?<a>[0-9０-９]+))";

/// Kind and number of a match; none where its numeral is none.
type Meaning = fn(&Captures<'_>) -> Option<(Kind, Vec<u32>)>;

/// A rule: its name for the message, its expression, and what a match is.
struct Rule {
    name: &'static str,
    shape: Regex,
    mean: Meaning,
}

fn rule(name: &'static str, shape: &str, mean: Meaning) -> Rule {
    Rule { name, shape: Regex::new(&format!("^(?:{shape})")).unwrap(), mean }
}

/// The value of the numeral that matched.
fn value(found: &Captures<'_>) -> Option<u32> {
    let chinese = found.name("c").map(|run| run.as_str().replace([' ', '\u{3000}'], ""));
    let formal = || found.name("f").map(|run| run.as_str().replace('壹', "一").replace('贰', "二").replace('拾', "十"));
    match chinese.or_else(formal) {
        Some(run) => chinese_value(&run),
        None => arabic_value(found.name("a")?.as_str()),
    }
}

/// All that is written of the signs 一 二 三 十 百: counted, short, or four signs one by one.
fn chinese_value(run: &str) -> Option<u32> {
    let digit = |sign| "一二三".chars().position(|digit| digit == sign).map(|at| at as u32 + 1);
    let ones = |rest: &str| match rest.chars().collect::<Vec<_>>()[..] {
        [] => Some(0),
        [one] => digit(one),
        _ => None,
    };
    let tens = |rest: &str| match rest.split_once('十') {
        None => ones(rest),
        Some(("", behind)) => Some(10 + ones(behind)?),
        Some((before, behind)) => Some(10 * ones(before)? + ones(behind)?),
    };
    if let Some((before, behind)) = run.split_once('百') {
        let hundreds = 100 * ones(before).filter(|&hundreds| hundreds > 0)?;
        // A ones place right behind the hundreds is the short form, read behind 一百 only.
        let short = !behind.is_empty() && !behind.contains('十') && before != "一";
        return (!short).then(|| Some(hundreds + tens(behind)?)).flatten();
    }
    let signs: Option<Vec<u32>> = run.chars().map(digit).collect();
    match signs {
        Some(signs) if signs.len() == 4 => Some(signs.iter().fold(0, |sum, sign| sum * 10 + sign)),
        _ => tens(run).filter(|&value| value > 0),
    }
}

/// One to five digits; a zero in front only of `01` to `09`.
fn arabic_value(run: &str) -> Option<u32> {
    let digits: String = run
        .chars()
        .map(|c| char::from_u32(if ('０'..='９').contains(&c) { c as u32 - 0xFEE0 } else { c as u32 }).unwrap())
        .collect();
    let value = digits.parse().ok().filter(|&value: &u32| value > 0 && digits.len() <= 5)?;
    (!digits.starts_with('0') || digits.len() == 2).then_some(value)
}

/// A later part of a decimal: 0, or up to three digits without a zero in front.
fn part_value(run: &str) -> Option<u32> {
    match run {
        "0" | "０" => Some(0),
        _ => {
            arabic_value(run).filter(|&value| value <= 199 && !run.starts_with(['0', '０']) && run.chars().count() <= 3)
        }
    }
}

fn roman_value(run: &str) -> Option<u32> {
    const ONES: [&str; 10] = ["", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX"];
    (1..40).find(|&n| format!("{}{}", "X".repeat(n / 10), ONES[n % 10]) == run).map(|n| n as u32)
}

static RULES: LazyLock<Vec<Rule>> = LazyLock::new(|| {
    let unit = format!(
        "第{B2}{PARTED}{B2}(?<w>分编|部分|[编篇章节条])(?<z>之{B1}(?:(?<s>[一二三十百]+)|(?<t>[0-9０-９]+)))?(?<d>{B1}{SIGN})?"
    );
    vec![
        rule("step", &format!("第{B2}{ORDINAL}{B2}步({B1}{SIGN})?"), |found| Some((Kind::Step, vec![value(found)?]))),
        rule(
            "course",
            &format!(
                "第{B2}{ORDINAL}{B2}(?:(?<w>[阶階]段)|(?<u>[单單]元)|[讲講]|[课課][时時]?)(?:{B1}(?<d>[：:])|(?<z>[ \\n]|{NOTE})|$)"
            ),
            |found| {
                let kind = match (found.name("w"), found.name("u")) {
                    (Some(_), _) => Kind::Stage,
                    (_, Some(_)) => Kind::Module,
                    _ => Kind::Lesson,
                };
                Some((kind, vec![value(found)?]))
            },
        ),
        rule(
            "named step",
            &format!("步[骤驟]{B1}(?:{CHINESE}|{ARABIC})(?:(?<d>{B1}{SIGN})|(?<z>[ \\n])|$)"),
            |found| Some((Kind::Step, vec![value(found)?])),
        ),
        rule("di", &format!("第{B2}{ORDINAL}{B2}{B1}{COMMA}"), |found| Some((Kind::DiComma, vec![value(found)?]))),
        rule("unit", &unit, |found| {
            let (chinese, arabic) = match &found["w"] {
                "分编" => (Kind::SubBook, Kind::SubBookArabic),
                "部分" => (Kind::Part, Kind::PartArabic),
                "编" => (Kind::Book, Kind::BookArabic),
                "篇" => (Kind::Piece, Kind::PieceArabic),
                "章" => (Kind::Chapter, Kind::ChapterArabic),
                "节" => (Kind::Jie, Kind::JieArabic),
                _ => (Kind::Article, Kind::ArticleArabic),
            };
            let kind = if found.name("a").is_some() { arabic } else { chinese };
            let sub = found.name("s").and_then(|run| chinese_value(run.as_str()));
            let sub =
                sub.or_else(|| found.name("t").and_then(|run| arabic_value(run.as_str()))).filter(|&sub| sub <= 63);
            Some((kind, [Some(value(found)?), sub].into_iter().flatten().collect()))
        }),
        rule(
            "unit, 十 left out",
            &format!(
                "第(?<tens>[一二三四五六七八九])(?<ones>[一二三四五六七八九])[条條](?<z>之{B1}(?:(?<s>[一二三十百]+)|(?<t>[0-9０-９]+)))?(?<d>{B1}{SIGN})?"
            ),
            |found| {
                let [tens, ones] = ["tens", "ones"].map(|name| chinese_value(&found[name]));
                let sub = found.name("s").and_then(|run| chinese_value(run.as_str()));
                let sub =
                    sub.or_else(|| found.name("t").and_then(|run| arabic_value(run.as_str()))).filter(|&sub| sub <= 63);
                Some((Kind::Article, [Some(tens? * 10 + ones?), sub].into_iter().flatten().collect()))
            },
        ),
        rule(
            "unit, hyphened",
            &format!("第{B2}{ARABIC}[-－.．](?<t>[0-9０-９]+){B2}[条條](?<d>{B1}{SIGN})?"),
            |found| {
                let sub = arabic_value(&found["t"]).filter(|&sub| sub <= 63)?;
                Some((Kind::ArticleArabic, vec![value(found)?, sub]))
            },
        ),
        rule("qi", &format!("其{CHINESE}{B1}{COMMA}"), |found| Some((Kind::QiComma, vec![value(found)?]))),
        rule("said", &format!("{CHINESE}(?<w>是|要)"), |found| {
            let kind = if &found["w"] == "是" { Kind::Shi } else { Kind::Yao };
            Some((kind, vec![value(found).filter(|&value| value <= 99)?]))
        }),
        rule("dun", &format!("{CHINESE}{B1}{SIGN}"), |found| Some((Kind::Dun, vec![value(found)?]))),
        rule("dun, delimiter lost", CHINESE, |found| {
            Some((Kind::Dun, vec![value(found).filter(|&value| value <= 99)?]))
        }),
        rule("bracket, the first lost", &format!("{CHINESE}{B1}[）)]"), |found| {
            Some((Kind::BracketChinese, vec![value(found)?]))
        }),
        rule("formal", &format!("{FORMAL}(?:(?<d>{B1}{SIGN})|(?<z>[ \\u{{3000}}\\n])|$)"), |found| {
            Some((Kind::Formal, vec![value(found)?]))
        }),
        rule("stem", &format!("(?<n>[甲乙]){B1}{SIGN}"), |found| Some((Kind::Stem, vec![stem(found)]))),
        rule("keycap", "(?<tens>[0-9])\u{fe0f}?\u{20e3}(?:(?<ones>[0-9])\u{fe0f}?\u{20e3})?", |found| {
            let digits = found["tens"].to_owned() + found.name("ones").map_or("", |ones| ones.as_str());
            Some((Kind::Keycap, vec![digits.parse().ok().filter(|&value| value > 0)?]))
        }),
        rule("digits", &format!("{ARABIC}(?:{B1}(?:{SIGN}|[】］\\]])|{B2}{DOT})"), |found| {
            Some((Kind::Dot, vec![value(found)?]))
        }),
        rule("digits )", &format!("{ARABIC}{B1}[）)]"), |found| Some((Kind::HalfArabic, vec![value(found)?]))),
        rule("digits ), the first lost", &format!("{ARABIC}{B1}[）)]"), |found| {
            Some((Kind::BracketArabic, vec![value(found)?]))
        }),
        rule("bracket", &format!("[（(]{B2}(?:{PARTED}|(?<n>[甲乙])){B2}[）)]{SIGN}?"), |found| {
            Some(match () {
                () if found.name("c").is_some() => (Kind::BracketChinese, vec![value(found)?]),
                () if found.name("f").is_some() => (Kind::BracketFormal, vec![value(found)?]),
                () if found.name("a").is_some() => (Kind::BracketArabic, vec![value(found)?]),
                () => (Kind::BracketStem, vec![stem(found)]),
            })
        }),
        rule("bracket of letters", &format!("[（(]{B2}(?<l>[A-Za-zＡ-Ｚａ-ｚ]){B2}[）)]{SIGN}?"), |found| {
            letter(found, [Kind::BracketUpper, Kind::BracketLower])
        }),
        rule("bracket of Roman", &format!("[（(]{B2}(?<r>[IVX]+|[ⅠⅡ]){B2}[）)]{SIGN}?"), |found| {
            Some((Kind::BracketRoman, vec![roman(found)?]))
        }),
        rule("letter", &format!("(?<l>[A-Za-zＡ-Ｚａ-ｚ]){B1}[.．、､]"), |found| {
            letter(found, [Kind::Upper, Kind::Lower])
        }),
        rule("letter )", &format!("(?<l>[A-Za-zＡ-Ｚａ-ｚ]){B1}[）)]"), |found| {
            letter(found, [Kind::HalfUpper, Kind::HalfLower])
        }),
        rule("roman", &format!("(?<r>[IVX]+|[ⅠⅡ]){B1}[.．、､]"), |found| {
            Some((Kind::Roman, vec![roman(found)?]))
        }),
        rule("square", &format!("[［\\[【]{B1}(?:{CHINESE}|{ARABIC}){B1}[］\\]】]"), |found| {
            let kind = if found.name("c").is_some() { Kind::SquareChinese } else { Kind::SquareArabic };
            Some((kind, vec![value(found)?]))
        }),
        rule("enclosed", "(?<n>[①⑴⒈㈠㊀❶Ⓐ])[.．、､]?", |found| {
            let kind = match &found["n"] {
                "①" => Kind::Circled,
                "⑴" => Kind::Parenthesized,
                "⒈" => Kind::Stopped,
                "㈠" => Kind::ParenthesizedIdeograph,
                "㊀" => Kind::CircledIdeograph,
                "❶" => Kind::Negative,
                _ => Kind::CircledUpper,
            };
            Some((kind, vec![1]))
        }),
    ]
});

fn stem(found: &Captures<'_>) -> u32 {
    if &found["n"] == "甲" { 1 } else { 2 }
}

fn letter(found: &Captures<'_>, [upper, lower]: [Kind; 2]) -> Option<(Kind, Vec<u32>)> {
    let letter = found["l"].chars().next()?;
    let (kind, first) = match letter {
        'A'..='Z' => (upper, 'A'),
        'a'..='z' => (lower, 'a'),
        'Ａ'..='Ｚ' => (upper, 'Ａ'),
        _ => (lower, 'ａ'),
    };
    Some((kind, vec![letter as u32 - first as u32 + 1]))
}

fn roman(found: &Captures<'_>) -> Option<u32> {
    roman_value(&found["r"].replace('Ⅰ', "I").replace('Ⅱ', "II"))
}

/// What the rules say of a text.
fn expected(text: &str) -> BTreeSet<Seen> {
    static DECIMAL: LazyLock<Regex> =
        LazyLock::new(|| Regex::new("^([0-9０-９]+)((?:[.．][0-9０-９]+)+)[.．、､]?").unwrap());
    static ANNEX: LazyLock<Regex> =
        LazyLock::new(|| Regex::new("^(?<l>[A-ZＡ-Ｚ])(?<parts>(?:[.．][0-9０-９]+)+)[.．、､]?").unwrap());
    static BARE: LazyLock<Regex> = LazyLock::new(|| Regex::new(&format!("^{ARABIC}")).unwrap());
    static OPEN: LazyLock<Regex> =
        LazyLock::new(|| Regex::new(&format!("^[（(]{B2}(?:{CHINESE}|{ARABIC})(?:{B1}[、､.．】］\\]])?")).unwrap());
    let mut all = BTreeSet::new();
    let mut closed = false;
    for rule in RULES.iter() {
        let Some(found) = rule.shape.captures(text) else { continue };
        let meant = (rule.mean)(&found);
        // What is between the brackets of （一 一） is no numeral, and the first of it may be one whose bracket is lost.
        closed |= rule.name.starts_with("digits") || rule.name == "keycap" || rule.name == "bracket" && meant.is_some();
        if let Some((kind, number)) = meant {
            // A 之 without a number that fits is no part of the marker.
            let dangling = found.name("z").filter(|_| number.len() == 1).map(|sub| sub.start());
            all.insert((kind, dangling.unwrap_or(found[0].len()), number));
        }
    }
    if let Some(found) = DECIMAL.captures(text) {
        let parts = found[2].split(['.', '．']).skip(1).map(part_value);
        let first = arabic_value(&found[1]).filter(|&first| first <= 199);
        if let Some(number) = [first].into_iter().chain(parts).collect::<Option<Vec<_>>>() {
            const KINDS: [Kind; 4] = [Kind::Decimal2, Kind::Decimal3, Kind::Decimal4, Kind::Decimal5];
            if let Some(&kind) = KINDS.get(number.len() - 2) {
                all.insert((kind, found[0].len(), number));
            }
        }
    }
    if let Some(found) = ANNEX.captures(text) {
        let parts = found["parts"].split(['.', '．']).skip(1).map(part_value);
        let first = letter(&found, [Kind::Upper; 2]).map(|(_, letter)| letter[0]);
        if let Some(number) = [first].into_iter().chain(parts).collect::<Option<Vec<_>>>()
            && let Some(&kind) = [Kind::Annex2, Kind::Annex3, Kind::Annex4].get(number.len() - 2)
        {
            all.insert((kind, found[0].len(), number));
        }
    }
    // What has its delimiter has not lost it.
    let bare = BARE.captures(text).filter(|_| !closed).and_then(|found| Some((value(&found)?, found[0].len())));
    if let Some((value, len)) = bare.filter(|&(value, _)| value <= 99) {
        all.insert((Kind::Dot, len, vec![value]));
        if text[len..].starts_with([' ', '\u{3000}']) {
            all.insert((Kind::Decimal1, len, vec![value]));
        }
    }
    if let Some(found) = OPEN.captures(text).filter(|_| !closed) {
        let kind = if found.name("c").is_some() { Kind::BracketChinese } else { Kind::BracketArabic };
        all.extend(value(&found).map(|value| (kind, found[0].len(), vec![value])));
    }
    all
}

fn agree(text: &str) -> Result<(), String> {
    let found: BTreeSet<Seen> = readings(text)
        .iter()
        .map(|reading| (reading.kind, reading.len as usize, reading.number().iter().collect()))
        .collect();
    let expected = expected(text);
    (found == expected).then_some(()).ok_or_else(|| format!("{text:?}: expected {expected:?}, found {found:?}"))
}

/// Compares all texts of at most `most` pieces of which the first is one of the first `heads`.
fn compare(heads: usize, most: usize, pieces: &[&str]) {
    let mut wrong = Vec::new();
    let mut open: Vec<(String, usize)> = pieces[..heads].iter().map(|&piece| (piece.to_owned(), 1)).collect();
    let mut count = 0;
    while let Some((text, length)) = open.pop() {
        count += 1;
        wrong.extend(agree(&text).err());
        if length < most {
            open.extend(pieces.iter().map(|piece| (format!("{text}{piece}"), length + 1)));
        }
    }
    wrong.sort_by_key(String::len);
    wrong.truncate(20);
    assert!(wrong.is_empty(), "of {count} texts, the shortest:\n{}", wrong.join("\n"));
}

#[test]
fn units_steps_and_ordinals() {
    compare(1, 6, &["第", "一", "十", "1", "条", "步", "之", "，", " ", "\n", "完"]);
    compare(1, 6, &["第", "1", "２", "-", "－", "条", "之", "，", " ", "完"]);
    compare(1, 6, &["第", "一", "1", "阶段", "單元", "讲", "课", "课时", "：", "（", "）", " ", "\n", "完"]);
    compare(2, 5, &["步骤", "步驟", "第", "一", "十", "1", "：", "．", " ", "\n", "完"]);
    compare(1, 4, &["第", "二", "百", "０", "壹", "拾", "编", "分编", "篇", "部分", "章", "节", "．", "、", ":", "之"]);
}

#[test]
fn chinese_numerals_with_what_closes_them() {
    compare(4, 5, &["一", "二", "十", "百", "是", "要", "、", ".", "，", "：", "）", " ", "\n", "完"]);
    compare(5, 5, &["壹", "拾", "甲", "乙", "其", "一", "､", "．", ",", ":", "\u{3000}", "\n", "完"]);
}

#[test]
fn digits_with_what_closes_them() {
    compare(3, 5, &["1", "２", "0", ".", "．", "、", "，", "：", "】", ")", " ", "\n", "完"]);
    compare(2, 9, &["1", "0", "."]);
    compare(2, 7, &["1", "0", "\u{fe0f}", "\u{20e3}", "."]);
}

#[test]
fn brackets() {
    compare(2, 5, &["（", "(", "一", "十", "1", "壹", "）", ")", "、", "．", "】", " ", "\n", "完"]);
    compare(1, 5, &["（", "甲", "I", "V", "X", "A", "ａ", "Ⅱ", "）", "，", " ", "\n", "完"]);
    compare(3, 5, &["【", "[", "［", "一", "十", "1", "0", "】", "]", "］", " ", "\n", "完"]);
}

#[test]
fn letters_and_signs_of_their_own() {
    compare(3, 6, &["A", "Ｂ", "z", ".", "．", "1", "0", "、", "完"]);
    compare(7, 5, &["A", "ａ", "Ｂ", "I", "V", "X", "Ⅱ", ".", "、", "）", " ", "\n", "完"]);
    compare(7, 3, &["①", "⑴", "⒈", "㈠", "㊀", "❶", "Ⓐ", ".", "、", "，", "：", " ", "完"]);
}

#[test]
fn at_most_four_blanks() {
    for text in
        ["一@、", "1@.", "1@）", "（@1@）", "第@一@条@，", "第一条之@二", "其一@，", "【@1@】", "A@.", "壹@、", "甲@、"]
    {
        for blanks in 0..6 {
            agree(&text.replace('@', &" ".repeat(blanks))).unwrap();
        }
    }
}

#[test]
fn numbers_with_hyphens() {
    const PIECES: [&str; 7] = ["1", "２", "0", "-", "－", ".", "完"];
    let shape = Regex::new("^([0-9０-９]+)((?:[-－][0-9０-９]+)+)[.．]?").unwrap();
    let expected = |text: &str| {
        let found = shape.captures(text)?;
        let behind = found.get(2).unwrap().end();
        if text[behind..].starts_with(['-', '－']) {
            return None;
        }
        let first = arabic_value(&found[1]).filter(|&first| first <= 199);
        let parts = found[2].split(['-', '－']).skip(1).map(|part| part_value(part).filter(|&part| part > 0));
        let number: Vec<u32> = [first].into_iter().chain(parts).collect::<Option<_>>()?;
        let kind = *[Kind::Decimal2, Kind::Decimal3, Kind::Decimal4].get(number.len() - 2)?;
        Some((kind, found[0].len(), number))
    };
    let mut open: Vec<(String, usize)> = PIECES[..3].iter().map(|&piece| (piece.to_owned(), 1)).collect();
    let mut seen = 0;
    while let Some((text, length)) = open.pop() {
        let found = super::hyphened(&text);
        let found = found.map(|found| (found.kind, found.len as usize, found.number().iter().collect::<Vec<u32>>()));
        seen += usize::from(found.is_some());
        assert_eq!(found, expected(&text), "{text}");
        if length < 7 {
            open.extend(PIECES.iter().map(|piece| (format!("{text}{piece}"), length + 1)));
        }
    }
    assert!(seen > 1_000);
}

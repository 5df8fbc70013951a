//! Numerals of outline markers: from the text at a numeral to its value and the text behind it.
//!
//! ```text
//! > | 二十三、加强领导          chinese → 23, rest: 、加强领导
//!     ^^^^^^
//!
//! chinese    = counted | short | positional          at most 12 characters, value 1..=99_999
//! counted    = group { next }                        places fall: 万 > 千 > 百 > 十 > ones
//! next       = group                                 of the very next lower place:      二百一十
//!            | zero group                            of a place lower still:            二百零一
//! group      = ( digit | liang ) ( "万" | "千" | "百" )
//!            | [ digit ] "十" | "廿" | "卅" | "卌"
//!            | digit                                 the ones, at the end
//! short      = "一" "百" digit                       102, not 120
//! positional = digit { digit | zero }                two to five signs: with a zero, or exactly four
//! digit      = "一" … "九"        liang = "两" | "兩"       zero = "〇" | "零" | "○" | "◯"
//!
//! formal     = chinese, with 壹贰叁肆伍陆柒捌玖 and their variants, 拾佰仟萬
//! parted     = chinese, with one blank between its signs, and one at least
//! stem       = "甲" … "癸"
//! arabic     = nonzero digit, up to 4 digits | "0" nonzero digit    half and full width
//! part       = "0" | nonzero digit, up to 2 digits   behind the first dot of 1.10
//! roman      = [ "X" [ "X" [ "X" ] ] ] ones          I … XXXIX, one case; or Ⅰ … Ⅻ and runs such as ⅩⅣ
//! letter     = "A" … "Z" | "a" … "z"                 half and full width, no letter behind it
//! enclosed   = one character: ① ⑴ ⒈ ㈠ ㊀ ❶ ➀ ➊ ⓵ Ⓐ ⓐ 🄐 ⒜
//! ```
//!
//! A numeral is always the whole run of its characters, or none: of 十十、 nothing is read, not the
//! second 十. Readers see only what is ahead, so a caller that has been refused, or comes from the
//! left, has to skip the whole run ([`is_numeral_char`], [`is_formal_char`]) before it tries again.
//! Runs are bounded: a call looks at 13 characters at most, however long the run is.
//!
//! Wrong values are worse than none, so three habits of speech are not read:
//!
//! - 一二 is no 12: in a text without line breaks it is more often two markers, or a range (一二线).
//!   A zero, or the four signs of a year, do not occur side by side by chance: 一〇, 一九九八.
//! - 二百五 is 250 in speech, 205 where a law has lost its 零. Only behind 一百 does the short form
//!   occur in laws for what it means there, 第一百二条 for 第一百零二条, since few laws reach 200
//!   articles; so this one is read, as 102, and all others are refused. A short form is never 120.
//! - 三万万, and 百 or 千 without a digit, are amounts and not numbers of sections.
//!
//! A 十 without 一 is read in each place it can have: 十二, 一百十二, 一千零十.
//!
//! Sources: GB/T 15835-2011 出版物上数字用法 (零 in counts, 〇 in numbers such as years); Unicode
//! Standard Annex #38, `kPrimaryNumeric` and `kAccountingNumeric` (old and formal signs); the Unicode
//! blocks Number Forms, Enclosed Alphanumerics, Dingbats, Enclosed CJK Letters and Months, and
//! Enclosed Alphanumeric Supplement. ○ and ◯ are what scanned and scraped texts have for 〇; the radicals ⼀⼆⼋⼗
//! (U+2F00…) are what comes out of PDF files, and the letter ㄧ (U+3127) what is typed for 一 in Taiwan.

use nom::branch::alt;
use nom::character::complete::anychar;
use nom::combinator::map_opt;
use nom::{IResult, Parser};

use super::bytes::four;
use super::few::{self, Few};

/// The largest value a numeral may have.
pub(crate) const MAX_VALUE: u32 = 99_999;
/// The most characters of a Chinese numeral: 九万九千九百九十九 has nine; the rest is room for a
/// damaged run to be seen whole and refused.
const MAX_CHINESE: usize = 12;
/// The most digits of an Arabic numeral, and of one spelled sign by sign: those of [`MAX_VALUE`].
pub(crate) const MAX_DIGITS: usize = 5;
/// The most digits of a later part of a decimal: 1.999 is a section, 1.2024 a quantity.
const MAX_PART_DIGITS: usize = 3;
/// The most letters of a Roman numeral: XXXVIII has seven.
const MAX_ROMAN: usize = 7;

/// What a numeral is read to: its value and the text behind it, or a plain no.
type Read<'a, T = u32> = IResult<&'a str, T, ()>;

/// A family of characters that are a whole marker by themselves.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(crate) enum Glyph {
    /// ① to ㊿
    Circled,
    /// ⑴ to ⒇
    Parenthesized,
    /// ⒈ to ⒛
    Stopped,
    /// ㊀ to ㊉
    CircledIdeograph,
    /// ㈠ to ㈩
    ParenthesizedIdeograph,
    /// ❶ to ⓴
    Negative,
    /// ➀ to ➉
    SansCircled,
    /// ➊ to ➓
    NegativeSans,
    /// ⓵ to ⓾
    DoubleCircled,
    /// Ⓐ to Ⓩ
    CircledUpper,
    /// ⓐ to ⓩ
    CircledLower,
    /// 🄐 to 🄩
    ParenthesizedUpper,
    /// ⒜ to ⒵
    ParenthesizedLower,
}

/// Reads a Chinese numeral: 十二, 一百零一, 廿一, 二〇二〇.
///
/// Takes the whole run of numeral characters, or refuses it: see the head of this file for which
/// runs mean a number. A run of more than [`MAX_CHINESE`] characters is refused without being looked
/// at to its end; its tail is no numeral either, so the caller must skip the whole run.
pub(crate) fn chinese(input: &str) -> Read<'_> {
    match chinese_at(input.as_bytes(), 0) {
        Some((end, value)) => Ok((input.get(end..).unwrap_or(""), value)),
        None => no(),
    }
}

/// The same of the numeral at a place: the offset behind it, and its value.
#[inline(always)]
pub(crate) fn chinese_at(text: &[u8], at: usize) -> Option<(usize, u32)> {
    // Nearly all numerals of real outlines have one to three signs: they are read without a list of these.
    let sign = |index: usize| SIGNS.short(four(text, at + 3 * index));
    let (value, signs) = match (sign(0), sign(1)) {
        (0, _) => return None,
        (value @ 1..=10, 0) => (value, 1),
        (10, ones @ 1..=9) if sign(2) == 0 => (10 + ones, 2),
        (tens @ 1..=9, 10) => match sign(2) {
            0 => (tens * 10, 2),
            ones @ 1..=9 if sign(3) == 0 => (tens * 10 + ones, 3),
            _ => return read_run(text, at),
        },
        _ => return read_run(text, at),
    };
    Some((at + 3 * signs, value.into()))
}

/// The value of the Chinese numeral that one sign is, the character that begins with these bytes.
pub(crate) fn of_sign(bytes: u32) -> Option<u32> {
    value(&[SIGNS.first(bytes)?])
}

/// Reads a number below a hundred whose 十 is left out: 二一 for 21, as Taiwan's rules count their articles. Only beside
/// a word that says so: by itself `二三` is two or three.
pub(crate) fn without_ten(input: &str) -> Read<'_> {
    let sign = |index: usize| SIGNS.short(four(input.as_bytes(), 3 * index));
    match (sign(0), sign(1), sign(2)) {
        (tens @ 1..=9, ones @ 1..=9, 0) => Ok((input.get(6..).unwrap_or(""), u32::from(tens * 10 + ones))),
        _ => no(),
    }
}

/// [`chinese_at`] of any run of signs, which comes out of line as two numbers: no numeral is 0.
#[inline(always)]
fn read_run(text: &[u8], at: usize) -> Option<(usize, u32)> {
    let (end, value) = long_run(text, at);
    (value > 0).then_some((end, value))
}

#[cold]
fn long_run(text: &[u8], at: usize) -> (usize, u32) {
    chinese_run(text, at).unwrap_or((at, 0))
}

#[inline]
fn chinese_run(text: &[u8], at: usize) -> Option<(usize, u32)> {
    let mut signs = [Sign::Zero; MAX_CHINESE];
    let mut len = 0;
    while let Some(sign) = SIGNS.first(four(text, at + 3 * len)) {
        *signs.get_mut(len)? = sign;
        len += 1;
    }
    let value = signs.get(..len).and_then(value)?;
    Some((at + 3 * len, value))
}

/// Reads a Chinese numeral whose signs a blank parts, as justified and scanned lines have them: 第 十 一 条. Only where a word or a
/// bracket closes it: by themselves 二 十 are two signs. Same grammar and bounds as [`chinese`].
pub(crate) fn parted(input: &str) -> Read<'_> {
    let mut signs = [Sign::Zero; MAX_CHINESE];
    let (mut len, mut rest, mut behind) = (0, input, input);
    while let Some(sign) = SIGNS.first(four(behind.as_bytes(), 0)) {
        let Some(slot) = signs.get_mut(len) else { return no() };
        *slot = sign;
        len += 1;
        rest = behind.get('一'.len_utf8()..).unwrap_or("");
        behind = rest.strip_prefix([' ', '\u{3000}']).unwrap_or(rest);
    }
    let parted = input.len() - rest.len() > len * '一'.len_utf8();
    signs.get(..len).filter(|_| parted).and_then(value).map_or_else(no, |value| Ok((rest, value)))
}

/// Reads a formal numeral (大写): 拾贰, 壹佰零壹. Same grammar and bounds as [`chinese`].
pub(crate) fn formal(input: &str) -> Read<'_> {
    let (rest, run) = run::<MAX_CHINESE, _>(input, Sign::Zero, formal_sign)?;
    value(run.signs()).map_or_else(no, |value| Ok((rest, value)))
}

/// Reads one of the ten heavenly stems (天干): 甲 is 1, 癸 is 10.
pub(crate) fn stem(input: &str) -> Read<'_> {
    map_opt(anychar, |c| {
        Some(match c {
            '甲' => 1,
            '乙' => 2,
            '丙' => 3,
            '丁' => 4,
            '戊' => 5,
            '己' => 6,
            '庚' => 7,
            '辛' => 8,
            '壬' => 9,
            '癸' => 10,
            _ => return None,
        })
    })
    .parse(input)
}

/// Reads an Arabic numeral in half- or full-width digits, also mixed: `12`, `１２`.
///
/// Refuses 0, and runs of more than [`MAX_DIGITS`] digits, whose tail is no numeral either. A leading zero
/// is read in two digits only (`01`, as question lists are numbered); longer runs with one are codes.
pub(crate) fn arabic(input: &str) -> Read<'_> {
    let (rest, digits) = run::<MAX_DIGITS, _>(input, 0, digit)?;
    match digits.signs() {
        [0] | [0, 0] | [0, _, _, ..] => no(),
        digits => Ok((rest, decimal(digits))),
    }
}

/// Reads a later part of a decimal such as `1.0` or `1.10`: 0 to 999, without leading zeros.
///
/// Refuses runs of more than [`MAX_PART_DIGITS`] digits.
pub(crate) fn arabic_part(input: &str) -> Read<'_> {
    let (rest, digits) = run::<MAX_PART_DIGITS, _>(input, 0, digit)?;
    match digits.signs() {
        [0, _, ..] => no(),
        digits => Ok((rest, decimal(digits))),
    }
}

/// Reads a Roman numeral from 1 to 39: `XIV`, `xiv`, full-width `ＸＩＶ`, or Unicode's own Ⅻ, ⅳ and ⅩⅣ.
///
/// Letters have to be the whole run of letters, of one case and in canonical form: of `MIX`, `Iv`
/// and `IIII` nothing is read.
pub(crate) fn roman(input: &str) -> Read<'_> {
    alt((|input| roman_run(input, roman_letter), |input| roman_run(input, roman_sign))).parse(input)
}

/// Reads one capital letter without another letter behind it, in half or full width: `A` is 1.
pub(crate) fn letter_upper(input: &str) -> Read<'_> {
    lone_letter(input, Case::Upper)
}

/// Reads one small letter without another letter behind it, in half or full width: `a` is 1.
pub(crate) fn letter_lower(input: &str) -> Read<'_> {
    lone_letter(input, Case::Lower)
}

/// Reads one enclosed number or letter: its value and its family.
///
/// ⓪ and ⓿ are refused: no outline counts from zero, and both stand in texts as ornaments.
pub(crate) fn enclosed(input: &str) -> Read<'_, (u32, Glyph)> {
    map_opt(anychar, |c| {
        // The character that would be number 0, were the range longer at its front.
        let (zero, glyph) = match c {
            '①'..='⑳' => (0x245F, Glyph::Circled),
            '㉑'..='㉟' => (0x3251 - 21, Glyph::Circled),
            '㊱'..='㊿' => (0x32B1 - 36, Glyph::Circled),
            '⑴'..='⒇' => (0x2473, Glyph::Parenthesized),
            '⒈'..='⒛' => (0x2487, Glyph::Stopped),
            '⒜'..='⒵' => (0x249B, Glyph::ParenthesizedLower),
            'Ⓐ'..='Ⓩ' => (0x24B5, Glyph::CircledUpper),
            'ⓐ'..='ⓩ' => (0x24CF, Glyph::CircledLower),
            '❶'..='❿' => (0x2775, Glyph::Negative),
            '⓫'..='⓴' => (0x24EB - 11, Glyph::Negative),
            '⓵'..='⓾' => (0x24F4, Glyph::DoubleCircled),
            '➀'..='➉' => (0x277F, Glyph::SansCircled),
            '➊'..='➓' => (0x2789, Glyph::NegativeSans),
            '㈠'..='㈩' => (0x321F, Glyph::ParenthesizedIdeograph),
            '㊀'..='㊉' => (0x327F, Glyph::CircledIdeograph),
            '🄐'..='🄩' => (0x1F10F, Glyph::ParenthesizedUpper),
            _ => return None,
        };
        Some((u32::from(c) - zero, glyph))
    })
    .parse(input)
}

/// Whether `c` may stand in a numeral that [`chinese`] reads, zeros and old signs included.
pub(crate) const fn is_numeral_char(c: char) -> bool {
    chinese_sign(c).is_some()
}

/// Whether a character begins with these bytes that may stand in a numeral of [`chinese`].
#[inline]
pub(crate) fn begins_chinese(bytes: u32) -> bool {
    SIGNS.all.has(bytes)
}

/// The same, and in none of [`formal`].
#[inline]
pub(crate) fn begins_only_chinese(bytes: u32) -> bool {
    matches!(SIGNS.first(bytes), Some(sign) if !matches!(sign, Sign::Zero | Sign::Unit(10_000)))
}

/// Whether `c` may stand in a numeral that [`formal`] reads; true for the zeros as well, and for 万.
pub(crate) const fn is_formal_char(c: char) -> bool {
    formal_sign(c).is_some()
}

/// Whether [`stem`] reads `c`.
pub(crate) const fn is_stem_char(c: char) -> bool {
    matches!(c, '甲' | '乙' | '丙' | '丁' | '戊' | '己' | '庚' | '辛' | '壬' | '癸')
}

/// Whether a numeral of some kind that stands in brackets may begin with `c`.
pub(crate) fn may_begin(c: char) -> bool {
    c.is_ascii_alphanumeric()
        || matches!(c, '０'..='９' | 'Ａ'..='Ｚ' | 'ａ'..='ｚ' | '\u{2160}'..='\u{217f}')
        || is_numeral_char(c)
        || is_formal_char(c)
        || is_stem_char(c)
}

/// Writes 1 to [`MAX_VALUE`] as a Chinese numeral in its usual form: 十二, 一百一十二, 一万零一十.
///
/// Other numbers have no such form here and are written in digits.
pub(crate) fn to_chinese(n: u32) -> String {
    write(n, ['一', '二', '三', '四', '五', '六', '七', '八', '九'], ['十', '百', '千', '万'])
}

/// Writes 1 to [`MAX_VALUE`] as a formal numeral, as outlines have it: 拾贰, where a cheque has 壹拾贰.
///
/// Other numbers have no such form here and are written in digits.
pub(crate) fn to_formal(n: u32) -> String {
    write(n, ['壹', '贰', '叁', '肆', '伍', '陆', '柒', '捌', '玖'], ['拾', '佰', '仟', '万'])
}

/// One character of a Chinese or formal numeral.
#[derive(Debug, Clone, Copy)]
enum Sign {
    /// 〇
    Zero,
    /// 一 to 九
    Digit(u16),
    /// 两: a two that only stands before a [`Sign::Unit`].
    Liang,
    /// 十: with or without a digit before it.
    Ten,
    /// 廿 卅 卌: tens in one sign, by their value.
    Tens(u16),
    /// 百 千 万: always with a digit before it.
    Unit(u16),
}

// Called on each character of a run and, by the scan, on the characters around delimiters: a plain
// `match` on the character, no table to load.
#[inline]
const fn chinese_sign(c: char) -> Option<Sign> {
    Some(match c {
        '〇' | '零' | '○' | '◯' => Sign::Zero,
        '一' | '⼀' | 'ㄧ' => Sign::Digit(1),
        '二' | '⼆' => Sign::Digit(2),
        '三' => Sign::Digit(3),
        '四' => Sign::Digit(4),
        '五' => Sign::Digit(5),
        '六' => Sign::Digit(6),
        '七' => Sign::Digit(7),
        '八' | '⼋' => Sign::Digit(8),
        '九' => Sign::Digit(9),
        '两' | '兩' => Sign::Liang,
        '十' | '⼗' => Sign::Ten,
        '廿' => Sign::Tens(20),
        '卅' => Sign::Tens(30),
        '卌' => Sign::Tens(40),
        '百' => Sign::Unit(100),
        '千' => Sign::Unit(1_000),
        '万' | '萬' => Sign::Unit(10_000),
        _ => return None,
    })
}

// Simplified, traditional, then variant and Japanese forms. 参 is the usual mistake for 叁.
#[inline]
const fn formal_sign(c: char) -> Option<Sign> {
    Some(match c {
        '零' | '〇' | '○' | '◯' => Sign::Zero,
        '壹' | '弌' | '壱' => Sign::Digit(1),
        '贰' | '貳' | '貮' | '弍' | '弐' => Sign::Digit(2),
        '叁' | '參' | '叄' | '叅' | '弎' | '参' => Sign::Digit(3),
        '肆' => Sign::Digit(4),
        '伍' => Sign::Digit(5),
        '陆' | '陸' => Sign::Digit(6),
        '柒' => Sign::Digit(7),
        '捌' => Sign::Digit(8),
        '玖' => Sign::Digit(9),
        '拾' => Sign::Ten,
        '佰' => Sign::Unit(100),
        '仟' => Sign::Unit(1_000),
        '万' | '萬' => Sign::Unit(10_000),
        _ => return None,
    })
}

/// The signs of a Chinese numeral, which are asked for at every character of every numeral.
struct Signs {
    all: Few<SLOTS>,
    signs: [Option<Sign>; SLOTS],
    short: [u8; SLOTS],
}

const SLOTS: usize = 128;
/// What [`Signs::short`] has for a sign that is no digit and no 十.
const OTHER: u8 = 11;

static SIGNS: Signs = Signs::new();

impl Signs {
    const fn new() -> Self {
        const ALL: &str = "〇零○◯一⼀ㄧ二⼆三四五六七八⼋九两兩十⼗廿卅卌百千万萬";
        let (mut signs, mut short, all) = ([None; SLOTS], [0; SLOTS], Few::of(ALL));
        let mut left = ALL.as_bytes();
        while let Some((&bytes, rest)) = left.split_first_chunk() {
            let [first, second, third] = bytes;
            if let (Some(place), Some(sign)) =
                (all.place(u32::from_le_bytes([first, second, third, 0])), chinese_sign(few::char_of(bytes)))
            {
                signs[place] = Some(sign);
                short[place] = match sign {
                    Sign::Digit(digit) => digit as u8,
                    Sign::Ten => 10,
                    _ => OTHER,
                };
            }
            left = rest;
        }
        Self { all, signs, short }
    }

    /// The sign that begins with these bytes.
    fn first(&self, bytes: u32) -> Option<Sign> {
        self.all.place(bytes).and_then(|place| *self.signs.get(place)?)
    }

    /// The value of the sign that begins with these bytes, up to 十, [`OTHER`] of one that is more, and 0 of none.
    #[inline(always)]
    fn short(&self, bytes: u32) -> u8 {
        self.all.place(bytes).and_then(|place| self.short.get(place).copied()).unwrap_or(0)
    }
}

/// The value of a run of signs.
fn value(signs: &[Sign]) -> Option<u32> {
    match *signs {
        [] => None,
        [Sign::Digit(digit)] => Some(digit.into()),
        [Sign::Digit(1), Sign::Unit(100), Sign::Digit(digit)] => Some(100 + u32::from(digit)),
        _ => counted(signs).or_else(|| positional(signs)),
    }
}

/// `counted` of the grammar. Each round takes at least one sign, so there are at most [`MAX_CHINESE`].
fn counted(mut signs: &[Sign]) -> Option<u32> {
    let mut value = 0;
    let mut last = None;
    while let [first, ..] = signs {
        let gap = matches!(first, Sign::Zero);
        if gap {
            signs = &signs[1..];
        }
        let (digit, place, rest) = match signs {
            [Sign::Digit(digit), Sign::Unit(place), rest @ ..] => (*digit, *place, rest),
            [Sign::Liang, Sign::Unit(place), rest @ ..] => (2, *place, rest),
            [Sign::Digit(digit), Sign::Ten, rest @ ..] => (*digit, 10, rest),
            [Sign::Ten, rest @ ..] => (1, 10, rest),
            [Sign::Tens(tens), rest @ ..] => (tens / 10, 10, rest),
            [Sign::Digit(digit)] => (*digit, 1, [].as_slice()),
            _ => return None,
        };
        let fits = match last {
            None => !gap,
            Some(last) if gap => place < last / 10,
            Some(last) => place == last / 10,
        };
        if !fits {
            return None;
        }
        value += u32::from(digit) * u32::from(place);
        last = Some(place);
        signs = rest;
    }
    Some(value)
}

/// `positional` of the grammar.
fn positional(signs: &[Sign]) -> Option<u32> {
    // So many signs are at most `MAX_VALUE`; more are more, for none begins with a zero.
    if signs.len() > MAX_DIGITS {
        return None;
    }
    let mut zeros = 0;
    let mut value: u32 = 0;
    for sign in signs {
        let digit = match sign {
            Sign::Zero if value == 0 => return None,
            Sign::Zero => 0,
            Sign::Digit(digit) => u32::from(*digit),
            Sign::Liang | Sign::Ten | Sign::Tens(_) | Sign::Unit(_) => return None,
        };
        zeros += usize::from(digit == 0);
        value = value * 10 + digit;
    }
    (zeros > 0 || signs.len() == 4).then_some(value)
}

pub(super) const fn digit(c: char) -> Option<u32> {
    match c {
        '0'..='9' => Some(c as u32 - '0' as u32),
        '０'..='９' => Some(c as u32 - '０' as u32),
        _ => None,
    }
}

fn decimal(digits: &[u32]) -> u32 {
    digits.iter().fold(0, |value, digit| value * 10 + digit)
}

/// Whether a letter is a capital.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Case {
    Upper,
    Lower,
}

/// A Latin letter in half or full width, by its number in the alphabet.
const fn letter(c: char) -> Option<(u32, Case)> {
    Some(match c {
        'A'..='Z' => (c as u32 - 'A' as u32 + 1, Case::Upper),
        'a'..='z' => (c as u32 - 'a' as u32 + 1, Case::Lower),
        'Ａ'..='Ｚ' => (c as u32 - 'Ａ' as u32 + 1, Case::Upper),
        'ａ'..='ｚ' => (c as u32 - 'ａ' as u32 + 1, Case::Lower),
        _ => return None,
    })
}

fn lone_letter(input: &str, case: Case) -> Read<'_> {
    let (rest, letters) = run::<1, _>(input, (0, case), letter)?;
    match letters.signs() {
        &[(value, found)] if found == case => Ok((rest, value)),
        _ => no(),
    }
}

/// A Latin letter by its value as a Roman digit; 0 for letters that are none, so that they end no run.
fn roman_letter(c: char) -> Option<(u32, Case)> {
    let (number, case) = letter(c)?;
    let value = match number {
        9 => 1,   // I
        22 => 5,  // V
        24 => 10, // X
        _ => 0,
    };
    Some((value, case))
}

/// One of Unicode's Roman numerals by its value; 13 to 16 stand for Ⅼ Ⅽ Ⅾ Ⅿ, which only end no run.
const fn roman_sign(c: char) -> Option<(u32, Case)> {
    Some(match c {
        'Ⅰ'..='Ⅿ' => (c as u32 - 'Ⅰ' as u32 + 1, Case::Upper),
        'ⅰ'..='ⅿ' => (c as u32 - 'ⅰ' as u32 + 1, Case::Lower),
        _ => return None,
    })
}

fn roman_run(input: &str, sign_of: impl Fn(char) -> Option<(u32, Case)>) -> Read<'_> {
    let (rest, run) = run::<MAX_ROMAN, _>(input, (0, Case::Upper), sign_of)?;
    let one_case = run.signs().windows(2).all(|pair| pair[0].1 == pair[1].1);
    let mut values = [0; MAX_ROMAN];
    for (value, sign) in values.iter_mut().zip(run.signs()) {
        *value = sign.0;
    }
    match roman_value(&values[..run.len]) {
        Some(value) if one_case => Ok((rest, value)),
        _ => no(),
    }
}

/// Value of a canonical Roman numeral below 40, given as 1, 5 and 10 or with the values of Ⅱ, Ⅷ, Ⅻ.
fn roman_value(values: &[u32]) -> Option<u32> {
    let tens = values.iter().take_while(|&&value| value == 10).count();
    let ones = match values[tens..] {
        [] => 0,
        [value @ (1..=9 | 11 | 12)] => value,
        [1, 1] => 2,
        [1, 1, 1] => 3,
        [1, 5] => 4,
        [5, 1] => 6,
        [5, 1, 1] => 7,
        [5, 1, 1, 1] => 8,
        [1, 10] => 9,
        _ => return None,
    };
    let value = values[..tens].iter().sum::<u32>() + ones;
    (value < 40).then_some(value)
}

/// A whole run of one to `N` signs.
struct Run<const N: usize, T> {
    all: [T; N],
    len: usize,
}

impl<const N: usize, T> Run<N, T> {
    fn signs(&self) -> &[T] {
        &self.all[..self.len]
    }
}

/// Takes the longest run of characters that are signs. Refuses an empty run, and one of more than
/// `N` characters as soon as it has seen that many: this is what bounds every reader here.
///
/// A loop and not `many_m_n`, which would allocate; `blank` fills the room behind the run.
#[inline]
fn run<const N: usize, T: Copy>(input: &str, blank: T, sign_of: impl Fn(char) -> Option<T>) -> Read<'_, Run<N, T>> {
    let mut run = Run { all: [blank; N], len: 0 };
    let mut chars = input.chars();
    loop {
        let rest = chars.as_str();
        let Some(sign) = chars.next().and_then(&sign_of) else {
            return if run.len > 0 { Ok((rest, run)) } else { no() };
        };
        let Some(slot) = run.all.get_mut(run.len) else { return no() };
        *slot = sign;
        run.len += 1;
    }
}

const fn no<'a, T>() -> Read<'a, T> {
    Err(nom::Err::Error(()))
}

/// Both written forms, which differ in their signs alone: digits from 1, and the units from ten.
fn write(n: u32, digits: [char; 9], units: [char; 4]) -> String {
    if !(1..=MAX_VALUE).contains(&n) {
        return n.to_string();
    }
    let [ten, hundred, thousand, myriad] = units.map(Some);
    let mut out = String::new();
    let mut gap = false;
    for (place, unit) in [(10_000, myriad), (1_000, thousand), (100, hundred), (10, ten), (1, None)] {
        let Some(before) = (n / place % 10).checked_sub(1) else {
            gap = true;
            continue;
        };
        if gap && !out.is_empty() {
            out.push('零');
        }
        gap = false;
        // 十二, but 一百一十二.
        if place != 10 || before > 0 || !out.is_empty() {
            out.push(digits[before as usize]);
        }
        out.extend(unit);
    }
    out
}

#[cfg(test)]
mod tests;

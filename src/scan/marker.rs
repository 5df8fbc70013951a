//! The grammar of one marker: from the text at its first character to its readings.
//!
//! ```text
//! marker   = unit | step | course | di | qi | said | dun | formal | stem | digits | bracket | square
//!          | annex | letter | enclosed | keycap
//! unit     = "第" B (chinese | formal | arabic) B unitword [ "之" b (chinese | arabic) ] [ b sign ]
//!          | "第" B parted B unitword [ "之" b (chinese | arabic) ] [ b sign ]                   第 十 一 条
//!          | "第" withoutten ( "条" | "條" ) [ "之" b (chinese | arabic) ] [ b sign ]              第二一條
//!          | "第" B arabic ( "-" | "－" | dot ) arabic B ( "条" | "條" ) [ b sign ]                第 6-1 條
//! unitword = "编" | "分编" | "篇" | "部分" | "章" | "节" | "条"            and 編 節 條
//! step     = "第" B (chinese | formal | arabic) B "步" [ b sign ]
//!          | "步骤" b (chinese | arabic) ( b sign | alone )                          and 步驟
//! course   = "第" B (chinese | formal | arabic) B courseword ( b colon | before )
//! courseword = "阶段" | "单元" | "讲" | "课" | "课时"                        and 階 單 講 課
//! di       = "第" B (chinese | formal | arabic) B b comma
//! qi       = "其" chinese b comma
//! said     = chinese ( "是" | "要" )
//! dun      = chinese b ( "、" | dot | comma | colon )       weak: chinese      (delimiter lost)
//! formal   = formal  b ( "、" | dot | comma | colon )      weak: formal, alone
//! stem     = stem    b ( "、" | dot | comma | colon )
//! digits   = arabic b ( dot | "、" | comma | colon | "】" )  weak: arabic       (delimiter lost)
//!          | arabic B dot                                 arabic before a blank (decimal, one part)
//!          | arabic b close
//!          | arabic ( dot part ){1,4} [ dot | "、" ]
//! hyphened = arabic ( ( "-" | "－" ) part ){1,3} [ dot | "、" ]      2-1, where such a number goes on
//! zeroed   = arabic dot "0" [ "、" ]                      1.0 目的, where such a number goes on
//! zeroth   = "0" [ dot | "、" ]                           0 引言, where an introduction follows
//! annex    = capital ( dot part ){1,3} [ dot | "、" ]         A.1 A.1.1
//! bracket  = open B ( numeral | parted ) B close [ sign ]    weak: chinese b close
//!          | open B (chinese | arabic) [ b ( "、" | dot | "】" ) ]          weak
//! square   = ( "［" | "[" | "【" ) b ( arabic | chinese ) b ( "］" | "]" | "】" )
//! letter   = ( letter | roman ) b ( dot | "、" | close )
//! enclosed = one character of a family such as ① ⑴ ⒈ ㈠ ㊀ ❶ [ dot | "、" ], or a Unicode Roman numeral b ( dot | "、" )
//! keycap   = ( digit [ U+FE0F ] U+20E3 ){1,2}              1️⃣
//! numeral  = chinese | arabic | formal | stem | roman | letter
//! dot = "." | "．"   comma = "，" | "," | "、" | colon   colon = "：" | ":"   sign = colon | comma | dot
//! open = "（" | "("   close = "）" | ")"
//! B = at most four blanks or line breaks   b = at most four blanks   alone = at the end, before a blank or line break
//! before = alone, or before a bracket of at most 30 characters with a colon, a blank, a line break or the end behind it
//! ```
//!
//! Whether a place is a marker at all is not decided here: the grammar says only what the text could
//! mean, with up to [`MAX_READINGS`] readings (`I.` is a Roman numeral or a letter, `1.4` a decimal
//! or item 1 followed by a four). Every repetition is bounded, so a call costs a bounded number of
//! steps whatever the text.

use nom::branch::alt;
use nom::bytes::complete::{tag, take_while_m_n};
use nom::character::complete::{anychar, one_of, satisfy};
use nom::combinator::{eof, map_opt, opt, peek, recognize, value, verify};
use nom::sequence::{preceded, terminated};
use nom::{IResult, Parser};

use super::kind::{Kind, TABLE};
use super::numeral::{self, Glyph};
use crate::{Form, Number, Numeral, Style};

#[cfg(test)]
mod oracle;
mod short;
pub(crate) use short::{Short, read as read_shortly};

/// The longest bracket behind the number of a stage, in characters.
const NOTE: usize = 30;

type Read<'a, T> = IResult<&'a str, T, ()>;
/// A reader of a numeral.
type Reader = fn(&str) -> Read<'_, u32>;

/// The most readings one place has.
pub(crate) const MAX_READINGS: usize = 4;
/// The most blanks that may stand between two pieces of a marker: more is layout, not a typing habit.
const MAX_BLANKS: usize = 4;
/// The largest numeral read before a lost delimiter, 是 or 要: such lists are short, larger numbers are prose.
pub(super) const MAX_WEAK: u32 = 99;
/// The largest part of a decimal number; larger ones are amounts and years.
const MAX_DECIMAL_PART: u32 = 199;
/// Added to the letter of an annex where it is packed as the first part of a number: no figure is as large, so that A.1.1 is
/// no item of 1.1.
const ANNEX: u32 = 200;
/// The bits that hold such a part.
const PART_BITS: usize = 8;
/// The largest `n` of `条之n`: [`Reading::ord`] has six bits for it.
const MAX_SUB: u32 = 63;

/// What closes a marker.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[repr(u8)]
pub(crate) enum Delim {
    /// Nothing: a bare number, `第一章`, `一是`, `①`.
    None,
    /// A dot: `1.` `1．`
    Dot,
    /// 顿号: `一、` `1、`
    Dun,
    /// A comma: `一，`
    Comma,
    /// A colon: `1：`
    Colon,
    /// Two brackets: `（一）`
    Paired,
    /// One bracket: `1）` `（一`
    Half,
}

/// One way to read a marker.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Reading {
    /// Length of the marker in bytes: a numeral is bounded.
    pub(crate) len: u16,
    pub(crate) kind: Kind,
    pub(crate) delim: Delim,
    /// The last part of the number, times 64, plus the `n` of `条之n`: ordered as the text is.
    pub(crate) ord: u32,
    /// The parts before the last, eight bits each: `1.2.3` has `1 << 8 | 2`; the letter of an annex as [`ANNEX`] says. 0
    /// where there is one part.
    pub(crate) prefix: u32,
}

impl Reading {
    /// The number of the marker.
    pub(crate) fn number(&self) -> Number {
        number_of(self.kind, self.ord, self.prefix)
    }
}

/// Number from its packed form; see [`Reading`].
#[inline]
pub(crate) fn number_of(kind: Kind, ord: u32, prefix: u32) -> Number {
    if style_of(kind).parts == 1 && ord & 63 == 0 {
        return Number::of_one(ord >> 6).unwrap_or(Number::ZERO);
    }
    number_of_parts(kind, ord, prefix)
}

/// The same of a number that may have several parts.
#[inline(never)]
fn number_of_parts(kind: Kind, ord: u32, prefix: u32) -> Number {
    let (value, sub) = (ord >> 6, ord & 63);
    let parts = usize::from(kind.row().style.parts);
    let mut all = [0; crate::MAX_PARTS];
    let used = if parts > 1 {
        for (slot, back) in all.iter_mut().zip((0..parts - 1).rev()) {
            *slot = prefix >> (PART_BITS * back) & ((1 << PART_BITS) - 1);
        }
        if kind.is_annex() {
            all[0] -= ANNEX.min(all[0]);
        }
        if let Some(last) = all.get_mut(parts - 1) {
            *last = value;
        }
        parts
    } else if sub > 0 {
        all = [value, sub, 0, 0, 0];
        2
    } else {
        all = [value, 0, 0, 0, 0];
        1
    };
    // Values come from the bounded grammar, so the number is always in range; 0 would only stand for a bug.
    all.get(..used).and_then(Number::new).unwrap_or(Number::ZERO)
}

/// The parts of a decimal number before its last, from those before them and one more; `None`: no number has so many
/// parts, or so large a part.
pub(crate) fn prefixed(outer: u32, part: u32) -> Option<u32> {
    let fits = part <= MAX_DECIMAL_PART && outer.leading_zeros() as usize >= PART_BITS;
    fits.then_some(outer << PART_BITS | part)
}

/// All readings of the marker that begins at the first character of `input`.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Readings {
    /// As many of them as `len`.
    all: [Reading; MAX_READINGS],
    len: usize,
}

impl Readings {
    const fn new() -> Self {
        const NONE: Reading = Reading { len: 0, kind: Kind::Dot, delim: Delim::None, ord: 0, prefix: 0 };
        Self { all: [NONE; MAX_READINGS], len: 0 }
    }

    /// These readings.
    #[inline]
    pub(crate) fn of<const N: usize>(readings: &[Reading; N]) -> Self {
        let mut found = Self::new();
        readings.iter().for_each(|&reading| found.keep(reading));
        found
    }

    fn push(&mut self, input: &str, found: Read<'_, Body>) {
        let Ok((rest, body)) = found else { return };
        let len = u16::try_from(input.len() - rest.len()).unwrap_or(0);
        let Body { kind, delim, value, sub, prefix } = body;
        self.keep(Reading { len, kind, delim, ord: value << 6 | sub, prefix });
    }

    fn keep(&mut self, reading: Reading) {
        if let Some(slot) = self.all.get_mut(self.len) {
            *slot = reading;
            self.len += 1;
        }
    }

    /// The readings, the likelier first.
    pub(crate) fn as_slice(&self) -> &[Reading] {
        self.all.get(..self.len).unwrap_or(&[])
    }

    /// The same, one by one.
    pub(crate) fn iter(&self) -> impl Iterator<Item = Reading> + '_ {
        self.as_slice().iter().copied()
    }
}

/// A reading before its length is known.
#[derive(Debug, Clone, Copy)]
struct Body {
    kind: Kind,
    delim: Delim,
    value: u32,
    sub: u32,
    prefix: u32,
}

const fn body(kind: Kind, delim: Delim, value: u32) -> Body {
    Body { kind, delim, value, sub: 0, prefix: 0 }
}

/// Reads the marker at the first character of `input`: empty where none of the grammar's forms begins there.
pub(crate) fn readings(input: &str) -> Readings {
    match short::read(input, 0) {
        Short::Nothing => Readings::new(),
        Short::One(reading) => Readings::of(&[reading]),
        Short::Two(one, other) => Readings::of(&[one, other]),
        Short::Unknown | Short::Large => by_grammar(input),
    }
}

/// The same, by the grammar alone.
pub(crate) fn by_grammar(input: &str) -> Readings {
    let mut found = Readings::new();
    let Some(first) = input.chars().next() else { return found };
    match first {
        '第' => found.push(input, alt((unit, step, course, di)).parse(input)),
        '其' => found.push(input, qi(input)),
        '步' => found.push(input, named_step(input)),
        '（' | '(' => bracket(input, &mut found),
        '［' | '[' | '【' => found.push(input, square(input)),
        '0'..='9' | '０'..='９' => digits(input, &mut found),
        'A'..='Z' | 'a'..='z' | 'Ａ'..='Ｚ' | 'ａ'..='ｚ' => letter(input, &mut found),
        _ if numeral::is_numeral_char(first) => {
            found.push(input, alt((said, dun)).parse(input));
            found.push(input, half_chinese(input));
            found.push(input, lost_dun(input));
        }
        _ if numeral::is_formal_char(first) => found.push(input, formal(input)),
        _ => found.push(input, alt((stem, enclosed, unicode_roman)).parse(input)),
    }
    found
}

/// Whether `text`, whole, can be read as a marker of this style and number; `recovered`: as a bare numeral.
pub(crate) fn reads(text: &str, style: Style, number: Number, recovered: bool) -> bool {
    readings(text).iter().chain(hyphened(text)).chain(zeroed(text)).chain(zeroth(text)).any(|reading| {
        reading.len as usize == text.len()
            && reading.number() == number
            && (reading.delim == Delim::None || !recovered)
            && styles_of(reading).contains(&style)
    })
}

/// The styles a reading can have in the tree: that of its kind, and the forms its kind is mixed with.
fn styles_of(reading: Reading) -> [Style; 3] {
    let style = reading.kind.row().style;
    match reading.kind {
        // Without the blank behind it, which is no part of a marker, `1` reads as a bare number.
        // With one it may be the number of a heading of Markdown.
        // Bare, it may have lost the bracket of 1）.
        Kind::Dot if reading.delim == Delim::None => {
            [style, Style::new(Form::Decimal, Numeral::Arabic, 1), style_of(Kind::HalfArabic)]
        }
        Kind::Dot => [style, Style::new(Form::Decimal, Numeral::Arabic, 1), style],
        Kind::Roman => [style, Style::new(Form::Dun, Numeral::Roman, 1), style],
        _ => [style, Style::new(style.form, Numeral::Formal, 1), style],
    }
}

/// A blank that may stand inside a marker or around it; no line break.
pub(crate) const fn is_blank(c: char) -> bool {
    matches!(c, ' ' | '\t' | '\u{3000}' | '\u{a0}' | '\u{2002}'..='\u{200b}' | '\u{feff}')
}

/// At most [`MAX_BLANKS`] characters of a class: a hand loop, for it is called before every piece.
fn some(input: &str, class: impl Fn(char) -> bool) -> Read<'_, ()> {
    let mut rest = input.chars();
    for _ in 0..MAX_BLANKS {
        let before = rest.as_str();
        if !rest.next().is_some_and(&class) {
            return Ok((before, ()));
        }
    }
    Ok((rest.as_str(), ()))
}

fn blanks(input: &str) -> Read<'_, ()> {
    some(input, is_blank)
}

fn blanks_or_breaks(input: &str) -> Read<'_, ()> {
    some(input, |c| is_blank(c) || c == '\n' || c == '\r')
}

fn dot(input: &str) -> Read<'_, Delim> {
    value(Delim::Dot, satisfy(|c| matches!(c, '.' | '．'))).parse(input)
}

fn dun_sign(input: &str) -> Read<'_, Delim> {
    value(Delim::Dun, satisfy(|c| matches!(c, '、' | '､'))).parse(input)
}

/// The delimiter that a character is: one `match` for what would be an `alt` of five, for it is asked behind every
/// numeral of the text.
const fn delimiter(c: char) -> Option<Delim> {
    match c {
        '.' | '．' => Some(Delim::Dot),
        '、' | '､' => Some(Delim::Dun),
        '，' | ',' => Some(Delim::Comma),
        '：' | ':' => Some(Delim::Colon),
        _ => None,
    }
}

/// One character of a class of signs.
fn one_sign(input: &str, class: impl Fn(char) -> Option<Delim>) -> Read<'_, Delim> {
    map_opt(anychar, class).parse(input)
}

fn sign(input: &str) -> Read<'_, Delim> {
    preceded(blanks, |input| one_sign(input, delimiter)).parse(input)
}

/// Any sign but a dot.
fn sign_but_dot(input: &str) -> Read<'_, Delim> {
    verify(sign, |&delim| delim != Delim::Dot).parse(input)
}

/// No sign, at the end or before a blank or line break.
fn alone(input: &str) -> Read<'_, Delim> {
    let blank = satisfy(|c| is_blank(c) || matches!(c, '\n' | '\r'));
    value(Delim::None, peek(alt((eof, recognize(blank))))).parse(input)
}

fn open(input: &str) -> Read<'_, char> {
    satisfy(|c| matches!(c, '（' | '(')).parse(input)
}

fn close(input: &str) -> Read<'_, char> {
    satisfy(|c| matches!(c, '）' | ')')).parse(input)
}

/// The numeral behind 第, and whether it is written in digits.
fn ordinal(input: &str) -> Read<'_, (u32, bool)> {
    let chinese = alt((numeral::chinese, numeral::formal)).map(|value| (value, false));
    let arabic = numeral::arabic.map(|value| (value, true));
    preceded(blanks_or_breaks, terminated(alt((chinese, arabic)), blanks_or_breaks)).parse(input)
}

fn unit(input: &str) -> Read<'_, Body> {
    let article = || value((Kind::Article, Kind::ArticleArabic), one_of("条條"));
    let without_ten = numeral::without_ten.map(|value| (value, false));
    let parted = preceded(blanks_or_breaks, terminated(numeral::parted.map(|value| (value, false)), blanks_or_breaks));
    let word = || {
        alt((
            article(),
            value((Kind::Chapter, Kind::ChapterArabic), tag("章")),
            value((Kind::Jie, Kind::JieArabic), one_of("节節")),
            value((Kind::Part, Kind::PartArabic), tag("部分")),
            value((Kind::Book, Kind::BookArabic), one_of("编編")),
            value((Kind::SubBook, Kind::SubBookArabic), alt((tag("分编"), tag("分編")))),
            value((Kind::Piece, Kind::PieceArabic), tag("篇")),
        ))
    };
    let sub = |input| verify(alt((numeral::chinese, numeral::arabic)), |&sub| sub <= MAX_SUB).parse(input);
    let behind = opt(preceded((tag("之"), blanks), sub)).map(Option::unwrap_or_default);
    let counted = (alt(((ordinal, word()), (parted, word()), (without_ten, article()))), behind)
        .map(|((number, kinds), sub)| (number, sub, kinds));
    // 第六條之一 in the collection of laws of Taiwan, and 第1.2条 of contracts after English models.
    let hyphened = (
        preceded(blanks_or_breaks, numeral::arabic),
        preceded(one_of("-－.．"), verify(numeral::arabic, |&sub| sub <= MAX_SUB)),
        preceded(blanks_or_breaks, article()),
    )
        .map(|(value, sub, kinds)| ((value, true), sub, kinds));
    let (rest, ((value, digits), sub, (chinese, arabic))) =
        preceded(tag("第"), alt((counted, hyphened))).parse(input)?;
    let kind = if digits { arabic } else { chinese };
    let (rest, delim) = opt(sign).parse(rest)?;
    let delim = delim.unwrap_or(Delim::None);
    Ok((rest, Body { kind, delim, value, sub, prefix: 0 }))
}

fn step(input: &str) -> Read<'_, Body> {
    let (rest, (value, _)) = preceded(tag("第"), terminated(ordinal, tag("步"))).parse(input)?;
    let (rest, delim) = opt(sign).parse(rest)?;
    Ok((rest, body(Kind::Step, delim.unwrap_or(Delim::None), value)))
}

/// Stages and lessons: behind other words they are spoken of, 第一阶段完成投资.
fn course(input: &str) -> Read<'_, Body> {
    let word = alt((
        value(Kind::Stage, alt((tag("阶段"), tag("階段")))),
        value(Kind::Module, alt((tag("单元"), tag("單元")))),
        value(Kind::Lesson, alt((tag("课时"), tag("課時"), tag("讲"), tag("講"), tag("课"), tag("課")))),
    ));
    let (rest, ((value, _), kind)) = preceded(tag("第"), (ordinal, word)).parse(input)?;
    let (rest, delim) = alt((colon, alone, before_note)).parse(rest)?;
    Ok((rest, body(kind, delim, value)))
}

/// No sign, before a bracket that a colon, a blank or nothing follows: 第一阶段（3月）：; 第一阶段（试点）完成一半 is a sentence.
fn before_note(input: &str) -> Read<'_, Delim> {
    let inside = take_while_m_n(0, NOTE, |c| !matches!(c, '（' | '(' | '）' | ')' | '。' | '\n' | '\r'));
    value(Delim::None, peek((open, inside, close, alt((colon, alone))))).parse(input)
}

fn colon(input: &str) -> Read<'_, Delim> {
    verify(sign, |&delim| delim == Delim::Colon).parse(input)
}

fn named_step(input: &str) -> Read<'_, Body> {
    let numeral = preceded(blanks, alt((numeral::chinese, numeral::arabic)));
    let (rest, number) = preceded(alt((tag("步骤"), tag("步驟"))), numeral).parse(input)?;
    // 步骤1完成后 is a sentence about the step.
    let (rest, delim) = alt((sign, alone)).parse(rest)?;
    Ok((rest, body(Kind::Step, delim, number)))
}

fn di(input: &str) -> Read<'_, Body> {
    let (rest, ((value, _), delim)) = preceded(tag("第"), (ordinal, sign_but_dot)).parse(input)?;
    Ok((rest, body(Kind::DiComma, delim, value)))
}

fn qi(input: &str) -> Read<'_, Body> {
    let (rest, (value, delim)) = preceded(tag("其"), (numeral::chinese, sign_but_dot)).parse(input)?;
    Ok((rest, body(Kind::QiComma, delim, value)))
}

fn said(input: &str) -> Read<'_, Body> {
    let word = alt((value(Kind::Shi, tag("是")), value(Kind::Yao, tag("要"))));
    let (rest, (value, kind)) = (verify(numeral::chinese, |&n| n <= MAX_WEAK), word).parse(input)?;
    Ok((rest, body(kind, Delim::None, value)))
}

fn dun(input: &str) -> Read<'_, Body> {
    let (rest, (value, delim)) = (numeral::chinese, sign).parse(input)?;
    Ok((rest, body(Kind::Dun, delim, value)))
}

fn lost_dun(input: &str) -> Read<'_, Body> {
    let (rest, value) = verify(numeral::chinese, |&n| n <= MAX_WEAK).parse(input)?;
    Ok((rest, body(Kind::Dun, Delim::None, value)))
}

fn half_chinese(input: &str) -> Read<'_, Body> {
    let (rest, value) = terminated(numeral::chinese, (blanks, close)).parse(input)?;
    Ok((rest, body(Kind::BracketChinese, Delim::Half, value)))
}

fn formal(input: &str) -> Read<'_, Body> {
    let (rest, (value, delim)) = (numeral::formal, alt((sign, alone))).parse(input)?;
    Ok((rest, body(Kind::Formal, delim, value)))
}

fn stem(input: &str) -> Read<'_, Body> {
    let (rest, (value, delim)) = (numeral::stem, sign).parse(input)?;
    Ok((rest, body(Kind::Stem, delim, value)))
}

fn digits(input: &str, found: &mut Readings) {
    if let Ok((rest, value)) = keycaps(input) {
        return found.push(input, Ok((rest, body(Kind::Keycap, Delim::None, value))));
    }
    let Ok((rest, value)) = numeral::arabic(input) else { return };
    if rest.starts_with(['.', '．']) {
        found.push(input, decimal(input));
    }
    let marks = preceded(blanks, |input| one_sign(input, |c| square_sign(c).or(delimiter(c))));
    // A line break inside a marker is left by text extraction: `2⏎.`
    if let Ok((rest, delim)) = alt((marks, preceded(blanks_or_breaks, dot))).parse(rest) {
        found.push(input, Ok((rest, body(Kind::Dot, delim, value))));
    } else if let Ok((rest, _)) = preceded(blanks, close).parse(rest) {
        found.push(input, Ok((rest, body(Kind::HalfArabic, Delim::Half, value))));
        found.push(input, Ok((rest, body(Kind::BracketArabic, Delim::Half, value))));
    } else if value <= MAX_WEAK {
        // A blank instead of a delimiter is how the first level of decimal numbering is written.
        if rest.starts_with(is_blank) {
            found.push(input, Ok((rest, body(Kind::Decimal1, Delim::None, value))));
        }
        found.push(input, Ok((rest, body(Kind::Dot, Delim::None, value))));
    }
}

/// A digit on a key, or two.
fn keycaps(input: &str) -> Read<'_, u32> {
    let digit = |input| map_opt(anychar, |c: char| c.to_digit(10)).parse(input);
    let keycap = |input| terminated(digit, (opt(tag("\u{fe0f}")), tag("\u{20e3}"))).parse(input);
    let number = (keycap, opt(keycap)).map(|(tens, ones)| ones.map_or(tens, |ones| tens * 10 + ones));
    verify(number, |&value| value > 0).parse(input)
}

/// `1】`, a misprint of `1、` that scraped question lists show.
const fn square_sign(c: char) -> Option<Delim> {
    if matches!(c, '】' | '］' | ']') { Some(Delim::Half) } else { None }
}

fn decimal(input: &str) -> Read<'_, Body> {
    const KINDS: [Kind; 4] = [Kind::Decimal2, Kind::Decimal3, Kind::Decimal4, Kind::Decimal5];
    let (rest, first) = verify(numeral::arabic, |&n| n <= MAX_DECIMAL_PART).parse(input)?;
    parts(rest, first, &KINDS)
}

/// The number with hyphens that begins `input`: 2-1, 7-2-1. Nearly all are figures (2-3次) or parts of names, so that it is no
/// reading like others: the scan asks for it where it goes on with the numbers before.
pub(crate) fn hyphened(input: &str) -> Option<Reading> {
    const KINDS: [Kind; 3] = [Kind::Decimal2, Kind::Decimal3, Kind::Decimal4];
    let hyphen = |input| one_of::<_, _, ()>("-－").parse(input);
    let part = |input| verify(numeral::arabic_part, |&n: &u32| n > 0 && n <= MAX_DECIMAL_PART).parse(input);
    let (mut rest, mut last) = verify(numeral::arabic, |&n| n <= MAX_DECIMAL_PART).parse(input).ok()?;
    let mut prefix = 0;
    for kind in KINDS {
        let (behind, next) = preceded(hyphen, part).parse(rest).ok()?;
        prefix = prefix << PART_BITS | last;
        (rest, last) = (behind, next);
        if !rest.starts_with(['-', '－']) {
            let (rest, delim) = opt(alt((dot, dun_sign))).parse(rest).ok()?;
            let len = u16::try_from(input.len() - rest.len()).ok()?;
            return Some(Reading { len, kind, delim: delim.unwrap_or(Delim::None), ord: last << 6, prefix });
        }
    }
    None
}

/// The number of a chapter with a zero that begins `input`: 1.0 目的, 2.0、范围. Most are figures, so that the scan asks for it only
/// where such numbers go on.
pub(crate) fn zeroed(input: &str) -> Option<Reading> {
    let (rest, value) = verify(numeral::arabic, |&n| n <= MAX_WEAK).parse(input).ok()?;
    let rest = preceded(dot, tag::<_, _, ()>("0")).parse(rest).ok()?.0;
    if rest.starts_with(|c: char| c.is_ascii_digit() || matches!(c, '.' | '．' | '０'..='９')) {
        return None;
    }
    let (rest, delim) = opt(dun_sign).parse(rest).ok()?;
    let len = u16::try_from(input.len() - rest.len()).ok()?;
    Some(Reading { len, kind: Kind::Decimal1, delim: delim.unwrap_or(Delim::None), ord: value << 6, prefix: 0 })
}

/// The number of an introduction that begins `input`: 0 引言, 0. 前言. The scan asks for it only where one follows.
pub(crate) fn zeroth(input: &str) -> Option<Reading> {
    let rest = input.strip_prefix('0')?;
    let (behind, delim) = opt(alt((dot, dun_sign))).parse(rest).ok()?;
    if behind.starts_with(|c: char| c.is_ascii_digit() || matches!(c, '.' | '．' | '０'..='９')) {
        return None;
    }
    let (kind, delim) = delim.map_or((Kind::Decimal1, Delim::None), |delim| (Kind::Dot, delim));
    Some(Reading { len: u16::try_from(input.len() - behind.len()).ok()?, kind, delim, ord: 0, prefix: 0 })
}

fn annex(input: &str) -> Read<'_, Body> {
    const KINDS: [Kind; 3] = [Kind::Annex2, Kind::Annex3, Kind::Annex4];
    let (rest, letter) = numeral::letter_upper(input)?;
    parts(rest, ANNEX + letter, &KINDS)
}

/// The parts of a number behind its first: of so many kinds, one for two parts, one for three and so on.
fn parts<'a>(input: &'a str, first: u32, kinds: &[Kind]) -> Read<'a, Body> {
    let part = |input| verify(numeral::arabic_part, |&n: &u32| n <= MAX_DECIMAL_PART).parse(input);
    let (mut rest, mut prefix, mut last) = (input, 0, first);
    for &kind in kinds {
        let (behind, next) = preceded(dot, part).parse(rest)?;
        prefix = prefix << PART_BITS | last;
        (rest, last) = (behind, next);
        if preceded(dot, satisfy(|c| c.is_ascii_digit() || ('０'..='９').contains(&c))).parse(rest).is_err() {
            let (rest, delim) = opt(alt((dot, dun_sign))).parse(rest)?;
            return Ok((rest, Body { kind, delim: delim.unwrap_or(Delim::None), value: last, sub: 0, prefix }));
        }
    }
    Err(nom::Err::Error(()))
}

fn bracket(input: &str, found: &mut Readings) {
    let Ok((inner, _)) = terminated(open, blanks_or_breaks).parse(input) else { return };
    // Most brackets hold words.
    if !inner.starts_with(numeral::may_begin) {
        return;
    }
    let plain: [(Reader, Kind); 7] = [
        (numeral::chinese, Kind::BracketChinese),
        (numeral::arabic, Kind::BracketArabic),
        (numeral::roman, Kind::BracketRoman),
        (numeral::letter_upper, Kind::BracketUpper),
        (numeral::letter_lower, Kind::BracketLower),
        (numeral::stem, Kind::BracketStem),
        (numeral::formal, Kind::BracketFormal),
    ];
    for (read, kind) in plain {
        let Ok((behind, value)) = read(inner) else { continue };
        let closed = |(behind, value)| Some((preceded(blanks_or_breaks, close).parse(behind).ok()?.0, value));
        let parted = || if kind == Kind::BracketChinese { numeral::parted(inner).ok() } else { None };
        if let Some((behind, value)) = closed((behind, value)).or_else(|| closed(parted()?)) {
            let signed = one_sign(behind, delimiter).map_or(behind, |(behind, _)| behind);
            found.push(input, Ok((signed, body(kind, Delim::Paired, value))));
        } else if kind == Kind::BracketChinese || kind == Kind::BracketArabic {
            // The closing bracket is lost, or another sign stands in its place.
            let sign = |c| square_sign(c).or(delimiter(c)).filter(|&sign| sign != Delim::Comma && sign != Delim::Colon);
            let behind =
                preceded(blanks, |input| one_sign(input, sign)).parse(behind).map_or(behind, |(behind, _)| behind);
            found.push(input, Ok((behind, body(kind, Delim::Half, value))));
        }
    }
}

fn square(input: &str) -> Read<'_, Body> {
    let chinese = numeral::chinese.map(|value| (value, Kind::SquareChinese));
    let arabic = numeral::arabic.map(|value| (value, Kind::SquareArabic));
    let inner = preceded(blanks, terminated(alt((chinese, arabic)), blanks));
    let (rest, (value, kind)) = preceded(one_of("［[【"), terminated(inner, one_of("］]】"))).parse(input)?;
    Ok((rest, body(kind, Delim::Paired, value)))
}

fn letter(input: &str, found: &mut Readings) {
    found.push(input, annex(input));
    let plain: [(Reader, Kind, Option<Kind>); 3] = [
        (numeral::letter_upper, Kind::Upper, Some(Kind::HalfUpper)),
        (numeral::letter_lower, Kind::Lower, Some(Kind::HalfLower)),
        (numeral::roman, Kind::Roman, None),
    ];
    for (read, kind, half) in plain {
        let Ok((rest, value)) = read(input) else { continue };
        if let Ok((rest, delim)) = preceded(blanks, alt((dot, dun_sign))).parse(rest) {
            found.push(input, Ok((rest, body(kind, delim, value))));
        } else if let (Some(half), Ok((rest, _))) = (half, preceded(blanks, close).parse(rest)) {
            found.push(input, Ok((rest, body(half, Delim::Half, value))));
        }
    }
}

fn unicode_roman(input: &str) -> Read<'_, Body> {
    let (rest, (value, delim)) = (numeral::roman, preceded(blanks, alt((dot, dun_sign)))).parse(input)?;
    Ok((rest, body(Kind::Roman, delim, value)))
}

fn enclosed(input: &str) -> Read<'_, Body> {
    let (rest, (value, glyph)) = numeral::enclosed(input)?;
    let kind = match glyph {
        Glyph::Circled => Kind::Circled,
        Glyph::Parenthesized => Kind::Parenthesized,
        Glyph::Stopped => Kind::Stopped,
        Glyph::CircledIdeograph => Kind::CircledIdeograph,
        Glyph::ParenthesizedIdeograph => Kind::ParenthesizedIdeograph,
        Glyph::Negative => Kind::Negative,
        Glyph::SansCircled => Kind::SansCircled,
        Glyph::NegativeSans => Kind::NegativeSans,
        Glyph::DoubleCircled => Kind::DoubleCircled,
        Glyph::CircledUpper => Kind::CircledUpper,
        Glyph::CircledLower => Kind::CircledLower,
        Glyph::ParenthesizedUpper => Kind::ParenthesizedUpper,
        Glyph::ParenthesizedLower => Kind::ParenthesizedLower,
    };
    let (rest, _) = opt(alt((dun_sign, dot))).parse(rest)?;
    Ok((rest, body(kind, Delim::None, value)))
}

/// The style of `kind` as the table has it.
pub(crate) fn style_of(kind: Kind) -> Style {
    TABLE.get(kind as usize).map_or(Style::new(Form::Dot, Numeral::Arabic, 1), |row| row.style)
}

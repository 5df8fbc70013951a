//! What stands behind a reading, and what it says of it.
//!
//! ```text
//! 1.2025年 1.4家      counted: the dot ends a marker      2.3亿元 1.x个百分点   measured: a figure
//! 一、二年级          the next numeral counts on           第一章为绪论          a sentence about the chapter
//! ```

use super::super::bytes::{self, four, is_ideograph, three, three_before};
use super::super::context::{self, After, Before};
use super::super::ideograph::BEGINS;
use super::super::kind::{self, Kind, TABLE};
use super::super::marker::{self, Delim, Reading, is_blank};
use super::super::numeral;
use super::super::words::{BEHIND, Near};
use super::{LINE, MAX_DOT, Place, flag, ruled_out};
use crate::gap;

/// Digits looked at behind a marker.
const DIGITS: usize = 8;

/// What stands behind a reading tells of it, or `None` where it rules it out.
#[inline(never)]
pub(super) fn told_by_what_follows(text: &str, place: Place, reading: Reading, after: After) -> Option<u32> {
    let end = place.at + reading.len as usize;
    let rest = text.get(end..).unwrap_or("");
    if ruled_out(place, reading, after, rest) {
        return None;
    }
    // 三公经费说明⏎三公经费…: a numeral that the words before repeat is the beginning of a word.
    if (reading.kind, reading.delim) == (Kind::Dun, Delim::None) && context::repeats_word(text, place.at, end) {
        return None;
    }
    let mut flags = behind(reading, after, rest);
    // 达到4.5个: a figure, whatever is counted.
    if flags & flag::COUNTED != 0
        && matches!(place.before, Before::Word | Before::Line)
        && context::leads_to_figure(text.get(..place.at).unwrap_or("").trim_end_matches(gap::is_blank))
    {
        flags ^= flag::COUNTED | flag::MEASURED;
    }
    // What stands behind a blank may be another cell, or a year: 1.1 2024年.
    let glued = || {
        let digits = rest.bytes().take_while(u8::is_ascii_digit).count();
        bytes::blank(four(rest.as_bytes(), digits)) == 0
    };
    if flags & flag::MEASURED != 0 && glued() && is_in_sentence(text, place) {
        return None;
    }
    Some(flags)
}

/// Whether the sentence before an amount goes on with it: 新增主体2.3万户, and behind the end of a line of one width
/// 加大投入，全年不少于⏎3.2亿元. A line without ，may be a heading.
fn is_in_sentence(text: &str, place: Place) -> bool {
    let head = text.get(..place.at).unwrap_or("");
    match place.before {
        Before::Word => place.flags & flag::SPACED == 0,
        Before::Line => {
            let line = head.trim_end_matches(gap::is_blank);
            let near = context::near_end(line, LINE);
            let clause = near.rsplit('\n').next().unwrap_or("");
            is_ideograph(three_before(line.as_bytes(), line.len()))
                && (clause.contains('，') || context::leads_to_figure(line))
        }
        _ => false,
    }
}

/// What the words say that stand around a marker that ends with 、.
#[inline(always)]
pub(super) fn told_by_words(text: &str, place: Place, end: usize, kind: Kind) -> u32 {
    let head = |at: usize| text.get(..at).unwrap_or("");
    let rest = |at: usize| text.get(at..).unwrap_or("");
    match place.before {
        Before::Start if context::is_notice(rest(end)) => flag::ANNOUNCED,
        // t1、t2; 地块1、地块2: the names go on counting.
        Before::Word | Before::Letter if kind == Kind::Dot && context::names_again(head(place.at), rest(end)) => {
            flag::COUNTING
        }
        _ => 0,
    }
}

/// Whether what stands behind a reading may rule it out or tell more of it: else neither [`ruled_out`] nor [`behind`] has
/// more to say.
#[inline(always)]
pub(super) const fn tells(reading: Reading, after: After) -> bool {
    // In bounds: a row for each kind, and in it a place for each delimiter.
    reading.ord >> 6 > MAX_DOT || TELLING[reading.kind as usize][reading.delim as usize] & 1 << after as u8 != 0
}

/// How many delimiters [`Delim`] has, rounded up to a power of two.
const DELIMS: usize = 8;

/// A set of [`After`] for each kind and delimiter, a bit each.
type Afters = [[u16; DELIMS]; kind::COUNT];

/// What behind a marker has more to say.
static TELLING: Afters = {
    let (every, digit) = (u16::MAX, 1 << After::Digit as u8);
    let mut telling = [[0; DELIMS]; kind::COUNT];
    let mut index = 0;
    while index < kind::COUNT * DELIMS {
        let (kind, delim) = (TABLE[index / DELIMS].kind, index % DELIMS);
        let closed = delim == Delim::Dot as usize || delim == Delim::Dun as usize || delim == Delim::Paired as usize;
        telling[index / DELIMS][delim] = match kind {
            // What has no sign that closes it, or another than is usual, is looked at in any case.
            Kind::Dun | Kind::Dot | Kind::BracketChinese | Kind::BracketArabic if !closed => every,
            Kind::Dun => digit | 1 << After::Numeral as u8,
            Kind::Dot => digit | 1 << After::Letter as u8,
            Kind::BracketChinese | Kind::BracketArabic => digit | 1 << After::Open as u8,
            Kind::DiComma => digit | 1 << After::Numeral as u8,
            Kind::Decimal1 | Kind::HalfArabic | Kind::Stage | Kind::Module | Kind::Lesson => every,
            Kind::Article | Kind::ArticleArabic => digit,
            // A predicate may follow: 第一章为绪论.
            _ if (kind as u8) <= Kind::JieArabic as u8 => !(1 << After::Blank as u8 | 1 << After::Line as u8),
            _ if kind.is_decimal() => every,
            _ => digit,
        };
        index += 1;
    }
    telling
};

/// What it says of the number before `unit` that so many digits stand behind the marker, and this text behind these.
#[inline(always)]
pub(super) fn counted(digits: usize, unit: &str) -> u32 {
    let (text, many) = (unit.as_bytes(), if digits >= 4 { flag::COUNTED } else { 0 });
    let first = four(text, 0);
    if !is_ideograph(first) {
        return match () {
            // Nothing is measured by these: 1)1)1).
            () if matches!(first as u8, b'(' | b')' | b',' | b'.' | b':' | b';') => many,
            () if context::is_measure(unit) => flag::MEASURED,
            () if context::is_unit(unit) => flag::COUNTED,
            // The cells of a table: 4.2206 1.1712 0.0000
            () if matches!(first.to_le_bytes(), [b' ' | b'\t', b'0'..=b'9', ..]) => flag::MEASURED,
            () => many,
        };
    }
    // Most words count and measure nothing.
    let begins = if BEGINS.lacks(first) { None } else { BEHIND.of(first) };
    let may = |near: Option<Near>| near.is_some_and(|near| near.allows(four(text, 3)));
    match begins {
        Some(begins) if may(begins.measure) => flag::MEASURED,
        Some(begins) if may(begins.unit) => flag::COUNTED,
        _ => many,
    }
}

/// The figure that a text begins with, and a few words behind it, in digits of half width, with a zero for each that is masked:
/// ２０１４年, 20x4年, x个.
#[inline(never)]
fn half_width(rest: &str) -> String {
    let mut figure = true;
    let digit = |c: char| {
        let digit = if context::is_mask(c) { Some(0) } else { numeral::digit(c) };
        figure &= digit.is_some();
        digit.filter(|_| figure).and_then(|digit| char::from_digit(digit, 10)).unwrap_or(c)
    };
    rest.chars().take(2 * DIGITS).map(digit).collect()
}

/// Whether a figure does not end with its first digits of half width: 20x4年, 20１4年.
#[inline]
fn is_mixed(rest: &str) -> bool {
    let digits = rest.bytes().take(4).take_while(u8::is_ascii_digit).count();
    // Few figures of fewer digits have another such sign behind them.
    matches!(rest.as_bytes().get(digits), Some(b'x' | b'X' | 0xEF))
        && digits < 4
        && rest
            .get(digits..)
            .is_some_and(|rest| rest.starts_with(|c| context::is_mask(c) || numeral::digit(c).is_some()))
}

/// The facts about what stands behind a marker.
pub(super) fn behind(reading: Reading, after: After, rest: &str) -> u32 {
    let Reading { kind, delim, ord, .. } = reading;
    match (kind, after) {
        (Kind::Decimal1, _) => counted(0, rest.trim_start_matches(is_blank)),
        // 1.0～1.5; but 1.3～6岁 may be an item of children from three to six.
        (kind, _) if kind.is_decimal() && rest.starts_with(['～', '~']) => flag::MEASURED,
        (kind, _) if kind.is_decimal() => counted(0, rest),
        (_, After::Digit) if is_mixed(rest) => behind(reading, after, &half_width(rest)),
        // 1.x个百分点, but 2.X光检查
        (Kind::Dot, After::Letter) if delim == Delim::Dot && context::is_masked_figure(rest) => {
            behind(reading, After::Digit, &half_width(rest))
        }
        (_, After::Digit) => {
            let digits = rest.bytes().take(DIGITS).take_while(u8::is_ascii_digit).count();
            let figure = rest.get(digits..).unwrap_or("");
            if delim == Delim::Dun && digits < 4 && !context::goes_on_as_day(figure) {
                // 1、2号楼; but 1、1年以上的经验 does not go on counting.
                let next = rest.get(..digits).and_then(|next| next.parse::<u32>().ok());
                if kind != Kind::Dot || next.is_none_or(|next| next > ord >> 6) {
                    return flag::COUNTING;
                }
            }
            counted(digits, figure)
        }
        // （一）（二）两项: they are counted, not begun.
        (Kind::BracketChinese | Kind::BracketArabic, After::Open)
            if marker::readings(rest).iter().any(|next| next.kind == kind && next.ord >> 6 == (ord >> 6) + 1) =>
        {
            flag::COUNTING
        }
        (Kind::DiComma, After::Numeral) if delim == Delim::Dun => flag::COUNTING,
        (Kind::Dun, After::Numeral) => {
            // 一、二年级: the next numeral goes on counting. 三、三十项 and 一、一批 do not.
            const DUN: u32 = bytes::of("、");
            // All signs of numerals have three bytes.
            let (next, behind) = (four(rest.as_bytes(), 0), four(rest.as_bytes(), 3));
            let counts_on = numeral::of_sign(next) == Some((ord >> 6) % 10 + 1) || three(behind) == DUN;
            if counts_on { flag::COUNTING } else { 0 }
        }
        (Kind::Book | Kind::SubBook | Kind::Piece | Kind::Part | Kind::Chapter | Kind::Jie, _)
        | (
            Kind::BookArabic
            | Kind::SubBookArabic
            | Kind::PieceArabic
            | Kind::PartArabic
            | Kind::ChapterArabic
            | Kind::JieArabic,
            _,
        ) if context::is_predicate(rest) => flag::ANNOUNCED,
        _ => 0,
    }
}

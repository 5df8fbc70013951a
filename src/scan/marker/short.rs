//! The commonest markers by a short way: the same readings as the grammar's, without its combinators.
//!
//! ```text
//! 第 ( chinese | arabic ) ( 条 | 章 | 节 | 编 | 篇 | 部分 | 步 ) [ sign ]     第 ( chinese | arabic ) comma
//! （ ( chinese | arabic ) ） [ sign ]     chinese ( sign | 是 | 要 | ） )
//! arabic ( sign | ） | blank )            arabic . part [ . | 、 ]
//! and what cannot be a marker: 第一次, （见, 一个, 3个, 【重点】
//! ```
//!
//! Nearly all places that the scan asks about are one of these. The grammar tries its forms one after the other, which
//! took 1,100 instructions a place on statutes; here the sign behind the numeral decides, and characters are
//! compared as numbers of three bytes. Whatever else stands there is left to the grammar, which stays the one definition:
//! a test holds the two together over all texts that a few pieces make.

use super::super::bytes::{self, four, is_ideograph, three};
use super::super::sign::NUMERALS;
use super::{Delim, Kind, MAX_BLANKS, MAX_WEAK, Reading, numeral, prefixed};

/// The most digits of the second part of a number.
const MAX_DIGITS: usize = 3;

/// What the short way reads.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Short {
    /// No marker begins here.
    Nothing,
    One(Reading),
    /// Two readings, the likelier first.
    Two(Reading, Reading),
    /// Only the grammar can say.
    Unknown,
    /// A bracket and four digits or more: a year or a code, and no number of an item, whatever closes it.
    Large,
}

/// What is looked at of a marker, more than the longest has: 第, a numeral of twelve signs, 部分, four blanks and a sign are
/// sixty bytes.
const AHEAD: usize = 72;

/// The bytes from the first of a marker on, zeros behind the end of the text.
type Window = [u8; AHEAD];

/// The readings of the marker at a place of a text. Inlined with all that it calls: one place asks this for nearly all markers,
/// and what is read need not go through memory.
#[inline(always)]
pub(crate) fn read(text: &str, at: usize) -> Short {
    let padded;
    let window = match text.as_bytes().get(at..at + AHEAD).and_then(<[u8]>::first_chunk) {
        Some(window) => window,
        None => {
            padded = bytes::padded(text.as_bytes().get(at..).unwrap_or(&[]));
            &padded
        }
    };
    match four(window, 0).to_le_bytes() {
        [b'0'..=b'9', ..] => digits(window),
        [0xE7, 0xAC, 0xAC, _] => ordinal(window),
        [0xEF, 0xBC, 0x88, _] => bracket(window, 3),
        [b'(', ..] => bracket(window, 1),
        [0xE4..=0xE9, ..] => chinese(window),
        // 【重点】
        [0xE3, 0x80, 0x90, _] if is_word(four(window, 3)) => Short::Nothing,
        _ => Short::Unknown,
    }
}

/// Whether an ideograph begins with these bytes that stands in no numeral.
#[inline(always)]
fn is_word(bytes: u32) -> bool {
    is_ideograph(bytes) && !NUMERALS.has(bytes)
}

/// The sign that closes a marker and its length, where one begins with these bytes; what has none has no length.
#[inline(always)]
fn delimiter(bytes: u32) -> (Delim, usize) {
    match bytes.to_le_bytes() {
        // Behind most markers a word stands.
        [0xE4..=0xE9, ..] => (Delim::None, 0),
        [b'.', ..] => (Delim::Dot, 1),
        [b',', ..] => (Delim::Comma, 1),
        [b':', ..] => (Delim::Colon, 1),
        [0xE3, 0x80, 0x81, _] | [0xEF, 0xBD, 0xA4, _] => (Delim::Dun, 3),
        [0xEF, 0xBC, 0x8E, _] => (Delim::Dot, 3),
        [0xEF, 0xBC, 0x8C, _] => (Delim::Comma, 3),
        [0xEF, 0xBC, 0x9A, _] => (Delim::Colon, 3),
        _ => (Delim::None, 0),
    }
}

/// How many bytes the closing bracket has that begins with these; 0: none does.
#[inline(always)]
fn close(bytes: u32) -> usize {
    match bytes.to_le_bytes() {
        [b')', ..] => 1,
        [0xEF, 0xBC, 0x89, _] => 3,
        _ => 0,
    }
}

/// How many bytes the blank or line break has that begins with these; 0: none does. What may stand there besides is the
/// grammar's to say.
#[inline(always)]
fn gap(bytes: u32) -> usize {
    if matches!(bytes as u8, b'\n' | b'\r') { 1 } else { bytes::blank(bytes) }
}

/// One reading, of a single part, of the marker that ends at `end`.
#[inline(always)]
fn reading(end: usize, kind: Kind, delim: Delim, value: u32) -> Reading {
    // A marker is short.
    Reading { len: end as u16, kind, delim, ord: value << 6, prefix: 0 }
}

#[inline(always)]
fn ordinal(text: &Window) -> Short {
    const TIAO: u32 = bytes::of("条");
    const OLD_TIAO: u32 = bytes::of("條");
    const ZHANG: u32 = bytes::of("章");
    const JIE: u32 = bytes::of("节");
    const OLD_JIE: u32 = bytes::of("節");
    const BIAN: u32 = bytes::of("编");
    const OLD_BIAN: u32 = bytes::of("編");
    const PIAN: u32 = bytes::of("篇");
    const BU: u32 = bytes::of("部");
    const FEN: u32 = bytes::of("分");
    const STEP: u32 = bytes::of("步");
    const COURSE: [u32; 8] = [
        bytes::of("阶"),
        bytes::of("階"),
        bytes::of("单"),
        bytes::of("單"),
        bytes::of("讲"),
        bytes::of("講"),
        bytes::of("课"),
        bytes::of("課"),
    ];
    const ZHI: u32 = bytes::of("之");
    const HYPHEN: u32 = bytes::of("－");
    const DOT: u32 = bytes::of("．");
    let first = four(text, 3);
    if is_word(first) || matches!(first.to_le_bytes(), [b'(', ..] | [0xEF, 0xBC, 0x88, _]) {
        return Short::Nothing;
    }
    let digits = (first as u8).is_ascii_digit();
    let numeral = if digits { arabic(text, 3) } else { numeral::chinese_at(text, 3) };
    let Some((unit, value)) = numeral else { return Short::Unknown };
    let sign = four(text, unit);
    let (chinese, arabic) = match three(sign) {
        TIAO | OLD_TIAO => (Kind::Article, Kind::ArticleArabic),
        ZHANG => (Kind::Chapter, Kind::ChapterArabic),
        JIE | OLD_JIE => (Kind::Jie, Kind::JieArabic),
        BIAN | OLD_BIAN => (Kind::Book, Kind::BookArabic),
        PIAN => (Kind::Piece, Kind::PieceArabic),
        BU if three(four(text, unit + 3)) == FEN => (Kind::Part, Kind::PartArabic),
        STEP => (Kind::Step, Kind::Step),
        BU | FEN => return Short::Unknown,
        word if COURSE.contains(&word) => return Short::Unknown,
        // 第 6-1 條, 第 1.2 条
        _ if digits && (matches!(sign as u8, b'-' | b'.') || matches!(three(sign), HYPHEN | DOT)) => {
            return Short::Unknown;
        }
        _ if gap(sign) > 0 => return Short::Unknown,
        _ => {
            return match delimiter(sign) {
                (Delim::None | Delim::Dot, _) => Short::Nothing,
                (delim, len) => Short::One(reading(unit + len, Kind::DiComma, delim, value)),
            };
        }
    };
    let kind = if digits { arabic } else { chinese };
    let end = unit + if kind == Kind::Part || kind == Kind::PartArabic { 6 } else { 3 };
    let mut behind = four(text, end);
    if three(behind) == ZHI {
        return Short::Unknown;
    }
    // 第三条 and a blank, as statutes are printed; a sign may follow the blank.
    let mut sign = end;
    for _ in 0..MAX_BLANKS {
        let blank = if is_ideograph(behind) { 0 } else { bytes::blank(behind) };
        if blank == 0 {
            break;
        }
        sign += blank;
        behind = four(text, sign);
    }
    let (delim, len) = delimiter(behind);
    Short::One(reading(if len == 0 { end } else { sign + len }, kind, delim, value))
}

#[inline(always)]
fn bracket(text: &Window, inner: usize) -> Short {
    let first = four(text, inner);
    let (kind, found) = if (first as u8).is_ascii_digit() {
        // （2020年3月通过）
        if matches!(first.to_le_bytes(), [b'1'..=b'9', b'0'..=b'9', b'0'..=b'9', b'0'..=b'9']) {
            return Short::Large;
        }
        (Kind::BracketArabic, arabic(text, inner))
    } else if numeral::begins_only_chinese(first) {
        (Kind::BracketChinese, numeral::chinese_at(text, inner))
    } else {
        return if is_word(first) { Short::Nothing } else { Short::Unknown };
    };
    let Some((end, value)) = found else { return Short::Unknown };
    match close(four(text, end)) {
        0 => Short::Unknown,
        len => {
            let (_, sign) = delimiter(four(text, end + len));
            Short::One(reading(end + len + sign, kind, Delim::Paired, value))
        }
    }
}

/// The numeral at a place where a digit stands, and the offset behind it: nearly all have one to three digits, and are read
/// without a list of them.
#[inline(always)]
fn arabic(text: &Window, at: usize) -> Option<(usize, u32)> {
    let goes_on = |byte: u8| byte.is_ascii_digit() || byte == 0xEF;
    let of = |digit: u8| u32::from(digit - b'0');
    let (len, value) = match four(text, at).to_le_bytes() {
        [ones @ b'1'..=b'9', next, ..] if !goes_on(next) => (1, of(ones)),
        // ）, and no full-width digit.
        [ones @ b'1'..=b'9', 0xEF, 0xBC, 0x80..=0x8F] => (1, of(ones)),
        [tens @ b'1'..=b'9', ones @ b'0'..=b'9', next, _] if !goes_on(next) => (2, of(tens) * 10 + of(ones)),
        [hundreds @ b'1'..=b'9', tens @ b'0'..=b'9', ones @ b'0'..=b'9', next] if !goes_on(next) => {
            (3, of(hundreds) * 100 + of(tens) * 10 + of(ones))
        }
        _ => return arabic_run(text, at),
    };
    Some((at + len, value))
}

#[cold]
fn arabic_run(text: &Window, at: usize) -> Option<(usize, u32)> {
    // One digit more than a numeral has, of three bytes each.
    let run = text.get(at..at + 3 * (numeral::MAX_DIGITS + 1))?;
    let digits = run.utf8_chunks().next()?.valid();
    let (rest, value) = numeral::arabic(digits).ok()?;
    Some((at + digits.len() - rest.len(), value))
}

#[inline(always)]
fn digits(text: &Window) -> Short {
    let Some((end, value)) = arabic(text, 0) else {
        // 0️⃣1️⃣
        let keycap = matches!(four(text, 1).to_le_bytes(), [0xEF, 0xB8, 0x8F, _] | [0xE2, 0x83, 0xA3, _]);
        return if keycap { Short::Unknown } else { Short::Nothing };
    };
    let sign = four(text, end);
    let bare = || reading(end, Kind::Dot, Delim::None, value);
    match sign.to_le_bytes() {
        // The commonest that is none: 3个.
        [0xE4..=0xE9, ..] => return if value <= MAX_WEAK { Short::One(bare()) } else { Short::Nothing },
        [b'.', b'0'..=b'9', ..] => return decimal(text, end + 1, value),
        [b'.', 0xEF, ..] | [0xEF, 0xBC, 0x8E, b'0'..=b'9' | 0xEF] | [0, ..] => return Short::Unknown,
        // 1️⃣
        [0xEF, 0xB8, 0x8F, _] | [0xE2, 0x83, 0xA3, _] => return Short::Unknown,
        // 】 ］ ]
        [0xE3, 0x80, 0x91, _] | [0xEF, 0xBC, 0xBD, _] | [b']', ..] => return Short::Unknown,
        _ => {}
    }
    let (delim, len) = delimiter(sign);
    if len > 0 {
        return Short::One(reading(end + len, Kind::Dot, delim, value));
    }
    let bracket = close(sign);
    if bracket > 0 {
        let half = |kind| reading(end + bracket, kind, Delim::Half, value);
        return Short::Two(half(Kind::HalfArabic), half(Kind::BracketArabic));
    }
    if gap(sign) == 0 {
        return if value <= MAX_WEAK { Short::One(bare()) } else { Short::Nothing };
    }
    // A sign that closes the marker may stand behind the gap.
    let mut next = end;
    for _ in 0..MAX_BLANKS {
        match gap(four(text, next)) {
            0 => break,
            len => next += len,
        }
    }
    let next = four(text, next);
    if value > MAX_WEAK || next as u8 == 0 || gap(next) > 0 || may_close(next) {
        return Short::Unknown;
    }
    match bytes::blank(sign) {
        0 => Short::One(bare()),
        _ => Short::Two(reading(end, Kind::Decimal1, Delim::None, value), bare()),
    }
}

/// Whether the character that begins with these bytes may close a marker that begins with digits.
fn may_close(bytes: u32) -> bool {
    delimiter(bytes).1 > 0
        || close(bytes) > 0
        || matches!(bytes.to_le_bytes(), [0xE3, 0x80, 0x91, _] | [0xEF, 0xBC, 0xBD, _] | [b']', ..])
}

/// A number of two parts: `behind` its first part, which is `first`, and the dot. `1.4` is a decimal, or item 1 and a four.
fn decimal(text: &Window, behind: usize, first: u32) -> Short {
    let (mut end, mut value) = (behind, 0);
    while let digit @ b'0'..=b'9' = four(text, end) as u8
        && end <= behind + MAX_DIGITS
    {
        value = value * 10 + u32::from(digit - b'0');
        end += 1;
    }
    let zero = end > behind + 1 && four(text, behind) as u8 == b'0';
    let Some(prefix) =
        prefixed(0, first).filter(|_| end <= behind + MAX_DIGITS && !zero && prefixed(0, value).is_some())
    else {
        return Short::Unknown;
    };
    let (len, delim) = match four(text, end).to_le_bytes() {
        // More parts, or other digits.
        [b'.', b'0'..=b'9' | 0xEF, ..] | [0xEF, ..] => return Short::Unknown,
        [b'.', ..] => (1, Delim::Dot),
        [0xE3, 0x80, 0x81, _] => (3, Delim::Dun),
        _ => (0, Delim::None),
    };
    let decimal = Reading { prefix, ..reading(end + len, Kind::Decimal2, delim, value) };
    Short::Two(decimal, reading(behind, Kind::Dot, Delim::Dot, first))
}

#[inline(always)]
fn chinese(text: &Window) -> Short {
    const SHI: u32 = bytes::of("是");
    const YAO: u32 = bytes::of("要");
    if !numeral::begins_chinese(four(text, 0)) {
        return Short::Unknown;
    }
    let Some((end, value)) = numeral::chinese_at(text, 0) else { return Short::Nothing };
    let sign = four(text, end);
    if sign as u8 == 0 || bytes::blank(sign) > 0 {
        return Short::Unknown;
    }
    let weak = value <= MAX_WEAK;
    let (kind, delim, len) = match (three(sign), delimiter(sign), close(sign)) {
        (SHI, ..) if weak => (Kind::Shi, Delim::None, 3),
        (YAO, ..) if weak => (Kind::Yao, Delim::None, 3),
        (_, (_, 0), 0) if weak => return Short::One(reading(end, Kind::Dun, Delim::None, value)),
        (_, (_, 0), 0) => return Short::Nothing,
        (_, (_, 0), len) => (Kind::BracketChinese, Delim::Half, len),
        (_, (delim, len), _) => (Kind::Dun, delim, len),
    };
    let read = reading(end + len, kind, delim, value);
    if weak { Short::Two(read, reading(end, Kind::Dun, Delim::None, value)) } else { Short::One(read) }
}

#[cfg(test)]
mod tests {
    use super::super::by_grammar;
    use super::{Kind, Reading, Short};

    const PIECES: [&str; 30] = [
        "第", "一", "十", "百", "零", "万", "1", "0", "９", "条", "章", "节", "部分", "步", "之", "（", "(", "）", ")",
        "、", ".", "．", "，", "：", "】", " ", "\n", "是", "要", "壹",
    ];

    /// Calls `test` with all texts of so many pieces.
    fn texts(pieces: usize, text: &mut String, test: &mut impl FnMut(&str) -> bool, taken: &mut usize) {
        *taken += usize::from(test(text));
        if pieces == 0 {
            return;
        }
        for piece in PIECES {
            let len = text.len();
            text.push_str(piece);
            texts(pieces - 1, text, test, taken);
            text.truncate(len);
        }
    }

    #[test]
    fn the_short_way_reads_what_the_grammar_reads() {
        let mut test = |text: &str| {
            let short = match super::read(text, 0) {
                Short::Nothing => vec![],
                Short::One(reading) => vec![reading],
                Short::Two(one, other) => vec![one, other],
                Short::Unknown => return false,
                Short::Large => {
                    let large = |reading: Reading| reading.kind == Kind::BracketArabic && reading.ord >> 6 > 999;
                    assert!(by_grammar(text).iter().all(large), "{text:?}");
                    return true;
                }
            };
            assert!(short.into_iter().eq(by_grammar(text).iter()), "{text:?}");
            true
        };
        let mut taken = 0;
        texts(4, &mut String::new(), &mut test, &mut taken);
        // With words behind, which is the usual place.
        for piece in PIECES {
            texts(2, &mut format!("第一{piece}"), &mut test, &mut taken);
            texts(2, &mut format!("（二{piece}"), &mut test, &mut taken);
            texts(2, &mut format!("（1999{piece}"), &mut test, &mut taken);
        }
        assert!(taken > 50_000, "{taken}");
    }

    #[test]
    fn the_commonest_places_need_no_grammar() {
        const COMMON: [&str; 24] = [
            "第一条目标",
            "第十二条 目标",
            "第3章目标",
            "第一次",
            "第一，目标",
            "第二节 目标",
            "第一部分 目标",
            "第四步：目标",
            "（一）目标",
            "(二)目标",
            "（3）目标",
            "（见第一条）",
            "一、目标",
            "十二、目标",
            "一是抓落实",
            "二要抓落实",
            "一个月",
            "1.目标",
            "12、目标",
            "3个月",
            "1）目标",
            "1.2目标",
            "1.12目标",
            "2.10、目标",
        ];
        let left: Vec<_> = COMMON.into_iter().filter(|text| matches!(super::read(text, 0), Short::Unknown)).collect();
        assert!(left.is_empty(), "{left:?} are left to the grammar");
    }
}

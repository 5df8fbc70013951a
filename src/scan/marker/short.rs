//! The commonest markers by a short way: the same readings as the grammar's, without its combinators.
//!
//! ```text
//! 第 ( chinese | arabic ) ( 条 | 章 | 节 | 编 | 篇 ) [ sign ]     第 ( chinese | arabic ) comma
//! （ ( chinese | arabic ) ） [ sign ]     chinese ( sign | 是 | 要 | ） )
//! arabic ( sign | ） | blank )            arabic . part [ . | 、 ]
//! and what cannot be a marker: 第一次, （见, 一个, 3个, 【重点】
//! ```
//!
//! Nearly all places that the scan asks about are one of these. The grammar tries its forms one after the other, which
//! took 1,100 instructions a place on statutes; here the sign behind the numeral decides, in 260. Whatever else stands there is left to the grammar, which stays the one definition: a test holds the
//! two together over all texts that a few pieces make.

use super::super::ideograph::NUMERALS;
use super::{Delim, Kind, MAX_BLANKS, MAX_WEAK, Reading, blanks, delimiter, is_blank, numeral, prefixed};

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
}

/// The readings of the marker at the first character of `input`.
#[inline]
pub(crate) fn read(input: &str) -> Short {
    match *input.as_bytes() {
        [b'0'..=b'9', ..] => digits(input),
        [0xE7, 0xAC, 0xAC, ..] => ordinal(input, behind(input, 3)),
        [0xEF, 0xBC, 0x88, ..] => bracket(input, behind(input, 3)),
        [b'(', ..] => bracket(input, behind(input, 1)),
        [first @ 0xE4..=0xE9, second, third, ..] if !NUMERALS.lacks([first, second, third]) => chinese(input),
        // 【重点】
        [0xE3, 0x80, 0x90, ..] if begins_with_word(behind(input, 3)) => Short::Nothing,
        _ => Short::Unknown,
    }
}

/// Whether a text begins with an ideograph that stands in no numeral.
fn begins_with_word(text: &str) -> bool {
    text.as_bytes().first_chunk().is_some_and(|&first| NUMERALS.lacks(first))
}

/// The text behind so many bytes.
fn behind(text: &str, len: usize) -> &str {
    text.get(len..).unwrap_or("")
}

/// A blank or line break: what may stand there besides is the grammar's to say.
const fn is_gap(c: char) -> bool {
    is_blank(c) || matches!(c, '\n' | '\r')
}

/// The text behind the sign that closes a marker, if one does, and which.
fn signed(rest: &str) -> (&str, Delim) {
    // Behind most markers a word stands.
    if matches!(rest.as_bytes(), [0xE4..=0xE9, ..]) {
        return (rest, Delim::None);
    }
    let mut behind = rest.chars();
    match behind.next().and_then(delimiter) {
        Some(delim) => (behind.as_str(), delim),
        None => (rest, Delim::None),
    }
}

/// One reading, of a single part, of the marker before `rest`.
fn reading(input: &str, rest: &str, kind: Kind, delim: Delim, value: u32) -> Reading {
    // A marker is short.
    Reading { len: (input.len() - rest.len()) as u32, kind, delim, ord: value << 6, prefix: 0 }
}

fn ordinal(input: &str, behind: &str) -> Short {
    if begins_with_word(behind) || matches!(behind.as_bytes(), [b'(', ..] | [0xEF, 0xBC, 0x88, ..]) {
        return Short::Nothing;
    }
    let digits = matches!(behind.as_bytes(), [b'0'..=b'9', ..]);
    let read = if digits { arabic(behind) } else { numeral::chinese(behind).ok() };
    let Some((rest, value)) = read else { return Short::Unknown };
    let mut rest = rest.chars();
    let sign = rest.next();
    let (chinese, arabic) = match sign {
        Some('条' | '條') => (Kind::Article, Kind::ArticleArabic),
        Some('章') => (Kind::Chapter, Kind::ChapterArabic),
        Some('节' | '節') => (Kind::Jie, Kind::JieArabic),
        Some('编' | '編') => (Kind::Book, Kind::BookArabic),
        Some('篇') => (Kind::Piece, Kind::PieceArabic),
        Some('部' | '分' | '步') => return Short::Unknown,
        // 第 6-1 條
        Some('-' | '－') if digits => return Short::Unknown,
        Some(c) if is_gap(c) => return Short::Unknown,
        _ => {
            return match sign.and_then(delimiter) {
                Some(delim) if delim != Delim::Dot => {
                    Short::One(reading(input, rest.as_str(), Kind::DiComma, delim, value))
                }
                _ => Short::Nothing,
            };
        }
    };
    let kind = if digits { arabic } else { chinese };
    let rest = rest.as_str();
    if rest.starts_with('之') {
        return Short::Unknown;
    }
    // 第三条 and a blank, as statutes are printed; a sign may follow the blank.
    let behind = if rest.starts_with(is_blank) { blanks(rest).map_or(rest, |(behind, ())| behind) } else { rest };
    let (behind, delim) = signed(behind);
    Short::One(reading(input, if delim == Delim::None { rest } else { behind }, kind, delim, value))
}

fn bracket(input: &str, inner: &str) -> Short {
    if begins_with_word(inner) {
        return Short::Nothing;
    }
    let (kind, found) = match inner.chars().next() {
        Some('0'..='9') => (Kind::BracketArabic, arabic(inner)),
        Some(first) if numeral::is_numeral_char(first) && !numeral::is_formal_char(first) => {
            (Kind::BracketChinese, numeral::chinese(inner).ok())
        }
        _ => return Short::Unknown,
    };
    match found.and_then(|(rest, value)| Some((rest.strip_prefix(['）', ')'])?, value))) {
        Some((rest, value)) => Short::One(reading(input, signed(rest).0, kind, Delim::Paired, value)),
        None => Short::Unknown,
    }
}

/// The numeral that an input which begins with a digit begins with: nearly all have one or two digits, and are read
/// without a list of them.
#[inline]
fn arabic(input: &str) -> Option<(&str, u32)> {
    let (len, value) = match *input.as_bytes() {
        [ones @ b'1'..=b'9', b'.' | b' ' | b')' | 0xE3..=0xE9, ..] => (1, ones - b'0'),
        [tens @ b'1'..=b'9', ones @ b'0'..=b'9', b'.' | b' ' | b')' | 0xE3..=0xE9, ..] => {
            (2, (tens - b'0') * 10 + (ones - b'0'))
        }
        _ => return numeral::arabic(input).ok(),
    };
    Some((behind(input, len), value.into()))
}

fn digits(input: &str) -> Short {
    let Some((rest, value)) = arabic(input) else { return Short::Nothing };
    let mut behind = rest.chars();
    let sign = behind.next();
    let behind = behind.as_str();
    match sign {
        Some('.' | '．') if behind.starts_with(|c: char| c.is_ascii_digit() || ('０'..='９').contains(&c)) => {
            decimal(input, behind, value)
        }
        Some('】' | '］' | ']') | None => Short::Unknown,
        Some('）' | ')') => Short::Two(
            reading(input, behind, Kind::HalfArabic, Delim::Half, value),
            reading(input, behind, Kind::BracketArabic, Delim::Half, value),
        ),
        // A sign that closes the marker may stand behind the gap.
        Some(c) if is_gap(c) => match behind.chars().take(MAX_BLANKS).find(|&c| !is_gap(c)) {
            Some(next) if value <= MAX_WEAK && !may_close(next) => {
                let bare = reading(input, rest, Kind::Dot, Delim::None, value);
                let first = reading(input, rest, Kind::Decimal1, Delim::None, value);
                if is_blank(c) { Short::Two(first, bare) } else { Short::One(bare) }
            }
            _ => Short::Unknown,
        },
        Some(c) => match delimiter(c) {
            Some(delim) => Short::One(reading(input, behind, Kind::Dot, delim, value)),
            None if value <= MAX_WEAK => Short::One(reading(input, rest, Kind::Dot, Delim::None, value)),
            None => Short::Nothing,
        },
    }
}

/// Whether a character may close a marker that begins with digits.
const fn may_close(c: char) -> bool {
    delimiter(c).is_some() || matches!(c, '】' | '］' | ']' | '）' | ')')
}

/// A number of two parts: `behind` its first part, which is `first`, and the dot. `1.4` is a decimal, or item 1 and a four.
fn decimal(input: &str, behind: &str, first: u32) -> Short {
    let bytes = behind.as_bytes();
    let len = bytes.iter().take(MAX_DIGITS + 1).take_while(|byte| byte.is_ascii_digit()).count();
    let digits = bytes.get(..len).unwrap_or(&[]);
    let value = digits.iter().fold(0, |value, digit| value * 10 + u32::from(digit - b'0'));
    let zero = len > 1 && digits.first() == Some(&b'0');
    let (rest, fits) = (behind.get(len..).unwrap_or(""), (1..=MAX_DIGITS).contains(&len) && !zero);
    let Some(prefix) = prefixed(0, first).filter(|_| fits && prefixed(0, value).is_some()) else {
        return Short::Unknown;
    };
    let (end, delim) = match rest.as_bytes() {
        // More parts, or other digits.
        [b'.', b'0'..=b'9' | 0xEF, ..] | [0xEF, ..] => return Short::Unknown,
        [b'.', ..] => (1, Delim::Dot),
        [0xE3, 0x80, 0x81, ..] => (3, Delim::Dun),
        _ => (0, Delim::None),
    };
    let decimal = reading(input, rest.get(end..).unwrap_or(""), Kind::Decimal2, delim, value);
    Short::Two(Reading { prefix, ..decimal }, reading(input, behind, Kind::Dot, Delim::Dot, first))
}

fn chinese(input: &str) -> Short {
    if !input.starts_with(numeral::is_numeral_char) {
        return Short::Unknown;
    }
    let Ok((rest, value)) = numeral::chinese(input) else { return Short::Nothing };
    let mut behind = rest.chars();
    let Some(sign) = behind.next() else { return Short::Unknown };
    let weak = value <= MAX_WEAK;
    let (kind, delim) = match sign {
        '是' if weak => (Kind::Shi, Delim::None),
        '要' if weak => (Kind::Yao, Delim::None),
        '）' | ')' => (Kind::BracketChinese, Delim::Half),
        _ if is_blank(sign) => return Short::Unknown,
        _ => match delimiter(sign) {
            Some(delim) => (Kind::Dun, delim),
            None if weak => return Short::One(reading(input, rest, Kind::Dun, Delim::None, value)),
            None => return Short::Nothing,
        },
    };
    let read = reading(input, behind.as_str(), kind, delim, value);
    if weak { Short::Two(read, reading(input, rest, Kind::Dun, Delim::None, value)) } else { Short::One(read) }
}

#[cfg(test)]
mod tests {
    use super::super::by_grammar;
    use super::Short;

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
            let short = match super::read(text) {
                Short::Nothing => vec![],
                Short::One(reading) => vec![reading],
                Short::Two(one, other) => vec![one, other],
                Short::Unknown => return false,
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
        }
        assert!(taken > 50_000, "{taken}");
    }

    #[test]
    fn the_commonest_places_need_no_grammar() {
        const COMMON: [&str; 22] = [
            "第一条目标",
            "第十二条 目标",
            "第3章目标",
            "第一次",
            "第一，目标",
            "第二节 目标",
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
        let left: Vec<_> = COMMON.into_iter().filter(|text| matches!(super::read(text), Short::Unknown)).collect();
        assert!(left.is_empty(), "{left:?} are left to the grammar");
    }
}

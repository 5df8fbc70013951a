//! The commonest markers by a short way: the same readings as the grammar's, without its combinators.
//!
//! ```text
//! 第 chinese ( 条 | 章 | 节 ) [ sign ]     （ ( chinese | arabic ) ） [ sign ]     chinese ( sign | 是 | 要 | ） )
//! arabic ( sign | ） )                     and what cannot be a marker: 第一次, （见, 一个, 3个
//! ```
//!
//! Most places that the scan asks about are one of these. The grammar tries its forms one after the other, which
//! took 1,100 instructions a place on statutes; here the sign behind the numeral decides, and with this way they
//! take 400. Whatever else stands there is left to the grammar, which stays the one definition: a test holds the
//! two together over all texts that a few pieces make.

use super::super::ideograph::NUMERALS;
use super::{Body, Delim, Kind, MAX_WEAK, Readings, blanks, body, delimiter, is_blank, numeral};

/// The readings of the marker at the first character of `input`; `None` where only the grammar can say.
#[inline]
pub(super) fn readings(input: &str) -> Option<Readings> {
    let mut rest = input.chars();
    match rest.next()? {
        '第' => ordinal(input, rest.as_str()),
        '（' | '(' => bracket(input, rest.as_str()),
        '0'..='9' => digits(input),
        first if numeral::is_numeral_char(first) => chinese(input),
        _ => None,
    }
}

/// A blank or line break: what may stand there besides is the grammar's to say.
const fn is_gap(c: char) -> bool {
    is_blank(c) || matches!(c, '\n' | '\r')
}

/// The text behind the sign that closes a marker, if one does, and which.
fn signed(rest: &str) -> (&str, Delim) {
    let mut behind = rest.chars();
    match behind.next().and_then(delimiter) {
        Some(delim) => (behind.as_str(), delim),
        None => (rest, Delim::None),
    }
}

/// One reading.
fn one(input: &str, rest: &str, body: Body) -> Option<Readings> {
    let mut found = Readings::new();
    found.push(input, Ok((rest, body)));
    Some(found)
}

fn ordinal(input: &str, behind: &str) -> Option<Readings> {
    let (rest, value) = numeral::chinese(behind).ok()?;
    let mut rest = rest.chars();
    let kind = match rest.next() {
        Some('条') => Kind::Article,
        Some('章') => Kind::Chapter,
        Some('节') => Kind::Jie,
        Some('條' | '節' | '部' | '编' | '編' | '分' | '篇' | '步') => return None,
        Some(c) if is_gap(c) || delimiter(c).is_some() => return None,
        _ => return Some(Readings::new()),
    };
    let rest = rest.as_str();
    if rest.starts_with('之') {
        return None;
    }
    // 第三条 and a blank, as statutes are printed; a sign may follow the blank.
    let behind = if rest.starts_with(is_blank) { blanks(rest).ok()?.0 } else { rest };
    let (behind, delim) = signed(behind);
    one(input, if delim == Delim::None { rest } else { behind }, body(kind, delim, value))
}

fn bracket(input: &str, inner: &str) -> Option<Readings> {
    if inner.as_bytes().first_chunk().is_some_and(|&first| NUMERALS.lacks(first)) {
        return Some(Readings::new());
    }
    let first = inner.chars().next()?;
    let (kind, found) = match first {
        '0'..='9' => (Kind::BracketArabic, numeral::arabic(inner)),
        _ if numeral::is_numeral_char(first) && !numeral::is_formal_char(first) => {
            (Kind::BracketChinese, numeral::chinese(inner))
        }
        _ => return None,
    };
    let (rest, value) = found.ok()?;
    let (rest, _) = signed(rest.strip_prefix(['）', ')'])?);
    one(input, rest, body(kind, Delim::Paired, value))
}

fn digits(input: &str) -> Option<Readings> {
    let Ok((rest, value)) = numeral::arabic(input) else { return Some(Readings::new()) };
    let mut behind = rest.chars();
    let sign = behind.next();
    let behind = behind.as_str();
    match sign {
        Some('.' | '．') if behind.starts_with(|c: char| c.is_ascii_digit() || ('０'..='９').contains(&c)) => None,
        Some('】' | '］' | ']') => None,
        Some('）' | ')') => {
            let mut found = Readings::new();
            found.push(input, Ok((behind, body(Kind::HalfArabic, Delim::Half, value))));
            found.push(input, Ok((behind, body(Kind::BracketArabic, Delim::Half, value))));
            Some(found)
        }
        Some(c) if is_gap(c) => None,
        Some(c) => match delimiter(c) {
            Some(delim) => one(input, behind, body(Kind::Dot, delim, value)),
            None if value <= MAX_WEAK => one(input, rest, body(Kind::Dot, Delim::None, value)),
            None => Some(Readings::new()),
        },
        None => None,
    }
}

fn chinese(input: &str) -> Option<Readings> {
    let Ok((rest, value)) = numeral::chinese(input) else { return Some(Readings::new()) };
    let mut behind = rest.chars();
    let sign = behind.next()?;
    let behind = behind.as_str();
    let weak = value <= MAX_WEAK;
    let read = match sign {
        '是' if weak => Some(body(Kind::Shi, Delim::None, value)),
        '要' if weak => Some(body(Kind::Yao, Delim::None, value)),
        '）' | ')' => Some(body(Kind::BracketChinese, Delim::Half, value)),
        _ if is_blank(sign) => return None,
        _ => delimiter(sign).map(|delim| body(Kind::Dun, delim, value)),
    };
    let mut found = Readings::new();
    if let Some(body) = read {
        found.push(input, Ok((behind, body)));
    }
    if weak {
        found.push(input, Ok((rest, body(Kind::Dun, Delim::None, value))));
    }
    Some(found)
}

#[cfg(test)]
mod tests {
    use super::super::by_grammar;

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
            let Some(short) = super::readings(text) else { return false };
            assert!(short.iter().eq(by_grammar(text).iter()), "{text:?}");
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
}

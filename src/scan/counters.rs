//! Counters that document sites put into the text they show: `1、` before the first piece, `2、` before the next.
//!
//! ```text
//! 1、青河县绿地管护办法第一章总则……不得攀折花⏎2、木，不得堆放杂物……
//! ^^                                        ^^   300 characters behind the first, in the middle of a word
//! ```
//!
//! A preview is cut into pieces of three hundred characters, whatever stands there, and each piece is numbered. Such a
//! number is no marker: as one it would open a list around the whole text. It is told from a list by the length of the
//! pieces, which no list keeps.

use super::marker::is_blank;

/// How many characters a piece has, with the line break behind it or without some of its blanks.
const PIECE: std::ops::RangeInclusive<usize> = 296..=302;
/// How far from the beginning of a text the first counter stands, in bytes: the name of a file and of the site before it.
const REACH: usize = 600;
/// How many counters are looked for behind the first where the second stands behind a stop.
const SURE: u32 = 3;

/// A number that is no marker.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Counter {
    /// Its offset.
    pub(crate) at: usize,
    number: u32,
}

impl Counter {
    /// Where it ends: digits and 、.
    pub(crate) fn end(self) -> usize {
        self.at + self.number.checked_ilog10().unwrap_or(0) as usize + 1 + '、'.len_utf8()
    }

    /// The next counter of `text`, if its piece is followed by one.
    pub(crate) fn next(self, text: &str) -> Option<Self> {
        let number = self.number + 1;
        let rest = text.get(self.end()..)?;
        let sign = format!("{number}、");
        let (first, _) = rest.char_indices().nth(*PIECE.start())?;
        let behind = rest.get(first..)?;
        let within = |(at, _)| behind.get(at..).is_some_and(|here: &str| here.starts_with(&sign));
        let (length, _) = behind.char_indices().take(PIECE.count()).find(|&place| within(place))?;
        let piece = rest.get(..first + length)?.trim_end_matches(['\r', '\n']);
        // A piece is one line.
        (!piece.contains('\n')).then_some(Self { at: self.end() + first + length, number })
    }
}

/// All counters of a text.
pub(crate) fn all(text: &str) -> impl Iterator<Item = Counter> {
    std::iter::successors(first(text), |counter| counter.next(text))
}

/// The first counter of a text that has them.
pub(crate) fn first(text: &str) -> Option<Counter> {
    // Bytes, for the reach may end inside a character.
    let head = text.as_bytes().get(..REACH).unwrap_or(text.as_bytes());
    let begins = |at: usize| {
        let before = text.get(..at).unwrap_or("").trim_end_matches(is_blank);
        before.is_empty() || before.ends_with(ends)
    };
    // By the figure, for few stand so near the beginning of a text, and it is looked for in every text.
    let numbered = |at: &usize| head.get(*at..).is_some_and(|rest| rest.starts_with("1、".as_bytes()));
    let at = memchr::memchr_iter(b'1', head).filter(numbered).find(|&at| begins(at))?;
    let first = Counter { at, number: 1 };
    let mut last = first.next(text)?;
    let before = |counter: Counter| text.get(..counter.at).unwrap_or("").trim_end_matches(|c| is_blank(c) || c == '\n');
    // The item of a list ends with a stop.
    while before(last).ends_with(ends) {
        last = last.next(text)?;
        if last.number > SURE {
            break;
        }
    }
    Some(first)
}

const fn ends(c: char) -> bool {
    matches!(c, '。' | '；' | '：' | '！' | '？' | ';' | ':' | '!' | '?' | '\n' | '\r')
}

#[cfg(test)]
mod tests {
    use super::{all, first};

    /// Pieces with counters, and how many of these are found.
    fn found(pieces: &[String]) -> usize {
        let text: String = pieces.iter().enumerate().map(|(index, piece)| format!("{}、{piece}", index + 1)).collect();
        all(&text).count()
    }

    #[test]
    fn pieces_of_one_length() {
        let piece = "水".repeat(300);
        assert_eq!(found(&[piece.clone(), "木".into()]), 2);
        assert_eq!(found(&[piece.clone(), format!("{}\n", "木".repeat(299)), "火".into()]), 3);
        assert_eq!(found(&vec![piece.clone(); 11]), 11);
        assert_eq!(found(std::slice::from_ref(&piece)), 0);
        assert_eq!(found(&["水".repeat(200), piece.clone()]), 0);
        assert_eq!(found(&[format!("{}\n{}", "水".repeat(150), "水".repeat(149)), piece.clone()]), 0);
        // A list whose items happen to have the length.
        let item = format!("{}。", "水".repeat(299));
        assert_eq!(found(&[item.clone(), item.clone()]), 0);
        assert_eq!(found(&vec![item; 5]), 5);
        assert_eq!(first(&format!("共有1、{piece}2、木")), None);
        assert_eq!(first(""), None);
    }
}

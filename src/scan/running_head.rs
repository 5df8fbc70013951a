//! Running heads: chapters that the top of each page repeats.
//!
//! ```text
//! 第一章 总则⏎1.1 …。1.2 …。⏎第一章 总则      - 3 -⏎1.3 …      the same number and words as the chapter that is open
//! ```
//!
//! A chapter has them once. Behind a table of contents, and in the next part of a text that numbers its chapters anew, another
//! chapter or part stands between the two.

use super::kind::Kind;
use super::marker::{Reading, is_blank};
use super::walk::Walk;

/// How far a line is looked along for its end, in bytes: the head of a page is no longer.
const LONGEST: usize = 240;
/// How many units stand around articles: 编, 分编, 篇, 部分, 章, 节, in the order of [`Kind`], once with Arabic numerals.
const LEVELS: usize = 6;

/// The last head of each unit that begins a line, and is open.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Heads([Option<Head>; LEVELS]);

#[derive(Debug, Clone, Copy)]
struct Head {
    ord: u32,
    /// Where its words begin.
    words: usize,
    /// Whether a sentence is known to have ended behind it.
    ended: bool,
}

impl Walk<'_, '_> {
    /// Whether the unit at `at`, which begins a line, is a running head. If not, it is the one that is open from here on.
    #[inline(never)]
    pub(super) fn is_running_head(&mut self, at: usize, reading: Reading) -> bool {
        let level = reading.kind as usize % (Kind::Article as usize + 1);
        let words = at + reading.len as usize;
        let open = self.heads.0.get(level).copied().flatten();
        if let Some(head) = open.filter(|head| head.ord == reading.ord && self.is_repeated(*head, words)) {
            self.open_head(level, Head { ended: true, ..head });
            return true;
        }
        self.open_head(level, Head { ord: reading.ord, words, ended: false });
        for inner in self.heads.0.iter_mut().skip(level + 1) {
            *inner = None;
        }
        false
    }

    fn open_head(&mut self, level: usize, head: Head) {
        if let Some(open) = self.heads.0.get_mut(level) {
            *open = Some(head);
        }
    }

    /// Whether the line from `again` on has the words of a head, and nothing more but the number of a page; between them a
    /// sentence ended.
    fn is_repeated(&self, head: Head, again: usize) -> bool {
        let page =
            |c: char| is_blank(c) || c.is_ascii_digit() || matches!(c, '-' | '－' | '—' | '–' | '第' | '页' | '共');
        let (Some(words), Some(line)) = (self.line_from(head.words), self.line_from(again)) else { return false };
        let same = !words.is_empty() && line.strip_prefix(words).is_some_and(|rest| rest.chars().all(page));
        same && (head.ended || self.text.get(head.words..again).is_some_and(|between| between.contains('。')))
    }

    /// The rest of the line from a place on, without the blanks around it, if it is short.
    fn line_from(&self, from: usize) -> Option<&str> {
        let rest = self.text.as_bytes().get(from..)?;
        let near = rest.get(..LONGEST).unwrap_or(rest);
        let end = memchr::memchr2(b'\n', b'\r', near).or((near.len() < LONGEST).then_some(near.len()))?;
        self.text.get(from..from + end).map(|line| line.trim_matches(is_blank))
    }
}

#[cfg(test)]
mod tests {
    use crate::scan::kind::Kind;
    use crate::scan::{Scan, scan};

    #[test]
    fn a_chapter_has_its_words_once() {
        for (text, chapters) in [
            ("第一章 总则\n1.1 目的。\n第一章 总则 - 3 -\n1.2 范围。\n第一章 总则\n1.3 依据。", 1),
            // Other words, more words, a table of contents, and the first chapter of the next part.
            ("第一章 总则\n1.1 目的。\n第一章 职责\n1.2 范围。", 2),
            ("第一章 总则\n1.1 目的。\n第一章 总则部分\n1.2 范围。", 2),
            ("第一章 总则\n第一章 总则\n1.1 目的。", 2),
            ("第一编 物资\n第一章 总则\n1.1 目的。\n第二编 人员\n第一章 总则\n1.2 范围。", 2),
            ("第一章 总则\n1.1 目的。\n第二章 职责\n1.2 范围。\n第一章 总则\n1.3 依据。", 3),
        ] {
            let mut found = Scan::default();
            scan(text, &mut found);
            let count = found.candidates.iter().filter(|candidate| candidate.kind == Kind::Chapter).count();
            assert_eq!(count, chapters, "{text}");
        }
    }
}

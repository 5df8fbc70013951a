//! The beginning of a text without what stands inside of its words: [readings](super::gloss), and line breaks where lines were
//! broken at one width (`关于做好某县第三季度安全生产工⏎作的通知`).

use crate::Span;
use crate::gap::is_blank;
use crate::split::Width;

/// How much of a text is read without them, in bytes.
pub(super) const HEAD: usize = 6_000;
/// How much behind the first marker is kept, which shows that there is one.
const MARKER: usize = 16;

pub(super) struct Plain {
    pub(super) text: String,
    /// The offset of the first marker in it.
    pub(super) first: u32,
    /// Where something was left out, and how many bytes before and with it.
    left_out: Vec<(usize, usize)>,
}

/// The beginning of `text` without these parts, each by its offset and its length in bytes, if there are some; `first`: its first
/// marker.
pub(super) fn without(text: &str, first: u32, parts: impl Iterator<Item = (usize, usize)>) -> Option<Plain> {
    let head = super::window(text, 0, HEAD.min(first as usize));
    let mut plain = Plain { text: String::new(), first: 0, left_out: Vec::new() };
    let mut behind = 0;
    for (at, length) in parts {
        plain.text.push_str(head.get(behind..at)?);
        behind = at + length;
        plain.left_out.push((plain.text.len(), behind - plain.text.len()));
    }
    if plain.left_out.is_empty() {
        return None;
    }
    plain.text.push_str(head.get(behind..)?);
    plain.first = plain.text.len() as u32;
    if head.len() == first as usize {
        plain.text.push_str(super::window(text, first as usize, MARKER));
    }
    Some(plain)
}

/// The beginning of `text` without the line breaks, and the blanks behind them, at which lines of one width were broken.
pub(super) fn unbroken(text: &str, first: u32, width: &Width<'_>) -> Option<Plain> {
    let head = super::window(text, 0, HEAD.min(first as usize));
    let breaks = memchr::memchr_iter(b'\n', head.as_bytes()).filter(|&at| width.is_full(at as u32));
    let parts = breaks.filter_map(|at| {
        let (before, behind) = head.split_at_checked(at)?;
        let (start, rest) = (before.trim_end_matches(is_blank).len(), behind.trim_start_matches(is_blank).len());
        Some((start, head.len() - rest - start))
    });
    without(text, first, parts)
}

impl Plain {
    /// A place of it in the whole text. What was left out belongs to the character before it.
    pub(super) fn whole(&self, at: u32) -> u32 {
        let behind = self.left_out.partition_point(|&(place, _)| place <= at as usize);
        let left_out = behind.checked_sub(1).and_then(|last| self.left_out.get(last));
        at + left_out.map_or(0, |&(_, length)| length) as u32
    }

    /// A title of it as it stands in the whole text.
    pub(super) fn title(&self, found: Span, text: &str) -> Span {
        let (start, end) = (self.whole(found.start), self.whole(found.end));
        let title = Span::new(start, end).of(text).unwrap_or("");
        Span::new(start, start + title.trim_end_matches(is_blank).len() as u32)
    }
}

#[cfg(test)]
mod tests {
    use super::without;
    use crate::Span;

    #[test]
    fn a_title_ends_before_what_was_left_out_behind_it() {
        let text = "甲乙 \n丙丁一、";
        let plain = without(text, 14, [(6, 2)].into_iter()).unwrap();
        assert_eq!((plain.text.as_str(), plain.first), ("甲乙丙丁一、", 12));
        let title = |end| plain.title(Span::new(0, end), text).of(text).unwrap_or("");
        assert_eq!((title(6), title(12)), ("甲乙", "甲乙 \n丙丁"));
        assert!(without(text, 14, std::iter::empty()).is_none());
    }
}

//! Where a piece of the text stands: [`Span`], in bytes.
//!
//! ```text
//!   一 、 目 标 。           the text
//!   0  3  6  9  12  15      byte offsets; every span begins and ends on one of these
//!   [marker)[heading)       Span 0..6, Span 6..12
//! ```

use serde::{Deserialize, Serialize};

/// A piece of the text: byte offsets, `start` included, `end` excluded.
///
/// Offsets are `u32`, which keeps a section small; a text longer than `u32::MAX` bytes is read up to
/// the last whole character that fits.
///
/// ```
/// use gangmu::Span;
/// let span = Span::new(3, 9);
/// assert_eq!((span.len(), span.is_empty()), (6, false));
/// assert_eq!(&"一、目标"[span.range()], "、目");
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Default, Serialize, Deserialize)]
#[serde(try_from = "Ends")]
pub struct Span {
    /// Offset of the first byte.
    pub start: u32,
    /// Offset behind the last byte.
    pub end: u32,
}

impl Span {
    /// The span `start..end`, in bytes.
    #[must_use]
    pub const fn new(start: u32, end: u32) -> Self {
        Self { start, end }
    }

    /// The empty span at `at`.
    #[must_use]
    pub const fn empty(at: u32) -> Self {
        Self { start: at, end: at }
    }

    /// Length in bytes; 0 for a span that ends before it starts.
    #[must_use]
    pub const fn len(self) -> usize {
        self.end.saturating_sub(self.start) as usize
    }

    /// Whether nothing lies in the span.
    #[must_use]
    pub const fn is_empty(self) -> bool {
        self.end <= self.start
    }

    /// The span as a range, for slicing the text.
    #[must_use]
    pub const fn range(self) -> std::ops::Range<usize> {
        self.start as usize..self.end as usize
    }

    /// The piece of `text` under the span; `None` where the span is not a piece of this text
    /// (too long, backwards, or inside a character).
    #[must_use]
    pub fn of(self, text: &str) -> Option<&str> {
        text.get(self.range())
    }
}

/// A span as it is read, before anyone has looked at it.
#[derive(Deserialize)]
struct Ends {
    start: u32,
    end: u32,
}

impl TryFrom<Ends> for Span {
    type Error = String;

    fn try_from(Ends { start, end }: Ends) -> Result<Self, String> {
        if start <= end {
            Ok(Self { start, end })
        } else {
            Err(format!("the span {start}..{end} ends before it starts"))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Span;

    #[test]
    fn a_span_of_another_text_is_none() {
        assert_eq!(Span::new(0, 3).of("一"), Some("一"));
        assert_eq!(Span::new(0, 2).of("一"), None);
        assert_eq!(Span::new(0, 4).of("一"), None);
        assert_eq!(Span { start: 3, end: 0 }.of("一"), None);
    }

    #[test]
    fn ends_are_bytes() {
        let span = Span::new(3, 9);
        assert_eq!((span.len(), span.is_empty(), span.range()), (6, false, 3..9));
        assert_eq!(Span::empty(3), Span::new(3, 3));
        assert!(Span::empty(3).is_empty());
    }

    #[test]
    fn a_span_is_read_unless_it_is_backward() {
        let read = |json| serde_json::from_str::<Span>(json).map_err(|error| error.to_string());
        assert_eq!(read(r#"{"start":3,"end":9}"#), Ok(Span::new(3, 9)));
        assert_eq!(read(r#"{"start":3,"end":3}"#), Ok(Span::empty(3)));
        let error = read(r#"{"start":9,"end":3}"#).unwrap_err();
        assert!(error.starts_with("the span 9..3 ends before it starts"), "{error}");
    }

    #[test]
    fn a_backward_span_is_empty() {
        let span = Span { start: 5, end: 2 };
        assert!(span.is_empty());
        assert_eq!(span.len(), 0);
    }
}

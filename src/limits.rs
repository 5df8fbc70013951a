//! How much a caller is ready to take: [`Limits`], and what is said when a text goes beyond, [`LimitError`].
//!
//! ```text
//! text ─ max_bytes? ─► parse ─ max_sections? ─► lint ─ max_diagnostics? ─► Parsed
//! ```
//!
//! [`parse`](crate::parse) needs no limits: it takes any text in linear time. Limits are for services whose
//! callers send what they like: a text of a gigabyte costs a gigabyte of tree however quick the parser is.

use crate::{Options, Parsed, Parser};

/// The most that is accepted by [`Parser::try_parse`] and [`try_parse`].
///
/// ```
/// use gangmu::{Limits, Options, try_parse};
/// let limits = Limits::new().max_sections(2);
/// assert!(try_parse("一、目标。二、任务。", &Options::new(), &limits).is_ok());
/// let error = try_parse("一、目标。二、任务。三、保障。", &Options::new(), &limits).unwrap_err();
/// assert!(error.to_string().contains("3"));
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Limits {
    max_bytes: usize,
    max_sections: usize,
    max_diagnostics: usize,
}

impl Limits {
    /// 64 MiB of text, a million sections, a hundred thousand diagnostics: far above any real document.
    /// Sections and diagnostics are counted when they have been found, so these two bound what is handed
    /// on and not the work.
    #[must_use]
    pub const fn new() -> Self {
        Self { max_bytes: 64 << 20, max_sections: 1_000_000, max_diagnostics: 100_000 }
    }

    /// As much as spans can speak of.
    #[must_use]
    pub const fn none() -> Self {
        Self { max_bytes: u32::MAX as usize, max_sections: usize::MAX, max_diagnostics: usize::MAX }
    }

    /// The longest text, in bytes. Never more than `u32::MAX`, whatever is asked for.
    #[must_use]
    pub const fn max_bytes(mut self, most: usize) -> Self {
        self.max_bytes = if most < u32::MAX as usize { most } else { u32::MAX as usize };
        self
    }

    /// The most sections, of all levels together.
    #[must_use]
    pub const fn max_sections(mut self, most: usize) -> Self {
        self.max_sections = most;
        self
    }

    /// The most diagnostics: a text with more is not an outline that anyone will mend.
    ///
    /// Counted by [`Parsed::try_lint`], since nobody pays for diagnostics who does not ask for them.
    #[must_use]
    pub const fn max_diagnostics(mut self, most: usize) -> Self {
        self.max_diagnostics = most;
        self
    }
}

impl Default for Limits {
    fn default() -> Self {
        Self::new()
    }
}

/// Which limit a text goes beyond, and by how much.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum LimitError {
    /// The text is too long.
    #[error("文本有 {found} 字节，上限为 {most}（the text has {found} bytes, the limit is {most}）")]
    Bytes {
        /// Length of the text.
        found: usize,
        /// The limit.
        most: usize,
    },
    /// There are too many sections.
    #[error("纲目有 {found} 节，上限为 {most}（the outline has {found} sections, the limit is {most}）")]
    Sections {
        /// Number of sections.
        found: usize,
        /// The limit.
        most: usize,
    },
    /// There are too many diagnostics.
    #[error("诊断有 {found} 条，上限为 {most}（there are {found} diagnostics, the limit is {most}）")]
    Diagnostics {
        /// Number of diagnostics.
        found: usize,
        /// The limit.
        most: usize,
    },
}

/// Reads a text as the options say, if it keeps within the limits.
///
/// # Errors
///
/// The first limit that the text goes beyond: its length, which is looked at before anything is read, then the
/// number of sections.
pub fn try_parse<'s>(text: &'s str, options: &Options, limits: &Limits) -> Result<Parsed<'s>, LimitError> {
    Parser::new(*options).try_parse(text, limits)
}

impl Parser {
    /// Reads a text, if it keeps within the limits.
    ///
    /// # Errors
    ///
    /// See [`try_parse`].
    pub fn try_parse<'s>(&mut self, text: &'s str, limits: &Limits) -> Result<Parsed<'s>, LimitError> {
        if text.len() > limits.max_bytes {
            return Err(LimitError::Bytes { found: text.len(), most: limits.max_bytes });
        }
        let parsed = self.parse(text);
        let found = parsed.document().len();
        if found > limits.max_sections {
            return Err(LimitError::Sections { found, most: limits.max_sections });
        }
        Ok(parsed)
    }
}

impl Parsed<'_> {
    /// What is wrong or doubtful in the text, if it is not too much.
    ///
    /// # Errors
    ///
    /// [`LimitError::Diagnostics`] where there are more than `limits` allow.
    pub fn try_lint(&self, limits: &Limits) -> Result<Vec<crate::Diagnostic>, LimitError> {
        let found = self.lint();
        if found.len() > limits.max_diagnostics {
            return Err(LimitError::Diagnostics { found: found.len(), most: limits.max_diagnostics });
        }
        Ok(found)
    }
}

#[cfg(test)]
mod tests {
    use super::{LimitError, Limits, try_parse};
    use crate::{Options, parse};

    const TEXT: &str = "一、目标。二、任务。三、保障。";

    /// Whether a text passes a limit one below, at, and one above what it has.
    fn around(found: usize, passes: impl Fn(usize) -> bool) -> [bool; 3] {
        [passes(found - 1), passes(found), passes(found + 1)]
    }

    #[test]
    fn each_limit_is_the_last_that_passes() {
        let options = Options::new();
        let bytes = |most| try_parse(TEXT, &options, &Limits::new().max_bytes(most)).is_ok();
        assert_eq!(around(TEXT.len(), bytes), [false, true, true]);
        let sections = |most| try_parse(TEXT, &options, &Limits::new().max_sections(most)).is_ok();
        assert_eq!(around(3, sections), [false, true, true]);
        let flawed = parse("一、任务1.建机制。每月调度。2强队伍。全员培训。3.严考核。按季通报。");
        let count = flawed.lint().len();
        assert!(count > 0);
        let diagnostics = |most| flawed.try_lint(&Limits::new().max_diagnostics(most)).is_ok();
        assert_eq!(around(count, diagnostics), [false, true, true]);
    }

    #[test]
    fn an_error_says_how_much_there_is() {
        let error = try_parse(TEXT, &Options::new(), &Limits::none().max_bytes(5)).unwrap_err();
        assert_eq!(error, LimitError::Bytes { found: TEXT.len(), most: 5 });
        assert!(error.to_string().contains("45") && error.to_string().contains("5 字节"));
    }

    #[test]
    fn within_limits_the_tree_is_that_of_parse() {
        assert_eq!(try_parse(TEXT, &Options::new(), &Limits::none()), Ok(parse(TEXT)));
        assert_eq!(try_parse("", &Options::new(), &Limits::new().max_bytes(0).max_sections(0)), Ok(parse("")));
        assert_eq!(Limits::none(), Limits::none().max_bytes(usize::MAX));
    }
}

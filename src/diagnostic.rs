//! What is said about a text: kinds, wording, severity, in one place.
//!
//! A diagnostic is data. Its code says what kind it is; severity and wording follow from the code, so that
//! a new kind is a variant of [`Code`] and its row in `diagnostic/row.rs`.

mod row;

use std::fmt;

use serde::{Serialize, Serializer};

use crate::{Profile, Span};

/// Something wrong or doubtful in a text.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct Diagnostic {
    /// What kind it is.
    pub code: Code,
    /// How grave it is.
    pub severity: Severity,
    /// The place it is about.
    pub span: Span,
    /// Another place that explains it: the first of two equal numbers.
    pub related: Option<Span>,
    /// What is wrong, for people.
    pub message: Message,
    /// What would be right: `.`
    pub expected: Option<String>,
    /// What stands in the text: `1`
    pub found: Option<String>,
    /// A change that would mend it, where there is only one.
    pub fix: Option<Fix>,
}

/// A message in two languages, without a stop at its end.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
#[non_exhaustive]
pub struct Message {
    /// Chinese.
    pub zh: String,
    /// English.
    pub en: String,
}

/// A change to the text: put the replacement in the place of the span, which may be empty.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
#[non_exhaustive]
pub struct Fix {
    /// What is replaced.
    pub span: Span,
    /// By what.
    pub replacement: String,
}

/// How grave a diagnostic is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum Severity {
    /// A number or a reference is wrong, or part of the text could not be used.
    Error,
    /// A sign is wrong or missing, or the levels are out of order.
    Warning,
    /// A matter of style, or worth knowing.
    Information,
}

/// The kind of a diagnostic.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[non_exhaustive]
pub enum Code {
    /// `1.` `2.` `4.`: a number is left out.
    Gap,
    /// `1.` `2.` `2.`: a number stands twice.
    Duplicate,
    /// `1.` `3.` `2.`: a number is smaller than the one before it.
    Backward,
    /// `2.` `3.`: a list does not begin at one.
    StartNotOne,
    /// A list of one.
    SingleItem,
    /// `1完善` for `1.完善`: a marker's delimiter is not in the text.
    LostDelimiter,
    /// `（一）、`, `第一、`, `一、、`, and `1、` where the profile has `1.`: not the sign that belongs to the marker.
    WrongDelimiter,
    /// `1.` `2、` `3.`: one list, two signs.
    MixedDelimiter,
    /// `（1）` `(2)` `（3）`: one style, half and full width.
    MixedWidth,
    /// `第二条` `第3条` `第四条`: one list, Chinese and Arabic numerals.
    MixedNumeral,
    /// `1、` or `(一)` throughout, where the profile has `1.` and `（一）`: said once.
    UnusualSign,
    /// A bracket without its other half.
    UnbalancedBracket,
    /// `1.` straight below `一、` in a text that has `（一）` between them elsewhere.
    LevelSkipped,
    /// `（一）` below `1.`: against the order of the levels.
    LevelReversed,
    /// `1.` on two levels of one text.
    SameStyleTwoDepths,
    /// Nothing behind a marker.
    EmptyHeading,
    /// A heading of more than 60 characters.
    HeadingTooLong,
    /// The text ends in mid sentence, or right behind a marker.
    TruncatedEnd,
    /// `xx`, `××`: what was masked or never filled in.
    Placeholder,
    /// The table of contents and the body disagree.
    ContentsMismatch,
    /// `第三条第（五）项` where there are four items.
    DanglingReference,
    /// `云政发[2024]3号` for `云政发〔2024〕3号`.
    DocumentNumber,
    /// Another reading of the text is nearly as good, or a line begins with a marker that was not taken.
    DoubtfulMarker,
    /// The text has more levels than are read.
    DepthLimit,
    /// The text is longer than spans can say; its end is not in the tree.
    TextTooLong,
}

impl Code {
    /// All codes, in the order in which diagnostics at one place are reported.
    pub const ALL: [Self; 25] = [
        Self::Gap,
        Self::Duplicate,
        Self::Backward,
        Self::StartNotOne,
        Self::SingleItem,
        Self::LostDelimiter,
        Self::WrongDelimiter,
        Self::MixedDelimiter,
        Self::MixedWidth,
        Self::MixedNumeral,
        Self::UnusualSign,
        Self::UnbalancedBracket,
        Self::LevelSkipped,
        Self::LevelReversed,
        Self::SameStyleTwoDepths,
        Self::EmptyHeading,
        Self::HeadingTooLong,
        Self::TruncatedEnd,
        Self::Placeholder,
        Self::ContentsMismatch,
        Self::DanglingReference,
        Self::DocumentNumber,
        Self::DoubtfulMarker,
        Self::DepthLimit,
        Self::TextTooLong,
    ];

    /// The name, in kebab-case: `lost-delimiter`.
    #[must_use]
    pub const fn name(self) -> &'static str {
        self.row().name
    }

    /// The code of this name.
    #[must_use]
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|code| code.name() == name)
    }

    /// How grave diagnostics of this kind are.
    #[must_use]
    pub const fn severity(self) -> Severity {
        self.row().severity
    }

    /// What the code is about, with an example where that says more.
    #[must_use]
    pub fn meaning(self) -> Message {
        let (zh, en) = self.row().means;
        Message { zh: zh.to_owned(), en: en.to_owned() }
    }

    /// Whether diagnostics of this kind may come with a fix.
    #[must_use]
    pub const fn is_fixable(self) -> bool {
        self.row().fixable
    }

    /// The profiles under which such diagnostics are made.
    #[must_use]
    pub const fn profiles(self) -> &'static [Profile] {
        self.row().profiles
    }
}

impl Severity {
    /// The name, in lower case: `warning`.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Error => "error",
            Self::Warning => "warning",
            Self::Information => "information",
        }
    }
}

impl fmt::Display for Code {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(self.name())
    }
}

impl Serialize for Code {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.name())
    }
}

/// What a check has found; with a code it becomes a [`Diagnostic`].
#[derive(Debug, Clone, Default)]
pub(crate) struct Finding {
    pub(crate) span: Span,
    pub(crate) related: Option<Span>,
    pub(crate) expected: Option<String>,
    pub(crate) found: Option<String>,
    pub(crate) fix: Option<(Span, String)>,
    pub(crate) note: Option<Note>,
}

/// What is added to the wording of a code.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Note {
    /// What is said once stands in so many places.
    Count(usize),
    /// A marker that was taken although no other goes on with it.
    Taken,
    /// A marker at the beginning of a line that was not taken.
    LeftOut,
}

impl Note {
    fn worded(self) -> (String, String) {
        match self {
            Self::Count(count) => (format!("（共{count}处）"), format!(" ({count} places)")),
            Self::Taken => (
                "：已作序号读入，但前后没有与之衔接的序号".to_owned(),
                ": it was taken for one, though no other goes on with it".to_owned(),
            ),
            Self::LeftOut => (
                "：未作序号读入，前后没有与之衔接的序号".to_owned(),
                ": it was not taken for one, as no other goes on with it".to_owned(),
            ),
        }
    }
}

impl Finding {
    pub(crate) fn coded(self, code: Code) -> Diagnostic {
        let Self { span, related, expected, found, fix, note } = self;
        let row = code.row();
        let worded = |template: &str| {
            // What comes out of the text is put in last, so that braces in it stay as they are.
            template
                .replace("{expected}", expected.as_deref().unwrap_or_default())
                .replace("{found}", found.as_deref().unwrap_or_default())
        };
        let (zh, en) = note.map(Note::worded).unwrap_or_default();
        let message = Message { zh: worded(row.zh) + &zh, en: worded(row.en) + &en };
        let fix = fix.map(|(span, replacement)| Fix { span, replacement });
        Diagnostic { code, severity: row.severity, span, related, message, expected, found, fix }
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::{Code, Finding};
    use crate::Span;

    #[test]
    fn every_key_is_written() {
        let at = Span::new(3, 4);
        let finding = Finding {
            span: at,
            expected: Some(".".to_owned()),
            found: Some("1".to_owned()),
            fix: Some((Span::empty(4), ".".to_owned())),
            ..Finding::default()
        };
        let span = |start: u32, end: u32| json!({"start": start, "end": end});
        let written = serde_json::to_string(&finding.coded(Code::LostDelimiter)).unwrap();
        assert!(written.starts_with(r#"{"code":"lost-delimiter","severity":"warning","span":"#), "{written}");
        assert_eq!(
            serde_json::from_str::<serde_json::Value>(&written).unwrap(),
            json!({
                "code": "lost-delimiter", "severity": "warning", "span": span(3, 4), "related": null,
                "message": {"zh": "序号“1”缺少“.”", "en": "the marker “1” has lost its “.”"},
                "expected": ".", "found": "1", "fix": {"span": span(4, 4), "replacement": "."},
            })
        );
    }

    #[test]
    fn text_with_braces_stays_as_it_is() {
        let finding = Finding { found: Some("{expected}{found}".to_owned()), ..Finding::default() };
        assert!(finding.coded(Code::TruncatedEnd).message.zh.contains("“{expected}{found}”"));
    }
}

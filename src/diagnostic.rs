//! What is said about a text: kinds, wording, severity, in one place.
//!
//! A diagnostic is data. Its code says what kind it is; severity and wording follow from the code
//! alone, so that a new kind is a variant of [`Code`] and its row in [`Code::row`].

use std::fmt;

use serde::{Serialize, Serializer};

use crate::Span;

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
    /// Part of the text could not be used.
    Error,
    /// The text is damaged, or breaks its own rule.
    Warning,
    /// Worth knowing.
    Information,
}

/// The kind of a diagnostic.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[non_exhaustive]
pub enum Code {
    /// `1完善` for `1.完善`: a marker's delimiter is not in the text.
    LostDelimiter,
    /// The text ends in mid sentence, or right behind a marker.
    TruncatedEnd,
    /// The text is longer than spans can say; its end is not in the tree.
    TextTooLong,
}

/// What follows from a code. In the wordings `{found}` and `{expected}` stand for those fields.
struct Row {
    name: &'static str,
    severity: Severity,
    zh: &'static str,
    en: &'static str,
}

impl Code {
    const fn row(self) -> Row {
        match self {
            Self::LostDelimiter => Row {
                name: "lost-delimiter",
                severity: Severity::Warning,
                zh: "序号“{found}”缺少“{expected}”",
                en: "the marker “{found}” has lost its “{expected}”",
            },
            Self::TruncatedEnd => Row {
                name: "truncated-end",
                severity: Severity::Warning,
                zh: "正文在“{found}”处中断，结尾可能缺失",
                en: "the text breaks off at “{found}”; its end seems to be lost",
            },
            Self::TextTooLong => Row {
                name: "text-too-long",
                severity: Severity::Error,
                zh: "文本过长，此处之后未读（上限{expected}）",
                en: "the text is too long and was not read from here on (at most {expected})",
            },
        }
    }

    /// The name, in kebab-case: `lost-delimiter`.
    #[must_use]
    pub const fn name(self) -> &'static str {
        self.row().name
    }

    /// How grave diagnostics of this kind are.
    #[must_use]
    pub const fn severity(self) -> Severity {
        self.row().severity
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
}

impl Finding {
    pub(crate) fn coded(self, code: Code) -> Diagnostic {
        let Self { span, related, expected, found, fix } = self;
        let row = code.row();
        let worded = |template: &str| {
            // What comes out of the text is put in last, so that braces in it stay as they are.
            template
                .replace("{expected}", expected.as_deref().unwrap_or_default())
                .replace("{found}", found.as_deref().unwrap_or_default())
        };
        let message = Message { zh: worded(row.zh), en: worded(row.en) };
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

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
    /// `（一）、`, `第一、`, and `1、` where the profile has `1.`: not the sign that belongs to the marker.
    WrongDelimiter,
    /// `1.` `2、` `3.`: one list, two signs.
    MixedDelimiter,
    /// `（1）` `(2)` `（3）`: one list, half and full width.
    MixedWidth,
    /// `第二条` `第3条` `第四条`: one list, Chinese and Arabic numerals.
    MixedNumeral,
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
    /// Another reading of the text is nearly as good.
    DoubtfulMarker,
    /// The text has more levels than are read.
    DepthLimit,
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
    /// All codes, in the order in which diagnostics at one place are reported.
    pub const ALL: [Self; 23] = [
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
        Self::DoubtfulMarker,
        Self::DepthLimit,
        Self::TextTooLong,
    ];

    const fn row(self) -> Row {
        match self {
            Self::Gap => Row {
                name: "gap",
                severity: Severity::Error,
                zh: "序号“{found}”前缺少“{expected}”",
                en: "“{found}” stands where “{expected}” should: a number is left out",
            },
            Self::Duplicate => Row {
                name: "duplicate",
                severity: Severity::Error,
                zh: "序号“{found}”重复，应为“{expected}”",
                en: "the number “{found}” stands twice; expected “{expected}”",
            },
            Self::Backward => Row {
                name: "backward",
                severity: Severity::Error,
                zh: "序号“{found}”倒退，应为“{expected}”",
                en: "the number “{found}” goes back; expected “{expected}”",
            },
            Self::StartNotOne => Row {
                name: "start-not-one",
                severity: Severity::Error,
                zh: "序号从“{found}”开始，应从“{expected}”开始",
                en: "the list begins at “{found}”, not at “{expected}”",
            },
            Self::SingleItem => Row {
                name: "single-item",
                severity: Severity::Information,
                zh: "只有一项“{found}”，不必编号",
                en: "“{found}” is the only item of its list and needs no number",
            },
            Self::LostDelimiter => Row {
                name: "lost-delimiter",
                severity: Severity::Warning,
                zh: "序号“{found}”缺少“{expected}”",
                en: "the marker “{found}” has lost its “{expected}”",
            },
            Self::WrongDelimiter => Row {
                name: "wrong-delimiter",
                severity: Severity::Warning,
                zh: "序号“{found}”标点不规范，应为“{expected}”",
                en: "the marker “{found}” has the wrong sign; expected “{expected}”",
            },
            Self::MixedDelimiter => Row {
                name: "mixed-delimiter",
                severity: Severity::Warning,
                zh: "序号“{found}”与同组序号标点不一致，应为“{expected}”",
                en: "the marker “{found}” has another sign than its list; expected “{expected}”",
            },
            Self::MixedWidth => Row {
                name: "mixed-width",
                severity: Severity::Information,
                zh: "序号“{found}”与同组序号全半角不一致，应为“{expected}”",
                en: "the marker “{found}” has another width than its list; expected “{expected}”",
            },
            Self::MixedNumeral => Row {
                name: "mixed-numeral",
                severity: Severity::Warning,
                zh: "序号“{found}”与同组序号的数字写法不一致，应为“{expected}”",
                en: "the marker “{found}” has another kind of numeral than its list; expected “{expected}”",
            },
            Self::UnbalancedBracket => Row {
                name: "unbalanced-bracket",
                severity: Severity::Warning,
                zh: "“{found}”缺少与之配对的“{expected}”",
                en: "“{found}” has no “{expected}” to go with it",
            },
            Self::LevelSkipped => Row {
                name: "level-skipped",
                severity: Severity::Warning,
                zh: "“{found}”跳级，其上应有“{expected}”一级",
                en: "“{found}” skips a level: “{expected}” belongs above it",
            },
            Self::LevelReversed => Row {
                name: "level-reversed",
                severity: Severity::Warning,
                zh: "“{found}”的层次高于其上一级“{expected}”",
                en: "“{found}” is of a higher level than “{expected}” above it",
            },
            Self::SameStyleTwoDepths => Row {
                name: "same-style-two-depths",
                severity: Severity::Information,
                zh: "“{found}”这种序号用在不同层次（另见“{expected}”处）",
                en: "the style of “{found}” is used on two levels (see also “{expected}”)",
            },
            Self::EmptyHeading => Row {
                name: "empty-heading",
                severity: Severity::Warning,
                zh: "序号“{found}”后没有内容",
                en: "nothing stands behind the marker “{found}”",
            },
            Self::HeadingTooLong => Row {
                name: "heading-too-long",
                severity: Severity::Information,
                zh: "标题过长（{found}字），不宜超过{expected}字",
                en: "the heading is long: {found} characters, better at most {expected}",
            },
            Self::TruncatedEnd => Row {
                name: "truncated-end",
                severity: Severity::Warning,
                zh: "正文在“{found}”处中断，结尾可能缺失",
                en: "the text breaks off at “{found}”; its end seems to be lost",
            },
            Self::Placeholder => Row {
                name: "placeholder",
                severity: Severity::Information,
                zh: "“{found}”是未填写或被隐去的内容",
                en: "“{found}” stands for something masked or never filled in",
            },
            Self::ContentsMismatch => Row {
                name: "contents-mismatch",
                severity: Severity::Warning,
                zh: "目录与正文不一致：目录为“{found}”，正文为“{expected}”",
                en: "contents and body disagree: the contents have “{found}”, the body “{expected}”",
            },
            Self::DanglingReference => Row {
                name: "dangling-reference",
                severity: Severity::Error,
                zh: "所引“{found}”不存在，文中最后为“{expected}”",
                en: "“{found}” refers to nothing: the last one is “{expected}”",
            },
            Self::DoubtfulMarker => Row {
                name: "doubtful-marker",
                severity: Severity::Information,
                zh: "“{found}”是否为序号不能确定",
                en: "“{found}” may or may not be a marker",
            },
            Self::DepthLimit => Row {
                name: "depth-limit",
                severity: Severity::Warning,
                zh: "层次超过{expected}层，更深的序号并入此层",
                en: "more than {expected} levels: what lies deeper is put on this one",
            },
            Self::TextTooLong => Row {
                name: "text-too-long",
                severity: Severity::Error,
                zh: "文本过长，此处之后未读（上限{expected}字节）",
                en: "the text is too long and was not read from here on (at most {expected} bytes)",
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

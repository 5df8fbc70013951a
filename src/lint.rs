//! Stage 5: the finished tree to diagnostics.
//!
//! Each check is a function that reads the text and the tree and reports what it finds. To add one:
//! the function, its row in [`CHECKS`], and its code with the wording in `diagnostic.rs`.

mod lost_delimiter;
mod truncated_end;

use crate::diagnostic::Finding;
use crate::{Code, Diagnostic, Parsed, Span};

type Check = fn(&Parsed<'_>, &mut dyn FnMut(Finding));

/// The checks and what they report.
static CHECKS: [(Code, Check); 3] = [
    (Code::LostDelimiter, lost_delimiter::check),
    (Code::TruncatedEnd, truncated_end::check),
    (Code::TextTooLong, text_too_long),
];

/// All diagnostics in text order; at one place in the order of their codes.
pub(crate) fn run(parsed: &Parsed<'_>) -> Vec<Diagnostic> {
    let mut diagnostics = Vec::new();
    for (code, check) in &CHECKS {
        check(parsed, &mut |finding| diagnostics.push(finding.coded(*code)));
    }
    diagnostics.sort_by_key(|diagnostic| (diagnostic.span, diagnostic.code));
    diagnostics
}

fn text_too_long(parsed: &Parsed<'_>, report: &mut dyn FnMut(Finding)) {
    if parsed.is_cut() {
        let span = Span::empty(parsed.document().span.end);
        report(Finding { span, expected: Some(format!("{} bytes", u32::MAX)), ..Finding::default() });
    }
}

#[cfg(test)]
mod tests {
    use super::CHECKS;
    use crate::testing::{PLAN, plan};
    use crate::{Code, Parsed, Span, parse};

    #[test]
    fn diagnostics_come_in_text_order() {
        let parsed = Parsed::of_parts(PLAN, plan(), true);
        let said: Vec<_> = parsed.lint().into_iter().map(|it| (it.code, it.span.start)).collect();
        assert_eq!(said, [(Code::LostDelimiter, 50), (Code::TextTooLong, 139)]);
    }

    #[test]
    fn each_code_has_one_check_and_one_name() {
        for (index, (code, _)) in CHECKS.iter().enumerate() {
            assert!(CHECKS[..index].iter().all(|(other, _)| other.name() != code.name()));
            assert!(code.name().bytes().all(|byte| byte == b'-' || byte.is_ascii_lowercase()));
        }
    }

    #[test]
    fn a_text_without_sections_has_nothing_to_say() {
        for text in ["", "全市工作要点", "今天天气", "\n"] {
            assert_eq!(parse(text).lint(), []);
        }
        let bare = Parsed::of_parts("今天", crate::Document::bare(Span::new(0, 6)), false);
        assert_eq!(bare.lint(), []);
    }
}

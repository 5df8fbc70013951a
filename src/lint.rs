//! Stage 5: the finished tree to diagnostics.
//!
//! ```text
//! Parsed ─ View::new ─► items in text order, series (lists joined where they run on), profile
//!                          │ each check reads the view and reports what it finds
//!                          ▼
//!                       Vec<Diagnostic> in text order
//! ```
//!
//! To add a check: the function, its row in [`CHECKS`], and its codes with their wording in
//! `diagnostic.rs` and `diagnostic/row.rs`. A check costs time linear in the text.

mod annex;
mod brackets;
mod contents;
mod delimiter;
mod document_number;
mod doubled;
mod doubtful;
mod elsewhere;
mod fix;
mod levels;
mod lost_delimiter;
mod mistyped;
mod numeral;
mod options;
mod placeholder;
mod reference;
mod section;
mod sequence;
mod truncated_end;
mod unit_sign;
mod unusual;
mod view;

pub use fix::apply_fixes;
pub(crate) use fix::mended;
pub use options::{LintOptions, Profile};

use std::collections::HashSet;

use crate::diagnostic::Finding;
use crate::{Code, Diagnostic, LineBreaks, Message, Parsed, Span, closed_up};
use view::View;

/// Takes what a check has found.
type Report<'r> = dyn FnMut(Code, Finding) + 'r;
type Check = fn(&View<'_>, &mut Report<'_>);

/// The most diagnostics a text gets. Reason: a text of a megabyte of `一、` would otherwise get a
/// hundred times its size in messages, which nobody reads.
const MOST: usize = 1_000;

/// What is said of a number by itself.
const NUMBERS: [Code; 4] = [Code::Gap, Code::Duplicate, Code::Backward, Code::StartNotOne];

/// The checks and what they report.
static CHECKS: [(Check, &[Code]); 20] = [
    (
        sequence::order,
        &[
            Code::Gap,
            Code::Duplicate,
            Code::Backward,
            Code::StartNotOne,
            Code::WrongDelimiter,
            Code::LostDelimiter,
            Code::MixedNumeral,
        ],
    ),
    (sequence::single, &[Code::SingleItem]),
    (lost_delimiter::check, &[Code::LostDelimiter]),
    (delimiter::signs, &[Code::WrongDelimiter, Code::MixedDelimiter]),
    (unit_sign::check, &[Code::MixedDelimiter]),
    (delimiter::width, &[Code::MixedWidth]),
    (unusual::check, &[Code::UnusualSign]),
    (brackets::check, &[Code::UnbalancedBracket]),
    (levels::order, &[Code::LevelSkipped, Code::LevelReversed]),
    (levels::two_depths, &[Code::SameStyleTwoDepths]),
    (levels::limit, &[Code::DepthLimit]),
    (section::empty, &[Code::EmptyHeading]),
    (section::long, &[Code::HeadingTooLong]),
    (doubtful::check, &[Code::DoubtfulMarker]),
    (truncated_end::check, &[Code::TruncatedEnd, Code::TextTooLong]),
    (placeholder::check, &[Code::Placeholder]),
    (contents::check, &[Code::ContentsMismatch]),
    (reference::check, &[Code::DanglingReference]),
    (annex::check, &[Code::Gap, Code::DanglingReference]),
    (document_number::check, &[Code::DocumentNumber]),
];

/// All diagnostics in text order; at one place in the order of their codes.
pub(crate) fn run(parsed: &Parsed<'_>, options: &LintOptions) -> Vec<Diagnostic> {
    let Some(closed) = closed_up::closed(parsed.text(), LineBreaks::Hint) else {
        return check(parsed, options);
    };
    let closed_up = Parsed::of_parts(&closed.text, closed.close(parsed.document()), parsed.is_cut());
    let mut diagnostics = check(&closed_up, options);
    for Diagnostic { span, related, fix, .. } in &mut diagnostics {
        for span in [span].into_iter().chain(related).chain(fix.as_mut().map(|fix| &mut fix.span)) {
            *span = closed.open(*span);
        }
    }
    diagnostics
}

/// The same of a text that is read as it is.
fn check(parsed: &Parsed<'_>, options: &LintOptions) -> Vec<Diagnostic> {
    let view = View::new(parsed, options);
    let mut diagnostics = Vec::new();
    let mut wrong: HashSet<Span> = HashSet::new();
    for (check, codes) in &CHECKS {
        let mut room = MOST;
        check(&view, &mut |code, finding| {
            debug_assert!(codes.contains(&code), "{code} is not of this check");
            if NUMBERS.contains(&code) {
                wrong.insert(finding.span);
            }
            if room > 0 && options.reports(code) {
                room -= 1;
                diagnostics.push(finding.coded(code));
            }
        });
    }
    // Of a number that is wrong nobody asks whether it is one.
    diagnostics.retain(|it| it.code != Code::DoubtfulMarker || !wrong.contains(&it.span));
    diagnostics.sort_by_key(|diagnostic| (diagnostic.span, diagnostic.code));
    diagnostics.truncate(MOST);
    diagnostics
}

/// The profile a text is judged by, and why.
pub(crate) fn profile(parsed: &Parsed<'_>) -> (Profile, Message) {
    options::choose(parsed)
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
    fn each_code_has_a_check_and_one_name() {
        let checked: Vec<Code> = CHECKS.iter().flat_map(|(_, codes)| codes.iter().copied()).collect();
        for (index, code) in Code::ALL.iter().enumerate() {
            assert!(checked.contains(code), "{code}");
            assert!(Code::ALL[..index].iter().all(|other| other.name() != code.name()));
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

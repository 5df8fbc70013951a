//! The year of a document number (发文字号) in other brackets than 〔〕, which GB/T 9704-2012 7.2.5 asks for.
//!
//! ```text
//! 云政发[2024]3号      fix: 云政发〔2024〕3号
//! （2024）云01民初3号   nothing: the number of a case begins with its year
//! ```

use super::Report;
use super::options::Profile;
use super::view::View;
use crate::diagnostic::Finding;
use crate::{Code, Span};

/// Brackets that stand for 〔 and 〕.
const OTHERS: [(char, char); 5] = [('[', ']'), ('［', '］'), ('【', '】'), ('(', ')'), ('（', '）')];

pub(super) fn check(view: &View<'_>, report: &mut Report<'_>) {
    if view.profile != Profile::Gb9704 {
        return;
    }
    let text = view.parsed.text();
    for (at, open) in text.char_indices() {
        let Some((_, close)) = OTHERS.iter().find(|(opening, _)| *opening == open) else { continue };
        let begun = text.get(..at).is_some_and(|before| before.ends_with(is_ideograph));
        let Some(year) =
            text.get(at + open.len_utf8()..).filter(|_| begun).and_then(|rest| year_of_number(rest, *close))
        else {
            continue;
        };
        let length = open.len_utf8() + year.len() + close.len_utf8();
        let (Ok(start), Ok(end)) = (u32::try_from(at), u32::try_from(at + length)) else { continue };
        let (span, expected) = (Span::new(start, end), format!("〔{year}〕"));
        let found = Some(view.parsed.text_of(span).to_owned());
        let fix = Some((span, expected.clone()));
        report(Code::DocumentNumber, Finding { span, expected: Some(expected), found, fix, ..Finding::default() });
    }
}

/// The year of `2024]3号`: four digits, the bracket, digits, 号.
fn year_of_number(rest: &str, close: char) -> Option<&str> {
    let year =
        rest.get(..4).filter(|year| year.starts_with(['1', '2']) && year.bytes().all(|it| it.is_ascii_digit()))?;
    let number = rest.get(4..)?.strip_prefix(close)?;
    let behind = number.trim_start_matches(|sign: char| sign.is_ascii_digit());
    (behind.len() < number.len() && behind.starts_with('号')).then_some(year)
}

const fn is_ideograph(sign: char) -> bool {
    matches!(sign, '\u{4E00}'..='\u{9FFF}')
}

#[cfg(test)]
mod tests {
    use crate::{Code, LintOptions, Profile, parse};

    #[test]
    fn the_year_of_a_document_number() {
        let said = |number: &str, profile| {
            let text = format!("通知\n一、快办。按照《意见》（{number}）每月调度。\n二、好办。每季通报。");
            let said = parse(&text).lint_with(&LintOptions::new().profile(profile));
            said.into_iter().filter(|it| it.code == Code::DocumentNumber).filter_map(|it| it.found).collect::<Vec<_>>()
        };
        for (number, found) in [
            ("云政发[2024]3号", &["[2024]"][..]),
            ("云政办函（2024）18号", &["（2024）"]),
            ("云政发〔2024〕3号", &[]),
            ("（2024）云01民初3号", &[]),
            ("见图[2024]", &[]),
            ("参考文献[2024]3页", &[]),
        ] {
            assert_eq!(said(number, Profile::Gb9704), found, "{number}");
        }
        assert!(said("云政发[2024]3号", Profile::Statute).is_empty());
    }
}

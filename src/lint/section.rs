//! What is wrong with one section by itself: nothing behind its marker, a long heading.

use super::Report;
use super::elsewhere::is_blank_or_break;
use super::options::Profile;
use super::view::{Item, View};
use crate::diagnostic::Finding;
use crate::scan::marker::is_blank;
use crate::{Code, Form, Span};

/// The longest heading that needs no remark, in characters: two lines of a 公文 page.
const LONGEST_HEADING: usize = 60;

/// Nothing behind a marker; a plain list entry has a body and needs no heading, nor does 第一部分 above its
/// sections. The last section of a text that breaks off is left to `truncated-end`.
pub(super) fn empty(view: &View<'_>, report: &mut Report<'_>) {
    for item in &view.items {
        let section = item.section;
        let divides = matches!(section.marker.style.form, Form::Unit(_)) && !section.children.is_empty();
        if section.heading.is_some() || !section.body.is_empty() || divides || (view.cut && view.is_last(item)) {
            continue;
        }
        let (span, found) = (section.marker.span, Some(view.marker(item).to_owned()));
        report(Code::EmptyHeading, Finding { span, found, ..Finding::default() });
    }
}

/// Headings of more than [`LONGEST_HEADING`] characters.
pub(super) fn long(view: &View<'_>, report: &mut Report<'_>) {
    for span in view.items.iter().filter_map(|item| heading(view, item)) {
        let length = view.parsed.text_of(span).chars().count();
        if length > LONGEST_HEADING {
            let (expected, found) = (Some(LONGEST_HEADING.to_string()), Some(length.to_string()));
            report(Code::HeadingTooLong, Finding { span, expected, found, ..Finding::default() });
        }
    }
}

/// The heading; or, above a list, a line without a stop in it, which was too long to be taken for one. An
/// item of a statute has no heading.
fn heading(view: &View<'_>, item: &Item<'_>) -> Option<Span> {
    let section = item.section;
    let body = view.parsed.text_of(section.body);
    let line = body.trim_matches(is_blank_or_break);
    let next = section.children.first().map_or(section.body.end, |child| child.span.start);
    let broken =
        view.parsed.text_of(Span::new(section.body.start, next)).trim_end_matches(is_blank).ends_with(['\n', '\r']);
    let titled = broken && !section.children.is_empty() && view.profile != Profile::Statute;
    let phrase = titled && !line.contains(['。', '；', '：', ';', ':', '！', '？', '\n', '\r']);
    let start = section.body.start + u32::try_from(body.find(line).unwrap_or(0)).unwrap_or(0);
    let own = Span::new(start, start + u32::try_from(line.len()).unwrap_or(0));
    section.heading.or_else(|| phrase.then_some(own))
}

#[cfg(test)]
mod tests {
    use crate::testing::{DUN, document, section};
    use crate::{Code, Parsed, parse};

    fn codes(heading: &str) -> Vec<Code> {
        let text = format!("要点一、{heading}。二、末。");
        let sections =
            vec![section(&text, "一、", DUN, &[1], heading, ""), section(&text, "二、", DUN, &[2], "末", "")];
        let parsed = Parsed::of_parts(&text, document(&text, "要点", "", sections, ""), false);
        parsed.lint().into_iter().map(|it| it.code).collect()
    }

    #[test]
    fn one_section_by_itself() {
        assert_eq!(codes("快办"), []);
        assert_eq!(codes(""), [Code::EmptyHeading]);
        assert_eq!(codes(&"办".repeat(60)), []);
        assert_eq!(codes(&"办".repeat(61)), [Code::HeadingTooLong]);
    }

    #[test]
    fn a_line_above_a_list_is_a_heading_however_long() {
        let text = |heading: &str| {
            format!(
                "要点\n一、快办。每月调度。\n二、{heading}\n（一）好办。每月调度。\n（二）省办。每季调度。\n三、细办。每年调度。\n"
            )
        };
        let long = |heading: &str| parse(&text(heading)).lint().iter().any(|it| it.code == Code::HeadingTooLong);
        assert!(long(&"健全城乡协调发展的工作机制和".repeat(5)));
        assert!(!long(&"健全机制。".repeat(20)), "sentences");
        assert!(!long("健全城乡协调发展的工作机制"));
    }
}

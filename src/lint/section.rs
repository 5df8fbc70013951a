//! What is wrong with one section by itself: nothing behind its marker, a long heading, doubt.

use super::Report;
use super::view::{View, follows, is_first};
use crate::Code;
use crate::diagnostic::Finding;

/// The longest heading that needs no remark, in characters: two lines of a 公文 page.
const LONGEST_HEADING: usize = 60;

/// Below this confidence a marker is doubtful. Markers with a lost delimiter come out at 30 and more
/// where their list is sound.
const DOUBTFUL: u8 = 10;

/// Nothing behind a marker; a plain list entry has a body and needs no heading. The last section of a
/// text that breaks off is left to `truncated-end`.
pub(super) fn empty(view: &View<'_>, report: &mut Report<'_>) {
    for item in &view.items {
        let section = item.section;
        if section.heading.is_some() || !section.body.is_empty() || (view.cut && view.is_last(item)) {
            continue;
        }
        let (span, found) = (section.marker.span, Some(view.marker(item).to_owned()));
        report(Code::EmptyHeading, Finding { span, found, ..Finding::default() });
    }
}

/// Headings of more than [`LONGEST_HEADING`] characters.
pub(super) fn long(view: &View<'_>, report: &mut Report<'_>) {
    for span in view.items.iter().filter_map(|item| item.section.heading) {
        let length = view.parsed.text_of(span).chars().count();
        if length > LONGEST_HEADING {
            let (expected, found) = (Some(LONGEST_HEADING.to_string()), Some(length.to_string()));
            report(Code::HeadingTooLong, Finding { span, expected, found, ..Finding::default() });
        }
    }
}

/// Markers that the search was not sure of, and that their series does not speak for: where the number
/// goes on from the one before and the one behind goes on from it, a reader has no doubt.
pub(super) fn doubtful(view: &View<'_>, report: &mut Report<'_>) {
    for series in &view.series {
        let mut members = view.members(series).peekable();
        let mut before = None;
        while let Some(item) = members.next() {
            let (style, number) = (item.style(), item.number());
            let begins = before.map_or(is_first(number), |before| follows(style, before, number));
            let goes_on = members.peek().map_or(before.is_some(), |next| follows(style, number, next.number()));
            before = Some(number);
            if item.section.confidence < DOUBTFUL && !(begins && goes_on) {
                let (span, found) = (item.section.marker.span, Some(view.marker(item).to_owned()));
                report(Code::DoubtfulMarker, Finding { span, found, ..Finding::default() });
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::testing::{DUN, document, section};
    use crate::{Code, Parsed};

    fn codes(heading: &str, confidence: u8) -> Vec<Code> {
        let text = format!("要点一、{heading}。二、末。");
        let mut first = section(&text, "一、", DUN, &[1], heading, "");
        first.confidence = confidence;
        let sections = vec![first, section(&text, "二、", DUN, &[2], "末", "")];
        let parsed = Parsed::of_parts(&text, document(&text, "要点", "", sections, ""), false);
        parsed.lint().into_iter().map(|it| it.code).collect()
    }

    #[test]
    fn one_section_by_itself() {
        assert_eq!(codes("快办", 100), []);
        assert_eq!(codes("", 100), [Code::EmptyHeading]);
        assert_eq!(codes(&"办".repeat(60), 100), []);
        assert_eq!(codes(&"办".repeat(61), 100), [Code::HeadingTooLong]);
        assert_eq!(codes("快办", 9), [], "its list speaks for it");
    }
}

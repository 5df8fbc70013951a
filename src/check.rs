//! What the types of the tree cannot promise: [`Document::check`].
//!
//! 2. Lossless: parts and gaps, in order, are the text.
//! 3. Gaps hold only blanks, signs of Markdown, and one stop between heading and body. A section may begin with a sign
//!    before its marker (★).
//! 4. Whole characters: every span begins and ends on one.
//! 5. Markers mean what they say: the text under a marker can be read as its style and number.
//! 6. Sections lie at most [`MAX_DEPTH`] deep, and a style stands twice on a path only as an inner
//!    list that starts at 1.
//!
//! (The numbers are those of the crate's list of invariants.) `parse` keeps them by its make; the
//! check is for tests, and for trees that come from elsewhere. It has its own stack, so that no tree
//! is too deep for it, and reads the text once.

mod error;

use std::slice::Iter;

pub use error::{Part, TreeError};

use crate::closed_up::{self, Closed};
use crate::gap::{self, is_blank, is_stop};
use crate::parsed::readable;
use crate::{Document, Form, LineBreaks, MAX_DEPTH, Marker, Section, Span, Style, markup};

impl Document {
    /// Proves that this is a tree of this text: invariants 2 to 6 of the crate's list.
    ///
    /// ```
    /// let text = "一、目标。二、任务。";
    /// let document = gangmu::parse(text).into_document();
    /// assert!(document.check(text).is_ok());
    /// assert!(document.check("another text").is_err());
    /// ```
    ///
    /// # Errors
    ///
    /// The first promise, in text order, that the tree breaks.
    pub fn check(&self, text: &str) -> Result<(), TreeError> {
        let text = readable(text, u32::MAX);
        let end = u32::try_from(text.len()).unwrap_or(u32::MAX);
        if self.span != Span::new(0, end) {
            return Err(TreeError::OtherText { span: self.span, len: text.len() });
        }
        let closed = closed_up::closed(text, LineBreaks::Hint);
        let read = markup::without(closed.as_ref().map_or(text, |closed| &closed.text));
        let reopened = closed.as_ref().map(|closed| closed.reopened(&read, text));
        let closed = closed.as_ref().map(|closed| (closed, &*read));
        let mut cursor = Cursor { text: reopened.as_deref().unwrap_or(&read), closed, at: 0 };
        cursor.part(Part::Head, self.head)?;
        if let Some(title) = self.title {
            cursor.part(Part::Title, title)?;
        }
        cursor.part(Part::Preface, self.preface)?;
        sections(&self.sections, &mut cursor)?;
        cursor.part(Part::Closing, self.closing)?;
        cursor.part(Part::End, Span::empty(end))
    }
}

/// A list of sections that is being read.
struct Level<'d> {
    /// The section the list is in; none for the first level.
    parent: Option<&'d Section>,
    rest: Iter<'d, Section>,
    /// Styles of the list that also stand further out and have started at 1. No more than there are
    /// levels.
    inner: Vec<Style>,
}

impl<'d> Level<'d> {
    fn new(parent: Option<&'d Section>, sections: &'d [Section]) -> Self {
        Self { parent, rest: sections.iter(), inner: Vec::new() }
    }
}

fn sections(first: &[Section], cursor: &mut Cursor<'_>) -> Result<(), TreeError> {
    let mut open = vec![Level::new(None, first)];
    while let Some(mut level) = open.pop() {
        let Some(section) = level.rest.next() else {
            if let Some(parent) = level.parent {
                leave(parent, cursor)?;
            }
            continue;
        };
        let around = || open.iter().chain([&level]).filter_map(|level| level.parent);
        if open.len() + 1 > MAX_DEPTH {
            return Err(TreeError::TooDeep { span: section.span });
        }
        let Marker { style, number, .. } = section.marker;
        if around().any(|outer| outer.marker.style == style) && !level.inner.contains(&style) {
            let counts = if style.form == Form::Decimal { number.last() } else { number.first() };
            if counts != 1 {
                return Err(TreeError::StyleTwice { span: section.span, number });
            }
            level.inner.push(style);
        }
        enter(section, cursor)?;
        open.push(level);
        open.push(Level::new(Some(section), &section.children));
    }
    Ok(())
}

/// What stands before the children.
fn enter(section: &Section, cursor: &mut Cursor<'_>) -> Result<(), TreeError> {
    let marker = section.marker;
    cursor.whole(Part::Section, section.span)?;
    if section.span.start != marker.span.start {
        cursor.sign(section)?;
    }
    cursor.part(Part::Marker, marker.span)?;
    let parts = if marker.style.form == Form::Decimal { marker.number.len() } else { 1 };
    let Marker { span, style, number, recovered } = marker;
    let under = match cursor.closed {
        Some((closed, read)) => closed.close_span(span).of(read),
        None => span.of(cursor.text),
    };
    let under = under.unwrap_or_default();
    if usize::from(style.parts) != parts || !crate::scan::marker::reads(under, style, number, recovered) {
        return Err(TreeError::Marker { span, style, number, recovered });
    }
    match section.heading {
        Some(heading) => {
            cursor.part(Part::Heading, heading)?;
            cursor.part_behind(Part::Body, section.body, true)
        }
        None => cursor.part(Part::Body, section.body),
    }
}

/// What stands behind the children.
fn leave(section: &Section, cursor: &mut Cursor<'_>) -> Result<(), TreeError> {
    cursor.part(Part::Tail, section.tail)?;
    if section.span.end == section.tail.end { Ok(()) } else { Err(wrong_span(section)) }
}

const fn wrong_span(section: &Section) -> TreeError {
    TreeError::SectionSpan { span: section.span, parts: Span::new(section.marker.span.start, section.tail.end) }
}

/// How far the text is covered.
struct Cursor<'t> {
    text: &'t str,
    /// What was left out of it before it was read, and what was read.
    closed: Option<(&'t Closed, &'t str)>,
    at: u32,
}

impl Cursor<'_> {
    fn part(&mut self, part: Part, span: Span) -> Result<(), TreeError> {
        self.part_behind(part, span, false)
    }

    /// Takes the gap before a part, in which one stop may stand if `stop`, and the part.
    fn part_behind(&mut self, part: Part, span: Span, mut stop: bool) -> Result<(), TreeError> {
        self.whole(part, span)?;
        if span.start < self.at {
            return Err(TreeError::Overlap { part, span, free_from: self.at });
        }
        let gap = Span::new(self.at, span.start);
        for (offset, found) in gap.of(self.text).unwrap_or_default().char_indices() {
            if stop && is_stop(found) {
                stop = false;
            } else if !is_blank(found) {
                // Both fit: they are offsets inside the text.
                let start = gap.start + u32::try_from(offset).unwrap_or_default();
                let end = start + u32::try_from(found.len_utf8()).unwrap_or_default();
                return Err(TreeError::Uncovered { span: Span::new(start, end), found, before: part });
            }
        }
        self.at = span.end;
        Ok(())
    }

    /// Takes the sign that stands before the marker of a section.
    fn sign(&mut self, section: &Section) -> Result<(), TreeError> {
        let sign = Span { start: section.span.start, end: section.marker.span.start };
        let len = sign.end.checked_sub(sign.start).map(|len| len as usize);
        let found = match self.closed {
            // What was left out between them is no part of either.
            Some((closed, read)) => {
                let end = closed.close_span(sign).end;
                let before = gap::sign_before(read, end as usize) as u32; // a sign is short
                sign.end.saturating_sub(closed.start(end.saturating_sub(before))) as usize
            }
            None => gap::sign_before(self.text, sign.end as usize),
        };
        if len != Some(found) {
            return Err(wrong_span(section));
        }
        self.part(Part::Section, sign)
    }

    /// Whether a span is a piece of the text.
    fn whole(&self, part: Part, span: Span) -> Result<(), TreeError> {
        let range = span.range();
        if range.start > range.end || range.end > self.text.len() {
            return Err(TreeError::Outside { part, span, len: self.text.len() });
        }
        if span.of(self.text).is_none() {
            return Err(TreeError::InsideCharacter { part, span });
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::{Part, TreeError};
    use crate::testing::{DOT, DUN, PLAN, adopt, document, place, plan, section};
    use crate::{Document, Form, Number, Numeral, Section, Span, Style};

    /// What a change to the sound tree breaks.
    fn broken(change: impl FnOnce(&mut Document)) -> TreeError {
        let mut document = plan();
        assert_eq!(document.check(PLAN), Ok(()));
        change(&mut document);
        let error = document.check(PLAN).unwrap_err();
        assert!(error.to_string().contains(": "), "{error}");
        error
    }

    fn child(document: &mut Document) -> &mut Section {
        &mut document.sections[0].children[0]
    }

    #[test]
    fn a_tree_of_another_text() {
        let error = plan().check("一").unwrap_err();
        assert!(matches!(error, TreeError::OtherText { len: 3, .. }));
        assert!(
            error.to_string().ends_with("the text has 0..3: check the tree against the very text it was made from")
        );
    }

    #[test]
    fn a_section_begins_with_its_marker_or_a_sign() {
        let text = "★一、甲。二、乙。";
        let sound = crate::parse(text).into_document();
        assert_eq!(sound.check(text), Ok(()));
        assert_eq!(sound.sections[0].sign(text), Some("★"));
        let mut late = sound.clone();
        late.sections[0].span.start = 3;
        assert!(matches!(late.check(text), Err(TreeError::Uncovered { found: '★', .. })));
        let text = "甲：一、乙。二、丙。";
        let mut early = crate::parse(text).into_document();
        early.preface.end = 0;
        early.sections[0].span.start = 0;
        assert!(matches!(early.check(text), Err(TreeError::SectionSpan { .. })));
    }

    #[test]
    fn a_span_outside_the_text() {
        let error = broken(|it| child(it).body.end = 9999);
        assert!(matches!(error, TreeError::Outside { part: Part::Body, .. }));
        let error = broken(|it| it.preface = Span { start: 30, end: 20 });
        assert!(matches!(error, TreeError::Outside { part: Part::Preface, .. }));
    }

    #[test]
    fn a_span_inside_a_character() {
        let error = broken(|it| it.title = Some(Span::new(0, 4)));
        assert!(matches!(error, TreeError::InsideCharacter { part: Part::Title, .. }));
    }

    #[test]
    fn parts_in_the_wrong_order() {
        let error = broken(|it| it.sections[0].children.swap(0, 1));
        assert!(matches!(error, TreeError::Uncovered { .. }), "the swapped section leaves a hole");
        let error = broken(|it| child(it).body.start = child(it).marker.span.start);
        assert!(matches!(error, TreeError::Overlap { part: Part::Body, .. }));
        let error = broken(|it| it.closing = Span::new(0, 0));
        assert!(matches!(error, TreeError::Overlap { part: Part::Closing, .. }));
    }

    #[test]
    fn text_in_a_gap() {
        let error = broken(|it| it.title = None);
        assert_eq!(error, TreeError::Uncovered { span: Span::new(0, 3), found: '全', before: Part::Preface });
        let error = broken(|it| it.closing = Span::empty(it.closing.end));
        assert!(matches!(error, TreeError::Uncovered { found: '特', before: Part::Closing, .. }));
        let error = broken(|it| {
            it.closing.end = it.closing.start;
        });
        assert!(matches!(error, TreeError::Uncovered { found: '特', before: Part::End, .. }));
    }

    #[test]
    fn one_stop_behind_a_heading_and_nowhere_else() {
        let text = "一、目标。。到位";
        let two = document(text, "", "", vec![section(text, "一、", DUN, &[1], "目标", "到位")], "");
        assert!(matches!(two.check(text), Err(TreeError::Uncovered { found: '。', before: Part::Body, .. })));
        let text = "一、目标？到位";
        let asked = document(text, "", "", vec![section(text, "一、", DUN, &[1], "目标", "到位")], "");
        assert!(matches!(asked.check(text), Err(TreeError::Uncovered { found: '？', .. })));
        let text = "一、 ：\u{FEFF}到位";
        let bare = document(text, "", "", vec![section(text, "一、", DUN, &[1], "", "到位")], "");
        let colon = TreeError::Uncovered { span: Span::new(7, 10), found: '：', before: Part::Body };
        assert_eq!(bare.check(text), Err(colon));
        let text = "\u{FEFF}一、\u{3000}目标\u{200B} 。\r\n到位\n";
        let blank = document(text, "", "", vec![section(text, "一、", DUN, &[1], "目标", "到位")], "");
        assert_eq!(blank.check(text), Ok(()));
    }

    #[test]
    fn a_section_that_is_not_as_long_as_its_parts() {
        let error = broken(|it| it.sections[1].span.end += 3);
        assert!(matches!(error, TreeError::SectionSpan { .. }));
        let error = broken(|it| child(it).span.start -= 3);
        assert!(matches!(error, TreeError::SectionSpan { .. }));
    }

    #[test]
    fn a_marker_with_parts_its_number_has_not() {
        let error = broken(|it| child(it).marker.style.parts = 2);
        assert!(matches!(error, TreeError::Marker { .. }));
        let error = broken(|it| child(it).marker.style = Style::new(Form::Decimal, Numeral::Arabic, 3));
        assert!(matches!(error, TreeError::Marker { .. }));
    }

    #[test]
    fn a_marker_that_the_text_does_not_say() {
        let error = broken(|it| it.sections[0].marker.number = Number::new(&[3]).unwrap());
        assert!(matches!(error, TreeError::Marker { .. }), "一、 is not 3");
        let error = broken(|it| it.sections[1].marker.style = Style::new(Form::Brackets, Numeral::Chinese, 1));
        assert!(matches!(error, TreeError::Marker { .. }), "二、 is not （二）");
    }

    /// `（一）` in `（一）` …, `depth` levels of them, on a text of as many markers.
    fn nested(depth: usize) -> (String, Document) {
        let text = "（一）".repeat(depth);
        let style = Style::new(Form::Brackets, Numeral::Chinese, 1);
        let end = u32::try_from(text.len()).unwrap();
        let mut inner: Option<Section> = None;
        for level in (0..depth).rev() {
            let start = u32::try_from(level * 9).unwrap();
            let mut outer = section("（一）", "（一）", style, &[1], "", "");
            outer.marker.span = Span::new(start, start + 9);
            outer.span = Span::new(start, end);
            outer.body = Span::empty(start + 9);
            outer.tail = Span::empty(end);
            outer.children.extend(inner);
            inner = Some(outer);
        }
        let document = document(&text, "", "", inner.into_iter().collect(), "");
        (text, document)
    }

    #[test]
    fn sixteen_levels_and_no_more() {
        let (text, deepest) = nested(16);
        assert_eq!(deepest.check(&text), Ok(()));
        let (text, deeper) = nested(17);
        assert!(matches!(deeper.check(&text), Err(TreeError::TooDeep { .. })));
    }

    #[test]
    fn no_tree_is_too_deep_to_check() {
        let (text, mut document) = nested(200_000);
        assert!(matches!(document.check(&text), Err(TreeError::TooDeep { .. })));
        assert_eq!(document.len(), 200_000);
        assert_eq!(document.section_at(text.len() - 1).unwrap().depth(), 200_000);
        // Dropping such a tree recurses, so take it apart.
        while let Some(mut section) = document.sections.pop() {
            document.sections = std::mem::take(&mut section.children);
        }
    }

    #[test]
    fn an_inner_list_of_the_same_style_starts_at_1() {
        let text = "1.成员1.种类2.会费2.会议";
        let tree = |first: u32| {
            let mut outer = section(text, "1.", DOT, &[1], "成员", "");
            let mut kinds = section(&text[8..], "1.", DOT, &[first], "种类", "");
            for span in [
                &mut kinds.span,
                &mut kinds.marker.span,
                kinds.heading.as_mut().unwrap(),
                &mut kinds.body,
                &mut kinds.tail,
            ] {
                *span = Span::new(span.start + 8, span.end + 8);
            }
            adopt(&mut outer, vec![kinds, section(text, "2.", DOT, &[2], "会费", "")]);
            let mut last = section(text, "2.", DOT, &[2], "会议", "");
            let end = place(text, "会议");
            last.marker.span = Span::new(end.start - 2, end.start);
            last.span.start = end.start - 2;
            document(text, "", "", vec![outer, last], "")
        };
        assert_eq!(tree(1).check(text), Ok(()));
        let number = Number::new(&[3]).unwrap();
        assert!(matches!(tree(3).check(text), Err(TreeError::StyleTwice { number: found, .. }) if found == number));
    }

    #[test]
    fn a_decimal_number_counts_by_its_last_part() {
        let style = Style::new(Form::Decimal, Numeral::Arabic, 2);
        let tree = |text: &str, marker: &str, number: [u32; 2]| {
            let mut outer = section(text, "1.1", style, &[1, 1], "成员", "");
            adopt(&mut outer, vec![section(text, marker, style, &number, "种类", "")]);
            document(text, "", "", vec![outer], "").check(text)
        };
        assert_eq!(tree("1.1成员2.1种类", "2.1", [2, 1]), Ok(()));
        let late = tree("1.1成员1.2种类", "1.2", [1, 2]);
        assert!(matches!(late, Err(TreeError::StyleTwice { .. })), "{late:?}");
    }

    #[test]
    fn a_text_without_sections_is_all_preface() {
        for text in ["", "今天。", " \n"] {
            let end = u32::try_from(text.len()).unwrap();
            assert_eq!(Document::bare(Span::new(0, end)).check(text), Ok(()));
        }
    }
}

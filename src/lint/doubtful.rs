//! Markers that may be none.
//!
//! ```text
//! 5.强化监督。               5. and 6. go on from each other: no doubt
//! ②逐项销号。               a list that begins at ②, and ends there: a marker, or what is left of one?
//! 2、接受监督。              a line that begins like an item, but the outline is better without it
//! 6.落实经费。
//! ```

use super::elsewhere::is_blank_or_break;
use super::view::{Item, View, follows, is_first};
use super::{Report, numeral};
use crate::diagnostic::{Finding, Note};
use crate::scan::counters;
use crate::scan::marker::{Delim, Reading, is_blank, readings};
use crate::{Code, Form, Number, Span, Style};

/// Below this confidence a marker is doubtful. Markers with a lost delimiter come out at 30 and more
/// where their list is sound.
const DOUBTFUL: u8 = 10;

/// How many items before and behind a marker are looked at for its list: a bound on the work.
const NEAR: usize = 64;

/// No list is longer: a line that begins with 2024. begins with a year.
const LONGEST_LIST: u32 = 99;

pub(super) fn check(view: &View<'_>, report: &mut Report<'_>) {
    taken(view, report);
    left_out(view, report);
}

/// Whether the only member of a list is doubtful by its number: it begins no list and goes on from none.
pub(super) fn is_astray(members: &[&Item<'_>]) -> bool {
    matches!(members, [item] if !is_first(item.number()) && !matches!(item.style().form, Form::Unit(_) | Form::Decimal))
}

/// Sections that the search was not sure of, and that no other member of their list speaks for.
fn taken(view: &View<'_>, report: &mut Report<'_>) {
    for series in &view.series {
        let members: Vec<&Item<'_>> = view.members(series).collect();
        for (index, item) in members.iter().enumerate() {
            let goes = |first: Option<&&Item<'_>>, second: Option<&&Item<'_>>| {
                first.zip(second).is_some_and(|(one, two)| follows(item.style(), one.number(), two.number()))
            };
            let spoken_for = goes(index.checked_sub(1).and_then(|before| members.get(before)), Some(item))
                || goes(Some(item), members.get(index + 1));
            if is_astray(&members) || item.section.confidence < DOUBTFUL && !spoken_for {
                say(view, item.section.marker.span, item.style(), Note::Taken, report);
            }
        }
    }
}

/// Lines behind the first section that begin with a marker, delimiter and all, that is no section. One
/// alone: where a whole list is left out, the outline takes it for something else, such as contents.
fn left_out(view: &View<'_>, report: &mut Report<'_>) {
    let document = view.parsed.document();
    let Some(first) = view.items.first() else { return };
    let body = Span::new(first.section.span.start, document.span.end);
    let mut start = body.start;
    let mut found: Vec<(Span, Reading, bool)> = Vec::new();
    let mut counters = counters::all(view.parsed.text()).map(|counter| counter.at).peekable();
    let mut line_before = "";
    for line in view.parsed.text_of(body).split_inclusive(['\n', '\r']) {
        let length = u32::try_from(line.len()).unwrap_or(0);
        let indent = u32::try_from(line.len() - line.trim_start_matches(is_blank).len()).unwrap_or(0);
        let (at, next) = (start + indent, start + length);
        start = next;
        let above = line_before;
        line_before = if line.trim_matches(is_blank_or_break).is_empty() { above } else { line };
        let known = view.items.binary_search_by_key(&at, |item| item.section.marker.span.start).is_ok();
        while counters.next_if(|&counter| counter < at as usize).is_some() {}
        let counts = counters.peek() == Some(&(at as usize));
        let Some(line) = line.get(indent as usize..).filter(|_| !known && !counts) else { continue };
        let longest = readings(line).iter().map(|reading| reading.len).max().unwrap_or(0);
        let listed = readings(line).iter().find(|reading| {
            let signed = match reading.kind.row().style.form {
                Form::Dun | Form::Dot | Form::Brackets => !matches!(reading.delim, Delim::None | Delim::Half),
                Form::HalfBracket | Form::Enclosed => true,
                _ => false,
            };
            // 20:50 is a time, 2.5 an amount.
            let amount =
                line.get(longest as usize..).is_some_and(|rest| rest.starts_with(|c: char| c.is_ascii_digit()));
            signed && !amount && reading.len == longest && reading.number().first() <= LONGEST_LIST
        });
        found.extend(listed.map(|reading| {
            let span = Span::new(at, at + u32::from(longest));
            (span, reading, goes_on_from(line, &reading, above))
        }));
    }
    let goes = |first: &Reading, second: &Reading| {
        first.kind == second.kind && follows(first.kind.row().style, first.number(), second.number())
    };
    for (index, (span, reading, goes_on)) in found.iter().enumerate() {
        let before = index.checked_sub(1).and_then(|before| found.get(before));
        let listed = before.is_some_and(|(_, before, _)| goes(before, reading))
            || found.get(index + 1).is_some_and(|(_, next, _)| goes(reading, next));
        if !listed && !goes_on && !goes_with_section(view, *span, reading) {
            say(view, *span, reading.kind.row().style, Note::LeftOut, report);
        }
    }
}

/// Whether the marker with the number before stands in the line above: 附件：1.清单, and below it 2.须知.
fn goes_on_from(line: &str, reading: &Reading, above: &str) -> bool {
    let marker = line.get(..reading.len as usize).unwrap_or_default();
    let before = reading.number().first().checked_sub(1).and_then(|number| Number::new(&[number]));
    let before = before.and_then(|number| numeral::renumbered(marker, reading.kind.row().style, number));
    before.is_some_and(|before| above.contains(&before))
}

/// Whether the nearest item of this style before a marker is the one before it, or the nearest behind it the
/// one behind it: then it is an item, which the outline has no place for.
fn goes_with_section(view: &View<'_>, span: Span, reading: &Reading) -> bool {
    let style = reading.kind.row().style;
    let place = view.items.partition_point(|item| item.section.span.start < span.start);
    let (before, behind) = view.items.split_at(place);
    let alike = |item: &&Item<'_>| item.style() == style;
    before.iter().rev().take(NEAR).find(alike).is_some_and(|item| follows(style, item.number(), reading.number()))
        || behind.iter().take(NEAR).find(alike).is_some_and(|item| follows(style, reading.number(), item.number()))
}

/// Says so, and shows the nearest item of the style before.
fn say(view: &View<'_>, span: Span, style: Style, note: Note, report: &mut Report<'_>) {
    let place = view.items.partition_point(|item| item.section.span.start < span.start);
    let before = view.items.get(..place).unwrap_or_default().iter().rev().take(NEAR);
    let related = before.into_iter().find(|item| item.style() == style).map(|item| item.section.marker.span);
    let found = Some(view.parsed.text_of(span).to_owned());
    report(Code::DoubtfulMarker, Finding { span, related, found, note: Some(note), ..Finding::default() });
}

#[cfg(test)]
mod tests {
    use crate::testing::{DUN, document, section};
    use crate::{Code, Parsed, parse};

    fn doubts(parsed: &Parsed<'_>) -> Vec<String> {
        let said = parsed.lint().into_iter().filter(|it| it.code == Code::DoubtfulMarker);
        said.map(|it| it.found.unwrap()).collect()
    }

    #[test]
    fn its_list_speaks_for_it() {
        for (second, doubtful) in [(2, false), (5, true)] {
            let text = format!("要点一、快办。{second}、好办。");
            let mut sections = vec![
                section(&text, "一、", DUN, &[1], "快办", ""),
                section(&text, &format!("{second}、"), DUN, &[second], "好办", ""),
            ];
            for section in &mut sections {
                section.confidence = 9;
            }
            let parsed = Parsed::of_parts(&text, document(&text, "要点", "", sections, ""), false);
            assert_eq!(!doubts(&parsed).is_empty(), doubtful, "{text}");
        }
    }

    #[test]
    fn a_line_that_the_outline_has_no_place_for() {
        let text = "工作要点\n一、快办。每月调度。\n1.甲方。签订。\n2.乙方。签订。\n9、逐项销号，接受监督。\n二、好办。每季调度。\n三、省办。每年调度。\n";
        assert_eq!(doubts(&parse(text)), ["9、"]);
        let said = parse(text).lint().into_iter().find(|it| it.code == Code::DoubtfulMarker).unwrap();
        assert_eq!(said.message.zh, "“9、”是否为序号不能确定：未作序号读入，前后没有与之衔接的序号");
        assert_eq!(said.related.map(|span| &text[span.range()]), Some("2."));
        let text = "通知\n一、快办。每月调度。\n二、好办。每季调度。\n20:50开会。\n附件：1.河道清单\n2.施工须知\n";
        assert_eq!(doubts(&parse(text)), [""; 0]);
    }
}

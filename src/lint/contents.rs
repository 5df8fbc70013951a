//! A table of contents (目录) that disagrees with the body.
//!
//! ```text
//! 目录                      the line that begins it
//! 第一章 总则……1            an entry: marker, heading, leader and page
//! 第二章 职责               no such heading behind 第二章: mismatch, fix: that heading
//! 第一章 总则               the body begins: the first section of the tree
//! ```
//!
//! Read only line by line, and judged only where half the entries are found in the body: otherwise it
//! is no contents, or the outline was not understood.

use std::collections::{HashMap, HashSet};

use super::Report;
use super::view::View;
use crate::diagnostic::Finding;
use crate::gap::{is_blank, is_stop};
use crate::scan::marker::readings;
use crate::{Code, Span};

/// The most entries read. Reason: each entry looks past the sections that others have taken.
const MOST_ENTRIES: usize = 1_000;

/// After this many lines without an entry the contents are over: blank lines, 附录, 前言 stand in them.
const MOST_OTHERS: usize = 6;

/// No line of a table of contents is longer, in bytes.
const LONGEST_LINE: usize = 400;

/// One line of the contents.
struct Entry {
    /// Marker and heading without blanks.
    key: String,
    marker: String,
    span: Span,
    heading_span: Span,
}

pub(super) fn check(view: &View<'_>, report: &mut Report<'_>) {
    let Some(first) = view.items.first() else { return };
    let before = view.parsed.text().get(..first.section.span.start as usize).unwrap_or_default();
    let Some(begin) = begin_of_contents(before) else { return };
    let (entries, end) = entries(view.parsed.text(), begin);
    if entries.len() < 2 {
        return;
    }
    let mut of_key: HashMap<String, Vec<usize>> = HashMap::new();
    let mut of_marker: HashMap<String, Vec<usize>> = HashMap::new();
    // Should the outline have taken a line of the contents for a section, it is no section of the body.
    let in_body = |span: Span| span.start as usize >= end;
    for (place, item) in view.items.iter().enumerate().filter(|(_, item)| in_body(item.section.span)) {
        let marker = squeezed(view.marker(item));
        of_key.entry(format!("{marker}{}", squeezed(heading(view, place)))).or_default().push(place);
        of_marker.entry(marker).or_default().push(place);
    }
    let known = entries.iter().filter(|entry| of_key.contains_key(&entry.key)).count();
    if known * 2 < entries.len() {
        return;
    }
    // Each entry takes the next place in the body that fits.
    let mut taken: HashSet<usize> = HashSet::new();
    let mut last = None;
    let mut styles = HashSet::new();
    let mut lost = Vec::new();
    for entry in &entries {
        let same = of_key.get(&entry.key).and_then(|places| places.iter().find(|place| !taken.contains(place)));
        if let Some(&place) = same {
            taken.insert(place);
            last = Some(place);
            if let Some(item) = view.items.get(place) {
                styles.insert((item.style(), item.depth));
            }
        } else {
            lost.push((entry, last));
        }
    }
    for (entry, after) in lost {
        let place = of_marker.get(&entry.marker).and_then(|places| {
            let from = after.map_or(0, |after| places.partition_point(|place| *place <= after));
            places.get(from..)?.iter().copied().find(|place| !taken.contains(place))
        });
        let expected = place.map(|place| heading(view, place).trim_matches(is_blank)).filter(|it| !it.is_empty());
        let related = place.and_then(|place| view.items.get(place)).map(|item| item.section.marker.span);
        taken.extend(place);
        let fix = expected.map(|expected| (entry.heading_span, expected.to_owned()));
        let found = view.parsed.text_of(entry.span).to_owned();
        let expected = Some(expected.unwrap_or("—").to_owned());
        report(
            Code::ContentsMismatch,
            Finding { span: entry.span, related, expected, found: Some(found), fix, ..Finding::default() },
        );
    }
    for (place, item) in view.items.iter().enumerate().filter(|(_, item)| in_body(item.section.span)) {
        // A section without a heading is never looked for in the contents: 1.1 本制度适用于….
        let headed = item.section.heading.is_some() && !item.section.inline;
        if headed && styles.contains(&(item.style(), item.depth)) && !taken.contains(&place) {
            let (span, found) = (item.section.marker.span, Some("—".to_owned()));
            let expected = Some(format!("{}{}", view.marker(item), heading(view, place)));
            report(Code::ContentsMismatch, Finding { span, expected, found, ..Finding::default() });
        }
    }
}

/// The heading, or the first line of the body where there is none.
fn heading<'p>(view: &View<'p>, place: usize) -> &'p str {
    let Some(item) = view.items.get(place) else { return "" };
    let span = item.section.heading.unwrap_or(item.section.body);
    view.parsed.text_of(span).lines().next().unwrap_or_default()
}

fn squeezed(text: &str) -> String {
    text.chars().filter(|&sign| !is_blank(sign) && !is_stop(sign)).collect()
}

/// Where the line behind 目录 begins.
fn begin_of_contents(before: &str) -> Option<usize> {
    let mut start = 0;
    for line in before.split_inclusive(['\n', '\r']) {
        start += line.len();
        if matches!(squeezed(line).trim_matches(['【', '】', '[', ']']), "目录" | "目錄" | "目次") {
            return Some(start);
        }
    }
    None
}

/// The entries from `start` on, and where the body begins: where the first entry's marker comes again,
/// or where no entry has come for a while.
fn entries(text: &str, mut start: usize) -> (Vec<Entry>, usize) {
    let mut entries: Vec<Entry> = Vec::new();
    let mut end = start;
    let mut others = 0;
    for line in text.get(start..).unwrap_or_default().split_inclusive(['\n', '\r']) {
        let at = start;
        start += line.len();
        if entries.len() == MOST_ENTRIES || others == MOST_OTHERS || line.len() > LONGEST_LINE {
            break;
        }
        others += 1;
        let trimmed = line.trim_matches(is_blank);
        let title = without_page(trimmed);
        let Some(reading) = readings(title).iter().max_by_key(|reading| reading.len) else { continue };
        let (Some(marker), Some(rest)) = (title.get(..reading.len as usize), title.get(reading.len as usize..)) else {
            continue;
        };
        let heading = rest.trim_matches(is_blank);
        if heading.is_empty() {
            continue;
        }
        let indent = line.len() - line.trim_start_matches(is_blank).len();
        let from = at + indent;
        let heading_from = from + reading.len as usize + (rest.len() - rest.trim_start_matches(is_blank).len());
        let span =
            |from: usize, length: usize| Some(Span::new(u32::try_from(from).ok()?, u32::try_from(from + length).ok()?));
        let (Some(whole), Some(of_heading)) = (span(from, title.len()), span(heading_from, heading.len())) else {
            continue;
        };
        let marker = squeezed(marker);
        if entries.first().is_some_and(|first| first.marker == marker) {
            break;
        }
        (others, end) = (0, start);
        let key = format!("{marker}{}", squeezed(heading));
        entries.push(Entry { key, marker, span: whole, heading_span: of_heading });
    }
    (entries, end)
}

/// A line without the leader and the page number at its end: `总则……1`, `总则 （1）`, `总则\t12`.
fn without_page(line: &str) -> &str {
    let is_leader = |sign: char| is_blank(sign) || matches!(sign, '.' | '…' | '·' | '-' | '—' | '．' | '(' | '（');
    let number = line.trim_end_matches(|sign: char| sign.is_numeric() || matches!(sign, ')' | '）' | '-'));
    let title = number.trim_end_matches(is_leader);
    // Digits with nothing before them belong to the heading: 展望2030.
    if title.len() < number.len() { title } else { line }
}

#[cfg(test)]
mod tests {
    use super::without_page;
    use crate::{Code, parse};

    const TEXT: &str = "湿地管理办法\n目录\n第一章 总则……1\n第二章 职责\n第三章 附则……9\n第一章 总则\n第一条 为了保护湿地，制定本办法。\n第二章 保护\n第二条 湿地由县人民政府保护。\n第三章 附则\n第三条 本办法自发布之日起施行。\n";

    #[test]
    fn a_line_that_the_body_does_not_have() {
        let said: Vec<_> = parse(TEXT).lint().into_iter().filter(|it| it.code == Code::ContentsMismatch).collect();
        assert_eq!(said.len(), 1, "{said:?}");
        assert_eq!(said[0].found.as_deref(), Some("第二章 职责"));
        assert_eq!(said[0].fix.as_ref().unwrap().replacement, "保护");
        let sound = TEXT.replace("职责", "保护");
        assert!(!parse(&sound).lint().iter().any(|it| it.code == Code::ContentsMismatch));
    }

    #[test]
    fn what_has_no_heading_is_in_no_contents() {
        let text = "采购管理制度\n目录\n1总则 3\n2采购方式 4\n2.1公开招标 4\n3附则 5\n1总则\n1.1为规范采购行为，制定本制度。\n1.2本制度适用于公司各部门。\n2采购方式\n2.1公开招标\n金额较大的，应当公开招标。\n3附则\n3.1本制度由综合部负责解释。\n";
        assert!(!parse(text).lint().iter().any(|it| it.code == Code::ContentsMismatch));
        let more = text.replace("3附则\n3.1", "2.2邀请招标\n金额较小的，可以邀请招标。\n3附则\n3.1");
        let said: Vec<_> = parse(&more).lint().into_iter().filter(|it| it.code == Code::ContentsMismatch).collect();
        assert!(said.len() == 1 && said[0].expected.as_deref() == Some("2.2邀请招标"), "{said:?}");
    }

    #[test]
    fn pages() {
        for (line, title) in
            [("总则……1", "总则"), ("总则 （1）", "总则"), ("总则\t12", "总则"), ("展望2030", "展望2030")]
        {
            assert_eq!(without_page(line), title);
        }
    }
}

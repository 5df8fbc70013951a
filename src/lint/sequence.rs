//! Numbers that do not go on as they should.
//!
//! ```text
//! 1. 2. 4. 5.      4. gap          one is left out
//! 1. 2. 2. 4.      2. duplicate    fix: 3.    the number behind it shows what it should be
//! 1. 3. 2. 4.      2. backward     related: 3.
//! 2. 3. 4.         2. start-not-one
//! 1. 2. 3. 1. 2.   nothing: a list may begin anew, as behind an annex's title
//! ```
//!
//! One wrong number is reported once: the walk goes on with what the number should have been.
//!
//! A number is wrong only where no other reading of the text makes it right: what `elsewhere.rs` finds
//! (an outer list that goes on, a marker that stands there but is no section) is the outline's doubt,
//! not the writer's fault.

use std::cmp::Ordering;

use super::doubtful::is_astray;
use super::elsewhere::{goes_on_around, goes_on_inside, is_decimal, stands, stray};
use super::view::{Item, View, follows, is_first, next};
use super::{Report, numeral};
use crate::diagnostic::Finding;
use crate::{Code, Form, MAX_DEPTH, Number, Span, Style, Unit};

/// The highest number with which 条 may begin by mistake. Higher, the text is one book of a code: 民法典
/// 人格权编 begins at 第九百八十九条.
const HIGHEST_SLIP: u32 = 9;

/// Walks each series once, looking two numbers ahead.
pub(super) fn order(view: &View<'_>, report: &mut Report<'_>) {
    for (index, series) in view.series.iter().enumerate() {
        let members: Vec<&Item<'_>> = view.members(series).collect();
        // A lost beginning cuts the first series, and the outermost ones: （一） without its 一、 comes
        // first, then 二、.
        let excerpt = members.first().is_some_and(|item| {
            matches!(item.style().form, Form::Unit(Unit::Article)) && item.number().first() > HIGHEST_SLIP
        });
        let outermost = members.first().is_some_and(|item| item.parent.is_none());
        if is_astray(&members) {
            continue;
        }
        let cut = excerpt || view.beheaded && (index == 0 || outermost || on_first_path(view, series));
        walk(view, &members, cut, report);
    }
}

/// Whether a series begins with the first section, or with the first of that one's first.
fn on_first_path(view: &View<'_>, series: &[usize]) -> bool {
    let Some(&first) = series.first() else { return false };
    // All sections before it are its ancestors: then as many come before as lie above.
    view.items.get(first).is_some_and(|item| item.depth == first + 1)
}

fn walk(view: &View<'_>, members: &[&Item<'_>], cut: bool, report: &mut Report<'_>) {
    let number = |index: usize| members.get(index).map(|item| item.number());
    let mut index = 0;
    // What the number before should be, and the item that has it.
    let mut last: Option<(Number, Span)> = None;
    // The last numbers of lists behind which another began, to which the text may come back.
    let mut left: Vec<Number> = Vec::new();
    while let Some(&item) = members.get(index) {
        let (style, found) = (item.style(), item.number());
        let Some(wanted) = (match last {
            Some((last, _)) => next(style, last),
            None => first_of(found),
        }) else {
            return; // no number behind 99,999
        };
        let ahead = number(index + 1);
        let behind = next(style, wanted);
        let right = match last {
            Some((last, _)) => follows(style, last, found),
            None => is_first(found) || cut,
        };
        // One at the start of a list that goes on as if it were another number: 1. 2. 1. 4.
        let singled = behind.is_some() && ahead == behind && ahead != next(style, found);
        let anew = !right && is_first(found) && last.is_some_and(|(last, _)| last > found) && !singled;
        if anew && left.len() < MAX_DEPTH {
            left.extend(last.map(|(last, _)| last));
        }
        let back = left.iter().rposition(|&left| !right && !anew && follows(style, left, found));
        if let Some(place) = back {
            left.truncate(place);
        }
        if right || anew || back.is_some() || goes_on_around(view, item) {
            last = Some((found, item.section.marker.span));
            index += 1;
            continue;
        }
        if goes_on_inside(view, item) || is_decimal(view, item) {
            index += 1;
            continue;
        }
        let before = last.map(|(_, span)| span);
        let swapped = behind == Some(found)
            && ahead == Some(wanted)
            && number(index + 2).is_none_or(|third| follows(style, found, third));
        if let (true, Some(second)) = (swapped, members.get(index + 1)) {
            say(view, second, Code::Backward, found, Some(item.section.marker.span), false, report);
            last = Some((found, second.section.marker.span));
            index += 2;
            continue;
        }
        let code = match last {
            None => Code::StartNotOne,
            Some((last, _)) if found == last => Code::Duplicate,
            Some((last, _)) if found < last => Code::Backward,
            Some(_) => Code::Gap,
        };
        let twice = index.checked_sub(1).and_then(|before| members.get(before)).filter(|_| code == Code::Duplicate);
        if twice.is_some_and(|before| goes_on_inside(view, before)) {
            index += 1;
            continue;
        }
        let gap = code == Code::Gap && behind == Some(found);
        if let Some(slip) = gap.then(|| left_out(view, members, index, wanted)).flatten() {
            slip.say(view, style, report);
            last = Some((found, item.section.marker.span));
            index += 1;
            continue;
        }
        let between = Span::new(before.map_or(0, |before| before.end), item.section.marker.span.start);
        if code == Code::Gap && stands(view, item, wanted, between) {
            last = Some((found, item.section.marker.span));
            index += 1;
            continue;
        }
        // Where the number behind goes on as if this one were right, only one number can be meant;
        // so too for a last number that stands twice.
        let only = singled || (code == Code::Duplicate && ahead.is_none());
        say(view, item, code, wanted, before, only, report);
        last = Some((if only { wanted } else { found }, item.section.marker.span));
        index += 1;
    }
    if let (Some(first), Some(last)) = (members.first(), last)
        && let Some(slip) = left_out_at_end(view, members, last)
    {
        slip.say(view, first.style(), report);
    }
}

/// A number out of order that is no section of the tree: the outline is better without it.
///
/// ```text
/// 一、 [三、] 二、 四、     四 seems to leave 三 out; it stands before 二: 二 goes back
/// 一、 三、 [二、] 四、     三 seems to leave 二 out; it stands behind 三: 二 goes back
/// 一、 二、 [二、] 四、     四 seems to leave 三 out; the second 二 should be it
/// ```
struct Slip {
    code: Code,
    span: Span,
    related: Option<Span>,
    wanted: Number,
    only: bool,
}

impl Slip {
    fn say(self, view: &View<'_>, style: Style, report: &mut Report<'_>) {
        let found = view.parsed.text_of(self.span);
        let expected = numeral::renumbered(found, style, self.wanted);
        let fix = expected.clone().filter(|_| self.only).map(|expected| (self.span, expected));
        let expected = Some(expected.unwrap_or_else(|| self.wanted.to_string()));
        let Self { code, span, related, .. } = self;
        report(code, Finding { span, related, expected, found: Some(found.to_owned()), fix });
    }
}

/// Looks for it around the member at `index`, whose number is the one behind `wanted`.
fn left_out(view: &View<'_>, members: &[&Item<'_>], index: usize, wanted: Number) -> Option<Slip> {
    let item = members.get(index)?;
    let style = item.style();
    let marker = |index: Option<usize>| Some(members.get(index?)?.section.marker.span);
    let own = item.section.marker.span;
    let before = marker(index.checked_sub(1))?;
    let last = members.get(index.checked_sub(1)?)?.number();
    if let Some((span, number)) = stray(view, before.end, own.start, style) {
        let code = match number.cmp(&last) {
            Ordering::Less => Code::Backward,
            Ordering::Equal => Code::Duplicate,
            Ordering::Greater => Code::Gap,
        };
        // The number that is wanted but stands there is no slip; the marker was left out for other reasons.
        return (number != wanted).then_some(Slip { code, span, related: Some(before), wanted, only: true });
    }
    let earlier = marker(index.checked_sub(2)).and_then(|earlier| stray(view, earlier.end, before.start, style));
    if let Some((span, _)) = earlier.filter(|(_, number)| *number == wanted) {
        return Some(Slip { code: Code::Backward, span: before, related: Some(span), wanted, only: false });
    }
    let behind = marker(Some(index + 1)).map_or(item.section.span.end, |next| next.start);
    let (span, _) = stray(view, own.end, behind, style).filter(|(_, number)| *number == wanted)?;
    Some(Slip { code: Code::Backward, span, related: Some(own), wanted: item.number(), only: false })
}

/// Looks for it behind the last member: `1. 2. [4.]`, `1. 2. [2.]`. Two steps are as far as a slip goes.
fn left_out_at_end(view: &View<'_>, members: &[&Item<'_>], (last, own): (Number, Span)) -> Option<Slip> {
    let item = members.last().filter(|_| members.len() > 1)?;
    let wanted = next(item.style(), last)?;
    let behind = next(item.style(), wanted);
    let (span, number) = stray(view, own.end, item.section.span.end, item.style())?;
    let code = if number == last { Code::Duplicate } else { Code::Gap };
    let slip = number == last || Some(number) == behind;
    slip.then_some(Slip { code, span, related: Some(own), wanted, only: code == Code::Duplicate })
}

/// The number with which a list of such numbers begins.
fn first_of(number: Number) -> Option<Number> {
    let mut parts: Vec<u32> = number.iter().collect();
    *parts.last_mut()? = 1;
    Number::new(if number.len() > 1 { &parts } else { &[1] })
}

fn say(
    view: &View<'_>,
    item: &Item<'_>,
    code: Code,
    wanted: Number,
    related: Option<Span>,
    only: bool,
    report: &mut Report<'_>,
) {
    let found = view.marker(item);
    let expected = numeral::renumbered(found, item.style(), wanted);
    let span = item.section.marker.span;
    let fix = expected.clone().filter(|_| only).map(|expected| (span, expected));
    let expected = Some(expected.unwrap_or_else(|| wanted.to_string()));
    report(code, Finding { span, related, expected, found: Some(found.to_owned()), fix });
}

/// A list of one. Not the one that the beginning or the end of the text cuts, nor words that count without
/// a list.
pub(super) fn single(view: &View<'_>, report: &mut Report<'_>) {
    for series in &view.series {
        let [place] = series.as_slice() else { continue };
        let Some(item) = view.items.get(*place) else { continue };
        // A lone ① is a note more often than an item.
        let alone = is_first(item.number()) && !matches!(item.style().form, Form::Unit(_) | Form::Enclosed);
        let cut = view.cut && view.is_last(item) || view.beheaded && on_first_path(view, series);
        if !alone || cut {
            continue;
        }
        let found = Some(view.marker(item).to_owned());
        report(Code::SingleItem, Finding { span: item.section.marker.span, found, ..Finding::default() });
    }
}

#[cfg(test)]
mod tests {
    use crate::{Code, parse};

    fn said(numbers: &[&str]) -> Vec<(Code, String, Option<String>)> {
        let names = ["快办", "好办", "省办", "细办", "实办", "严办", "稳办", "早办"];
        let mut text = "工作要点\n".to_owned();
        for (number, name) in numbers.iter().zip(names) {
            text.push_str(&format!("{number}、{name}。每月调度一次。\n"));
        }
        let parsed = parse(&text);
        let of_order = [Code::Gap, Code::Duplicate, Code::Backward, Code::StartNotOne, Code::SingleItem];
        let diagnostics = parsed.lint().into_iter().filter(|it| of_order.contains(&it.code));
        diagnostics.map(|it| (it.code, it.found.unwrap(), it.fix.map(|fix| fix.replacement))).collect()
    }

    #[test]
    fn each_fault_is_said_once() {
        let fix = |text: &str| Some(text.to_owned());
        for (numbers, code, found, mended) in [
            (&["一", "二", "四", "五"][..], Code::Gap, "四、", None),
            (&["一", "二", "七", "四"], Code::Gap, "七、", fix("三、")),
            (&["一", "二", "二", "四"], Code::Duplicate, "二、", fix("三、")),
            (&["一", "二", "三", "三"], Code::Duplicate, "三、", fix("四、")),
            (&["一", "三", "二", "四"], Code::Backward, "二、", None),
            (&["二", "三", "四"], Code::StartNotOne, "二、", None),
        ] {
            assert_eq!(said(numbers), [(code, found.to_owned(), mended)], "{numbers:?}");
        }
        assert_eq!(said(&["一", "二", "三", "四"]), []);
    }
}

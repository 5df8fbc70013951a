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
//! Where a number is wanted and stands there mistyped (`三。`, `第3条`), that is said instead: `mistyped.rs`.
//!
//! A number is wrong only where no other reading of the text makes it right: what `elsewhere.rs` finds
//! (an outer list that goes on, a marker that stands there but is no section) is the outline's doubt,
//! not the writer's fault.

use std::cmp::Ordering;

use super::doubtful::is_astray;
use super::elsewhere::{begins, goes_on_around, goes_on_inside, is_decimal, stands, stray};
use super::mistyped::{self, Where};
use super::view::{Item, View, follows, is_first, next};
use super::{Report, numeral};
use crate::diagnostic::Finding;
use crate::scan::marker::is_blank;
use crate::{Code, Form, MAX_DEPTH, Number, Span, Style, Unit};

/// The highest number with which 条 may begin by mistake. Higher, the text is one book of a code: 民法典
/// 人格权编 begins at 第九百八十九条.
const HIGHEST_SLIP: u32 = 9;

/// Below this confidence a digit in mid sentence is an amount that was taken for the number left out.
const AMOUNT: u8 = 20;

/// Walks each series once, looking two numbers ahead.
pub(super) fn order(view: &View<'_>, report: &mut Report<'_>) {
    let units = Units::of(view);
    for (index, series) in view.series.iter().enumerate() {
        let members: Vec<&Item<'_>> = view.members(series).collect();
        // A lost beginning cuts the first series, and the outermost ones: （一） without its 一、 comes
        // first, then 二、.
        let excerpt =
            members.first().is_some_and(|item| is_article(item.style()) && item.number().first() > HIGHEST_SLIP);
        let outermost = members.first().is_some_and(|item| item.parent.is_none());
        if is_astray(&members) || is_quotation(&members) || units.is_among_others(&members) {
            continue;
        }
        let cut = excerpt || view.beheaded && (index == 0 || outermost || on_first_path(view, series));
        walk(view, &members, cut, report);
    }
}

/// How many sections of each style of 第三条, 第3条, 第三章 a text has.
struct Units(Vec<(Style, usize)>);

impl Units {
    fn of(view: &View<'_>) -> Self {
        let mut counts: Vec<(Style, usize)> = Vec::new(); // a list as short as there are units
        for style in view.items.iter().map(Item::style).filter(|style| matches!(style.form, Form::Unit(_))) {
            match counts.iter_mut().find(|(known, _)| *known == style) {
                Some((_, count)) => *count += 1,
                None => counts.push((style, 1)),
            }
        }
        Self(counts)
    }

    /// Whether these are members of a list that has other numerals: 第3条 between 第二条 and 第四条. That list is told of them.
    fn is_among_others(&self, members: &[&Item<'_>]) -> bool {
        let Some(first) = members.first().filter(|first| !is_first(first.number())) else { return false };
        let style = first.style();
        matches!(style.form, Form::Unit(_))
            && self.0.iter().any(|(other, count)| {
                other.form == style.form && other.numeral != style.numeral && *count > members.len()
            })
    }
}

/// Whether articles are those that a text quotes from others, as a judgment does below itself: they do not begin at 第一条, and at
/// least half of them do not follow on each other. A statute with a slip keeps nearly all.
fn is_quotation(members: &[&Item<'_>]) -> bool {
    let Some(first) = members.first().filter(|first| is_article(first.style())) else { return false };
    let follow = members.windows(2).filter(|pair| match pair {
        [one, two] => follows(two.style(), one.number(), two.number()) || is_first(two.number()),
        _ => false,
    });
    members.len() > 1 && !is_first(first.number()) && follow.count() * 2 < members.len()
}

/// Whether `2.` is the beginning of an amount (2.3万户) in mid sentence: the outline took it because the number is left out.
fn is_amount(view: &View<'_>, item: &Item<'_>) -> bool {
    item.section.confidence < AMOUNT && is_decimal(view, item) && !begins_line(view, item)
}

fn begins_line(view: &View<'_>, item: &Item<'_>) -> bool {
    begins(view.parsed.text().get(..item.section.span.start as usize).unwrap_or_default(), false)
}

const fn is_article(style: Style) -> bool {
    matches!(style.form, Form::Unit(Unit::Article))
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
    // All but one, which may be an amount.
    let in_lines = members.iter().filter(|item| !begins_line(view, item)).nth(1).is_none();
    while let Some(&item) = members.get(index) {
        if in_lines && is_amount(view, item) {
            index += 1;
            continue;
        }
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
        // What holds the list, where it does not begin as it should, or the member before.
        let outer = || item.parent.and_then(|place| view.items.get(place)).map_or(0, |it| it.section.marker.span.end);
        let between = Span::new(before.map_or_else(outer, |before| before.end), item.section.marker.span.start);
        let wants = matches!(code, Code::Gap | Code::StartNotOne);
        if let Some(mistyped) = wants.then(|| mistyped::find(view, item, wanted, between, Where::Before)).flatten() {
            last = Some((mistyped.number, mistyped.span));
            mistyped.say(view, report);
            continue;
        }
        let gap = code == Code::Gap && behind == Some(found);
        if let Some(slip) = gap.then(|| left_out(view, members, index, wanted)).flatten() {
            slip.say(view, style, report);
            last = Some((found, item.section.marker.span));
            index += 1;
            continue;
        }
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
    let (Some(item), Some(mut last)) = (members.last(), last) else { return };
    if let Some(slip) = left_out_at_end(view, members, last) {
        slip.say(view, item.style(), report);
        return;
    }
    // 第3条 behind the last member may be a section by itself.
    let place = view.items.partition_point(|other| other.section.span.start < item.section.span.end);
    let alike = view.items.get(place).filter(|next| is_article(next.style()) && is_article(item.style()));
    let end = alike.map_or(item.section.span.end, |next| next.section.span.end);
    // Each begins behind the one before, so that the text is read once.
    while members.len() > 1
        && let Some(wanted) = next(item.style(), last.0)
        && let Some(mistyped) = mistyped::find(view, item, wanted, Span::new(last.1.end, end), Where::Behind)
    {
        last = (mistyped.number, mistyped.span);
        mistyped.say(view, report);
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
        report(code, Finding { span, related, expected, found: Some(found.to_owned()), fix, ..Finding::default() });
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

/// Looks for it behind the last member: `1. 2. [4.]`, `1. 2. [2.]`, two steps are as far as a slip goes; and right before it:
/// `1. [3.] 2.`
fn left_out_at_end(view: &View<'_>, members: &[&Item<'_>], (last, own): (Number, Span)) -> Option<Slip> {
    let (before, item) = match members {
        [.., before, item] => (before.section.marker.span, item),
        _ => return None,
    };
    let wanted = next(item.style(), last)?;
    // In lines: what stands inside them may be of a list inside the member before.
    let swapped = stray(view, before.end, own.start, item.style()).filter(|(span, number)| {
        *number == wanted && begins(view.parsed.text().get(..span.start as usize).unwrap_or_default(), false)
    });
    if let Some((span, _)) = swapped.filter(|_| own == item.section.marker.span) {
        return Some(Slip { code: Code::Backward, span: own, related: Some(span), wanted, only: false });
    }
    let behind = next(item.style(), wanted);
    let (span, number) = stray(view, own.end, item.section.span.end, item.style())?;
    let code = if number == last { Code::Duplicate } else { Code::Gap };
    // The head of a page repeats the last chapter: 第三章 验收⏎3.1 …⏎第三章 验收 - 5 -.
    let words = view.parsed.text_of(Span::new(span.end, item.section.span.end)).trim_start_matches(is_blank);
    let heading = item.section.heading.map_or("", |heading| view.parsed.text_of(heading));
    let head = matches!(item.style().form, Form::Unit(_)) && !heading.is_empty() && words.starts_with(heading);
    let slip = number == last && !head || Some(number) == behind;
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
    report(code, Finding { span, related, expected, found: Some(found.to_owned()), fix, ..Finding::default() });
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
            (&["一", "三", "二"], Code::Backward, "二、", None),
            (&["二", "三", "四"], Code::StartNotOne, "二、", None),
        ] {
            assert_eq!(said(numbers), [(code, found.to_owned(), mended)], "{numbers:?}");
        }
        assert_eq!(said(&["一", "二", "三", "四"]), []);
    }

    #[test]
    fn articles_of_other_texts_are_in_no_order() {
        let text = |articles: [&str; 4]| {
            let articles: String = articles.iter().map(|it| format!("{it} 当事人应当履行义务。\n")).collect();
            format!("判决书\n附：适用的法律条文\n《民法典》\n{articles}")
        };
        let said = |text: &str| parse(text).lint().into_iter().filter(|it| it.code != Code::DoubtfulMarker).count();
        assert_eq!(said(&text(["第五百零九条", "第五百七十七条", "第五百八十五条", "第一百四十七条"])), 0);
        assert_eq!(said(&text(["第十一条", "第十二条", "第十三条", "第十五条"])), 1);
        assert_eq!(said(&text(["第一条", "第三条", "第五条", "第七条"])), 3);
    }

    #[test]
    fn an_amount_is_not_the_number_left_out() {
        let text = "工作报告\n一、主要做法\n（一）优化环境\n1.深化改革。全年新增经营主体2.3万户，同比增长11.6%。\n3.加强审查。审查增量文件126件。\n（二）严格执法\n全年查办案件9件。\n二、存在问题\n人手不足。\n";
        let said: Vec<_> = parse(text).lint().into_iter().map(|it| (it.code, it.found.unwrap())).collect();
        assert_eq!(said, [(Code::Gap, "3.".to_owned())]);
    }
}

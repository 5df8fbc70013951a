//! Whether a number that looks wrong is right by another reading of the text.
//!
//! ```text
//! 5. [ 1. 2. 6. ]        6. goes on around: it belongs to the list of 5.
//! 1. [ 1. 2. ] 3. 2.     3. goes on inside: it belongs to the list below 1.
//! 一、 …10:302．… 三、    二 stands there, glued to a figure: nothing is left out
//! 10. 联系 10.1 电话      the second `10.` is half a decimal number
//! ```
//!
//! Lists of one style inside each other leave open to which of them an item belongs; the search decides
//! by what else it sees, and may decide against the numbers. What is left open so is no fault to report.

use super::numeral;
use super::view::{Item, View, follows};
use crate::scan::marker::{Delim, is_blank, readings};
use crate::{Form, Number, Numeral, Span, Style};

/// Whether a section around this one, of the same style, has the number before.
pub(super) fn goes_on_around(view: &View<'_>, item: &Item<'_>) -> bool {
    let above = |item: &Item<'_>| item.parent.and_then(|place| view.items.get(place)).copied();
    std::iter::successors(above(item), above)
        .any(|outer| outer.style() == item.style() && follows(item.style(), outer.number(), item.number()))
}

/// Whether the list right before this item and deeper than it, of the same style, ends with the number
/// before.
pub(super) fn goes_on_inside(view: &View<'_>, item: &Item<'_>) -> bool {
    // Sections lie in text order, so that of one place is found by halving.
    let place = view.items.partition_point(|other| other.section.span.start < item.section.span.start);
    let before = place.checked_sub(1).and_then(|before| view.items.get(before)).copied();
    let above = |item: &Item<'_>| item.parent.and_then(|place| view.items.get(place)).copied();
    std::iter::successors(before, above)
        .take_while(|inner| inner.depth > item.depth)
        .any(|inner| inner.style() == item.style() && follows(item.style(), inner.number(), item.number()))
}

/// Whether a marker such as `10.` is the head of a decimal number: `10.1 联系方式`.
pub(super) fn is_decimal(view: &View<'_>, item: &Item<'_>) -> bool {
    let marker = item.section.marker.span;
    let behind = view.parsed.text().get(marker.end as usize..).and_then(|behind| behind.chars().next());
    view.marker(item).ends_with(['.', '．']) && behind.is_some_and(|sign| sign.is_ascii_digit())
}

/// Whether the number that seems to be left out before an item stands in the text between.
pub(super) fn stands(view: &View<'_>, item: &Item<'_>, wanted: Number, between: Span) -> bool {
    let style = item.style();
    if style.form == Form::Decimal && style.parts == 1 {
        return false; // a bare digit stands anywhere
    }
    let Some(marker) = numeral::renumbered(view.marker(item), style, wanted) else { return false };
    let text = view.parsed.text_of(between);
    text.match_indices(&marker).any(|(at, _)| {
        let (before, behind) = (text.get(..at).unwrap_or_default(), text.get(at + marker.len()..).unwrap_or_default());
        let behind = behind.chars().next();
        match style.form {
            Form::Unit(_) => begins(before, true) && behind.is_none_or(is_blank_or_break),
            Form::Brackets => !before.ends_with('第'),
            _ => !behind.is_some_and(|sign| sign.is_ascii_digit()),
        }
    })
}

/// Whether a line begins behind this text, or (`sentence`) a sentence.
pub(super) fn begins(before: &str, sentence: bool) -> bool {
    let last = before.trim_end_matches(is_blank).chars().next_back();
    last.is_none_or(|sign| matches!(sign, '\n' | '\r') || sentence && matches!(sign, '。' | '；' | '！' | '？' | '”'))
}

pub(super) fn is_blank_or_break(sign: char) -> bool {
    is_blank(sign) || matches!(sign, '\n' | '\r')
}

/// The first marker of a style in this piece of the text that is no section, at the start of a line or
/// behind a 。
///
/// Each piece is read four times at most, as the pieces between the members of a series are disjoint
/// and series lie in each other at most [`MAX_DEPTH`](crate::MAX_DEPTH) deep.
pub(super) fn stray(view: &View<'_>, from: u32, to: u32, style: Style) -> Option<(Span, Number)> {
    let text = view.parsed.text_of(Span::new(from, to));
    for (at, sign) in text.char_indices().filter(|(_, sign)| matches!(sign, '\n' | '\r' | '。')) {
        let start = at + sign.len_utf8();
        let rest = text.get(start..)?;
        let indent = rest.len() - rest.trim_start_matches(is_blank).len();
        let rest = rest.get(indent..)?;
        let fits = readings(rest).iter().find(|reading| {
            let own = reading.kind.row().style;
            let spaced = rest.get(reading.len as usize..).is_some_and(|rest| rest.starts_with(is_blank));
            // The first level of 1.1 is a bare number before a blank.
            let bare = style.form == Form::Decimal
                && style.parts == 1
                && own.numeral == Numeral::Arabic
                && reading.number().len() == 1;
            let signed = reading.delim != Delim::None || style.parts > 1;
            bare && spaced || own == style && (signed || spaced && matches!(style.form, Form::Unit(_)))
        });
        let start = from + u32::try_from(start + indent).ok()?;
        // `10.` of the section 10.1 is none; `1.3` is one though the outline has `1.` there.
        let known = view.items.binary_search_by_key(&start, |item| item.section.marker.span.start).ok();
        let known = known.and_then(|place| view.items.get(place)).map_or(0, |item| item.section.marker.span.len());
        if let Some(reading) = fits.filter(|reading| reading.len as usize > known) {
            return Some((Span::new(start, start + u32::from(reading.len)), reading.number()));
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use crate::{Code, parse};

    fn errors(text: &str) -> Vec<(Code, String)> {
        let said = parse(text).lint().into_iter().filter(|it| it.severity == crate::Severity::Error);
        said.map(|it| (it.code, it.found.unwrap())).collect()
    }

    #[test]
    fn lists_of_one_style_inside_each_other() {
        let text = "管理要点\n1. 协作\n1. 提出模型。\n2. 提出参数。\n3. 提出方案。\n2. 立项\n1. 编写申请。\n2. 审批申请。\n3. 分配任务。\n3. 入伙\n1. 提交计划。\n2. 会议通过。\n4. 退伙\n1. 提前通知。\n2. 办理结算。\n";
        assert_eq!(errors(text), []);
    }

    #[test]
    fn a_number_that_is_there_is_not_left_out() {
        let text = "公告\n五、递交\n1．截止时间：2021年7月14日。2．地点：大厅。\n六、开标\n1．时间：10:302．方式：不见面。\n3．地点：大厅。\n七、其他\n";
        assert!(!errors(text).iter().any(|(code, _)| *code == Code::Gap), "{:?}", errors(text));
    }

    #[test]
    fn half_a_decimal_number_counts_nothing() {
        let text = "须知\n8. 合同\n8.1 三十日内签订。\n8.2 内容完整。\n9. 其他\n9.1 不可撤回。\n9.2 不得行贿。\n10. 联系\n10.1 来电询问。\n";
        assert!(!errors(text).iter().any(|(code, _)| *code == Code::Duplicate), "{:?}", errors(text));
    }
}

//! A marker with a sign too many.
//!
//! ```text
//! 一、、总体要求     typed twice
//! 1.、加强监测      typed behind an automatic number
//! （（一）加强监测   the bracket that pairs with nothing belongs to the marker
//! ```

use super::brackets::{Half, opens};
use super::view::{Item, View};
use crate::{Form, Span};

/// The most signs that are a slip: more are a leader, as in a table of contents.
const MOST: usize = 2;

/// The place among the lone brackets of the text of one that stands right beside a marker in brackets.
pub(super) fn bracket(view: &View<'_>, item: &Item<'_>, lone: &[Half]) -> Option<usize> {
    let (marker, found) = (item.section.marker.span, view.marker(item));
    if !found.ends_with(['）', ')']) {
        return None;
    }
    let place = lone.partition_point(|(span, ..)| span.start < marker.start);
    let is = |sign: char| lone.get(place).filter(|(span, other, _)| span.start == marker.end && *other == sign);
    let before = place.checked_sub(1).filter(|&before| {
        lone.get(before)
            .is_some_and(|(span, sign, _)| span.end == marker.start && opens(*sign) && found.starts_with(*sign))
    });
    before.or_else(|| ['）', ')'].into_iter().find_map(is).map(|_| place))
}

/// Whether a bracket stands right beside a marker that ends with one: a glance, for to find the lone ones means to
/// look through the text.
pub(super) fn is_beside(view: &View<'_>, item: &Item<'_>) -> bool {
    let (marker, text) = (item.section.marker.span, view.parsed.text());
    view.marker(item).ends_with(['）', ')'])
        && (text.get(..marker.start as usize).is_some_and(|before| before.ends_with(['（', '(']))
            || text.get(marker.end as usize..).is_some_and(|behind| behind.starts_with(['）', ')'])))
}

/// The marker with the signs behind it that are too many.
pub(super) fn span(view: &View<'_>, item: &Item<'_>) -> Option<Span> {
    let marker = item.section.marker;
    if matches!(
        marker.style.form,
        Form::Decimal | Form::Unit(_) | Form::Shi | Form::Yao | Form::Step | Form::Stage | Form::Module | Form::Lesson
    ) {
        return None; // 1.1. may have a dot, and 第一条、 a sign
    }
    let closed = |sign: char| is_sign(sign) || matches!(sign, ')' | '）');
    view.marker(item).chars().next_back().filter(|&sign| closed(sign))?;
    let behind = view.parsed.text().get(marker.span.end as usize..)?;
    let rest = behind.trim_start_matches(is_sign);
    let signs = behind.get(..behind.len() - rest.len())?;
    let figure = rest.starts_with(|sign: char| sign.is_numeric()); // 1..5
    let slip = (1..=MOST).contains(&signs.chars().count()) && !figure;
    slip.then(|| u32::try_from(signs.len()).ok())
        .flatten()
        .map(|len| Span::new(marker.span.start, marker.span.end + len))
}

const fn is_sign(sign: char) -> bool {
    matches!(sign, '、' | '.' | '．' | '，' | ',')
}

#[cfg(test)]
mod tests {
    use crate::{Code, parse};

    /// Found and mended, with the code.
    fn said(text: &str) -> Vec<(Code, String, String)> {
        let of_signs = [Code::WrongDelimiter, Code::UnbalancedBracket, Code::MixedDelimiter];
        let said = parse(text).lint().into_iter().filter(|it| of_signs.contains(&it.code));
        said.map(|it| (it.code, it.found.unwrap(), it.fix.map_or(String::new(), |fix| fix.replacement))).collect()
    }

    #[test]
    fn signs_typed_twice() {
        let list = |second: &str| {
            format!(
                "要点\n一、快办\n1.好办。每月调度。\n{second}省办。每月调度。\n3.细办。每月调度。\n二、早办\n每月调度。"
            )
        };
        for (marker, mended) in [("2..", "2."), ("2.、", "2."), ("2.、、", "2."), ("2、.", "2.")] {
            let expected = [(Code::WrongDelimiter, marker.to_owned(), mended.to_owned())];
            assert_eq!(said(&list(marker)), expected, "{marker}");
        }
        for sound in ["2.", "2. ", "2．"] {
            assert_eq!(said(&list(sound)), [], "{sound}");
        }
        assert_eq!(
            said(&list("2.").replace("二、早办", "二、、早办")),
            [(Code::WrongDelimiter, "二、、".to_owned(), "二、".to_owned())]
        );
        assert_eq!(said("目录\n1.....5\n2.....6\n3.....7\n"), [], "leaders");
    }

    #[test]
    fn brackets_typed_twice() {
        let list =
            |second: &str| format!("要点\n（一）快办。每月调度。\n{second}好办。每月调度。\n（三）省办。每月调度。");
        for marker in ["（（二）", "（二））"] {
            assert_eq!(said(&list(marker)), [(Code::WrongDelimiter, marker.to_owned(), "（二）".to_owned())]);
        }
        let sound = "要点\n（一）快办（（二）除外）。每月调度。\n（二）好办。每月调度。\n（三）省办。每月调度。";
        assert_eq!(said(sound), []);
    }
}

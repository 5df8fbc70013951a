//! Levels out of order.
//!
//! ```text
//! 一、 1.        skipped    where the text has （一） below another 一、
//! 1. （一）      reversed   GB/T 15834-2011 B.3.8: not back to a higher style
//! 1. on two levels of one text
//! ```
//!
//! 一、→1. in a text of two levels is right, so a level is skipped only where the text has it
//! elsewhere, or where the numbers themselves say so (1 → 1.1.1). 章→条 is right whether other
//! chapters have 节 or not. ① counts within a paragraph, below whatever level that is of, and so does a list
//! that a sentence announces (做好三项工作：⏎1.…).

use std::collections::{HashMap, HashSet};

use super::Report;
use super::elsewhere::is_blank_or_break;
use super::options::Profile;
use super::view::{Item, View, follows, is_first};
use crate::diagnostic::Finding;
use crate::{Code, Form, MAX_DEPTH, Style};

/// The rung of 条: above it a law may leave out divisions.
const ARTICLE: u8 = 5;

/// How many rungs the ladders have at most.
const RUNGS: usize = 8;

/// Skipped and reversed levels, said at the first item of a list.
pub(super) fn order(view: &View<'_>, report: &mut Report<'_>) {
    // For each rung the first item that stands on it below another item.
    let mut used: [Option<usize>; RUNGS] = [None; RUNGS];
    for (place, item) in view.items.iter().enumerate() {
        let rung = view.profile.rung(item.style()).map(usize::from);
        if let (Some(slot), Some(_)) = (rung.and_then(|rung| used.get_mut(rung)), item.parent) {
            slot.get_or_insert(place);
        }
    }
    let mut begun: HashSet<(usize, Style)> = HashSet::new();
    for item in &view.items {
        let Some((place, parent)) = item.parent.and_then(|place| Some((place, view.items.get(place)?))) else {
            continue;
        };
        if !begun.insert((place, item.style())) {
            continue;
        }
        let (Some(above), Some(own)) = (view.profile.rung(parent.style()), view.profile.rung(item.style())) else {
            continue;
        };
        let span = item.section.marker.span;
        let found = Some(view.marker(item).to_owned());
        let related = Some(parent.section.marker.span);
        // A 条 stands below whatever divides the text: 一、（一） in judicial interpretations.
        let article = view.profile == Profile::Statute && own == ARTICLE;
        if own < above && !article {
            let expected = Some(view.marker(parent).to_owned());
            report(Code::LevelReversed, Finding { span, related, expected, found, ..Finding::default() });
        } else if own > above + 1
            && item.style().form != Form::Enclosed
            && (view.profile != Profile::Statute || above >= ARTICLE)
            && !is_announced(view, item)
        {
            let between = usize::from(above) + 1..usize::from(own);
            let example = used.get(between).and_then(|rungs| rungs.iter().flatten().next()).copied();
            let expected = match example.and_then(|place| view.items.get(place)) {
                Some(example) => view.marker(example).to_owned(),
                None if view.profile == Profile::Standard => vec!["1"; usize::from(above) + 1].join("."),
                None => continue,
            };
            report(
                Code::LevelSkipped,
                Finding { span, related, expected: Some(expected), found, ..Finding::default() },
            );
        }
    }
}

/// Whether the words before a list end with a colon.
fn is_announced(view: &View<'_>, item: &Item<'_>) -> bool {
    let before = view.parsed.text().get(..item.section.span.start as usize).unwrap_or_default();
    before.trim_end_matches(is_blank_or_break).ends_with(['：', ':'])
}

/// One style on two levels: once for each style. Not 条, nor what counts inside a sentence, nor a list
/// whose depth follows from what is around it: below decimal numbers, or below a heading without number.
pub(super) fn two_depths(view: &View<'_>, report: &mut Report<'_>) {
    let mut first: HashMap<Style, usize> = HashMap::new();
    let mut said: HashSet<Style> = HashSet::new();
    let mut say = |item: &Item<'_>, other: &Item<'_>| {
        if said.insert(item.style()) {
            let (span, related) = (item.section.marker.span, Some(other.section.marker.span));
            let (expected, found) = (Some(view.marker(other).to_owned()), Some(view.marker(item).to_owned()));
            report(Code::SameStyleTwoDepths, Finding { span, related, expected, found, ..Finding::default() });
        }
    };
    for series in &view.series {
        if let Some((inner, outer)) = interrupted(view, series) {
            say(inner, outer);
        }
    }
    for (place, item) in view.items.iter().enumerate() {
        let style = item.style();
        let counts = matches!(style.form, Form::Dun | Form::Dot | Form::Brackets | Form::HalfBracket | Form::Enclosed);
        if !counts || item.section.inline {
            continue;
        }
        let first = *first.entry(style).or_insert(place);
        let Some(other) = view.items.get(first).filter(|other| other.depth != item.depth) else { continue };
        let above = |item: &Item<'_>| item.parent.and_then(|place| view.items.get(place)).copied();
        let nested = std::iter::successors(above(item), above).any(|outer| outer.style() == style);
        let plain = match (above(item), above(other)) {
            // Below one and the same style it is that style's depth that differs, as 条 has with and without 节.
            (Some(own), Some(first)) => {
                own.style() == first.style() || own.style().form == Form::Decimal && first.style().form == Form::Decimal
            }
            _ => true,
        };
        if plain && !nested {
            continue;
        }
        say(item, other);
    }
}

/// A list that begins anew and then goes on as before: what lies between is a list inside the other.
/// The first of it, and the item before.
///
/// ```text
/// （一） （二） [（一） （二） （三）] （三）
/// ```
fn interrupted<'v>(view: &'v View<'_>, series: &[usize]) -> Option<(&'v Item<'v>, &'v Item<'v>)> {
    let mut left: Vec<(usize, usize)> = Vec::new(); // the last of the one list, the first of the other
    let mut last: Option<usize> = None;
    for &place in series {
        let (item, before) = (view.items.get(place)?, last.and_then(|last| view.items.get(last)));
        if let Some(before) = before.filter(|before| !follows(item.style(), before.number(), item.number())) {
            let goes_on = |&(last, _): &(usize, usize)| {
                view.items.get(last).is_some_and(|last| follows(item.style(), last.number(), item.number()))
            };
            if let Some(&(outer, inner)) = left.iter().rev().find(|pair| goes_on(pair)) {
                return Some((view.items.get(inner)?, view.items.get(outer)?));
            }
            if is_first(item.number()) && before.number() > item.number() && left.len() < MAX_DEPTH {
                left.extend(last.map(|last| (last, place)));
            }
        }
        last = Some(place);
    }
    None
}

/// More levels than are read: items of another style among those of the deepest level. Said once.
pub(super) fn limit(view: &View<'_>, report: &mut Report<'_>) {
    let mut first: Option<(Option<usize>, Style)> = None;
    for item in view.items.iter().filter(|item| item.depth >= MAX_DEPTH) {
        match first {
            Some((parent, style)) if parent == item.parent && style != item.style() => {
                let (span, found) = (item.section.marker.span, Some(view.marker(item).to_owned()));
                let expected = Some(MAX_DEPTH.to_string());
                report(Code::DepthLimit, Finding { span, expected, found, ..Finding::default() });
                return;
            }
            Some((parent, _)) if parent == item.parent => {}
            _ => first = Some((item.parent, item.style())),
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::testing::{DOT, DUN, adopt, document, section};
    use crate::{Code, Form, LintOptions, Numeral, Parsed, Profile, Style, parse};

    const BRACKETS: Style = Style::new(Form::Brackets, Numeral::Chinese, 1);

    /// Codes and markers for a first section with a （一） in it, and a second with this inside.
    fn said(inner: &str, style: Style, deeper: Option<(&str, Style)>) -> Vec<(Code, String)> {
        let deep = deeper.map_or("", |(marker, _)| marker);
        let text = format!("要点 一、甲（一）乙二、丙{inner}丁{deep}戊");
        let mut first = section(&text, "一、", DUN, &[1], "甲", "");
        adopt(&mut first, vec![section(&text, "（一）", BRACKETS, &[1], "乙", "")]);
        let mut second = section(&text, "二、", DUN, &[2], "丙", "");
        let mut child = section(&text, inner, style, &[1], "丁", "");
        if let Some((marker, style)) = deeper {
            adopt(&mut child, vec![section(&text, marker, style, &[9], "戊", "")]);
        }
        adopt(&mut second, vec![child]);
        let parsed = Parsed::of_parts(&text, document(&text, "", "要点", vec![first, second], ""), false);
        let of_levels = [Code::LevelSkipped, Code::LevelReversed, Code::SameStyleTwoDepths];
        let said = parsed.lint_with(&LintOptions::new().profile(Profile::Gb9704));
        said.into_iter().filter(|it| of_levels.contains(&it.code)).map(|it| (it.code, it.found.unwrap())).collect()
    }

    #[test]
    fn a_list_that_a_sentence_announces_skips_no_level() {
        let text = |end: &str| {
            format!(
                "要点\n一、快办\n（一）好办。每月调度。\n（二）省办。每月调度。\n二、细办\n年内做好两项工作{end}\n1.摸底。每月调度。\n2.整改。每月调度。\n三、早办\n每月调度。\n"
            )
        };
        let skipped = |end: &str| parse(&text(end)).lint().iter().any(|it| it.code == Code::LevelSkipped);
        assert!(skipped("。") && !skipped("："));
    }

    #[test]
    fn skipped_and_reversed() {
        assert_eq!(said("1.", DOT, None), [(Code::LevelSkipped, "1.".to_owned())]);
        let reversed = said("1.", DOT, Some(("（九）", BRACKETS)));
        assert!(reversed.contains(&(Code::LevelReversed, "（九）".to_owned())), "{reversed:?}");
        assert!(reversed.contains(&(Code::SameStyleTwoDepths, "（九）".to_owned())), "{reversed:?}");
    }
}

//! What the checks look at: the tree's sections in a row, and the series they form.
//!
//! ```text
//! 第一章          series 1: 第一章 第二章
//!   第一条        series 2: 第一条 第二条 第三条     running on over the chapters
//!   第二条          （一） （二）                     a series for each list
//! 第二章
//!   第三条
//! ```

use std::collections::HashMap;

use super::options::{self, LintOptions, Profile};
use super::{lost_delimiter, truncated_end};
use crate::{Form, Number, Parsed, Section, Style, Unit};

/// A section in the row of all sections.
#[derive(Debug, Clone, Copy)]
pub(super) struct Item<'p> {
    pub(super) section: &'p Section,
    /// 1 on the first level.
    pub(super) depth: usize,
    /// The place of the parent in the row.
    pub(super) parent: Option<usize>,
}

impl Item<'_> {
    pub(super) const fn style(&self) -> Style {
        self.section.marker.style
    }

    pub(super) const fn number(&self) -> Number {
        self.section.marker.number
    }
}

/// A text as the checks see it.
#[derive(Debug)]
pub(super) struct View<'p> {
    pub(super) parsed: &'p Parsed<'p>,
    pub(super) profile: Profile,
    /// Whether that profile was asked for, and not chosen by the text.
    pub(super) asked: bool,
    /// All sections in text order.
    pub(super) items: Vec<Item<'p>>,
    /// Places in `items` of the members of each series, in text order. No series is empty.
    pub(super) series: Vec<Vec<usize>>,
    /// Whether the text breaks off at its end.
    pub(super) cut: bool,
    /// Whether the text begins with a marker, so that what came before may be lost.
    pub(super) beheaded: bool,
}

impl<'p> View<'p> {
    pub(super) fn new(parsed: &'p Parsed<'p>, options: &LintOptions) -> Self {
        let profile = options.profile.unwrap_or_else(|| options::choose(parsed).0);
        let document = parsed.document();
        let mut items: Vec<Item<'p>> = Vec::new();
        let mut open: Vec<usize> = Vec::new();
        for (depth, section) in document.preorder() {
            open.truncate(depth - 1); // depth is at least 1
            items.push(Item { section, depth, parent: open.last().copied() });
            open.push(items.len() - 1);
        }
        let beheaded = items.first().is_some_and(|item| {
            let before = parsed.text().get(..item.section.span.start as usize).unwrap_or_default();
            before.chars().all(crate::gap::is_blank)
        });
        let series = series(parsed, &items);
        let asked = options.profile.is_some();
        Self { parsed, profile, asked, items, series, cut: truncated_end::place(parsed).is_some(), beheaded }
    }

    /// The text of an item's marker.
    pub(super) fn marker(&self, item: &Item<'_>) -> &'p str {
        self.parsed.text_of(item.section.marker.span)
    }

    /// The members of a series.
    pub(super) fn members(&self, series: &[usize]) -> impl DoubleEndedIterator<Item = &Item<'p>> {
        series.iter().filter_map(|&place| self.items.get(place))
    }

    /// Whether an item is the last of the text, or holds the last.
    pub(super) fn is_last(&self, item: &Item<'_>) -> bool {
        self.items.last().is_some_and(|last| last.section.span.start < item.section.span.end)
            && item.section.span.end >= self.items.last().map_or(0, |last| last.section.span.end)
    }
}

/// Whether a style runs on through the whole text whatever lies between.
const fn runs_through(style: Style) -> bool {
    matches!(style.form, Form::Unit(Unit::Article))
}

/// Lists of one style under one parent, joined where one goes on where another has ended. 三 of 三是 is no
/// 三、 that a chapter could stand behind.
fn series(parsed: &Parsed<'_>, items: &[Item<'_>]) -> Vec<Vec<usize>> {
    let mut lists: Vec<Vec<usize>> = Vec::new();
    // Of each parent and style its list; of each depth and style the list that came last.
    let mut of_parent: HashMap<(Option<usize>, Style), usize> = HashMap::new();
    let mut latest: HashMap<(usize, Style), usize> = HashMap::new();
    for (place, item) in items.iter().enumerate().filter(|(_, item)| !lost_delimiter::is_spoken(parsed, item.section)) {
        let style = item.style();
        let through = runs_through(style);
        let parent = if through { None } else { item.parent };
        let depth = if through { 0 } else { item.depth };
        let known = of_parent.get(&(parent, style)).copied().or_else(|| {
            let before = *latest.get(&(depth, style))?;
            let last = items.get(*lists.get(before)?.last()?)?;
            let long = lists.get(before).is_some_and(|list| list.len() > 1);
            (long && !item.section.inline && follows(style, last.number(), item.number()) && !is_first(item.number()))
                .then_some(before)
        });
        let list = known.unwrap_or_else(|| {
            lists.push(Vec::new());
            lists.len() - 1
        });
        if let Some(list) = lists.get_mut(list) {
            list.push(place);
        }
        of_parent.insert((parent, style), list);
        latest.insert((depth, style), list);
    }
    lists
}

/// Whether a list may begin with this number: 1, 0, `2.1`.
pub(super) fn is_first(number: Number) -> bool {
    number.last() <= 1 && (number.len() > 1 || number.first() <= 1)
}

/// The number expected behind another: 3 behind 2, 11 behind 10-1 (第十条之一), 1.3 behind 1.2.
pub(super) fn next(style: Style, number: Number) -> Option<Number> {
    if style.parts > 1 {
        let mut parts: Vec<u32> = number.iter().collect();
        *parts.last_mut()? += 1;
        Number::new(&parts)
    } else {
        Number::new(&[number.first() + 1])
    }
}

/// Whether `second` may stand right behind `first`.
pub(super) fn follows(style: Style, first: Number, second: Number) -> bool {
    if next(style, first) == Some(second) {
        return true;
    }
    if style.parts > 1 {
        // 2.1 behind 1.4.
        return second.last() == 1 && second > first;
    }
    // 第十条之一 behind 第十条, 第十条之二 behind 第十条之一, 第2.1条 behind 第1.3条.
    second.len() == 2
        && match second.first().checked_sub(first.first()) {
            Some(0) => second.last() == if first.len() == 2 { first.last() + 1 } else { 1 },
            Some(1) => first.len() == 2 && second.last() == 1,
            _ => false,
        }
}

#[cfg(test)]
mod tests {
    use super::{follows, is_first};
    use crate::testing::DOT;
    use crate::{Form, Number, Numeral, Style};

    #[test]
    fn what_may_follow() {
        let decimal = Style::new(Form::Decimal, Numeral::Arabic, 2);
        for (style, first, second, may) in [
            (DOT, &[1][..], &[2][..], true),
            (DOT, &[1], &[3], false),
            (DOT, &[10], &[10, 1], true),
            (DOT, &[10, 1], &[10, 2], true),
            (DOT, &[10, 1], &[11], true),
            (DOT, &[10], &[10, 2], false),
            (DOT, &[1, 3], &[2, 1], true),
            (DOT, &[1, 3], &[2, 2], false),
            (DOT, &[1], &[2, 1], false),
            (decimal, &[1, 2], &[1, 3], true),
            (decimal, &[1, 2], &[2, 1], true),
            (decimal, &[1, 2], &[1, 2], false),
            (decimal, &[1, 2], &[2, 2], false),
        ] {
            let (first, second) = (Number::new(first).unwrap(), Number::new(second).unwrap());
            assert_eq!(follows(style, first, second), may, "{first} {second}");
        }
        assert!(is_first(Number::new(&[2, 1]).unwrap()) && !is_first(Number::new(&[2]).unwrap()));
    }
}

//! Stage 4: marks to the tree.
//!
//! ```text
//! marks  一、/0  1./1  2./1  二、/0
//! items  一、 list 0   1. list 1   2. list 1   二、 list 0      one pass: which list each belongs to
//! lists  0: 一、 一．   1: 1. 1、 bare 1                         what its members say together
//! tree   Document { 一、{ 1. 2. } 二、 }                          a stack of open sections, no recursion
//! ```
//!
//! What is decided for a list as a whole (its style, whether its entries have headings) is counted in the
//! first pass and used in the second. What lies deeper than [`MAX_DEPTH`] becomes a sibling on the last
//! level.

mod itemized;
mod tails;

use std::cell::Cell;

use crate::resolve::Mark;
use crate::scan::context::Before;
use crate::scan::flag;
use crate::scan::kind::Kind;
use crate::scan::marker::{self, Delim};
use crate::split::{self, Facts, Piece, Share, Split, Tally, Usage, Width, has_unit, numbers_articles};
use crate::{Document, Form, MAX_DEPTH, Marker, Numeral, Section, Span, Style, gap, title};
use tails::{Hung, Tail, hang};

/// What the tree is made of.
pub(crate) struct Parts<'a> {
    pub(crate) text: &'a str,
    /// Offset of each stop; see [`Scan::stops`](crate::scan::Scan::stops).
    pub(crate) stops: &'a [u32],
    /// Whether the text has lines that mean something.
    pub(crate) lines: bool,
    /// The width at which its lines were broken.
    pub(crate) width: Width<'a>,
    /// Whether items inside a sentence become sections.
    pub(crate) inline_items: bool,
    /// Bytes walked over; see [`Work`](crate::Work).
    pub(crate) looked: &'a Cell<u64>,
}

impl Parts<'_> {
    fn look(&self, from: u32, to: u32) {
        self.looked.set(self.looked.get() + u64::from(to.saturating_sub(from)));
    }
}

/// What building a tree needs beside it, reused from text to text.
#[derive(Debug, Clone, Default)]
pub(crate) struct Scratch {
    items: Vec<Item>,
    lists: Vec<List>,
    /// The lists begun under the same parent, at most one a kind, of all open levels.
    begun: Vec<Begun>,
    tails: Vec<Tail>,
    facts: Vec<Facts>,
    tallies: Vec<Tally>,
    styles: Styles,
}

/// What all lists of a style count up to, for the few styles of a text.
#[derive(Debug, Clone, Default)]
struct Styles {
    kinds: Vec<Kind>,
    tallies: Vec<Tally>,
    seams: Seams,
}

/// Of each style how many members have a seam, if all have one that were not looked at. Few texts ask for it.
#[derive(Debug, Clone, Default)]
struct Seams {
    shares: Vec<Share>,
    /// How many members are counted that were looked at.
    counted: usize,
}

impl Seams {
    fn begin(&mut self) {
        self.shares.clear();
        self.counted = 0;
    }

    /// Those of a style, where `looked` is what was found of the first members. Each member is counted once.
    #[cold]
    fn before(&mut self, style: u8, lists: &[List], items: &[Item], looked: &[Facts]) -> Share {
        if self.shares.is_empty() {
            for list in lists {
                let style = usize::from(list.style);
                if self.shares.len() <= style {
                    self.shares.resize(style + 1, Share::default());
                }
                if let Some(share) = self.shares.get_mut(style) {
                    share.seams += list.members;
                    share.of += list.members;
                }
            }
        }
        let (items, new) = (items.get(self.counted..).unwrap_or(&[]), looked.get(self.counted..).unwrap_or(&[]));
        for (item, facts) in items.iter().zip(new).filter(|(_, facts)| !facts.counts()) {
            if let Some(share) = item.of(lists).and_then(|list| self.shares.get_mut(usize::from(list.style))) {
                share.seams = share.seams.saturating_sub(1);
                share.of = share.of.saturating_sub(u32::from(!facts.may_be_seamed()));
            }
        }
        self.counted = looked.len();
        self.shares.get(usize::from(style)).copied().unwrap_or_default()
    }
}

/// Stands for the depth of an article where none lies around: deeper than all.
const NO_ARTICLE: u8 = u8::MAX;

impl Styles {
    /// The index of a style, which may be new.
    fn index(&mut self, kind: Kind) -> u8 {
        let index = self.kinds.iter().position(|&known| known == kind).unwrap_or_else(|| {
            self.kinds.push(kind);
            self.kinds.len() - 1
        });
        index as u8 // fewer than `kind::COUNT`
    }

    /// Whether something is true of all articles of a style together.
    fn of_articles(&self, is: impl Fn(&Tally) -> bool) -> bool {
        let mut all = self.kinds.iter().zip(&self.tallies);
        all.any(|(&kind, tally)| numbers_articles(kind) && is(tally))
    }
}

impl Scratch {
    /// Gives back the room that a long text took.
    pub(crate) fn release(&mut self) {
        if self.items.capacity() > KEPT {
            *self = Self::default();
        }
    }
}

/// Room for more items than so many is not kept.
const KEPT: usize = 2_048;

/// A list that goes on while its parent is open.
#[derive(Debug, Clone, Copy)]
struct Begun {
    depth: u8,
    kind: Kind,
    list: u32,
}

/// What is found of a marker that becomes a section, beside its mark.
#[derive(Debug, Clone, Copy)]
struct Item {
    /// Index of its list.
    list: u32,
    /// How many sections lie right inside.
    children: u32,
    inline: bool,
}

/// The list of an item that is left out.
const NO_LIST: u32 = u32::MAX;

impl Item {
    /// What its list holds of a slice with an entry a list.
    fn of<'l, T>(&self, lists: &'l [T]) -> Option<&'l T> {
        lists.get(self.list as usize)
    }
}

/// Whether a text is one of articles: three at least that stand at the top or below chapters, not in items of another style.
fn is_statute(marks: &[Mark]) -> bool {
    let (mut articles, mut inside) = (0_usize, None::<u8>);
    for mark in marks {
        inside = inside.filter(|&depth| depth < mark.depth);
        if is_article(mark) {
            articles += usize::from(inside.is_none());
            if articles > 2 {
                return true;
            }
        } else if inside.is_none() && !has_unit(mark.kind) {
            inside = Some(mark.depth);
        }
    }
    false
}

const fn is_article(mark: &Mark) -> bool {
    numbers_articles(mark.kind)
}

/// Where the section of a mark begins: with its marker, or with the sign before it, `★1、`.
#[inline]
fn outset(text: &str, mark: &Mark) -> u32 {
    if mark.has(flag::SIGNED) { before_sign(text, mark.start) } else { mark.start }
}

#[cold]
fn before_sign(text: &str, start: u32) -> u32 {
    start - gap::sign_before(text, start as usize) as u32 // fits: it stands in the text before
}

/// Siblings of one kind.
#[derive(Debug, Clone, Copy)]
struct List {
    kind: Kind,
    /// Index of its style.
    style: u8,
    /// How many members there are, how many close with 、, how many with nothing.
    members: u32,
    duns: u32,
    bare: u32,
    /// How many stand inside a sentence.
    inline: u32,
    /// Whether the first member is number 1.
    from_one: bool,
    /// Whether a list of `1.1` lies inside.
    decimals_inside: bool,
    /// Whether a list of `1 总则` that does not start at 1 lies inside.
    late_inside: bool,
}

/// Builds the tree of `marks`, of which those are left out that become no section.
pub(crate) fn build(parts: &Parts<'_>, marks: &mut Vec<Mark>, scratch: &mut Scratch) -> Document {
    let text = parts.text;
    let end = text.len() as u32;
    let mut document = Document::bare(Span::new(0, end));
    items(parts, marks, scratch);
    let first = marks.first().map_or(end, |mark| outset(text, mark));
    document.title = title::find(text, first, &parts.width);
    if let Some(title) = document.title {
        document.head = split::trim(text, Span::new(0, title.start));
    }
    let behind_title = document.title.map_or(0, |title| title.end);
    document.preface = split::trim(text, Span::new(behind_title, first));
    let Hung { first_level, closing } = hang(parts, document.title, marks, scratch);
    document.closing = split::trim(text, Span::new(closing, end));
    let itemized = parts.lines && itemized::are_items(parts, marks);
    let spaced = !parts.lines && split::are_spaced(text, marks);
    let usage = (!parts.lines || itemized).then(|| Usage::of(text, parts.stops, spaced, itemized));
    facts(parts, marks, scratch, closing, usage.as_ref());
    let usage = usage.filter(|usage| !usage.itemized || itemized::have_seams(&scratch.styles.tallies));
    // Lists of sections are made as long as they become: to let them grow costs more than to count.
    document.sections.reserve_exact(first_level);
    assemble(text, marks, scratch, usage.as_ref(), &mut document.sections);
    document
}

/// Makes the sections.
#[inline(never)]
fn assemble(text: &str, marks: &[Mark], scratch: &Scratch, usage: Option<&Usage<'_>>, sections: &mut Vec<Section>) {
    let Scratch { items, lists, tails, facts, tallies, styles, .. } = scratch;
    let mut tails = tails.as_slice();
    // Tails of open sections, the innermost last.
    let mut pending: Vec<(usize, Span)> = Vec::new();
    let mut open: Vec<Open> = Vec::with_capacity(MAX_DEPTH);
    for (index, item) in items.iter().enumerate() {
        if item.children > 0 {
            open.push(Open { index, children: Vec::with_capacity(item.children as usize) });
            continue;
        }
        while let [tail, behind @ ..] = tails
            && tail.item == index
        {
            pending.insert(0, (tail.depth, tail.span));
            tails = behind;
        }
        // A section without others in it, and those that end with it. A tail behind it belongs to a section around.
        let outer = marks.get(index + 1).map_or(0, |next| usize::from(next.depth));
        let (mut done, mut tail) = (Open { index, children: Vec::new() }, None);
        loop {
            let Open { index, children } = done;
            // There is one of each for every mark.
            let (Some(mark), Some(item), Some(facts)) = (marks.get(index), items.get(index), facts.get(index)) else {
                break;
            };
            let (Some(list), Some(tally)) = (item.of(lists), item.of(tallies)) else { break };
            let Some(style) = styles.tallies.get(usize::from(list.style)) else { break };
            let Split { heading, body } = split::decide(text, facts, tally, style, usage);
            let siblings = open.last_mut().map_or(&mut *sections, |parent| &mut parent.children);
            // Only a heading that nothing parts from the text behind it may be a subject.
            let unmarked = heading.filter(|heading| heading.end == body.start && !body.is_empty());
            let (heading, body) = match unmarked {
                Some(name) => without_subject(text, siblings, name, body),
                None => (heading, body),
            };
            let end = children.last().map_or(body.end, |child| child.span.end);
            let tail_span = tail.unwrap_or(Span::empty(end));
            siblings.push(Section {
                span: Span::new(outset(text, mark), tail_span.end),
                marker: list.marker(mark),
                heading,
                body,
                children,
                tail: tail_span,
                inline: item.inline,
                confidence: mark.confidence,
            });
            if open.len() <= outer {
                break;
            }
            let Some(last) = open.pop() else { break };
            tail = pending.pop_if(|(depth, _)| *depth == open.len()).map(|(_, tail)| tail);
            done = last;
        }
    }
}

/// The marks that become sections, an item each, and the lists they form.
fn items(parts: &Parts<'_>, marks: &mut Vec<Mark>, scratch: &mut Scratch) {
    let Scratch { items, lists, begun, styles, .. } = scratch;
    styles.kinds.clear();
    items.clear();
    lists.clear();
    lists.reserve((marks.len() / 4).min(64));
    begun.clear();
    begun.reserve(MAX_DEPTH);
    // The depth and the list of the item before.
    let (mut outside, mut last) = (MAX_DEPTH as u8, NO_LIST);
    items.extend(marks.iter_mut().map(|mark| {
        let inline = is_inline(mark, parts.lines);
        let depth = mark.depth.min(MAX_DEPTH as u8 - 1);
        mark.depth = depth;
        let inside = std::mem::replace(&mut outside, depth) < depth;
        if let Some(list) = lists.get_mut(last as usize).filter(|_| inside) {
            list.decimals_inside |= mark.kind == Kind::Decimal2;
        }
        while begun.pop_if(|begun| begun.depth > depth).is_some() {}
        // Most go on with the list begun last.
        let going = if begun.last().is_some_and(|begun| begun.depth == depth && begun.kind == mark.kind) {
            begun.last_mut()
        } else {
            let mut level = begun.iter_mut().rev().take_while(|begun| begun.depth == depth);
            level.find(|begun| begun.kind == mark.kind)
        };
        // 一是…三是… of the next paragraph is another list, said in another way. Of lists by figures that begin anew the
        // one says as much about the other as about itself: measured.
        let anew = mark.ord >> 6 == 1 && split::is_spoken(mark.kind);
        let known = going.as_ref().filter(|_| !anew).map(|begun| begun.list);
        let list = known.unwrap_or(lists.len() as u32);
        let first = going.is_none();
        if let Some(going) = going {
            going.list = list;
        }
        if known.is_none() {
            lists.push(List::new(mark, styles.index(mark.kind)));
        }
        if first && mark.kind == Kind::Decimal1 && mark.ord >> 6 != 1 {
            for outer in begun.iter().filter(|begun| begun.depth < depth) {
                if let Some(outer) = lists.get_mut(outer.list as usize) {
                    outer.late_inside = true;
                }
            }
        }
        if first {
            begun.push(Begun { depth, kind: mark.kind, list });
        }
        if let Some(list) = lists.get_mut(list as usize) {
            list.count(mark);
            list.inline += u32::from(inline);
        }
        last = list;
        Item { list, children: 0, inline }
    }));
    if lists.iter().any(|list| list.inline > 0) {
        for item in &mut *items {
            // In a list that stands on its own, the stop before one member was lost: `…平台,二、…`
            item.inline &= item.of(lists).is_some_and(List::is_inline);
        }
    }
    if !parts.inline_items {
        leave_out_inline(marks, items, lists);
    }
}

/// Leaves out the lists inside a sentence, with all that lies inside them. Whole lists: of one whose second member
/// begins a line, no member is left to stand without the first.
fn leave_out_inline(marks: &mut Vec<Mark>, items: &mut Vec<Item>, lists: &[List]) {
    let mut outer = None;
    for (mark, item) in marks.iter().zip(&mut *items) {
        if outer.is_none_or(|depth| mark.depth <= depth) {
            outer = item.of(lists).is_some_and(List::is_inline).then_some(mark.depth);
        }
        if outer.is_some() {
            item.list = NO_LIST;
        }
    }
    let mut left = items.iter().map(|item| item.list != NO_LIST);
    marks.retain(|_| left.next().unwrap_or(false));
    items.retain(|item| item.list != NO_LIST);
}

/// What each item's text shows, and what the lists, and all lists of a style, count up to.
fn facts(parts: &Parts<'_>, marks: &[Mark], scratch: &mut Scratch, closing: u32, usage: Option<&Usage<'_>>) {
    // Most articles have none, and a first look tells. Where they have, it is known only when all are looked at, and
    // what stands in them is then read otherwise.
    facts_of(parts, marks, scratch, closing, usage, Titles::Unknown, false);
    let labels = scratch.styles.of_articles(Tally::has_labels);
    if labels {
        facts_of(parts, marks, scratch, closing, usage, Titles::Unknown, labels);
    }
    for titles in [Titles::Likely, Titles::Known] {
        if usage.is_some() && scratch.styles.of_articles(Tally::has_titles_run_in) {
            facts_of(parts, marks, scratch, closing, usage, titles, labels);
        }
    }
}

/// What is known of the articles of a text without lines.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Titles {
    /// Nothing yet.
    Unknown,
    /// They may have headings.
    Likely,
    /// They have.
    Known,
}

/// The same, as far as it is known whether articles have headings that run into their text, and whether they begin with
/// labels.
fn facts_of(
    parts: &Parts<'_>,
    marks: &[Mark],
    scratch: &mut Scratch,
    closing: u32,
    usage: Option<&Usage<'_>>,
    titles: Titles,
    labels: bool,
) {
    let Scratch { items, lists, tails, facts, tallies, styles, .. } = scratch;
    let mut tails = tails.as_slice();
    tallies.clear();
    tallies.resize(lists.len(), Tally::default());
    facts.clear();
    facts.reserve(items.len());
    let Styles { kinds, tallies: of_styles, seams } = styles;
    seams.begin();
    // In a text of articles, a list outside of them is an annex to them.
    let statute = kinds.iter().any(|&kind| numbers_articles(kind)) && is_statute(marks);
    let (mut articles, mut looked) = (Tally::default(), 0);
    // Whether so many articles were without a sign of a heading that in no further one is a heading looked for that runs
    // into its text.
    let mut seamless = usage.is_none();
    let mut search = itemized::Search::default();
    // The depth of the article around, and whether it has a heading: then its lists are as they would be below a chapter.
    let (mut article, mut titled) = (NO_ARTICLE, false);
    for (index, (mark, item)) in marks.iter().zip(&*items).enumerate() {
        let next = marks.get(index + 1);
        let mut end = next.map_or(closing, |next| outset(parts.text, next));
        // The innermost of the tails behind an item comes first.
        let mut first = true;
        while let [tail, behind @ ..] = tails
            && tail.item == index
        {
            end = if first { tail.span.start } else { end };
            (first, tails) = (false, behind);
        }
        let mut stops = parts.stops.get(mark.stops as usize..).unwrap_or(&[]);
        // 第一步：
        while let [stop, behind @ ..] = stops
            && *stop < mark.end()
        {
            stops = behind;
        }
        if mark.depth <= article {
            article = NO_ARTICLE;
        }
        let whole = split::trim(parts.text, Span::new(mark.end(), end));
        let tally = tallies.get_mut(item.list as usize);
        let is_article = is_article(mark);
        // Most pieces of a statute show by themselves that they have no heading.
        if is_article {
            if article == NO_ARTICLE
                && seamless
                && !item.inline
                && let Some(behind) = split::end_of_article(parts.text, stops, whole)
            {
                facts.push(Facts::of_article(whole, behind));
                articles.count_untitled();
                (article, titled) = (mark.depth, labels);
                looked += u64::from(behind - mark.end());
                if let Some(tally) = tally {
                    tally.count_untitled();
                }
                continue;
            }
        } else if article != NO_ARTICLE && !titled {
            facts.push(Facts::of_entry(whole, mark.kind, item.children > 0, item.inline));
            let Some(shown) = facts.last_mut() else { break };
            shown.look_for_label(parts.text, stops);
            looked += u64::from(shown.read_to().saturating_sub(mark.end()));
            if let Some(tally) = tally {
                tally.count_entry(shown);
            }
            continue;
        }
        let piece = Piece {
            kind: mark.kind,
            start: mark.end(),
            whole,
            has_children: item.children > 0,
            heads_units: item.children > 0
                && has_unit(mark.kind)
                && !is_article
                && next.is_some_and(|next| has_unit(next.kind)),
            inline: item.inline,
            in_article: article != NO_ARTICLE && !titled,
            clause: article != NO_ARTICLE && titled,
            last: next.is_some_and(|next| next.depth <= mark.depth && next.ord >> 6 == 1),
            annexed: statute && article == NO_ARTICLE && !has_unit(mark.kind),
        };
        let asked = usage.filter(|usage| !(is_article && seamless || usage.itemized && search.is_in_vain()));
        facts.push(Facts::of(&piece));
        let Some((shown, before)) = facts.split_last_mut() else { break };
        if let Some(usage) = split::look(parts.text, stops, &piece, asked, &parts.width, shown) {
            let beside = match (&tally, item.of(lists)) {
                // Of an article it is first asked whether any has a heading.
                _ if is_article && titles == Titles::Unknown => None,
                (Some(tally), Some(list)) => {
                    Some(tally.most_beside(list.members, seams.before(list.style, lists, items, before)))
                }
                _ => Some(0),
            };
            split::look_within(parts.text, usage, beside, shown);
        }
        if asked.is_some() {
            search.count(shown.counts());
        }
        if is_article {
            articles.count_title(shown);
            seamless = usage.is_none() || articles.is_without_titles();
        }
        looked += u64::from(shown.read_to().saturating_sub(piece.start));
        if is_article && article == NO_ARTICLE {
            let run_in = titles == Titles::Known && shown.may_run_in();
            (article, titled) = (mark.depth, labels || shown.titled() || run_in);
        }
        if let Some(tally) = tally {
            tally.count(shown);
        }
    }
    parts.looked.set(parts.looked.get() + looked);
    of_styles.clear();
    of_styles.resize(kinds.len(), Tally::default());
    for (list, tally) in lists.iter().zip(&*tallies) {
        if let Some(style) = of_styles.get_mut(usize::from(list.style)) {
            style.add(tally);
        }
    }
}

impl List {
    const fn new(first: &Mark, style: u8) -> Self {
        // A number's first six bits count `条之n`; see `Reading::ord`.
        let from_one = first.ord >> 6 == 1;
        Self {
            kind: first.kind,
            style,
            members: 0,
            duns: 0,
            bare: 0,
            inline: 0,
            from_one,
            decimals_inside: false,
            late_inside: false,
        }
    }

    /// Whether most members stand inside a sentence.
    const fn is_inline(&self) -> bool {
        self.inline * 2 > self.members
    }

    fn count(&mut self, member: &Mark) {
        self.members += 1;
        self.duns += u32::from(member.delim == Delim::Dun);
        self.bare += u32::from(member.delim == Delim::None);
    }

    /// The marker of a member, in the style of its list.
    fn marker(&self, mark: &Mark) -> Marker {
        let mut marker = marker(mark);
        match self.kind {
            Kind::Roman if self.duns * 2 > self.members => {
                marker.style = Style::new(Form::Dun, Numeral::Roman, 1);
            }
            // `1总则1.1目的`: no dot was lost, the first level of decimal numbering has none. A list that
            // does not start at 1 could repeat a style further out, and be repeated by such a one inside.
            Kind::Dot if self.decimals_inside && self.from_one && !self.late_inside && self.bare == self.members => {
                marker.style = Style::new(Form::Decimal, Numeral::Arabic, 1);
                marker.recovered = false;
            }
            _ => {}
        }
        marker
    }
}

/// The marker of a mark, in the style of its kind.
pub(crate) fn marker(mark: &Mark) -> Marker {
    Marker {
        span: Span::new(mark.start, mark.end()),
        style: marker::style_of(mark.kind),
        number: marker::number_of(mark.kind, mark.ord, mark.prefix),
        recovered: matches!(mark.kind, Kind::Dot | Kind::Dun | Kind::HalfArabic) && mark.delim == Delim::None,
    }
}

/// A section whose end is not yet found. What else it holds stands in its mark, so that it is made, and moved, once.
struct Open {
    /// Index of its mark.
    index: usize,
    children: Vec<Section>,
}

/// Whether a marker stands inside a line, or inside a sentence of a text without lines.
fn is_inline(mark: &Mark, lines: bool) -> bool {
    if mark.before.begins_line() {
        return false;
    }
    // 【第一章 总则】 stands on its own.
    let enclosed = mark.before == Before::Open && !has_unit(mark.kind);
    let sentence = enclosed
        || matches!(mark.before, Before::Comma | Before::Dun)
        || matches!(mark.before, Before::Colon | Before::Semi | Before::Word) && !lines && is_soft(mark.kind);
    sentence || lines && is_soft(mark.kind)
}

const fn is_soft(kind: Kind) -> bool {
    matches!(kind, Kind::Shi | Kind::Yao | Kind::DiComma | Kind::QiComma | Kind::Circled)
}

/// Heading and body of a section, where the heading is no subject with which the sentences of its siblings begin as well:
/// 1.防汛工作实行…。2.防汛工作以…为…。
#[inline(never)]
fn without_subject(text: &str, siblings: &mut [Section], name: Span, body: Span) -> (Option<Span>, Span) {
    let heading = Some(name);
    let Some((before, others)) = siblings.split_last_mut() else { return (heading, body) };
    let words = name.of(text);
    let begins = |body: Span| words.is_some_and(|words| body.of(text).is_some_and(|body| body.starts_with(words)));
    let again = match before.heading {
        Some(before_name) => {
            before_name.end == before.body.start && !before.body.is_empty() && before_name.of(text) == words
        }
        // Its own heading was no other.
        None => begins(before.body) && others.last().is_some_and(|other| other.heading.is_none() && begins(other.body)),
    };
    if !again {
        return (heading, body);
    }
    if let Some(before_name) = before.heading.take() {
        before.body = Span::new(before_name.start, before.body.end);
    }
    (None, Span::new(name.start, body.end))
}

#[cfg(test)]
mod tests {
    use super::{KEPT, Scratch, without_subject};
    use crate::{Form, Numeral, Options, Section, Span, Style, parse, parse_with};

    #[test]
    fn a_title_that_comes_again_behind_the_text_is_of_the_page() {
        let text = "关于认养绿地的通知\n一、时间\n三月至五月。\n二、地点\n滨河公园东侧。\n\n关于认养绿地的通知\n\n立即取得\n热门\n";
        let closing = |text: &str| {
            let parsed = parse(text);
            assert_eq!(parsed.document().check(text), Ok(()));
            parsed.text_of(parsed.document().closing).to_owned()
        };
        assert_eq!(closing(text), "关于认养绿地的通知\n\n立即取得\n热门");
        assert_eq!(closing(&text.replace("侧。\n\n关于认养绿地的通知\n", "侧。\n见关于认养绿地的通知\n")), "");
        assert_eq!(closing(&text.replace("侧。\n\n关于认养绿地的通知\n", "侧。\n关于认养绿地的通知里说明。\n")), "");
    }

    #[test]
    fn a_subject_is_no_heading() {
        let text = "第五条社员每年登记。第六条社长由大会选举产生。第七条社长任期一年。第八条社长负责召集大会。";
        let parsed = parse(text);
        let chapter = parsed.document().sections.clone();
        let at = text.rfind("社长").unwrap();
        let end = at + "社长".len();
        let (name, body) = (Span::new(at as u32, end as u32), Span::new(end as u32, text.len() as u32));
        // One sibling before may begin so; two show a subject.
        for (before, is_heading) in [(0, true), (1, true), (2, true), (3, false)] {
            let mut siblings = chapter[..before].to_vec();
            let (heading, _) = without_subject(text, &mut siblings, name, body);
            assert_eq!(heading.is_some(), is_heading, "{before}");
        }
        let mut siblings = chapter[..1].to_vec();
        let (sibling, words) = (&mut siblings[0], "社员".len() as u32);
        let whole = sibling.body;
        let word = Span::new(whole.start, whole.start + words);
        (sibling.heading, sibling.body) = (Some(word), Span::new(word.end, whole.end));
        assert_eq!(without_subject(text, &mut siblings, name, body), (Some(name), body));
        let (again, rest) = (word, Span::new(word.end, whole.end));
        assert_eq!(without_subject(text, &mut siblings, again, rest), (None, whole));
        assert_eq!((siblings[0].heading, siblings[0].body), (None, whole));
    }

    #[test]
    fn a_list_inside_a_sentence_is_left_out_as_a_whole() {
        let text = "一是抓部署。\n（一）方案：一是摸底，二是整改，\n三是验收。\n（二）检查：略。\n二是抓落实。\n（一）督查。\n";
        let without = parse_with(text, &Options::new().inline_items(false));
        let first = &without.document().sections[0];
        assert_eq!(first.children.len(), 2);
        assert!(first.children.iter().all(|child| child.children.is_empty()), "三是 without 一是 and 二是");
        assert_eq!(without.document().check(text), Ok(()));
        assert_eq!(parse(text).document().sections[0].children[0].children.len(), 3);
    }

    #[test]
    fn items_inside_a_sentence_are_left_out_on_demand() {
        let text = "一、目标。重点是：一是摸底，二是整改。二、任务。按期完成。";
        let with = parse(text);
        assert_eq!(with.document().sections[0].children.len(), 2);
        let without = parse_with(text, &Options::new().inline_items(false));
        assert_eq!(without.document().sections.len(), 2);
        let first = &without.document().sections[0];
        assert!(first.children.is_empty());
        assert_eq!(without.text_of(first.body), "重点是：一是摸底，二是整改。");
        assert_eq!(without.document().check(text), Ok(()));
    }

    #[test]
    fn what_holds_only_items_inside_a_sentence_holds_nothing_without_them() {
        let text = "一、目标：1.扩大规模；2.提升质量。二、任务";
        let headings = |options: &Options| {
            let parsed = parse_with(text, options);
            let heading =
                |place: crate::Place<'_>| place.section.heading.map(|heading| parsed.text_of(heading).to_owned());
            parsed.document().walk().map(heading).collect::<Vec<_>>()
        };
        let named = |text: &str| Some(text.to_owned());
        assert_eq!(headings(&Options::new().inline_items(false)), [named("目标"), None, None, named("任务")]);
    }

    #[test]
    fn lists_take_no_more_room_than_they_need() {
        fn fits(sections: &Vec<Section>) -> bool {
            sections.capacity() == sections.len() && sections.iter().all(|section| fits(&section.children))
        }
        let parsed =
            parse("一、目标。1.规模。2.质量。3.结构。二、任务。1.基建。三、保障。（一）人员。①招聘。②培训。③考核。");
        assert!(parsed.document().sections.len() == 3 && fits(&parsed.document().sections), "{parsed:#?}");
    }

    #[test]
    fn the_room_of_a_long_text_is_given_back_and_that_of_a_short_one_kept() {
        for (items, kept) in [(KEPT / 2, true), (KEPT + 1, false)] {
            let mut scratch = Scratch { items: Vec::with_capacity(items), ..Scratch::default() };
            scratch.release();
            assert_eq!(scratch.items.capacity() > 0, kept, "{items}");
        }
    }

    #[test]
    fn a_bare_number_among_dots_is_recovered() {
        let parsed = parse("一、任务1.建机制。每月调度。2强队伍。全员培训。3.严考核。按季通报。");
        let children = &parsed.document().sections[0].children;
        let recovered: Vec<_> = children.iter().map(|child| child.marker.recovered).collect();
        assert_eq!(recovered, [false, true, false]);
        assert!(children.iter().all(|child| child.marker.style.form == Form::Dot));
    }

    #[test]
    fn the_first_level_of_decimal_numbering_has_no_dot_to_lose() {
        let text = "1 总则\n1.1 目的\n规范处置。\n1.2 范围\n全市。\n2 组织\n2.1 机构\n设指挥部。\n2.2 职责\n统一指挥。";
        let parsed = parse(text);
        for section in &parsed.document().sections {
            assert_eq!(section.marker.style, Style::new(Form::Decimal, Numeral::Arabic, 1));
            assert!(!section.marker.recovered);
        }
        assert_eq!(parsed.document().check(text), Ok(()));
    }

    #[test]
    fn a_first_level_holds_no_late_list_of_its_style() {
        // The least of a heap of pieces of fixtures that held one.
        let text = "二、联系方式1.采购人：市职业技术学校，电话：0571-88120032.代理机构：诚信招标公司，电话：0571-88123454。\n\
            3.1.3 输出\n\
            3.2 还书\n\
            （1）计算超期天，十一、十二月集中展示。（二）改进教研。抽查七、八百份作业样本，找出四、五类共性问题。三、校外实践。一、二、三产业实践基地轮流接待学生，每月逢五、十、十五日开放。四、督导评价。第一、三季度自查，第二、四季度互查。五、经费保障。市、区两级按三、七比例分担。行動不便者由志工送達，10月18日（六）起實施。㈣、結語。共餐不只是吃飯，更是關懷，盼各里踴躍參與。设进度。项目2023.4.6开工，2024.6.30前完工，目前完成工程量的83.5%。二、运行数据。1.水位。节　河道整治\n\
            五、咨询电话\n\
            附件：1.岗位表\n\
            1 标的\n\
            1.2 规格 胸径不小于四厘米，无病虫害。\n\
            2 价款和交货\n\
            3 违约责任";
        assert_eq!(parse(text).document().check(text), Ok(()));
    }

    #[test]
    fn roman_numerals_have_the_form_of_most_of_their_list() {
        let text = "Ⅰ、目标\n按期完成。\nⅡ．任务\n全面摸底。\nⅢ、保障\n落实经费。";
        let parsed = parse(text);
        assert_eq!(parsed.document().sections.len(), 3);
        for section in &parsed.document().sections {
            assert_eq!(section.marker.style, Style::new(Form::Dun, Numeral::Roman, 1));
        }
        assert_eq!(parsed.document().check(text), Ok(()));
    }
}

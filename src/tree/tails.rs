//! Texts behind last children, and what lies right inside each item.
//!
//! ```text
//! （三）改摊位。…｜以上三项任务，十月底前完工。       behind the last item of a list: of a section around
//! ```

use super::{Item, Parts, Scratch, is_article, outset};
use crate::ending::Leaf;
use crate::resolve::Mark;
use crate::split;
use crate::{MAX_DEPTH, Span};

/// A text behind the last child of a section.
#[derive(Debug, Clone, Copy)]
pub(super) struct Tail {
    /// The item it stands behind.
    pub(super) item: usize,
    /// The depth of the section it belongs to.
    pub(super) depth: usize,
    pub(super) span: Span,
}

/// What hangs together in the tree.
pub(super) struct Hung {
    /// How many sections are on the first level.
    pub(super) first_level: usize,
    /// Where the closing begins.
    pub(super) closing: u32,
}

/// Counts what lies right inside each item, and finds the texts behind last children, in text order.
/// `title`: that of the document.
pub(super) fn hang(parts: &Parts<'_>, title: Option<Span>, marks: &[Mark], scratch: &mut Scratch) -> Hung {
    let Scratch { items, tails, .. } = scratch;
    let mut hung = Hung { first_level: 0, closing: parts.text.len() as u32 };
    tails.clear();
    // The open item of each level; no item lies deeper, and none is deeper than one more than the one before.
    let mut open = [0; MAX_DEPTH];
    let mut depths = 0;
    for (index, mark) in marks.iter().enumerate() {
        let depth = usize::from(mark.depth).min(depths);
        let parent = depth.checked_sub(1).and_then(|outer| open.get(outer)).and_then(|&parent| items.get_mut(parent));
        match parent {
            Some(parent) => parent.children += 1,
            None => hung.first_level += 1,
        }
        if let Some(slot) = open.get_mut(depth) {
            *slot = index;
        }
        depths = depth + 1;
        let next = marks.get(index + 1);
        let outer = next.map_or(0, |next| usize::from(next.depth));
        if next.is_none() || outer < depth {
            let leaf = Hanging { parts, title, marks, items, open: open.get(..depths).unwrap_or(&[]), outer };
            hung.closing = leaf.tails(index, mark, next, tails).unwrap_or(hung.closing);
        }
    }
    hung
}

/// The last item of a list, and all that is open around it.
struct Hanging<'a> {
    parts: &'a Parts<'a>,
    title: Option<Span>,
    marks: &'a [Mark],
    items: &'a [Item],
    /// The open items, the outermost first, this one last.
    open: &'a [usize],
    /// The depth of the item behind it, 0 where none is.
    outer: usize,
}

impl Hanging<'_> {
    /// The texts behind it that belong to sections around; where the closing begins if it is the last of all.
    #[inline(never)]
    fn tails(&self, index: usize, mark: &Mark, next: Option<&Mark>, tails: &mut Vec<Tail>) -> Option<u32> {
        let Self { parts, outer, .. } = *self;
        let text = parts.text;
        let (depth, end) = (self.open.len().saturating_sub(1), text.len() as u32);
        let article = self.article();
        let stops_end = next.map_or(parts.stops.len(), |next| next.stops as usize);
        let mut leaf = Leaf {
            text,
            stops: parts.stops.get(mark.stops as usize..stops_end).unwrap_or(&[]),
            start: mark.end(),
            end: next.map_or(end, |next| outset(text, next)),
            lines: parts.lines,
            in_article: article.is_some(),
        };
        let mut closing = None;
        if next.is_none() {
            leaf.end = Leaf { in_article: article.is_some() || is_article(mark), ..leaf }.closing();
            let frame = self.title.filter(|_| parts.lines).and_then(|title| title_again(text, title, leaf.start));
            leaf.end = leaf.end.min(frame.unwrap_or(end));
            closing = Some(leaf.end);
        }
        parts.look(leaf.start, leaf.end);
        // A paragraph does not sum up a list inside the sentence before it.
        let inline = self.open.iter().rev().take_while(|&&open| self.items.get(open).is_some_and(|item| item.inline));
        let inner = article.unwrap_or(depth.saturating_sub(1 + inline.count()));
        if depth > 0 && inner >= outer {
            let begun = leaf.tails(inner - outer + 1);
            for (level, &at) in begun.iter().enumerate() {
                let end = begun.get(level + 1).copied().unwrap_or(leaf.end);
                let span = split::trim(text, Span::new(at, end));
                tails.push(Tail { item: index, depth: inner - level, span });
            }
        }
        closing
    }

    /// The depth of the innermost article around it.
    fn article(&self) -> Option<usize> {
        let (_, around) = self.open.split_last()?;
        around.iter().rposition(|&open| self.marks.get(open).is_some_and(is_article))
    }
}

/// How far before the end of the text its title may stand again, in bytes, and the fewest bytes of one that is looked for.
const FRAME: usize = 900;
const SHORTEST: usize = 15;

/// Where the title stands again on a line of its own behind `from`: the frame of the page begins there, with what a visitor may
/// download. A document that follows would have markers.
fn title_again(text: &str, title: Span, from: u32) -> Option<u32> {
    let title = title.of(text).filter(|title| title.len() >= SHORTEST)?;
    let from = (from as usize).max(text.len().saturating_sub(FRAME));
    let end = text.as_bytes().get(from..)?;
    memchr::memchr_iter(b'\n', end).find_map(|line| {
        let line = text.get(from + line + 1..)?.trim_start_matches([' ', '\u{3000}']);
        let behind = line.strip_prefix(title)?.trim_start_matches([' ', '\u{3000}', '\r']);
        behind.starts_with('\n').then(|| (text.len() - line.len()) as u32) // fits: the text does
    })
}

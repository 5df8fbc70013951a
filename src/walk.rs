//! Ways through a finished tree: in text order, and down to one byte.
//!
//! ```text
//! 一、     the places that `walk` gives, in this order:
//! ├─ 1.      一、     1.     2.     二、          sections
//! └─ 2.      –        一、   一、   –             their ancestors
//! 二、
//! ```
//!
//! Nothing here recurses: a tree that comes from elsewhere may be of any depth.

use std::slice::Iter;

use crate::{Document, Section};

/// A section and the way to it.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Place<'d> {
    /// The sections around this one, outermost first. Empty for a section of the first level.
    pub ancestors: Vec<&'d Section>,
    /// The section.
    pub section: &'d Section,
}

impl<'d> Place<'d> {
    /// How deep the section lies: 1 on the first level.
    #[must_use]
    pub const fn depth(&self) -> usize {
        self.ancestors.len() + 1
    }

    /// The section directly around this one; `None` on the first level.
    #[must_use]
    pub fn parent(&self) -> Option<&'d Section> {
        self.ancestors.last().copied()
    }

    /// The way from the first level to the section, itself included.
    pub fn path(&self) -> impl DoubleEndedIterator<Item = &'d Section> {
        self.ancestors.iter().copied().chain(std::iter::once(self.section))
    }
}

impl Document {
    /// All sections in text order, each with the sections around it.
    ///
    /// ```
    /// let parsed = gangmu::parse("一、目标。1.快。2.好。");
    /// for place in parsed.document().walk() {
    ///     println!("{:indent$}{}", "", parsed.text_of(place.section.marker.span), indent = place.depth());
    /// }
    /// ```
    #[must_use]
    pub fn walk(&self) -> Walk<'_> {
        Walk { rest: self.preorder(), ancestors: Vec::new() }
    }

    /// The innermost section that holds this byte, and the way to it. `None` in title, preface and
    /// closing, and in the blanks between two sections of the first level.
    ///
    /// Takes a binary search on each level.
    #[must_use]
    pub fn section_at(&self, byte: usize) -> Option<Place<'_>> {
        let mut ancestors = Vec::new();
        let mut section = child_at(&self.sections, byte)?;
        while let Some(child) = child_at(&section.children, byte) {
            ancestors.push(section);
            section = child;
        }
        Some(Place { ancestors, section })
    }

    /// How many sections there are, on all levels together.
    #[must_use]
    pub fn len(&self) -> usize {
        self.preorder().count()
    }

    /// Whether there is no section: the text has no outline.
    #[must_use]
    pub const fn is_empty(&self) -> bool {
        self.sections.is_empty()
    }

    /// All sections in text order with their depth, for those who need no ancestors: costs no
    /// allocation a section.
    pub(crate) fn preorder(&self) -> Preorder<'_> {
        Preorder { open: vec![self.sections.iter()] }
    }
}

fn child_at(sections: &[Section], byte: usize) -> Option<&Section> {
    let behind = sections.partition_point(|section| section.span.start as usize <= byte);
    let candidate = sections.get(behind.checked_sub(1)?)?;
    (byte < candidate.span.end as usize).then_some(candidate)
}

/// Iterator over all sections; see [`Document::walk`].
#[derive(Debug, Clone)]
pub struct Walk<'d> {
    rest: Preorder<'d>,
    /// The path to the section given last, itself included.
    ancestors: Vec<&'d Section>,
}

impl<'d> Iterator for Walk<'d> {
    type Item = Place<'d>;

    fn next(&mut self) -> Option<Place<'d>> {
        let (depth, section) = self.rest.next()?;
        self.ancestors.truncate(depth - 1);
        let place = Place { ancestors: self.ancestors.clone(), section };
        self.ancestors.push(section);
        Some(place)
    }
}

impl std::iter::FusedIterator for Walk<'_> {}

/// Iterator over all sections with their depth, which is at least 1.
#[derive(Debug, Clone)]
pub(crate) struct Preorder<'d> {
    /// What is left to visit on each open level.
    open: Vec<Iter<'d, Section>>,
}

impl<'d> Iterator for Preorder<'d> {
    type Item = (usize, &'d Section);

    fn next(&mut self) -> Option<(usize, &'d Section)> {
        loop {
            if let Some(section) = self.open.last_mut()?.next() {
                let depth = self.open.len();
                self.open.push(section.children.iter());
                return Some((depth, section));
            }
            self.open.pop();
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::testing::{PLAN, plan};
    use crate::{Document, Section, Span};

    fn marker(section: &Section) -> &'static str {
        section.marker.span.of(PLAN).unwrap()
    }

    #[test]
    fn the_walk_is_in_text_order_with_the_path() {
        let document = plan();
        let seen: Vec<_> = document
            .walk()
            .map(|place| {
                (place.depth(), marker(place.section), place.parent().map_or("", marker), place.path().count())
            })
            .collect();
        assert_eq!(seen, [(1, "一、", "", 1), (2, "1", "一、", 2), (2, "2.", "一、", 2), (1, "二、", "", 1)]);
        assert_eq!(document.len(), 4);
        assert!(!document.is_empty());
    }

    #[test]
    fn a_byte_leads_to_its_innermost_section() {
        let document = plan();
        let at = |piece: &str| {
            document.section_at(PLAN.find(piece).unwrap()).map(|place| place.path().map(marker).collect::<Vec<_>>())
        };
        assert_eq!(at("全市"), None);
        assert_eq!(at("各县"), None);
        assert_eq!(at("抓统筹"), Some(vec!["一、"]));
        assert_eq!(at("每月"), Some(vec!["一、", "1"]));
        assert_eq!(at("队伍"), Some(vec!["一、", "2."]));
        assert_eq!(at("\n二"), None);
        assert_eq!(at("二、"), Some(vec!["二、"]));
        assert_eq!(at("特此"), None);
        assert!(document.section_at(PLAN.len()).is_none());
        assert!(document.section_at(usize::MAX).is_none());
    }

    #[test]
    fn a_text_without_sections_has_nothing_to_walk() {
        let document = Document::bare(Span::new(0, 9));
        assert_eq!(document.walk().next(), None);
        assert_eq!((document.len(), document.is_empty()), (0, true));
        assert!(document.section_at(0).is_none());
    }
}

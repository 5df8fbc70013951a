//! What the members of a list say together: counts of what each of them looks like ([`Facts`]).
//!
//! ```text
//! 一、总则⏎…  二、职责⏎…  三、经费由县里承担。       of three members two begin with a line of their own
//! ```

use super::seam_weights::{self, Share};
use super::{Facts, Line, Shape};

/// So many articles without a sign of a heading, as many as with one, say that none has one.
const PROBE: u32 = 3;

/// Counts the shapes of a list.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Tally {
    pub(super) members: u32,
    /// Single sentences, and what ends with ；.
    pub(super) entries: u32,
    /// Members that end with ；.
    pub(super) listed: u32,
    /// Members whose first sentence is too long for a heading of a few words.
    pub(super) wordy: u32,
    /// Members with a brief heading, whatever follows.
    pub(super) brief: u32,
    /// Members that begin with a short sentence and go on.
    pub(super) sentences: u32,
    /// Members that begin with a line of their own.
    pub(super) by_line: u32,
    /// Members that begin with a label.
    pub(super) labels: u32,
    /// Members that begin with words too long for a label, which are one among labels.
    pub(super) long_labels: u32,
    /// Lines in which a few words and a colon stand.
    pub(super) colons: u32,
    /// Members behind a colon that announces the list: the first, or none.
    pub(super) announced: u32,
    /// Members that end without a stop.
    pub(super) bare: u32,
    /// Lines that are nothing but the heading of a list.
    pub(super) heads: u32,
    /// Articles that begin with a short line, or may have a heading that runs into their text.
    pub(super) titled: u32,
    /// Those of the second kind.
    pub(super) hints: u32,
    /// Articles that begin with a label, or with one that ends its line.
    pub(super) labelled: u32,
    /// Members in which a blank may part heading and body.
    pub(super) parted: u32,
    /// Members that may have a seam: a line that is nothing but the heading of a list says nothing about the others.
    pub(super) seamed: u32,
    /// Members in which heading and body can be parted where no stop stands.
    pub(super) run_in: u32,
}

impl Tally {
    pub(crate) fn count(&mut self, facts: &Facts) {
        self.members += 1;
        let (mut entry, mut sentence) = (false, false);
        match facts.shape {
            Shape::Sentence => {
                (entry, sentence) = (facts.long && !facts.has_children, true);
                self.sentences += u32::from(!facts.long);
            }
            Shape::Whole => (entry, sentence) = (!facts.brief, true),
            Shape::Listed => {
                (entry, sentence) = (true, true);
                self.listed += 1;
            }
            Shape::Line => {
                entry = facts.alone && facts.long;
                self.by_line += 1;
            }
            Shape::Bare => {
                entry = facts.alone && (facts.long || !facts.simple);
                self.bare += 1;
                self.heads += u32::from(facts.has_children);
            }
            Shape::Label | Shape::EntryLabel => self.labels += 1,
            Shape::Never => {}
        }
        self.entries += u32::from(entry);
        self.wordy += u32::from(sentence && facts.wordy);
        self.brief += u32::from(facts.brief);
        self.long_labels += u32::from(facts.has_long_label());
        self.colons += u32::from(facts.line == Line::Labelled);
        self.announced += u32::from(facts.line == Line::Announced);
        if facts.is_article() {
            let hints = facts.hints();
            self.hints += u32::from(hints);
            self.titled += u32::from(hints || facts.titled());
            self.labelled += u32::from(facts.labelled());
        }
        self.parted += u32::from(facts.parted > 0);
        self.seamed += u32::from(facts.may_be_seamed());
        self.run_in += u32::from(facts.counts());
    }

    /// Counts an entry of an article without a heading; see [`Facts::of_entry`].
    pub(crate) fn count_entry(&mut self, facts: &Facts) {
        self.members += 1;
        self.brief += u32::from(facts.brief);
        self.labels += u32::from(facts.shape == Shape::EntryLabel);
        self.seamed += 1;
    }

    /// Counts an article that has no heading; see [`Facts::of_article`].
    pub(crate) const fn count_untitled(&mut self) {
        self.members += 1;
        self.seamed += 1;
    }

    /// Counts of an article no more than [`Tally::is_without_titles`] asks.
    pub(crate) fn count_title(&mut self, article: &Facts) {
        self.members += 1;
        self.titled += u32::from(article.hints() || article.titled());
    }

    /// Counts what another tally counts as well.
    pub(crate) const fn add(&mut self, other: &Self) {
        self.members += other.members;
        self.entries += other.entries;
        self.listed += other.listed;
        self.wordy += other.wordy;
        self.brief += other.brief;
        self.sentences += other.sentences;
        self.by_line += other.by_line;
        self.labels += other.labels;
        self.long_labels += other.long_labels;
        self.colons += other.colons;
        self.announced += other.announced;
        self.bare += other.bare;
        self.heads += other.heads;
        self.titled += other.titled;
        self.hints += other.hints;
        self.labelled += other.labelled;
        self.parted += other.parted;
        self.seamed += other.seamed;
        self.run_in += other.run_in;
    }

    /// Whether so many articles were without a sign of a heading that none has one that runs into its text.
    pub(crate) const fn is_without_titles(&self) -> bool {
        self.members - self.titled >= PROBE && !self.has_titles()
    }

    /// Whether articles have headings, of which one at least may run into its text.
    pub(crate) const fn has_titles_run_in(&self) -> bool {
        self.has_titles() && self.hints > 0
    }

    /// Whether articles have headings.
    pub(super) const fn has_titles(&self) -> bool {
        self.titled * 2 > self.members
    }

    /// Whether most members begin with a label or with a line, and not all of the labels are long.
    pub(super) const fn begins_with_labels(&self) -> bool {
        let short = self.labels + self.by_line;
        short > 0 && (short + self.long_labels) * 2 > self.members
    }

    /// Whether all members begin with a label or with a line that may, and most do with one.
    pub(super) const fn is_of_labels(&self) -> bool {
        self.labels > self.colons && self.labels + self.colons == self.members
    }

    /// Whether most articles begin with a label.
    pub(crate) const fn has_labels(&self) -> bool {
        self.labelled * 2 > self.members && self.labelled >= PROBE
    }

    /// How many members have a seam.
    pub(crate) const fn share(&self) -> Share {
        Share { seams: self.run_in, of: self.seamed }
    }

    /// What the other members, and those of the same style in other lists, say to a seam in one of them.
    pub(super) fn seams_beside(&self, style: &Self, one: bool) -> i32 {
        let siblings = Share { seams: self.run_in - u32::from(one), of: self.seamed.saturating_sub(1) };
        let elsewhere = Share { seams: style.run_in - self.run_in, of: style.seamed - self.seamed };
        seam_weights::beside(siblings, elsewhere)
    }

    /// The most that [`Tally::seams_beside`] can come to for the next member of a list of so many, if all have a seam that
    /// were not looked at. `style`: the lists of its style together, counted so.
    pub(crate) fn most_beside(&self, members: u32, style: Share) -> i32 {
        let unknown = members.saturating_sub(self.members);
        let list = Share { seams: unknown + self.run_in, of: unknown + self.seamed };
        let siblings = Share { seams: list.seams.saturating_sub(1), of: list.of.saturating_sub(1) };
        let elsewhere = Share { seams: style.seams.saturating_sub(list.seams), of: style.of.saturating_sub(list.of) };
        seam_weights::beside(siblings, elsewhere)
    }
}

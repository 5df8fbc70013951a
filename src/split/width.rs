//! The width at which the lines of a text were broken, as text out of a PDF has them.
//!
//! ```text
//! 2.1 检查油位，油位应在油标的二分之一至三分之二处，否⏎      26 columns more than any paragraph: the sentence goes on
//! 则应当加注同牌号的润滑油。⏎                            shorter: here it ends
//! ```

use std::cell::OnceCell;

use crate::gap::is_blank;
use crate::scan::ideograph::is_ideograph;

/// The narrowest lines that are taken for broken ones, and more than the widest have, in columns: an ideograph has two.
const NARROWEST: usize = 40;
const WIDEST: usize = 160;
/// By how many columns full lines differ: no ideograph is cut in two, and no stop begins a line.
const PLAY: usize = 3;
/// So many full lines that no stop ends show a width, …
const FULL: usize = 4;
/// … at least one of so many lines …
const SHARE: usize = 6;
/// … and at most one longer for so many: the head of a page, a row of a table.
const LONGER: usize = 8;

/// The lines of a text.
pub(crate) struct Width<'t> {
    text: &'t str,
    /// Offset of each stop, line breaks among them.
    stops: &'t [u32],
    /// The columns of a full line, as soon as they are asked for: few texts have a line that may be one.
    columns: OnceCell<Option<usize>>,
}

impl<'t> Width<'t> {
    /// Of a text with these stops.
    pub(crate) const fn of(text: &'t str, stops: &'t [u32]) -> Self {
        Self { text, stops, columns: OnceCell::new() }
    }

    /// Of a text whose lines are paragraphs.
    pub(crate) const fn none() -> Self {
        Self::of("", &[])
    }

    /// Whether the line that ends here is as long as the lines of the text can be.
    pub(super) fn is_full(&self, end: u32) -> bool {
        let line = line_before(self.text, end);
        let columns = columns(line);
        columns >= NARROWEST
            && self.columns.get_or_init(|| self.measure()).is_some_and(|full| columns + PLAY > full && columns <= full)
    }

    /// The columns of a full line: many lines are nearly of one length and end in the middle of a sentence, and hardly one is
    /// longer.
    fn measure(&self) -> Option<usize> {
        let breaks = self.stops.iter().filter(|&&stop| self.text.as_bytes().get(stop as usize) == Some(&b'\n'));
        let (mut lines, mut unstopped) = ([0_usize; WIDEST + 1], [0_usize; WIDEST + 1]);
        for &end in breaks {
            let line = line_before(self.text, end);
            let columns = columns(line).min(WIDEST);
            if let (Some(all), Some(going_on)) = (lines.get_mut(columns), unstopped.get_mut(columns)) {
                *all += usize::from(columns > 0);
                *going_on += usize::from(line.ends_with(goes_on));
            }
        }
        let all: usize = lines.iter().sum();
        let in_reach =
            |columns: usize| unstopped.get((columns + 1).saturating_sub(PLAY)..=columns).unwrap_or(&[]).iter().sum();
        let mut longer = 0;
        for columns in (NARROWEST..WIDEST).rev() {
            longer += lines.get(columns + 1).copied().unwrap_or(0);
            let full: usize = in_reach(columns);
            if full >= FULL && full * SHARE >= all && unstopped.get(columns).is_some_and(|&here| here > 0) {
                return (longer * LONGER <= full).then_some(columns);
            }
        }
        None
    }
}

/// Whether a sentence goes on behind a character.
fn goes_on(c: char) -> bool {
    is_ideograph(c) || c.is_ascii_alphanumeric() || matches!(c, '，' | '、' | ',' | '”' | '》' | '）' | '%')
}

/// The line that ends here, without the blanks at its end.
fn line_before(text: &str, end: u32) -> &str {
    let before = text.get(..end as usize).unwrap_or("");
    // No longer line is a full one.
    let near = before.len().saturating_sub(4 * WIDEST);
    let start = memchr::memrchr(b'\n', before.as_bytes().get(near..).unwrap_or(&[])).map_or(near, |at| near + at + 1);
    let line = (start..=before.len()).find_map(|start| before.get(start..)).unwrap_or("");
    line.trim_end_matches(|c| is_blank(c) || c == '\r')
}

/// How many columns a line takes.
fn columns(line: &str) -> usize {
    line.chars().map(|c| if c.is_ascii() { 1 } else { 2 }).sum()
}

#[cfg(test)]
mod tests {
    use super::Width;
    use crate::{LineBreaks, Options, parse_with};

    fn is_full(text: &str, line: usize) -> bool {
        let stops: Vec<u32> = text.match_indices('\n').map(|(at, _)| at as u32).collect();
        Width::of(text, &stops).is_full(stops[line])
    }

    #[test]
    fn lines_of_one_width_were_broken() {
        let full = "各单位应当在每年三月底以前把上一年的检查情况报送";
        let broken =
            format!("一、检查\n{full}\n主管部门。\n{full}\n主管部门。\n{full}\n主管部门。\n{full}\n主管部门。\n");
        assert!(is_full(&broken, 1) && !is_full(&broken, 0) && !is_full(&broken, 2));
        // One line is longer: lines are paragraphs.
        let longer = format!("{broken}{full}主管部门，并抄送有关单位\n");
        assert!(!is_full(&longer, 1));
        // Three lines may be as long by chance, and short ones are a list of words.
        assert!(!is_full(&broken.replacen(full, "略", 1), 3));
        assert!(!is_full(&broken.replace(full, "各单位应当报送"), 1));
        // Sentences of one length.
        assert!(!is_full(&broken.replace("报送\n", "报送。\n"), 1));
    }

    #[test]
    fn a_full_line_ends_a_heading_where_lines_are_paragraphs() {
        let text = include_str!("../../fixtures/genre/lines_broken_at_one_width.txt");
        for (meaning, broken) in [(LineBreaks::Hint, false), (LineBreaks::Ignored, false), (LineBreaks::Trusted, true)]
        {
            let parsed = parse_with(text, &Options::new().line_breaks(meaning));
            let section = &parsed.document().sections[1].children[0];
            assert_eq!(section.heading.is_some(), broken, "{meaning:?}");
        }
    }
}

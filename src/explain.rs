//! Why the outline is what it is: every candidate with its evidence, and how near the other choice was.
//!
//! ```text
//! place   text   taken  level  margin  evidence
//! 12      一、   yes    1      74      BiasDun +2  BeforeStop +16 …
//! 57      3.5    no            61      BiasDecimal -8  CountedDecimal -16 …
//! ```
//!
//! The margin is what the search loses when it goes on from the candidate with the other choice. What stands more than 256
//! candidates further on has no say in it, so that time grows as the text does; texts of more than [`MOST_MARGINS`]
//! candidates get the evidence alone.

mod margins;

use std::borrow::Cow;

use crate::parsed::layout;
use crate::resolve::{Beam, Mark, Search, resolve};
use crate::scan::evidence;
use crate::scan::{Scan, WINDOW, bulleted, contents, scan, wanted};
use crate::weights::{DEFAULT, Feature, Tally};
use crate::{Marker, Options, closed_up, markup, tree};

/// The most candidates for which margins are worked out.
pub const MOST_MARGINS: usize = 8_000;

/// One place where a marker may stand, and what was made of it.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Choice {
    /// The marker, as this reading has it.
    pub marker: Marker,
    /// Whether it was taken.
    pub taken: bool,
    /// Its level, 1 at the top, where it was taken.
    pub level: Option<usize>,
    /// 0 to 100, where it was taken.
    pub confidence: Option<u8>,
    /// By how many points the best outline is better than the best one with the other choice at this
    /// place. `None` where the other choice is impossible or the margin was not worked out.
    pub margin: Option<u32>,
    /// What stands around it, by name and weight.
    pub evidence: Vec<Evidence>,
}

impl Choice {
    /// The sum of the evidence.
    #[must_use]
    pub fn weight(&self) -> i32 {
        self.evidence.iter().map(|evidence| evidence.weight).sum()
    }
}

/// One piece of evidence.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Evidence {
    /// Its name, as the table of weights has it.
    pub name: String,
    /// Its weight: positive speaks for a marker.
    pub weight: i32,
    /// What it means, in one sentence.
    pub meaning: &'static str,
}

/// Takes features down by name.
struct Listed(Vec<Feature>);

impl Tally for Listed {
    fn add(&mut self, feature: Feature) {
        self.0.push(feature);
    }
}

/// Explains the outline that [`parse_with`](crate::parse_with) gives: all candidates in text order.
///
/// A text longer than `u32::MAX` bytes is explained as far as it is read.
///
/// ```
/// let choices = gangmu::explain("一、投资3.5亿元。二、见第三条。", &gangmu::Options::new());
/// let taken: Vec<bool> = choices.iter().map(|choice| choice.taken).collect();
/// assert_eq!(taken.iter().filter(|taken| **taken).count(), 2);
/// ```
#[must_use]
pub fn explain(text: &str, options: &Options) -> Vec<Choice> {
    let text = crate::parsed::readable(text, u32::MAX);
    match closed_up::closed(text, options.meaning_of_line_breaks()) {
        Some(closed) => {
            let mut choices = explain_dressed(&closed.text, options);
            for choice in &mut choices {
                choice.marker.span = closed.open(choice.marker.span);
            }
            choices
        }
        None => explain_dressed(text, options),
    }
}

/// The same of a text from which nothing is left out.
fn explain_dressed(dressed: &str, options: &Options) -> Vec<Choice> {
    let plain = markup::without(dressed);
    let text = &*plain;
    let mut found = Scan::default();
    scan(text, &mut found);
    if let Cow::Owned(_) = plain {
        markup::tell_apart(dressed, &mut found.candidates);
    }
    if found.candidates.len() < WINDOW {
        wanted::add(text, &mut found);
    }
    contents::mark(text, &mut found);
    let layout = layout(text, found.breaks, &found.candidates, options);
    bulleted::mark(text, &mut found.candidates);
    evidence::weigh(&mut found.candidates, layout, &DEFAULT, &mut evidence::Known::default());
    let (mut search, mut marks) = (Search::default(), Vec::new());
    let best = resolve(&found, layout, &DEFAULT, &Beam::DEFAULT, &mut search, &mut marks);
    crate::doubt::lower(&mut marks);
    let margins = if found.candidates.len() <= MOST_MARGINS {
        margins::margins(&found, layout, &marks, best)
    } else {
        Vec::new()
    };
    let mut margins = margins.into_iter();
    let mut taken = marks.iter().peekable();
    let mut choices = Vec::with_capacity(found.candidates.len());
    for candidate in &found.candidates {
        let mark = taken.next_if(|mark| mark.is(candidate)).copied();
        let mut listed = Listed(Vec::new());
        evidence::evidence(candidate, layout, &mut listed);
        choices.push(Choice {
            marker: tree::marker(&Mark::of(candidate, 0)),
            taken: mark.is_some(),
            level: mark.map(|mark| usize::from(mark.depth).min(crate::MAX_DEPTH - 1) + 1),
            confidence: mark.map(|mark| mark.confidence),
            margin: margins.next().flatten(),
            evidence: listed.0.into_iter().map(named).collect(),
        });
    }
    choices
}

fn named(feature: Feature) -> Evidence {
    let meaning = crate::weights::TABLE.get(feature as usize).map_or("", |row| row.2);
    Evidence { name: format!("{feature:?}"), weight: DEFAULT.of(feature), meaning }
}

#[cfg(test)]
mod tests {
    use super::explain;
    use crate::{Options, parse};

    #[test]
    fn what_is_taken_is_the_outline() {
        let text = "工作方案一、投资3.5亿元。1.建库。2.修路，见第三条。二、依照第（一）项办理。";
        let parsed = parse(text);
        let outline: Vec<_> = parsed.document().walk().map(|place| place.section.marker.span).collect();
        let choices = explain(text, &Options::new());
        let taken: Vec<_> = choices.iter().filter(|choice| choice.taken).map(|choice| choice.marker.span).collect();
        assert_eq!(taken, outline);
        assert!(choices.iter().any(|choice| !choice.taken && choice.margin > Some(0)));
    }

    #[test]
    fn what_is_taken_of_markdown_is_its_outline() {
        let texts = crate::testing::fixtures().into_iter().filter(|text| text.contains(['#', '*', '■']));
        let mut headed = 0;
        for text in texts {
            let parsed = parse(&text);
            let outline: Vec<_> = parsed.document().walk().map(|place| place.section.marker).collect();
            headed += usize::from(outline.iter().any(|marker| marker.style.form == crate::Form::Decimal));
            let choices = explain(&text, &Options::new());
            let taken: Vec<_> = choices.iter().filter(|choice| choice.taken).map(|choice| choice.marker.span).collect();
            assert_eq!(taken, outline.iter().map(|marker| marker.span).collect::<Vec<_>>(), "{text}");
            let levels = choices.iter().filter_map(|choice| choice.level);
            assert!(levels.eq(parsed.document().walk().map(|place| place.depth())), "{text}");
        }
        assert!(headed > 0);
    }

    #[test]
    fn the_weight_is_the_sum_of_the_evidence() {
        let choices = explain("一、目标。二、任务。", &Options::new());
        let first = &choices[0];
        assert!(first.evidence.len() > 1);
        assert_eq!(first.weight(), first.evidence.iter().map(|evidence| evidence.weight).sum::<i32>());
        assert!(first.weight() > 0, "a marker at the head of a text speaks for itself");
    }

    #[test]
    fn the_margin_of_a_sure_marker_is_large() {
        let choices = explain("一、抓统筹。每月调度。二、强队伍。每年轮训。三、严考核。", &Options::new());
        assert!(choices.iter().all(|choice| choice.taken && choice.margin >= Some(20)), "{choices:?}");
    }
}

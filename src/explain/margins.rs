//! How near the other choice was at each candidate: from there the search goes on once more, with the candidate forced
//! in or out.
//!
//! ```text
//! candidates   一、  （一）  （二）  二、  …              九、  …
//! as it went    ●─────●──────●──────●────●────●────●────●────●     the best score behind each place is kept
//! forced              ╳──────○──────○────○────○                    on a copy, FAR candidates far
//!                                             └ margin: the best score here less the best with the other choice
//! ```

use crate::resolve::{Beam, Forced, Mark, Search};
use crate::scan::evidence::Layout;
use crate::scan::{Candidate, Scan};
use crate::weights::DEFAULT;

/// How many candidates from a place on have a say in its margin, so that time grows as the text does. Of 30,209 margins of
/// the development documents 16 are others than when all that follows is searched, with 128 there are 41 and with 64 124;
/// all 16 are above ninety.
const FAR: usize = 256;
/// How many states are expanded for all margins of a text, before no more are worked out. Articles take one a candidate
/// that has a say; four thousand times `1.甲，`, each on a line, take this much, some tenths of a second.
const MOST_WORK: u64 = 1 << 21;

/// By how many points the best outline is better than the best with the other choice, for each candidate of a text.
/// `None`: the other choice is impossible, or too much was done before. `marks` is the best outline, `total` its score.
pub(super) fn margins(scan: &Scan, layout: Layout, marks: &[Mark], total: i32) -> Vec<Option<u32>> {
    let candidates = scan.candidates.as_slice();
    let best = best_scores(candidates, total);
    let mut taken = marks.iter().peekable();
    let (mut search, mut settled) = (begun(candidates), Vec::new());
    let (mut margins, mut work) = (Vec::with_capacity(candidates.len()), 0);
    let mut first = 0;
    for place in candidates.chunk_by(|one, next| one.start == next.start) {
        let behind = first + place.len();
        let end = place_end(candidates, behind.max(first + FAR));
        let rest = candidates.get(behind..end).unwrap_or(&[]);
        // Lists that are still open where it is broken off may go on.
        let layout = Layout { cut: layout.cut || end < candidates.len(), ..layout };
        for (index, candidate) in place.iter().enumerate() {
            let is_taken = taken.next_if(|mark| mark.is(candidate)).is_some();
            if work >= MOST_WORK {
                margins.push(None);
                continue;
            }
            let forced = Forced { candidate: index as u32, taken: !is_taken }; // few readings of a place
            let (mut other, mut marks) = (search.clone(), Vec::new());
            other.go_on(place, &DEFAULT, &Beam { forced: Some(forced), ..Beam::DEFAULT }, &mut marks);
            other.go_on(rest, &DEFAULT, &Beam::DEFAULT, &mut marks);
            let score = other.finish(layout, &DEFAULT, &mut marks, &Beam::DEFAULT);
            work += other.expanded - search.expanded;
            let obeyed = marks.iter().any(|mark| mark.is(candidate)) == forced.taken;
            let gap = best.get(end).map_or(0, |best| best - score);
            margins.push(obeyed.then(|| u32::try_from(gap).unwrap_or(0)));
        }
        search.go_on(place, &DEFAULT, &Beam::DEFAULT, &mut settled);
        settled.clear();
        first = behind;
    }
    margins
}

/// The best score behind so many candidates, at the ends of places; `total` at the end of the text.
fn best_scores(candidates: &[Candidate], total: i32) -> Vec<i32> {
    let (mut search, mut settled) = (begun(candidates), Vec::new());
    let mut best = Vec::with_capacity(candidates.len() + 1);
    for place in candidates.chunk_by(|one, next| one.start == next.start) {
        best.resize(best.len() + place.len(), search.best());
        search.go_on(place, &DEFAULT, &Beam::DEFAULT, &mut settled);
        settled.clear();
    }
    best.push(total);
    best
}

/// A search that stands before the first candidate.
fn begun(candidates: &[Candidate]) -> Search {
    let mut search = Search::default();
    search.begin(&DEFAULT, candidates.len(), candidates.last().map_or(0, |last| last.end as usize));
    search
}

/// Where the place ends in which the candidate before an index stands.
fn place_end(candidates: &[Candidate], index: usize) -> usize {
    let Some(rest) = candidates.get(index..) else { return candidates.len() };
    let last = candidates.get(index.wrapping_sub(1)).map(|last| last.start);
    index + rest.iter().take_while(|candidate| Some(candidate.start) == last).count()
}

#[cfg(test)]
mod tests {
    use super::margins;
    use crate::resolve::{Beam, Forced, Search, resolve};
    use crate::scan::{Scan, evidence, scan};
    use crate::weights::DEFAULT;

    fn weighed(text: &str) -> (Scan, evidence::Layout) {
        let mut found = Scan::default();
        scan(text, &mut found);
        let layout = crate::parsed::layout(text, found.breaks, &found.candidates, &crate::Options::new());
        evidence::weigh(&mut found.candidates, layout, &DEFAULT, &mut evidence::Known::default());
        (found, layout)
    }

    /// The oracle: the whole text is searched once more, with all it takes for granted.
    #[test]
    fn margins_are_those_of_whole_searches() {
        let mut compared = 0;
        for text in crate::testing::fixtures() {
            let (found, layout) = weighed(&text);
            let (mut search, mut marks, mut other) = (Search::default(), Vec::new(), Vec::new());
            let total = resolve(&found, layout, &DEFAULT, &Beam::DEFAULT, &mut search, &mut marks);
            let margins = margins(&found, layout, &marks, total);
            assert_eq!(margins.len(), found.candidates.len());
            if margins.len() > super::FAR {
                continue;
            }
            for (index, (candidate, margin)) in found.candidates.iter().zip(margins).enumerate() {
                let taken = !marks.iter().any(|mark| mark.is(candidate));
                let forced = Some(Forced { candidate: u32::try_from(index).unwrap(), taken });
                let beam = Beam { forced, ..Beam::DEFAULT };
                let score = resolve(&found, layout, &DEFAULT, &beam, &mut search, &mut other);
                let obeyed = other.iter().any(|mark| mark.is(candidate)) == taken;
                let expected = obeyed.then(|| u32::try_from(total - score).unwrap_or(0));
                assert_eq!(margin, expected, "{index} of {text}");
                compared += usize::from(margin.is_some());
            }
        }
        assert!(compared > 1_000, "{compared}");
    }

    #[test]
    fn far_places_have_margins_too() {
        let text: String = (1..=3_000).map(|number| format!("第{number}条 规定。")).collect();
        let choices = crate::explain(&text, &crate::Options::new());
        assert!(choices.len() == 3_000 && choices.iter().all(|choice| choice.taken && choice.margin >= Some(20)));
    }
}

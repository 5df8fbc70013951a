//! What a hypothesis can do with a candidate, and what each move is worth.
//!
//! ```text
//! path: 一、1 ▸ （一）1 ▸ 1.2      candidate （二）
//!   leave out                        0
//!   continue （一）  (closes 1.)      step +1, …
//!   open in 1.2, in 一、1, at the top  nested style, or a new list that starts at 2
//! ```
//!
//! Moves: leave out; continue an open list; start it again at 1 under the same parent; open a new list
//! in any open item; run on with a closed list's numbers. Each is a sum of named features.

use super::State;
use super::bounds::Most;
use super::opening::{Order, orders_of};
use super::state::{Frame, Memory, is_running};
use crate::scan::context::Before;
use crate::scan::kind::{self, Kind, is_decimal};
use crate::scan::marker::Delim;
use crate::scan::{Candidate, flag};
use crate::weights::{Feature as F, Weights};

/// The longest heading that runs into its first child without a stop, in bytes (45 characters).
pub(super) const RUN_IN: u32 = 135;

/// The longest item that is a label before a colon, in bytes (15 characters): `会费：`.
const LABEL: u32 = 45;

/// The longest item that is one sentence and ends with a colon, in bytes (200 characters): what follows is its list.
pub(super) const ONE_SENTENCE: u32 = 600;

/// Whether the numeral stands without the delimiter its style has: such a marker only goes on with a
/// list or opens one at 1.
#[inline]
pub(super) fn is_weak(candidate: &Candidate) -> bool {
    let (delims, befores) = WEAK.get(candidate.kind as usize).copied().unwrap_or((0, 0));
    delims >> candidate.delim as u8 & 1 != 0 && befores >> candidate.before as u8 & 1 != 0
}

/// With which delimiters, and behind what, a marker of each kind is weak: a bit for each.
static WEAK: [(u8, u16); kind::COUNT] = {
    let mut weak = [(0, 0); kind::COUNT];
    let mut index = 0;
    while index < kind::COUNT {
        weak[index] = weak_of(kind::TABLE[index].kind);
        index += 1;
    }
    weak
};

const fn weak_of(kind: Kind) -> (u8, u16) {
    const ANY: u16 = u16::MAX;
    const FIRST_ON_LINE: u16 = 1 << Before::Start as u8 | 1 << Before::Line as u8 | 1 << Before::ColonLine as u8;
    const NONE: u8 = 1 << Delim::None as u8;
    const HALF: u8 = 1 << Delim::Half as u8;
    const BARE: u8 = NONE | 1 << Delim::Comma as u8 | 1 << Delim::Colon as u8;
    match kind {
        Kind::Dot => (BARE | HALF, !FIRST_ON_LINE),
        Kind::Dun => (BARE, ANY),
        Kind::Formal => (NONE, ANY),
        // 张三是会计: the numeral may be the end of a name.
        Kind::Shi | Kind::Yao => (u8::MAX, 1 << Before::Word as u8),
        Kind::BracketChinese | Kind::BracketArabic => (HALF, ANY),
        Kind::SquareArabic
        | Kind::SquareChinese
        | Kind::Upper
        | Kind::Lower
        | Kind::Roman
        | Kind::BracketLower
        | Kind::BracketUpper
        | Kind::BracketRoman => (u8::MAX, ANY),
        _ => (0, 0),
    }
}

/// A candidate, with what the moves of all hypotheses ask of it.
#[derive(Debug, Clone, Copy)]
pub(super) struct Reading {
    pub(super) candidate: Candidate,
    /// Its place among the readings that some hypothesis may take.
    pub(super) index: u16,
    /// Its kind.
    pub(super) bit: u64,
    /// See [`is_weak`].
    pub(super) weak: bool,
    /// Whether a list runs on with it in some hypothesis.
    pub(super) runs_on: bool,
    /// Whether its number is 1.
    pub(super) first: bool,
    /// Whether nothing began without a number before it, and it is no decimal.
    pub(super) plain: bool,
    /// The most that any move adds.
    pub(super) most: i32,
    /// The most that opening a list adds without what depends on the place.
    pub(super) opens: i32,
    /// The same with what the number adds.
    pub(super) begins_at_most: i32,
    /// What its number is worth to a list that opens with it: where that runs on, and where it does not, if it can.
    pub(super) run_on: i32,
    pub(super) begins: Option<i32>,
    /// How its style stands to that of the item that a list opens in (see [`orders_of`]).
    pub(super) order: &'static [Order; 64],
}

impl Reading {
    /// `reach`: the most that any move adds, and whether a list runs on with it in some hypothesis.
    #[inline]
    pub(super) fn of(candidate: &Candidate, index: u16, most: Most<'_>, reach: (i32, bool), weights: &Weights) -> Self {
        let of = |feature| weights.of(feature);
        let (reach, runs_on) = reach;
        let weak = most.weak;
        let runs = if is_article(candidate.kind) { F::RunOnArticle } else { F::RunOn };
        let begins = match (candidate.ord, weak) {
            (FIRST, false) => Some(0),
            (FIRST, true) => Some(of(F::WeakOpen)),
            (_, true) => None,
            (ord, false) => Some(of(if ord >> 6 == 2 { F::OpenAtTwo } else { F::OpenLate })),
        };
        let first = candidate.ord == FIRST;
        Self {
            candidate: *candidate,
            index,
            bit: candidate.kind.bit(),
            weak,
            runs_on,
            first,
            plain: candidate.flags & (flag::ANEW | flag::CLOSES) == 0 && !candidate.kind.is_decimal(),
            most: reach,
            opens: most.opens,
            begins_at_most: most.opens_at_most(runs_on),
            run_on: of(F::Open) + of(runs) + if weak { of(F::WeakRunOn) } else { 0 },
            begins: begins.map(|number| of(F::Open) + number),
            order: orders_of(candidate.kind, first),
        }
    }
}

impl Reading {
    /// All kinds that are one style in the tree with its own.
    #[inline]
    pub(super) fn style(&self) -> u64 {
        STYLES.get(self.candidate.kind as usize).copied().unwrap_or(0)
    }

    /// What is added in the item before, where that ends with a colon.
    #[inline]
    pub(super) fn colon(&self, weights: &Weights) -> i32 {
        let behind_colon = matches!(self.candidate.before, Before::Colon | Before::ColonLine);
        if behind_colon { weights.of(F::ColonChild) } else { 0 }
    }

    /// What is added further out than in the item before.
    #[inline]
    pub(super) fn second(&self, weights: &Weights) -> i32 {
        if self.first { weights.of(F::SecondList) } else { 0 }
    }
}

/// The number of a first item.
const FIRST: u32 = 1 << 6;

pub(super) const fn is_article(kind: Kind) -> bool {
    matches!(kind, Kind::Article | Kind::ArticleArabic)
}

/// The text between the last marker taken and a candidate.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Between {
    /// No marker was taken before.
    First,
    /// Nothing.
    Nothing,
    /// A few words without a stop: a heading that runs into the next marker.
    Words,
    /// A few words and one line break, a line of its own; or what ends with a colon and is a label or announces a list.
    Line,
    /// Another sentence that ends with a colon.
    Sentence,
    /// More.
    Text,
}

/// What stands between the last marker that a hypothesis took and a candidate.
#[inline]
pub(super) fn between(state: &State, candidate: &Candidate) -> Between {
    if !state.begun {
        return Between::First;
    }
    let (gap, stops) = (candidate.start.saturating_sub(state.end), candidate.stops.saturating_sub(state.stops));
    if stops > 2 || gap > ONE_SENTENCE { Between::Text } else { shortly(gap, stops, candidate) }
}

/// The same where at most two stops and [`ONE_SENTENCE`] bytes stand between.
fn shortly(gap: u32, stops: u32, candidate: &Candidate) -> Between {
    let label = gap <= LABEL || candidate.has(flag::LED_IN);
    match stops {
        0 if gap == 0 => Between::Nothing,
        0 if gap <= RUN_IN && candidate.before == Before::Word => Between::Words,
        0 if gap <= RUN_IN && candidate.before == Before::Indent => Between::Line,
        1 if gap <= RUN_IN && matches!(candidate.before, Before::Line | Before::ColonLine) => Between::Line,
        1 if label && candidate.before == Before::Colon => Between::Line,
        1 if candidate.before == Before::Colon => Between::Sentence,
        // The colon and the line break behind it.
        2 if label && candidate.before == Before::ColonLine => Between::Line,
        2 if candidate.before == Before::ColonLine => Between::Sentence,
        _ => Between::Text,
    }
}

/// What it is worth that the number goes on in a list whose last member is `frame`'s; `steps`: whether it is the next
/// one. `None`: it does not at all.
#[inline(always)]
pub(super) fn continued(
    frame: &Frame,
    reading: &Reading,
    steps: bool,
    depth_closed: u8,
    between: Between,
    weights: &Weights,
) -> Option<i32> {
    let candidate = &reading.candidate;
    let mut sum = if steps { weights.of(F::Step) } else { skipped(frame, reading, weights)? };
    sum += agreement(frame.delim, candidate.delim, weights);
    if !reading.plain && frame.depth > 1 && behind_last_chapter(candidate) {
        sum += weights.of(F::EndedChapter);
    }
    if depth_closed == 0 {
        sum += beside(between, weights);
    }
    Some(sum)
}

/// The same for a number that is not the next one.
fn skipped(frame: &Frame, reading: &Reading, weights: &Weights) -> Option<i32> {
    let Reading { candidate, weak, .. } = reading;
    let of = |feature| weights.of(feature);
    if frame.prefix != candidate.prefix {
        // 1.7 then 2.1, the chapters without marker, or 1.1.7 then 1.2.1.
        if candidate.prefix <= frame.prefix || candidate.prefix - frame.prefix > 2 {
            return None;
        }
        // 7.8, then 8.2: the first of the next was left out.
        return match candidate.ord >> 6 {
            1 => Some(of(F::PrefixNext)),
            2 => Some(of(F::PrefixNext) + of(F::GapMore)),
            // The rows of a table that name clauses: 1.2, 3.4, 4.1.
            _ => Some(of(F::PrefixNext) + 3 * of(F::GapMore)),
        };
    }
    let number = match (advance(frame.ord, candidate.ord), weak) {
        (1, _) => of(F::Step),
        (2, _) => of(F::GapOne),
        (_, true) => return None,
        (0, _) => of(F::Same),
        (..0, _) => of(F::Backward),
        (..=4, _) => of(F::GapMore),
        _ => 2 * of(F::GapMore),
    };
    Some(number + if reading.plain { 0 } else { ended_around(frame, candidate, weights) })
}

/// What it is worth that a list inside an item of a chapter counts from 1 again behind a sentence that turned from all the chapter
/// counts: （二）…一是…二是…。同时，我们也清醒地看到…：一是….
#[cold]
fn ended_around(frame: &Frame, candidate: &Candidate, weights: &Weights) -> i32 {
    let ended = candidate.has(flag::TURNED) && candidate.ord == FIRST && frame.depth > 2;
    if ended { weights.of(F::EndedInner) } else { 0 }
}

/// What the text between says to the next member of the innermost list.
#[inline]
pub(super) fn beside(between: Between, weights: &Weights) -> i32 {
    match between {
        Between::Nothing => weights.of(F::AdjacentSibling),
        Between::Words => weights.of(F::RunInSibling),
        _ => 0,
    }
}

/// What the delimiter of a list says to that of its next member.
#[inline]
pub(super) fn agreement(list: Delim, member: Delim, weights: &Weights) -> i32 {
    match (list, member) {
        (Delim::None, _) | (_, Delim::None) => 0,
        _ => weights.of(if list == member { F::DelimSame } else { F::DelimOther }),
    }
}

/// Whether the number is the next one of a list, or the one behind it, or has other parts before its last.
#[inline]
pub(super) fn is_near(frame: &Frame, candidate: &Candidate) -> bool {
    frame.prefix != candidate.prefix || matches!(advance(frame.ord, candidate.ord), 1 | 2)
}

/// Whether the number is the next one of a list.
pub(super) fn steps(frame: &Frame, candidate: &Candidate) -> bool {
    frame.prefix == candidate.prefix && advance(frame.ord, candidate.ord) == 1
}

/// How many numbers lie between: 1 for 第十条 to 第十条之一, to 第十一条, and from 第十条之一 to 第十一条.
#[inline]
const fn advance(from: u32, to: u32) -> i32 {
    // No difference overflows: the bits of a number that count `条之n` are shifted out.
    let (value, sub) = ((from >> 6) as i32, (from & 63) as i32);
    let (next, next_sub) = ((to >> 6) as i32, (to & 63) as i32);
    next_sub + if value == next { -sub } else { next - value }
}

/// What it is worth that the list starts again at 1 under the same parent. `None`: it does not start at 1.
#[inline]
pub(super) fn restarted(
    frame: &Frame,
    reading: &Reading,
    depth_closed: u8,
    between: Between,
    weights: &Weights,
) -> Option<i32> {
    let Reading { candidate, weak, first, .. } = reading;
    let of = |feature| weights.of(feature);
    if !first || frame.ord == FIRST && frame.count == 1 || is_decimal(frame.kind) {
        return None;
    }
    let mut sum = of(F::Restart) + near(between, false, weights) + closed(frame, weights);
    if !reading.plain || depth_closed == 0 && between == Between::Line {
        sum += restarted_oddly(frame, candidate, depth_closed, between, weights);
    }
    if *weak {
        sum += of(F::WeakOpen);
    }
    Some(sum)
}

/// The same behind what began without a number, or behind a line of its own.
#[inline(never)]
fn restarted_oddly(frame: &Frame, candidate: &Candidate, depth_closed: u8, between: Between, weights: &Weights) -> i32 {
    let mut sum = ended_around(frame, candidate, weights);
    if candidate.has(flag::ANEW) {
        sum += weights.of(if frame.depth == 1 { F::RestartAnew } else { F::AnewInner });
    }
    // What ends with a colon may be a label that no number counts: 8.提交申请⏎特别提醒：⏎1.…; without lines any word may be one.
    let colon = matches!(candidate.before, Before::Colon | Before::ColonLine);
    // A list of 一、 is the document's own, and stands in none of its kind.
    if depth_closed == 0 && between == Between::Line && !colon && candidate.kind == Kind::Dot {
        sum += weights.of(F::RestartHeaded);
    }
    sum
}

/// What the words before the first member of a list say to where it opens: `child`: in the item before, else further out.
#[inline]
pub(super) fn near(between: Between, child: bool, weights: &Weights) -> i32 {
    match (between, child) {
        (Between::Nothing, true) => weights.of(F::AdjacentChild),
        (Between::Nothing, false) => weights.of(F::AdjacentSibling),
        (Between::Words, true) => weights.of(F::RunInChild),
        (Between::Line | Between::Sentence, true) => weights.of(F::LineChild),
        (Between::Line | Between::Sentence, false) => weights.of(F::LineUp),
        _ => 0,
    }
}

/// Whether a candidate goes on with the numbers of the last closed list of its kind. An article behind the name of a
/// last chapter without number does, whatever it closes.
#[inline(always)]
pub(super) fn runs_on(memory: &Memory, candidate: &Candidate) -> bool {
    if candidate.ord & 63 != 0 || candidate.has(flag::CLOSES) {
        return runs_on_oddly(memory, candidate);
    }
    // From the number before it, or from a 条之n of that: the bits that count these are shifted out.
    let before = (candidate.ord >> 6).wrapping_sub(1);
    before != 0 && memory.last(candidate.kind) >> 6 == before
}

/// The same for any candidate.
#[inline(never)]
fn runs_on_oddly(memory: &Memory, candidate: &Candidate) -> bool {
    if candidate.ord == FIRST {
        return false;
    }
    if behind_last_chapter(candidate) && is_article(candidate.kind) {
        return true;
    }
    let last = memory.last(candidate.kind);
    last != 0 && advance(last, candidate.ord) == 1
}

/// Whether a list may run on with a candidate at all: by its number and its kind.
#[inline]
pub(super) fn may_run_on(candidate: &Candidate) -> bool {
    candidate.ord != FIRST && (is_running(candidate.kind) || candidate.has(flag::CLOSES))
}

/// Whether a chapter without number began before a candidate: 附则.
const fn behind_last_chapter(candidate: &Candidate) -> bool {
    candidate.has(flag::CLOSES) && candidate.has(flag::ANEW)
}

/// [`kind::same_style`] of each kind.
static STYLES: [u64; kind::COUNT] = {
    let mut styles = [0; kind::COUNT];
    let mut index = 0;
    while index < kind::COUNT {
        styles[index] = kind::same_style(kind::TABLE[index].kind);
        index += 1;
    }
    styles
};

/// What it is worth that a list was closed.
#[inline]
pub(super) fn closed(frame: &Frame, weights: &Weights) -> i32 {
    if frame.count == 1 { weights.of(F::Single) } else { 0 }
}

#[cfg(test)]
mod tests {
    use super::{may_run_on, runs_on, runs_on_oddly};
    use crate::resolve::state::Memory;
    use crate::scan::kind::TABLE;
    use crate::scan::{Scan, flag, scan};

    #[test]
    fn what_runs_on_is_known_by_the_number_before() {
        let mut found = Scan::default();
        scan("1.目标", &mut found);
        let one = found.candidates[0];
        let numbers = || (0..6_u32).flat_map(|value| (0..3).map(move |sub| value << 6 | sub)).chain([u32::MAX << 6]);
        let mut seen = [0; 2];
        for kind in TABLE.iter().map(|row| row.kind) {
            for (last, ord) in numbers().flat_map(|last| numbers().map(move |ord| (last, ord))) {
                let mut memory = Memory::empty();
                memory.close(kind as u8, last);
                for flags in [0, flag::CLOSES, flag::ANEW, flag::CLOSES | flag::ANEW] {
                    let candidate = crate::scan::Candidate { kind, ord, flags, ..one };
                    let expected = runs_on_oddly(&memory, &candidate);
                    assert_eq!(runs_on(&memory, &candidate), expected, "{last} {candidate:?}");
                    assert!(!expected || may_run_on(&candidate), "{last} {candidate:?}");
                    seen[usize::from(expected)] += 1;
                }
            }
        }
        assert!(seen[0] > 1_000 && seen[1] > 500, "{seen:?}");
    }
}

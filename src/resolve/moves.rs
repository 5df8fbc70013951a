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

use super::Mark;
use super::bounds::{Any, Behind, Bounds, Known};
use super::state::{Frame, MAX_PATH, Memory, Seen};
use crate::scan::context::Before;
use crate::scan::kind::{self, Kind};
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
pub(super) const fn is_weak(candidate: &Candidate) -> bool {
    match candidate.kind {
        Kind::Dot => {
            matches!(candidate.delim, Delim::None | Delim::Comma | Delim::Colon | Delim::Half)
                && !candidate.first_on_line()
        }
        Kind::Dun => matches!(candidate.delim, Delim::None | Delim::Comma | Delim::Colon),
        Kind::Formal => matches!(candidate.delim, Delim::None),
        // 张三是会计: the numeral may be the end of a name.
        Kind::Shi | Kind::Yao => matches!(candidate.before, Before::Word),
        Kind::BracketChinese | Kind::BracketArabic => matches!(candidate.delim, Delim::Half),
        Kind::SquareArabic
        | Kind::SquareChinese
        | Kind::Upper
        | Kind::Lower
        | Kind::Roman
        | Kind::BracketLower
        | Kind::BracketUpper
        | Kind::BracketRoman => true,
        _ => false,
    }
}

/// A candidate, with what the moves of all hypotheses ask of it.
#[derive(Debug, Clone, Copy)]
pub(super) struct Reading {
    pub(super) candidate: Candidate,
    pub(super) index: u32,
    /// Its kind, and all kinds that are one style in the tree with it.
    pub(super) bit: u64,
    style: u64,
    rank: u8,
    /// See [`is_weak`].
    weak: bool,
    /// Whether its number is 1.
    first: bool,
    /// The most that any move adds.
    pub(super) most: i32,
    /// The most that opening a list adds without what depends on the place.
    pub(super) opens: i32,
    /// What is added to it where the list does not run on.
    pub(super) late: i32,
    /// What its number is worth to a list that opens with it: where that runs on, and where it does not, if it can.
    run_on: i32,
    begins: Option<i32>,
}

/// What a reading may bring at most.
#[derive(Debug, Clone, Copy)]
pub(super) struct Most {
    weak: bool,
    /// [`Reading::opens`] and [`Reading::late`].
    opening: (i32, i32),
    /// What any move adds.
    pub(super) any: Any,
}

impl Most {
    #[inline]
    pub(super) fn of(candidate: &Candidate, bounds: &Bounds, behind: Behind, known: Known) -> Self {
        let weak = is_weak(candidate);
        let opening = bounds.opening(candidate, weak, is_decimal(candidate.kind as u8), known.seen);
        Self { weak, opening, any: bounds.any(candidate, opening, behind, known) }
    }
}

impl Reading {
    #[inline]
    pub(super) fn of(candidate: &Candidate, index: u32, most: Most, weights: &Weights) -> Self {
        let of = |feature| weights.of(feature);
        let weak = most.weak;
        let runs = if is_article(candidate.kind) { F::RunOnArticle } else { F::RunOn };
        let begins = match (candidate.ord, weak) {
            (FIRST, false) => Some(0),
            (FIRST, true) => Some(of(F::WeakOpen)),
            (_, true) => None,
            (ord, false) => Some(of(if ord >> 6 == 2 { F::OpenAtTwo } else { F::OpenLate })),
        };
        Self {
            candidate: *candidate,
            index,
            bit: candidate.kind.bit(),
            style: STYLES.get(candidate.kind as usize).copied().unwrap_or(0),
            rank: rank(candidate.kind as u8),
            weak,
            first: candidate.ord == FIRST,
            most: most.any.most,
            opens: most.opening.0,
            late: most.opening.1,
            run_on: of(F::Open) + of(runs) + if weak { of(F::WeakRunOn) } else { 0 },
            begins: begins.map(|number| of(F::Open) + number),
        }
    }
}

/// The number of a first item.
const FIRST: u32 = 1 << 6;

const fn is_article(kind: Kind) -> bool {
    matches!(kind, Kind::Article | Kind::ArticleArabic)
}

pub(super) const fn is_decimal(kind: u8) -> bool {
    kind >= Kind::Decimal2 as u8 && kind <= Kind::Annex4 as u8
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

/// What stands between the last marker taken and a candidate.
pub(super) fn between(last: Option<&Mark>, candidate: &Candidate) -> Between {
    let Some(last) = last else { return Between::First };
    let gap = candidate.start.saturating_sub(last.end());
    let label = gap <= LABEL || gap <= ONE_SENTENCE && candidate.has(flag::LED_IN);
    match candidate.stops - last.stops.min(candidate.stops) {
        0 if gap == 0 => Between::Nothing,
        0 if gap <= RUN_IN && candidate.before == Before::Word => Between::Words,
        0 if gap <= RUN_IN && candidate.before == Before::Indent => Between::Line,
        1 if gap <= RUN_IN && matches!(candidate.before, Before::Line | Before::ColonLine) => Between::Line,
        1 if label && candidate.before == Before::Colon => Between::Line,
        1 if gap <= ONE_SENTENCE && candidate.before == Before::Colon => Between::Sentence,
        // The colon and the line break behind it.
        2 if label && candidate.before == Before::ColonLine => Between::Line,
        2 if gap <= ONE_SENTENCE && candidate.before == Before::ColonLine => Between::Sentence,
        _ => Between::Text,
    }
}

/// What it is worth that the number goes on in a list whose last member is `frame`'s. `None`: it does not at all.
#[inline]
pub(super) fn continued(
    frame: &Frame,
    reading: &Reading,
    depth_closed: u8,
    between: Between,
    weights: &Weights,
) -> Option<i32> {
    let Reading { candidate, weak, .. } = reading;
    let of = |feature| weights.of(feature);
    let mut sum = if frame.prefix != candidate.prefix {
        // 1.7 then 2.1, the chapters without marker, or 1.1.7 then 1.2.1.
        if !(candidate.ord == FIRST && candidate.prefix > frame.prefix && candidate.prefix - frame.prefix <= 2) {
            return None;
        }
        of(F::PrefixNext)
    } else {
        match (advance(frame.ord, candidate.ord), weak) {
            (1, _) => of(F::Step),
            (2, _) => of(F::GapOne),
            (_, true) => return None,
            (0, _) => of(F::Same),
            (..0, _) => of(F::Backward),
            (..=4, _) => of(F::GapMore),
            _ => 2 * of(F::GapMore),
        }
    };
    sum += agreement(frame.delim, candidate.delim, weights);
    if candidate.has(flag::CLOSES) && frame.depth > 1 && behind_last_chapter(candidate) {
        sum += of(F::EndedChapter);
    }
    if depth_closed == 0 {
        sum += beside(between, weights);
    }
    Some(sum)
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
pub(super) fn restarted(frame: &Frame, reading: &Reading, between: Between, weights: &Weights) -> Option<i32> {
    let Reading { candidate, weak, first, .. } = reading;
    let of = |feature| weights.of(feature);
    if !first || frame.ord == FIRST && frame.count == 1 || is_decimal(frame.kind) {
        return None;
    }
    let mut sum = of(F::Restart) + near(between, false, weights) + closed(frame, weights);
    if candidate.has(flag::ANEW) {
        sum += of(if frame.depth == 1 { F::RestartAnew } else { F::AnewInner });
    }
    if *weak {
        sum += of(F::WeakOpen);
    }
    Some(sum)
}

/// A list that opens with a reading: what of its worth to one hypothesis is the same wherever it opens.
#[derive(Debug, Clone, Copy)]
pub(super) struct Opening {
    /// What its first number is worth.
    number: i32,
    between: Between,
    /// See [`near`]: inside the item before, and further out.
    inside: i32,
    outside: i32,
}

impl Opening {
    /// `None`: a late number of a weak form opens nothing.
    #[inline]
    pub(super) fn of(reading: &Reading, runs_on: bool, between: Between, weights: &Weights) -> Option<Self> {
        let mut number = if runs_on { reading.run_on } else { reading.begins? };
        // No marker was taken, so that nothing is open but the document.
        if between == Between::First && !runs_on && !reading.first {
            number += weights.of(F::OpenFirst);
        }
        let (inside, outside) = (near(between, true, weights), near(between, false, weights));
        Some(Self { number, between, inside, outside })
    }
}

/// What it is worth that a new list begins in the last member of `parent`'s list, `closed` levels further out than it
/// could. `None`: it does not at all.
#[inline]
pub(super) fn opened(
    parent: &Frame,
    memory: &Memory,
    reading: &Reading,
    opening: &Opening,
    closed: u8,
    weights: &Weights,
) -> Option<i32> {
    let Reading { candidate, weak, first, style, .. } = reading;
    let of = |feature| weights.of(feature);
    if parent.depth >= MAX_PATH || candidate.kind as u8 == parent.kind && (!first || is_decimal(parent.kind)) {
        return None;
    }
    let child = closed == 0 && !parent.is_root();
    let nested = parent.kinds & style != 0;
    let mut sum = opening.number;
    if nested {
        // A list inside an item of a list of the same style: only where it starts at 1.
        // Once: real documents go no deeper, and each further depth is one more way to misread a number.
        if !first || *weak || parent.nested {
            return None;
        }
        sum += of(F::OpenNested);
        // 3.会费：1.… is a list in a list; behind a sentence the list rather begins again: …优先任职要求：1.…
        sum += match opening.between {
            Between::Sentence => 0,
            // …的播种方法教学内容1.…: the words may end in a label behind which the list begins again.
            Between::Words => of(F::RunInNested),
            between => near(between, child, weights),
        };
    } else {
        sum += if child { opening.inside } else { opening.outside };
    }
    if candidate.has(flag::ANEW) {
        sum += of(if parent.is_root() { F::AnewTop } else { F::AnewInner });
    } else {
        // A box or a speaker has closed one level.
        let ended = candidate.has(flag::CLOSES);
        if ended && child {
            let said = matches!(candidate.before, Before::Stop | Before::Comma | Before::Colon | Before::ColonLine);
            sum += of(if said { F::EndedInner } else { F::BoxInner });
        }
        let closed = closed.saturating_sub(u8::from(ended));
        if closed > 0 {
            sum += of(F::CloseLevel) * i32::from(closed) + if *first { of(F::SecondList) } else { 0 };
        }
    }
    if is_decimal(candidate.kind as u8) {
        sum += prefix(parent, candidate, weights);
    }
    let (order, odd) = order(parent, memory, reading, nested, weights);
    if child && !odd && matches!(candidate.before, Before::Colon | Before::ColonLine) {
        sum += of(F::ColonChild);
    }
    Some(sum + order)
}

/// What the words before the first member of a list say to where it opens: `child`: in the item before, else further out.
#[inline]
fn near(between: Between, child: bool, weights: &Weights) -> i32 {
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
pub(super) fn runs_on(memory: &Memory, candidate: &Candidate) -> bool {
    if candidate.ord == FIRST {
        return false;
    }
    if behind_last_chapter(candidate) && is_article(candidate.kind) {
        return true;
    }
    let last = memory.last(candidate.kind);
    last != 0 && advance(last, candidate.ord) == 1
}

/// Whether a chapter without number began before a candidate: 附则.
const fn behind_last_chapter(candidate: &Candidate) -> bool {
    candidate.has(flag::CLOSES) && candidate.has(flag::ANEW)
}

/// Whether a decimal number is one of its parent: 1.2 in item 1, 1.2.3 in 1.2.
fn prefix(parent: &Frame, candidate: &Candidate, weights: &Weights) -> i32 {
    if parent.is_root() {
        return 0;
    }
    let own = crate::scan::marker::prefixed(parent.prefix, parent.ord >> 6);
    weights.of(if own == Some(candidate.prefix) { F::PrefixMatch } else { F::PrefixMiss })
}

/// Whether lists of this style belong into items of the parent's: by the document's own order where it
/// has shown one, else by the usual order. True: the usual order has them the other way round.
#[inline]
fn order(parent: &Frame, memory: &Memory, reading: &Reading, nested: bool, weights: &Weights) -> (i32, bool) {
    let kind = reading.candidate.kind;
    let seen = match memory.relation(parent.kind, kind) {
        // That it nests in its own style once is no order of the document.
        Seen::Here if nested => 0,
        Seen::Here => weights.of(F::SeenPair),
        Seen::Elsewhere => weights.of(F::SeenElsewhere),
        Seen::Never => 0,
    };
    if parent.is_root() || nested {
        // A list nested in its own style has no usual order; that it is unusual is charged where it opens.
        return (seen, false);
    }
    // Contracts have their articles below parts as often as lists in articles: 一、合同期限⏎第一条 …⏎二、工作内容⏎第二条 ….
    // Of other styles that run on the usual order says enough: left out for all of them, policies lose .004.
    if is_article(kind) && !reading.first && parent.kind == Kind::Dun as u8 {
        return (seen, false);
    }
    let (outer, inner) = (rank(parent.kind), reading.rank);
    // Plain lists stand below decimal levels as well as above them: 2.1.2 ▸ 1. and 1. ▸ 1.1. Steps stand in items of any style
    // and hold lists of any.
    if inner > outer || is_decimal(parent.kind) && kind == Kind::Dot || kind == Kind::Step {
        let near = if inner.saturating_sub(outer) <= 2 { weights.of(F::RankNear) } else { 0 };
        (seen + weights.of(F::RankDown) + near, false)
    } else {
        (seen + weights.of(F::RankUp), true)
    }
}

const fn rank(kind: u8) -> u8 {
    static RANKS: [u8; 64] = {
        let mut ranks = [0; 64];
        let mut index = 0;
        while index < kind::COUNT {
            ranks[index] = kind::TABLE[index].rank;
            index += 1;
        }
        ranks
    };
    RANKS[(kind & 63) as usize] // below 64
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

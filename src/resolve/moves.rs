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
use super::bounds::{Behind, Bounds, Known};
use super::state::{Frame, MAX_PATH, Memory, Seen};
use crate::scan::context::Before;
use crate::scan::kind::{self, Kind};
use crate::scan::marker::Delim;
use crate::scan::{Candidate, flag};
use crate::weights::{Feature as F, Tally};

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
}

/// What a reading may bring at most.
#[derive(Debug, Clone, Copy)]
pub(super) struct Most {
    weak: bool,
    /// [`Reading::opens`] and [`Reading::late`].
    opening: (i32, i32),
    /// The most that any move adds.
    pub(super) any: i32,
}

impl Most {
    #[inline]
    pub(super) fn of(candidate: &Candidate, bounds: &Bounds, behind: Behind, known: Known) -> Self {
        let weak = is_weak(candidate);
        let opening = bounds.opening(candidate, weak, is_decimal(candidate.kind as u8));
        Self { weak, opening, any: bounds.any(candidate, opening, behind, known) }
    }
}

impl Reading {
    #[inline]
    pub(super) fn of(candidate: &Candidate, index: u32, most: Most) -> Self {
        Self {
            candidate: *candidate,
            index,
            bit: candidate.kind.bit(),
            style: STYLES.get(candidate.kind as usize).copied().unwrap_or(0),
            rank: rank(candidate.kind as u8),
            weak: most.weak,
            first: candidate.ord == 1 << 6,
            most: most.any,
            opens: most.opening.0,
            late: most.opening.1,
        }
    }
}

pub(super) const fn is_decimal(kind: u8) -> bool {
    kind >= Kind::Decimal2 as u8 && kind <= Kind::Decimal5 as u8
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

/// The number goes on in a list whose last member is `frame`'s. False: not at all.
pub(super) fn continued(
    frame: &Frame,
    reading: &Reading,
    depth_closed: u8,
    between: Between,
    tally: &mut impl Tally,
) -> bool {
    let Reading { candidate, weak, .. } = reading;
    let weak = *weak;
    if frame.prefix != candidate.prefix {
        // 1.7 then 2.1, the chapters without marker, or 1.1.7 then 1.2.1.
        if !(candidate.ord == 1 << 6 && candidate.prefix > frame.prefix && candidate.prefix - frame.prefix <= 2) {
            return false;
        }
        tally.add(F::PrefixNext);
    } else {
        match advance(frame.ord, candidate.ord) {
            1 => {
                tally.add(F::Step);
            }
            0 if !weak => tally.add(F::Same),
            2 => tally.add(F::GapOne),
            step if step > 2 && !weak => {
                tally.add(F::GapMore);
                if step > 4 {
                    tally.add(F::GapMore);
                }
            }
            step if step < 0 && !weak => tally.add(F::Backward),
            _ => return false,
        }
    }
    agreement(frame.delim, candidate, tally);
    if frame.depth > 1 && behind_last_chapter(candidate) {
        tally.add(F::EndedChapter);
    }
    match between {
        Between::Nothing if depth_closed == 0 => tally.add(F::AdjacentSibling),
        Between::Words if depth_closed == 0 => tally.add(F::RunInSibling),
        _ => {}
    }
    true
}

fn agreement(delim: Delim, candidate: &Candidate, tally: &mut impl Tally) {
    if candidate.delim != Delim::None && delim != Delim::None {
        tally.add(if delim == candidate.delim { F::DelimSame } else { F::DelimOther });
    }
}

/// Whether the number is the next one of a list.
pub(super) fn steps(frame: &Frame, candidate: &Candidate) -> bool {
    frame.prefix == candidate.prefix && advance(frame.ord, candidate.ord) == 1
}

/// How many numbers lie between: 1 for 第十条 to 第十条之一, to 第十一条, and from 第十条之一 to 第十一条.
fn advance(from: u32, to: u32) -> i64 {
    let (value, sub) = (i64::from(from >> 6), i64::from(from & 63));
    let (next, next_sub) = (i64::from(to >> 6), i64::from(to & 63));
    if value == next { next_sub - sub } else { next - value + next_sub }
}

/// The list starts again at 1 under the same parent. False: it does not start at 1.
pub(super) fn restarted(frame: &Frame, reading: &Reading, between: Between, tally: &mut impl Tally) -> bool {
    let Reading { candidate, weak, first, .. } = reading;
    let (weak, first) = (*weak, *first);
    if !first || frame.ord == 1 << 6 && frame.count == 1 || is_decimal(frame.kind) {
        return false;
    }
    tally.add(F::Restart);
    if candidate.has(flag::ANEW) {
        tally.add(if frame.depth == 1 { F::RestartAnew } else { F::AnewInner });
    }
    if weak {
        tally.add(F::WeakOpen);
    }
    opening(candidate, between, Fit::Out, tally);
    true
}

/// A new list begins in the last member of `parent`'s list, `closed` levels further out than it could.
/// False: not at all.
pub(super) fn opened(
    parent: &Frame,
    memory: &Memory,
    reading: &Reading,
    closed: u8,
    between: Between,
    tally: &mut impl Tally,
) -> bool {
    let Reading { candidate, weak, first, style, .. } = reading;
    let (weak, first, style) = (*weak, *first, *style);
    if parent.depth >= MAX_PATH || candidate.kind as u8 == parent.kind && (!first || is_decimal(parent.kind)) {
        return false;
    }
    let nested = parent.kinds & style != 0;
    if nested {
        // A list inside an item of a list of the same style: only where it starts at 1.
        // Once: real documents go no deeper, and each further depth is one more way to misread a number.
        if !first || weak || parent.nested {
            return false;
        }
        tally.add(F::OpenNested);
    }
    // 3.会费：1.… is a list in a list; behind a sentence the list rather begins again: …优先任职要求：1.…
    let between = match between {
        Between::Sentence if nested => Between::Text,
        // …的播种方法教学内容1.…: the words may end in a label behind which the list begins again.
        Between::Words if nested => {
            tally.add(F::RunInNested);
            Between::Text
        }
        between => between,
    };
    tally.add(F::Open);
    let runs_on = runs_on(memory, candidate);
    if runs_on {
        if weak {
            tally.add(F::WeakRunOn);
        }
        tally.add(if matches!(candidate.kind, Kind::Article | Kind::ArticleArabic) {
            F::RunOnArticle
        } else {
            F::RunOn
        });
    } else if !first {
        match (candidate.ord >> 6, weak) {
            (2, false) => tally.add(F::OpenAtTwo),
            (_, false) => tally.add(F::OpenLate),
            _ => return false,
        }
        if parent.is_root() && between == Between::First {
            tally.add(F::OpenFirst);
        }
    } else if weak {
        tally.add(F::WeakOpen);
    }
    if candidate.has(flag::ANEW) {
        tally.add(if parent.is_root() { F::AnewTop } else { F::AnewInner });
    } else {
        // A box or a speaker has closed one level.
        let ended = candidate.has(flag::CLOSES);
        if ended && closed == 0 && !parent.is_root() {
            let said = matches!(candidate.before, Before::Stop | Before::Comma | Before::Colon | Before::ColonLine);
            tally.add(if said { F::EndedInner } else { F::BoxInner });
        }
        let closed = closed.saturating_sub(u8::from(ended));
        tally.add_times(F::CloseLevel, i32::from(closed));
        if closed > 0 && first {
            tally.add(F::SecondList);
        }
    }
    if is_decimal(candidate.kind as u8) {
        prefix(parent, candidate, tally);
    }
    let odd = order(parent, memory, reading, tally);
    let fit = match (closed == 0 && !parent.is_root(), odd) {
        (false, _) => Fit::Out,
        (true, true) => Fit::Odd,
        (true, false) => Fit::In,
    };
    opening(candidate, between, fit, tally);
    true
}

/// Whether a candidate goes on with the numbers of the last closed list of its kind. An article behind the name of a
/// last chapter without number does, whatever it closes.
pub(super) fn runs_on(memory: &Memory, candidate: &Candidate) -> bool {
    if behind_last_chapter(candidate) && matches!(candidate.kind, Kind::Article | Kind::ArticleArabic) {
        return candidate.ord != 1 << 6;
    }
    let last = memory.last(candidate.kind);
    last != 0 && candidate.ord != 1 << 6 && advance(last, candidate.ord) == 1
}

/// Whether a chapter without number began before a candidate: 附则.
const fn behind_last_chapter(candidate: &Candidate) -> bool {
    candidate.has(flag::CLOSES) && candidate.has(flag::ANEW)
}

/// Whether a decimal number is one of its parent: 1.2 in item 1, 1.2.3 in 1.2.
fn prefix(parent: &Frame, candidate: &Candidate, tally: &mut impl Tally) {
    if parent.is_root() {
        return;
    }
    let own = crate::scan::marker::prefixed(parent.prefix, parent.ord >> 6);
    tally.add(if own == Some(candidate.prefix) { F::PrefixMatch } else { F::PrefixMiss });
}

/// Whether lists of this style belong into items of the parent's: by the document's own order where it
/// has shown one, else by the usual order. True: the usual order has them the other way round.
fn order(parent: &Frame, memory: &Memory, reading: &Reading, tally: &mut impl Tally) -> bool {
    let kind = reading.candidate.kind;
    match memory.relation(parent.kind, kind) {
        // That it nests in its own style once is no order of the document.
        Seen::Here if parent.kinds & reading.style == 0 => tally.add(F::SeenPair),
        Seen::Here => {}
        Seen::Elsewhere => tally.add(F::SeenElsewhere),
        Seen::Never => {}
    }
    if parent.is_root() {
        return false;
    }
    if parent.kinds & reading.style != 0 {
        // A list nested in its own style has no usual order; that it is unusual is charged where it opens.
        return false;
    }
    let (outer, inner) = (rank(parent.kind), reading.rank);
    // Plain lists stand below decimal levels as well as above them: 2.1.2 ▸ 1. and 1. ▸ 1.1.
    if inner > outer || is_decimal(parent.kind) && kind == Kind::Dot {
        tally.add(F::RankDown);
        if inner.saturating_sub(outer) <= 2 {
            tally.add(F::RankNear);
        }
        false
    } else {
        tally.add(F::RankUp);
        true
    }
}

/// Where a list that begins stands to the last marker taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Fit {
    /// Inside its item.
    In,
    /// Inside its item, where the usual order has its style further out: 1.…判决如下：一、…
    Odd,
    /// Further out.
    Out,
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

/// How the first member of a list stands to the text before it.
fn opening(candidate: &Candidate, between: Between, fit: Fit, tally: &mut impl Tally) {
    let child = fit != Fit::Out;
    match between {
        Between::Nothing => tally.add(if child { F::AdjacentChild } else { F::AdjacentSibling }),
        Between::Words if child => tally.add(F::RunInChild),
        Between::Line | Between::Sentence => tally.add(if child { F::LineChild } else { F::LineUp }),
        _ => {}
    }
    if fit == Fit::In && matches!(candidate.before, Before::Colon | Before::ColonLine) {
        tally.add(F::ColonChild);
    }
}

/// A list was closed.
pub(super) fn closed(frame: &Frame, tally: &mut impl Tally) {
    if frame.count == 1 {
        tally.add(F::Single);
    }
}

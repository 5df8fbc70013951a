//! What it is worth that a list opens, and in which item.
//!
//! ```text
//! path: 一、1 ▸ （一）1 ▸ 1.2      candidate ①
//!   in 1.2                         the item before: nested style, the words between, the usual order of styles
//!   in （一）1, in 一、1, at the top  the same, less what it costs to close the lists inside
//! ```

use super::bounds::Bounds;
use super::moves::{Between, Reading, is_article, near};
use super::state::{Frame, MAX_PATH, Memory};
use crate::scan::context::Before;
use crate::scan::kind::{self, Kind};
use crate::scan::{Candidate, flag};
use crate::weights::{Feature as F, Weights};

/// A list that opens with a reading in one hypothesis: what of its worth is the same wherever it opens.
#[derive(Debug, Clone, Copy)]
pub(super) struct Opening<'a> {
    reading: &'a Reading,
    memory: &'a Memory,
    /// The numbers of the pairs that lists of its kind stand in.
    pairs: &'a [u8; 64],
    between: Between,
    /// What its first number is worth.
    number: i32,
    /// The same with what stands between: inside the item before, and further out.
    inside: i32,
    outside: i32,
    /// What it is worth where lists of the kind stood in items of the style before, and where not.
    here: i32,
    elsewhere: i32,
    /// What each level further out costs.
    level: i32,
}

impl<'a> Opening<'a> {
    /// `None`: a late number of a weak form opens nothing.
    #[inline]
    pub(super) fn of(
        reading: &'a Reading,
        memory: &'a Memory,
        pairs: &'a [u8; 64],
        runs_on: bool,
        between: Between,
        weights: &Weights,
    ) -> Option<Self> {
        let mut number = if runs_on { reading.run_on } else { reading.begins? };
        // No marker was taken, so that nothing is open but the document.
        if between == Between::First && !runs_on && !reading.first {
            number += weights.of(F::OpenFirst);
        }
        let inside = number + near(between, true, weights);
        let outside = number + near(between, false, weights);
        let elsewhere = if memory.knows(reading.candidate.kind) { weights.of(F::SeenElsewhere) } else { 0 };
        let (here, level) = (weights.of(F::SeenPair), weights.of(F::CloseLevel));
        Some(Self { reading, memory, pairs, between, number, inside, outside, here, elsewhere, level })
    }

    /// The most that [`Opening::further_out`] gives, and what each level costs at least.
    #[inline]
    pub(super) fn most_further_out(&self, bounds: &Bounds, weights: &Weights) -> (i32, i32) {
        let reading = self.reading;
        if !reading.plain {
            let number = self.number - weights.of(F::Open);
            return (number + reading.opens + bounds.place_further_out(self.between), 0);
        }
        let seen = if self.memory.knows(reading.candidate.kind) { self.here.max(self.elsewhere) } else { 0 };
        let mut most = self.outside + most_order(weights) + seen;
        if reading.first {
            most = most
                .max(self.number + weights.of(F::OpenNested) + self.nested_in(false, weights) + self.elsewhere.max(0));
        }
        (most + reading.second(weights) + bounds.levels, self.level.min(0))
    }

    /// Whether lists of its kind stood in items of the style of a list before.
    #[inline]
    fn stood_in(&self, parent: &Frame) -> bool {
        self.memory.has_seen(self.pairs[(parent.kind & 63) as usize]) // below 64
    }

    /// By the document's own order where it has shown one, and by the usual order.
    #[inline]
    fn order(&self, parent: &Frame, weights: &Weights) -> (i32, Order) {
        let order = self.reading.order[(parent.kind & 63) as usize]; // below 64
        let seen = if self.stood_in(parent) { self.here } else { self.elsewhere };
        (seen + order.worth(weights), order)
    }

    /// What it is worth that the list begins in the last member of `parent`'s list, the innermost. `None`: it does not.
    #[inline(always)]
    pub(super) fn in_item(&self, parent: &Frame, weights: &Weights) -> Option<i32> {
        if parent.depth >= MAX_PATH {
            return None;
        }
        if parent.kinds & self.reading.style() != 0 || !self.reading.plain {
            return self.odd(parent, 0, weights);
        }
        let (sum, order) = self.order(parent, weights);
        Some(match (parent.is_root(), order == Order::Up) {
            (true, _) => sum + self.outside,
            (false, true) => sum + self.inside,
            (false, false) => sum + self.inside + self.reading.colon(weights),
        })
    }

    /// The same for a list so many levels further out than it could begin; one at least.
    #[inline(always)]
    pub(super) fn further_out(&self, parent: &Frame, closed: u8, weights: &Weights) -> Option<i32> {
        if parent.kinds & self.reading.style() != 0 || !self.reading.plain {
            return self.odd(parent, closed, weights);
        }
        Some(
            self.order(parent, weights).0
                + self.outside
                + self.reading.second(weights)
                + self.level * i32::from(closed),
        )
    }

    /// The same, whatever the reading and the place.
    #[inline(never)]
    fn odd(self, parent: &Frame, closed: u8, weights: &Weights) -> Option<i32> {
        let reading = self.reading;
        let child = closed == 0 && !parent.is_root();
        let (mut sum, order) = if parent.kinds & reading.style() != 0 {
            (self.nested(parent, child, weights)?, Order::Any)
        } else {
            let (sum, order) = self.order(parent, weights);
            (sum + if child { self.inside } else { self.outside }, order)
        };
        if child && order != Order::Up {
            sum += reading.colon(weights);
        }
        let candidate = &reading.candidate;
        if candidate.has(flag::ANEW) {
            sum += weights.of(if parent.is_root() { F::AnewTop } else { F::AnewInner });
        } else {
            // A box or a summary has closed one level, and a turn all that stand in a chapter.
            let (ended, turned) = (candidate.has(flag::CLOSES), candidate.has(flag::TURNED));
            // The sections of a chapter have boxes and summaries of their own: 第二节 水环境 … 专栏2 重点工程（一）….
            if ended && child && (turned || parent.kind > Kind::JieArabic as u8) {
                let said = matches!(candidate.before, Before::Stop | Before::Comma | Before::Colon | Before::ColonLine);
                sum += weights.of(if said || turned { F::EndedInner } else { F::BoxInner });
            }
            let closed = if turned && parent.depth == 1 { 0 } else { closed.saturating_sub(u8::from(ended)) };
            if closed > 0 {
                sum += self.level * i32::from(closed) + reading.second(weights);
            }
        }
        if candidate.kind.is_decimal() {
            sum += prefix(parent, candidate, weights);
        }
        Some(sum)
    }

    /// A list inside an item of a list of the same style, which has no usual order: only where it starts at 1, and once:
    /// real documents go no deeper, and each further depth is one more way to misread a number.
    fn nested(&self, parent: &Frame, child: bool, weights: &Weights) -> Option<i32> {
        let reading = self.reading;
        let kind = reading.candidate.kind as u8;
        if !reading.first || reading.weak || parent.nested || kind == parent.kind && reading.candidate.kind.is_decimal()
        {
            return None;
        }
        // That it nests in its own style once is no order of the document.
        let seen = if self.stood_in(parent) { 0 } else { self.elsewhere };
        Some(self.number + weights.of(F::OpenNested) + self.nested_in(child, weights) + seen)
    }

    /// What the words before it say to such a list.
    #[inline]
    fn nested_in(&self, child: bool, weights: &Weights) -> i32 {
        // 3.会费：1.… is a list in a list; behind a sentence the list rather begins again: …优先任职要求：1.…
        match self.between {
            Between::Sentence => 0,
            // …的播种方法教学内容1.…: the words may end in a label behind which the list begins again.
            Between::Words => weights.of(F::RunInNested),
            between => near(between, child, weights),
        }
    }
}

/// What it says that a decimal number is one of its parent, or not.
fn prefix(parent: &Frame, candidate: &Candidate, weights: &Weights) -> i32 {
    match (parent.is_root(), is_item_of(parent, candidate)) {
        (true, _) => 0,
        (false, true) => weights.of(F::PrefixMatch),
        (false, false) => weights.of(F::PrefixMiss),
    }
}

/// Whether a decimal number is one of an item: 1.2 in item 1, 1.2.3 in 1.2.
pub(super) fn is_item_of(parent: &Frame, candidate: &Candidate) -> bool {
    crate::scan::marker::prefixed(parent.prefix, parent.ord >> 6) == Some(candidate.prefix)
}

/// Whether lists of a style belong into items of another, by the usual order.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[repr(u8)]
pub(super) enum Order {
    /// It says nothing.
    Any,
    /// They stand further in, by more than one step, or by one.
    Down,
    Near,
    /// They stand further out.
    Up,
}

impl Order {
    #[inline]
    fn worth(self, weights: &Weights) -> i32 {
        match self {
            Self::Any => 0,
            Self::Down => weights.of(F::RankDown),
            Self::Near => weights.of(F::RankDown) + weights.of(F::RankNear),
            Self::Up => weights.of(F::RankUp),
        }
    }
}

/// The most that an order is worth.
#[inline]
fn most_order(weights: &Weights) -> i32 {
    let worth = |order: Order| order.worth(weights);
    worth(Order::Any).max(worth(Order::Down)).max(worth(Order::Near)).max(worth(Order::Up))
}

/// The order of each kind in items of each other; the last row is that of articles behind the first.
static ORDERS: [[Order; 64]; kind::COUNT + 1] = {
    let mut orders = [[Order::Any; 64]; kind::COUNT + 1];
    let mut outer = 0;
    while outer < kind::COUNT {
        let mut inner = 0;
        while inner < kind::COUNT {
            orders[inner][outer] = order(&kind::TABLE[outer], &kind::TABLE[inner]);
            inner += 1;
        }
        orders[kind::COUNT][outer] = orders[Kind::Article as usize][outer];
        outer += 1;
    }
    // Contracts have their articles below parts as often as lists in articles: 一、合同期限⏎第一条 …⏎二、工作内容⏎第二条 ….
    // Of other styles that run on the usual order says enough: left out for all of them, policies lose .004.
    orders[kind::COUNT][Kind::Dun as usize] = Order::Any;
    // The choices of a question stand in it: A. in 1., in （1） and in 1）.
    orders[Kind::Upper as usize][Kind::Dot as usize] = Order::Any;
    orders[Kind::Upper as usize][Kind::BracketArabic as usize] = Order::Any;
    orders[Kind::Upper as usize][Kind::HalfArabic as usize] = Order::Any;
    // Standards have 1) below a) (GB/T 1.1), as others have a) below 1).
    orders[Kind::HalfArabic as usize][Kind::HalfLower as usize] = Order::Near;
    orders[Kind::HalfArabic as usize][Kind::BracketLower as usize] = Order::Near;
    // The points of a speech hold what sentences hold: 第三，…有三种表现：一是…；二是….
    let points = [Kind::Shi, Kind::Yao, Kind::BracketArabic, Kind::Circled];
    let mut index = 0;
    while index < points.len() {
        orders[points[index] as usize][Kind::DiComma as usize] = Order::Any;
        index += 1;
    }
    orders[Kind::Circled as usize][Kind::Shi as usize] = Order::Any;
    orders[Kind::BracketArabic as usize][Kind::Shi as usize] = Order::Any;
    orders
};

/// The least rank of lists that stand in sections: that of 1.
const LISTS: u8 = kind::TABLE[Kind::Dot as usize].rank;

const fn order(outer: &kind::Row, inner: &kind::Row) -> Order {
    // Plain lists stand below decimal levels of any depth as well as above them: 2.1.2 ▸ 1., 5.1.2 ▸ （1）, and 1. ▸ 1.1.
    // Steps, stages and lessons stand in items of any style and hold lists of any.
    let below_decimals = outer.kind.is_decimal() && !inner.kind.is_decimal() && inner.rank >= LISTS;
    if inner.rank > outer.rank
        || below_decimals
        || matches!(inner.kind, Kind::Step | Kind::Stage | Kind::Module | Kind::Lesson)
    {
        if inner.rank.saturating_sub(outer.rank) <= 2 { Order::Near } else { Order::Down }
    } else {
        Order::Up
    }
}

/// The kinds in whose items lists of a kind stand by the usual order.
#[inline]
pub(super) fn outer(kind: Kind) -> u64 {
    OUTER.get(kind as usize).copied().unwrap_or(u64::MAX)
}

static OUTER: [u64; kind::COUNT] = {
    let mut kinds = [0; kind::COUNT];
    let mut inner = 0;
    while inner < kind::COUNT {
        let mut outer = 0;
        while outer < kind::COUNT {
            if matches!(ORDERS[inner][outer], Order::Down | Order::Near) {
                kinds[inner] |= 1 << outer;
            }
            outer += 1;
        }
        inner += 1;
    }
    kinds
};

/// The row of [`ORDERS`] for a number of a kind.
pub(super) fn orders_of(kind: Kind, first: bool) -> &'static [Order; 64] {
    // One row a kind, and one more.
    &ORDERS[if is_article(kind) && !first { kind::COUNT } else { kind as usize }]
}

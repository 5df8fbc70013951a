//! How much a move can add at most, so that hopeless moves are not looked at.

use crate::weights::{Feature, Weights};

/// The most that a move can add to a score: hopeless ones are not looked at. Follows from the weights, so
/// that it cannot change a result.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Bounds {
    /// Any move.
    pub(super) any: i32,
    /// A list that opens at 1 or runs on.
    pub(super) open: i32,
    /// A list that opens later.
    pub(super) open_late: i32,
}

impl Bounds {
    /// The bounds that follow from the weights.
    pub(super) fn of(weights: &Weights) -> Self {
        use Feature as F;
        let most = |features: &[Feature]| features.iter().map(|&feature| weights.of(feature)).max().unwrap_or(0).max(0);
        let sum = |features: &[Feature]| features.iter().map(|&feature| weights.of(feature).max(0)).sum::<i32>();
        let place = most(&[F::RunInChild, F::RunInUp, F::LineChild, F::LineUp, F::AdjacentChild, F::AdjacentSibling]);
        let any_open = place
            + sum(&[F::Open, F::OpenNested, F::CloseLevel, F::SecondList, F::SeenPair, F::SeenElsewhere, F::RankDown])
            + sum(&[F::RankNear, F::RankUp, F::ColonChild, F::AnewTop, F::AnewInner, F::PrefixMatch, F::PrefixMiss]);
        let open = any_open + most(&[F::RunOn, F::RunOnArticle]) + sum(&[F::WeakOpen, F::WeakRunOn]);
        let late = most(&[F::OpenAtTwo, F::OpenLate]);
        let late = if late > 0 { late } else { weights.of(F::OpenAtTwo).max(weights.of(F::OpenLate)) };
        let open_late = any_open + late + weights.of(F::OpenFirst).max(0);
        let goes_on = most(&[F::Step, F::Same, F::GapOne, F::GapMore, F::Backward, F::PrefixNext])
            + sum(&[F::GapMore])
            + most(&[F::DelimSame, F::DelimOther])
            + most(&[F::AdjacentSibling, F::RunInSibling, F::RunInUp]);
        let restart = sum(&[F::Restart, F::RestartAnew, F::WeakOpen, F::ColonChild]) + place;
        Self { any: open.max(open_late).max(goes_on).max(restart), open, open_late }
    }
}

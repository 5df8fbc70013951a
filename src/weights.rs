//! Every constant of judgement: what each piece of evidence is worth.
//!
//! One unit is one point of the search's score; a marker that is left out scores 0. The scale is set by
//! `Step`, a number that goes on by one. Values were set by hand and then moved one at a time by
//! `examples/tune.rs` as long as the edges of the development corpus got better by more than noise;
//! `CONTRIBUTING.md` says how. They are judgements: change one, look at the snapshots.

/// One piece of evidence; its sentence stands in [`TABLE`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[repr(u8)]
pub(crate) enum Feature {
    BiasUnit,
    BiasArticle,
    BiasDun,
    BiasBracketChinese,
    BiasDot,
    BiasDotDun,
    BiasHalf,
    BiasShi,
    BiasYao,
    BiasDi,
    BiasCourse,
    BiasLetter,
    BiasRoman,
    BiasStem,
    BiasSquare,
    BareDot,
    BareBlank,
    BareDun,
    LostBracket,
    OddDelimiter,
    BeforeStart,
    BeforeLine,
    BeforeStop,
    BeforeSemi,
    BeforeColon,
    BeforeComma,
    BeforeDun,
    BeforeClose,
    BeforeOpen,
    BeforeDigit,
    BeforeLetter,
    BeforeWord,
    BeforeIndent,
    BeforeBullet,
    BulletOuter,
    WordBeforeUnit,
    CommaBeforeSaid,
    LineFirst,
    LineInnerSoft,
    LineInnerHard,
    Spaced,
    AfterBlank,
    AfterBlankUnit,
    AfterDigit,
    AfterNumeral,
    AfterUnit,
    AfterDun,
    AfterComma,
    AfterStop,
    AfterClose,
    AfterReference,
    AfterReferenceUnit,
    AfterOther,
    InQuote,
    InTitle,
    InParen,
    Referred,
    ReferredUnit,
    Named,
    InWord,
    AnnexList,
    Contents,
    Counting,
    Counted,
    CountedDecimal,
    Measured,
    BehindNumeral,
    Announced,
    Excerpt,
    Heads,
    Wanted,
    AnewTop,
    AnewInner,
    EndedInner,
    BoxInner,
    EndedChapter,
    SecondList,
    BiasDecimalOne,
    WeakRunOn,
    DecimalZero,
    Step,
    Same,
    GapOne,
    GapMore,
    Backward,
    Restart,
    RestartHeaded,
    RestartAnew,
    Open,
    OpenAtTwo,
    OpenLate,
    OpenFirst,
    OpenNested,
    CloseLevel,
    Single,
    SingleEnd,
    RunOn,
    RunOnArticle,
    SeenPair,
    SeenElsewhere,
    RankDown,
    RankNear,
    RankUp,
    RunInChild,
    RunInNested,
    RunInSibling,
    LineChild,
    LineUp,
    AdjacentChild,
    AdjacentSibling,
    DelimSame,
    DelimOther,
    PrefixMatch,
    PrefixMiss,
    PrefixNext,
    ColonChild,
    WeakOpen,
}

use Feature as F;

/// How many features there are.
pub(crate) const COUNT: usize = F::WeakOpen as usize + 1;

/// Name, value and reason of each weight, in the order of [`Feature`].
pub(crate) const TABLE: [(Feature, i16, &str); COUNT] = [
    (F::BiasUnit, 6, "第一章 第一部分: rarely anything but a heading or a reference."),
    (F::BiasArticle, 6, "第一条: the same."),
    (F::BiasDun, 2, "一、"),
    (F::BiasBracketChinese, 2, "（一）"),
    (F::BiasDot, -2, "1. may be a decimal, a date, a version."),
    (F::BiasDotDun, -4, "1、 also separates the numbers of a list: 1、2号楼."),
    (F::BiasHalf, -4, "1） may be the end of a bracket."),
    (F::BiasShi, -4, "一是 is also a word of prose."),
    (F::BiasYao, -8, "一要 the same, more often."),
    (F::BiasDi, -6, "第一， is often an adverb of rank: 全省第一，."),
    (F::BiasCourse, -16, "A stage or lesson by itself is spoken of: 第一阶段：约占四成."),
    (F::BiasLetter, -10, "A. names things: A、B两类."),
    (F::BiasRoman, -6, "Ⅰ、 names grades: Ⅰ、Ⅱ级响应."),
    (F::BiasStem, -6, "甲、 names parties: 甲、乙双方."),
    (F::BiasSquare, -20, "［1］ is a note in the text until a list of notes says otherwise."),
    (F::BareDot, -14, "1完善: any number before text looks like that."),
    (F::BareBlank, -17, "1 总则: number and blank, the dot lost."),
    (F::BareDun, -14, "一强化: many sentences begin so."),
    (F::LostBracket, -10, "（一摸清: half a bracket."),
    (F::OddDelimiter, -8, "一， 1： : unusual delimiter."),
    (F::BeforeStart, 20, "The text begins with it."),
    (F::BeforeLine, 18, "A line break stands before."),
    (F::BeforeStop, 16, "。 stands before."),
    (F::BeforeSemi, 12, "； stands before."),
    (F::BeforeColon, 10, "： stands before."),
    (F::BeforeComma, -10, "， stands before: the 。 may be lost, more likely it is prose."),
    (F::BeforeDun, -24, "、 stands before: a list of words."),
    (F::BeforeClose, 4, "A closing bracket or quotation mark stands before."),
    (F::BeforeOpen, -24, "An opening bracket or quotation mark stands before."),
    (F::BeforeDigit, -14, "A digit stands before."),
    (F::BeforeLetter, -14, "A letter stands before."),
    (F::BeforeWord, -12, "Text runs into the marker without a stop."),
    (F::BeforeIndent, 10, "Text without a stop and two wide blanks stand before: a paragraph began here."),
    (F::BeforeBullet, -12, "A bullet stands before: it marks the item already."),
    (F::BulletOuter, -18, "…and the style is one of headings: • 一、引言 • 1.1 目的 tells what a text holds."),
    (F::WordBeforeUnit, 6, "…总则第一条: headings of chapters run into the first article."),
    (F::CommaBeforeSaid, 12, "…，二是…: that is how these lists are punctuated."),
    (F::LineFirst, 10, "First on its line, in a text that has lines."),
    (F::LineInnerSoft, -6, "Inside a line, a form that lives there: 一是 ① （1）."),
    (F::LineInnerHard, -8, "Inside a line, another form."),
    (F::Spaced, 2, "A blank stands before."),
    (F::AfterBlank, 2, "A blank follows."),
    (F::AfterBlankUnit, 10, "第三条 and a blank: an article, not a reference."),
    (F::AfterDigit, -16, "A digit follows."),
    (F::AfterNumeral, -4, "A Chinese numeral follows."),
    (F::AfterUnit, -6, "A word that counts or measures follows."),
    (F::AfterDun, -20, "、 follows."),
    (F::AfterComma, -30, "， follows."),
    (F::AfterStop, -30, "。 or ； follows."),
    (F::AfterClose, -30, "A closing bracket follows: it stands in a name or quotation."),
    (F::AfterReference, -8, "A word that goes on with a reference follows."),
    (F::AfterReferenceUnit, -24, "第三条的, 第（二）项: a reference."),
    (F::AfterOther, -16, "Another sign follows."),
    (F::InQuote, -28, "Inside quotation marks."),
    (F::InTitle, -40, "Inside 《》."),
    (F::InParen, -12, "Inside round brackets."),
    (F::Referred, -6, "A word that a reference follows stands before."),
    (F::ReferredUnit, -28, "依照第三条: the same before 第N条 and （N）."),
    (F::Named, -20, "附件1 案例1: the number is a name."),
    (F::InWord, -20, "统一、 之一是: the numeral is the end of a word."),
    (F::AnnexList, -70, "附件：1.分工表, 参考文献［1］: a list of annexes or books is no list of items."),
    (F::Contents, -90, "In a table of contents."),
    (F::Counting, -24, "一、二、三产业: numerals that count on."),
    (F::Counted, 8, "1.2025年, 1.4家: the dot ends a marker and a figure follows."),
    (F::CountedDecimal, -16, "1.4家 read as 1.4."),
    (F::Measured, -30, "2.3亿元: an amount, no item 2."),
    (F::BehindNumeral, -24, "四（1）班: the number is part of a name."),
    (F::Announced, -90, "第一章为绪论: a sentence about the chapter; 1、本文由用户上传: about the text."),
    (
        F::Excerpt,
        14,
        "The text begins in the middle of a list; the list around it goes on with a number that is not its first either.",
    ),
    (F::Heads, 12, "2. 项目概述2.1: behind a few words its first decimal follows."),
    (F::Wanted, 12, "A list lacks this number, which stands here without its delimiter."),
    (F::AnewTop, 16, "Behind the head of an annex or glossary a list stands at the top."),
    (F::AnewInner, -16, "…and not inside what came before."),
    (F::EndedInner, -28, "Behind a summary a list does not stand inside the item before."),
    (F::BoxInner, -20, "In a box it rather does not, but for a box inside the item."),
    (F::EndedChapter, -30, "Behind 附则 nothing goes on that stood inside a chapter."),
    (F::SecondList, -7, "A list of another style begins behind a list of the same item."),
    (F::BiasDecimalOne, -8, "1 总则: number and blank, the first level of decimal numbering."),
    (F::WeakRunOn, -10, "A bare number that runs on from a closed list."),
    (F::DecimalZero, -16, "1.0 is a figure."),
    (F::Step, 28, "The number goes on by one."),
    (F::Same, -12, "The number is repeated."),
    (F::GapOne, 2, "One number is missing."),
    (F::GapMore, -10, "More than one number is missing."),
    (F::Backward, -16, "The number goes back."),
    (F::Restart, -4, "The list starts again under the same parent."),
    (F::RestartHeaded, -10, "It does so right behind a line of the list that no text follows: 6. 常见问题⏎1. …."),
    (F::RestartAnew, 22, "It does so at the top, behind the head of an annex: worth as much as a new list there."),
    (F::Open, -2, "A new list begins at 1."),
    (F::OpenAtTwo, -16, "A new list begins at 2: its first item has no number."),
    (F::OpenLate, -18, "A new list begins later."),
    (F::OpenFirst, 14, "…but it is the first of the text, which may be an excerpt."),
    (F::OpenNested, -10, "A list inside an item of a list of the same style."),
    (F::CloseLevel, -5, "A new list does not stand in the item before but further out, for each level."),
    (F::Single, -16, "A list of one item was closed."),
    (F::SingleEnd, -8, "A list of one item is open at the end."),
    (F::RunOn, 8, "Numbers run on across parents: 一、1. 2. 二、3. 4."),
    (F::RunOnArticle, 12, "条 run on across 章 nearly always."),
    (F::SeenPair, 8, "Lists of this style stood in items of that style before."),
    (F::SeenElsewhere, -8, "Lists of this style stood elsewhere before, not in items of that style."),
    (F::RankDown, 4, "The usual order of styles has this one further in."),
    (F::RankNear, 2, "…by one step."),
    (F::RankUp, -14, "The usual order of styles has this one further out."),
    (F::RunInChild, 23, "A heading without a stop runs into its first child."),
    (
        F::RunInNested,
        8,
        "…a child of its own style: the heading may as well end in a label behind which the list begins again.",
    ),
    (F::RunInSibling, 7, "Text without a stop runs into the next item."),
    (F::LineChild, 8, "A line without a stop, then its first child."),
    (F::LineUp, -2, "A line without a stop, then a list further out."),
    (F::AdjacentChild, 6, "Two levels stand in one place: （一）1."),
    (F::AdjacentSibling, -16, "Two numbers of a list stand side by side."),
    (F::DelimSame, 3, "The delimiter is that of the list."),
    (F::DelimOther, -4, "The delimiter is another than that of the list."),
    (F::PrefixMatch, 14, "1.2 in item 1."),
    (F::PrefixMiss, -10, "1.2 in item 3."),
    (F::PrefixNext, 18, "2.1 behind 1.7."),
    (F::ColonChild, 4, "A list begins behind ：, in the item that ends with it, and its style belongs there."),
    (F::WeakOpen, -6, "A list that begins with a bare number."),
];

/// The values alone.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Weights([i16; COUNT]);

/// The values of [`TABLE`].
pub(crate) const DEFAULT: Weights = {
    let mut all = [0; COUNT];
    let mut index = 0;
    while index < COUNT {
        all[index] = TABLE[index].1;
        index += 1;
    }
    Weights(all)
};

impl Weights {
    /// The value of a feature.
    #[inline]
    pub(crate) const fn of(&self, feature: Feature) -> i32 {
        // One value a feature, held by the type of `TABLE`.
        self.0[feature as usize] as i32
    }

    /// The value at a place of the table; for tuning and tests.
    #[cfg(any(test, feature = "tuning"))]
    pub(crate) fn set(&mut self, index: usize, value: i16) {
        if let Some(slot) = self.0.get_mut(index) {
            *slot = value;
        }
    }

    /// The value at a place of the table; for tuning and tests.
    #[cfg(any(test, feature = "tuning"))]
    pub(crate) fn get(&self, index: usize) -> i16 {
        self.0.get(index).copied().unwrap_or(0)
    }
}

/// Takes features as they are found: the search sums them, `explain` lists them.
pub(crate) trait Tally {
    /// One feature applies.
    fn add(&mut self, feature: Feature);
}

/// The sum of the weights.
pub(crate) struct Sum<'w> {
    pub(crate) weights: &'w Weights,
    pub(crate) total: i32,
}

impl Tally for Sum<'_> {
    #[inline]
    fn add(&mut self, feature: Feature) {
        self.total += self.weights.of(feature);
    }
}

#[cfg(test)]
mod tests {
    use super::TABLE;

    #[test]
    fn the_table_is_in_the_order_of_the_features() {
        for (index, (feature, _, sentence)) in TABLE.iter().enumerate() {
            assert_eq!(*feature as usize, index, "{feature:?}");
            assert!(!sentence.is_empty());
        }
    }
}

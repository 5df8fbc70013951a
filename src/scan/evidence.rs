//! What stands around a candidate, as named evidence.
//!
//! Only what does not depend on other markers is counted here, once a candidate; what depends on the
//! path of open lists (does the number go on, does the style fit) is counted in `resolve::moves`.
//! Nothing here decides: boundary, line start and reference words as gates each lose more than they
//! save (measured on the development corpus: boundary as a gate costs statutes .07 and policy .06).

use super::context::{After, Before};
use super::kind::Kind;
use super::marker::Delim;
use super::{Candidate, flag};
use crate::weights::{Feature, Feature as F, Sum, Tally, Weights};

/// How a text is laid out, and how far its line breaks are believed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Layout {
    /// The text has lines of the length of paragraphs, so that a line start means something.
    pub(crate) lines: bool,
    /// Only first places of lines are markers.
    pub(crate) trusted: bool,
    /// The text ends in the middle of a sentence.
    pub(crate) cut: bool,
}

/// The weight of a candidate that is not to be taken: no move makes up for it.
const NEVER: i16 = -10_000;
/// The forms that are at home inside a line.
const SOFT: u64 = Kind::Shi.bit()
    | Kind::Yao.bit()
    | Kind::Circled.bit()
    | Kind::BracketArabic.bit()
    | Kind::DiComma.bit()
    | Kind::QiComma.bit()
    | Kind::HalfArabic.bit()
    | Kind::Parenthesized.bit()
    | Kind::SansCircled.bit()
    | Kind::DoubleCircled.bit()
    | Kind::Step.bit()
    | Kind::BracketLower.bit()
    | Kind::BracketUpper.bit()
    | Kind::Upper.bit()
    | Kind::HalfUpper.bit();
/// Whether a form is at home inside a line.
pub(crate) const fn is_soft(kind: Kind) -> bool {
    kind.bit() & SOFT != 0
}

const UNITS: u64 = Kind::Book.bit()
    | Kind::SubBook.bit()
    | Kind::Piece.bit()
    | Kind::Part.bit()
    | Kind::Chapter.bit()
    | Kind::Jie.bit()
    | Kind::BookArabic.bit()
    | Kind::SubBookArabic.bit()
    | Kind::PieceArabic.bit()
    | Kind::PartArabic.bit()
    | Kind::ChapterArabic.bit()
    | Kind::JieArabic.bit();
const ARTICLES: u64 = Kind::Article.bit() | Kind::ArticleArabic.bit();
const SAID: u64 = Kind::Shi.bit() | Kind::Yao.bit();
const DECIMALS: u64 = Kind::Decimal1.bit()
    | Kind::Decimal2.bit()
    | Kind::Decimal3.bit()
    | Kind::Decimal4.bit()
    | Kind::Decimal5.bit()
    | Kind::Annex2.bit()
    | Kind::Annex3.bit()
    | Kind::Annex4.bit();

/// Whether a form is one of headings.
pub(super) const fn is_outer(kind: Kind) -> bool {
    kind.bit() & (UNITS | ARTICLES | DECIMALS | Kind::Dun.bit()) != 0
}

/// Weights worked out before, for one set of [`Weights`]: by all that the evidence of a candidate asks of it. A document has
/// few sorts of candidates, and other documents have the same.
#[derive(Debug, Clone)]
pub(crate) struct Known([(u64, i16); KNOWN]);

/// A power of two.
const KNOWN: usize = 256;

impl Default for Known {
    fn default() -> Self {
        // No sort has all bits: there are fewer flags.
        Self([(u64::MAX, 0); KNOWN])
    }
}

/// All that the evidence of a candidate depends on, as one number: a byte for each of its four classes, whose highest
/// bits are free, and its flags.
#[inline(always)]
const fn sort(candidate: &Candidate, layout: u32) -> u64 {
    let Candidate { kind, delim, before, after, flags, ord, .. } = *candidate;
    let classes = u32::from_le_bytes([kind as u8, before as u8, after as u8, delim as u8]);
    (flags as u64) << 32 | (classes | layout | ((ord == 0) as u32) << 7) as u64
}

/// Fills [`Candidate::weight`].
#[inline(always)]
pub(crate) fn weigh(candidates: &mut [Candidate], layout: Layout, weights: &Weights, known: &mut Known) {
    let free = (layout.lines as u32) << 15 | (layout.trusted as u32) << 23;
    for candidate in candidates {
        let sort = sort(candidate, free);
        let spread = sort.wrapping_mul(0x9E37_79B9_7F4A_7C15) >> (64 - KNOWN.trailing_zeros());
        let slot = &mut known.0[spread as usize % KNOWN]; // in bounds
        if slot.0 != sort {
            *slot = (sort, weight(candidate, layout, weights));
        }
        candidate.weight = slot.1;
    }
}

fn weight(candidate: &Candidate, layout: Layout, weights: &Weights) -> i16 {
    let mut sum = Sum { weights, total: 0 };
    evidence(candidate, layout, &mut sum);
    // Where every section starts a line, what stands inside one is none.
    let ruled_out = layout.trusted && !candidate.first_on_line();
    if ruled_out { NEVER } else { i16::try_from(sum.total).unwrap_or(NEVER) }
}

/// Names the evidence of one candidate.
pub(crate) fn evidence(candidate: &Candidate, layout: Layout, tally: &mut impl Tally) {
    let bit = candidate.kind.bit();
    let referring =
        bit & (UNITS | ARTICLES | Kind::BracketChinese.bit() | Kind::BracketArabic.bit() | Kind::Step.bit()) != 0;
    if let Some(bias) = bias(candidate) {
        tally.add(bias);
    }
    match candidate.before {
        Before::Word if bit & (UNITS | ARTICLES) != 0 => tally.add(F::WordBeforeUnit),
        Before::Bullet if is_outer(candidate.kind) => tally.add(F::BulletOuter),
        Before::Comma if bit & (SAID | Kind::QiComma.bit() | Kind::DiComma.bit()) != 0 => tally.add(F::CommaBeforeSaid),
        _ => {}
    }
    if let Some(before) = before(candidate.before) {
        tally.add(before);
    }
    // A bullet is where the line begins.
    if layout.lines && candidate.before != Before::Bullet {
        tally.add(if candidate.first_on_line() {
            F::LineFirst
        } else if bit & SOFT != 0 {
            F::LineInnerSoft
        } else {
            F::LineInnerHard
        });
    }
    if candidate.has(flag::SPACED) {
        tally.add(F::Spaced);
    }
    match candidate.after {
        After::End | After::Word | After::Line | After::Open | After::Letter => {}
        After::Blank => tally.add(if bit & (UNITS | ARTICLES) != 0 { F::AfterBlankUnit } else { F::AfterBlank }),
        // 一是2小时内响应: no figure begins before the word.
        After::Digit if bit & SAID != 0 => {}
        After::Digit if candidate.has(flag::COUNTED) && bit & DECIMALS == 0 => tally.add(F::Counted),
        After::Digit if candidate.has(flag::MEASURED) && bit & DECIMALS == 0 => tally.add(F::Measured),
        After::Digit => tally.add(F::AfterDigit),
        After::Numeral => tally.add(F::AfterNumeral),
        After::Unit => tally.add(F::AfterUnit),
        After::Dun => tally.add(F::AfterDun),
        After::Comma => tally.add(F::AfterComma),
        After::Stop => tally.add(F::AfterStop),
        After::Close => tally.add(F::AfterClose),
        After::Reference => tally.add(if referring { F::AfterReferenceUnit } else { F::AfterReference }),
        After::Other => tally.add(F::AfterOther),
    }
    flags(candidate, referring, tally);
}

fn flags(candidate: &Candidate, referring: bool, tally: &mut impl Tally) {
    let flags = candidate.flags;
    if flags & !flag::SPACED == 0 && candidate.kind.bit() & DECIMALS == 0 {
        return;
    }
    let is = |bit| flags & bit != 0;
    let found = [
        (is(flag::QUOTE), F::InQuote),
        (is(flag::TITLE), F::InTitle),
        (is(flag::PAREN), F::InParen),
        (is(flag::REFERRED), if referring { F::ReferredUnit } else { F::Referred }),
        (
            is(flag::NAMED)
                && candidate.before == Before::Word
                && candidate.kind == Kind::Dot
                && candidate.delim != Delim::Dot,
            F::Named,
        ),
        (
            is(flag::IN_WORD)
                && candidate.before == Before::Word
                && matches!(candidate.kind, Kind::Dun | Kind::Shi | Kind::Yao | Kind::DiComma),
            F::InWord,
        ),
        (
            is(flag::BEHIND_NUMERAL)
                && (candidate.before == Before::Word
                    && matches!(candidate.kind.row().style.form, crate::Form::Brackets)
                    || candidate.before == Before::Digit && candidate.kind == Kind::BracketArabic),
            F::BehindNumeral,
        ),
        (is(flag::ANNOUNCED), F::Announced),
        (is(flag::EXCERPT), F::Excerpt),
        (is(flag::HEADS), F::Heads),
        (is(flag::ANNEX_LIST), F::AnnexList),
        (is(flag::CONTENTS), F::Contents),
        (is(flag::COUNTING), F::Counting),
        (is(flag::WANTED), F::Wanted),
        (is(flag::COUNTED | flag::MEASURED) && candidate.kind.bit() & DECIMALS != 0, F::CountedDecimal),
        // 0 引言 is a section.
        (candidate.ord == 0 && candidate.kind.is_decimal(), F::DecimalZero),
    ];
    for (holds, feature) in found {
        if holds {
            tally.add(feature);
        }
    }
}

/// What the sign before says.
const fn before(before: Before) -> Option<Feature> {
    Some(match before {
        Before::Start => F::BeforeStart,
        Before::Line | Before::ColonLine => F::BeforeLine,
        Before::Stop => F::BeforeStop,
        Before::Semi => F::BeforeSemi,
        Before::Colon => F::BeforeColon,
        Before::Comma => F::BeforeComma,
        Before::Dun => F::BeforeDun,
        Before::Close => F::BeforeClose,
        Before::Open => F::BeforeOpen,
        Before::Digit => F::BeforeDigit,
        Before::Letter => F::BeforeLetter,
        Before::Word => F::BeforeWord,
        Before::Indent => F::BeforeIndent,
        Before::Bullet => F::BeforeBullet,
        Before::Other => return None,
    })
}

/// What the form itself is worth.
fn bias(candidate: &Candidate) -> Option<Feature> {
    Some(match (candidate.kind, candidate.delim) {
        (Kind::Dot | Kind::HalfArabic, Delim::None) if candidate.after == After::Blank => F::BareBlank,
        (Kind::Dot | Kind::HalfArabic, Delim::None) => F::BareDot,
        (Kind::Dun | Kind::Formal, Delim::None) => F::BareDun,
        (Kind::Decimal1, Delim::None) => F::BiasDecimalOne,
        (Kind::Decimal1, _) => F::BiasDot,
        (Kind::BracketChinese | Kind::BracketArabic, Delim::Half) => F::LostBracket,
        (Kind::Dun | Kind::Dot, Delim::Comma | Delim::Colon | Delim::Half) => F::OddDelimiter,
        (Kind::Dun, _) => F::BiasDun,
        (Kind::Dot, Delim::Dun) => F::BiasDotDun,
        (Kind::Dot, _) => F::BiasDot,
        (Kind::Article | Kind::ArticleArabic, _) => F::BiasArticle,
        (Kind::Stem | Kind::BracketStem, _) => F::BiasStem,
        (Kind::Roman | Kind::BracketRoman, _) => F::BiasRoman,
        (
            Kind::Upper | Kind::Lower | Kind::BracketUpper | Kind::BracketLower | Kind::HalfUpper | Kind::HalfLower,
            _,
        ) => F::BiasLetter,
        (Kind::BracketChinese, _) => F::BiasBracketChinese,
        (Kind::HalfArabic, _) => F::BiasHalf,
        (Kind::SquareArabic | Kind::SquareChinese, _) => F::BiasSquare,
        (Kind::Shi, _) => F::BiasShi,
        (Kind::Yao, _) => F::BiasYao,
        (Kind::DiComma | Kind::QiComma, _) => F::BiasDi,
        (Kind::Stage | Kind::Module | Kind::Lesson, _) => F::BiasCourse,
        (kind, _) if kind.bit() & UNITS != 0 => F::BiasUnit,
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::{Feature, KNOWN, Known, Layout, evidence, weigh, weight};
    use crate::scan::{Scan, scan};
    use crate::weights::{DEFAULT, Feature as F, Tally};

    #[test]
    fn a_weight_that_is_known_is_the_weight() {
        let (mut known, mut sorts) = (Known::default(), 0);
        for text in crate::testing::fixtures() {
            let mut found = Scan::default();
            scan(&text, &mut found);
            for (lines, trusted) in [(false, false), (true, false), (true, true)] {
                let layout = Layout { lines, trusted, cut: false };
                weigh(&mut found.candidates, layout, &DEFAULT, &mut known);
                for candidate in &found.candidates {
                    assert_eq!(candidate.weight, weight(candidate, layout, &DEFAULT), "{candidate:?}");
                }
                sorts += found.candidates.len();
            }
        }
        assert!(sorts > 10 * KNOWN, "each place is used again and again");
    }

    struct Named(Vec<Feature>);

    impl Tally for Named {
        fn add(&mut self, feature: Feature) {
            self.0.push(feature);
        }
    }

    /// Whether the first reading of the last place of a text, which has lines, has some evidence.
    fn has(text: &str, feature: Feature) -> bool {
        let mut found = Scan::default();
        scan(text, &mut found);
        let Some(last) = found.candidates.last().map(|last| last.start) else { return false };
        let Some(candidate) = found.candidates.iter().find(|candidate| candidate.start == last) else { return false };
        let mut named = Named(Vec::new());
        evidence(candidate, Layout { lines: true, trusted: false, cut: false }, &mut named);
        named.0.contains(&feature)
    }

    fn lacking(texts: &[&'static str], feature: Feature) -> Vec<&'static str> {
        texts.iter().copied().filter(|text| !has(text, feature)).collect()
    }

    #[test]
    fn items_of_a_sentence_are_at_home_inside_a_line() {
        const SOFT: [&str; 11] = [
            "目标，一是抓落实",
            "目标，一要抓落实",
            "目标①抓落实",
            "目标（1）抓落实",
            "目标，第一，抓落实",
            "目标：其一，抓落实",
            "目标：1）抓落实",
            "目标⑴抓落实",
            "目标➀抓落实",
            "目标⓵抓落实",
            "目标：A.抓落实",
        ];
        assert!(lacking(&SOFT, F::LineInnerSoft).is_empty(), "{:?}", lacking(&SOFT, F::LineInnerSoft));
        assert!(has("目标。一、抓落实", F::LineInnerHard));
        assert!(has("目标。第一条 抓落实", F::LineInnerHard));
    }

    #[test]
    fn the_zero_of_a_figure_is_no_introduction() {
        assert!(has("摘要略。\n3.0 目的", Feature::DecimalZero));
        assert!(has("摘要略。\n0 引言", Feature::BiasDecimalOne) && !has("摘要略。\n0 引言", Feature::DecimalZero));
    }

    #[test]
    fn every_unit_of_a_statute_is_one() {
        const UNITS: [&str; 12] = [
            "第一编 总则",
            "第一分编 总则",
            "第一篇 总则",
            "第一部分 总则",
            "第一章 总则",
            "第一节 总则",
            "第1编 总则",
            "第1分编 总则",
            "第1篇 总则",
            "第1部分 总则",
            "第1章 总则",
            "第1节 总则",
        ];
        assert!(lacking(&UNITS, F::BiasUnit).is_empty(), "{:?}", lacking(&UNITS, F::BiasUnit));
        assert!(lacking(&UNITS, F::AfterBlankUnit).is_empty());
    }

    #[test]
    fn a_numeral_that_lost_its_sign_is_bare() {
        for (bare, whole) in [("目标。\n陆 先生", "目标。\n陆、管护"), ("目标。\n六管护", "目标。\n六、管护")]
        {
            assert!(has(bare, F::BareDun) && !has(whole, F::BareDun), "{bare}");
        }
    }

    #[test]
    fn what_is_said_behind_a_comma_is_one_of_several() {
        const SAID: [&str; 3] = ["目标，一是抓落实", "目标，一要抓落实", "目标，第一，抓落实"];
        assert!(lacking(&SAID, F::CommaBeforeSaid).is_empty(), "{:?}", lacking(&SAID, F::CommaBeforeSaid));
        assert!(!has("目标，（1）抓落实", F::CommaBeforeSaid));
    }
}

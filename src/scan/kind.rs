//! The kinds of series the scanner tells apart, and what each becomes in the tree.
//!
//! A [`Kind`] is one series style as the search sees it: half and full width, blanks and the choice
//! of delimiter (`1.` `1．` `1、` `1`) do not make a new kind. [`TABLE`] is the one list of them:
//! to add a marker style, add a row here and its grammar in `marker.rs`.
//!
//! The rank is the usual order of levels, outermost first (GB/T 9704-2012 7.3.3 一、（一）1.（1）;
//! GB/T 15834-2011 B.3.8; 立法法 §65 编章节条项目; 文書處理手冊 壹、一、（一）1、). It is a prior, no rule:
//! the document's own order overrules it (see `resolve`).

use crate::{Form, Numeral, Style, Unit};

/// A series style as the search sees it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[repr(u8)]
pub(crate) enum Kind {
    /// 第一编
    Book,
    /// 第一分编
    SubBook,
    /// 第一篇
    Piece,
    /// 第一部分
    Part,
    /// 第一章
    Chapter,
    /// 第一节
    Jie,
    /// 第一条
    Article,
    /// 第1编
    BookArabic,
    /// 第1分编
    SubBookArabic,
    /// 第1篇
    PieceArabic,
    /// 第1部分
    PartArabic,
    /// 第1章
    ChapterArabic,
    /// 第1节
    JieArabic,
    /// 第1条
    ArticleArabic,
    /// 一、
    Dun,
    /// 壹、
    Formal,
    /// 甲、
    Stem,
    /// 1. 1、 and a bare 1
    Dot,
    /// Ⅰ、 II.
    Roman,
    /// A.
    Upper,
    /// a.
    Lower,
    /// （一）
    BracketChinese,
    /// （壹）
    BracketFormal,
    /// （甲）
    BracketStem,
    /// （1）
    BracketArabic,
    /// （Ⅰ）
    BracketRoman,
    /// （A）
    BracketUpper,
    /// （a）
    BracketLower,
    /// 1）
    HalfArabic,
    /// A）
    HalfUpper,
    /// a）
    HalfLower,
    /// ［1］
    SquareArabic,
    /// 【一】
    SquareChinese,
    /// ①
    Circled,
    /// ⑴
    Parenthesized,
    /// ⒈
    Stopped,
    /// ㊀
    CircledIdeograph,
    /// ㈠
    ParenthesizedIdeograph,
    /// ❶
    Negative,
    /// ➀
    SansCircled,
    /// ➊
    NegativeSans,
    /// ⓵
    DoubleCircled,
    /// 1️⃣
    Keycap,
    /// Ⓐ
    CircledUpper,
    /// ⓐ
    CircledLower,
    /// 🄐
    ParenthesizedUpper,
    /// ⒜
    ParenthesizedLower,
    /// `1 总则`: the first level of decimal numbering
    Decimal1,
    /// 1.1
    Decimal2,
    /// 1.1.1
    Decimal3,
    /// 1.1.1.1
    Decimal4,
    /// 1.1.1.1.1
    Decimal5,
    /// A.1: decimal numbering of an annex
    Annex2,
    /// A.1.1
    Annex3,
    /// A.1.1.1
    Annex4,
    /// 一是
    Shi,
    /// 一要
    Yao,
    /// 第一，
    DiComma,
    /// 其一，
    QiComma,
    /// 第一步： 步骤1：
    Step,
    /// 第一阶段：
    Stage,
    /// 第一单元
    Module,
    /// 第一讲 第一课 第一课时
    Lesson,
}

/// How many kinds there are. At most 63, so that a set of kinds fits a `u64` and one value is left
/// for "no section" (see [`ROOT`]).
pub(crate) const COUNT: usize = 63;

/// Stands for the document where a parent's kind is asked for.
pub(crate) const ROOT: u8 = 63;

/// One row of [`TABLE`].
pub(crate) struct Row {
    pub(crate) kind: Kind,
    pub(crate) style: Style,
    /// Usual depth, outermost first; only compared, never used as a depth.
    pub(crate) rank: u8,
}

const fn row(kind: Kind, form: Form, numeral: Numeral, rank: u8) -> Row {
    Row { kind, style: Style::new(form, numeral, 1), rank }
}

const fn decimal(kind: Kind, numeral: Numeral, parts: u8, rank: u8) -> Row {
    Row { kind, style: Style::new(Form::Decimal, numeral, parts), rank }
}

/// All kinds, in the order of [`Kind`].
pub(crate) static TABLE: [Row; COUNT] = {
    use Form::{
        Brackets, DiComma, Dot, Dun, Enclosed, HalfBracket, Lesson, Module, QiComma, Shi, Square, Stage, Step,
        Unit as U, Yao,
    };
    use Numeral::{Arabic, Chinese, Formal, Lower, Roman, Stem, Upper};
    use Unit::{Article, Book, Chapter, Jie, Part, Piece, SubBook};
    [
        row(Kind::Book, U(Book), Chinese, 1),
        row(Kind::SubBook, U(SubBook), Chinese, 2),
        row(Kind::Piece, U(Piece), Chinese, 2),
        row(Kind::Part, U(Part), Chinese, 2),
        row(Kind::Chapter, U(Chapter), Chinese, 4),
        row(Kind::Jie, U(Jie), Chinese, 5),
        row(Kind::Article, U(Article), Chinese, 6),
        row(Kind::BookArabic, U(Book), Arabic, 1),
        row(Kind::SubBookArabic, U(SubBook), Arabic, 2),
        row(Kind::PieceArabic, U(Piece), Arabic, 2),
        row(Kind::PartArabic, U(Part), Arabic, 2),
        row(Kind::ChapterArabic, U(Chapter), Arabic, 4),
        row(Kind::JieArabic, U(Jie), Arabic, 5),
        row(Kind::ArticleArabic, U(Article), Arabic, 6),
        row(Kind::Dun, Dun, Chinese, 8),
        row(Kind::Formal, Dun, Formal, 7),
        row(Kind::Stem, Dun, Stem, 13),
        row(Kind::Dot, Dot, Arabic, 10),
        row(Kind::Roman, Dot, Roman, 7),
        row(Kind::Upper, Dot, Upper, 9),
        row(Kind::Lower, Dot, Lower, 14),
        row(Kind::BracketChinese, Brackets, Chinese, 9),
        row(Kind::BracketFormal, Brackets, Formal, 8),
        row(Kind::BracketStem, Brackets, Stem, 13),
        row(Kind::BracketArabic, Brackets, Arabic, 12),
        row(Kind::BracketRoman, Brackets, Roman, 12),
        row(Kind::BracketUpper, Brackets, Upper, 13),
        row(Kind::BracketLower, Brackets, Lower, 14),
        row(Kind::HalfArabic, HalfBracket, Arabic, 13),
        row(Kind::HalfUpper, HalfBracket, Upper, 12),
        row(Kind::HalfLower, HalfBracket, Lower, 14),
        row(Kind::SquareArabic, Square, Arabic, 12),
        row(Kind::SquareChinese, Square, Chinese, 12),
        row(Kind::Circled, Enclosed, Arabic, 14),
        row(Kind::Parenthesized, Enclosed, Arabic, 12),
        row(Kind::Stopped, Enclosed, Arabic, 10),
        row(Kind::CircledIdeograph, Enclosed, Chinese, 12),
        row(Kind::ParenthesizedIdeograph, Enclosed, Chinese, 9),
        row(Kind::Negative, Enclosed, Arabic, 12),
        row(Kind::SansCircled, Enclosed, Arabic, 14),
        row(Kind::NegativeSans, Enclosed, Arabic, 12),
        row(Kind::DoubleCircled, Enclosed, Arabic, 14),
        row(Kind::Keycap, Enclosed, Arabic, 9),
        row(Kind::CircledUpper, Enclosed, Upper, 14),
        row(Kind::CircledLower, Enclosed, Lower, 15),
        row(Kind::ParenthesizedUpper, Enclosed, Upper, 13),
        row(Kind::ParenthesizedLower, Enclosed, Lower, 14),
        decimal(Kind::Decimal1, Arabic, 1, 3),
        decimal(Kind::Decimal2, Arabic, 2, 11),
        decimal(Kind::Decimal3, Arabic, 3, 12),
        decimal(Kind::Decimal4, Arabic, 4, 13),
        decimal(Kind::Decimal5, Arabic, 5, 14),
        decimal(Kind::Annex2, Upper, 2, 11),
        decimal(Kind::Annex3, Upper, 3, 12),
        decimal(Kind::Annex4, Upper, 4, 13),
        row(Kind::Shi, Shi, Chinese, 15),
        row(Kind::Yao, Yao, Chinese, 15),
        row(Kind::DiComma, DiComma, Chinese, 15),
        row(Kind::QiComma, QiComma, Chinese, 15),
        row(Kind::Step, Step, Chinese, 9),
        row(Kind::Stage, Stage, Chinese, 9),
        row(Kind::Module, Module, Chinese, 6),
        row(Kind::Lesson, Lesson, Chinese, 7),
    ]
};

/// The kinds whose markers have several numbers.
pub(crate) const DECIMALS: std::ops::Range<u8> = Kind::Decimal2 as u8..Kind::Annex4 as u8 + 1;

/// [`Kind::is_decimal`], of a kind or [`ROOT`].
pub(crate) const fn is_decimal(kind: u8) -> bool {
    kind >= DECIMALS.start && kind < DECIMALS.end
}

impl Kind {
    /// Whether a marker of this kind has several numbers: 1.1, A.1.
    pub(crate) const fn is_decimal(self) -> bool {
        is_decimal(self as u8)
    }

    /// Whether it is the decimal numbering of an annex: A.1.
    pub(crate) const fn is_annex(self) -> bool {
        matches!(self, Self::Annex2 | Self::Annex3 | Self::Annex4)
    }

    /// The row of this kind.
    pub(crate) fn row(self) -> &'static Row {
        // `TABLE` has one row a variant, in order: held by a test below.
        &TABLE[self as usize]
    }

    /// This kind as a set of one.
    pub(crate) const fn bit(self) -> u64 {
        1 << self as u8
    }
}

/// All the kinds that are one style in the tree with `kind`, itself included: `①` and `⑴` are both
/// [`Form::Enclosed`].
pub(crate) const fn same_style(kind: Kind) -> u64 {
    const ENCLOSED_ARABIC: u64 = Kind::Circled.bit()
        | Kind::Parenthesized.bit()
        | Kind::Stopped.bit()
        | Kind::Negative.bit()
        | Kind::SansCircled.bit()
        | Kind::NegativeSans.bit()
        | Kind::DoubleCircled.bit()
        | Kind::Keycap.bit();
    const ENCLOSED_CHINESE: u64 = Kind::CircledIdeograph.bit() | Kind::ParenthesizedIdeograph.bit();
    const ENCLOSED_UPPER: u64 = Kind::CircledUpper.bit() | Kind::ParenthesizedUpper.bit();
    const ENCLOSED_LOWER: u64 = Kind::CircledLower.bit() | Kind::ParenthesizedLower.bit();
    let bit = kind.bit();
    if bit & ENCLOSED_ARABIC != 0 {
        ENCLOSED_ARABIC
    } else if bit & ENCLOSED_CHINESE != 0 {
        ENCLOSED_CHINESE
    } else if bit & ENCLOSED_UPPER != 0 {
        ENCLOSED_UPPER
    } else if bit & ENCLOSED_LOWER != 0 {
        ENCLOSED_LOWER
    } else {
        bit
    }
}

#[cfg(test)]
mod tests {
    use super::{COUNT, TABLE, same_style};

    #[test]
    fn the_table_has_one_row_a_kind_in_order() {
        for (index, row) in TABLE.iter().enumerate() {
            assert_eq!(row.kind as usize, index);
        }
        const { assert!(COUNT < 64) };
    }

    #[test]
    fn kinds_of_one_style_know_of_each_other() {
        for one in &TABLE {
            for other in &TABLE {
                assert_eq!(
                    same_style(one.kind) & other.kind.bit() != 0,
                    one.style == other.style,
                    "{:?} {:?}",
                    one.kind,
                    other.kind
                );
            }
        }
    }
}

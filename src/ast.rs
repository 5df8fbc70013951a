//! The tree: what a text is after it has been read.
//!
//! ```text
//! Document                       head title? preface sections* closing
//! └─ Section                     marker heading? body children* tail
//!    └─ Section …                at most MAX_DEPTH deep
//!
//! 全市工作要点 今年是… 一、 抓统筹 1. 建机制 。 每月调度。 2. 强队伍 。 … 以上各项，请抓好落实。
//! [title     ][preface][m ][head ][m][head ]  [body     ][m][head  ]     [tail or closing     ]
//! ```
//!
//! The tree holds spans and no text, so it can be cloned, compared, kept and read back from JSON.
//! What its types cannot promise, [`Document::check`] proves for a text and a tree.

use std::cmp::Ordering;
use std::fmt;

use serde::{Deserialize, Serialize};

use crate::Span;

/// How deep sections may lie. A marker that would lie deeper becomes a sibling on this level.
///
/// Reason: dropping, cloning, printing and writing a nested tree recurse once a level, and
/// `serde_json` reads back at most 63 levels of object and array. The deepest real document seen
/// has seven levels.
pub const MAX_DEPTH: usize = 16;

/// A whole text: its title, what stands before the first marker, the sections, and what closes it.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct Document {
    /// The whole text.
    pub span: Span,
    /// What stands before the title and is not part of the text proper (版头): the number of the document above it, the
    /// fields and paths of a web page. Empty where nothing stands there or no title was found.
    pub head: Span,
    /// The title (标题), if the text has one: `全市教育工作要点`.
    pub title: Option<Span>,
    /// What stands between title and first marker: addressee, document number, lead-in (前言).
    /// The whole text where there are no sections. Empty where nothing stands there.
    pub preface: Span,
    /// The sections of the first level, in text order.
    pub sections: Vec<Section>,
    /// What belongs to no section: formal ending, signature, date (结尾、落款). Empty where the
    /// text shows no sign of one.
    pub closing: Span,
}

/// One numbered item: a chapter, an article, a list entry.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct Section {
    /// From the marker's first byte, or that of the [sign](Section::sign) before it, to the end of the tail.
    pub span: Span,
    /// The number in front: `一、`.
    pub marker: Marker,
    /// The heading (标题), without the stop behind it. `None` for articles and plain list entries.
    pub heading: Option<Span>,
    /// The text between heading and first child. Empty where nothing stands there.
    pub body: Span,
    /// The sections inside this one, in text order.
    pub children: Vec<Section>,
    /// What stands behind the last child and sums up this section. Empty where the text shows no
    /// sign of one.
    pub tail: Span,
    /// Whether the marker stands inside a line or sentence (`重点是：一是摸底，二是整改`).
    pub inline: bool,
    /// How sure the choice of this marker and its place is: 0 to 100. 100: no other reading came near.
    pub confidence: u8,
}

impl Section {
    /// The sign before the marker in `text`, which is the text that was parsed: `★` and `▲` by which tenders say which items
    /// must be met or count much, or a bullet. `None` where none stands there.
    ///
    /// ```
    /// let text = "一、技术要求★1.质保三年。2.上门安装。";
    /// let parsed = gangmu::parse(text);
    /// let items = &parsed.document().sections[0].children;
    /// assert_eq!((items[0].sign(text), items[1].sign(text)), (Some("★"), None));
    /// ```
    #[must_use]
    pub fn sign<'t>(&self, text: &'t str) -> Option<&'t str> {
        self.sign_span(text)?.of(text)
    }

    /// Where it stands.
    pub(crate) fn sign_span(&self, text: &str) -> Option<Span> {
        if self.span.start >= self.marker.span.start {
            return None;
        }
        // Behind it stand blanks, or what Markdown sets in their place.
        let sign = text.get(self.span.start as usize..)?.chars().next()?;
        Some(Span::new(self.span.start, self.span.start + sign.len_utf8() as u32))
    }
}

/// The number in front of a section, as it stands in the text and as it is understood.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct Marker {
    /// The marker's bytes: with its delimiter, without blanks behind it.
    pub span: Span,
    /// The style of the series the marker belongs to.
    pub style: Style,
    /// The number.
    pub number: Number,
    /// Whether the delimiter is not in the text: `1完善` for `1.完善`.
    pub recovered: bool,
}

impl Marker {
    /// The number as text, its parts joined by dots: `1.2.3`, `10.1` for 第十条之一, and with its letter `A.1` of an annex.
    ///
    /// ```
    /// let parsed = gangmu::parse("附录A\nA.1 范围\n适用于本地。\nA.2 方法\n逐项检查。\n");
    /// assert_eq!(parsed.document().sections[1].marker.number_text(), "A.2");
    /// ```
    #[must_use]
    pub fn number_text(&self) -> String {
        let number = self.number.to_string();
        let lettered = self.style.form == Form::Decimal && self.style.numeral == Numeral::Upper;
        let letter = u8::try_from(self.number.first()).ok().filter(|first| lettered && (1..=26).contains(first));
        match (letter, number.split_once('.')) {
            (Some(letter), Some((_, rest))) => format!("{}.{rest}", char::from(b'A' + letter - 1)),
            _ => number,
        }
    }
}

/// The style of a series of markers (序号样式). Half and full width are never two styles.
///
/// A series may mix `1.`, `1．`, `1、` and a bare `1`; its style is that of most of its markers.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[non_exhaustive]
pub struct Style {
    /// The shape around the numeral.
    pub form: Form,
    /// The kind of numeral.
    pub numeral: Numeral,
    /// How many numbers the marker holds: 3 for `1.2.3`, else 1.
    pub parts: u8,
}

impl Style {
    /// A style with one number, or with `parts` numbers for [`Form::Decimal`].
    #[must_use]
    pub const fn new(form: Form, numeral: Numeral, parts: u8) -> Self {
        Self { form, numeral, parts }
    }
}

/// The shape around a numeral.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[non_exhaustive]
pub enum Form {
    /// `第一章`: 第, numeral, unit.
    Unit(Unit),
    /// `一、`: numeral and 顿号; also `一．` and `一，` in a series of these.
    Dun,
    /// `1.`: numeral and full stop; also `1、` and `1．`.
    Dot,
    /// `（一）`: numeral in round brackets.
    Brackets,
    /// `1）`: numeral and closing bracket.
    HalfBracket,
    /// `［1］`, `【1】`: numeral in square brackets.
    Square,
    /// `①`, `⑴`, `⒈`, `㈠`, `㊀`, `❶`: one character.
    Enclosed,
    /// `1.1`, and `2-1` where such numbers go on; with one part `1 总则`, the first level of such numbering, or `## 1. 总则` of
    /// Markdown above lists `1.`; with [`Numeral::Upper`] `A.1` of an annex, whose first number is that of its letter.
    Decimal,
    /// `一是`.
    Shi,
    /// `一要`.
    Yao,
    /// `第一，`.
    DiComma,
    /// `其一，`.
    QiComma,
    /// `第一步：`.
    Step,
    /// `第一阶段：` (阶段), with a colon, a blank or a line break behind it, or behind the bracket that follows.
    Stage,
    /// `第一单元` (单元), likewise.
    Module,
    /// `第一讲`, `第一课`, `第一课时` (讲、课), likewise.
    Lesson,
}

/// The unit behind a `第N` numeral.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[non_exhaustive]
pub enum Unit {
    /// 编
    Book,
    /// 分编
    SubBook,
    /// 篇
    Piece,
    /// 部分
    Part,
    /// 章
    Chapter,
    /// 节 ([`Section`] is the tree's word)
    Jie,
    /// 条
    Article,
}

/// The kind of numeral.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[non_exhaustive]
pub enum Numeral {
    /// 一 二 三
    Chinese,
    /// 壹 贰 叁 (大写)
    Formal,
    /// 甲 乙 丙 (天干)
    Stem,
    /// 1 2 3, ①
    Arabic,
    /// Ⅰ Ⅱ Ⅲ, I II III
    Roman,
    /// A B C
    Upper,
    /// a b c
    Lower,
}

/// The most parts a [`Number`] holds.
pub const MAX_PARTS: usize = 5;

/// A marker's number: one part for `第十条`, two for `第十条之一` and `1.1`, at most [`MAX_PARTS`].
///
/// Ordered as the text is: 第十条 < 第十条之一 < 第十一条.
///
/// ```
/// use gangmu::Number;
/// let article = |parts: &[u32]| Number::new(parts).unwrap();
/// assert!(article(&[10]) < article(&[10, 1]));
/// assert!(article(&[10, 1]) < article(&[11]));
/// assert_eq!(article(&[1, 2, 3]).to_string(), "1.2.3");
/// ```
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub struct Number {
    first: u32,
    rest: [u16; MAX_PARTS - 1],
    len: u8,
}

impl Number {
    /// Stands where a number cannot be: no marker has it.
    pub(crate) const ZERO: Self = Self { first: 0, rest: [0; MAX_PARTS - 1], len: 1 };

    /// A number of these parts; `None` for no part, more than [`MAX_PARTS`], a first part over
    /// 99,999 or a later one over 65,535.
    #[must_use]
    pub fn new(parts: &[u32]) -> Option<Self> {
        let (&first, others) = parts.split_first()?;
        if others.len() > MAX_PARTS - 1 || first > crate::scan::numeral::MAX_VALUE {
            return None;
        }
        let mut rest = [0; MAX_PARTS - 1];
        for (slot, &part) in rest.iter_mut().zip(others) {
            *slot = u16::try_from(part).ok()?;
        }
        let len = u8::try_from(parts.len()).ok()?;
        Some(Self { first, rest, len })
    }

    /// A number of one part, as nearly all are.
    pub(crate) const fn of_one(part: u32) -> Option<Self> {
        if part > crate::scan::numeral::MAX_VALUE {
            return None;
        }
        Some(Self { first: part, rest: [0; MAX_PARTS - 1], len: 1 })
    }

    /// The first part: 10 for `第十条之一`.
    #[must_use]
    pub const fn first(self) -> u32 {
        self.first
    }

    /// The last part: 3 for `1.2.3`.
    #[must_use]
    pub fn last(self) -> u32 {
        self.iter().last().unwrap_or(self.first)
    }

    /// How many parts: 1 to [`MAX_PARTS`].
    #[must_use]
    #[allow(clippy::len_without_is_empty)] // a number is never empty
    pub const fn len(self) -> usize {
        self.len as usize
    }

    /// The parts in order.
    pub fn iter(self) -> impl Iterator<Item = u32> {
        std::iter::once(self.first).chain(self.rest.into_iter().take(self.len().saturating_sub(1)).map(u32::from))
    }
}

impl Ord for Number {
    fn cmp(&self, other: &Self) -> Ordering {
        self.iter().cmp(other.iter())
    }
}

impl PartialOrd for Number {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl fmt::Display for Number {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (index, part) in self.iter().enumerate() {
            if index > 0 {
                out.write_str(".")?;
            }
            write!(out, "{part}")?;
        }
        Ok(())
    }
}

impl fmt::Debug for Number {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "Number({self})")
    }
}

impl Serialize for Number {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_seq(self.iter())
    }
}

impl<'de> Deserialize<'de> for Number {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let parts = <Vec<u32>>::deserialize(deserializer)?;
        Self::new(&parts).ok_or_else(|| {
            serde::de::Error::custom(
                "a marker's number has 1 to 5 parts, the first at most 99999, the others at most 65535",
            )
        })
    }
}

impl Document {
    /// A document without sections: the whole text is preface.
    pub(crate) fn bare(span: Span) -> Self {
        Self {
            span,
            head: Span::empty(span.start),
            title: None,
            preface: span,
            sections: Vec::new(),
            closing: Span::empty(span.end),
        }
    }
}

//! Where heading and body are parted by nothing: text without line breaks.
//!
//! ```text
//! 一、供养标准｜特困人员标准按…执行。      a noun that closes headings, then no word that goes on
//! 二、招生对象｜2026年秋季入园的新生…      a figure, a bullet, a quotation begins the text
//! 三、逾期未认证｜逾期未认证人员，将…       the words of the heading come again
//! 四、薪酬｜员工每月…。员工生病时，…        other sentences of the document begin with the same words
//! ```
//!
//! The sign is gone for good, so this is a guess. Every place in front of the first stop is weighed by what stands on its two
//! sides, against the reading that the piece has no such place; see the constants. The list around has its say in
//! `decide`: where no sibling has such a place, this one hardly has.

use super::Shape;
use super::words::{self, class, classes_of};

/// Where a heading ends, from the start of the piece.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Seam {
    pub(super) at: u32,
    /// How likely, in tenths of the logarithm of the odds, before the list has its say.
    pub(super) worth: i32,
}

/// How far a seam is looked for, in characters.
const REACH: usize = 24;
/// The shortest text behind a seam, in characters.
const SHORTEST: usize = 3;
/// A first sentence up to this length, with text behind it, may be the heading itself, in characters.
const SENTENCE: usize = 20;
/// The same for a label before ：.
const LABEL: usize = 12;
/// The longest sentence that hardly holds a heading and a text, in characters.
const BRIEF: usize = 30;

// The weights were fitted to half of the documents at hand (conditional logistic regression, left out one document
// at a time) and rounded; the signed sentence was then made dearer, for a wrong seam costs a right heading.

/// A seam at all, and no sign against it.
const SEAM: i32 = -17;
/// A noun that closes headings stands before.
const NOUN: i32 = 38;
/// A closing bracket stands before.
const CLOSED: i32 = 38;
/// A bullet begins the text.
const BULLET: i32 = 31;
/// A figure begins the text.
const FIGURE: i32 = 13;
/// A quotation begins the text.
const QUOTE: i32 = 10;
/// A foreign word begins the text.
const FOREIGN: i32 = 19;
/// A word begins the text that begins sentences.
const BEGINNING: i32 = 25;
/// The text begins like the heading: 逾期未认证｜逾期未认证人员.
const ECHO: i32 = 21;
/// Other sentences of the document begin so.
const OPENING: i32 = 6;
/// The noun goes on with a second one: 信息｜安全.
const NOUN_GOES_ON: i32 = -14;
/// The noun goes on with a person or body: 教育｜部门.
const ITS_BODY: i32 = -25;
/// The word behind is joined to what follows: 质量｜效益和….
const JOINED: i32 = -12;
/// The text would stop at once.
const STOPS: i32 = -12;
/// The heading begins with what is to be done.
const VERB: i32 = -7;
/// The piece begins with a word that begins sentences.
const IS_SENTENCE: i32 = -13;
/// The first sentence may be the heading itself.
const SIGNED: i32 = -32;
/// The piece is one sentence.
const IS_ONE: i32 = -13;
/// The piece is an entry that ends with ；, or has ；in its first sentence.
const IS_LISTED: i32 = -24;
/// The piece is brief, or all of it stands before a first child.
const IS_BRIEF: i32 = -8;
/// The first sentence has more than one clause and may be the heading all the same.
const SIGNED_LATER: i32 = -20;
/// The piece is an article, which seldom has a heading.
const ARTICLE: i32 = -20;

/// The most that the list around adds; see `Tally::seams_beside`.
pub(super) const MOST_BESIDE: i32 = 14;

/// What a heading of so many characters is worth.
const fn length(characters: usize) -> i32 {
    match characters {
        2 => -12,
        3 => -19,
        4 => 7,
        5..=8 => -10,
        9..=12 => -14,
        _ => -23,
    }
}

/// The words with which the sentences of a document begin: a set of the first two characters behind its stops.
/// Two words may share a place, which makes a seam a little likelier than it is.
#[derive(Debug)]
pub(crate) struct Openings([u64; 256]);

impl Openings {
    /// Looks behind every stop.
    pub(crate) fn of(text: &str, stops: &[u32]) -> Self {
        let mut openings = Self([0; 256]);
        for &stop in stops {
            let rest = text.get(stop as usize..).unwrap_or("");
            let mut chars = rest.chars();
            if matches!(chars.next(), Some('。' | '；' | '！' | '？' | '\n'))
                && let (Some(first), Some(second)) = (chars.next(), chars.next())
                && is_ideograph(first)
                && is_ideograph(second)
            {
                let (word, bit) = Self::place(first, second);
                if let Some(word) = openings.0.get_mut(word) {
                    *word |= bit;
                }
            }
        }
        openings
    }

    fn hold(&self, first: char, second: char) -> bool {
        let (word, bit) = Self::place(first, second);
        self.0.get(word).is_some_and(|word| word & bit != 0)
    }

    /// The word and the bit of two characters.
    const fn place(first: char, second: char) -> (usize, u64) {
        let spread = (first as u32).wrapping_mul(31).wrapping_add(second as u32).wrapping_mul(0x9E37_79B1) >> 18;
        ((spread >> 6) as usize, 1 << (spread & 63))
    }
}

/// Finds the likeliest seam in a piece that begins with its heading.
pub(super) fn seam(piece: &str, has_children: bool, article: bool, shape: Shape, openings: &Openings) -> Option<Seam> {
    let window = Window::of(piece);
    let prior = window.prior(piece, has_children, article, shape);
    let mut best: Option<Seam> = None;
    let mut nesting = 0_i32;
    for (index, &(at, c)) in window.clause().iter().enumerate() {
        if nesting == 0 && window.may_part(index) {
            // What the piece and the list cannot make up for is not weighed to the end.
            let floor = best.map_or(-prior - MOST_BESIDE, |best| best.worth);
            if let Some(worth) = window.worth(piece, index, openings, floor).filter(|&worth| worth > floor) {
                best = Some(Seam { at, worth });
            }
        }
        match c {
            '（' | '(' | '“' | '《' | '【' => nesting += 1,
            '）' | ')' | '”' | '》' | '】' => nesting -= 1,
            _ => {}
        }
    }
    best.map(|best| Seam { worth: best.worth + prior, ..best })
}

/// The first characters of a piece with their offsets.
struct Window {
    chars: [(u32, char); REACH + SHORTEST],
    /// How many there are.
    len: usize,
    /// How many stand before the first stop.
    clause: usize,
}

impl Window {
    fn of(piece: &str) -> Self {
        let mut window = Self { chars: [(0, ' '); REACH + SHORTEST], len: 0, clause: REACH };
        for (slot, (at, c)) in window.chars.iter_mut().zip(piece.char_indices()) {
            *slot = (at as u32, c);
            if window.clause == REACH && ends_clause(c) {
                window.clause = window.len;
            }
            window.len += 1;
        }
        window.clause = window.clause.min(window.len);
        window
    }

    /// The characters before the first stop.
    fn clause(&self) -> &[(u32, char)] {
        self.chars.get(..self.clause).unwrap_or(&[])
    }

    fn char(&self, index: usize) -> char {
        self.chars.get(index).map_or(' ', |&(_, c)| c)
    }

    /// The two characters from `index` on, where both are ideographs.
    fn two(&self, index: usize) -> Option<(char, char)> {
        let pair = (self.char(index), self.char(index + 1));
        (index + 1 < self.len && is_ideograph(pair.0) && is_ideograph(pair.1)).then_some(pair)
    }

    /// Whether the two characters from `index` on are a noun that closes headings.
    fn noun(&self, piece: &str, index: usize) -> bool {
        let end =
            self.chars.get(index + 2).filter(|_| index + 2 < self.len).map_or(piece.len(), |&(at, _)| at as usize);
        let start = self.chars.get(index).map_or(0, |&(at, _)| at as usize);
        piece.get(start..end).is_some_and(words::closes_heading)
    }

    /// Whether a heading can end before `index`.
    fn may_part(&self, index: usize) -> bool {
        let Some(before) = index.checked_sub(1).map(|before| self.char(before)) else { return false };
        index >= 2
            && index + SHORTEST <= self.len
            && index < self.clause
            && !goes_on(self.char(index))
            // 管理员, but 员工 begins sentences.
            && (self.char(index) != '员' || self.char(index + 1) == '工')
            && (!joins(before) || before == '的' && self.char(index - 2) == '目')
    }

    /// What stands on the two sides of `index`, which may part; `None` where it cannot reach `floor`.
    fn worth(&self, piece: &str, index: usize, openings: &Openings, floor: i32) -> Option<i32> {
        let (before, behind) = (self.char(index - 1), self.char(index));
        let at = self.chars.get(index).map_or(0, |&(at, _)| at as usize);
        let rest = piece.get(at..).unwrap_or("");
        let mut worth = length(index);
        if self.noun(piece, index - 2) {
            worth += NOUN;
            if words::names_a_body(rest) {
                worth += ITS_BODY;
            } else if self.noun(piece, index) {
                worth += NOUN_GOES_ON;
            }
        }
        let said = self.two(index);
        if said.is_some() && said == self.two(0) {
            worth += ECHO;
        }
        let sign = if is_ideograph(behind) { 0 } else { BULLET };
        let closed = if is_ideograph(before) { 0 } else { CLOSED };
        if worth + BEGINNING + OPENING + sign + closed <= floor {
            return None;
        }
        if words::begins_sentence(rest, before) {
            worth += BEGINNING;
        }
        if said.is_some_and(|said| openings.hold(said.0, said.1)) {
            worth += OPENING;
        }
        if self.char(index + 1) == '、' || classes_of(self.char(index + 1)) & class::TIES != 0 {
            worth += JOINED;
        }
        if index + SHORTEST > self.clause {
            worth += STOPS;
        }
        match before {
            '）' | ')' => worth += CLOSED,
            _ if !is_ideograph(before) => return Some(worth),
            _ => {}
        }
        let sign = match behind {
            '•' | '●' | '[' | '［' => BULLET,
            '“' | '《' | '「' => QUOTE,
            '0'..='9' => FIGURE,
            // An x stands where a figure was masked.
            'a'..='w' | 'y'..='z' | 'A'..='W' | 'Y'..='Z' => FOREIGN,
            _ => 0,
        };
        Some(worth + sign)
    }

    /// What the piece as a whole says.
    fn prior(&self, piece: &str, has_children: bool, article: bool, shape: Shape) -> i32 {
        let mut prior = SEAM;
        if article {
            prior += ARTICLE;
        }
        prior += match shape {
            Shape::Listed => IS_LISTED,
            Shape::Whole | Shape::Bare => IS_ONE,
            _ => 0,
        };
        if words::begins_with_verb(piece) {
            prior += VERB;
        }
        if words::is_sentence(piece) {
            prior += IS_SENTENCE;
        }
        let rest = self.chars.get(self.clause).and_then(|&(at, _)| piece.get(at as usize..)).unwrap_or("");
        let follows = rest.chars().nth(1).is_some();
        prior += match self.char(self.clause) {
            _ if self.clause >= self.len && has_children => SIGNED,
            _ if self.clause >= self.len => 0,
            '。' if follows && self.clause <= SENTENCE => SIGNED,
            '：' | ':' | '！' if follows && self.clause <= LABEL => SIGNED,
            '：' | ':' if !follows => SIGNED,
            '？' | '?' => SIGNED,
            '，' | ',' if rest.chars().take(SENTENCE).any(|c| c == '。') => SIGNED_LATER,
            _ => 0,
        };
        // No character has more than four bytes: most pieces are not counted.
        if piece.len() <= 4 * BRIEF && piece.chars().nth(BRIEF).is_none() {
            prior += IS_BRIEF;
        }
        prior
    }
}

const fn ends_clause(c: char) -> bool {
    matches!(c, '。' | '；' | '？' | '！' | '：' | '，' | ':' | ',' | ';' | '?' | '!' | '\n' | '\r')
}

/// With this no text begins.
fn goes_on(c: char) -> bool {
    matches!(c, '、' | '；' | '？' | '！' | '）' | ')' | '》' | '”' | '】' | ' ') || classes_of(c) & class::GOES_ON != 0
}

/// With this no heading ends.
fn joins(c: char) -> bool {
    matches!(c, '，' | ',' | '、' | '（' | '《' | '“') || classes_of(c) & class::JOINS != 0
}

const fn is_ideograph(c: char) -> bool {
    matches!(c, '\u{3400}'..='\u{9fff}')
}

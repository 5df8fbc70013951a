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
/// How far a heading's first words are looked for behind it, in bytes.
const NEAR: usize = 78;
/// The same from the start of the piece.
const LATER: usize = REACH * 3 + NEAR;
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
const SEAM: i32 = -28;
/// A noun that closes headings stands before.
const NOUN: i32 = 35;
/// A closing bracket stands before.
const CLOSED: i32 = 42;
/// A bullet begins the text.
const BULLET: i32 = 46;
/// A figure begins the text.
const FIGURE: i32 = 7;
/// A quotation begins the text.
const QUOTE: i32 = 16;
/// A foreign word begins the text.
const FOREIGN: i32 = 28;
/// A word begins the text that begins sentences.
const BEGINNING: i32 = 22;
/// The text begins like the heading: 逾期未认证｜逾期未认证人员.
const ECHO: i32 = 24;
/// The heading's first words come again behind it, not at once: 危险源辨识｜本单位的危险源包括.
const AGAIN: i32 = 10;
/// Other sentences of the document begin so.
const OPENING: i32 = 9;
/// The noun goes on with a second one: 信息｜安全.
const NOUN_GOES_ON: i32 = -12;
/// The noun goes on with a person or body: 教育｜部门.
const ITS_BODY: i32 = -25;
/// The word behind is joined to what follows: 质量｜效益和….
const JOINED: i32 = -15;
/// The text would stop at once.
const STOPS: i32 = -12;
/// The heading begins with what is to be done.
const VERB: i32 = -7;
/// The piece begins with a word that begins sentences.
const IS_SENTENCE: i32 = -10;
/// The first sentence may be the heading itself.
const SIGNED: i32 = -20;
/// The first sentence opens a list with a colon.
const OPENS_LIST: i32 = 32;
/// The piece is one sentence.
const IS_ONE: i32 = -6;
/// The piece is an entry that ends with ；, or has ；in its first sentence.
const IS_LISTED: i32 = -20;
/// The piece is brief, or all of it stands before a first child.
const IS_BRIEF: i32 = -11;
/// The first sentence has more than one clause and may be the heading all the same.
const SIGNED_LATER: i32 = -12;
/// The piece is an article, which seldom has a heading.
const ARTICLE: i32 = -25;

/// The most that the list around adds; see `Tally::seams_beside`.
pub(super) const MOST_BESIDE: i32 = 12;

/// The one length, in characters, that speaks for a seam by itself.
const BEST: usize = 4;

/// What a heading of so many characters is worth.
static LENGTHS: [i8; WINDOW] = [
    -17, -17, -17, -16, 5, -10, -10, -10, -10, -7, -7, -7, -7, -20, -20, -20, -20, -20, -20, -20, -20, -20, -20, -20,
    -20, -20, -20,
];

fn length(characters: usize) -> i32 {
    LENGTHS.get(characters).copied().map_or(0, i32::from)
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
            let rest = text.as_bytes().get(stop as usize..).unwrap_or(&[]);
            let (three, behind) = rest.split_at_checked(3).unwrap_or((&[], &[]));
            let behind = match *three {
                // 。 ； ！ ？
                [0xE3, 0x80, 0x82] | [0xEF, 0xBC, 0x9B | 0x81 | 0x9F] => behind,
                [b'\n', ..] => rest.get(1..).unwrap_or(&[]),
                _ => continue,
            };
            if let Some((first, behind)) = behind.split_first_chunk()
                && let Some(second) = behind.first_chunk()
                && let (Some(first), Some(second)) = (read_ideograph(*first), read_ideograph(*second))
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
        let (word, bit) = Self::place(first as u16, second as u16);
        self.0.get(word).is_some_and(|word| word & bit != 0)
    }

    /// The word and the bit of two characters.
    const fn place(first: u16, second: u16) -> (usize, u64) {
        let spread = (first as u32).wrapping_mul(31).wrapping_add(second as u32).wrapping_mul(0x9E37_79B1) >> 18;
        ((spread >> 6) as usize, 1 << (spread & 63))
    }
}

/// Finds the likeliest seam in a piece that begins with its heading.
pub(super) fn seam(piece: &str, has_children: bool, article: bool, shape: Shape, openings: &Openings) -> Option<Seam> {
    let known = SEAM + of_shape(article, shape) + if has_children { OPENS_LIST } else { 0 };
    // What the piece and the list cannot make up for is not weighed.
    let clause = Clause::of(piece, -known - MOST_BESIDE);
    let opens_list = has_children && clause.rest(clause.end).starts_with(['：', ':']);
    let known = known + clause.signed(has_children) - if has_children && !opens_list { OPENS_LIST } else { 0 };
    let mut best: Option<Seam> = None;
    for place in clause.places() {
        let floor = best.map_or(-known - MOST_BESIDE, |best| best.worth);
        if i32::from(place.most) > floor
            && let Some(worth) = clause.worth(place, openings).filter(|&worth| worth > floor)
        {
            best = Some(Seam { at: place.at.into(), worth });
        }
    }
    // What the piece as a whole says chooses no other place, so it is asked only where there is one.
    let best = best?;
    let prior = known + clause.said();
    (best.worth > -prior - MOST_BESIDE).then_some(Seam { worth: best.worth + prior, ..best })
}

/// What the shape of a piece says.
const fn of_shape(article: bool, shape: Shape) -> i32 {
    let kind = if article { ARTICLE } else { 0 };
    kind + match shape {
        Shape::Listed => IS_LISTED,
        Shape::Whole | Shape::Bare => IS_ONE,
        _ => 0,
    }
}

/// How many characters are looked at: behind the last place stands the shortest text.
const WINDOW: usize = REACH + SHORTEST;

/// A place where a heading may end.
#[derive(Debug, Clone, Copy, Default)]
struct Place {
    /// How many characters stand before.
    index: u8,
    /// How many bytes.
    at: u8,
    /// What it is worth at most.
    most: i8,
}

/// The first clause of a piece.
struct Clause<'p> {
    piece: &'p str,
    /// How many characters it has.
    len: usize,
    /// How many bytes it has.
    end: usize,
    /// The places where something speaks for a seam, in order.
    places: [Place; WINDOW],
    count: usize,
    /// Where the first two ideographs come again for the last time, in bytes, or 0.
    again: usize,
}

/// What is remembered of a closing bracket, beside classes that make it look like a noun.
const BRACKET: u8 = 1 << 7;

impl<'p> Clause<'p> {
    /// Looks for the end of the clause and for the places whose signs can be worth more than `floor`. Most characters
    /// are ideographs without a sign; for them the loop is short.
    fn of(piece: &'p str, floor: i32) -> Self {
        let again = comes_again(piece);
        let mut clause =
            Self { piece, len: REACH, end: piece.len(), places: [Place::default(); WINDOW], count: 0, again };
        let mut rest = piece.as_bytes();
        // The classes of the last two characters.
        let (mut before, mut last) = (0, 0);
        let mut nesting = 0_i32;
        let (mut index, mut first) = (0, 0);
        if let Some((&three @ [0xE4..=0xE9, ..], behind)) = rest.split_first_chunk::<3>() {
            first = words::ideograph(three);
            (last, rest, index) = (words::classes_of_ideograph(first), behind, 1);
        }
        // Where the loop is not cut short.
        let opening = OPENING + if again > 0 { AGAIN } else { 0 };
        let mut awaited = if length(BEST) + opening > floor { BEST } else { REACH };
        loop {
            let at = piece.len() - rest.len();
            let noun = before << 1 & last & class::NOUN_ENDS;
            let (now, nests, mut signs);
            if let Some((&three @ [0xE4..=0xE9, ..], behind)) = rest.split_first_chunk::<3>() {
                let ideograph = words::ideograph(three);
                now = words::classes_of_ideograph(ideograph);
                if now & class::BEGINS | noun == 0 && ideograph != first && index != awaited {
                    (before, last, rest, index) = (last, now, behind, index + 1);
                    continue;
                }
                rest = behind;
                nests = 0;
                signs = if ideograph == first { ECHO } else { 0 };
                signs += if now & class::BEGINS != 0 { BEGINNING } else { 0 };
            } else {
                let Some(c) = piece.get(at..).and_then(|rest| rest.chars().next()) else {
                    clause.len = index.min(REACH);
                    break;
                };
                if ends_clause(c) && index != REACH {
                    (clause.len, clause.end) = (index, at);
                    break;
                }
                rest = rest.get(c.len_utf8()..).unwrap_or(&[]);
                (now, nests) = match c {
                    '（' | '(' | '“' | '《' | '【' => (0, 1),
                    '）' | ')' => (class::NOUN_ENDS | BRACKET, -1),
                    '”' | '》' | '】' => (0, -1),
                    _ => (0, 0),
                };
                signs = if is_ideograph(c) { ECHO } else { begins(c, rest) };
            }
            if index >= REACH {
                clause.end = if index == REACH { at } else { clause.end };
                if index + 1 == WINDOW {
                    break;
                }
            }
            if index >= awaited {
                awaited = REACH.max(index + 1);
            }
            if last & BRACKET != 0 {
                signs += CLOSED;
            } else if noun != 0 && words::ends_with_noun(piece.get(..at).unwrap_or("")) {
                signs += NOUN;
            }
            let most = signs + length(index) + opening;
            if most > floor
                && nesting == 0
                && now & class::GOES_ON == 0
                && let Some(place) = clause.places.get_mut(clause.count)
            {
                // Fits: no character has more than four bytes, and no place is worth more than 127.
                *place = Place { index: index as u8, at: at as u8, most: most as i8 };
                clause.count += 1;
            }
            nesting += nests;
            before = if now & BRACKET != 0 { class::NOUN_BEGINS } else { last };
            (last, index) = (now, index + 1);
        }
        clause
    }

    /// The places in front of the stop.
    fn places(&self) -> impl Iterator<Item = Place> {
        self.places.iter().take(self.count).copied().filter(|place| usize::from(place.index) < self.len)
    }

    /// The text from `at`.
    fn rest(&self, at: usize) -> &'p str {
        self.piece.get(at..).unwrap_or("")
    }

    /// What stands on the two sides of a place; `None` where no heading can end.
    fn worth(&self, place: Place, openings: &Openings) -> Option<i32> {
        let (index, at) = (usize::from(place.index), usize::from(place.at));
        if index + SHORTEST > WINDOW {
            return None;
        }
        let (head, rest) = self.piece.split_at_checked(at)?;
        let mut chars = rest.chars();
        // As many as `SHORTEST` says.
        let (now, next, _) = (chars.next()?, chars.next()?, chars.next()?);
        let mut chars = head.chars();
        let before = chars.next_back()?;
        // A heading has two characters.
        let second = chars.next_back()?;
        if goes_on(now)
            // 管理员, but 员工 begins sentences.
            || now == '员' && next != '工'
            || joins(before) && !(before == '的' && second == '目')
        {
            return None;
        }
        let mut worth = length(index);
        if words::ends_with_noun(head) {
            worth += NOUN;
            if words::names_a_body(rest) {
                worth += ITS_BODY;
            } else if words::begins_with_noun(rest) {
                worth += NOUN_GOES_ON;
            }
        }
        let said = (is_ideograph(now) && is_ideograph(next)).then_some((now, next));
        if said.is_some() && rest.as_bytes().first_chunk::<6>() == self.piece.as_bytes().first_chunk() {
            worth += ECHO;
        }
        if (at + 6..at + NEAR).contains(&self.again) {
            worth += AGAIN;
        }
        let sign = begins(now, rest.as_bytes().get(now.len_utf8()..).unwrap_or(&[]));
        match before {
            '）' | ')' => worth += CLOSED,
            _ if is_ideograph(before) => worth += sign,
            _ => {}
        }
        if sign == BULLET && !is_ideograph(before) {
            worth += BULLET;
        }
        if next == '、' || classes_of(next) & class::TIES != 0 {
            worth += JOINED;
        }
        if index + SHORTEST > self.len {
            worth += STOPS;
        }
        if words::begins_sentence(rest, before) {
            worth += BEGINNING;
        }
        if said.is_some_and(|said| openings.hold(said.0, said.1)) {
            worth += OPENING;
        }
        Some(worth)
    }

    /// What the stop says, or its lack: the first sentence may be the heading itself.
    fn signed(&self, has_children: bool) -> i32 {
        let mut chars = self.rest(self.end).chars();
        let Some(sign) = chars.next() else { return if has_children { SIGNED } else { 0 } };
        let follows = chars.next().is_some();
        match sign {
            '。' if follows && self.len <= SENTENCE => SIGNED,
            '：' | ':' | '！' if follows && self.len <= LABEL => SIGNED,
            '：' | ':' if !follows => SIGNED,
            '？' | '?' => SIGNED,
            _ => 0,
        }
    }

    /// What the words of the piece say.
    fn said(&self) -> i32 {
        let mut worth = 0;
        if words::begins_with_verb(self.piece) {
            worth += VERB;
        }
        if words::is_sentence(self.piece) {
            worth += IS_SENTENCE;
        }
        if stops_within(self.rest(self.end), SENTENCE) {
            worth += SIGNED_LATER;
        }
        // No character has more than four bytes: most pieces are not counted.
        if self.piece.len() <= 4 * BRIEF && self.piece.chars().count() <= BRIEF {
            worth += IS_BRIEF;
        }
        worth
    }
}

/// Where the first two ideographs of a piece come again for the last time in [`LATER`] bytes, or 0.
fn comes_again(piece: &str) -> usize {
    let Some((first, rest)) = piece.split_at_checked(6) else { return 0 };
    if !matches!(first.as_bytes(), [0xE4..=0xE9, _, _, 0xE4..=0xE9, ..]) {
        return 0;
    }
    let mut end = rest.len().min(LATER);
    while !rest.is_char_boundary(end) {
        end -= 1; // stops at 0, a boundary
    }
    let later = rest.get(..end).unwrap_or("");
    // To find out that there is none is much cheaper than to find it.
    if later.contains(first) { later.rfind(first).map_or(0, |at| at + 6) } else { 0 }
}

/// What a character that is no ideograph is worth at the beginning of a text; `rest`: what follows it.
fn begins(c: char, rest: &[u8]) -> i32 {
    match c {
        '•' | '●' | '■' | '◆' | '★' | '[' | '［' => BULLET,
        '-' | '*' | '–' if rest.starts_with(b" ") => BULLET,
        '“' | '《' | '「' => QUOTE,
        '0'..='9' => FIGURE,
        // An x stands where a figure was masked.
        'a'..='w' | 'y'..='z' | 'A'..='W' | 'Y'..='Z' => FOREIGN,
        _ => 0,
    }
}

/// Whether a comma stands here and 。 among the first characters.
fn stops_within(rest: &str, characters: usize) -> bool {
    let mut bytes = rest.as_bytes();
    if !matches!(bytes, [b',', ..] | [0xEF, 0xBC, 0x8C, ..]) {
        return false;
    }
    for _ in 0..characters {
        let length = match bytes {
            [0xE3, 0x80, 0x82, ..] => return true,
            [(..=0x7F), ..] => 1,
            [(..=0xDF), ..] => 2,
            [(..=0xEF), ..] => 3,
            _ => 4,
        };
        bytes = bytes.get(length..).unwrap_or(&[]);
    }
    false
}

const fn ends_clause(c: char) -> bool {
    matches!(c, '。' | '；' | '？' | '！' | '：' | '，' | ':' | ',' | ';' | '?' | '!' | '\n' | '\r')
}

/// With this no text begins.
fn goes_on(c: char) -> bool {
    matches!(c, '、' | '；' | '？' | '！' | '（' | '(' | '）' | ')' | '》' | '”' | '】' | ' ')
        || classes_of(c) & class::GOES_ON != 0
}

/// With this no heading ends.
fn joins(c: char) -> bool {
    matches!(c, '，' | ',' | '、' | '（' | '《' | '“') || classes_of(c) & class::JOINS != 0
}

const fn is_ideograph(c: char) -> bool {
    matches!(c, '\u{3400}'..='\u{9fff}')
}

/// The ideograph that three bytes of a text are, if they are one.
fn read_ideograph(three: [u8; 3]) -> Option<u16> {
    let read = words::ideograph(three);
    (matches!(three, [0xE3..=0xE9, ..]) && read >= 0x3400).then_some(read)
}

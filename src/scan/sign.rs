//! What a sign means to the scan, and the class of the character before and behind a place, by one look at a table.
//!
//! ```text
//! … 机 制 。 | 一 、 | 抓 统 筹 …       before: 。 E3 80 82 ─▶ row of E3 80, column 2
//!                                        behind: 抓 is a word, unless `ideograph` knows more of it
//! ```
//!
//! The classes are those of `context`, which are lists of characters to be compared with one after the other. Nearly all
//! signs of a text are ASCII or in four blocks of 64, and nearly all other characters are ideographs: for these the
//! table, which is made from the lists, says the same for the price of a load. The rest is looked up as before.

use super::bytes::{self, four, is_ideograph, three, three_before};
use super::context::{self, After, Before};
use super::few::{self, Few};
use super::ideograph::BEGINS;
use super::numeral;
use super::words::{BEHIND, Begins};
use crate::closed_up::is_stray;

/// The blocks of 64 characters that signs are in, by the first two bytes of their characters, behind two of ASCII.
const BLOCKS: [[u8; 2]; 4] = [[0xE2, 0x80], [0xE3, 0x80], [0xEF, 0xBC], [0xEF, 0xBD]];
const ROWS: usize = 2 + BLOCKS.len();
const SIGNS: usize = ROWS * 64;

/// The place of a character in a table of signs, by its bytes; `None` where it has none. Of ASCII the first byte is
/// enough.
#[inline]
pub(super) const fn index([first, second, third]: [u8; 3]) -> Option<usize> {
    let row = match [first, second] {
        [0..=0x7F, _] => return Some(first as usize),
        [0xE2, 0x80] => 2,
        [0xE3, 0x80] => 3,
        [0xEF, 0xBC] => 4,
        [0xEF, 0xBD] => 5,
        _ => return None,
    };
    Some(row << 6 | third as usize & 63)
}

/// The character at a place of a table.
const fn char_at(index: usize) -> char {
    let code = if index < 128 {
        index as u32
    } else {
        let [first, second] = BLOCKS[index / 64 - 2];
        (first as u32 & 15) << 12 | (second as u32 & 63) << 6 | index as u32 & 63
    };
    match char::from_u32(code) {
        Some(c) => c,
        None => ' ',
    }
}

/// A table of signs, made from a class of each.
macro_rules! table {
    ($class:expr, $empty:expr) => {{
        let mut table = [$empty; SIGNS];
        let mut index = 0;
        while index < SIGNS {
            table[index] = $class(char_at(index));
            index += 1;
        }
        table
    }};
}

/// What the scan does at a sign.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[repr(u8)]
pub(super) enum Meaning {
    /// Goes on.
    Nothing,
    /// Ends a sentence, and has three bytes.
    Stop,
    /// The same of one byte.
    ShortStop,
    /// The same, and a line.
    Break,
    /// Ends a sentence, but for a time of day.
    Colon,
    /// Looks for a numeral before it.
    Delimiter,
    /// Looks for a number.
    Digit,
    /// Looks for a number in brackets, or notes that one is open.
    Open,
    Close,
    Quote,
    QuoteEnd,
    Title,
    TitleEnd,
    /// Begins a marker, if anything.
    Marker,
    /// The same, or a label: 【.
    Label,
    /// Ends a marker, if anything: 是, 要.
    Said,
    /// Says nothing.
    Unseen,
    /// Belongs to Markdown or to a page, if anything.
    Markup,
    /// Begins a tag, or stands for a round bracket, if anything.
    Tag,
    /// Has another form than usual.
    Form,
    /// The same, if it opens around the number of an item: 〔一〕.
    Shell,
}

const fn meaning_of(c: char) -> Meaning {
    match c {
        '。' | '；' | '：' | '！' | '？' => Meaning::Stop,
        ';' | '!' | '?' => Meaning::ShortStop,
        '\n' | '\r' | '\u{2028}' | '\u{2029}' => Meaning::Break,
        ':' => Meaning::Colon,
        '、' | '､' | '.' | '．' => Meaning::Delimiter,
        '0'..='9' | '０'..='９' => Meaning::Digit,
        '（' | '(' => Meaning::Open,
        '）' | ')' => Meaning::Close,
        '“' | '「' | '『' => Meaning::Quote,
        '”' | '」' | '』' => Meaning::QuoteEnd,
        '《' => Meaning::Title,
        '》' => Meaning::TitleEnd,
        '［' | '第' => Meaning::Marker,
        '【' => Meaning::Label,
        '是' | '要' => Meaning::Said,
        '#' | '*' | '&' | '\u{B}' | '\u{C}' => Meaning::Markup,
        '﹐' | '﹑' | '﹒' | '﹔' | '﹕' | '︰' | '﹖' | '﹗' | '﹙' | '﹚' | '―' | '｡' => Meaning::Form,
        '〔' | '﹝' | '〈' | '〖' => Meaning::Shell,
        '<' => Meaning::Tag,
        c if is_stray(c) => Meaning::Unseen,
        _ => Meaning::Nothing,
    }
}

/// The signs of three bytes that have a meaning.
const LISTED: &str =
    "。；：！？\u{2028}\u{2029}、､．０１２３４５６７８９（）“「『”」』《》【［第是要〔﹝〈〖﹐﹑﹒﹔﹕︰﹖﹗﹙﹚―｡";

/// The meanings of these and of ASCII.
struct Meanings {
    ascii: [Meaning; 128],
    wide: Few<WIDE>,
    of_wide: [Meaning; WIDE],
}

/// Places for the signs of [`LISTED`]: few enough, and more than enough that no two need the same.
const WIDE: usize = 256;

static MEANINGS: Meanings = Meanings::new();

impl Meanings {
    const fn new() -> Self {
        let (mut ascii, mut of_wide) = ([Meaning::Nothing; 128], [Meaning::Nothing; WIDE]);
        let mut code = 0;
        while code < 128 {
            ascii[code as usize] = meaning_of(code as u8 as char);
            code += 1;
        }
        let wide = Few::of(LISTED);
        let mut left = LISTED.as_bytes();
        while let Some((&[first, second, third], rest)) = left.split_first_chunk() {
            if let Some(place) = wide.place(u32::from_le_bytes([first, second, third, 0])) {
                of_wide[place] = meaning_of(few::char_of([first, second, third]));
            }
            left = rest;
        }
        Self { ascii, wide, of_wide }
    }
}

/// What the character that begins with these bytes means to the scan, the first in the lowest place; `None` where it is
/// neither ASCII nor a sign that is listed.
#[inline]
pub(super) fn meaning(bytes: u32) -> Option<Meaning> {
    let first = bytes as u8;
    if first < 0x80 {
        return MEANINGS.ascii.get(usize::from(first)).copied();
    }
    MEANINGS.wide.place(bytes).and_then(|place| MEANINGS.of_wide.get(place).copied())
}

/// What may begin something behind a stop: a numeral of ideographs, small or 大写, 其一, 步骤1, the heads of annexes, boxes and tables.
pub(super) static HEADS: Few<512> = Few::of(
    "零一二三四五六七八九两兩十廿卅卌百千万萬其附名注参註释说备填编专專序步结結致壹弌壱贰貳貮弍弐叁參叄叅弎参肆伍陆陸柒捌玖拾",
);

/// The ideographs that may stand in a numeral before a delimiter: 一, 壹, 甲.
pub(super) static NUMERALS: Few<1024> = Few::of(
    "零一二三四五六七八九两兩十廿卅卌百千万萬\
     壹弌壱贰貳貮弍弐叁參叄叅弎参肆伍陆陸柒捌玖拾佰仟甲乙丙丁戊己庚辛壬癸",
);

static BEFORE: [Before; SIGNS] = table!(context::before_char, Before::Other);
static AFTER: [After; SIGNS] = table!(after_alone, After::Other);

/// The class of a text that begins with a sign.
const fn after_alone(first: char) -> After {
    match context::after_sign(first) {
        Some(after) => after,
        None if context::unit(first).is_some() => After::Unit,
        None if numeral::is_numeral_char(first) => After::Numeral,
        None => After::Other,
    }
}

/// The signs that stand before and behind nearly all places where no word does.
const COMMON: &str = "。；：，、！？…（）“”《》【】\u{3000}";

/// The classes of these, found by one look.
struct Common {
    signs: Few<COMMONS>,
    before: [End; COMMONS],
    after: [After; COMMONS],
}

/// Places for them.
const COMMONS: usize = 64;

static COMMONLY: Common = Common::new();

impl Common {
    const fn new() -> Self {
        let signs = Few::of(COMMON);
        let (mut before, mut after) = ([End::Unknown; COMMONS], [After::Other; COMMONS]);
        let mut left = COMMON.as_bytes();
        while let Some((&bytes, rest)) = left.split_first_chunk() {
            let (sign, [first, second, third]) = (few::char_of(bytes), bytes);
            if let Some(place) = signs.place(u32::from_le_bytes([first, second, third, 0])) {
                after[place] = after_alone(sign);
                if !matches!(after[place], After::Blank) {
                    before[place] = End::Of(context::before_char(sign));
                }
            }
            left = rest;
        }
        Self { signs, before, after }
    }
}

/// What a text ends with.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum End {
    /// A character of this class, and no blank.
    Of(Before),
    /// A blank, nothing, or a character that is in no table.
    Unknown,
}

/// What stands before `at`, a character boundary, by the last bytes there.
#[inline]
pub(super) fn end(text: &[u8], at: usize) -> End {
    let last = three_before(text, at);
    let [first, second, third, _] = last.to_le_bytes();
    if is_ideograph(last) {
        return End::Of(Before::Word);
    }
    if let Some(place) = COMMONLY.signs.place(last) {
        // In bounds: there are as many as places of signs.
        return COMMONLY.before[place];
    }
    let index = match index([first, second, third]) {
        _ if last == 0 => return End::Unknown,
        _ if third < 0x80 => third as usize,
        Some(index) if first > 0x7F => index,
        _ => return End::Unknown,
    };
    match (BEFORE.get(index), AFTER.get(index)) {
        (_, Some(After::Blank)) | (None, _) => End::Unknown,
        (Some(&before), _) => End::Of(before),
    }
}

/// The class of the text behind a marker that ends at `at`: [`context::after`].
#[inline(always)]
pub(super) fn after(text: &str, at: usize) -> After {
    let first = four(text.as_bytes(), at);
    if is_ideograph(first) {
        return if BEGINS.lacks(first) { After::Word } else { after_word(text, at, first) };
    }
    if let Some(place) = COMMONLY.signs.place(first) {
        // In bounds: there are as many as places of signs.
        return COMMONLY.after[place];
    }
    let [one, two, three, _] = first.to_le_bytes();
    match index([one, two, three]).and_then(|index| AFTER.get(index).copied()) {
        // Nothing but the end of a text looks like a character 0.
        Some(after) if first != 0 => after,
        _ => context::after(text.get(at..).unwrap_or("")),
    }
}

/// Whether a word that counts or measures begins at `at`, where an ideograph or an ASCII character stands.
#[inline]
pub(super) fn begins_unit(text: &[u8], at: usize) -> bool {
    let first = four(text, at);
    if !is_ideograph(first) {
        return AFTER.get(first as usize & 0x7F) == Some(&After::Unit);
    }
    matches!(BEHIND.of(first), Some(Begins { unit: Some(beside), .. }) if beside.allows(four(text, at + 3)))
}

/// What begins with an ideograph that may be more than the beginning of a word: [`context::after_word`].
#[inline(never)]
fn after_word(input: &str, at: usize, first: u32) -> After {
    const DI: u32 = bytes::of("第");
    if three(first) == DI {
        return context::after_word(input.get(at..).unwrap_or(""));
    }
    let text = input.as_bytes();
    let Some(begins) = BEHIND.of(first) else { return After::Word };
    let next = four(text, at + 3);
    match begins {
        Begins { unit: Some(beside), .. } if beside.allows(next) => After::Unit,
        Begins { numeral: true, .. } => After::Numeral,
        Begins { reference: Some(beside), .. } if beside.allows(next) => After::Reference,
        _ => After::Word,
    }
}

#[cfg(test)]
mod tests {
    use super::{End, HEADS, LISTED, Meaning, NUMERALS, after, end, meaning, meaning_of};
    use crate::scan::bytes::four;
    use crate::scan::context::{self, After, Before};
    use crate::scan::numeral;

    /// All characters of three bytes and fewer, and some of four.
    fn characters() -> impl Iterator<Item = char> {
        (0..0x1_1000_u32).chain(0x1_F100..0x1_F200).chain(0x2_0000..0x2_0010).filter_map(char::from_u32)
    }

    #[test]
    fn a_sign_means_what_the_list_says() {
        for c in characters() {
            for next in ["", "b", "要"] {
                let text = format!("{c}{next}");
                let bytes = [0, 1, 2, 3].map(|at| text.as_bytes().get(at).copied().unwrap_or(0));
                let found = meaning(u32::from_le_bytes(bytes));
                assert_eq!(found.unwrap_or(Meaning::Nothing), meaning_of(c), "{c:?}");
                assert_eq!(found.is_some(), c.is_ascii() || LISTED.contains(c), "{c:?}");
            }
        }
    }

    #[test]
    fn numerals_are_what_the_lists_say() {
        for c in characters() {
            let bytes = four(c.to_string().as_bytes(), 0);
            let chinese = numeral::is_numeral_char(c);
            let ideograph = ('\u{4e00}'..='\u{9fff}').contains(&c);
            let listed = ideograph && (chinese || numeral::is_formal_char(c) || numeral::is_stem_char(c));
            assert_eq!(NUMERALS.has(bytes), listed, "{c}");
            assert!(!ideograph || !chinese || HEADS.has(bytes), "{c}");
        }
    }

    #[test]
    fn what_follows_is_what_the_lists_say() {
        for c in characters() {
            for next in ["", "  ", "一次", "一款", "一定", "定的", "方国", "年时", "下度"] {
                let text = format!("{c}{next}");
                assert_eq!(after(&text, 0), context::after(&text), "{text:?}");
            }
        }
        assert_eq!(after("", 0), After::End);
    }

    #[test]
    fn what_stands_before_is_what_the_lists_say() {
        let mut known = 0;
        for c in characters() {
            for before in ["", "一", "(("] {
                let text = format!("{before}{c}");
                let End::Of(class) = end(text.as_bytes(), text.len()) else {
                    let common = !before.is_empty() && c.is_ascii_graphic() || ('\u{4e00}'..='\u{9fff}').contains(&c);
                    assert!(!common, "{text:?} is left to the long way");
                    continue;
                };
                assert_eq!(class, context::before(Some(c)), "{text:?}");
                assert!(!crate::scan::marker::is_blank(c), "{text:?}");
                known += 1;
            }
        }
        assert!(known > 60_000, "{known}");
        assert_eq!(end(b"", 0), End::Unknown);
        assert_eq!(end("一。二".as_bytes(), 6), End::Of(Before::Stop));
    }
}

//! What speaks for and against a seam, in tenths of the logarithm of the odds.
//!
//! ```text
//! 三、供养标准｜特困人员标准按…执行。    NOUN + BEST length − SEAM …, and what the lists around say ([`beside`])
//! ```

use super::run_in::WINDOW;
use super::{phrases, words};
use crate::gap::is_blank;

// The weights were fitted to six collections of documents (conditional logistic regression; each collection was left out in
// turn to see what they are worth elsewhere) and rounded; a seam was then made a little likelier, for without one the whole
// first sentence often stands as the heading, which is wrong as well. Tried without gain: verbs that begin texts behind a
// noun (支持, 提供: three headings of one document), a list of all words of two
// ideographs, headings as long as those of the siblings, a label right behind the seam.

/// What the seam behind a term and its foreign words is worth.
pub(super) const DEFINED: i32 = 50;

/// A seam at all, and no sign against it.
pub(super) const SEAM: i32 = -16;
/// The seam is in the second clause. Not fitted.
pub(super) const SECOND: i32 = -8;
/// A noun that closes headings stands before.
pub(super) const NOUN: i32 = 29;
/// Another word stands before that often closes them.
pub(super) const CLOSER: i32 = 17;
/// The words before say how something went: 兜底保障更加有力. Not fitted, for few such headings stand without a sign.
pub(super) const COURSE: i32 = 42;
/// …and the words before are a whole heading that documents of their kind have by custom. Not fitted: the collections have too
/// few, in whose lists nothing else shows a seam.
pub(super) const CUSTOMARY: i32 = 30;
/// A closing bracket stands before.
pub(super) const CLOSED: i32 = 30;
/// …whose bracket says how much a part of a paper to be marked counts: 创新性（35分）. Not fitted.
pub(super) const MARKED: i32 = 35;
/// A closing quotation mark stands before: what is quoted mostly goes on.
pub(super) const QUOTED: i32 = -19;
/// A bullet begins the text.
pub(super) const BULLET: i32 = 45;
/// Two blanks of full width are what is left of a paragraph's beginning: 抓水源　　清理取水口. Not fitted, for few texts
/// keep them. To part the piece there whatever else it shows did worse: such blanks also wait for a name or a date.
pub(super) const INDENT: i32 = 60;
/// A clause as long as this one stands before it: 守底线，防返贫｜…. Not fitted.
pub(super) const PARALLEL: i32 = 25;
/// The two objects of 坚持 that stand before it are of one length: 坚持以乡为主、合力推进｜…. Not fitted.
pub(super) const TWO_ALIKE: i32 = 45;
/// A figure begins the text.
pub(super) const FIGURE: i32 = 11;
/// A quotation begins the text.
pub(super) const QUOTE: i32 = 12;
/// A foreign word begins the text.
pub(super) const FOREIGN: i32 = 18;
/// A word begins the text that begins sentences.
pub(super) const BEGINNING: i32 = 22;
/// A word begins it that says who does something, or what is done.
pub(super) const SUBJECT: i32 = 10;
/// What somebody has to do begins the text. Not fitted.
pub(super) const DUTY: i32 = 25;
/// Fields begin the text. Not fitted.
pub(super) const FIELD: i32 = 25;
/// The text begins like the heading: 逾期未认证｜逾期未认证人员.
pub(super) const ECHO: i32 = 21;
/// The text begins as the heading ends: 工作重点｜重点做好….
pub(super) const ECHO_OF_END: i32 = 15;
/// …with three ideographs: 指挥部办公室｜办公室设在…. Not fitted.
pub(super) const ECHO_OF_THREE: i32 = 30;
/// …with four ideographs of the heading, or with all of it: 笔试｜笔试时间另行通知. Not fitted.
pub(super) const ECHO_OF_FOUR: i32 = 10;
pub(super) const ECHO_OF_ALL: i32 = 35;
/// The heading would hold the same words twice: 笔试笔试时间. Not fitted.
pub(super) const DOUBLED: i32 = -25;
/// A sentence would begin inside the heading: 投资表现良好全县固定资产｜. Not fitted.
pub(super) const OPENED_INSIDE: i32 = -15;
/// A word would be cut: 情｜形. Not fitted.
pub(super) const CUT_WORD: i32 = -20;
/// Other sentences of the document begin so.
pub(super) const OPENING: i32 = 10;
/// The two ideographs beside the seam stand side by side elsewhere too, in a word or between two that belong together.
pub(super) const REPEATED: i32 = -19;
/// The noun goes on with a second one: 信息｜安全.
pub(super) const NOUN_GOES_ON: i32 = -13;
/// The word behind is the head of what stands before: 主管｜部门. Not fitted.
pub(super) const NOUN_HEAD: i32 = -25;
/// The heading would say something: 目标是评价的依据. Not fitted.
pub(super) const SAYS: i32 = -25;
/// The word behind is joined to what follows: 质量｜效益和….
pub(super) const JOINED: i32 = -17;
/// The text would stop at once.
pub(super) const STOPS: i32 = -20;
/// The heading would be a verb and its first object: 加强｜组织｜领导.
pub(super) const VERB_OBJECT: i32 = -17;
/// The heading would be a verb and an object of two words, the last of which closes headings: so much instead of what that word
/// is worth. 加强｜组织｜领导. Not fitted: so begin most items of the last chapter of a plan, of one sentence each, and the
/// collections have few. Alone it does not make up for siblings without a seam: 开展食品安全突击检查三次.
pub(super) const VERB_PHRASE: i32 = 43;
/// How many characters it has.
pub(super) const PHRASE: usize = 6;
/// The heading begins with a verb, and so does the text: 完善体系｜推进建设….
pub(super) const VERB_AGAIN: i32 = 13;
/// The piece begins with a word that begins sentences.
pub(super) const IS_SENTENCE: i32 = -10;
/// …with a preposition, whose object goes up to a comma. Not fitted.
pub(super) const IS_FRAMED: i32 = -20;
/// The first sentence may be the heading itself.
pub(super) const SIGNED: i32 = -12;
/// The first sentence ends with a colon: the heading is rather a part of it.
pub(super) const COLON: i32 = 8;
/// The piece is one sentence.
pub(super) const IS_ONE: i32 = -7;
/// No stop stands in the piece, and it ends as headings end. Not fitted.
pub(super) const IS_NAMED: i32 = -20;
/// The piece is an entry that ends with ；, or has ；in its first sentence.
pub(super) const IS_LISTED: i32 = -18;
/// The piece is brief, or all of it stands before a first child.
pub(super) const IS_BRIEF: i32 = -12;
/// The piece is an article, which seldom has a heading.
pub(super) const ARTICLE: i32 = -25;

/// What a seam is worth that counts when the others of its list are weighed.
pub(super) const COUNTS: i32 = 16;

/// What a seam is worth that counts when it is asked whether the articles of a list have headings.
pub(super) const HINTS: i32 = -15;
/// The articles of the list have headings. Not fitted, for few collections have such articles.
pub(super) const AMONG_TITLES: i32 = 35;

/// What the others of the same list, or of the same style in other lists, say: there are none; none, less than a third,
/// less than two thirds, more of them have a seam.
pub(super) const SIBLINGS: [i32; 5] = [-4, -20, -11, 4, 12];
pub(super) const ELSEWHERE: [i32; 5] = [-2, -16, -18, 4, 12];

/// How many have a seam, and of how many.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Share {
    pub(crate) seams: u32,
    pub(crate) of: u32,
}

/// What the list around a piece and the lists of its style elsewhere say to a seam in it.
pub(super) fn beside(siblings: Share, elsewhere: Share) -> i32 {
    let said = |share: Share, values: [i32; 5]| {
        let [none, no, few, some, most] = values;
        match (share.seams, share.of) {
            (_, 0) => none,
            (0, _) => no,
            (seams, of) if seams * 3 < of => few,
            (seams, of) if seams * 3 < of * 2 => some,
            _ => most,
        }
    };
    said(siblings, SIBLINGS) + said(elsewhere, ELSEWHERE)
}

/// The one length, in characters, that speaks for a seam by itself.
pub(super) const BEST: usize = 4;

/// What a heading of so many characters is worth.
static LENGTHS: [i8; WINDOW] =
    [0, 0, -4, -3, 13, 0, 0, 0, 0, 0, 0, 0, 0, 0, -10, -10, -10, -10, -13, -13, -13, -13, -13, -13, -13, -13, -13];

/// How many of the characters of a heading stand before a bracket at its end that holds a date, an amount, or who does it: 起步阶段
/// （1949年—1957年） and 场地建设（某局牵头） have four. Another bracket stands in the middle of a name as well: 联合（四川）交易中心.
#[inline]
pub(super) fn words_of(heading: &str, characters: usize) -> usize {
    match heading.as_bytes() {
        [.., b')'] | [.., 0xEF, 0xBC, 0x89] => words_before_bracket(heading, characters),
        _ => characters,
    }
}

fn words_before_bracket(heading: &str, characters: usize) -> usize {
    let open = heading.rfind(['（', '(']);
    let bracket = open.and_then(|open| heading.get(open..)).filter(|bracket| is_note(bracket));
    let blanks = |bracket: &str| {
        let words = heading.get(..heading.len() - bracket.len()).unwrap_or("");
        words.chars().rev().take_while(|&c| is_blank(c)).count()
    };
    characters - bracket.map_or(0, |bracket| bracket.chars().count() + blanks(bracket))
}

/// Whether a bracket holds a date, an amount, or who does what the heading says.
fn is_note(bracket: &str) -> bool {
    bracket.contains(|c: char| c.is_ascii_digit())
        || ["牵头", "牽頭", "负责", "負責", "责任", "責任", "配合"].iter().any(|word| bracket.contains(word))
}

/// What the closing bracket before a seam is worth.
pub(super) fn closed(heading: &str) -> i32 {
    CLOSED + if phrases::ends_with_marks(heading) { MARKED } else { 0 }
}

pub(super) fn length(characters: usize) -> i32 {
    LENGTHS.get(characters).copied().map_or(0, i32::from)
}

/// What the word behind a seam is worth; `before`: the character before it.
pub(super) fn beginning(rest: &str, before: char) -> i32 {
    match words::beginning(rest, before) {
        words::First::Opener => BEGINNING,
        words::First::Subject => SUBJECT,
        words::First::Other => 0,
    }
}

/// What the word before a seam is worth, and whether all before it is a heading by custom; `customary`: whether one begins
/// so.
#[inline]
pub(super) fn closing(head: &str, customary: bool) -> (i32, bool) {
    let (last, customary) = words::last_of_heading(head, customary);
    // 主办单位: a word that begins texts as well.
    let worth = if last == words::Last::Other && customary { NOUN } else { of_closing(head, last) };
    (worth, customary)
}

/// What the word before a seam is worth, whatever stands before it.
pub(super) fn closing_word(head: &str) -> i32 {
    of_closing(head, words::last(head))
}

#[inline]
fn of_closing(head: &str, last: words::Last) -> i32 {
    match last {
        // 本项目的
        words::Last::Noun if head.ends_with("项目的") || head.ends_with("項目的") => 0,
        words::Last::Noun if phrases::is_aspect(head) => COURSE,
        words::Last::Noun => NOUN,
        words::Last::Closer => CLOSER,
        words::Last::Course => COURSE,
        words::Last::Other => 0,
    }
}

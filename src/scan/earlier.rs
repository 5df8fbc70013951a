//! What the candidates and words before a place say about a number there.
//!
//! ```text
//! 附件：1.分工表 2.名单     the next of a list of names        一、（1）房屋     right behind another marker
//! …实施方案一、总体要求      right behind the title             （五）… 四、…    a text that begins in the middle of a list
//! ```

use super::context::{self, After, Before};
use super::kind::Kind;
use super::marker::{Delim, Reading, is_blank};
use super::walk::Walk;
use super::{Candidate, flag};
use crate::title;

/// The largest gap between two names of a list of annexes, in bytes.
const ANNEX_REACH: usize = 240;
/// The longest head of a table, in bytes.
const TABLE_HEAD: usize = 180;
/// The longest heading between a number and its first decimal, in bytes.
const HEADING: usize = 20 * 3;
/// The most blanks between the number of a book and its author, in bytes.
const LONGEST_GAP: usize = 12;
/// How many candidates are looked back over.
pub(super) const RECENT: usize = 6;

/// A list of what is no part of the text: `附件：1.分工表2.名单`, `参考文献［1］…［2］…`, the rows of a table behind 序号.
#[derive(Debug, Clone, Copy)]
pub(super) struct Listed {
    /// Where its last name began.
    pub(super) at: usize,
    /// The number that goes on with it.
    pub(super) next: u32,
    /// Its style, as soon as its first number was read.
    pub(super) kind: Option<Kind>,
    /// Whether it is a table: its head stands before the first number.
    pub(super) table: bool,
}

/// Whether a text begins in the middle of a list: `（五）…（六）…四、…`.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Excerpt {
    /// Whether its first number is not 1.
    late: Option<bool>,
    /// Whether that begins the text.
    at_once: bool,
    /// The kinds of which a number was seen where an item may begin.
    seen: u64,
}

impl Excerpt {
    /// The kinds of lists that have others inside them.
    const OUTER: u64 = Kind::Dun.bit() | Kind::BracketChinese.bit();

    /// [`flag::EXCERPT`] where the list of a candidate began before the text did.
    #[inline(always)]
    pub(super) fn of(&mut self, reading: Reading, before: Before) -> u32 {
        // A kind that was seen tells nothing more as soon as the first number is known.
        let told = match self.late {
            None => false,
            Some(late) => !late || self.seen & reading.kind.bit() != 0,
        };
        if told { 0 } else { self.of_new(reading, before) }
    }

    /// The same of a kind that may tell.
    #[inline(never)]
    fn of_new(&mut self, reading: Reading, before: Before) -> u32 {
        let Reading { kind, delim, ord, .. } = reading;
        let seen = self.seen & kind.bit() != 0;
        // In a text that a late number begins the numeral of 一是 alone is no number of a list 一、.
        if !self.at_once || kind != Kind::Dun || delim != Delim::None {
            self.seen |= kind.bit();
        }
        let begins = before.begins_line() || matches!(before, Before::Stop | Before::Semi | Before::Colon);
        let first = ord >> 6 == 1;
        if !begins || first && self.late.is_some() {
            return 0;
        }
        // What stands bare or in the middle of a line is no sign of a list around.
        let outer = kind <= Kind::JieArabic || kind.bit() & Self::OUTER != 0 && delim != Delim::None;
        let cut = self.late.is_some() && outer && !seen && before != Before::Colon;
        self.at_once |= self.late.is_none() && before == Before::Start;
        self.late = self.late.or(Some(!first));
        if cut { flag::EXCERPT } else { 0 }
    }
}

/// The readings of one place: one at least, apart from the others, for most places have no more.
#[derive(Debug, Clone, Copy)]
pub(super) struct Found<'r> {
    pub(super) first: Reading,
    pub(super) more: &'r [Reading],
}

impl Found<'_> {
    /// Whether something is true of one of them.
    #[inline(always)]
    pub(super) fn any(self, is: impl Fn(Reading) -> bool) -> bool {
        is(self.first) || self.more.iter().any(|&reading| is(reading))
    }

    /// Whether it is of all.
    #[inline(always)]
    fn all(self, is: impl Fn(Reading) -> bool) -> bool {
        !self.any(|reading| !is(reading))
    }
}

impl Walk<'_, '_> {
    /// The list around goes on with a number that is not its first: a late number that begins the text is one of a list inside it,
    /// whose beginning is cut off: （二）…三、….
    #[inline(never)]
    pub(super) fn begins_in_list(&mut self) {
        if let Some(first) = self.out.candidates.first_mut()
            && first.before == Before::Start
            && (first.kind, first.delim) == (Kind::BracketChinese, Delim::Paired)
        {
            first.flags |= flag::EXCERPT;
        }
    }

    /// Whether the first number of another style stands right behind a marker that ends with 、 and is surely one: 一、（1）.
    #[inline]
    pub(super) fn nests(&self, at: usize, readings: Found<'_>) -> bool {
        self.out.candidates.last().is_some_and(|outer| {
            outer.end as usize == at
                && (outer.before.begins_line() || matches!(outer.before, Before::Stop | Before::Semi | Before::Colon))
                && readings.all(|reading| reading.ord == 1 << 6 && reading.kind != outer.kind)
        })
    }

    /// Whether the number before that of 三是 or 三要 was one of these as well.
    #[inline(never)]
    pub(super) fn follows_said(&self, reading: Reading) -> bool {
        let before =
            |other: &Candidate| matches!(other.kind, Kind::Shi | Kind::Yao) && (other.ord >> 6) + 1 == reading.ord >> 6;
        self.out.candidates.iter().rev().take(RECENT).any(before)
    }

    /// Whether the title stands before the first number that may be a marker: 绿地管护实施方案一、总体要求. It is as if its
    /// line had ended. A bare number is the end of a name: 实验报告1.
    #[inline]
    pub(super) fn titled(&self, at: usize, readings: Found<'_>) -> bool {
        // Few places are among the first, or in a line of which nothing but a title can stand before.
        self.out.len() < RECENT && self.is_titled(at, readings)
            || self.line > 0 && self.line == self.stop && self.titles_line(at, readings)
    }

    /// Whether a title begins the line that a first item follows: 门卫制度一、目的…⏎二、范围….
    #[inline(never)]
    fn titles_line(&self, at: usize, readings: Found<'_>) -> bool {
        let first = |reading: Reading| {
            let begins = reading.kind == Kind::Dun && reading.delim != Delim::None || reading.kind == Kind::Chapter;
            begins && reading.ord == 1 << 6
        };
        at - self.line <= title::WINDOW
            && readings.any(first)
            && self.text.get(self.line..at).is_some_and(title::is_whole)
    }

    /// Whether a number behind the title is its end: 补充通知（二）⏎, 婚姻家庭编的解释（二）为…. An excerpt may begin with a
    /// later item than the first: 宣传方案（三）进村入户1、….
    pub(super) fn ends_title(&self, at: usize, reading: Reading) -> bool {
        let rest = || self.rest(at + reading.len as usize);
        let title = || self.text.get(self.stop.max(self.resume)..at).unwrap_or("");
        matches!(reading.kind, Kind::BracketChinese | Kind::BracketArabic)
            && (rest().starts_with(['\n', '\r']) || reading.ord > 1 << 6 && title::is_followed(title(), rest()))
    }

    #[inline(never)]
    fn is_titled(&self, at: usize, readings: Found<'_>) -> bool {
        let before = self.stop.max(self.resume);
        at - before <= title::WINDOW
            && readings.any(|reading| reading.delim != Delim::None)
            && !self.out.candidates.iter().any(|other| other.before.begins_line() || other.before == Before::Stop)
            && self.text.get(before..at).is_some_and(title::is_whole)
    }

    /// Whether a word alone behind a sign, and the same before the number of which this one is the next, name what is
    /// counted: `证据一、笔录；证据二、报告`. Then that number is flagged as well. Asked of a number behind a word.
    #[inline(always)]
    pub(super) fn names_thing(&mut self, at: usize, kind: Kind, ord: u32) -> bool {
        let head = self.text.as_bytes().get(..at).unwrap_or(&[]);
        ord >= 2 << 6 && context::may_be_lone(head) && self.is_named_again(at, kind, ord >> 6)
    }

    #[inline(never)]
    fn is_named_again(&mut self, at: usize, kind: Kind, next: u32) -> bool {
        let from = self.out.candidates.len().saturating_sub(RECENT);
        let recent = self.out.candidates.get_mut(from..).unwrap_or(&mut []);
        let mut before = recent.iter_mut().rev().filter(|before| before.ord >> 6 == next - 1 && before.kind == kind);
        // Few have a number before them, so the names are looked for last.
        before
            .find(|before| ends_alike(self.text, before.start as usize, at))
            .map(|before| before.flags |= flag::COUNTING)
            .is_some()
    }

    /// Whether the head of a table whose rows are numbered stands before a first number that is bare: 序号 项目 单位1 桥梁 市政局.
    pub(super) fn is_below_table_head(&self, at: usize, readings: Found<'_>) -> bool {
        let bare =
            readings.all(|reading| matches!(reading.kind, Kind::Dot | Kind::Decimal1) && reading.delim == Delim::None);
        // Where chapters are numbered bare, the next of them would be taken for a row: 4.2 清单 序号 名称1 泵2 阀5 维护.
        let decimals = || self.out.candidates.iter().rev().take(RECENT).any(|other| other.kind.is_decimal());
        let from = self.stop.max(at.saturating_sub(TABLE_HEAD));
        let head = || self.text.as_bytes().get(from..at).unwrap_or(&[]);
        bare && memchr::memmem::rfind(head(), "序号".as_bytes())
            .is_some_and(|head| context::heads_table(self.rest(from + head)) && !decimals())
    }

    /// Where the first decimal of a number stands behind a few words and that number, the number heads it: 2. 项目概述2.1 产品.
    #[inline(always)]
    pub(super) fn heads_decimal(&mut self, at: usize, reading: Reading) {
        if reading.kind == Kind::Decimal2 && reading.ord == 1 << 6 {
            self.note_head(at, reading.prefix);
        }
    }

    /// Notes what heads the first decimal of the number `first` at a place.
    #[inline(never)]
    fn note_head(&mut self, at: usize, first: u32) {
        let from = self.stop.max(at.saturating_sub(HEADING)) as u32;
        let headed = |other: &&mut Candidate| {
            (other.kind, other.ord) == (Kind::Dot, first << 6)
                && other.after != After::Digit
                && (other.delim != Delim::None || other.has(flag::SPACED) && other.after == After::Word)
        };
        let before = self.out.candidates.iter_mut().rev().take(RECENT).take_while(|other| other.end >= from);
        if let Some(outer) = before.filter(|other| (other.end as usize) < at).find(headed) {
            outer.flags |= flag::HEADS;
        }
    }

    /// Whether an item began a line behind the head of a table of which no row was read: its rows have no numbers that are
    /// candidates, and what comes now is no row: 序号⏎名称⏎1⏎水泵⏎二、要求⏎1.…
    fn is_table_over(&self, head: usize) -> bool {
        let begins = |item: &Candidate| {
            item.start as usize > head && item.first_on_line() && !matches!(item.delim, Delim::None | Delim::Half)
        };
        self.out.candidates.last().is_some_and(begins)
    }

    /// Whether nothing but the word 附件 and its colon stands between two places: behind `附件：管制清单` an annex
    /// begins and no list of annexes.
    fn is_word_alone(&self, from: usize, to: usize) -> bool {
        self.text.get(from..to).is_some_and(|word| {
            word.chars().all(|c| matches!(c, '附' | '件' | '：' | ':' | '\n' | '\r') || is_blank(c))
        })
    }

    /// Whether a reading is the next name of a list of annexes or books.
    #[inline(always)]
    pub(super) fn listed(&self, at: usize, before: Before, reading: Reading) -> bool {
        // Behind a colon no table begins of which no row was read: …比例1 钱某 150第三条 股东行使下列职权：（1）….
        let begins =
            |list: Listed| list.table && list.kind.is_none() && matches!(before, Before::Colon | Before::ColonLine);
        self.listed.is_some_and(|list| !begins(list) && self.goes_on(list, at, reading))
            || reading.ord == 1 << 6
                && match reading.kind {
                    Kind::Dot => {
                        matches!(before, Before::Colon | Before::ColonLine) && context::ends_with_annexes(self.head(at))
                    }
                    Kind::SquareArabic => context::ends_with_books(self.head(at)),
                    _ => false,
                }
    }

    /// Whether a letter with its dot is the initial of somebody whose book or paper is told behind a number in brackets:
    /// [1] A. Smith, L. B. Jones. `end`: where its dot ends.
    #[inline(never)]
    pub(super) fn is_initial(&self, at: usize, before: Before, end: usize) -> bool {
        let name = self.rest(end).trim_start_matches(is_blank).starts_with(|c: char| c.is_ascii_uppercase());
        name && self.out.candidates.last().is_some_and(|book| {
            let gap = self.text.get(book.end as usize..at).filter(|gap| gap.len() <= LONGEST_GAP);
            let first = gap.is_some_and(|gap| gap.chars().all(is_blank));
            book.kind == Kind::SquareArabic
                && (first || matches!(before, Before::Comma | Before::Letter | Before::Other))
        })
    }

    #[inline(never)]
    fn goes_on(&self, list: Listed, at: usize, reading: Reading) -> bool {
        at - list.at <= ANNEX_REACH
            // A number repeated or left out is a slip, unless it is the first of another list.
            && (reading.ord >> 6).abs_diff(list.next) <= u32::from(list.next > 1 && reading.ord > 1 << 6)
            && list.kind.map_or_else(
                || if list.table { !self.is_table_over(list.at) } else { self.is_word_alone(list.at, at) },
                |kind| kind == reading.kind,
            )
    }
}

/// Whether the same word stands alone before two places.
#[inline(never)]
fn ends_alike(text: &str, one: usize, other: usize) -> bool {
    let (one, other) = (text.get(..one).unwrap_or(""), text.get(..other).unwrap_or(""));
    // A word has two characters at least, and nearly all numbers stand behind different ones.
    let last = |head: &str| head.as_bytes().last_chunk::<6>().copied();
    last(one) == last(other) && {
        let word = context::lone_word(one);
        word.is_some() && word == context::lone_word(other)
    }
}

#[cfg(test)]
mod tests {
    use crate::scan::context::Before;
    use crate::scan::{Scan, flag, scan};

    #[test]
    fn a_title_ends_before_the_first_item_of_its_line() {
        for (line, titled) in [
            ("门卫管理制度一、目的", true),
            ("门卫管理制度第一章 总则", true),
            // No first number, and no title.
            ("门卫管理制度二、目的", false),
            ("来人须登记一、目的", false),
        ] {
            let text = format!("门卫规程\n1、持证上岗。\n{line}\n");
            let mut found = Scan::default();
            scan(&text, &mut found);
            let last = found.candidates.iter().rfind(|candidate| !candidate.before.begins_line());
            assert_eq!(last.is_some_and(|last| last.before == Before::Stop), titled, "{line}");
        }
    }

    #[test]
    fn a_number_heads_the_first_decimal_behind_it() {
        for (text, heads) in [
            ("某出版社2. 项目概述2.1 产品介绍", true),
            ("某出版社2、项目概述2.1 产品介绍", true),
            // Another number, another place of it, a stop, no delimiter, and the number itself.
            ("某出版社2. 项目概述3.1 产品介绍", false),
            ("某出版社2. 项目概述2.2 产品介绍", false),
            ("某出版社2. 项目概述。2.1 产品介绍", false),
            ("某出版社2项目概述2.1 产品介绍", false),
            ("某出版社 2总体概述2.1 产品介绍", true),
            ("某工期2.1与附件不同的，以2.1为准", false),
        ] {
            let mut found = Scan::default();
            scan(text, &mut found);
            assert_eq!(found.candidates.iter().any(|candidate| candidate.has(flag::HEADS)), heads, "{text}");
        }
    }
}

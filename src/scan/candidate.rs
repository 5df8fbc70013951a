//! One candidate: a reading of a place, with what stands around it.
//!
//! ```text
//! … 总则  第三条  规定的 …       before = Word, after = Reference, flags = …
//! ```
//!
//! Here the readings that can never be markers are left out, and the facts that later become evidence
//! are noted. Each rule names a class of the language, not words of a document.

mod behind;
mod rows;

use super::bytes::three_before;
use super::context::{self, After, Before};
use super::few::Few;
use super::kind::Kind;
use super::marker::{Delim, Reading, is_blank};
use super::place::PAREN_REACH;
use super::sign;
use behind::{counted, tells, told_by_what_follows, told_by_words};
use rows::{holds_figures, is_cell, is_row};

/// Facts about a candidate, as bits of [`Candidate::flags`].
pub(crate) mod flag {
    /// Something without a number began between the last candidate and this one, so that no item before goes on:
    /// a box, a summary. With [`ANEW`]: a chapter.
    pub(crate) const CLOSES: u32 = 1;
    /// A blank stands before the marker.
    pub(crate) const SPACED: u32 = 1 << 1;
    /// A quotation mark is open.
    pub(crate) const QUOTE: u32 = 1 << 2;
    /// A title mark 《 is open.
    pub(crate) const TITLE: u32 = 1 << 3;
    /// A round bracket is open.
    pub(crate) const PAREN: u32 = 1 << 4;
    /// A word that a reference follows stands before: 依照 第三条.
    pub(crate) const REFERRED: u32 = 1 << 5;
    /// The name of a numbered thing stands before: 附件1.
    pub(crate) const NAMED: u32 = 1 << 6;
    /// The numeral is the end of a word: 统一、 之一是.
    pub(crate) const IN_WORD: u32 = 1 << 7;
    /// An annex or glossary began between the last candidate and this one, or a court or a party to a case began to speak, so that
    /// no list goes on.
    pub(crate) const ANEW: u32 = 1 << 8;
    /// The marker stands in a list of annexes behind `附件：`.
    pub(crate) const ANNEX_LIST: u32 = 1 << 9;
    /// The marker stands in a table of contents.
    pub(crate) const CONTENTS: u32 = 1 << 10;
    /// A numeral and 、 stand before, or a numeral follows that goes on counting: 一、二、三产业.
    pub(crate) const COUNTING: u32 = 1 << 11;
    /// A sign that belongs to the number stands before: ★1、.
    pub(crate) const SIGNED: u32 = 1 << 13;
    /// A numeral stands right before: 四（1）班, 2019（3）.
    pub(crate) const BEHIND_NUMERAL: u32 = 1 << 14;
    /// What follows speaks about the text: 第一章为绪论, 1、本文由用户上传.
    pub(crate) const ANNOUNCED: u32 = 1 << 15;
    /// The digits behind the marker are a year or are followed by a unit: `1.2025年`, `1.4家`.
    pub(crate) const COUNTED: u32 = 1 << 12;
    /// The words before the colon say that a list follows: 包括下列内容：. Not kept of a marker that is taken.
    pub(crate) const LED_IN: u32 = 1 << 16;
    /// The text begins in the middle of a list, and with this number another list goes on whose beginning is cut off.
    /// Not kept of a marker that is taken.
    pub(crate) const EXCERPT: u32 = 1 << 17;
    /// The first decimal of its number follows behind a few words: 2. 项目概述2.1 产品. Not kept of a marker that is taken.
    pub(crate) const HEADS: u32 = 1 << 18;
    /// With [`CLOSES`]: a sentence turned from what its chapter counts, however deep the items stood. Not kept of a marker that is
    /// taken.
    pub(crate) const TURNED: u32 = 1 << 19;
    /// The digits behind the dot are those of an amount: `2.3亿元`. Not kept of a marker that is taken.
    pub(crate) const MEASURED: u32 = 1 << 20;
    /// A list lacks the number, which stands here without its delimiter; see [`super::wanted`]. Not kept of a marker that is taken.
    pub(crate) const WANTED: u32 = 1 << 21;
}

/// One reading of one place where a marker may stand.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Candidate {
    /// The parts of the number before the last; see [`Reading`].
    pub(crate) prefix: u32,
    /// Offset of the marker's first byte.
    pub(crate) start: u32,
    /// Offset behind the marker's delimiter.
    pub(crate) end: u32,
    /// The last part of the number; see [`Reading::ord`].
    pub(crate) ord: u32,
    /// How many stops (。；：！？ and line breaks) stand before the marker.
    pub(crate) stops: u32,
    /// Bits of [`flag`].
    pub(crate) flags: u32,
    /// The sum of the evidence that does not depend on other markers; filled by `evidence`.
    pub(crate) weight: i16,
    pub(crate) kind: Kind,
    pub(crate) delim: Delim,
    pub(crate) before: Before,
    pub(crate) after: After,
}

impl Candidate {
    pub(crate) const fn has(&self, flag: u32) -> bool {
        self.flags & flag != 0
    }

    /// Whether nothing but blanks stands between the last line break (or the start of the text) and the marker.
    pub(crate) const fn first_on_line(&self) -> bool {
        self.before.begins_line()
    }
}

/// What stands before a place.
#[derive(Debug, Clone, Copy)]
pub(super) struct Place {
    pub(super) at: usize,
    pub(super) before: Before,
    pub(super) flags: u32,
}

/// The largest `1.`; larger numbers before a dot are years and amounts.
const MAX_DOT: u32 = 999;
/// How much of the line before a place, or behind a number, is looked at, in bytes.
const LINE: usize = 240;
/// Whether what stands behind a bare number rules it out, whatever stands before it; but the first of all may begin the rows
/// of a table.
#[inline(always)]
pub(super) fn is_refused(reading: Reading, after: After) -> bool {
    reading.delim == Delim::None
        && match reading.kind {
            Kind::Dot => reading.ord != 1 << 6 && !stands_before(BEFORE_TEXT, after),
            Kind::Dun => !stands_before(BEFORE_WORD, after),
            _ => false,
        }
}

const fn stands_before(afters: u16, after: After) -> bool {
    afters & 1 << after as u8 != 0
}

/// What a bare Chinese numeral stands before, a bit for each [`After`].
const BEFORE_WORD: u16 = 1 << After::Word as u8 | 1 << After::Open as u8 | 1 << After::Blank as u8;
/// What a bare number stands before, behind blanks or none.
const BEFORE_TEXT: u16 =
    BEFORE_WORD | 1 << After::Numeral as u8 | 1 << After::Reference as u8 | 1 << After::Letter as u8;
/// What no item begins with whose number only the second half of a bracket closes.
const NO_ITEM: u16 = 1 << After::Unit as u8
    | 1 << After::Close as u8
    | 1 << After::Digit as u8
    | 1 << After::Dun as u8
    | 1 << After::Comma as u8;

/// The facts about a reading, or `None` where the surroundings rule it out. `after`: what stands behind it.
#[inline(always)]
pub(super) fn told(text: &str, place: Place, reading: Reading, after: After) -> Option<u32> {
    let Reading { len, kind, delim, ord, .. } = reading;
    let Place { at, before, mut flags } = place;
    let end = at + len as usize;
    // 第三章至第五章: a range of them.
    if kind <= Kind::ArticleArabic
        && after == After::Reference
        && text.get(end..).is_some_and(|rest| rest.starts_with("至第"))
    {
        return None;
    }
    if matches!(after, After::Other | After::Reference) && is_referred_to(text.get(end..).unwrap_or(""), kind) {
        return None;
    }
    if matches!(kind, Kind::Dot | Kind::Decimal1)
        && (flags & flag::PAREN != 0 && is_in_remark(text, at) || holds_figures(text, place, end))
    {
        return None;
    }
    if matches!(kind, Kind::BracketChinese | Kind::BracketArabic)
        && (delim == Delim::Half && (stands_before(NO_ITEM, after) || ord == 1 << 6 && opens_remark(text, end))
            || before == Before::Word && is_bracketed_name(text, at, end))
    {
        return None;
    }
    // | （一） | 功放 | 两台 |
    if before == Before::Other && is_cell(text, at, end)
        || matches!(before, Before::Other | Before::Word)
            && is_enclosed(kind)
            && ends_range(text.get(..at).unwrap_or(""))
    {
        return None;
    }
    // 重复步骤b)和步骤c)
    if matches!(kind, Kind::HalfLower | Kind::HalfUpper | Kind::HalfArabic)
        && before == Before::Word
        && (ord > 1 << 6 || after == After::Reference)
        && context::names_step(text.get(..at).unwrap_or(""))
    {
        return None;
    }
    // 张三、李四
    if (kind, delim, before) == (Kind::Dun, Delim::Dun, Before::Word)
        && context::names_person(text.get(..at).unwrap_or(""))
    {
        return None;
    }
    if tells(reading, after) {
        flags |= told_by_what_follows(text, place, reading, after)?;
    }
    if delim == Delim::Dun && matches!(before, Before::Start | Before::Letter | Before::Word) {
        flags |= told_by_words(text, place, end, kind);
    }
    // Standards number their parts in figures; 第一卷 第一部分 is how tenders begin.
    if kind == Kind::PartArabic && context::names_standard(text.get(..at).unwrap_or(""), text.get(end..).unwrap_or(""))
    {
        flags |= flag::ANNOUNCED;
    }
    if flags & flag::REFERRED != 0 && ord == 1 << 6 && context::begins_document(text.get(end..).unwrap_or(""), kind) {
        flags &= !flag::REFERRED;
    }
    Some(flags)
}

/// Whether a numeral in brackets behind a word is a day of the week or a size.
#[inline(never)]
fn is_bracketed_name(text: &str, at: usize, end: usize) -> bool {
    // Nearly all stand behind other words.
    static LAST: Few<16> = Few::of("日小中大甲乙丙");
    LAST.has(three_before(text.as_bytes(), at)) && {
        let (head, rest) = (text.get(..at).unwrap_or(""), text.get(end..).unwrap_or(""));
        context::is_weekday(head, rest) || context::is_size(head, rest)
    }
}

/// Whether a number says from where on, and another of its kind to where, or what it is: ①～③, （一）至（四）, ⑥=①+③. Behind one
/// without brackets a figure may stand as well: 1.-5℃以下.
#[inline(never)]
fn is_referred_to(rest: &str, kind: Kind) -> bool {
    let last = rest.trim_start_matches(['～', '~', '—', '–', '－', '-', '至', '和', '与', '與', '及']);
    let refers = || last.len() < rest.len() && super::marker::readings(last).iter().any(|last| last.kind == kind);
    is_enclosed(kind) && (rest.starts_with(['=', '＝']) || refers())
}

/// Whether brackets or a circle stand around the number.
fn is_enclosed(kind: Kind) -> bool {
    matches!(kind.row().style.form, crate::Form::Enclosed | crate::Form::Brackets)
}

/// Whether a number says to where, and what stands before it from where on: ①～③.
#[inline(never)]
fn ends_range(head: &str) -> bool {
    head.strip_suffix(['～', '~', '—', '–', '－', '-', '和', '与', '與', '及'])
        .is_some_and(|first| first.ends_with(['）', ')']) || first.ends_with(|c| matches!(c, '①'..='⑳')))
}

/// Whether the bracket before a first number, which ends at `end`, holds the second as well: （1. 某大学；2. 某研究所）.
#[inline(never)]
fn opens_remark(text: &str, end: usize) -> bool {
    let sign = text.get(..end).and_then(|head| head.chars().next_back());
    let Some(sign) = sign.filter(|sign| SIGNS.contains(sign)) else { return false };
    let mut inside = text.get(end..).unwrap_or("").char_indices().take(PAREN_REACH / 3);
    let close = inside.find(|(_, c)| matches!(c, '）' | ')'));
    let inside = close.and_then(|(close, _)| text.get(end..end + close)).unwrap_or("");
    inside.split('2').skip(1).any(|behind| behind.starts_with(sign))
}

/// What closes the numbers of such a list.
const SIGNS: [char; 3] = ['.', '．', '、'];

/// Whether a number stands in a bracket that begins with the first of its list: （1. 某大学；2. 某研究所）.
#[inline(never)]
fn is_in_remark(text: &str, at: usize) -> bool {
    let head = context::near_end(text.get(..at).unwrap_or(""), PAREN_REACH);
    let inside = head.rfind(['（', '(']).and_then(|open| head.get(open..)).unwrap_or("");
    inside.trim_start_matches(['（', '(']).strip_prefix('1').is_some_and(|list| list.starts_with(SIGNS))
}

/// Whether a unit of Latin letters stands behind a bare number: 每2 d～3 d, 4mm. Chinese ones begin words that chapters begin with
/// (5 元数据, 3 级配碎石), and so does a capital alone (2 V模型): these only weigh.
fn is_amount(rest: &str) -> bool {
    let unit = rest.trim_start_matches(is_blank).as_bytes();
    matches!(unit, [b'a'..=b'z', ..] | [b'A'..=b'Z', b'A'..=b'Z' | b'a'..=b'z', ..]) && context::is_measure(rest)
}

/// The largest bare number before a unit that may begin a chapter.
const MOST_COUNTED: u32 = 9;

/// Whether the digits behind a dot are the second part of a number, or of a figure: 3.4 投标有效期, 1.0目的. But 2.30 天 may be
/// item 2, and 3.110 报警 item 3.
fn is_second_part(rest: &str) -> bool {
    let text = rest.as_bytes();
    let words = match text {
        // 3.0版
        [b'0', behind @ ..]
            if !behind.first().is_some_and(u8::is_ascii_digit) && rest.get(1..).is_some_and(context::is_unit) =>
        {
            return true;
        }
        [b'0', behind @ ..] if !behind.first().is_some_and(u8::is_ascii_digit) => 1,
        [b'1'..=b'9', b' ' | 0xE3, ..] => 1,
        [b'1'..=b'9', b'0'..=b'9', b' ' | 0xE3, ..] => 2,
        _ => return false,
    };
    let words = rest.get(words..).unwrap_or("");
    let behind = words.trim_start_matches(is_blank);
    let parted = behind.len() < words.len() || text.first() == Some(&b'0');
    parted && stands_before(BEFORE_TEXT, sign::after(behind, 0)) && counted(0, behind) == 0
}

/// Whether the list of a bare 一 goes on that a text begins with: 一总体要求…二工作措施…. Else it begins a word (一季度经济运行情况,
/// 一封家书), and before the 一、 of the document a title. Asked once a text at most.
fn begins_list(rest: &str) -> bool {
    let list = rest.find("一、").map_or(rest, |at| rest.get(..at).unwrap_or(""));
    list.match_indices(['二', '三']).any(|(at, next)| {
        let (head, rest) = (list.get(..at).unwrap_or(""), list.get(at + next.len()..).unwrap_or(""));
        rest.starts_with(['、', '.', '．']) || head.trim_end_matches(is_blank).ends_with(['\n', '\r', '。', '；', '：'])
    })
}

/// Whether a reading can never be a marker in this place.
fn ruled_out(place: Place, reading: Reading, after: After, rest: &str) -> bool {
    let before = place.before;
    let boundary = matches!(
        before,
        Before::Start | Before::Line | Before::ColonLine | Before::Stop | Before::Semi | Before::Colon
    );
    let open = boundary || matches!(before, Before::Close | Before::Other) || place.flags & flag::SPACED != 0;
    let named = place.flags & flag::NAMED != 0;
    let before_text =
        |after| matches!(after, After::Word | After::Open | After::Numeral | After::Reference | After::Letter);
    match (reading.kind, reading.delim) {
        // 分两步走：第一阶段：调研，第二阶段：试点: told in a sentence.
        (kind @ (Kind::Stage | Kind::Module | Kind::Lesson), _) => {
            matches!(before, Before::Comma | Before::Dun | Before::Open | Before::Digit | Before::Other)
                || before == Before::Colon && kind == Kind::Stage
        }
        // 1.0 2020-08-03 初稿
        (kind, Delim::None | Delim::Dot)
            if (kind.is_decimal() || kind == Kind::Dot && after == After::Digit) && context::is_dated(rest) =>
        {
            true
        }
        // 1 微度  151.2  17.3
        (Kind::Dot | Kind::Decimal1, Delim::None) if before.begins_line() && is_row(rest) => true,
        // 20xx年, 3x套
        (Kind::Dot | Kind::Decimal1, Delim::None)
            if matches!(after, After::Letter | After::Blank)
                && (context::is_masked_year(reading.ord >> 6, rest) || context::is_masked_figure(rest)) =>
        {
            true
        }
        // 举报电话：110、12345
        (Kind::Dot, _) if named && before == Before::Colon => true,
        // A bare number: before text only, not inside a word or figure, before a unit only at a boundary.
        (Kind::Dot, Delim::None) => {
            let text = before_text(after)
                || after == After::Blank && before_text(sign::after(rest.trim_start_matches(is_blank), 0));
            named
                || !text
                || is_amount(rest)
                || context::is_month(rest)
                || !open && !matches!(before, Before::Word | Before::Comma)
                || after == After::Letter && context::is_brand(rest)
        }
        (Kind::Decimal1, _) => {
            let behind = sign::after(rest.trim_start_matches(is_blank), 0);
            // The name in another language ends a title: General requirements1 范围.
            let first = before == Before::Letter && reading.ord == 1 << 6 && rest.starts_with(is_blank);
            // 50 年岁月, and 在 3 年内 where blanks stand beside all figures, but 3 座桥.
            let unit = behind == After::Unit && reading.ord >> 6 <= MOST_COUNTED && before != Before::Word;
            named
                || is_amount(rest)
                || context::is_month(rest)
                || !before_text(behind) && !unit
                || !open && before != Before::Word && !first
        }
        (Kind::Dot, Delim::Comma | Delim::Colon | Delim::Half) => named || !open || after == After::Digit,
        // 310201、310207、: codes that are counted up, and a tail of one.
        (Kind::Dot, Delim::Dun) if before == Before::Digit && after == After::Digit => true,
        // apache 1.x
        (Kind::Dot, Delim::Dot) if after == After::Letter && context::is_version(rest) => true,
        // ns1.example.com
        (Kind::Dot, Delim::Dot)
            if (before, after) == (Before::Letter, After::Letter) && place.flags & flag::SPACED == 0 =>
        {
            true
        }
        (Kind::Dot, Delim::Dot) if after == After::Digit && is_second_part(rest) => true,
        (Kind::Dot, _) => reading.ord >> 6 > MAX_DOT,
        // A bare Chinese numeral: behind a boundary, before text, and not the first half of a word.
        (Kind::Dun, Delim::None) => {
            !boundary
                || !stands_before(BEFORE_WORD, after)
                || rest.starts_with(context::compounds_with_numeral)
                || (before, after, reading.ord) == (Before::Start, After::Word, 1 << 6) && !begins_list(rest)
        }
        (Kind::Dun, Delim::Dot) if after == After::Numeral && context::names_holiday(reading.ord >> 6, rest) => true,
        (Kind::Dun, Delim::Comma | Delim::Colon) => !open && before != Before::Comma,
        (kind, Delim::None) if kind.is_decimal() => {
            // 版本：3.2
            matches!(after, After::Close | After::Digit) || named && before == Before::Colon
        }
        // A.1 below the head of 附录A is no item A.
        (Kind::Upper, Delim::Dot) if after == After::Digit && place.flags & flag::ANEW != 0 => true,
        // （2014）青民初字第33号: the year of a case.
        (Kind::BracketArabic, _) if reading.ord >> 6 > MAX_DOT => true,
        // (027-8765 4321): the bracket was opened further ahead.
        (Kind::BracketArabic | Kind::HalfArabic, Delim::Half) if !boundary && place.flags & flag::PAREN != 0 => true,
        (Kind::BracketChinese | Kind::BracketArabic, Delim::Half) => {
            // 每满2组配一名（2组即20人）: the bracket is closed, behind a remark.
            stands_before(NO_ITEM, after) || reading.kind == Kind::BracketArabic && context::closes_remark(rest)
        }
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::behind::{behind, tells};
    use super::{Candidate, Place, begins_list, flag, is_refused, ruled_out};
    use crate::scan::context::{After, Before};
    use crate::scan::kind::TABLE;
    use crate::scan::marker::{Delim, Reading};
    use crate::scan::{Scan, scan, sign};

    #[test]
    fn figures_with_blanks_beside_them_are_no_numbers() {
        let count = |text: &str| {
            let mut found = Scan::default();
            scan(text, &mut found);
            found.candidates.len()
        };
        for text in ["注册登记时间在 3 年内", "6 月 27 日召开会议", "6 月，召开会议"] {
            assert_eq!(count(text), 0, "{text}");
        }
        assert!(count("3 座桥梁的养护") > 0 && count("3 月度考核") > 0);
    }

    #[test]
    fn a_year_in_either_width_is_counted() {
        let flags = |text: &str| {
            let mut found = Scan::default();
            scan(text, &mut found);
            found.candidates.first().map(|first| first.flags)
        };
        for (half, full) in [("二、2014年工作", "二、２０１４年工作"), ("1、2号楼", "1、２号楼"), ("1.4家", "1.４家")]
        {
            assert_eq!(flags(half), flags(full), "{full}");
            assert!(flags(full).is_some_and(|flags| flags & (flag::COUNTED | flag::COUNTING) != 0), "{full}");
        }
    }

    #[test]
    fn what_names_and_measures_is_no_marker() {
        for (text, at) in [
            ("焦距4mm/6mm可选", "4mm"),
            ("每2 d～3 d浇水", "2 d"),
            ("苗高1 cm时间苗", "1 cm"),
            ("小区1 hm²为宜", "1 hm"),
            ("5月17日（三） 全天参观", "（三）"),
            ("5月17日（三） 8:30 开班", "（三）"),
            ("小（二）型水库", "（二）"),
            ("版本：B/1 立式", "1 "),
            ("举报电话：110、12345", "110、"),
            ("版本号：03　页码", "03"),
            ("1.0 2020-08-03 初稿", "1.0"),
            ("2a. 重新扫描", "2"),
            ("20xx年上半年", "20"),
            ("目标。20 XX 学年", "20"),
            ("201x年", "201"),
            ("其中正确的是①③", "①"),
            ("其中正确的是①③", "③"),
            ("强度及以下不低于\n4.0MPa", "4."),
        ] {
            let mut found = Scan::default();
            scan(text, &mut found);
            let at = text.find(at).unwrap() as u32;
            assert!(found.candidates.iter().all(|candidate| candidate.start != at), "{text}");
        }
    }

    #[test]
    fn what_only_looks_like_an_amount_may_be_a_marker() {
        for text in ["目标。5 元数据", "目标。3 级配碎石", "目标。2 V模型", "目标。2 cms系统"] {
            let mut found = Scan::default();
            scan(text, &mut found);
            assert!(!found.candidates.is_empty(), "{text}");
        }
    }

    #[test]
    fn a_bare_numeral_begins_a_list_that_goes_on() {
        for (rest, list) in [
            ("总体要求二、工作措施", true),
            ("总体要求\n二工作措施", true),
            ("总体要求。\u{3000}三工作措施", true),
            ("季度运行情况", false),
            ("年级计划一、教材二、措施", false),
            ("封家书讲了二十年", false),
        ] {
            assert_eq!(begins_list(rest), list, "{rest}");
        }
    }

    #[test]
    fn what_is_reckoned_with_is_measured() {
        let measured = |candidate: &Candidate| candidate.has(flag::MEASURED | flag::COUNTED);
        for text in ["2.3×15", "4.2=4.2", "4.2206 1.1712 0.0"] {
            let mut found = Scan::default();
            scan(text, &mut found);
            assert!(found.candidates.iter().filter(|candidate| candidate.start == 0).all(measured), "{text}");
        }
        let mut found = Scan::default();
        scan("1.0～1.5 800", &mut found);
        assert!(found.candidates.iter().any(|candidate| candidate.kind.is_decimal() && measured(candidate)));
        // 以上 measures behind a decimal, and begins items.
        scan("1.5以上 600", &mut found);
        assert!(found.candidates.iter().all(measured));
        scan("二、以上规定", &mut found);
        assert!(found.candidates.iter().all(|candidate| candidate.after != After::Unit));
    }

    #[test]
    fn what_need_not_be_looked_at_says_nothing() {
        const BEHIND: [&str; 17] = [
            "",
            "\n",
            " 工作",
            "1",
            "一些",
            "年度",
            "个",
            "、一",
            "，",
            "。",
            "（一）",
            "“总则”，明确",
            "）",
            "的规定",
            "为工作\n",
            "a",
            "—",
        ];
        let mut plain = 0;
        for row in &TABLE {
            for delim in [Delim::None, Delim::Dot, Delim::Dun, Delim::Comma, Delim::Colon, Delim::Paired, Delim::Half] {
                for (value, before) in [(1, Before::Start), (999, Before::Word), (1000, Before::Close)] {
                    for rest in BEHIND {
                        let reading = Reading { len: 3, kind: row.kind, delim, ord: value << 6, prefix: 0 };
                        let (place, after) = (Place { at: 3, before, flags: u32::MAX }, sign::after(rest, 0));
                        assert!(
                            !is_refused(reading, after) || ruled_out(place, reading, after, rest),
                            "{reading:?} {rest}"
                        );
                        if !tells(reading, after) {
                            assert!(!ruled_out(place, reading, after, rest), "{reading:?} {before:?} {rest}");
                            assert_eq!(behind(reading, after, rest), 0, "{reading:?} {before:?} {rest}");
                            plain += 1;
                        }
                    }
                }
            }
        }
        assert!(plain > 1_000, "{plain}");
    }
}

//! Numbers that a list lacks and that stand there without their delimiter.
//!
//! ```text
//! 一、对象…参保人二受理条件…三、单位…       二 between 一、 and 三、, though no sentence ends before it
//! 1）公开…2 类成员…3 静态成员…4）局部…      2 and 3 likewise, of a list of 1）
//! 三、权利1您有权…2、用户名…               1 before 2、, behind what the list stands in
//! 三、时间…腾退公寓四受理程序（一）部门…     四 before the list that it heads
//! ```
//!
//! A numeral without its delimiter is a marker where a sentence ended before it ([`super::candidate`]); elsewhere 二 and 4 stand in
//! words and figures. But where a list shows a gap, and the number stands between in one place alone that a word could follow, that
//! is where it lost its delimiter. What it is worth is decided as for all candidates, in the search.

use std::cmp::Ordering;

use super::candidate::{Candidate, flag};
use super::context::{self, After, Before};
use super::kind::{COUNT, Kind};
use super::marker::{Delim, MAX_WEAK, is_blank};
use super::{Scan, numeral, sign};

/// How many numbers may be missing side by side.
const MOST_MISSING: u32 = 3;
/// How far a list goes on, in bytes: an item of some pages.
const REACH: usize = 12_000;
/// How many candidates before a list are asked whether it stands in them.
const NEAR: usize = 32;
/// The longest heading between a number and the list that it heads, in bytes.
const HEADING: usize = 90;
/// How far back a bracket or a quotation mark is looked for that is open, in bytes.
const OPEN: usize = 240;
/// What makes a numeral with its sign no item to go on from.
const NO_ITEM: u32 = flag::QUOTE
    | flag::TITLE
    | flag::ANNEX_LIST
    | flag::COUNTING
    | flag::IN_WORD
    | flag::MEASURED
    | flag::REFERRED
    | flag::NAMED
    | flag::ANNOUNCED;

/// Adds the numbers that lists lack to the candidates of a whole text. The text between two members is looked through once for
/// each style.
pub(crate) fn add(text: &str, scan: &mut Scan) {
    let mut last: [Option<usize>; COUNT] = [None; COUNT];
    let (mut found, mut signed) = (Vec::new(), Vec::new());
    let mut halved = 0;
    for (index, one) in scan.candidates.iter().enumerate() {
        // In bounds: a place for each kind.
        let outer = last[Kind::Dun as usize];
        match (one.kind, one.delim) {
            (Kind::HalfArabic, Delim::Half) if is_member(one) => halved = one.ord >> 6,
            // 4）…5 删除…6 修改…
            (Kind::Dot, Delim::None) if halved > 0 && one.ord >> 6 == halved + 1 && is_sentence_over(one.before) => {
                found.push(Candidate { kind: Kind::HalfArabic, ..*one });
                halved += 1;
            }
            (Kind::BracketChinese, Delim::Paired) if one.ord == 1 << 6 && !is_sentence_over(one.before) => {
                found.extend(headed(text, &scan.candidates, index, outer));
            }
            _ => {}
        }
        if !loses_sign(one.kind) || !is_member(one) {
            continue;
        }
        let before = last[one.kind as usize].replace(index);
        let number = one.ord >> 6;
        let before = before.and_then(|before| scan.candidates.get(before));
        let begun = before.filter(|before| before.ord >> 6 < number);
        let missing = begun.map_or(1, |before| (before.ord >> 6) + 1)..number;
        if missing.is_empty() || missing.len() as u32 > MOST_MISSING || number > MAX_WEAK {
            continue;
        }
        let from = match begun {
            Some(before) => before.end as usize,
            // Only 1 is looked for where no list has begun.
            None if number == 2 => match holder(&scan.candidates, index) {
                Some(holder) => holder.max(before.map_or(0, |before| before.end as usize)),
                None => continue,
            },
            None => continue,
        };
        // 科目一考试…科目二、: where nothing ends before the second number, nothing but a word may stand before the first.
        let sure = begun.is_some() || is_sentence_over(one.before) || one.kind == Kind::Formal;
        let least = if sure { 1 } else { 2 };
        let gap = Gap { text, kind: one.kind, to: one.start as usize, members: &scan.candidates, least };
        let known = found.len();
        if gap.fill(from, missing, &mut found, &mut signed).is_none() {
            found.truncate(known);
        }
    }
    for index in signed {
        if let Some(one) = scan.candidates.get_mut(index) {
            one.flags |= flag::WANTED;
        }
    }
    if found.is_empty() {
        return;
    }
    for one in &mut found {
        one.stops = scan.stops.partition_point(|&stop| stop < one.start) as u32;
    }
    scan.candidates.append(&mut found);
    scan.candidates.sort_by_key(|one| one.start);
    // A bare number in a place where it may stand was found before.
    scan.candidates.dedup_by(|one, known| {
        let same = (one.start, one.kind, one.delim) == (known.start, known.kind, known.delim);
        known.flags |= if same { one.flags } else { 0 };
        same
    });
}

/// The number that heads a list （一）, a few words before it, and goes on with the list 一、 whose last member is `outer`, or begins one:
/// …公寓四受理程序（一）部门….
fn headed(text: &str, candidates: &[Candidate], index: usize, outer: Option<usize>) -> Option<Candidate> {
    let one = candidates.get(index)?;
    let outer = outer.and_then(|outer| candidates.get(outer));
    let from = outer.map_or(0, |outer| outer.end as usize);
    let words = context::near_end(text.get(from..one.start as usize)?, HEADING);
    let (from, least) = (one.start as usize - words.len(), if outer.is_some() { 1 } else { 3 });
    let number = outer.map_or(0, |outer| outer.ord >> 6) + 1;
    let gap = Gap { text, kind: Kind::Dun, to: one.start as usize, members: candidates, least };
    let found = gap.find(from, number)?;
    let heading = text.get(found.end as usize..one.start as usize)?;
    (!heading.trim().is_empty()
        && !heading.contains(['。', '，', '；', '：', '\n'])
        && gap.written(found.end as usize, number).is_none())
    .then_some(found)
}

/// Whether a style has a sign behind its numeral that may be lost, with no sign before it that tells of it.
const fn loses_sign(kind: Kind) -> bool {
    matches!(kind, Kind::Dun | Kind::Dot | Kind::HalfArabic | Kind::Formal)
}

/// Whether a candidate is surely written as a member of a list.
fn is_member(one: &Candidate) -> bool {
    let closed = match one.kind {
        Kind::HalfArabic => one.delim == Delim::Half,
        _ => matches!(one.delim, Delim::Dun | Delim::Dot),
    };
    closed
        && !one.has(NO_ITEM)
        && !matches!(one.before, Before::Dun | Before::Open | Before::Digit | Before::Letter)
        && (AFTER_ITEM & 1 << one.after as u16 != 0 || one.has(flag::COUNTED))
}

/// What stands behind the number of an item, a bit each; 1.2025年 besides.
const AFTER_ITEM: u16 = 1 << After::Word as u16
    | 1 << After::Open as u16
    | 1 << After::Blank as u16
    | 1 << After::Letter as u16
    | 1 << After::Line as u16
    | 1 << After::Unit as u16;

/// Whether a sentence, a line or a quotation ended before a place.
const fn is_sentence_over(before: Before) -> bool {
    matches!(
        before,
        Before::Line | Before::ColonLine | Before::Stop | Before::Semi | Before::Colon | Before::Close | Before::Indent
    )
}

/// Where the number ends of the item in which the list of a candidate seems to stand: the last that is usually further out.
fn holder(candidates: &[Candidate], index: usize) -> Option<usize> {
    let one = candidates.get(index)?;
    let outer = |other: &&Candidate| {
        other.start < one.start && other.delim != Delim::None && other.kind.row().rank < one.kind.row().rank
    };
    let holder = candidates.iter().take(index).rev().take(NEAR).find(outer).map(|outer| outer.end as usize);
    holder.or((index < NEAR).then_some(0))
}

/// What lies before a member of a list.
struct Gap<'a> {
    text: &'a str,
    kind: Kind,
    to: usize,
    members: &'a [Candidate],
    /// The least that must speak for a place.
    least: u8,
}

impl Gap<'_> {
    /// Finds the numbers that are missing from `from` on, in their order; `None` where one does not stand there once.
    fn fill(
        &self,
        mut from: usize,
        missing: std::ops::Range<u32>,
        found: &mut Vec<Candidate>,
        signed: &mut Vec<usize>,
    ) -> Option<()> {
        if self.to.checked_sub(from)? > REACH {
            return None;
        }
        for number in missing {
            if let Some((index, written)) = self.written(from, number) {
                if matches!(written.before, Before::Letter | Before::Digit) {
                    signed.push(index);
                }
                from = written.end as usize;
                continue;
            }
            let one = self.find(from, number)?;
            from = one.end as usize;
            found.push(one);
        }
        Some(())
    }

    /// The number with a sign of any kind that stands there, and its index.
    fn written(&self, from: usize, number: u32) -> Option<(usize, &Candidate)> {
        let first = self.members.partition_point(|one| (one.start as usize) < from);
        let mut between =
            self.members.iter().enumerate().skip(first).take_while(|(_, one)| (one.start as usize) < self.to);
        between.find(|(_, one)| one.kind == self.kind && one.ord == number << 6 && one.delim != Delim::None)
    }

    /// The place of a number, if one is likelier than all others.
    fn find(&self, from: usize, number: u32) -> Option<Candidate> {
        let (mut best, mut rank) = (None, self.least - 1);
        let mut look = |at: usize| {
            let begins = !self.text.get(..at).is_some_and(|head| head.ends_with(|c| self.digit(c)));
            let read = begins.then(|| self.read(at, self.end(at), number)).flatten();
            let Some((one, this)) = read else { return };
            match this.cmp(&rank) {
                Ordering::Greater => (best, rank) = (Some(one), this),
                Ordering::Equal => best = None,
                Ordering::Less => {}
            }
        };
        let between = self.text.get(from..self.to)?;
        let mut find = |numeral: &str| {
            memchr::memmem::find_iter(between.as_bytes(), numeral).for_each(|at| look(from + at));
        };
        match self.kind {
            Kind::Dun => find(&numeral::to_chinese(number)),
            // Their signs have many forms, and few texts have any.
            Kind::Formal => between.match_indices(numeral::is_formal_char).for_each(|(at, _)| look(from + at)),
            _ => {
                let digits = number.to_string();
                let wide = |digit| char::from_u32(u32::from(digit) - u32::from(b'0') + u32::from('０'));
                find(&digits);
                find(&digits.bytes().filter_map(wide).collect::<String>());
            }
        }
        best
    }

    /// Whether a character may be one of a numeral of the style.
    fn digit(&self, c: char) -> bool {
        match self.kind {
            Kind::Dun => numeral::is_numeral_char(c),
            Kind::Formal => numeral::is_formal_char(c),
            _ => numeral::digit(c).is_some(),
        }
    }

    /// Where the run of such characters ends.
    fn end(&self, at: usize) -> usize {
        let rest = self.text.get(at..).unwrap_or("");
        at + rest.len() - rest.trim_start_matches(|c| self.digit(c)).len()
    }

    /// The numeral `at..end` as a marker that lost its sign, and how likely it is one.
    fn read(&self, at: usize, end: usize, number: u32) -> Option<(Candidate, u8)> {
        let numeral = self.text.get(at..end)?;
        let (_, value) = match self.kind {
            Kind::Dun => numeral::chinese(numeral),
            Kind::Formal => numeral::formal(numeral),
            _ => numeral::arabic(numeral),
        }
        .ok()?;
        let head = self.text.get(..at)?;
        let before_blanks = head.trim_end_matches(is_blank);
        let spaced = before_blanks.len() < head.len();
        let before = context::before(before_blanks.chars().next_back());
        let rank = match before {
            Before::Start | Before::Line | Before::ColonLine | Before::Stop | Before::Semi | Before::Colon => 3,
            Before::Close | Before::Comma => 2,
            Before::Word if spaced => 2,
            Before::Word => 1,
            Before::Digit | Before::Other if self.kind == Kind::Dun => 1,
            Before::Letter => 1,
            _ => return None,
        };
        let after = sign::after(self.text, end);
        let rest = self.text.get(end..)?;
        let behind = sign::after(rest.trim_start_matches(is_blank), 0);
        let begins = match self.kind {
            Kind::Dun | Kind::Formal => {
                matches!(after, After::Word | After::Open)
                    && !rest.starts_with(['是', '要', '者'])
                    && !rest.starts_with(context::compounds_with_numeral)
                    || after == After::Blank && matches!(behind, After::Word | After::Open)
            }
            _ => {
                matches!(behind, After::Word | After::Open | After::Letter) && after != After::Letter
                    || rank == 3 && behind == After::Unit
            }
        };
        // 统一, 第二
        let binds = || {
            let mut back = head.chars().rev();
            let binding = back.next().and_then(context::binding);
            binding.is_some_and(|beside| beside.allows_char(back.next().unwrap_or(' ')))
        };
        let is_word =
            || context::repeats_word(self.text, at, end) || matches!(self.kind, Kind::Dun | Kind::Formal) && binds();
        if value != number || !begins || is_word() || self.is_open(at) {
            return None;
        }
        let flags = flag::WANTED | if spaced { flag::SPACED } else { 0 };
        Some((
            Candidate {
                prefix: 0,
                start: at as u32,
                end: end as u32,
                ord: number << 6,
                stops: 0,
                flags,
                weight: 0,
                kind: self.kind,
                delim: Delim::None,
                before,
                after,
            },
            rank,
        ))
    }

    /// Whether a bracket or a quotation mark is open there.
    fn is_open(&self, at: usize) -> bool {
        let near = context::near_end(self.text.get(..at).unwrap_or(""), OPEN);
        let last = |signs: [char; 4]| near.rfind(signs);
        last(['（', '(', '“', '《']) > last(['）', ')', '”', '》'])
    }
}

#[cfg(test)]
mod tests {
    use super::{REACH, add};
    use crate::scan::{Scan, flag, scan};

    /// The words behind the numbers that a text is found to lack.
    fn wanted(text: &str) -> Vec<String> {
        let mut found = Scan::default();
        scan(text, &mut found);
        let before = found.candidates.len();
        add(text, &mut found);
        assert!(found.candidates.is_sorted_by_key(|one| one.start), "{text}");
        let stops = |at: u32| found.stops.iter().filter(|&&stop| stop < at).count() as u32;
        assert!(found.candidates.iter().all(|one| one.stops == stops(one.start)), "{text}");
        assert!(found.candidates.len() >= before, "{text}");
        let added = found.candidates.iter().filter(|one| one.has(flag::WANTED));
        added.map(|one| text[one.start as usize..].chars().take(3).collect()).collect()
    }

    #[test]
    fn a_gap_is_filled_where_one_place_is_likeliest() {
        for (text, found) in [
            ("一、对象单位、个人二条件凡参保的。三、地点社区", &["二条件"][..]),
            // Two are missing, or one of them is written with another sign.
            ("一、对象单位二条件齐备三材料原件四、地点社区", &["二条件", "三材料"]),
            ("一、对象单位二条件齐备。三，材料原件。四、地点社区", &["二条件"]),
            // A sentence ended before one of the places.
            ("一、对象第二号楼。二条件齐备，二话不说。三、地点社区", &["二条件"]),
            ("1.对象。2.条件齐备3地点社区4.时间。", &["3地点"]),
            ("1）对象。2 条件齐备3 地点社区4）时间。", &["2 条", "3 地"]),
            ("十九、对象单位二十条件齐备二十一、地点", &["二十条"]),
            ("壹、主旨推廣排球貳主辦校友會參、時間", &["貳主辦"]),
            // It stands there with its sign, behind a name in letters.
            ("1.用户useradd2.组别3.进程", &["2.组"]),
        ] {
            assert_eq!(wanted(text), found, "{text}");
        }
    }

    #[test]
    fn a_gap_that_nothing_fills_stays() {
        for text in [
            // No 二, or one that is part of a word, a larger numeral, a reference, a quotation.
            "一、对象单位。三、地点社区。",
            "一、对象单位有二级资质，居第二位，共十二家，二者居其一。三、地点社区。",
            "一、对象单位见“二条件”。三、地点社区。",
            "讲二战史。一、对象二战老兵。二是对象。三、地点社区。",
            // In two places alike.
            "一、对象单位二条件齐备二材料原件三、地点社区",
            // Amounts.
            "1.对象2家单位，约2%，A2纸，2.5米。3.地点",
            // Too many are missing.
            "一、对象二条件三材料四时间五费用六、地点",
            // The members count on: 一、三产业.
            "一、三产业二企业三、四产业",
            "科目一考试合格后预约科目二、科目三考试。",
        ] {
            assert_eq!(wanted(text), [""; 0], "{text}");
        }
        let far = format!("一、对象{}二条件。三、地点", "单位".repeat(REACH / 6));
        assert_eq!(wanted(&far), [""; 0]);
    }

    #[test]
    fn the_first_is_told_by_the_second() {
        for (text, found) in [
            ("三、权利1您有权使用器械。2、您应当爱护器械。", &["1您有"][..]),
            ("公告如下。一项目名称甲工程二、招标内容土建", &["一项目"]),
            ("出席者黃幹事壹主席致詞 貳、決議執行", &["壹主席"]),
            // Nothing ends before the second, nor before the first.
            ("三、权利1您有权使用器械2、您应当爱护器械。", &[]),
            // It stands in the item before, and not ahead of it.
            ("甲方1您有权使用。（一）权利。2、您应当爱护。", &[]),
        ] {
            assert_eq!(wanted(text), found, "{text}");
        }
    }

    #[test]
    fn the_last_is_told_by_the_list_it_heads() {
        for (text, found) in [
            ("一、类别三类。二、时间五月，须腾退公寓三受理程序（一）部门。甲局。（二）窗口。", &["三受理"][..]),
            // A sentence between, no words, the wrong number, or no list before and no sentence that ended.
            ("一、类别三类。二、时间五月三受理。程序（一）部门。", &[]),
            ("一、类别三类。二、时间五月三（一）部门。", &[]),
            ("一、类别三类。二、时间五月四受理程序（一）部门。", &[]),
            ("推进一批工程（一）道路。（二）桥梁。", &[]),
            ("全市建成一工程项目（一）道路。（二）桥梁。", &[]),
        ] {
            assert_eq!(wanted(text), found, "{text}");
        }
    }
}

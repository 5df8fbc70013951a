//! Characters between two others that say nothing: a blank behind each (字间空格), as text recognition and some PDF give them, and
//! characters without width (零宽字符), as pages have them that are not to be copied, controls that a program left, and line breaks at
//! which one line was folded (折行).
//!
//! ```text
//! 第 一 章 总 则 1 . 1 适 用 范 围      the text
//! 第一章总则1.1适用范围                 what is read: a copy without these blanks
//! [m   )[h )[m)[h     )                 spans of the copy
//! [m     )[h  ) [m   ) [h        )      the same in the text: no part begins or ends with such a blank
//! ```
//!
//! Read as it is, such a text loses a tenth of its headings with line breaks and a quarter without, for each word that tells where
//! one ends is in pieces; so are its markers where characters without width stand in them. Blanks are no blanks there: where several
//! stand one behind the other they part something and stay. A text of words that are set apart (加强 组织 领导) is read so too. A
//! few characters without width stay, for they stand where an editor changed the type: between a heading and its text. A text of one
//! line that was [folded](is_folded) is read without its line breaks, which would part its words and begin its items. Nothing else in the
//! crate changes the length of a text, so that all offsets go through here, and only in texts that [are so](closed). A text of a
//! megabyte and more is read as it is, as in [`markup`](crate::markup): the copy would take more memory than the reading.

use std::borrow::Cow;

use crate::gap::is_unseen;
use crate::scan::ideograph::is_ideograph;
use crate::split::is_folded;
use crate::{Document, LineBreaks, Section, Span};

/// Longer texts are not copied, in bytes.
const MOST: usize = 1_000_000;
/// The piece of a text that tells of most texts that they are not letter-spaced, in bytes, and the fewest blanks in it, one for so
/// many bytes: a blank behind every other ideograph is one for seven.
const HEAD: usize = 1024;
const BLANK_FOR: usize = 16;
/// The fewest blanks between two ideographs, and of a hundred pairs of neighbours those with one: recognised text and
/// words that are set apart have 60; names and entries of two ideographs (总则 职责) come near to 50.
const FEWEST: usize = 8;
const OF_HUNDRED: usize = 50;
/// The fewest characters of a piece that is letter-spaced by itself.
const SIGNS: usize = 4;
/// The piece of a text that tells whether it has many characters without width, in bytes, and the fewest in it, one for so many bytes:
/// headings lie further apart.
const PIECE: usize = 4096;
const FEWEST_UNSEEN: usize = 4;
const UNSEEN_FOR: usize = 200;

/// What is left out of a text.
#[derive(Clone, Copy)]
struct Rules {
    /// Blanks between characters.
    blanks: bool,
    /// Those between digits as well.
    of_digits: bool,
    /// Characters without width.
    unseen: bool,
    /// Line breaks.
    folds: bool,
}

/// A text without characters that say nothing.
pub(crate) struct Closed {
    /// The text without them.
    pub(crate) text: String,
    /// Where they stood.
    cuts: Vec<Cut>,
    /// Whether others than line breaks were left out.
    pub(crate) is_letter_spaced: bool,
}

/// A place where something was left out.
struct Cut {
    /// Where, in bytes of the closed text: before the character that begins there.
    at: u32,
    /// How many bytes were left out there and before.
    gone: u32,
}

/// A text without the characters that say nothing; `None` where it has none, or few.
pub(crate) fn closed(text: &str, line_breaks: LineBreaks) -> Option<Closed> {
    let digits = if may_be_spaced(text) { is_spaced(text) } else { None };
    let folds = line_breaks != LineBreaks::Trusted && folds(text);
    let rules = Rules { blanks: digits.is_some(), of_digits: digits == Some(true), unseen: has_unseen(text), folds };
    (rules.blanks || rules.unseen || folds).then(|| close_up(text, rules))
}

/// Whether a text may be closed up: a look at its beginning. Of characters without width the scan tells, but not of soft hyphens.
pub(crate) fn may_be(text: &str) -> bool {
    may_be_spaced(text) || folds(text) || has_soft_hyphen(text)
}

fn has_soft_hyphen(text: &str) -> bool {
    let head = text.as_bytes().get(..HEAD).unwrap_or(text.as_bytes());
    memchr::memchr_iter(0xC2, head).any(|at| head.get(at + 1) == Some(&0xAD))
}

fn folds(text: &str) -> bool {
    text.len() < MOST && is_folded(text)
}

/// Whether a text may be letter-spaced: a look at its beginning.
fn may_be_spaced(text: &str) -> bool {
    let head = text.as_bytes().get(..HEAD).unwrap_or(text.as_bytes());
    text.len() < MOST && memchr::memchr_iter(b' ', head).count() * BLANK_FOR >= head.len()
}

/// A piece of a text that is not closed without the characters that say nothing.
pub(crate) fn joined(piece: &str) -> Cow<'_, str> {
    if piece.contains(|c| c == ' ' || says_nothing(c)) {
        let seen: String = piece.chars().filter(|&c| !says_nothing(c)).collect();
        Cow::Owned(close_up(&seen, Rules { blanks: true, of_digits: true, unseen: false, folds: false }).text)
    } else {
        Cow::Borrowed(piece)
    }
}

/// Whether a piece is letter-spaced, of which there is too little to be sure: 总 则 is so in any text.
pub(crate) fn is_piece(piece: &str) -> bool {
    let signs = piece.chars().filter(|&c| c != ' ').count();
    signs >= SIGNS && (piece.len() - joined(piece).len()) * 3 >= signs
}

fn close_up(text: &str, rules: Rules) -> Closed {
    let mut found = Closed {
        text: String::with_capacity(text.len()),
        cuts: Vec::new(),
        is_letter_spaced: rules.blanks || rules.unseen,
    };
    let mut rest = text.chars();
    let (mut last, mut gone) = (None, 0);
    while let Some(c) = rest.next() {
        let between = || Some((last?, rest.clone().next()?));
        let says_nothing = match c {
            ' ' if rules.blanks => between().is_some_and(|(a, b)| belong_together(a, b, rules.of_digits)),
            '\n' | '\r' if rules.folds => between().is_some_and(|(a, b)| !are_words(a, b)),
            c if rules.unseen && says_nothing(c) => between().is_some_and(|(a, b)| !is_blank(a) && !is_blank(b)),
            _ => false,
        };
        if says_nothing {
            gone += c.len_utf8() as u32; // at most four
            // A text that is closed up is not so long that it would not fit.
            found.cuts.push(Cut { at: u32::try_from(found.text.len()).unwrap_or(u32::MAX), gone });
        } else {
            found.text.push(c);
        }
        if !(rules.folds && matches!(c, '\n' | '\r')) {
            last = Some(c);
        }
    }
    found
}

/// Whether a text is letter-spaced, and if it is, whether its digits are.
fn is_spaced(text: &str) -> Option<bool> {
    // Neighbours, and those with a blank between them; `apart` says which, 0 or 1.
    let (mut ideographs, mut digits) = ([0_usize; 2], [0_usize; 2]);
    let mut rest = text.chars();
    while let Some(c) = rest.next() {
        let mut behind = rest.clone();
        let (next, apart) = match behind.next() {
            Some(' ') => (behind.next(), 1),
            next => (next, 0),
        };
        match next {
            Some(next) if is_ideograph(c) && is_ideograph(next) => ideographs[apart] += 1,
            Some(next) if c.is_ascii_digit() && next.is_ascii_digit() => digits[apart] += 1,
            _ => {}
        }
    }
    let [near, apart] = ideographs;
    (apart >= FEWEST && apart * 100 >= (near + apart) * OF_HUNDRED).then(|| digits[1] > digits[0])
}

/// Whether many characters without width stand in the beginning of a text.
fn has_unseen(text: &str) -> bool {
    let head = text.as_bytes().get(..PIECE).unwrap_or(text.as_bytes());
    let starts = (0..head.len()).filter(|&at| is_unseen_at(head.get(at..).unwrap_or(&[]))).count();
    text.len() < MOST && starts >= FEWEST_UNSEEN && starts * UNSEEN_FOR >= head.len()
}

/// Whether a character without width stands at the beginning of these bytes.
pub(crate) const fn is_unseen_at(text: &[u8]) -> bool {
    match text {
        [0xE2, 0x80, 0x8B..=0x8F, ..] | [0xE2, 0x81, 0xA0, ..] | [0xEF, 0xBB, 0xBF, ..] | [0xC2, 0xAD, ..] => true,
        [control, ..] => is_stray(*control as char),
        [] => false,
    }
}

/// Whether a character is a control that a program left: none of those that part lines, cells and pages.
pub(crate) const fn is_stray(c: char) -> bool {
    matches!(c, '\0'..='\u{6}' | '\u{8}' | '\u{E}'..='\u{1F}' | '\u{7F}')
}

/// Whether a character says nothing wherever it stands.
const fn says_nothing(c: char) -> bool {
    is_unseen(c) || is_stray(c)
}

fn is_blank(c: char) -> bool {
    c.is_whitespace() || c.is_control() && !is_stray(c)
}

/// Whether the break between two characters stands for the blank between two foreign words. Figures are broken anywhere.
fn are_words(before: char, behind: char) -> bool {
    let (a, b) = (before.is_ascii_alphanumeric(), behind.is_ascii_alphanumeric());
    a && b && !(before.is_ascii_digit() && behind.is_ascii_digit())
}

/// Whether one blank between two characters says nothing.
fn belong_together(before: char, behind: char, of_digits: bool) -> bool {
    match (before, behind) {
        _ if is_blank(before) || is_blank(behind) => false,
        (a, b) if a.is_ascii_digit() && b.is_ascii_digit() => of_digits,
        // 1 . 1 and ( 1 ), no words of another language.
        (a, b) if a.is_ascii() && b.is_ascii() => a.is_ascii_punctuation() != b.is_ascii_punctuation(),
        _ => true,
    }
}

impl Closed {
    /// A span of the closed text in the text itself.
    pub(crate) fn open(&self, span: Span) -> Span {
        let end = self.end(span.end);
        if span.is_empty() { Span::empty(end) } else { Span { start: self.start(span.start), end } }
    }

    /// A span of the text in the closed text.
    pub(crate) fn close_span(&self, span: Span) -> Span {
        Span { start: self.closed(span.start), end: self.closed(span.end) }
    }

    /// A tree of the closed text as one of the text itself.
    pub(crate) fn opened(&self, mut document: Document) -> Document {
        each_span(&mut document, &|span| self.open(span));
        document
    }

    /// A tree of the text as one of the closed text.
    pub(crate) fn close(&self, document: &Document) -> Document {
        let mut document = document.clone();
        each_span(&mut document, &|span| self.close_span(span));
        document
    }

    /// What is read of the closed text, which is as long, where the text itself is as it was.
    pub(crate) fn reopened(&self, read: &str, text: &str) -> String {
        let mut whole = String::with_capacity(text.len());
        let (mut from, mut gone) = (0, 0);
        for cut in &self.cuts {
            let at = cut.at as usize;
            whole.push_str(read.get(from..at).unwrap_or(""));
            whole.push_str(text.get(at + gone..at + cut.gone as usize).unwrap_or(""));
            (from, gone) = (at, cut.gone as usize);
        }
        whole.push_str(read.get(from..).unwrap_or(""));
        whole
    }

    /// How many bytes were left out before the first so many cuts are over.
    fn gone(&self, cuts: usize) -> u32 {
        cuts.checked_sub(1).and_then(|last| self.cuts.get(last)).map_or(0, |cut| cut.gone)
    }

    /// Where the character begins that begins at `at` in the closed text.
    pub(crate) fn start(&self, at: u32) -> u32 {
        at + self.gone(self.cuts.partition_point(|cut| cut.at <= at))
    }

    /// Where the character ends that ends at `at` in the closed text.
    fn end(&self, at: u32) -> u32 {
        at + self.gone(self.cuts.partition_point(|cut| cut.at < at))
    }

    /// Where a place of the text is in the closed text.
    fn closed(&self, at: u32) -> u32 {
        at.saturating_sub(self.gone(self.cuts.partition_point(|cut| cut.at + cut.gone <= at)))
    }
}

/// Changes every span of a tree. Recurses as deep as sections lie, as dropping it does.
fn each_span(document: &mut Document, change: &dyn Fn(Span) -> Span) {
    let Document { span, head, title, preface, sections, closing } = document;
    for span in [span, head, preface, closing].into_iter().chain(title) {
        *span = change(*span);
    }
    sections.iter_mut().for_each(|section| spans_of(section, change));
}

fn spans_of(section: &mut Section, change: &dyn Fn(Span) -> Span) {
    let Section { span, marker, heading, body, children, tail, inline: _, confidence: _ } = section;
    for span in [span, &mut marker.span, body, tail].into_iter().chain(heading) {
        *span = change(*span);
    }
    children.iter_mut().for_each(|child| spans_of(child, change));
}

#[cfg(test)]
mod tests {
    use super::{Closed, MOST, is_blank, is_piece, joined};
    use crate::{Diagnostic, HeadingEnd, LineBreaks, Options, Span, explain, parse, parse_with};

    fn closed(text: &str) -> Option<Closed> {
        super::closed(text, LineBreaks::Hint)
    }

    /// Each character with a blank behind it, but the last of a line.
    fn spaced(text: &str) -> String {
        let line = |line: &str| line.chars().map(String::from).collect::<Vec<_>>().join(" ");
        text.lines().map(line).collect::<Vec<_>>().join("\n")
    }

    /// A character without width behind each fourth that has another behind it.
    fn with_unseen(text: &str) -> String {
        let mut unseen = ['\u{200B}', '\u{2060}', '\u{FEFF}', '\u{200D}', '\0', '\u{1F}'].into_iter().cycle();
        let mut out = String::new();
        for (index, (c, next)) in text.chars().zip(text.chars().skip(1).chain(['\n'])).enumerate() {
            out.push(c);
            if index % 4 == 1 && !is_blank(c) && !is_blank(next) {
                out.extend(unseen.next());
            }
        }
        out
    }

    /// One line, broken where so many columns are full; signs hang.
    fn folded(text: &str, columns: usize, line: &str) -> String {
        let (mut out, mut at) = (String::new(), 0);
        for c in text.chars() {
            let width = if c.is_ascii() { 1 } else { 2 };
            if at + width > columns && !"，。、；：）”》".contains(c) {
                out.push_str(line);
                at = 0;
            }
            at += width;
            out.push(c);
        }
        out
    }

    /// Holds what is said of a text together with what is said of it closed up.
    fn is_read_closed_up(text: &str, found: &Closed) {
        assert_eq!(found.reopened(&found.text, text), text);
        let (parsed, plain) = (parse(text), parse(&found.text));
        let opened = found.opened(plain.document().clone());
        assert_eq!(parsed.document(), &opened);
        assert_eq!(opened.check(text), Ok(()), "{text}");
        assert_eq!(&found.close(&opened), plain.document());
        let places = |diagnostics: Vec<Diagnostic>| {
            diagnostics.into_iter().map(|it| (it.code, it.span, it.related, it.fix.map(|fix| fix.span)))
        };
        let open = |span| found.open(span);
        let moved =
            places(plain.lint()).map(|(code, span, other, fix)| (code, open(span), other.map(open), fix.map(open)));
        assert!(places(parsed.lint()).eq(moved), "{text}");
        assert_eq!(parsed.contents(), plain.contents().map(open));
        let titles = plain.subdocuments().into_iter().map(|it| (open(it.span), open(it.title)));
        assert!(parsed.subdocuments().into_iter().map(|it| (it.span, it.title)).eq(titles), "{text}");
        let choices = explain(&found.text, &Options::new()).into_iter().map(|it| open(it.marker.span));
        assert!(explain(text, &Options::new()).into_iter().map(|it| it.marker.span).eq(choices), "{text}");
    }

    #[test]
    fn a_letter_spaced_text_is_closed_up() {
        for plain in crate::testing::fixtures().iter().filter(|plain| !plain.contains(super::says_nothing)) {
            let words: String = plain.split_inclusive('\n').map(|line| line.replace([' ', '\t'], "")).collect();
            let text = spaced(&words);
            let Some(found) = closed(&text) else {
                assert!(words.chars().filter(|&c| super::is_ideograph(c)).count() < 60, "{words}");
                continue;
            };
            is_read_closed_up(&text, &found);
        }
    }

    #[test]
    fn a_text_with_characters_without_width_is_closed_up() {
        let fixtures = crate::testing::fixtures();
        for plain in fixtures.iter().filter(|plain| !plain.contains(super::says_nothing) && closed(plain).is_none()) {
            let text = with_unseen(plain);
            let Some(found) = closed(&text) else {
                assert!(plain.chars().filter(|&c| !is_blank(c)).count() < 40, "{plain}");
                continue;
            };
            assert_eq!(&found.text, plain);
            is_read_closed_up(&text, &found);
        }
    }

    #[test]
    fn a_text_of_one_line_that_was_folded_is_closed_up() {
        let mut read = 0;
        for plain in crate::testing::fixtures().iter().filter(|plain| !plain.contains(super::says_nothing)) {
            let flat = plain.replace(['\n', '\r'], "");
            let cut = flat.chars().collect::<Vec<_>>().chunks(32).map(String::from_iter).collect::<Vec<_>>().join("\n");
            for text in [folded(&flat, 40, "\n"), folded(&flat, 56, "\r\n"), cut] {
                if let Some(found) = closed(&text).filter(|found| !found.is_letter_spaced) {
                    read += 1;
                    // Between two foreign words it stays.
                    let words = found.text.replace(['\r', '\n'], "");
                    assert_eq!(words, flat);
                    is_read_closed_up(&text, &found);
                }
            }
        }
        assert!(read > 800, "{read}");
    }

    #[test]
    fn paragraphs_and_rows_are_not_folded() {
        let line = "各单位应当在每年三月底以前把上一年的检查情况报送主管";
        let folded = format!("{line}\n").repeat(5);
        assert!(closed(&folded).is_some_and(|found| found.text == format!("{}\n", line.repeat(5))));
        // A word of two columns that had no room, and a sign that hangs.
        let other = line.replacen("各单位", "各单位，", 1).replace("主管", "A");
        assert!(closed(&format!("{folded}{other}\n2024年起执行")).is_some());
        assert!(closed(&format!("{folded}{line}？！”\n{folded}")).is_some());
        // As many characters in each, however many columns these take; half of the lines may begin with a number.
        let counted = "各单位应当在三月底以前报送情况二\n2024年报送24份，其中报送二\n".repeat(4) + "各单位";
        assert_eq!(closed(&counted).map(|found| found.text), Some(counted.replace('\n', "")));
        for other in [
            // A title, a paragraph that ends, a line that is longer, too few lines.
            format!("检查办法\n{folded}"),
            format!("{folded}部门。\n{folded}"),
            format!("{folded}{line}部门\n{line}"),
            format!("{folded}\n{folded}"),
            format!("{line}\n").repeat(4),
            // The last line is no line of them.
            format!("{folded}{line}部门"),
            format!("{folded}{}", line.repeat(9)),
            // Entries of one length, and sentences.
            format!("1、{line}\n").repeat(5),
            format!("（一）{line}\n").repeat(5),
            format!("{line}。\n").repeat(5),
            counted.replacen("情况二", "情况的二", 1),
            counted.replace("各单位", "1单位"),
            counted.replace('二', ""),
            // Narrow and wide ones.
            "各单位应当检查\n".repeat(9),
            format!("{}\n", line.repeat(4)).repeat(9),
            folded.repeat(MOST / folded.len() + 1),
        ] {
            assert!(closed(&other).is_none(), "{other:.300}");
        }
        assert!(super::closed(&folded, LineBreaks::Trusted).is_none());
        let trusted = Options::new().line_breaks(LineBreaks::Trusted);
        // Read as paragraphs, a folded text is still a text whose tree fits.
        let text = folded.replacen("各单", "一、", 1).replacen("\n各单", "\n二、", 3);
        assert!(closed(&text).is_some_and(|found| !found.text.contains("管\n二、")));
        let parsed = parse_with(&text, &trusted);
        assert_eq!((parsed.document().len(), parsed.document().check(&text)), (4, Ok(())));
    }

    #[test]
    fn a_fold_between_foreign_words_stays() {
        let line = "各单位应当在每年三月底以前把上一年的检查情况报送主管";
        for (end, begin, joined) in [
            ("Deep", "Sea二字", "Deep\nSea"),
            ("共20", "25年内", "共2025"),
            ("A1", "B2两类", "A1\nB2"),
            ("Word", "文件的", "Word文"),
            ("前三", "Word类", "前三Word"),
        ] {
            let (above, below) = (line.replace("主管", end), line.replacen("各单位", begin, 1));
            let found = closed(&format!("{above}\n{below}\n{}", format!("{line}\n").repeat(4))).unwrap();
            assert!(found.text.contains(joined), "{}", found.text);
            assert_eq!(found.text.lines().count(), joined.lines().count(), "{}", found.text);
        }
    }

    #[test]
    fn few_characters_without_width_stay() {
        let text = "\u{FEFF}一、目标\u{200B}建成三座书屋。\u{200B}\n\u{200B}二、任务\u{200B}配齐图书。\u{200B}\n";
        let words = "学校设立专项经费，由教导处统筹使用。".repeat(24);
        assert!(closed(&format!("{text}{words}")).is_none());
        // At the ends of lines they part nothing.
        let found = closed(text).unwrap();
        assert_eq!(found.text, "\u{FEFF}一、目标建成三座书屋。\u{200B}\n\u{200B}二、任务配齐图书。\u{200B}\n");
        assert!(closed(&text.repeat(MOST / text.len() + 1)).is_none());
    }

    #[test]
    fn each_character_without_width_is_seen() {
        for unseen in ['\u{AD}', '\u{200B}', '\u{200F}', '\u{2060}', '\u{FEFF}'] {
            let text =
                "一、目标。建成书屋。二、任务。配齐图书。".chars().map(|c| format!("{c}{unseen}")).collect::<String>();
            let parsed = parse(&text);
            assert!(parsed.is_closed_up(), "{unseen:?}");
            assert_eq!(parsed.document().len(), 2);
        }
    }

    #[test]
    fn what_belongs_together() {
        for (text, read) in [
            ("第 一 章 总 则 规 定 1 . 1 适 用 范 围", "第一章总则规定1.1适用范围"),
            ("用 2 0 2 5 年 共 1 2 月 的 数 据 说 明 情 况 ( 1 )", "用2025年共12月的数据说明情况(1)"),
            ("用 2025 年 共 12 月 35 36 人 的 数 据 说 明 情 况 好", "用2025年共12月35 36人的数据说明情况好"),
            ("由 专 人 讲 Deep Sea 的 故 事 给 学 生 们 听", "由专人讲Deep Sea的故事给学生们听"),
            ("各 县 要 加强 组织 领导 健全 的 工作 机制", "各县要加强组织领导健全的工作机制"),
            ("第 一 章  总 则\n 第 二 章  目 标 任 务", "第一章  总则\n 第二章  目标任务"),
        ] {
            assert_eq!(closed(text).map(|found| found.text).as_deref(), Some(read));
        }
        assert_eq!(joined("1 2 . 总\u{200B}则\u{2060}章"), "12.总则章");
    }

    #[test]
    fn other_texts_stay() {
        for text in ["", "  ", "第 一 章 总 则", "名单 李明 王刚 建华 张文 赵志 刘英 陈国 杨立 周平 吴强 总则 职责"]
        {
            assert!(closed(text).is_none(), "{text}");
        }
        let long = "长 ".repeat(MOST / 4 + 1);
        assert!(closed(&long).is_none());
        assert!(closed(&long[..long.len() - 8]).is_some());
        // So are few pages of a text that is not.
        let head = spaced("关于印发校园书屋建设方案的通知");
        let body = "学校设立专项经费，由教导处统筹使用。".repeat(9);
        assert!(closed(&format!("{head}\n{body}")).is_none());
    }

    #[test]
    fn no_part_begins_or_ends_with_a_blank() {
        let text = spaced("一、工作目标。建成班级书角。二、主要任务（一）配齐图书。每学期更换一次。（二）开展活动");
        let parsed = parse(&text);
        assert_eq!(parsed.document().len(), 4);
        for place in parsed.document().walk() {
            for span in
                [Some(place.section.span), place.section.heading, Some(place.section.body)].into_iter().flatten()
            {
                assert_eq!(parsed.text_of(span).trim(), parsed.text_of(span));
            }
        }
        let ends = parsed.document().walk().map(|place| place.section.heading_end(&text).unwrap());
        assert!(ends.eq([HeadingEnd::Stop, HeadingEnd::Next, HeadingEnd::Stop, HeadingEnd::Next]));
        assert_eq!(parsed.text_of(parsed.document().sections[1].marker.span), "二 、");
        let found = closed(&text).unwrap();
        assert_eq!(found.open(Span::empty(6)), Span::empty(7));
    }

    #[test]
    fn labels_are_closed_up() {
        let text = spaced("校园书屋方案\n一、工作目标\n建成班级书角。\n二、主要任务\n配齐图书，每学期更换一次。\n");
        let parsed = parse(&text);
        let rows = parsed.rows();
        assert_eq!(rows.last().map(|row| row.path.clone()), Some(vec!["二、主要任务".to_owned()]));
        assert!(parsed.markdown().starts_with("# 校园书屋方案\n\n## 一、工作目标\n\n建 成"));
    }

    #[test]
    fn a_piece_tells_by_itself() {
        assert!(is_piece("主 要 任 务"));
        for piece in ["总 则", "主要任务 目标", ""] {
            assert!(!is_piece(piece), "{piece}");
        }
    }
}

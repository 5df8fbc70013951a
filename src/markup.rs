//! Signs of Markdown, those before nearly [every line](bullets), [numbers of lines](numbered), and brackets around markers, which
//! are no part of what a text says, made blanks; tags and [breaks that were written out](breaks), and signs that have [another form](forms) than usual, made
//! what they stand for.
//!
//! ```text
//! ## **一、总体要求**           →        一、总体要求        headings, and what is bold with its marker or behind it
//! **（一）加强领导。**成立专班    →    （一）加强领导。  成立专班
//! - 二是**严明**纪律           →    二是␡␡严明␡␡纪律          the bullet of a marker; what is bold inside a sentence
//! 1\. 目标                      →  1 . 目标                   what a converter escaped
//! ---                           →                             rules
//! 【第一章 总则】               →   第一章 总则。               what is set in brackets with its marker ends as at a stop
//! ```
//!
//! Each sign becomes as many bytes as it has, so that every offset of what is read here is one of the text itself: the tree
//! needs no map, and no byte is lost. Converters of web pages, PDF and Word write such text; read as it is, `**` stood at the
//! ends of headings, `##` at the ends of bodies, `# ` in titles, and the confidence of bold markers was 6 to 40.
//!
//! A text is left as it is unless it [shows](is_markdown) that it is Markdown: in others `**` stands for what was left out
//! (`**县**镇`). Tables, links and what is set off by a single `*` stay. So does all of a text of a megabyte and more, for a
//! copy would take more memory than reading it does.

mod breaks;
mod bullets;
mod forms;
mod headed;
mod joined;
mod numbered;

pub(crate) use forms::{begins_item, begins_with_dash, usual_form, usual_marker};
pub(crate) use headed::tell_apart;

use std::borrow::Cow;

use crate::gap;
use crate::scan::kind::Kind;
use crate::scan::marker::{Delim, is_blank, readings};
use crate::scan::numeral::is_numeral_char;

/// Stands for a sign inside a sentence, where a blank would look like the end of a heading.
const UNSEEN: char = '\u{7F}';

/// The most signs of a heading.
const LEVELS: usize = 6;
/// How far what is bold reaches, in bytes.
const BOLD: usize = 600;
/// The most blanks before the first sign of a line: to look further back at each `>` of a long line would take long.
const INDENT: usize = 32;
/// The fewest signs of a rule.
const RULE: usize = 3;
/// Longer texts are not copied, in bytes.
const MOST: usize = 1_000_000;
/// How far the beginning of a text reaches, in bytes, and where that shows little: its first lines, behind a long preface too.
const EARLY: usize = 1024;
const FIRST_LINES: usize = 4096;
/// The most digits of an escaped number.
const DIGITS: usize = 3;

/// The brackets around a marker and its heading, and the longest of both, in characters.
const OPEN: &str = "【";
const CLOSE: char = '】';
const FRAMED: usize = 56;

const BREAKS: [char; 2] = ['\n', '\r'];

/// What stands in the place of a sign: as many bytes.
struct Edit {
    at: usize,
    len: usize,
    with: char,
}

/// The text with blanks for its signs of Markdown and its brackets around markers, with line breaks for those written out, and
/// with signs in their usual form: as long, in bytes, as it was.
///
/// Costs some searches for a few bytes where there is none of these, and else a copy.
pub(crate) fn without(text: &str) -> Cow<'_, str> {
    undressed(text, true)
}

/// The same of a text of which the scan says whether signs and line breaks in another form may stand in it: the searches for these
/// take as long as a tenth of the reading.
pub(crate) fn undressed(text: &str, has_forms: bool) -> Cow<'_, str> {
    let mut edits = Vec::new();
    if text.len() < MOST {
        let is_markdown = is_markdown(text);
        if is_markdown {
            lines(text, &mut edits);
        }
        if has_lines(text) {
            bullets::plain(text, &mut edits);
            numbered::plain(text, &mut edits);
        } else {
            joined::plain(text, &mut edits);
        }
        frames(text, &mut edits);
        breaks::plain(text, is_markdown, has_forms, &mut edits);
        if has_forms {
            forms::plain(text, &mut edits);
        }
    }
    edited(text, edits)
}

fn edited(text: &str, mut edits: Vec<Edit>) -> Cow<'_, str> {
    if edits.is_empty() {
        return Cow::Borrowed(text);
    }
    edits.sort_unstable_by_key(|edit| edit.at);
    let mut plain = String::with_capacity(text.len());
    for edit in edits {
        // A sign of Markdown in what a page hides: <!-- **一、菜单** -->.
        if edit.at < plain.len() {
            continue;
        }
        plain.push_str(text.get(plain.len()..edit.at).unwrap_or(""));
        for _ in 0..edit.len / edit.with.len_utf8() {
            plain.push(edit.with);
        }
    }
    plain.push_str(text.get(plain.len()..).unwrap_or(""));
    Cow::Owned(plain)
}

/// The signs of all lines that have some.
fn lines(text: &str, edits: &mut Vec<Edit>) {
    let bytes = text.as_bytes();
    let line_around = |at: usize, from: usize| {
        let before = bytes.get(from..at).unwrap_or(&[]);
        let start = memchr::memrchr(b'\n', before).map_or(from, |at| from + at + 1);
        let end = memchr::memchr(b'\n', bytes.get(at..).unwrap_or(&[])).map_or(bytes.len(), |end| at + end + 1);
        (start, end)
    };
    let mut from = 0;
    while let Some(at) = next_sign(text, from) {
        let (start, end) = line_around(at, from);
        line(text.get(start..end).unwrap_or(""), start, edits);
        from = end;
    }
    // Bullets, rules and quotations: told by the first sign of a line.
    let mut from = 0;
    while let Some(at) = memchr::memchr2(b'-', b'>', bytes.get(from..).unwrap_or(&[])).map(|at| from + at) {
        from = at + 1;
        if ends_with_new_line(text.get(..at).unwrap_or("")) {
            let (start, end) = line_around(at, 0);
            from = end;
            let words = text.get(start..end).unwrap_or("");
            // Another sign in it: it was gone over.
            if next_sign(words, 0).is_none() {
                line(words, start, edits);
            }
        }
    }
}

/// Where brackets open and close around a marker. Inside a sentence they do so only where words stand behind it: 见【第三条】.
fn frames(text: &str, edits: &mut Vec<Edit>) {
    for open in memchr::memmem::find_iter(text.as_bytes(), OPEN.as_bytes()) {
        if let Some(close) = framed_to(text, open) {
            edits.push(Edit { at: open, len: OPEN.len(), with: '\u{3000}' });
            edits.push(Edit { at: close, len: CLOSE.len_utf8(), with: '。' });
        }
    }
}

/// Where the bracket closes that opens at `open`, if it does so around a marker.
fn framed_to(text: &str, open: usize) -> Option<usize> {
    let (before, inner) = (text.get(..open)?, text.get(open + OPEN.len()..)?);
    let len = inner.char_indices().take(FRAMED).find(|&(_, c)| matches!(c, '【' | '】' | '\n' | '\r'))?.0;
    let (inner, behind) = inner.split_at_checked(len)?;
    let marker = marker_len(inner).filter(|_| behind.starts_with(CLOSE))?;
    let framed = marker < len || ends_sentence(before.trim_end_matches(is_blank));
    // 【1. 解放生产力 2. 完善体制】 is an answer of two items.
    let another = || inner.char_indices().any(|(at, _)| at >= marker && inner.get(at..).is_some_and(begins_marker));
    (framed && !another()).then_some(open + OPEN.len() + len)
}

/// Whether a sentence may end where a text ends.
fn ends_sentence(text: &str) -> bool {
    text.is_empty() || text.ends_with(['\n', '\r', '。', '；', '！', '？', '：', '】', '”', '）'])
}

/// What a text shows before it is scanned: whether it is Markdown, as nearly every one does at its beginning, or has bullets or
/// numbers before its lines, or breaks that were written out, and whether it has 丶 for 、, which the scan does not see.
pub(crate) fn shows_at_once(text: &str) -> (bool, bool) {
    if text.len() >= MOST {
        return (false, false);
    }
    let early = head(text, EARLY);
    let is_dressed = || {
        if has_lines(text) {
            bullets::begins_lines(text) || numbered::counts_lines(text)
        } else {
            joined::joins_lines(text).is_some()
        }
    };
    let is_dressed = is_markdown(early) || breaks::shows_at_once(head(text, FIRST_LINES)) || is_dressed();
    (is_dressed, forms::shows_at_once(early))
}

/// Whether a text has line breaks.
fn has_lines(text: &str) -> bool {
    memchr::memchr(b'\n', head(text, FIRST_LINES).as_bytes()).is_some()
}

/// The beginning of a text, so many bytes.
fn head(text: &str, most: usize) -> &str {
    let mut end = most.min(text.len());
    while !text.is_char_boundary(end) {
        end -= 1; // stops at 0, a boundary of every text
    }
    text.get(..end).unwrap_or("")
}

/// Whether a text shows that it is Markdown: by the sign of a heading, a marker that is bold with what stands behind it, or a
/// line's number whose delimiter is escaped, which tells only at the beginning: the scan sees no `\`.
fn is_markdown(text: &str) -> bool {
    let mut from = 0;
    while let Some(at) = next_sign(text, from) {
        let (before, behind) = text.split_at_checked(at).unwrap_or_default();
        let run = run(behind);
        let shows = match behind.as_bytes().first() {
            Some(b'#') => is_heading(before, behind, run),
            Some(b'*') => bold(behind, run).is_some_and(begins_marker),
            _ => {
                at < EARLY
                    && ends_with_first_number(before)
                    && behind.get(1..).is_some_and(|rest| rest.starts_with(['.', ')']))
            }
        };
        if shows {
            return true;
        }
        from = at + run;
    }
    false
}

/// Offset of the next sign from `from` on.
fn next_sign(text: &str, from: usize) -> Option<usize> {
    let rest = text.as_bytes().get(from..)?;
    memchr::memchr3(b'#', b'*', b'\\', rest).map(|at| from + at)
}

/// How often the byte that a text begins with stands there, one behind the other.
fn run(text: &str) -> usize {
    let bytes = text.as_bytes();
    bytes.iter().take_while(|byte| bytes.first() == Some(byte)).count()
}

/// Whether a text holds nothing but blanks, and not many, since its last line break.
fn ends_with_new_line(before: &str) -> bool {
    let mut last = before.chars().rev();
    let word = last.by_ref().take(INDENT).find(|&c| !is_blank_or_quote(c));
    word.map_or_else(|| last.next().is_none(), |c| BREAKS.contains(&c))
}

/// What may stand before the first sign of a line: blanks, and the signs of what is quoted.
fn is_blank_or_quote(c: char) -> bool {
    is_blank(c) || c == '>'
}

/// Whether `behind` begins with the signs of a heading, `run` of them. Inside a line, whose breaks are lost, two at least.
fn is_heading(before: &str, behind: &str, run: usize) -> bool {
    let rest = behind.get(run..).unwrap_or("");
    let words = rest.trim_start_matches(is_blank);
    if run > LEVELS || words.is_empty() || words.starts_with(BREAKS) {
        return false;
    }
    let parted = words.len() < rest.len();
    if ends_with_new_line(before) {
        parted || run > 1 && words.starts_with(|c: char| !c.is_ascii())
    } else {
        parted && run > 1 && before.ends_with(|c: char| c == ' ' || !c.is_ascii())
    }
}

/// What is bold at the beginning of a text, which `run` signs begin.
fn bold(text: &str, run: usize) -> Option<&str> {
    if !matches!(run, 2 | 3) {
        return None;
    }
    let inner = text.get(run..)?;
    let near = inner.as_bytes().get(..BOLD).unwrap_or(inner.as_bytes());
    let inner = inner.get(..memchr::memchr3(b'*', b'\n', b'\r', near)?)?;
    let closes = text.get(run + inner.len()..).is_some_and(|rest| rest.starts_with('*') && self::run(rest) == run);
    let set = !inner.is_empty() && !inner.starts_with(is_blank) && !inner.ends_with(is_blank);
    (closes && set).then_some(inner)
}

/// The length of the marker that a text begins with, if it is no bare number.
fn marker_len(text: &str) -> Option<usize> {
    let all = readings(text);
    let marker = all.iter().find(|reading| {
        reading.delim != Delim::None || !matches!(reading.kind, Kind::Dun | Kind::Formal | Kind::Dot | Kind::Decimal1)
    });
    marker.map(|reading| usize::from(reading.len))
}

/// Whether one begins it, or a sign and a marker: `★1、`.
fn begins_marker(text: &str) -> bool {
    marker_len(gap::without_sign(text)).is_some()
}

/// Whether a text ends with a marker, or looks so: with a numeral and a delimiter.
fn ends_with_marker(before: &str) -> bool {
    let mut last = before.trim_end_matches(is_blank).chars().rev();
    let delimiter = last.next().is_some_and(|c| matches!(c, '.' | '．' | '、' | ')' | '）'));
    delimiter && last.next().is_some_and(|c| c.is_ascii_digit() || is_numeral_char(c) || c == '\\')
}

/// Whether a text ends with the first number of a line.
fn ends_with_first_number(before: &str) -> bool {
    let line = before.trim_end_matches(|c: char| c.is_ascii_digit());
    (1..=DIGITS).contains(&(before.len() - line.len())) && ends_with_new_line(line)
}

/// Whether a line is nothing but a rule between parts.
fn is_rule(line: &str) -> bool {
    let signs = line.trim_matches(|c| is_blank(c) || BREAKS.contains(&c));
    let sign = signs.bytes().next().filter(|sign| matches!(sign, b'-' | b'*'));
    signs.len() >= RULE && sign.is_some_and(|sign| signs.bytes().all(|c| c == sign || matches!(c, b' ' | b'\t')))
}

/// The signs of one line, which begins at `start`.
fn line(line: &str, start: usize, edits: &mut Vec<Edit>) {
    let mut blank = |at: usize, len: usize, with: char| edits.push(Edit { at: start + at, len, with });
    if is_rule(line) {
        line.match_indices(['-', '*']).for_each(|(at, _)| blank(at, 1, ' '));
        return;
    }
    let begins = begin(line, &mut blank);
    // Behind the signs that close what is bold.
    let mut closed = 0;
    let mut from = begins;
    while let Some(at) = next_sign(line, from) {
        let (before, behind) = line.split_at_checked(at).unwrap_or_default();
        let run = run(behind);
        from = at + run;
        match behind.as_bytes().first() {
            Some(b'#') if is_heading(before, behind, run) => blank(at, run, ' '),
            Some(b'*') if at >= closed => {
                let Some(inner) = bold(behind, run) else { continue };
                let shows = at == begins || begins_marker(inner) || ends_with_marker(before);
                let (with, end) = (if shows { ' ' } else { UNSEEN }, from + inner.len());
                blank(at, run, with);
                blank(end, run, with);
                closed = end + run;
            }
            // The first of several escapes the second.
            Some(b'\\') if behind.as_bytes().get(1).is_some_and(u8::is_ascii_punctuation) => {
                let number = behind.starts_with("\\.") && before.ends_with(|c: char| c.is_ascii_digit());
                let marker = number || behind.starts_with("\\(") || behind.starts_with("\\)");
                blank(at, 1, if marker { ' ' } else { UNSEEN });
                from = at + 2;
            }
            _ => {}
        }
    }
}

/// The signs that a line begins with. Returns where its words begin.
fn begin(line: &str, blank: &mut impl FnMut(usize, usize, char)) -> usize {
    let mut words = line.trim_start_matches(is_blank_or_quote);
    let at = |words: &str| line.len() - words.len();
    for (quote, _) in line.bytes().enumerate().take(at(words)).filter(|&(_, byte)| byte == b'>') {
        blank(quote, 1, ' ');
    }
    if words.starts_with('#') && is_heading("", words, run(words)) {
        let run = run(words);
        blank(at(words), run, ' ');
        words = words.get(run..).unwrap_or("").trim_start_matches(is_blank);
    }
    // The bullet of a marker; others stay, for they are all that shows the items.
    if let Some(item) = words.strip_prefix(['-', '*']).filter(|item| item.starts_with(is_blank)) {
        let item = item.trim_start_matches(is_blank);
        let inner = if item.starts_with("**") { bold(item, run(item)).unwrap_or("") } else { item };
        if begins_marker(inner) || escapes_number(item) {
            blank(at(words), 1, ' ');
            words = item;
        }
    }
    at(words)
}

/// Whether an item begins with a number whose delimiter is escaped: `1\.`.
fn escapes_number(item: &str) -> bool {
    let rest = item.trim_start_matches(|c: char| c.is_ascii_digit());
    rest.len() < item.len() && (rest.starts_with("\\.") || rest.starts_with("\\)"))
}

#[cfg(test)]
mod tests {
    use super::{MOST, shows_at_once, without};

    /// The text without signs, a dot for each blank that stands for one, `␡` for those unseen.
    fn shown(text: &str) -> String {
        let plain = without(text);
        assert_eq!(plain.len(), text.len());
        let mut shown = String::new();
        for ((at, c), was) in plain.char_indices().zip(text.chars()) {
            assert!(text.is_char_boundary(at));
            shown.push(match c {
                '\u{7F}' => '␡',
                ' ' | '\u{3000}' if was != c => '·',
                c => c,
            });
        }
        shown
    }

    #[test]
    fn signs_of_markdown_become_blanks() {
        for (text, plain) in [
            ("# 方案\n", "· 方案\n"),
            ("\u{feff}# 方案\n", "\u{feff}· 方案\n"),
            ("## **一、目标**\n", "·· ··一、目标··\n"),
            ("##一、目标\n##二、措施", "··一、目标\n··二、措施"),
            ("**（一）建库。**每月检查。\n", "··（一）建库。··每月检查。\n"),
            ("**第一条** 为加强**全面**管理。", "··第一条·· 为加强␡␡全面␡␡管理。"),
            ("# 甲\n\n- **一是**建库。\n- 二是修路。\n- 其他", "· 甲\n\n· ··一是··建库。\n· 二是修路。\n- 其他"),
            ("# 甲\n> 一、建库。\n>> **二、修路**", "· 甲\n· 一、建库。\n·· ··二、修路··"),
            ("1\\. 建库。\n2\\) 修路。\\(见附件\\)", "1·. 建库。\n2·) 修路。·(见附件·)"),
            ("# 甲\n1. **袋子**：一万条\n2. 桶", "· 甲\n1. ··袋子··：一万条\n2. 桶"),
            ("# 甲\n---\n***\n* * *\n乙\n - - -\n", "· 甲\n···\n···\n· · ·\n乙\n · · ·\n"),
            ("# 甲\n\\*\\*注\\*\\* A\\_b C:\\dir", "· 甲\n␡*␡*注␡*␡* A␡_b C:\\dir"),
            (
                "方案 ## 一、目标 1. **库**：一个。2\\. **路**：二条。 ## 二、措施",
                "方案 ·· 一、目标 1. ··库··：一个。2·. ··路··：二条。 ·· 二、措施",
            ),
            ("**★1、内存**不少于", "··★1、内存··不少于"),
            ("***一、目标***\r\n正文", "···一、目标···\r\n正文"),
            ("# 甲\n**目标**全面完成 ** 乙 ** 丙", "· 甲\n··目标··全面完成 ** 乙 ** 丙"),
            ("# 甲\n- 1\\. 建库\n见\\**乙**", "· 甲\n· 1·. 建库\n见␡**乙**"),
            // The sign that is escaped is the first of those that close.
            ("# 甲\n见***乙\\***丙**", "· 甲\n见␡␡␡乙␡␡␡␡丙**"),
            ("章程【第一章 总则】本会依据【第二条】", "章程·第一章 总则。本会依据【第二条】"),
            ("章程\n【第一章 总则】本会。【第二章】", "章程\n·第一章 总则。本会。·第二章。"),
        ] {
            assert_eq!(shown(text), plain, "{text}");
        }
    }

    #[test]
    fn every_short_text_of_signs_keeps_its_length_and_its_words() {
        const PIECES: [&str; 12] = ["*", "**", "#", " ", "\\", "甲", "一、", "\n", "-", ">", "【", "】"];
        const MOST: u32 = 5;
        let mut changed = 0;
        for number in 0..PIECES.len().pow(MOST) {
            let mut text = "# 甲\n".to_owned();
            let mut left = number;
            for _ in 0..MOST {
                text.push_str(PIECES[left % PIECES.len()]);
                left /= PIECES.len();
            }
            let plain = without(&text);
            assert_eq!(plain.len(), text.len(), "{text:?}");
            for ((at, c), (at_plain, plain)) in text.char_indices().zip(plain.char_indices()) {
                assert_eq!(at, at_plain, "{text:?}");
                assert!(c == plain || "*#\\->【】".contains(c), "{text:?}");
            }
            changed += usize::from(plain[6..] != text[6..]);
        }
        assert!(changed > 10_000, "{changed}");
    }

    #[test]
    fn escaped_numbers_alone_show_it_at_the_beginning() {
        let parsed = crate::parse("1\\. 建库。\n2\\. 修路。");
        let markers = parsed.document().sections.iter().map(|section| parsed.text_of(section.marker.span));
        assert!(markers.eq(["1\\.", "2\\."]));
    }

    #[test]
    fn signs_far_behind_the_beginning_are_seen() {
        for (before, behind) in [("## ", ""), ("**", "**"), ("【", "】")] {
            let preface = "现将有关情况说明如下。".repeat(50);
            let text = format!("{preface}\n{before}一、目标{behind}\n全部建成。\n{before}二、措施{behind}\n按月调度。");
            let parsed = crate::parse(&text);
            assert_eq!(parsed.text_of(parsed.document().preface), preface);
            assert_eq!(parsed.document().check(&text), Ok(()));
        }
    }

    #[test]
    fn other_texts_stay() {
        let long = "# 方案\n".repeat(MOST / 9 + 1);
        assert!(shows_at_once(&long[..MOST / 9 * 9]).0 && !shows_at_once(&long).0);
        assert_eq!(without(&long), long);
        for text in [
            "",
            "**县**镇**年工作总结\n一、目标",
            "**第三小学**工作计划",
            "#1机组检修\n#2机组",
            "1#楼、2# 楼 #",
            "C# 语言\nC## x",
            "*注：一、建库",
            "**一、目标\n正文",
            "** 一、目标 **",
            "2*3**4",
            "路径 C:\\1\\.x",
            "####### 七个",
            "#\n##\n",
            "##include <x>\n一号 # 二号",
            "【1】甲\n【二】乙\n【背景】丙\n依据【第三条】的规定",
            "【一、目标\n】",
            "【1. 建库 2. 修路】",
        ] {
            assert_eq!(without(text), text);
        }
    }
}

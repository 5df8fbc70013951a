//! Titles that other words of a page point to.
//!
//! ```text
//! 青河县人民政府令第5号⏎《绿地管理办法》已经…通过，现予公布。⏎绿地管理办法⏎第一章 …     what a decree makes known
//! 各镇人民政府：⏎《绿地管护方案》已经县政府同意，现印发给你们。⏎绿地管护方案⏎…           what a letter sends out
//! 文件名称 | 绿地管护方案 | ⏎索引号 | 001 |                             what a cell of a table names
//! 标题：关于认养绿地的通知 发文字号：…⏎关于认养⏎绿地的通知⏎各镇：…                   what a field names
//! 标准操作规程⏎题目：取样操作规程⏎编码：…      what the label of a title has behind it
//! 规章制度⏎青河书友会章程⏎第一章 …           the whole name below the column of a site, or right above the first marker
//! ```

use std::sync::LazyLock;

use super::again::{FRAME, MOST, common};
use super::opens::begins;
use super::{
    ISSUER, KINDS, WINDOW, closed, closer, ends_closed, field, head, is_longer, is_phrase, lines, parted, window,
};
use crate::gap::is_blank;
use crate::seek;

/// The words of [`KINDS`], cut apart once: to do so for each line took twelve times as long as to compare them.
static EACH_KIND: LazyLock<Vec<&str>> = LazyLock::new(|| KINDS.split('|').collect());

/// A place in a text, in bytes.
type Place = (usize, usize);

/// The shortest name of a document that comes again, in characters but one.
const SHORTEST_NAME: usize = 4;
/// How much stands before the name that a decree makes known, in characters.
const DECREE: usize = 60;
/// The same of the name that a letter sends out: whom it goes to may be many.
const LETTER: usize = 200;
/// How far above the first marker the name of a document may stand, in lines.
const MOST_ABOVE: usize = 4;
/// The longest name of a column of a site, in characters.
const LONGEST_COLUMN: usize = 8;

/// The document that a decree at `start` makes known, or a letter sends out: its name stands again by itself, before `first`.
/// `found`: what the head alone shows for the title.
pub(super) fn of_decree(text: &str, start: usize, first: usize, found: Option<Place>) -> Option<Place> {
    let head = window(text, start, FRAME.min(first.saturating_sub(start)));
    let (before, name) = head.split_at_checked(seek::word(head, "《")?)?;
    let (name, behind) = name.strip_prefix('《')?.split_once('》')?;
    let is_decree = || (before.contains('令') || before.contains("公告")) && before.contains('号');
    let letter = is_letter(text, before, behind, found);
    // A notice that announces a document has a title of its own.
    if before.contains("关于")
        || !letter && (!is_decree() || before.chars().filter(|&c| !is_blank(c)).nth(DECREE).is_some())
    {
        return None;
    }
    let key = beginning(name)?;
    let from = head.len() - behind.len();
    let mut places = memchr::memmem::find_iter(behind.as_bytes(), key.as_bytes()).take(MOST);
    places.find_map(|at| {
        let again = behind.get(at..)?;
        let (length, length_again) = common(name, again);
        let rest = again.get(length_again..)?;
        let quoted = behind.get(..at)?.ends_with(['《', '〈', '“']);
        let stands_alone = rest.trim_start_matches(is_blank).is_empty()
            || rest.trim_start_matches(is_blank).starts_with(['目', '（', '('])
            || letter && (rest.starts_with(['\n', '\r']) || begins(rest));
        (length == name.len() && !quoted && stands_alone)
            .then_some((start + from + at, start + from + at + length_again))
    })
}

/// Whether the words around the name of a document are a letter that sends it out and has no title of its own.
fn is_letter(text: &str, before: &str, behind: &str, found: Option<Place>) -> bool {
    !is_longer(before, LETTER)
        && behind.split(['。', '\n', '\r']).next().is_some_and(|sentence| sentence.contains("发给你们"))
        && !found.is_some_and(|(from, to)| text.get(from..to).is_some_and(ends_closed))
}

/// The title in the cell behind the one that says so, in the table that a page has above its text.
pub(super) fn of_cell(text: &str, start: usize, first: usize) -> Option<Place> {
    let head = window(text, start, WINDOW.min(first.saturating_sub(start)));
    let mut bars = memchr::memchr_iter(b'|', head.as_bytes());
    bars.find_map(|bar| {
        let (before, behind) = head.split_at_checked(bar)?;
        let name = before.rsplit(['|', '\n', '\r']).next()?.trim_matches(is_blank);
        let value = behind.strip_prefix('|')?;
        let (cell, _) = value.split_once('|').filter(|_| NAMES.contains(&name))?;
        let title = cell.trim_matches(is_blank);
        let from = start + head.len() - value.trim_start_matches(is_blank).len();
        (is_longer(title, super::SHORTEST_FULL) && ends_closed(title) && is_phrase(title))
            .then_some((from, from + title.len()))
    })
}

/// What the cell before a title says.
const NAMES: [&str; 4] = ["文件名称", "信息名称", "名称", "标题"];

/// The title that a field of a page names, where it stands again below the fields; from `start` on, before `first`.
pub(super) fn of_field(text: &str, start: usize, first: usize) -> Option<Place> {
    let head = window(text, start, FRAME.min(first.saturating_sub(start)));
    let (value, surely) = field::value_of_title(head)?;
    let end = value.find(['\n', '\r']).into_iter().chain(field::find(value)).min().unwrap_or(value.len());
    let (name, behind) = value.split_at_checked(end)?;
    let name = name.trim_end_matches(is_blank);
    if is_of_company(head) && is_longer(name, 2) && is_phrase(name) {
        let from = start + head.len() - value.len();
        return Some((from, from + name.len()));
    }
    if !is_longer(name, super::SHORTEST_FULL) || !surely && !ends_closed(name) {
        return None;
    }
    let key = beginning(name)?;
    let at = memchr::memmem::find(behind.as_bytes(), key.as_bytes())?;
    let (length, length_again) = common(name, behind.get(at..)?);
    let from = start + head.len() - behind.len() + at;
    (length == name.len()).then_some((from, from + length_again))
}

/// Whether the field that names the document stands right below the name of the company whose paper it is.
fn is_of_company(head: &str) -> bool {
    let below = head.split_once(['\n', '\r']);
    below.is_some_and(|(company, below)| {
        below.trim_start_matches(is_blank).starts_with("文件名称")
            && ISSUER.is_match(company.trim_end_matches(is_blank))
    })
}

/// The title behind the label of one, which papers for study and work have below their kind: 标准操作规程⏎题目：纯化水取样操作规程⏎编码：….
pub(super) fn of_label(text: &str, start: usize, first: usize) -> Option<Place> {
    let head = window(text, start, WINDOW.min(first.saturating_sub(start)));
    let mut places = seek::words(head, "目").take(MOST);
    let value = places.find_map(|at| {
        let (before, behind) = head.split_at_checked(at)?;
        let before = before.trim_end_matches(is_blank).strip_suffix('题')?;
        // 练习题目：… is no title.
        let begins =
            before.is_empty() || before.ends_with(is_blank) || ends_closed(before) || before.ends_with(['）', '页']);
        let behind = behind.strip_prefix('目')?.trim_start_matches(is_blank).strip_prefix([':', '：'])?;
        (begins && !before.contains('。')).then_some(behind.trim_start_matches(is_blank))
    })?;
    let line = value.find(['\n', '\r']);
    let field = || field::find(value);
    let end = line.or_else(|| closed(value, true).into_iter().chain(field()).min())?;
    let title = value.get(..end)?.trim_end_matches(is_blank);
    let from = start + head.len() - value.len();
    (is_longer(title, SHORTEST_NAME) && is_phrase(title)).then_some((from, from + title.len()))
}

/// The whole name of a document, where the title that was `found` is nothing but the name of a column, or debris: the
/// line below it, or the line above the marker at `first`.
pub(super) fn below(text: &str, start: usize, first: usize, found: Option<Place>) -> Option<Place> {
    let (from, to) = found.unwrap_or((start, start));
    let title = text.get(from..to)?;
    if is_longer(title, LONGEST_COLUMN) || title.contains(['\n', '\r']) {
        return None;
    }
    let is_closed = ends_closed(title);
    let head = window(text, to, FRAME.min(first.saturating_sub(to)));
    let below = second_line(head).filter(|_| is_closed);
    // Above the marker, which begins its line.
    let marked = first < text.len() && to + head.len() == first && !(is_closed && head.contains('。'));
    let (name, end) = below.or_else(|| above(head).filter(|_| marked))?;
    let note = lines::behind(head, end).filter(|(line, _)| closer::note(line) == Some(line.len()));
    Some((to + name, to + note.map_or(end, |(_, end)| end)))
}

/// The whole name of a document that stands below the end of the line `head` begins with; its number and who gave it out
/// may stand between.
fn second_line(head: &str) -> Option<Place> {
    let mut end = 0;
    for _ in 0..MOST_ABOVE {
        let (line, line_end) = lines::behind(head, end)?;
        let from = line_end - line.len();
        if !head.get(end..from)?.contains(['\n', '\r']) {
            return None;
        }
        if is_name(line) || line.ends_with("的会议纪要") && is_phrase(line) {
            // One of several names is the entry of a list.
            let next = lines::behind(head, line_end).map_or("", |(line, _)| line);
            return kind_of(next).is_none().then_some((from, line_end));
        }
        let given_out = line.ends_with('日') && line.contains('年') && line.contains(is_blank) && is_phrase(line);
        let numbered = line.starts_with(['〔', '［', '[']) && line.ends_with('号');
        if !head::is_line(line) && !given_out && !numbered {
            return None;
        }
        end = line_end;
    }
    None
}

/// The name of a document on the last lines of `head`, which no sentence is.
fn above(head: &str) -> Option<Place> {
    let mut rest = head.trim_end_matches(is_blank);
    if !head.get(rest.len()..)?.contains(['\n', '\r']) {
        return None;
    }
    for _ in 0..MOST_ABOVE {
        let begin = rest.rfind(['\n', '\r'])? + 1;
        let line = rest.get(begin..)?;
        let end = rest.len();
        let from = end - line.trim_start_matches(is_blank).len();
        let name = line.trim_matches(is_blank);
        let before = rest.get(..begin)?.trim_end_matches(is_blank);
        if is_name(name) {
            // One of several names is the entry of a list.
            return kind_of(before).is_none().then_some((from, end));
        }
        if kind_of(name).is_some() && is_phrase(name) && !is_longer(name, LONGEST_COLUMN) {
            // 青河县绿地管护项目⏎施工招标公告
            let whose = before.rsplit(['\n', '\r']).next()?;
            let first = whose.trim_matches(is_blank);
            let joins = is_longer(first, LONGEST_COLUMN - 1) && is_phrase(first) && !ends_closed(first);
            let from = before.len() - whose.trim_start_matches(is_blank).len();
            return (joins && !says_when(first) && field::find(first).is_none() && !first.contains(['：', ':']))
                .then_some((from, end));
        }
        if !head::is_line(name) {
            return None;
        }
        rest = before;
    }
    None
}

/// Whether a line says when a document was made or changed: 2008年10月修訂.
fn says_when(line: &str) -> bool {
    const DONE: [char; 9] = ['日', '月', '订', '訂', '正', '过', '過', '定', '版'];
    line.starts_with(|c: char| c.is_ascii_digit()) && line.ends_with(DONE)
}

/// Whether a line is the whole name of a document.
fn is_name(line: &str) -> bool {
    let line = parted::joined(line);
    is_longer(&line, super::SHORTEST_FULL - 1)
        && kind_of(&line).is_some()
        && is_phrase(&line)
        && lines::names_document(&line)
        && !line.contains(['：', ':', '、'])
        && !super::is_sentence(&line)
}

/// The kind of a document that a line ends with.
pub(super) fn kind_of(line: &str) -> Option<&'static str> {
    EACH_KIND.iter().copied().find(|kind| line.ends_with(kind))
}

/// The first characters of a name, by which it is looked for.
fn beginning(name: &str) -> Option<&str> {
    name.char_indices().nth(SHORTEST_NAME).and_then(|(at, _)| name.get(..at))
}

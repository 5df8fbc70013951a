//! A title that comes again: the headline of a page, then the frame of the page, then the document with its own title.
//!
//! ```text
//! 绿地认养办法⏎时间：2021-03-04 来源：本站⏎绿地认养办法⏎为了管好绿地，…
//! [headline  ][frame                     ][title      ][text
//! 绿地认养办法绿地认养办法为了管好绿地，…                          the frame may be nothing
//! 最新绿地方案范文汇编六篇以下是小编整理的…。绿地方案 第1篇为了…         a collection of samples: the name of the first
//! ```
//!
//! The document begins at the last of them, so what stands before is no preface of it. A text also names itself in its
//! own sentences; that is why something must show the frame: nothing between the two, or a word of such frames.

use std::sync::LazyLock;

use regex::Regex;

use super::opens::begins;
use super::{ISSUER, LONGEST, closer, ends_closed, field, goes_on, is_longer, is_phrase, lines, window};
use crate::gap::is_blank;
use crate::pattern::pattern;
use crate::scan::ideograph::is_ideograph;
use crate::seek;

/// How far behind the headline the title may stand, in bytes.
pub(super) const FRAME: usize = 2_400;
/// How many places are compared at most: a text may be nothing but the same word.
pub(super) const MOST: usize = 16;
/// The longest name of a sample, in characters.
const LONGEST_NAME: usize = 30;
/// The longest name of an author, in characters.
const LONGEST_AUTHOR: usize = 6;
/// The first number.
const ONE: [char; 3] = ['1', '１', '一'];
/// What ends a sentence, a clause or a line.
const ENDS: [char; 10] = ['。', '！', '？', '!', '?', '，', ',', '；', '\n', '\r'];
/// The shortest title that is looked for again, in characters but one.
const SHORTEST: usize = 4;

/// Words of the frames of pages, beside the names of fields, which texts of plans and rules do not have.
static OF_FRAME: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        "(?:时间|時間|日期|來源|概述|导语|導語)\\s*[:：]|下载|下載|本站|小编|小編|上传|上傳|字体|打印|收藏|分享|文档介绍|文档简介|未读|投稿",
    )
});

/// Where the document begins whose headline begins `start`: the title that comes again before `first`, or none.
/// `found`: what the head alone shows for the title.
pub(super) fn find(text: &str, start: usize, first: usize, found: Option<(usize, usize)>) -> Option<(usize, usize)> {
    let head = window(text, start, FRAME.min(first.saturating_sub(start)));
    let known = found.map_or(0, |(_, end)| end.saturating_sub(start));
    let (from, to) = last_of(head, known).max(first_sample(head))?;
    Some((start + from, start + to))
}

/// The title that comes again, behind the frame of a page that the title `found` is, or begins with: 返回列表⏎下载客户端⏎绿地管护方案⏎浏览:
/// 8次⏎绿地管护方案⏎…, 返回列表关于认养绿地的通知浏览:8次关于认养绿地的通知.
pub(super) fn behind_frame(
    text: &str,
    start: usize,
    first: usize,
    found: Option<(usize, usize)>,
) -> Option<(usize, usize)> {
    let title = found.and_then(|(from, to)| text.get(from..to)).unwrap_or("");
    let about = seek::word(title, "关于").filter(|&at| at > 0);
    let head = window(text, start, FRAME.min(first.saturating_sub(start)));
    // Most titles without line breaks end here.
    if about.is_none() && memchr::memchr2(b'\n', b'\r', head.as_bytes()).is_none() {
        return None;
    }
    // 发言稿⏎春耕会上的讲话⏎发布时间：…⏎春耕会上的讲话同志们：
    if !ends_closed(title) || !is_longer(title, SHORTEST) {
        return line_again(head).map(|(from, to)| (start + from, start + to));
    }
    let about = about?;
    let (frame, name) = title.split_at_checked(about)?;
    let (_, end) = found.filter(|_| !ISSUER.is_match(frame))?;
    let head = window(text, end, FRAME.min(first.saturating_sub(end)));
    let at = seek::word(head, name)?;
    let before = head.get(..at)?;
    (!before.ends_with('《') && !frame.ends_with(before.chars().next_back()?))
        .then_some((end + at, end + at + name.len()))
}

/// The last line of `head` that is the whole name of a document and stands there twice; behind the second the text may begin.
fn line_again(head: &str) -> Option<(usize, usize)> {
    let mut names: Vec<&str> = Vec::new();
    let mut end = 0;
    let mut last = None;
    while let Some((line, line_end)) = lines::behind(head, end).filter(|_| names.len() < MOST) {
        let again = |name: &&&str| line.strip_prefix(**name).is_some_and(|text| text.is_empty() || begins(text));
        if let Some(name) = names.iter().find(again) {
            let start = line_end - line.len();
            last = Some((start, start + name.len()));
        }
        if lines::names_document(line) && ends_closed(line) && is_phrase(line) {
            names.push(line);
        }
        end = line_end;
    }
    last
}

/// The last place in `head` where its beginning stands again as a title; `known`: how long the title is that was found
/// there, in bytes, or 0.
fn last_of(head: &str, known: usize) -> Option<(usize, usize)> {
    let key = head.char_indices().nth(SHORTEST).and_then(|(at, _)| head.get(..at))?;
    let mut last = None;
    let mut behind = 0;
    // A searcher of its own would cost more to make than to look through so short a text.
    for at in seek::words(head, key).skip(1).take(MOST) {
        let (before, again) = head.split_at_checked(at)?;
        let (length, length_again) = common(head, again);
        let title = head.get(..length)?;
        let rest = again.get(length_again..)?;
        // The headline itself is the longest possible title: it ends where the next one begins.
        let is_again = length <= at && is_title(title, known) && !is_named_in(before, rest);
        if is_again && before.get(behind.max(length)..).is_some_and(is_frame) {
            behind = at + length_again + first_of(rest);
            last = Some((at, behind));
        }
    }
    last
}

/// How many bytes of the two are the same, blanks left out: the two may be broken into other lines.
pub(super) fn common(one: &str, other: &str) -> (usize, usize) {
    let mut ends = (0, 0);
    for ((at, character), (at_other, same)) in solid(one).zip(solid(other)).take(LONGEST + 1) {
        if character != same {
            break;
        }
        ends = (at + character.len_utf8(), at_other + same.len_utf8());
    }
    ends
}

fn solid(text: &str) -> impl Iterator<Item = (usize, char)> + '_ {
    text.char_indices().filter(|&(_, character)| !is_blank(character))
}

/// Whether the beginning that comes again is a title: it is the one that was found, or a word that closes titles ends it.
fn is_title(piece: &str, known: usize) -> bool {
    !piece.contains(['。', '，', '；']) && !is_longer(piece, LONGEST) && (piece.len() == known || ends_closed(piece))
}

/// What stands behind a document's name in its own first sentence: `本协议（以下简称“协议”）是…`.
const BRIEFLY: [&str; 4] = ["（以下", "(以下", "（下称", "(下称"];

/// Whether a sentence names the document: `现将《…》印发`, `…是本局的制度`.
fn is_named_in(before: &str, rest: &str) -> bool {
    // The column that a title stands in: 认养方案 我要投稿.
    let column = rest.trim_start_matches(is_blank).starts_with("我要投稿");
    before.ends_with(['《', '“', '「', '『', '"', '‘'])
        || rest.starts_with('是')
        || column
        || BRIEFLY.iter().any(|word| rest.trim_start_matches(['》', ' ']).starts_with(word))
        || goes_on(rest)
}

/// Whether nothing stands between two titles, or the frame of a page that ends with a sentence, a line or a field.
fn is_frame(between: &str) -> bool {
    let blank = |piece: &str| piece.chars().all(is_blank);
    let framed = |piece: &str| OF_FRAME.is_match(piece) || field::find(piece).is_some();
    let last = between.rsplit(ENDS).next().unwrap_or("");
    let ends = || blank(last) || framed(last) && !last.ends_with(['的', '为', '>', '＞']);
    blank(between) || framed(between) && ends() || names_site(between) || names_author(between)
}

/// Whether the name of a site stands between: 绿地认养办法_青河县政府网⏎绿地认养办法.
fn names_site(between: &str) -> bool {
    let name = between.trim_matches(is_blank);
    let behind = name.trim_start_matches(['_', '|', '｜', '-', '–', '—', ' ']);
    behind.len() < name.len() && !is_longer(behind, LONGEST_NAME) && !behind.contains(ENDS)
}

/// Whether the name of somebody stands between: 年终总结 张某老师 年终总结.
fn names_author(between: &str) -> bool {
    const ADDRESSED: [&str; 5] = ["老师", "老師", "同志", "同学", "同學"];
    let name = between.trim_matches(is_blank);
    ADDRESSED.iter().any(|word| name.ends_with(word))
        && !is_longer(name, LONGEST_AUTHOR)
        && name.chars().all(is_ideograph)
}

/// The length of what says that a text is the first of a collection, behind its title: `认养合同1⏎`, `认养合同(篇1)`.
fn first_of(rest: &str) -> usize {
    let number = rest.strip_prefix(ONE).filter(|rest| rest.starts_with(['\n', '\r']));
    let note = || {
        closer::note(rest).filter(|&length| {
            let inner = rest.get(..length).unwrap_or("").trim_matches(['（', '）', '(', ')']);
            inner.strip_prefix('篇').is_some_and(|number| number.starts_with(ONE) && !is_longer(number, 1))
        })
    };
    number.map(|behind| rest.len() - behind.len()).or_else(note).unwrap_or(0)
}

/// The name of the first text of a collection of samples: `绿地方案 篇1`, `绿地制度范文第一篇`.
fn first_sample(head: &str) -> Option<(usize, usize)> {
    seek::words(head, "篇").take(MOST).find_map(|at| {
        let (before, rest) = head.split_at_checked(at)?;
        let behind = rest.strip_prefix('篇')?;
        let behind = behind.strip_prefix('】').filter(|_| before.contains("【第")).unwrap_or(behind);
        let counted = before.trim_end_matches(is_blank).strip_suffix(ONE).is_some_and(|name| name.ends_with('第'));
        let end = if counted {
            head.len() - behind.len()
        } else {
            head.len() - behind.trim_start_matches(is_blank).strip_prefix(ONE)?.len()
        };
        let name = before.rsplit(ENDS).next()?;
        let name = head.get(at - name.len()..end)?.trim_start_matches(is_blank);
        let solid = |c: char| {
            is_ideograph(c) || c.is_ascii_digit() || is_blank(c) || c == '１' || counted && matches!(c, '【' | '】')
        };
        // 不能千篇一律
        let named = !before.ends_with('千')
            && name.chars().all(solid)
            && is_longer(name, SHORTEST)
            && !is_longer(name, LONGEST_NAME);
        let goes_on = head.get(end..)?.starts_with(['至', '到', '、', '，', ',', '篇', '和']);
        (named && !goes_on).then_some((end - name.len(), end))
    })
}

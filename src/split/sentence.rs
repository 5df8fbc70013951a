//! The first sentence of a piece: where it ends, and what it looks like.

use super::labels::{is_label, is_long_label, is_name};
use super::phrases;
use super::width::Width;
use super::{
    ARTICLE, Facts, LONGEST, Line, Piece, SIMPLE, Shape, ends_with_stop, has_unit, heads_parts, numbers_articles, trim,
};
use crate::gap::{BULLETS, is_blank};
use crate::scan::bytes::{four, of, three};
use crate::{Span, seek};

/// What most sentences end with, and what parts the clauses of an article.
const FULL_STOP: u32 = of("。");
pub(super) const SEMICOLON: u32 = of("；");

/// Where a piece ends, without the bullet of the next item. A piece ends with no blank.
#[inline(always)]
pub(super) fn content_end(text: &str, whole: Span) -> u32 {
    // All bullets are in this block.
    if whole.end.checked_sub(3).and_then(|at| text.as_bytes().get(at as usize)) == Some(&0xE2) {
        without_bullet(text, whole)
    } else {
        whole.end
    }
}

#[cold]
fn without_bullet(text: &str, whole: Span) -> u32 {
    let piece = whole.of(text).unwrap_or("");
    let content = piece.strip_suffix(BULLETS).map_or(piece, |content| content.trim_end_matches(is_blank));
    whole.start + content.len() as u32
}

/// Where the first sentence of an article ends, if it begins as nearly all do that have no heading: with a sentence, in which
/// none but ； stands that is not at the end of a line.
#[inline]
pub(crate) fn end_of_article(text: &str, stops: &[u32], whole: Span) -> Option<u32> {
    let bytes = text.as_bytes();
    if may_be_bracket(bytes.get(whole.start as usize)) {
        return None;
    }
    for &stop in stops {
        // Before the end of the piece, and behind its beginning.
        if stop <= whole.start || stop >= whole.end {
            return None;
        }
        let sign = four(bytes, stop as usize);
        match three(sign) {
            FULL_STOP => return (parted(text, whole) == 0).then_some(stop + 3),
            SEMICOLON if !matches!((sign >> 24) as u8, b'\n' | b'\r') && stop + 3 < whole.end => {}
            _ => return None,
        }
    }
    None
}

/// Finds the end of the first sentence and what it looks like.
#[inline(always)]
pub(super) fn first_sentence(text: &str, stops: &[u32], piece: &Piece, width: &Width<'_>, facts: &mut Facts) {
    let whole = facts.whole;
    if facts.is_article()
        && may_be_bracket(text.as_bytes().get(whole.start as usize))
        && let Some(length) = bracket(whole.of(text).unwrap_or(""))
    {
        // 第五条（会员资格）…: as a line of its own.
        facts.shape = Shape::Line;
        facts.unstopped = true;
        facts.heading = Span::new(whole.start, whole.start + length);
        facts.behind = facts.heading.end;
        return;
    }
    let end = content_end(text, whole);
    // Whether the sentence goes on behind ；, or behind a colon: then it says what a heading only names.
    let (mut listed, mut colon) = (false, false);
    // Whether a label stands in front of a line that may be a heading as a whole.
    let mut label = false;
    let mut stops = stops;
    while let [stop, later @ ..] = stops
        && *stop < whole.end
    {
        let stop = *stop;
        stops = later;
        if stop < whole.start {
            continue;
        }
        let Some(sign) = sign_at(text, stop) else { return };
        let before = || trim(text, Span::new(whole.start, stop));
        let behind = stop + sign.len_utf8() as u32;
        let follows = behind < end;
        let next = || text.get(behind as usize..).unwrap_or("");
        let at_end = !follows || ends_line(text, behind);
        let later = || later.first().copied().filter(|&later| later < whole.end);
        let mut found = |shape, heading| {
            facts.shape = if listed { Shape::Listed } else { shape };
            facts.heading = heading;
            facts.behind = behind;
            facts.ends_line = follows && at_end;
        };
        match sign {
            '：' | ':' if is_time(text, stop, behind) || next().starts_with("//") || next().starts_with('\\') => {}
            '：' | ':' if at_end || is_bullet(next()) => {
                found(Shape::Line, before());
                facts.named |= facts.is_article() && is_name(facts.heading.of(text).unwrap_or(""));
                return;
            }
            // A line of a few words that no stop ends is a heading as a whole: 人生价值：三个统一⏎
            '：' | ':'
                if later().is_some_and(|later| {
                    is_short_line(text, whole.start, later)
                        && !is_value(text, behind, later, whole.end)
                        && !width.is_full(later)
                }) && !before().of(text).is_some_and(ends_with_field) =>
            {
                label |= !facts.is_article() && !piece.kind.is_decimal() && is_label(before().of(text).unwrap_or(""));
            }
            // … also where the break behind it was lost, and its first part follows: 一、服务：便民利民（一）…
            '：' | ':'
                if piece.has_children && !colon && heads_parts(piece.kind) && is_one_line(text, whole, later()) => {}
            '：' | ':' if is_label(before().of(text).unwrap_or("")) => {
                found(Shape::Label, before());
                facts.named |= facts.is_article() && is_name(facts.heading.of(text).unwrap_or(""));
                return;
            }
            // A longer sentence goes on behind the colon, if it names nothing. Chapters of standards and of papers of software
            // may have a colon in their heading.
            '：' | ':' => {
                if !colon
                    && !listed
                    && !facts.is_article()
                    && !piece.kind.is_decimal()
                    && is_long_label(before().of(text).unwrap_or(""))
                {
                    facts.named = true;
                }
                colon = true;
            }
            '；' | ';' if at_end => {
                let shape = match () {
                    () if piece.has_children => Shape::Line,
                    // 1.研究意义；⏎近年来…。 names what its paragraphs say.
                    () if follows && is_paragraph(text, before(), Span::new(behind, end)) => Shape::Sentence,
                    () => Shape::Listed,
                };
                return found(shape, before());
            }
            '；' | ';' => listed = true,
            _ if stop == whole.start => {}
            // The line was broken in the middle of a sentence.
            '\n' | '\r'
                if !heads_parts(piece.kind)
                    && before().of(text).is_some_and(|line| line.ends_with(['，', '、', ','])) => {}
            '\n' if follows && width.is_full(stop) => {}
            // The name of a chapter may take two lines.
            '\n' | '\r'
                if (numbers_articles(piece.kind) || !has_unit(piece.kind))
                    && (before().of(text).is_some_and(breaks_sentence)
                        || follows
                            && (goes_on(next()) || before().of(text).is_some_and(|line| refers(line, next())))) =>
            {
                (facts.shape, facts.behind) = (Shape::Never, behind);
                return;
            }
            '\n' | '\r' | '\u{2028}' | '\u{2029}' => {
                found(Shape::Line, before());
                (facts.unstopped, facts.line) = (true, if label { Line::Labelled } else { Line::Plain });
                return;
            }
            '？' | '?' | '！' | '!' => {
                // Two questions in one: 资格分是什么？排名分是什么？
                let mut behind = behind;
                while let [next, later @ ..] = stops
                    && *next < whole.end
                    && is_question(text, behind, *next)
                {
                    behind = next + '？'.len_utf8() as u32;
                    stops = later;
                }
                found(Shape::Line, Span::new(whole.start, behind));
                facts.behind = behind;
                return;
            }
            _ if colon => return found(Shape::Listed, before()),
            // 四、委託書。（起造人二人以上時檢附）: an entry and what is noted of it.
            _ if follows
                && !piece.has_children
                && opens_bracket(text, behind)
                && is_notes(text.get(behind as usize..end as usize).unwrap_or("")) =>
            {
                return found(Shape::Whole, before());
            }
            _ if follows && piece.last && is_heading_of_next(text, before(), Span::new(behind, end), later()) => {
                return found(Shape::Whole, before());
            }
            // 1.解除合同；2.退还定金；3.清理现场。｜被告辩称：1.…: the last of its list, and what comes before the next.
            _ if follows && piece.last && !piece.has_children && is_behind(text, piece.start, &['；', ';']) => {
                return found(Shape::Whole, before());
            }
            _ if follows || piece.has_children => return found(Shape::Sentence, before()),
            _ => return found(Shape::Whole, before()),
        }
    }
    if listed || facts.has_long_label() {
        facts.shape = Shape::Listed;
    }
}

/// Whether nothing but blanks stands behind a place on its line.
fn ends_line(text: &str, at: u32) -> bool {
    match text.as_bytes().get(at as usize) {
        Some(b'\n' | b'\r') => true,
        Some(b' ' | b'\t' | 0xC2 | 0xE3) => {
            let blanks = text.get(at as usize..).unwrap_or("");
            // No more are looked over, for this is asked at each stop.
            blanks.chars().take(TRAILING).find(|&c| matches!(c, '\n' | '\r') || !is_blank(c)).is_some_and(is_blank)
        }
        _ => false,
    }
}

/// The most blanks at the end of a line.
const TRAILING: usize = 64;

/// Takes the first cell of a row for a heading: 项目概况 | 采购方式 | 询价 |.
#[cold]
pub(super) fn end_at_cell(text: &str, facts: &mut Facts) {
    let row = facts.heading;
    let Some(bar) = row.of(text).and_then(|row| row.find('|')).filter(|&bar| bar > 0) else { return };
    let bar = row.start + bar as u32;
    facts.heading = trim(text, Span::new(row.start, bar));
    facts.behind = bar + 1;
    if facts.shape == Shape::Bare && facts.behind < row.end {
        (facts.shape, facts.unstopped) = (Shape::Line, true);
    }
}

/// Whether the line behind a break goes on with the sentence before: it begins with a word that joins.
fn goes_on(rest: &str) -> bool {
    let mut line = rest.trim_start_matches(|c| is_blank(c) || matches!(c, '\n' | '\r')).chars();
    match (line.next(), line.next().unwrap_or(' ')) {
        (Some('的'), next) => next != '确',
        (Some('和'), next) => !matches!(next, '谐' | '平' | '睦' | '解' | '美' | '田' | '县'),
        (Some('或'), next) => next != '许',
        _ => false,
    }
}

/// The longest number of an article, with what stands behind it, in characters.
const LONGEST_NUMBER: usize = 9;

/// Whether a line goes on with the article of the law that it ends with: 本辦法依學生法(以下簡稱本法)⏎第九條第二項規定訂定之.
/// Below a heading a paragraph begins so as well.
fn refers(line: &str, rest: &str) -> bool {
    let number = rest.strip_prefix('第').and_then(|rest| {
        let (at, article) = rest.char_indices().take(LONGEST_NUMBER).find(|(_, c)| matches!(c, '条' | '條'))?;
        rest.get(at + article.len_utf8()..)
    });
    number.is_some_and(|behind| ["第", "之", "规定", "規定"].iter().any(|word| behind.starts_with(word)))
        && ["依", "根据", "根據", "按照"].iter().any(|word| line.contains(word))
}

/// Whether a line ends where neither a heading nor a sentence does: behind a word that joins, or an opening mark.
fn breaks_sentence(line: &str) -> bool {
    let mut back = line.chars().rev();
    let (Some(last), before) = (back.next(), back.next().unwrap_or(' ')) else { return false };
    match last {
        '或' | '以' | '《' | '（' | '(' | '“' | '「' => true,
        // 目的, 合同标的, 公众参与, 普及 and 饱和 are words.
        '的' => !(before == '目' || matches!(before, '标' | '標') && is_subject_matter(line)),
        '与' => before != '参',
        // 行为 and 自由 are words.
        '为' => !matches!(before, '行' | '作' | '所' | '人' | '有' | '可' | '无'),
        '由' => !matches!(before, '自' | '理' | '事' | '案' | '缘' | '因'),
        '及' => !matches!(before, '普' | '涉' | '波' | '顾'),
        '和' => !matches!(before, '共' | '饱' | '总' | '缓' | '人' | '温' | '中' | '调' | '柔' | '谐'),
        _ => false,
    }
}

/// Whether a line ends with what is dealt with, 合同标的, and not with another word and 的: 实现目标的.
fn is_subject_matter(line: &str) -> bool {
    !line.chars().rev().nth(2).is_some_and(|before| "目指投中招坐座达商超对".contains(before))
}

/// The sign of a stop: of one byte or of three, as nearly all are.
pub(super) fn sign_at(text: &str, stop: u32) -> Option<char> {
    match *text.as_bytes().get(stop as usize..)? {
        [sign @ ..0x80, ..] => Some(sign.into()),
        [0xE3, 0x80, 0x82, ..] => Some('。'),
        _ => text.get(stop as usize..)?.chars().next(),
    }
}

/// Whether what stands behind a few words that ；ends is a paragraph, and no entry of a list.
fn is_paragraph(text: &str, words: Span, rest: Span) -> bool {
    let few = words.of(text).is_some_and(|words| words.chars().nth(SIMPLE).is_none() && !words.contains('，'));
    few && rest.of(text).is_some_and(|rest| rest.ends_with('。') && !rest.contains('；'))
}

/// The longest notes behind an entry, in bytes.
const NOTES: usize = 240;

fn opens_bracket(text: &str, at: u32) -> bool {
    matches!(text.as_bytes().get(at as usize..), Some([b'(', ..] | [0xEF, 0xBC, 0x88, ..]))
}

/// Whether a piece is nothing but notes in brackets.
#[cold]
fn is_notes(piece: &str) -> bool {
    let mut open = 0_u32;
    piece.len() <= NOTES
        && piece.chars().all(|c| {
            match c {
                '（' | '(' => open += 1,
                '）' | ')' if open > 0 => {
                    open -= 1;
                    return true;
                }
                // （牵头单位：县发展改革局） says who does what the sentence names.
                '：' | ':' => return false,
                _ => {}
            }
            open > 0 || is_blank(c)
        })
        && open == 0
}

/// The longest heading of a list, without a number, and the shortest sentence before it, in characters.
const NEXT: usize = 16;
const SAID: usize = 12;

/// Whether what stands behind the one sentence of a last item is the heading of the next list: 10.服从管理，爱护图书。借阅规则1.…
fn is_heading_of_next(text: &str, sentence: Span, rest: Span, later: Option<u32>) -> bool {
    let (sentence, rest) = (sentence.of(text).unwrap_or(""), rest.of(text).unwrap_or(""));
    let ends = |later: u32| {
        text.get(later as usize..)
            .is_some_and(|stop| matches!(stop.chars().nth(1), None | Some('1' | '一' | '（' | '(')))
    };
    rest.chars().nth(NEXT).is_none() && sentence.chars().nth(SAID).is_some() && later.is_none_or(ends)
}

/// Whether a list by bullets begins here, which began a line once.
fn is_bullet(text: &str) -> bool {
    let text = text.trim_start_matches(is_blank);
    text.starts_with(BULLETS) || text.starts_with("- ")
}

/// The longest heading that a blank parts from its text, in bytes, and the shortest text, in characters.
pub(super) const PARTED: usize = 14 * 3;
const SHORTEST_BODY: usize = 8;

/// How many bytes stand before a blank between ideographs that may part a short heading from a text, as where a line break
/// was lost: `通风除尘 作业时须保持通风…`; or before a label in brackets, `绪论【教学目标】…`; 0: none does. One member alone
/// says nothing, for blanks stand anywhere.
#[inline]
pub(super) fn parted(text: &str, whole: Span) -> u8 {
    if may_be_parted(text, whole) { parted_at(text, whole) } else { 0 }
}

/// Whether a blank, a wide one or 【 stands near the beginning of a piece: nearly all have none there, and to see that takes a
/// fifth of the instructions.
#[inline]
pub(super) fn may_be_parted(text: &str, whole: Span) -> bool {
    let near = text.as_bytes().get(whole.start as usize..).and_then(<[u8]>::first_chunk::<{ PARTED + 8 }>);
    near.is_none_or(|near| {
        // E3 80 80 and E3 80 90; three vectors of first bytes.
        let (first, third) = (near.iter(), near.iter().skip(2));
        first.zip(third).fold(false, |found, (&a, &c)| found | (a == b' ') | (a == 0xE3) & (c & 0xEF == 0x80))
    })
}

/// The same of a piece that may have one.
#[inline(never)]
pub(super) fn parted_at(text: &str, whole: Span) -> u8 {
    let piece = whole.of(text).unwrap_or("");
    let head = piece.as_bytes().get(..PARTED + 3).unwrap_or(piece.as_bytes());
    // The first byte of the wide blank begins other signs too: a heading with one is left to them.
    let Some(at) = memchr::memchr3(b' ', b'\n', 0xE3, head) else { return 0 };
    let Some((heading, rest)) = piece.split_at_checked(at) else { return 0 };
    let ideographs = |text: &str| text.chars().all(|c| matches!(c, '\u{4e00}'..='\u{9fff}'));
    let body = rest.trim_start_matches([' ', '\u{3000}']);
    let begins = body.starts_with(|c| matches!(c, '\u{4e00}'..='\u{9fff}'));
    let label = rest.starts_with('【');
    // 名 称：, 电　话：
    let in_label =
        body.char_indices().nth(1).is_some_and(|(at, _)| body.get(at..).is_some_and(|b| b.starts_with(['：', ':'])));
    let parts = (label || body.len() < rest.len() && begins && !in_label)
        && heading.chars().nth(1).is_some()
        && ideographs(heading)
        && body.chars().take(SHORTEST_BODY).filter(|&c| !is_blank(c) && c != '\n').count() == SHORTEST_BODY;
    // Fits: at most `PARTED` and the bytes of a blank.
    if parts { at as u8 } else { 0 }
}

/// Whether a colon stands between the figures of a time or a proportion: 8：30, but not 第2批：2013年12月.
pub(super) fn is_time(text: &str, start: u32, end: u32) -> bool {
    let digit = |at: u32| text.as_bytes().get(at as usize).is_some_and(u8::is_ascii_digit);
    let year = || {
        text.as_bytes().get(end as usize..).is_some_and(|rest| {
            matches!(rest, [b'1' | b'2', b'0'..=b'9', b'0'..=b'9', b'0'..=b'9', 0xE5, 0xB9, 0xB4, ..])
        })
    };
    start.checked_sub(1).is_some_and(digit) && digit(end) && !year()
}

/// How far behind a heading a quotation that opens in it may close, in characters.
const QUOTED: usize = 400;

/// Whether a quotation or the name of a document opens in a heading and closes behind it: …通报《春耕情况的报⏎告》.
pub(super) fn ends_in_quotation(text: &str, heading: Span) -> bool {
    // No ideograph has the first byte of these signs.
    let opens = |heading: &str| {
        memchr::memchr(0xE2, heading.as_bytes()).is_some()
            // “双减“ has its signs confused.
            && heading.matches('“').count() == heading.matches('”').count() + 1
    };
    let behind = || text.get(heading.end as usize..).unwrap_or("").chars().take(QUOTED);
    // A full stop behind the heading stands in no name.
    let names = |name: &str| {
        !ends_with_stop(text, heading)
            && name.rfind('《').is_some_and(|at| name.get(at..).is_some_and(|name| !name.contains('》')))
    };
    heading.of(text).is_some_and(|heading| {
        opens(heading)
            && (behind().find(|c| matches!(c, '“' | '”')) == Some('”')
                // Each paragraph of what is quoted opens anew.
                || heading.contains("：“") && behind().any(|c| c == '”'))
            || names(heading) && behind().find(|c| matches!(c, '《' | '》')) == Some('》')
    })
}

/// Whether a first sentence tells something, and is no heading: it has a figure behind a comma, three commas, or a word
/// that begins sentences behind other words: 村容大变样硬化巷道3公里，安装路灯85盏。
pub(super) fn tells(text: &str, heading: Span) -> bool {
    let heading = heading.of(text).unwrap_or("");
    let mut clauses = heading.split(['，', ',']).skip(1);
    let figure = |clause: &str| clause.contains(|c: char| c.is_ascii_digit());
    heading.matches('，').nth(2).is_some()
        || clauses.any(figure)
        || phrases::is_said_of_party(heading)
        || ["今年，", "近年来", "我们将"].iter().any(|word| heading.contains(word))
}

/// The longest second question, in bytes.
const QUESTION: u32 = 15 * 3;

/// Whether a short question ends with the stop at `stop`.
fn is_question(text: &str, start: u32, stop: u32) -> bool {
    start < stop && stop - start <= QUESTION && text.get(stop as usize..).is_some_and(|rest| rest.starts_with('？'))
}

/// Whether a number is the subject of what follows: `1是带头学习。`
pub(super) fn says_what_is(text: &str, whole: Span) -> bool {
    let piece = text.as_bytes().get(whole.range()).unwrap_or(&[]);
    piece.starts_with("是".as_bytes()) && !piece.starts_with("是否".as_bytes())
}

/// Whether the first byte of a piece may be that of a bracket: few other characters have it.
const fn may_be_bracket(first: Option<&u8>) -> bool {
    matches!(first, Some(b'(' | 0xE3 | 0xEF))
}

/// How many bytes a bracket has that begins a piece and holds a few words.
fn bracket(piece: &str) -> Option<u32> {
    let closing = match piece.chars().next()? {
        '（' | '(' => ['）', ')'],
        '【' => ['】', '】'],
        _ => return None,
    };
    let (at, sign) = piece.char_indices().take(ARTICLE).find(|(_, c)| closing.contains(c))?;
    u32::try_from(at + sign.len_utf8()).ok()
}

/// Whether a line break stands at `end`, and no more before it than a heading has.
fn is_short_line(text: &str, start: u32, end: u32) -> bool {
    let line = text.get(start as usize..end as usize).unwrap_or("");
    text.get(end as usize..).is_some_and(|rest| rest.starts_with(['\n', '\r'])) && line.chars().nth(LONGEST).is_none()
}

/// Whether what a line holds behind its colon is the value of a field: a figure stands in it, or the next line is a field too.
fn is_value(text: &str, from: u32, to: u32, end: u32) -> bool {
    let figure =
        || text.as_bytes().get(from as usize..to as usize).is_some_and(|value| value.iter().any(u8::is_ascii_digit));
    let next = text
        .get(to as usize..end as usize)
        .unwrap_or("")
        .trim_start_matches(|c| is_blank(c) || matches!(c, '\n' | '\r'));
    let colon = next.char_indices().take(FIELD).find(|&(_, c)| matches!(c, '：' | ':'));
    figure() || colon.is_some_and(|(at, _)| phrases::names_field(next.get(..at).unwrap_or("")))
}

/// Whether the last word of a label is a field, behind whose colon its value stands: 活动地点：植物园⏎.
fn ends_with_field(label: &str) -> bool {
    label.char_indices().nth_back(1).is_some_and(|(at, _)| label.get(at..).is_some_and(phrases::names_field))
}

/// The longest field, in characters, and its colon.
const FIELD: usize = 10;

/// Whether a piece is no more than a heading, with no stop behind its colon but a question mark at its end.
fn is_one_line(text: &str, whole: Span, later: Option<u32>) -> bool {
    let ends = |later: u32| text.get(later as usize..whole.end as usize).is_some_and(|rest| matches!(rest, "？" | "?"));
    later.is_none_or(ends) && whole.of(text).is_some_and(|piece| piece.chars().nth(LONGEST).is_none())
}

/// Where the bracket closes that the stop behind a heading stands in: 研究意义（已有做法。附参考文献）.
pub(super) fn bracket_end(text: &str, heading: Span) -> Option<u32> {
    let sentence = heading.of(text)?;
    let bracket = seek::words(sentence, "（").last()?;
    if sentence.get(bracket..)?.contains(['）', ')']) {
        return None;
    }
    let mut behind = text.get(heading.end as usize..)?.char_indices().take(LONGEST);
    let (at, sign) = behind.find(|&(_, c)| matches!(c, '）' | ')' | '（' | '(' | '\n'))?;
    matches!(sign, '）' | ')').then(|| heading.end + (at + sign.len_utf8()) as u32)
}

/// The longest marker, and the longest colon, in bytes.
const MARKER: usize = 24;
const COLON: usize = 3;

/// How many characters before a colon may say that something follows: 以下材料, 如下.
const LEAD: usize = 6;

/// Whether a colon stands before the marker that ends here. Behind 提交以下材料： readers do not agree what its lines are.
pub(super) fn is_announced(text: &str, behind: u32) -> bool {
    let Some((at, '：' | ':')) = sign_before(text, behind) else { return false };
    let lead = text.get(..at).unwrap_or("");
    let mut last = lead.chars().rev().take(LEAD);
    !last.any(|c| c == '下')
}

/// Whether one of these signs stands before the marker that ends at `behind`.
fn is_behind(text: &str, behind: u32, signs: &[char]) -> bool {
    sign_before(text, behind).is_some_and(|(_, sign)| signs.contains(&sign))
}

/// What stands before the marker that ends at `behind`, and where.
fn sign_before(text: &str, behind: u32) -> Option<(usize, char)> {
    let before = text.get(..behind as usize)?;
    let marker = |c: char| {
        is_blank(c) || matches!(c, '\n' | '\r' | '、' | '.' | '．' | ')' | '）' | '(' | '（') || c.is_numeric()
    };
    // No further back: a text may be nothing but markers.
    let mut back = before.char_indices().rev().take_while(|&(at, _)| before.len() - at <= MARKER + COLON);
    back.find(|&(_, c)| !marker(c))
}

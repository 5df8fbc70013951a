//! Titles that no line break ends.
//!
//! ```text
//! 清江市公园管理规定｜（2020年…通过）第一条…     before a note of adoption, 目录, a dash, or the first marker
//! 全市教育工作要点｜2020年是…，…            a word closes it ([`closed`](super::closed))
//! 奋力开创新局面｜各位代表：…                no such word: before what opens a text
//! 以劳模的力量带动青年志愿者｜青年志愿者活动开展以来，   … or before words that the text says again
//! 奋力开创新局面｜2024-01-02 来源：…         … or before a day and a field of the page
//! 反担保书　　｜某银行：　　本人愿意…          … or before an indent
//! ```

use super::closed::{closed, closed_before, echoes};
use super::opens::{begins, cuts, may_open, opens};
use super::{
    ISSUER, LONGEST_LABEL, LONGEST_OPEN, SHORTEST_OPEN, beside, ends_closed, field, is_longer, is_phrase, is_sentence,
    parted, site,
};
use crate::gap::{BULLETS, is_blank};
use crate::scan::ideograph::is_ideograph;
use crate::seek;

/// How many characters of its title a text says again where no word closes that.
const AGAIN: usize = 5;

/// Before these words a time belongs to the phrase, and so does whom they name.
const TAKES: [char; 12] = ['于', '在', '至', '到', '从', '自', '的', '、', '和', '及', '与', '对'];

/// Before 为 these make one verb with it: 作为, 成为, 转化为.
const MAKES: [char; 14] = ['作', '成', '化', '称', '认', '视', '变', '改', '列', '定', '分', '转', '因', '以'];

/// The title where no line break ends it; `marked`: a marker follows on `head`.
pub(super) fn run_in(head: &str, marked: bool) -> Option<usize> {
    if is_sentence(head) {
        return None;
    }
    let stop = first_stop(head);
    let is_name = |run: &str| ends_closed(run) && !run.ends_with(['法', '录', '錄']);
    if let Some((begin, end)) = parted::find(head.get(..stop)?, is_name) {
        // 张某盗窃案刑事判决书某县人民法院刑 事 判 决 书
        return closed(head.get(..begin)?, true).or(Some(end));
    }
    if let Some(end) = quoted(head) {
        return Some(end);
    }
    if let Some(end) = dated(head.get(..stop)?) {
        return Some(end);
    }
    // A colon in front of the first marker belongs to a text: `合同甲方：…`; but one in a number does not, ISO 27001:2013.
    let numbered =
        |(at, _)| head.get(at + 1..).is_some_and(|rest: &str| rest.starts_with(|c: char| c.is_ascii_digit()));
    let marked = || marked && seek::word(head, "：").is_none() && head.match_indices(':').all(numbered);
    // 广东省——文化工作取得新成效 is one title.
    let cut = cut(head).filter(|&at| at >= '一'.len_utf8() * SHORTEST_OPEN || head.get(..at).is_some_and(ends_closed));
    if let Some(end) = cut.and_then(|at| issue(head, at)) {
        return Some(end);
    }
    // A bracket in front of the first marker is its own: `规章制度【第一章`.
    let before = head.get(..cut.unwrap_or(head.len()))?.trim_end_matches(['【', '［', '[']);
    if (cut.is_some() || marked())
        && before.contains(is_ideograph)
        && is_phrase(before)
        && (ends_closed(before) || !is_longer(before, LONGEST_OPEN))
    {
        // A title that a word closes may have a line of its own behind it: `細則94年2月15日會議通過`.
        return closed(before, false).or_else(|| opened(before)).or(Some(before.len()));
    }
    closed_before(head, stop, true).or_else(|| opened(head)).or_else(|| said_again(head)).or_else(|| indented(head))
}

/// The end of a title in front of a day and a field of its page: `开创新局面｜2024-01-02 来源:`.
fn dated(head: &str) -> Option<usize> {
    memchr::memchr(b'-', head.as_bytes())?;
    let fields = head.get(..field::find_long(head)?)?;
    let title = site::before_day(fields).trim_end_matches(is_blank);
    (title.len() < fields.len() && is_longer(title, SHORTEST_OPEN) && is_phrase(title)).then_some(title.len())
}

/// Where [`CUT`](super::CUT) first matches before the first stop: behind that, what stands before is no title.
fn cut(head: &str) -> Option<usize> {
    let stop = head.get(slogan(head)..).and_then(|rest| seek::wide(rest, &['。', '；', '，']));
    let title = stop.and_then(|stop| head.get(..slogan(head) + stop)).unwrap_or(head);
    // Before a table of contents with tabs.
    let tab = memchr::memchr(b'\t', title.as_bytes()).is_some();
    let begins =
        |c: char| matches!(c, '目' | '摘' | '—' | '-' | '（' | '(' | 'A'..='Z') || tab && matches!(c, '1' | '第');
    let begins = |(at, c)| {
        let rest = || head.get(at..).unwrap_or("");
        begins(c) && cuts(rest()) && !is_span_of_years(head, at) || site::may_follow(c) && site::piece(rest()).is_some()
    };
    title.char_indices().find(|&place| begins(place)).map(|(at, _)| at)
}

/// Whether a dash stands between figures: 2018--2019学年, 2021——2025年.
fn is_span_of_years(head: &str, at: usize) -> bool {
    let digit = |c: char| c.is_ascii_digit();
    head.split_at_checked(at).is_some_and(|(before, dash)| {
        let behind = dash.trim_start_matches(['—', '-']);
        behind.len() < dash.len() && behind.starts_with(digit) && before.ends_with(digit)
    })
}

/// The end of the note that stands at `at` behind the name of a document and says nothing but which of its kind it is:
/// `关于抽检情况的通告（2024年第12号）`, `绿地管理办法（2024年修订）`.
fn issue(head: &str, at: usize) -> Option<usize> {
    let (title, note) = head.split_at_checked(at)?;
    let (inner, text) = note.strip_prefix(['（', '('])?.split_once(['）', ')'])?;
    let year = inner.strip_suffix("年修订").or_else(|| inner.strip_suffix("年修正"));
    let is_edition =
        is_issue(inner) || year.is_some_and(|year| year.len() == 4 && year.bytes().all(|b| b.is_ascii_digit()));
    (is_edition && is_phrase(title) && ends_closed(title)).then_some(head.len() - text.len())
}

/// The length of what `text` begins with that says which of its kind a document is, or 0.
pub(super) fn issue_length(text: &str) -> usize {
    let end = text.find(|c| !counts(c)).unwrap_or(text.len());
    text.get(..end).filter(|piece| is_issue(piece)).map_or(0, str::len)
}

/// What a piece is made of that says which of its kind a document is.
fn counts(c: char) -> bool {
    matches!(c, '年' | '第' | '总' | '号' | '期') || c.is_ascii_digit() || is_blank(c)
}

/// Whether a piece says nothing but which of its kind a document is: `2024年第3号`, `第8期`.
pub(super) fn is_issue(piece: &str) -> bool {
    let number = piece.trim_start_matches(['（', '(']).trim_end_matches(['）', ')']);
    number.contains('第') && number.ends_with(['号', '期']) && number.chars().all(counts)
}

/// Where the first clause of a text ends. Words in quotes at its beginning are one: `“爱护绿地，共建家园”倡议书`.
pub(super) fn first_stop(head: &str) -> usize {
    let from = slogan(head).max(labelled(head));
    let stop = head.get(from..).and_then(|rest| seek::sign(rest, &['。', '，', '；', '：', '！'], *b",;;"));
    stop.map_or(head.len(), |stop| from + stop)
}

/// The length of the label before 关于 that says who speaks, or 0: `工信部：关于防范风险的建议`.
fn labelled(head: &str) -> usize {
    let label = head.char_indices().take(LONGEST_LABEL + 1).find(|&(_, c)| c == '：');
    let behind = label.map(|(at, _)| at + '：'.len_utf8());
    behind.filter(|&at| head.get(at..).is_some_and(|rest| rest.starts_with("关于"))).unwrap_or(0)
}

/// The length of the words in quotes that a title begins with, or 0.
pub(super) fn slogan(title: &str) -> usize {
    let inner = title.strip_prefix('“').and_then(|inner| inner.split_once('”'));
    let (said, behind) = inner.unwrap_or_default();
    if said.is_empty() || is_longer(said, LONGEST_OPEN) { 0 } else { title.len() - behind.len() }
}

/// The end of a title that stands in marks of a book and that a text follows: `《绿地认养公约》为了管好绿地，`.
fn quoted(head: &str) -> Option<usize> {
    let (title, text) = head.strip_prefix("解读").unwrap_or(head).strip_prefix('《')?.split_once('》')?;
    let behind = text.trim_start_matches(is_blank);
    let begins =
        behind.is_empty() || behind.starts_with(['《', '近']) || begins(behind) && !behind.starts_with(['（', '(']);
    (begins && ends_closed(title) && is_phrase(title)).then_some(head.len() - text.len())
}

/// The end of a title that no word closes and whose words the text behind it begins with: `以劳模的力量带动青年志愿者｜青年志愿者
/// 活动开展以来，`.
fn said_again(head: &str) -> Option<usize> {
    let stop = seek::sign(head, &['。', '，', '；', '：', '！'], *b",;:").unwrap_or(head.len());
    let sentence = head.get(..stop)?;
    // The entries of a table of contents repeat words as well.
    if sentence.starts_with("第一") {
        return None;
    }
    let places = sentence.char_indices().map(|(at, _)| at).take(LONGEST_OPEN).skip(SHORTEST_OPEN + 1);
    let (title, _) = places
        .filter_map(|at| sentence.split_at_checked(at))
        .find(|(title, text)| echoes(title, text, AGAIN) && !title.ends_with(TAKES) && !begins_earlier(title, text))?;
    // 徵稿啟事｜《綠地經濟論叢》第3期…
    let title = title.trim_end_matches(['《', '“', '「']);
    (is_phrase(title) && !beside::has_predicate(title)).then_some(title.len())
}

/// Whether the words that a text says again from its title begin before it: 入党积极分子推荐…的入｜党积极分子.
fn begins_earlier(title: &str, text: &str) -> bool {
    let said = text.char_indices().nth(AGAIN).map_or(text, |(end, _)| text.get(..end).unwrap_or(""));
    let before = title.split_once(said).and_then(|(before, _)| before.chars().next_back());
    before.is_some_and(|before| title.ends_with(before))
}

/// The end of a title that no word closes, before the indent of the first paragraph, where another one has it too:
/// `反担保书　　某银行：　　本人愿意….`
fn indented(head: &str) -> Option<usize> {
    const INDENT: &str = "\u{3000}\u{3000}";
    let (title, text) = head.split_once(INDENT)?;
    let again = || ["。", "：", "；"].iter().any(|stop| text.split(INDENT).any(|paragraph| paragraph.ends_with(stop)));
    let named = title.chars().all(|c| is_ideograph(c) || matches!(c, '“' | '”' | ' '));
    let long = is_longer(title, 2) && !is_longer(title, LONGEST_OPEN);
    (long && named && text.contains(INDENT) && text.starts_with(|c| !is_blank(c)) && again()).then_some(title.len())
}

/// The end of a title that no closing word ends, before what opens a text.
fn opened(head: &str) -> Option<usize> {
    let clause = seek::wide(head, &['。', '，', '；', '！']).unwrap_or(head.len());
    let fields = field::find_long(head.get(..clause)?);
    // Behind the first stop no title ends.
    let stop = slogan(head) + seek::wide(head.get(slogan(head)..)?, &['。', '；', '，']).unwrap_or(head.len());
    let mut places = head.char_indices().take_while(|&(at, _)| at < stop).filter(|&(_, c)| may_open(c));
    // 把发展作｜为推动工作的主线
    let makes = |at, c| c == '为' && head.get(..at).is_some_and(|head| head.ends_with(MAKES));
    let opens = places.find(|&(at, c)| !makes(at, c) && head.get(at..).is_some_and(opens));
    let end = opens.map(|(at, _)| at).into_iter().chain(fields).min()?;
    let before = head.get(..end)?.trim_end_matches(is_blank);
    let rest = head.get(end..)?;
    let led = !rest.starts_with(['根', '按', '遵']) || is_headline(before);
    let listed = !rest.starts_with(BULLETS) || !is_longer(before, LONGEST_LISTED) && !before.contains(PARTS);
    let is_title = led
        && listed
        && is_longer(before, SHORTEST_OPEN)
        && !is_longer(before, LONGEST_OPEN)
        && is_phrase(before)
        && !before.ends_with(TAKES)
        && !without_label(before).contains(['：', ':', ',', '？', '?']);
    is_title.then_some(before.len())
}

/// What a title before the bullets of a list does not hold, and how long it may be, in characters.
const PARTS: [char; 3] = ['、', '：', ':'];
const LONGEST_LISTED: usize = 24;

/// Whether words before 根据 or 按照 are a headline that says what somebody held or began: 某林场开展大讨论｜根据…. Others are the
/// subject of a sentence: 财政经济委员会根据…, 学分均按照….
fn is_headline(words: &str) -> bool {
    const HELD: [&str; 8] = ["开展", "召开", "举行", "举办", "组织", "启动", "部署", "走进"];
    const GOING_ON: [char; 12] = ['应', '当', '将', '均', '都', '时', '可', '须', '要', '已', '）', ')'];
    HELD.iter().any(|held| words.contains(held)) && !words.ends_with(GOING_ON) && !ISSUER.is_match(words)
}

/// A title without the label before its colon: `一图读懂：`, `以案促改：`.
fn without_label(title: &str) -> &str {
    let label = title.split_once(['：', ':']).filter(|(label, rest)| {
        let label = label.trim_start_matches(is_blank);
        label.chars().all(is_ideograph) && !is_longer(label, LONGEST_LABEL) && is_longer(rest, LONGEST_LABEL)
    });
    label.map_or(title, |(_, rest)| rest)
}

//! What begins without a number and ends the item before it, or all items.
//!
//! ```text
//! 3、车辆修理费3150元。被告郑某辩称：1、…        a speaker, a court: all items end
//! 第三条 …。⏎使 用 说 明⏎一、…                    a heading whose characters are parted: the same
//! （四）发展冷链。…上述四项任务，要…。一是…       a sentence that sums up: 一是 stands beside （一）
//! 二、提高待遇 …  专栏2 人才培育计划 1.…           a box
//! 农户办法：（一）…（二）…。农场办法：1.…          a label that ends like the one before the items: 1. stands beside （二）
//! ```
//!
//! In: the pass over the text, at the first number of a list. Out: whether it is flagged `CLOSES` (one level ends) or `ANEW`
//! (all do). Nothing is ended that is only a heading: below `二、被申请人的答辩` the list of 被申请人辩称 belongs to 二、.

use super::bytes::{self, three_before};
use super::context::{self, After, Before, Turn};
use super::kind::Kind;
use super::marker::{Delim, is_blank};
use super::walk::Walk;
use super::{Candidate, flag, numeral};
use crate::{gap, title};

/// The longest heading on a line of its own, in bytes (45 characters).
const HEADING: usize = 135;
/// How many stops behind a heading its body ends within, where that is asked.
pub(super) const BODY: usize = 3;
/// How many sentences before a list a court may begin to give its reasons, or a speaker turn to something else.
const REASONS: usize = 6;
const TURNS: usize = 4;
/// How many characters a heading has at least whose characters are parted, on a line of its own: two are a word of a name.
const PARTED: usize = 3;
/// The longest label whose end is compared with that of an earlier one, and how much of it, in bytes.
const LABEL_ALIKE: usize = 20 * 3;
const END_ALIKE: usize = 4 * 3;
/// How many breaks and blanks may stand behind its colon.
const BREAKS: usize = 40;
/// How many articles a judgment may cite behind its last item, and one more.
const CITED: usize = 16;
/// How far ahead a label in brackets may stand, in bytes, and the longest, in characters.
const LABELLED: usize = 600;
const LABEL: usize = 12;
/// The longest number of an annex with its colon, in bytes: 附件二十一：.
const ANNEX_NUMBER: usize = 8 * 3;
/// The labels of a leaflet (药品说明书和标签管理规定).
const LEAFLET: [&str; 17] = [
    "成份",
    "性状",
    "适应症",
    "功能主治",
    "规格",
    "用法用量",
    "不良反应",
    "禁忌",
    "注意事项",
    "药物相互作用",
    "药物过量",
    "药理毒理",
    "药理作用",
    "药代动力学",
    "贮藏",
    "包装",
    "有效期",
];
/// The longest head of an annex with its name, in bytes.
const ANNEX_NAME: usize = 90;
/// As many, and so many that their pairs fill whole vectors.
const ANNEX_NEAR: usize = 97;

/// Whether a list begins that stands in items of （1） and those further in: ①, 1）, a）. The sentence before it belongs to the last
/// of them.
fn is_innermost(rest: &str, item: Kind) -> bool {
    let mut chars = rest.chars();
    let innermost = matches!((chars.next(), chars.next()), (Some('①'), _) | (Some('1' | 'a'), Some(')' | '）')));
    innermost && item.row().rank >= Kind::BracketArabic.row().rank
}

impl Walk<'_, '_> {
    /// What ended before a list that begins at `at`: nothing, the item before, or all of them. The papers of courts have no
    /// level around both the indictment and the answer to it: what the one counts ends where the other begins.
    #[inline(never)]
    pub(super) fn begins_list(&self, at: usize, before: Before) -> u32 {
        match before {
            Before::Word if self.is_below_annex(at) => flag::ANEW,
            _ if self.is_below_label(at) => flag::ANEW,
            Before::Word | Before::Line | Before::Indent if self.is_below_parted(at) => flag::ANEW,
            Before::Line if self.is_below_title(at) => flag::ANEW,
            Before::Colon if context::ends_with_remarks(self.head(at)) => flag::ANEW,
            Before::Comma | Before::Colon | Before::ColonLine
                if context::speaker_ends(self.head(at)).is_some_and(|end| self.item_ended(end, self.spoken())) =>
            {
                flag::ANEW
            }
            Before::Stop | Before::Colon if self.sentence_before().is_some_and(context::sums_up) => flag::CLOSES,
            Before::Colon | Before::ColonLine if self.sentence_is_over(at) => flag::CLOSES,
            Before::Stop | Before::Colon | Before::ColonLine | Before::Comma | Before::Line => {
                self.ended_item().map_or(0, |item| self.turns_from(item, at, before))
            }
            _ => 0,
        }
    }

    /// What ended before a list that begins at `at`, behind the end of the last item, which begins at `item`.
    fn turns_from(&self, item: usize, at: usize, before: Before) -> u32 {
        if matches!(before, Before::Colon | Before::ColonLine) && self.is_labelled_alike(at) {
            return flag::CLOSES;
        }
        match self.turned(item) {
            Some(Turn::Finding) => flag::ANEW,
            Some(Turn::Other) => flag::CLOSES | flag::TURNED,
            None => 0,
        }
    }

    /// Whether the line before a first chapter, article or 一、 is the title of the next document, behind a sentence: 第九条 …施行。⏎
    /// 奖惩管理制度⏎一、目的.
    fn is_below_title(&self, at: usize) -> bool {
        if !["一、", "第一条", "第一章"].iter().any(|first| self.rest(at).starts_with(first)) {
            return false;
        }
        let head = self.head(at).trim_end_matches(|c| is_blank(c) || matches!(c, '\n' | '\r'));
        let near = context::near_end(head, title::WINDOW);
        let before = memchr::memrchr(b'\n', near.as_bytes()).map_or(0, |at| at + 1);
        let (above, line) = near.split_at_checked(before).unwrap_or_default();
        let begins = head.len() - line.len();
        let stopped = above.trim_end().ends_with('。');
        let own = || self.out.candidates.last().is_some_and(|last| last.start as usize >= begins);
        stopped && !own() && title::is_whole(line)
    }

    /// How many stops behind the last item it ends within, where a speaker begins: one where its heading is about what somebody
    /// says (二、被申请人的答辩), and a heading and its body otherwise.
    fn spoken(&self) -> usize {
        const SAYING: [&str; 8] = ["辩", "称", "诉", "请求", "意见", "主张", "认为", "查明"];
        let Some(last) = self.last_item() else { return 1 };
        let end = self.out.stops.get(last.stops as usize).map_or(self.text.len(), |&stop| stop as usize);
        // Where no stop follows, what follows may be all of the text.
        let heading = self.text.get(last.end as usize..end).unwrap_or("");
        let heading = heading
            .char_indices()
            .nth(HEADING / '一'.len_utf8())
            .map_or(heading, |(at, _)| heading.get(..at).unwrap_or(""));
        if SAYING.iter().any(|word| heading.contains(word)) { 1 } else { BODY }
    }

    /// Whether a heading without a number stands before a place whose characters are parted by blanks, as only those of the
    /// document itself are printed: 使 用 说 明⏎一、…
    fn is_below_parted(&self, at: usize) -> bool {
        // Nearly all texts before a list end with two words side by side. An ideograph has three bytes.
        let text = self.text.as_bytes();
        if bytes::is_ideograph(three_before(text, at)) && bytes::blank_before(text, at - 3) == 0 {
            return false;
        }
        let head = self.head(at).trim_end_matches(|c| is_blank(c) || matches!(c, '\n' | '\r'));
        let text = head.as_bytes();
        let last = text.len().saturating_sub('一'.len_utf8());
        if bytes::blank_before(text, last) == 0 {
            return false;
        }
        let (begin, length) = title::parted_at_end(head);
        let line = self.head(begin).trim_end_matches(is_blank);
        let alone = line.is_empty() || line.ends_with(['\n', '\r']);
        // What is parted right behind a marker is its heading: 第五章　法 律 责 任.
        let own = || self.out.candidates.last().is_some_and(|last| last.end as usize >= line.len());
        length >= if alone { PARTED } else { PARTED + 1 } && !own()
    }

    /// Whether the text of the last item ended before `at`: it was more than a heading on a line of its own. `stops`:
    /// how many of its stops are looked at; with one, a heading and its body never end.
    pub(super) fn item_ended(&self, at: usize, stops: usize) -> bool {
        self.last_item().is_some_and(|last| {
            let behind = self.out.stops.get(last.stops as usize..).unwrap_or(&[]);
            behind
                .iter()
                .take(stops)
                .map(|&stop| stop as usize)
                .take_while(|&stop| stop < at)
                .any(|stop| self.ends_item(last, stop))
        })
    }

    /// The last candidate that is no reference.
    fn last_item(&self) -> Option<&Candidate> {
        let refers = |candidate: &&Candidate| {
            // （三）第三名：…, 一、张某盗窃
            let begins = candidate.before == Before::Stop || candidate.first_on_line();
            matches!(candidate.after, After::Dun | After::Close)
                || matches!(candidate.after, After::Reference | After::Unit) && !begins
                || candidate.has(flag::REFERRED | flag::TITLE | flag::QUOTE | flag::PAREN)
        };
        self.out.candidates.iter().rev().take(CITED).find(|candidate| !refers(candidate))
    }

    /// Where the last item begins behind its marker, if the stops behind it that are looked at have ended it.
    fn ended_item(&self) -> Option<usize> {
        let last = self.last_item()?;
        let behind = self.out.stops.get(last.stops as usize..)?;
        let ends = |&stop: &u32| self.ends_item(last, stop as usize);
        // Most items end with their first stop.
        let (first, others) = behind.split_first()?;
        (ends(first) || others.iter().take(BODY - 1).any(ends) && self.spoken() > 1).then_some(last.end as usize)
    }

    /// Whether the sentence that lists the last item is over, and another one says what follows: …（一）迟到；（二）早退。有下列情形的，
    /// 不得评优：…
    fn sentence_is_over(&self, at: usize) -> bool {
        // Behind a list that ends with ；by a slip an article begins, which goes on with its own sentences; and a figure may stand
        // behind ；as well: ；6月底前.
        let entry = |last: &&Candidate| {
            last.before == Before::Semi
                && last.ord >> 6 > 1
                && last.kind > Kind::ArticleArabic
                && last.delim != Delim::None
        };
        let Some(last) = self.last_item().filter(entry).filter(|last| !is_innermost(self.rest(at), last.kind)) else {
            return false;
        };
        let stops = self.out.stops.get(last.stops as usize..).unwrap_or(&[]);
        // The first stop behind it ends the sentence, and the last one is the colon.
        let [first, .., colon] = stops else { return false };
        let (first, colon) = (*first as usize, *colon as usize);
        // On another line it may say more of all the items before.
        let between = self.text.as_bytes().get(first..at).unwrap_or(&[]);
        self.rest(first).starts_with('。') && colon < at && memchr::memchr(b'\n', between).is_none()
    }

    /// Whether a label before a list ends with the words that the one before the list of the last item, which has ended, ends with,
    /// and each with words of its own before them: 种粮大户办理程序：（一）…（二）…。家庭农场办理程序：1.…
    fn is_labelled_alike(&self, at: usize) -> bool {
        let Some(end) = end_of_label(self.head(at)) else { return false };
        // Nearly all labels before the last few lists end with other words.
        let alike = |first: &&Candidate| {
            first.ord >> 6 == 1
                && matches!(first.before, Before::Colon | Before::ColonLine)
                && end_of_label(self.head(first.start as usize)) == Some(end)
        };
        let Some(first) = self.out.candidates.iter().rev().take(CITED).find(alike) else { return false };
        let last = self.last_item();
        let labels = label_before(self.head(at)).zip(label_before(self.head(first.start as usize)));
        last.is_some_and(|last| last.kind == first.kind)
            && labels.is_some_and(|(label, earlier)| label != earlier && label.len().min(earlier.len()) > END_ALIKE)
    }

    /// Whether the head of an annex and its name stand before a place, parted from what comes before by a blank:
    /// …。附件2 报名表 附件3 学员须知 1．…
    fn is_below_annex(&self, at: usize) -> bool {
        // Asked of every first number behind a word: few have 附件 near, E9 99 84 E4 BB B6.
        let pairs = self.text.as_bytes().get(..at).and_then(<[u8]>::last_chunk::<ANNEX_NEAR>);
        if pairs.is_some_and(|pairs| !context::has_pair(pairs, [0x99, 0x84])) {
            return false;
        }
        let near = at.saturating_sub(ANNEX_NAME);
        // The colon of 附件三：… is the last stop.
        let colon = self.head(self.stop).ends_with(['：', ':']);
        let from = if colon { near.max(self.stop.saturating_sub(ANNEX_NUMBER)) } else { self.stop.max(near) };
        let head = self.text.as_bytes().get(from..at).unwrap_or(&[]);
        let annex = memchr::memmem::rfind(head, "附件".as_bytes()).map(|annex| from + annex);
        annex.is_some_and(|annex| {
            let numbered = |c: char| c.is_ascii_digit() || numeral::is_numeral_char(c);
            let name = self.text.get(annex..at).unwrap_or("").trim_start_matches("附件");
            let name = name.trim_start_matches(is_blank);
            let head = self.head(annex);
            let parted = head.ends_with(is_blank);
            let behind = name.trim_start_matches(numbered);
            // …日附件三：共用部位明细1.…
            let ends = |c: char| matches!(c, '日' | '）' | ')') || c.is_ascii_digit();
            let named = || behind.starts_with(['：', ':']) && (parted || head.ends_with(ends));
            behind.len() < name.len()
                && (parted && behind.starts_with(is_blank) || named())
                && !behind.contains(['，', '（', '《'])
        })
    }

    /// Whether the last item ended before a label in brackets, and such labels divide the text from its beginning on, as they do
    /// leaflets of medicines: 【用法】…1.… 2.… 【不良反应】可见：（1）….
    fn is_below_label(&self, at: usize) -> bool {
        let from = self.out.candidates.last().map_or(0, |last| last.end as usize);
        self.labelled == Some(true) && self.label >= from && self.is_labelled(at)
    }

    /// Whether the last bracket 【 before a place opens a label that begins a line or sentence, not far ahead.
    pub(super) fn is_labelled(&self, at: usize) -> bool {
        let near = self.label < at && at - self.label <= LABELLED;
        let Some(label) = self.rest(self.label).strip_prefix('【').filter(|_| near) else { return false };
        let closes = label.char_indices().take(LABEL + 1).find(|&(_, c)| c == '】');
        // • 【张某】：… is what somebody says.
        let head = self.head(self.label).trim_end_matches(is_blank);
        let begins = head.is_empty() || head.ends_with(['\n', '\r', '。', '；']);
        // Where the line breaks are lost, its name: 每袋装3克【用法用量】开水冲服。
        let known = |name| LEAFLET.contains(&name);
        closes.is_some_and(|(at, _)| begins || label.get(..at).is_some_and(known))
    }

    /// What one of the last sentences behind an item turns to.
    fn turned(&self, item: usize) -> Option<Turn> {
        let recent = self.out.stops.iter().rev().take(REASONS).map(|&stop| stop as usize);
        let mut turn = None;
        for (sentences, stop) in recent.take_while(|&stop| stop >= item).enumerate() {
            let rest = self.rest(stop);
            if context::gives_reasons(rest) {
                return Some(Turn::Finding);
            }
            if sentences < TURNS {
                turn = turn.max(context::turn(rest));
            }
        }
        turn
    }

    /// Whether a stop behind the last item ends more than a heading on a line of its own.
    fn ends_item(&self, last: &Candidate, stop: usize) -> bool {
        stop > last.end as usize + HEADING || self.rest(stop).starts_with(['。', '；', '！', '？'])
    }

    /// The sentence that the last stop ends, and what follows it.
    fn sentence_before(&self) -> Option<&str> {
        let (_, &[begins, _]) = self.out.stops.split_last_chunk()?;
        let mut rest = self.rest(begins as usize).chars();
        rest.next();
        Some(rest.as_str().trim_start_matches(gap::is_blank))
    }
}

/// The last words of the label that a text ends with, before its colon and a few breaks and blanks.
fn end_of_label(head: &str) -> Option<&[u8; END_ALIKE]> {
    let mut line = head.as_bytes();
    for _ in 0..BREAKS {
        let gap = match line {
            // Nearly all; no blank ends with the last byte of ：.
            [.., b':' | 0x9A] => break,
            [.., b'\n' | b'\r'] => 1,
            _ => bytes::blank_before(line, line.len()),
        };
        line = line.get(..line.len() - gap).unwrap_or(line);
    }
    let ([words @ .., b':'] | [words @ .., 0xEF, 0xBC, 0x9A]) = line else { return None };
    words.last_chunk()
}

/// The label that a text ends with: the words behind a stop and before a colon, where they name what is listed. 具体要求： says
/// more of the item around it, and 下列条件： nothing of its own.
fn label_before(head: &str) -> Option<&str> {
    const UNNAMED: [&str; 6] = ["下列", "以下", "如下", "具体", "，", "、"];
    let line = head.trim_end_matches(|c| is_blank(c) || matches!(c, '\n' | '\r'));
    let line = line.strip_suffix(['：', ':'])?;
    let near = context::near_end(line, LABEL_ALIKE);
    let behind = near.rsplit(['。', '；', '！', '？', '：', ':', '\n', '\r']).next()?;
    let label = behind.trim_start_matches(is_blank);
    let whole = behind.len() < near.len() || near.len() == line.len();
    (whole && !UNNAMED.iter().any(|word| label.contains(word))).then_some(label)
}

#[cfg(test)]
mod tests {
    use crate::scan::{Scan, flag, scan};

    /// What ended before the candidate that begins with `marker`, the last of a text.
    fn ended(text: &str, marker: &str) -> u32 {
        let mut found = Scan::default();
        scan(text, &mut found);
        let at = text.rfind(marker).unwrap() as u32;
        let candidate = found.candidates.iter().find(|candidate| candidate.start == at);
        candidate.unwrap().flags & (flag::ANEW | flag::CLOSES | flag::TURNED)
    }

    #[test]
    fn what_begins_anew() {
        for (text, marker) in [
            ("第一条 本合同有效。\n使 用 说 明\n一、填写清楚。", "一、"),
            ("第一条 本合同有效。使 用 说 明一、填写清楚。", "一、"),
            ("一、时间八月一日。二、要求准时。 附件3 学员须知 1．守纪律。", "1．"),
            ("一、时间八月一日。二、要求（不超过五百字）填表说明：1.用黑笔。", "1."),
            ("一、时间八月一日。\n说明\n1.用黑笔。", "1."),
            ("一、盗窃。2020年偷了手机。被告人辩称：1.没有偷。", "1."),
            ("一、张某盗窃事实\n2020年偷了手机。\n被告人辩称：1.没有偷。", "1."),
            ("一、盗窃。2020年偷了手机。辩护人提出辩护意见：1.没有偷。", "1."),
            ("一、盗窃。2020年偷了手机。上述事实，有下列证据：1.手机。", "1."),
            (
                "（五）供述。被告人供认。（1）前科，从重；（2）退赔，从轻。依照第二条、第三条、第四条、第五条、第六条、第七条、第八条，判决如下：一、拘役。",
                "一、",
            ),
            ("一、盗窃。2020年偷了手机。本院认为，构成盗窃。判决如下：一、拘役。", "一、"),
            ("【规格】每袋三克。\n【用法】1.成人一袋；\n2.儿童半袋。\n【反应】可见：\n（1）恶心。", "（1）"),
            ("颗粒说明书【规格】每袋三克【用法用量】1.成人一袋；2.儿童半袋。【不良反应】可见：（1）恶心。", "（1）"),
            ("一、时间。二、签字。2021年6月18日附件三：共用部位明细1.门厅；", "1."),
            ("一、讲解。会用即可。课后思考题：1.为何？", "1."),
            ("5.3.2 型号\n钢管。\n结　论\n我得到收获：一、有了认识；", "一、"),
            ("（二）未查验\n当事人不能提供票据。\n当事人提出陈述、申辩：（1）系初犯；", "（1）"),
            ("当事人称：1.店小；2.利薄。\n我局认为：\n（一）违反了规定。", "（一）"),
            ("③有困难。\n参照规定，决定减轻。\n综上，决定处罚如下：\n1、警告；", "1、"),
            ("一、盗窃。2020年偷了手机。公诉机关出示了下列证据：1、笔录；", "1、"),
            ("8　收获\n长成即收。\n附 录 A\n（资料性）\n常见疾病\nA.1　水肿", "A.1"),
        ] {
            assert_eq!(ended(text, marker), flag::ANEW, "{text}");
        }
        for (text, marker, flags) in [
            ("第五章 法 律 责 任\n一、罚款。", "一、", 0),
            ("一、时间。二、要求，见附件3 学员须知 1．守纪律。", "1．", 0),
            ("一、情况。全年丰收。同志们，形势很好：1.粮食多。", "1.", flag::CLOSES | flag::TURNED),
            ("农户申领办法：（一）甲。（二）乙。农场申领办法：1.丙", "1.", flag::CLOSES),
            ("农户申领办法：\n（一）甲。\n（二）乙。\n农场申领办法：\n1.丙", "1.", flag::CLOSES),
            ("农户申领办法：（一）甲。（二）乙。具体申领办法：1.丙", "1.", 0),
            ("农户申领办法：（一）甲。（二）乙。农户申领办法：1.丙", "1.", 0),
            ("农户申领办法：（一）甲。1）子。2）丑。农场申领办法：1.丙", "1.", 0),
            ("农户下列办法：（一）甲。（二）乙。农场下列办法：1.丙", "1.", 0),
            ("二、被申请人的答辩\n被申请人收到后答复。被申请人辩称：1.没有违约。", "1.", 0),
            ("（一）甲业绩：1.桥；2.路。（二）第二名乙业绩：1.沟；", "1.", 0),
            ("一、情况。张 三 丰收：1.粮食多。", "1.", 0),
            ("1.水的组成。\n【反思】（1）为何？", "（1）", 0),
            ("点击【开始】按钮。一、登录。点击【设置】按钮：1.选择；", "1.", 0),
            ("一、时间。二、签字，见附件三：明细1.门厅；", "1.", 0),
            ("陸、討論。• 【李某】：可以。• 【张某】：再確認。表決過程：1.预算", "1.", 0),
            ("（二）落实。形成合力。资金到位。队伍到位。我局认为：1.领导重视；", "1.", 0),
            ("5.3 型号\n钢管。结论是：一、有了认识；", "一、", 0),
        ] {
            assert_eq!(ended(text, marker), flags, "{text}");
        }
    }
}

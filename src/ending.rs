//! What stands behind the last child of a section, and behind the last section.
//!
//! ```text
//! （三）改摊位。统一台面高度。｜以上三项任务，十月底前完工。   the tail of the section around （三）
//! 2.定期检测。每年一次。｜特此通知。县农业局2024年6月28日       the closing of the document
//! （二）捕捞鱼类；⏎｜前款规定的事项，由机构公示。               a paragraph of the article around （二）
//! ```
//!
//! No marker says where such a text begins; what says it is how it begins: 以上 and 上述 sum up, 特此 ends formally,
//! 同志们 addresses, 附件： lists annexes, a short line above a date signs. Only what begins behind a stop is looked
//! at, and for the closing only the last [`WINDOW`] bytes.

mod formal;
mod papers;
mod signature;

use crate::gap::is_blank;
use crate::scan::ideograph::is_ideograph;
use formal::{is_call, is_formal, is_in_force, is_to_sign, opens_formally, speaks_to};
use papers::ends_paper;
use signature::is_signature;

/// How far before the end of the text a closing may begin, in bytes.
const WINDOW: usize = 900;

/// The piece behind a marker that no other marker follows in its list.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Leaf<'a> {
    pub(crate) text: &'a str,
    /// The stops inside the piece.
    pub(crate) stops: &'a [u32],
    /// Offset behind the marker.
    pub(crate) start: u32,
    /// Offset of the next marker or of the end.
    pub(crate) end: u32,
    /// Whether the text has lines that mean something.
    pub(crate) lines: bool,
    /// Whether an article lies around the piece.
    pub(crate) in_article: bool,
}

impl<'a> Leaf<'a> {
    /// What begins behind each stop, or behind each line break alone: its offset, the text from there, whether it begins a
    /// line, and how many of these with text before them lie in front.
    fn units(self, breaks: bool) -> impl Iterator<Item = Unit<'a>> {
        let piece = self.text.get(self.start as usize..self.end as usize).unwrap_or("");
        let mut before = 0;
        let mut from = self.start;
        self.stops.iter().filter_map(move |&stop| {
            if breaks && !self.is_break(stop) {
                return None;
            }
            let at = stop.checked_sub(self.start)? as usize;
            let sign = piece.get(at..)?.chars().next()?;
            let len = sign.len_utf8();
            if piece.get((from.checked_sub(self.start)?) as usize..at).is_some_and(is_empty) {
                // A line break right behind 。 makes no new sentence, but a line.
            } else {
                before += 1;
            }
            let behind = piece.get(at + len..)?;
            from = stop + len as u32;
            // A run of line breaks has one stop, so that none is walked twice.
            let line = is_break(sign);
            let rest = if begins_with_ideograph(behind) {
                behind
            } else {
                behind.trim_start_matches(|c| is_blank(c) && (line || !is_break(c)))
            };
            if rest.starts_with(is_break) {
                return None;
            }
            let begins = self.end - rest.len() as u32;
            let head = piece.get(..piece.len() - rest.len())?;
            let sentence = matches!(sign, '。' | '！' | '？' | '；' | '!' | '?' | ';') || line;
            (sentence && !rest.is_empty()).then_some(Unit { begins, rest, line, before, head })
        })
    }

    /// Whether text may stand behind a line break: most pieces end with their first.
    fn has_lines(self) -> bool {
        let piece = self.text.get(self.start as usize..self.end as usize).unwrap_or("");
        let end = self.start + piece.trim_end_matches(is_blank).len() as u32;
        self.stops.iter().any(|&stop| stop < end && self.is_break(stop))
    }

    /// Whether a stop is a line break.
    fn is_break(self, stop: u32) -> bool {
        matches!(self.text.as_bytes().get(stop as usize), Some(b'\n' | b'\r' | 0xE2)) // 0xE2: U+2028
    }

    /// Whether behind any stop a word stands that may begin what sums up: nearly all pieces have none, and are not looked at
    /// as [`Leaf::units`].
    fn may_sum_up(self) -> bool {
        let bytes = self.text.as_bytes();
        self.stops.iter().any(|&stop| match bytes.get(stop as usize..) {
            // An ideograph or a line break right behind a stop of full width or a line break, as behind nearly all.
            Some([0xE3 | 0xEF, _, _, rest @ ..] | [b'\n', rest @ ..]) if matches!(rest, [0xE4..=0xE9, ..]) => {
                sums_up(rest)
            }
            Some([0xE3 | 0xEF, _, _, b'\n', ..]) => false,
            Some(_) => self.sums_up_behind(stop),
            None => false,
        })
    }

    /// Whether such a word follows a stop, or the blanks behind it.
    #[inline(never)]
    fn sums_up_behind(self, stop: u32) -> bool {
        let mut rest = self.text.get(stop as usize..).unwrap_or("").chars();
        let line = rest.next().is_some_and(is_break);
        sums_up(rest.as_str().trim_start_matches(|c| is_blank(c) && (line || !is_break(c))).as_bytes())
    }

    /// Where the texts begin that sum up the sections around the piece, innermost first, at most `most`.
    pub(crate) fn tails(self, most: usize) -> Vec<u32> {
        let mut found: Vec<u32> = Vec::new();
        let paragraphs = self.lines && self.in_article && self.has_lines();
        if !paragraphs && !self.may_sum_up() {
            return found;
        }
        // In a text with lines all of them begin a line.
        for unit in self.units(self.lines) {
            if found.len() == most {
                break;
            }
            if found.last() == Some(&unit.begins) {
                continue;
            }
            let rest = unit.rest;
            let sums =
                ["以上", "上述", "通过以上", "综上", "前款", "依照前款"].iter().any(|word| rest.starts_with(word));
            let of_article = self.in_article && (rest.starts_with("前款") || rest.starts_with("依照前款"));
            let placed = if self.lines { unit.line } else { unit.before >= 2 || of_article };
            let paragraph = paragraphs && unit.line && ends_sentence(unit.head) && found.is_empty();
            let address = unit.line == self.lines && rest.starts_with("各位");
            if paragraph || (sums || address && speaks_to(rest)) && placed && !is_formal(rest) {
                found.push(unit.begins);
            }
        }
        found
    }

    /// Where the closing of the document begins, in the last piece; its end where there is none.
    pub(crate) fn closing(self) -> u32 {
        let window = (self.end as usize).saturating_sub(WINDOW);
        // With the one before, behind which empty lines may stand.
        let near = self.stops.partition_point(|&stop| (stop as usize) < window).saturating_sub(1);
        let stops = self.stops.get(near..).unwrap_or(&[]);
        let mut first_line = None;
        // The stops left out had text before them.
        let left_out = near;
        let units = (Leaf { stops, ..self }).units(false);
        for unit in units.skip_while(|unit| (unit.begins as usize) < window) {
            let before = unit.before + left_out;
            let opens = opens_formally(unit.rest)
                || before >= 2 && !self.in_article && is_in_force(unit.rest)
                || unit.line
                    && !self.in_article
                    && unit.rest.starts_with('各')
                    && *first_line.get_or_insert_with(|| self.first_line_is_whole())
                    && is_call(unit.rest)
                || unit.line == self.lines && ends_paper(unit)
                || is_signature(unit)
                || is_to_sign(unit.rest)
                || is_firm(unit)
                || unit.line && stands_apart(unit);
            if opens && (!self.lines || unit.line || !unit.rest.starts_with("附")) {
                return unit.begins;
            }
            if let Some(behind) = self.behind_note(unit).filter(|&behind| unit.line == self.lines && ends_paper(behind))
            {
                return behind.begins;
            }
        }
        self.end
    }

    /// What begins behind a short note in brackets, which belongs to the sentence before: …由原告负担。（已预交）｜如不服….
    fn behind_note(self, unit: Unit<'a>) -> Option<Unit<'a>> {
        let inner = unit.rest.strip_prefix('（')?;
        let (at, _) = inner.char_indices().take(LONGEST_NOTE).find(|&(_, c)| c == '）')?;
        let rest = inner.get(at + '）'.len_utf8()..)?;
        Some(Unit { begins: self.end - rest.len() as u32, rest, ..unit })
    }

    /// Whether the first line of the piece holds heading and body, so that a second one is another matter.
    fn first_line_is_whole(self) -> bool {
        let piece = self.text.get(self.start as usize..self.end as usize).unwrap_or("");
        let line = piece.lines().next().unwrap_or("").trim_end();
        line.find('。').is_some_and(|at| at + '。'.len_utf8() < line.len())
    }
}

/// The longest note behind a sentence, in characters.
const LONGEST_NOTE: usize = 12;
/// What is longer before the name of a firm is more than a heading, in characters.
const LONGEST_HEADING: usize = 12;
/// The longest name of a firm.
const LONGEST_FIRM: usize = 30;

/// Whether nothing follows but the name of the firm whose paper it is.
fn is_firm(unit: Unit<'_>) -> bool {
    let name = unit.rest.trim_end_matches(is_blank);
    name.ends_with("公司")
        && name.chars().nth(LONGEST_FIRM).is_none()
        && name.chars().all(|c| is_ideograph(c) || matches!(c, '（' | '）' | '(' | ')'))
        && (unit.before >= 2 || unit.head.chars().nth(LONGEST_HEADING).is_some())
        && ends_sentence(unit.head)
}

/// The longest line that stands apart, in characters.
const LONGEST_APART: usize = 8;

/// Whether nothing follows but a few words below an empty line: who signs, or what is pressed on the page.
fn stands_apart(unit: Unit<'_>) -> bool {
    let words = unit.rest.trim_end_matches(is_blank);
    let apart = || {
        let words = unit.head.trim_end_matches(is_blank);
        unit.head.get(words.len()..).is_some_and(|gap| gap.matches('\n').count() > 1)
    };
    words.chars().nth(LONGEST_APART).is_none() && words.chars().all(is_ideograph) && apart() && ends_sentence(unit.head)
}

/// Whether nothing but blanks stands in a text.
#[inline]
fn is_empty(text: &str) -> bool {
    !begins_with_ideograph(text) && text.chars().all(char::is_whitespace)
}

/// Most sentences do.
const fn begins_with_ideograph(text: &str) -> bool {
    matches!(text.as_bytes(), [0xE4..=0xE9, ..])
}

/// What begins behind a stop.
#[derive(Debug, Clone, Copy)]
struct Unit<'a> {
    begins: u32,
    rest: &'a str,
    /// Whether a line break stands before.
    line: bool,
    /// How many sentences stand before, in the piece.
    before: usize,
    /// The piece before it.
    head: &'a str,
}

/// What begins with these words may sum up; see [`Leaf::tails`].
const SUMS: [&str; 7] = ["以上", "上述", "通过", "综上", "前款", "依照", "各位"];

/// Whether a text may sum up.
fn sums_up(rest: &[u8]) -> bool {
    SUMS.iter().any(|word| rest.first_chunk::<6>().is_some_and(|two| two == word.as_bytes()))
}

const fn is_break(c: char) -> bool {
    matches!(c, '\n' | '\r' | '\u{2028}' | '\u{2029}')
}

fn ends_sentence(head: &str) -> bool {
    // Most heads end with 。 or another stop of full width, without a blank.
    if matches!(head.as_bytes(), [.., 0xE3, 0x80, 0x82] | [.., 0xEF, 0xBC, 0x9B]) {
        return true;
    }
    head.trim_end_matches(is_blank).ends_with(['。', '；', ';', '！', '？'])
}

#[cfg(test)]
mod tests {
    use crate::{Section, parse};

    /// The tails with the markers of their sections, and the closing.
    fn endings(text: &str) -> (Vec<String>, String) {
        fn each(text: &str, sections: &[Section], out: &mut Vec<String>) {
            for section in sections {
                each(text, &section.children, out);
                if !section.tail.is_empty() {
                    out.push(format!("{}{}", &text[section.marker.span.range()], &text[section.tail.range()]));
                }
            }
        }
        let parsed = parse(text);
        assert_eq!(parsed.document().check(text), Ok(()));
        let mut out = Vec::new();
        each(text, &parsed.document().sections, &mut out);
        (out, parsed.text_of(parsed.document().closing).to_owned())
    }

    #[test]
    fn a_summing_up_belongs_to_the_section_around() {
        let text = "一、任务（一）改棚顶。更换采光板。（二）改摊位。统一台面。以上两项任务，十月底前完工。二、要求（一）保证质量。材料合格。（二）减少扰民。夜间停工。";
        assert_eq!(endings(text), (vec!["一、以上两项任务，十月底前完工。".into()], String::new()));
    }

    #[test]
    fn two_summings_up_belong_to_two_levels() {
        let text = "一、内容\n（一）泊位\n1.安装地磁。每位一枚。\n2.设置标牌。标明价格。\n以上两项六月完成。\n以上各项费用，由财政承担。\n二、管理\n（一）分区定价。核心区高。\n（二）便民优惠。免费半小时。";
        assert_eq!(endings(text).0, ["（一）以上两项六月完成。", "一、以上各项费用，由财政承担。"]);
    }

    #[test]
    fn a_paragraph_of_an_article() {
        let text = "第一条 禁止下列行为：\n（一）攀折；\n（二）捕捞。\n前款由机构公示。\n第二条 可以闭园：\n（一）暴雨；\n（二）大风。\n第三条 本办法自公布之日起施行。";
        assert_eq!(endings(text), (vec!["第一条前款由机构公示。".into()], String::new()));
    }

    #[test]
    fn closings() {
        let head = "一、目标\n按期完成全部任务。\n二、要求\n（一）加强领导。各校负责。\n（二）及时报送。月底前报局。\n";
        for closing in [
            "特此通知。\n附件：1.清单\n2.统计表\n某县教育局\n2023年9月4日",
            "以上报告，请予审议。",
            "某县教育局\n2023年9月4日",
            "同志们，让我们行动起来！\n谢谢大家！",
            "各位代表、同志们！让我们行动起来！",
            "各位领导、各位来宾，让我们行动起来！",
            "某县教育局\n二〇一五年三月八日",
            "某县教育局（盖章）\n2023.9.4\n抄送：县财政局，各镇。",
            "（2023年9月4日）",
            "汇报人：王某\n2023年9月",
            "本办法自印发之日起施行。",
            "审判长 王五审判员 赵六二〇二一年六月一日书记员 钱七",
            "甲方（盖章）：      乙方（签字）：      日期：   年  月  日",
            "甲方签章\n乙方签字\n签订日期____年__月__日",
            "委托方(盖章)：\n受托方(盖章)：",
            "甲方法定代表人（签字）：____ 乙方法定代表人（签字）：____\n签约地点：青河县",
            "甲方（盖章）：　　乙方（盖章）：　　地址：青河县城关镇东大街十二号　　电话：　　日期：　　年　　月　　日\n上一篇：合同，第二稿",
            "甲方（签字盖章）：\n乙方（签字并盖章）：",
            "出租方（签字或盖章）：\n承租方（签字或盖章）：\n电话：",
            "报：县委办公室送：各科室县林业局办公室2024年3月1日印发",
            "本通告自发布之日起施行。二〇二三年五月一日",
            "上一篇：绿地通知\n下一篇：绿地动态",
            "下一条：无",
            "分享到：微信",
            "相关链接：绿地办法",
            "相关附件：绿地图",
            "相关阅读：绿地志",
            "相关文章：绿地志",
            "最后更新：\n回到页首",
            "最後更新：",
            "20xx年xx月xx日",
            "2024年3月1日\n相关自查报告：绿地自查报告、林木自查报告",
            "2024年3月1日\n上一篇：绿地通知\n下一篇：绿地动态",
            "版权声明：本站所有",
            "版权所有 青河县林业局",
            "扫一扫在手机打开当前页",
            "打印本页 关闭窗口",
            "关闭窗口",
            "责任编辑：王某",
            "（责任编辑：王某）",
            "(责编：王某)",
            "关键词：绿地",
            "（未完，全文共八百字）",
        ] {
            assert_eq!(endings(&format!("{head}{closing}")), (vec![], closing.to_owned()));
            let flat = format!("{head}{closing}").replace('\n', "");
            assert_eq!(endings(&flat), (vec![], closing.replace('\n', "")));
        }
        assert_eq!(endings(head), (vec![], String::new()));
        assert_eq!(endings(&format!("{head}\n我要预约\n")).1, "我要预约");
        assert_eq!(endings(&format!("{head}我要预约\n")).1, "");
    }

    #[test]
    fn a_body_is_no_closing() {
        assert_eq!(endings("一、时间\n2024年5月1日\n二、附则\n本办法自印发之日起施行。").1, "");
        assert_eq!(endings("一、时间。截止2024年5月1日。二、地点。截止时间2024年5月1日").1, "");
        assert_eq!(endings("一、时间。分两期。\n二、进度\n全县分两期推进。\n安排如下\n2024年5月动工").1, "");
        assert_eq!(endings("一、分工。分两期。二、进度。全县分两期推进。牵头责任人：王某2024年5月").1, "");
        assert_eq!(endings("一、地点。林业局。二、认养活动的报名截止时间。2024年5月1日").1, "");
        assert_eq!(endings("一、地点。林业局。二、动工。2024年5月1日").1, "");
        assert_eq!(endings("一、地点。林业局。二、打算下月起每周盘点一次。2024年5月1日").1, "2024年5月1日");
        assert_eq!(endings("一、地点。林业局。二、打算每月盘点一次。2024年5月1日相关部门：\n林业局\n水利局").1, "");
        for body in [
            "甲方签字后生效",
            "乙方签字确认书一份",
            "甲方（签字）后，合同生效。",
            "申请人签字的表格",
            "甲方盖章。乙方付款。",
        ] {
            for sep in ["", "\n"] {
                assert_eq!(endings(&format!("一、登记。每户一册。二、生效。一式两份。{sep}{body}")).1, "", "{body}");
            }
        }
        assert_eq!(endings("一、登记。每户一册。二、张贴。写明事项。打印本页内容上墙。关闭窗口前停机。").1, "");
    }

    #[test]
    fn a_run_of_line_breaks_is_walked_once() {
        let text = format!("一、目标\n（一）快。{}特此通知。", "\n".repeat(200_000));
        assert_eq!(endings(&text).1, "特此通知。");
    }
}

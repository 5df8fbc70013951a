//! A text that ends in mid sentence.
//!
//! ```text
//! … 二、强保障。落实经费。 三、优服务。建设一批市级优        no stop at the end, where others have one
//! … 二、强保障。落实经费。 三、                              nothing behind the last marker
//! ```
//!
//! Many sound texts end without a stop: lists of headings, and whatever ends in a signature, a date or a
//! telephone number. Whether the last item belongs to such a list its neighbours show.

use super::Report;
use super::view::View;
use crate::diagnostic::Finding;
use crate::gap::is_blank;
use crate::{Code, Document, Parsed, Section, Span};

/// How much of the end a message shows, in characters.
const SHOWN: usize = 6;

/// The longest signature or date, in characters: 某某自治州人民政府办公室二〇二〇年十二月二十八日印发.
const LONGEST_SIGNATURE: usize = 30;

/// The shortest telephone number, in digits: 12345.
const SHORTEST_NUMBER: usize = 5;

/// The cut end, and the end of what the tree holds of a text that is too long.
pub(super) fn check(view: &View<'_>, report: &mut Report<'_>) {
    let parsed = view.parsed;
    if let Some(Cut { span, behind_marker }) = place(parsed) {
        let expected = if behind_marker { None } else { Some("。".to_owned()) };
        let found = Some(parsed.text_of(span).to_owned());
        report(Code::TruncatedEnd, Finding { span, expected, found, ..Finding::default() });
    }
    if parsed.is_cut() {
        let span = Span::empty(parsed.document().span.end);
        let expected = Some(u32::MAX.to_string());
        report(Code::TextTooLong, Finding { span, expected, ..Finding::default() });
    }
}

/// Where a text breaks off.
#[derive(Debug, Clone, Copy)]
pub(super) struct Cut {
    span: Span,
    behind_marker: bool,
}

/// The end of the text, if it is cut.
pub(super) fn place(parsed: &Parsed<'_>) -> Option<Cut> {
    let document = parsed.document();
    let (_, last) = document.preorder().last()?;
    let text = parsed.text_of(document.span).trim_end_matches(is_blank);
    // Otherwise a closing stands behind the last section.
    let end = u32::try_from(text.len()).ok().filter(|&end| end <= last.span.end)?;
    let sign = text.chars().next_back()?;
    let behind_marker = end <= last.marker.span.end;
    let cut = behind_marker
        || (in_mid_sentence(sign)
            && !is_signed(text)
            && !is_contact(text)
            && !ends_as_before(parsed, document, last)
            && ends_sentences_with_stops(parsed, document, last));
    let start = text.char_indices().rev().map(|(at, _)| at).take(SHOWN).last().unwrap_or(0);
    let start = if behind_marker { last.marker.span.start } else { u32::try_from(start).unwrap_or(end) };
    cut.then_some(Cut { span: Span::new(start, end), behind_marker })
}

/// Whether no sentence, entry or heading with a sign at its end ends with this character.
fn in_mid_sentence(sign: char) -> bool {
    sign.is_alphanumeric() || is_open(sign)
}

const fn ends_sentence(sign: char) -> bool {
    matches!(sign, '。' | '．' | '.' | '；' | ';' | '！' | '!' | '？' | '?' | '”' | '）' | ')')
}

/// Whether the other pieces of running text end with a stop, most of them at least: sections without
/// children, and the preface. Where there is no other, whether the last one has a 。 at all.
fn ends_sentences_with_stops(parsed: &Parsed<'_>, document: &Document, last: &Section) -> bool {
    let leaves = document.preorder().map(|(_, section)| section).filter(|section| section.children.is_empty());
    let others = leaves.map(|leaf| leaf.span).filter(|&span| span != last.span).chain([document.preface]);
    let (mut pieces, mut stopped) = (0_usize, 0_usize);
    for span in others {
        if let Some(sign) = parsed.text_of(span).trim_end_matches(is_blank).chars().next_back() {
            pieces += 1;
            stopped += usize::from(ends_sentence(sign));
        }
    }
    if pieces == 0 { parsed.text_of(last.span).contains('。') } else { stopped * 2 > pieces }
}

/// Whether the last section is one of a list whose items end without a stop, or its last line one of such
/// lines. A section with a 。 in it has begun a sentence and owes the next.
fn ends_as_before(parsed: &Parsed<'_>, document: &Document, last: &Section) -> bool {
    let own = parsed.text_of(last.span).trim_end_matches(is_blank);
    if own.contains(['。', '；', '，', '：']) && !own.contains(['\n', '\r']) || own.ends_with(is_open) {
        return false;
    }
    if let Some((lines, line)) = own.rsplit_once(['\n', '\r']) {
        let before = lines.trim_end_matches(is_blank).chars().next_back();
        return !line.contains(['。', '；']) && before.is_some_and(|sign| in_mid_sentence(sign) && !is_open(sign));
    }
    let before = document.preorder().map(|(_, section)| section).filter(|section| section.span.end <= last.span.start);
    let before = before.filter(|section| section.children.is_empty()).last();
    before.filter(|before| before.marker.style == last.marker.style).is_some_and(|before| {
        let sign = parsed.text_of(before.span).trim_end_matches(is_blank).chars().next_back();
        sign.is_some_and(char::is_alphanumeric)
    })
}

/// A sign that promises more.
const fn is_open(sign: char) -> bool {
    matches!(sign, '，' | ',' | '、' | '（' | '(' | '《' | '“' | '‘')
}

/// Whether a text ends with a number to call or an address to write to: 联系电话：38622512.
fn is_contact(text: &str) -> bool {
    let number = |sign: char| sign.is_ascii_alphanumeric() || matches!(sign, '-' | '—' | '.' | '@' | '_' | ' ' | '/');
    let before = text.trim_end_matches(number);
    text.len() - before.len() >= SHORTEST_NUMBER && before.ends_with(['：', ':'])
}

/// Whether a text ends with a date, or with a line that is the name of an office.
fn is_signed(text: &str) -> bool {
    let from = text.char_indices().rev().map(|(at, _)| at).take(LONGEST_SIGNATURE).last().unwrap_or(0);
    let end = text.get(from..).unwrap_or_default();
    let end = ["印发", "发布", "公布", "通过", "起施行"].iter().fold(end, |end, word| end.trim_end_matches(word));
    if let Some(date) = end.strip_suffix('日')
        && let Some((before, day)) = date.rsplit_once('月')
        && let Some((_, month)) = before.rsplit_once('年')
        && is_count(day)
        && is_count(month)
    {
        return true;
    }
    // A line of its own; short, as `from` is not in it.
    let Some((_, line)) = end.rsplit_once(['\n', '\r']) else { return false };
    let line = line.trim_matches(is_blank);
    let office =
        ["局", "府", "委", "会", "部", "厅", "院", "办", "室", "处", "校", "学", "司", "中心", "小组", "年", "月"];
    !line.contains(['，', ',', '、', '。', '；', '：', ':']) && office.iter().any(|word| line.ends_with(word))
}

/// Whether this is a day or month: `5`, `十二`, masked `x`, `５`, at most three characters; or the room that a
/// form leaves for one: `____`, blanks, nothing.
fn is_count(piece: &str) -> bool {
    let piece = piece.trim_matches(|sign| is_blank(sign) || matches!(sign, '_' | '＿'));
    piece.chars().count() <= 3 && piece.chars().all(char::is_alphanumeric)
}

#[cfg(test)]
mod tests {
    use super::is_signed;
    use crate::testing::{DUN, document, section};
    use crate::{Code, Diagnostic, Parsed, Span};

    /// Two sections, the first with a sound end and the second with this one.
    fn ends(first: &str, second: &str) -> Option<Diagnostic> {
        let text = format!("一、{first}\n二、{second}");
        let mut sections = vec![section(&text, "一、", DUN, &[1], "", ""), section(&text, "二、", DUN, &[2], "", "")];
        for (section, body) in sections.iter_mut().zip([first, second]) {
            section.body.end += u32::try_from(body.len()).unwrap();
            section.span.end = section.body.end;
            section.tail = Span::empty(section.body.end);
        }
        let document = document(&text, "", "", sections, "");
        assert_eq!(document.check(&text), Ok(()));
        Parsed::of_parts(&text, document, false).lint().into_iter().find(|it| it.code == Code::TruncatedEnd)
    }

    #[test]
    fn a_sentence_without_end_where_others_have_one() {
        for end in ["优服务。建设一批市级优", "优服务，", "水、电、", "印发《", "新建12\n"] {
            let said = ends("强保障。", end).unwrap();
            assert_eq!(said.expected.as_deref(), Some("。"));
            assert!(
                end.trim_end().ends_with(said.found.as_deref().unwrap())
                    || said.found.unwrap().ends_with(end.trim_end())
            );
        }
        let said = ends("强保障。", "优服务。建设一批市级优").unwrap();
        assert_eq!(said.found.as_deref(), Some("设一批市级优"));
    }

    #[test]
    fn nothing_behind_the_last_marker() {
        assert_eq!(ends("强保障", "\n").unwrap().found.as_deref(), Some("二、"));
    }

    #[test]
    fn a_sound_end() {
        for end in ["优服务。", "优服务；", "优服务。”", "见附件（略）", "优服务！\n\n"] {
            assert_eq!(ends("强保障。", end), None, "{end}");
        }
        assert_eq!(ends("强保障", "优服务"), None, "a list of headings");
        assert_eq!(ends("强保障。", "联系电话：020-38622512"), None);
        assert_eq!(ends("强保障。", "奖品\n冠军：奖杯\n亚军：奖状"), None, "lines without stops");
        assert!(ends("强保障。", "奖品\n冠军发奖杯。\n亚军发奖").is_some());
    }

    #[test]
    fn a_signature_or_date_is_an_end() {
        for end in [
            "照此执行。\n某某市教育局\n2020年5月8日",
            "照此执行。某某市教育局二〇二〇年十二月二十八日",
            "照此执行。\n某某市人民政府办公室",
            "照此执行。xx年x月x日印发",
        ] {
            assert_eq!(ends("强保障。", end), None, "{end}");
        }
        for date in ["2020 年 5 月 8 日", "____年____月____日", "日期：    年  月  日", "甲方：乙方：年月日"]
        {
            assert!(is_signed(&format!("。\n{date}")), "{date}");
        }
        assert!(!is_signed("自2020年起，每月召开一次会议，连续三日"));
        assert!(!is_signed("对各区县教育局"), "no line of its own");
    }
}

//! Documents inside a text: annexes, samples of a collection, the next of several.
//!
//! ```text
//! …特此通知。 附件2 安全管理协议 为明确责任：一、甲方责任…    an annex: its head, and a list that begins anew behind it
//! …加大投入。绿地认养计划 篇二 为做好工作：一、目标…          a sample of a collection
//! …自发布之日起施行。⏎奖惩管理制度⏎一、目的…                  the next document of a file
//! ```
//!
//! The tree has no level for them: their lists stand beside those of the text before, as in print nothing but the number says
//! what a list belongs to, and their heads stand at the end of the section before. Found from text and tree where they are asked
//! for. What has no numbered list is not found.

use crate::gap::is_blank;
use crate::scan::numeral::{arabic, chinese, is_numeral_char};
use crate::split::Width;
use crate::{Document, LineBreaks, Parsed, Section, Span, closed_up, title};

/// How much of the text before a list is looked at for the head of its document, in bytes: a head, the parties to a contract, a
/// sentence or two.
const BEFORE: usize = 1_800;
/// The longest name of a document, in characters.
const LONGEST: usize = 60;
/// The shortest name, without the number of a sample.
const SHORTEST: usize = 4;
/// What may part the characters of a head: 附 件 1.
const BLANKS: [char; 2] = [' ', '\u{3000}'];
/// How many words that may be a head are looked at before a list.
const MOST: usize = 8;
/// What ends the text before a head.
const ENDS: [char; 9] = ['。', '！', '？', '；', '：', '”', '\n', '\r', '\t'];

/// A document inside a text: an annex (附件), a sample of a collection (篇二), the next document of a file.
///
/// ```
/// let text = "安全生产通知\n一、高度重视。\n二、全面排查。\n附件1\n隐患排查方案\n一、范围。\n二、方法。\n";
/// let parsed = gangmu::parse(text);
/// let inside = parsed.subdocuments();
/// assert_eq!(parsed.text_of(inside[0].title), "附件1\n隐患排查方案");
/// let sections = &parsed.document().sections;
/// assert_eq!(inside[0].sections(parsed.document()), &sections[2..]);
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct Subdocument {
    /// From its title to the next one's, or to the end of the text.
    pub span: Span,
    /// Its title, with the number of the annex or sample. More than one line where the number stands alone on one.
    pub title: Span,
}

impl Subdocument {
    /// Its sections, a piece of those of the first level.
    #[must_use]
    pub fn sections(self, document: &Document) -> &[Section] {
        let sections = &document.sections;
        let index = |offset| sections.partition_point(|section| section.span.start < offset);
        sections.get(index(self.span.start)..index(self.span.end)).unwrap_or(&[])
    }
}

impl Parsed<'_> {
    /// The documents inside the text, in text order: annexes, samples of a collection, the next document of a file. Empty for
    /// most texts. What stands before the first of them is the text itself.
    #[must_use]
    pub fn subdocuments(&self) -> Vec<Subdocument> {
        self.document().subdocuments(self.text())
    }
}

impl Document {
    /// What [`Parsed::subdocuments`] says; `text` is the text that was parsed, of another one nothing useful is said.
    #[must_use]
    pub fn subdocuments(&self, text: &str) -> Vec<Subdocument> {
        let Some(closed) = closed_up::closed(text, LineBreaks::Hint) else { return self.inside(text) };
        let open = |Subdocument { span, title }| Subdocument { span: closed.open(span), title: closed.open(title) };
        closed.close(self).inside(&closed.text).into_iter().map(open).collect()
    }

    fn inside(&self, text: &str) -> Vec<Subdocument> {
        let mut found: Vec<Subdocument> = Vec::new();
        for pair in self.sections.windows(2) {
            if let [before, section] = pair
                && section.marker.number.iter().all(|part| part == 1)
                && let Some(title) = head_before(text, before, section)
            {
                if let Some(last) = found.last_mut() {
                    last.span.end = title.start;
                }
                found.push(Subdocument { span: Span::new(title.start, self.span.end), title });
            }
        }
        found
    }
}

/// The title of the document that begins between two sections.
fn head_before(text: &str, before: &Section, section: &Section) -> Option<Span> {
    let mut last = before;
    while let Some(child) = last.children.last() {
        last = child;
    }
    let to = (section.span.start as usize).min(text.len());
    let mut from = (last.marker.span.end as usize).max(to.saturating_sub(BEFORE)).min(to);
    while !text.is_char_boundary(from) {
        from += 1; // stops at the end of the text, a boundary
    }
    let between = text.get(from..to)?;
    let (start, length) = annex(between).or_else(|| sample(between)).or_else(|| next(between))?;
    // What stands right behind the marker before is its own heading.
    let own = between.get(..start)?.trim_matches(is_blank).is_empty();
    let at = |offset: usize| u32::try_from(from + offset).ok();
    (!own).then_some(Span::new(at(start)?, at(start + length)?))
}

/// The last head of an annex: where it begins, and the length of its number and name.
fn annex(between: &str) -> Option<(usize, usize)> {
    between.rmatch_indices('附').take(MOST).find_map(|(at, _)| {
        let (before, rest) = between.split_at_checked(at)?;
        let word = rest.strip_prefix('附')?.trim_start_matches(BLANKS).strip_prefix(['件', '录', '錄', '表'])?;
        let behind = word.trim_start_matches(BLANKS);
        let number = numeral(behind);
        let name = behind.get(number..)?;
        // Not 附件1、附件2, 附件1的要求; 附件：1.方案 names those behind.
        if name.starts_with(['、', '，', ',', '和', '所', '的', '中', '至', '—', '-']) {
            return None;
        }
        let line = before.is_empty() || before.ends_with(['\n', '\r']);
        // …日附件1, and behind a sentence; 详见附件1 refers to one, unless nothing but a name stands before the list.
        let begins = line || before.ends_with(is_blank) || before.ends_with(['。', '；', '！', '）', '日']);
        let ends = name.is_empty() || name.starts_with(is_blank) || name.starts_with(['：', ':', '（', '(']);
        let is_head = match number {
            0 => line && name.starts_with(['\n', '\r']),
            _ => line || begins && ends || title::is_whole(name.trim_matches(is_blank)),
        };
        let name = name.trim_start_matches(['：', ':']);
        is_head.then(|| (at, rest.len() - name.len() + name_of_annex(name)))
    })
}

/// The length of a number behind 附件 or 篇, in bytes: figures, a letter, or a Chinese numeral; of 篇二一年来 one sign.
fn numeral(text: &str) -> usize {
    if let Ok((rest, _)) = arabic(text).or_else(|_| chinese(text)) {
        return text.len() - rest.len();
    }
    // No numeral is written 二一.
    let first = text.chars().next().filter(|&c| c.is_ascii_uppercase() || is_numeral_char(c));
    first.map_or(0, char::len_utf8)
}

/// The length of the name that follows the number of an annex, with the blanks before it: its line, or what a title is found to be
/// where no line ends.
fn name_of_annex(behind: &str) -> usize {
    let name = behind.trim_start_matches(is_blank);
    let line = name.split(['\n', '\r']).next().unwrap_or("").trim_end_matches(is_blank);
    let blanks = behind.len() - name.len();
    if line.len() < name.trim_end_matches(is_blank).len() || behind.contains(['\n', '\r']) {
        let is_name = line.chars().count() <= LONGEST && !line.contains(['。', '，', ',', '；']);
        return match line {
            _ if line.is_empty() || !is_name => 0,
            // 附录A⏎（规范性）⏎检修记录表
            _ if line.starts_with(['（', '(']) && line.ends_with(['）', ')']) => {
                let end = blanks + line.len();
                end + name_of_annex(behind.get(end..).unwrap_or(""))
            }
            _ => blanks + line.len(),
        };
    }
    let whole = name.trim_end_matches(is_blank);
    if title::is_whole(whole) {
        return blanks + whole.len();
    }
    let found = title::find(name, u32::try_from(name.len()).unwrap_or(0), &Width::none());
    found.filter(|found| found.start == 0).map_or(0, |found| blanks + found.end as usize)
}

/// The last name of a sample: 绿地认养计划 篇二, 绿地认养计划范文（第二篇）.
fn sample(between: &str) -> Option<(usize, usize)> {
    between.rmatch_indices('篇').take(MOST).find_map(|(at, _)| {
        let (before, rest) = between.split_at_checked(at)?;
        let behind = rest.strip_prefix('篇')?;
        let blanks = behind.len() - behind.trim_start_matches(BLANKS).len();
        let number = numeral(behind.get(blanks..)?);
        let digits: usize =
            before.chars().rev().take_while(|&c| c.is_ascii_digit() || is_numeral_char(c)).map(char::len_utf8).sum();
        let counted = before.get(..before.len() - digits)?.ends_with('第') && digits > 0;
        let mut end = at + '篇'.len_utf8();
        match (counted, number) {
            (true, _) => {}
            (false, 1..) => end += blanks + number,
            _ => return None,
        }
        // 篇一、篇二, and 在第二篇文章里: the name of a sample ends with 第二篇.
        let follows = between.get(end..)?;
        let ends = follows.chars().next().is_none_or(|c| is_blank(c) || matches!(c, '）' | ')' | '】' | '：' | ':'));
        if counted && !ends || follows.starts_with(['章', '至', '到', '、', '，', ',', '篇', '和', '幅']) {
            return None;
        }
        end += follows.chars().next().filter(|c| matches!(c, '）' | ')' | '】')).map_or(0, char::len_utf8);
        let name = before.rsplit(ENDS).next()?.trim_start_matches(is_blank);
        let long = name.chars().count();
        (long <= LONGEST && (counted || long >= SHORTEST || name.is_empty() || name == "【"))
            .then_some((at - name.len(), end - (at - name.len())))
    })
}

/// The title of the next document right before its list, on a line or behind a sentence.
fn next(between: &str) -> Option<(usize, usize)> {
    let body = between.trim_end_matches(is_blank);
    let piece = body.rsplit(ENDS).next()?.trim_start_matches(is_blank);
    let long = piece.chars().count();
    ((SHORTEST..=LONGEST).contains(&long) && title::is_whole(piece)).then_some((body.len() - piece.len(), piece.len()))
}

/// The document inside the text that `offset` belongs to, if it does to one.
pub(crate) fn around(inside: &[Subdocument], offset: u32) -> Option<Subdocument> {
    let behind = inside.partition_point(|one| one.span.start <= offset);
    inside.get(behind.checked_sub(1)?).copied()
}

#[cfg(test)]
mod tests {
    use crate::{ChunkOptions, OffsetUnit, parse};

    /// The titles inside a text, and how many sections each has.
    fn inside(text: &str) -> Vec<(String, usize)> {
        let parsed = parse(text);
        let of = |one: super::Subdocument| {
            assert_eq!(one.span.start, one.title.start);
            (parsed.text_of(one.title).to_owned(), one.sections(parsed.document()).len())
        };
        parsed.subdocuments().into_iter().map(of).collect()
    }

    #[test]
    fn annexes_begin_with_their_heads() {
        let notice = "关于开展检查的通知\n一、高度重视。各单位要重视。\n二、全面排查。特此通知。\n\n青河县安委会\n2024年5月6日\n";
        for (head, title) in [
            ("附件1\n隐患排查方案\n为做好排查，制定本方案。\n", "附件1\n隐患排查方案"),
            ("附件：\n隐患排查方案\n", "隐患排查方案"),
            ("附件\n\n隐患排查方案\n", "附件\n\n隐患排查方案"),
            ("附 件 2：隐患排查方案\n", "附 件 2：隐患排查方案"),
            ("附录A\n（规范性）\n排查记录表\n", "附录A\n（规范性）\n排查记录表"),
        ] {
            let text = format!("{notice}{head}一、范围。全县。\n二、方法。自查。\n");
            assert_eq!(inside(&text), [(title.to_owned(), 2)], "{text}");
        }
        let flat = "一、高度重视。各单位要重视。二、全面排查。按附件1执行。附件1 隐患排查方案 一、范围。全县。二、方法。自查。";
        assert_eq!(inside(flat), [("附件1 隐患排查方案".to_owned(), 2)]);
        // A tree of another text says nothing, and ends.
        let parsed = parse(flat);
        for other in ["", "一", "一、高度重视。附件1"] {
            assert!(parsed.document().subdocuments(other).is_empty(), "{other}");
        }
    }

    #[test]
    fn samples_and_the_next_document_of_a_file() {
        for (text, length) in
            [("二一年来", 3), ("十二、", 6), ("二十一年", 9), ("12目标", 2), ("1", 1), ("A.1", 1), ("计划", 0), ("", 0)]
        {
            assert_eq!(super::numeral(text), length, "{text}");
        }
        let flat = "绿地认养计划篇一新的一年，要做好认养。一、宣传发动。张贴海报。二、组织认养。签订协议。绿地认养计划篇二\
                    一年之计在于春。一、明确目标。全年认养百块。二、落实责任。专人负责。绿地认养计划（第三篇）一、总结经验。二、再接再厉。";
        assert_eq!(inside(flat), [("绿地认养计划篇二".to_owned(), 2), ("绿地认养计划（第三篇）".to_owned(), 2)]);
        let file = "门卫制度\n一、值班。门卫应当按时到岗。\n二、登记。来客应当登记。\n奖惩管理制度\n一、目的。奖优罚劣。\n二、范围。全体职工。\n";
        assert_eq!(inside(file), [("奖惩管理制度".to_owned(), 2)]);
    }

    #[test]
    fn lists_that_begin_anew_belong_to_no_other_document() {
        for text in [
            "一、值班。按时到岗。\n二、登记。面向企业：\n一、填表。\n二、盖章。\n",
            "一、值班。按时到岗。二、登记。材料见附件1、附件2。一、填表。二、盖章。",
            "一、值班。二、谱写新篇章。千篇一律的做法要改。1.填表。2.盖章。",
            "一、值班。按时到岗。二、登记。做法见规程汇编第三篇文章。一、填表。二、盖章。",
            "工作方案\n一、值班。\n二、登记。\n",
            "",
            "附件1\n一、值班。",
        ] {
            assert_eq!(inside(text), [], "{text}");
        }
    }

    #[test]
    fn rows_chunks_and_json_say_to_which_a_section_belongs() {
        let text = "安全通知\n一、高度重视。各单位要重视。\n二、全面排查。特此通知。\n附件1\n𠀀排查方案\n一、范围。全县。\n二、方法。自查。\n";
        let parsed = parse(text);
        let rows = parsed.rows();
        assert_eq!(rows[1].subdocument, None);
        assert_eq!(rows[2].subdocument.as_deref(), Some("附件1 𠀀排查方案"));
        let chunks = parsed.chunks(&ChunkOptions::new(24).join_sections(true));
        let own: Vec<_> = chunks.iter().map(|chunk| parsed.text_of(chunk.span())).collect();
        assert_eq!(own.concat(), text);
        let first = chunks.iter().find(|chunk| parsed.text_of(chunk.span()).starts_with("附件1")).unwrap();
        assert_eq!(first.metadata.path[..2], ["安全通知", "附件1 𠀀排查方案"]);
        assert!(chunks.iter().all(|chunk| !parsed.text_of(chunk.span()).contains("特此通知。\n附件")), "{own:?}");
        for unit in [OffsetUnit::Byte, OffsetUnit::Char, OffsetUnit::Utf16] {
            let json = serde_json::to_value(parsed.with_offsets(unit)).unwrap();
            let one = &json["subdocuments"][0];
            assert_eq!(one["title"], "附件1\n𠀀排查方案");
            assert_eq!(
                (&one["span"]["start"], &one["span"]["end"]),
                (&one["spans"]["title"]["start"], &json["span"]["end"])
            );
            let mut written = Vec::new();
            parsed.write_json(unit, &mut written).unwrap();
            assert_eq!(written, serde_json::to_vec(&parsed.with_offsets(unit)).unwrap());
        }
    }
}

//! Where the table of contents (目录) stands: [`Parsed::contents`].
//!
//! ```text
//! 湿地管理办法  目录 第一章 总则……1 第二章 附则……9  第一章 总则 第一条 …
//!               └ contents ──────────────────────┘  the first section
//! ```
//!
//! The word 目录 before the first section, and behind it, in order, what sections of the outline are called. Found from text
//! and tree where it is asked for; the tree has it inside of `head` or `preface`. A table without the word is not found.

use crate::gap::{is_blank, is_stop};
use crate::seek;
use crate::title::window;
use crate::{Document, LineBreaks, Parsed, Section, Span, closed_up};

/// How far behind an entry the next is looked for, in bytes: 摘要 and 前言 may stand before the first, and the lines of deeper levels
/// between two that are named alike.
const BETWEEN: usize = 400;
/// How much of what stands behind the word is looked at for an entry, in bytes: the longest one begins within [`BETWEEN`].
const REACH: usize = 2 * BETWEEN;
/// The most sections that are looked for: with [`REACH`], a bound on the work for each word 目录.
const MOST: usize = 3_000;
/// How many words 目录 are tried.
const WORDS: usize = 4;
/// How much of an entry is compared, in characters.
const COMPARED: usize = 16;
/// The fewest entries.
const FEWEST: usize = 2;
/// The most digits of a page.
const PAGE: usize = 3;
/// What may part the characters of 目  录.
const INSIDE: [char; 2] = [' ', '\u{3000}'];

impl Parsed<'_> {
    /// The table of contents before the first section, with the word 目录 and the pages; `None` where there is none. It lies
    /// inside of `head` or `preface`.
    ///
    /// ```
    /// let text = "湿地管理办法\n目录\n第一章 总则……1\n第二章 附则……9\n第一章 总则\n第一条 保护湿地。\n第二章 附则\n第二条 即日施行。\n";
    /// let parsed = gangmu::parse(text);
    /// let contents = parsed.contents().map(|span| parsed.text_of(span));
    /// assert_eq!(contents, Some("目录\n第一章 总则……1\n第二章 附则……9"));
    /// ```
    #[must_use]
    pub fn contents(&self) -> Option<Span> {
        self.document().contents(self.text())
    }
}

impl Document {
    /// What [`Parsed::contents`] says; `text` is the text that was parsed, of another one nothing useful is said.
    #[must_use]
    pub fn contents(&self, text: &str) -> Option<Span> {
        match closed_up::closed(text, LineBreaks::Hint) {
            Some(closed) => closed.close(self).table(&closed.text).map(|span| closed.open(span)),
            None => self.table(text),
        }
    }

    fn table(&self, text: &str) -> Option<Span> {
        let before = text.get(..self.sections.first()?.span.start as usize)?;
        seek::words(before, "目").filter_map(|at| Some((at, behind_word(before.get(at..)?)?))).take(WORDS).find_map(
            |(at, rest)| {
                let end = before.len() - rest.len() + entries(self, text, rest)?;
                Some(Span::new(u32::try_from(at).ok()?, u32::try_from(end).ok()?))
            },
        )
    }
}

/// What stands behind the word at the beginning.
fn behind_word(text: &str) -> Option<&str> {
    text.strip_prefix('目')?.trim_start_matches(INSIDE).strip_prefix(['录', '錄', '次'])
}

/// The length of the entries behind the word, with what stands between; none where fewer than [`FEWEST`] are there.
fn entries(document: &Document, text: &str, rest: &str) -> Option<usize> {
    let (mut found, mut end) = (0, 0);
    for section in
        document.preorder().map(|(_, section)| section).filter(|section| section.heading.is_some()).take(MOST)
    {
        let name = name(text, section)?;
        if let Some(behind) = find(window(rest, end, REACH), &name) {
            found += 1;
            end += behind;
            end += page(window(rest, end, REACH));
        }
    }
    (found >= FEWEST).then(|| end + annexes(rest.get(end..).unwrap_or("")))
}

/// Marker and heading without blanks and stops, as far as they are compared.
fn name(text: &str, section: &Section) -> Option<Vec<char>> {
    let (marker, heading) = (text.get(section.marker.span.range())?, text.get(section.heading?.range())?);
    Some(marker.chars().chain(heading.chars()).filter(|&c| counts(c)).take(COMPARED).collect())
}

fn counts(character: char) -> bool {
    !is_blank(character) && !is_stop(character)
}

/// Behind the first place of a name, not further than [`BETWEEN`].
fn find(text: &str, name: &[char]) -> Option<usize> {
    let first = *name.first()?;
    text.match_indices(first).take_while(|(at, _)| *at < BETWEEN).find_map(|(at, _)| {
        let mut left = name;
        for (offset, character) in text.get(at..)?.char_indices().filter(|(_, character)| counts(*character)) {
            left = left.strip_prefix(&[character])?;
            if left.is_empty() {
                return Some(at + offset + character.len_utf8());
            }
        }
        None
    })
}

/// The length of the rest of an entry: what was not compared of its heading, a leader, the page.
fn page(behind: &str) -> usize {
    let line = behind.split(['\n', '\r']).next().unwrap_or("");
    if line.len() < behind.len() {
        return line.trim_end_matches(is_blank).len();
    }
    // No line ends it: a leader or a blank and the page.
    let rest = line.trim_start_matches(is_leader);
    let digits = rest.len() - rest.trim_start_matches(|c: char| c.is_ascii_digit()).len();
    let closed = rest.get(digits..).filter(|rest| rest.starts_with(['）', ')']));
    match line.len() - rest.len() {
        leader @ 1.. if (1..=PAGE).contains(&digits) => leader + digits + closed.map_or(0, |_| '）'.len_utf8()),
        _ => 0,
    }
}

fn is_leader(character: char) -> bool {
    is_blank(character) || matches!(character, '.' | '…' | '·' | '—' | '．' | '(' | '（')
}

/// The length of the lines behind the last entry that end with a leader and a page as well: 附录A 检查表……12.
fn annexes(behind: &str) -> usize {
    let (mut start, mut end) = (0, 0);
    for line in behind.split_inclusive(['\n', '\r']) {
        let own = line.trim_end_matches(is_blank);
        let name = own.trim_end_matches(|c: char| c.is_ascii_digit());
        let leads = name.len() < own.len() && name.ends_with(is_leader);
        if !own.is_empty() && !leads {
            break;
        }
        if leads {
            end = start + own.len();
        }
        start += line.len();
    }
    end
}

#[cfg(test)]
mod tests {
    use crate::{ChunkOptions, parse};

    fn contents(text: &str) -> Option<&str> {
        parse(text).contents().map(|span| &text[span.range()])
    }

    const BODY: &str = "第一章 总则\n第一条 保护湿地。\n第二章 附则\n第二条 本办法自公布之日起施行。\n";

    #[test]
    fn contents_end_with_their_last_entry() {
        for (before, table) in [
            ("湿地管理办法\n", "目录\n第一章 总则\n第二章 附则"),
            ("湿地管理办法\n", "目  录\n\n第一章 总 则……1\n第二章 附 则……12\n附录A 检查表……14"),
            ("封面\n", "目次\n前言……I\n第一章总则（1）\n第二章附则（2）"),
            ("", "目錄\n第一章\t总则\t1\n第二章\t附则\t2"),
        ] {
            let text = format!("{before}{table}\n\n湿地管理办法\n2020年以来，湿地受到保护。\n{BODY}");
            assert_eq!(contents(&text), Some(table), "{text}");
        }
        let flat = BODY.replace('\n', "");
        for table in
            ["目录第一章 总则第二章 附则", "目录 第一章 总则……1第二章 附则……12", "目 录 第一章 总则 1 第二章 附则 2"]
        {
            let text = format!("湿地管理办法{table}{flat}");
            assert_eq!(contents(&text), Some(table), "{text}");
        }
    }

    #[test]
    fn what_only_says_the_word_is_no_table() {
        for text in [
            "",
            "目录",
            "目录\n第一章 总则\n",
            BODY,
            &format!("湿地管理办法\n保护湿地名录按目录管理。\n{BODY}"),
            &format!("湿地管理办法\n见目录第一章 总则。\n{BODY}"),
        ] {
            assert_eq!(contents(text), None, "{text}");
        }
        // A tree of another text says nothing, and ends.
        let text = format!("目录\n第一章 总则\n第二章 附则\n{BODY}");
        let parsed = parse(&text);
        for other in ["", "目", "目录", "目录𠀀第一章", &text[..30]] {
            assert_eq!(parsed.document().contents(other), None, "{other}");
        }
    }

    #[test]
    fn the_table_is_a_chunk_of_its_own() {
        let table = "目录\n第一章 总则\n第二章 附则\n";
        let text = format!("湿地管理办法\n县政府令第3号\n{table}前言：湿地要保护。\n{BODY}");
        let parsed = parse(&text);
        let chunks = parsed.chunks(&ChunkOptions::new(30));
        let own: Vec<_> = chunks.iter().map(|chunk| parsed.text_of(chunk.span())).collect();
        assert_eq!(own.concat(), text);
        let of_table =
            chunks.iter().find(|chunk| chunk.metadata.path.last().is_some_and(|last| last == "目录")).unwrap();
        assert_eq!(parsed.text_of(of_table.span()), table);
        let bare = format!("\n{table}\n{BODY}");
        let chunks_of_bare = parse(&bare).chunks(&ChunkOptions::new(30));
        assert_eq!(parse(&bare).text_of(chunks_of_bare[0].span()), format!("\n{table}\n"));
        assert_eq!(chunks.iter().filter(|chunk| chunk.metadata.path.contains(&"目录".to_owned())).count(), 1);
    }
}

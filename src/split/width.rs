//! The width at which the lines of a text were broken, as text out of a PDF has them.
//!
//! ```text
//! 2.1 检查油位，油位应在油标的二分之一至三分之二处，否⏎      as long as many that end in the middle of a sentence: it goes on
//! 则应当加注同牌号的润滑油。⏎                            shorter: here it ends
//! 2.2 检查皮带的松紧，下沉量以一个指节为宜，用手指按压，⏎    a stop hangs behind the line
//! 按压时停机。记入⏎                                      shorter, but the next word had no room
//! CompressorLog2024表。⏎
//! ```

use std::cell::OnceCell;

use crate::gap::is_blank;
use crate::scan::ideograph::is_ideograph;

/// The narrowest lines that are taken for broken ones, and more than the widest have, in columns: an ideograph has two.
const NARROWEST: usize = 22;
const WIDEST: usize = 160;
/// What has more bytes has more columns than that, with the signs at its end.
const LONGEST: usize = WIDEST / 2 * 3 + 12;
/// By how many columns full lines differ: no ideograph is cut in two, and no stop begins a line.
const PLAY: usize = 3;
/// So many full lines that no stop ends show a width, …
const FULL: usize = 4;
/// … at least a third of all lines where these are narrower, for entries of a list may be of one length by chance; else
const NARROW: usize = 42;
const NARROW_SHARE: usize = 3;
/// … one of so many, or as many as are a little shorter, by so many columns, …
const SHARE: usize = 6;
const BELOW: usize = 12;
/// … and at most one longer for so many: the head of a page, a row of a table.
const LONGER: usize = 8;

/// The most blanks before a line that take a column each: two ideographs are as wide.
const INDENT: usize = 4;

/// Of how many lines one may have no empty one above it where empty ones mean nothing.
const APART: usize = 8;

/// Of so many first lines no more than one of so many is longer.
const FIRST: usize = 64;
const LONG_LINES: usize = 4;

/// The longest line that is nothing but the number of a page, in characters.
const LONGEST_PAGE: usize = 16;

/// The full lines of a text.
#[derive(Clone, Copy)]
struct Full {
    columns: usize,
    /// Whether nearly all lines have an empty one below them, so that this ends no paragraph.
    apart: bool,
}

/// The lines of a text.
pub(crate) struct Width<'t> {
    text: &'t str,
    /// Offset of each stop, line breaks among them.
    stops: &'t [u32],
    /// Whether its line breaks mean something.
    lines: bool,
    /// A full line, as soon as it is asked for: few texts have a line that may be one.
    full: OnceCell<Option<Full>>,
    /// What its first lines are longer than, likewise.
    long: OnceCell<usize>,
}

impl<'t> Width<'t> {
    /// Of a text with these stops; `lines`: whether its line breaks mean something.
    pub(crate) const fn of(text: &'t str, stops: &'t [u32], lines: bool) -> Self {
        Self { text, stops, lines, full: OnceCell::new(), long: OnceCell::new() }
    }

    /// Of a text whose lines are paragraphs.
    pub(crate) const fn none() -> Self {
        Self::of("", &[], true)
    }

    /// Whether the line that ends here is as long as the lines of the text can be, so that the first word of the next one had no
    /// room, or is the number of a page behind such a line; where lines mean nothing, whether it is long and no stop ends it.
    pub(crate) fn is_full(&self, end: u32) -> bool {
        let line = line_before(self.text, end);
        if line.len() > LONGEST {
            return !self.lines && line.ends_with(goes_on);
        }
        let columns = columns(line);
        let in_reach = |full: Full| {
            let rest = self.text.get(end as usize..).unwrap_or("");
            columns + first_word(rest).max(PLAY) > full.columns
                && columns < full.columns + PLAY
                && (full.apart || !is_above_empty(rest))
        };
        // An ideograph has two columns and three bytes.
        let most = (columns + PLAY) / 2 * 3 + LONGEST - WIDEST / 2 * 3;
        if columns >= NARROWEST {
            *self.long.get_or_init(|| self.long()) <= most
                && self.full.get_or_init(|| self.measure()).is_some_and(in_reach)
        } else {
            is_page(line)
                && self.line_above(end).is_some_and(|end| !is_page(line_before(self.text, end)) && self.is_full(end))
        }
    }

    /// Where the line ends that stands above the one that ends here, and above the empty ones between.
    fn line_above(&self, end: u32) -> Option<u32> {
        let before = self.text.get(..end as usize)?;
        let start = before.len().saturating_sub(4 * LONGEST_PAGE);
        let at = start + memchr::memrchr(b'\n', before.as_bytes().get(start..)?)?;
        let line = before.get(..at)?.trim_end_matches(is_blank).len();
        // The first break behind it.
        u32::try_from(line + memchr::memchr(b'\n', before.as_bytes().get(line..)?)?).ok()
    }

    /// Where its lines end.
    fn breaks(&self) -> impl Iterator<Item = u32> {
        self.stops.iter().copied().filter(|&stop| self.text.as_bytes().get(stop as usize) == Some(&b'\n'))
    }

    /// What so many of the first lines are longer than that no shorter one is full, in bytes: of most texts they are paragraphs.
    fn long(&self) -> usize {
        let (mut lengths, mut count, mut start) = ([0; FIRST], 0, 0);
        for (end, length) in self.breaks().zip(&mut lengths) {
            let line = self.text.get(start as usize..end as usize).unwrap_or("");
            *length = unindented(line).len();
            (count, start) = (count + 1, end + 1);
        }
        let lengths = lengths.get_mut(..count).unwrap_or(&mut []);
        let longer = lengths.len() / LONG_LINES;
        if lengths.is_empty() { 0 } else { *lengths.select_nth_unstable_by(longer, |a, b| b.cmp(a)).1 }
    }

    /// The lines, without the blanks at their ends, and whether an empty one stands above; the last of a text is none.
    fn lines(&self) -> impl Iterator<Item = (&str, bool)> {
        let mut start = 0;
        self.breaks().map(move |end| {
            let lines = self.text.get(start..end as usize).unwrap_or("");
            start = end as usize + 1;
            // Empty ones have no stop.
            let empty = lines.starts_with(|c: char| c.is_whitespace()).then(|| lines.rsplit_once('\n')).flatten();
            let (above, line) = empty.map_or((false, lines), |(_, line)| (true, line));
            (columned(line), above)
        })
    }

    /// What a full line is: many lines are nearly of one length and end in the middle of a sentence, and hardly one is longer.
    fn measure(&self) -> Option<Full> {
        let mut apart = 0;
        let (mut lines, mut unstopped) = ([0_usize; WIDEST + 1], [0_usize; WIDEST + 1]);
        for (line, below_empty) in self.lines() {
            apart += usize::from(below_empty);
            let columns = if line.len() > LONGEST { WIDEST } else { columns(line).min(WIDEST) };
            if let (Some(all), Some(going_on)) = (lines.get_mut(columns), unstopped.get_mut(columns)) {
                *all += usize::from(columns > 0);
                *going_on += usize::from(line.ends_with(goes_on));
            }
        }
        let all: usize = lines.iter().sum();
        let apart = apart * APART > all * (APART - 1);
        let sum = |counts: &[usize], from: usize, to: usize| counts.get(from..to).unwrap_or(&[]).iter().sum::<usize>();
        // The last of the best, where as many lines are in reach of two of them.
        let in_reach = |columns: usize| sum(&unstopped, columns + 1 - PLAY, columns + 1);
        let columns = (NARROWEST..WIDEST).filter(|&columns| unstopped.get(columns).is_some_and(|&here| here > 0));
        let columns = columns.max_by_key(|&columns| in_reach(columns))?;
        let (full, shortest) = (in_reach(columns), columns + 1 - PLAY);
        let peak = if columns < NARROW {
            full * NARROW_SHARE >= all
        } else {
            full * SHARE >= all || full >= sum(&lines, shortest - BELOW, shortest)
        };
        (full >= FULL && peak && sum(&lines, columns + 1, WIDEST + 1) * LONGER <= full)
            .then_some(Full { columns, apart })
    }
}

/// Where the lines of a text end that hold more than blanks, as the scan tells them.
pub(crate) fn breaks(text: &str) -> Vec<u32> {
    let (mut found, mut start) = (Vec::new(), 0);
    for end in memchr::memchr_iter(b'\n', text.as_bytes()) {
        if text.get(start..end).is_some_and(|line| !line.chars().all(is_blank)) {
            found.extend(u32::try_from(end));
        }
        start = end + 1;
    }
    found
}

/// Whether an empty line follows the line break that a text begins with.
fn is_above_empty(rest: &str) -> bool {
    let next = rest.trim_start_matches('\r').strip_prefix('\n').unwrap_or(rest);
    next.trim_start_matches(|c| is_blank(c) && c != '\n').starts_with('\n')
}

/// The fewest characters of lines that have all as many.
const FEWEST: usize = 16;
/// Of how many lines of a folded text one may begin with a number, or end with a stop.
const ENDED: usize = 2;

/// How long the full lines of a folded text are, in columns or in characters.
struct Reach {
    narrowest: usize,
    widest: usize,
    least: usize,
    play: usize,
}

impl Reach {
    const fn new(least: usize, play: usize) -> Self {
        Self { narrowest: usize::MAX, widest: 0, least, play }
    }

    /// With one more line: as long with the signs at its end, which may stand in it or hang behind it, and without them.
    fn with(self, whole: usize, bare: usize) -> Self {
        Self { narrowest: self.narrowest.min(whole), widest: self.widest.max(bare), ..self }
    }

    /// Whether all were full.
    fn holds(&self) -> bool {
        self.narrowest >= self.least && self.widest < self.narrowest.saturating_add(self.play)
    }

    /// Whether a line that long fits in.
    const fn takes(&self, bare: usize) -> bool {
        bare < self.widest + self.play
    }
}

/// Whether all lines of a text but the last are full, so that no paragraph ends anywhere: one line that a terminal, a mail or a
/// database broke, where so many columns were full, or a program that counts characters. The rows of a table may be of one length
/// too, but begin with numbers or end with stops.
pub(crate) fn is_folded(text: &str) -> bool {
    // Of nearly all texts the first line, the title, is shorter or longer than the second.
    let mut rest = text;
    let (mut full, mut ended, mut in_columns, mut in_characters) =
        (0, 0, Reach::new(NARROWEST, PLAY), Reach::new(FEWEST, 1));
    while let Some(end) = memchr::memchr(b'\n', rest.as_bytes().get(..LONGEST).unwrap_or(rest.as_bytes())) {
        let (line, behind) = rest.split_at_checked(end).unwrap_or_default();
        rest = behind;
        let next = behind.get(1..).unwrap_or("");
        if next.trim_start_matches(is_blank).is_empty() {
            break;
        }
        rest = next;
        let (cut, line) = (line.trim_end_matches('\r'), columned(line));
        let columns = columns(line);
        // A foreign word that had no room.
        in_columns = in_columns.with(all_columns(line) + first_word(behind).saturating_sub(1), columns);
        in_characters = in_characters.with(cut.chars().count(), characters(cut));
        if !(FEWEST / 2..=WIDEST).contains(&columns) || !in_columns.holds() && !in_characters.holds() {
            return false;
        }
        full += 1;
        let begins = next.starts_with(|c: char| c.is_ascii_digit() || matches!(c, '（' | '(' | '第' | '•'));
        ended += usize::from(begins || !line.ends_with(goes_on));
    }
    if full < FULL || ended * ENDED > full {
        return false;
    }
    let last = rest.trim_end_matches(is_blank);
    last.len() <= LONGEST
        && !last.contains('\n')
        && (in_columns.holds() && in_columns.takes(columns(last))
            || in_characters.holds() && in_characters.takes(characters(last)))
}

/// Whether a sentence goes on behind a character.
fn goes_on(c: char) -> bool {
    is_ideograph(c) || c.is_ascii_alphanumeric() || matches!(c, '，' | '、' | ',' | '”' | '》' | '）' | '%')
}

/// Whether a line is the number of a page: 12, - 12 -, 第 3 页 共 8 页, 3/8.
pub(crate) fn is_page(line: &str) -> bool {
    line.bytes().any(|byte| byte.is_ascii_digit())
        && line.chars().nth(LONGEST_PAGE).is_none()
        && line.chars().all(|c| c.is_ascii_digit() || is_blank(c) || "第页頁共/-—–－·".contains(c))
}

/// How many columns the word takes that begins the line behind a break: one character, or as many of a foreign word or a figure as
/// stand together.
fn first_word(rest: &str) -> usize {
    let line = rest.trim_start_matches(|c| is_blank(c) || matches!(c, '\n' | '\r'));
    line.bytes().take(WIDEST).take_while(|b| b.is_ascii_graphic()).count()
}

/// The line that ends here, without the blanks at its end.
fn line_before(text: &str, end: u32) -> &str {
    let before = text.get(..end as usize).unwrap_or("");
    // No longer line is a full one.
    let near = before.len().saturating_sub(4 * WIDEST);
    let start = memchr::memrchr(b'\n', before.as_bytes().get(near..).unwrap_or(&[])).map_or(near, |at| near + at + 1);
    columned((start..=before.len()).find_map(|start| before.get(start..)).unwrap_or(""))
}

/// A line without the blanks at its end, and but for so many without those at its beginning, which the source of a page has there.
fn columned(line: &str) -> &str {
    unindented(line.trim_end_matches(is_blank))
}

fn unindented(line: &str) -> &str {
    let blanks = line.bytes().take_while(|&byte| byte == b' ').count();
    line.get(blanks.saturating_sub(INDENT)..).unwrap_or(line)
}

/// How many columns a line takes, without the signs at its end that may stand behind a full one.
fn columns(line: &str) -> usize {
    all_columns(without_stops(line))
}

/// The same in characters.
fn characters(line: &str) -> usize {
    without_stops(line).chars().count()
}

fn without_stops(line: &str) -> &str {
    line.trim_end_matches([
        '，', '。', '、', '；', '：', '？', '！', '”', '》', '）', ',', '.', ';', ':', '?', '!', ')',
    ])
}

/// How many columns a line takes, of at most [`LONGEST`] bytes.
fn all_columns(line: &str) -> usize {
    // Bytes and not characters, for these vectors go over.
    let columns = |byte: u8| u16::from(byte < 0x80) + 2 * u16::from(byte >= 0xC0);
    line.bytes().map(columns).fold(0_u16, u16::wrapping_add).into()
}

#[cfg(test)]
mod tests {
    use super::{Width, breaks};
    use crate::{LineBreaks, Options, parse_with};

    fn is_full(text: &str, line: usize) -> bool {
        let stops = breaks(text);
        Width::of(text, &stops, true).is_full(stops[line])
    }

    #[test]
    fn lines_of_one_width_were_broken() {
        let full = "各单位应当在每年三月底以前把上一年的检查情况报送";
        let broken =
            format!("一、检查\n{full}\n主管部门。\n{full}\n主管部门。\n{full}\n主管部门。\n{full}\n主管部门。\n");
        assert!(is_full(&broken, 1) && !is_full(&broken, 0) && !is_full(&broken, 2));
        // One line is longer: lines are paragraphs.
        let longer = format!("{broken}{full}主管部门，并抄送有关单位\n");
        assert!(!is_full(&longer, 1));
        // Three lines may be as long by chance, and short ones are a list of words.
        assert!(!is_full(&broken.replacen(full, "略", 1), 3));
        assert!(!is_full(&broken.replace(full, "各单位应当报送"), 1));
        // Where lines are narrow more of them must be full.
        let narrow = broken.replace(full, "各单位应当在每年三月底以前把");
        assert!(is_full(&narrow, 1) && !is_full(&format!("{narrow}{}", "一、检查\n".repeat(4)), 1));
        // Sentences of one length.
        assert!(!is_full(&broken.replace("报送\n", "报送。\n"), 1));
    }

    #[test]
    fn an_empty_line_ends_a_paragraph_where_few_lines_have_one() {
        let full = "各单位应当在每年三月底以前把上一年的检查情况报送";
        let lines = |parted: &str| format!("{full}{parted}{full}\n主管部门。\n").repeat(4);
        assert!(is_full(&lines("\n"), 0) && !is_full(&lines("\n\n"), 0) && !is_full(&lines("\n \u{3000}\n"), 0));
        // An empty line stands between all: it says nothing.
        assert!(is_full(&lines("\n").replace('\n', "\n\n"), 0));
    }

    #[test]
    fn what_had_no_room_and_what_may_hang() {
        let full = "各单位应当在每年三月底以前把上一年的检查情况报送";
        let broken = |line: &str, next: &str| {
            let others = format!("{full}\n主管部门。\n").repeat(4);
            is_full(&format!("{line}\n{next}\n{others}"), 0)
        };
        // A stop hangs behind the line, and a foreign word had no room.
        assert!(broken(&format!("{full}，"), "并抄送"));
        assert!(broken("各单位应当在每年三月底以前把上一年的情况报送", "Excel表"));
        assert!(!broken("各单位应当在每年三月底以前把上一年的情况报送", "主管部门"));
        assert!(broken(&format!("{full}主"), "管部门") && !broken(&format!("{full}主管"), "部门"));
        // Few of many lines are full, but none is a little shorter.
        let names = "一、检查\n二、整改\n".repeat(20);
        let text = |lines: usize| names.clone() + &format!("{full}\n主管部门。\n").repeat(lines);
        assert!(is_full(&text(4), 40) && !is_full(&text(3), 40));
        let shorter = "各单位应当在每年三月底以前把上一年的情况报送。\n".repeat(5);
        assert!(!is_full(&(text(4) + &shorter), 40));
    }

    #[test]
    fn long_lines_of_a_text_without_lines() {
        let page = "各单位应当在每年三月底以前报送情况，逾期的予以通报。".repeat(5);
        for (end, full) in [("主管", true), ("抄送，", true), ("", false)] {
            let text = format!("{page}{end}\n部门。");
            let end = u32::try_from(page.len() + end.len()).unwrap();
            assert_eq!(Width::of(&text, &[end], false).is_full(end), full, "{end}");
            assert!(!Width::of(&text, &[end], true).is_full(end));
        }
    }

    #[test]
    fn the_number_of_a_page_behind_a_full_line() {
        let full = "各单位应当在每年三月底以前把上一年的检查情况报送";
        let text = |before: &str, page: &str| {
            format!("{before}\n{page}\n主管部门。\n") + &format!("{full}\n主管部门。\n").repeat(4)
        };
        for page in ["12", "- 3 -", "第 3 页 共 8 页", "3/8"] {
            assert!(is_full(&text(full, page), 1), "{page}");
            assert!(!is_full(&text("各单位应当报送", page), 1), "{page}");
        }
        assert!(!is_full(&text(full, "附件"), 1) && !is_full(&text(full, "—"), 1));
    }

    #[test]
    fn a_full_line_ends_a_heading_where_lines_are_paragraphs() {
        let text = include_str!("../../fixtures/genre/lines_broken_at_one_width.txt");
        for (meaning, broken) in [(LineBreaks::Hint, false), (LineBreaks::Ignored, false), (LineBreaks::Trusted, true)]
        {
            let parsed = parse_with(text, &Options::new().line_breaks(meaning));
            let section = &parsed.document().sections[1].children[0];
            assert_eq!(section.heading.is_some(), broken, "{meaning:?}");
        }
    }
}

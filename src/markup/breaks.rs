//! Line breaks, blanks and tags that a page or a program wrote out, made what they stand for.
//!
//! ```text
//! 一、总体要求<br>坚持…<br />           →    a line break behind 总体要求, as in a text with lines
//! <p class="x">一、总体要求</p><p>坚持…</p>    the same
//! 一、总体要求\n坚持…\n                 the same: text out of JSON or a program's string; also \\n and _x000D_, as tables have it
//! ['一、总体要求', '坚持…']              the same: a list of lines, as a program prints it
//! &nbsp;\u3000一、<b>总体要求</b>&#8203; blanks; what stands inside of words is not seen
//! 一、总体要求&lt;br&gt;坚持…&#10;     tags and breaks written out twice
//! 一、总体要求␋坚持…␌                   the breaks of slides and pages, U+000B and U+000C; of old files and of other systems:
//!                                       CR alone, U+0085, U+2028 and U+2029
//! <script>…</script>  <!-- … -->        blanks: nothing of it is shown
//! ```
//!
//! Such a text says where its lines ended as surely as one that has line breaks: read as one without, one heading of five was
//! lost or too long.

use super::{Edit, FIRST_LINES, UNSEEN, head};
use crate::gap::{is_blank, is_unseen};

/// The longest tag with its attributes, and the longest names, in bytes.
const TAG: usize = 400;
const NAME: usize = 10;

/// Up to so many bytes the line break is the last of them, so that the next line is not indented.
const SHORT: usize = 3;
/// So many bytes of blanks before a marker are too many.
const LONG: usize = 20;

/// Elements that begin and end lines, those that stand inside of one, and cells of a table.
const BLOCKS: &str = "br p div li ul ol tr table tbody thead caption h1 h2 h3 h4 h5 h6 hr dl dt dd pre center blockquote form \
    section article main header footer nav iframe html head title meta link body n nl lf sep";
const INLINE: &str = "b i u a s em strong span font small big sub sup del ins mark label img o:p";
const CELLS: &str = "td th";
/// What begins and ends that of which a page shows nothing.
const HIDDEN: [(&str, &str); 5] = [
    ("<!--", "-->"),
    ("<script", "</script>"),
    ("<style", "</style>"),
    ("<SCRIPT", "</SCRIPT>"),
    ("<STYLE", "</STYLE>"),
];
/// Names of blanks and of characters without width, between & and ;.
const BLANKS: &str = "nbsp ensp emsp thinsp";
const WITHOUT_WIDTH: &str = "shy zwnj zwj lrm rlm";
/// The line break of a cell of a table, as programs read it out of the file (ECMA-376, ST_Xstring).
const CELL_BREAK: &str = "_x000D_";
/// The most backslashes before what they escape.
const SLASHES: usize = 4;

/// What was written out.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Sign {
    Break,
    Blank,
    /// Stands inside of a line, between words or in one.
    Inside,
}

/// Makes them what they stand for. A break becomes one only where words stand in front of it on its line. Markdown is not made of
/// slides, whose breaks are not looked for in it; `has_odd`: whether the breaks of old files and other systems may stand in the text.
pub(super) fn plain(text: &str, is_markdown: bool, has_odd: bool, edits: &mut Vec<Edit>) {
    // Behind the last of them.
    let mut from = 0;
    // Whether nothing but blanks stands between the last line break and there.
    let mut begun = true;
    // Where the last line break is over.
    let mut line = 0;
    let mut ends = [None; HIDDEN.len()];
    let signs = memchr::memchr3_iter(b'<', b'&', b'\\', text.as_bytes());
    let slides = if is_markdown { &[] } else { text.as_bytes() };
    let signs = by_offset(signs, memchr::memchr2_iter(0x0B, 0x0C, slides));
    let cells = if has_cell_break(head(text, FIRST_LINES)) { text } else { "" };
    let signs = by_offset(signs, memchr::memmem::find_iter(cells.as_bytes(), CELL_BREAK));
    let list = list(text);
    if let Some((begin, end)) = list {
        edits.extend([begin, end].map(|(at, len)| Edit { at, len, with: ' ' }));
    }
    let signs = by_offset(signs, memchr::memchr2_iter(b'\'', b'"', if list.is_some() { text.as_bytes() } else { &[] }));
    for at in by_offset(signs, odd(if has_odd { text } else { "" })) {
        let Some(rest) = text.get(at..).filter(|_| at >= from) else { continue };
        let hidden = hidden(text, at, &mut ends);
        let Some((len, sign)) = hidden.map(|len| (len, Sign::Break)).or_else(|| written(rest)) else { continue };
        let between = text.get(from..at).unwrap_or("");
        let words = between.trim_end_matches(|c| is_blank(c) && c != '\n');
        begun = words.ends_with('\n') || words.is_empty() && begun;
        line = words.rfind('\n').map_or(line, |at| from + at + 1);
        from = at + len;
        // A line ends where the first of several begins. Where they are long another one begins behind them, for blanks before a
        // marker are looked over only so far.
        let ends = sign == Sign::Break && !begun;
        let short = len <= SHORT;
        let far = || hidden.is_some() || from - if ends { at } else { line } > LONG;
        let begins = ends && short || sign == Sign::Break && far();
        let mut make = |at, end, with| edits.push(Edit { at, len: end - at, with });
        match sign {
            Sign::Break => {
                let (head, tail) = (usize::from(ends && !short), usize::from(begins));
                make(at, at + head, '\n');
                make(at + head, from - tail, ' ');
                make(from - tail, from, '\n');
                line = if begins {
                    from
                } else if ends {
                    at + 1
                } else {
                    line
                };
            }
            Sign::Blank => make(at, from, ' '),
            Sign::Inside => make(at, from, if begun { ' ' } else { UNSEEN }),
        }
        begun |= sign == Sign::Break;
    }
}

/// How many bytes are hidden from `at` on. `ends`: where each kind ends for the last time, if that was asked: where one never ends,
/// it is not looked for again.
fn hidden(text: &str, at: usize, ends: &mut [Option<Option<usize>>; HIDDEN.len()]) -> Option<usize> {
    let rest = text.get(at..)?;
    let mut kinds = HIDDEN.iter().zip(ends);
    let ((_, close), last) = kinds.find(|((open, _), _)| rest.starts_with(open))?;
    let last = *last.get_or_insert_with(|| memchr::memmem::rfind(text.as_bytes(), close.as_bytes()));
    last.filter(|&last| last > at)?;
    Some(memchr::memmem::find(rest.as_bytes(), close.as_bytes())? + close.len())
}

/// Whether the beginning of a text shows breaks or blanks that were written out and that the scan does not see: it takes the digits of
/// \u3000 for a number.
pub(super) fn shows_at_once(head: &str) -> bool {
    let is_written = |at: usize| head.get(at..).is_some_and(|rest| escaped(rest).is_some());
    is_list(head) || has_cell_break(head) || memchr::memchr_iter(b'\\', head.as_bytes()).any(is_written)
}

/// No `memmem`: to get ready for this would take longer than the look.
fn has_cell_break(head: &str) -> bool {
    let is_break = |at: usize| head.get(at..).is_some_and(|rest| rest.starts_with(CELL_BREAK));
    memchr::memchr_iter(b'_', head.as_bytes()).any(is_break)
}

/// Whether a list of strings begins there.
fn is_list(text: &str) -> bool {
    text.strip_prefix('[').is_some_and(|rest| rest.trim_ascii_start().starts_with(['\'', '"']))
}

/// What a list of strings begins and ends with, if the text is one: where, and its length in bytes.
fn list(text: &str) -> Option<((usize, usize), (usize, usize))> {
    let inner = text.strip_prefix('[').filter(|_| is_list(text))?.trim_ascii_start();
    let whole = text.trim_ascii_end();
    let end = whole.strip_suffix(']')?.trim_ascii_end().strip_suffix(['\'', '"'])?.len();
    Some(((0, text.len() - inner.len() + 1), (end, whole.len() - end)))
}

/// Where the line breaks of old files and other systems stand.
fn odd(text: &str) -> impl Iterator<Item = usize> {
    let bytes = text.as_bytes();
    let old = memchr::memchr_iter(b'\r', bytes);
    let [next, line, paragraph] = ["\u{85}", "\u{2028}", "\u{2029}"].map(|odd| memchr::memmem::find_iter(bytes, odd));
    by_offset(by_offset(old, next), by_offset(line, paragraph))
}

/// Two lists of offsets as one.
fn by_offset(one: impl Iterator<Item = usize>, other: impl Iterator<Item = usize>) -> impl Iterator<Item = usize> {
    let (mut one, mut other) = (one.peekable(), other.peekable());
    std::iter::from_fn(move || match (one.peek(), other.peek()) {
        (Some(first), Some(second)) if second < first => other.next(),
        (Some(_), _) => one.next(),
        _ => other.next(),
    })
}

/// What a text begins with that was written out, and its length in bytes.
fn written(text: &str) -> Option<(usize, Sign)> {
    match text.as_bytes() {
        [0x0B | 0x0C, ..] => Some((1, Sign::Break)),
        [b'\r', b'\n', ..] => None,
        [b'\r', ..] => Some((1, Sign::Break)),
        [0xC2, 0x85, ..] => Some((2, Sign::Break)),
        [0xE2, 0x80, 0xA8 | 0xA9, ..] => Some((3, Sign::Break)),
        [b'\\', ..] => escaped(text),
        [b'_', ..] => {
            // It stands for the first of the two that are one break.
            let rest = text.strip_prefix(CELL_BREAK)?;
            Some((CELL_BREAK.len() + usize::from(rest.starts_with('\n')), Sign::Break))
        }
        // Between two strings of a list.
        [b'\'' | b'"', b',', rest @ ..] => {
            let behind = rest.trim_ascii_start();
            matches!(behind, [b'\'' | b'"', ..]).then_some((text.len() - behind.len() + 1, Sign::Break))
        }
        [b'&', b'l', b't', b';', rest @ ..] => {
            let near = rest.get(..TAG).unwrap_or(rest);
            let end = memchr::memmem::find(near, b"&gt;")?;
            Some((end + 8, tag(near.get(..end)?)?))
        }
        [b'&', rest @ ..] => {
            let end = rest.iter().take(NAME).position(|&byte| byte == b';')?;
            let name = rest.get(..end)?;
            let sign = match name {
                [b'#', b'x' | b'X', code @ ..] => coded(code, 16),
                [b'#', code @ ..] => coded(code, 10),
                _ if is_in(BLANKS, name) => Some(Sign::Blank),
                _ => is_in(WITHOUT_WIDTH, name).then_some(Sign::Inside),
            }?;
            Some((end + 2, sign))
        }
        // <!DOCTYPE html>, <?xml …?>
        [b'<', b'!' | b'?', rest @ ..] => {
            let end = memchr::memchr2(b'>', b'<', rest.get(..TAG).unwrap_or(rest))?;
            (rest.get(end) == Some(&b'>')).then_some((end + 3, Sign::Break))
        }
        [b'<', rest @ ..] => {
            let near = rest.get(..TAG).unwrap_or(rest);
            let end = memchr::memchr2(b'>', b'<', near).filter(|&end| near.get(end) == Some(&b'>'))?;
            Some((end + 2, tag(near.get(..end)?)?))
        }
        _ => None,
    }
}

/// What the backslashes that a text begins with escape, and the length of both. A line break behind one is the break of Markdown.
fn escaped(text: &str) -> Option<(usize, Sign)> {
    let slashes = text.bytes().take(SLASHES).take_while(|&byte| byte == b'\\').count();
    let (len, sign) = match text.as_bytes().get(slashes..)? {
        [sign @ (b'n' | b'r' | b't'), rest @ ..] => {
            // C:\notes, \theta, x \ne 0, but \na) and \na、
            let is_word = matches!(rest, [b'a'..=b'z', second, ..] if second.is_ascii() && !b".)".contains(second));
            (1, (!is_word).then_some(if *sign == b't' { Sign::Blank } else { Sign::Break })?)
        }
        [b'u', code @ ..] => (5, coded(code.get(..4)?, 16)?),
        [b'x', code @ ..] => (3, coded(code.get(..2)?, 16)?),
        [b'\n' | b'\r', ..] => (0, Sign::Blank),
        _ => return None,
    };
    Some((slashes + len, sign))
}

/// What the character stands for whose code is written so, if it is a break, a blank or has no width.
fn coded(code: &[u8], radix: u32) -> Option<Sign> {
    let code = u32::from_str_radix(str::from_utf8(code).ok()?, radix).ok()?;
    match char::from_u32(code)? {
        '\n'..='\r' | '\u{85}' | '\u{2028}' | '\u{2029}' => Some(Sign::Break),
        c if is_unseen(c) => Some(Sign::Inside),
        c => is_blank(c).then_some(Sign::Blank),
    }
}

/// What a tag stands for, of which this stands between its brackets.
fn tag(inner: &[u8]) -> Option<Sign> {
    let inner = inner.strip_prefix(b"/").unwrap_or(inner);
    let name = inner.iter().take(NAME).take_while(|byte| byte.is_ascii_alphanumeric() || **byte == b':').count();
    let (name, behind) = inner.split_at_checked(name)?;
    // <项目>, <5>; x<p 且 y>q has words where attributes stand.
    let ends = behind.first().is_none_or(|&behind| behind == b'/' || behind.is_ascii_whitespace());
    if !ends || !behind.is_ascii() && !behind.contains(&b'=') {
        return None;
    }
    if is_in(BLOCKS, name) {
        Some(Sign::Break)
    } else if is_in(CELLS, name) {
        Some(Sign::Blank)
    } else {
        is_in(INLINE, name).then_some(Sign::Inside)
    }
}

fn is_in(names: &str, name: &[u8]) -> bool {
    names.split(' ').any(|known| name.eq_ignore_ascii_case(known.as_bytes()))
}

#[cfg(test)]
mod tests {
    use super::super::without;
    use crate::parse;

    /// The text as it is read, `⏎` for each line break that was written out, a dot for each blank and `␡` for what is not seen.
    fn shown(text: &str) -> String {
        let plain = without(text);
        assert_eq!(plain.len(), text.len());
        let one = |(c, was): (char, char)| match c {
            '\n' if was != c => '⏎',
            ' ' if was != c => '·',
            '\u{7F}' => '␡',
            c => c,
        };
        plain.chars().zip(text.chars()).map(one).collect()
    }

    #[test]
    fn what_was_written_out_becomes_what_it_stands_for() {
        for (text, plain) in [
            ("一、目标<br>完成", "一、目标⏎···完成"),
            ("一、目标<BR />完成<hr/>", "一、目标⏎·· ··完成⏎····"),
            // One break, however many tags stand there, and none where a line begins.
            ("<p>一、目标</p><p class=\"x\">完成</p>\n<p>二、", "···一、目标⏎····· ··········完成⏎···\n···二、"),
            ("<div>\n  <p>\u{3000}一、<b>目</b>标</p></div>", "·····\n  ···\u{3000}一、␡␡␡目␡␡␡␡标⏎·········"),
            ("目标\\n完成\\r\\n\\t修路", "目标·⏎完成·⏎····修路"),
            ("目标\\n1. 库\\n2. 路\\na、桥\\nCPU", "目标·⏎1. 库·⏎2. 路·⏎a、桥·⏎CPU"),
            ("&nbsp;&emsp;一、目&#160;标&#x3000;完成", "············一、目······标········完成"),
            (
                "<!DOCTYPE html><style>p{}</style><!-- nav -->\n一、目标<script>1.</script>完成",
                "········· ······················⏎···· ··· ··⏎\n一、目标⏎·················⏎完成",
            ),
            ("<!-- <p> --><p>甲<br>乙", "···· ··· ··⏎···甲⏎···乙"),
            ("<td>库</td><td>路</td>", "····库·········路·····"),
            ("目标&lt;br&gt;完成&#10;修路&lt;b&gt;桥", "目标⏎·········完成⏎····修路␡␡␡␡␡␡␡␡␡桥"),
            ("目标\u{B}完成\n\u{C}修路\u{C}", "目标⏎完成\n·修路⏎"),
            // Of a program's strings, of characters without width, of a cell.
            ("目标\\\\n完成\\u000a\\u3000\\xa0修路\\x0a桥", "目标··⏎完成⏎···············修路⏎···桥"),
            ("目\\u200b标\\ufeff&#8203;&shy;", "目␡␡␡␡␡␡标␡␡␡␡␡␡␡␡␡␡␡␡␡␡␡␡␡␡"),
            ("目标_x000D_\n完成_x000D_修路", "目标⏎·······完成⏎······修路"),
            ("目标\\\n完成", "目标·\n完成"),
            ("目标<n>完成<sep>修路<LF>桥<nl>", "目标··⏎完成⏎····修路⏎···桥⏎···"),
            ("['一、目标', '完成', \"修路\"]", "··一、目标⏎· ·完成⏎· ·修路··"),
            ("[ \"目标\",\n  \"完成\" ]\n", "· ·目标⏎··  ·完成· ·\n"),
        ] {
            assert_eq!(shown(text), plain, "{text}");
        }
    }

    #[test]
    fn other_signs_stay() {
        let long = format!("<p {}>一、目标", "x".repeat(super::TAG));
        for text in [
            "<项目>、<5%、a<b、x > y、<1>",
            "<xml:p>、<pig>、<b、x<p 且 y>q",
            "C:\\notes\\new、\\theta、\\frac、x \\ne 0、\\nu_1",
            "C:\\\\notes、\\u4e00、\\usr、\\x41、\\u300、\\、x000D_、&#20116;、&#x;",
            "称为'甲', '乙'的、[\"甲\", \"乙\"]等",
            "研发R&D、&amp;、&lt;项目&gt;、&lt;br、&nbsp",
            "<p <br",
            &long,
        ] {
            assert_eq!(without(text), text);
        }
    }

    #[test]
    fn what_is_hidden_ends_or_is_none() {
        for (text, plain) in [
            ("<!-- 导航\n一、菜单 -->一、目标", true),
            ("<style>一、菜单</style>一、目标", true),
            ("# 方案\n<!-- **一、菜单** -->\n**二、目标**", true),
            ("<!-- 一、菜单", false),
            ("<script>一、菜单</style>", false),
        ] {
            assert_eq!(without(text).len(), text.len());
            assert_eq!(!without(text).contains("一、菜单"), plain, "{text}");
            assert_eq!(parse(text).document().check(text), Ok(()), "{text}");
        }
        // However often one opens that never ends, its end is looked for once.
        let many = "<!--".repeat(100_000);
        assert_eq!(without(&many), many);
    }

    #[test]
    fn every_short_text_of_tags_keeps_its_length_and_its_words() {
        const PIECES: [&str; 14] =
            ["<br>", "</p>", "<b>", "<", ">", "\\n", "\\", "&nbsp;", " ", "\n", "甲", "\u{C}", "\\xa0", "_x000D_"];
        for number in 0..PIECES.len().pow(5) {
            let mut text = "一、".to_owned();
            let mut left = number;
            for _ in 0..5 {
                text.push_str(PIECES[left % PIECES.len()]);
                left /= PIECES.len();
            }
            let plain = without(&text);
            assert_eq!(plain.len(), text.len(), "{text:?}");
            let words = |text: &str| text.matches(['一', '、', '甲']).count();
            assert_eq!(words(&plain), words(&text), "{text:?}");
            // Each break stays where it is, but for one that is part of the break of a cell.
            for (at, _) in text.match_indices('\n').filter(|&(at, _)| !text[..at].ends_with("_x000D_")) {
                assert_eq!(plain.as_bytes()[at], b'\n', "{text:?}");
            }
        }
    }

    #[test]
    fn blanks_that_were_written_out_are_no_numbers() {
        for blank in ["\\u3000\\u3000", "\\xa0", "\\n\\u3000", "\\\\n", "_x000D_\n", "', '"] {
            let lines = ["读书节方案", "一、目标", "全部建成，按月调度。", "二、措施", "1.办班", "2.办展"];
            let text = lines.join(blank);
            let text = if blank.contains('\'') { format!("['{text}']") } else { text };
            let parsed = parse(&text);
            let markers = parsed.document().walk().map(|place| parsed.text_of(place.section.marker.span));
            assert!(markers.eq(["一、", "二、", "1.", "2."]), "{text}");
            let headings = parsed.document().sections.iter().map(|section| parsed.text_of(section.heading.unwrap()));
            assert!(headings.eq(["目标", "措施"]), "{text}");
            assert_eq!(parsed.document().title.map(|title| parsed.text_of(title)), Some("读书节方案"), "{text}");
            assert_eq!(parsed.document().check(&text), Ok(()), "{text}");
        }
    }

    #[test]
    fn blanks_that_were_written_out_behind_a_preface() {
        let preface = "现将有关情况说明如下。".repeat(60);
        let text = format!("{preface}\\n\\u3000\\u3000一、目标\\n\\u3000\\u3000按月调度\\n\\u3000\\u3000二、措施");
        let parsed = parse(&text);
        let markers = parsed.document().walk().map(|place| parsed.text_of(place.section.marker.span));
        assert!(markers.eq(["一、", "二、"]));
    }

    #[test]
    fn breaks_far_behind_the_beginning_are_seen() {
        let preface = "现将有关情况说明如下。".repeat(300);
        for sign in ["<br>", "\\n", "</p><p>"] {
            let text = format!("{preface}{sign}一、目标{sign}全部建成，按月调度{sign}二、措施{sign}专人负责");
            let parsed = parse(&text);
            let headings = parsed.document().sections.iter().map(|section| parsed.text_of(section.heading.unwrap()));
            assert!(headings.eq(["目标", "措施"]), "{sign}");
            assert_eq!(parsed.document().check(&text), Ok(()));
        }
    }
}

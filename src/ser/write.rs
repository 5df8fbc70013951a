//! The same JSON without serde in between: [`Parsed::write_json`].
//!
//! ```text
//! {"schema_version":1,"offset_unit":"byte","span":{"start":0,"end":139},"title":"全市…
//! └ fixed pieces, copied                                 └ digits       └ text, copied up to what needs a \
//! ```
//!
//! Nearly all of the output is text, and in Chinese text nothing needs a `\` for hundreds of bytes. So it is
//! searched for such bytes in blocks, by a loop without branches that the compiler vectorises; `serde_json`
//! looks at one byte after the other. What is written is the same byte for byte; a test holds that.

use std::io::{self, Write};

use super::{OffsetUnit, Offsets, SCHEMA_VERSION};
use crate::{Number, Parsed, Section, Span};

impl Parsed<'_> {
    /// Writes the JSON that `serde_json::to_writer` writes of this value, or of
    /// [`Parsed::with_offsets`], faster. To a file, write through a [`std::io::BufWriter`].
    ///
    /// ```
    /// use gangmu::OffsetUnit;
    /// let parsed = gangmu::parse("一、目标。二、任务。");
    /// let mut json = Vec::new();
    /// parsed.write_json(OffsetUnit::Byte, &mut json)?;
    /// assert_eq!(json, serde_json::to_vec(&parsed)?);
    /// # Ok::<(), std::io::Error>(())
    /// ```
    ///
    /// # Errors
    ///
    /// What `out` says when it cannot be written to.
    pub fn write_json(&self, unit: OffsetUnit, out: impl Write) -> io::Result<()> {
        let mut json = Json { parsed: self, offsets: Offsets::new(self.text(), unit), out };
        let document = self.document();
        json.piece("{\"schema_version\":")?;
        json.number(SCHEMA_VERSION)?;
        json.piece(",\"offset_unit\":\"")?;
        json.piece(unit.name())?;
        json.piece("\",\"span\":")?;
        let start = json.offsets.at(document.span.start);
        let title = document.title.map(|title| json.in_unit(title));
        let preface = json.in_unit(document.preface);
        // Asked of another counter: this one goes on in text order.
        json.span(Span::new(start, Offsets::new(self.text(), unit).at(document.span.end)))?;
        json.piece(",\"title\":")?;
        json.optional_text(document.title)?;
        json.piece(",\"preface\":")?;
        json.text(document.preface)?;
        json.piece(",\"sections\":")?;
        json.sections(&document.sections, 1)?;
        json.piece(",\"closing\":")?;
        json.text(document.closing)?;
        json.piece(",\"spans\":{\"title\":")?;
        json.optional_span(title)?;
        json.piece(",\"preface\":")?;
        json.span(preface)?;
        json.piece(",\"closing\":")?;
        let closing = json.in_unit(document.closing);
        json.span(closing)?;
        json.piece("}}")
    }
}

/// Where the writing has come to.
struct Json<'p, 's, W> {
    parsed: &'p Parsed<'s>,
    offsets: Offsets<'s>,
    out: W,
}

impl<W: Write> Json<'_, '_, W> {
    /// Recurses once a level of the tree, of which there are at most [`crate::MAX_DEPTH`].
    fn sections(&mut self, sections: &[Section], level: u32) -> io::Result<()> {
        let mut before = "[";
        for section in sections {
            self.piece(before)?;
            self.section(section, level)?;
            before = ",";
        }
        self.piece(if sections.is_empty() { "[]" } else { "]" })
    }

    fn section(&mut self, section: &Section, level: u32) -> io::Result<()> {
        // In text order, for so offsets are turned into another unit in one pass.
        let start = self.offsets.at(section.span.start);
        let marker = self.in_unit(section.marker.span);
        let heading = section.heading.map(|heading| self.in_unit(heading));
        let body = self.in_unit(section.body);
        self.piece("{\"marker\":{\"text\":")?;
        self.text(section.marker.span)?;
        self.piece(",\"form\":\"")?;
        self.piece(section.marker.style.form.name())?;
        self.piece("\",\"numeral\":\"")?;
        self.piece(section.marker.style.numeral.name())?;
        self.piece("\",\"number\":")?;
        self.parts(section.marker.number)?;
        self.piece(",\"recovered\":")?;
        self.truth(section.marker.recovered)?;
        self.piece("},\"heading\":")?;
        self.optional_text(section.heading)?;
        self.piece(",\"body\":")?;
        self.text(section.body)?;
        self.piece(",\"children\":")?;
        self.sections(&section.children, level + 1)?;
        self.piece(",\"tail\":")?;
        let tail = self.in_unit(section.tail);
        self.text(section.tail)?;
        self.piece(",\"level\":")?;
        self.number(level)?;
        self.piece(",\"inline\":")?;
        self.truth(section.inline)?;
        self.piece(",\"confidence\":")?;
        self.number(section.confidence.into())?;
        self.piece(",\"span\":")?;
        let end = self.offsets.at(section.span.end);
        self.span(Span::new(start, end))?;
        self.piece(",\"spans\":{\"marker\":")?;
        self.span(marker)?;
        self.piece(",\"heading\":")?;
        self.optional_span(heading)?;
        self.piece(",\"body\":")?;
        self.span(body)?;
        self.piece(",\"tail\":")?;
        self.span(tail)?;
        self.piece("}}")
    }

    fn in_unit(&mut self, span: Span) -> Span {
        let start = self.offsets.at(span.start);
        Span::new(start, self.offsets.at(span.end))
    }

    fn piece(&mut self, fixed: &str) -> io::Result<()> {
        self.out.write_all(fixed.as_bytes())
    }

    fn truth(&mut self, truth: bool) -> io::Result<()> {
        self.piece(if truth { "true" } else { "false" })
    }

    fn parts(&mut self, number: Number) -> io::Result<()> {
        let mut before = "[";
        for part in number.iter() {
            self.piece(before)?;
            self.number(part)?;
            before = ",";
        }
        self.piece("]")
    }

    fn optional_span(&mut self, span: Option<Span>) -> io::Result<()> {
        match span {
            Some(span) => self.span(span),
            None => self.piece("null"),
        }
    }

    fn span(&mut self, span: Span) -> io::Result<()> {
        self.piece("{\"start\":")?;
        self.number(span.start)?;
        self.piece(",\"end\":")?;
        self.number(span.end)?;
        self.piece("}")
    }

    fn number(&mut self, number: u32) -> io::Result<()> {
        let mut digits = [b'0'; 10]; // as many as u32::MAX has
        let mut rest = number;
        let mut from = digits.len();
        for digit in digits.iter_mut().rev() {
            *digit += (rest % 10) as u8;
            rest /= 10;
            from -= 1;
            if rest == 0 {
                break;
            }
        }
        self.out.write_all(digits.get(from..).unwrap_or_default())
    }

    fn optional_text(&mut self, span: Option<Span>) -> io::Result<()> {
        match span {
            Some(span) => self.text(span),
            None => self.piece("null"),
        }
    }

    fn text(&mut self, span: Span) -> io::Result<()> {
        let mut rest = self.parsed.text_of(span).as_bytes();
        self.out.write_all(b"\"")?;
        while let Some(at) = to_escape(rest) {
            let (plain, behind) = rest.split_at(at); // `at` is an index of `rest`
            self.out.write_all(plain)?;
            let Some((&sign, behind)) = behind.split_first() else { break };
            self.escaped(sign)?;
            rest = behind;
        }
        self.out.write_all(rest)?;
        self.out.write_all(b"\"")
    }

    fn escaped(&mut self, sign: u8) -> io::Result<()> {
        let name = match sign {
            b'"' => b'"',
            b'\\' => b'\\',
            b'\n' => b'n',
            b'\r' => b'r',
            b'\t' => b't',
            8 => b'b',
            12 => b'f',
            _ => return write!(self.out, "\\u{sign:04x}"),
        };
        self.out.write_all(&[b'\\', name])
    }
}

/// Bytes looked at together.
const BLOCK: usize = 32;

/// Index of the first byte that JSON does not take as it is. All of them are ASCII.
fn to_escape(text: &[u8]) -> Option<usize> {
    let (blocks, rest) = text.as_chunks::<BLOCK>();
    let special = |&sign: &u8| (sign < b' ') | (sign == b'"') | (sign == b'\\');
    let skipped = blocks.iter().take_while(|block| !block.iter().fold(false, |any, sign| any | special(sign))).count();
    let block = blocks.get(skipped).map_or(rest, |block| block.as_slice());
    block.iter().position(special).map(|at| skipped * BLOCK + at)
}

#[cfg(test)]
mod tests {
    use super::to_escape;
    use crate::{Document, OffsetUnit, Parsed, Span, parse};

    fn by_hand(parsed: &Parsed<'_>, unit: OffsetUnit) -> String {
        let mut out = Vec::new();
        parsed.write_json(unit, &mut out).unwrap();
        String::from_utf8(out).unwrap()
    }

    #[test]
    fn every_sign_is_escaped_as_serde_does() {
        for sign in (0..0x250_u32).chain([0x2028, 0x2029, 0xFEFF, 0x1_F600]).filter_map(char::from_u32) {
            let text = format!("{sign}一、甲{sign}乙{}{sign}", "丙".repeat(20));
            let parsed = Parsed::of_parts(&text, Document::bare(Span::new(0, text.len() as u32)), false);
            assert_eq!(by_hand(&parsed, OffsetUnit::Byte), serde_json::to_string(&parsed).unwrap());
        }
    }

    #[test]
    fn what_needs_escape_is_found_wherever_it_stands() {
        for length in 0..100 {
            let text = "a".repeat(length);
            assert_eq!(to_escape(text.as_bytes()), None);
            for at in 0..length {
                let text = format!("{}\n{}\"", &text[..at], &text[at + 1..]);
                assert_eq!(to_escape(text.as_bytes()), Some(at));
            }
        }
    }

    #[test]
    fn numbers_have_all_their_digits() {
        let text = "一、";
        for number in [0, 9, 10, 99, 100, 12_345, u32::MAX] {
            let document = Document::bare(Span::new(0, number));
            let parsed = Parsed::of_parts(text, document, false);
            assert_eq!(by_hand(&parsed, OffsetUnit::Byte), serde_json::to_string(&parsed).unwrap());
        }
    }

    #[test]
    fn a_tree_is_written_as_serde_does_in_every_unit() {
        let text =
            "𠀀某县\n工作“要点”\t一、抓\\统筹1建机制。每月\"调度\"。\n2.强队伍。第一步：摸底。二、1.1 目的\n（一）😀办";
        for end in (0..=text.len()).filter(|&end| text.is_char_boundary(end)) {
            let parsed = parse(&text[..end]);
            for unit in [OffsetUnit::Byte, OffsetUnit::Char, OffsetUnit::Utf16] {
                let serde = serde_json::to_string(&parsed.with_offsets(unit)).unwrap();
                assert_eq!(by_hand(&parsed, unit), serde);
            }
        }
    }
}

//! The same JSON without serde in between: [`Parsed::write_json`].
//!
//! ```text
//! {"schema_version":1,"offset_unit":"byte","span":{"start":0,"end":139},"title":"全市…
//! └ fixed pieces, copied                                 └ digits       └ text, copied up to what needs a \
//! ```
//!
//! Half of the output is text, and in Chinese text nothing needs a `\` for hundreds of bytes. So it is searched for
//! such bytes in blocks, by a loop without branches that the compiler vectorises; `serde_json` looks at one byte
//! after the other. The other half is fixed pieces and offsets: they are copied in whole words into [`Held`] and
//! handed on together. What is written is the same byte for byte; a test holds that.

mod held;

use std::io::{self, Write};

use self::held::Held;
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
        let mut json = Json { parsed: self, offsets: Offsets::new(self.text(), unit), out: Held::new(out) };
        let document = self.document();
        json.out.piece(b"{\"schema_version\":");
        json.out.number(SCHEMA_VERSION);
        json.out.piece(b",\"offset_unit\":\"");
        json.out.name(unit.name().as_bytes());
        json.out.piece(b"\",\"span\":");
        let start = json.offsets.at(document.span.start);
        let head = json.in_unit(document.head);
        let title = document.title.map(|title| json.in_unit(title));
        let preface = json.in_unit(document.preface);
        // Asked of another counter: this one goes on in text order.
        json.span(Span::new(start, Offsets::new(self.text(), unit).at(document.span.end)));
        json.out.piece(b",\"head\":");
        json.text(document.head)?;
        json.out.piece(b",\"title\":");
        json.optional_text(document.title)?;
        json.out.piece(b",\"preface\":");
        json.text(document.preface)?;
        json.out.piece(b",\"sections\":[");
        json.sections(&document.sections, 1)?;
        json.out.piece(b"],\"closing\":");
        json.text(document.closing)?;
        json.out.piece(b",\"spans\":{\"head\":");
        json.span(head);
        json.out.piece(b",\"title\":");
        json.optional_span(title);
        json.out.piece(b",\"preface\":");
        json.span(preface);
        json.out.piece(b",\"closing\":");
        let closing = json.in_unit(document.closing);
        json.span(closing);
        json.out.piece(b"}}");
        json.out.hand_on()
    }
}

/// Where the writing has come to.
struct Json<'p, 's, W> {
    parsed: &'p Parsed<'s>,
    offsets: Offsets<'s>,
    out: Held<W>,
}

impl<W: Write> Json<'_, '_, W> {
    /// Recurses once a level of the tree, of which there are at most [`crate::MAX_DEPTH`].
    fn sections(&mut self, sections: &[Section], level: u32) -> io::Result<()> {
        for (index, section) in sections.iter().enumerate() {
            if index > 0 {
                self.out.piece(b",");
            }
            self.section(section, level)?;
        }
        Ok(())
    }

    fn section(&mut self, section: &Section, level: u32) -> io::Result<()> {
        // In text order, for so offsets are turned into another unit in one pass.
        let start = self.offsets.at(section.span.start);
        let marker = self.in_unit(section.marker.span);
        let heading = section.heading.map(|heading| self.in_unit(heading));
        let body = self.in_unit(section.body);
        self.out.piece(b"{\"marker\":{\"text\":");
        self.text(section.marker.span)?;
        self.out.piece(b",\"form\":\"");
        self.out.name(section.marker.style.form.name().as_bytes());
        self.out.piece(b"\",\"numeral\":\"");
        self.out.name(section.marker.style.numeral.name().as_bytes());
        self.out.piece(b"\",\"number\":[");
        self.parts(section.marker.number);
        if section.marker.recovered {
            self.out.piece(b"],\"recovered\":true},\"heading\":");
        } else {
            self.out.piece(b"],\"recovered\":false},\"heading\":");
        }
        self.optional_text(section.heading)?;
        self.out.piece(b",\"body\":");
        self.text(section.body)?;
        self.out.piece(b",\"children\":[");
        self.sections(&section.children, level + 1)?;
        self.out.piece(b"],\"tail\":");
        let tail = self.in_unit(section.tail);
        self.text(section.tail)?;
        self.out.piece(b",\"level\":");
        self.out.number(level);
        if section.inline {
            self.out.piece(b",\"inline\":true,\"confidence\":");
        } else {
            self.out.piece(b",\"inline\":false,\"confidence\":");
        }
        self.out.number(section.confidence.into());
        self.out.piece(b",\"span\":");
        let end = self.offsets.at(section.span.end);
        self.span(Span::new(start, end));
        self.out.piece(b",\"spans\":{\"marker\":");
        self.span(marker);
        self.out.piece(b",\"heading\":");
        self.optional_span(heading);
        self.out.piece(b",\"body\":");
        self.span(body);
        self.out.piece(b",\"tail\":");
        self.span(tail);
        self.out.piece(b"}}");
        Ok(())
    }

    fn in_unit(&mut self, span: Span) -> Span {
        let start = self.offsets.at(span.start);
        Span::new(start, self.offsets.at(span.end))
    }

    fn parts(&mut self, number: Number) {
        for (index, part) in number.iter().enumerate() {
            if index > 0 {
                self.out.piece(b",");
            }
            self.out.number(part);
        }
    }

    fn optional_span(&mut self, span: Option<Span>) {
        match span {
            Some(span) => self.span(span),
            None => self.out.piece(b"null"),
        }
    }

    fn span(&mut self, span: Span) {
        self.out.piece(b"{\"start\":");
        self.out.number(span.start);
        self.out.piece(b",\"end\":");
        self.out.number(span.end);
        self.out.piece(b"}");
    }

    fn optional_text(&mut self, span: Option<Span>) -> io::Result<()> {
        match span {
            Some(span) => self.text(span),
            None => {
                self.out.piece(b"null");
                Ok(())
            }
        }
    }

    fn text(&mut self, span: Span) -> io::Result<()> {
        let mut rest = self.parsed.text_of(span).as_bytes();
        self.out.piece(b"\"");
        while let Some(at) = to_escape(rest) {
            let (plain, behind) = rest.split_at(at); // `at` is an index of `rest`
            self.out.text(plain)?;
            let Some((&sign, behind)) = behind.split_first() else { break };
            self.escaped(sign)?;
            rest = behind;
        }
        self.out.text(rest)?;
        self.out.piece(b"\"");
        Ok(())
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
            _ => return self.out.text(format!("\\u{sign:04x}").as_bytes()),
        };
        self.out.text(&[b'\\', name])
    }
}

const fn is_special(sign: u8) -> bool {
    (sign < b' ') | (sign == b'"') | (sign == b'\\')
}

/// Whether a special sign is among bytes looked at together.
fn has_special<const N: usize>(block: &[u8; N]) -> bool {
    block.iter().fold(false, |any, &sign| any | is_special(sign))
}

/// Bytes looked at together.
const BLOCK: usize = 32;

/// Index of the first byte that JSON does not take as it is. All of them are ASCII.
fn to_escape(text: &[u8]) -> Option<usize> {
    let (blocks, rest) = text.as_chunks::<BLOCK>();
    let skipped = blocks.iter().take_while(|block| !has_special(block)).count();
    let rest = match blocks.get(skipped) {
        Some(block) => block.as_slice(),
        None if is_plain_end(text, rest.len()) => return None,
        None => rest,
    };
    rest.iter().position(|&sign| is_special(sign)).map(|at| skipped * BLOCK + at)
}

/// Whether nothing special is among the last `rest` bytes, fewer than a block; in blocks that reach back over bytes
/// already looked at. False where that says nothing.
fn is_plain_end(text: &[u8], rest: usize) -> bool {
    if rest == 0 {
        return true;
    }
    if let Some(block) = text.last_chunk::<BLOCK>() {
        return !has_special(block);
    }
    if let (Some(first), Some(last)) = (text.first_chunk::<16>(), text.last_chunk::<16>()) {
        return !has_special(first) && !has_special(last);
    }
    match (text.first_chunk::<8>(), text.last_chunk::<8>()) {
        (Some(first), Some(last)) => !has_special(first) && !has_special(last),
        _ => false,
    }
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

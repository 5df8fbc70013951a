//! The same JSON without serde in between: [`Parsed::write_json`].
//!
//! ```text
//! {"schema_version":1,"offset_unit":"byte","span":{"start":0,"end":139},"title":"全市…
//! └ fixed pieces, copied                                 └ digits       └ text, copied up to what needs a \
//! ```
//!
//! Half of the output is text, and in Chinese text nothing needs a `\` for hundreds of bytes: [`Plain`] looks for such
//! bytes in blocks, where `serde_json` looks at one byte after the other. The other half is fixed pieces and offsets:
//! they are copied in whole words into [`Held`] and handed on together. What is written is the same byte for byte; a
//! test holds that.

mod held;
mod plain;

use std::io::{self, Write};

use self::held::{Decimal, Held};
use self::plain::Plain;
use super::{OffsetUnit, Offsets, SCHEMA_VERSION, contents_in};
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
        let offsets = Offsets::new(self.text(), unit);
        let mut json = Json { parsed: self, offsets, plain: Plain::new(), out: Held::new(out) };
        let document = self.document();
        json.out.piece(b"{\"schema_version\":");
        json.out.number(SCHEMA_VERSION);
        json.out.piece(b",\"offset_unit\":\"");
        json.out.name(unit.word());
        json.out.piece(b"\",\"span\":");
        let start = json.offsets.at(document.span.start);
        let head = json.in_unit(document.head);
        let title = document.title.map(|title| json.in_unit(title));
        let preface = json.in_unit(document.preface);
        // Asked of another counter: this one goes on in text order.
        json.span(Span::new(start, Offsets::new(self.text(), unit).at(document.span.end)));
        json.out.piece(b",\"head\":\"");
        json.text(document.head)?;
        json.out.piece(b"\",\"title\":");
        match document.title {
            Some(title) => {
                json.out.piece(b"\"");
                json.text(title)?;
                json.out.piece(b"\",\"preface\":\"");
            }
            None => json.out.piece(b"null,\"preface\":\""),
        }
        json.text(document.preface)?;
        json.out.piece(b"\",\"sections\":[");
        json.sections(&document.sections, 1)?;
        json.out.piece(b"],\"closing\":\"");
        json.text(document.closing)?;
        json.out.piece(b"\",\"subdocuments\":[");
        json.subdocuments(unit)?;
        json.out.piece(b"],\"spans\":{\"head\":");
        json.span(head);
        json.out.piece(b",\"title\":");
        match title {
            Some(title) => json.span(title),
            None => json.out.piece(b"null"),
        }
        json.out.piece(b",\"preface\":");
        json.span(preface);
        json.out.piece(b",\"contents\":");
        match contents_in(self, unit) {
            Some(contents) => json.span(contents),
            None => json.out.piece(b"null"),
        }
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
    plain: Plain,
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
        let start = Decimal::of(self.offsets.at(section.span.start));
        let marker = self.decimals(section.marker.span, start);
        let heading = section.heading.map(|heading| self.decimals(heading, marker.1));
        let body = self.decimals(section.body, heading.unwrap_or(marker).1);
        self.out.piece(b"{\"marker\":{\"text\":\"");
        self.text(section.marker.span)?;
        match section.sign_span(self.parsed.text()) {
            None => self.out.piece(b"\",\"sign\":null,\"form\":\""),
            Some(sign) => {
                self.out.piece(b"\",\"sign\":\"");
                self.text(sign)?;
                self.out.piece(b"\",\"form\":\"");
            }
        }
        self.out.name(section.marker.style.form.word());
        self.out.piece(b"\",\"numeral\":\"");
        self.out.name(section.marker.style.numeral.word());
        self.out.piece(b"\",\"number\":[");
        self.parts(section.marker.number);
        if section.marker.recovered {
            self.out.piece(b"],\"recovered\":true},\"heading\":");
        } else {
            self.out.piece(b"],\"recovered\":false},\"heading\":");
        }
        match section.heading {
            Some(heading) => {
                self.out.piece(b"\"");
                self.text(heading)?;
                match section.heading_end(self.parsed.text()) {
                    Some(end) => {
                        self.out.piece(b"\",\"heading_end\":\"");
                        self.out.name(end.word());
                        self.out.piece(b"\",\"body\":\"");
                    }
                    None => self.out.piece(b"\",\"heading_end\":null,\"body\":\""),
                }
            }
            None => self.out.piece(b"null,\"heading_end\":null,\"body\":\""),
        }
        self.text(section.body)?;
        self.out.piece(b"\",\"children\":[");
        self.sections(&section.children, level + 1)?;
        self.out.piece(b"],\"tail\":\"");
        let tail = self.decimals(section.tail, body.1);
        self.text(section.tail)?;
        self.out.piece(b"\",\"level\":");
        self.out.number(level);
        if section.inline {
            self.out.piece(b",\"inline\":true,\"confidence\":");
        } else {
            self.out.piece(b",\"inline\":false,\"confidence\":");
        }
        self.out.number(section.confidence.into());
        let end = tail.1.or(self.offsets.at(section.span.end));
        self.out.piece(b",\"span\":{\"start\":");
        self.ends((start, end));
        self.out.piece(b"},\"spans\":{\"marker\":{\"start\":");
        self.ends(marker);
        match heading {
            Some(heading) => {
                self.out.piece(b"},\"heading\":{\"start\":");
                self.ends(heading);
                self.out.piece(b"},\"body\":{\"start\":");
            }
            None => self.out.piece(b"},\"heading\":null,\"body\":{\"start\":"),
        }
        self.ends(body);
        self.out.piece(b"},\"tail\":{\"start\":");
        self.ends(tail);
        self.out.piece(b"}}}");
        Ok(())
    }

    fn subdocuments(&mut self, unit: OffsetUnit) -> io::Result<()> {
        // They lie before the end of the sections, so that another counter goes on with them in text order.
        let mut offsets = Offsets::new(self.parsed.text(), unit);
        for (index, one) in self.parsed.subdocuments().into_iter().enumerate() {
            if index > 0 {
                self.out.piece(b",");
            }
            self.out.piece(b"{\"title\":\"");
            self.text(one.title)?;
            let title = Span::new(offsets.at(one.title.start), offsets.at(one.title.end));
            self.out.piece(b"\",\"span\":");
            // It begins with its title.
            self.span(Span::new(title.start, offsets.at(one.span.end)));
            self.out.piece(b",\"spans\":{\"title\":");
            self.span(title);
            self.out.piece(b"}}");
        }
        Ok(())
    }

    /// The ends of a span in the unit asked for; it mostly begins at an offset `near` it.
    fn decimals(&mut self, span: Span, near: Decimal) -> (Decimal, Decimal) {
        let start = near.or(self.offsets.at(span.start));
        (start, start.or(self.offsets.at(span.end)))
    }

    fn ends(&mut self, (start, end): (Decimal, Decimal)) {
        self.out.decimal(start);
        self.out.piece(b",\"end\":");
        self.out.decimal(end);
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

    fn span(&mut self, span: Span) {
        self.out.piece(b"{\"start\":");
        self.out.number(span.start);
        self.out.piece(b",\"end\":");
        self.out.number(span.end);
        self.out.piece(b"}");
    }

    /// What stands between the quotation marks.
    fn text(&mut self, span: Span) -> io::Result<()> {
        // Every span of what was parsed is of its text.
        if span.is_empty() {
            return self.out.make_room();
        }
        let text = self.parsed.text().as_bytes();
        let (start, end) = (span.start as usize, span.end as usize);
        if self.plain.holds(start, end) { self.out.text(text, start, end) } else { self.text_in_pieces(start, end) }
    }

    /// The same of a text that was not yet looked at, or in which something needs a `\`.
    #[inline(never)]
    fn text_in_pieces(&mut self, start: usize, end: usize) -> io::Result<()> {
        let text = self.parsed.text().as_bytes();
        let mut at = start;
        loop {
            let stop = self.plain.end(text, at, end);
            self.out.text(text, at, stop)?;
            let Some(&sign) = text.get(stop).filter(|_| stop < end) else { return Ok(()) };
            self.escaped(sign)?;
            at = stop + 1;
        }
    }

    #[inline(never)]
    fn escaped(&mut self, sign: u8) -> io::Result<()> {
        let name = match sign {
            b'"' => b'"',
            b'\\' => b'\\',
            b'\n' => b'n',
            b'\r' => b'r',
            b'\t' => b't',
            8 => b'b',
            12 => b'f',
            _ => return self.out.text(format!("\\u{sign:04x}").as_bytes(), 0, 6),
        };
        self.out.text(&[b'\\', name], 0, 2)
    }
}

#[cfg(test)]
mod tests {
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

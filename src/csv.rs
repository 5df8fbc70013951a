//! CSV as pandas, Arrow and Excel read it.
//!
//! ```text
//! record  = cell *("," cell) CRLF          RFC 4180
//! cell    = plain / DQUOTE *(any / 2DQUOTE) DQUOTE
//! ```
//!
//! A cell with a comma, a quote or a line break is quoted; line breaks inside stay as they are.

use std::io::{self, Write};

use crate::{Parsed, Row};

/// How CSV is written.
///
/// ```
/// let parsed = gangmu::parse("一、抓统筹。二、=1+1。");
/// let mut out = Vec::new();
/// gangmu::Csv::new().guard(true).rows(&parsed, &mut out).unwrap();
/// assert!(String::from_utf8(out).unwrap().contains("\"'=1+1"));
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
#[non_exhaustive]
pub struct Csv {
    bom: bool,
    guard: bool,
}

impl Csv {
    /// Without a byte order mark and without a guard.
    #[must_use]
    pub const fn new() -> Self {
        Self { bom: false, guard: false }
    }

    /// Whether a byte order mark comes first. Excel takes a file without one for GBK.
    #[must_use]
    pub const fn bom(mut self, on: bool) -> Self {
        self.bom = on;
        self
    }

    /// Whether a cell that a spreadsheet would run as a formula (`=`, `+`, `-`, `@`, a tab or a
    /// carriage return in front) gets a `'` before it. Changes the cell, so it is off unless asked for.
    #[must_use]
    pub const fn guard(mut self, on: bool) -> Self {
        self.guard = on;
        self
    }

    /// Writes the rows of a text, the names of the columns first.
    ///
    /// # Errors
    /// When `out` cannot be written to.
    pub fn rows(&self, parsed: &Parsed<'_>, mut out: impl Write) -> io::Result<()> {
        self.header(&Row::COLUMNS, &mut out)?;
        parsed.rows().iter().try_for_each(|row| self.record(&row.cells(), &mut out))
    }

    /// Writes the byte order mark, if one is wanted, and the names of the columns.
    ///
    /// # Errors
    /// When `out` cannot be written to.
    pub fn header<S: AsRef<str>>(&self, columns: &[S], mut out: impl Write) -> io::Result<()> {
        if self.bom {
            out.write_all("\u{FEFF}".as_bytes())?;
        }
        self.record(columns, out)
    }

    /// Writes one record.
    ///
    /// # Errors
    /// When `out` cannot be written to.
    pub fn record<S: AsRef<str>>(&self, cells: &[S], mut out: impl Write) -> io::Result<()> {
        for (index, cell) in cells.iter().enumerate() {
            if index > 0 {
                out.write_all(b",")?;
            }
            self.cell(cell.as_ref(), &mut out)?;
        }
        out.write_all(b"\r\n")
    }

    fn cell(&self, cell: &str, out: &mut impl Write) -> io::Result<()> {
        let guard = self.guard && cell.starts_with(['=', '+', '-', '@', '\t', '\r', '＝', '＋', '－', '＠']);
        if !guard && !cell.contains(['"', ',', '\r', '\n']) {
            return out.write_all(cell.as_bytes());
        }
        out.write_all(if guard { b"\"'" } else { b"\"" })?;
        for (index, piece) in cell.split('"').enumerate() {
            if index > 0 {
                out.write_all(b"\"\"")?;
            }
            out.write_all(piece.as_bytes())?;
        }
        out.write_all(b"\"")
    }
}

#[cfg(test)]
mod tests {
    use super::Csv;

    fn record(csv: Csv, cells: &[&str]) -> String {
        let mut out = Vec::new();
        csv.record(cells, &mut out).unwrap();
        String::from_utf8(out).unwrap()
    }

    #[test]
    fn what_would_break_a_record_is_quoted() {
        assert_eq!(
            record(Csv::new(), &["一", "", "a,b", "说\"好\"", "上\r\n下"]),
            "一,,\"a,b\",\"说\"\"好\"\"\",\"上\r\n下\"\r\n"
        );
    }

    #[test]
    fn a_guard_stops_formulas_only() {
        assert_eq!(record(Csv::new().guard(true), &["=1", "-2", "一=1", "＠x"]), "\"'=1\",\"'-2\",一=1,\"'＠x\"\r\n");
        assert_eq!(record(Csv::new(), &["=1"]), "=1\r\n");
    }

    #[test]
    fn a_byte_order_mark_comes_once_and_first() {
        let mut out = Vec::new();
        let csv = Csv::new().bom(true);
        csv.header(&["a"], &mut out).unwrap();
        csv.record(&["b"], &mut out).unwrap();
        assert_eq!(String::from_utf8(out).unwrap(), "\u{FEFF}a\r\nb\r\n");
    }
}

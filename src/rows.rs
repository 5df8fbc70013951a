//! The tree as a table: one flat record a section, in text order.
//!
//! ```text
//! id parent previous next depth form number marker heading body       path, and more
//! 1  –      –        4    1     dun  1      一、   抓统筹  –          [一、抓统筹]
//! 2  1      –        3    2     dot  1      1      建机制  每月调度。 [一、抓统筹, 1 建机制]
//! 3  1      2        –    2     dot  2      2.     强队伍  –          [一、抓统筹, 2.强队伍]
//! 4  –      1        –    1     dun  2      二、   抓落实  责任到位。 [二、抓落实]
//! ```
//!
//! For pandas, Arrow, databases and Excel: every column has one type and nothing nests but `path`.

use serde::Serialize;

use crate::label::label;
use crate::subdocuments;
use crate::{Form, HeadingEnd, LineIndex, Numeral, Parsed};

/// One section as a flat record. Serialised, each field is a key of its name; as CSV, a column.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Row<'s> {
    /// The section's place in text order: 1, 2, 3 …
    pub id: usize,
    /// The section around this one.
    pub parent: Option<usize>,
    /// The section before this one under the same parent.
    pub previous: Option<usize>,
    /// The section behind this one under the same parent.
    pub next: Option<usize>,
    /// How deep the section lies: 1 on the first level.
    pub depth: usize,
    /// The shape of the marker.
    pub form: Form,
    /// The kind of numeral.
    pub numeral: Numeral,
    /// The number, its parts joined by dots: `10.1` for 第十条之一, `A.1` of an annex. Text, as 1.10 is not 1.1.
    pub number: String,
    /// The last part of the number, to sort and compare by.
    pub ordinal: u32,
    /// The marker as it stands in the text.
    pub marker: &'s str,
    /// The sign before it: ★ and ▲ by which tenders say which items must be met or count much, or a bullet.
    pub sign: Option<&'s str>,
    /// The heading, if there is one.
    pub heading: Option<&'s str>,
    /// How the end of the heading shows in the text; [`HeadingEnd::Unmarked`]: it does not, and was weighed.
    pub heading_end: Option<HeadingEnd>,
    /// The text between heading and first child.
    pub body: &'s str,
    /// What stands behind the last child.
    pub tail: &'s str,
    /// The title of the annex, sample or other document inside the text that the section belongs to, in one line; none for
    /// what belongs to the text itself.
    pub subdocument: Option<String>,
    /// Marker and heading of the sections around this one and of itself, outermost first; without
    /// line breaks, long ones clipped.
    pub path: Vec<String>,
    /// First byte of the section, children included.
    pub start: usize,
    /// Behind its last byte.
    pub end: usize,
    /// First character.
    pub start_char: usize,
    /// Behind its last character.
    pub end_char: usize,
    /// Line of the first character, from 1.
    pub line: usize,
    /// Its column in characters, from 1.
    pub column: usize,
    /// Line of the place behind the last character.
    pub end_line: usize,
    /// Its column.
    pub end_column: usize,
    /// Whether the marker's delimiter is not in the text.
    pub recovered: bool,
    /// Whether the marker stands inside a line or sentence.
    pub inline: bool,
    /// How sure marker and place are, 0 to 100.
    pub confidence: u8,
}

impl Row<'_> {
    /// The names of the columns, in order.
    pub const COLUMNS: [&'static str; 28] = [
        "id",
        "parent",
        "previous",
        "next",
        "depth",
        "form",
        "numeral",
        "number",
        "ordinal",
        "marker",
        "sign",
        "heading",
        "heading_end",
        "body",
        "tail",
        "subdocument",
        "path",
        "start",
        "end",
        "start_char",
        "end_char",
        "line",
        "column",
        "end_line",
        "end_column",
        "recovered",
        "inline",
        "confidence",
    ];

    /// The values as text, in the order of [`Row::COLUMNS`]; empty for none, the path joined by ` > `.
    #[must_use]
    pub fn cells(&self) -> [String; 28] {
        let or_empty = |id: Option<usize>| id.map(|id| id.to_string()).unwrap_or_default();
        [
            self.id.to_string(),
            or_empty(self.parent),
            or_empty(self.previous),
            or_empty(self.next),
            self.depth.to_string(),
            self.form.name().to_owned(),
            self.numeral.name().to_owned(),
            self.number.clone(),
            self.ordinal.to_string(),
            self.marker.to_owned(),
            self.sign.unwrap_or_default().to_owned(),
            self.heading.unwrap_or_default().to_owned(),
            self.heading_end.map_or("", HeadingEnd::name).to_owned(),
            self.body.to_owned(),
            self.tail.to_owned(),
            self.subdocument.clone().unwrap_or_default(),
            self.path.join(" > "),
            self.start.to_string(),
            self.end.to_string(),
            self.start_char.to_string(),
            self.end_char.to_string(),
            self.line.to_string(),
            self.column.to_string(),
            self.end_line.to_string(),
            self.end_column.to_string(),
            self.recovered.to_string(),
            self.inline.to_string(),
            self.confidence.to_string(),
        ]
    }
}

impl<'s> Parsed<'s> {
    /// The tree as a table: one flat record a section, in text order.
    ///
    /// ```
    /// let parsed = gangmu::parse("一、抓统筹。1.建机制。2.强队伍。二、抓落实。");
    /// let rows = parsed.rows();
    /// assert_eq!(rows[1].path, ["一、抓统筹", "1.建机制"]);
    /// assert_eq!((rows[1].parent, rows[1].next), (Some(1), Some(3)));
    /// ```
    #[must_use]
    pub fn rows(&self) -> Vec<Row<'s>> {
        let lines = LineIndex::new(self.text());
        let inside = self.subdocuments();
        let mut rows: Vec<Row<'s>> = Vec::new();
        // For each open level the row's id and label, and the row before it under the same parent.
        let mut open: Vec<(usize, String)> = Vec::new();
        let mut last_on_level: Vec<Option<usize>> = vec![None];
        for (depth, section) in self.document().preorder() {
            let id = rows.len() + 1;
            open.truncate(depth - 1); // depth is at least 1
            last_on_level.truncate(depth);
            let previous = last_on_level.last().copied().flatten();
            if let Some(before) = previous.and_then(|previous| rows.get_mut(previous - 1)) {
                before.next = Some(id);
            }
            let parent = open.last().map(|(parent, _)| *parent);
            open.push((id, label(self, section)));
            if let Some(last) = last_on_level.last_mut() {
                *last = Some(id);
            }
            last_on_level.push(None);
            let (start, end) = (section.span.start as usize, section.span.end as usize);
            let (from, to) = (lines.position(start), lines.position(end));
            rows.push(Row {
                id,
                parent,
                previous,
                next: None,
                depth,
                form: section.marker.style.form,
                numeral: section.marker.style.numeral,
                number: section.marker.number_text(),
                ordinal: section.marker.number.last(),
                marker: self.text_of(section.marker.span),
                sign: section.sign(self.text()),
                heading: section.heading.map(|heading| self.text_of(heading)),
                heading_end: section.heading_end(self.text()),
                body: self.text_of(section.body),
                tail: self.text_of(section.tail),
                subdocument: subdocuments::around(&inside, section.span.start)
                    .map(|one| crate::label::in_one_line(self, one.title)),
                path: open.iter().map(|(_, label)| label.clone()).collect(),
                start,
                end,
                start_char: lines.chars_before(start),
                end_char: lines.chars_before(end),
                line: from.line,
                column: from.char_column,
                end_line: to.line,
                end_column: to.char_column,
                recovered: section.marker.recovered,
                inline: section.inline,
                confidence: section.confidence,
            });
        }
        rows
    }
}

#[cfg(test)]
mod tests {
    use super::Row;
    use crate::Parsed;
    use crate::testing::{PLAN, plan};

    #[test]
    fn rows_hang_together_as_the_tree_does() {
        let rows = Parsed::of_parts(PLAN, plan(), false).rows();
        let ties: Vec<_> = rows.iter().map(|row| (row.id, row.parent, row.previous, row.next, row.depth)).collect();
        assert_eq!(
            ties,
            [
                (1, None, None, Some(4), 1),
                (2, Some(1), None, Some(3), 2),
                (3, Some(1), Some(2), None, 2),
                (4, None, Some(1), None, 1),
            ]
        );
        assert_eq!(rows[1].path, ["一、抓统筹", "1 建机制"]);
        assert_eq!((rows[3].line, rows[3].column), (3, 1));
        for row in &rows {
            let chars: String = PLAN.chars().take(row.end_char).skip(row.start_char).collect();
            assert_eq!(chars, PLAN[row.start..row.end]);
        }
    }

    #[test]
    fn columns_are_the_keys_in_their_order() {
        let rows = Parsed::of_parts(PLAN, plan(), false).rows();
        let json = serde_json::to_string(&rows[0]).unwrap();
        let mut at = 0;
        for column in Row::COLUMNS {
            let key = json[at..].find(&format!("\"{column}\":")).expect(column);
            at += key;
        }
        let keys = serde_json::from_str::<serde_json::Value>(&json).unwrap();
        assert_eq!(keys.as_object().unwrap().len(), Row::COLUMNS.len());
        assert_eq!(rows[0].cells().len(), Row::COLUMNS.len());
    }
}

//! Why each marker was taken or left out, one line a candidate. Part of the program `gangmu explain`
//! and of the example of the same name.

use std::io::{self, Write};

use gangmu::{Choice, LineIndex, Options, Parsed, printable};

/// Candidates left out by a wide margin are shown only when all are asked for.
const NEAR: u32 = 60;
/// Columns of a terminal.
const WIDTH: usize = 100;

pub(crate) fn write(text: &str, options: &Options, all: bool, out: &mut impl Write) -> io::Result<()> {
    let parsed = gangmu::parse_with(text, options);
    let lines = LineIndex::new(text);
    for choice in gangmu::explain(text, options) {
        if all || choice.taken || choice.margin.is_some_and(|margin| margin < NEAR) {
            writeln!(out, "{}", row(&choice, &parsed, &lines))?;
        }
    }
    Ok(())
}

/// One line: `3:14  ✓ 2  1.  把握 100  差距 74  BiasDot +1 …`
fn row(choice: &Choice, parsed: &Parsed<'_>, lines: &LineIndex<'_>) -> String {
    let place = lines.position(choice.marker.span.start as usize);
    let around: String = parsed.text().get(choice.marker.span.end as usize..).unwrap_or("").chars().take(6).collect();
    let marker: String = parsed.text_of(choice.marker.span).chars().chain(around.chars()).collect();
    let marker = printable(&marker);
    let taken = match (choice.level, choice.confidence) {
        (Some(level), Some(confidence)) => format!("✓ {level} {confidence:>3}"),
        _ => "·      ".to_owned(),
    };
    let margin = choice.margin.map_or("  -".to_owned(), |margin| format!("{margin:>3}"));
    let mut line = format!("{:>3}:{:<5} {taken} {margin}  {marker}", place.line, place.char_column);
    for evidence in &choice.evidence {
        let next = format!("  {} {:+}", evidence.name, evidence.weight);
        if line.chars().count() + next.len() > WIDTH {
            line.push_str(" …");
            break;
        }
        line.push_str(&next);
    }
    line
}

//! What is done with one text: parse, rows, chunks, Markdown, explain.

use std::io::{self, Write};
use std::num::NonZeroUsize;

use clap::{Args, ValueEnum};
use gangmu::{ChunkOptions, Csv, OffsetUnit, Options, Row, parse_with, printable};
use serde::Serialize;

use crate::batch::Job;
use crate::jsonl::write_json;

#[derive(Args)]
#[group(skip)] // its name would be that of the subcommand
pub(crate) struct Parse {
    /// json：一篇一个 JSON；jsonl：一行一篇（多篇时默认）。 One JSON a text, or one line a text.
    #[arg(long)]
    format: Option<ParseFormat>,
    /// 偏移单位：byte、char、utf16。 The unit of offsets.
    #[arg(long, default_value = "byte", value_parser = unit)]
    offsets: OffsetUnit,
}

#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
enum ParseFormat {
    Json,
    Jsonl,
}

pub(crate) fn unit(name: &str) -> Result<OffsetUnit, String> {
    OffsetUnit::from_name(name).ok_or_else(|| "byte, char, utf16".to_owned())
}

#[derive(Serialize)]
struct Named<'a, T> {
    source: &'a str,
    gangmu: T,
}

impl Job for Parse {
    fn extension(&self) -> &'static str {
        match self.format {
            Some(ParseFormat::Jsonl) => "jsonl",
            _ => "json",
        }
    }

    fn one(&self, name: &str, text: &str, options: &Options, many: bool) -> io::Result<Vec<u8>> {
        let parsed = parse_with(text, options);
        let document = parsed.with_offsets(self.offsets);
        let format = self.format.unwrap_or(if many { ParseFormat::Jsonl } else { ParseFormat::Json });
        let mut out = Vec::new();
        match format {
            ParseFormat::Json => serde_json::to_writer_pretty(&mut out, &document)?,
            ParseFormat::Jsonl => write_json(&Named { source: name, gangmu: document }, &mut out)?,
        }
        out.push(b'\n');
        Ok(out)
    }
}

#[derive(Args)]
#[group(skip)] // its name would be that of the subcommand
pub(crate) struct Rows {
    /// csv 或 jsonl。 CSV or JSON Lines.
    #[arg(long, default_value = "csv")]
    format: RowsFormat,
    /// 加 BOM，Excel 才不会按 GBK 打开。 A byte order mark, so that Excel does not take it for GBK.
    #[arg(long)]
    bom: bool,
    /// 以 = + - @ 开头的单元格前加 '。 A ' before cells that a spreadsheet would run as a formula.
    #[arg(long)]
    guard: bool,
}

#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
enum RowsFormat {
    Csv,
    Jsonl,
}

#[derive(Serialize)]
struct SourcedRow<'a> {
    source: &'a str,
    /// The title of the text.
    title: Option<&'a str>,
    #[serde(flatten)]
    row: &'a Row<'a>,
}

impl Rows {
    const fn csv(&self) -> Csv {
        Csv::new().bom(self.bom).guard(self.guard)
    }
}

impl Job for Rows {
    fn extension(&self) -> &'static str {
        match self.format {
            RowsFormat::Csv => "csv",
            RowsFormat::Jsonl => "jsonl",
        }
    }

    fn head(&self) -> Vec<u8> {
        let mut out = Vec::new();
        if self.format == RowsFormat::Csv {
            let columns: Vec<_> = ["source", "title"].into_iter().chain(Row::COLUMNS).collect();
            let _ = self.csv().header(&columns, &mut out); // a vector can be written to
        }
        out
    }

    fn one(&self, name: &str, text: &str, options: &Options, _: bool) -> io::Result<Vec<u8>> {
        let parsed = parse_with(text, options);
        let title = parsed.document().title.map(|title| parsed.text_of(title));
        let (mut out, mut line) = (Vec::new(), Vec::new());
        for row in parsed.rows() {
            match self.format {
                RowsFormat::Csv => {
                    let cells: Vec<_> =
                        [name, title.unwrap_or_default()].map(str::to_owned).into_iter().chain(row.cells()).collect();
                    self.csv().record(&cells, &mut out)?;
                }
                RowsFormat::Jsonl => {
                    write_json(&SourcedRow { source: name, title, row: &row }, &mut line)?;
                    out.append(&mut line);
                    out.push(b'\n');
                }
            }
        }
        Ok(out)
    }
}

#[derive(Args)]
#[group(skip)] // its name would be that of the subcommand
pub(crate) struct Chunks {
    /// 每块最多多少字。 The most characters of a chunk.
    #[arg(long, default_value = "500")]
    size: NonZeroUsize,
    /// 同一节续块重复前文多少字，至多半块。 Characters repeated where a section goes on in the next chunk; half a chunk at most.
    #[arg(long, default_value_t = 0)]
    overlap: usize,
    /// 标题路径放在正文前，总占每块的四分之一。 The path of headings in front of the text; a quarter of the size is kept for it.
    #[arg(long)]
    path_in_text: bool,
    /// 相邻的短节合成一块，不各自成块（条、有下级的节）。 Short neighbours share a chunk also where they are articles or have
    /// children.
    #[arg(long)]
    join: bool,
}

impl Job for Chunks {
    fn extension(&self) -> &'static str {
        "jsonl"
    }

    fn one(&self, name: &str, text: &str, options: &Options, _: bool) -> io::Result<Vec<u8>> {
        let chunks = ChunkOptions::new(self.size.get())
            .overlap(self.overlap)
            .path_in_text(self.path_in_text)
            .join_sections(self.join)
            .source(name);
        let (mut out, mut line) = (Vec::new(), Vec::new());
        for chunk in parse_with(text, options).chunks(&chunks) {
            write_json(&chunk, &mut line)?;
            out.append(&mut line);
            out.push(b'\n');
        }
        Ok(out)
    }
}

pub(crate) struct Markdown;

impl Job for Markdown {
    fn extension(&self) -> &'static str {
        "md"
    }

    fn one(&self, _: &str, text: &str, options: &Options, many: bool) -> io::Result<Vec<u8>> {
        let mut markdown = parse_with(text, options).markdown();
        if many {
            markdown.push('\n');
        }
        Ok(markdown.into_bytes())
    }
}

#[derive(Args)]
#[group(skip)] // its name would be that of the subcommand
pub(crate) struct Explain {
    /// 也列出得分很低的候选。 Also candidates with little in their favour.
    #[arg(long)]
    all: bool,
}

impl Job for Explain {
    fn extension(&self) -> &'static str {
        "txt"
    }

    fn one(&self, name: &str, text: &str, options: &Options, many: bool) -> io::Result<Vec<u8>> {
        let mut out = Vec::new();
        if many {
            writeln!(out, "== {}", printable(name))?;
        }
        crate::explain::write(text, options, self.all, &mut out)?;
        Ok(out)
    }
}

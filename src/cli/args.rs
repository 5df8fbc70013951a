//! The arguments of the program.

use std::path::PathBuf;

use clap::{Args as ClapArgs, Parser, Subcommand, ValueEnum};
use gangmu::encoding::Encoding;
use gangmu::{LineBreaks, OffsetUnit, Options};

use crate::inputs::encoding;
use crate::jobs;

const EXAMPLES: &str = "\
例 Examples:
  gangmu parse plan.txt                          一篇的纲目，JSON  one outline as JSON
  gangmu rows -o rows.csv --bom texts/           全部文件夹成一张表，Excel 可开  a table of a folder
  gangmu chunks --size 400 --path-in-text a.txt  检索用的块  chunks for retrieval
  gangmu markdown a.txt > a.md
  gangmu lint --format short texts/              查序号问题  what is wrong with the numbers
  gangmu jsonl < in.jsonl > out.jsonl            每行一篇  one text a line
  find . -name '*.txt' | gangmu parse --files-from - -o all.jsonl

退出码 Exit status: 0 完成 done; 1 lint 有发现 findings; 2 参数或文件有误 wrong arguments or files
";
const PARSE: &str = "\
例 Examples:
  gangmu parse plan.txt | jq .title              一篇  one text
  gangmu parse -o all.jsonl texts/               一行一篇  one line a text
  gangmu parse -o out/ texts/                    一篇一个文件  one file a text
  gangmu parse --encoding auto old.txt           自动判断编码  find out the encoding
";
const LINT: &str = "\
例 Examples:
  gangmu lint plan.txt
  gangmu lint --format short texts/              编辑器可跳转  editors can jump there
  gangmu lint --fix -o mended.txt plan.txt
  gangmu lint --format sarif texts/ > findings.sarif

退出码 Exit status: 0 没有发现 clean; 1 有发现（见 --fail-on）findings; 2 参数或文件有误 wrong arguments or files
";
const ROWS: &str = "\
例 Examples:
  gangmu rows --bom --guard -o rows.csv texts/   用 Excel 打开  for Excel
  gangmu rows --format jsonl texts/ > rows.jsonl
  gangmu rows --each line -o rows.csv plans.txt  每行一篇  one text a line
  gangmu rows --each jsonl -o rows.csv in.jsonl  每行一个 JSON，取 text  one JSON object a line
";
const CHUNKS: &str = "\
例 Examples:
  gangmu chunks --size 400 --path-in-text texts/ > chunks.jsonl
  gangmu chunks --size 800 --overlap 100 law.txt | jq -r .id
  gangmu chunks --each jsonl in.jsonl            每行一个 JSON，id 作 source  called by the id of its line
";
const MARKDOWN: &str = "\
例 Examples:
  gangmu markdown plan.txt > plan.md
  gangmu markdown -o out/ texts/                 一篇一个文件  one file a text
";
const EXPLAIN: &str = "\
例 Example:
  gangmu explain plan.txt | less                 行:列、是否采用、层次、把握、差距、理由
                                                 line:column, taken, level, confidence, margin, reasons
";
const JSONL: &str = "\
例 Examples:
  echo '{\"id\": 7, \"text\": \"一、目标。二、任务。\"}' | gangmu jsonl
  gangmu jsonl --strict -o out.jsonl in.jsonl
";
const COMPLETIONS: &str = "\
例 Example:
  gangmu completions bash > ~/.local/share/bash-completion/completions/gangmu
";

/// 读出中文规划、公文、法规的纲目。 Reads the outline of Chinese plan, policy and legal text.
#[derive(Parser)]
#[command(name = "gangmu", version, after_help = EXAMPLES)]
pub(crate) struct Args {
    #[command(subcommand)]
    pub(crate) command: Command,
}

#[derive(Subcommand)]
pub(crate) enum Command {
    /// 纲目，JSON。 The outline as JSON.
    #[command(after_help = PARSE)]
    Parse {
        #[command(flatten)]
        files: Files,
        #[command(flatten)]
        reading: Reading,
        #[command(flatten)]
        job: jobs::Parse,
    },
    /// 序号和正文的问题。 What is wrong or doubtful in the text.
    #[command(after_help = LINT)]
    Lint {
        #[command(flatten)]
        files: Files,
        #[command(flatten)]
        job: crate::lint_job::Lint,
    },
    /// 一节一行的表。 A table, one record a section.
    #[command(after_help = ROWS)]
    Rows {
        #[command(flatten)]
        files: Files,
        #[command(flatten)]
        reading: Reading,
        #[command(flatten)]
        job: jobs::Rows,
    },
    /// 检索用的块，JSON Lines。 Chunks for retrieval, as JSON Lines.
    #[command(after_help = CHUNKS)]
    Chunks {
        #[command(flatten)]
        files: Files,
        #[command(flatten)]
        reading: Reading,
        #[command(flatten)]
        job: jobs::Chunks,
    },
    /// Markdown 文本。 The text as Markdown.
    #[command(after_help = MARKDOWN)]
    Markdown {
        #[command(flatten)]
        files: Files,
        #[command(flatten)]
        reading: Reading,
    },
    /// 每个候选序号为什么采用或不采用。 Why each marker was taken or left out.
    #[command(after_help = EXPLAIN)]
    Explain {
        #[command(flatten)]
        files: Files,
        #[command(flatten)]
        reading: Reading,
        #[command(flatten)]
        job: jobs::Explain,
    },
    /// JSON Lines 过滤器，一行进一行出。 A filter for JSON Lines: adds the outline of each line's `text`.
    #[command(after_help = JSONL)]
    Jsonl {
        /// 文件，- 为标准输入。 The file; - is standard input.
        #[arg(default_value = "-", value_name = "FILE|-")]
        input: PathBuf,
        #[command(flatten)]
        encoding: Bytes,
        /// 输出到文件。 Write to this file.
        #[arg(short, long, value_name = "FILE")]
        output: Option<PathBuf>,
        /// 只输出序号的位置与层次，偏移以字符计。 Only where the markers are, offsets in characters.
        #[arg(long)]
        outline: bool,
        /// 偏移单位：byte、char、utf16；--outline 总以字符计。 The unit of offsets; of --outline it is always the character.
        #[arg(long, default_value = "byte", value_parser = jobs::unit)]
        offsets: OffsetUnit,
        #[command(flatten)]
        breaks: Breaks,
        /// 保留 text 字段。 Keep the field text.
        #[arg(long)]
        keep_text: bool,
        /// 坏行的记录带行号（输入切开并行时，各段自成行号）。 The records of bad lines say which line it was.
        #[arg(long)]
        line_numbers: bool,
        /// 有坏行时退出码为 2。 Exit 2 if any line was bad.
        #[arg(long)]
        strict: bool,
    },
    /// 命令补全脚本。 Completions for a shell.
    #[command(after_help = COMPLETIONS)]
    Completions {
        /// bash、zsh、fish、powershell、elvish
        shell: clap_complete::Shell,
    },
}

/// How bytes become text.
#[derive(ClapArgs, Clone, Copy)]
#[group(skip)]
pub(crate) struct Bytes {
    /// 编码：utf-8、auto、gb18030、big5、utf-16le、utf-16be。 The encoding of the input.
    #[arg(long, value_name = "ENCODING", default_value = "utf-8", value_parser = encoding)]
    pub(crate) encoding: Encoding,
}

/// How texts are read.
#[derive(ClapArgs, Clone, Copy)]
#[group(skip)]
pub(crate) struct Reading {
    /// 一篇在哪里：整个文件、一行、一行 JSON 的 text 字段（有 id 则作 source）。 What is one text: a file, a line, or the field
    /// `text` of a line of JSON, called by its `id`, if it has one.
    #[arg(long, default_value = "file", value_name = "WHAT")]
    pub(crate) each: Each,
    #[command(flatten)]
    breaks: Breaks,
}

impl Reading {
    pub(crate) const fn options(self) -> Options {
        self.breaks.options()
    }
}

/// Where one text stands.
#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum Each {
    File,
    Line,
    Jsonl,
}

/// What line breaks mean.
#[derive(ClapArgs, Clone, Copy)]
#[group(skip)]
pub(crate) struct Breaks {
    /// 换行：hint 作参考；trusted 每节必另起一行；ignored 不看（PDF 按宽度折行时）。 Line breaks: a hint; every section starts a
    /// line; or they say nothing, as in text broken at a fixed width.
    #[arg(long, default_value = "hint", value_name = "MEANING")]
    line_breaks: Meaning,
}

#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Meaning {
    Hint,
    Trusted,
    Ignored,
}

impl Breaks {
    pub(crate) const fn options(self) -> Options {
        Options::new().line_breaks(match self.line_breaks {
            Meaning::Hint => LineBreaks::Hint,
            Meaning::Trusted => LineBreaks::Trusted,
            Meaning::Ignored => LineBreaks::Ignored,
        })
    }
}

/// What is read and where the result goes.
#[derive(ClapArgs)]
#[group(skip)]
pub(crate) struct Files {
    /// 文件、文件夹（取其中的 .txt 和 .md）、或 - 。 Files, folders (their .txt and .md files), or - for standard input.
    #[arg(required_unless_present = "files_from", value_name = "FILE|FOLDER|-")]
    pub(crate) inputs: Vec<PathBuf>,
    /// 从文件读取路径，一行一个，- 为标准输入。 Paths, one a line, from this file; - is standard input.
    #[arg(long, value_name = "FILE")]
    pub(crate) files_from: Option<PathBuf>,
    #[command(flatten)]
    pub(crate) encoding: Bytes,
    /// 输出到文件；是文件夹或以 / 结尾时一篇一个文件。 Write to this file; one file a text if it is a folder or ends in /.
    #[arg(short, long, value_name = "PATH")]
    pub(crate) output: Option<PathBuf>,
    /// 不显示进度和小结。 No progress bar, no summary.
    #[arg(short, long)]
    pub(crate) quiet: bool,
}

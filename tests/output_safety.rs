//! What is shown to people holds nothing that steers a terminal, JSON Lines have no line break but their own, and a
//! writer that fails is an error wherever it fails.
//!
//! ```text
//! special character × text, file name      shown: no control or bidi character but the line break
//! special character × text, other fields   JSON Lines: one line to every reader
//! writer that fails at byte k, k ≤ 200     an error; never a panic, never "done"
//! ```

#![allow(clippy::unwrap_used)]

#[path = "../src/cli/explain.rs"]
mod explain;
#[path = "../src/cli/jsonl.rs"]
#[allow(dead_code)]
mod filter;
#[path = "../src/cli/lint.rs"]
#[allow(dead_code)]
mod findings;
#[path = "support/special.rs"]
mod special;

use std::io::{self, BufWriter, Write};

use filter::{Mode, Stopped};
use findings::{Format, Report};
use gangmu::{Csv, Language, LineIndex, OffsetUnit, Options, Renderer};
use special::SPECIAL;

/// Texts that are complained about at every check that quotes the text; `@` is where the character stands.
const FAULTY: [&str; 5] = [
    "一、目@标。1快@办。2.好办。@3.省办。二、任@务。三、收@尾",
    "一、总则@一、分则@三、附则（一@第九条 见第@十九条和（十@）。",
    "第一章 总@则\n第三章 附@则\n第三章 （略@\n第二条 ××@×\n第一条 详见附件@9",
    "（一)目标@（二）任务；@（三)保障@“未完",
    "1.1 目@的\n1.3 范@围\n1.3 重@复\n2.@ 其他\n①一@④四",
];

/// What steers a terminal: C0 and C1 controls, marks and overrides of direction, other line breaks.
fn steers(sign: char) -> bool {
    sign.is_control()
        || matches!(sign, '\u{61c}' | '\u{200e}' | '\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

fn assert_harmless(shown: &str, why: &str) {
    let found = shown.chars().find(|&sign| sign != '\n' && steers(sign));
    assert_eq!(found, None, "{why:?} gave {shown:?}");
}

#[test]
fn what_is_shown_of_a_text_steers_no_terminal() {
    let mut said = 0;
    for text in FAULTY {
        for special in SPECIAL {
            let (text, name) = (text.replace('@', special), format!("a{special}b.txt"));
            let index = LineIndex::new(&text);
            for diagnostic in gangmu::parse(&text).lint() {
                for language in [Language::Zh, Language::En] {
                    let renderer = Renderer::new().language(language);
                    assert_harmless(&renderer.human(&name, &text, &index, &diagnostic), special);
                    let short = renderer.short(&name, &index, &diagnostic);
                    assert!(!short.contains('\n'), "{short:?}");
                    assert_harmless(&short, special);
                }
                said += 1;
            }
            let mut out = Vec::new();
            explain::write(&text, &Options::new(), true, &mut out).unwrap();
            assert_harmless(&String::from_utf8(out).unwrap(), special);
        }
    }
    assert!(said > 5 * SPECIAL.len(), "{said}: the texts are to be full of faults");
}

#[test]
fn json_lines_are_one_line_to_every_reader() {
    for text in FAULTY {
        for special in SPECIAL {
            let text = text.replace('@', special);
            let key = format!("k{special}");
            let mut input = serde_json::to_vec(&serde_json::json!({ "text": text, key.as_str(): [special] })).unwrap();
            input.extend_from_slice(format!("\n{{\"{special}\n").as_bytes());
            let lines = input.split_inclusive(|&byte| byte == b'\n').count();
            let full = Mode { keep_text: true, ..Mode::default() };
            let short = Mode { outline: true, line_numbers: true, ..Mode::default() };
            for mode in [full, short] {
                let mut out = Vec::new();
                assert!(filter::filter(input.as_slice(), &mut out, mode).is_ok_and(|faults| faults.any()));
                let out = String::from_utf8(out).unwrap();
                // Python's `splitlines` breaks at each of these.
                let breaks =
                    ['\n', '\r', '\u{b}', '\u{c}', '\u{1c}', '\u{1d}', '\u{1e}', '\u{85}', '\u{2028}', '\u{2029}'];
                assert_eq!(out.matches(breaks).count(), lines, "{special:?}: {out:?}");
                assert!(out.ends_with('\n'));
                for line in out.lines() {
                    let value: serde_json::Value = serde_json::from_str(line).unwrap();
                    assert!(value["error"].is_null() || value["line"].is_u64() == mode.line_numbers);
                    if !mode.outline && value["error"].is_null() {
                        assert_eq!((&value["text"], &value[&key][0]), (&text.as_str().into(), &special.into()));
                    }
                }
            }
        }
    }
}

/// Takes so many bytes and no more.
struct Full {
    room: usize,
}

impl Write for Full {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        let taken = bytes.len().min(self.room);
        self.room -= taken;
        if taken == 0 && !bytes.is_empty() {
            return Err(io::Error::from(io::ErrorKind::StorageFull));
        }
        Ok(taken)
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

/// Everything in the crate and its programs that writes to a writer.
type Path = (&'static str, fn(&mut dyn Write) -> io::Result<()>);

const TEXT: &str = "全市工作要点\n一、抓统筹1完善机制。每月调度。2.强队伍。\n（一）带头\n二、抓落实。按季通报。";

const PATHS: [Path; 13] = [
    ("JSON by hand", |out| gangmu::parse(TEXT).write_json(OffsetUnit::Char, out)),
    ("JSON", |out| Ok(serde_json::to_writer(out, &gangmu::parse(TEXT))?)),
    ("JSON with lines", |out| Ok(serde_json::to_writer_pretty(out, &gangmu::parse(TEXT))?)),
    ("JSON, other offsets", |out| {
        Ok(serde_json::to_writer(out, &gangmu::parse(TEXT).with_offsets(OffsetUnit::Utf16))?)
    }),
    ("SARIF", |out| {
        let diagnostics = gangmu::parse(TEXT).lint();
        Ok(serde_json::to_writer(out, &gangmu::sarif([("a.txt", TEXT, diagnostics.as_slice())], Language::Zh))?)
    }),
    ("CSV", |out| {
        let csv = Csv::new().bom(true);
        csv.rows(&gangmu::parse(TEXT), out)
    }),
    ("findings for people", |out| found(Format::Human, out)),
    ("findings, a line each", |out| found(Format::Short, out)),
    ("findings as JSON", |out| found(Format::Json, out)),
    ("findings as SARIF", |out| found(Format::Sarif, out)),
    ("explain", |mut out| explain::write(TEXT, &Options::new(), true, &mut out)),
    ("JSON Lines", |out| filtered(out)),
    ("JSON Lines in a buffer", |out| filtered(BufWriter::new(out))),
];

fn found(format: Format, out: &mut dyn Write) -> io::Result<()> {
    let mut report = Report::new(format, Language::Zh, false, false);
    report.write(&[findings::check("a.txt", TEXT.repeat(2), &findings::Asked::default(), false)], out)?;
    report.end(out)
}

fn filtered(out: impl Write) -> io::Result<()> {
    let line = serde_json::to_string(&serde_json::json!({ "text": TEXT })).unwrap();
    match filter::filter(format!("{line}\nno\n").as_bytes(), out, Mode::default()) {
        Ok(_) => Ok(()),
        Err(Stopped::Output(error)) => Err(error),
        Err(Stopped::Input(error)) => panic!("the input is whole: {error}"),
    }
}

#[test]
fn a_writer_that_fails_is_an_error_wherever_it_fails() {
    for (name, path) in PATHS {
        let mut whole = Vec::new();
        path(&mut whole).unwrap();
        assert!(whole.len() > 200, "{name} writes {} bytes only", whole.len());
        for room in (0..=200).chain([whole.len() - 1]) {
            let result = path(&mut Full { room });
            assert_eq!(result.map_err(|error| error.kind()), Err(io::ErrorKind::StorageFull), "{name} at byte {room}");
        }
        assert!(path(&mut Full { room: whole.len() }).is_ok(), "{name}");
    }
}

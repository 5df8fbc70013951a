//! The examples as a user runs them: what they write, what they say, how they end.

#![allow(clippy::unwrap_used)]

use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

use gangmu::Document;
use serde_json::{Value, json};

/// The built example: `cargo test` builds the examples beside the tests.
fn example(name: &str) -> Command {
    let test = std::env::current_exe().unwrap();
    let profile = test.ancestors().nth(2).unwrap();
    let program = profile.join("examples").join(format!("{name}{}", std::env::consts::EXE_SUFFIX));
    assert!(
        program.is_file(),
        "{} is not built: run `cargo build --examples` or a plain `cargo test`",
        program.display()
    );
    Command::new(program)
}

fn run(name: &str, arguments: &[&str], input: impl AsRef<[u8]>) -> Output {
    let mut command = example(name);
    let mut child =
        command.args(arguments).stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
    let mut stdin = child.stdin.take().unwrap();
    let input = input.as_ref().to_vec();
    // A program that fails early does not read its input; that is no failure of the test.
    let writer = std::thread::spawn(move || drop(stdin.write_all(&input)));
    let output = child.wait_with_output().unwrap();
    writer.join().unwrap();
    output
}

fn stdout(output: &Output) -> &str {
    std::str::from_utf8(&output.stdout).unwrap()
}

/// Status 2, nothing on stdout, one line on stderr that says all of this.
fn fails(output: &Output, says: &[&str]) {
    let line = std::str::from_utf8(&output.stderr).unwrap();
    assert_eq!((output.status.code(), stdout(output)), (Some(2), ""), "{line}");
    assert_eq!(line.lines().count(), 1, "{line}");
    for word in says {
        assert!(line.contains(word), "{word} is not in: {line}");
    }
}

/// Status 0 and nothing on stderr.
fn succeeds(output: &Output) {
    let said = std::str::from_utf8(&output.stderr).unwrap();
    assert_eq!((output.status.code(), said), (Some(0), ""));
}

fn temporary(name: &str, content: &[u8]) -> PathBuf {
    let path = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
    std::fs::write(&path, content).unwrap();
    path
}

const SAMPLE: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/fixtures/plan/education_work_plan.txt");

/// A program whose reader has gone before it writes anything.
fn without_reader(name: &str, arguments: &[&str], input: &[u8]) -> Output {
    let mut command = example(name);
    let mut child =
        command.args(arguments).stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
    drop(child.stdout.take());
    drop(child.stdin.take().unwrap().write_all(input));
    child.wait_with_output().unwrap()
}

mod to_json {
    use super::{Document, Path, SAMPLE, Value, fails, run, stdout, succeeds, temporary, without_reader};

    #[test]
    fn writes_the_tree_of_a_file() {
        let output = run("to_json", &[SAMPLE], "");
        succeeds(&output);
        let text = std::fs::read_to_string(SAMPLE).unwrap();
        let document = serde_json::from_str::<Document>(stdout(&output)).unwrap();
        assert_eq!(document, gangmu::parse(&text).into_document());
        assert!(stdout(&output).starts_with("{\n  \"schema_version\": 1,\n"));
        assert!(stdout(&output).ends_with("}\n"));
    }

    #[test]
    fn reads_standard_input() {
        let output = run("to_json", &["-"], std::fs::read(SAMPLE).unwrap());
        succeeds(&output);
        assert_eq!(output.stdout, run("to_json", &[SAMPLE], "").stdout);
        succeeds(&run("to_json", &["-"], ""));
    }

    #[test]
    fn counts_in_the_unit_asked_for() {
        for (unit, end) in [("byte", 10), ("char", 3), ("utf16", 4)] {
            let output = run("to_json", &["--offsets", unit, "-"], "一𠀀二");
            succeeds(&output);
            let json = serde_json::from_str::<Value>(stdout(&output)).unwrap();
            assert_eq!((&json["offset_unit"], &json["span"]["end"]), (&unit.into(), &end.into()));
        }
        fails(&run("to_json", &["--offsets", "word", "-"], ""), &["没有这种偏移单位：word", "byte, char or utf16"]);
    }

    #[test]
    fn bytes_that_are_not_utf8() {
        let gb = b"\xd2\xbb\xa1\xa2\xc4\xbf\xb1\xea"; // 一、目标
        fails(&run("to_json", &["-"], gb), &["--encoding auto", "not UTF-8"]);
        let output = run("to_json", &["--encoding", "auto", "-"], gb);
        if cfg!(feature = "encoding") {
            assert_eq!(output.status.code(), Some(0));
            assert!(stdout(&output).contains("目标"));
            assert!(String::from_utf8_lossy(&output.stderr).contains("read as gb18030, not sure"));
            fails(&run("to_json", &["--encoding", "latin1", "-"], ""), &["没有这种编码：latin1"]);
        } else {
            fails(&output, &["without the feature `encoding`"]);
        }
    }

    #[test]
    fn a_file_that_cannot_be_read() {
        fails(&run("to_json", &["no/such/file"], ""), &["找不到文件 no/such/file", "no such file"]);
        fails(&run("to_json", &[env!("CARGO_MANIFEST_DIR")], ""), &["是文件夹", "a folder"]);
        let path = temporary("gbk.txt", b"ab\xe4\xb8\x80\xd6\xd0\xce\xc4");
        fails(
            &run("to_json", &[path.to_str().unwrap()], ""),
            &["gbk.txt", "不是 UTF-8", "第 5 字节", "invalid at byte 5"],
        );
        fails(&run("to_json", &["-"], b"\xe4\xb8"), &["第 0 字节"]);
        assert!(Path::new(SAMPLE).is_file());
    }

    #[test]
    fn wrong_arguments() {
        fails(&run("to_json", &[], ""), &["缺少文件名"]);
        fails(&run("to_json", &["a", "b"], ""), &["参数有误"]);
        fails(&run("to_json", &["--what"], ""), &["参数有误", "--what", "--help"]);
        let help = run("to_json", &["--help"], "");
        succeeds(&help);
        assert!(stdout(&help).contains("--offsets"));
    }

    #[test]
    fn a_closed_pipe_is_quiet() {
        succeeds(&without_reader("to_json", &["-"], "一、目标。".as_bytes()));
    }
}

mod jsonl {
    use super::{Document, Output, Value, json, run, stdout, succeeds, without_reader};

    /// The lines of a run that succeeds, each a value.
    fn lines(arguments: &[&str], input: impl AsRef<[u8]>) -> Vec<Value> {
        let output = run("jsonl", arguments, input);
        succeeds(&output);
        values(&output)
    }

    /// The lines of a run that succeeds, in which some were bad, as it says with these words.
    fn lines_with_bad(arguments: &[&str], input: impl AsRef<[u8]>, says: &str) -> Vec<Value> {
        let output = run("jsonl", arguments, input);
        let said = std::str::from_utf8(&output.stderr).unwrap();
        assert_eq!((output.status.code(), said.lines().count()), (Some(0), 1), "{said}");
        assert!(said.contains(says), "{said}");
        values(&output)
    }

    fn values(output: &Output) -> Vec<Value> {
        stdout(output).lines().map(|line| serde_json::from_str(line).unwrap()).collect()
    }

    #[test]
    fn adds_the_tree_and_keeps_the_fields() {
        let input = "{\"z\":1.50,\"text\":\"一、目标。\",\"a\":{\"k\":[123456789012345678901234567890, null]}}\n";
        let output = run("jsonl", &[], input);
        succeeds(&output);
        let fields = r#"{"z":1.50,"a":{"k":[123456789012345678901234567890, null]},"gangmu":{"schema_version":1,"#;
        assert!(stdout(&output).starts_with(fields), "{}", stdout(&output));
        let document = serde_json::from_value::<Document>(lines(&[], input)[0]["gangmu"].clone()).unwrap();
        assert_eq!(document, gangmu::parse("一、目标。").into_document());
        assert_eq!(lines(&["--keep-text"], input)[0]["text"], "一、目标。");
    }

    #[test]
    fn one_line_out_for_each_line_in() {
        let mut input =
            b"{\"n\":1,\"text\":\"\xe4\xb8\x80\"}\nnot json\n[]\n\n{\"n\":2}\n{\"text\":3}\n\xff\n".to_vec();
        input.extend(b"{\"n\":3,\"text\":\"\\ud800\"}\r\n{\"n\":4,\"text\":\"\"}"); // the last without an end
        let lines = lines_with_bad(&[], &input, "7 行有误，最先是第 2 行（bad lines: 7, the first is line 2）");
        let codes: Vec<_> = lines.iter().map(|line| line["error"]["code"].as_str().unwrap_or("")).collect();
        let expected = [
            "",
            "invalid-json",
            "invalid-json",
            "empty-line",
            "missing-text",
            "text-not-a-string",
            "invalid-utf8",
            "text-not-a-string",
            "",
        ];
        assert_eq!(codes, expected);
        let message = |line: usize| lines[line]["error"]["message"].as_str().unwrap();
        assert_eq!(lines[1]["input"], "not json");
        assert_eq!(
            message(1),
            "不是 JSON 对象：本行第 2 字节处 expected ident（not a JSON object at byte 2 of the line）"
        );
        assert_eq!((&lines[3]["input"], &lines[6]["input"]), (&json!(""), &json!("\u{FFFD}")));
        assert_eq!(
            lines[4],
            json!({"n": 2, "error": {"code": "missing-text", "message": "没有 text 字段（no field text）"}})
        );
        assert!(message(6).contains("第 0 字节"));
        assert_eq!(lines[8]["n"], 4);
        let numbered = lines_with_bad(&["--line-numbers"], &input, "7 行有误");
        for (index, line) in numbered.iter().enumerate() {
            assert_eq!(line["line"].as_u64(), line.get("error").map(|_| index as u64 + 1), "{line}");
        }
    }

    /// As on many machines: the parts of an input give the same bytes as all of it.
    #[test]
    fn an_input_cut_into_parts_gives_the_same_bytes() {
        let head = "\u{FEFF}{\"text\": \"一、目标。二、任务。\"}\r\n";
        let long = format!("{{\"id\": 9, \"text\": \"{}", "字".repeat(1000));
        let bad = ["", "\r", "no", "{\"id\": 2}", "{\"id\": 3, \"text\": null, \"error\": 1}", "[1]", &long];
        let input = head.to_owned() + &bad.map(|line| line.to_owned() + "\n{\"id\": 1, \"text\": \"\"}\n").concat();
        for arguments in [&[][..], &["--outline"], &["--keep-text"]] {
            let whole = run("jsonl", arguments, &input);
            let pieces: Vec<u8> =
                input.lines().flat_map(|line| run("jsonl", arguments, line.to_owned() + "\n").stdout).collect();
            assert_eq!(str::from_utf8(&pieces).unwrap(), stdout(&whole));
            let lines = values(&whole);
            let text = |mode: &str| arguments.contains(&mode).then_some(Value::Null);
            assert!(lines[0].get("error").is_none(), "the mark in front belongs to no record");
            assert_eq!((lines[9]["id"].as_u64(), lines[9].get("text").cloned()), (Some(3), text("--keep-text")));
            assert_eq!(lines[9]["error"]["code"], "text-not-a-string");
            assert_eq!(lines[13]["input"].as_str().unwrap(), long.chars().take(200).collect::<String>());
        }
    }

    #[test]
    fn strict_says_so_at_the_end() {
        let input = "{}\n{\"text\":\"\"}\n";
        let output = run("jsonl", &["--strict"], input);
        assert_eq!((output.status.code(), stdout(&output).lines().count()), (Some(2), 2));
        succeeds(&run("jsonl", &["--strict"], "{\"text\":\"\"}\n"));
        super::fails(&run("jsonl", &["file"], ""), &["参数有误"]);
    }

    #[test]
    fn the_order_of_many_lines_is_kept() {
        let input: String = (0..2000).map(|n| format!("{{\"n\":{n},\"text\":\"一、目标{n}。\"}}\n")).collect();
        for (n, line) in lines(&[], input).iter().enumerate() {
            assert_eq!(line["n"], n);
        }
    }

    #[test]
    fn an_outline_counts_in_characters() {
        let text = "𠀀一、目标。1.快。2.好。二、任务。";
        // The outline that a line had is that of somebody else.
        let input = json!({"layout": "flat", "id": [1], "x": 0, "outline": 7, "text": text}).to_string()
            + "\n{\"text\":\"\"}\n{}\n";
        let lines = lines_with_bad(&["--outline"], input, "最先是第 3 行");
        assert_eq!((&lines[0]["id"], &lines[0]["layout"]), (&json!([1]), &json!("flat")));
        assert_eq!(lines[0]["x"], 0);
        assert!(lines[0].get("text").is_none() && lines[0].get("gangmu").is_none());
        assert_eq!(lines[1], json!({"title_end": 0, "outline": []}));
        assert_eq!(lines[2]["error"]["code"], "missing-text");
        let parsed = gangmu::parse(text);
        let document = parsed.document();
        let characters = |byte: u32| text.get(..byte as usize).unwrap().chars().count();
        let items = lines[0]["outline"].as_array().unwrap();
        assert_eq!(items.len(), document.len());
        for (item, place) in items.iter().zip(document.walk()) {
            let marker = place.section.marker;
            assert_eq!(item["start"], characters(marker.span.start));
            assert_eq!(item["title_end"].as_u64(), place.section.heading.map(|it| characters(it.end) as u64));
            assert_eq!(item["marker"], parsed.text_of(marker.span));
            assert_eq!((&item["number"], &item["form"]), (&json!(marker.number), &json!(marker.style.form)));
            let parent = document.walk().position(|other| Some(other.section) == place.parent());
            assert_eq!(item["parent"].as_u64(), parent.map(|index| index as u64));
        }
    }

    #[test]
    fn no_line_of_output_breaks() {
        let input = "{\"a\": \"x\u{2028}y\",\r \"b\u{85}\": [1,\r2], \"text\": \"一、甲\u{2029}乙\\u2028\\u0085\"}\n";
        let output = run("jsonl", &["--keep-text"], input);
        succeeds(&output);
        let line = stdout(&output).strip_suffix('\n').unwrap();
        assert!(!line.contains(['\n', '\r', '\u{85}', '\u{2028}', '\u{2029}']), "{line}");
        let json = serde_json::from_str::<Value>(line).unwrap();
        assert_eq!((&json["a"], &json["b\u{85}"]), (&json!("x\u{2028}y"), &json!([1, 2])));
        assert_eq!(json["text"], "一、甲\u{2029}乙\u{2028}\u{85}");
    }

    #[test]
    fn a_closed_pipe_is_quiet() {
        let input = "{\"text\":\"一、目标。\"}\n".repeat(5000);
        succeeds(&without_reader("jsonl", &[], input.as_bytes()));
    }

    #[test]
    fn deep_nesting_in_another_field_is_handed_on() {
        let deep = "[".repeat(100_000) + &"]".repeat(100_000);
        let output = run("jsonl", &[], format!("{{\"deep\":{deep},\"text\":\"\"}}\n"));
        succeeds(&output);
        assert!(stdout(&output).contains(&deep));
        assert!(stdout(&output).contains("gangmu"));
    }
}

/// Each program in the README's table, with `--help`, says what its arguments are.
#[test]
fn the_programs_of_the_readme_are_there() {
    let readme = std::fs::read_to_string(concat!(env!("CARGO_MANIFEST_DIR"), "/README.md")).unwrap();
    let table = readme.split("| 命令 command |").nth(1).unwrap().split("\n\n").next().unwrap();
    let named: Vec<_> = table.lines().skip(2).map(|row| row.split(['`', ' ']).nth(2).unwrap()).collect();
    assert_eq!(named, ["to_json", "jsonl", "lint", "explain"]);
    for name in named {
        let help = run(name, &["--help"], "");
        succeeds(&help);
        assert!(stdout(&help).contains("Usage"), "{name}");
    }
}

//! The program `gangmu` as a user runs it.

#![cfg(feature = "cli")]
#![allow(clippy::unwrap_used)] // a test that cannot unwrap has failed

use std::fs;
use std::io::Write;
use std::path::PathBuf;
use std::process::{Command, Output, Stdio};

use serde_json::Value;

const PLAN: &str = "fixtures/plan/education_work_plan.txt";

fn gangmu(arguments: &[&str], input: &[u8]) -> Output {
    let mut program = Command::new(env!("CARGO_BIN_EXE_gangmu"))
        .args(arguments)
        .current_dir(env!("CARGO_MANIFEST_DIR"))
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    // A program that ends before it has read all is no failure of the test.
    let _ = program.stdin.take().unwrap().write_all(input);
    program.wait_with_output().unwrap()
}

fn ok(arguments: &[&str], input: &[u8]) -> String {
    let output = gangmu(arguments, input);
    assert_eq!(output.status.code(), Some(0), "{arguments:?}: {}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout).unwrap()
}

fn folder(name: &str) -> PathBuf {
    let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(name);
    let _ = fs::remove_dir_all(&folder);
    fs::create_dir_all(folder.join("b")).unwrap();
    folder
}

#[test]
fn every_subcommand_reads_a_file_and_standard_input() {
    let text = fs::read(PLAN).unwrap();
    for command in ["parse", "rows", "chunks", "markdown", "explain"] {
        let of_file = ok(&[command, PLAN], b"");
        assert!(of_file.len() > 1000, "{command}");
        let of_input = ok(&[command, "-"], &text);
        assert_eq!(of_file.replace(PLAN, "-"), of_input, "{command}");
    }
}

#[test]
fn one_text_is_what_the_library_writes() {
    let text = fs::read_to_string(PLAN).unwrap();
    let parsed = gangmu::parse(&text);
    assert_eq!(ok(&["markdown", PLAN], b""), parsed.markdown());
    assert_eq!(ok(&["parse", PLAN], b""), serde_json::to_string_pretty(&parsed).unwrap() + "\n");
    assert_eq!(ok(&["chunks", "--size", "200", PLAN], b"").lines().count(), {
        parsed.chunks(&gangmu::ChunkOptions::new(200)).len()
    });
}

#[test]
fn a_folder_is_read_in_the_order_of_its_names_and_errors_do_not_stop_it() {
    let folder = folder("cli_folder");
    for (name, text) in
        [("c.MD", "一、丙。二、丁。"), ("a.txt", "一、甲。二、乙。"), ("b/x.txt", "一、戊。二、己。"), ("no.csv", "")]
    {
        fs::write(folder.join(name), text).unwrap();
    }
    fs::write(folder.join("bad.txt"), b"\xFF\xFF\xFF").unwrap();
    let output = gangmu(&["parse", folder.to_str().unwrap(), "missing.txt"], b"");
    assert_eq!(output.status.code(), Some(2));
    let lines: Vec<Value> =
        str::from_utf8(&output.stdout).unwrap().lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    let names: Vec<_> =
        lines.iter().map(|line| line["source"].as_str().unwrap().rsplit('/').next().unwrap().to_owned()).collect();
    assert_eq!(names, ["a.txt", "x.txt", "c.MD"]);
    let said = String::from_utf8(output.stderr).unwrap();
    for part in ["bad.txt", "missing.txt：找不到文件", "共 5 篇，失败 2 篇"] {
        assert!(said.contains(part), "{said}");
    }
}

#[test]
fn paths_come_from_a_list_and_results_go_into_a_folder() {
    let folder = folder("cli_list");
    let output =
        ok(&["markdown", "--files-from", "-", "-q", "-o", folder.to_str().unwrap()], format!("{PLAN}\n").as_bytes());
    assert_eq!(output, "");
    assert_eq!(fs::read_to_string(folder.join("education_work_plan.md")).unwrap(), ok(&["markdown", PLAN], b""));
    let file = folder.join("rows.csv");
    ok(&["rows", "--bom", "-o", file.to_str().unwrap(), PLAN, PLAN], b"");
    let csv = fs::read_to_string(file).unwrap();
    assert!(csv.starts_with("\u{FEFF}source,title,id,parent,"), "{csv:.60}");
    assert_eq!(csv.matches("source,title").count(), 1);
}

#[test]
fn other_encodings_are_read() {
    let text = "一、抓统筹。二、抓落实。";
    let (gbk, ..) = encoding_rs::GB18030.encode(text);
    let (big5, ..) = encoding_rs::BIG5.encode("一、目標。二、任務。");
    let utf16: Vec<u8> = [0xFEFF].into_iter().chain(text.encode_utf16()).flat_map(u16::to_le_bytes).collect();
    let expected = ok(&["markdown", "-"], text.as_bytes());
    assert_eq!(ok(&["markdown", "--encoding", "auto", "-"], &gbk), expected);
    assert_eq!(ok(&["markdown", "--encoding", "auto", "-"], &utf16), expected);
    assert_eq!(ok(&["markdown", "--encoding", "utf-16le", "-"], &utf16), expected);
    assert_eq!(ok(&["markdown", "--encoding", "gbk", "-"], &gbk), expected);
    assert!(ok(&["markdown", "--encoding", "big5", "-"], &big5).contains("任務"));
    for (arguments, hint) in [
        (&["markdown", "-"][..], "第 2 字节不合 utf-8 编码（not utf-8 at byte 2）；可试 --encoding auto"),
        (&["markdown", "--encoding", "utf-16be", "-"], "--encoding auto"),
        (&["jsonl", "--encoding", "utf-16le"], "--encoding auto"),
    ] {
        let output = gangmu(arguments, &[gbk.as_ref(), b"\xFF"].concat());
        assert_eq!((output.status.code(), output.stdout), (Some(2), Vec::new()), "{arguments:?}");
        let said = String::from_utf8(output.stderr).unwrap();
        assert!(said.contains(hint), "{said}");
    }
    let line = format!("{{\"text\": \"{text}\"}}");
    let (gbk_line, ..) = encoding_rs::GB18030.encode(&line);
    assert_eq!(ok(&["jsonl", "--encoding", "gb18030"], &gbk_line), ok(&["jsonl"], line.as_bytes()));
    assert_eq!(gangmu(&["markdown", "--encoding", "klingon", "-"], &gbk).status.code(), Some(2));
}

#[test]
fn lint_ends_with_one_where_it_finds_something() {
    let lost = "一、抓统筹1完善机制。每月调度。2.强队伍。二、抓落实。按季通报。".as_bytes();
    let output = gangmu(&["lint", "--format", "short", "-"], lost);
    assert_eq!(output.status.code(), Some(1));
    let said = String::from_utf8(output.stdout).unwrap();
    assert!(said.starts_with("<stdin>:1:6: warning[lost-delimiter]: "), "{said}");
    assert_eq!(gangmu(&["lint", "--fail-on", "never", "-"], lost).status.code(), Some(0));
    assert_eq!(gangmu(&["lint", "-"], "一、抓统筹。二、抓落实。".as_bytes()).status.code(), Some(0));
}

#[test]
fn codes_can_be_chosen_and_are_listed() {
    let text = "要点一、抓统筹1完善机制。每月调度。2.强队伍。3.重考核。三、抓落实。按季通报。".as_bytes();
    let codes = |arguments: &[&str]| {
        let output = gangmu(&[&["lint", "--format", "short"], arguments, &["-"]].concat(), text);
        let said = String::from_utf8(output.stdout).unwrap();
        let codes = said.lines().filter_map(|line| Some(line.split_once('[')?.1.split_once(']')?.0.to_owned()));
        codes.collect::<Vec<_>>()
    };
    assert_eq!(codes(&[]), ["lost-delimiter", "gap"]);
    assert_eq!(codes(&["--only", "gap"]), ["gap"]);
    assert_eq!(codes(&["--ignore", "gap"]), ["lost-delimiter"]);
    assert_eq!(codes(&["--only", "gap,lost-delimiter", "--ignore", "lost-delimiter"]), ["gap"]);
    assert_eq!(codes(&["--ignore", "gap", "--ignore", "lost-delimiter"]), [""; 0]);
    let mended = gangmu(&["lint", "--fix", "--only", "gap", "-"], text);
    assert_eq!(mended.stdout, text, "what is not reported is not mended");
    let unknown = gangmu(&["lint", "--ignore", "gapp", "-"], text);
    let said = String::from_utf8(unknown.stderr).unwrap();
    assert!(unknown.status.code() == Some(2) && said.contains("gapp") && said.contains("lost-delimiter"), "{said}");
    let listed = ok(&["lint", "--codes"], b"");
    for code in gangmu::Code::ALL {
        let line = listed.lines().find(|line| line.starts_with(&format!("{code}\t"))).unwrap();
        let meaning = code.meaning();
        assert!(line.contains(code.severity().name()) && line.contains(&meaning.zh) && line.contains(&meaning.en));
    }
    assert_eq!(listed.lines().count(), gangmu::Code::ALL.len() + 1);
}

#[test]
fn lint_writes_what_the_example_writes() {
    let folder = folder("cli_lint");
    let faulty = "工作要点\n一、快办。每月调度。\n二、好办。每季培训。\n二、省办。列入预算。\n四、细办。年底通报。\n";
    let mended = faulty.replacen("\n二、省", "\n三、省", 1);
    for name in ["a.txt", "b/a.txt"] {
        fs::write(folder.join(name), faulty).unwrap();
    }
    let all = folder.to_str().unwrap();
    let (first, second) = (folder.join("a.txt"), folder.join("b/a.txt"));
    // Both are one program: the example by itself, and `gangmu lint`.
    let examples = PathBuf::from(env!("CARGO_BIN_EXE_gangmu")).parent().unwrap().join("examples/lint");
    for arguments in [
        &["--format", "human"][..],
        &["--format", "short", "--lang", "en"],
        &["--format", "json", "--profile", "taiwan"],
        &["--format", "sarif"],
    ] {
        let files = [first.to_str().unwrap(), second.to_str().unwrap()];
        let own = gangmu(&[&["lint", "-q"], arguments, &files[..]].concat(), b"");
        assert_eq!(own.status.code(), Some(1), "{}", String::from_utf8_lossy(&own.stderr));
        let example = Command::new(&examples).args(arguments).args(files).output().unwrap();
        assert_eq!(String::from_utf8(own.stdout).unwrap(), String::from_utf8(example.stdout).unwrap());
    }
    // The mended texts of a folder go where they stood in it.
    let output = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join("cli_lint_mended");
    let _ = fs::remove_dir_all(&output);
    let done = gangmu(&["lint", "-q", "--fix", "-o", &format!("{}/", output.display()), all], b"");
    assert_eq!(done.status.code(), Some(0), "{}", String::from_utf8_lossy(&done.stderr));
    for name in ["a.txt", "b/a.txt"] {
        assert_eq!(fs::read_to_string(output.join(name)).unwrap(), mended, "{name}");
    }
    assert_eq!(fs::read_to_string(&first).unwrap(), faulty);
    let to_stdout = gangmu(&["lint", "--fix", first.to_str().unwrap()], b"");
    assert_eq!(String::from_utf8(to_stdout.stdout).unwrap(), mended);
    assert_eq!(gangmu(&["lint", "--fix", all], b"").status.code(), Some(2), "two files to one output");
    assert_eq!(gangmu(&["lint", "--in-place", "-"], b"").status.code(), Some(2));
    assert_eq!(gangmu(&["lint", "-q", "--in-place", all], b"").status.code(), Some(0));
    assert_eq!(fs::read_to_string(second).unwrap(), mended);
}

#[test]
fn texts_of_one_name_from_two_folders_are_both_written() {
    let folder = folder("cli_same_names");
    for (name, text) in
        [("x.txt", "一、甲。二、乙。"), ("b/x.txt", "一、丙。二、丁。"), ("x-2.txt", "一、戊。二、己。")]
    {
        fs::write(folder.join(name), text).unwrap();
    }
    let output = folder.join("out");
    fs::create_dir(&output).unwrap();
    let texts: Vec<_> = ["x.txt", "b/x.txt", "x-2.txt"].iter().map(|name| folder.join(name)).collect();
    let texts: Vec<_> = texts.iter().map(|path| path.to_str().unwrap()).collect();
    ok(&[&["markdown", "-q", "-o", output.to_str().unwrap()][..], &texts].concat(), b"");
    for (name, heading) in [("x.md", "甲"), ("x-2.md", "丙"), ("x-2-2.md", "戊")] {
        assert!(fs::read_to_string(output.join(name)).unwrap().contains(heading), "{name}");
    }
}

#[test]
fn the_filter_keeps_ids_and_reports_bad_lines() {
    let input = "{\"id\": 7, \"text\": \"一、目标。二、任务。\"}\nno\n".as_bytes();
    let lines: Vec<Value> = ok(&["jsonl"], input).lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    assert_eq!((&lines[0]["id"], &lines[1]["input"]), (&7.into(), &"no".into()));
    let output = gangmu(&["jsonl", "--strict"], input);
    assert_eq!(output.status.code(), Some(2));
    assert!(String::from_utf8(output.stderr).unwrap().starts_with("gangmu: 1 行有误，最先是第 2 行"));
    let file = folder("cli_filter").join("out.jsonl");
    assert_eq!(ok(&["jsonl", "--line-numbers", "-o", file.to_str().unwrap()], input), "");
    assert!(fs::read_to_string(&file).unwrap().contains("\n{\"line\":2,\"input\":\"no\",\"error\":"));
}

#[test]
fn a_file_may_hold_a_text_a_line() {
    let folder = folder("cli_each");
    let path = |name: &str| folder.join(name).to_str().unwrap().to_owned();
    fs::write(path("a.txt"), "\u{FEFF}甲县工作要点一、目标。二、任务。\r\n\n第一章 总则第一条 为了规范。\n").unwrap();
    let table = ok(&["rows", "--each", "line", "--quiet", &path("a.txt")], b"");
    let lines: Vec<_> = table.lines().map(|row| row.split(',').take(3).collect::<Vec<_>>().join(",")).collect();
    let name = path("a.txt");
    assert_eq!(
        lines[1..],
        [
            format!("{name}:1,甲县工作要点,1"),
            format!("{name}:1,甲县工作要点,2"),
            format!("{name}:3,,1"),
            format!("{name}:3,,2"),
        ]
    );
    // The id of a line is its name; a bad line costs no other.
    let input = "{\"id\": \"a7\", \"text\": \"一、目标。\"}\n\n{\"id\": 8}\n{\"id\": 9, \"text\": \"二、任务。\"}\n";
    let output = gangmu(&["chunks", "--each", "jsonl", "-"], input.as_bytes());
    assert_eq!(output.status.code(), Some(2));
    let said = String::from_utf8(output.stderr).unwrap();
    assert!(said.starts_with("gangmu: -:3：没有 text 字段"), "{said}");
    let sources: Vec<_> = String::from_utf8(output.stdout)
        .unwrap()
        .lines()
        .map(|line| serde_json::from_str::<Value>(line).unwrap()["metadata"]["source"].clone())
        .collect();
    assert_eq!(sources, ["a7", "9"]);
    // In another encoding all of the file has to be read first.
    let (bytes, _, _) = encoding_rs::GB18030.encode("一、目标。\n二、任务。\n");
    assert_eq!(
        ok(&["markdown", "--each", "line", "--encoding", "gb18030", "-q", "-"], &bytes).matches("# ").count(),
        2
    );
    // One file a text has no names for them.
    let output = gangmu(&["parse", "--each", "line", "-o", folder.to_str().unwrap(), &path("a.txt")], b"");
    assert_eq!(output.status.code(), Some(2));
    let output = gangmu(&["parse", "--each", "line", &path("none.txt")], b"");
    assert_eq!((output.status.code(), output.stdout.len()), (Some(2), 0));
    assert!(String::from_utf8(output.stderr).unwrap().contains("找不到文件"));
}

#[test]
fn what_line_breaks_mean_can_be_said() {
    let text = "一、目标。按季度\n一、二、三产业的统计口径推进。\n".as_bytes();
    let options = gangmu::Options::new().line_breaks(gangmu::LineBreaks::Ignored);
    let ignored = gangmu::parse_with(str::from_utf8(text).unwrap(), &options).markdown();
    assert_eq!(ok(&["markdown", "--line-breaks", "ignored", "-"], text), ignored);
    let line = format!("{}\n", serde_json::json!({"text": str::from_utf8(text).unwrap()}));
    let json: Value =
        serde_json::from_str(&ok(&["jsonl", "--offsets", "char", "--line-breaks", "ignored"], line.as_bytes()))
            .unwrap();
    assert_eq!(json["gangmu"]["offset_unit"], "char");
}

/// On many cores, over several batches, into one file and one file a text.
#[test]
fn many_texts_come_in_their_order() {
    let folder = folder("cli_many");
    let names: Vec<_> = (0..700).map(|number| format!("{number:03}.txt")).collect();
    for name in &names {
        let place = if name.ends_with("7.txt") { folder.join("b") } else { folder.clone() };
        // Some take longer than others.
        let body = "1.建机制。2.强队伍。".repeat(name.len() + usize::from(name.as_bytes()[2]) % 7 * 50);
        fs::write(place.join(name), format!("一、{name}。{body}二、末。")).unwrap();
    }
    let root = folder.to_str().unwrap();
    let mut expected: Vec<_> = names.iter().filter(|name| !name.ends_with("7.txt")).cloned().collect();
    expected.extend(names.iter().filter(|name| name.ends_with("7.txt")).map(|name| format!("b/{name}")));
    expected.sort();
    let lines = ok(&["parse", "-q", root], b"");
    let sources = lines.lines().map(|line| serde_json::from_str::<Value>(line).unwrap()["source"].clone());
    let sources: Vec<_> =
        sources.map(|source| source.as_str().unwrap().strip_prefix(root).unwrap()[1..].to_owned()).collect();
    assert_eq!(sources, expected);
    let out = folder.join("out/jsonl");
    assert_eq!(ok(&["rows", "-q", "--format", "jsonl", "-o", &format!("{}/", out.display()), root], b""), "");
    for name in &expected {
        let rows = fs::read_to_string(out.join(name).with_extension("jsonl")).unwrap();
        assert!(rows.contains(&format!("{name}\",\"title\":null,\"id\":1,")), "{name}: {rows:.200}");
    }
}

/// What is there stays until the new file is whole, and stays for good where it never is.
#[test]
fn a_file_is_never_half_written() {
    let folder = folder("cli_half");
    let path = |name: &str| folder.join(name).to_str().unwrap().to_owned();
    let (text, out) = (path("a.txt"), path("a.md"));
    fs::write(&text, "一、甲。二、乙。").unwrap();
    fs::write(&out, "old").unwrap();
    let markdown = gangmu::parse("一、甲。二、乙。").markdown();
    ok(&["markdown", "-o", &out, &text], b"");
    assert_eq!(fs::read_to_string(&out).unwrap(), markdown);
    // Onto itself: read before it is written.
    ok(&["markdown", "-o", &text, &text], b"");
    assert_eq!(fs::read_to_string(&text).unwrap(), markdown);
    let failed = gangmu(&["jsonl", "-o", &out, "--encoding", "utf-16le"], b"\x00\xd8\x41");
    assert_eq!((failed.status.code(), fs::read_to_string(&out).unwrap()), (Some(2), markdown));
    let names: Vec<_> = fs::read_dir(&folder).unwrap().map(|entry| entry.unwrap().file_name()).collect();
    assert_eq!(names.len(), 3, "something was left behind: {names:?}");
    assert_eq!(gangmu(&["markdown", "-o", &path("no/such.md"), &text], b"").status.code(), Some(2));
    #[cfg(unix)]
    assert_eq!(ok(&["markdown", "-o", "/dev/stdout", &text], b""), ok(&["markdown", &text], b""));
}

#[test]
fn nothing_to_read_is_said() {
    let folder = folder("cli_nothing");
    for arguments in [&["parse", folder.to_str().unwrap()][..], &["lint", "--files-from", "-"]] {
        let output = gangmu(arguments, b"\n");
        assert_eq!((output.status.code(), output.stdout), (Some(2), Vec::new()), "{arguments:?}");
        assert!(String::from_utf8(output.stderr).unwrap().contains("没有可读的文件"));
    }
    let twice = gangmu(&["parse", "-", "--files-from", "-"], b"");
    assert!(String::from_utf8(twice.stderr).unwrap().contains("标准输入不能既是名单又是正文"));
}

/// `gangmu … | head`: no complaint, no failure.
#[test]
fn a_reader_that_goes_is_no_failure() {
    let input = "{\"text\": \"一、抓统筹。二、抓落实。\"}\n".repeat(5_000);
    let text = "一、抓统筹1完善机制。每月调度。2.强队伍。二、抓落实。按季通报。\n".repeat(2_000);
    let commands: [&[&str]; 9] = [
        &["parse", "-"],
        &["rows", "-"],
        &["chunks", "-"],
        &["markdown", "-"],
        &["explain", "--all", "-"],
        &["lint", "--fail-on", "never", "-"],
        &["jsonl"],
        &["completions", "zsh"],
        &["--help"],
    ];
    for arguments in commands {
        let mut program = Command::new(env!("CARGO_BIN_EXE_gangmu"))
            .args(arguments)
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .unwrap();
        drop(program.stdout.take());
        let mut stdin = program.stdin.take().unwrap();
        let _ = stdin.write_all(if arguments == ["jsonl"] { &input } else { &text }.as_bytes());
        drop(stdin);
        let output = program.wait_with_output().unwrap();
        let said = String::from_utf8(output.stderr).unwrap();
        assert_eq!((output.status.code(), said.as_str()), (Some(0), ""), "{arguments:?}");
    }
}

#[test]
fn help_completions_and_version() {
    let help = ok(&["--help"], b"");
    assert!(help.contains("gangmu rows -o rows.csv --bom texts/"), "{help}");
    for command in ["parse", "lint", "rows", "chunks", "markdown", "explain", "jsonl", "completions"] {
        let help = ok(&[command, "--help"], b"");
        assert!(help.contains("例 Example") && help.contains(&format!("gangmu {command} ")), "{help}");
    }
    assert_eq!(gangmu(&["chunks", "--size", "0", "-"], b"").status.code(), Some(2));
    for shell in ["bash", "zsh", "fish", "powershell", "elvish"] {
        let script = ok(&["completions", shell], b"");
        assert!(script.contains("gangmu") && script.contains("files-from"), "{shell}");
    }
    assert!(ok(&["--version"], b"").starts_with("gangmu "));
    assert_eq!(gangmu(&["parse"], b"").status.code(), Some(2));
}

/// Every command that the README shows between `<!-- run -->` and the end of its block.
#[test]
fn the_commands_of_the_readme_run() {
    let readme = fs::read_to_string("README.md").unwrap();
    let folder = folder("cli_readme");
    let commands: Vec<_> = readme
        .split("<!-- run -->\n```sh\n")
        .skip(1)
        .flat_map(|block| block.split("```").next().unwrap_or_default().lines())
        .filter(|line| !line.starts_with('#') && !line.is_empty())
        .collect();
    let formats = readme.split("| 输出 output |").nth(1).unwrap().split("\n\n").next().unwrap();
    let named: Vec<_> = formats.lines().skip(2).map(|row| row.split('`').nth(1).unwrap()).collect();
    assert!(named.len() > 5 && named.contains(&"rows"), "{named:?}");
    for name in named {
        let command = format!("gangmu {name}");
        assert!(commands.iter().any(|line| line.contains(&command)), "{command} is in a table and never run");
    }
    let root = env!("CARGO_MANIFEST_DIR");
    std::os::unix::fs::symlink(format!("{root}/fixtures"), folder.join("fixtures")).unwrap();
    let program = PathBuf::from(env!("CARGO_BIN_EXE_gangmu"));
    let path = format!("{}:{}", program.parent().unwrap().display(), std::env::var("PATH").unwrap());
    for command in commands {
        let output =
            Command::new("sh").args(["-ec", command]).current_dir(&folder).env("PATH", &path).output().unwrap();
        // `lint` ends with 1: it finds something.
        let expected = i32::from(command.starts_with("gangmu lint"));
        assert_eq!(output.status.code(), Some(expected), "{command}: {}", String::from_utf8_lossy(&output.stderr));
    }
}

/// Names of files and what stands in them, in all that is shown to people.
#[test]
fn nothing_shown_steers_a_terminal() {
    let folder = folder("cli_names");
    let path = |name: &str| folder.join(name).to_str().unwrap().to_owned();
    let (evil, gone) = (path("a\u{1b}]8;;x\u{7}b\u{202e}c\nd.txt"), path("g\u{1b}[31mone\u{2066}.txt"));
    fs::write(&evil, "一、抓\u{1b}[31m统\u{202e}筹1\u{7}完\u{85}善机制。每月调度。2.强队伍。\u{2028}二、抓落实。")
        .unwrap();
    fs::write(path("bytes\u{1b}.txt"), [0xFF, 0xFF]).unwrap();
    for arguments in [&["lint"][..], &["explain", "--all"], &["explain", "--encoding", "auto"], &["markdown"]] {
        let files = [evil.as_str(), gone.as_str(), folder.to_str().unwrap()];
        let output = gangmu(&[arguments, &files].concat(), b"");
        assert_eq!(output.status.code(), Some(2), "{arguments:?}");
        let said = String::from_utf8(output.stderr).unwrap();
        assert!(said.contains("找不到文件") && said.contains("共 4 篇"), "{said:?}");
        let shown = if arguments == ["markdown"] { said } else { said + str::from_utf8(&output.stdout).unwrap() };
        let steers = |sign: char| {
            sign != '\n' && (sign.is_control() || ('\u{2028}'..='\u{202e}').contains(&sign) || sign == '\u{2066}')
        };
        assert!(!shown.contains(steers), "{arguments:?}: {shown:?}");
    }
}

/// A full disk.
#[cfg(target_os = "linux")]
#[test]
fn output_that_cannot_be_written_is_said_with_two() {
    for command in ["parse", "rows", "chunks", "markdown", "explain", "lint", "jsonl"] {
        let full = fs::OpenOptions::new().write(true).open("/dev/full").unwrap();
        let input = if command == "jsonl" {
            "{\"text\": \"一、抓统筹1完善机制。2.强队伍。\"}"
        } else {
            "一、抓统筹1完善机制。2.强队伍。"
        };
        let mut program = Command::new(env!("CARGO_BIN_EXE_gangmu"))
            .args([command, "-"])
            .stdin(Stdio::piped())
            .stdout(full)
            .stderr(Stdio::piped())
            .spawn()
            .unwrap();
        program.stdin.take().unwrap().write_all(input.as_bytes()).unwrap();
        let output = program.wait_with_output().unwrap();
        assert_eq!(output.status.code(), Some(2), "{command}");
        assert!(String::from_utf8(output.stderr).unwrap().contains("写不出结果"), "{command}");
    }
}

/// A disk that fills up while a long result is written: some of it is there, and that is no success.
#[cfg(unix)]
#[test]
fn output_that_ends_in_the_middle_is_said_with_two() {
    let folder = folder("cli_cut");
    let text = "一、抓统筹1完善机制。每月调度。2.强队伍。全员培训。".repeat(400);
    let (file, lines) = (folder.join("a.txt"), folder.join("a.jsonl"));
    fs::write(&file, &text).unwrap();
    fs::write(&lines, serde_json::json!({ "text": text }).to_string()).unwrap();
    // Beyond the size that the shell allows a write fails; without the trap the program would be ended by a signal.
    let script = "trap '' XFSZ; ulimit -f 4; exec \"$0\" \"$@\"";
    let rows: &[&str] = &["rows", "--format", "jsonl"];
    let sarif: &[&str] = &["lint", "--format", "sarif"];
    for command in [&["parse"], rows, &["rows"], &["chunks"], &["markdown"], &["explain"], &["lint"], sarif, &["jsonl"]]
    {
        let input = if command[0] == "jsonl" { &lines } else { &file };
        let cut = folder.join("out");
        let output = Command::new("sh")
            .args(["-c", script, env!("CARGO_BIN_EXE_gangmu")])
            .args(command)
            .args((command[0] != "jsonl").then_some(input))
            .stdin(fs::File::open(input).unwrap())
            .stdout(fs::File::create(&cut).unwrap())
            .output()
            .unwrap();
        let written = fs::metadata(&cut).unwrap().len();
        assert!((1..=4096).contains(&written), "{command:?}: {written}");
        assert_eq!(output.status.code(), Some(2), "{command:?}");
        assert!(String::from_utf8(output.stderr).unwrap().contains("写不出结果"), "{command:?}");
    }
}

/// The README's table of features names those of Cargo.toml, but for the one of the crate's keepers.
#[test]
fn the_features_of_the_readme_are_those_there_are() {
    let (readme, manifest) = (fs::read_to_string("README.md").unwrap(), fs::read_to_string("Cargo.toml").unwrap());
    let table = manifest.split("[features]").nth(1).unwrap().split("\n[").next().unwrap();
    let features: Vec<_> = table.lines().filter_map(|line| Some(line.split_once(" = ")?.0)).collect();
    assert!(features.contains(&"cli"), "{features:?}");
    for feature in features.into_iter().filter(|feature| !matches!(*feature, "tuning" | "default")) {
        assert!(readme.contains(&format!("| `{feature}` |")), "{feature}");
    }
}

//! What the tools downstream read: rows, chunks, Markdown, on every fixture and on texts put together
//! at random.

#![allow(clippy::unwrap_used)] // a test that cannot unwrap has failed

mod markdown_reader;
mod support;

use arbtest::arbitrary::{Result, Unstructured};
use gangmu::{ChunkOptions, Parsed, parse};
use support::{Fixture, fixtures};

/// A text of up to 60 pieces of outline, prose, quotes, markup and signs.
fn text(source: &mut Unstructured<'_>) -> Result<String> {
    const PIECES: [&str; 46] = [
        "一、",
        "二、",
        "三、",
        "（一）",
        "（二）",
        "1.",
        "2.",
        "3、",
        "1）",
        "2）",
        "①",
        "②",
        "第一章 ",
        "第二章　",
        "第一条 ",
        "第二条　",
        "1.1 ",
        "1.2",
        "一是",
        "二是",
        "抓统筹",
        "建机制",
        "。",
        "；",
        "，",
        "：",
        "\n",
        "\r\n",
        "　",
        "“快来。",
        "走吧！”",
        "（完",
        "）",
        "# ",
        "- ",
        "*粗*",
        "`码`",
        "<b>",
        "&amp;",
        "[链](接)",
        "| 表 |",
        "---\n",
        "𠀀",
        "\u{2028}",
        "每月调度，按季通报",
        "    ",
    ];
    let mut text = String::new();
    for _ in 0..source.int_in_range(0..=60)? {
        text.push_str(source.choose(&PIECES)?);
    }
    Ok(text)
}

/// The promises of chunks, for a size that counts characters.
fn check_chunks(parsed: &Parsed<'_>, options: &ChunkOptions<'_>, size: usize, name: &str) {
    let chunks = parsed.chunks(options);
    let mut end = 0;
    for chunk in &chunks {
        let span = chunk.span();
        assert_eq!(span.start, end, "{name}: chunks are not one behind the other");
        assert!(!span.is_empty(), "{name}");
        end = span.end;
        let own = parsed.text_of(span);
        assert!(chunk.text.ends_with(own), "{name}: {chunk:?}");
        let context = chunk.text.chars().count() - own.chars().count();
        assert_eq!(context, chunk.metadata.context_chars);
        assert!(chunk.text.chars().count() <= size.max(1 + context), "{name}: {size} {chunk:?}");
        let chars: String =
            parsed.text().chars().take(chunk.metadata.end_char).skip(chunk.metadata.start_char).collect();
        assert_eq!(chars, own);
        assert_eq!(chunk.metadata.numbers.len(), chunk.metadata.level);
    }
    assert_eq!(end as usize, parsed.text().len(), "{name}: bytes without a chunk");
    let mut ids: Vec<_> = chunks.iter().map(|chunk| &chunk.id).collect();
    ids.sort();
    ids.dedup();
    assert_eq!(ids.len(), chunks.len(), "{name}: ids twice");
    for pair in chunks.windows(2) {
        assert_eq!(pair[0].metadata.next.as_ref(), Some(&pair[1].id));
        assert_eq!(pair[1].metadata.previous.as_ref(), Some(&pair[0].id));
    }
}

#[test]
fn every_byte_of_every_fixture_is_in_one_chunk() {
    for Fixture { name, text, .. } in fixtures() {
        let parsed = parse(&text);
        for size in [1, 7, 60, 200, 500, 5000] {
            check_chunks(&parsed, &ChunkOptions::new(size), size, &name);
            check_chunks(&parsed, &ChunkOptions::new(size).path_in_text(true).overlap(size / 5), size, &name);
        }
    }
}

#[test]
fn every_byte_of_any_text_is_in_one_chunk() {
    arbtest::arbtest(|source| {
        let size = source.int_in_range(1..=80)?;
        let text = text(source)?;
        check_chunks(&parse(&text), &ChunkOptions::new(size).overlap(size / 3).path_in_text(true), size, &text);
        check_chunks(&parse(&text), &ChunkOptions::new(size), size, &text);
        Ok(())
    })
    .budget_ms(2_000);
}

#[test]
fn a_counting_function_is_obeyed() {
    let tokens = |text: &str| text.len().div_ceil(4);
    for Fixture { name, text, .. } in fixtures() {
        let parsed = parse(&text);
        let chunks = parsed.chunks(&ChunkOptions::new(50).measure(&tokens));
        let own: String = chunks.iter().map(|chunk| parsed.text_of(chunk.span())).collect();
        assert_eq!(own, text, "{name}");
        assert!(chunks.iter().all(|chunk| tokens(&chunk.text) <= 50), "{name}");
    }
}

const STATUTE: &str = "第一章 总则\n第一条 为了规范管理，制定本条例。\n第二条 本条例适用于本市。\n第二章 职责\n第三条 各部门履行下列职责：\n（一）编制规划；\n（二）组织实施；\n（三）监督检查。\n第四条 本条例自公布之日起施行。\n";

fn paths<'p>(parsed: &'p Parsed<'_>, size: usize) -> Vec<(Vec<String>, &'p str)> {
    let chunks = parsed.chunks(&ChunkOptions::new(size));
    chunks.into_iter().map(|chunk| (chunk.metadata.path.clone(), parsed.text_of(chunk.span()).trim_end())).collect()
}

/// Headings of their own lines with bare titles are no chunk, articles stay apart, entries together.
#[test]
fn articles_stand_alone_and_take_their_chapter_along() {
    let parsed = parse(STATUTE);
    let seen = paths(&parsed, 55);
    let texts: Vec<_> = seen.iter().map(|(_, text)| *text).collect();
    assert_eq!(
        texts,
        [
            "第一章 总则\n第一条 为了规范管理，制定本条例。\n第二条 本条例适用于本市。",
            "第二章 职责\n第三条 各部门履行下列职责：\n（一）编制规划；\n（二）组织实施；\n（三）监督检查。",
            "第四条 本条例自公布之日起施行。",
        ]
    );
    assert_eq!(seen[1].0, ["第二章 职责", "第三条"]);
    assert_eq!(seen[2].0, ["第二章 职责", "第四条"]);
}

/// Small entries of one list go together, those of two lists never.
#[test]
fn entries_of_two_parents_are_never_joined() {
    let text = "一、抓统筹。1.建机制很要紧。2.强队伍很要紧。3.建台账很要紧。二、抓落实。1.严考核很要紧。2.按季通报。3.强问责很要紧。三、强保障。";
    let parsed = parse(text);
    for size in 8..60 {
        for chunk in parsed.chunks(&ChunkOptions::new(size)) {
            let own = parsed.text_of(chunk.span());
            assert!(!(own.contains("台账") && own.contains("严考核")), "{size}: {own}");
        }
    }
    let texts: Vec<_> = paths(&parsed, 24).into_iter().map(|(_, text)| text.to_owned()).collect();
    assert!(texts.iter().any(|text| text.contains("建机制") && text.contains("强队伍")), "{texts:?}");
}

/// A pasted comment elsewhere must not change ids, nor where other chunks are cut.
#[test]
fn ids_stay_when_the_text_changes_elsewhere() {
    let text = |heading: &str, first: &str| {
        format!(
            "工作方案\n一、{heading}\n（一）摸底。{first}\n（二）整改。逐项整改，定期销号。限期办结，按时上报。\n二、抓落实\n（一）考核。按季考核，按年通报。\n（二）问责。失职必问，问责必严。\n"
        )
    };
    let ids = |text: &str| -> Vec<String> {
        let options = ChunkOptions::new(30).path_in_text(true);
        parse(text).chunks(&options).into_iter().map(|chunk| chunk.id).collect()
    };
    let before = ids(&text("抓统筹", "逐户摸底。"));
    let after = ids(&text("抓统筹促发展强保障", "逐户摸底，逐项登记，逐一核对，一户不漏。另起一句，再起一句。"));
    let kept = before.iter().filter(|id| after.contains(id)).count();
    assert!(kept + 1 >= before.len(), "{before:?}\n{after:?}");
}

/// A section too long is cut behind sentences, and every piece says where it belongs.
#[test]
fn a_long_section_is_cut_behind_sentences_and_keeps_its_path() {
    let body = "他说：“先摸底。再整改。”大家都同意。".repeat(20);
    let text = format!("一、抓统筹\n（一）摸底\n{body}\n（二）整改\n逐项整改。\n二、抓落实\n按季通报。\n");
    let parsed = parse(&text);
    let options = ChunkOptions::new(100).path_in_text(true).overlap(20);
    let chunks = parsed.chunks(&options);
    let of_long: Vec<_> = chunks.iter().filter(|chunk| chunk.metadata.numbers == ["1", "1"]).collect();
    assert!(of_long.len() > 3, "{chunks:#?}");
    for chunk in &of_long[1..] {
        let own = parsed.text_of(chunk.span());
        assert!(chunk.text.starts_with("一、抓统筹 > （一）摸底\n"), "{}", chunk.text);
        assert!(own.trim_end().ends_with(['。', '”']) && !own.starts_with('再'), "{own}");
        assert!(chunk.metadata.context_chars > 20, "no overlap: {}", chunk.text);
    }
}

#[test]
fn markdown_of_every_fixture_has_the_same_headings() {
    for Fixture { name, text, .. } in fixtures() {
        markdown_reader::check(&parse(&text), &name);
    }
}

#[test]
fn markdown_of_any_text_has_the_same_headings() {
    arbtest::arbtest(|source| {
        let text = text(source)?;
        markdown_reader::check(&parse(&text), &text);
        Ok(())
    })
    .budget_ms(2_000);
}

#[test]
fn markdown_deeper_than_six_is_nested_lists() {
    let text =
        "方案\n第一编 总\n第一章 总\n第一节 总\n一、总\n（一）总\n1.总\n（1）总\n①深一。续。\n②深二。\n（2）总\n2.总\n";
    let parsed = parse(text);
    assert!(parsed.document().walk().any(|place| place.depth() > 6));
    markdown_reader::check(&parsed, text);
    assert!(parsed.markdown().contains("\n- "), "{}", parsed.markdown());
}

#[test]
fn csv_of_every_fixture_has_as_many_records_as_rows() {
    for Fixture { name, text, .. } in fixtures() {
        let parsed = parse(&text);
        let mut csv = Vec::new();
        gangmu::Csv::new().rows(&parsed, &mut csv).unwrap();
        let csv = String::from_utf8(csv).unwrap();
        // A record ends where the quotes before it are even.
        let mut quotes = 0;
        let ends = csv.split_inclusive("\r\n").filter(|line| {
            quotes += line.matches('"').count();
            quotes % 2 == 0
        });
        assert_eq!(ends.count(), parsed.rows().len() + 1, "{name}");
    }
}

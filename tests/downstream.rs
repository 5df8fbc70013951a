//! What the tools downstream read: rows, chunks, Markdown, on every fixture and on texts put together
//! at random.

#![allow(clippy::unwrap_used)] // a test that cannot unwrap has failed

mod markdown_reader;
mod support;

use std::collections::HashSet;

use arbtest::arbitrary::{Result, Unstructured};
use gangmu::{Chunk, ChunkOptions, Parsed, parse};
use support::{Fixture, fixtures};

/// A text of up to 60 pieces of outline, prose, quotes, markup and signs.
fn text(source: &mut Unstructured<'_>) -> Result<String> {
    const PIECES: [&str; 66] = [
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
        "\t",
        "\u{A0}",
        ": ",
        "~~删~~",
        "~~~\n",
        "$x$",
        "+ ",
        "> ",
        "===\n",
        "\\",
        "![图](源)",
        "[^1]",
        "[^1]: 注",
        "[x] ",
        "{#名}",
        "^上^",
        "<!-- 注 -->",
        "&#35;",
        "<http://a.cn>",
        "__粗__",
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
    assert!(texts.iter().any(|text| text.contains("强队伍") && text.contains("建台账")), "{texts:?}");
}

/// The ids of a text's chunks that are not among those of another text.
fn lost(before: &str, after: &str, options: &ChunkOptions<'_>) -> Vec<Chunk> {
    let kept: HashSet<String> = parse(after).chunks(options).into_iter().map(|chunk| chunk.id).collect();
    parse(before).chunks(options).into_iter().filter(|chunk| !kept.contains(&chunk.id)).collect()
}

/// A sentence more in one section, anywhere in any fixture: the chunks of all other lists keep their ids, and
/// those of its own list nearly all.
#[test]
fn ids_stay_when_the_text_changes_elsewhere() {
    let (mut edits, mut gone) = (0, 0);
    for Fixture { name, text, .. } in fixtures() {
        // What a site counts it would count otherwise, so that no counter of the changed text is known.
        if name.ends_with("counters_of_a_site") {
            continue;
        }
        let parsed = parse(&text);
        for place in parsed.document().walk() {
            let body = parsed.text_of(place.section.body);
            let Some(stop) = body.find('。') else { continue };
            let mut changed = text.clone();
            changed.insert_str(place.section.body.range().start + stop + '。'.len_utf8(), "另行通报。");
            if parse(&changed).document().len() != parsed.document().len() {
                continue; // the sentence has changed what is read as a section
            }
            let around = place.parent().map_or(parsed.document().span, |parent| parent.span);
            for size in [60, 120, 300] {
                let lost = lost(&text, &changed, &ChunkOptions::new(size).path_in_text(true));
                let inside = |chunk: &Chunk| chunk.span().start < around.end && around.start < chunk.span().end;
                assert!(lost.iter().all(inside), "{name}, {size}: {lost:#?}");
                edits += 1;
                gone += lost.len();
            }
        }
    }
    println!("{edits} edits, {gone} ids gone");
    assert!(edits > 3_000 && gone * 20 < edits * 21, "{edits} edits, {gone} ids gone");
}

/// A list of hundreds of entries, some of which grow: were each chunk filled up, all behind would be others.
#[test]
fn an_entry_that_grows_leaves_a_long_list_as_it_was() {
    const ENTRIES: usize = 400;
    let list = |grown: usize| {
        let entry = |number: usize| {
            let (first, second) = ("摸底登记".repeat(1 + number % 3), "按月报送".repeat(1 + number * number % 4));
            let more = if number == grown { "另行通报，限期整改。" } else { "" };
            format!("{number}.第{}组负责{first}，{second}。{more}\n", number * 7)
        };
        "工作方案\n一、抓统筹\n".to_owned() + &(1..=ENTRIES).map(entry).collect::<String>() + "二、抓落实\n按季考核。\n"
    };
    let before = list(0);
    for size in [80, 120, 200, 400] {
        let options = ChunkOptions::new(size);
        let gone: Vec<_> = (1..=ENTRIES).step_by(7).map(|grown| lost(&before, &list(grown), &options).len()).collect();
        let chunks = parse(&before).chunks(&options);
        let filled = before.chars().count() * 100 / (chunks.len() * size);
        println!("{size}: {} chunks, {filled} % full, ids gone: {gone:?}", chunks.len());
        assert!(gone.iter().sum::<usize>() < 4 * gone.len() && gone.iter().all(|&gone| gone <= 16), "{size}: {gone:?}");
        assert!(filled > 60, "{size}: {filled}");
    }
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

/// What users of other splitters complain of, each as a text: marker and body in one line, and the whole line is
/// taken for a heading and lost; a heading whose words come again, and the wrong place is cut.
#[test]
fn no_text_vanishes_beside_its_marker() {
    let text = "三、健全机制。各地要按月调度，完善机制。（一）健全机制。定期会商。1、健全机制，各部门分工负责。1.不是序号。（二）完善机制。健全机制要持续。四、收尾。";
    let parsed = parse(text);
    for size in [12, 20, 30, 60, 200] {
        let chunks = parsed.chunks(&ChunkOptions::new(size));
        let own: String = chunks.iter().map(|chunk| parsed.text_of(chunk.span())).collect();
        assert_eq!(own, text);
        for chunk in &chunks {
            let (path, own) = (&chunk.metadata.path, parsed.text_of(chunk.span()));
            // What a chunk says of itself is where its first words really stand.
            let place = parsed.document().section_at(chunk.metadata.start).unwrap();
            let around = place.ancestors.iter().copied().chain([place.section]);
            let markers: Vec<_> = around.map(|section| parsed.text_of(section.marker.span)).collect();
            assert!(
                path.iter().zip(&markers).all(|(label, marker)| label.starts_with(marker)),
                "{own}: {path:?} {markers:?}"
            );
        }
    }
}

/// Nine chunks of a sentence each and one of tens of thousands of characters: neither.
#[test]
fn chunks_are_neither_crumbs_nor_boulders() {
    let crumbs: String = (1..=9).map(|number| format!("{number}.按月调度。")).collect();
    let boulder = "各级各部门要高度重视，加强领导，明确分工，落实责任。".repeat(2_000);
    let text = format!("一、抓统筹。{crumbs}二、抓落实。{boulder}三、强保障。");
    let parsed = parse(&text);
    let sizes: Vec<_> = parsed.chunks(&ChunkOptions::new(500)).iter().map(|chunk| chunk.text.chars().count()).collect();
    assert_eq!(sizes[0], 6 + 9 * 7, "{sizes:?}");
    assert!(sizes.iter().all(|&size| size <= 500));
    let (last, long) = sizes[1..].split_last().unwrap();
    assert!(long.iter().rev().skip(1).all(|&size| size > 450) && *last < 500, "{sizes:?}");
}

/// The deepest heading is in the path, in every piece of what stands below it; an article has its number.
#[test]
fn every_chunk_has_all_its_headings() {
    let body = "逐项核对，逐级上报。".repeat(40);
    let text = format!(
        "工作方案\n第一部分 总则\n一、抓统筹\n（一）摸底\n1.入户\n{body}\n2.登记\n{body}\n二、抓落实\n第九条 {body}\n第十条 {body}\n"
    );
    let parsed = parse(&text);
    let chunks = parsed.chunks(&ChunkOptions::new(100).path_in_text(true));
    let below =
        |last: &str| chunks.iter().filter(|chunk| chunk.metadata.path.last().unwrap() == last).collect::<Vec<_>>();
    for (last, path) in
        [("1.入户", "… > 一、抓统筹 > （一）摸底 > 1.入户\n"), ("2.登记", "… > 一、抓统筹 > （一）摸底 > 2.登记\n")]
    {
        let pieces = below(last);
        assert!(pieces.len() > 3, "{chunks:#?}");
        assert!(pieces[1..].iter().all(|piece| piece.text.starts_with(path)), "{pieces:#?}");
        assert!(pieces.iter().all(|piece| piece.metadata.path.len() == 5), "{pieces:#?}");
    }
    assert!(below("第九条").len() > 3 && below("第十条").len() > 3);
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

//! Time and work grow as the text does, on every family of texts that has brought a parser down.
//!
//! ```text
//! piece ⁿ, n = 16k 32k 64k 128k     counts: at most 2.1-fold a doubling; time: not 2.6-fold twice in a row
//! one large text                     at most 1 s for 10 MB, of text or of nothing but markers
//! tree ─► JSON, rows, diagnostics …  n = 4k 8k 16k 32k; time: not 2.6-fold twice in a row
//! (times that grew more are measured again, and the least of all counts: what else the machine does only adds)
//! ```
//!
//! All of it in a thread with a small stack, so that recursion over the text cannot hide.

#![allow(clippy::unwrap_used)]

use std::time::Duration;

use gangmu::{ChunkOptions, Csv, Document, Language, LineIndex, LintOptions, OffsetUnit, Options, Parsed, Parser};
use gangmu::{Renderer, Work};

/// What the promise of no recursion is held with.
const STACK: usize = 256 << 10;
/// Repetitions.
const SIZES: [usize; 4] = [16_000, 32_000, 64_000, 128_000];
/// A count below this is a constant cost.
const SMALL: u64 = 2_000;
/// How long a hundred bytes may take: 10 MB in a second.
const ALLOWED: Duration = Duration::from_micros(10);
/// How often each byte may be walked over by the scan, where markers and nothing else take 3.2, and by
/// the split.
const LOOKED: u64 = 4;
const READ: u64 = 2;
/// Repetitions of a text of which everything is made that can be.
const OF_OUTPUTS: [usize; 4] = [4_000, 8_000, 16_000, 32_000];
/// A time below this is noise.
const SHORT: Duration = Duration::from_millis(20);
/// How often times that have grown too much are measured, each size in turn, until they have not: what else the
/// machine does slows down some of them, and the large ones more.
const TIMES: usize = 12;

fn in_small_stack(work: impl FnOnce() + Send + 'static) {
    std::thread::Builder::new().stack_size(STACK).spawn(work).unwrap().join().unwrap();
}

/// What this thread has had of the processor: what else runs on the machine does not count.
fn clock() -> Duration {
    // The kernel counts what has been used at each tick of four milliseconds, and when the thread gives way.
    std::thread::yield_now();
    let used = std::fs::read_to_string("/proc/thread-self/schedstat").unwrap_or_default();
    match used.split(' ').next().and_then(|nanoseconds| nanoseconds.parse().ok()) {
        Some(nanoseconds) => Duration::from_nanos(nanoseconds),
        // Not on Linux: the time of day.
        None => std::time::SystemTime::now().duration_since(std::time::UNIX_EPOCH).unwrap_or_default(),
    }
}

/// A text of `n` repetitions.
type Family = (&'static str, fn(usize) -> String);

const FAMILIES: [Family; 134] = [
    ("一、甲三、乙", |n| "一、甲三、乙".repeat(n / 6)),
    ("2.甲；（1）乙", |n| "2.甲；（1）乙".repeat(n / 8)),
    ("一、甲二乙（一）丙", |n| "一、甲二乙（一）丙".repeat(n / 9)),
    ("1）甲。2 乙。", |n| "1）甲。2 乙。".repeat(n / 8)),
    ("1 / 102.甲", |n| "1 / 102.甲".repeat(n / 9)),
    ("1.1 甲4001.2 乙", |n| "1.1 甲4001.2 乙".repeat(n / 13)),
    ("（1.甲；2.", |n| "（1.甲；2.".repeat(n / 6)),
    ("1 甲  乙 1 2\\n", |n| "1 甲  乙 1 2\n".repeat(n / 11)),
    ("1.甲 乙", |n| "1.甲 乙".repeat(n / 5)),
    ("①～", |n| "①～".repeat(n / 2)),
    ("0 引言", |n| "0 引言".repeat(n / 4)),
    ("<!--", |n| "<!--".repeat(n / 4)),
    ("<p <br", |n| "<p <br".repeat(n / 6)),
    ("&lt;一、<br>", |n| "&lt;一、<br>".repeat(n / 9)),
    ("一、甲\\n", |n| "一、甲\\n".repeat(n / 5)),
    ("—、⼀丶〈一〉", |n| "—、⼀丶〈一〉".repeat(n / 7)),
    ("lines of one width", |n| format!("一、{}", "甲乙丙丁戊己庚辛壬癸甲乙丙丁戊己庚辛壬癸\n".repeat(n / 21))),
    ("第一条（甲乙", |n| "第一条（甲乙".repeat(n / 6)),
    ("1.甲\u{3000}\u{3000}乙", |n| "1.甲\u{3000}\u{3000}乙".repeat(n / 5)),
    ("titles of many lines", |n| format!("关于甲\n{}一、", "乙\n".repeat(n))),
    ("一", |n| "一".repeat(n)),
    ("（", |n| "（".repeat(n)),
    ("（一", |n| "（一".repeat(n)),
    ("（ then 一", |n| format!("（{}", "一".repeat(n))),
    ("一、", |n| "一、".repeat(n)),
    ("第", |n| "第".repeat(n)),
    ("第一", |n| "第一".repeat(n)),
    ("第 then 一 then 条", |n| format!("第{}条", "一".repeat(n))),
    ("1.", |n| "1.".repeat(n)),
    ("1.1.1.…1", |n| format!("{}1 目标", "1.".repeat(n))),
    ("9", |n| "9".repeat(n)),
    ("9 then .", |n| format!("{}.", "9".repeat(n))),
    ("(1", |n| "(1".repeat(n)),
    ("①", |n| "①".repeat(n)),
    (" 一、甲乙 丙", |n| " 一、甲乙 丙".repeat(n / 7)),
    ("一、甲<p>乙", |n| "一、甲<p>乙".repeat(n / 7)),
    (" 一、甲乙&nbsp; …", |n| format!(" 一、甲 二、甲乙{}", "&nbsp;".repeat(n / 6))),
    ("\\n一、甲", |n| "\\n一、甲".repeat(n / 5)),
    (" 1甲1.1乙", |n| " 1甲1.1乙".repeat(n / 7)),
    ("【甲】1.乙", |n| "【甲】1.乙".repeat(n / 6)),
    ("**一、甲", |n| "**一、甲".repeat(n / 6)),
    ("【一、甲】", |n| "【一、甲】".repeat(n / 5)),
    ("# 甲 then >", |n| format!("# 甲\n乙{}", ">".repeat(n))),
    ("# 甲 then # and blanks", |n| format!("# 甲\n乙{}", "#  ".repeat(n / 3))),
    ("★1、甲", |n| "★1、甲".repeat(n / 5)),
    ("★ and blanks", |n| format!("甲★{}1、", " ".repeat(n))),
    ("第一阶段：第二阶段：", |n| "第一阶段：甲。第二阶段：乙。".repeat(n / 14)),
    ("第1课（甲", |n| "第1课（甲".repeat(n / 5)),
    ("## 1. 甲 1. 乙", |n| "## 1. 甲\n1. 乙\n".repeat(n / 12)),
    ("| （一） |", |n| "| （一） ".repeat(n / 6)),
    ("pages on lines", |n| "目录\n一、甲\n1\n二、乙\n2\n三、丙\n2\n四、丁\n3\n五、戊\n4\n六、己\n5\n".repeat(n / 40)),
    ("一 at the beginning", |n| format!("一季度{}", "二月".repeat(n / 2))),
    ("附件一：甲1.2.", |n| "附件一：甲1.2.".repeat(n / 9)),
    ("1.甲2.乙3.丙4.丁5.戊", |n| "1.甲2.乙3.丙4.丁5.戊".repeat(n / 15)),
    ("结 ", |n| format!("一、。结{}", " ".repeat(n))),
    ("。结\u{3000}论", |n| "。结\u{3000}论".repeat(n / 4)),
    ("…… 4 甲", |n| "…… 4 甲".repeat(n / 6)),
    ("证 据 目 录 一、二、", |n| "证 据 目 录 一、二、".repeat(n / 12)),
    ("lines that end with commas", |n| format!("一、甲{}", "，\n乙".repeat(n))),
    ("items that end with commas", |n| "1.甲，\n".repeat(n / 2)),
    ("通知（二）", |n| "通知（二）".repeat(n / 5)),
    ("downwards", |n| "一、（一）1.(1)①".repeat(n / 5)),
    ("upwards", |n| "①(1)1.（一）一、".repeat(n / 5)),
    ("十万", |n| format!("{}、", "十万".repeat(n))),
    ("零", |n| "零".repeat(n)),
    ("、", |n| "、".repeat(n)),
    ("。", |n| "。".repeat(n)),
    ("U+3000", |n| "\u{3000}".repeat(n)),
    ("CR", |n| "\r".repeat(n)),
    ("LF", |n| "\n".repeat(n)),
    ("CRLF", |n| "\r\n".repeat(n)),
    ("第一条第二条", |n| "第一条第二条".repeat(n)),
    ("见第一条", |n| "见第一条".repeat(n)),
    ("“", |n| "“".repeat(n)),
    ("BOM", |n| "\u{feff}".repeat(n)),
    ("U+200B", |n| format!("{}一、", "\u{200b}".repeat(n))),
    ("combining", |n| format!("1{}.", "\u{301}".repeat(n))),
    ("many styles", many_styles),
    ("一、 LF", |n| "一、\n".repeat(n)),
    ("numbers upwards", |n| (1..=n).map(|k| format!("{}. 目标\n", k % 1_000)).collect()),
    ("numbers downwards", |n| (1..=n).rev().map(|k| format!("{}、目标", k % 99)).collect()),
    ("holes", |n| (1..=n).map(|k| format!("{}、目标。", k * 3 % 997)).collect()),
    ("bare numbers", |n| (1..=n).map(|k| format!("{}推进", k % 99)).collect()),
    ("contents", |n| "目录 第一章 总则 第二章 职责 ".repeat(n / 2)),
    ("folded", |n| "各单位应当在每年三月底以前把上一年的检查情况报送主管\n".repeat(n / 27)),
    ("letter-spaced", |n| "第 一 条 为 了 规 范 管 理 。 ".repeat(n / 8)),
    ("characters without width", |n| "第\u{200b}一条\u{200b}为了规范\u{200b}管理。".repeat(n / 8)),
    ("a bullet before each line", |n| "• 一、目标\n• 全部建成。\n".repeat(n / 8)),
    ("bullets before headings", |n| format!("\n{}", "■一、目标全部建成。●第一章 总则说明。".repeat(n / 4))),
    ("contents of one style", |n| "一、总体目标\n二、主要任务\n三、保障措施\n".repeat(n / 3)),
    ("chapters spoken of", |n| "第一章总结".repeat(n)),
    ("a style begun late", |n| {
        let late = "一、总体 二、任务 三、保障 （五）".repeat(n / 8);
        format!("{}{late}", "第九条 规定。".repeat(n / 2))
    }),
    ("breaks before lists", |n| format!("{}{}", "\n".repeat(n), "一、甲，二、乙，三、丙，".repeat(n / 3))),
    ("articles", |n| (1..=n).map(|k| format!("第{k}条 规定。")).collect()),
    ("speakers", |n| "一、某事。某人辩称：1、某事。".repeat(n / 3)),
    ("speakers and breaks", |n| format!("1、某事。某人诉称：{}2、", "\n".repeat(n)).repeat(2)),
    ("court's reasons", |n| "1、某事。本院认为，第一，某事。".repeat(n / 3)),
    ("decisions without a stop", |n| format!("一、目标{}", "判决如下，1.".repeat(n / 2))),
    ("parted headings", |n| format!("一、甲。{}", "使\u{3000}用\u{3000}说\u{3000}明 1.乙".repeat(n / 4))),
    ("a parted heading of blanks", |n| format!("一、甲。使 用 说{}明{}", " ".repeat(n), " 1.乙".repeat(n / 2))),
    ("annexes behind blanks", |n| "1.甲 附件2 须知 ".repeat(n / 2)),
    ("heads of tables inside a line", |n| "1 甲序号 名称".repeat(n / 2)),
    ("pages torn off", |n| (1..=n).map(|k| format!("。{}{}.{} 甲", k % 9 + 1, k % 7 + 1, k % 9)).collect()),
    ("numbers with hyphens", |n| "1-1甲1-2乙".repeat(n / 2)),
    ("entries left out", |n| format!("\n{}", "第一章 甲……6⏎……⏎".repeat(n / 2))),
    // Without the break they are read as lines that a sign joins, up to a megabyte.
    ("bullets for line breaks", |n| "■一、目标全部建成。●第一章 总则说明。".repeat(n / 8)),
    ("entries left out in one line", |n| "第一章 甲……6⏎……⏎".repeat(n / 8)),
    ("signs for line breaks", |n| "一、目标¶甲。¶".repeat(n / 8)),
    ("blanks that were written out", |n| "一、目标\\n\\u3000甲。\\n".repeat(n / 8)),
    ("backslashes", |n| "\\\\\\\\".repeat(n / 2)),
    ("rows of versions", |n| "1.1 2020-08-03 甲\n".repeat(n / 2)),
    ("cells", |n| "4.2206 1.1712 ".repeat(n / 2)),
    ("annexes", |n| "A.1 甲 A.1.1 乙 ".repeat(n / 2)),
    ("keycaps", |n| "1\u{fe0f}\u{20e3}甲".repeat(n)),
    ("named steps", |n| "步骤1：甲。步骤2：乙。".repeat(n / 3)),
    ("what a policy holds", |n| "以下内容：1.甲 2.乙 3.丙 ".repeat(n / 4)),
    ("names counted", |n| (1..=n).map(|k| format!("；证据{}、", k % 99)).collect()),
    ("tables", |n| format!("序号 名称\n{}", (1..=n).map(|k| format!("{k} 某事 3\n")).collect::<String>())),
    ("boxes", |n| format!("第一节 一、某事。\n专栏{}1、", "\u{3000}".repeat(n)).repeat(2)),
    ("last chapters", |n| "第一条 某事。\n附则\n".repeat(n / 2)),
    ("days glued", |n| "2024-06-181 ".repeat(n)),
    ("sums", |n| "（一）某事。以上各项：一是某事。".repeat(n / 3)),
    ("counted brackets", |n| "（一）（二）".repeat(n)),
    ("days", |n| "97.4.22 ".repeat(n)),
    ("said", |n| "一是".repeat(n)),
    ("brackets", |n| format!("{}{}", "（".repeat(n / 2), "）".repeat(n / 2))),
    ("nothing but numbers", |n| (0..n).map(|k| format!("{})½", k % 999 + 1)).collect()),
    ("fields", |n| format!("1.采购人信息{}", "名称：甲地址：乙".repeat(n))),
    ("fields of items", |n| "1.采购人信息名 称：甲地 址：乙".repeat(n / 2)),
    ("clauses of one length", |n| format!("1.{}", "守底线，防返贫，".repeat(n))),
    ("brackets before colons", |n| format!("一、全市要坚持稳中求进抓好各项工作落实{}", "甲）：".repeat(n))),
    ("pages behind tabs", |n| "1.甲\t2\n".repeat(n / 2)),
    ("tables of contents with tabs in one line", |n| {
        "第一章 甲\t1第二章 乙\t2第三章 丙\t3第四章 丁\t4第五章 戊\t5第六章 己\t6".repeat(n / 12)
    }),
    ("labels alike", |n| "农户申领办法：（一）甲。农场申领办法：1.乙".repeat(n / 8)),
];

/// Markers of all forms, one behind the other.
fn many_styles(n: usize) -> String {
    const STYLES: [&str; 24] = [
        "第一编",
        "第一章",
        "第一节",
        "第一条",
        "一、",
        "（一）",
        "1.",
        "（1）",
        "1）",
        "①",
        "⑴",
        "⒈",
        "㈠",
        "㊀",
        "❶",
        "Ⅰ.",
        "A.",
        "a.",
        "（A）",
        "（a）",
        "甲、",
        "壹、",
        "［1］",
        "1.1",
    ];
    // A step that is no divisor of 24 changes the order from round to round.
    (0..n).map(|k| STYLES[(k * 7 + k / 24) % STYLES.len()]).collect()
}

fn counts(work: Work) -> [u64; 5] {
    [work.candidates, work.stops, work.expanded, work.marks, work.looked]
}

/// The least times of four sizes, each the double of the one before, where they grow too much however often they
/// are measured. Two times are compared only where both are long enough to tell something.
fn times_that_grow(mut measure: impl FnMut(usize) -> Duration) -> Option<[Duration; 4]> {
    let mut least = [Duration::MAX; 4];
    for _ in 0..TIMES {
        for (index, least) in least.iter_mut().enumerate() {
            *least = measure(index).min(*least);
        }
        let grew = |pair: &[Duration]| pair[1] > SHORT && pair[1] > pair[0] * 26 / 10;
        if !least.windows(3).any(|three| grew(&three[..2]) && grew(&three[1..])) {
            return None;
        }
    }
    Some(least)
}

/// How long something takes.
fn timed<T>(work: impl FnOnce() -> T) -> Duration {
    let start = clock();
    std::hint::black_box(work());
    clock().saturating_sub(start)
}

/// What is wrong with the growth of the work for one family, if anything.
fn growth(name: &str, text_of: fn(usize) -> String) -> Option<String> {
    let mut wrong = Vec::new();
    let mut before: Option<Work> = None;
    for size in SIZES {
        let text = text_of(size);
        let mut parser = Parser::new(Options::new());
        assert_eq!(parser.parse(&text).document().check(&text), Ok(()), "{name} × {size}");
        let work = parser.work();
        // What the split reads depends on the outline, which may change from size to size: held to the bytes alone.
        for (bytes, most) in [(work.looked, LOOKED), (work.read, READ)] {
            if bytes > most * text.len() as u64 + SMALL {
                wrong.push(format!("{name} × {size}: {bytes} bytes walked over for {}", text.len()));
            }
        }
        println!("{name} × {size}: {} bytes {work:?}", text.len());
        for (now, then) in before.into_iter().flat_map(|earlier| counts(work).into_iter().zip(counts(earlier))) {
            if now > SMALL && now * 10 > then * 21 {
                wrong.push(format!("{name} × {size}: {then} became {now} of {work:?}"));
            }
        }
        before = Some(work);
    }
    (!wrong.is_empty()).then(|| wrong.join("\n"))
}

#[test]
fn work_grows_as_the_text_does() {
    in_small_stack(|| {
        let wrong: Vec<String> = FAMILIES.iter().filter_map(|&(name, text)| growth(name, text)).collect();
        assert!(wrong.is_empty(), "{wrong:#?}");
    });
}

#[test]
#[ignore = "slow"]
fn time_grows_as_the_text_does() {
    in_small_stack(|| {
        let mut parser = Parser::new(Options::new());
        let mut wrong = Vec::new();
        for (name, text_of) in FAMILIES {
            let texts = SIZES.map(text_of);
            let times = times_that_grow(|size| timed(|| parser.parse(&texts[size]).document().len()));
            wrong.extend(times.map(|times| format!("{name}: {times:?}")));
        }
        assert!(wrong.is_empty(), "{wrong:#?}");
    });
}

#[test]
#[ignore = "slow"]
fn one_large_text_takes_at_most_a_second_for_ten_megabytes() {
    let texts: [Family; 5] = [
        ("a million 一、", |n| "一、".repeat(n)),
        ("a line of 64 MiB", |_| "全市要坚持稳中求进，抓好各项工作落实".repeat((64 << 20) / 54)),
        ("a numeral of a million digits", |n| format!("{}.", "9".repeat(n))),
        ("a million （", |n| "（".repeat(n)),
        ("a million markers of five styles", |n| "一、（一）1.(1)①".repeat(n / 5)),
    ];
    in_small_stack(move || {
        let mut wrong = Vec::new();
        for (name, text_of) in texts {
            let text = text_of(1_000_000);
            let allowed = ALLOWED * u32::try_from(text.len() / 100).unwrap();
            let parsed = gangmu::parse(&text);
            let mut time = Duration::MAX;
            for _ in 0..TIMES {
                if time > allowed {
                    time = time.min(timed(|| gangmu::parse(&text)));
                }
            }
            println!("{name}: {time:?} of {allowed:?}, {} sections", parsed.document().len());
            if time > allowed {
                wrong.push(format!("{name}: {time:?}, allowed are {allowed:?}"));
            }
            // Nor does what is done with a tree recurse over the text.
            let copy = parsed.clone();
            assert_eq!(copy.document().check(&text), Ok(()));
            drop((parsed, copy));
        }
        assert!(wrong.is_empty(), "{wrong:#?}");
    });
}

/// Something that is made of a tree, by its length, so that nothing is left out.
type Output = (&'static str, fn(&Parsed<'_>, &str) -> usize);

const OUTPUTS: [Output; 14] = [
    ("clone and drop", |parsed, _| parsed.clone().into_document().len()),
    ("Debug", |parsed, _| format!("{parsed:?}").len()),
    ("check", |parsed, text| usize::from(parsed.document().check(text).is_ok())),
    ("walk", |parsed, _| parsed.document().walk().map(|place| place.ancestors.len()).sum()),
    ("JSON there and back", |parsed, _| {
        let json = serde_json::to_string(parsed).unwrap();
        serde_json::from_str::<Document>(&json).unwrap().len()
    }),
    ("JSON by hand", |parsed, _| {
        let mut out = Vec::new();
        parsed.write_json(OffsetUnit::Utf16, &mut out).unwrap();
        out.len()
    }),
    ("Markdown", |parsed, _| parsed.markdown().len()),
    ("rows", |parsed, _| {
        let mut out = Vec::new();
        Csv::new().rows(parsed, &mut out).unwrap();
        out.len()
    }),
    ("chunks", |parsed, _| parsed.chunks(&ChunkOptions::new(200).overlap(20).path_in_text(true)).len()),
    ("lint", |parsed, _| parsed.lint().len()),
    ("fixed", |parsed, _| parsed.fixed(&LintOptions::new()).len()),
    ("shown", |parsed, text| {
        let (index, renderer) = (LineIndex::new(text), Renderer::new());
        parsed.lint().iter().map(|found| renderer.human("a.txt", text, &index, found).len()).sum()
    }),
    ("SARIF", |parsed, text| {
        let found = parsed.lint();
        let log = gangmu::sarif([("a.txt", text, found.as_slice())], Language::Zh);
        serde_json::to_string(&log).unwrap().len()
    }),
    ("explain", |_, text| gangmu::explain(text, &Options::new()).len()),
];

#[test]
#[ignore = "slow"]
fn what_is_made_of_a_tree_takes_time_as_the_tree_does() {
    in_small_stack(|| {
        let mut wrong = Vec::new();
        for (name, text_of) in FAMILIES {
            let texts = OF_OUTPUTS.map(text_of);
            let trees = texts.each_ref().map(|text| gangmu::parse(text));
            for (output, make) in OUTPUTS {
                let times = times_that_grow(|size| timed(|| make(&trees[size], &texts[size])));
                wrong.extend(times.map(|times| format!("{output} of {name}: {times:?}")));
            }
        }
        assert!(wrong.is_empty(), "{wrong:#?}");
    });
}

#[test]
fn nothing_that_is_made_of_a_tree_recurses_over_the_text() {
    in_small_stack(|| {
        for (name, text_of) in FAMILIES {
            let text = text_of(OF_OUTPUTS[0]);
            let parsed = gangmu::parse(&text);
            for (output, make) in OUTPUTS {
                println!("{output} of {name}: {:?}", timed(|| make(&parsed, &text)));
            }
        }
    });
}

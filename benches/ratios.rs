//! What reading costs beside other things done to the same bytes: ratios of one run, in one process.
//!
//! ```text
//! cargo bench --bench ratios                      all tables
//! cargo bench --bench ratios -- flat              one: flat, lines, long, hostile, threads
//! cargo bench --bench ratios -- --only tree flat  one case of one family once, for callgrind; a hostile one by its name
//! ```
//!
//! The cases take turns; of each the median of [`ROUNDS`] rounds is kept. Time is that of the thread, for a
//! wall clock also counts what else the machine does; only `threads` needs a wall clock. Absolute figures say
//! more about the machine than about the code: quote the ratios.

#![allow(clippy::print_stdout, reason = "prints a table")]

mod made;
mod rivals;

use std::hint::black_box;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::{Duration, Instant};

use cpu_time::ThreadTime;
use gangmu::{OffsetUnit, Options, Parsed, Parser};

/// How often each case takes its turn.
const ROUNDS: usize = 5;

/// Something done to all texts of a family.
struct Case<'a> {
    name: &'static str,
    run: Box<dyn FnMut() + 'a>,
    times: Vec<Duration>,
}

fn case<'a>(name: &'static str, run: impl FnMut() + 'a) -> Case<'a> {
    Case { name, run: Box::new(run), times: Vec::new() }
}

/// Reads all texts; a function of its own, so that callgrind can count it alone.
#[inline(never)]
fn read_all(texts: &[String], parser: &mut Parser) {
    for text in texts {
        black_box(parser.parse(text));
    }
}

#[inline(never)]
fn write_all(trees: &[Parsed<'_>], out: &mut Vec<u8>) {
    for tree in trees {
        out.clear();
        serde_json::to_writer(&mut *out, tree).expect("a Vec takes everything");
        black_box(&*out);
    }
}

#[inline(never)]
fn write_all_by_hand(trees: &[Parsed<'_>], out: &mut Vec<u8>) {
    for tree in trees {
        out.clear();
        tree.write_json(OffsetUnit::Byte, &mut *out).expect("a Vec takes everything");
        black_box(&*out);
    }
}

#[inline(never)]
fn read_and_write_all(texts: &[String], parser: &mut Parser, out: &mut Vec<u8>) {
    for text in texts {
        out.clear();
        parser.parse(text).write_json(OffsetUnit::Byte, &mut *out).expect("a Vec takes everything");
        black_box(&*out);
    }
}

fn each<'s, T>(texts: &'s [String], done: impl Fn(&'s str) -> T) {
    for text in texts {
        black_box(done(text));
    }
}

/// The first of `cases` is the one the others are compared with.
fn table(family: &str, texts: &[String], mut cases: Vec<Case<'_>>) {
    for _ in 0..ROUNDS {
        for case in &mut cases {
            let start = ThreadTime::now();
            (case.run)();
            case.times.push(start.elapsed());
        }
    }
    let bytes: usize = texts.iter().map(String::len).sum();
    println!("\n{family}: {bytes} bytes, {} texts, median of {ROUNDS} rounds", texts.len());
    println!("| case | MB/s | ns/KB | tree is so many times as fast |\n| --- | ---: | ---: | ---: |");
    let median = |case: &mut Case<'_>| {
        case.times.sort();
        case.times[ROUNDS / 2].as_secs_f64()
    };
    let tree = cases.first_mut().map_or(0.0, median);
    for case in &mut cases {
        let time = median(case);
        let (speed, cost) = (bytes as f64 / time / 1e6, time * 1e9 / (bytes as f64 / 1e3));
        println!("| {} | {speed:.1} | {cost:.0} | {:.2} |", case.name, time / tree);
    }
}

fn family(name: &str, texts: &[String]) {
    let mut parser = Parser::new(Options::new());
    let mut another = parser.clone();
    for text in texts {
        assert_eq!(rivals::regex(text), rivals::nom(text), "the rivals look for the same markers");
    }
    let trees: Vec<Parsed<'_>> = texts.iter().map(|text| gangmu::parse(text)).collect();
    let (mut out, mut written, mut json) = (Vec::new(), Vec::new(), Vec::new());
    table(
        name,
        texts,
        vec![
            case("text to tree, one Parser", || read_all(texts, &mut parser)),
            case("text to tree, parse()", || each(texts, gangmu::parse)),
            case("regex find_iter", || each(texts, rivals::regex)),
            case("nom at every character", || each(texts, rivals::nom)),
            case("pulldown-cmark to tree", || each(texts, rivals::pulldown)),
            case("text to JSON, one Parser", || read_and_write_all(texts, &mut another, &mut json)),
            case("write_json writes the tree", || write_all_by_hand(&trees, &mut written)),
            case("serde_json writes the tree", || write_all(&trees, &mut out)),
        ],
    );
}

fn hostile() {
    let ordinary = made::documents("", 1_000_000);
    let mut parser = Parser::new(Options::new());
    let mut families = vec![("ordinary documents".to_owned(), ordinary)];
    families.extend(made::hostile(made::HOSTILE).into_iter().map(|(name, text)| (name.to_owned(), vec![text])));
    println!("\nhostile: a text a family");
    println!("| family | bytes | MB/s | of ordinary documents |\n| --- | ---: | ---: | ---: |");
    let mut ordinary = None;
    for (name, texts) in &families {
        let bytes: usize = texts.iter().map(String::len).sum();
        let mut times = [Duration::ZERO; 3].map(|_| {
            let start = ThreadTime::now();
            read_all(texts, &mut parser);
            start.elapsed()
        });
        times.sort();
        let speed = bytes as f64 / times[1].as_secs_f64() / 1e6;
        println!("| {name} | {bytes} | {speed:.1} | 1/{:.1} |", *ordinary.get_or_insert(speed) / speed);
    }
}

/// Documents shared out among threads, each with a parser of its own.
fn share(texts: &[String], threads: usize) -> Duration {
    let next = AtomicUsize::new(0);
    let start = Instant::now();
    std::thread::scope(|scope| {
        for _ in 0..threads {
            scope.spawn(|| {
                let mut parser = Parser::new(Options::new());
                while let Some(text) = texts.get(next.fetch_add(1, Ordering::Relaxed)) {
                    black_box(parser.parse(text));
                }
            });
        }
    });
    start.elapsed()
}

/// By a wall clock; the best of ten rounds, for another process on the second core takes all of the gain.
fn threads(texts: &[String]) {
    let mut best = [Duration::MAX; 2];
    for _ in 0..10 {
        for (threads, best) in best.iter_mut().enumerate() {
            *best = (*best).min(share(texts, threads + 1));
        }
    }
    println!("\nthreads, wall clock, best of 10: 1: {:?}, 2: {:?}", best[0], best[1]);
    println!("2 threads are {:.2} times as fast as one", best[0].as_secs_f64() / best[1].as_secs_f64());
}

/// One case of one family, once; a tenth of the documents, for callgrind takes fifty times as long.
fn only(case: &str, family: &str) {
    let between = if family == "lines" { "\n" } else { "" };
    let mut texts = made::documents(between, made::BYTES / 10);
    if family == "long" {
        texts = vec![texts.concat()];
    } else if let Some((_, text)) = made::hostile(made::HOSTILE).into_iter().find(|&(name, _)| name == family) {
        texts = vec![text];
    }
    let bytes: usize = texts.iter().map(String::len).sum();
    let mut parser = Parser::new(Options::new());
    let mut out = Vec::new();
    // What is made once a process, such as compiled expressions, is no cost of a byte.
    for text in &texts {
        black_box(parser.parse(text));
    }
    match case {
        "tree" => read_all(&texts, &mut parser),
        "json" => {
            let trees: Vec<Parsed<'_>> = texts.iter().map(|text| gangmu::parse(text)).collect();
            write_all_by_hand(&trees, &mut out);
        }
        _ => read_and_write_all(&texts, &mut parser, &mut out),
    }
    println!("{bytes} bytes");
}

fn main() {
    let words: Vec<String> = std::env::args().skip(1).filter(|word| word != "--bench").collect();
    if let [flag, case, name] = words.as_slice()
        && flag == "--only"
    {
        return only(case, name);
    }
    let wanted = |name: &str| words.is_empty() || words.iter().any(|word| word == name);
    if wanted("flat") {
        family("flat", &made::flat());
    }
    if wanted("lines") {
        family("lines", &made::lines());
    }
    if wanted("long") {
        family("long", &[made::long(made::BYTES)]);
    }
    if wanted("hostile") {
        hostile();
    }
    if wanted("threads") {
        threads(&made::flat());
    }
}

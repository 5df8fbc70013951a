//! Time by criterion, against the run before: `cargo bench --bench speed`.
//!
//! ```text
//! tree/flat tree/lines tree/long     a megabyte of distinct documents to trees
//! json/flat                          the trees to JSON
//! ```
//!
//! What reading costs beside other things is in `ratios.rs`.

mod made;

use std::hint::black_box;

use criterion::{Criterion, Throughput, criterion_group, criterion_main};
use gangmu::{OffsetUnit, Options, Parser};

/// Enough that no branch predictor learns it, and little enough for a hundred rounds.
const BYTES: usize = 1_000_000;

fn tree(criterion: &mut Criterion) {
    let mut group = criterion.benchmark_group("tree");
    let flat = made::documents("", BYTES);
    let long = vec![flat.concat()];
    for (name, texts) in [("flat", flat), ("lines", made::documents("\n", BYTES)), ("long", long)] {
        group.throughput(Throughput::Bytes(texts.iter().map(String::len).sum::<usize>() as u64));
        let mut parser = Parser::new(Options::new());
        group.bench_function(name, |bencher| {
            bencher.iter(|| texts.iter().for_each(|text| drop(black_box(parser.parse(text)))));
        });
    }
    group.finish();
}

fn json(criterion: &mut Criterion) {
    let mut group = criterion.benchmark_group("json");
    let texts = made::documents("", BYTES);
    let trees: Vec<_> = texts.iter().map(|text| gangmu::parse(text)).collect();
    group.throughput(Throughput::Bytes(texts.iter().map(String::len).sum::<usize>() as u64));
    let mut out = Vec::new();
    group.bench_function("flat", |bencher| {
        bencher.iter(|| {
            for tree in &trees {
                out.clear();
                tree.write_json(OffsetUnit::Byte, &mut out).expect("a Vec takes everything");
                black_box(&out);
            }
        });
    });
    group.finish();
}

criterion_group!(benches, tree, json);
criterion_main!(benches);

//! Opening a file (read, check, graph) beside `ron::from_str` of the same text into plain structs, in one run.
//!
//! `cargo bench --bench open [-- S|M|L]`

mod support;

#[path = "support/faults.rs"]
mod faults;
#[expect(dead_code, reason = "the structs are filled and nothing else")]
#[path = "support/plain.rs"]
mod plain;

use std::collections::BTreeMap;
use std::hint::black_box;
use std::time::{Duration, Instant};

use criterion::{Criterion, Throughput};
use rodedraad::file;
use rodedraad::model::Case;
use rodedraad::model::finding::Finding;
use support::{is_measuring, maker, median, milliseconds, wanted_size};

/// How often each is done. They take turns, so that whatever else the machine does falls on all of them.
const ROUNDS: usize = 9;

fn main() {
    let size = wanted_size();
    let clean = file::write(&Case::new(maker::parts(size)));
    let faulty = faults::with_faults(&clean, size.links);
    let found = open(&clean).1;
    assert!(found.is_empty(), "the clean case is clean: {:?}", found.first());
    let found = open(&faulty).1;
    println!(
        "{}: {} entities, {} links, {} events, {:.1} MB; with {} findings: {}",
        size.name,
        size.entities,
        size.links,
        size.events,
        clean.len() as f64 / 1e6,
        found.len(),
        by_code(&found)
    );
    ratios(size.name, &clean, &faulty);
    if is_measuring() {
        over_time(size.name, &clean, &faulty);
    }
}

/// Reads, checks and builds the graph. Gives how long it took, and what was found.
fn open(text: &str) -> (Duration, Vec<Finding>) {
    let since = Instant::now();
    let opened = file::read(text.as_bytes()).expect("it opens");
    let took = since.elapsed();
    // Letting go of what was read is no part of reading it.
    assert!(black_box(opened.case.graph().size()).0 > 0, "there is a graph");
    (took, opened.findings)
}

fn open_plain(text: &str) -> Duration {
    let since = Instant::now();
    let case = plain::read(text);
    let took = since.elapsed();
    assert!(!black_box(&case).entities.is_empty(), "it was read");
    took
}

fn by_code(found: &[Finding]) -> String {
    let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
    for finding in found {
        *counts.entry(finding.code).or_default() += 1;
    }
    counts.iter().map(|(code, count)| format!("{code} {count}")).collect::<Vec<_>>().join(", ")
}

fn ratios(name: &str, clean: &str, faulty: &str) {
    let (mut plain, mut sound, mut with_findings) = (Vec::new(), Vec::new(), Vec::new());
    for _ in 0..if is_measuring() { ROUNDS } else { 1 } {
        plain.push(open_plain(clean));
        sound.push(open(clean).0);
        with_findings.push(open(faulty).0);
    }
    let base = median(&plain);
    println!("plain ron {name}: {:.0} ms", milliseconds(base));
    for (what, times, limit) in [("open", sound, 2), ("open with findings", with_findings, 10)] {
        let time = median(&times);
        let ratio = time.as_secs_f64() / base.as_secs_f64();
        println!("{what} {name}: {ratio:.2} × plain ron (limit {limit}), {:.0} ms", milliseconds(time));
    }
}

/// The same for criterion, which compares with the run before.
fn over_time(name: &str, clean: &str, faulty: &str) {
    let mut criterion = Criterion::default();
    let mut group = criterion.benchmark_group(format!("open {name}"));
    group.sample_size(10).throughput(Throughput::Bytes(clean.len() as u64));
    group.bench_function("plain ron", |bencher| {
        bencher.iter_custom(|count| (0..count).map(|_| open_plain(clean)).sum());
    });
    group.bench_function("clean", |bencher| bencher.iter_custom(|count| (0..count).map(|_| open(clean).0).sum()));
    group.bench_function("with findings", |bencher| {
        bencher.iter_custom(|count| (0..count).map(|_| open(faulty).0).sum());
    });
    group.finish();
}

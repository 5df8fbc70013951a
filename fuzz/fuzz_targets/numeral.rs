#![no_main]

mod checks;

libfuzzer_sys::fuzz_target!(|input: &str| checks::numeral(input));

//! What looks like a numeral, in all the places a numeral can have.

#![no_main]

libfuzzer_sys::fuzz_target!(|numeral: &str| {
    for text in [format!("{numeral}、目标"), format!("（{numeral}）目标"), format!("第{numeral}条 目标"), format!("{numeral}.{numeral} 目标")] {
        let parsed = gangmu::parse(&text);
        assert_eq!(parsed.document().check(&text), Ok(()));
    }
});

//! Any bytes are a text or an error with an offset in them.

#![no_main]

use gangmu::encoding::{DecodeError, Encoding, decode};

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| {
    for encoding in Encoding::ALL {
        match decode(bytes, encoding) {
            Ok(decoded) => assert_ne!(decoded.encoding, Encoding::Auto),
            Err(DecodeError::Invalid { offset, .. } | DecodeError::Unknown { offset }) => assert!(offset <= bytes.len()),
            Err(_) => {}
        }
    }
});

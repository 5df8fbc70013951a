//! Each way to choose an encoding, and bytes that are none.

use super::{DecodeError, Encoding, Reason, decode};

const TEXT: &str = "一、总体目标\r\n（一）全面落实2026年各项工作任务，按期完成。\r\n二、主要任务。";
/// The same in the characters that Big5 has.
const TRADITIONAL: &str = "一、總體目標\r\n（一）全面落實2026年各項工作任務，按期完成。\r\n二、主要任務。";

fn utf16(text: &str, bytes: fn(u16) -> [u8; 2]) -> Vec<u8> {
    text.encode_utf16().flat_map(bytes).collect()
}

fn chosen(bytes: &[u8]) -> (String, Encoding, Reason) {
    let decoded = decode(bytes, Encoding::Auto).unwrap();
    (decoded.text.into_owned(), decoded.encoding, decoded.reason)
}

#[test]
fn each_encoding_is_found() {
    let text = TEXT.to_owned();
    let with = |mark: &[u8], bytes: &[u8]| [mark, bytes].concat();
    let (le, be) = (utf16(TEXT, u16::to_le_bytes), utf16(TEXT, u16::to_be_bytes));
    let gb = encoding_rs::GB18030.encode(TEXT).0.into_owned();
    let cases = [
        (TEXT.as_bytes().to_vec(), Encoding::Utf8, Reason::Valid),
        (with(b"\xEF\xBB\xBF", TEXT.as_bytes()), Encoding::Utf8, Reason::Mark),
        (le.clone(), Encoding::Utf16Le, Reason::Zeros),
        (be.clone(), Encoding::Utf16Be, Reason::Zeros),
        (with(b"\xFF\xFE", &le), Encoding::Utf16Le, Reason::Mark),
        (with(b"\xFE\xFF", &be), Encoding::Utf16Be, Reason::Mark),
        (gb.clone(), Encoding::Gb18030, Reason::Likely),
        (with(b"\x84\x31\x95\x33", &gb), Encoding::Gb18030, Reason::Mark),
    ];
    for (bytes, encoding, reason) in cases {
        assert_eq!(chosen(&bytes), (text.clone(), encoding, reason));
        assert_eq!(decode(&bytes, Encoding::Auto).unwrap().is_sure(), reason != Reason::Likely);
    }
    let big5 = encoding_rs::BIG5.encode(TRADITIONAL).0.into_owned();
    assert_eq!(chosen(&big5), (TRADITIONAL.to_owned(), Encoding::Big5, Reason::Likely));
}

#[test]
fn what_was_asked_for_is_done_or_refused() {
    for encoding in Encoding::ALL {
        assert_eq!(Encoding::from_name(encoding.name()), Some(encoding));
        assert_eq!(decode(b"", encoding).unwrap().text, "");
    }
    let gb = encoding_rs::GB18030.encode(TEXT).0.into_owned();
    assert_eq!(decode(&gb, Encoding::Gb18030).unwrap().reason, Reason::Asked);
    assert_eq!(decode(b"ab\xD2", Encoding::Utf8), Err(DecodeError::Invalid { encoding: Encoding::Utf8, offset: 2 }));
    assert_eq!(
        decode(b"a\xC4", Encoding::Gb18030),
        Err(DecodeError::Invalid { encoding: Encoding::Gb18030, offset: 1 })
    );
    assert_eq!(
        decode(b"a\0b", Encoding::Utf16Le),
        Err(DecodeError::Invalid { encoding: Encoding::Utf16Le, offset: 2 })
    );
}

#[test]
fn bytes_that_are_no_text() {
    // Surrogate, beyond the last character, overlong, cut: all are not UTF-8; what is said of them must hold.
    for bytes in [&b"\xED\xA0\x80"[..], b"\xF4\x90\x80\x80", b"\xC0\xAF", b"\xE4\xB8", b"\xFF", b"\x80\xFF\xFF"] {
        assert!(decode(bytes, Encoding::Utf8).is_err());
        match decode(bytes, Encoding::Auto) {
            Ok(decoded) => assert!(!decoded.is_sure(), "{bytes:x?}"),
            Err(error) => assert_eq!(error, DecodeError::Unknown { offset: 0 }),
        }
    }
    assert_eq!(
        decode(b"\xFF\xFE\x00", Encoding::Auto),
        Err(DecodeError::Invalid { encoding: Encoding::Utf16Le, offset: 2 })
    );
}

/// What comes out is a text of the bytes: an encoding is named, and nothing was replaced.
fn holds(bytes: &[u8]) {
    for encoding in Encoding::ALL {
        match decode(bytes, encoding) {
            Ok(decoded) => {
                assert!(
                    decoded.encoding != Encoding::Auto && (encoding == Encoding::Auto || decoded.encoding == encoding)
                );
                // In these an other text would be other bytes; in GB18030 and Big5 some characters have two codes.
                let back = match decoded.encoding {
                    Encoding::Utf8 => decoded.text.as_bytes().to_vec(),
                    Encoding::Utf16Le => utf16(&decoded.text, u16::to_le_bytes),
                    Encoding::Utf16Be => utf16(&decoded.text, u16::to_be_bytes),
                    _ => continue,
                };
                assert!(bytes.ends_with(&back) && bytes.len() - back.len() <= 3, "{bytes:x?} read as {decoded:?}");
            }
            Err(DecodeError::Invalid { offset, .. } | DecodeError::Unknown { offset }) => {
                assert!(offset <= bytes.len(), "{offset} in {bytes:x?}");
            }
        }
    }
}

#[test]
fn no_two_bytes_panic() {
    for bytes in 0..=u16::MAX {
        holds(&bytes.to_be_bytes());
    }
}

#[test]
#[ignore = "slow"]
fn no_random_bytes_panic() {
    let mut state = 20_261_124_u64;
    for _ in 0..1_000_000 {
        // xorshift: the bytes are the same on every run.
        state ^= state << 13;
        state ^= state >> 7;
        state ^= state << 17;
        let bytes = state.to_le_bytes();
        let length = 1 + (state >> 60) as usize % 8;
        holds(&bytes[..length]);
    }
}

//! Bytes to text, for those who do not know what encoding their files have: [`decode`]. Feature `encoding`.
//!
//! ```text
//! &[u8] ─ BOM? ─ NUL pattern of UTF-16? ─ valid UTF-8? ─ strict GB18030? ─ guess ─► Decoded { text, encoding, reason }
//!         sure   sure                     sure           not sure          not sure
//! ```
//!
//! A mark at the front, zeros at every second place, and valid UTF-8 beyond ASCII do not happen by chance. That
//! bytes are valid GB18030 does: most Big5 is. So Big5 is looked at first where the guess by letter frequency is
//! Big5, and everything else that is valid GB18030 is taken for it, and said not to be sure. Nothing is ever
//! replaced: bytes that the chosen encoding does not allow are an error with the offset.

use std::borrow::Cow;

use chardetng::{EncodingDetector, Iso2022JpDetection, Utf8Detection};
use encoding_rs::{BIG5, GB18030, UTF_8, UTF_16BE, UTF_16LE};

/// How much of a text the guess looks at, in bytes.
const GUESSED: usize = 64 << 10;
/// How much is looked at for the zeros of UTF-16.
const ZEROS: usize = 4 << 10;

/// What bytes are to be read as.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
#[non_exhaustive]
pub enum Encoding {
    /// Found out from the bytes.
    #[default]
    Auto,
    /// UTF-8, with or without a mark at the front.
    Utf8,
    /// UTF-16, the low byte first.
    Utf16Le,
    /// UTF-16, the high byte first.
    Utf16Be,
    /// GB 18030, and with it GBK and GB 2312.
    Gb18030,
    /// Big5, with the extensions of Hong Kong.
    Big5,
}

impl Encoding {
    /// Every encoding there is a name for.
    pub const ALL: [Self; 6] = [Self::Auto, Self::Utf8, Self::Utf16Le, Self::Utf16Be, Self::Gb18030, Self::Big5];

    /// The name, as the web has it.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Auto => "auto",
            Self::Utf8 => "utf-8",
            Self::Utf16Le => "utf-16le",
            Self::Utf16Be => "utf-16be",
            Self::Gb18030 => "gb18030",
            Self::Big5 => "big5",
        }
    }

    /// The encoding of a name; upper and lower case are one, and `gbk` and `gb2312` are names of GB 18030.
    ///
    /// ```
    /// use gangmu::encoding::Encoding;
    /// assert_eq!(Encoding::from_name("GBK"), Some(Encoding::Gb18030));
    /// assert_eq!(Encoding::from_name("latin1"), None);
    /// ```
    #[must_use]
    pub fn from_name(name: &str) -> Option<Self> {
        let name = name.to_ascii_lowercase();
        match name.as_str() {
            "utf8" => Some(Self::Utf8),
            "gbk" | "gb2312" => Some(Self::Gb18030),
            _ => Self::ALL.into_iter().find(|encoding| encoding.name() == name),
        }
    }

    const fn of(self) -> &'static encoding_rs::Encoding {
        match self {
            Self::Auto | Self::Utf8 => UTF_8,
            Self::Utf16Le => UTF_16LE,
            Self::Utf16Be => UTF_16BE,
            Self::Gb18030 => GB18030,
            Self::Big5 => BIG5,
        }
    }
}

/// Why an encoding was chosen.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Reason {
    /// The caller said so.
    Asked,
    /// A byte order mark stands at the front.
    Mark,
    /// Zeros stand at every second place, as in UTF-16.
    Zeros,
    /// The bytes are valid, and hardly would be by chance.
    Valid,
    /// The bytes are valid and look like the language. Another encoding may be meant.
    Likely,
}

/// A text and how it was come by.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Decoded<'b> {
    /// The text, without a mark at the front. Borrowed where the bytes were UTF-8.
    pub text: Cow<'b, str>,
    /// What the bytes were read as; never [`Encoding::Auto`].
    pub encoding: Encoding,
    /// Why.
    pub reason: Reason,
}

impl Decoded<'_> {
    /// Whether no other encoding can be meant.
    #[must_use]
    pub const fn is_sure(&self) -> bool {
        !matches!(self.reason, Reason::Likely)
    }
}

/// Why bytes are no text.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum DecodeError {
    /// The bytes are not of the encoding asked for, or of that which a mark announces.
    #[error("第 {offset} 字节不合 {} 编码（not {} at byte {offset}）", encoding.name(), encoding.name())]
    Invalid {
        /// What the bytes were read as.
        encoding: Encoding,
        /// Offset of the first byte that does not fit.
        offset: usize,
    },
    /// The bytes are of none of the encodings known here.
    #[error(
        "认不出编码：第 {offset} 字节起不是 UTF-8，也不是 GB18030、Big5 或 UTF-16（no encoding known here fits; not UTF-8 at byte {offset}）"
    )]
    Unknown {
        /// Offset of the first byte that is not UTF-8.
        offset: usize,
    },
}

/// Reads bytes as text.
///
/// ```
/// use gangmu::encoding::{Encoding, Reason, decode};
/// // 一、目标 in GBK
/// let decoded = decode(b"\xD2\xBB\xA1\xA2\xC4\xBF\xB1\xEA", Encoding::Auto).unwrap();
/// assert_eq!(decoded.text, "一、目标");
/// assert_eq!((decoded.encoding, decoded.reason), (Encoding::Gb18030, Reason::Likely));
/// assert!(decode(b"\xD2\xBB\xA1\xA2", Encoding::Utf8).is_err());
/// ```
///
/// # Errors
///
/// [`DecodeError`], with an offset in bytes. No byte is ever replaced or left out, but for a mark at the front.
pub fn decode(bytes: &[u8], encoding: Encoding) -> Result<Decoded<'_>, DecodeError> {
    if encoding != Encoding::Auto {
        let bytes = match marked(bytes) {
            Some((marked, rest)) if marked == encoding => rest,
            _ => bytes,
        };
        return strictly(bytes, encoding, Reason::Asked).map_err(|offset| DecodeError::Invalid { encoding, offset });
    }
    if let Some((encoding, rest)) = marked(bytes) {
        let mark = bytes.len() - rest.len();
        return strictly(rest, encoding, Reason::Mark)
            .map_err(|offset| DecodeError::Invalid { encoding, offset: offset + mark });
    }
    if let Some(encoding) = zeros(bytes)
        && let Ok(decoded) = strictly(bytes, encoding, Reason::Zeros)
    {
        return Ok(decoded);
    }
    let offset = match strictly(bytes, Encoding::Utf8, Reason::Valid) {
        Ok(decoded) => return Ok(decoded),
        Err(offset) => offset,
    };
    let order =
        if guess(bytes) == BIG5 { [Encoding::Big5, Encoding::Gb18030] } else { [Encoding::Gb18030, Encoding::Big5] };
    order
        .into_iter()
        .find_map(|encoding| strictly(bytes, encoding, Reason::Likely).ok())
        .ok_or(DecodeError::Unknown { offset })
}

/// The encoding that a mark at the front announces, and the bytes behind it.
fn marked(bytes: &[u8]) -> Option<(Encoding, &[u8])> {
    match bytes {
        [0xEF, 0xBB, 0xBF, rest @ ..] => Some((Encoding::Utf8, rest)),
        [0xFF, 0xFE, rest @ ..] => Some((Encoding::Utf16Le, rest)),
        [0xFE, 0xFF, rest @ ..] => Some((Encoding::Utf16Be, rest)),
        [0x84, 0x31, 0x95, 0x33, rest @ ..] => Some((Encoding::Gb18030, rest)),
        _ => None,
    }
}

/// UTF-16 by its zeros: Chinese text has some in both halves (一 is 4E00, the wide blank 3000), so what counts is
/// in which order of bytes nearly all characters are those of such texts. Text in another encoding has no zeros.
fn zeros(bytes: &[u8]) -> Option<Encoding> {
    let near = bytes.get(..ZEROS).unwrap_or(bytes);
    if !bytes.len().is_multiple_of(2) || !near.contains(&0) {
        return None;
    }
    let units = near.len() / 2;
    let usual = |unit: fn([u8; 2]) -> u16| near.as_chunks::<2>().0.iter().filter(|&&pair| is_usual(unit(pair))).count();
    let (low, high) = (usual(u16::from_le_bytes), usual(u16::from_be_bytes));
    let (most, encoding) = if low > high { (low, Encoding::Utf16Le) } else { (high, Encoding::Utf16Be) };
    (low != high && most * 10 >= units * 9).then_some(encoding)
}

/// Whether a unit of UTF-16 is ASCII, punctuation, an ideograph or a full-width sign.
const fn is_usual(unit: u16) -> bool {
    matches!(unit, 0x09 | 0x0A | 0x0D | 0x20..=0x7E | 0x2010..=0x27BF | 0x3000..=0x303F | 0x4E00..=0x9FFF | 0xFF00..=0xFFEF)
}

/// What the frequency of letters speaks for, in the first bytes.
fn guess(bytes: &[u8]) -> &'static encoding_rs::Encoding {
    let mut detector = EncodingDetector::new(Iso2022JpDetection::Deny);
    detector.feed(bytes.get(..GUESSED).unwrap_or(bytes), bytes.len() <= GUESSED);
    detector.guess(None, Utf8Detection::Deny)
}

/// Reads bytes as one encoding, or says where they are none.
fn strictly(bytes: &[u8], encoding: Encoding, reason: Reason) -> Result<Decoded<'_>, usize> {
    let done = |text| Decoded { text, encoding, reason };
    if encoding == Encoding::Utf8 {
        return str::from_utf8(bytes).map(|text| done(Cow::Borrowed(text))).map_err(|error| error.valid_up_to());
    }
    match encoding.of().decode_without_bom_handling_and_without_replacement(bytes) {
        Some(text) => Ok(done(text)),
        None => Err(first_invalid(bytes, encoding)),
    }
}

/// Where bytes stop to be of an encoding. Only asked when they do.
fn first_invalid(bytes: &[u8], encoding: Encoding) -> usize {
    let mut decoder = encoding.of().new_decoder_without_bom_handling();
    let mut room = [0; 4_096];
    let mut at = 0;
    loop {
        let rest = bytes.get(at..).unwrap_or(&[]);
        let (result, read, _) = decoder.decode_to_utf8_without_replacement(rest, &mut room, true);
        at += read;
        match result {
            encoding_rs::DecoderResult::Malformed(length, behind) => {
                return at.saturating_sub(usize::from(length) + usize::from(behind));
            }
            encoding_rs::DecoderResult::InputEmpty => return at,
            encoding_rs::DecoderResult::OutputFull => {}
        }
    }
}

#[cfg(test)]
mod tests;

//! `--encoding`: bytes of a file to text, and what is said where that cannot be.

use std::fmt::Display;
use std::io::{self, Read};
use std::path::Path;

use crate::common::Failure;

/// What `--encoding` can say; without the feature only UTF-8.
#[cfg(feature = "encoding")]
pub(crate) type Encoding = gangmu::encoding::Encoding;
#[cfg(not(feature = "encoding"))]
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) struct Encoding;

#[cfg(feature = "encoding")]
pub(crate) const UTF8: Encoding = Encoding::Utf8;
#[cfg(not(feature = "encoding"))]
pub(crate) const UTF8: Encoding = Encoding;

#[cfg(feature = "encoding")]
pub(crate) fn encoding(name: &str) -> Result<Encoding, Failure> {
    Encoding::from_name(name).ok_or_else(|| {
        let names = Encoding::ALL.map(Encoding::name).join(", ");
        Failure::new(format_args!("没有这种编码：{name}"), format_args!("--encoding is one of {names}"))
    })
}

#[cfg(not(feature = "encoding"))]
pub(crate) fn encoding(name: &str) -> Result<Encoding, Failure> {
    match name {
        "utf-8" | "utf8" => Ok(UTF8),
        _ => Err(Failure::new(
            format_args!("本程序编译时未带 encoding 特性，只读 utf-8，不读 {name}"),
            "built without the feature `encoding`: only utf-8",
        )),
    }
}

/// The text of a file, `-` for standard input.
pub(crate) fn read(file: &Path, encoding: Encoding) -> Result<String, Failure> {
    let name = file.display();
    let mut bytes = Vec::new();
    let result = if file == Path::new("-") {
        io::stdin().lock().read_to_end(&mut bytes).map(drop)
    } else if file.is_dir() {
        return Err(Failure::new(format_args!("{name} 是文件夹，不是文件"), "a folder, not a file"));
    } else {
        std::fs::read(file).map(|content| bytes = content)
    };
    result.map_err(|error| match error.kind() {
        io::ErrorKind::NotFound => Failure::new(format_args!("找不到文件 {name}"), "no such file"),
        _ => Failure::new(format_args!("读不了 {name}：{error}"), "cannot read the file"),
    })?;
    decode(name, bytes, encoding)
}

/// The text of bytes, or where they are none. `name`: what the bytes are called.
#[cfg(feature = "encoding")]
fn decode(name: impl Display, bytes: Vec<u8>, encoding: Encoding) -> Result<String, Failure> {
    let decoded = match gangmu::encoding::decode(&bytes, encoding) {
        Ok(decoded) => decoded,
        Err(_) if encoding == Encoding::Utf8 => return utf8(name, bytes),
        Err(error) => return Err(Failure::new(format_args!("读不了 {name}"), error)),
    };
    if !decoded.is_sure() {
        let doubt = format!("{name}: 按 {0} 读入，未必准确（read as {0}, not sure）", decoded.encoding.name());
        eprintln!("{}", gangmu::printable(&doubt));
    }
    // A mark at the front stays where UTF-8 was asked for: offsets are those of the file.
    match encoding {
        Encoding::Utf8 => utf8(name, bytes),
        _ => Ok(decoded.text.into_owned()),
    }
}

#[cfg(not(feature = "encoding"))]
fn decode(name: impl Display, bytes: Vec<u8>, _: Encoding) -> Result<String, Failure> {
    utf8(name, bytes)
}

fn utf8(name: impl Display, bytes: Vec<u8>) -> Result<String, Failure> {
    String::from_utf8(bytes).map_err(|error| {
        let byte = error.utf8_error().valid_up_to();
        Failure::new(
            format_args!("{name} 不是 UTF-8 文本：第 {byte} 字节有误，可试 --encoding auto"),
            format_args!("not UTF-8: invalid at byte {byte}; try --encoding auto"),
        )
    })
}

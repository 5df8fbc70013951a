//! From arguments to texts: which files, in which order, in which encoding.

use std::ffi::{OsStr, OsString};
use std::fs;
use std::io::{self, BufRead, BufReader, Read};
use std::path::{Path, PathBuf};

use gangmu::encoding::{DecodeError, Encoding, decode};

use crate::args::Files;
use crate::{Failure, say};

/// A text to be read.
pub(crate) struct Input {
    pub(crate) path: PathBuf,
    /// What it is called in a folder of results: its way from the folder in which it was found, or its own name.
    pub(crate) name: PathBuf,
}

/// All that there is to read.
pub(crate) struct Inputs {
    pub(crate) files: Vec<Input>,
    /// Whether a folder could not be read; that was said.
    pub(crate) incomplete: bool,
}

/// The files in the order of the arguments; those of a folder, and of the folders in it, by name.
pub(crate) fn list(files: &Files) -> Result<Inputs, Failure> {
    let standard = Path::new("-");
    let mut given = files.inputs.clone();
    if let Some(list) = &files.files_from {
        if list == standard && given.iter().any(|path| path == standard) {
            return Err(Failure::Said(
                "标准输入不能既是名单又是正文（- is the list, and cannot be a text）".to_owned(),
            ));
        }
        given.extend(
            paths_in(list).map_err(|error| {
                Failure::Said(format!("读不了 {}：{error}（cannot read the list）", list.display()))
            })?,
        );
    }
    let mut all = Inputs { files: Vec::new(), incomplete: false };
    for path in given {
        if path.is_dir() {
            folder(&path, &mut all);
        } else {
            let name = path.file_name().unwrap_or(path.as_os_str()).into();
            all.files.push(Input { path, name });
        }
    }
    if all.files.is_empty() && !all.incomplete {
        return Err(Failure::Said(
            "没有可读的文件，文件夹里只读 .txt 和 .md（no file to read; in folders only .txt and .md）".to_owned(),
        ));
    }
    Ok(all)
}

/// The paths of a list, one a line.
fn paths_in(list: &Path) -> io::Result<Vec<PathBuf>> {
    let source: Box<dyn Read> =
        if list == Path::new("-") { Box::new(io::stdin()) } else { Box::new(fs::File::open(list)?) };
    let mut paths = Vec::new();
    for line in BufReader::new(source).split(b'\n') {
        let mut line = line?;
        line.pop_if(|last| *last == b'\r');
        if !line.is_empty() {
            paths.push(path_of(line).into());
        }
    }
    Ok(paths)
}

/// The name of a file need not be UTF-8 on Unix.
#[cfg(unix)]
fn path_of(bytes: Vec<u8>) -> OsString {
    std::os::unix::ffi::OsStringExt::from_vec(bytes)
}

#[cfg(not(unix))]
fn path_of(bytes: Vec<u8>) -> OsString {
    String::from_utf8_lossy(&bytes).into_owned().into()
}

/// Adds the texts in a folder and in the folders in it. One that cannot be read is said, and the rest goes on.
fn folder(root: &Path, all: &mut Inputs) {
    let mut found = Vec::new();
    let mut folders = vec![root.to_owned()];
    while let Some(folder) = folders.pop() {
        if let Err(error) = entries(&folder, &mut found, &mut folders) {
            say(&format!("读不了文件夹 {}：{error}（cannot read the folder）", folder.display()));
            all.incomplete = true;
        }
    }
    found.sort();
    all.files.extend(found.into_iter().map(|path| {
        let name = path.strip_prefix(root).unwrap_or(&path).to_owned();
        Input { path, name }
    }));
}

fn entries(folder: &Path, files: &mut Vec<PathBuf>, folders: &mut Vec<PathBuf>) -> io::Result<()> {
    for entry in fs::read_dir(folder)? {
        let entry = entry?;
        // Links to folders are not followed: one that leads upwards has no end.
        if entry.file_type()?.is_dir() {
            folders.push(entry.path());
        } else if entry.path().extension().is_some_and(is_of_text) {
            files.push(entry.path());
        }
    }
    Ok(())
}

/// Whether a file of a folder is read, by its extension.
fn is_of_text(extension: &OsStr) -> bool {
    ["txt", "md", "markdown"].iter().any(|known| extension.eq_ignore_ascii_case(known))
}

/// A text, and what is to be said of how it was read.
pub(crate) struct Text {
    pub(crate) text: String,
    pub(crate) doubt: Option<String>,
}

/// Reads one text.
pub(crate) fn read(path: &Path, encoding: Encoding) -> Result<Text, String> {
    let mut bytes = Vec::new();
    let result = if path == Path::new("-") {
        io::stdin().lock().read_to_end(&mut bytes).map(drop)
    } else {
        fs::read(path).map(|content| bytes = content)
    };
    result.map_err(|error| cannot_read(&error))?;
    text_of(bytes, encoding)
}

/// Why a file cannot be read.
pub(crate) fn cannot_read(error: &io::Error) -> String {
    match error.kind() {
        io::ErrorKind::NotFound => "找不到文件（no such file）".to_owned(),
        _ => format!("读不了：{error}（cannot read）"),
    }
}

/// What a file is called in results: its path as given, without a `./` in front, which says nothing.
pub(crate) fn name_of(path: &Path) -> String {
    path.strip_prefix(".").unwrap_or(path).to_string_lossy().into_owned()
}

/// The encoding of a name, for the arguments.
pub(crate) fn encoding(name: &str) -> Result<Encoding, String> {
    Encoding::from_name(name).ok_or_else(|| Encoding::ALL.map(Encoding::name).join(", "))
}

/// Bytes to text. A mark at the front stays where UTF-8 was asked for: offsets are then those of the file.
pub(crate) fn text_of(bytes: Vec<u8>, encoding: Encoding) -> Result<Text, String> {
    if encoding == Encoding::Utf8 {
        return String::from_utf8(bytes).map(|text| Text { text, doubt: None }).map_err(|error| {
            let offset = error.utf8_error().valid_up_to();
            format!("{}；可试 --encoding auto（try --encoding auto）", DecodeError::Invalid { encoding, offset })
        });
    }
    let decoded = decode(&bytes, encoding).map_err(|error| match encoding {
        Encoding::Auto => error.to_string(),
        _ => format!("{error}；可试 --encoding auto（try --encoding auto）"),
    })?;
    let name = decoded.encoding.name();
    let doubt = (!decoded.is_sure()).then(|| format!("按 {name} 读入，未必准确（read as {name}, not sure）"));
    Ok(Text { text: decoded.text.into_owned(), doubt })
}

/// All that there is to read, with a word on stderr where the encoding is not sure.
pub(crate) fn whole(mut source: impl Read, encoding: Encoding) -> Result<String, String> {
    let mut bytes = Vec::new();
    source.read_to_end(&mut bytes).map_err(|error| format!("读不了：{error}（cannot read）"))?;
    let Text { text, doubt } = text_of(bytes, encoding)?;
    if let Some(doubt) = doubt {
        say(&doubt);
    }
    Ok(text)
}

//! Bytes of one document, within bounds.
//!
//! Knows nothing of formats or encodings.

use crate::error::Problem;
use std::io::{self, BufRead, Read};

/// The most one document may hold, after unpacking: 64 MB.
///
/// A bound of its own is needed because a small archive can unpack to any size.
pub const MAX_DOCUMENT_BYTES: usize = 64 << 20;

/// Reads all of one document, or refuses it when it is too large.
pub(crate) fn read_all(from: impl Read) -> Result<Vec<u8>, Problem> {
    let mut bytes = Vec::new();
    from.take(MAX_DOCUMENT_BYTES as u64 + 1).read_to_end(&mut bytes).map_err(Problem::Unreadable)?;
    if bytes.len() > MAX_DOCUMENT_BYTES {
        return Err(Problem::TooLarge);
    }
    Ok(bytes)
}

/// One line as it was read.
pub(crate) enum Line {
    /// The bytes without the line feed.
    Bytes(Vec<u8>),
    /// Larger than a document may be; its bytes are passed over.
    TooLarge,
    /// Nothing is left.
    End,
}

/// Reads up to the next line feed without ever holding more than one document.
pub(crate) fn read_line(from: &mut impl BufRead) -> io::Result<Line> {
    let mut line = Vec::new();
    let mut too_large = false;
    let mut any = false;
    loop {
        let buffer = match from.fill_buf() {
            Ok(buffer) => buffer,
            Err(error) if error.kind() == io::ErrorKind::Interrupted => continue,
            Err(error) => return Err(error),
        };
        if buffer.is_empty() {
            break;
        }
        any = true;
        let end = memchr::memchr(b'\n', buffer);
        let taken = end.unwrap_or(buffer.len());
        if line.len() + taken > MAX_DOCUMENT_BYTES {
            too_large = true;
            line = Vec::new();
        } else if !too_large {
            line.extend_from_slice(&buffer[..taken]);
        }
        from.consume(taken + usize::from(end.is_some()));
        if end.is_some() {
            break;
        }
    }
    Ok(match (any, too_large) {
        (false, _) => Line::End,
        (true, true) => Line::TooLarge,
        (true, false) => Line::Bytes(line),
    })
}

/// True when no encoding of text explains these bytes.
///
/// Text has no NUL (UTF-16 is told by its mark before this is asked) and hardly any other control character.
pub(crate) fn is_binary(bytes: &[u8]) -> bool {
    const MAGIC: [&[u8]; 6] =
        [b"%PDF-", b"PK\x03\x04", b"\x89PNG", b"\xff\xd8\xff", b"\xd0\xcf\x11\xe0", b"\x1f\x8b"];
    if MAGIC.iter().any(|magic| bytes.starts_with(magic)) || bytes.contains(&0) {
        return true;
    }
    let n_controls =
        bytes.iter().filter(|byte| matches!(byte, 0x01..=0x08 | 0x0e..=0x1a | 0x1c..=0x1f | 0x7f)).count();
    n_controls * 100 > bytes.len()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_end_with_the_input() {
        let mut from = &b"one\n\ntwo"[..];
        let mut lines = Vec::new();
        while let Line::Bytes(line) = read_line(&mut from).unwrap() {
            lines.push(String::from_utf8(line).unwrap());
        }
        assert_eq!(lines, ["one", "", "two"]);
    }

    #[test]
    fn control_characters_are_not_text() {
        assert!(is_binary(&[1, 2, 3, b'a']));
        assert!(is_binary(b"%PDF-1.7 and so on"));
        assert!(!is_binary("وزير الداخلية\r\n\tنص".as_bytes()));
    }
}

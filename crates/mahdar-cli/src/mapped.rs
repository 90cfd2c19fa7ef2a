//! Files as memory: the only place of the project that the compiler cannot vouch for.

use std::fs::File;
use std::io;
use std::path::Path;

/// Maps a file, to be read only.
///
/// # Errors
///
/// The file is not there, or may not be read.
#[expect(unsafe_code, reason = "the bytes of a mapped file may change under the reader; see below")]
pub fn map(path: &Path) -> io::Result<memmap2::Mmap> {
    let file = File::open(path)?;
    // SAFETY: whoever writes an index writes another file and puts it in the place of this one, so the bytes of this
    // one stay. Should somebody else write into it, `mahdar_names::Kept` takes every number with its bounds looked at
    // and every text as bytes that may be anything; should somebody cut it short, the system ends this program.
    unsafe { memmap2::Mmap::map(&file) }
}

//! Where memory comes from.

use std::ffi::{c_int, c_long};

/// Reading makes many small things that live for one document; this allocator hands them out in half the time.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

/// `mi_option_purge_delay` in the header of the allocator's second line; the crate names only older options.
const PURGE_DELAY: c_int = 15;

/// For how many milliseconds memory that a document leaves is kept for the next before the system gets it back.
///
/// The second line keeps it for 10, the third for this long. With 10 the system takes pages and clears them anew a hundred
/// times in a run over 20 MB, a twelfth of the processor time of reading Arabic (`benches/README.md`).
const KEPT: c_long = 1000;

/// Tells the allocator how long to keep memory, unless the environment does (`MIMALLOC_PURGE_DELAY`).
#[expect(unsafe_code, reason = "the allocator is written in C")]
pub fn set_up() {
    // SAFETY: sets a number in a table of options that the allocator asks whenever it may give memory back; no memory is
    // touched, and no other thread runs yet.
    unsafe { libmimalloc_sys::mi_option_set_default(PURGE_DELAY, KEPT) }
}

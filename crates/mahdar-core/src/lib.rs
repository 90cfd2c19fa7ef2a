//! Reads one document (segment, detect, code, refer), and resolves many: who is who, which reports tell one event.
//!
//! Pure: no files, network, clock, environment or randomness, and no vocabulary of any language.
//! Packs come in as text ([`Packs::compile`]); [`read`] turns a [`SourceDocument`] into a [`Reading`].

pub mod claims;
mod code;
mod detect;
mod language;
mod leaders;
pub mod model;
pub mod observation;
pub mod pack;
mod reader;
mod refer;
pub mod resolve;
mod slug;
pub mod text;
pub mod trial;

pub use code::weighed::Signs;
pub use model::*;
pub use observation::*;
pub use pack::{Kept, PackError, Packs};
pub use reader::{read, signs};
pub use slug::Slug;

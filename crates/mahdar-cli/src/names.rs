//! The tables by which names are compared.

use mahdar_names::Tables;

/// The built-in tables.
pub fn tables() -> Tables {
    Tables::compile(&mahdar_data::files("names")).expect("the embedded tables are whole")
}

//! Compiles the embedded packs once, when the program is built: at a start they are only read.

use std::error::Error;
use std::fmt::Write;
use std::path::PathBuf;
use std::{env, fs};

fn main() -> Result<(), Box<dyn Error>> {
    println!("cargo:rerun-if-changed=build.rs");
    let kept = mahdar_core::Packs::compile(mahdar_data::files(""))?.keep();
    let out = PathBuf::from(env::var_os("OUT_DIR").expect("cargo sets it"));
    let embed = |name: &str, bytes: &[u8]| {
        let place = out.join(name);
        fs::write(&place, bytes)?;
        Ok::<_, Box<dyn Error>>(format!("include_bytes!({:?})", place.display().to_string()))
    };
    let mut list = format!("({}, &[\n", embed("index", &kept.index)?);
    for (lang, bytes) in &kept.packs {
        let _ = writeln!(list, "({lang:?}, {}),", embed(lang, bytes)?);
    }
    list.push_str("])");
    fs::write(out.join("packs.rs"), list)?;
    Ok(())
}

//! Embeds the folder anew when a file is added or taken away, which the macro alone would not see.

fn main() {
    for folder in ["lang", "ontology", "sources", "locales", "names"] {
        println!("cargo:rerun-if-changed={folder}");
    }
}

//! The files of a folder, for the examples: the library itself knows no files.

use std::path::Path;

/// Name below the folder and text of every file with one of these endings, in the order of the names.
pub fn texts(folder: &Path, endings: &[&str]) -> std::io::Result<Vec<(String, String)>> {
    let mut files = Vec::new();
    collect(folder, "", endings, &mut files)?;
    files.sort();
    Ok(files)
}

fn collect(
    folder: &Path,
    prefix: &str,
    endings: &[&str],
    files: &mut Vec<(String, String)>,
) -> std::io::Result<()> {
    for entry in std::fs::read_dir(folder)? {
        let entry = entry?;
        let name = format!("{prefix}{}", entry.file_name().to_string_lossy());
        if entry.file_type()?.is_dir() {
            collect(&entry.path(), &format!("{name}/"), endings, files)?;
        } else if endings.iter().any(|ending| name.ends_with(ending)) {
            files.push((name, std::fs::read_to_string(entry.path())?));
        }
    }
    Ok(())
}

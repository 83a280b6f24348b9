//! The built files, as they lie in a folder.

use std::fs;
use std::path::Path;

use actix_web::web::Bytes;
use anyhow::{Context as _, Result};

/// All files with their names. Links to files are followed, links to folders are not.
pub fn read(folder: &Path) -> Result<Vec<(String, Bytes)>> {
    let mut files = Vec::new();
    read_into(&mut files, folder, "").with_context(|| format!("COFUND_SPA_DIR: cannot read {}", folder.display()))?;
    Ok(files)
}

fn read_into(files: &mut Vec<(String, Bytes)>, folder: &Path, before: &str) -> Result<()> {
    for entry in fs::read_dir(folder)? {
        let entry = entry?;
        let (path, Ok(name)) = (entry.path(), entry.file_name().into_string()) else { continue };
        if entry.file_type()?.is_dir() {
            read_into(files, &path, &format!("{before}{name}/"))?;
        } else if path.is_file() {
            let bytes = fs::read(&path).with_context(|| format!("cannot read {}", path.display()))?;
            files.push((format!("{before}{name}"), bytes.into()));
        }
    }
    Ok(())
}

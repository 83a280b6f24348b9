//! The built files, as they lie in a folder.

use std::fs;
use std::path::Path;

use actix_web::web::Bytes;
use anyhow::{Context as _, Result};

/// All files with their names, hidden ones left out.
pub fn read(folder: &Path) -> Result<Vec<(String, Bytes)>> {
    let mut files = Vec::new();
    read_into(&mut files, folder, "").with_context(|| format!("COFUND_SPA_DIR: cannot read {}", folder.display()))?;
    Ok(files)
}

fn read_into(files: &mut Vec<(String, Bytes)>, folder: &Path, before: &str) -> Result<()> {
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        let Some(name) = path.file_name().and_then(|name| name.to_str()).filter(|name| !name.starts_with('.')) else {
            continue;
        };
        if path.is_dir() {
            read_into(files, &path, &format!("{before}{name}/"))?;
        } else {
            let bytes = fs::read(&path).with_context(|| format!("cannot read {}", path.display()))?;
            files.push((format!("{before}{name}"), bytes.into()));
        }
    }
    Ok(())
}

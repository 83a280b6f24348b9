//! An nginx for the proxy: one that is there, or Debian's package, taken apart and not installed. Installing it would
//! start a server that the whole network can reach.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result, bail};

use crate::process;
use crate::test::bench::Bench;

pub fn find_or_bring(bench: &Bench) -> Result<PathBuf> {
    let ours = bench.state.path("tools/nginx");
    let unpacked = ours.join("usr/sbin/nginx");
    // Ordinary people do not have the second on their PATH.
    let places = [PathBuf::from("nginx"), PathBuf::from("/usr/sbin/nginx"), unpacked.clone()];
    if let Some(found) = places.into_iter().find(|place| works(place)) {
        return Ok(found);
    }
    if Path::new("/usr/bin/apt-get").exists() {
        unpack_debians(bench, &ours)?;
    }
    if !works(&unpacked) {
        bail!("there is no nginx; install it (Debian: sudo apt-get install nginx-light, macOS: brew install nginx)");
    }
    Ok(unpacked)
}

/// What it is asked is whether it can do what the configuration needs; it answers on standard error.
fn works(program: &Path) -> bool {
    process::read(Command::new("sh").args(["-c", "\"$0\" -V 2>&1"]).arg(program))
        .is_ok_and(|said| ["http_realip_module", "http_gzip_static_module"].iter().all(|module| said.contains(module)))
}

fn unpack_debians(bench: &Bench, folder: &Path) -> Result<()> {
    let _ = fs::remove_dir_all(folder);
    fs::create_dir_all(folder).with_context(|| format!("cannot create {}", folder.display()))?;
    let download = || bench.tool(Command::new("/usr/bin/apt-get").args(["download", "nginx"]).current_dir(folder));
    let is_root = rustix::process::geteuid().is_root();
    if !download()?.success && is_root && bench.tool(Command::new("/usr/bin/apt-get").arg("update"))?.success {
        download()?;
    }
    bench.tool(Command::new("sh").args(["-c", "dpkg -x nginx_*.deb . && rm nginx_*.deb"]).current_dir(folder))?;
    Ok(())
}

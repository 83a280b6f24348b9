//! Dockerfiles and compose files: read by linters, held against the schema of compose files, and against the program.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;
use std::process::Command;

use anyhow::{Context, Result};
use serde_json::Value;

use super::compose::{self, Composed};
use crate::program;
use crate::test::bench::Bench;
use crate::test::part::Outcome;

const DOCKERFILES: [&str; 2] = ["api/Dockerfile", "frontend/Dockerfile"];

pub fn check(bench: &Bench, tools: &Path, stage: &Path, composed: &Composed) -> Result<Outcome> {
    let mut outcome = Outcome::default();
    for file in DOCKERFILES {
        let mut lint = Command::new(tools.join("dockerfile-utils"));
        lint.arg("lint").arg(bench.state.repository.join(file));
        outcome = outcome.and(Outcome::of(bench.tool(&mut lint)?.success));
    }
    for (name, composed) in [("product", &composed.product), ("development", &composed.development)] {
        // JSON is YAML: what is read is what an engine would do, not how it is written.
        let file = stage.join(format!("{name}.yml"));
        fs::write(&file, serde_json::to_string_pretty(composed)?)?;
        let mut lint = Command::new(tools.join("dclint"));
        lint.arg("--config").arg(bench.state.repository.join("xtask/containers/dclint.json"));
        lint.args(["--max-warnings", "0"]).arg(file);
        outcome = outcome.and(Outcome::of(bench.tool(&mut lint)?.success));
    }
    let texts = Texts::read(bench)?;
    let sentences = [
        both_images_hold_the_same_pages(&texts),
        images_are_built_with_the_projects_tools(&texts),
        secrets_have_no_defaults(composed),
        everything_that_may_be_set_is_explained(&texts, composed),
        every_setting_is_one(&texts, &composed.development),
    ];
    for wrong in sentences {
        outcome = outcome.and(wrong.map_or(Outcome::green(1), Outcome::red));
    }
    Ok(outcome)
}

/// The files that say the same thing in different places.
struct Texts {
    dockerfiles: [String; 2],
    manifest: String,
    packages: Value,
    example: String,
    start: String,
    help: String,
}

impl Texts {
    fn read(bench: &Bench) -> Result<Texts> {
        let read = |name: &str| {
            fs::read_to_string(bench.state.repository.join(name)).with_context(|| format!("{name} is missing"))
        };
        let [api, frontend] = DOCKERFILES.map(read);
        Ok(Texts {
            dockerfiles: [api?, frontend?],
            manifest: read("Cargo.toml")?,
            packages: serde_json::from_str(&read("frontend/package.json")?)?,
            example: read(".env.example")?,
            start: read("frontend/nginx/start.sh")?,
            help: program::output(bench.program()?, &["serve", "--help"])?,
        })
    }
}

/// From the line that begins a stage to the next one's, without comments.
fn stage<'a>(dockerfile: &'a str, name: &str) -> Vec<&'a str> {
    let ends = format!(" AS {name}");
    let lines = dockerfile.lines().filter(|line| !line.starts_with('#')).skip_while(|line| !line.ends_with(&ends));
    let mut lines = lines.peekable();
    let first = lines.next();
    first.into_iter().chain(lines.take_while(|line| !line.starts_with("FROM "))).collect()
}

fn both_images_hold_the_same_pages(texts: &Texts) -> Option<String> {
    let [api, frontend] = texts.dockerfiles.each_ref().map(|text| stage(text, "pages"));
    (api.is_empty() || api != frontend).then(|| {
        format!(
            "the stage `pages` must be the same in {}: else each image has files of its own",
            DOCKERFILES.join(" and ")
        )
    })
}

fn images_are_built_with_the_projects_tools(texts: &Texts) -> Option<String> {
    let rust = texts.manifest.lines().find_map(|line| line.strip_prefix("rust-version = "));
    let rust = rust.unwrap_or_default().trim_matches('"');
    let built = stage(&texts.dockerfiles[0], "program").first().copied().unwrap_or_default();
    if !built.starts_with(&format!("FROM rust:{rust}.")) {
        return Some(format!("api/Dockerfile builds with `{built}`, and Cargo.toml says Rust {rust}"));
    }
    let node = texts.packages["engines"]["node"].as_str().unwrap_or_default().trim_start_matches(">=");
    let built = stage(&texts.dockerfiles[1], "pages").first().copied().unwrap_or_default();
    let major = |version: &str| version.split('.').next().and_then(|number| number.parse::<u32>().ok());
    let found = built.strip_prefix("FROM node:").and_then(major);
    (found.is_none() || major(node).is_none() || found < major(node))
        .then(|| format!("frontend/Dockerfile builds with `{built}`, and package.json says Node.js {node}"))
}

fn secrets_have_no_defaults(composed: &Composed) -> Option<String> {
    let secrets = BTreeSet::from(["COFUND_SECRET".to_owned(), "POSTGRES_PASSWORD".to_owned()]);
    (composed.required != secrets)
        .then(|| format!("{} must require {secrets:?} and requires {:?}", compose::FILE, composed.required))
}

fn everything_that_may_be_set_is_explained(texts: &Texts, composed: &Composed) -> Option<String> {
    let named = texts.example.lines().filter_map(|line| Some(line.trim_start_matches('#').split_once('=')?.0));
    let named: BTreeSet<String> = named.filter(|name| !name.contains(' ')).map(str::to_owned).collect();
    let differs: Vec<&String> = named.symmetric_difference(&composed.variables).collect();
    (!differs.is_empty()).then(|| format!(".env.example and {} do not both name {differs:?}", compose::FILE))
}

/// A setting that was renamed would be passed on to nobody.
fn every_setting_is_one(texts: &Texts, composed: &Value) -> Option<String> {
    let known: BTreeSet<&str> = texts.help.lines().map(str::trim).collect();
    for (service, said) in composed["services"].as_object()? {
        let built = said["build"]["dockerfile"].as_str().unwrap_or_default();
        for name in said["environment"].as_object().into_iter().flatten().map(|(name, _)| name) {
            let read = match built {
                "api/Dockerfile" => known.contains(name.as_str()),
                "frontend/Dockerfile" => texts.start.contains(&format!("${{{name}:")),
                // Somebody else's program.
                _ => true,
            };
            if !read {
                return Some(format!("{}: nothing in `{service}` reads {name}", compose::FILE));
            }
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::stage;

    #[test]
    fn reads_one_stage() {
        let file = "# x\nFROM a AS one\nRUN 1\n\nFROM b AS two\nRUN 2\nFROM c\n";
        assert_eq!(stage(file, "two"), ["FROM b AS two", "RUN 2"]);
        assert_eq!(stage(file, "one"), ["FROM a AS one", "RUN 1", ""]);
        assert!(stage(file, "three").is_empty());
    }
}

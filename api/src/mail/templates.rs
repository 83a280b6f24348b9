//! Texts of mails: one file a mail and language, from which both the plain and the HTML part are made.
//!
//! The first line is the subject, then come paragraphs. `{{ button("Sign in", link) }}` is a link on a line of its own.

use minijinja::value::Value;
use minijinja::{AutoEscape, Environment};

use crate::error::{Error, Result};
use crate::kernel::{Language, Role};

#[derive(Debug)]
pub struct Rendered {
    pub subject: String,
    pub text: String,
    pub html: String,
}

macro_rules! mails {
    ($($mail:literal),+ $(,)?) => {
        const TEMPLATES: &[(&str, Language, &str)] = &[$(
            ($mail, Language::En, include_str!(concat!("templates/", $mail, "/en.txt"))),
            ($mail, Language::Es, include_str!(concat!("templates/", $mail, "/es.txt"))),
            ($mail, Language::Fr, include_str!(concat!("templates/", $mail, "/fr.txt"))),
        )+];
    };
}

mails!("magic_link", "invitation", "member_added", "member_removed");

pub fn render(mail: &str, language: Language, values: Value) -> Result<Rendered> {
    let (_, _, source) = TEMPLATES
        .iter()
        .find(|(name, of, _)| *name == mail && *of == language)
        .ok_or_else(|| Error::internal(anyhow::anyhow!("there is no mail {mail} in {}", language.as_str())))?;
    let plain = fill(source, &values, false)?;
    let (subject, text) = split(&plain)?;
    let marked = fill(source, &values, true)?;
    let (_, paragraphs) = split(&marked)?;
    let paragraphs: String = paragraphs.split("\n\n").map(|text| format!("<p>{}</p>\n", text.trim())).collect();
    let html = include_str!("templates/layout.html")
        .replace("{language}", language.as_str())
        .replace("{paragraphs}", &paragraphs);
    Ok(Rendered { subject: subject.to_owned(), text: format!("{}\n", text.trim_end()), html })
}

fn split(filled: &str) -> Result<(&str, &str)> {
    let (subject, body) =
        filled.split_once('\n').ok_or_else(|| Error::internal(anyhow::anyhow!("a mail has no body")))?;
    Ok((subject.trim(), body.trim()))
}

fn fill(source: &str, values: &Value, html: bool) -> Result<String> {
    let mut environment = Environment::new();
    environment.set_undefined_behavior(minijinja::UndefinedBehavior::Strict);
    environment.set_auto_escape_callback(move |_| if html { AutoEscape::Html } else { AutoEscape::None });
    environment.add_function("button", move |label: &str, link: &str| {
        if !html {
            return Value::from(format!("{label}:\n{link}"));
        }
        let link = link.replace('&', "&amp;").replace('"', "&quot;").replace('<', "&lt;");
        Value::from_safe_string(format!("<a class=\"button\" href=\"{link}\">{label}</a>"))
    });
    environment.render_str(source, values).map_err(Error::internal)
}

/// What a role is called in a sentence.
pub fn role(role: Role, language: Language) -> &'static str {
    match (role, language) {
        (Role::Lead, Language::En) => "lead",
        (Role::Lead, Language::Es) => "responsable",
        (Role::Lead, Language::Fr) => "responsable",
        (Role::Champion, Language::En) => "champion",
        (Role::Champion, Language::Es) => "promotor",
        (Role::Champion, Language::Fr) => "promoteur",
        (Role::Finance, Language::En) => "finance contact",
        (Role::Finance, Language::Es) => "contacto de finanzas",
        (Role::Finance, Language::Fr) => "contact financier",
        (Role::Viewer, Language::En) => "viewer",
        (Role::Viewer, Language::Es) => "lector",
        (Role::Viewer, Language::Fr) => "lecteur",
    }
}

#[cfg(test)]
mod tests {
    use minijinja::context;

    use super::*;

    #[test]
    fn every_mail_renders_in_every_language() {
        let values = context! { name => "<Ana>", by => "B & C", organization => "O", role => "lead", link => "https://a.example/x#token=1&b=2" };
        for (mail, language, source) in TEMPLATES {
            let rendered = render(mail, *language, values.clone()).unwrap();
            assert!(!rendered.subject.is_empty() && !rendered.subject.contains("{{"), "{mail} {language:?}");
            assert!(!rendered.html.contains("<Ana>"), "names are escaped");
            assert_eq!(rendered.text.contains("#token=1&b=2"), source.contains("button"), "{mail} {language:?}");
            assert!(!rendered.html.contains("&b=2"), "links are escaped");
        }
    }
}

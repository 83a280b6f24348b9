//! Texts of mails: one file a mail and language, from which both the plain and the HTML part are made.
//!
//! The first line is the subject, then come paragraphs. `{{ button("Sign in", link) }}` is a link on a line of its own.

use minijinja::syntax::SyntaxConfig;
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

mails!(
    "magic_link",
    "invitation",
    "member_added",
    "member_removed",
    "identity_linked",
    "project_opened",
    "project_funded",
    "project_missed",
    "project_extended",
    "project_closed",
    "project_reminder",
    "project_update",
    "project_gap",
    "pledge_requested",
    "pledge_approved",
    "pledge_declined",
    "pledge_released",
);

/// What stands below every mail that somebody can end.
fn foot(language: Language) -> &'static str {
    match language {
        Language::En => include_str!("templates/foot/en.txt"),
        Language::Es => include_str!("templates/foot/es.txt"),
        Language::Fr => include_str!("templates/foot/fr.txt"),
    }
}

pub fn render(mail: &str, language: Language, values: Value) -> Result<Rendered> {
    finish(find(mail, language)?, language, values)
}

/// The same, with how to end such mails below it: `unsubscribe` is among the values.
pub fn render_with_foot(mail: &str, language: Language, values: Value) -> Result<Rendered> {
    finish(&format!("{}\n\n{}", find(mail, language)?.trim_end(), foot(language)), language, values)
}

fn find(mail: &str, language: Language) -> Result<&'static str> {
    let found = TEMPLATES.iter().find(|(name, of, _)| *name == mail && *of == language);
    let (_, _, source) =
        found.ok_or_else(|| Error::internal(anyhow::anyhow!("there is no mail {mail} in {}", language.as_str())))?;
    Ok(source)
}

fn finish(source: &str, language: Language, values: Value) -> Result<Rendered> {
    let plain = fill(source, &values, false)?;
    let (subject, text) = split(&plain)?;
    let marked = fill(source, &values, true)?;
    let (_, paragraphs) = split(&marked)?;
    let paragraphs: String = paragraphs
        .split("\n\n")
        .filter(|text| !text.trim().is_empty())
        .map(|text| format!("<p>{}</p>\n", text.trim()))
        .collect();
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
    // A line that only says `{% … %}` is no line of the mail.
    let syntax = SyntaxConfig::builder().trim_blocks(true).lstrip_blocks(true).build().map_err(Error::internal)?;
    environment.set_syntax(syntax);
    environment.set_auto_escape_callback(move |_| if html { AutoEscape::Html } else { AutoEscape::None });
    environment.add_function("button", move |label: &str, link: &str| {
        if !html {
            return Value::from(format!("{label}:\n{link}"));
        }
        let link = link.replace('&', "&amp;").replace('"', "&quot;").replace('<', "&lt;");
        Value::from_safe_string(format!("<a class=\"button\" href=\"{link}\">{label}</a>"))
    });
    environment.add_function("text_link", move |label: &str, link: &str| {
        if !html {
            return Value::from(format!("{label}:\n{link}"));
        }
        let link = link.replace('&', "&amp;").replace('"', "&quot;").replace('<', "&lt;");
        Value::from_safe_string(format!("<a href=\"{link}\">{label}</a>"))
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

    fn values() -> Value {
        let link = "https://a.example/x#token=1&b=2";
        let pledge = |ended: bool, requested: bool| {
            context! { organization => "<Ana>", amount => "USD 2.00", share => "USD 1.00", ended, requested, reason => "R.", link => "https://a.example/p" }
        };
        let pledges = [pledge(false, false), pledge(true, false), pledge(false, true)];
        let people =
            context! { name => "<Ana>", by => "B & C", organization => "O", role => "lead", provider => "<idp>", link };
        let project = context! {
            project => "P", goal => "USD 3.00", pledged => "USD 1.00", gap => "USD 2.00", backers => 1, days => 1,
            pledge_by => "1 May 2027", pledges, staff => true, unsubscribe => "https://a.example/u#token=u",
        };
        let texts = context! {
            amount => "USD 5.00", reason => "Because <b>.", why => "So.", note => "A\n\nnote", kind => "News",
            title => "T", body => "<script>alert(1)</script>",
        };
        context! { ..people, ..project, ..texts }
    }

    #[test]
    fn every_mail_renders_in_every_language() {
        for (mail, language, source) in TEMPLATES {
            let rendered = render(mail, *language, values()).unwrap();
            assert!(!rendered.subject.is_empty() && !rendered.subject.contains("{{"), "{mail} {language:?}");
            assert!(!rendered.html.contains("<Ana>"), "names are escaped");
            assert!(!rendered.html.contains("<script"), "what people wrote is escaped");
            assert_eq!(rendered.text.contains("#token=1&b=2"), source.contains("button"), "{mail} {language:?}");
            assert!(!rendered.html.contains("&b=2"), "links are escaped");
            assert!(!rendered.text.contains("\n\n\n"), "{mail} {language:?} has a hole in it: {}", rendered.text);
            assert!(!rendered.html.contains("<p></p>"), "{mail} {language:?}");
            assert!(!rendered.text.contains("#token=u"), "only mails that can be ended say how");
            let with_foot = render_with_foot(mail, *language, values()).unwrap();
            assert!(with_foot.text.trim_end().ends_with("#token=u"), "{mail} {language:?}");
        }
    }
}

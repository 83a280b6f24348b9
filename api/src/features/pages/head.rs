//! What a page says of itself before anything runs: to search engines, to whoever unfolds a shared link, and to the
//! pages' own program. Whatever somebody wrote is escaped.

use minijinja::value::Value as Safe;
use minijinja::{AutoEscape, Environment, UndefinedBehavior, context};
use serde::Deserialize;
use serde::de::DeserializeOwned;
use serde_json::{Value, json};
use url::Url;

use super::rules::Page;
use crate::error::{Error, Result};
use crate::features::pledges::rules::explain::Words;
use crate::kernel::{Amount, Email, Invalid};

const TEMPLATE: &str = include_str!("head.html");

/// What stands where the program will draw it, until it does: the words a page begins with.
const WORDS: &str = "<div class=\"first-words{{ place }}\"{% if lang %} lang=\"{{ lang }}\"{% endif %}>\
    <h1>{{ title }}</h1><p>{{ lead }}</p></div>";

/// What is the same on every page.
pub struct Frame<'a> {
    pub public_url: &'a Url,
    pub words: Words,
    pub contact: &'a Email,
}

/// What a page is about.
struct About {
    title: String,
    description: String,
    /// In the words of schema.org.
    structured: Value,
}

/// As much of a project's answer as its head needs.
#[derive(Deserialize)]
struct Project {
    title: String,
    summary: String,
    funding: String,
    goal: Option<String>,
    pledged: String,
    backers: i64,
    communities_served: i64,
}

/// As much of an organisation's answer as its head needs.
#[derive(Deserialize)]
struct Organization {
    name: String,
    website: Option<String>,
    ror_id: Option<String>,
    logo_url: Option<String>,
}

/// `answer` is what the API says of the project or organisation that a page is about. Without it, since nothing of that
/// name is public or nobody could be asked, the page is one that search engines leave alone.
pub fn render(page: &Page, answer: Option<&str>, frame: &Frame<'_>) -> Result<String> {
    let about = about(page, answer, frame)?;
    let canonical = match &about {
        Some(_) => page.address().map(|path| address(frame, &path)).transpose()?,
        None => None,
    };
    let about = about.unwrap_or_else(|| front("Cofund", frame.public_url));
    let values = context! {
        title => about.title,
        description => about.description,
        canonical,
        picture => address(frame, "/share.png")?,
        structured => Safe::from_safe_string(for_script(&about.structured.to_string())),
        currency => frame.words.0.code(),
        contact => frame.contact.as_str(),
    };
    filled(TEMPLATE, values)
}

/// The words of a page that begins with some. The roadmap's are those of `RoadmapPage` in English; a project's are its
/// own.
pub fn first_words(page: &Page, answer: Option<&str>) -> Result<String> {
    let values = match (page, answer) {
        (Page::Roadmap, _) => context! {
            place => " of-the-front",
            lang => "en",
            title => "Communities pay for the 2i2c roadmap together.",
            lead => "Each item has a price. Pledge a part of it, alone or in a coalition. Nothing is owed until it is \
                     fully funded and you have signed.",
        },
        (Page::Project(_), Some(answer)) => {
            let Project { title, summary, .. } = read(answer)?;
            context! { place => "", lang => "", title, lead => summary }
        }
        _ => return Ok(String::new()),
    };
    filled(WORDS, values)
}

fn filled(template: &str, values: Safe) -> Result<String> {
    let mut environment = Environment::new();
    environment.set_undefined_behavior(UndefinedBehavior::Strict);
    environment.set_auto_escape_callback(|_| AutoEscape::Html);
    environment.render_str(template, values).map_err(Error::internal)
}

/// JSON inside a `script` element: nothing in it may end the element or begin a comment.
pub fn for_script(json: &str) -> String {
    json.replace('<', "\\u003c")
}

fn address(frame: &Frame<'_>, path: &str) -> Result<String> {
    frame.public_url.join(path).map(String::from).map_err(Error::internal)
}

fn about(page: &Page, answer: Option<&str>, frame: &Frame<'_>) -> Result<Option<About>> {
    let at = |path: &str| address(frame, path);
    Ok(match page {
        Page::Roadmap => Some(front("Roadmap · Cofund", frame.public_url)),
        Page::Impact => Some(plain(
            "What came of it · Cofund",
            "What communities pledged together, how much of it became work, and how much work was handed over.",
            &at("/impact")?,
        )),
        Page::Membership => Some(plain(
            "How co-funding works · Cofund",
            "How communities share the cost of what they all need, who may take part, and how to join.",
            &at("/membership")?,
        )),
        Page::Organizations => Some(plain(
            "Organisations · Cofund",
            "The communities and funders that pay for the 2i2c roadmap together.",
            &at("/organizations")?,
        )),
        Page::Organization(slug) => {
            let url = at(&format!("/organizations/{slug}"))?;
            answer
                .map(|answer| read(answer).and_then(|organization| of_organization(organization, &url, frame)))
                .transpose()?
        }
        Page::Project(slug) => {
            let url = at(&format!("/projects/{slug}"))?;
            answer.map(|answer| read(answer).and_then(|project| of_project(project, &url, frame))).transpose()?
        }
        Page::Other => None,
    })
}

fn read<T: DeserializeOwned>(answer: &str) -> Result<T> {
    serde_json::from_str(answer).map_err(Error::internal)
}

fn front(title: &str, url: &Url) -> About {
    let description = "What 2i2c will build next for research and education, what it costs, and which communities pay for it together.";
    About {
        title: title.to_owned(),
        description: description.to_owned(),
        structured: json!({
            "@context": "https://schema.org",
            "@type": "WebSite",
            "name": "Cofund",
            "url": url.as_str(),
            "description": description,
        }),
    }
}

fn plain(title: &str, description: &str, url: &str) -> About {
    About {
        title: title.to_owned(),
        description: description.to_owned(),
        structured: json!({
            "@context": "https://schema.org",
            "@type": "WebPage",
            "name": title,
            "url": url,
            "description": description,
        }),
    }
}

fn of_organization(organization: Organization, url: &str, frame: &Frame<'_>) -> Result<About> {
    let Organization { name, website, ror_id, logo_url } = organization;
    let logo = logo_url.map(|path| address(frame, &path)).transpose()?;
    let same: Vec<String> = [website, ror_id].into_iter().flatten().collect();
    let mut structured =
        json!({ "@context": "https://schema.org", "@type": "Organization", "name": name, "url": url, "sameAs": same });
    if let Some(logo) = logo {
        structured["logo"] = json!(logo);
    }
    Ok(About {
        description: format!("{name}: what it pays for on the 2i2c roadmap, together with other communities."),
        title: format!("{name} · Cofund"),
        structured,
    })
}

fn of_project(project: Project, url: &str, frame: &Frame<'_>) -> Result<About> {
    let standing =
        standing(&project, frame.words).map_err(|invalid| Error::internal(anyhow::anyhow!(invalid.detail)))?;
    let description = format!("{} {standing}", project.summary);
    Ok(About {
        structured: json!({
            "@context": "https://schema.org",
            "@type": "Project",
            "name": project.title,
            "url": url,
            "description": project.summary,
            "parentOrganization": { "@type": "Organization", "name": "2i2c", "url": "https://2i2c.org" },
        }),
        title: format!("{} · Cofund", project.title),
        description,
    })
}

/// Where it stands, in the one sentence that fits below a link.
fn standing(project: &Project, words: Words) -> Result<String, Invalid> {
    let money = |text: &str| Amount::parse(text).map(|amount| words.money(amount));
    let Some(goal) = project.goal.as_deref().filter(|_| project.funding != "candidate") else {
        return Ok(match project.communities_served {
            0 => "Not for pledges yet.".to_owned(),
            1 => "1 community would use it.".to_owned(),
            served => format!("{served} communities would use it."),
        });
    };
    let pledged = format!("{} of {} pledged by {}", money(&project.pledged)?, money(goal)?, project.backers);
    Ok(match project.funding.as_str() {
        "funded" => format!("Funded: {pledged}."),
        "missed" => format!("Missed its date: {pledged}."),
        "closed" => "Closed.".to_owned(),
        _ => format!("{pledged} so far."),
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::kernel::{Currency, Slug};

    fn rendered(page: &Page, answer: Option<&str>) -> String {
        let public_url = "https://cofund.example".parse().unwrap();
        let contact = Email::parse("hello@cofund.example").unwrap();
        let words = Words(Currency::parse("USD").unwrap());
        render(page, answer, &Frame { public_url: &public_url, words, contact: &contact }).unwrap()
    }

    fn project(title: &str, funding: &str) -> String {
        json!({
            "title": title, "summary": "Gauges that agree.", "funding": funding, "goal": "40000.00",
            "pledged": "31500.00", "backers": 4, "communities_served": 2,
        })
        .to_string()
    }

    fn tides() -> Page {
        Page::Project(Slug::parse("tides").unwrap())
    }

    #[test]
    fn a_shared_project_says_where_it_stands() {
        let head = rendered(&tides(), Some(&project("Tides", "open")));
        let description = "Gauges that agree. USD 31,500.00 of USD 40,000.00 pledged by 4 so far.";
        assert!(head.contains("<title>Tides · Cofund</title>"), "{head}");
        assert!(head.contains(&format!("<meta property=\"og:description\" content=\"{description}\">")), "{head}");
        assert!(
            head.contains(
                "<link rel=\"canonical\" href=\"https:&#x2f;&#x2f;cofund.example&#x2f;projects&#x2f;tides\">"
            )
        );
        let candidate = rendered(&tides(), Some(&project("Tides", "candidate")));
        assert!(candidate.contains("Gauges that agree. 2 communities would use it."), "{candidate}");
    }

    #[test]
    fn what_somebody_wrote_runs_nowhere() {
        let head = rendered(&tides(), Some(&project("</script><script>alert(1)</script>\"><b onload=x>", "open")));
        assert_eq!(head.matches("<script").count(), 1, "{head}");
        assert_eq!(head.matches("</script").count(), 1, "{head}");
        assert!(!head.contains("<b "), "{head}");
        let (_, rest) = head.split_once("ld+json\">").unwrap();
        let structured: Value = serde_json::from_str(rest.split_once("</script>").unwrap().0).unwrap();
        assert_eq!(structured["name"], "</script><script>alert(1)</script>\"><b onload=x>");
    }

    #[test]
    fn a_project_begins_with_its_own_words() {
        let words = first_words(&tides(), Some(&project("Tides <b>", "open"))).unwrap();
        assert_eq!(words, "<div class=\"first-words\"><h1>Tides &lt;b&gt;</h1><p>Gauges that agree.</p></div>");
        assert_eq!(first_words(&tides(), None).unwrap(), "");
        assert!(
            first_words(&Page::Roadmap, None)
                .unwrap()
                .starts_with("<div class=\"first-words of-the-front\" lang=\"en\">")
        );
        assert_eq!(first_words(&Page::Impact, None).unwrap(), "");
    }

    #[test]
    fn what_is_not_there_is_not_to_be_found() {
        for page in [tides(), Page::Other] {
            let head = rendered(&page, None);
            assert!(head.contains("content=\"noindex\"") && !head.contains("canonical"), "{head}");
            assert!(head.contains("<meta name=\"cofund-currency\" content=\"USD\">"), "{head}");
        }
        assert!(!rendered(&Page::Roadmap, None).contains("noindex"));
    }
}

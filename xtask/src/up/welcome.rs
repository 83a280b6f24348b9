//! What a newcomer sees when everything runs: where to look and whom to be.

use serde_json::Value;

/// `people`: the answer of `GET /dev/people.json`, a list of `{email, name, about}`.
pub fn page(address: &str, people: &str) -> String {
    let people: Vec<Person> = read(people);
    let mut page = format!("\n  Cofund runs at  {address}\n  Mails, people   {address}/dev\n");
    if !people.is_empty() {
        page.push_str("\n  Sign in with one click as\n");
    }
    // The link comes first: in a narrow window it is what must not be broken.
    let links: Vec<String> = people.iter().map(|person| format!("{address}/dev/sign-in/{}", person.email)).collect();
    let width = links.iter().map(String::len).max().unwrap_or(0);
    for (link, Person { name, about, .. }) in links.iter().zip(&people) {
        page.push_str(&format!("    {link:width$}  {name}, {about}\n"));
    }
    page.push_str("\n  Ctrl-C stops everything; the data stays, `cargo xtask up --fresh` begins anew.\n\n");
    page
}

struct Person {
    email: String,
    name: String,
    about: String,
}

/// A list we cannot read costs the links, not the start.
fn read(people: &str) -> Vec<Person> {
    let list: Value = serde_json::from_str(people).unwrap_or_default();
    let text = |person: &Value, field: &str| person[field].as_str().unwrap_or_default().to_owned();
    let person =
        |entry: &Value| Person { email: text(entry, "email"), name: text(entry, "name"), about: text(entry, "about") };
    list.as_array().into_iter().flatten().map(person).filter(|person| !person.email.is_empty()).collect()
}

#[cfg(test)]
mod tests {
    use super::page;

    #[test]
    fn lists_a_link_for_each_person() {
        let people = r#"[{"email":"runa@cofund.example","name":"Runa Velthuis","about":"staff"},
                         {"email":"io@sea.example","name":"Io","about":"lead of Tidewater"}]"#;
        let page = page("http://127.0.0.1:8080", people);
        assert!(page.contains("    http://127.0.0.1:8080/dev/sign-in/runa@cofund.example  Runa Velthuis, staff\n"));
        assert!(page.contains("    http://127.0.0.1:8080/dev/sign-in/io@sea.example       Io, lead of Tidewater\n"));
    }

    #[test]
    fn does_without_people() {
        let page = page("http://127.0.0.1:8080", "<html>not found</html>");
        assert!(page.contains("Cofund runs at  http://127.0.0.1:8080"));
        assert!(!page.contains("Sign in"));
    }
}

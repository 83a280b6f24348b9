//! Requests that pledge: each by a pair of organisation and project that nobody used before, authenticated by the token
//! of that organisation's lead, with an idempotency key of its own.

/// The header of whoever has the token of this number.
pub fn bearer(number: u64) -> String {
    format!("authorization: Bearer cf_{number:043}")
}

/// Where the next fresh pair is. Pairs are numbered; a number gives an organisation of the range and a project, and
/// organisations that come around again meet another project.
#[derive(Clone, Debug)]
pub struct Pairs {
    /// The first fresh organisation, and how many there are.
    pub first: u64,
    pub organizations: u64,
    pub projects: Vec<String>,
    /// The first pair that is used here.
    pub from: u64,
    /// Makes keys of one run differ from those of another.
    pub run: String,
}

impl Pairs {
    /// The organisation's number and the project's slug.
    fn pair(&self, number: u64) -> Option<(u64, &str)> {
        let projects = u64::try_from(self.projects.len()).ok()?;
        let (organization, round) = (number % self.organizations, number / self.organizations);
        // A single project is fresh at the beginning, and everybody pledges to it once.
        let used_up = if projects == 1 { number - self.from >= self.organizations } else { round >= projects };
        if used_up {
            return None;
        }
        let project = usize::try_from((organization + round) % projects).ok()?;
        Some((self.first + organization, self.projects.get(project)?))
    }

    /// `None`: there is no fresh pair left.
    pub fn request(&self, port: u16, number: u64) -> Option<Vec<u8>> {
        let (organization, project) = self.pair(number)?;
        let body = format!(
            r#"{{"organization":"org-{organization:06}","amount":"100.00","visibility":"public","terms_version":"2026-11"}}"#
        );
        let length = body.len();
        Some(
            format!(
                "POST /api/v1/projects/{project}/pledges HTTP/1.1\r\nhost: 127.0.0.1:{port}\r\n\
                 {}\r\nidempotency-key: bench-{}-{number}\r\n\
                 content-type: application/json\r\ncontent-length: {length}\r\n\r\n{body}",
                bearer(organization),
                self.run
            )
            .into_bytes(),
        )
    }
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use super::Pairs;

    #[test]
    fn no_pair_comes_twice_and_they_end() {
        let projects = ["a", "b", "c"].map(str::to_owned).to_vec();
        let pairs = Pairs { first: 10, organizations: 6, projects, from: 0, run: "x".to_owned() };
        let seen: HashSet<_> = (0..18).filter_map(|number| pairs.pair(number)).collect();
        assert_eq!(seen.len(), 18);
        assert_eq!(pairs.pair(18), None);
        let one = Pairs { projects: vec!["a".to_owned()], from: 20, ..pairs };
        assert_eq!((one.pair(25), one.pair(26)), (Some((11, "a")), None));
    }
}

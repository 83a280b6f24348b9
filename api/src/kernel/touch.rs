//! What a change may make look different to everybody.

use std::collections::BTreeSet;

use super::ProjectId;

/// What one fact touches.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Touch {
    /// Nothing that is public.
    Nothing,
    /// A project: its page, what is pledged to it, and every list it may be in.
    Project(ProjectId),
    /// A name, a topic, a text that may stand anywhere.
    Everything,
}

/// What a transaction touches.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Touched {
    pub everything: bool,
    pub projects: BTreeSet<ProjectId>,
}

impl Touched {
    pub fn add(&mut self, touch: Touch) {
        match touch {
            Touch::Nothing => {}
            Touch::Project(project) => {
                self.projects.insert(project);
            }
            Touch::Everything => self.everything = true,
        }
    }

    pub fn is_nothing(&self) -> bool {
        !self.everything && self.projects.is_empty()
    }
}

/// How it is said from process to process: a project's id, or this.
const EVERYTHING: &str = "*";

impl Touched {
    pub fn words(&self) -> Vec<String> {
        let everything = self.everything.then(|| EVERYTHING.to_owned());
        everything.into_iter().chain(self.projects.iter().map(ProjectId::to_string)).collect()
    }
}

impl Touch {
    /// What nobody understands may be anything.
    pub fn heard(word: &str) -> Self {
        word.parse::<uuid::Uuid>().map_or(Self::Everything, |id| Self::Project(id.into()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_said_is_what_is_heard() {
        let mut touched = Touched::default();
        assert!(touched.is_nothing() && touched.words().is_empty());
        let project = ProjectId::new();
        for touch in [Touch::Nothing, Touch::Project(project), Touch::Everything, Touch::Project(project)] {
            touched.add(touch);
        }
        let heard: Vec<Touch> = touched.words().iter().map(|word| Touch::heard(word)).collect();
        assert_eq!(heard, [Touch::Everything, Touch::Project(project)]);
        assert_eq!(Touch::heard("something of a later version"), Touch::Everything);
    }
}

//! What staff write about a project: the wire's fields, and what they become.

use chrono::{Datelike as _, NaiveDate};
use serde::Deserialize;
use utoipa::ToSchema;

use super::dto::{Deliverable, ProjectLink};
use crate::kernel::{
    Amount, FieldCode, FieldError, Fields, Invalid, LinkKind, Mode, Patch, ProjectVisibility, Slug, Text, TimeZone,
    Website, parse_day,
};

pub type Prose = Text<0, 20_000>;

/// The last day of something: it ends when the next begins, and the contract has to be able to write that instant.
pub fn last_day(text: &str) -> Result<NaiveDate, Invalid> {
    let day = parse_day(text)?;
    if day.year() < 9999 { Ok(day) } else { Err(Invalid::new(FieldCode::OutOfRange, "That day is too far away.")) }
}

/// A project's content. To make one, `title` is required; to edit one, name what changes.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ProjectFields {
    #[schema(min_length = 1, max_length = 200)]
    pub title: Option<String>,
    /// Without one it is made from the title.
    pub slug: Option<String>,
    /// One line.
    #[schema(max_length = 300)]
    pub summary: Option<String>,
    /// A theme's slug.
    #[serde(default)]
    #[schema(value_type = Option<String>)]
    pub theme: Patch<String>,
    /// Narratives' slugs.
    #[schema(max_items = 10)]
    pub narratives: Option<Vec<String>>,
    /// Markdown, as the four that follow.
    #[schema(max_length = 20000)]
    pub problem: Option<String>,
    #[schema(max_length = 20000)]
    pub solution: Option<String>,
    #[schema(max_length = 20000)]
    pub implementation: Option<String>,
    #[schema(max_length = 20000)]
    pub fit: Option<String>,
    /// What research it enables.
    #[schema(max_length = 20000)]
    pub research: Option<String>,
    #[serde(default)]
    #[schema(value_type = Option<String>, example = "18000.00")]
    pub goal: Patch<String>,
    #[serde(default)]
    #[schema(value_type = Option<String>)]
    pub goal_low: Patch<String>,
    #[serde(default)]
    #[schema(value_type = Option<String>)]
    pub goal_high: Patch<String>,
    #[serde(default)]
    #[schema(value_type = Option<i32>, minimum = 0)]
    pub capacity_hours: Patch<i32>,
    #[schema(value_type = Option<Mode>)]
    pub mode: Option<String>,
    #[schema(example = "500.00")]
    pub minimum_pledge: Option<String>,
    #[serde(default)]
    #[schema(value_type = Option<NaiveDate>)]
    pub pledge_by: Patch<String>,
    #[schema(example = "America/Los_Angeles")]
    pub time_zone: Option<String>,
    #[schema(value_type = Option<ProjectVisibility>)]
    pub visibility: Option<String>,
    #[schema(max_items = 30)]
    pub deliverables: Option<Vec<Deliverable>>,
    #[schema(max_items = 30)]
    pub links: Option<Vec<ProjectLink>>,
}

/// The same, right.
#[derive(Clone)]
pub struct ProjectChange {
    pub title: Option<Text<1, 200>>,
    pub slug: Option<Slug>,
    pub summary: Option<Text<0, 300>>,
    pub theme: Patch<Slug>,
    pub narratives: Option<Vec<Slug>>,
    pub problem: Option<Prose>,
    pub solution: Option<Prose>,
    pub implementation: Option<Prose>,
    pub fit: Option<Prose>,
    pub research: Option<Prose>,
    pub goal: Patch<Amount>,
    pub goal_low: Patch<Amount>,
    pub goal_high: Patch<Amount>,
    pub capacity_hours: Patch<i32>,
    pub mode: Option<Mode>,
    pub minimum_pledge: Option<Amount>,
    pub pledge_by: Patch<NaiveDate>,
    pub time_zone: Option<TimeZone>,
    pub visibility: Option<ProjectVisibility>,
    pub deliverables: Option<Vec<Deliverable>>,
    pub links: Option<Vec<ProjectLink>>,
}

impl ProjectFields {
    /// For a project that is not there yet.
    pub fn parse_new(self) -> Result<ProjectChange, Vec<FieldError>> {
        if self.title.is_none() {
            let missing = Invalid::new(FieldCode::Required, "A project has a title.");
            let mut fields = Fields::new();
            fields.refuse("/title", missing);
            return fields.finish(None);
        }
        self.parse()
    }

    pub fn parse(self) -> Result<ProjectChange, Vec<FieldError>> {
        let mut fields = Fields::new();
        let title = fields.take_optional("/title", self.title, |text| Text::line(&text));
        let slug = fields.take_optional("/slug", self.slug, |text| Slug::parse(&text));
        let summary = fields.take_optional("/summary", self.summary, |text| Text::line(&text));
        let theme = fields.take("/theme", self.theme.try_map(|text| Slug::parse(&text)));
        let narratives = parse_narratives(&mut fields, self.narratives);
        let mut prose = |pointer, text: Option<String>| fields.take_optional(pointer, text, |text| Prose::parse(&text));
        let problem = prose("/problem", self.problem);
        let solution = prose("/solution", self.solution);
        let implementation = prose("/implementation", self.implementation);
        let fit = prose("/fit", self.fit);
        let research = prose("/research", self.research);
        let goal = fields.take("/goal", self.goal.try_map(|text| positive(&text)));
        let goal_low = fields.take("/goal_low", self.goal_low.try_map(|text| positive(&text)));
        let goal_high = fields.take("/goal_high", self.goal_high.try_map(|text| positive(&text)));
        let capacity_hours = fields.take("/capacity_hours", self.capacity_hours.try_map(hours));
        let mode = fields.take_optional("/mode", self.mode, |text| Mode::parse(&text));
        let minimum = fields.take_optional("/minimum_pledge", self.minimum_pledge, |text| Amount::parse(&text));
        let pledge_by = fields.take("/pledge_by", self.pledge_by.try_map(|text| last_day(&text)));
        let time_zone = fields.take_optional("/time_zone", self.time_zone, |text| TimeZone::parse(&text));
        let visibility = fields.take_optional("/visibility", self.visibility, |text| ProjectVisibility::parse(&text));
        let deliverables = parse_deliverables(&mut fields, self.deliverables);
        let links = parse_links(&mut fields, self.links);
        let change = (|| {
            Some(ProjectChange {
                title: title?,
                slug: slug?,
                summary: summary?,
                theme: theme?,
                narratives: narratives?,
                problem: problem?,
                solution: solution?,
                implementation: implementation?,
                fit: fit?,
                research: research?,
                goal: goal?,
                goal_low: goal_low?,
                goal_high: goal_high?,
                capacity_hours: capacity_hours?,
                mode: mode?,
                minimum_pledge: minimum?,
                pledge_by: pledge_by?,
                time_zone: time_zone?,
                visibility: visibility?,
                deliverables: deliverables?,
                links: links?,
            })
        })();
        fields.finish(change)
    }
}

fn positive(text: &str) -> Result<Amount, Invalid> {
    let amount = Amount::parse(text)?;
    if amount.is_zero() { Err(Invalid::new(FieldCode::OutOfRange, "A goal is more than 0.00.")) } else { Ok(amount) }
}

fn hours(hours: i32) -> Result<i32, Invalid> {
    if (0..=100_000).contains(&hours) {
        Ok(hours)
    } else {
        Err(Invalid::new(FieldCode::OutOfRange, "Hours are 0 to 100000."))
    }
}

fn at_most(most: usize, length: usize) -> Result<(), Invalid> {
    if length <= most { Ok(()) } else { Err(Invalid::new(FieldCode::TooLong, format!("At most {most} stand here."))) }
}

fn parse_narratives(fields: &mut Fields, slugs: Option<Vec<String>>) -> Option<Option<Vec<Slug>>> {
    let Some(slugs) = slugs else { return Some(None) };
    fields.take("/narratives", at_most(10, slugs.len()))?;
    let mut parsed = Vec::new();
    for (index, slug) in slugs.iter().enumerate() {
        parsed.push(fields.take(&format!("/narratives/{index}"), Slug::parse(slug)));
    }
    parsed.into_iter().collect::<Option<Vec<_>>>().map(Some)
}

fn parse_deliverables(fields: &mut Fields, items: Option<Vec<Deliverable>>) -> Option<Option<Vec<Deliverable>>> {
    let Some(items) = items else { return Some(None) };
    fields.take("/deliverables", at_most(30, items.len()))?;
    let parsed: Vec<_> = items.into_iter().enumerate().map(|(index, item)| deliverable(fields, index, item)).collect();
    parsed.into_iter().collect::<Option<Vec<_>>>().map(Some)
}

fn deliverable(fields: &mut Fields, index: usize, item: Deliverable) -> Option<Deliverable> {
    let at = |field: &str| format!("/deliverables/{index}/{field}");
    let title = fields.take(&at("title"), Text::<1, 200>::line(&item.title));
    let done_when = fields.take(&at("done_when"), Text::<1, 1000>::parse(&item.done_when));
    let hours_low = fields.take_optional(&at("hours_low"), item.hours_low, hours);
    let hours_high = fields.take_optional(&at("hours_high"), item.hours_high, hours);
    if let (Some(Some(low)), Some(Some(high))) = (hours_low, hours_high)
        && low > high
    {
        fields.refuse(&at("hours_high"), Invalid::new(FieldCode::OutOfRange, "The high end is not below the low end."));
        return None;
    }
    Some(Deliverable {
        title: title?.as_str().to_owned(),
        done_when: done_when?.as_str().to_owned(),
        hours_low: hours_low?,
        hours_high: hours_high?,
    })
}

fn parse_links(fields: &mut Fields, items: Option<Vec<ProjectLink>>) -> Option<Option<Vec<ProjectLink>>> {
    let Some(items) = items else { return Some(None) };
    fields.take("/links", at_most(30, items.len()))?;
    let mut parsed = Vec::new();
    for (index, item) in items.iter().enumerate() {
        let kind = fields.take(&format!("/links/{index}/kind"), LinkKind::parse(&item.kind));
        let url = fields.take(&format!("/links/{index}/url"), Website::parse(&item.url));
        let both = kind.zip(url);
        parsed
            .push(both.map(|(kind, url)| ProjectLink { kind: kind.as_str().to_owned(), url: url.as_str().to_owned() }));
    }
    parsed.into_iter().collect::<Option<Vec<_>>>().map(Some)
}

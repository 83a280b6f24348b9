//! What pledges are shown with: read once for all of them, so that a page costs as many queries as one pledge.

use std::collections::{HashMap, HashSet};

use diesel::prelude::*;
use diesel_async::{AsyncPgConnection, RunQueryDsl};
use uuid::Uuid;

use super::store::PledgeRow;
use super::year_store::{self, YearRow};
use crate::db::Tx;
use crate::error::{Error, Result};
use crate::features::ledger::rules::line::Head;
use crate::features::ledger::store as ledger;
use crate::features::organizations::store::{self as organizations, OrganizationRow};
use crate::features::projects::store::{self as projects, Project};
use crate::kernel::Visibility;
use crate::schema::{pledges, users};

pub struct Around {
    projects: HashMap<Uuid, Project>,
    organizations: HashMap<Uuid, OrganizationRow>,
    years: HashMap<Uuid, Vec<YearRow>>,
    champions: HashMap<Uuid, String>,
    heads: HashMap<Uuid, Head>,
    /// Projects, and organisations that others require and that count there by name.
    counting: HashSet<(Uuid, Uuid)>,
}

impl Around {
    pub async fn load(conn: &mut AsyncPgConnection, rows: &[PledgeRow]) -> Result<Self> {
        let of_all = |get: fn(&PledgeRow) -> Option<Uuid>| -> Vec<Uuid> {
            rows.iter().filter_map(get).collect::<HashSet<_>>().into_iter().collect()
        };
        let project_ids = of_all(|row| Some(row.project_id));
        let required = of_all(|row| row.requires_org);
        let mut organization_ids = of_all(|row| Some(row.organization_id));
        organization_ids.extend(&required);
        let projects = projects::load(conn, &project_ids).await?;
        let organizations = organizations::load(conn, &organization_ids).await?;
        Ok(Self {
            projects: projects.into_iter().map(|project| (project.row.id, project)).collect(),
            organizations: organizations.into_iter().map(|organization| (organization.id, organization)).collect(),
            years: year_store::of_pledges(conn, &of_all(|row| Some(row.id))).await?,
            champions: names(conn, &of_all(|row| row.champion_id)).await?,
            heads: ledger::heads(conn, &project_ids).await?.into_iter().collect(),
            counting: counting(conn, &project_ids, &required).await?,
        })
    }

    /// The same for one that was just placed and counts as it is, beside what it was placed with: only what its champion is
    /// called is not known yet.
    pub async fn placed(
        tx: &mut Tx,
        row: &PledgeRow,
        project: Project,
        organization: OrganizationRow,
        years: Vec<YearRow>,
        head: Head,
    ) -> Result<Self> {
        let champions = match row.champion_id {
            Some(champion) => names(tx.conn().await?, &[champion]).await?,
            None => HashMap::new(),
        };
        Ok(Self {
            projects: [(row.project_id, project)].into(),
            organizations: [(row.organization_id, organization)].into(),
            years: [(row.id, years)].into(),
            champions,
            heads: [(row.project_id, head)].into(),
            counting: HashSet::new(),
        })
    }

    pub fn project(&self, row: &PledgeRow) -> Result<&Project> {
        there(self.projects.get(&row.project_id), row)
    }

    pub fn organization(&self, row: &PledgeRow) -> Result<&OrganizationRow> {
        there(self.organizations.get(&row.organization_id), row)
    }

    pub fn required(&self, row: &PledgeRow) -> Option<&OrganizationRow> {
        row.requires_org.and_then(|id| self.organizations.get(&id))
    }

    /// Whether the organisation it requires counts there, and says so in public.
    pub fn required_counts(&self, row: &PledgeRow) -> bool {
        row.requires_org.is_some_and(|id| self.counting.contains(&(row.project_id, id)))
    }

    pub fn years(&self, row: &PledgeRow) -> Result<&[YearRow]> {
        there(self.years.get(&row.id).map(Vec::as_slice), row)
    }

    pub fn champion(&self, row: &PledgeRow) -> Option<&str> {
        row.champion_id.and_then(|id| self.champions.get(&id)).map(String::as_str)
    }

    pub fn head(&self, row: &PledgeRow) -> Result<&Head> {
        there(self.heads.get(&row.project_id), row)
    }
}

/// Foreign keys say that it is.
fn there<T>(found: Option<T>, row: &PledgeRow) -> Result<T> {
    found.ok_or_else(|| Error::internal(anyhow::anyhow!("pledge {} stands beside nothing", row.id)))
}

async fn names(conn: &mut AsyncPgConnection, ids: &[Uuid]) -> Result<HashMap<Uuid, String>> {
    if ids.is_empty() {
        return Ok(HashMap::new());
    }
    let query = users::table.filter(users::id.eq_any(ids)).select((users::id, users::name));
    Ok(query.load::<(Uuid, String)>(conn).await?.into_iter().collect())
}

async fn counting(
    conn: &mut AsyncPgConnection,
    projects: &[Uuid],
    organizations: &[Uuid],
) -> Result<HashSet<(Uuid, Uuid)>> {
    if organizations.is_empty() {
        return Ok(HashSet::new());
    }
    let query = pledges::table
        .filter(pledges::project_id.eq_any(projects).and(pledges::organization_id.eq_any(organizations)))
        .filter(pledges::active.and(pledges::visibility.eq(Visibility::Public.as_str())))
        .select((pledges::project_id, pledges::organization_id));
    Ok(query.load(conn).await?.into_iter().collect())
}

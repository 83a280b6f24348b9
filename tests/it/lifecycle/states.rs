//! Projects in every state there is, with a pledge of Tidewater's in every status that can be there.

use cofund_tests::{Backer, Person, TestApp, json, new_key};

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum State {
    Draft,
    Candidate,
    OpenFixed,
    Uncovered,
    Covered,
    Missed,
    Funded,
    FundedSigned,
    Gap,
    Closed,
}

pub const STATES: [State; 10] = {
    use State::*;
    [Draft, Candidate, OpenFixed, Uncovered, Covered, Missed, Funded, FundedSigned, Gap, Closed]
};

impl State {
    pub fn name(self) -> &'static str {
        match self {
            Self::Draft => "draft",
            Self::Candidate => "candidate",
            Self::OpenFixed => "open, fixed",
            Self::Uncovered => "open, uncovered",
            Self::Covered => "open, covered",
            Self::Missed => "missed",
            Self::Funded => "funded",
            Self::FundedSigned => "funded, signed",
            Self::Gap => "funded, gap",
            Self::Closed => "closed",
        }
    }

    /// How Tidewater's pledge can stand there.
    pub fn standings(self) -> &'static [Standing] {
        use Standing::*;
        match self {
            Self::Draft | Self::Candidate => &[Nothing],
            Self::OpenFixed | Self::Uncovered | Self::Covered | Self::Missed => &[Nothing, Requested, Pledged],
            Self::Funded => &[Nothing, Pledged],
            Self::FundedSigned => &[Nothing, Pledged, Signed],
            Self::Gap => &[Nothing, Requested, Pledged, Signed],
            Self::Closed => &[Nothing, Ended],
        }
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Standing {
    Nothing,
    Requested,
    Pledged,
    Signed,
    Ended,
}

impl Standing {
    pub fn name(self) -> &'static str {
        match self {
            Self::Nothing => "",
            Self::Requested => "requested",
            Self::Pledged => "pledged",
            Self::Signed => "signed",
            Self::Ended => "ended",
        }
    }
}

/// The people of the table.
pub struct Cast {
    pub tidewater: Backer,
    pub viewer: Person,
    pub finance: Person,
    /// May pledge by itself, and owns what is pledged.
    pub champion: Person,
    /// Has no limit: whatever it asks is a request.
    pub asking: Person,
    pub harbour: Backer,
    pub island: Backer,
    pub staff: Person,
}

impl Cast {
    pub async fn meet(app: &TestApp) -> Self {
        let tidewater = app.backer("Tidewater").await;
        let email = app.new_address();
        let new = json!({ "email": email, "role": "champion", "pledge_limit": "1000000.00" });
        app.staff().await.post(&format!("/organizations/{}/members", tidewater.slug), new).await.is(201);
        let champion = app.sign_in(&email).await;
        Self {
            viewer: app.member(&tidewater.slug, "viewer").await,
            finance: app.member(&tidewater.slug, "finance").await,
            asking: app.member(&tidewater.slug, "champion").await,
            champion,
            harbour: app.backer("Harbour").await,
            island: app.backer("Island").await,
            staff: app.staff().await,
            tidewater,
        }
    }
}

/// A project in a state, and Tidewater's pledge if there is one.
pub struct Subject {
    pub project: String,
    pub pledge: Option<String>,
}

/// Makes one. The goal is 1000.00, Tidewater's pledge 100.00, Harbour and Island bring the rest.
pub async fn make(app: &TestApp, cast: &Cast, state: State, standing: Standing) -> Subject {
    let shared = matches!(state, State::Uncovered | State::Covered);
    let changes = if shared { json!({ "mode": "shared" }) } else { json!({}) };
    let project = app.draft(&format!("A row {}", new_key()), changes).await;
    match state {
        State::Draft => return Subject { project, pledge: None },
        State::Candidate => {
            app.publish(&project, "candidate").await.is(200);
            return Subject { project, pledge: None };
        }
        _ => app.publish(&project, "open").await.is(200),
    };
    let early = state != State::Gap || standing != Standing::Requested;
    let mut pledge = None;
    if early && standing != Standing::Nothing {
        pledge = Some(pledge_of_tidewater(cast, &project, standing).await);
    }
    let counted = if matches!(standing, Standing::Nothing | Standing::Requested) { 0 } else { 100 };
    let rest = 1000 - counted;
    match state {
        State::Covered => drop(cast.harbour.gives(&project, "1000.00").await),
        State::Funded | State::FundedSigned => {
            let theirs = cast.harbour.gives(&project, &format!("{rest}.00")).await;
            // If Tidewater's is signed, or is to stay unsigned beside one that is.
            if state == State::FundedSigned && standing != Standing::Signed {
                sign(cast, &theirs).await;
            }
        }
        State::Gap => {
            cast.harbour.gives(&project, &format!("{}.00", rest - 100)).await;
            let leaving = cast.island.gives(&project, "100.00").await;
            cast.island.step(&leaving, "withdraw", json!({ "reason": "The year is over" })).await.is(200);
        }
        _ => drop(cast.harbour.gives(&project, "200.00").await),
    }
    if !early {
        pledge = Some(pledge_of_tidewater(cast, &project, standing).await);
    }
    match (state, &pledge) {
        (State::Missed, _) => pass_date(app, &project).await,
        (State::Closed, _) => {
            app.run(&project, "close", json!({ "reason": "withdrawn", "note": "Not now." })).await.is(200);
        }
        (_, Some(pledge)) if standing == Standing::Signed => sign(cast, pledge).await,
        _ => {}
    }
    Subject { project, pledge }
}

async fn pledge_of_tidewater(cast: &Cast, project: &str, standing: Standing) -> String {
    let person = if standing == Standing::Requested { &cast.asking } else { &cast.champion };
    let more = json!({ "amount": "100.00", "visibility": "anonymous" });
    cast.tidewater.pledge_as(person, project, more).await.is(201).id()
}

async fn sign(cast: &Cast, pledge: &str) {
    let agreement = json!({ "agreement_reference": "MOU-1", "agreement_date": "2026-01-01" });
    cast.staff.step(pledge, "sign", agreement).await.is(200);
}

/// The date was yesterday; nobody has noted it.
pub async fn pass_date(app: &TestApp, project: &str) {
    let sql =
        "UPDATE projects SET pledge_by = pledge_by - 31, closes_at = closes_at - interval '31 days' WHERE slug = $1";
    app.database.client().execute(sql, &[&project]).await.expect(sql);
}

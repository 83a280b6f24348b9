//! What membership comes as, and the stories projects belong to: invented.

pub struct Tier {
    pub name: &'static str,
    pub price: Option<&'static str>,
    pub summary: &'static str,
    pub offers: &'static [&'static str],
    pub early_look: bool,
    pub quarterly_report: bool,
}

pub struct Narrative {
    pub name: &'static str,
    pub summary: &'static str,
}

pub const TIERS: &[Tier] = &[
    Tier {
        name: "Essential",
        price: Some("6000.00"),
        summary: "One hub for one community, looked after.",
        offers: &["A hub with the common environments", "Help by mail", "A voice on the roadmap, like everybody's"],
        early_look: false,
        quarterly_report: false,
    },
    Tier {
        name: "General",
        price: Some("18000.00"),
        summary: "Several communities under one roof.",
        offers: &["Hubs for several communities", "A named contact", "A report each quarter"],
        early_look: false,
        quarterly_report: true,
    },
    Tier {
        name: "Premier",
        price: None,
        summary: "For institutions that shape what comes next with us.",
        offers: &["Everything in General", "An early look at drafts, with comments", "A yearly planning day"],
        early_look: true,
        quarterly_report: true,
    },
];

pub const NARRATIVES: &[Narrative] = &[
    Narrative {
        name: "Data close to compute",
        summary: "Large archives stay where they are, and the notebooks come to them.",
    },
    Narrative {
        name: "From classroom to field station",
        summary: "What is learned on a hub in the first year still works on the last expedition.",
    },
    Narrative {
        name: "Hubs that outlive a grant",
        summary: "Communities that keep their tools when a project ends, and know what that costs.",
    },
];

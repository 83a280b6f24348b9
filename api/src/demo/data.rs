//! The invented world. Names of people and organisations stand for nobody.

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

pub struct Organization {
    pub name: &'static str,
    /// Without one it is a funder.
    pub tier: Option<&'static str>,
    pub fiscal_month: u32,
    pub ceiling: Option<&'static str>,
    pub website: &'static str,
    pub profile: &'static str,
}

pub struct Person {
    pub email: &'static str,
    pub name: &'static str,
    pub staff: bool,
    pub admin: bool,
    /// Organisation, role, and a champion's limit.
    pub roles: &'static [(&'static str, &'static str, Option<&'static str>)],
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

pub const ORGANIZATIONS: &[Organization] = &[
    Organization {
        name: "Tidewater Ocean Data Commons",
        tier: Some("General"),
        fiscal_month: 7,
        ceiling: Some("40000.00"),
        website: "https://tidewater.example/",
        profile: "We keep sensors in **nine estuaries** and share what they say. Some four hundred people work on our hub in a week.",
    },
    Organization {
        name: "Cassava Systems Institute",
        tier: Some("Essential"),
        fiscal_month: 1,
        ceiling: Some("12000.00"),
        website: "https://cassava.example/",
        profile: "Crop science with growers, across three countries. Our models run where the fields are.",
    },
    Organization {
        name: "Sundial Astronomy Collaboration",
        tier: Some("Premier"),
        fiscal_month: 10,
        ceiling: Some("60000.00"),
        website: "https://sundial.example/",
        profile: "Forty groups, one sky survey. We analyse light curves *together*, in the open.",
    },
    Organization {
        name: "Northern Lichen Observatory",
        tier: Some("Essential"),
        fiscal_month: 4,
        ceiling: None,
        website: "https://lichen.example/",
        profile: "Slow organisms, long series: a century of plots, read again every summer.",
    },
    Organization {
        name: "Harbourline University",
        tier: Some("General"),
        fiscal_month: 7,
        ceiling: Some("50000.00"),
        website: "https://harbourline.example/",
        profile: "Teaching with notebooks in thirty courses a year, from first statistics to ocean physics.",
    },
    Organization {
        name: "Isla Verde Climate School",
        tier: Some("Essential"),
        fiscal_month: 1,
        ceiling: Some("9000.00"),
        website: "https://islaverde.example/",
        profile: "A school for people who will have to plan with the weather of 2060.",
    },
    Organization {
        name: "Quillfeather Foundation",
        tier: None,
        fiscal_month: 1,
        ceiling: Some("100000.00"),
        website: "https://quillfeather.example/",
        profile: "We fund tools that outlive grants.",
    },
    Organization {
        name: "Glasswing Genomics Network",
        tier: Some("General"),
        fiscal_month: 10,
        ceiling: Some("30000.00"),
        website: "https://glasswing.example/",
        profile: "Butterfly genomes, from field net to published tree, on one platform.",
    },
    Organization {
        name: "Saltmarsh Teaching Lab",
        tier: Some("Essential"),
        fiscal_month: 7,
        ceiling: Some("2500.00"),
        website: "https://saltmarsh.example/",
        profile: "Six people, two classes, and a small budget well spent.",
    },
    Organization {
        name: "Meridian Linguistics Archive",
        tier: Some("Essential"),
        fiscal_month: 4,
        ceiling: Some("7500.00"),
        website: "https://meridian.example/",
        profile: "Recordings of two hundred languages, and the notebooks that make them searchable.",
    },
    Organization {
        name: "Basalt Geophysics Consortium",
        tier: Some("Premier"),
        fiscal_month: 10,
        ceiling: Some("80000.00"),
        website: "https://basalt.example/",
        profile: "Seismic data of three oceans. We move a petabyte so that others need not.",
    },
    Organization {
        name: "Cloudberry Public Health Group",
        tier: Some("General"),
        fiscal_month: 1,
        ceiling: None,
        website: "https://cloudberry.example/",
        profile: "Models of how illness travels, kept in the open and checked by those who use them.",
    },
];

pub const PEOPLE: &[Person] = &[
    Person { email: "runa@cofund.example", name: "Runa Velthuis", staff: true, admin: true, roles: &[] },
    Person { email: "ivo@cofund.example", name: "Ivo Castellane", staff: true, admin: false, roles: &[] },
    Person {
        email: "maren@tidewater.example",
        name: "Maren Oduya",
        staff: false,
        admin: false,
        roles: &[("Tidewater Ocean Data Commons", "lead", None)],
    },
    Person {
        email: "teo@tidewater.example",
        name: "Teo Lindqvist",
        staff: false,
        admin: false,
        roles: &[("Tidewater Ocean Data Commons", "champion", Some("5000.00"))],
    },
    Person {
        email: "priya@tidewater.example",
        name: "Priya Santoro",
        staff: false,
        admin: false,
        roles: &[("Tidewater Ocean Data Commons", "finance", None)],
    },
    Person {
        email: "joss@tidewater.example",
        name: "Joss Abernaty",
        staff: false,
        admin: false,
        roles: &[("Tidewater Ocean Data Commons", "viewer", None)],
    },
    Person {
        email: "nadia@cassava.example",
        name: "Nadia Mwangale",
        staff: false,
        admin: false,
        roles: &[("Cassava Systems Institute", "lead", None)],
    },
    Person {
        email: "felix@sundial.example",
        name: "Felix Arunachal",
        staff: false,
        admin: false,
        roles: &[("Sundial Astronomy Collaboration", "lead", None)],
    },
    Person {
        email: "oona@sundial.example",
        name: "Oona Brisket",
        staff: false,
        admin: false,
        roles: &[("Sundial Astronomy Collaboration", "champion", Some("10000.00"))],
    },
    Person {
        email: "sif@lichen.example",
        name: "Sif Halvardsen",
        staff: false,
        admin: false,
        roles: &[("Northern Lichen Observatory", "lead", None)],
    },
    Person {
        email: "della@harbourline.example",
        name: "Della Quarrie",
        staff: false,
        admin: false,
        roles: &[("Harbourline University", "lead", None), ("Saltmarsh Teaching Lab", "viewer", None)],
    },
    Person {
        email: "benicio@islaverde.example",
        name: "Benicio Traval",
        staff: false,
        admin: false,
        roles: &[("Isla Verde Climate School", "lead", None)],
    },
    Person {
        email: "hester@quillfeather.example",
        name: "Hester Vane",
        staff: false,
        admin: false,
        roles: &[("Quillfeather Foundation", "lead", None)],
    },
    Person {
        email: "kaito@glasswing.example",
        name: "Kaito Fennimore",
        staff: false,
        admin: false,
        roles: &[("Glasswing Genomics Network", "lead", None)],
    },
    Person {
        email: "wren@saltmarsh.example",
        name: "Wren Okafor-Lunde",
        staff: false,
        admin: false,
        roles: &[("Saltmarsh Teaching Lab", "lead", None)],
    },
    Person {
        email: "ilse@meridian.example",
        name: "Ilse Tamahori",
        staff: false,
        admin: false,
        roles: &[("Meridian Linguistics Archive", "lead", None)],
    },
    Person {
        email: "ravi@basalt.example",
        name: "Ravi Steenkamp",
        staff: false,
        admin: false,
        roles: &[("Basalt Geophysics Consortium", "lead", None)],
    },
    Person {
        email: "lucia@cloudberry.example",
        name: "Lucía Bramwell",
        staff: false,
        admin: false,
        roles: &[("Cloudberry Public Health Group", "lead", None)],
    },
];

//! What happened to the invented projects in the year before the day of seeding, in the order in which it did.
//!
//! Always holds: all of it is in the past; whatever the day of seeding, each organisation stays below its ceiling even if
//! all of its pledges fall into one fiscal year; what is open closes weeks after that day.

use super::step::HowMuch::{Amount, Fraction, WhatRemains};
use super::step::{Act, NOBODY, Step, pledge, step};

const RUNA: &str = "runa@cofund.example";
const IVO: &str = "ivo@cofund.example";
const MAREN: &str = "maren@tidewater.example";
const TEO: &str = "teo@tidewater.example";
const NADIA: &str = "nadia@cassava.example";
const FELIX: &str = "felix@sundial.example";
const OONA: &str = "oona@sundial.example";
const SIF: &str = "sif@lichen.example";
const DELLA: &str = "della@harbourline.example";
const BENICIO: &str = "benicio@islaverde.example";
const HESTER: &str = "hester@quillfeather.example";
const KAITO: &str = "kaito@glasswing.example";
const WREN: &str = "wren@saltmarsh.example";
const ILSE: &str = "ilse@meridian.example";
const RAVI: &str = "ravi@basalt.example";
const LUCIA: &str = "lucia@cloudberry.example";

const TIDEWATER: &str = "tidewater-ocean-data-commons";
const CASSAVA: &str = "cassava-systems-institute";
const SUNDIAL: &str = "sundial-astronomy-collaboration";
const LICHEN: &str = "northern-lichen-observatory";
const HARBOURLINE: &str = "harbourline-university";
const ISLA_VERDE: &str = "isla-verde-climate-school";
const QUILLFEATHER: &str = "quillfeather-foundation";
const GLASSWING: &str = "glasswing-genomics-network";
const SALTMARSH: &str = "saltmarsh-teaching-lab";
const MERIDIAN: &str = "meridian-linguistics-archive";
const BASALT: &str = "basalt-geophysics-consortium";
const CLOUDBERRY: &str = "cloudberry-public-health-group";

/// Done; two who hid are named in its list.
const FOLDERS: &str = "group-folders";
/// In flight, with a gap that somebody left who had not signed.
const RESTARTS: &str = "restarts-that-explain-themselves";
/// Funded by one alone, and next in the queue.
const CITATIONS: &str = "cite-a-dataset";
/// A covered coalition, in which shares fall with each who joins.
const ANY_CLOUD: &str = "same-hub-any-cloud";
/// A coalition that 5000.00 from anybody would wake and cover.
const FAIR_QUEUE: &str = "fair-queue-for-scarce-processors";
/// Missed once, extended, open again; a request waits for its lead.
const LESSONS: &str = "lessons-that-travel";
/// Missed some days ago.
const REPORTS: &str = "reports-that-watch-nobody";
/// Closed.
const CLIPBOARD: &str = "paste-into-remote-desktops";
/// A candidate: it takes no money, so all it can have is support.
const SLEEPING_HUBS: &str = "hubs-that-sleep";
/// A draft.
const COOLING_STORAGE: &str = "storage-that-cools-down";

pub const STORY: &[Step] = &[
    step(-350, IVO, FOLDERS, Act::Write { pledge_by: Some(-250) }),
    step(-346, IVO, FOLDERS, Act::Publish("candidate")),
    step(-338, RUNA, FOLDERS, Act::Publish("open")),
    step(-330, DELLA, FOLDERS, pledge(HARBOURLINE, Amount("10000.00")).noting("Thirty courses wait for this.").made()),
    step(-322, MAREN, FOLDERS, pledge(TIDEWATER, Fraction("1/4")).made()),
    step(-320, RUNA, CLIPBOARD, Act::Write { pledge_by: Some(-200) }),
    step(-312, RUNA, CLIPBOARD, Act::Publish("open")),
    step(-310, BENICIO, FOLDERS, pledge(ISLA_VERDE, Amount("3500.00")).seen_as("name_only").made()),
    step(-305, TEO, CLIPBOARD, pledge(TIDEWATER, Amount("2500.00")).made()),
    step(-301, ILSE, FOLDERS, pledge(MERIDIAN, Amount("2500.00")).seen_as("name_only").made()),
    step(-300, IVO, RESTARTS, Act::Write { pledge_by: Some(-150) }),
    step(-296, BENICIO, CLIPBOARD, pledge(ISLA_VERDE, Amount("1500.00")).made()),
    step(-294, IVO, RESTARTS, Act::Publish("candidate")),
    step(-290, WREN, FOLDERS, pledge(SALTMARSH, Amount("1000.00")).noting("A small part, gladly.").made()),
    step(-281, NADIA, FOLDERS, pledge(CASSAVA, WhatRemains).noting("The last stretch is on us.").made()),
    step(-280, RUNA, FOLDERS, Act::Queue(1)),
    step(-280, ILSE, CLIPBOARD, pledge(MERIDIAN, Amount("1000.00")).made()),
    step(-274, IVO, FOLDERS, Act::Sign { organization: HARBOURLINE, reference: "CF-0001" }),
    step(-270, IVO, FOLDERS, Act::Sign { organization: TIDEWATER, reference: "CF-0002" }),
    step(-270, RUNA, RESTARTS, Act::Publish("open")),
    step(-262, IVO, FOLDERS, Act::Sign { organization: ISLA_VERDE, reference: "CF-0003" }),
    step(
        -262,
        RAVI,
        RESTARTS,
        pledge(BASALT, Amount("20000.00")).over(&["1/2", "1/2"]).noting("Half this year, half the next.").made(),
    ),
    step(-258, IVO, FOLDERS, Act::Sign { organization: MERIDIAN, reference: "CF-0004" }),
    step(-255, IVO, FOLDERS, Act::Sign { organization: SALTMARSH, reference: "CF-0005" }),
    step(-255, OONA, RESTARTS, pledge(SUNDIAL, Amount("14000.00")).noting("Our nights end in these.").made()),
    step(-252, FELIX, RESTARTS, Act::Approve { organization: SUNDIAL, amount: "12000.00" }),
    step(-251, IVO, FOLDERS, Act::Sign { organization: CASSAVA, reference: "CF-0006" }),
    step(-245, IVO, FOLDERS, Act::Deliver { to: "in_flight", note: "Kick-off with all six communities." }),
    step(
        -240,
        RUNA,
        CLIPBOARD,
        Act::Close {
            reason: "upstream_rejected",
            note: "The project that keeps the protocol prefers to wait for a browser standard, and we follow it.",
        },
    ),
    step(-231, KAITO, RESTARTS, pledge(GLASSWING, Amount("12000.00")).made()),
    step(-210, LUCIA, RESTARTS, pledge(CLOUDBERRY, Amount("10000.00")).seen_as("anonymous").made()),
    step(-190, DELLA, RESTARTS, pledge(HARBOURLINE, Amount("8000.00")).made()),
    step(-170, IVO, LESSONS, Act::Write { pledge_by: Some(-40) }),
    step(-160, IVO, FOLDERS, Act::Deliver { to: "done", note: "On every hub, and upstream." }),
    step(-160, IVO, LESSONS, Act::Publish("open")),
    step(-150, DELLA, LESSONS, pledge(HARBOURLINE, Fraction("1/3")).noting("We bring four lessons along.").made()),
    step(-149, NOBODY, RESTARTS, Act::DatePasses),
    step(-140, RUNA, ANY_CLOUD, Act::Write { pledge_by: Some(38) }),
    step(-136, RUNA, ANY_CLOUD, Act::Publish("candidate")),
    step(-135, IVO, RESTARTS, Act::Sign { organization: BASALT, reference: "CF-0007" }),
    step(-130, RUNA, CITATIONS, Act::Write { pledge_by: Some(-30) }),
    step(-128, IVO, RESTARTS, Act::Sign { organization: SUNDIAL, reference: "CF-0008" }),
    step(-128, NADIA, LESSONS, pledge(CASSAVA, Amount("4000.00")).made()),
    step(-120, RUNA, CITATIONS, Act::Publish("open")),
    step(-120, IVO, RESTARTS, Act::Sign { organization: GLASSWING, reference: "CF-0009" }),
    step(-112, IVO, RESTARTS, Act::Sign { organization: CLOUDBERRY, reference: "CF-0010" }),
    step(-110, IVO, FAIR_QUEUE, Act::Write { pledge_by: Some(63) }),
    step(-105, RUNA, ANY_CLOUD, Act::Publish("open")),
    step(-100, RUNA, REPORTS, Act::Write { pledge_by: Some(-6) }),
    step(-100, IVO, RESTARTS, Act::Deliver { to: "in_flight", note: "The first twelve causes are being recorded." }),
    step(-98, RAVI, ANY_CLOUD, pledge(BASALT, Amount("25000.00")).noting("Our archive has two homes.").made()),
    step(-96, HESTER, CITATIONS, pledge(QUILLFEATHER, Amount("6000.00")).noting("Whoever is cited is kept.").made()),
    step(-95, RUNA, REPORTS, Act::Publish("open")),
    step(-95, RUNA, CITATIONS, Act::Queue(1)),
    step(-90, ILSE, LESSONS, pledge(MERIDIAN, Amount("3000.00")).made()),
    step(-90, IVO, FAIR_QUEUE, Act::Publish("open")),
    step(-84, RAVI, FAIR_QUEUE, pledge(BASALT, Amount("20000.00")).made()),
    step(-80, FELIX, ANY_CLOUD, pledge(SUNDIAL, Amount("20000.00")).made()),
    step(-77, KAITO, REPORTS, pledge(GLASSWING, Amount("5000.00")).made()),
    step(-70, MAREN, FAIR_QUEUE, pledge(TIDEWATER, Amount("14000.00")).made()),
    step(-66, HESTER, ANY_CLOUD, pledge(QUILLFEATHER, Amount("15000.00")).noting("Nobody should be tied.").made()),
    step(
        -62,
        FELIX,
        FAIR_QUEUE,
        pledge(SUNDIAL, Amount("25000.00")).if_all_reach("98000.00").noting("All of it, or not yet.").made(),
    ),
    step(-60, IVO, SLEEPING_HUBS, Act::Write { pledge_by: None }),
    step(
        -58,
        DELLA,
        RESTARTS,
        Act::Withdraw { organization: HARBOURLINE, reason: "Our faculty has frozen what is not signed." },
    ),
    step(-55, IVO, SLEEPING_HUBS, Act::Publish("candidate")),
    // Whoever supports the candidate does so between here and today.
    step(-52, LUCIA, REPORTS, pledge(CLOUDBERRY, Amount("3000.00")).made()),
    step(-50, RAVI, FAIR_QUEUE, Act::Raise { organization: BASALT, to: "25000.00" }),
    step(-44, MAREN, ANY_CLOUD, pledge(TIDEWATER, Amount("10000.00")).made()),
    step(
        -41,
        HESTER,
        FAIR_QUEUE,
        pledge(QUILLFEATHER, Amount("25000.00")).if_others(5).noting("We follow five communities.").made(),
    ),
    step(-39, NOBODY, LESSONS, Act::DatePasses),
    step(
        -33,
        IVO,
        LESSONS,
        Act::Extend { pledge_by: 47, reason: "Two communities decide about it after their term has begun." },
    ),
    step(-29, BENICIO, REPORTS, pledge(ISLA_VERDE, Amount("2000.00")).made()),
    step(-25, KAITO, ANY_CLOUD, pledge(GLASSWING, Amount("8000.00")).made()),
    step(-21, WREN, LESSONS, pledge(SALTMARSH, Amount("1500.00")).noting("All we have left this year.").made()),
    step(-15, SIF, FAIR_QUEUE, pledge(LICHEN, Amount("4000.00")).made()),
    step(-12, SIF, LESSONS, pledge(LICHEN, Amount("2500.00")).seen_as("anonymous").made()),
    step(-9, IVO, COOLING_STORAGE, Act::Write { pledge_by: None }),
    step(-8, LUCIA, ANY_CLOUD, pledge(CLOUDBERRY, Amount("5000.00")).seen_as("name_only").made()),
    step(-5, NOBODY, REPORTS, Act::DatePasses),
    step(-4, TEO, LESSONS, pledge(TIDEWATER, Amount("8000.00")).noting("Our summer school would use it.").made()),
];

//! What did not come about: a project that missed its date some days ago, and one that was closed.

use super::{Deliverable, Price, Project};

pub const REPORTS: Project = Project {
    slug: "reports-that-watch-nobody",
    title: "Usage reports that watch nobody",
    summary: "What a hub is used for, month by month, in numbers too coarse to be about any one person.",
    theme: "analytics",
    narratives: &["Hubs that outlive a grant"],
    mode: "fixed",
    price: Price::Firm("18000.00"),
    minimum: "1000.00",
    hours: 120,
    time_zone: "Europe/Lisbon",
    problem: "Every community has to say each year what its hub was good for, and to whom. The numbers it can get are either \
              too poor, such as how many accounts there are, or far too rich: logs that show who worked when, on what, and \
              until how late. Leaders who care about their people's trust ask us not to collect those, and then write \
              their report from memory.",
    solution: "A monthly report for each hub: how many people worked on it in a week, in which kinds of environments, for how \
               long at a time, and what it cost for each of them, always rounded and never for fewer than ten people. The \
               report says how each number was made. Leaders get it as a page, a table and three charts they can paste, \
               and anybody who uses the hub may read it too.",
    implementation: "Counting happens inside the hub, in counters that are rounded before they are stored; no event about a \
                     person is written anywhere. We add noise by a published rule where groups are small, and let two \
                     people from outside try to find somebody in a month of data before the first report goes out. \
                     Charts are drawn from the table, so that both always agree, and every hub keeps its own.",
    fit: "Web analytics follow visitors, and cluster dashboards follow machines. Reports to a funder need neither; they need a \
          few honest numbers that stay comparable for years, and a description that others can adopt.",
    research: "Communities that can show what they are used for keep their hub; those that study how research software spreads \
               get figures to work with.",
    deliverables: &[
        Deliverable {
            title: "Counters that round first",
            done_when: "Two outsiders have tried to find a person in them, and say in public that they failed.",
            hours: (45, 60),
        },
        Deliverable {
            title: "The monthly report",
            done_when: "Six hubs have had three reports each, and used one in a real application.",
            hours: (35, 50),
        },
    ],
    links: &[("upstream", "https://example.org/hub-core/issues/2450"), ("other", "https://example.org/notes/counting")],
};

pub const CLIPBOARD: Project = Project {
    slug: "paste-into-remote-desktops",
    title: "Paste into remote desktops",
    summary: "Text and pictures go both ways between a notebook page and a desktop that runs on the hub.",
    theme: "3rd-party-integration",
    narratives: &[],
    mode: "fixed",
    price: Price::Firm("12500.00"),
    minimum: "500.00",
    hours: 85,
    time_zone: "America/New_York",
    problem: "Some instruments come with programs that only run on a desktop, so hubs offer one inside the browser. What is \
              copied there stays there: coordinates are typed over by hand, figures are saved, downloaded and uploaded \
              again. In a class of thirty this is the question that is asked most often, and the detour costs every \
              person several minutes for each figure they want to keep.",
    solution: "The desktop's clipboard and the browser's become one for the person who uses both. Text goes across as soon as \
               the page has been allowed to, pictures after a click, and a size limit keeps accidents small. Communities \
               that handle sensitive data can allow one direction only, or none at all, and the page shows which it is \
               before anybody is surprised by it.",
    implementation: "The component that draws the desktop in the browser knows about text already and drops the rest. We \
                     extend its protocol by pictures, with the permission prompts that browsers ask for, and offer that \
                     upstream before we ship it. Our own part is a setting for each hub, a small indicator on the page, \
                     and tests in three browsers, because permissions differ in each of them and change twice a year.",
    fit: "The protocol is kept by a volunteer project that many services build on. The only sensible place for this is there; \
          a private variant would be cheap today and expensive at each of their releases.",
    research: "Microscopists and geologists who measure on a desktop and compute in a notebook can keep a figure with the \
               numbers it came from.",
    deliverables: &[Deliverable {
        title: "Pictures both ways",
        done_when: "The upstream project has released it, and it works in three browsers.",
        hours: (55, 80),
    }],
    links: &[("upstream", "https://example.org/browser-desktop/issues/901")],
};

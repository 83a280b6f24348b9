//! What takes no money yet: a candidate, and a draft that only staff and those with an early look see.

use super::{Deliverable, Price, Project};

pub const SLEEPING_HUBS: Project = Project {
    slug: "hubs-that-sleep",
    title: "Hubs that sleep when nobody is there",
    summary: "A hub without people shrinks to almost nothing, and is awake again before they notice.",
    theme: "cost-mitigation",
    narratives: &["Hubs that outlive a grant"],
    mode: "shared",
    price: Price::Between("28000.00", "45000.00"),
    minimum: "1000.00",
    hours: 240,
    time_zone: "UTC",
    problem: "Servers stop when their owners go home; what runs beside them does not. A hub for a class that meets on Tuesdays \
              keeps three machines busy for a week of waiting, and through the summer. For small communities this is more \
              than half of the bill, and the first thing they ask when they see it. Switching it off by hand saves the \
              money until the day somebody forgets to switch it on.",
    solution: "After an hour without anybody, everything but a doorkeeper of a few megabytes is put to sleep. Whoever opens the \
               hub's address wakes it and sees, within two minutes, a page that says so and counts down. Hubs with a \
               timetable are awake ten minutes early. Leaders see what sleeping has saved, and can keep a hub awake for a \
               week with one switch when a deadline is near.",
    implementation: "The doorkeeper is a small proxy shared by all hubs of a cluster, which is the one thing that always runs. \
                     It starts the rest in the right order and holds requests until the hub answers. The hard part is what \
                     expects to be awake: certificates, backups and monitoring each need an hour of their own at night. We \
                     begin on four hubs of our own and publish the bill from before and after.",
    fit: "Scaling to nothing is common for web services that keep no state. Hubs do keep some, and people notice; so the \
          general tools stop short of them. What we add is the order of waking, and a page that is honest about it.",
    research: "Money that goes into idle machines today pays for storage and support of communities that could not afford a \
               hub of their own.",
    deliverables: &[
        Deliverable {
            title: "The doorkeeper",
            done_when: "Four hubs have slept every night for a month, and nobody waited longer than two minutes.",
            hours: (120, 160),
        },
        Deliverable {
            title: "Timetables and the switch",
            done_when: "A teacher's hub is awake before each lesson of a term.",
            hours: (50, 70),
        },
    ],
    links: &[
        ("upstream", "https://example.org/hub-core/issues/1975"),
        ("other", "https://example.org/notes/idle-bill"),
    ],
};

pub const COOLING_STORAGE: Project = Project {
    slug: "storage-that-cools-down",
    title: "Storage that cools down by itself",
    summary: "Files that nobody opened for a season move to cheaper storage, and come back when they are wanted.",
    theme: "resource-management",
    narratives: &["Data close to compute"],
    mode: "fixed",
    price: Price::Firm("14500.00"),
    minimum: "500.00",
    hours: 100,
    time_zone: "UTC",
    problem: "Home folders grow and are never tidied, because tidying is nobody's job and deleting is a risk. On the hubs we \
              measured, four files of five had not been opened for half a year, and all of them lay on the fastest storage \
              there is. Quotas only move the trouble: people buy a disk for their desk, and the data is no longer where \
              the computing happens, or in any backup.",
    solution: "Files that nobody opened for ninety days are moved to storage that costs a tenth, by night. Their names stay \
               where they were, marked with a small sign, and opening one brings it back within seconds to minutes, with a \
               line that says so. A folder can be pinned to stay fast. Nothing is ever deleted, and what each person's \
               storage costs is shown to that person.",
    implementation: "We compare two file systems that do this below the hub with a simple mover above it, on copies of real \
                     folders, and take the one that survives being interrupted. The mover keeps a list that is enough to \
                     restore everything without it. Recalling many small files at once is the known weak point, so these \
                     are packed together first. The measurements and the choice are published before anything is moved.",
    fit: "Archives in computing centres have worked like this for decades, with tape. The building blocks exist for cloud \
          storage as well, but not for home folders of people who do not know that they are there.",
    research: "Long series stay beside the notebooks that read them once a year, instead of on a disk in somebody's drawer.",
    deliverables: &[Deliverable {
        title: "A mover that can be trusted",
        done_when: "It was interrupted a thousand times in a test, and every file was where it should be.",
        hours: (60, 85),
    }],
    links: &[("other", "https://example.org/data/cold-files")],
};

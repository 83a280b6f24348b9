//! What was paid for: one project that is done, one that is being built, one that waits for its turn.

use super::{Deliverable, Price, Project};

pub const GROUP_FOLDERS: Project = Project {
    slug: "group-folders",
    title: "Group folders that follow group membership",
    summary: "Join a group and its folder is there; leave it and the folder is gone, with no ticket in between.",
    theme: "access-control",
    narratives: &["From classroom to field station"],
    mode: "fixed",
    price: Price::Firm("24000.00"),
    minimum: "500.00",
    hours: 160,
    time_zone: "America/New_York",
    problem: "People on a hub work in groups: a course and its assistants, a cruise and its shore party, a lab with three \
              guests for the summer. Today each shared folder is made by hand, from a mail to our support desk, and it \
              stays as it was made. New members wait two days to see the data, and people who left a year ago can still \
              write to it. Teachers work around this by copying everything into thirty home folders.",
    solution: "Every group that a community keeps in its own directory gets a folder on its hub. Membership is read each \
               time a server starts, so whoever joined this morning sees the folder this morning. Group owners choose \
               whether members may write or only read, and can hand in a subfolder as finished, after which it is \
               read-only for all. Nothing is deleted when a group ends: its folder is parked where its owner finds it.",
    implementation: "We add a small service beside the hub that translates directory groups into mounts, with a cache that \
                     survives an outage of the directory. File permissions are set by group id instead of by person, and \
                     a one-time migration moves the existing hand-made folders over, community by community, with a dry \
                     run that prints what would change. The rules are covered by tests that start real servers, since \
                     mistakes here are leaks.",
    fit: "Hubs know about groups already, and storage drivers know about permissions; what is missing is the piece between \
          them. It is written as an extension that any deployment can switch on, and offered upstream from the first week.",
    research: "Field teams who share raw instrument data on the day it is recorded; classes in which forty people analyse \
               one dataset together rather than forty copies of it.",
    deliverables: &[
        Deliverable {
            title: "Folders from directory groups",
            done_when: "A member added to a group sees its folder at the next server start, on three hubs in daily use.",
            hours: (60, 80),
        },
        Deliverable {
            title: "Migration of hand-made folders",
            done_when: "No folder on any hub is kept up by hand, and each community has seen the list of changes first.",
            hours: (30, 45),
        },
        Deliverable {
            title: "A page for group owners",
            done_when: "An owner makes a folder read-only, and finds a parked one, without asking us.",
            hours: (25, 35),
        },
    ],
    links: &[
        ("upstream", "https://example.org/hub-extensions/issues/118"),
        ("statement_of_work", "https://example.org/statements/group-folders"),
    ],
};

pub const RESTARTS: Project = Project {
    slug: "restarts-that-explain-themselves",
    title: "Restarts that explain themselves",
    summary: "When a server dies, its owner reads in one sentence why, and what to do so that it does not happen again.",
    theme: "platform-resilience",
    narratives: &["Data close to compute"],
    mode: "shared",
    price: Price::Firm("52000.00"),
    minimum: "2000.00",
    hours: 340,
    time_zone: "Europe/Lisbon",
    problem: "A notebook that asks for more memory than it was given simply stops. The page says that the kernel died and \
              offers to start it again, and an hour later it dies in the same cell. Behind that one message are a dozen \
              causes, from a full disk to a machine the provider took back, and only an engineer with access to the \
              cluster can tell them apart. It is the most frequent question we are asked, and the least satisfying to \
              answer.",
    solution: "Each time a server or a kernel ends, the hub works out the cause from what the cluster knows and keeps it as a \
               plain sentence: how much memory was asked for and allowed, which file filled the disk, when the machine went \
               away. The person sees it where the failure was, with one suggestion that fits. Community leaders see \
               counts by cause for the last month, and never whose servers they were.",
    implementation: "A watcher subscribes to the cluster's events and joins them with the state of each server, keeping the \
                     last hundred endings for a week. Causes are told apart by a table of rules with a recorded example \
                     for each, so that adding one is a small change with a test. The message reaches the notebook page \
                     through an extension that degrades to a plain link on older versions. Texts are translated into the \
                     languages our hubs are used in.",
    fit: "Monitoring tools explain machines to operators; nothing explains a lost hour to a researcher. We build on the events \
          clusters publish already, so no agent is added to anybody's server and no new data leaves the hub.",
    research: "Seismologists who process a year of waveforms overnight learn at breakfast which station's file was too large, \
               rather than that something went wrong.",
    deliverables: &[
        Deliverable {
            title: "Causes of the twelve most frequent endings",
            done_when: "Of a hundred recorded failures, ninety-five are named correctly and none wrongly.",
            hours: (110, 150),
        },
        Deliverable {
            title: "The message where it happened",
            done_when: "Somebody whose kernel ran out of memory reads how much it wanted, on the page that lost it.",
            hours: (80, 110),
        },
        Deliverable {
            title: "Monthly counts for leaders",
            done_when: "A leader sees causes by month for their hub, with small numbers withheld.",
            hours: (40, 60),
        },
    ],
    links: &[
        ("upstream", "https://example.org/hub-core/issues/2291"),
        ("statement_of_work", "https://example.org/statements/restarts"),
        ("other", "https://example.org/notes/why-kernels-die"),
    ],
};

pub const CITATIONS: Project = Project {
    slug: "cite-a-dataset",
    title: "Cite a dataset from the notebook that used it",
    summary: "A button that collects every dataset a notebook opened, and writes the references for the paper.",
    theme: "3rd-party-integration",
    narratives: &["Hubs that outlive a grant"],
    mode: "fixed",
    price: Price::Firm("6000.00"),
    minimum: "500.00",
    hours: 45,
    time_zone: "UTC",
    problem: "Archives ask to be cited, funders count citations, and authors mean to comply. But at the time of writing, the \
              notebook that made the figure lists file names and addresses rather than identifiers, and finding the right \
              reference for each takes an afternoon nobody has. So papers thank an archive in passing, the archive cannot \
              show what it is used for, and next year's budget is harder to defend.",
    solution: "The notebook page gets a button that lists the datasets this notebook has opened, looks up the persistent \
               identifier of each with the archive it came from, and writes a reference list in the usual formats. Where \
               an archive knows no identifier the list says so, with whom to ask. Authors can correct an entry, and the \
               correction is kept beside the notebook, so that the next export has it too.",
    implementation: "We extend the data catalogue drivers our hubs ship with so that they note what was opened, in the \
                     notebook's own metadata and nowhere else. A small library maps addresses to identifiers using the \
                     archives' public look-up services, with answers cached for a month. The button is a page extension \
                     of about four hundred lines, and the library is usable without it, from a script or a build of a \
                     book.",
    fit: "Reference managers begin with a paper, and catalogues with a search; this begins with the code that ran. It uses the \
          identifiers and formats both sides have agreed on long ago, and adds none.",
    research: "Syntheses that draw on dozens of archives can credit each of them, down to the version that was read.",
    deliverables: &[
        Deliverable {
            title: "A library from addresses to references",
            done_when: "Nine of ten datasets in our example notebooks get the reference their archive asks for.",
            hours: (18, 25),
        },
        Deliverable {
            title: "The button",
            done_when: "It is on every hub by default, and a leader can switch it off.",
            hours: (12, 18),
        },
    ],
    links: &[("upstream", "https://example.org/catalogue-drivers/issues/57")],
};

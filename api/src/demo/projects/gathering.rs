//! What takes pledges: a coalition that is covered, one that is a small pledge away, and a project that got more time.

use super::{Deliverable, Price, Project};

pub const ANY_CLOUD: Project = Project {
    slug: "same-hub-any-cloud",
    title: "The same hub on any cloud",
    summary: "One description of a hub that gives the same hub on four providers, checked every night.",
    theme: "multi-cloud-support",
    narratives: &["Data close to compute", "Hubs that outlive a grant"],
    mode: "shared",
    price: Price::Firm("50000.00"),
    minimum: "2500.00",
    hours: 320,
    time_zone: "America/Los_Angeles",
    problem: "A community chooses a provider once, usually because a grant came with credits there. When the credits end, or \
              the data it needs turns out to live with somebody else, moving its hub takes us five to eight weeks of \
              rewriting: storage classes, network rules, machine names and sign-in all differ a little. Most communities \
              do not move, and pay more than they need to, or carry terabytes across for every analysis.",
    solution: "A hub is described once, in terms that belong to no provider: so much memory for each kind of server, this \
               much storage of that speed, these people. A layer below translates it for four providers, and tells in \
               advance what cannot be had on one of them. Moving becomes a rehearsed procedure of one weekend, with home \
               folders copied beforehand and a way back until the Monday.",
    implementation: "We take the differences out of our deployment code into one module for each provider, with the same \
                     interface and the same suite of tests. Each night a bare hub is made on every provider, used by a \
                     script that behaves like a class of twenty, and removed again; the bill for it is part of this \
                     project. Two communities that want to move anyway do so as the final test, and their questions \
                     become the guide.",
    fit: "Tools that make clusters portable exist and we use them. They stop at the cluster's edge, where a hub begins: home \
          folders, images, sign-in and quotas. That part is what we describe here, in the open, for others to run.",
    research: "Ocean and sky archives that sit with different providers can be analysed where they are, by one community, \
               with one way of working.",
    deliverables: &[
        Deliverable {
            title: "One description, four providers",
            done_when: "The nightly check is green on all four for thirty nights in a row.",
            hours: (140, 180),
        },
        Deliverable {
            title: "A rehearsed move",
            done_when: "Two communities have moved in a weekend each, and lost no file.",
            hours: (70, 95),
        },
        Deliverable {
            title: "A guide to choosing",
            done_when: "A leader can compare what their hub would cost on each provider from one page.",
            hours: (25, 40),
        },
    ],
    links: &[
        ("upstream", "https://example.org/hub-deployments/issues/640"),
        ("statement_of_work", "https://example.org/statements/any-cloud"),
    ],
};

pub const FAIR_QUEUE: Project = Project {
    slug: "fair-queue-for-scarce-processors",
    title: "A fair queue for scarce processors",
    summary: "Graphics processors are booked, shared in slices and given back, instead of being held by whoever came first.",
    theme: "resource-management",
    narratives: &["Data close to compute"],
    mode: "shared",
    price: Price::Firm("98000.00"),
    minimum: "1000.00",
    hours: 620,
    time_zone: "UTC",
    problem: "A hub that offers graphics processors has two or four of them, and thirty people who need one this week. Whoever \
              starts a server first keeps it until they remember to stop it. Measured over three months on two hubs, the \
              processors were held for nine hours of every ten and computing in fewer than two. Newcomers learn to start \
              a server before breakfast just in case, which makes everything worse for all the others.",
    solution: "A server starts on an ordinary machine, always at once. When a cell needs a processor it asks for a slice, and \
               joins a queue whose length and order everybody can see. Slices are given for a time and returned when the \
               cell ends. A teacher can book a block of them for a lesson, and a community can decide in a few plain \
               rules who goes first, with a weekly allowance for each person.",
    implementation: "We put a broker between notebooks and a pool of processors, based on a scheduler that has proven itself \
                     in computing centres, and a kernel extension that moves the work there and its results back. \
                     Slicing uses what the hardware offers, and falls back to whole devices. The rules are simulated on \
                     the recorded demand of two hubs before anybody meets them, and the results of the simulation are \
                     published with the design. Bookings are kept in a calendar that others can subscribe to.",
    fit: "Batch schedulers serve people who write job scripts; hubs serve people who write cells. This connects the two and \
          replaces neither, so a centre that runs a scheduler already can plug it in as the pool.",
    research: "Groups that train small models on images of lichens, light curves or cells get an hour a day each, rather than \
               one of them getting a month.",
    deliverables: &[
        Deliverable {
            title: "A simulation on recorded demand",
            done_when: "Three sets of rules are compared in public, on waiting times and idle hours.",
            hours: (80, 110),
        },
        Deliverable {
            title: "The broker and the pool",
            done_when: "On two hubs processors compute for more than half of the hours they are held.",
            hours: (260, 340),
        },
        Deliverable {
            title: "Bookings and allowances",
            done_when: "A teacher books eight slices for a lesson, and they are there.",
            hours: (110, 150),
        },
    ],
    links: &[
        ("upstream", "https://example.org/kernel-gateways/issues/312"),
        ("statement_of_work", "https://example.org/statements/fair-queue"),
        ("other", "https://example.org/data/idle-processors"),
    ],
};

pub const LESSONS: Project = Project {
    slug: "lessons-that-travel",
    title: "Lessons that travel between hubs",
    summary: "A teacher publishes a lesson once; any hub opens it with its data and its environment, and can give back.",
    theme: "knowledge-sharing",
    narratives: &["From classroom to field station"],
    mode: "fixed",
    price: Price::Firm("36000.00"),
    minimum: "1000.00",
    hours: 230,
    time_zone: "America/Los_Angeles",
    problem: "Good lessons are written in one community and needed in twenty. They are passed on as a folder of notebooks in a \
              mail, without the packages they were written for and with paths to data that only exists at home. Whoever \
              receives one spends a day repairing it, and the repairs never find their way back. After two years there \
              are nine versions of the same introduction, each with a different error in its third exercise.",
    solution: "A lesson becomes a package: notebooks, a list of what they need, where the data comes from and how long each \
               part takes. A shared shelf shows what there is, who taught it last, and whether it still runs, since every \
               lesson is tried each month on the environments of the hubs that use it. Opening one takes a click. \
               Improvements are proposed back to its author from the same page, without knowing any other tool.",
    implementation: "We agree on a small format with four teaching communities, reusing the files authors have already, and \
                     write a checker that names what is missing in words a teacher uses. The shelf is a static site built \
                     from public repositories, so that it costs next to nothing to keep. Opening a lesson uses the link \
                     mechanism hubs have; the monthly trial runs on idle capacity at night. Ten lessons are converted \
                     together with their authors.",
    fit: "Repositories hold files and teaching platforms hold students. Between them nothing knows whether a lesson still runs \
          on this hub, with these packages, this term. The format adds two small files to a repository and asks no more.",
    research: "Methods move as fast as the lessons that teach them: a summer school's material is usable at the field station \
               in the same season.",
    deliverables: &[
        Deliverable {
            title: "The format and its checker",
            done_when: "Four communities have agreed to it, and ten lessons pass.",
            hours: (60, 80),
        },
        Deliverable {
            title: "The shelf",
            done_when: "Anybody finds a lesson by subject and length, and sees when it last ran and where.",
            hours: (55, 75),
        },
        Deliverable {
            title: "Giving back",
            done_when: "An author has accepted improvements from three other hubs.",
            hours: (50, 70),
        },
    ],
    links: &[
        ("upstream", "https://example.org/lesson-format/issues/4"),
        ("other", "https://example.org/lessons/survey"),
    ],
};

//! The orders in which projects can be listed.

use crate::kernel::words;

words! {
    ProjectSort, "An order", {
        Newest = "newest",
        ClosingSoon = "closing_soon",
        MostFunded = "most_funded",
        AlmostThere = "almost_there",
        Queue = "queue",
    }
}

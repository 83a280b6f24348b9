//! Closed vocabularies: what a value may be, in the words of the wire and of the database.

macro_rules! words {
    ($($(#[$doc:meta])* $name:ident, $what:literal, { $($(#[$word_doc:meta])* $variant:ident = $word:literal,)+ })+) => {$(
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
        pub enum $name {
            $($(#[$word_doc])* $variant,)+
        }

        impl $name {
            pub const ALL: &[Self] = &[$(Self::$variant),+];

            pub fn as_str(self) -> &'static str {
                match self { $(Self::$variant => $word,)+ }
            }

            pub fn parse(text: &str) -> Result<Self, crate::kernel::Invalid> {
                match text {
                    $($word => Ok(Self::$variant),)+
                    _ => Err(crate::kernel::Invalid::malformed(format!(
                        "{} is one of {}.", $what, [$($word),+].join(", ")
                    ))),
                }
            }
        }

        impl serde::Serialize for $name {
            fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.serialize_str(self.as_str())
            }
        }

        // Derived, the contract would list the names of Rust's variants.
        impl utoipa::PartialSchema for $name {
            fn schema() -> utoipa::openapi::RefOr<utoipa::openapi::schema::Schema> {
                utoipa::openapi::schema::ObjectBuilder::new()
                    .schema_type(utoipa::openapi::schema::Type::String)
                    .enum_values(Some([$($word),+]))
                    .into()
            }
        }

        impl utoipa::ToSchema for $name {}
    )+};
}

pub(crate) use words;

words! {
    /// Where a project stands with its money.
    Funding, "A funding state", {
        Draft = "draft",
        /// Public; gathers support, takes no money.
        Candidate = "candidate",
        Open = "open",
        /// The date passed below the goal; staff may still extend it.
        Missed = "missed",
        /// A fact with a date, never undone.
        Funded = "funded",
        Closed = "closed",
    }

    /// Where the work stands, once it is paid for.
    Delivery, "A delivery state", {
        NotStarted = "not_started",
        InFlight = "in_flight",
        Done = "done",
    }

    /// How pledges count.
    Mode, "A mode", {
        /// As they are, first come first served, up to the goal.
        Fixed = "fixed",
        /// As ceilings: who joins lowers everybody's share.
        Shared = "shared",
    }

    /// Whom a project changes something for.
    ProjectVisibility, "A visibility", {
        UserVisible = "user_visible",
        Internal = "internal",
    }

    CloseReason, "A reason to close", {
        Withdrawn = "withdrawn",
        Superseded = "superseded",
        Declined = "declined",
        NotFunded = "not_funded",
        FundedElsewhere = "funded_elsewhere",
        UpstreamRejected = "upstream_rejected",
        Other = "other",
    }

    LinkKind, "A kind of link", {
        Upstream = "upstream",
        StatementOfWork = "statement_of_work",
        Other = "other",
    }

    /// Who may know whose a pledge is. Ordered: it only ever becomes wider.
    Visibility, "A visibility", {
        /// "An institution", for good.
        Anonymous = "anonymous",
        /// Its name in a list without amounts, once the project is funded or closed.
        NameOnly = "name_only",
        Public = "public",
    }

    /// A pledge's life: a ladder of certainty, and four ways off it.
    PledgeStatus, "A pledge's status", {
        /// Waits for a lead; counts nothing, holds nothing.
        Requested = "requested",
        Pledged = "pledged",
        Signed = "signed",
        Invoiced = "invoiced",
        Collected = "collected",
        Withdrawn = "withdrawn",
        Declined = "declined",
        Released = "released",
        Defaulted = "defaulted",
    }

    /// What an organisation gives that is not money.
    SupportKind, "A kind of support", {
        Endorse = "endorse",
        Test = "test",
        Connect = "connect",
        LetterOfSupport = "letter_of_support",
        CoPropose = "co_propose",
        InKind = "in_kind",
    }

    UpdateKind, "A kind of update", {
        Demo = "demo",
        Milestone = "milestone",
        Delay = "delay",
        News = "news",
    }
}

impl PledgeStatus {
    /// Whether an organisation with such a pledge has one in this project.
    pub fn is_live(self) -> bool {
        self == Self::Requested || self.stands()
    }

    /// Live, and not merely asked for.
    pub fn stands(self) -> bool {
        self == Self::Pledged || self.is_signed()
    }

    /// Those of live pledges, for queries.
    pub fn live() -> Vec<&'static str> {
        Self::those(Self::is_live)
    }

    /// Those of pledges that stand, for queries.
    pub fn standing() -> Vec<&'static str> {
        Self::those(Self::stands)
    }

    fn those(are: fn(Self) -> bool) -> Vec<&'static str> {
        Self::ALL.iter().filter(|status| are(**status)).map(|status| status.as_str()).collect()
    }

    /// Bound by an agreement.
    pub fn is_signed(self) -> bool {
        matches!(self, Self::Signed | Self::Invoiced | Self::Collected)
    }
}

//! Every way in which the program says no: one line each, rendered into `docs/ERRORS.md` and `/problems/{code}`.

use serde::{Serialize, Serializer};
use utoipa::openapi::RefOr;
use utoipa::openapi::schema::{ObjectBuilder, Schema, Type};
use utoipa::{PartialSchema, ToSchema};

/// What sort of refusal it is. `http::problem` gives each its status; nothing else does.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// The request cannot be understood at all.
    Malformed,
    /// Nobody knows who is asking.
    Unauthenticated,
    /// It is known who is asking, and they may not.
    Forbidden,
    /// There is no such thing, or none the caller may know of.
    Missing,
    Method,
    /// Understood and allowed, and at odds with how things stand.
    Conflict,
    /// The thing changed since the caller looked.
    Stale,
    TooLarge,
    MediaType,
    /// Understood, and some values are wrong.
    Invalid,
    /// The caller must say which version it saw.
    Unconditional,
    TooMany,
    Unavailable,
    Internal,
}

macro_rules! catalogue {
    ($($variant:ident = $name:literal, $kind:ident, $title:literal, $advice:literal;)+) => {
        /// A stable name for one way in which a request fails.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
        pub enum Code {
            $($variant,)+
        }

        impl Code {
            pub const ALL: &[Self] = &[$(Self::$variant),+];

            pub fn as_str(self) -> &'static str {
                match self { $(Self::$variant => $name,)+ }
            }

            pub fn kind(self) -> Kind {
                match self { $(Self::$variant => Kind::$kind,)+ }
            }

            /// What happened, in a few words.
            pub fn title(self) -> &'static str {
                match self { $(Self::$variant => $title,)+ }
            }

            /// What to do about it.
            pub fn advice(self) -> &'static str {
                match self { $(Self::$variant => $advice,)+ }
            }
        }
    };
}

impl Serialize for Code {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.as_str())
    }
}

// Derived, the contract would list the names of Rust's variants.
impl PartialSchema for Code {
    fn schema() -> RefOr<Schema> {
        let names = Self::ALL.iter().map(|code| code.as_str());
        ObjectBuilder::new().schema_type(Type::String).enum_values(Some(names)).into()
    }
}

impl ToSchema for Code {}

catalogue! {
    // The request itself
    BodyMalformed = "body_malformed", Malformed, "The body is not JSON", "Send one JSON value in UTF-8.";
    BodyInvalid = "body_invalid", Invalid, "Some values are wrong", "See `errors`: each names the place and what is wrong there. Nothing was changed.";
    BodyTooLarge = "body_too_large", TooLarge, "The body is too large", "Send at most 256 KiB.";
    MediaTypeUnsupported = "media_type_unsupported", MediaType, "This kind of content is not read here", "Send `Content-Type: application/json`, or for a logo image/png, image/jpeg or image/webp.";
    QueryInvalid = "query_invalid", Invalid, "Some query parameters are wrong", "See `errors`: each names the parameter and what is wrong with it.";
    CursorInvalid = "cursor_invalid", Malformed, "This cursor is not of this list", "Start again without a cursor. A cursor holds only for the filters and the order it came with.";
    HeaderInvalid = "header_invalid", Malformed, "A header is malformed", "See `detail` for which.";
    NotFound = "not_found", Missing, "Nothing is here", "Check the address. What you may not know of answers like this, too.";
    MethodNotAllowed = "method_not_allowed", Method, "This address does not answer to this method", "Use one of the methods in the `Allow` header.";

    // Who is asking
    Unauthenticated = "unauthenticated", Unauthenticated, "You are not signed in", "Sign in, or send an access token as `Authorization: Bearer …`.";
    TokenInvalid = "token_invalid", Unauthenticated, "This access token does not hold", "It is malformed, expired, revoked, or its owner may not sign in. Refresh it or get a new one.";
    SessionEnded = "session_ended", Unauthenticated, "Your session has ended", "Sign in again.";
    LinkInvalid = "link_invalid", Malformed, "This link does not work any more", "Links work once and for 15 minutes. Ask for a new one.";
    SignInOver = "sign_in_over", Malformed, "This sign-in is over", "It took too long, was finished already, or was not begun in this browser. Begin again.";
    SignInDeclined = "sign_in_declined", Forbidden, "The provider did not sign you in", "Try again there, or ask for a link by mail.";
    ProviderUnreachable = "provider_unreachable", Unavailable, "The provider cannot be reached", "Try again in a while, or ask for a link by mail.";
    ProviderNotBelieved = "provider_not_believed", Malformed, "What the provider sent cannot be believed", "Begin again. If it stays so, ask for a link by mail and tell the staff of Cofund.";
    AddressNotVerified = "address_not_verified", Forbidden, "The provider does not vouch for your address", "Ask for a link by mail, and add this way to sign in on your account page.";
    IdentityUnknown = "identity_unknown", Forbidden, "Nobody here signs in like this", "People come in by invitation. If you have one, open the link in its mail first; if you have an account, add this way to sign in on its page.";
    SignInAsBefore = "sign_in_as_before", Forbidden, "You sign in another way", "Sign in as before, or by mail, and add this way on your account page. An address alone lets nobody in twice.";
    IdentityTaken = "identity_taken", Conflict, "Somebody else signs in like this", "One account elsewhere belongs to one person here.";
    OriginNotAllowed = "origin_not_allowed", Forbidden, "This page may not do that", "Sessions are renewed and ended only by Cofund's own pages.";

    // What they may do
    NotAMember = "not_a_member", Forbidden, "You do not belong to this organisation", "Ask a lead of the organisation to invite you.";
    NotALead = "not_a_lead", Forbidden, "Only a lead of the organisation may do this", "Ask a lead of your organisation.";
    NotFinance = "not_finance", Forbidden, "Only finance people of the organisation may do this", "Ask a finance person of your organisation, or staff.";
    NotStaff = "not_staff", Forbidden, "Only staff may do this", "Ask the staff of Cofund.";
    NotAdmin = "not_admin", Forbidden, "Only an administrator may do this", "Ask an administrator of Cofund.";
    ScopeMissing = "scope_missing", Forbidden, "This token's scopes do not allow it", "Create a token with the scope that `scope` names.";
    SessionRequired = "session_required", Forbidden, "A token may not do this", "Sign in and do it yourself: tokens make no tokens, end no sessions and change no address.";

    MayNotCommit = "may_not_commit", Forbidden, "Your role commits no money", "Ask a lead or a champion of your organisation.";

    // Doing it once, on what was seen
    IdempotencyKeyRequired = "idempotency_key_required", Malformed, "This needs an idempotency key", "Send `Idempotency-Key` with a new value for each intent, and the same value when you try again.";
    IdempotencyKeyInvalid = "idempotency_key_invalid", Malformed, "The idempotency key is malformed", "A key is 1 to 255 visible ASCII characters.";
    IdempotencyKeyReused = "idempotency_key_reused", Invalid, "This key was used for something else", "Use a new key for a new intent.";
    IdempotencyInFlight = "idempotency_in_flight", Conflict, "The same request is still under way", "Wait a moment and send it again with the same key.";
    IfMatchRequired = "if_match_required", Unconditional, "Say which version you saw", "Send `If-Match` with the `ETag` you read.";
    VersionConflict = "version_conflict", Stale, "Somebody changed it meanwhile", "Read it again, and repeat your change if it still makes sense.";
    Conflict = "conflict", Conflict, "Somebody else was faster", "Try again.";

    // People and organisations
    EmailTaken = "email_taken", Conflict, "Somebody has this address already", "Look them up, or use another address.";
    SlugTaken = "slug_taken", Conflict, "This slug is in use", "Choose another slug.";
    RorIdTaken = "ror_id_taken", Conflict, "Another organisation has this ROR id", "Check the id; one organisation stands for one ROR id.";
    AlreadyMember = "already_member", Conflict, "This person belongs to the organisation already", "Change their role instead.";
    AlreadyInvited = "already_invited", Conflict, "This address is invited already", "Send the invitation again instead.";
    LastLead = "last_lead", Conflict, "The organisation would have no lead", "Make somebody else a lead first, or ask staff.";
    LastAdmin = "last_admin", Conflict, "There would be no administrator", "Make somebody else an administrator first.";
    UserErased = "user_erased", Conflict, "This account was erased", "Nothing is left of it that could be changed. Somebody who comes back gets a new account.";
    NotYourself = "not_yourself", Conflict, "You cannot do this to yourself", "Ask another administrator.";
    InvitationInvalid = "invitation_invalid", Malformed, "This invitation does not hold any more", "It was accepted, withdrawn, or has expired. Ask for a new one.";
    SignInToAccept = "sign_in_to_accept", Unauthenticated, "Sign in to accept", "Somebody with this address has an account. Sign in with it, then accept.";
    InvitationForSomeoneElse = "invitation_for_someone_else", Forbidden, "This invitation is for somebody else", "Sign in with the address it was sent to.";
    TierArchived = "tier_archived", Conflict, "This tier is not offered any more", "Choose another tier.";
    LogoUnreadable = "logo_unreadable", Invalid, "This picture cannot be read", "Send a PNG, JPEG or WebP of at most 4096 by 4096 pixels.";
    TooManyTokens = "too_many_tokens", Conflict, "You have as many tokens as one person may have", "Revoke one you do not use.";

    // Projects
    NotInThisState = "not_in_this_state", Conflict, "The project's state does not allow this", "See what `can` of the project says.";
    PublishIncomplete = "publish_incomplete", Conflict, "The project is not ready to be public", "See `missing`: what to write, and how much of it.";
    NotCovered = "not_covered", Conflict, "The goal is not covered yet", "Wait until what is committed reaches the goal.";
    SignedPledgesStand = "signed_pledges_stand", Conflict, "Agreements are signed", "A funded project closes only while nothing is signed.";
    FrozenByPledges = "frozen_by_pledges", Conflict, "Pledges stand on this", "While a pledge is live, mode and minimum stay, the goal does not rise, and the date moves only by extending it. The first month of its organisation's fiscal year stays, too. `fields` names what was refused.";
    GoalBelowPledged = "goal_below_pledged", Conflict, "More than that is pledged already", "The goal can fall to what `pledged` says, not below.";
    DateNotLater = "date_not_later", Conflict, "The date moves only to a later day", "Choose a day after `pledge_by`.";
    NoTermsYet = "no_terms_yet", Conflict, "There are no terms to pledge by", "Publish terms first.";

    AlreadySupported = "already_supported", Conflict, "Your organisation supports the project in this way already", "End that support first, or choose another kind.";

    // Pledges
    ProjectNotOpen = "project_not_open", Conflict, "The project does not take this now", "See the project's `funding` and what `can` says.";
    PledgeOverGoal = "pledge_over_goal", Conflict, "That is more than the project needs", "Pledge at most what `remaining` says, or take the remaining amount.";
    PledgeBelowMinimum = "pledge_below_minimum", Conflict, "That is below the project's minimum", "Pledge at least what `minimum` says.";
    AlreadyPledged = "already_pledged", Conflict, "Your organisation has a pledge here already", "Change the pledge that `pledge_id` names.";
    MembershipInactive = "membership_inactive", Conflict, "The membership is not active", "Standing pledges may be lowered and withdrawn. Ask staff to renew the membership.";
    AboveLimit = "above_limit", Conflict, "That is above your limit", "Ask a lead to make this change. `left` says how much of your limit is left.";
    AboveCeiling = "above_ceiling", Conflict, "That is above your organisation's ceiling for the year", "`left` says how much of `fiscal_year` is left. Finance people and staff set the ceiling.";
    TermsOutdated = "terms_outdated", Conflict, "These are not the terms of this project", "Read the terms that `terms_version` names, and accept that version.";
    ConditionsNeedSharedMode = "conditions_need_shared_mode", Conflict, "Pledges here have no conditions", "Only an open project of mode `shared` takes conditions.";
    RemainingNeedsFixedMode = "remaining_needs_fixed_mode", Conflict, "In a coalition there is no remaining amount", "Name an amount or a fraction: it is what you bear at most.";
    PledgeEnded = "pledge_ended", Conflict, "This pledge has ended", "See its history; place a new one if the project takes pledges.";
    PledgeSigned = "pledge_signed", Conflict, "This pledge is signed", "An agreement is changed by those who signed it. Ask staff.";
    NotRequested = "not_requested", Conflict, "This pledge waits for nobody", "Only a request is approved or declined.";
    NotApproved = "not_approved", Conflict, "A lead has not approved this pledge", "A lead of the organisation approves it first.";
    NotSigned = "not_signed", Conflict, "No agreement is signed", "An unsigned pledge is withdrawn or released.";
    NotFunded = "not_funded", Conflict, "The project is not funded", "Agreements come after funding.";
    AmountIsFinal = "amount_is_final", Conflict, "Amounts do not fall any more", "The project is funded: a pledge can be withdrawn until it is signed, not lowered.";
    OnlyLower = "only_lower", Conflict, "The date has passed: a pledge can only be lowered", "Lower it, withdraw it, or wait for staff to extend the date.";
    VisibilityOnlyWider = "visibility_only_wider", Conflict, "A pledge can become more visible, not less", "The ledger cannot be unwritten.";
    WouldRevealAnother = "would_reveal_another", Conflict, "That would tell what another institution gave", "With one hidden pledge left, subtraction would name it. Ask staff.";
    TermsVersionTaken = "terms_version_taken", Conflict, "There are terms with this version already", "Choose another version: published terms are never changed.";

    // The machine
    RateLimited = "rate_limited", TooMany, "Too many requests", "Wait as long as `Retry-After` says.";
    Unavailable = "unavailable", Unavailable, "The service cannot answer right now", "Try again in a moment, with the same idempotency key if you sent one.";
    Internal = "internal", Internal, "Something went wrong on our side", "Try again. If it stays, tell us the request id.";
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_unique_and_every_entry_has_words() {
        let mut names: Vec<_> = Code::ALL.iter().map(|code| code.as_str()).collect();
        names.sort_unstable();
        names.dedup();
        assert_eq!(names.len(), Code::ALL.len());
        for code in Code::ALL {
            assert!(code.advice().ends_with('.'), "{}: advice is a sentence", code.as_str());
            assert!(!code.title().ends_with('.'), "{}: a title is not", code.as_str());
        }
    }
}

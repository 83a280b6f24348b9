//! What memberships there are.

mod create_tier;
mod edit_tier;
mod list_tiers;

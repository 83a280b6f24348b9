//! What the product does, one folder for each thing it does.
//!
//! Every folder has the same rooms: `routes` (convert, call one action, answer), `dto` (wire types), `actions` (use
//! cases), `rules` (pure decisions), `store` (SQL).

pub mod audit;
pub mod auth;
pub mod budget;
pub mod capacity;
pub mod exports;
pub mod follows;
pub mod identities;
pub mod invitations;
pub mod ledger;
pub mod live;
pub mod members;
pub mod organizations;
pub mod pages;
pub mod people;
pub mod personal_data;
pub mod pledges;
pub mod projects;
pub mod queues;
pub mod stats;
pub mod supports;
pub mod terms;
pub mod tiers;
pub mod topics;
pub mod updates;
pub mod work;

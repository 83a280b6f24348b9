//! Tests of the whole program, by feature and verb.

mod audit;
mod auth;
mod contract;
mod follows;
mod invitations;
mod ledger;
mod mails;
mod manners;
mod members;
mod organizations;
mod people;
mod pledges;
mod program;
mod queues;
mod supports;
mod terms;
mod tiers;
mod topics;
mod updates;

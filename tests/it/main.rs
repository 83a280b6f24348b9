//! Tests of the whole program, by feature and verb.

mod audit;
mod auth;
mod budget;
mod capacity;
mod contract;
mod exports;
mod invitations;
mod ledger;
mod manners;
mod members;
mod organizations;
mod people;
mod pledges;
mod program;
mod queues;
mod stats;
mod terms;
mod tiers;
mod topics;
mod work;

//! Tests of the whole program, by feature and verb.

mod audit;
mod auth;
mod contract;
mod demo;
mod invitations;
mod ledger;
mod manners;
mod members;
mod organizations;
mod people;
mod pledges;
mod program;
mod queues;
mod terms;
mod tiers;
mod topics;

//! Tests of the whole program, by feature and verb.

mod audit;
mod auth;
mod concurrency;
mod contract;
mod demo;
mod faults;
mod invitations;
mod leaks;
mod ledger;
mod lifecycle;
mod live;
mod manners;
mod members;
mod organizations;
mod people;
mod pledges;
mod program;
mod queues;
mod terms;
mod tiers;
mod time;
mod topics;

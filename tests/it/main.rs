//! Tests of the whole program, by feature and verb.

mod audit;
mod auth;
mod budget;
mod capacity;
mod concurrency;
mod contract;
mod demo;
mod exports;
mod faults;
mod invitations;
mod leaks;
mod ledger;
mod lifecycle;
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

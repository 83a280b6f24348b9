//! Tests of the whole program, by feature and verb.

mod audit;
mod auth;
mod contract;
mod invitations;
mod manners;
mod members;
mod organizations;
mod people;
mod pledges;
mod program;
mod projects;
mod queues;
mod terms;
mod tiers;
mod topics;

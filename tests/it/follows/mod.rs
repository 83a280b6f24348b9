mod follow_project;
mod unsubscribe;

//! A connection that is in the middle of something: it goes back to the pool when it is done with, and is closed if it
//! is dropped before (a cancelled task, a panic), so that no transaction stays open behind it.

use diesel_async::AsyncPgConnection;

use super::Connection;

pub struct Lent {
    /// `None` only after the end.
    connection: Option<Connection>,
}

impl Lent {
    pub fn new(connection: Connection) -> Self {
        Self { connection: Some(connection) }
    }

    pub fn conn(&mut self) -> &mut AsyncPgConnection {
        self.connection.as_mut().expect("a connection is there until it is given back")
    }

    pub fn give_back(mut self) {
        drop(self.connection.take());
    }
}

impl Drop for Lent {
    fn drop(&mut self) {
        if let Some(connection) = self.connection.take() {
            drop(Connection::take(connection));
        }
    }
}

//! Bytes on a connection, for what no proper client would send.

use std::time::Duration;

use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::TcpStream;

use crate::Person;

pub struct Wire {
    stream: TcpStream,
}

/// A request as it goes over the wire, on a connection that is not used again. Headers are whole lines.
pub fn request(first: &str, person: Option<&Person>, headers: &[&str], body: &str) -> String {
    let mut text = format!("{first} HTTP/1.1\r\nhost: 127.0.0.1\r\nconnection: close\r\n");
    if let Some(bearer) = person.and_then(|person| person.bearer.as_deref()) {
        text += &format!("authorization: Bearer {bearer}\r\n");
    }
    for header in headers {
        text += &format!("{header}\r\n");
    }
    if !body.is_empty() {
        text += &format!("content-type: application/json\r\ncontent-length: {}\r\n", body.len());
    }
    format!("{text}\r\n{body}")
}

impl Wire {
    pub async fn connect(url: &str) -> Self {
        let address = url.strip_prefix("http://").expect("an http address").trim_end_matches('/');
        Self { stream: TcpStream::connect(address).await.expect("somebody listens") }
    }

    pub async fn send(&mut self, bytes: impl AsRef<[u8]>) {
        // The other side may have heard enough already.
        let _ = self.stream.write_all(bytes.as_ref()).await;
    }

    /// What comes back until the other side closes.
    pub async fn hear(mut self) -> String {
        let mut heard = Vec::new();
        let all = self.stream.read_to_end(&mut heard);
        let _ = tokio::time::timeout(Duration::from_secs(30), all).await.expect("the connection closes");
        String::from_utf8_lossy(&heard).into_owned()
    }

    /// Closes the connection without hearing a word.
    pub fn hang_up(self) {
        drop(self.stream);
    }
}

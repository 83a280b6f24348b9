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

    /// What comes back, until the answer is whole or the other side closes.
    pub async fn hear(&mut self) -> String {
        let mut heard = Vec::new();
        let all =
            async { while !is_whole(&heard) && self.stream.read_buf(&mut heard).await.is_ok_and(|read| read > 0) {} };
        tokio::time::timeout(Duration::from_secs(30), all).await.expect("an answer, or the end");
        String::from_utf8_lossy(&heard).into_owned()
    }

    /// Waits until the other side closes, for so many seconds at most; whether it did.
    pub async fn closes_within(&mut self, seconds: u64) -> bool {
        let mut rest = Vec::new();
        tokio::time::timeout(Duration::from_secs(seconds), self.stream.read_to_end(&mut rest)).await.is_ok()
    }

    /// Closes the connection without hearing a word.
    pub fn hang_up(self) {
        drop(self.stream);
    }
}

/// Whether these bytes hold the headers of an answer, and the body they announce.
fn is_whole(heard: &[u8]) -> bool {
    let Some((headers, body)) = std::str::from_utf8(heard).ok().and_then(|text| text.split_once("\r\n\r\n")) else {
        return false;
    };
    let length =
        headers.lines().find_map(|line| line.to_ascii_lowercase().strip_prefix("content-length: ")?.parse().ok());
    length.is_some_and(|length: usize| body.len() >= length)
}

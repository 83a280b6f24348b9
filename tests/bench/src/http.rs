//! As much of an HTTP/1.1 client as is needed: a request that is bytes already, an answer of which the status is looked
//! at and the body's length. Written by hand because a real client takes more of the machine than a fast server does.

use anyhow::{Context as _, Result, bail, ensure};
use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::TcpStream;

/// A connection that is kept.
pub struct Connection {
    stream: TcpStream,
    /// What was read: an answer from its first byte on.
    buffer: Vec<u8>,
}

/// Where things are in what was read.
pub struct Answer {
    pub status: u16,
    body: usize,
    end: usize,
}

enum Length {
    Exactly(usize),
    Chunks,
}

impl Connection {
    pub async fn open(port: u16) -> Result<Self> {
        let stream = TcpStream::connect(("127.0.0.1", port)).await.context("cannot connect")?;
        stream.set_nodelay(true)?;
        Ok(Self { stream, buffer: Vec::with_capacity(64 * 1024) })
    }

    /// Sends a request and reads its answer to the last byte.
    pub async fn ask(&mut self, request: &[u8]) -> Result<Answer> {
        self.buffer.clear();
        self.stream.write_all(request).await?;
        let body = loop {
            if let Some(at) = find(&self.buffer, b"\r\n\r\n") {
                break at + 4;
            }
            self.more().await?;
        };
        let (status, length) = head(&self.buffer[..body])?;
        let end = match length {
            Length::Exactly(length) => body + length,
            Length::Chunks => self.end_of_chunks(body).await?,
        };
        while self.buffer.len() < end {
            self.more().await?;
        }
        ensure!(self.buffer.len() == end, "an answer is longer than it says");
        Ok(Answer { status, body, end })
    }

    pub fn body(&self, answer: &Answer) -> &[u8] {
        &self.buffer[answer.body..answer.end]
    }

    async fn end_of_chunks(&mut self, mut at: usize) -> Result<usize> {
        loop {
            let line = loop {
                if let Some(line) = find(&self.buffer[at..], b"\r\n") {
                    break line;
                }
                self.more().await?;
            };
            let size = std::str::from_utf8(&self.buffer[at..at + line])?;
            let size = usize::from_str_radix(size, 16).context("a chunk has no size")?;
            at += line + 2 + size + 2;
            if size == 0 {
                return Ok(at);
            }
            while self.buffer.len() < at {
                self.more().await?;
            }
        }
    }

    async fn more(&mut self) -> Result<()> {
        ensure!(self.stream.read_buf(&mut self.buffer).await? > 0, "the server closed the connection");
        Ok(())
    }
}

fn head(head: &[u8]) -> Result<(u16, Length)> {
    let text = std::str::from_utf8(head).context("a head is not text")?;
    let mut lines = text.split("\r\n");
    let status = lines.next().and_then(|line| line.strip_prefix("HTTP/1.1 ")).and_then(|line| line.get(..3));
    let status: u16 = status.context("an answer is not HTTP/1.1")?.parse().context("an answer has no status")?;
    if status == 304 {
        return Ok((status, Length::Exactly(0)));
    }
    for line in lines {
        let Some((name, value)) = line.split_once(':') else { continue };
        if name.eq_ignore_ascii_case("content-length") {
            return Ok((status, Length::Exactly(value.trim().parse()?)));
        }
        if name.eq_ignore_ascii_case("transfer-encoding") {
            return Ok((status, Length::Chunks));
        }
    }
    bail!("an answer of status {status} does not say how long it is")
}

fn find(text: &[u8], what: &[u8]) -> Option<usize> {
    text.windows(what.len()).position(|window| window == what)
}

/// A GET with these further lines.
pub fn get(port: u16, path: &str, headers: &[String]) -> Vec<u8> {
    let mut request = format!("GET {path} HTTP/1.1\r\nhost: 127.0.0.1:{port}\r\n");
    for header in headers {
        request.push_str(header);
        request.push_str("\r\n");
    }
    request.push_str("\r\n");
    request.into_bytes()
}

#[cfg(test)]
mod tests {
    use super::{Length, head};

    #[test]
    fn a_head_is_taken_apart() {
        let text = b"HTTP/1.1 200 OK\r\nContent-Length: 12\r\n\r\n";
        assert!(matches!(head(text), Ok((200, Length::Exactly(12)))));
        assert!(matches!(head(b"HTTP/1.1 304 Not Modified\r\n\r\n"), Ok((304, Length::Exactly(0)))));
        let text = b"HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n";
        assert!(matches!(head(text), Ok((200, Length::Chunks))));
        assert!(head(b"HTTP/1.1 200 OK\r\n\r\n").is_err());
    }
}

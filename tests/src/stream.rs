//! A live stream, read as a browser reads it: events, and the comments between them.

use std::time::Duration;

use reqwest::Response;
use reqwest::header::HeaderMap;
use serde_json::Value;

use crate::Person;

pub struct Stream {
    pub headers: HeaderMap,
    response: Response,
    heard: String,
}

/// What stands between two blank lines.
#[derive(Clone, Debug)]
pub struct Block {
    /// Empty in a comment.
    pub event: String,
    pub id: String,
    pub data: Value,
    pub text: String,
}

impl Person {
    /// Opens a stream that must be there.
    pub async fn follow(&self, path: &str) -> Stream {
        self.follow_after(path, None).await
    }

    /// The same for somebody who has this state already.
    pub async fn follow_after(&self, path: &str, last: Option<&str>) -> Stream {
        let call = self.get(path);
        let call = if let Some(last) = last { call.header("last-event-id", last) } else { call };
        let response = call.open().await;
        assert_eq!(response.status(), 200, "{path}");
        Stream { headers: response.headers().clone(), response, heard: String::new() }
    }
}

impl Stream {
    /// The next event; comments are skipped.
    #[track_caller]
    pub fn event(&mut self) -> impl Future<Output = Block> {
        let at = std::panic::Location::caller();
        async move { self.event_within(5000).await.unwrap_or_else(|| panic!("{at}: no event came")) }
    }

    /// The next event, if one comes within so many milliseconds.
    pub async fn event_within(&mut self, milliseconds: u64) -> Option<Block> {
        let next = async {
            loop {
                let block = self.block().await?;
                if !block.event.is_empty() {
                    return Some(block);
                }
            }
        };
        tokio::time::timeout(Duration::from_millis(milliseconds), next).await.ok().flatten()
    }

    /// The next event or comment; none when the stream has ended.
    pub async fn block(&mut self) -> Option<Block> {
        loop {
            if let Some((block, rest)) = self.heard.split_once("\n\n") {
                let read = read(block);
                self.heard = rest.to_owned();
                return Some(read);
            }
            let more = self.response.chunk().await.ok().flatten()?;
            self.heard += std::str::from_utf8(&more).expect("these tests send nothing that a chunk could cut in two");
        }
    }
}

fn read(block: &str) -> Block {
    let field = |name: &str| block.lines().find_map(|line| line.strip_prefix(name)).unwrap_or_default().to_owned();
    let data = serde_json::from_str(&field("data: ")).unwrap_or(Value::Null);
    Block { event: field("event: "), id: field("id: "), data, text: block.to_owned() }
}

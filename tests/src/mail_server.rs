//! A mail server on loopback that keeps what it is sent, or refuses it.

use std::io::{BufRead as _, BufReader, Write as _};
use std::net::{TcpListener, TcpStream};
use std::sync::{Arc, Condvar, Mutex};
use std::time::Duration;

use crate::Mail;

/// How it takes what is brought to it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mood {
    Well,
    /// Closes every connection without a word.
    Down,
    /// `451`: later, perhaps.
    Busy,
    /// `550`: never.
    Refusing,
}

pub struct MailServer {
    /// For `SMTP_URL`.
    pub url: String,
    shared: Arc<(Mutex<Shared>, Condvar)>,
}

struct Shared {
    mood: Mood,
    /// As they came.
    received: Vec<Vec<u8>>,
}

impl MailServer {
    pub fn start() -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").expect("a free port");
        let url = format!("smtp://{}", listener.local_addr().expect("it has an address"));
        let shared = Arc::new((Mutex::new(Shared { mood: Mood::Well, received: Vec::new() }), Condvar::new()));
        let own = Arc::clone(&shared);
        // Lives as long as the test run; one test hears nothing of another's.
        std::thread::spawn(move || {
            for stream in listener.incoming().flatten() {
                let shared = Arc::clone(&own);
                std::thread::spawn(move || converse(stream, &shared));
            }
        });
        Self { url, shared }
    }

    pub fn is(&self, mood: Mood) {
        self.shared.0.lock().expect("nobody panics with it").mood = mood;
    }

    /// All mails it has taken so far, oldest first.
    pub fn mails(&self) -> Vec<Mail> {
        let shared = self.shared.0.lock().expect("nobody panics with it");
        shared.received.iter().map(|bytes| Mail::parse(bytes)).collect()
    }

    /// The same, once there are so many.
    pub fn wait_for(&self, count: usize) -> Vec<Mail> {
        let (shared, more) = &*self.shared;
        let shared = shared.lock().expect("nobody panics with it");
        let few = |shared: &mut Shared| shared.received.len() < count;
        let waited = more.wait_timeout_while(shared, Duration::from_secs(30), few).expect("nobody panics with it");
        assert!(!waited.1.timed_out(), "{} mails came, not {count}", waited.0.received.len());
        drop(waited);
        self.mails()
    }
}

/// As much of SMTP as a sender needs. An error ends the conversation: that is the sender's to notice.
fn converse(stream: TcpStream, (shared, more): &(Mutex<Shared>, Condvar)) -> Option<()> {
    let mood = || shared.lock().expect("nobody panics with it").mood;
    let mut reader = BufReader::new(stream.try_clone().ok()?);
    let mut writer = stream;
    let mut say = |line: &str| if mood() == Mood::Down { None } else { writeln!(writer, "{line}\r").ok() };
    say("220 mail.example")?;
    loop {
        let mut line = String::new();
        if reader.read_line(&mut line).ok()? == 0 {
            return None;
        }
        let verb: String = line.chars().take(4).collect::<String>().to_ascii_uppercase();
        match (verb.as_str(), mood()) {
            ("RCPT", Mood::Busy) => say("451 later")?,
            ("RCPT", Mood::Refusing) => say("550 nobody of that name")?,
            ("DATA", _) => {
                say("354 go on")?;
                let mut mail = Vec::new();
                loop {
                    let mut line = Vec::new();
                    reader.read_until(b'\n', &mut line).ok().filter(|read| *read > 0)?;
                    if line == b".\r\n" {
                        break;
                    }
                    mail.extend_from_slice(line.strip_prefix(b".").unwrap_or(&line));
                }
                shared.lock().expect("nobody panics with it").received.push(mail);
                more.notify_all();
                say("250 taken")?;
            }
            ("QUIT", _) => {
                say("221 goodbye")?;
                return None;
            }
            _ => say("250 well")?,
        }
    }
}

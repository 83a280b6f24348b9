//! The cable between the program and PostgreSQL, which a test cuts: after a statement was carried out and before its
//! answer arrives.

use std::net::SocketAddr;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::sync::{Arc, Mutex};
use std::time::Duration;

use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::tcp::{OwnedReadHalf, OwnedWriteHalf};
use tokio::net::{TcpListener, TcpStream};

/// The server is ready for the next statement.
const READY: u8 = b'Z';
/// The program has said a statement.
const SYNC: u8 = b'S';
/// The program asks for a statement to be prepared.
const PARSE: u8 = b'P';
const SSL_REQUEST: [u8; 4] = 80_877_103_u32.to_be_bytes();

#[derive(Clone)]
pub struct Cable {
    pub address: SocketAddr,
    /// How many statements may still be answered; `None` while nothing is to be cut.
    left: Arc<Mutex<Option<usize>>>,
    /// Whether nothing comes through to who listens for changes, while all else does.
    deaf: Arc<AtomicBool>,
    /// How often the server has answered.
    answers: Arc<AtomicUsize>,
    /// How many statements the program has said, and after how many more the server hears nothing any more.
    said: Arc<AtomicUsize>,
    heard: Arc<Mutex<Option<usize>>>,
}

impl Cable {
    /// Leads to that server.
    pub async fn lay(server: SocketAddr) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await.expect("a free port");
        let address = listener.local_addr().expect("it has an address");
        let cable = Self {
            address,
            left: Arc::default(),
            deaf: Arc::default(),
            answers: Arc::default(),
            said: Arc::default(),
            heard: Arc::default(),
        };
        let ours = cable.clone();
        tokio::spawn(async move {
            while let Ok((program, _)) = listener.accept().await {
                let there = TcpStream::connect(server).await.expect("the test PostgreSQL answers");
                // Messages go on one by one; held back to be sent together, each would wait for 40 ms.
                program.set_nodelay(true).expect("a socket");
                there.set_nodelay(true).expect("a socket");
                tokio::spawn(ours.clone().carry(program, there));
            }
        });
        cable
    }

    /// Answers so many statements, then cuts the connection of the next one.
    pub fn cut_after(&self, statements: usize) {
        *self.left.lock().expect("nobody panics with it") = Some(statements);
    }

    /// Whether it was cut since; it will not be any more.
    pub fn was_cut(&self) -> bool {
        self.left.lock().expect("nobody panics with it").take().is_none()
    }

    /// From now on the connection that listens for changes hears nothing, and does not learn that it is so; or hears
    /// again, what is said from then on.
    pub fn deafen(&self, deaf: bool) {
        self.deaf.store(deaf, Ordering::SeqCst);
    }

    /// Waits until nothing is said any more: statements that are used once are closed a moment after their answer.
    pub async fn rest(&self) {
        let mut before = usize::MAX;
        while before != self.answered() {
            before = self.answered();
            tokio::time::sleep(Duration::from_millis(60)).await;
        }
    }

    /// How many statements were answered so far, those of who listens aside.
    pub fn answered(&self) -> usize {
        self.answers.load(Ordering::SeqCst)
    }

    /// How many statements the program has said so far, those of who listens aside.
    pub fn said(&self) -> usize {
        self.said.load(Ordering::SeqCst)
    }

    /// Lets so many statements reach the server, then cuts the connection of the next one, which the server never hears.
    pub fn cut_before(&self, statements: usize) {
        *self.heard.lock().expect("nobody panics with it") = Some(statements);
    }

    async fn carry(self, mut program: TcpStream, mut server: TcpStream) {
        // Before the first proper message: does the server speak TLS? It does not.
        let mut first = [0; 8];
        if program.read_exact(&mut first).await.is_err() || server.write_all(&first).await.is_err() {
            return;
        }
        if first[4..] == SSL_REQUEST {
            let mut no = [0; 1];
            if server.read_exact(&mut no).await.is_err() || program.write_all(&no).await.is_err() {
                return;
            }
        }
        let (mut from_program, mut to_program) = program.into_split();
        let (mut from_server, mut to_server) = server.into_split();
        // Whether this is the connection that listens, which carries nobody's statements.
        let listens = AtomicBool::new(false);
        let there = async {
            // Who it is comes without a letter.
            let asked_for_tls = first[4..] == SSL_REQUEST;
            let mut length = [first[0], first[1], first[2], first[3]];
            if asked_for_tls && from_program.read_exact(&mut length).await.is_err() {
                return;
            }
            let known = if asked_for_tls { length.to_vec() } else { Vec::new() };
            let read = if asked_for_tls { 4 } else { 8 };
            let left = (u32::from_be_bytes(length) as usize).saturating_sub(read);
            if !pass_on(known, left, &mut from_program, &mut to_server, |_| ()).await {
                return;
            }
            let mut head = [0; 5];
            while from_program.read_exact(&mut head).await.is_ok() {
                let left = u32::from_be_bytes([head[1], head[2], head[3], head[4]]) as usize - 4;
                let says = head[0] == SYNC && !listens.load(Ordering::SeqCst);
                if says && counted_down(&self.heard) {
                    return;
                }
                if says {
                    self.said.fetch_add(1, Ordering::SeqCst);
                }
                let note = |message: &[u8]| {
                    let hears = message[0] == PARSE && words_of(message).starts_with(b"LISTEN ");
                    listens.fetch_or(hears, Ordering::SeqCst);
                };
                if !pass_on(head.to_vec(), left, &mut from_program, &mut to_server, note).await {
                    return;
                }
            }
        };
        let back = async {
            // One message of the server at a time: a letter, a length that counts itself, the rest.
            let mut head = [0; 5];
            while from_server.read_exact(&mut head).await.is_ok() {
                let length = u32::from_be_bytes([head[1], head[2], head[3], head[4]]) as usize;
                let mut message = head.to_vec();
                message.resize(length + 1, 0);
                let whole = from_server.read_exact(&mut message[5..]).await.is_ok();
                let listens = listens.load(Ordering::SeqCst);
                if whole && listens && self.deaf.load(Ordering::SeqCst) {
                    continue;
                }
                if whole && head[0] == READY && !listens {
                    self.answers.fetch_add(1, Ordering::SeqCst);
                }
                if !whole
                    || (head[0] == READY && !listens && counted_down(&self.left))
                    || to_program.write_all(&message).await.is_err()
                {
                    break;
                }
            }
        };
        tokio::select! {
            () = there => {}
            () = back => {}
        }
    }
}

/// Whether it is time: nothing is left to count. What comes after that is not counted.
fn counted_down(left: &Mutex<Option<usize>>) -> bool {
    let mut left = left.lock().expect("nobody panics with it");
    match *left {
        Some(0) => {
            *left = None;
            true
        }
        Some(more) => {
            *left = Some(more - 1);
            false
        }
        None => false,
    }
}

/// Completes a message, shows it, and passes it on.
async fn pass_on(
    mut message: Vec<u8>,
    left: usize,
    from: &mut OwnedReadHalf,
    to: &mut OwnedWriteHalf,
    note: impl FnOnce(&[u8]),
) -> bool {
    let begun = message.len();
    message.resize(begun + left, 0);
    if from.read_exact(&mut message[begun..]).await.is_err() {
        return false;
    }
    note(&message);
    to.write_all(&message).await.is_ok()
}

/// What a message asks to be prepared: after a name, and before what it is bound to.
fn words_of(message: &[u8]) -> &[u8] {
    message[5..].split(|byte| *byte == 0).nth(1).unwrap_or_default()
}

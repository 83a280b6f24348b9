//! The cable between the program and PostgreSQL, which a test cuts: after a statement was carried out and before its
//! answer arrives.

use std::net::SocketAddr;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex};

use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::{TcpListener, TcpStream};

/// The server is ready for the next statement.
const READY: u8 = b'Z';
const LISTEN: &[u8] = b"LISTEN ";
const SSL_REQUEST: [u8; 4] = 80_877_103_u32.to_be_bytes();

#[derive(Clone)]
pub struct Cable {
    pub address: SocketAddr,
    /// How many statements may still be answered; `None` while nothing is to be cut.
    left: Arc<Mutex<Option<usize>>>,
    /// Whether nothing comes through to who listens for changes, while all else does.
    deaf: Arc<AtomicBool>,
}

impl Cable {
    /// Leads to that server.
    pub async fn lay(server: SocketAddr) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await.expect("a free port");
        let address = listener.local_addr().expect("it has an address");
        let cable = Self { address, left: Arc::default(), deaf: Arc::default() };
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

    fn cuts_now(&self) -> bool {
        let mut left = self.left.lock().expect("nobody panics with it");
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
            let mut piece = [0; 8192];
            while let Ok(length @ 1..) = from_program.read(&mut piece).await {
                if piece[..length].windows(LISTEN.len()).any(|window| window == LISTEN) {
                    listens.store(true, Ordering::SeqCst);
                }
                if to_server.write_all(&piece[..length]).await.is_err() {
                    break;
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
                if !whole
                    || (head[0] == READY && !listens && self.cuts_now())
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

//! Many live streams of one project: how soon all of them are told of a pledge, and how soon all are back when the server
//! was started again.
//!
//! It prints a line of JSON for each phase: `open` (everybody has the first event; it then rests for two seconds, in
//! which the server's memory can be looked at), `told`, and, once the server went away and came back, `back`.

use std::cell::{Cell, RefCell};
use std::rc::Rc;
use std::time::{Duration, Instant};

use anyhow::{Context as _, Result, ensure};
use clap::Parser;
use cofund_bench::http::{self, Connection};
use cofund_bench::pledging::Pairs;
use cofund_bench::times::Times;
use serde_json::json;
use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::TcpStream;
use tokio::task::LocalSet;
use tokio::time::{sleep, timeout};

#[derive(Parser)]
struct Args {
    #[arg(long)]
    port: u16,
    #[arg(long, default_value_t = 1000)]
    streams: usize,
    #[arg(long)]
    project: String,
    /// The organisation that pledges
    #[arg(long)]
    organization: u64,
}

const REST: Duration = Duration::from_secs(2);
const LIMIT: Duration = Duration::from_secs(60);
const EVENT: &[u8] = b"event: project\n";

/// What the next event of each stream means.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Phase {
    Opening,
    Telling,
    Back,
}

struct Watch {
    port: u16,
    request: Vec<u8>,
    phase: Cell<Phase>,
    since: Cell<Instant>,
    /// Of the phase, one for each stream that had an event in it.
    times: RefCell<Times>,
    /// Whether somebody reached the server that was started again.
    found_back: Cell<bool>,
    /// Connections that were lost while nobody had stopped the server.
    lost: Cell<u64>,
}

fn main() -> Result<()> {
    let args = Args::parse();
    let runtime = tokio::runtime::Builder::new_current_thread().enable_io().enable_time().build()?;
    runtime.block_on(LocalSet::new().run_until(run(args)))
}

async fn run(args: Args) -> Result<()> {
    let watch = Rc::new(Watch {
        port: args.port,
        request: http::get(args.port, &format!("/api/v1/projects/{}/live", args.project), &[]),
        phase: Cell::new(Phase::Opening),
        since: Cell::new(Instant::now()),
        times: RefCell::default(),
        found_back: Cell::new(false),
        lost: Cell::new(0),
    });
    for _ in 0..args.streams {
        tokio::task::spawn_local(Rc::clone(&watch).follow());
        sleep(Duration::from_millis(1)).await;
    }
    watch.all("open", args.streams).await?;
    sleep(REST).await;
    let (first, projects) = (args.organization, vec![args.project]);
    let pairs = Pairs { first, organizations: 1, projects, from: 0, run: "streams".to_owned() };
    let request = pairs.request(args.port, 0).context("there is nobody to pledge")?;
    let mut connection = Connection::open(args.port).await?;
    watch.begin(Phase::Telling);
    let answer = connection.ask(&request).await?;
    ensure!(answer.status == 201, "the pledge: {}", String::from_utf8_lossy(connection.body(&answer)));
    watch.all("told", args.streams).await?;
    watch.begin(Phase::Back);
    watch.all("back", args.streams).await
}

impl Watch {
    fn begin(&self, phase: Phase) {
        self.phase.set(phase);
        self.since.set(Instant::now());
    }

    /// Waits until every stream had an event of this phase.
    async fn all(&self, name: &str, streams: usize) -> Result<()> {
        let all = async {
            while self.times.borrow().len() < streams {
                sleep(Duration::from_millis(1)).await;
            }
        };
        let seen = timeout(LIMIT, all).await;
        let mut times = self.times.take();
        ensure!(seen.is_ok(), "{name}: only {} of {streams} streams had an event", times.len());
        println!(
            "{}",
            json!({ "phase": name, "streams": streams, "micros": times.summary(), "lost": self.lost.get() })
        );
        Ok(())
    }

    /// Follows the project for ever: whoever is cut off comes back at once.
    async fn follow(self: Rc<Self>) {
        loop {
            let had = self.listen().await;
            if self.phase.get() != Phase::Back {
                self.lost.set(self.lost.get() + 1);
            }
            if had.is_err() {
                sleep(Duration::from_millis(5)).await;
            }
        }
    }

    async fn listen(&self) -> Result<()> {
        let mut stream = TcpStream::connect(("127.0.0.1", self.port)).await?;
        // The first who gets through again says when the server was back.
        if self.phase.get() == Phase::Back && self.times.borrow().is_empty() && !self.found_back.replace(true) {
            self.since.set(Instant::now());
        }
        stream.write_all(&self.request).await?;
        let (mut buffer, mut counted) = (Vec::with_capacity(4096), None);
        loop {
            if stream.read_buf(&mut buffer).await? == 0 {
                return Ok(());
            }
            let phase = self.phase.get();
            if let Some(at) = buffer.windows(EVENT.len()).position(|window| window == EVENT) {
                buffer.drain(..at + EVENT.len());
                if counted != Some(phase) {
                    counted = Some(phase);
                    self.times.borrow_mut().add(self.since.get().elapsed());
                }
            } else if buffer.len() > EVENT.len() {
                let old = buffer.len() - EVENT.len();
                buffer.drain(..old);
            }
        }
    }
}

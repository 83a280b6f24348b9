//! A closed loop: each of N connections asks, waits for the whole answer, and asks again. One thread does all of it.
//!
//! What was begun is finished: at the end no request is given up, so every write is either acknowledged or an error.

use std::cell::{Cell, RefCell};
use std::collections::BTreeMap;
use std::path::PathBuf;
use std::rc::Rc;
use std::time::{Duration, Instant};

use anyhow::{Context as _, Result};
use clap::{Parser, Subcommand};
use cofund_bench::http::{self, Connection};
use cofund_bench::pledging::Pairs;
use cofund_bench::times::Times;
use serde_json::json;
use tokio::task::LocalSet;

#[derive(Parser)]
struct Args {
    #[arg(long)]
    port: u16,
    #[arg(long, default_value_t = 1)]
    connections: u64,
    #[arg(long, default_value_t = 5)]
    seconds: u64,
    /// Before it is counted
    #[arg(long, default_value_t = 1000)]
    warm_up_ms: u64,
    #[command(subcommand)]
    what: What,
}

#[derive(Subcommand)]
enum What {
    /// GET these paths, one after the other
    Read {
        /// A file with a path a line
        #[arg(long)]
        paths: PathBuf,
        /// A further line of each request, such as `accept-encoding: gzip`
        #[arg(long)]
        header: Vec<String>,
        #[arg(long, default_value_t = 200)]
        status: u16,
    },
    /// Pledge, each time for another organisation
    Pledge {
        /// A file with a slug a line
        #[arg(long)]
        projects: PathBuf,
        /// The first fresh organisation
        #[arg(long)]
        first: u64,
        #[arg(long)]
        organizations: u64,
        /// The first pair that is not used yet
        #[arg(long, default_value_t = 0)]
        from: u64,
        #[arg(long)]
        run: String,
    },
}

/// Makes the requests.
enum Source {
    Ready(Vec<Vec<u8>>),
    Pledges(Pairs),
}

struct Run {
    port: u16,
    source: Source,
    status: u16,
    next: Cell<u64>,
    counted_from: Instant,
    end: Instant,
    times: RefCell<Times>,
    /// As expected, over the whole run.
    acknowledged: Cell<u64>,
    errors: RefCell<BTreeMap<String, u64>>,
}

fn main() -> Result<()> {
    let args = Args::parse();
    let runtime = tokio::runtime::Builder::new_current_thread().enable_io().enable_time().build()?;
    let (source, status, next) = source(&args)?;
    let begin = Instant::now() + Duration::from_millis(args.warm_up_ms);
    let run = Rc::new(Run {
        port: args.port,
        source,
        status,
        next: Cell::new(next),
        counted_from: begin,
        end: begin + Duration::from_secs(args.seconds),
        times: RefCell::default(),
        acknowledged: Cell::new(0),
        errors: RefCell::default(),
    });
    runtime.block_on(LocalSet::new().run_until(async {
        let all: Vec<_> = (0..args.connections).map(|_| tokio::task::spawn_local(Rc::clone(&run).go())).collect();
        for one in all {
            one.await?;
        }
        anyhow::Ok(())
    }))?;
    let mut times = run.times.take();
    let count = times.len();
    println!(
        "{}",
        json!({
            "count": count,
            "seconds": args.seconds,
            "per_second": u64::try_from(count)? / args.seconds.max(1),
            "micros": times.summary(),
            "acknowledged": run.acknowledged.get(),
            "next": run.next.get(),
            "errors": run.errors.take(),
        })
    );
    Ok(())
}

fn source(args: &Args) -> Result<(Source, u16, u64)> {
    let lines = |file: &PathBuf| -> Result<Vec<String>> {
        let text = std::fs::read_to_string(file).with_context(|| format!("cannot read {}", file.display()))?;
        Ok(text.lines().map(str::to_owned).collect())
    };
    Ok(match &args.what {
        What::Read { paths, header, status } => {
            let requests = lines(paths)?.iter().map(|path| http::get(args.port, path, header)).collect();
            (Source::Ready(requests), *status, 0)
        }
        What::Pledge { projects, first, organizations, from, run } => {
            let projects = lines(projects)?;
            let (first, organizations, from) = (*first, *organizations, *from);
            let pairs = Pairs { first, organizations, projects, from, run: run.clone() };
            (Source::Pledges(pairs), 201, from)
        }
    })
}

impl Run {
    async fn go(self: Rc<Self>) {
        if let Err(error) = self.ask_on().await {
            self.note(&format!("{error:#}"));
        }
    }

    async fn ask_on(&self) -> Result<()> {
        let mut connection = Connection::open(self.port).await?;
        let mut made;
        while Instant::now() < self.end {
            let number = self.next.replace(self.next.get() + 1);
            let request: &[u8] = match &self.source {
                Source::Ready(requests) => {
                    let index = usize::try_from(number)? % requests.len();
                    &requests[index]
                }
                Source::Pledges(pairs) => {
                    made = pairs.request(self.port, number).context("there is no fresh organisation left")?;
                    &made
                }
            };
            let asked = Instant::now();
            let answer = connection.ask(request).await?;
            let (now, took) = (Instant::now(), asked.elapsed());
            if answer.status != self.status {
                let body = String::from_utf8_lossy(connection.body(&answer)).chars().take(300).collect::<String>();
                self.note(&format!("{} {body}", answer.status));
                continue;
            }
            self.acknowledged.set(self.acknowledged.get() + 1);
            if asked >= self.counted_from && now <= self.end {
                self.times.borrow_mut().add(took);
            }
        }
        Ok(())
    }

    fn note(&self, error: &str) {
        let mut errors = self.errors.borrow_mut();
        // A few sentences are enough to see what is wrong.
        let known = errors.len() < 20 || errors.contains_key(error);
        *errors.entry(if known { error.to_owned() } else { "others".to_owned() }).or_default() += 1;
    }
}

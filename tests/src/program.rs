//! The built program as a process of its own, with nothing of our environment but what a test gives it.

use std::collections::HashMap;
use std::io::{BufRead as _, BufReader, Read as _};
use std::net::{SocketAddr, TcpListener};
use std::path::PathBuf;
use std::process::{Child, Command, Stdio};
use std::sync::{Arc, Mutex, OnceLock, mpsc};
use std::time::Duration;

use rustix::process::{Pid, Signal, kill_process};

use crate::{Database, Person};

/// A running `cofund serve`.
pub struct Program {
    pub url: String,
    child: Child,
    lines: Arc<Mutex<Vec<String>>>,
}

/// How a command ended.
pub struct Said {
    pub success: bool,
    pub out: String,
    pub err: String,
}

/// Runs a test of the built program with a database of its own.
pub fn test_program(body: impl AsyncFn(&Database)) {
    actix_web::rt::System::new().block_on(async {
        let database = Database::create().await;
        body(&database).await;
        database.drop().await;
    });
}

/// An address nobody listens on.
pub fn free_address() -> SocketAddr {
    let listener = TcpListener::bind("127.0.0.1:0").expect("a free port");
    listener.local_addr().expect("it has an address")
}

/// `COFUND_BIN` names it; else cargo builds it, once for each run.
fn binary() -> &'static PathBuf {
    static BINARY: OnceLock<PathBuf> = OnceLock::new();
    BINARY.get_or_init(|| match std::env::var_os("COFUND_BIN") {
        Some(path) => path.into(),
        None => {
            let cargo = std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
            let built = Command::new(cargo).args(["build", "--quiet", "--package", "cofund"]).status();
            assert!(built.is_ok_and(|status| status.success()), "the program does not build");
            // This test lies in target/debug/deps.
            let this = std::env::current_exe().expect("this test is a file");
            this.ancestors().nth(2).expect("a target folder").join("cofund")
        }
    })
}

fn command(arguments: &[&str], environment: &[(&str, &str)]) -> Command {
    let mut command = Command::new(binary());
    command.args(arguments).env_clear().envs(environment.iter().copied());
    command.stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::piped());
    command
}

impl Program {
    /// Settings with which it serves, for a test to add to and to take from.
    pub fn settings<'a>(database: &'a Database, smtp_url: &'a str) -> HashMap<&'static str, String> {
        let bind = free_address();
        HashMap::from([
            ("DATABASE_URL", database.url.clone()),
            ("SMTP_URL", smtp_url.to_owned()),
            ("COFUND_SECRET", "a secret for tests, and for nothing else".to_owned()),
            ("COFUND_BIND", bind.to_string()),
            ("COFUND_PUBLIC_URL", format!("http://{bind}")),
            ("COFUND_MAIL_FROM", "Cofund <cofund@cofund.example>".to_owned()),
            ("COFUND_THREADS", "1".to_owned()),
        ])
    }

    /// Runs a command to its end, which must come soon.
    pub fn run(arguments: &[&str], environment: &[(&str, &str)]) -> Said {
        let mut child = command(arguments, environment).spawn().expect("the program starts");
        let mut out = child.stdout.take().expect("it is piped");
        let mut err = child.stderr.take().expect("it is piped");
        let errors = std::thread::spawn(move || {
            let mut text = String::new();
            err.read_to_string(&mut text).map(|_| text)
        });
        let success = wait(&mut child).expect("the command comes to an end");
        let mut text = String::new();
        out.read_to_string(&mut text).expect("text");
        Said { success, out: text, err: errors.join().expect("a reader").expect("text") }
    }

    /// Starts `cofund serve` and waits until it says that it is ready.
    pub fn serve(settings: &HashMap<&'static str, String>) -> Self {
        Self::serve_with(&["serve"], settings)
    }

    pub fn serve_with(arguments: &[&str], settings: &HashMap<&'static str, String>) -> Self {
        let environment: Vec<_> = settings.iter().map(|(name, value)| (*name, value.as_str())).collect();
        let mut child = command(arguments, &environment).spawn().expect("the program starts");
        let err = BufReader::new(child.stderr.take().expect("it is piped"));
        let lines = Arc::new(Mutex::new(Vec::new()));
        let (tell, told) = mpsc::channel();
        let kept = Arc::clone(&lines);
        std::thread::spawn(move || {
            for line in err.lines().map_while(Result::ok) {
                if line.contains("\"ready\"") {
                    let _ = tell.send(());
                }
                kept.lock().expect("nobody panics with it").push(line);
            }
        });
        let program = Self { url: format!("http://{}", settings["COFUND_BIND"]), child, lines };
        let ready = told.recv_timeout(Duration::from_secs(30));
        assert!(ready.is_ok(), "it did not become ready: {:?}", program.log());
        program
    }

    pub fn public(&self) -> Person {
        Person::public(&self.url, &Person::client())
    }

    /// What it wrote to stderr so far, line by line.
    pub fn log(&self) -> Vec<String> {
        self.lines.lock().expect("nobody panics with it").clone()
    }

    /// What whoever runs it sends when it is to stop.
    pub fn terminate(&self) {
        kill_process(Pid::from_child(&self.child), Signal::TERM).expect("it is there");
    }

    /// Waits for its end; whether it called that a success.
    pub fn ended(mut self) -> bool {
        wait(&mut self.child).expect("it ends")
    }

    /// Stops it as it is to be stopped; everything it ever said.
    pub fn stop(self) -> Vec<String> {
        let lines = Arc::clone(&self.lines);
        self.terminate();
        assert!(self.ended(), "it stops without an error");
        let lines = lines.lock().expect("nobody panics with it");
        lines.clone()
    }
}

impl Drop for Program {
    /// A test that fails leaves no process.
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// Whether it succeeded; `None` if it does not end.
fn wait(child: &mut Child) -> Option<bool> {
    for _ in 0..3000 {
        if let Some(status) = child.try_wait().expect("it is our child") {
            return Some(status.success());
        }
        std::thread::sleep(Duration::from_millis(10));
    }
    let _ = child.kill();
    None
}

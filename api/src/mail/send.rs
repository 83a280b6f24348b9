//! How mails leave: by SMTP, or in development as files.

use lettre::message::header::ContentType;
use lettre::message::{Mailbox, MultiPart, SinglePart};
use lettre::transport::smtp;
use lettre::{AsyncFileTransport, AsyncSmtpTransport, AsyncTransport as _, Message, Tokio1Executor};
use secrecy::ExposeSecret as _;

use super::Mail;
use crate::config::MailRoute;
use crate::kernel::OutboxId;

pub struct Mailer {
    from: Mailbox,
    route: Route,
}

enum Route {
    Smtp(AsyncSmtpTransport<Tokio1Executor>),
    Folder(AsyncFileTransport<Tokio1Executor>),
}

/// Why a mail did not leave.
#[derive(Debug)]
pub struct SendError {
    /// Trying again would not help.
    pub permanent: bool,
    pub message: String,
}

impl Mailer {
    pub fn new(route: &MailRoute, from: &str) -> anyhow::Result<Self> {
        let route = match route {
            MailRoute::Smtp(url) => {
                // The parser's own message may repeat the password.
                let transport = AsyncSmtpTransport::<Tokio1Executor>::from_url(url.expose_secret()).map_err(|_| {
                    anyhow::anyhow!("SMTP_URL is no mail server's address, such as smtps://user:…@mail.example.")
                })?;
                Route::Smtp(transport.timeout(Some(std::time::Duration::from_secs(30))).build())
            }
            MailRoute::Folder(folder) => {
                std::fs::create_dir_all(folder)?;
                Route::Folder(AsyncFileTransport::new(folder))
            }
        };
        Ok(Self { from: from.parse()?, route })
    }

    pub async fn send(&self, id: OutboxId, mail: Mail) -> Result<(), SendError> {
        let message =
            self.message(id, mail).map_err(|error| SendError { permanent: true, message: error.to_string() })?;
        match &self.route {
            Route::Smtp(transport) => transport.send(message).await.map(drop).map_err(describe),
            Route::Folder(transport) => transport
                .send(message)
                .await
                .map(drop)
                .map_err(|error| SendError { permanent: false, message: error.to_string() }),
        }
    }

    fn message(&self, id: OutboxId, mail: Mail) -> anyhow::Result<Message> {
        let to = Mailbox::new(None, mail.to.as_str().parse()?);
        let text = SinglePart::builder().header(ContentType::TEXT_PLAIN).body(mail.rendered.text);
        let html = SinglePart::builder().header(ContentType::TEXT_HTML).body(mail.rendered.html);
        let message = Message::builder()
            .from(self.from.clone())
            .to(to)
            .subject(mail.rendered.subject)
            // From the outbox row: a receiver who gets it twice can tell.
            .message_id(Some(format!("<{id}@{}>", self.from.email.domain())))
            .multipart(MultiPart::alternative().singlepart(text).singlepart(html))?;
        Ok(message)
    }
}

/// What a mail server says may hold an address: its code is enough.
fn describe(error: smtp::Error) -> SendError {
    let message = match error.status() {
        Some(code) => format!("the mail server answered {code}"),
        None if error.is_timeout() => "the mail server did not answer in time".to_owned(),
        None if error.is_tls() => "no secure connection to the mail server".to_owned(),
        None => "the mail server cannot be reached".to_owned(),
    };
    SendError { permanent: error.is_permanent(), message }
}

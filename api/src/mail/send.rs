//! How mails leave: by SMTP, or in development as files.

use std::time::Duration;

use lettre::message::header::{ContentType, HeaderName, HeaderValue};
use lettre::message::{Mailbox, MultiPart, SinglePart};
use lettre::transport::smtp;
use lettre::{AsyncFileTransport, AsyncSmtpTransport, AsyncTransport as _, Message, Tokio1Executor};
use secrecy::ExposeSecret as _;

use super::Mail;
use crate::config::MailRoute;
use crate::kernel::OutboxId;

/// How long a whole conversation with a mail server may take; each of its answers, half of that.
const SEND_LIMIT: Duration = Duration::from_secs(60);
const UNSUBSCRIBE: &str = "List-Unsubscribe";
const ONE_CLICK: &str = "List-Unsubscribe-Post";
const TOO_SLOW: &str = "the mail server did not answer in time";

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

/// Who mails are from: an address, or a name with one.
pub fn parse_sender(text: &str) -> anyhow::Result<Mailbox> {
    Ok(text.parse()?)
}

impl Mailer {
    pub fn new(route: &MailRoute, from: &str) -> anyhow::Result<Self> {
        let route = match route {
            MailRoute::Smtp(url) => {
                // The parser's own message may repeat the password.
                let transport = AsyncSmtpTransport::<Tokio1Executor>::from_url(url.expose_secret()).map_err(|_| {
                    anyhow::anyhow!("SMTP_URL is no mail server's address, such as smtps://user:…@mail.example.")
                })?;
                Route::Smtp(transport.timeout(Some(SEND_LIMIT / 2)).build())
            }
            MailRoute::Folder(folder) => {
                std::fs::create_dir_all(folder)?;
                Route::Folder(AsyncFileTransport::new(folder))
            }
        };
        Ok(Self { from: parse_sender(from)?, route })
    }

    pub async fn send(&self, id: OutboxId, mail: Mail) -> Result<(), SendError> {
        let message =
            self.message(id, mail).map_err(|error| SendError { permanent: true, message: error.to_string() })?;
        match &self.route {
            Route::Smtp(transport) => match tokio::time::timeout(SEND_LIMIT, transport.send(message)).await {
                Ok(sent) => sent.map(drop).map_err(describe),
                Err(_) => Err(SendError { permanent: false, message: TOO_SLOW.to_owned() }),
            },
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
        let mut message = Message::builder()
            .from(self.from.clone())
            .to(to)
            // A subject that somebody wrote as if it were encoded is shown as it was written.
            .subject(mail.rendered.subject.replace("=?", "= ?"))
            // From the outbox row: a receiver who gets it twice can tell.
            .message_id(Some(format!("<{id}@{}>", self.from.email.domain())))
            .multipart(MultiPart::alternative().singlepart(text).singlepart(html))?;
        if let Some(link) = mail.unsubscribe {
            // Mail programs show a button of their own for it (RFC 8058). One long word: it must not be folded.
            let headers = message.headers_mut();
            for (name, value) in
                [(UNSUBSCRIBE, format!("<{link}>")), (ONE_CLICK, "List-Unsubscribe=One-Click".to_owned())]
            {
                let name = HeaderName::new_from_ascii_str(name);
                headers.insert_raw(HeaderValue::dangerous_new_pre_encoded(name, value.clone(), value));
            }
        }
        Ok(message)
    }
}

/// What a mail server says may hold an address: its code is enough.
fn describe(error: smtp::Error) -> SendError {
    let message = match error.status() {
        Some(code) => format!("the mail server answered {code}"),
        None if error.is_timeout() => TOO_SLOW.to_owned(),
        None if error.is_tls() => "no secure connection to the mail server".to_owned(),
        None => "the mail server cannot be reached".to_owned(),
    };
    SendError { permanent: error.is_permanent(), message }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use crate::kernel::Email;

    proptest! {
        /// What was taken for an address when somebody typed it must not turn out to be none when a mail goes out.
        #[test]
        fn every_address_can_be_written_to(
            local in "[a-zA-Z0-9!#$%&'*+/=?^_`{|}~.-]{1,66}",
            domain in "[a-zA-Z0-9-]{1,65}(\\.[a-zA-Z0-9-]{1,10}){1,3}",
        ) {
            if let Ok(email) = Email::parse(&format!("{local}@{domain}")) {
                prop_assert!(email.as_str().parse::<lettre::Address>().is_ok(), "{email}");
            }
        }
    }
}

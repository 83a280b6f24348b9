//! The mails that left, as their readers get them.

use std::cell::RefCell;
use std::collections::HashSet;
use std::path::{Path, PathBuf};

use mail_parser::{MessageParser, MimeHeaders as _};

#[derive(Clone, Debug)]
pub struct Mail {
    pub to: String,
    pub subject: String,
    pub text: String,
    pub html: String,
    pub message_id: String,
    /// The address that ends such mails, if mail programs may post to it (RFC 8058).
    pub unsubscribe: Option<String>,
}

impl Mail {
    pub(crate) fn parse(bytes: &[u8]) -> Self {
        let message = MessageParser::default().parse(bytes).expect("the mail can be parsed");
        let to = message.to().and_then(|to| to.first()).and_then(|to| to.address()).expect("an addressee");
        let part = |kind: &str| {
            let part = message.parts.iter().find(|part| part.is_content_type("text", kind));
            let part = part.and_then(|part| part.text_contents());
            part.unwrap_or_else(|| panic!("the mail has no {kind} part")).to_owned()
        };
        let one_click = message.header_raw("List-Unsubscribe-Post").map(str::trim);
        let unsubscribe = message.header_raw("List-Unsubscribe").map(|link| link.trim().trim_matches(['<', '>']));
        assert_eq!(one_click, unsubscribe.map(|_| "List-Unsubscribe=One-Click"), "both headers, or none");
        Self {
            unsubscribe: unsubscribe.map(str::to_owned),
            to: to.to_owned(),
            subject: message.subject().unwrap_or_default().to_owned(),
            text: part("plain"),
            html: part("html"),
            message_id: message.message_id().unwrap_or_default().to_owned(),
        }
    }

    /// The link in it.
    #[track_caller]
    pub fn link(&self) -> String {
        let line = self.text.lines().find(|line| line.starts_with("http"));
        line.unwrap_or_else(|| panic!("no link in {}", self.text)).trim().to_owned()
    }

    /// The token its link carries.
    #[track_caller]
    pub fn token(&self) -> String {
        let link = self.link();
        let fragment = link.split_once('#').map(|(_, fragment)| fragment.to_owned()).unwrap_or_default();
        let token = fragment.split('&').find_map(|pair| pair.strip_prefix("token="));
        token.unwrap_or_else(|| panic!("no token in {link}")).to_owned()
    }
}

pub struct Mailbox {
    folder: PathBuf,
    seen: RefCell<HashSet<PathBuf>>,
}

impl Mailbox {
    pub fn new(folder: &Path) -> Self {
        Self { folder: folder.to_owned(), seen: RefCell::default() }
    }

    /// In the order they were written.
    pub fn take_new(&self) -> Vec<Mail> {
        let mut new: Vec<_> = std::fs::read_dir(&self.folder)
            .expect("the folder of mails")
            .map(|entry| entry.expect("an entry"))
            .filter(|entry| self.seen.borrow_mut().insert(entry.path()))
            .map(|entry| (entry.metadata().expect("it is there").modified().expect("it has a time"), entry.path()))
            .collect();
        new.sort();
        new.into_iter().map(|(_, path)| read(&path)).collect()
    }
}

fn read(path: &Path) -> Mail {
    Mail::parse(&std::fs::read(path).expect("the mail can be read"))
}

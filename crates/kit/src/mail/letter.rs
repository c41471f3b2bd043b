//! One letter, and its form on the wire.

use std::time::{Duration, SystemTime};

use lettre::Address;
use lettre::message::header::{ContentDisposition, ContentType, HeaderName, HeaderValue};
use lettre::message::{Mailbox, Message, MultiPart, SinglePart};
use serde::{Deserialize, Serialize};

use crate::clock::Time;

/// A letter to one mailbox.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Mail {
    /// The mailbox.
    pub to: String,
    /// The name of whose it is; may be empty.
    pub to_name: String,
    /// The subject, one line.
    pub subject: String,
    /// The text, which everybody can read.
    pub text: String,
    /// The same as HTML, if it is worth it.
    pub html: Option<String>,
    /// Where answers go, if not to the sender.
    pub reply_to: Option<String>,
    /// The address of a page that ends such letters, and takes a one-click POST (RFC 8058).
    pub list_unsubscribe: Option<String>,
    /// A file for calendars that goes along.
    #[serde(default)]
    pub calendar: Option<Invite>,
}

/// A file for calendars (RFC 5545) that goes with a letter.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Invite {
    /// What is to be done with it: the method that stands in the file, too (RFC 6047 §2.4).
    pub method: String,
    /// The file.
    pub text: String,
}

impl Mail {
    /// A plain letter.
    pub fn new(to: impl Into<String>, subject: impl Into<String>, text: impl Into<String>) -> Self {
        Self {
            to: to.into(),
            to_name: String::new(),
            subject: subject.into(),
            text: text.into(),
            html: None,
            reply_to: None,
            list_unsubscribe: None,
            calendar: None,
        }
    }

    /// Can it be written? Says what is wrong with it.
    pub(super) fn check(&self) -> Result<(), String> {
        address(&self.to)?;
        self.reply_to.as_deref().map(address).transpose()?;
        self.unsubscribe()?;
        Ok(())
    }

    /// The letter as it goes out.
    pub(super) fn message(&self, from: &Mailbox, message_id: &str, created_at: Time) -> Result<Message, String> {
        let name = one_line(&self.to_name);
        let mut message = Message::builder()
            .message_id(Some(format!("<{message_id}>")))
            .date(moment(created_at))
            .from(from.clone())
            .to(Mailbox::new((!name.is_empty()).then_some(name), address(&self.to)?))
            .subject(one_line(&self.subject))
            // No holiday notices, please (RFC 3834 §5).
            .raw_header(header("Auto-Submitted", "auto-generated")?);
        if let Some(reply_to) = &self.reply_to {
            message = message.reply_to(Mailbox::new(None, address(reply_to)?));
        }
        if let Some(url) = self.unsubscribe()? {
            message = message
                .raw_header(header("List-Unsubscribe", &format!("<{url}>"))?)
                .raw_header(header("List-Unsubscribe-Post", "List-Unsubscribe=One-Click")?);
        }
        let text = self.text.clone();
        let plain = |text: String| SinglePart::builder().header(ContentType::TEXT_PLAIN).body(text);
        match (&self.html, &self.calendar) {
            (Some(html), None) => message.multipart(MultiPart::alternative_plain_html(text, html.clone())),
            (None, None) => message.singlepart(plain(text)),
            (Some(html), Some(file)) => {
                let both = MultiPart::alternative_plain_html(text, html.clone());
                message.multipart(MultiPart::mixed().multipart(both).singlepart(file.part()?))
            }
            (None, Some(file)) => message.multipart(MultiPart::mixed().singlepart(plain(text)).singlepart(file.part()?)),
        }
        .map_err(|error| format!("the letter cannot be written: {error}"))
    }

    fn unsubscribe(&self) -> Result<Option<url::Url>, String> {
        let parsed = self.list_unsubscribe.as_deref().map(url::Url::parse).transpose();
        parsed.map_err(|error| format!("the address that ends such letters is none: {error}"))
    }
}

impl Invite {
    fn part(&self) -> Result<SinglePart, String> {
        let method: String = self.method.chars().filter(char::is_ascii_alphabetic).collect();
        let kind = ContentType::parse(&format!("text/calendar; charset=utf-8; method={method}")).map_err(|error| error.to_string())?;
        let file = ContentDisposition::attachment("appuntamento.ics");
        Ok(SinglePart::builder().header(kind).header(file).body(self.text.clone()))
    }
}

fn header(name: &'static str, value: &str) -> Result<HeaderValue, String> {
    let name = HeaderName::new_from_ascii(name.to_owned()).map_err(|error| error.to_string())?;
    Ok(HeaderValue::new(name, value.to_owned()))
}

fn moment(time: Time) -> SystemTime {
    SystemTime::UNIX_EPOCH + Duration::from_micros(u64::try_from(time.micros()).unwrap_or_default())
}

/// Somebody's words in a header: a line break there would begin a header of their own.
fn one_line(text: &str) -> String {
    text.split(|letter: char| letter.is_control() || matches!(letter, '\u{2028}' | '\u{2029}'))
        .collect::<Vec<_>>()
        .join(" ")
        .trim()
        .to_owned()
}

/// Is this an address one can write to?
pub fn valid_address(text: &str) -> bool {
    address(text).is_ok()
}

/// An address, its domain in ASCII, so that servers without SMTPUTF8 take it.
fn address(text: &str) -> Result<Address, String> {
    let wrong = || format!("`{}` is no address for mail", text.escape_debug());
    if text.len() > 254 || text.chars().any(|letter| letter.is_control() || letter.is_whitespace() || "<>\",;:\\".contains(letter)) {
        return Err(wrong());
    }
    let (user, domain) = text.rsplit_once('@').ok_or_else(wrong)?;
    let domain = if domain.is_ascii() { domain.to_owned() } else { url::Host::parse(domain).map_err(|_| wrong())?.to_string() };
    Address::new(user, domain).map_err(|_| wrong())
}

/// The sender of the settings: an address, or `Name <address>`.
pub fn sender(text: &str) -> Result<Mailbox, String> {
    let wrong = || format!("`{text}` is not a sender: write an address, or Name <address>");
    if text.chars().any(char::is_control) {
        return Err(wrong());
    }
    match text.trim().strip_suffix('>').and_then(|rest| rest.split_once('<')) {
        Some((name, mailbox)) => {
            let name = name.trim().trim_matches('"').to_owned();
            Ok(Mailbox::new((!name.is_empty()).then_some(name), address(mailbox.trim())?))
        }
        None => address(text.trim()).map(|mailbox| Mailbox::new(None, mailbox)).map_err(|_| wrong()),
    }
}

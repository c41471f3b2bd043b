//! What every page shows around its content, as data that a middleware fills.

use std::ops::Deref;
use std::sync::Arc;

use axum::extract::FromRequestParts;
use http::request::Parts;
use jiff::tz::TimeZone;
use kit::clock::Time;
use kit::config::Town;
use kit::i18n::{Arg, Lang, dates};

use super::words::catalog;

/// The frame of one answer. Cheap to clone; every page template has one in its field `frame`.
#[derive(Clone)]
pub struct Frame(Arc<FrameData>);

/// What the frame knows.
#[derive(Clone)]
pub struct FrameData {
    /// Language of the page.
    pub lang: Lang,
    /// Path of the address, without its query.
    pub path: String,
    /// Path and query, to come back to after signing in or choosing a language.
    pub here: String,
    /// Who the town is.
    pub town: Arc<Town>,
    /// The beginning of every absolute address.
    pub public_url: Arc<str>,
    /// Who is signed in.
    pub account: Option<Account>,
    /// A sentence about what was just done, as a key.
    pub toast: Option<&'static str>,
    /// Now.
    pub now: Time,
    /// The town's clock.
    pub zone: TimeZone,
}

/// Markup that is safe already, because it was made by us.
#[derive(Debug, Clone, Default)]
pub struct Html(pub String);

impl std::fmt::Display for Html {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.0)
    }
}
impl askama::filters::HtmlSafe for Html {}

/// The sections of the site in the order of the navigation: address and key of the name.
const SECTIONS: &[(&str, &str)] = &[
    ("/", "nav-square"),
    ("/uffici", "nav-offices"),
    ("/novita", "nav-news"),
    ("/servizi", "nav-services"),
    ("/pagine", "nav-voices"),
    ("/comunita", "nav-communities"),
];

/// The person in the slim bar.
#[derive(Clone)]
pub struct Account {
    /// Name as shown.
    pub name: String,
    /// Name in addresses.
    pub handle: String,
    /// One or two letters.
    pub initials: String,
    /// Does it work for the town?
    pub is_staff: bool,
    /// What it may open of the office and of administration.
    pub inside: Vec<MenuItem>,
    /// May it publish as a page?
    pub may_publish: bool,
    /// When the account ends, if its owner asked for that.
    pub closing_at: Option<Time>,
    /// Until when what is confidential is open.
    pub glass_until: Option<Time>,
    /// In whose place it acts: names of people who are away.
    pub instead_of: Vec<String>,
    /// How many notices wait to be read.
    pub unread: i64,
}

/// One entry of the menus of the office and of administration.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct MenuItem {
    /// `admin`, `town`, `system` or `office`.
    pub group: &'static str,
    /// Where it leads.
    pub path: &'static str,
    /// Key of its words.
    pub key: &'static str,
    /// Its icon.
    pub icon: &'static str,
}

impl Account {
    /// The entries of one group.
    pub fn menu(&self, group: &str) -> Vec<MenuItem> {
        self.inside.iter().filter(|item| item.group == group).copied().collect()
    }

    /// Where administration begins for this person, if it does.
    pub fn administration(&self) -> Option<&'static str> {
        self.inside.iter().find(|item| item.group != "office").map(|item| item.path)
    }

    /// Does the office begin for this person?
    pub fn office(&self) -> Option<&'static str> {
        self.inside.iter().find(|item| item.group == "office").map(|item| item.path)
    }
}

impl Frame {
    /// Around these data.
    pub fn new(data: FrameData) -> Self {
        Self(Arc::new(data))
    }

    /// The same for somebody for whom so many notices wait.
    #[must_use]
    pub fn with_unread(mut self, unread: i64) -> Self {
        if let Some(account) = &mut Arc::make_mut(&mut self.0).account {
            account.unread = unread;
        }
        self
    }

    /// A sentence without values.
    pub fn t(&self, key: &str) -> &'static str {
        catalog().fixed(self.lang, key)
    }

    /// A sentence with one value, such as a name.
    pub fn t1(&self, key: &str, name: &str, value: &str) -> String {
        catalog().with(self.lang, key, &[(name, Arg::from(value))]).into_owned()
    }

    /// A sentence with two values.
    pub fn t2(&self, key: &str, name: &str, value: &str, other: &str, second: &str) -> String {
        catalog().with(self.lang, key, &[(name, Arg::from(value)), (other, Arg::from(second))]).into_owned()
    }

    /// A sentence that counts: its value is called `n`.
    pub fn tn(&self, key: &str, n: &i64) -> String {
        catalog().with(self.lang, key, &[("n", Arg::from(*n))]).into_owned()
    }

    /// A fault's sentence, with its values.
    pub fn fault(&self, error: &kit::error::FieldError) -> String {
        if error.args.is_empty() {
            return self.t(error.key).to_owned();
        }
        let args: Vec<(&str, Arg<'_>)> = error.args.iter().map(|(name, value)| (*name, Arg::from(value.as_str()))).collect();
        catalog().with(self.lang, error.key, &args).into_owned()
    }

    /// A moment as people say it: "oggi, 8:15".
    pub fn when(&self, time: &Time) -> String {
        dates::when(*time, self.now, &self.zone, self.lang)
    }

    /// A moment in full, for titles and details.
    pub fn when_full(&self, time: &Time) -> String {
        dates::date_time_long(*time, &self.zone, self.lang)
    }

    /// A moment for machines, for `<time datetime>`.
    pub fn machine(&self, time: &Time) -> String {
        dates::machine(*time, &self.zone)
    }

    /// The language's code for `lang` attributes.
    pub fn code(&self) -> &'static str {
        self.lang.word()
    }

    /// The attribute that marks the section of the navigation this page belongs to.
    pub fn current(&self, section: &str) -> Html {
        let here = self.path == section || (section != "/" && self.path.strip_prefix(section).is_some_and(|rest| rest.starts_with('/')));
        Html(if here { " aria-current=\"page\"".into() } else { String::new() })
    }

    /// The entries of a group of the menus of the office and of administration, for this person.
    pub fn menu(&self, group: &str) -> Vec<MenuItem> {
        self.account.as_ref().map(|account| account.menu(group)).unwrap_or_default()
    }

    /// The sections of the navigation.
    pub fn sections(&self) -> &'static [(&'static str, &'static str)] {
        SECTIONS
    }

    /// The languages with their own names.
    pub fn languages(&self) -> [(&'static str, &'static str); 3] {
        [("it", "Italiano"), ("en", "English"), ("de", "Deutsch")]
    }

    /// An icon of the sprite, at 24 pixels. Icons stand beside words, so they are hidden from readers of the screen.
    pub fn icon(&self, name: &'static str) -> Html {
        icon(name, "icon")
    }

    /// An icon at 20 pixels.
    pub fn icon_sm(&self, name: &'static str) -> Html {
        icon(name, "icon icon-sm")
    }

    /// An icon at 16 pixels.
    pub fn icon_xs(&self, name: &'static str) -> Html {
        icon(name, "icon icon-xs")
    }

    /// An address of a file that belongs to the program.
    pub fn asset(&self, name: &str) -> &'static str {
        super::assets::asset(name)
    }

    /// An absolute address.
    pub fn absolute(&self, path: &str) -> String {
        format!("{}{path}", self.public_url)
    }
}

impl Deref for Frame {
    type Target = FrameData;
    fn deref(&self) -> &FrameData {
        &self.0
    }
}

impl<S: Sync> FromRequestParts<S> for Frame {
    type Rejection = kit::Error;
    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, kit::Error> {
        parts.extensions.get::<Self>().cloned().ok_or_else(|| kit::Error::internal("no middleware has filled the frame"))
    }
}

fn icon(name: &'static str, class: &'static str) -> Html {
    let sprite = super::assets::asset("icons.svg");
    Html(format!("<svg class=\"{class}\" aria-hidden=\"true\" focusable=\"false\"><use href=\"{sprite}#{name}\"></use></svg>"))
}

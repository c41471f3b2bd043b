//! A town with things that not everybody may read, and the walk that looks for them.

use std::collections::BTreeMap;
use std::sync::Arc;

use dedalus::identity::{PersonId, Role, Tier};
use http::{Method, header};
use kit::args;
use kit::clock::MINUTE;

use super::places::{self, Known, Visit};
use super::words;
use crate::support::{Dice, Seen, TestApp, Visitor};

/// Who looks: nobody, three citizens, the editor of a page, a moderator of the town.
pub const VIEWERS: [&str; 6] = ["nobody", "anna", "carlo", "dora", "edo", "pina"];

/// A word that some may not read from a moment on.
#[derive(Clone)]
pub struct Secret {
    pub word: String,
    /// Every form it may take.
    pub forms: Vec<String>,
    pub what: &'static str,
    pub from: Vec<&'static str>,
}

impl Secret {
    fn new(word: &str, what: &'static str, from: &[&'static str]) -> Self {
        Self { word: word.to_owned(), forms: words::forms(word), what, from: from.to_vec() }
    }
}

/// Something that was published, and the words in it.
#[derive(Default, Clone)]
pub struct Piece {
    pub id: String,
    pub words: Vec<String>,
    pub known: Known,
}

pub struct World<'t> {
    pub app: &'t TestApp,
    pub dice: Dice,
    /// Look after every act of this scene, not only at the end.
    pub at_once: bool,
    pub known: Known,
    pub secrets: Vec<Secret>,
    pub leaks: Vec<String>,
    people: BTreeMap<&'static str, Arc<Visitor<'t>>>,
    keys: BTreeMap<&'static str, String>,
}

impl<'t> World<'t> {
    pub async fn begin(app: &'t TestApp, dice: Dice) -> Self {
        let mut people: BTreeMap<&'static str, Arc<Visitor<'t>>> = BTreeMap::new();
        people.insert("nobody", Arc::new(app.visitor()));
        for name in ["anna", "bea", "carlo", "dora", "gino", "lia"] {
            app.new_person(name, Tier::Verified).await;
            people.insert(name, Arc::new(app.sign_in(name).await));
        }
        people.insert("edo", Arc::new(app.editor("edo", &["biblioteca"]).await));
        // The second pair of eyes that a page with the two-person rule needs.
        app.editor("ada", &["biblioteca"]).await;
        people.insert("pina", Arc::new(app.staff("pina", Role::Operator).await));
        people.insert("sara", Arc::new(app.staff("sara", Role::System).await));
        let mut known = Known::default();
        let rows: Vec<(String, PersonId)> = app.app.db.all("select handle, id from person order by id", vec![]).await.unwrap();
        known.people = rows.into_iter().map(|(handle, id)| (handle, id.to_string())).collect();
        known.asked.push(places::COMMON.to_owned());
        let mut keys = BTreeMap::new();
        for name in VIEWERS.iter().filter(|name| **name != "nobody") {
            let who = &people[name];
            let form = who.get("/io/chiavi").await.is(200);
            let mut sent = vec![("nome", "Prova".to_owned()), ("tipo", "token".to_owned()), ("durata", "365".to_owned())];
            let scopes = form.text.split("name=\"ambito\"").skip(1).filter_map(|rest| rest.split("value=\"").nth(1)?.split('"').next());
            sent.extend(scopes.map(|scope| ("ambito", scope.to_owned())));
            let sent: Vec<(&str, &str)> = sent.iter().map(|(name, value)| (*name, value.as_str())).collect();
            let made = who.post("/io/chiavi", &sent).await.is(200);
            let key = made.text.split("ded_").nth(1).map(|rest| format!("ded_{}", &rest[..43])).expect("a new key");
            keys.insert(*name, key);
        }
        // The office that the page belongs to has an address of its own.
        app.office("urp").await;
        Self { app, dice, at_once: false, known, secrets: Vec::new(), leaks: Vec::new(), people, keys }
    }

    pub fn who(&self, name: &str) -> Arc<Visitor<'t>> {
        Arc::clone(&self.people[name])
    }

    pub fn word(&mut self) -> String {
        words::word(&mut self.dice)
    }

    pub fn words<const N: usize>(&mut self) -> [String; N] {
        std::array::from_fn(|_| self.word())
    }

    /// Some time passes, so that numbers and moments differ.
    pub fn pass(&self) {
        self.app.clock.advance(1_000_000 + MINUTE / 100);
    }

    /// What follows from what was done.
    pub async fn settle(&self) {
        self.app.run_jobs().await;
        self.pass();
    }

    /// From now on these people may not read these words; at once it is looked whether they do.
    pub async fn hidden(&mut self, what: &'static str, pieces: &[Piece], from: &[&'static str]) {
        let mut known = Known::default();
        let mut new = Vec::new();
        for piece in pieces {
            known.join(&piece.known);
            new.extend(piece.words.iter().map(|word| Secret::new(word, what, from)));
        }
        known.asked.push(places::COMMON.to_owned());
        known.people =
            self.known.people.iter().filter(|(handle, _)| ["anna", "bea", "gino", "lia"].contains(&handle.as_str())).cloned().collect();
        self.known.join(&known);
        if self.at_once {
            for who in from {
                let secrets: Vec<&Secret> = new.iter().collect();
                let found = self.look(who, &known, false, &secrets, false).await;
                self.leaks.extend(found.into_iter().map(|leak| format!("right after: {leak}")));
            }
        }
        self.secrets.extend(new);
    }

    /// Fills the page cache, and makes sure that the words can be found while they may be.
    pub async fn warm(&mut self, pieces: &[Piece], who: &[&'static str]) {
        let mut known = Known { asked: vec![places::COMMON.to_owned()], ..Known::default() };
        let mut secrets = Vec::new();
        for piece in pieces {
            known.join(&piece.known);
            secrets.extend(piece.words.iter().map(|word| Secret::new(word, "warm", &[])));
        }
        let all: Vec<&Secret> = secrets.iter().collect();
        for name in who {
            let found = self.look(name, &known, false, &all, !self.at_once).await;
            assert!(!found.is_empty(), "{name} could read it before");
        }
    }

    /// The first thing that somebody reads and may not: who, where, which word.
    pub async fn first_leak(&self, name: &'static str, secrets: &[&Secret]) -> Option<(&'static str, String, String)> {
        for route in places::routes().iter().filter(|route| places::is_of_the_square(route)) {
            let Some(Visit::At(addresses)) = places::visit(route, &self.known) else { continue };
            for address in addresses.into_iter().filter(|address| !address.starts_with("/media/")) {
                let seen = self.ask(name, &address, false).await;
                assert!(seen.status.as_u16() < 500, "{name} {address}: {}", seen.plain());
                let told = told(&seen);
                let read = secrets.iter().find(|secret| is_told(secret, &address, &told));
                if let Some(secret) = read {
                    return Some((name, address, secret.word.clone()));
                }
            }
        }
        None
    }

    /// Is the word read there?
    pub async fn finds(&self, name: &str, address: &str, word: &str) -> bool {
        words::is_in(word, &self.ask(name, address, false).await.text)
    }

    /// Everything a person may find at the addresses of the town, of words they may not read. `all` visits every address, and
    /// `one` is content with one.
    pub async fn look(&self, name: &str, known: &Known, all: bool, secrets: &[&Secret], one: bool) -> Vec<String> {
        let mut leaks = Vec::new();
        for route in places::routes().iter().filter(|route| all || places::is_of_the_square(route)) {
            let (addresses, stream) =
                match places::visit(route, known).unwrap_or_else(|| panic!("nobody says how {} is visited", route.path)) {
                    Visit::At(addresses) => (addresses, false),
                    Visit::Stream(addresses) => (addresses, true),
                    Visit::NotStaff(addresses) if name != "pina" => (addresses, false),
                    Visit::NotStaff(_) | Visit::Apart(_) => continue,
                };
            for address in addresses {
                let seen = self.ask(name, &address, stream).await;
                assert!(seen.status.as_u16() < 500, "{name} {address}: {}", seen.plain());
                let told = told(&seen);
                let read = secrets.iter().filter(|secret| is_told(secret, &address, &told));
                leaks.extend(read.map(|secret| format!("{name} reads «{}» ({}) at {address}", secret.word, secret.what)));
                if address.starts_with("/media/") && seen.status.as_u16() == 200 && self.is_picture_hidden(name, &address) {
                    leaks.push(format!("{name} sees the picture {address}"));
                }
                if one && !leaks.is_empty() {
                    return leaks;
                }
            }
        }
        leaks
    }

    /// Pictures are hidden with the words around them; the scene that hid them says from whom.
    fn is_picture_hidden(&self, name: &str, address: &str) -> bool {
        self.secrets.iter().any(|secret| secret.word == address.trim_start_matches("/media/") && secret.from.contains(&name))
    }

    pub async fn ask(&self, name: &str, address: &str, stream: bool) -> Seen {
        let mut seen = self.ask_once(name, address, stream).await;
        // A machine that is busy says so, and gives nothing away.
        for _ in 0..20 {
            if seen.status.as_u16() != 503 {
                break;
            }
            tokio::time::sleep(std::time::Duration::from_millis(50)).await;
            seen = self.ask_once(name, address, stream).await;
        }
        seen
    }

    async fn ask_once(&self, name: &str, address: &str, stream: bool) -> Seen {
        let who = &self.people[name];
        if stream {
            return who.listen(address).await;
        }
        match self.keys.get(name) {
            Some(key) if address.starts_with("/api/") => {
                let request = self.app.visitor().request(Method::GET, address).header(header::AUTHORIZATION, format!("Bearer {key}"));
                who.send(request.body(axum::body::Body::empty()).unwrap()).await
            }
            _ => who.get(address).await,
        }
    }

    /// The answer at an address is the one of an address that never was.
    pub async fn twin(&mut self, name: &str, address: &str, own: &str, never: &str) {
        if !self.at_once {
            return;
        }
        let elsewhere = address.replace(own, never);
        // Nobody is somebody else each time: a sentence that one page was to say is not said on the next.
        let (is, would) = if name == "nobody" {
            (self.app.visitor().get(address).await, self.app.visitor().get(&elsewhere).await)
        } else {
            (self.ask(name, address, false).await, self.ask(name, &elsewhere, false).await)
        };
        let (is, would) = (outside(&is, own), outside(&would, never));
        if is != would {
            let (one, other) = (format!("{} {} {}", is.0, is.1, is.2), format!("{} {} {}", would.0, would.1, would.2));
            let at = one.bytes().zip(other.bytes()).position(|(a, b)| a != b).unwrap_or(one.len().min(other.len()));
            let near =
                |text: &str| String::from_utf8_lossy(&text.as_bytes()[at.saturating_sub(60)..(at + 60).min(text.len())]).into_owned();
            self.leaks.push(format!("{name}: {address} does not answer as {elsewhere}:\n  {}\n  {}", near(&one), near(&other)));
        }
    }

    /// Twins of everything about some pieces, for people from whom they are hidden wholly.
    pub async fn twins(&mut self, pieces: &[Piece], names: &[&'static str]) {
        // Who is blocked reads in feeds and pieces what strangers read.
        let open = self.secrets.last().is_some_and(|secret| secret.what == "blocked");
        for piece in pieces {
            for name in names {
                for word in piece.words.iter().filter(|_| piece.known.communities.is_empty()).take(2) {
                    let never = words::word(&mut self.dice);
                    self.twin(name, &format!("/cerca?q={word}"), word, &never).await;
                }
                for id in &piece.known.posts {
                    let never = never(self.app, id).await;
                    for rest in ["", "/versioni", "/apprezzamenti", "/abuso", "/modifica", "/cancellazione", "/da-approvare", "/decisione"]
                    {
                        self.twin(name, &format!("/post/{id}{rest}"), id, &never).await;
                    }
                    if !open {
                        self.twin(name, &format!("/embed/post/{id}"), id, &never).await;
                    }
                    self.twin(name, &format!("/post/nuovo?cita={id}"), id, &never).await;
                }
                for tag in &piece.known.tags {
                    let never = words::word(&mut self.dice);
                    for rest in ["", "/feed.rss"].into_iter().take(if open { 1 } else { 2 }) {
                        self.twin(name, &format!("/argomenti/{tag}{rest}"), tag, &never).await;
                    }
                }
                for (handle, _) in &piece.known.communities {
                    let never = format!("c{}", words::word(&mut self.dice));
                    for rest in ["", "/persone", "/file", "/feed.rss", "/abuso", "/impostazioni", "/uscita"] {
                        self.twin(name, &format!("/comunita/{handle}{rest}"), handle, &never).await;
                    }
                    self.twin(name, &format!("/cerca?q={handle}"), handle, &never).await;
                    self.twin(name, &format!("/post/nuovo?comunita={handle}"), handle, &never).await;
                }
            }
        }
    }

    pub async fn id_of(&self, handle: &str) -> String {
        let (id,): (PersonId,) = self.app.app.db.one("select id from person where handle = $1", args![handle]).await.unwrap();
        id.to_string()
    }
}

/// A number like this one at which no post ever stood. Those of one moment lie side by side, so it is asked for.
pub async fn never(app: &TestApp, id: &str) -> String {
    let id: i64 = id.parse().unwrap();
    let tens = id - id % 10;
    for number in (tens..tens + 10).rev().chain(tens + 10..) {
        let (stand,): (i64,) = app.app.db.one("select count(*) as n from post where id = $1", args![number]).await.unwrap();
        if stand == 0 {
            return number.to_string();
        }
    }
    unreachable!("numbers do not end")
}

/// Body and heads of an answer, as far as our words could stand there.
fn told(seen: &Seen) -> String {
    let heads: String = seen.headers.iter().map(|(_, value)| format!("{}\n", String::from_utf8_lossy(value.as_bytes()))).collect();
    words::condensed(&format!("{} {heads}", seen.text))
}

/// Does an answer tell a word? What was asked for comes back in the answer: `twin` looks at those.
fn is_told(secret: &Secret, address: &str, told: &str) -> bool {
    if address.contains(secret.word.as_str()) || (secret.what == "blocked" && is_for_programs(address)) {
        return false;
    }
    secret.forms.iter().any(|form| told.contains(form.as_str()))
}

/// Feeds and pieces for other sites say what everybody may read, whoever asks: who is blocked reads there what strangers read.
fn is_for_programs(address: &str) -> bool {
    address.contains("/feed.") || address.starts_with("/oembed") || address.starts_with("/embed")
}

/// What one can tell from outside: status, where it leads, the text, without what is new each time.
fn outside(seen: &Seen, own: &str) -> (u16, String, String) {
    let mut text = seen.text.replace(own, "…");
    while let Some(at) = text.find("name=\"chiave\" value=\"") {
        let start = at + "name=\"chiave\"".len();
        let end = text[start + 8..].find('"').map_or(text.len(), |end| start + 9 + end);
        text.replace_range(at..end, "");
    }
    (seen.status.as_u16(), seen.header("location").replace(own, "…"), text)
}

impl Known {
    pub fn join(&mut self, other: &Self) {
        fn add<T: PartialEq + Clone>(to: &mut Vec<T>, from: &[T]) {
            for one in from {
                if !to.contains(one) {
                    to.push(one.clone());
                }
            }
        }
        add(&mut self.posts, &other.posts);
        add(&mut self.communities, &other.communities);
        add(&mut self.files, &other.files);
        add(&mut self.people, &other.people);
        add(&mut self.tags, &other.tags);
        add(&mut self.media, &other.media);
        add(&mut self.captions, &other.captions);
        add(&mut self.reports, &other.reports);
        add(&mut self.decisions, &other.decisions);
        add(&mut self.matters, &other.matters);
        add(&mut self.asked, &other.asked);
    }
}

//! The town in which histories are played: two citizens, two officers of two offices, and everybody else.

use dedalus::desk::request::{CategoryId, Receipt as Paper, add_national};
use dedalus::identity::{Membership, OfficeId, Role, Tier};
use kit::args;
use kit::clock::DAY;

use super::model::{NAMES, Who, World};
use crate::support::{Dice, TestApp, Visitor, decode_quoted_printable};

/// The offices by their names in addresses.
pub const OFFICES: [&str; 2] = ["urp", "lavori"];
const OFFICERS: [&str; 2] = ["olga", "rita"];

pub struct Town<'t> {
    pub app: &'t TestApp,
    pub world: World,
    pub nobody: Visitor<'t>,
    pub people: Vec<Visitor<'t>>,
    pub officers: Vec<Visitor<'t>>,
    pub offices: Vec<OfficeId>,
    pub lamps: CategoryId,
    /// Persons as the database numbers them.
    pub ids: Vec<String>,
    markers: usize,
    seen: std::collections::HashSet<std::ffi::OsString>,
}

impl<'t> Town<'t> {
    pub async fn begin(app: &'t TestApp) -> Self {
        let offices = vec![app.office(OFFICES[0]).await.id, app.office(OFFICES[1]).await.id];
        let first = offices[0];
        app.app.db.write(async |tx| add_national(tx, |_| Some(first)).await).await.unwrap();
        let lamps: (CategoryId,) = app.app.db.one("select id from request_category where code = 'illuminazione'", vec![]).await.unwrap();
        let mut ids = Vec::new();
        for name in NAMES {
            ids.push(app.new_person(name, Tier::Registered).await.to_string());
        }
        for (name, office) in OFFICERS.into_iter().zip(offices.clone()) {
            let id = app.new_person(name, Tier::Registered).await;
            app.app.db.write(async |tx| Membership::begin(tx, id, office, Role::Officer, None).await).await.unwrap();
        }
        let world = World { year: 2028, ..World::default() };
        let nobody = app.visitor();
        let (people, officers) = (Vec::new(), Vec::new());
        let mut town = Self { app, world, nobody, people, officers, offices, lamps: lamps.0, ids, markers: 0, seen: Default::default() };
        town.sign_in().await;
        town
    }

    async fn sign_in(&mut self) {
        (self.people, self.officers) = (Vec::new(), Vec::new());
        for name in NAMES {
            self.people.push(self.app.sign_in(name).await);
        }
        for name in OFFICERS {
            self.officers.push(self.app.sign_in(name).await);
        }
    }

    pub fn who(&self, who: Option<Who>) -> &Visitor<'t> {
        who.map_or(&self.nobody, |who| &self.people[who])
    }

    /// A word that stands in nothing else.
    pub fn marker(&mut self, what: &str) -> String {
        self.markers += 1;
        format!("{what}{}q", self.markers)
    }

    pub fn any(&self, dice: &mut Dice) -> usize {
        dice.below(self.world.requests.len())
    }

    pub fn any_receipt(&self, dice: &mut Dice) -> usize {
        dice.below(self.world.receipts.len())
    }

    /// Where the holder of a receipt reads it.
    pub async fn paper(&self, number: &str) -> String {
        Paper::numbered(&self.app.app.db, number).await.unwrap().path(&self.app.app.secret)
    }

    /// Some days go by: sessions end, people sign in again, and solutions of four weeks ago are asked about.
    pub async fn wait(&mut self, dice: &mut Dice) -> String {
        let days = *dice.of(&[1, 9, 28]);
        self.app.clock.advance(days * DAY);
        self.world.day += days;
        self.world.year = self.app.app.now().zoned(&self.app.app.zone).year();
        self.sign_in().await;
        let asked = |world: &World, at: usize| {
            let one = &world.requests[at];
            one.status == "solved"
                && one.is_report
                && !one.asked
                && one.closed.is_some_and(|closed| (28..56).contains(&(world.day - closed)))
        };
        let due: Vec<usize> = (0..self.world.requests.len()).filter(|at| asked(&self.world, *at)).collect();
        for at in due {
            self.world.requests[at].asked = true;
            self.world.tell(at, super::model::Heard::Holders, None, None);
        }
        let ask = kit::jobs::NewJob::new("request.ask", serde_json::json!({}));
        self.app.app.db.write(async |tx| kit::jobs::enqueue(tx, ask.clone()).await.map(|_| ())).await.unwrap();
        format!("{days} days go by")
    }

    /// The letters that have gone since the last act, beside those that must have.
    pub async fn letters(&mut self) -> Vec<String> {
        self.app.run_jobs().await;
        let mut gone = Vec::new();
        let Ok(folder) = std::fs::read_dir(self.app.folder.join("outbox")) else { return Vec::new() };
        for entry in folder.map(Result::unwrap) {
            if entry.path().extension().is_none_or(|kind| kind != "eml") || !self.seen.insert(entry.file_name()) {
                continue;
            }
            let mail = std::fs::read_to_string(entry.path()).unwrap();
            // The daily mails about the square and the letters about accounts are others' business.
            let Some(letter) = letter(&mail) else { continue };
            gone.push(letter);
        }
        let mut wanted = std::mem::take(&mut self.world.letters);
        gone.sort();
        wanted.sort();
        if gone == wanted { Vec::new() } else { vec![format!("letters gone: {gone:#?}\nshould be: {wanted:#?}")] }
    }

    pub async fn count(&self, sql: &'static str, one: &str) -> i64 {
        let (n,): (i64,) = self.app.app.db.one(sql, args![one]).await.unwrap();
        n
    }
}

/// Mailbox and page of a letter about a request.
fn letter(mail: &str) -> Option<(String, String)> {
    if mail.contains("List-Unsubscribe") {
        return None;
    }
    let text = decode_quoted_printable(mail);
    let link = text.split("http://town.test").nth(1)?.split_whitespace().next()?.to_owned();
    let to = mail.lines().find(|line| line.starts_with("To:"))?;
    let to = to.split(['<', '>', ' ', '\r']).find(|part| part.contains('@'))?.to_owned();
    (link.starts_with("/ricevute/") || link.starts_with("/segnalazioni/")).then_some((to, link))
}

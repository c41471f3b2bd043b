//! What people do, through the forms, and the same in the model. What the model holds for impossible is tried, too, now and then:
//! then the town must refuse it.

mod communities;
mod moderation;
mod people;
mod texts;

use std::collections::{BTreeMap, BTreeSet};

use dedalus::identity::{PersonId, Role, Tier};
use kit::args;

use super::model::{ANNA, BEA, CARLO, Community, EDO, Kind, NAMES, PINA, Source, State, Who, World};
use crate::support::{Dice, Seen, TestApp, Visitor};

pub struct Town<'t> {
    pub app: &'t TestApp,
    pub world: World,
    pub nobody: Visitor<'t>,
    people: Vec<Visitor<'t>>,
    ids: Vec<String>,
    omar: Visitor<'t>,
    sara: Visitor<'t>,
    markers: usize,
}

/// Everybody by number.
const ALL: [Who; 5] = [ANNA, BEA, CARLO, EDO, PINA];

fn parts<'a>(fields: &[(&'a str, &'a str)]) -> Vec<(&'a str, &'a str, &'a str, &'a [u8])> {
    fields.iter().map(|(name, value)| (*name, "", "", value.as_bytes())).collect()
}

impl<'t> Town<'t> {
    pub async fn begin(app: &'t TestApp) -> Self {
        let mut people = Vec::new();
        for name in &NAMES[..3] {
            app.new_person(name, Tier::Verified).await;
            people.push(app.sign_in(name).await);
        }
        people.push(app.editor("edo", &["biblioteca"]).await);
        people.push(app.staff("pina", Role::Operator).await);
        let (omar, sara) = (app.staff("omar", Role::Officer).await, app.staff("sara", Role::System).await);
        let mut ids = Vec::new();
        for name in NAMES {
            let (id,): (PersonId,) = app.app.db.one("select id from person where handle = $1", args![name]).await.unwrap();
            ids.push(id.to_string());
        }
        let mut town = Self { app, world: World::default(), nobody: app.visitor(), people, ids, omar, sara, markers: 0 };
        town.found(CARLO, "remi", Kind::Open).await;
        town.found(ANNA, "vele", Kind::Listed).await;
        app.run_jobs().await;
        town
    }

    pub fn who(&self, who: Option<Who>) -> &Visitor<'t> {
        who.map_or(&self.nobody, |who| &self.people[who])
    }

    /// So full that a list might have a second page.
    pub fn is_full(&self) -> bool {
        self.world.posts.iter().filter(|post| post.root.is_none()).count() >= 18 || self.world.posts.len() >= 60
    }

    fn form(handle: &str, kind: Kind) -> Vec<(&'static str, String)> {
        let word = match kind {
            Kind::Open => "open",
            Kind::Listed => "listed",
            Kind::Secret => "secret",
        };
        let fields = [
            ("nome", handle),
            ("nickname", handle),
            ("scopo", "Per chi rema la sera."),
            ("tipo", word),
            ("argomento", "sport"),
            ("luogo", ""),
            ("regole", "- Piano"),
        ];
        fields.into_iter().map(|(name, value)| (name, value.to_owned())).collect()
    }

    async fn found(&mut self, keeper: Who, handle: &'static str, kind: Kind) {
        send(&self.people[keeper], "/comunita", &Self::form(handle, kind)).await.is(303);
        let (id,): (i64,) = self.app.app.db.one("select id from community where handle = $1", args![handle]).await.unwrap();
        let people = BTreeMap::from([(keeper, State::Member)]);
        let place = Community { handle: handle.to_owned(), id: id.to_string(), keeper, kind, closed: false, people };
        self.world.follows.insert((keeper, Source::Community(self.world.communities.len())), true);
        self.world.communities.push(place);
    }

    /// One act; what it was, to be read in a failing test.
    pub async fn act(&mut self, dice: &mut Dice) -> String {
        self.app.clock.advance(1_000_000);
        let (me, other) = (*dice.of(&ALL), *dice.of(&ALL));
        let text = dice.below(self.world.posts.len().max(1));
        let place = dice.below(self.world.communities.len());
        let nothing = self.world.posts.is_empty();
        match dice.below(36) {
            0..=4 => self.publish(me, dice).await,
            _ if nothing => self.publish(me, dice).await,
            5..=10 => self.comment(me, text, dice).await,
            11 => self.edit(text).await,
            12..=13 => self.delete(me, text).await,
            14 => self.restore(me, text).await,
            15 => self.block(me, other, dice).await,
            16 => self.mute(me, other, dice).await,
            17..=19 => self.follow(me, other, dice).await,
            20 => self.answer_follower(me, other, dice).await,
            21..=22 => self.join(me, place).await,
            23 => self.leave(me, place, dice).await,
            24 => self.invite(other, place, dice).await,
            25 => self.change_kind(place, dice).await,
            26..=27 => self.gesture(me, text, dice).await,
            28..=29 => self.report(me, text, dice).await,
            30 => self.undo_or_appeal(text, dice).await,
            31 => self.private(dice).await,
            32..=33 => self.approve(text, dice).await,
            34 => self.judge(text).await,
            _ => self.close(place, dice).await,
        }
    }

    fn marker(&mut self) -> String {
        self.markers += 1;
        format!("zm{}q", self.markers)
    }

    async fn number(&self, sql: &'static str) -> i64 {
        let (n,): (i64,) = self.app.app.db.one(sql, vec![]).await.unwrap();
        n
    }
}

async fn send(visitor: &Visitor<'_>, path: &str, form: &[(&'static str, String)]) -> Seen {
    let form: Vec<(&str, &str)> = form.iter().map(|(name, value)| (*name, value.as_str())).collect();
    visitor.post(path, &form).await
}

//! What people do, through the forms, and the same in the model. What the model holds for impossible is tried, too, now and then:
//! then the town must refuse it.

use std::collections::{BTreeMap, BTreeSet};

use dedalus::identity::{PersonId, Role, Tier};
use kit::args;

use super::model::{ANNA, About, BEA, CARLO, Community, EDO, Kind, NAMES, Notice, PINA, Post, Source, State, TAGS, Who, World};
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

    async fn publish(&mut self, me: Who, dice: &mut Dice) -> String {
        let marker = self.marker();
        let as_page = me == EDO && dice.below(2) == 0;
        let place = dice.below(self.world.communities.len());
        let community = (!as_page && dice.below(2) == 0)
            .then_some(place)
            .filter(|place| self.world.is_member(Some(me), *place) && !self.world.communities[*place].closed);
        let tag = (dice.below(3) == 0).then(|| dice.below(TAGS.len()));
        let approval = dice.below(4) == 0;
        let warning = if dice.below(5) == 0 { format!("avviso {marker}") } else { String::new() };
        let body = format!("{marker} si va a remare{}", tag.map(|tag| format!(" #{}", TAGS[tag])).unwrap_or_default());
        let handle = community.map(|place| self.world.communities[place].handle.clone()).unwrap_or_default();
        let visitor = &self.people[me];
        let key = visitor.get("/post/nuovo").await.is(200).field("chiave");
        let fields = [
            ("voce", if as_page { "biblioteca" } else { "io" }),
            ("comunita", &handle),
            ("titolo", if as_page { &marker } else { "" }),
            ("testo", &body),
            ("avviso", &warning),
            ("risposte", if approval { "approvazione" } else { "tutti" }),
            ("chiave", &key),
            ("azione", "pubblica"),
        ];
        let path = visitor.post_files("/post", &parts(&fields)).await.is(303).location();
        let entry = self.world.tick();
        let said = format!(
            "{} publishes {marker}{}{} {handle}",
            NAMES[me],
            if as_page { " as the page" } else { "" },
            if approval { ", answers wait" } else { "" }
        );
        self.world.posts.push(Post {
            id: path.rsplit('/').next().unwrap().to_owned(),
            marker,
            by: me,
            as_page,
            community,
            root: None,
            parent: None,
            tag,
            approval,
            deleted: false,
            removed: false,
            hidden: false,
            waits: false,
            judged: !as_page && self.world.limited.contains(&me),
            entry,
            likes: BTreeSet::new(),
            kept: BTreeMap::new(),
            shares: BTreeMap::new(),
            reported: BTreeSet::new(),
            decision: None,
        });
        if !self.world.posts[self.world.posts.len() - 1].held() {
            self.world.published(self.world.posts.len() - 1);
        }
        said
    }

    async fn comment(&mut self, me: Who, text: usize, dice: &mut Dice) -> String {
        let marker = self.marker();
        let root = self.world.posts[text].root.unwrap_or(text);
        let above = self.world.posts[text].root.map(|_| text);
        let as_page = me == EDO && dice.below(3) == 0;
        let top = self.world.posts[root].clone();
        let reads = self.world.reads(Some(me), root);
        let banned = top.community.is_some_and(|place| self.world.communities[place].people.get(&me) == Some(&State::Banned));
        let gone = above.is_some_and(|at| self.world.posts[at].deleted || self.world.posts[at].held());
        let key = self.people[me].get("/post/nuovo").await.is(200).field("chiave");
        let answers = above.map(|at| self.world.posts[at].id.clone()).unwrap_or_default();
        let body = format!("{marker} ci sto");
        let form =
            [("testo", body.as_str()), ("voce", if as_page { "biblioteca" } else { "io" }), ("risponde", &answers), ("chiave", &key)];
        let seen = self.people[me].post(&format!("/post/{}/commenti", top.id), &form).await;
        let said = format!("{} comments {marker} below {} (answers {})", NAMES[me], top.marker, answers);
        if !reads {
            seen.is(404);
            return format!("{said}: not found");
        }
        if banned || gone {
            seen.is(422);
            return format!("{said}: refused");
        }
        let id = seen.is(303).header("location").rsplit("#c").next().unwrap().to_owned();
        let trusted = as_page || (top.by == me && !top.as_page);
        let waits = top.approval && !trusted;
        let entry = self.world.tick();
        // The deepest level is the third: what answers it stands beside it.
        let mut depth = 1;
        let mut at = above;
        while let Some(one) = at.filter(|one| *one != root) {
            depth += 1;
            at = self.world.posts[one].parent;
        }
        let parent = if depth > 3 { above.and_then(|at| self.world.posts[at].parent) } else { above }.unwrap_or(root);
        self.world.posts.push(Post {
            id,
            marker,
            by: me,
            as_page,
            community: top.community,
            root: Some(root),
            parent: Some(parent),
            tag: None,
            approval: false,
            deleted: false,
            removed: false,
            hidden: false,
            waits,
            judged: !as_page && self.world.limited.contains(&me),
            entry,
            likes: BTreeSet::new(),
            kept: BTreeMap::new(),
            shares: BTreeMap::new(),
            reported: BTreeSet::new(),
            decision: None,
        });
        let new = self.world.posts.len() - 1;
        if self.world.posts[new].held() {
            let owner = self.world.owner(root);
            if owner != me {
                let notice = Notice {
                    to: 0,
                    group: (format!("post {root}"), "held"),
                    about: About::Post(root),
                    actor: Some(me),
                    key: format!("held:{new}"),
                };
                self.world.tell_readers(&[owner], root, &notice);
            }
        } else {
            self.world.published(new);
        }
        said
    }

    /// Its author writes it anew, with another word.
    async fn edit(&mut self, text: usize) -> String {
        let post = self.world.posts[text].clone();
        let path = format!("/post/{}/modifica", post.id);
        let me = post.by;
        let form = self.people[me].get(&path).await;
        if !self.world.reads(Some(me), text) {
            form.is(404);
            return format!("{} may not change {}", NAMES[me], post.marker);
        }
        let form = form.is(200);
        let marker = self.marker();
        let version = form.field("versione");
        let body = format!("{marker} si va a remare{}", post.tag.map(|tag| format!(" #{}", TAGS[tag])).unwrap_or_default());
        let mut fields = vec![("testo", body.as_str()), ("versione", &version), ("azione", "pubblica")];
        let key = if post.root.is_none() { form.field("chiave") } else { String::new() };
        if post.root.is_none() {
            fields.extend([
                ("titolo", if post.as_page { marker.as_str() } else { "" }),
                ("risposte", if post.approval { "approvazione" } else { "tutti" }),
                ("chiave", &key),
            ]);
        }
        self.people[me].post_files(&path, &parts(&fields)).await.is(303);
        self.world.posts[text].marker.clone_from(&marker);
        self.world.posts[text].judged |= !post.as_page && self.world.limited.contains(&me);
        format!("{} changes {} into {marker}", NAMES[me], post.marker)
    }

    fn speaks(&self, me: Who, post: &Post) -> bool {
        if post.as_page { me == EDO } else { post.by == me }
    }

    fn keeps(&self, me: Who, post: &Post) -> bool {
        let page = post.root.is_some_and(|root| self.world.posts[root].as_page);
        (page && me == EDO)
            || post.community.is_some_and(|place| self.world.communities[place].keeper == me && self.world.is_member(Some(me), place))
    }

    async fn delete(&mut self, me: Who, text: usize) -> String {
        let post = self.world.posts[text].clone();
        let seen = self.people[me].post(&format!("/post/{}/cancellazione", post.id), &[]).await;
        let said = format!("{} deletes {}", NAMES[me], post.marker);
        if post.deleted || !(self.speaks(me, &post) || self.keeps(me, &post)) {
            seen.is(404);
            return format!("{said}: not found");
        }
        seen.is(303);
        let removed = !self.speaks(me, &post);
        let text = &mut self.world.posts[text];
        (text.deleted, text.removed) = (true, removed);
        said
    }

    async fn restore(&mut self, me: Who, text: usize) -> String {
        let post = self.world.posts[text].clone();
        let seen = self.people[me].post(&format!("/post/{}/ripristino", post.id), &[]).await;
        let said = format!("{} brings {} back", NAMES[me], post.marker);
        let may = if post.removed { self.keeps(me, &post) } else { self.speaks(me, &post) };
        if !post.deleted || !may {
            seen.is(404);
            return format!("{said}: not found");
        }
        seen.is(303);
        let text = &mut self.world.posts[text];
        (text.deleted, text.removed) = (false, false);
        said
    }

    async fn block(&mut self, me: Who, other: Who, dice: &mut Dice) -> String {
        let begins = dice.below(3) > 0;
        let path = format!("/persone/{}/blocco{}", NAMES[other], if begins { "" } else { "/ritiro" });
        let seen = self.people[me].post(&path, &[]).await;
        let said = format!("{} {} {}", NAMES[me], if begins { "blocks" } else { "unblocks" }, NAMES[other]);
        if me == other && begins {
            seen.is(404);
            return format!("{said}: not found");
        }
        seen.is(303);
        if begins {
            self.world.blocks.insert((me, other));
            self.world.follows.remove(&(me, Source::Person(other)));
            self.world.follows.remove(&(other, Source::Person(me)));
        } else {
            self.world.blocks.remove(&(me, other));
        }
        said
    }

    async fn mute(&mut self, me: Who, other: Who, dice: &mut Dice) -> String {
        let begins = dice.below(3) > 0 && me != other;
        let path = format!("/persone/{}/silenzio{}", NAMES[other], if begins { "" } else { "/ritiro" });
        self.people[me].post(&path, &[]).await.is(303);
        if begins {
            self.world.mutes.insert((me, other));
        } else {
            self.world.mutes.remove(&(me, other));
        }
        format!("{} {} {}", NAMES[me], if begins { "mutes" } else { "hears again" }, NAMES[other])
    }

    async fn follow(&mut self, me: Who, other: Who, dice: &mut Dice) -> String {
        let begins = dice.below(4) > 0;
        let place = dice.below(self.world.communities.len());
        let tag = dice.below(TAGS.len());
        let known_tag = self.world.posts.iter().any(|post| post.tag == Some(tag));
        let (source, path, may) = match dice.below(5) {
            0 => (Source::Page, "/pagine/biblioteca".to_owned(), true),
            1 => {
                (Source::Community(place), format!("/comunita/{}", self.world.communities[place].handle), self.world.knows(Some(me), place))
            }
            2 if known_tag => (Source::Tag(tag), format!("/argomenti/{}", TAGS[tag]), true),
            _ => (Source::Person(other), format!("/persone/{}", NAMES[other]), !begins || (me != other && !self.world.apart(me, other))),
        };
        let seen = self.people[me].post(&format!("{path}/seguito{}", if begins { "" } else { "/ritiro" }), &[]).await;
        let said = format!("{} {} {source:?}", NAMES[me], if begins { "follows" } else { "leaves" });
        if !may {
            seen.is(404);
            return format!("{said}: not found");
        }
        seen.is(303);
        if !begins {
            self.world.follows.remove(&(me, source));
            return said;
        }
        if self.world.follows.contains_key(&(me, source)) {
            return format!("{said} already");
        }
        let asks = matches!(source, Source::Person(other) if self.world.private.contains(&other));
        self.world.follows.insert((me, source), !asks);
        if let Source::Person(other) = source {
            let words = if asks { "follow-asked" } else { "followed" };
            let notice = Notice {
                to: 0,
                group: (format!("person {other}"), words),
                about: About::Person(me),
                actor: Some(me),
                key: format!("{words}:{me}"),
            };
            self.world.tell(&[other], &notice);
        }
        said
    }

    async fn answer_follower(&mut self, me: Who, other: Who, dice: &mut Dice) -> String {
        let state = self.world.follows.get(&(other, Source::Person(me))).copied();
        let yes = dice.below(3) > 0;
        let path = if yes {
            format!("/io/richieste/{}/accoglimento", self.ids[other])
        } else {
            format!("/io/seguaci/{}/rimozione", self.ids[other])
        };
        let seen = self.people[me].post(&path, &[]).await;
        let said = format!("{} {} {}", NAMES[me], if yes { "accepts" } else { "removes" }, NAMES[other]);
        if (yes && state != Some(false)) || state.is_none() {
            seen.is(404);
            return format!("{said}: not found");
        }
        seen.is(303);
        if yes {
            self.accepted(me, other);
        } else {
            self.world.follows.remove(&(other, Source::Person(me)));
        }
        said
    }

    fn accepted(&mut self, me: Who, other: Who) {
        self.world.follows.insert((other, Source::Person(me)), true);
        let notice = Notice {
            to: 0,
            group: (format!("person {other}"), "follow-accepted"),
            about: About::Person(me),
            actor: Some(me),
            key: format!("follow-accepted:{me}"),
        };
        self.world.tell(&[other], &notice);
    }

    /// A community tells something of a person; each time is one.
    fn tells(&mut self, place: usize, words: &'static str, to: Who, actor: Who) {
        let key = format!("{words}:{place}:{}", self.world.tick());
        let notice =
            Notice { to: 0, group: (format!("community {place}"), words), about: About::Community(place), actor: Some(actor), key };
        self.world.tell(&[to], &notice);
    }

    fn admit(&mut self, me: Who, place: usize) {
        self.world.communities[place].people.insert(me, State::Member);
        self.world.follows.entry((me, Source::Community(place))).or_insert(true);
    }

    async fn join(&mut self, me: Who, place: usize) -> String {
        let community = self.world.communities[place].clone();
        let seen = self.people[me].post(&format!("/comunita/{}/iscrizione", community.handle), &[]).await;
        let said = format!("{} joins {}", NAMES[me], community.handle);
        if !self.world.knows(Some(me), place) {
            seen.is(404);
            return format!("{said}: not found");
        }
        match (community.people.get(&me), community.kind) {
            (Some(State::Member), _) => {}
            (Some(State::Banned), _) => {
                seen.is(403);
                return format!("{said}: banned");
            }
            (Some(State::Asked), Kind::Listed | Kind::Secret) => {}
            (None, Kind::Listed) => {
                self.world.communities[place].people.insert(me, State::Asked);
                self.tells(place, "community-asked", community.keeper, me);
            }
            _ => {
                self.admit(me, place);
                self.tells(place, "community-joined", community.keeper, me);
            }
        }
        seen.is(303);
        said
    }

    /// Out by oneself, or sent away.
    async fn leave(&mut self, me: Who, place: usize, dice: &mut Dice) -> String {
        let community = self.world.communities[place].clone();
        if me == community.keeper || community.closed {
            return "nobody leaves".into();
        }
        let state = community.people.get(&me).copied();
        if dice.below(2) == 0 {
            let seen = self.people[me].post(&format!("/comunita/{}/uscita", community.handle), &[]).await;
            let said = format!("{} leaves {}", NAMES[me], community.handle);
            if !self.world.knows(Some(me), place) || matches!(state, None | Some(State::Banned)) {
                seen.is(404);
                return format!("{said}: not found");
            }
            seen.is(303);
            self.forget(me, place);
            return said;
        }
        let for_good = dice.below(2) == 0;
        let mut form = vec![("motivo", "Non parla di questo.")];
        form.extend(for_good.then_some(("sempre", "si")));
        let path = format!("/comunita/{}/persone/{}/allontanamento", community.handle, self.ids[me]);
        let seen = self.people[community.keeper].post(&path, &form).await;
        let said = format!("{} is sent away from {}{}", NAMES[me], community.handle, if for_good { " for good" } else { "" });
        if matches!(state, None | Some(State::Banned)) {
            seen.is(404);
            return format!("{said}: not found");
        }
        seen.is(303);
        self.forget(me, place);
        if for_good {
            self.world.communities[place].people.insert(me, State::Banned);
        }
        said
    }

    fn forget(&mut self, me: Who, place: usize) {
        self.world.communities[place].people.remove(&me);
        self.world.follows.remove(&(me, Source::Community(place)));
    }

    /// The keeper invites, or answers who asked.
    async fn invite(&mut self, other: Who, place: usize, dice: &mut Dice) -> String {
        let community = self.world.communities[place].clone();
        let keeper = community.keeper;
        if community.closed {
            return "nobody is invited".into();
        }
        let state = community.people.get(&other).copied();
        if state == Some(State::Asked) {
            let yes = dice.below(2) == 0;
            let path =
                format!("/comunita/{}/richieste/{}/{}", community.handle, self.ids[other], if yes { "accoglimento" } else { "rifiuto" });
            self.people[keeper].post(&path, &[]).await.is(303);
            if yes {
                self.admit(other, place);
            } else {
                self.forget(other, place);
            }
            self.tells(place, if yes { "community-yes" } else { "community-no" }, other, keeper);
            return format!("{} answers {} in {}: {yes}", NAMES[keeper], NAMES[other], community.handle);
        }
        let seen = self.people[keeper].post(&format!("/comunita/{}/inviti", community.handle), &[("chi", NAMES[other])]).await;
        let said = format!("{} is invited to {}", NAMES[other], community.handle);
        if self.world.apart(keeper, other) || matches!(state, Some(State::Member | State::Banned)) {
            seen.is(422);
            return format!("{said}: refused");
        }
        seen.is(303);
        if state.is_none() {
            self.world.communities[place].people.insert(other, State::Invited);
            self.tells(place, "community-invited", other, keeper);
        }
        said
    }

    async fn change_kind(&mut self, place: usize, dice: &mut Dice) -> String {
        let community = self.world.communities[place].clone();
        if community.closed {
            return "nothing is changed".into();
        }
        let kind = *dice.of(&[Kind::Open, Kind::Listed, Kind::Secret]);
        let form = Self::form(&community.handle, kind);
        send(&self.people[community.keeper], &format!("/comunita/{}/impostazioni", community.handle), &form).await.is(303);
        self.world.communities[place].kind = kind;
        format!("{} is {kind:?} now", community.handle)
    }

    async fn close(&mut self, place: usize, dice: &mut Dice) -> String {
        let community = self.world.communities[place].clone();
        if !community.closed && dice.below(2) == 0 {
            return "a quiet day".into();
        }
        let path = format!("/amministrazione/comunita/{}", community.id);
        if community.closed {
            self.sara.post(&format!("{path}/riapertura"), &[]).await.is(303);
        } else {
            self.sara.post(&format!("{path}/chiusura"), &[("motivo", "Non rispetta le regole.")]).await.is(303);
        }
        self.world.communities[place].closed = !community.closed;
        format!("{} is {}", community.handle, if community.closed { "open again" } else { "closed" })
    }

    /// Like, keep, share, or take it back.
    async fn gesture(&mut self, me: Who, text: usize, dice: &mut Dice) -> String {
        let post = self.world.posts[text].clone();
        let (what, back) = (*dice.of(&["apprezzamento", "segnalibro", "condivisione"]), dice.below(4) == 0);
        let had = match what {
            "apprezzamento" => post.likes.contains(&me),
            "segnalibro" => post.kept.contains_key(&me),
            _ => post.shares.contains_key(&me),
        };
        let seen = self.people[me].post(&format!("/post/{}/{what}{}", post.id, if back { "/ritiro" } else { "" }), &[]).await;
        let said = format!("{} {what} {}{}", NAMES[me], post.marker, if back { " (back)" } else { "" });
        let reads = self.world.reads(Some(me), text);
        if back {
            if had || reads {
                seen.is(303);
            } else {
                seen.is(404);
            }
            let text = &mut self.world.posts[text];
            match what {
                "apprezzamento" => drop(text.likes.remove(&me)),
                "segnalibro" => drop(text.kept.remove(&me)),
                _ => drop(text.shares.remove(&me)),
            }
            return said;
        }
        if !reads {
            seen.is(404);
            return format!("{said}: not found");
        }
        if what == "condivisione" && (post.root.is_some() || !self.world.reads(None, text)) {
            seen.is(409);
            return format!("{said}: not for everybody");
        }
        seen.is(303);
        let now = self.world.tick();
        let target = &mut self.world.posts[text];
        let words = match what {
            "apprezzamento" if target.likes.insert(me) => "liked",
            "condivisione" if !had => {
                target.shares.insert(me, now);
                "shared"
            }
            "segnalibro" => {
                target.kept.entry(me).or_insert(now);
                return said;
            }
            _ => return said,
        };
        let owner = self.world.owner(text);
        if owner != me {
            let notice = Notice {
                to: 0,
                group: (format!("post {text}"), words),
                about: About::Post(text),
                actor: Some(me),
                key: format!("{words}:{text}:{me}"),
            };
            self.world.tell_readers(&[owner], text, &notice);
        }
        said
    }

    async fn number(&self, sql: &'static str) -> i64 {
        let (n,): (i64,) = self.app.app.db.one(sql, vec![]).await.unwrap();
        n
    }

    /// Somebody reports it, and moderation decides at once: nothing, a warning, hidden, or its author limited.
    async fn report(&mut self, me: Who, text: usize, dice: &mut Dice) -> String {
        let post = self.world.posts[text].clone();
        let seen = self.people[me].post(&format!("/post/{}/abuso", post.id), &[("motivo", "offese"), ("parole", "Non va")]).await;
        let said = format!("{} reports {}", NAMES[me], post.marker);
        if !self.world.reads(Some(me), text) || post.by == me || (post.as_page && me == EDO) {
            seen.is(404);
            return format!("{said}: not found");
        }
        seen.is(303);
        if post.reported.contains(&me) {
            return format!("{said} again");
        }
        self.world.posts[text].reported.insert(me);
        if post.as_page {
            return format!("{said}, which waits");
        }
        let matter = self.number("select max(id) as n from matter where closed_at is null").await;
        let action = *dice.of(&["niente", "richiamo", "nascondi", "nascondi", "nascondi", "limita"]);
        let form = [("azione", action), ("regola", "offese"), ("fatti", "Non si parla così in piazza."), ("durata", "")];
        // Who reported it, or wrote it, does not decide.
        let judge = if me == PINA || post.by == PINA { &self.omar } else { &self.people[PINA] };
        judge.post(&format!("/segreteria/moderazione/{matter}/decisione"), &form).await.is(303);
        let decision = self.number("select max(id) as n from decision").await;
        match action {
            "nascondi" => {
                self.world.posts[text].hidden = true;
                self.world.posts[text].decision = Some(decision.to_string());
            }
            "limita" => drop(self.world.limited.insert(post.by)),
            _ => {}
        }
        let notice = |words| Notice {
            to: 0,
            group: (format!("decision {decision}"), words),
            about: About::Nothing,
            actor: None,
            key: format!("{words}:{decision}"),
        };
        self.world.tell(&[post.by], &notice("decision"));
        self.world.tell(&[me], &notice("report-decided"));
        format!("{said}: {action}")
    }

    /// Moderation reads what waits for it, and lets it out.
    async fn judge(&mut self, text: usize) -> String {
        let many = self.world.posts.len();
        let found = (0..many).map(|at| (at + text) % many).find(|at| self.world.posts[*at].judged && !self.world.posts[*at].deleted);
        let Some(at) = found else { return "nothing waits for moderation".into() };
        let post = self.world.posts[at].clone();
        let id: i64 = post.id.parse().unwrap();
        let (matter,): (i64,) =
            self.app.app.db.one("select id from matter where closed_at is null and subject_id = $1", args![id]).await.unwrap();
        let form = [("azione", "niente"), ("regola", "offese"), ("fatti", ""), ("durata", "")];
        let judge = if post.by == PINA { &self.omar } else { &self.people[PINA] };
        judge.post(&format!("/segreteria/moderazione/{matter}/decisione"), &form).await.is(303);
        let decision = self.number("select max(id) as n from decision").await;
        self.world.posts[at].judged = false;
        let notice = Notice {
            to: 0,
            group: (format!("decision {decision}"), "decision"),
            about: About::Nothing,
            actor: None,
            key: format!("decision:{decision}"),
        };
        self.world.tell(&[post.by], &notice);
        if self.world.posts[at].waits {
            return format!("{} still waits for an author", post.marker);
        }
        if let Some(root) = post.root {
            let notice = Notice {
                to: 0,
                group: (format!("post {root}"), "approved"),
                about: About::Post(at),
                actor: None,
                key: format!("approved:{at}"),
            };
            self.world.tell_readers(&[post.by], at, &notice);
        }
        self.world.published(at);
        format!("moderation lets {} out", post.marker)
    }

    /// What is hidden comes back: moderation thought better of it, or its author asked and somebody else decided.
    async fn undo_or_appeal(&mut self, text: usize, dice: &mut Dice) -> String {
        let hidden = (0..self.world.posts.len()).map(|at| (at + text) % self.world.posts.len()).find(|at| self.world.posts[*at].hidden);
        let Some((text, decision)) = hidden.and_then(|at| self.world.posts[at].decision.clone().map(|decision| (at, decision))) else {
            return "nothing is hidden".into();
        };
        let post = self.world.posts[text].clone();
        if dice.below(2) == 0 || post.by == PINA {
            let path = format!("/segreteria/moderazione/decisioni/{decision}/annullamento");
            self.omar.post(&path, &[("motivo", "Era uno sbaglio.")]).await.is(303);
            self.world.posts[text].hidden = false;
            self.world.posts[text].decision = None;
            return format!("{} is hidden no more", post.marker);
        }
        let words = "È stato frainteso, non offende nessuno.";
        self.people[post.by].post(&format!("/io/decisioni/{decision}/ricorso"), &[("testo", words)]).await.is(303);
        let appeal = self.number("select max(id) as n from appeal").await;
        let decided: (i64,) = self
            .app
            .app
            .db
            .one("select decided_by as n from decision where id = $1", args![decision.parse::<i64>().unwrap()])
            .await
            .unwrap();
        let judge = if decided.0.to_string() == self.ids[PINA] { &self.omar } else { &self.people[PINA] };
        let yes = dice.below(2) == 0;
        let form = [("esito", if yes { "accolto" } else { "respinto" }), ("testo", "Lo abbiamo riletto insieme.")];
        judge.post(&format!("/segreteria/moderazione/ricorsi/{appeal}/decisione"), &form).await.is(303);
        let said = if yes { "appeal-upheld" } else { "appeal-refused" };
        let target = &mut self.world.posts[text];
        target.decision = None;
        target.hidden = !yes;
        let notice = Notice {
            to: 0,
            group: (format!("appeal {appeal}"), said),
            about: About::Nothing,
            actor: None,
            key: format!("{said}:{appeal}"),
        };
        self.world.tell(&[post.by], &notice);
        format!("{} appeals about {}: {yes}", NAMES[post.by], post.marker)
    }

    /// The second citizen closes or opens her profile.
    async fn private(&mut self, dice: &mut Dice) -> String {
        let closes = dice.below(3) > 0;
        let mut form = vec![("nome", "Bea Prova"), ("bio", ""), ("lingua", "it")];
        form.extend(closes.then_some(("privato", "si")));
        self.people[BEA].post("/io/profilo", &form).await.is(303);
        let was = self.world.private.contains(&BEA);
        if closes {
            self.world.private.insert(BEA);
        } else {
            self.world.private.remove(&BEA);
        }
        if was && !closes {
            let waiting = |other: &Who| self.world.follows.get(&(*other, Source::Person(BEA))) == Some(&false);
            let asking: Vec<Who> = ALL.into_iter().filter(waiting).collect();
            for other in asking {
                self.accepted(BEA, other);
            }
        }
        format!("bea's profile is {}", if closes { "private" } else { "open" })
    }

    /// Whoever wrote the post decides about an answer that waits.
    async fn approve(&mut self, text: usize, dice: &mut Dice) -> String {
        let many = self.world.posts.len();
        let found = (0..many).map(|at| (at + text) % many).find(|at| self.world.posts[*at].waits && !self.world.posts[*at].deleted);
        let Some(at) = found else { return "nothing waits".into() };
        let comment = self.world.posts[at].clone();
        let root = comment.root.unwrap();
        let (keeper, yes) = (self.world.owner(root), dice.below(3) > 0);
        let path = format!("/post/{}/da-approvare/{}", self.world.posts[root].id, if yes { "approvazione" } else { "rifiuto" });
        let seen = self.people[keeper].post(&path, &[("commento", &comment.id)]).await;
        let said = format!("{} {} {}", NAMES[keeper], if yes { "approves" } else { "refuses" }, comment.marker);
        if !self.world.reads(Some(keeper), root) {
            seen.is(404);
            return format!("{said}: not found");
        }
        seen.is(303);
        // Of whoever is blocked nothing waits, and what is hidden is moderation's.
        if comment.hidden || comment.judged || (!comment.as_page && self.world.apart(keeper, comment.by)) {
            return format!("{said}: nothing");
        }
        if !yes {
            let target = &mut self.world.posts[at];
            (target.deleted, target.removed) = (true, true);
            return said;
        }
        self.world.posts[at].waits = false;
        let notice = Notice {
            to: 0,
            group: (format!("post {root}"), "approved"),
            about: About::Post(at),
            actor: None,
            key: format!("approved:{at}"),
        };
        self.world.tell_readers(&[comment.by], at, &notice);
        self.world.published(at);
        said
    }
}

async fn send(visitor: &Visitor<'_>, path: &str, form: &[(&'static str, String)]) -> Seen {
    let form: Vec<(&str, &str)> = form.iter().map(|(name, value)| (*name, value.as_str())).collect();
    visitor.post(path, &form).await
}

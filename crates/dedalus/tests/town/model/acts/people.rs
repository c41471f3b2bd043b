//! Who blocks, mutes and follows whom, and whose profile is private.

use super::super::model::*;
use super::*;

impl Town<'_> {
    pub(super) async fn block(&mut self, me: Who, other: Who, dice: &mut Dice) -> String {
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

    pub(super) async fn mute(&mut self, me: Who, other: Who, dice: &mut Dice) -> String {
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

    pub(super) async fn follow(&mut self, me: Who, other: Who, dice: &mut Dice) -> String {
        let begins = dice.below(4) > 0;
        let place = dice.below(self.world.communities.len());
        let tag = dice.below(TAGS.len());
        let (source, path, may) = match dice.below(5) {
            0 => (Source::Page, "/pagine/biblioteca".to_owned(), true),
            1 => {
                (Source::Community(place), format!("/comunita/{}", self.world.communities[place].handle), self.world.knows(Some(me), place))
            }
            2 => (Source::Tag(tag), format!("/argomenti/{}", TAGS[tag]), true),
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

    pub(super) async fn answer_follower(&mut self, me: Who, other: Who, dice: &mut Dice) -> String {
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

    pub(super) fn accepted(&mut self, me: Who, other: Who) {
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

    /// The second citizen closes or opens her profile.
    pub(super) async fn private(&mut self, dice: &mut Dice) -> String {
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
}

//! Communities: coming, going, inviting, changing who may read.

use super::super::model::*;
use super::*;

impl Town<'_> {
    /// A community tells something of a person; each time is one.
    pub(super) fn tells(&mut self, place: usize, words: &'static str, to: Who, actor: Who) {
        let key = format!("{words}:{place}:{}", self.world.tick());
        let notice =
            Notice { to: 0, group: (format!("community {place}"), words), about: About::Community(place), actor: Some(actor), key };
        self.world.tell(&[to], &notice);
    }

    pub(super) fn admit(&mut self, me: Who, place: usize) {
        self.world.communities[place].people.insert(me, State::Member);
        self.world.follows.entry((me, Source::Community(place))).or_insert(true);
    }

    pub(super) async fn join(&mut self, me: Who, place: usize) -> String {
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
    pub(super) async fn leave(&mut self, me: Who, place: usize, dice: &mut Dice) -> String {
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
        let key = format!("community-away:{place}:{}", self.world.tick());
        let group = (format!("community {place}"), "community-away");
        self.world.tell(&[me], &Notice { to: 0, group, about: About::Nothing, actor: None, key });
        self.forget(me, place);
        if for_good {
            self.world.communities[place].people.insert(me, State::Banned);
        }
        said
    }

    pub(super) fn forget(&mut self, me: Who, place: usize) {
        self.world.communities[place].people.remove(&me);
        self.world.follows.remove(&(me, Source::Community(place)));
    }

    /// The keeper invites, or answers who asked.
    pub(super) async fn invite(&mut self, other: Who, place: usize, dice: &mut Dice) -> String {
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

    pub(super) async fn change_kind(&mut self, place: usize, dice: &mut Dice) -> String {
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

    pub(super) async fn close(&mut self, place: usize, dice: &mut Dice) -> String {
        let community = self.world.communities[place].clone();
        if !community.closed && dice.below(2) == 0 {
            return "a quiet day".into();
        }
        let path = format!("/amministrazione/comunita/{}", community.id);
        if community.closed {
            self.sara.post(&format!("{path}/riapertura"), &[]).await.is(303);
        } else {
            self.sara.post(&format!("{path}/chiusura"), &[("motivo", "Non rispetta le regole.")]).await.is(303);
            // Who keeps it hears of it, for they find the place no more.
            if community.people.get(&community.keeper) == Some(&State::Member) {
                let key = format!("community-closed:{place}:{}", self.world.tick());
                let group = (format!("community {place}"), "community-closed");
                self.world.tell(&[community.keeper], &Notice { to: 0, group, about: About::Nothing, actor: None, key });
            }
        }
        self.world.communities[place].closed = !community.closed;
        format!("{} is {}", community.handle, if community.closed { "open again" } else { "closed" })
    }
}

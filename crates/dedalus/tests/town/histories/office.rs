//! What the office does.

use super::model::{ALL, Comment, Heard, is_answer, is_closed, needs_words, office_may};
use super::town::{OFFICES, Town};
use crate::support::Dice;

impl Town<'_> {
    fn desk(&self, at: usize) -> String {
        format!("/segreteria/richieste/{}", self.world.requests[at].number)
    }

    /// Mostly the office that has it; now and then the other, which finds nothing.
    fn officer(&self, at: usize, dice: &mut Dice) -> usize {
        let own = self.world.requests[at].office;
        if dice.below(12) == 0 { 1 - own } else { own }
    }

    pub async fn make_move(&mut self, dice: &mut Dice) -> String {
        let at = self.any(dice);
        let by = self.officer(at, dice);
        let from = self.world.requests[at].status;
        let allowed: Vec<_> = ALL.into_iter().filter(|to| office_may(from, to)).collect();
        let to = if allowed.is_empty() || dice.below(8) == 0 { *dice.of(&ALL) } else { *dice.of(&allowed) };
        let words = if dice.below(10) == 0 { String::new() } else { self.marker("Parole") };
        let answer = self.officers[by].post(&format!("{}/stato", self.desk(at)), &[("stato", to), ("parole", &words)]).await;
        let said = format!("office {by} moves {} from {from} to {to} «{words}»", self.world.requests[at].number);
        if by != self.world.requests[at].office {
            answer.is(404);
        } else if !office_may(from, to) || (needs_words(to) && words.is_empty()) {
            assert_eq!(answer.status, 422, "{said}");
        } else {
            assert_eq!(answer.status, 303, "{said}");
            self.world.set(at, to);
            if is_answer(to) {
                self.world.requests[at].answer = Some(words);
            }
            self.moved(at, if is_answer(to) { Heard::Answer } else { Heard::Everybody });
        }
        said
    }

    pub async fn hand_over(&mut self, dice: &mut Dice) -> String {
        let at = self.any(dice);
        let (by, to) = (self.officer(at, dice), dice.below(2));
        let words = if dice.below(8) == 0 { String::new() } else { self.marker("Passaggio") };
        let fields = [("ufficio", OFFICES[to]), ("motivo", words.as_str())];
        let answer = self.officers[by].post(&format!("{}/passaggio", self.desk(at)), &fields).await;
        let request = &mut self.world.requests[at];
        let said = format!("office {by} hands {} over to {to} «{words}»", request.number);
        if by != request.office {
            answer.is(404);
        } else if words.is_empty() || is_closed(request.status) || to == request.office {
            answer.is(422);
        } else {
            answer.is(303);
            request.office = to;
            self.moved(at, Heard::Everybody);
        }
        said
    }

    pub async fn set_visibility(&mut self, dice: &mut Dice) -> String {
        let at = self.any(dice);
        let (by, who) = (self.officer(at, dice), *dice.of(&["privata", "nascosta", "pubblica", "pubblica"]));
        let fields = [("chi", who), ("perche", "Così")];
        let answer = self.officers[by].post(&format!("{}/visibilita", self.desk(at)), &fields).await;
        let request = &mut self.world.requests[at];
        let said = format!("office {by} makes {} {who}", request.number);
        if by != request.office {
            answer.is(404);
            return said;
        }
        answer.is(303);
        match who {
            "privata" => (request.private, request.hidden) = (true, false),
            "nascosta" => request.hidden = true,
            _ => (request.private, request.hidden) = (false, false),
        }
        said
    }

    pub async fn office_says(&mut self, dice: &mut Dice) -> String {
        let at = self.any(dice);
        let (by, inside) = (self.world.requests[at].office, dice.below(2) == 0);
        let words = self.marker(if inside { "Nota" } else { "Ufficio" });
        let fields = [("testo", words.as_str()), ("chi-legge", if inside { "ufficio" } else { "cittadino" })];
        self.officers[by].post(&format!("{}/commenti", self.desk(at)), &fields).await.is(303);
        let said = format!("office {by} says «{words}» on {}", self.world.requests[at].number);
        if inside {
            self.world.requests[at].notes.push(words);
        } else {
            self.world.requests[at].comments.push(Comment { words, hidden: false });
            self.moved(at, Heard::Everybody);
        }
        said
    }

    pub async fn hide_comment(&mut self, dice: &mut Dice) -> String {
        let with: Vec<usize> = (0..self.world.requests.len()).filter(|at| !self.world.requests[*at].comments.is_empty()).collect();
        if with.is_empty() {
            return "there is no comment to hide".into();
        }
        let at = *dice.of(&with);
        let which = dice.below(self.world.requests[at].comments.len());
        let words = self.world.requests[at].comments[which].words.clone();
        let id = self.count("select id as n from request_comment where body = $1", &words).await;
        let hidden = !self.world.requests[at].comments[which].hidden;
        let path = format!("{}/commenti/{id}/visibilita", self.desk(at));
        let by = self.world.requests[at].office;
        self.officers[by].post(&path, &[("nascondi", if hidden { "si" } else { "no" })]).await.is(303);
        self.world.requests[at].comments[which].hidden = hidden;
        format!("office {by} hides {hidden} «{words}»")
    }

    pub async fn merge(&mut self, dice: &mut Dice) -> String {
        let (one, other) = (self.any(dice), self.any(dice));
        let by = self.world.requests[one].office;
        let number = self.world.requests[other].number.clone();
        let answer = self.officers[by].post(&format!("{}/unione", self.desk(one)), &[("numero", &number)]).await;
        let said = format!("office {by} merges {} into {number}", self.world.requests[one].number);
        let known = self.world.requests[other].office == by || self.world.is_public(other);
        if !known || one == other || !self.world.may_merge(one, other) {
            assert_eq!(answer.status, 422, "{said}");
            return said;
        }
        assert_eq!(answer.status, 303, "{said}");
        let day = self.world.day;
        let request = &mut self.world.requests[one];
        request.before = Some(request.status);
        (request.status, request.into, request.closed) = ("duplicate", Some(other), Some(day));
        self.moved(one, Heard::Everybody);
        said
    }

    pub async fn split(&mut self, dice: &mut Dice) -> String {
        let merged: Vec<usize> = (0..self.world.requests.len()).filter(|at| self.world.requests[*at].into.is_some()).collect();
        let at = if merged.is_empty() || dice.below(6) == 0 { self.any(dice) } else { *dice.of(&merged) };
        let by = self.world.requests[at].office;
        let answer = self.officers[by].post(&format!("{}/separazione", self.desk(at)), &[]).await;
        let request = &mut self.world.requests[at];
        let said = format!("office {by} splits {}", request.number);
        if request.into.is_none() {
            answer.is(422);
            return said;
        }
        answer.is(303);
        (request.status, request.before, request.into, request.closed) = (request.before.unwrap(), None, None, None);
        self.moved(at, Heard::Everybody);
        said
    }
}

//! What citizens do: who holds a receipt, by its key; others, with their accounts.

use super::model::{Comment, Heard, is_answer};
use super::town::Town;
use crate::support::Dice;

impl Town<'_> {
    /// The form of a receipt; anybody who has its key may send it.
    async fn with_receipt(&self, at: usize, what: &str, fields: &[(&str, &str)]) -> u16 {
        let path = format!("{}/{what}", self.world.receipts[at].path);
        self.nobody.post(&path, fields).await.status.as_u16()
    }

    pub async fn holder_says(&mut self, dice: &mut Dice) -> String {
        let (receipt, words) = (self.any_receipt(dice), self.marker("Commento"));
        assert_eq!(self.with_receipt(receipt, "commenti", &[("testo", &words)]).await, 303);
        let receipt = self.world.receipts[receipt].clone();
        let said = format!("{} says «{words}»", receipt.number);
        let request = &mut self.world.requests[receipt.of];
        request.comments.push(Comment { words, hidden: false });
        let answers = receipt.first && request.status == "asked";
        self.world.tell(receipt.of, Heard::Everybody, receipt.who, Some(&receipt.email));
        if answers {
            self.world.set(receipt.of, "taken");
            self.world.tell(receipt.of, Heard::Everybody, receipt.who, None);
        }
        said
    }

    pub async fn person_says(&mut self, dice: &mut Dice) -> String {
        let (who, at, words) = (dice.below(2), self.any(dice), self.marker("Vicino"));
        let path = format!("/segnalazioni/{}/commenti", self.world.requests[at].number);
        let answer = self.people[who].post(&path, &[("testo", &words)]).await;
        let said = format!("{who} says «{words}» on {}", self.world.requests[at].number);
        if !self.world.reads(Some(who), at) {
            answer.is(404);
        } else if !self.world.requests[at].talk {
            answer.is(403);
        } else {
            answer.is(303);
            self.world.requests[at].comments.push(Comment { words, hidden: false });
            self.world.tell(at, Heard::Everybody, Some(who), None);
        }
        said
    }

    pub async fn follow(&mut self, dice: &mut Dice) -> String {
        let (who, at, follows) = (dice.below(2), self.any(dice), dice.below(3) > 0);
        let number = &self.world.requests[at].number;
        let path = format!("/segnalazioni/{number}/seguito{}", if follows { "" } else { "/ritiro" });
        let status = self.people[who].post(&path, &[]).await.status.as_u16();
        let said = format!("{who} follows {number}: {follows}");
        assert_eq!(status, if self.world.reads(Some(who), at) { 303 } else { 404 }, "{said}");
        if status == 303 && follows {
            self.world.follows.insert((who, at));
        } else if status == 303 {
            self.world.follows.remove(&(who, at));
        }
        said
    }

    pub async fn set_letters(&mut self, dice: &mut Dice) -> String {
        let (receipt, follows) = (self.any_receipt(dice), dice.below(2) == 0);
        let word = if follows { "si" } else { "no" };
        assert_eq!(self.with_receipt(receipt, "seguito", &[("lettere", word)]).await, 303);
        self.world.receipts[receipt].follows = follows;
        format!("{} wants letters: {word}", self.world.receipts[receipt].number)
    }

    pub async fn rate(&mut self, dice: &mut Dice) -> String {
        let (receipt, word) = (self.any_receipt(dice), *dice.of(&["bene", "cosi", "male"]));
        let status = self.with_receipt(receipt, "valutazione", &[("esito", word)]).await;
        let main = self.world.main(self.world.receipts[receipt].of);
        let open = is_answer(self.world.requests[main].status) && !self.world.receipts[receipt].rated;
        let said = format!("{} is rated {word}", self.world.receipts[receipt].number);
        assert_eq!(status, if open { 303 } else { 409 }, "{said}");
        self.world.receipts[receipt].rated |= open;
        said
    }

    pub async fn say_whether_it_works(&mut self, dice: &mut Dice) -> String {
        let asked: Vec<usize> = (0..self.world.receipts.len()).filter(|at| self.world.is_asked(*at)).collect();
        let receipt = if asked.is_empty() || dice.below(5) == 0 { self.any_receipt(dice) } else { *dice.of(&asked) };
        let (works, words) = (dice.below(2) == 0, self.marker("Cosa"));
        let status = self.with_receipt(receipt, "verifica", &[("funziona", if works { "si" } else { "no" }), ("cosa", &words)]).await;
        let said = format!("{} works: {works}", self.world.receipts[receipt].number);
        assert_eq!(status, if self.world.is_asked(receipt) { 303 } else { 409 }, "{said}");
        if status == 303 && works {
            self.world.receipts[receipt].works = Some(true);
        } else if status == 303 {
            let (at, who) = (self.world.main(self.world.receipts[receipt].of), self.world.receipts[receipt].who);
            self.world.reopen(at);
            self.world.tell(at, Heard::Everybody, who, None);
        }
        said
    }

    pub async fn withdraw(&mut self, dice: &mut Dice) -> String {
        let receipt = self.any_receipt(dice);
        let status = self.with_receipt(receipt, "ritiro", &[]).await;
        let receipt = self.world.receipts[receipt].clone();
        let said = format!("{} is withdrawn", receipt.number);
        let open = !super::model::is_closed(self.world.requests[receipt.of].status);
        let wanted = match (receipt.first, open && !self.world.is_shared(receipt.of)) {
            (false, _) => 404,
            (true, true) => 303,
            (true, false) => 409,
        };
        assert_eq!(status, wanted, "{said}");
        if status == 303 {
            self.world.set(receipt.of, "withdrawn");
            self.world.tell(receipt.of, Heard::Everybody, receipt.who, None);
        }
        said
    }

    pub async fn abuse(&mut self, dice: &mut Dice) -> String {
        let (who, at) = (*dice.of(&[None, Some(0), Some(1)]), self.any(dice));
        let number = self.world.requests[at].number.clone();
        let answer = self.who(who).post(&format!("/segnalazioni/{number}/abuso"), &[("motivo", "Offende una persona")]).await;
        let said = format!("{who:?} says that {number} breaks the rules");
        assert_eq!(answer.status, if self.world.reads(who, at) { 303 } else { 404 }, "{said}");
        let by = self.world.requests[at].office;
        self.officers[by].post(&format!("/segreteria/richieste/{number}/abusi"), &[]).await.is(303);
        said
    }

    pub async fn adopt(&mut self, dice: &mut Dice) -> String {
        let (who, receipt) = (dice.below(2), self.any_receipt(dice));
        let path = format!("{}/adozione", self.world.receipts[receipt].path);
        let answer = self.people[who].post(&path, &[]).await;
        let one = &mut self.world.receipts[receipt];
        let said = format!("{who} adopts {}", one.number);
        if one.who.is_some_and(|owner| owner != who) {
            answer.is(409);
            return said;
        }
        answer.is(303);
        one.who = Some(who);
        let author = &mut self.world.requests[one.of].author;
        if one.first && author.is_none() {
            *author = Some(who);
        }
        said
    }
}

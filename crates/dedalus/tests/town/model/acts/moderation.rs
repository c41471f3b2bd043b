//! Reports, decisions, appeals, and what waits for approval.

use super::super::model::*;
use super::*;

impl Town<'_> {
    /// Somebody reports it, and moderation decides at once: nothing, a warning, hidden, or its author limited.
    pub(super) async fn report(&mut self, me: Who, text: usize, dice: &mut Dice) -> String {
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
    pub(super) async fn judge(&mut self, text: usize) -> String {
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
    pub(super) async fn undo_or_appeal(&mut self, text: usize, dice: &mut Dice) -> String {
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
        let (by_pina,): (i64,) = self
            .app
            .app
            .db
            .one(
                "select count(*) as n from report r join matter m on m.id = r.matter_id where m.decision_id = $1 and r.reporter_id = $2",
                args![decision.parse::<i64>().unwrap(), self.ids[PINA].parse::<i64>().unwrap()],
            )
            .await
            .unwrap();
        if by_pina > 0 {
            return "nobody is left who may judge".into();
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

    /// Whoever wrote the post decides about an answer that waits.
    pub(super) async fn approve(&mut self, text: usize, dice: &mut Dice) -> String {
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
            let notice = Notice {
                to: 0,
                group: (format!("post {root}"), "refused"),
                about: About::Post(root),
                actor: None,
                key: format!("refused:{at}"),
            };
            self.world.tell_readers(&[comment.by], root, &notice);
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

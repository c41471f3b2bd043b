//! What is done next, by chance; requests come in by every way there is.

use dedalus::desk::Channel;
use dedalus::desk::request::{Author, Kind, NewRequest, Receipt as Paper, receive};
use kit::i18n::Lang;

use super::model::{Heard, Receipt, Request, mailbox};
use super::town::{OFFICES, Town};
use crate::requests::{LAMP, and, begin, number};
use crate::support::Dice;

const KINDS: [&str; 6] = ["segnalazione", "domanda", "reclamo", "suggerimento", "elogio", "accesso"];

impl Town<'_> {
    pub async fn act(&mut self, dice: &mut Dice) -> String {
        match dice.below(100) {
            0..=29 => self.make_move(dice).await,
            30..=33 => self.hand_over(dice).await,
            34..=39 => self.set_visibility(dice).await,
            40..=43 => self.office_says(dice).await,
            44..=45 => self.hide_comment(dice).await,
            46..=53 => self.merge(dice).await,
            54..=57 => self.split(dice).await,
            58..=62 => self.holder_says(dice).await,
            63..=65 => self.person_says(dice).await,
            66..=71 => self.follow(dice).await,
            72..=75 => self.set_letters(dice).await,
            76..=81 => self.rate(dice).await,
            82..=85 => self.say_whether_it_works(dice).await,
            86..=87 => self.withdraw(dice).await,
            88..=89 => self.abuse(dice).await,
            90..=91 => self.adopt(dice).await,
            92..=97 => self.join(dice).await,
            _ => self.wait(dice).await,
        }
    }

    /// A request comes in: through the form, at the counter, or by a pipeline behind them.
    pub async fn send(&mut self, dice: &mut Dice) -> String {
        match dice.below(3) {
            0 => self.send_by_form(dice).await,
            1 => self.enter(dice).await,
            _ => self.receive(dice).await,
        }
    }

    fn blank(&mut self, is_report: bool) -> Request {
        Request {
            number: String::new(),
            is_report,
            talk: false,
            office: 0,
            title: self.marker("Titolo"),
            body: self.marker("Dettagli"),
            author: None,
            status: "received",
            before: None,
            into: None,
            private: !is_report,
            hidden: false,
            answer: None,
            notes: Vec::new(),
            comments: Vec::new(),
            closed: None,
            asked: false,
        }
    }

    /// It came in: its receipt, and the letter with it.
    fn came_in(&mut self, request: Request, email: String, path: String) {
        let at = self.world.requests.len();
        let receipt = Receipt {
            number: request.number.clone(),
            path,
            of: at,
            first: true,
            who: request.author,
            follows: !email.is_empty(),
            email,
            rated: false,
            works: None,
        };
        if receipt.follows {
            self.world.letters.push((receipt.email.clone(), format!("{}/segnalazione", receipt.path)));
        }
        self.world.requests.push(request);
        self.world.receipts.push(receipt);
    }

    async fn send_by_form(&mut self, dice: &mut Dice) -> String {
        let (who, kind) = (dice.below(2), *dice.of(&KINDS));
        let mut request = self.blank(kind == "segnalazione");
        let closed = dice.below(4) == 0;
        let category = *dice.of(&["illuminazione", "strade"]);
        let office = dice.below(2);
        let (title, body) = (request.title.clone(), request.body.clone());
        let mut fields = and(LAMP, &[("categoria", category), ("titolo", &title), ("dettagli", &body), ("ufficio", OFFICES[office])]);
        if closed {
            fields.push(("riservata", "si"));
        }
        let person = &self.people[who];
        let draft = begin(person, kind).await;
        person.post(&draft, &fields).await.is(303);
        let path = person.post(&format!("{draft}/invio"), &[]).await.is(303).location();
        // Once more is the same receipt.
        assert_eq!(person.post(&format!("{draft}/invio"), &[]).await.is(303).location(), path);
        request.number = self.world.next_number('W');
        assert_eq!(number(&path), request.number);
        request.author = Some(who);
        request.office = if request.is_report { 0 } else { office };
        request.talk = request.is_report && category == "strade";
        request.private |= closed;
        let said = format!("{who} sends {} {kind} {category} private {}", request.number, request.private);
        self.came_in(request, mailbox(who), path);
        said
    }

    async fn enter(&mut self, dice: &mut Dice) -> String {
        let (office, kind) = (dice.below(2), *dice.of(&KINDS));
        let mut request = self.blank(kind == "segnalazione");
        let (channel, letter) = *dice.of(&[("telephone", 'T'), ("counter", 'S')]);
        let known = (dice.below(2) == 0).then(|| dice.below(2));
        let email = if dice.below(2) == 0 { "carla@example.org" } else { "" };
        let person = known.map_or(String::new(), |who| self.ids[who].clone());
        let (title, body, once) = (request.title.clone(), request.body.clone(), self.marker("chiave"));
        let fields = [
            ("chiave", once.as_str()),
            ("canale", channel),
            ("chi", "Carla Rossi"),
            ("persona", &person),
            ("email", email),
            ("tipo", kind),
            ("categoria", "illuminazione"),
            ("ufficio", OFFICES[office]),
            ("titolo", &title),
            ("dettagli", &body),
            ("luogo", "Piazza Duomo"),
        ];
        let operator = &self.officers[office];
        let one = operator.post("/segreteria/richieste/nuova", &fields).await.is(303).location();
        assert_eq!(operator.post("/segreteria/richieste/nuova", &fields).await.is(303).location(), one);
        request.number = self.world.next_number(letter);
        assert_eq!(one, format!("/segreteria/richieste/{}/ricevuta", request.number));
        request.author = known;
        request.office = if request.is_report { 0 } else { office };
        let said = format!("operator {office} enters {} {kind} for {known:?} {email}", request.number);
        let path = self.paper(&request.number).await;
        self.came_in(request, known.map_or(email.to_owned(), mailbox), path);
        said
    }

    async fn receive(&mut self, dice: &mut Dice) -> String {
        let mut request = self.blank(dice.below(3) > 0);
        let (channel, letter) = *dice.of(&[(Channel::Web, 'W'), (Channel::Telephone, 'T'), (Channel::Open311, 'O')]);
        request.private |= dice.below(5) == 0;
        let email = if dice.below(3) > 0 { "carla@example.org" } else { "" };
        let author = Author { person: None, name: "Carla Rossi".into(), email: email.into(), phone: String::new(), language: Lang::It };
        let new = NewRequest {
            kind: if request.is_report { Kind::Report } else { Kind::Question },
            channel,
            category: request.is_report.then_some(self.lamps),
            office: self.offices[0],
            days: 30,
            title: request.title.clone(),
            body: request.body.clone(),
            answers: Vec::new(),
            address: "Piazza Duomo".into(),
            point: None,
            private: request.private,
            show_name: false,
            author,
            operator: None,
            draft: None,
            once_key: Some(self.marker("once")),
        };
        let app = &self.app.app;
        let (one, two) = (
            app.db.write(async |tx| receive(tx, &app.zone, &new).await).await.unwrap(),
            app.db.write(async |tx| receive(tx, &app.zone, &new).await).await.unwrap(),
        );
        assert_eq!(one.receipt, two.receipt);
        request.number = self.world.next_number(letter);
        assert_eq!(one.number, request.number);
        let path = Paper::numbered(&app.db, &one.number).await.unwrap().path(&app.secret);
        let said = format!("Carla sends {} report {} private {} {email}", request.number, request.is_report, request.private);
        self.came_in(request, email.to_owned(), path);
        said
    }

    /// "È lo stesso problema": a receipt of one's own, or a request of one's own when nobody works on that one.
    async fn join(&mut self, dice: &mut Dice) -> String {
        let (who, at) = (dice.below(2), self.any(dice));
        if !self.world.is_public(at) {
            let draft = begin(&self.people[who], "segnalazione").await;
            let fields = and(LAMP, &[("stesso", &self.world.requests[at].number)]);
            self.people[who].post(&draft, &fields).await.is(404);
            return format!("{who} may not join {}", self.world.requests[at].number);
        }
        let mut request = self.blank(true);
        let (title, body, of) = (request.title.clone(), request.body.clone(), self.world.requests[at].number.clone());
        let fields = and(LAMP, &[("titolo", &title), ("dettagli", &body), ("stesso", &of)]);
        let draft = begin(&self.people[who], "segnalazione").await;
        let path = self.people[who].post(&draft, &fields).await.is(303).location();
        assert_eq!(self.people[who].post(&format!("{draft}/invio"), &[]).await.is(303).location(), path);
        let main = self.world.main(at);
        if !self.world.is_public(main) || super::model::is_closed(self.world.requests[main].status) {
            request.number = self.world.next_number('W');
            assert_eq!(number(&path), request.number);
            request.author = Some(who);
            let said = format!("{who} wants to join {of} and sends {}", request.number);
            self.came_in(request, mailbox(who), path);
            return said;
        }
        if let Some(known) = self.world.receipts.iter().find(|receipt| receipt.of == main && receipt.who == Some(who)) {
            assert_eq!(path, known.path, "one receipt a person");
            return format!("{who} joins {of} again");
        }
        let next = self.world.next_number('W');
        assert_eq!(number(&path), next);
        let email = mailbox(who);
        self.world.letters.push((email.clone(), format!("{path}/segnalazione")));
        let receipt =
            Receipt { number: next.clone(), path, of: main, first: false, who: Some(who), email, follows: true, rated: false, works: None };
        self.world.receipts.push(receipt);
        format!("{who} joins {of} with {next}")
    }

    /// A move of the office was made: who hears of it.
    pub fn moved(&mut self, at: usize, heard: Heard) {
        self.world.tell(at, heard, None, None);
    }
}

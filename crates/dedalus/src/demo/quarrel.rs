//! A quarrel and what came of it: a rude comment, reported, hidden with reasons, appealed; and a few reports of other months.

use kit::db::Db;
use kit::{Error, Result, args};

use super::cast::Cast;
use super::script::{At, at};
use crate::identity::{Actor, Viewer};
use crate::shell::App;
use crate::social::moderation::{Action, NewDecision, NewReport, Reason, Subject, SubjectKind, decide, file_appeal, file_report};
use crate::social::{self, NewComment, Post, PostId};

/// One step of the story.
#[derive(Debug, Clone, Copy)]
pub enum Step {
    /// Somebody loses their temper below a post of this title.
    Say { by: &'static str, below: &'static str, text: &'static str },
    /// The rude comment is reported.
    ReportTalk { by: &'static str, words: &'static str },
    /// A post is reported.
    ReportPost { by: &'static str, title: &'static str, reason: Reason, words: &'static str },
    /// An account is reported.
    ReportPerson { by: &'static str, whom: &'static str, words: &'static str },
    /// Whatever waits longest is decided.
    Decide { by: &'static str, action: Action, rule: Reason, facts: &'static str },
    /// Whose comment was hidden appeals.
    Appeal { by: &'static str, words: &'static str },
}

/// The story, in its order.
pub const STORY: &[(At, Step)] = &[
    (
        at(-50, 10, 0),
        Step::ReportPerson { by: "elena_virga", whom: "gaspare_lopresti", words: "È davvero il sindaco, o qualcuno che si finge lui?" },
    ),
    (at(-49, 9, 15), Step::Decide { by: "carmela_sottile", action: Action::Dismiss, rule: Reason::Other, facts: "È lui." }),
    (at(-33, 16, 0), Step::ReportPerson { by: "rosalia_campisi", whom: "elena_virga", words: "La foto sembra di un’altra persona." }),
    (at(-33, 19, 0), Step::Decide { by: "pina_dangelo", action: Action::Dismiss, rule: Reason::Other, facts: "La foto è sua." }),
    (
        at(-7, 21, 10),
        Step::Say {
            by: "toto_guarino",
            below: "Cercasi mani per la cartapesta",
            text: "Il drago dell’anno scorso faceva ridere i polli, e chi l’ha fatto pure. Siete degli incapaci, tu per primo, Enzo.",
        },
    ),
    (at(-7, 22, 5), Step::ReportTalk { by: "enzo_lobue", words: "Qui si offende chi lavora gratis." }),
    (
        at(-6, 9, 20),
        Step::Decide {
            by: "pina_dangelo",
            action: Action::Hide,
            rule: Reason::Offence,
            facts: "Hai dato dell’incapace a una persona che lavora al carro. Del drago si può dire tutto, di chi lo fa no.",
        },
    ),
    (
        at(-5, 18, 30),
        Step::Appeal {
            by: "toto_guarino", words: "Con Enzo ci conosciamo da quarant’anni e ci parliamo così. La battuta era sul drago."
        },
    ),
    (
        at(-1, 20, 40),
        Step::ReportPost {
            by: "marco_t",
            title: "Costumi di Carnevale da regalare",
            reason: Reason::Spam,
            words: "Mi sembra un annuncio, va bene qui?",
        },
    ),
];

const KEY: &str = "demo-quarrel";

/// Does one step. What was done before stays as it is.
pub async fn play(cast: &Cast, past: &App, step: &Step) -> Result<()> {
    let db = &past.db;
    match *step {
        Step::Say { by, below, text } => say(cast, db, by, titled(db, below).await?, text).await,
        Step::ReportTalk { by, words } => {
            let comment = quarrel(db).await?;
            report(cast, db, by, of_post(db, comment).await?, Reason::Offence, words).await
        }
        Step::ReportPost { by, title, reason, words } => {
            let post = titled(db, title).await?;
            report(cast, db, by, of_post(db, post).await?, reason, words).await
        }
        Step::ReportPerson { by, whom, words } => {
            let (person, _) = cast.person(whom)?;
            let subject = Subject { kind: SubjectKind::Person, id: person.0, person: Some(person) };
            report(cast, db, by, subject, Reason::Other, words).await
        }
        Step::Decide { by, action, rule, facts } => settle(cast, db, by, action, rule, facts).await,
        Step::Appeal { by, words } => {
            let (person, _) = cast.person(by)?;
            let found: Option<(i64,)> = db
                .maybe(
                    "select d.id from decision d where d.person_id = $1 and d.action = 'hide'
                        and not exists (select 1 from appeal a where a.decision_id = d.id)",
                    args![person],
                )
                .await?;
            let Some((decision,)) = found else { return Ok(()) };
            db.write(async |tx| file_appeal(tx, person, decision, words).await.map(drop)).await
        }
    }
}

async fn titled(db: &Db, title: &str) -> Result<PostId> {
    let found: Option<(PostId,)> = db.maybe("select id from post where title = $1 order by id limit 1", args![title]).await?;
    found.map(|(id,)| id).ok_or_else(|| Error::internal(format!("the demo has no post called {title}")))
}

async fn quarrel(db: &Db) -> Result<PostId> {
    let (id,): (PostId,) = db.one("select id from post where once_key = $1", args![KEY]).await?;
    Ok(id)
}

async fn of_post(db: &Db, id: PostId) -> Result<Subject> {
    Ok(Subject::of_post(&Post::visible_to(db, &Viewer::nobody(), id).await?))
}

fn actor(cast: &Cast, handle: &str) -> Result<Actor> {
    let (id, invented) = cast.person(handle)?;
    Ok(Actor::person(id, invented.name, std::net::IpAddr::V4(std::net::Ipv4Addr::LOCALHOST)))
}

async fn say(cast: &Cast, db: &Db, by: &str, root: PostId, text: &str) -> Result<()> {
    let actor = actor(cast, by)?;
    let language = kit::i18n::Lang::It;
    let new = NewComment { root, parent: None, page: None, body: text.to_owned(), language, once_key: KEY.into(), at: None };
    db.write(async |tx| social::comment(tx, &actor, &new).await.map(drop)).await
}

async fn report(cast: &Cast, db: &Db, by: &str, subject: Subject, reason: Reason, words: &str) -> Result<()> {
    let (person, _) = cast.person(by)?;
    let new = NewReport { subject, reason, words: words.to_owned() };
    db.write(async |tx| file_report(tx, person, &new).await.map(drop)).await
}

async fn settle(cast: &Cast, db: &Db, by: &str, action: Action, rule: Reason, facts: &str) -> Result<()> {
    let waiting: Option<(i64,)> = db.maybe("select id from matter where closed_at is null order by id limit 1", vec![]).await?;
    let Some((matter,)) = waiting else { return Ok(()) };
    let actor = actor(cast, by)?;
    let new = NewDecision { action, rule, facts: facts.to_owned(), days: None, hides: false };
    db.write(async |tx| decide(tx, &actor, matter, &new).await.map(drop)).await
}

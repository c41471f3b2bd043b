//! Who keeps a place takes the words of somebody else away: a decision like any other, with its reasons and its appeal
//! (DSA art. 3 (t) and 17). The text itself is a tombstone, which whoever keeps the place can bring back.

use kit::db::Tx;
use kit::error::FieldErrors;
use kit::events::{Event, record};
use kit::i18n::Lang;
use kit::{Error, Result, args};

use super::decide::{FACTS_MAX, Made, add_subject};
use super::lift::{How, lift};
use super::matter::Subject;
use super::words::{Action, Reason};
use crate::identity::{Actor, Person, PersonId};
use crate::shell::catalog;
use crate::social::post::{Post, PostId};

/// Why somebody's words are taken away.
#[derive(Debug, Clone)]
pub struct Removal {
    /// Which rule they break.
    pub rule: Reason,
    /// What happened, in words that their author reads.
    pub facts: String,
}

impl Removal {
    /// From a form's words, or what is wrong with them.
    pub fn read(rule: &str, facts: &str) -> std::result::Result<Self, FieldErrors> {
        let mut faults = FieldErrors::default();
        let rule = Reason::from_form(rule);
        if rule.is_none() {
            faults.add("regola", "error-report-reason");
        }
        let facts = facts.trim();
        match facts.chars().count() {
            0..10 => faults.add("fatti", "error-decision-facts"),
            length if length > FACTS_MAX => faults.add_with("fatti", "error-decision-long", vec![("max", FACTS_MAX.to_string())]),
            _ => {}
        }
        match rule {
            Some(rule) if faults.is_empty() => Ok(Self { rule, facts: facts.to_owned() }),
            _ => Err(faults),
        }
    }
}

/// Keeps the decision and tells whoever wrote the text.
pub async fn decided(tx: &mut Tx, actor: &Actor, post: &Post, why: &Removal) -> Result<()> {
    let me = actor.person.ok_or(Error::SignIn)?;
    let made = Made {
        person: Some(post.author_id).filter(|author| *author != me),
        action: Action::Hide,
        rule: why.rule,
        facts: &why.facts,
        automatic: false,
        reported: false,
        by: me,
        opened_at: tx.now(),
        ends_at: None,
        batch: None,
    };
    let decision = made.keep(tx).await?;
    add_subject(tx, decision, Subject::of_post(post)).await?;
    made.tell(tx, actor, decision).await
}

/// The decision of a removal that stands: moderation's own belong to a matter or a batch.
async fn standing(tx: &mut Tx, post: PostId) -> Result<Option<(i64, Option<PersonId>)>> {
    Ok(tx
        .maybe(
            "select d.id, d.person_id from decision d join decision_subject s on s.decision_id = d.id
              where s.subject_id = $1 and s.subject_kind in ('post', 'comment') and d.hides = 1 and d.lifted_at is null
                and d.batch_id is null and not exists (select 1 from matter m where m.decision_id = d.id)
              order by d.id desc limit 1",
            args![post],
        )
        .await?)
}

/// Whoever took it away thought better of it: the decision falls, the text is back, and its author reads so. False where there
/// was none.
pub async fn undone(tx: &mut Tx, actor: &Actor, post: PostId) -> Result<bool> {
    let Some((decision, person)) = standing(tx, post).await? else { return Ok(false) };
    // In the language of whom it concerned, who reads it.
    let lang = match person {
        Some(person) => Person::find_in(tx, person).await.map_or_else(|_| Lang::default(), |person| person.language),
        None => Lang::default(),
    };
    let reason = catalog().fixed(lang, "removal-undone-reason");
    lift(tx, decision, How::Undone, actor.person, reason).await?;
    let data = serde_json::json!({"person": person, "action": Action::Hide.word()});
    let by = actor.person.map(|by| by.0);
    record(tx, Event { kind: "moderation.undone", actor: by, subject_kind: "decision", subject: decision, data, touches: &[] }).await?;
    Ok(true)
}

//! Many texts at once: chosen in one view, hidden by a job with one statement of reasons for each author, and back in one click.

use std::collections::HashSet;

use kit::clock::{DAY, Time};
use kit::db::{Db, Tx, Value, places};
use kit::jobs::{NewJob, enqueue};
use kit::{Error, Result, args};

use super::decide::{Made, add_subject};
use super::lift::{How, lift};
use super::matter::{self, Subject};
use super::restrain;
use super::words::{Action, Reason};
use crate::identity::{Actor, Entry, PersonId, note};
use crate::social::post::{Post, PostId};

/// Texts of one batch at the most.
pub const MOST: i64 = 5000;
/// Texts of one turn: a turn must not keep others waiting.
const TURN: i64 = 100;

kit::row! {
    /// A batch and how far it is.
    #[derive(Debug, Clone)]
    pub struct Batch {
        /// Number.
        pub id: i64,
        /// Who made it.
        pub made_by: Option<PersonId>,
        /// Name of who made it.
        pub name: Option<String>,
        /// By which rule.
        pub rule: Reason,
        /// For which facts.
        pub facts: String,
        /// When.
        pub created_at: Time,
        /// How many texts.
        pub total: i64,
        /// How many of them are done.
        pub done: i64,
        /// When it was undone.
        pub undone_at: Option<Time>,
        /// How many people wrote them.
        pub authors: i64,
        /// How many are back.
        pub back: i64,
    }
}

impl Batch {
    /// By number.
    pub async fn find(db: &Db, id: i64) -> Result<Self> {
        Ok(db
            .one(
                "select b.id, b.made_by, a.name, b.rule, b.facts, b.created_at, b.total, b.done, b.undone_at,
                        (select count(distinct p.author_id) from moderation_batch_post p where p.batch_id = b.id) as authors,
                        (select count(*) from moderation_batch_post p where p.batch_id = b.id and p.state = 'back') as back
                   from moderation_batch b left join person_card a on a.id = b.made_by where b.id = $1",
                args![id],
            )
            .await?)
    }

    /// Has every text been seen to?
    pub fn is_done(&self) -> bool {
        if self.undone_at.is_some() { self.back >= self.done } else { self.done >= self.total }
    }

    /// How many are seen to.
    pub fn seen_to(&self) -> i64 {
        if self.undone_at.is_some() { self.back } else { self.done }
    }
}

/// What is hidden at once.
#[derive(Debug, Clone)]
pub struct NewBatch {
    /// The texts with their authors.
    pub posts: Vec<(i64, PersonId)>,
    /// By which rule.
    pub rule: Reason,
    /// For which facts.
    pub facts: String,
}

/// Texts by their numbers, of people: whose they are.
pub async fn chosen(db: &Db, ids: &[PostId]) -> Result<Vec<(i64, PersonId)>> {
    if ids.is_empty() {
        return Ok(Vec::new());
    }
    let sql = format!(
        "select id, author_id from post where page_id is null and hidden_at is null and id in ({}) order by id",
        places(1, ids.len())
    );
    Ok(db.all(sql, ids.iter().copied().map(Value::from).collect()).await?)
}

/// Everything that some people wrote as themselves in the last 24 hours and that stands.
pub async fn lately(db: &Db, authors: &[PersonId]) -> Result<Vec<(i64, PersonId)>> {
    let mut found = Vec::new();
    // In pieces: a statement takes so many values.
    for some in authors.chunks(200) {
        let sql = format!(
            "select id, author_id from post where author_id in ({}) and id >= $1 and page_id is null and deleted_at is null and hidden_at is null
              order by id limit $2",
            places(3, some.len())
        );
        let mut args = args![kit::ids::floor(db.now().plus(-DAY)), MOST];
        args.extend(some.iter().copied().map(Value::from));
        let rows: Vec<(i64, PersonId)> = db.all(sql, args).await?;
        found.extend(rows);
    }
    Ok(found)
}

/// Writes down what is to be hidden, and lets the job do it. What the moderator wrote or reported stays out.
pub async fn make(tx: &mut Tx, actor: &Actor, new: &NewBatch) -> Result<i64> {
    let me = actor.person.ok_or(Error::SignIn)?;
    let now = tx.now();
    let mut posts: Vec<(i64, PersonId)> = new.posts.iter().copied().filter(|(_, author)| *author != me).collect();
    posts.sort_unstable();
    posts.dedup();
    let out = left_out(tx, me).await?;
    posts.retain(|(id, _)| !out.contains(id));
    posts.truncate(usize::try_from(MOST).unwrap_or(usize::MAX));
    if posts.is_empty() {
        return Err(Error::field("", "error-batch-empty"));
    }
    let id = kit::ids::next(now);
    let total = i64::try_from(posts.len()).unwrap_or(MOST);
    tx.run(
        "insert into moderation_batch (id, made_by, rule, facts, created_at, total, done) values ($1, $2, $3, $4, $5, $6, 0)",
        args![id, me, new.rule, &new.facts, now, total],
    )
    .await?;
    for (post, author) in posts {
        tx.run(
            "insert into moderation_batch_post (batch_id, post_id, author_id, state) values ($1, $2, $3, 'waiting')",
            args![id, post, author],
        )
        .await?;
    }
    let act = Entry {
        act: "moderation.batch",
        subject_kind: "batch",
        subject_id: Some(id),
        after: Some(format!("{total}: {}", new.facts)),
        ..Entry::default()
    };
    note(tx, actor, act).await?;
    enqueue(tx, NewJob::new("moderation.batch", serde_json::json!({"batch": id.to_string()}))).await?;
    Ok(id)
}

/// What a batch leaves out: what the moderator reported, and what another batch of today has already; two clicks on one button
/// are one batch.
async fn left_out(tx: &mut Tx, me: PersonId) -> Result<HashSet<i64>> {
    let now = tx.now();
    let rows: Vec<(i64,)> = tx
        .all(
            "select r.subject_id from report r where r.reporter_id = $1 and r.subject_kind in ('post', 'comment')
             union
             select p.post_id from moderation_batch_post p join moderation_batch b on b.id = p.batch_id
              where b.created_at > $2 and b.undone_at is null and p.state in ('waiting', 'hidden')",
            args![me, now.plus(-DAY)],
        )
        .await?;
    Ok(rows.into_iter().map(|(id,)| id).collect())
}

kit::row! {
    struct Plan {
        made_by: Option<PersonId>,
        rule: Reason,
        facts: String,
        created_at: Time,
    }
}

/// Hides the next texts of a batch, of one author; how many are left.
pub async fn hide_some(tx: &mut Tx, batch: i64) -> Result<i64> {
    let plan: Plan = tx.one("select made_by, rule, facts, created_at from moderation_batch where id = $1", args![batch]).await?;
    let (Some(by), Some((author,))) = (plan.made_by, next_author(tx, batch).await?) else { return Ok(0) };
    let posts: Vec<(PostId,)> = tx
        .all(
            "select post_id from moderation_batch_post where batch_id = $1 and state = 'waiting' and author_id = $2 order by post_id limit $3",
            args![batch, author, TURN],
        )
        .await?;
    let known: Option<(i64,)> = tx.maybe("select id from decision where batch_id = $1 and person_id = $2", args![batch, author]).await?;
    let made = Made {
        person: Some(author),
        action: Action::Hide,
        rule: plan.rule,
        facts: &plan.facts,
        automatic: false,
        reported: false,
        by,
        opened_at: plan.created_at,
        ends_at: None,
        batch: Some(batch),
    };
    let decision = match known {
        Some((id,)) => id,
        None => made.keep(tx).await?,
    };
    for (post,) in &posts {
        let subject = Subject::of_post(&Post::any_in(tx, *post).await?);
        add_subject(tx, decision, subject).await?;
        note_how_found(tx, decision, subject).await?;
        matter::close(tx, subject, decision).await?;
        restrain::hide(tx, *post).await?;
        set(tx, batch, *post, "hidden").await?;
    }
    // Told once all of this author's texts are hidden: whoever reported one of them is found by its closed matter.
    if next_author(tx, batch).await?.is_none_or(|(next,)| next != author) {
        let actor = actor_of(tx, by).await?;
        made.tell(tx, &actor, decision).await?;
    }
    let seen = i64::try_from(posts.len()).unwrap_or(TURN);
    let (left,): (i64,) =
        tx.one("update moderation_batch set done = done + $2 where id = $1 returning total - done", args![batch, seen]).await?;
    Ok(left)
}

async fn next_author(tx: &mut Tx, batch: i64) -> Result<Option<(PersonId,)>> {
    Ok(tx
        .maybe(
            "select author_id from moderation_batch_post where batch_id = $1 and state = 'waiting' order by author_id limit 1",
            args![batch],
        )
        .await?)
}

/// Whoever made the batch, by the name of then; from where is in the row of the batch itself.
async fn actor_of(tx: &mut Tx, by: PersonId) -> Result<Actor> {
    let (name,): (String,) = tx.one("select name from person_card where id = $1", args![by]).await?;
    Ok(Actor { person: Some(by), name, address: String::new(), instead_of: None })
}

/// The statement says whether a filter or a report had found the text.
async fn note_how_found(tx: &mut Tx, decision: i64, subject: Subject) -> Result<()> {
    tx.run(
        "update decision set
           automatic = case when exists (select 1 from matter m where m.subject_kind = $2 and m.subject_id = $3 and m.held = 1) then 1 else automatic end,
           reported = case when exists (select 1 from matter m where m.subject_kind = $2 and m.subject_id = $3 and m.report_count > 0) then 1
                      else reported end
          where id = $1",
        args![decision, subject.kind, subject.id],
    )
    .await?;
    Ok(())
}

async fn set(tx: &mut Tx, batch: i64, post: PostId, state: &'static str) -> Result<()> {
    tx.run("update moderation_batch_post set state = $3 where batch_id = $1 and post_id = $2", args![batch, post, state]).await?;
    Ok(())
}

/// Everything back: what is hidden comes back as it was, what waits is left alone.
pub async fn undo(tx: &mut Tx, actor: &Actor, batch: i64) -> Result<()> {
    let me = actor.person.ok_or(Error::SignIn)?;
    let now = tx.now();
    let (mine,): (i64,) =
        tx.one("select count(*) as n from moderation_batch_post where batch_id = $1 and author_id = $2", args![batch, me]).await?;
    if mine > 0 {
        return Err(Error::field("", "error-matter-own"));
    }
    let undone = tx
        .run("update moderation_batch set undone_at = $2, undone_by = $3 where id = $1 and undone_at is null", args![batch, now, me])
        .await?;
    if undone == 0 {
        return Err(Error::NotFound);
    }
    let act = Entry { act: "moderation.batch_undone", subject_kind: "batch", subject_id: Some(batch), ..Entry::default() };
    note(tx, actor, act).await?;
    enqueue(tx, NewJob::new("moderation.batch_back", serde_json::json!({"batch": batch.to_string()}))).await?;
    Ok(())
}

/// Brings back what one decision of a batch had hidden; how many decisions are left.
pub async fn back_some(tx: &mut Tx, batch: i64, reason: &str) -> Result<bool> {
    let by: Option<(Option<PersonId>,)> = tx.maybe("select undone_by from moderation_batch where id = $1", args![batch]).await?;
    let by = by.and_then(|(by,)| by);
    tx.run("delete from moderation_batch_post where batch_id = $1 and state = 'waiting'", args![batch]).await?;
    let next: Option<(i64, Option<PersonId>)> =
        tx.maybe("select id, person_id from decision where batch_id = $1 and lifted_at is null order by id limit 1", args![batch]).await?;
    let Some((decision, person)) = next else {
        tx.run("update moderation_batch_post set state = 'back' where batch_id = $1 and state = 'hidden'", args![batch]).await?;
        return Ok(false);
    };
    lift(tx, decision, How::Undone, by, reason).await?;
    tx.run(
        "update moderation_batch_post set state = 'back' where batch_id = $1 and state = 'hidden' and author_id = $2",
        args![batch, person],
    )
    .await?;
    let data = serde_json::json!({"person": person, "action": Action::Hide.word()});
    let event = kit::events::Event {
        kind: "moderation.undone",
        actor: by.map(|by| by.0),
        subject_kind: "decision",
        subject: decision,
        data,
        touches: &[],
    };
    kit::events::record(tx, event).await?;
    Ok(true)
}

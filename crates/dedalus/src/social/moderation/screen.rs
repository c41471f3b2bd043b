//! The one seam through which posts and comments pass before they are published or changed.

use kit::clock::{DAY, Time};
use kit::db::{Db, Tx};
use kit::secret::hash_token;
use kit::text::fold;
use kit::{Error, Result, args};

use super::filter::WordFilter;
use super::limits::Limits;
use super::phrase::Screened;
use super::rules::{Past, Said, WARNED, Why, Writer, judge};
use crate::identity::{PageId, PersonId, Tier};
use crate::social::mark::Named;
use crate::social::post::PostId;
use crate::social::words::Words;

/// Texts of a day that are looked at; who wrote more has met the limits long before.
const LATELY: i64 = 500;

/// A text about to be published or changed.
#[derive(Debug, Clone, Copy)]
pub struct Writing<'a> {
    /// Who writes.
    pub author: PersonId,
    /// The page that speaks: the institution answers for itself, and passes.
    pub page: Option<PageId>,
    /// A comment.
    pub comment: bool,
    /// The post that is changed.
    pub edit: Option<PostId>,
    /// Title; empty for comments.
    pub title: &'a str,
    /// Text.
    pub body: &'a str,
    /// Pictures with it.
    pub pictures: usize,
}

kit::row! {
    struct WriterRow {
        created_at: Time,
        tier: Tier,
        limited: bool,
        warned: bool,
    }
}

kit::row! {
    struct PastRow {
        depth: u8,
        title: String,
        body: String,
        published_at: Time,
        pictures: i64,
    }
}

/// May it be read by others at once? None: it may. Otherwise why it waits; what may not be said is a fault beside its field.
pub async fn screen(tx: &mut Tx, writing: Writing<'_>) -> Result<Option<Why>> {
    if writing.page.is_some() {
        return Ok(None);
    }
    let now = tx.now();
    let limits = Limits::in_force_in(tx).await?;
    let filters = WordFilter::all_in(tx).await?;
    let writer: WriterRow = tx
        .one(
            "select a.created_at, a.tier,
                    cast(case when exists (select 1 from limited_person l where l.person_id = a.id) then 1 else 0 end as bigint) as limited,
                    cast(case when exists (select 1 from screen_warning w where w.person_id = a.id and w.text_hash = $2) then 1 else 0 end as bigint)
                      as warned
               from person_card a where a.id = $1",
            args![writing.author, text_hash(writing.body)],
        )
        .await?;
    let past = lately(tx, writing.author, now).await?;
    let writer =
        Writer { age: now.since(writer.created_at), known: writer.tier == Tier::Verified, limited: writer.limited, warned: writer.warned };
    let said = Said {
        comment: writing.comment,
        edit: writing.edit.is_some(),
        links: links(writing.body),
        text: compared(writing.title, writing.body),
        words: Screened::new(&format!("{}\n{}", writing.title, writing.body)),
        pictures: i64::try_from(writing.pictures).unwrap_or(i64::MAX),
    };
    judge(&limits, &filters, writer, &past, &said, now).map_err(Error::Invalid)
}

/// What somebody wrote as themselves in the last day, what was taken back included. What lies in the future, in a town that is
/// given more of a past than it had, counts for nothing.
async fn lately(tx: &mut Tx, author: PersonId, now: Time) -> Result<Vec<Past>> {
    let rows: Vec<PastRow> = tx
        .all(
            "select p.depth, p.title, p.body, p.published_at, (select count(*) from picture i where i.post_id = p.id) as pictures
               from post p where p.author_id = $1 and p.published_at > $2 and p.published_at <= $4 and p.page_id is null
              order by p.published_at desc limit $3",
            args![author, now.plus(-DAY), LATELY, now],
        )
        .await?;
    Ok(rows
        .into_iter()
        .map(|row| Past {
            comment: row.depth > 0,
            at: row.published_at,
            links: links(&row.body),
            text: compared(&row.title, &row.body),
            pictures: row.pictures,
        })
        .collect())
}

/// Links a reader can follow, and addresses written out.
fn links(body: &str) -> i64 {
    let drawn = Words::of_comment(body, false, &Named::default()).html.matches("<a ").count();
    let folded = fold(body);
    let written = folded.matches("://").count().max(folded.matches("www.").count());
    i64::try_from(drawn.max(written)).unwrap_or(i64::MAX)
}

fn compared(title: &str, body: &str) -> String {
    fold(&format!("{title} {body}"))
}

fn text_hash(body: &str) -> String {
    hash_token(&fold(body)).iter().map(|byte| format!("{byte:02x}")).collect()
}

/// After a text came back with a warning: the same text again goes out.
pub async fn note_warned(db: &Db, author: PersonId, error: &Error, body: &str) -> Result<()> {
    let Error::Invalid(faults) = error else { return Ok(()) };
    if !faults.iter().any(|fault| fault.key == WARNED) {
        return Ok(());
    }
    db.write(async |tx| {
        let now = tx.now();
        tx.run(
            "insert into screen_warning (person_id, text_hash, created_at) values ($1, $2, $3) on conflict (person_id, text_hash) do nothing",
            args![author, text_hash(body), now],
        )
        .await?;
        Ok(())
    })
    .await
}

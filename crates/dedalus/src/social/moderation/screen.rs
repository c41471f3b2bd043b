//! The one seam through which posts and comments pass before they are published or changed.

use kit::clock::{DAY, Time};
use kit::db::{Db, Tx};
use kit::text::fold;
use kit::{Error, Result, args};

use super::filter::WordFilter;
use super::limits::Limits;
use super::matter::{self, Subject};
use super::phrase::Screened;
use super::pieces::Pieces;
use super::rules::{Past, Said, WARNED, Why, Writer, judge};
use crate::identity::{PageId, PersonId, Tier};
use crate::social::mark::Named;
use crate::social::post::PostId;
use crate::social::words::Words;

/// Texts of a day that are looked at; who wrote more has met the limits long before.
const LATELY: i64 = 500;

/// A text about to be published or changed.
#[derive(Debug, Clone)]
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
    /// Everything said in it, title and text included.
    pub pieces: Pieces,
    /// Pictures that come with it now.
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
        rest: String,
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
    let together = writing.pieces.together();
    let writer = writer(tx, writing.author, &writing.pieces).await?;
    let past = lately(tx, writing.author, now).await?;
    let said = Said {
        comment: writing.comment,
        edit: writing.edit.is_some(),
        links: links(&together),
        text: compared(writing.title, writing.body),
        pieces: writing.pieces.screened(),
        together: Screened::new(&together),
        main: "testo",
        pictures: i64::try_from(writing.pictures).unwrap_or(i64::MAX),
        later: if writing.pictures == 0 { 0 } else { put_later(tx, writing.author, now).await? },
    };
    judge(&limits, &filters, writer, &past, &said, now).map_err(Error::Invalid)
}

/// May a name stand, with what is said about it? It cannot wait: what a text would wait for is what moderation looks at while
/// it stands. Somebody without an account yet is only told what may not be said.
pub async fn screen_name(tx: &mut Tx, author: Option<PersonId>, main: &'static str, pieces: &Pieces) -> Result<Option<Why>> {
    let now = tx.now();
    let limits = Limits::in_force_in(tx).await?;
    let filters = WordFilter::all_in(tx).await?;
    let together = pieces.together();
    let writer = match author {
        Some(author) => writer(tx, author, pieces).await?,
        None => Writer { warned: true, ..Writer::default() },
    };
    let said = Said {
        comment: false,
        edit: true,
        links: links(&together),
        text: String::new(),
        pieces: pieces.screened(),
        together: Screened::new(&together),
        main,
        pictures: 0,
        later: 0,
    };
    let why = judge(&limits, &filters, writer, &[], &said, now).map_err(Error::Invalid)?;
    Ok(why.filter(|why| *why != Why::Limited))
}

/// Moderation looks at a name that stands.
pub async fn look_at(tx: &mut Tx, subject: Subject, why: Option<Why>) -> Result<()> {
    match why {
        Some(why) => matter::open_noticed(tx, subject, why).await,
        None => Ok(()),
    }
}

async fn writer(tx: &mut Tx, author: PersonId, pieces: &Pieces) -> Result<Writer> {
    let now = tx.now();
    let row: WriterRow = tx
        .one(
            "select a.created_at, a.tier,
                    cast(case when exists (select 1 from limited_person l where l.person_id = a.id) then 1 else 0 end as bigint) as limited,
                    cast(case when exists (select 1 from screen_warning w where w.person_id = a.id and w.text_hash = $2) then 1 else 0 end as bigint)
                      as warned
               from person_card a where a.id = $1",
            args![author, pieces.hash()],
        )
        .await?;
    Ok(Writer { age: now.since(row.created_at), known: row.tier == Tier::Verified, limited: row.limited, warned: row.warned })
}

/// Pictures that somebody put with texts of other days since yesterday.
async fn put_later(tx: &mut Tx, author: PersonId, now: Time) -> Result<i64> {
    let (pictures,): (i64,) = tx
        .one(
            "select count(*) as n from picture i join post p on p.id = i.post_id
              where p.author_id = $1 and p.page_id is null and p.published_at <= $2 and i.created_at > $2 and i.created_at <= $3",
            args![author, now.plus(-DAY), now],
        )
        .await?;
    Ok(pictures)
}

/// What somebody wrote as themselves in the last day, what was taken back included. What lies in the future, in a town that is
/// given more of a past than it had, counts for nothing.
async fn lately(tx: &mut Tx, author: PersonId, now: Time) -> Result<Vec<Past>> {
    let rows: Vec<PastRow> = tx
        .all(
            "select p.depth, p.title, p.body, p.published_at, (select count(*) from picture i where i.post_id = p.id) as pictures,
                    p.title || ' ' || p.warning
                      || coalesce((select ' ' || string_agg(i.alt, ' ') from picture i where i.post_id = p.id), '')
                      || coalesce((select ' ' || string_agg(o.words, ' ') from poll_option o where o.post_id = p.id), '')
                      || coalesce((select ' ' || string_agg(r.title || ' ' || r.description || ' ' || r.transcript, ' ')
                                     from recording r where r.post_id = p.id), '') as rest
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
            links: links(&format!("{}\n{}", row.body, row.rest)),
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

/// After a text came back with a warning: the same text again goes out.
pub async fn note_warned(db: &Db, author: PersonId, error: &Error, pieces: &Pieces) -> Result<()> {
    let Error::Invalid(faults) = error else { return Ok(()) };
    if !faults.iter().any(|fault| fault.key == WARNED) {
        return Ok(());
    }
    db.write(async |tx| {
        let now = tx.now();
        tx.run(
            "insert into screen_warning (person_id, text_hash, created_at) values ($1, $2, $3) on conflict (person_id, text_hash) do nothing",
            args![author, pieces.hash(), now],
        )
        .await?;
        Ok(())
    })
    .await
}

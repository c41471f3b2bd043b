//! A town of any size for load tests: so many posts, as many comments, a tenth as many people. The same number on the
//! same day gives the same rows with the same ids. They are older than the town's own texts, which stay on top.
//!
//! Rows are written many at a time and without the nouns, because a million of them should take minutes; what the nouns
//! would have written beside them (search documents, trigrams, counts) is written too, events and audit are not.

mod dice;
mod readers;
mod requests;
mod rows;
mod shares;
mod words;

use kit::clock::Time;
use kit::db::{Db, Tx};
use kit::{Error, Result, args, ids};

use super::script::{Calendar, at};
use crate::identity::{PageId, PersonId};
use crate::shell::App;
use dice::Dice;
use readers::{Habits, follow};
pub use requests::requests;
use rows::{Comment, DocumentRow, PostRow, SourceRow, put_all};
use shares::shares;
use words::Words;

/// The years in which it all happened, in days before the town's day.
const DAYS: (i16, i16) = (-1130, -61);
/// Posts, or comments, or people written in one turn. A turn may last a second.
const TURN: usize = 400;
/// Of so many posts one is a page's.
const PAGES: u64 = 10;
/// The fewest people.
const FEWEST: u64 = 100;

/// Fills `posts` posts, as many comments, and people.
pub async fn scale(app: &App, posts: u64, mut progress: impl FnMut(&str)) -> Result<()> {
    if is_scaled(&app.db, posts).await? {
        progress("the large town is there already");
        return Ok(());
    }
    let calendar = Calendar::of(app.now(), &app.zone)?;
    let mut fill = Fill::begin(&app.db, &calendar, posts).await?;
    let mut shown = 0;
    let mut show = |fill: &Fill, last: bool| {
        let percent = fill.slot * 100 / fill.slots.max(1) / 5 * 5;
        if percent > shown || last {
            shown = percent;
            progress(&format!("{percent} % of {} people, {posts} posts, {posts} comments", fill.people));
        }
    };
    while fill.add_people(&app.db).await? {
        show(&fill, false);
    }
    follow(&app.db, &fill.authors, Habits::of(fill.people), fill.begin).await?;
    while fill.add_posts(&app.db).await? {
        show(&fill, false);
    }
    show(&fill, true);
    Ok(())
}

/// The key of the last post's form says whether an earlier run came to its end.
async fn is_scaled(db: &Db, posts: u64) -> Result<bool> {
    let first: Option<(i64,)> = db.maybe("select id from person where handle_folded = $1", args![handle(1)]).await?;
    if first.is_none() {
        return Ok(false);
    }
    let (last,): (i64,) = db.one("select count(*) as n from post where once_key = $1", args![post_key(posts)]).await?;
    if last > 0 {
        return Ok(true);
    }
    Err(Error::internal("the database holds a large town of another size, or one that was not finished: begin with an empty folder"))
}

fn handle(number: u64) -> String {
    format!("abitante_{number}")
}

fn post_key(number: u64) -> String {
    format!("scale-post-{number}")
}

/// How far the filling has come.
struct Fill {
    people: u64,
    slots: u64,
    /// The next moment: every row has one of its own, in the order of writing.
    slot: u64,
    begin: Time,
    /// Microseconds from one moment to the next, whole milliseconds.
    step: i64,
    dice: Dice,
    words: Words,
    /// Comments of each post.
    shares: Vec<u32>,
    authors: Vec<PersonId>,
    voices: Vec<(PageId, PersonId)>,
    posts_done: usize,
}

impl Fill {
    async fn begin(db: &Db, calendar: &Calendar, posts: u64) -> Result<Self> {
        let voices: Vec<(PageId, PersonId)> = db
            .all(
                "select e.page_id, e.person_id from page_editor e join page g on g.id = e.page_id join person p on p.id = e.person_id
                  order by g.position, p.handle_folded",
                vec![],
            )
            .await?;
        if voices.is_empty() {
            return Err(Error::internal("a large town is built around the demo town: fill that one first"));
        }
        let people = (posts / 10).max(FEWEST);
        let slots = people + posts * 2;
        let (begin, end) = (calendar.time(at(DAYS.0, 6, 0))?, calendar.time(at(DAYS.1, 6, 0))?);
        let step = end.since(begin) / i64::try_from(slots + 1).unwrap_or(i64::MAX) / 1000 * 1000;
        if step == 0 {
            return Err(Error::internal(format!("{posts} posts are more than three years have milliseconds for")));
        }
        let shares = shares(usize::try_from(posts).map_err(Error::internal)?);
        Ok(Self {
            people,
            slots,
            slot: 0,
            begin,
            step,
            dice: Dice::new(),
            words: Words::new(),
            shares,
            authors: Vec::new(),
            voices,
            posts_done: 0,
        })
    }

    /// The next moment, and the number of whatever is written at it.
    fn next(&mut self) -> (i64, Time) {
        let at = self.begin.plus(i64::try_from(self.slot).unwrap_or(i64::MAX).saturating_mul(self.step));
        self.slot += 1;
        (ids::floor(at), at)
    }

    /// Writes some people; are there more to write?
    async fn add_people(&mut self, db: &Db) -> Result<bool> {
        let mut some = Vec::with_capacity(TURN);
        while some.len() < TURN && (self.authors.len() as u64) < self.people {
            let (id, at) = self.next();
            let number = self.authors.len() as u64 + 1;
            let name = self.words.name(&mut self.dice);
            self.authors.push(PersonId(id));
            some.push(rows::Person { id, at, handle: handle(number), name, email: format!("abitante{number}@example.org") });
        }
        db.write_patiently(async |tx| {
            put_all(tx, &some).await?;
            for person in &some {
                kit::text::search::put_trigrams(tx, "person", person.id, &format!("{} {}", person.name, person.handle)).await?;
            }
            Ok(())
        })
        .await?;
        Ok((self.authors.len() as u64) < self.people)
    }

    /// Writes some posts with the comments on them; are there more to write?
    async fn add_posts(&mut self, db: &Db) -> Result<bool> {
        let until = (self.posts_done + TURN).min(self.shares.len());
        let mut posts = Vec::with_capacity(TURN);
        let mut comments = Vec::new();
        for number in self.posts_done..until {
            posts.push(self.post(number));
        }
        for (number, post) in (self.posts_done..until).zip(&posts) {
            self.talk(number, post.id, &mut comments);
        }
        write(db, &posts).await?;
        for some in comments.chunks(TURN) {
            write(db, some).await?;
        }
        self.posts_done = until;
        Ok(until < self.shares.len())
    }

    fn post(&mut self, number: usize) -> PostRow {
        let (id, at) = self.next();
        let voice = if self.dice.below(PAGES) == 0 { self.dice.pick(&self.voices).copied() } else { None };
        let author = match voice {
            Some((_, person)) => person,
            None if self.dice.below(PAGES - 1) == 0 => self.person(Habits::of(self.people).busy()),
            None => self.author(),
        };
        let (title, title_terms) = self.words.title(&mut self.dice);
        let sentences = 2 + self.dice.below(5);
        PostRow {
            id,
            at,
            author,
            page: voice.map(|(page, _)| page),
            title,
            text: self.words.text(&mut self.dice, sentences, title_terms),
            comments: self.shares.get(number).copied().unwrap_or_default(),
            key: post_key(number as u64 + 1),
            answer: None,
        }
    }

    /// The comments on a post: most answer the post, some the comment before them.
    fn talk(&mut self, number: usize, root: i64, comments: &mut Vec<PostRow>) {
        let mut before = Comment { root, parent: root, depth: 0 };
        for _ in 0..self.shares.get(number).copied().unwrap_or_default() {
            let (id, at) = self.next();
            let answers = before.depth > 0 && before.depth < 3 && self.dice.below(10) < 3;
            let answer = if answers {
                Comment { root, parent: before.parent, depth: before.depth + 1 }
            } else {
                Comment { root, parent: root, depth: 1 }
            };
            let sentences = 1 + self.dice.below(2);
            comments.push(PostRow {
                id,
                at,
                author: self.author(),
                page: None,
                title: String::new(),
                text: self.words.text(&mut self.dice, sentences, ""),
                comments: 0,
                key: format!("scale-comment-{}", self.slot),
                answer: Some(answer),
            });
            before = Comment { root, parent: id, depth: answer.depth };
        }
    }

    /// Somebody; a few people write much, most write little, some write no more.
    fn author(&mut self) -> PersonId {
        let (a, b) = (self.dice.below(self.people), self.dice.below(self.people));
        // The last third of the time is somewhat more than a year.
        let late = self.slot * 3 > self.slots * 2;
        self.person(Habits::of(self.people).writes(usize::try_from(a.min(b)).unwrap_or(0), late))
    }

    fn person(&self, number: usize) -> PersonId {
        self.authors.get(number % self.authors.len().max(1)).copied().unwrap_or(PersonId(0))
    }
}

async fn write(db: &Db, posts: &[PostRow]) -> Result<()> {
    db.write_patiently(async |tx: &mut Tx| {
        put_all(tx, posts).await?;
        let documents: Vec<DocumentRow<'_>> = posts.iter().map(DocumentRow).collect();
        put_all(tx, &documents).await?;
        let sources: Vec<SourceRow<'_>> = posts.iter().filter(|post| post.answer.is_none()).map(SourceRow).collect();
        put_all(tx, &sources).await?;
        if let Some(insert) = tx.engine().search().insert {
            for post in posts {
                tx.run(insert, args![post.id, &post.text.terms]).await?;
            }
        }
        Ok(())
    })
    .await
}

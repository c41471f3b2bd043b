//! The demo town: Termini Imerese in the week before carnival, with invented people, for trying and for tests.
//!
//! The texts are tables of Rust ([`news`], [`square`]) and Markdown files (`texts/`); what stands in them is made relative
//! to the town's day ([`script::Calendar`]) and told through the same nouns that people use, on a clock of its own that
//! moves from the first day to the last, so that events, audit and rows all have the right dates.
//! The same day gives the same town.

mod applications;
mod appointments;
mod cast;
mod communities;
mod gather;
mod ground;
mod news;
mod notices;
mod offices;
mod pages;
mod people;
mod quarrel;
mod requests;
mod scale;
mod script;
mod services;
mod sign_ins;
mod square;
#[cfg(test)]
mod tests;
mod texts_of_requests;

use std::sync::Arc;
use std::time::Duration;

use kit::clock::{Clock, SECOND, Time};
use kit::db::{Db, Hooks, News};
use kit::mail::Mailer;
use kit::rate::Limiter;
use kit::{Error, Result};

pub use scale::{requests as scale_requests, scale};
pub use script::MORNING;
pub use sign_ins::{PASSWORD, SignIn, SignIns, sign_ins};

use crate::shell::{App, AppParts};
use crate::town;
use cast::Cast;
use communities::Gathering;
use script::{At, Calendar, Said, Told, Voice, at};

/// When offices, staff and pages were made.
const FOUNDED: At = at(-60, 8, 0);

/// Fills an empty town and says how to sign in. A town that is filled already is left alone; one that was being filled
/// when the program ended is filled to its end.
pub async fn fill(app: &App, mut progress: impl FnMut(&str)) -> Result<SignIns> {
    let calendar = Calendar::of(app.now(), &app.zone)?;
    let acts = acts()?;
    if is_filled(app, &acts).await? && requests::is_filled(&app.db).await? {
        progress("the town is filled already");
        return Ok(sign_ins());
    }
    let (before,): (i64,) = app.db.one("select count(*) as n from post", vec![]).await?;
    match fill_up(app, &calendar, &acts, &mut progress).await {
        Ok(()) => Ok(sign_ins()),
        // What an older program told of the town does not fit what this one tells.
        Err(error) if before > 0 => Err(Error::internal(format!(
            "the demo town in this folder was begun by another version of the program, and does not go on ({error}): \
             choose an empty folder, or remove this one (`make clean-var`)"
        ))),
        Err(error) => Err(error),
    }
}

/// Plays what was not played yet.
async fn fill_up(app: &App, calendar: &Calendar, acts: &[Act], progress: &mut impl FnMut(&str)) -> Result<()> {
    let past = past(app, calendar.time(FOUNDED)?).await?;
    let mut cast = Cast::found(&past).await?;
    services::open(&past, &cast).await?;
    cast.stand_in(&past.db, calendar.time(at(-1, 8, 0))?, calendar.time(at(4, 14, 0))?).await?;
    progress(&format!("{} offices, {} people of the staff, {} pages", offices::OFFICES.len(), cast.len(), pages::PAGES.len()));
    ground::lay(&past.db, &cast).await?;
    let mut told = 0;
    for (number, act) in acts.iter().enumerate() {
        move_clock(&past, calendar, act.at)?;
        cast.play(&past, calendar, act).await?;
        notices::tell(&past, act.at).await?;
        told += usize::from(matches!(act.what, What::Tell(_)));
        if (number + 1) % 100 == 0 || number + 1 == acts.len() {
            progress(&format!("{told} posts, {} comments, {} people", cast.comments(), cast.len()));
        }
    }
    let before = self::past(app, calendar.time(requests::BEGIN)?).await?;
    requests::fill(&before, &cast, calendar, app.now()).await?;
    progress(&format!("{} reports and questions", requests::many()));
    applications::connect(&past, cast.person("anna_livigni")?.0).await?;
    notices::settle(&past.db, calendar).await
}

/// Something that happens in the town.
struct Act {
    at: At,
    what: What,
}

enum What {
    /// A person signs up.
    Join(&'static people::Invented),
    /// A community is founded.
    Found(&'static Gathering),
    /// Somebody comes into one.
    Enter(&'static Gathering, &'static str),
    /// Somebody follows something.
    Follow(&'static communities::Follow),
    /// A post is published; the number names it among the posts.
    Tell(usize),
    /// A comment is published: its number, and the numbers of the post and of the comment above it.
    Say { number: usize, said: &'static Said, post: usize, above: Option<usize> },
    /// A comment is taken back.
    TakeBack { number: usize, said: &'static Said },
    /// A step of the quarrel.
    Moderate(&'static quarrel::Step),
    /// An office changes a card, or suspends a service.
    Serve(&'static services::Change),
    /// Offices publish what can be booked, and people book.
    Book,
    /// The counters receive who is booked for this morning.
    Receive,
}

/// All posts, in the order of the tables: their numbers.
fn posts() -> Vec<&'static Told> {
    news::PAGES.iter().chain(square::PEOPLE).flat_map(|table| table.iter()).collect()
}

/// Everything that happens, in its order.
fn acts() -> Result<Vec<Act>> {
    let mut acts = Vec::new();
    let mut comments = 0;
    for (post, told) in posts().into_iter().enumerate() {
        acts.push(Act { at: told.at, what: What::Tell(post) });
        for said in told.talk {
            say(&mut acts, &mut comments, said, post, None);
        }
    }
    gather(&mut acts);
    for invented in people::PEOPLE.iter().filter(|person| person.roles.is_empty()) {
        let first = acts.iter().filter(|act| author_of(act) == Some(invented.handle)).map(|act| act.at).min();
        let first = first.unwrap_or(at(-30, 12, 0));
        // People look around for a while before they say something.
        acts.push(Act { at: At { hour: (first.hour - 1).max(0), ..first }, what: What::Join(invented) });
    }
    acts.extend(services::CHANGES.iter().map(|(at, change)| Act { at: *at, what: What::Serve(change) }));
    acts.extend(quarrel::STORY.iter().map(|(at, step)| Act { at: *at, what: What::Moderate(step) }));
    acts.push(Act { at: at(-2, 17, 30), what: What::Book });
    acts.push(Act { at: at(0, 9, 40), what: What::Receive });
    // Sorting is stable; of two things of one minute, who signs up comes first.
    acts.sort_by_key(|act| (act.at, !matches!(act.what, What::Join(_))));
    if acts.iter().any(|act| act.at < FOUNDED) {
        return Err(Error::internal("the demo's texts tell of a time before the town"));
    }
    Ok(acts)
}

/// People found communities and come in, before anybody says something there; then they follow each other.
fn gather(acts: &mut Vec<Act>) {
    for gathering in communities::COMMUNITIES {
        acts.push(Act { at: gathering.at, what: What::Found(gathering) });
        for (minute, handle) in (1..).zip(gathering.people.iter().skip(1)) {
            let at = At { minute: gathering.at.minute + minute, ..gathering.at };
            acts.push(Act { at, what: What::Enter(gathering, handle) });
        }
    }
    for follow in communities::FOLLOWS {
        acts.push(Act { at: at(-10, 12, 0), what: What::Follow(follow) });
    }
}

fn say(acts: &mut Vec<Act>, comments: &mut usize, said: &'static Said, post: usize, above: Option<usize>) {
    let number = *comments;
    *comments += 1;
    acts.push(Act { at: said.at, what: What::Say { number, said, post, above } });
    if said.is_gone {
        let later = At { hour: said.at.hour + 1, ..said.at };
        acts.push(Act { at: later, what: What::TakeBack { number, said } });
    }
    for answer in said.then {
        say(acts, comments, answer, post, Some(number));
    }
}

/// The person behind an act; none for pages, whose editors are there from the beginning.
fn author_of(act: &Act) -> Option<&'static str> {
    match &act.what {
        What::Tell(post) => posts().get(*post).map(|told| told.by),
        What::Say { said: Said { by: Voice::Person(handle), .. }, .. } => Some(handle),
        What::Found(gathering) => gathering.people.first().copied(),
        What::Enter(_, handle) | What::Follow((handle, _, _)) => Some(handle),
        _ => None,
    }
}

/// Is the last thing that was said there?
async fn is_filled(app: &App, acts: &[Act]) -> Result<bool> {
    let last = acts.iter().rev().find_map(|act| match &act.what {
        What::Tell(post) => Some((author_of(act)?, cast::post_key(*post))),
        What::Say { number, .. } => Some((author_of(act)?, cast::comment_key(*number))),
        _ => None,
    });
    let Some((author, key)) = last else { return Ok(true) };
    let sql = "select p.id from post p join person a on a.id = p.author_id where a.handle_folded = $1 and p.once_key = $2";
    let found: Option<(i64,)> = app.db.maybe(sql, kit::args![author, key]).await?;
    Ok(found.is_some())
}

/// The same town, with a clock that stands where we put it.
async fn past(app: &App, begin: Time) -> Result<App> {
    let cache = app.cache.clone();
    let hooks = Hooks {
        clock: Clock::still(begin),
        // Nobody wants a mail about what was said five weeks ago.
        reactions: Arc::from([]),
        after_commit: Arc::new(move |news| {
            let subjects: Vec<_> =
                news.iter().filter_map(|item| if let News::Touched(subject) = item { Some(subject.clone()) } else { None }).collect();
            if !subjects.is_empty() {
                cache.invalidate(&subjects);
            }
        }),
        slow: Duration::from_secs(2),
    };
    let db = Db::open(&town::address(&app.config)?, 1, hooks).await?;
    Ok(App::new(AppParts {
        config: app.config.clone(),
        town: Arc::clone(&app.town),
        db,
        blobs: app.blobs.clone(),
        pictures: app.pictures.clone(),
        cache: app.cache.clone(),
        mailer: Mailer::new(&app.config)?,
        tiles: app.tiles.clone(),
        layers: Arc::clone(&app.layers),
        outbound: app.outbound.clone(),
        typed: app.typed.clone(),
        secret: app.secret.clone(),
        limiter: Limiter::new([], 1),
        passwords: app.passwords.clone(),
        breached: app.breached.clone(),
        zone: app.zone.clone(),
        holdings: Arc::clone(&app.holdings),
        readers: Arc::clone(&app.readers),
        screen: app.screen,
        boards: app.boards.clone(),
        bell: Arc::clone(&app.bell),
        live: app.live.clone(),
    }))
}

/// Moves the clock of the past on to a moment; two things of one minute are a moment apart.
fn move_clock(past: &App, calendar: &Calendar, to: At) -> Result<()> {
    let ahead = calendar.time(to)?.since(past.now());
    past.db.clock().advance(ahead.max(SECOND));
    Ok(())
}

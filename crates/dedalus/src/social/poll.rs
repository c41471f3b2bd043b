//! Polls: a question with two to six answers under a post. Everybody with an account votes once; nobody sees who chose what.

use std::sync::Arc;

use kit::clock::Time;
use kit::db::{Db, Tx};
use kit::error::FieldErrors;
use kit::jobs::{Job, NewJob, enqueue};
use kit::{Error, Result, args};
use serde::{Deserialize, Serialize};

use super::post::{Post, PostId};
use crate::identity::{Actor, Viewer};
use crate::shell::App;

/// The fewest answers.
pub const FEWEST: usize = 2;
/// The most answers.
pub const MOST: usize = 6;
/// The longest answer, in characters.
pub const WORDS_MAX: usize = 80;

/// A poll about to be published.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct NewPoll {
    /// Answers in their order, checked.
    pub options: Vec<String>,
    /// May one choose several?
    pub multiple: bool,
    /// Votes are taken until then, in microseconds.
    pub closes_at: i64,
}

/// Faults of the answers, beside the fields `scelta1` … `scelta6`. Empty ones are left out before.
pub fn check(options: &[String], faults: &mut FieldErrors) {
    if options.len() < FEWEST {
        faults.add_with("scelta1", "error-poll-few", vec![("min", FEWEST.to_string())]);
    } else if options.len() > MOST {
        faults.add_with("scelta1", "error-poll-many", vec![("max", MOST.to_string())]);
    } else if options.iter().any(|option| option.chars().count() > WORDS_MAX) {
        faults.add_with("scelta1", "error-poll-long", vec![("max", WORDS_MAX.to_string())]);
    } else if options
        .iter()
        .enumerate()
        .any(|(at, option)| options.iter().take(at).any(|other| kit::text::fold(other) == kit::text::fold(option)))
    {
        faults.add("scelta1", "error-poll-same");
    }
}

/// The form's field of an answer, by its place from 0.
pub fn option_field(at: usize) -> String {
    format!("scelta{}", at + 1)
}

/// The job at its end.
pub const OVER: &str = "social.poll";

/// What the job is about.
#[derive(Serialize, Deserialize)]
struct Over {
    post: PostId,
}

/// The job: a poll is over, and whoever it concerns is told.
pub async fn over(app: App, job: Arc<Job>) -> Result<()> {
    let over: Over = job.read()?;
    super::notices::poll_over(&app, over.post).await?;
    job.complete(&app.db, async |_| Ok(())).await
}

/// Writes it beside its post.
pub async fn create(tx: &mut Tx, post: PostId, new: &NewPoll) -> Result<()> {
    tx.run(
        "insert into poll (post_id, multiple, closes_at, voter_count) values ($1, $2, $3, 0)",
        args![post, new.multiple, Time::from_micros(new.closes_at)],
    )
    .await?;
    for (position, words) in (0_i64..).zip(&new.options) {
        tx.run("insert into poll_option (post_id, position, words, vote_count) values ($1, $2, $3, 0)", args![post, position, words])
            .await?;
    }
    let end = NewJob::new(OVER, serde_json::to_value(Over { post })?);
    enqueue(tx, end.at(Time::from_micros(new.closes_at))).await?;
    Ok(())
}

/// Forgets a poll whose post lost its words.
pub async fn forget(tx: &mut Tx, post: PostId) -> Result<()> {
    for table in ["poll_vote", "poll_option", "poll"] {
        tx.run(format!("delete from {table} where post_id = $1"), args![post]).await?;
    }
    Ok(())
}

kit::row! {
    /// An answer with its votes.
    #[derive(Debug, Clone)]
    pub struct Choice {
        /// Its place.
        pub position: i64,
        /// Its words.
        pub words: String,
        /// Votes.
        pub votes: i64,
        /// The viewer chose it.
        pub mine: bool,
    }
}

/// A poll as a viewer meets it.
#[derive(Debug, Clone)]
pub struct Poll {
    /// May one choose several?
    pub multiple: bool,
    /// Votes are taken until then.
    pub closes_at: Time,
    /// People who voted.
    pub voters: i64,
    /// The answers.
    pub choices: Vec<Choice>,
}

impl Poll {
    /// The poll of a post that the viewer may read.
    pub async fn of(db: &Db, viewer: &Viewer, post: PostId) -> Result<Option<Self>> {
        let head: Option<(bool, Time, i64)> =
            db.maybe("select multiple, closes_at, voter_count from poll where post_id = $1", args![post]).await?;
        let Some((multiple, closes_at, voters)) = head else { return Ok(None) };
        let choices = db
            .all(
                "select o.position, o.words, o.vote_count as votes,
                        case when v.person_id is null then cast(0 as bigint) else cast(1 as bigint) end as mine
                   from poll_option o left join poll_vote v on v.post_id = o.post_id and v.position = o.position and v.person_id = cast($2 as bigint)
                  where o.post_id = $1 order by o.position",
                args![post, viewer.id()],
            )
            .await?;
        Ok(Some(Self { multiple, closes_at, voters, choices }))
    }

    /// Has the viewer voted?
    pub fn is_voted(&self) -> bool {
        self.choices.iter().any(|choice| choice.mine)
    }

    /// Is it over?
    pub fn is_closed(&self, now: Time) -> bool {
        self.closes_at <= now
    }

    /// The answers with their share in percent.
    pub fn results(&self) -> Vec<(Choice, i64)> {
        let votes: Vec<i64> = self.choices.iter().map(|choice| choice.votes).collect();
        let shares = if self.multiple { of_voters(&votes, self.voters) } else { percentages(&votes) };
        self.choices.iter().cloned().zip(shares).collect()
    }
}

/// Shares of a whole in percent that add up to 100: rounded down, and what is left goes to the largest remainders, the first
/// of equals. No votes are no shares.
pub fn percentages(votes: &[i64]) -> Vec<i64> {
    let total: i64 = votes.iter().sum();
    if total <= 0 {
        return vec![0; votes.len()];
    }
    let mut shares: Vec<i64> = votes.iter().map(|n| n * 100 / total).collect();
    let left = 100 - shares.iter().sum::<i64>();
    let mut order: Vec<usize> = (0..votes.len()).collect();
    order.sort_by_key(|at| std::cmp::Reverse(votes.get(*at).map_or(0, |n| n * 100 % total)));
    for at in order.into_iter().take(usize::try_from(left).unwrap_or_default()) {
        if let Some(share) = shares.get_mut(at) {
            *share += 1;
        }
    }
    shares
}

/// Of those who voted, how many in a hundred chose each: with several choices these need not add up.
fn of_voters(votes: &[i64], voters: i64) -> Vec<i64> {
    votes.iter().map(|n| if voters > 0 { (n * 200 + voters) / (voters * 2) } else { 0 }).collect()
}

impl Post {
    /// Somebody votes: once, until the end.
    pub async fn vote(tx: &mut Tx, actor: &Actor, id: PostId, chosen: &[i64]) -> Result<Self> {
        let person = actor.person.ok_or(Error::SignIn)?;
        let post = Self::visible_in(tx, person, id).await?;
        let head: Option<(bool, Time)> = tx.maybe("select multiple, closes_at from poll where post_id = $1", args![id]).await?;
        let (multiple, closes_at) = head.ok_or(Error::NotFound)?;
        if closes_at <= tx.now() {
            return Err(Error::Conflict("error-vote-closed"));
        }
        let before: Option<(i64,)> =
            tx.maybe("select position from poll_vote where post_id = $1 and person_id = $2 limit 1", args![id, person]).await?;
        if before.is_some() {
            return Err(Error::Conflict("error-vote-again"));
        }
        if chosen.is_empty() || (!multiple && chosen.len() > 1) {
            return Err(Error::field("scelta", "error-vote-none"));
        }
        let now = tx.now();
        for position in chosen {
            let known = tx
                .run("update poll_option set vote_count = vote_count + 1 where post_id = $1 and position = $2", args![id, *position])
                .await?;
            if known == 0 {
                return Err(Error::field("scelta", "error-vote-none"));
            }
            tx.run(
                "insert into poll_vote (post_id, person_id, position, created_at) values ($1, $2, $3, $4)",
                args![id, person, *position, now],
            )
            .await?;
        }
        tx.run("update poll set voter_count = voter_count + 1 where post_id = $1", args![id]).await?;
        tx.touch(format!("post:{id}"));
        Ok(post)
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn thirds_add_up() {
        assert_eq!(percentages(&[1, 1, 1]), [34, 33, 33]);
        assert_eq!(percentages(&[2, 1]), [67, 33]);
        assert_eq!(percentages(&[0, 0]), [0, 0]);
        assert_eq!(percentages(&[0, 7]), [0, 100]);
        assert_eq!(of_voters(&[3, 2, 0], 3), [100, 67, 0]);
        assert_eq!(of_voters(&[0], 0), [0]);
    }

    #[test]
    fn answers_are_two_to_six_short_and_different() {
        let fault = |options: &[&str]| {
            let mut faults = FieldErrors::default();
            check(&options.iter().map(|option| (*option).to_owned()).collect::<Vec<_>>(), &mut faults);
            faults.of("scelta1").map(|fault| fault.key)
        };
        assert_eq!(fault(&["Sì", "No"]), None);
        assert_eq!(fault(&["Sì"]), Some("error-poll-few"));
        assert_eq!(fault(&["Sì", "si"]), Some("error-poll-same"));
        assert_eq!(fault(&["1", "2", "3", "4", "5", "6", "7"]), Some("error-poll-many"));
        assert_eq!(fault(&["a", &"b".repeat(81)]), Some("error-poll-long"));
    }

    proptest! {
        #[test]
        fn shares_add_up_and_keep_the_order(votes in proptest::collection::vec(0_i64..100_000, 2..=6)) {
            let shares = percentages(&votes);
            let total: i64 = votes.iter().sum();
            prop_assert_eq!(shares.iter().sum::<i64>(), if total == 0 { 0 } else { 100 });
            for (a, share) in votes.iter().zip(&shares) {
                if total > 0 {
                    prop_assert!((share * total - a * 100).abs() < total, "{} of {} is not {} %", a, total, share);
                }
                for (b, other) in votes.iter().zip(&shares) {
                    prop_assert!(a >= b || share <= other);
                }
            }
        }
    }
}

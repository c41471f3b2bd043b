//! Who follows whom in a large town, so that time lines and notices have something to do: three people of the staff and the
//! town follow five hundred others each, and half of the people, fifty thousand at most, follow the town's own page.

use kit::clock::Time;
use kit::db::Db;
use kit::{Result, args};

use super::TURN;
use super::rows::{FollowRow, put_all};
use crate::identity::PersonId;

/// Others that one follows.
const SOURCES: usize = 500;
/// The most followers of the town's page.
const FOLLOWERS: usize = 50_000;

/// How the people of a large town write: the first wrote nothing in the last year, the next writes a tenth of all posts.
#[derive(Debug, Clone, Copy)]
pub struct Habits {
    /// So many have been silent for a year.
    pub silent: usize,
}

impl Habits {
    /// For so many people.
    pub fn of(people: u64) -> Self {
        Self { silent: usize::try_from(people / 4).unwrap_or(SOURCES).min(SOURCES) }
    }

    /// Who writes when somebody was picked: who is silent by now leaves it to one of the others.
    pub const fn writes(self, picked: usize, late: bool) -> usize {
        if late && picked < self.silent { picked + self.silent + 1 } else { picked }
    }

    /// Who writes a tenth of all posts.
    pub const fn busy(self) -> usize {
        self.silent
    }

    /// Three sets of others to follow: those who write as people do, those who fell silent, the first with the busy one.
    fn sets(self, people: usize) -> [(&'static str, Vec<usize>); 3] {
        let usual = (self.silent + 1..people).take(SOURCES);
        [
            ("anna_livigni", usual.clone().collect()),
            ("marta_dibella", (0..self.silent).collect()),
            ("pina_dangelo", usual.skip(1).chain([self.busy()]).collect()),
        ]
    }
}

/// Writes who follows whom.
pub async fn follow(db: &Db, authors: &[PersonId], habits: Habits, at: Time) -> Result<()> {
    let mut rows = Vec::new();
    for (handle, others) in habits.sets(authors.len()) {
        let reader: Option<(PersonId,)> = db.maybe("select id from person where handle_folded = $1", args![handle]).await?;
        let Some((reader,)) = reader else { continue };
        let others = others.into_iter().filter_map(|number| authors.get(number));
        rows.extend(others.map(|other| FollowRow { person: reader, kind: "person", source: other.0, at }));
    }
    let (page,): (i64,) = db.one("select id from page where handle_folded = $1", args!["comune"]).await?;
    let followers = authors.iter().take((authors.len() / 2).min(FOLLOWERS));
    rows.extend(followers.map(|person| FollowRow { person: *person, kind: "page", source: page, at }));
    for some in rows.chunks(TURN) {
        db.write_patiently(async |tx| put_all(tx, some).await).await?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_silent_wrote_once_and_each_set_has_as_many_as_there_are_others() {
        let habits = Habits::of(100_000);
        assert_eq!((habits.silent, habits.busy()), (500, 500));
        assert_eq!(habits.writes(7, false), 7);
        assert_eq!(habits.writes(7, true), 508);
        assert_eq!(habits.writes(499, true), 1000);
        assert_eq!(habits.writes(800, true), 800);
        let sets = habits.sets(100_000);
        assert!(sets.iter().all(|(_, others)| others.len() == 500));
        assert!(sets[0].1.iter().all(|other| *other > 500) && sets[1].1.iter().all(|other| *other < 500));
        assert_eq!(sets[2].1.iter().filter(|other| **other == 500).count(), 1);
    }

    #[test]
    fn a_small_town_has_fewer() {
        let habits = Habits::of(100);
        assert_eq!(habits.silent, 25);
        let sets = habits.sets(100);
        assert_eq!(sets.map(|(_, others)| others.len()), [74, 25, 74]);
    }
}

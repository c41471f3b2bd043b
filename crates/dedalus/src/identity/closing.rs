//! The end of an account as its owner asks for it: two weeks to think again, then `erase.rs` does it.

use kit::clock::{DAY, Time};
use kit::db::{Db, Tx};
use kit::{Error, Result, args};

use super::audit::{Actor, Entry, note};
use super::letters::{self, Letter};
use super::oauth;
use super::person::{Person, PersonId};
use crate::shell::App;

/// How long one can think again.
pub const GRACE: i64 = 14 * DAY;

/// Why an account cannot end now.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Obstacle {
    /// It holds a role.
    Role,
    /// It is the last one that keeps the system.
    LastKeeper,
}

impl Obstacle {
    /// Key of the sentence that says so.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Role => "error-closing-role",
            Self::LastKeeper => "error-last-system",
        }
    }

    /// What stands in the way, by the roles that run or will run, and how many others keep the system.
    pub const fn of(roles: i64, keeps_system: bool, other_keepers: i64) -> Option<Self> {
        match (roles, keeps_system, other_keepers) {
            (_, true, 0) => Some(Self::LastKeeper),
            (0, _, _) => None,
            _ => Some(Self::Role),
        }
    }
}

const STANDING: &str = "select
    (select count(*) from membership m where m.person_id = $1 and (m.ends_at is null or m.ends_at > $2)) as roles,
    (select count(*) from membership m where m.person_id = $1 and m.role = 'system' and (m.ends_at is null or m.ends_at > $2)) as keeps,
    (select count(*) from membership m join person p on p.id = m.person_id where m.person_id <> $1 and m.role = 'system'
        and p.state = 'active' and m.starts_at <= $2 and (m.ends_at is null or m.ends_at > $2)) as others";

/// What stands in the way of an account's end.
pub async fn obstacle(db: &Db, id: PersonId) -> Result<Option<Obstacle>> {
    let (roles, keeps, others): (i64, i64, i64) = db.one(STANDING, args![id, db.now()]).await?;
    Ok(Obstacle::of(roles, keeps > 0, others))
}

/// The same within a turn.
pub async fn obstacle_in(tx: &mut Tx, id: PersonId) -> Result<Option<Obstacle>> {
    let now = tx.now();
    let (roles, keeps, others): (i64, i64, i64) = tx.one(STANDING, args![id, now]).await?;
    Ok(Obstacle::of(roles, keeps > 0, others))
}

/// Sets the day of the end and tells by mail. Asked for twice, the first day counts.
pub async fn ask(app: &App, actor: &Actor, person: &Person) -> Result<()> {
    app.db
        .write(async |tx| {
            if let Some(obstacle) = obstacle_in(tx, person.id).await? {
                return Err(Error::field("", obstacle.key()));
            }
            let at = tx.now().plus(GRACE);
            // Whoever asks has seen the warning of inactivity: from here on only they can think again.
            let set = tx
                .run(
                    "update person set closing_at = $2, warned_at = null where id = $1 and state = 'active' and closing_at is null",
                    args![person.id, at],
                )
                .await?;
            if set == 0 {
                return Ok(());
            }
            // Programs that were allowed act no more; whoever thinks again allows them again.
            oauth::end_all(tx, person.id).await?;
            note(tx, actor, about(person, "person.closing")).await?;
            letters::send(tx, &app.secret, Letter::of(app).closing(person, &day(app, person, at))).await
        })
        .await
}

/// The account stays. Once it is being erased there is no way back.
pub async fn think_again(app: &App, actor: &Actor, person: &Person) -> Result<()> {
    app.db
        .write(async |tx| {
            let stays = tx
                .run("update person set closing_at = null where id = $1 and state = 'active' and closing_at is not null", args![person.id])
                .await?;
            if stays == 0 {
                return Ok(());
            }
            note(tx, actor, about(person, "person.staying")).await?;
            letters::send(tx, &app.secret, Letter::of(app).staying(person)).await
        })
        .await
}

/// A row of the audit about an account.
pub fn about<'a>(person: &'a Person, act: &'static str) -> Entry<'a> {
    Entry { act, subject_kind: "person", subject_id: Some(person.id.0), subject_name: &person.name, ..Entry::default() }
}

/// A moment in the person's own words.
pub fn day(app: &App, person: &Person, at: Time) -> String {
    kit::i18n::dates::date_time_long(at, &app.zone, person.language)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn whoever_holds_a_role_stays_and_the_last_keeper_is_told_why() {
        assert_eq!(Obstacle::of(0, false, 0), None);
        assert_eq!(Obstacle::of(2, false, 1), Some(Obstacle::Role));
        assert_eq!(Obstacle::of(1, true, 1), Some(Obstacle::Role));
        assert_eq!(Obstacle::of(1, true, 0), Some(Obstacle::LastKeeper));
    }
}

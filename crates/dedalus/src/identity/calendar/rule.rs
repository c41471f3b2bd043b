//! What of the calendar is the town's own and comes back: the patron's day, and days of weekly rest beside Sunday. Each with
//! the years in which it holds.

use jiff::civil::Date;
use kit::db::{Db, Tx};
use kit::{Error, Result, args};

use super::closure::stale;

kit::id! {
    /// A rule's number.
    RuleId
}

/// What sort of rule.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum RuleKind {
    /// The patron's day: a month and a day.
    Patron,
    /// A weekday on which the town rests.
    Rest,
}
kit::words!(RuleKind { Patron = "patron", Rest = "rest" });

kit::row! {
    /// A rule.
    #[derive(Debug, Clone, PartialEq, Eq)]
    pub struct Rule {
        /// Number.
        pub id: RuleId,
        /// What sort.
        pub kind: RuleKind,
        /// Month of a patron's day, else 0.
        pub month: i16,
        /// Day of a patron's day, else 0.
        pub day: i16,
        /// ISO weekday of a rest, else 0.
        pub weekday: u8,
        /// The patron's name.
        pub name: String,
        /// First year.
        pub from_year: i16,
        /// Last year, if it has one.
        pub until_year: Option<i16>,
    }
}

const SELECT: &str = "select id, kind, month, day, weekday, name, from_year, until_year from calendar_rule";

/// A rule about to be.
#[derive(Debug, Clone)]
pub struct NewRule {
    /// What sort.
    pub kind: RuleKind,
    /// Month and day of a patron's day, else zeros.
    pub on: (i8, i8),
    /// ISO weekday of a rest, else 0.
    pub weekday: u8,
    /// The patron's name.
    pub name: String,
    /// First year.
    pub from_year: i16,
}

impl Rule {
    /// Does it hold on a day?
    pub fn covers(&self, day: Date) -> bool {
        let year = day.year();
        let holds = self.from_year <= year && self.until_year.is_none_or(|last| year <= last);
        holds
            && match self.kind {
                RuleKind::Patron => (i16::from(day.month()), i16::from(day.day())) == (self.month, self.day),
                RuleKind::Rest => day.weekday().to_monday_one_offset().unsigned_abs() == self.weekday,
            }
    }

    /// One of them, taken away or not.
    pub async fn find(db: &Db, id: RuleId) -> Result<Self> {
        Ok(db.one(format!("{SELECT} where id = $1"), args![id]).await?)
    }

    /// Ends it with this year; one that has not counted for any day yet goes at once. Days that are over stay as they were.
    pub async fn end(&self, tx: &mut Tx, today: Date) -> Result<()> {
        let now = tx.now();
        let counted = match (self.kind, Date::new(self.from_year, to_i8(self.month), to_i8(self.day))) {
            (RuleKind::Patron, Ok(first)) => first < today,
            _ => self.from_year <= today.year(),
        };
        if counted {
            let last = today.year();
            tx.run("update calendar_rule set until_year = $2 where id = $1 and until_year is null", args![self.id, last]).await?;
        } else {
            tx.run("update calendar_rule set removed_at = $2 where id = $1", args![self.id, now]).await?;
        }
        stale(tx);
        Ok(())
    }

    /// Lets it hold again without end.
    pub async fn restore(tx: &mut Tx, id: RuleId) -> Result<()> {
        let changed = tx.run("update calendar_rule set until_year = null, removed_at = null where id = $1", args![id]).await?;
        if changed == 0 {
            return Err(Error::NotFound);
        }
        stale(tx);
        Ok(())
    }
}

fn to_i8(number: i16) -> i8 {
    i8::try_from(number).unwrap_or_default()
}

impl NewRule {
    /// Adds it. A new patron's day ends the one before.
    pub async fn create(&self, tx: &mut Tx) -> Result<RuleId> {
        let id = RuleId::next(tx.now());
        if self.kind == RuleKind::Patron {
            tx.run(
                "update calendar_rule set until_year = $1
                  where kind = 'patron' and removed_at is null and from_year < $2 and (until_year is null or until_year >= $2)",
                args![self.from_year - 1, self.from_year],
            )
            .await?;
            tx.run(
                "update calendar_rule set removed_at = $1 where kind = 'patron' and removed_at is null and from_year >= $2",
                args![tx.now(), self.from_year],
            )
            .await?;
        }
        tx.run(
            "insert into calendar_rule (id, kind, month, day, weekday, name, from_year, created_at) values ($1, $2, $3, $4, $5, $6, $7, $8)",
            args![id, self.kind, i16::from(self.on.0), i16::from(self.on.1), self.weekday, &self.name, self.from_year, tx.now()],
        )
        .await?;
        stale(tx);
        Ok(id)
    }
}

//! The working calendar: on which days the town works. National holidays, Sunday and other days of rest, the patron's day, and
//! closures. A pure value: it is read once and then asked. What held in a year holds for its days for ever, so a term that was
//! counted once is counted the same again.

mod closure;
mod due;
mod easter;
mod holiday;
mod rule;
#[cfg(test)]
mod tests;

use jiff::civil::{Date, Weekday};
use kit::Result;
use kit::db::{Db, Tx};
use kit::i18n::{Arg, Lang, dates};

pub use closure::{Closure, ClosureId, ClosureRow, NewClosure, find as find_closure, remove as remove_closure, restore as restore_closure};
pub use due::{Due, day_words};
pub use holiday::{Holiday, holiday_of};
pub use rule::{NewRule, Rule, RuleId, RuleKind};

use super::OfficeId;
use crate::shell::catalog;

/// Days after which nobody looks further for one on which somebody works.
const FAR: usize = 3660;

/// Closures and rules that count, in the order of their days and years.
const ALL: &str = "select 'closure' as kind, c.id, c.office_id, coalesce(o.name, '') as office, c.first_day, c.last_day, c.words,
        0 as month, 0 as day, 0 as weekday, 0 as from_year, cast(null as bigint) as until_year
   from closure c left join office o on o.id = c.office_id where c.removed_at is null
 union all
 select r.kind, r.id, cast(null as bigint), '', '', '', r.name, r.month, r.day, r.weekday, r.from_year, r.until_year
   from calendar_rule r where r.removed_at is null
 order by first_day, from_year, id";

kit::row! {
    /// A closure or a rule, as both come together.
    struct Line {
        kind: String,
        id: i64,
        office_id: Option<OfficeId>,
        office: String,
        first_day: String,
        last_day: String,
        words: String,
        month: i16,
        day: i16,
        weekday: u8,
        from_year: i16,
        until_year: Option<i16>,
    }
}

impl Line {
    fn rule(self, kind: RuleKind) -> Rule {
        Rule {
            id: RuleId(self.id),
            kind,
            month: self.month,
            day: self.day,
            weekday: self.weekday,
            name: self.words,
            from_year: self.from_year,
            until_year: self.until_year,
        }
    }

    /// Nothing for a row whose days nobody of ours has written.
    fn closure(self) -> Option<Closure> {
        let (first, last) = (self.first_day.parse().ok()?, self.last_day.parse().ok()?);
        Some(Closure { id: ClosureId(self.id), office: self.office_id, office_name: self.office, first, last, words: self.words })
    }
}

/// The working calendar.
#[derive(Debug, Clone, Default)]
pub struct Calendar {
    rules: Vec<Rule>,
    closures: Vec<Closure>,
}

/// Why nobody works on a day.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Off {
    /// A closure, with its words.
    Closure(String),
    /// A holiday of the whole country.
    Holiday(&'static Holiday),
    /// The patron's day, with the patron's name.
    Patron(String),
    /// Sunday (L. 260/1949 art. 2).
    Sunday,
    /// Another day of weekly rest.
    Rest(u8),
}

impl Off {
    /// In words: "festa della Repubblica", "festa del patrono, beato Agostino Novello".
    pub fn words(&self, lang: Lang) -> String {
        let words = catalog();
        match self {
            Self::Closure(said) if said.is_empty() => words.fixed(lang, "calendar-closed").to_owned(),
            Self::Closure(said) => said.clone(),
            Self::Holiday(holiday) => words.fixed(lang, holiday.key).to_owned(),
            Self::Patron(name) if name.is_empty() => words.fixed(lang, "calendar-patron").to_owned(),
            Self::Patron(name) => words.with(lang, "calendar-patron-name", &[("name", Arg::from(name.as_str()))]).into_owned(),
            Self::Sunday => dates::weekday(7, lang).to_owned(),
            Self::Rest(weekday) => dates::weekday(*weekday, lang).to_owned(),
        }
    }

    /// Is it only the week that comes round?
    pub fn is_weekly(&self) -> bool {
        matches!(self, Self::Sunday | Self::Rest(_))
    }
}

impl Calendar {
    /// Of these rules and closures.
    pub fn new(rules: Vec<Rule>, closures: Vec<Closure>) -> Self {
        Self { rules, closures }
    }

    /// The town's, in one question.
    pub async fn load(db: &Db) -> Result<Self> {
        Ok(Self::of(db.all(ALL, vec![]).await?))
    }

    /// The same within a turn.
    pub async fn load_in(tx: &mut Tx) -> Result<Self> {
        Ok(Self::of(tx.all(ALL, vec![]).await?))
    }

    fn of(rows: Vec<Line>) -> Self {
        let (mut rules, mut closures) = (Vec::new(), Vec::new());
        for row in rows {
            match RuleKind::from_word(&row.kind) {
                Some(kind) => rules.push(row.rule(kind)),
                None => closures.extend(row.closure()),
            }
        }
        Self::new(rules, closures)
    }

    /// The rules.
    pub fn rules(&self) -> &[Rule] {
        &self.rules
    }

    /// The closures, by their first day.
    pub fn closures(&self) -> &[Closure] {
        &self.closures
    }

    /// Why an office (or, without one, the whole town) does not work on a day: what is said to people first, the week last.
    pub fn off(&self, day: Date, office: Option<OfficeId>) -> Option<Off> {
        if let Some(holiday) = holiday_of(day) {
            return Some(Off::Holiday(holiday));
        }
        let mut held = self.rules.iter().filter(|rule| rule.covers(day));
        if let Some(patron) = held.clone().find(|rule| rule.kind == RuleKind::Patron) {
            return Some(Off::Patron(patron.name.clone()));
        }
        if let Some(closure) = self.closures.iter().find(|closure| closure.covers(day, office)) {
            return Some(Off::Closure(closure.words.clone()));
        }
        if day.weekday() == Weekday::Sunday {
            return Some(Off::Sunday);
        }
        held.find(|rule| rule.kind == RuleKind::Rest).map(|rule| Off::Rest(rule.weekday))
    }

    /// Does an office (or, without one, the town) work on a day?
    pub fn is_working(&self, day: Date, office: Option<OfficeId>) -> bool {
        self.off(day, office).is_none()
    }

    /// The day itself, or the first one after it on which work is done. When there is none for ten years, the day itself.
    pub fn next_working(&self, day: Date, office: Option<OfficeId>) -> Date {
        day.series(jiff::Span::new().days(1)).take(FAR).find(|next| self.is_working(*next, office)).unwrap_or(day)
    }

    /// Is an office shut on a day, though its hours may say otherwise? Sunday and other days of rest do not count: who opens
    /// then has hours of its own.
    pub fn shut(&self, day: Date, office: OfficeId) -> Option<Off> {
        self.off(day, Some(office)).filter(|off| !off.is_weekly())
    }
}

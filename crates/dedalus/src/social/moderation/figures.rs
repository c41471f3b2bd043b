//! What is public of moderation: numbers by month, and nobody's name (DSA art. 24).

use std::collections::BTreeMap;

use jiff::civil::Date;
use jiff::tz::TimeZone;
use kit::clock::{HOUR, Time};
use kit::db::Db;
use kit::{Result, args};

use super::words::{Action, Reason};

/// Months that are shown.
pub const MONTHS: i32 = 12;

/// One month.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Month {
    /// Reports by reason, in the order of [`Reason::ALL`].
    pub reports: Vec<i64>,
    /// Decisions by kind, in the order of [`Action::ALL`].
    pub decisions: Vec<i64>,
    /// Appeals that were filed.
    pub appeals: i64,
    /// Appeals that were decided.
    pub settled: i64,
    /// Appeals that were upheld.
    pub upheld: i64,
    /// Half of the decisions took no longer than this, in hours; none without a decision.
    pub median_hours: Option<i64>,
}

impl Month {
    fn empty() -> Self {
        Self { reports: vec![0; Reason::ALL.len()], decisions: vec![0; Action::ALL.len()], ..Self::default() }
    }

    /// All reports.
    pub fn all_reports(&self) -> i64 {
        self.reports.iter().sum()
    }

    /// All decisions.
    pub fn all_decisions(&self) -> i64 {
        self.decisions.iter().sum()
    }

    fn is_empty(&self) -> bool {
        *self == Self::empty()
    }
}

/// The last months by their first day, newest first; those before the first with anything in it are left out.
pub async fn by_month(db: &Db, zone: &TimeZone) -> Result<Vec<(Date, Month)>> {
    let now = db.now();
    let this = month_of(now, zone);
    let first = this.checked_sub(jiff::Span::new().months(MONTHS - 1)).unwrap_or(this);
    let from = Time::start_of(first, zone);
    let reports: Vec<(Time, Reason)> = db.all("select created_at, reason from report where created_at >= $1", args![from]).await?;
    let decisions: Vec<(Time, Action, Time)> =
        db.all("select decided_at, action, opened_at from decision where decided_at >= $1", args![from]).await?;
    let filed: Vec<(Time,)> = db.all("select created_at from appeal where created_at >= $1", args![from]).await?;
    let settled: Vec<(Time, bool)> = db.all("select decided_at, upheld from appeal where decided_at >= $1", args![from]).await?;

    let mut months: BTreeMap<Date, Month> = BTreeMap::new();
    let mut hours: BTreeMap<Date, Vec<i64>> = BTreeMap::new();
    for back in 0..MONTHS {
        let month = this.checked_sub(jiff::Span::new().months(back)).unwrap_or(this);
        months.insert(month, Month::empty());
    }
    for (at, reason) in reports {
        let place = Reason::ALL.iter().position(|known| *known == reason);
        bump(months.get_mut(&month_of(at, zone)).and_then(|month| month.reports.get_mut(place?)));
    }
    for (at, action, opened) in decisions {
        let place = Action::ALL.iter().position(|known| *known == action);
        bump(months.get_mut(&month_of(at, zone)).and_then(|month| month.decisions.get_mut(place?)));
        hours.entry(month_of(at, zone)).or_default().push(at.since(opened));
    }
    for (at,) in filed {
        bump(months.get_mut(&month_of(at, zone)).map(|month| &mut month.appeals));
    }
    for (at, upheld) in settled {
        let month = months.get_mut(&month_of(at, zone));
        if let Some(month) = month {
            month.settled += 1;
            month.upheld += i64::from(upheld);
        }
    }
    for (date, mut spans) in hours {
        if let Some(month) = months.get_mut(&date) {
            month.median_hours = median(&mut spans).map(|span| (span + HOUR / 2).div_euclid(HOUR));
        }
    }
    let mut shown: Vec<(Date, Month)> = months.into_iter().skip_while(|(_, month)| month.is_empty()).collect();
    shown.reverse();
    Ok(shown)
}

fn bump(number: Option<&mut i64>) {
    if let Some(number) = number {
        *number += 1;
    }
}

fn month_of(at: Time, zone: &TimeZone) -> Date {
    at.zoned(zone).date().first_of_month()
}

/// The middle one; of an even number the lower of the two.
fn median(values: &mut [i64]) -> Option<i64> {
    values.sort_unstable();
    values.get(values.len().saturating_sub(1) / 2).copied()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_middle_is_one_of_the_values() {
        assert_eq!(median(&mut []), None);
        assert_eq!(median(&mut [5]), Some(5));
        assert_eq!(median(&mut [9, 1]), Some(1));
        assert_eq!(median(&mut [7, 1, 3]), Some(3));
    }
}

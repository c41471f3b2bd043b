//! What was typed into the calendar's forms, and whether it makes sense.

use jiff::civil::Date;
use kit::Result;
use kit::error::FieldErrors;

use crate::identity::calendar::{NewClosure, NewRule, RuleKind};
use crate::identity::{Office, OfficeId};
use crate::shell::{App, Form};

/// Days of one closure at the most.
const LONGEST: i32 = 366;

/// A closure as it was typed.
#[derive(Debug, Clone, Default)]
pub struct ClosureTyped {
    /// First day.
    pub first: String,
    /// Last day; empty for one day.
    pub last: String,
    /// The office; empty for the whole town.
    pub office: String,
    /// What the door says.
    pub words: String,
}

impl ClosureTyped {
    /// From a posted form.
    pub fn of_form(form: &Form) -> Self {
        Self { first: form.line("dal"), last: form.line("al"), office: form.line("ufficio"), words: form.line("motivo") }
    }

    /// Reads it: from today on, so that no day that is over changes.
    pub async fn check(&self, app: &App, today: Date) -> Result<NewClosure> {
        let mut faults = FieldErrors::default();
        let first = self.first.parse::<Date>().ok();
        let last = if self.last.is_empty() { first } else { self.last.parse::<Date>().ok() };
        match first {
            None => faults.add("dal", "error-day"),
            Some(first) if first < today => faults.add("dal", "error-day-over"),
            Some(_) => {}
        }
        match (first, last) {
            (_, None) if !self.last.is_empty() => faults.add("al", "error-day"),
            (Some(first), Some(last)) if last < first => faults.add("al", "error-day-order"),
            (Some(first), Some(last)) if first.until(last).is_ok_and(|span| span.get_days() > LONGEST) => {
                faults.add("al", "error-day-long")
            }
            _ => {}
        }
        if self.words.is_empty() {
            faults.add("motivo", "error-closure-words");
        } else if self.words.chars().count() > 100 {
            faults.add("motivo", "error-long");
        }
        let office = match self.office.as_str() {
            "" => None,
            number => {
                let known = Office::all(&app.db).await?;
                let found = number.parse::<OfficeId>().ok().filter(|id| known.iter().any(|office| office.id == *id));
                if found.is_none() {
                    faults.add("ufficio", "error-office-unknown");
                }
                found
            }
        };
        let (first, last) = (first.unwrap_or(today), last.unwrap_or(today));
        faults.or(NewClosure { office, first, last, words: self.words.clone() })
    }
}

/// A rule as it was typed.
#[derive(Debug, Clone, Default)]
pub struct RuleTyped {
    /// `patron` or `rest`.
    pub kind: String,
    /// Day and month: `19/5`.
    pub on: String,
    /// The patron's name.
    pub name: String,
    /// ISO weekday.
    pub weekday: String,
    /// First year.
    pub year: String,
}

impl RuleTyped {
    /// Nothing typed yet: rest on Saturday, from next year.
    pub fn fresh(year: i16) -> Self {
        Self { weekday: "6".into(), year: (year + 1).to_string(), ..Self::default() }
    }

    /// From a posted form.
    pub fn of_form(form: &Form) -> Self {
        Self {
            kind: form.line("tipo"),
            on: form.line("giorno"),
            name: form.line("nome"),
            weekday: form.line("riposo"),
            year: [form.line("dall-anno"), form.line("riposo-dall-anno")].concat(),
        }
    }

    /// Reads it. It holds from a year in which it changes no day that is over.
    pub fn check(&self, today: Date) -> Result<NewRule> {
        let mut faults = FieldErrors::default();
        let kind = RuleKind::from_word(&self.kind).unwrap_or(RuleKind::Patron);
        let year_field = if kind == RuleKind::Patron { "dall-anno" } else { "riposo-dall-anno" };
        let year = self.year.parse::<i16>().ok().filter(|year| (today.year()..=today.year() + 20).contains(year));
        if year.is_none() {
            faults.add(year_field, "error-year");
        }
        let mut new = NewRule { kind, on: (0, 0), weekday: 0, name: String::new(), from_year: year.unwrap_or(today.year()) };
        match kind {
            RuleKind::Patron => {
                new.name.clone_from(&self.name);
                if self.name.chars().count() > 80 {
                    faults.add("nome", "error-long");
                }
                match month_day(&self.on) {
                    None => faults.add("giorno", "error-month-day"),
                    Some((month, day)) => {
                        new.on = (month, day);
                        let first = Date::new(new.from_year, month, day).ok();
                        if first.is_some_and(|first| first < today) {
                            faults.add(year_field, "error-year-over");
                        }
                    }
                }
            }
            RuleKind::Rest => {
                new.weekday = self.weekday.parse().ok().filter(|day| (1..=6).contains(day)).unwrap_or(6);
                if year == Some(today.year()) {
                    faults.add(year_field, "error-year-over");
                }
            }
        }
        faults.or(new)
    }
}

/// `19/5` or `19-05`: month and day of any year, a leap one too.
fn month_day(text: &str) -> Option<(i8, i8)> {
    let (day, month) = text.split_once(['/', '-', '.'])?;
    let (day, month): (i8, i8) = (day.trim().parse().ok()?, month.trim().parse().ok()?);
    Date::new(2028, month, day).ok().map(|_| (month, day))
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;
    use kit::Error;

    use super::*;

    #[test]
    fn a_rule_changes_no_day_that_is_over() {
        let today = date(2028, 5, 20);
        let typed = |on: &str, year: &str| RuleTyped { kind: "patron".into(), on: on.into(), year: year.into(), ..RuleTyped::default() };
        assert!(matches!(typed("19/5", "2028").check(today), Err(Error::Invalid(_))));
        assert_eq!(typed("20/5", "2028").check(today).unwrap().on, (5, 20));
        assert_eq!(typed("19-05", "2029").check(today).unwrap().from_year, 2029);
        for bad in ["", "31/2", "5", "a/b", "0/1"] {
            assert!(typed(bad, "2029").check(today).is_err(), "{bad}");
        }
        let rest = |year: &str| RuleTyped { kind: "rest".into(), weekday: "6".into(), year: year.into(), ..RuleTyped::default() };
        assert!(rest("2028").check(today).is_err() && rest("2029").check(today).is_ok());
    }
}

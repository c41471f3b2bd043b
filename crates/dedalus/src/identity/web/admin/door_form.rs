//! What an office's door says, as a form: what it does, where it is, how it is reached, when it is open. Administration's form
//! of an office holds it, and so does that of who heads one.

use kit::Result;
use kit::error::FieldErrors;

use super::offices::note_office;
use crate::identity::hours::{format_day, parse_day};
use crate::identity::office_record::{OfficeDraft, OfficeRecord};
use crate::identity::{Change, Person, Stretch, Viewer, check_email};
use crate::shell::{App, Form};

/// Field and label of each day, from Monday.
const DAYS: [(&str, &str); 7] = [
    ("orario-1", "admin-day-1"),
    ("orario-2", "admin-day-2"),
    ("orario-3", "admin-day-3"),
    ("orario-4", "admin-day-4"),
    ("orario-5", "admin-day-5"),
    ("orario-6", "admin-day-6"),
    ("orario-7", "admin-day-7"),
];

/// One day's line in the form.
pub struct DayField {
    /// The field.
    pub name: &'static str,
    /// Key of its label.
    pub label: &'static str,
    /// What stands in it.
    pub value: String,
}

/// What was typed.
#[derive(Debug, Clone, Default)]
pub struct DoorTyped {
    /// What the office does.
    pub purpose: String,
    /// Where it is.
    pub address: String,
    /// Telephone.
    pub phone: String,
    /// Mail.
    pub email: String,
    /// A line a day, from Monday.
    pub hours: Vec<String>,
}

impl DoorTyped {
    /// From a posted form.
    pub fn of_form(form: &Form) -> Self {
        Self {
            purpose: form.line("scopo"),
            address: form.line("indirizzo"),
            phone: form.line("telefono"),
            email: form.line("email"),
            hours: DAYS.iter().map(|(field, _)| form.line(field)).collect(),
        }
    }

    /// As it stands.
    pub fn of_record(record: &OfficeRecord, week: &[Stretch]) -> Self {
        Self {
            purpose: record.purpose.clone(),
            address: record.address.clone(),
            phone: record.phone.clone(),
            email: record.email.clone(),
            hours: lines(week),
        }
    }

    /// The lines of the week.
    pub fn days(&self) -> Vec<DayField> {
        let value = |day: usize| self.hours.get(day).cloned().unwrap_or_default();
        DAYS.iter().enumerate().map(|(day, (name, label))| DayField { name, label, value: value(day) }).collect()
    }

    /// Notes the faults beside their fields, and gives the week as far as it can be read.
    pub fn check(&self, faults: &mut FieldErrors) -> Vec<Stretch> {
        for (field, text, most) in [("scopo", &self.purpose, 300), ("indirizzo", &self.address, 200), ("telefono", &self.phone, 40)] {
            if text.chars().count() > most {
                faults.add(field, "error-long");
            }
        }
        if !self.phone.chars().all(|c| c.is_ascii_digit() || " +-/().".contains(c)) {
            faults.add("telefono", "error-phone");
        }
        if !self.email.is_empty() {
            check_email(&self.email, faults);
        }
        let mut week = Vec::new();
        for ((line, (field, _)), weekday) in self.hours.iter().zip(DAYS).zip(1..) {
            match parse_day(weekday, line) {
                Ok(day) => week.extend(day),
                Err(fault) => faults.add_with(field, fault.key(), vec![("piece", fault.piece().to_owned())]),
            }
        }
        week
    }

    /// Adds what differs from before, for the audit.
    pub fn change(&self, before: &Self, change: Change) -> Change {
        let change = change
            .field("scopo", &before.purpose, &self.purpose)
            .field("indirizzo", &before.address, &self.address)
            .field("telefono", &before.phone, &self.phone)
            .field("e-mail", &before.email, &self.email);
        let line = |typed: &Self, day: usize| typed.hours.get(day).cloned().unwrap_or_default();
        DAYS.iter().enumerate().fold(change, |change, (day, (field, _))| change.field(field, &line(before, day), &line(self, day)))
    }

    /// Writes it to an office whose other facts stay as they are.
    pub async fn save(&self, app: &App, viewer: &Viewer, office: &OfficeRecord) -> Result<()> {
        let mut faults = FieldErrors::default();
        let hours = self.check(&mut faults);
        faults.or(())?;
        let kept = Self { hours: lines(&hours), ..self.clone() };
        let before = Self::of_record(office, &office.hours(&app.db).await?);
        let change = kept.change(&before, Change::default());
        if change.is_empty() {
            return Ok(());
        }
        let head = match &office.head_handle {
            Some(handle) => Person::by_word(&app.db, handle).await?.map(|person| person.id),
            None => None,
        };
        let draft = OfficeDraft {
            name: office.name.clone(),
            kind: office.kind,
            parent: office.parent_id,
            purpose: self.purpose.clone(),
            address: self.address.clone(),
            phone: self.phone.clone(),
            email: self.email.clone(),
            head,
            position: office.position,
            hours,
        };
        let actor = viewer.actor_in(office.id)?;
        app.db
            .write(async |tx| {
                OfficeRecord::update(tx, office.id, &draft).await?;
                note_office(tx, &actor, "office.changed", office.id, &office.name, &change).await
            })
            .await
    }
}

/// A week as a line a day, from Monday.
pub fn lines(week: &[Stretch]) -> Vec<String> {
    (1..=7).map(|weekday| format_day(week, weekday)).collect()
}

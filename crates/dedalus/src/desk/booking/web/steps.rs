//! The five steps of a booking, as the national model of municipal sites has them, and where one stands.

use kit::i18n::dates::{Year, day_long, time_of_day};
use kit::{Error, Result};

use crate::desk::booking::draft::{Draft, Typed};
use crate::desk::booking::place::Place;
use crate::desk::booking::thing::Thing;
use crate::shell::{App, Frame};

/// A step.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Step {
    /// Where, and what for.
    Place,
    /// Day and hour.
    Time,
    /// Reason and details.
    Details,
    /// Who comes.
    Applicant,
    /// Look at it again and book.
    Summary,
}

const ALL: [Step; 5] = [Step::Place, Step::Time, Step::Details, Step::Applicant, Step::Summary];

impl Step {
    /// From 1.
    pub const fn number(self) -> usize {
        self as usize + 1
    }

    /// The last word of its address.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Place => "luogo",
            Self::Time => "orario",
            Self::Details => "dettagli",
            Self::Applicant => "richiedente",
            Self::Summary => "riepilogo",
        }
    }

    const fn key(self) -> &'static str {
        match self {
            Self::Place => "booking-step-place",
            Self::Time => "booking-step-time",
            Self::Details => "booking-step-details",
            Self::Applicant => "booking-step-applicant",
            Self::Summary => "booking-step-summary",
        }
    }

    /// Its address in a draft.
    pub fn path(self, key: &str) -> String {
        format!("/prenotazioni/bozza/{key}/{}", self.word())
    }
}

/// One step of the indicator.
#[derive(Debug, Clone)]
pub struct StepView {
    /// Its words.
    pub words: String,
    /// Is it behind?
    pub done: bool,
    /// Is it this one?
    pub here: bool,
}

/// The indicator, and the words of the page's title.
#[derive(Debug, Clone)]
pub struct StepsView {
    /// The five.
    pub steps: Vec<StepView>,
    /// `Prenota un appuntamento: passo 2 di 5`.
    pub title: String,
}

impl StepsView {
    /// At a step.
    pub fn at(frame: &Frame, here: Step) -> Self {
        let number = here.number().to_string();
        let steps = ALL.iter().map(|step| {
            let (words, own) = (frame.t(step.key()), step.number().to_string());
            let words =
                if *step == here { frame.t2("booking-step-here", "number", &own, "words", words) } else { format!("{own}. {words}") };
            StepView { words, done: *step < here, here: *step == here }
        });
        Self { steps: steps.collect(), title: format!("{}: {}", frame.t("booking-title"), frame.t1("booking-step-of", "number", &number)) }
    }
}

/// A draft with what it speaks of.
pub struct Underway {
    /// The key of its address.
    pub key: String,
    /// What was typed.
    pub draft: Draft,
    /// What is booked.
    pub thing: Option<Thing>,
    /// Where.
    pub place: Option<Place>,
}

/// Where somebody is sent who asks for a step that cannot be yet.
pub enum Found {
    /// Here it is.
    Draft(Box<Underway>),
    /// Go there first.
    Elsewhere(String),
}

/// The draft behind an address, if the steps before `step` are done; else the first that is not.
pub async fn underway(app: &App, key: &str, step: Step) -> Result<Found> {
    let draft = Draft::find(&app.db, &app.secret, key).await?;
    if let Some(id) = draft.booking {
        return Ok(Found::Elsewhere(crate::desk::booking::link::path_of(&app.secret, id)));
    }
    let missing = missing(&draft.typed);
    if missing < step {
        return Ok(Found::Elsewhere(missing.path(key)));
    }
    let thing = match draft.typed.thing {
        Some(id) => match Thing::find(&app.db, id).await {
            Ok(thing) => Some(thing),
            Err(Error::NotFound) => None,
            Err(error) => return Err(error),
        },
        None => None,
    };
    let place = match &thing {
        Some(thing) => Some(Place::find(&app.db, thing.place_id).await?),
        None => None,
    };
    Ok(Found::Draft(Box::new(Underway { key: key.to_owned(), draft, thing, place })))
}

/// The first step that is not done.
pub fn missing(typed: &Typed) -> Step {
    match typed {
        Typed { thing: None, .. } => Step::Place,
        Typed { starts_at: None, .. } => Step::Time,
        _ if typed.motive.is_empty() || typed.details.is_empty() => Step::Details,
        _ if typed.first_name.is_empty() || typed.last_name.is_empty() || typed.email.is_empty() => Step::Applicant,
        _ => Step::Summary,
    }
}

impl Underway {
    /// What is booked and where, in a line.
    pub fn what(&self) -> String {
        let name = self.place.as_ref().map(|place| place.name.as_str()).unwrap_or_default();
        let title = self.thing.as_ref().map(|thing| thing.title.as_str()).unwrap_or_default();
        format!("{title}, {name}")
    }

    /// Until when the draft waits, in words.
    pub fn kept(&self, frame: &Frame) -> String {
        let until = self.draft.saved_at.plus(crate::desk::booking::draft::KEPT_DAYS * kit::clock::DAY);
        let day = day_long(until, &frame.zone, frame.lang, Year::UnlessOf(frame.now));
        frame.t2("booking-draft-kept", "time", &time_of_day(self.draft.saved_at, &frame.zone), "until", &day)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::desk::booking::thing::ThingId;

    #[test]
    fn the_first_step_that_is_not_done_is_next() {
        let mut typed = Typed::default();
        assert_eq!(missing(&typed), Step::Place);
        typed.thing = Some(ThingId(1));
        assert_eq!(missing(&typed), Step::Time);
        typed.starts_at = Some(1);
        assert_eq!(missing(&typed), Step::Details);
        (typed.motive, typed.details) = ("m".into(), "d".into());
        assert_eq!(missing(&typed), Step::Applicant);
        (typed.first_name, typed.last_name, typed.email) = ("a".into(), "b".into(), "c".into());
        assert_eq!(missing(&typed), Step::Summary);
    }
}

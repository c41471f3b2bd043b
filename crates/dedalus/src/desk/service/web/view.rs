//! A card as a page draws it: the public one, an older version, the preview before anything is saved.

use kit::Result;
use kit::clock::Time;
use kit::i18n::dates;
use kit::text::markdown::{self, Options};

use crate::desk::service::{Card, SERVICES, Shown, State, Way, Written};
use crate::identity::{Calendar, DoorView, Office, OfficeId, door_turns, door_view};
use crate::shell::{App, Frame, Html, Keep, linked_data};

/// How the texts of a card are drawn: below the heading of their part.
const TEXT: Options = Options { institutional: true, headings_from: 3, keep_lines: false };

/// A card and what stands around it.
pub struct CardView {
    /// The card.
    pub card: Card,
    /// Its code.
    pub code: String,
    /// Its name in addresses.
    pub slug: String,
    /// How the service stands.
    pub state: State,
    /// Why it is suspended or retired.
    pub reason: String,
    /// Since when the card holds, in words; none for what was not published.
    pub since: Option<String>,
    /// The office behind it.
    pub office: Office,
    /// The sign on its door.
    pub door: DoorView,
    /// When the sign changes.
    pub changes: Option<Time>,
}

impl CardView {
    /// What was published.
    pub async fn of_shown(app: &App, frame: &Frame, shown: &Shown) -> Result<Self> {
        let since = Some(dates::day_long(shown.published_at, &frame.zone, frame.lang, dates::Year::Said));
        let mut view = Self::of_written(app, frame, &shown.written()?, shown.office_id).await?;
        view.code.clone_from(&shown.code);
        view.slug.clone_from(&shown.slug);
        view.reason.clone_from(&shown.reason);
        (view.state, view.since) = (shown.state, since);
        Ok(view)
    }

    /// What somebody writes.
    pub async fn of_written(app: &App, frame: &Frame, written: &Written, office: OfficeId) -> Result<Self> {
        let office = Office::find(&app.db, office).await?;
        let (week, calendar) = tokio::try_join!(office.hours(&app.db), Calendar::load(&app.db))?;
        let (card, _) = Card::read(written);
        Ok(Self {
            card,
            code: String::new(),
            slug: String::new(),
            state: State::Draft,
            reason: String::new(),
            since: None,
            door: door_view(frame, &week, &calendar, office.id),
            changes: door_turns(frame, &week, &calendar, office.id),
            office,
        })
    }

    /// A text as safe HTML.
    pub fn html(&self, text: &str) -> Html {
        Html(markdown::to_html(text, TEXT))
    }

    /// The legal term in days.
    pub fn days(&self) -> Option<i64> {
        self.card.term.map(i64::from)
    }

    /// May it be had online?
    pub fn is_online(&self) -> bool {
        self.card.has(Way::Online) && !self.card.online.is_empty()
    }

    /// Is there a counter for it?
    pub fn has_counter(&self) -> bool {
        self.card.has(Way::Counter)
    }

    /// May one call?
    pub fn has_telephone(&self) -> bool {
        self.card.has(Way::Telephone)
    }

    /// Does one book?
    pub fn has_booking(&self) -> bool {
        self.card.has(Way::Booking)
    }

    /// Key of the sentence on the office's silence, where it means something.
    pub fn silence_key(&self) -> Option<&'static str> {
        (self.card.silence != crate::desk::service::Silence::Nothing).then(|| self.card.silence.key())
    }

    /// Where the conditions of service are.
    pub fn conditions(&self) -> &str {
        if self.card.conditions.is_empty() { "/note-legali" } else { &self.card.conditions }
    }

    /// How long its page is true, and of what.
    pub fn keep(&self) -> Keep {
        Keep::of([SERVICES, "offices"]).until(self.changes)
    }

    /// The card for programs (schema.org `GovernmentService`), with the attribute that the national validator looks for.
    pub fn linked_data(&self, app: &App, frame: &Frame) -> Html {
        let town = &frame.town;
        let audience: Vec<&str> = self.card.audiences.iter().map(|one| frame.t(one.key())).collect();
        let category = self.card.category.map(|category| frame.t(category.key())).unwrap_or_default();
        let page = app.absolute(&format!("/servizi/{}", self.slug));
        let online = if self.is_online() { absolute(app, &self.card.online) } else { page.clone() };
        let data = linked_data(&serde_json::json!({
            "@context": "https://schema.org", "@type": "GovernmentService", "name": self.card.title, "description": self.card.summary,
            "identifier": self.code, "url": page, "serviceType": category, "inLanguage": "it",
            "serviceOperator": {"@type": "GovernmentOrganization", "name": town.name, "url": app.absolute("/")},
            "provider": {"@type": "GovernmentOrganization", "name": town.name, "department": {"@type": "GovernmentOffice", "name": self.office.name}},
            "areaServed": {"@type": "AdministrativeArea", "name": town.name},
            "audience": {"@type": "Audience", "audienceType": audience.join(", ")},
            "availableChannel": {
                "@type": "ServiceChannel", "name": self.office.name, "serviceUrl": online,
                "servicePhone": {"@type": "ContactPoint", "telephone": self.office.phone, "email": self.office.email},
                "serviceLocation": {
                    "@type": "Place", "name": self.office.name,
                    "address": {
                        "@type": "PostalAddress", "streetAddress": self.office.address, "postalCode": postcode(&town.address),
                        "addressLocality": town.name,
                    },
                },
            },
        }));
        Html(data.0.replacen("<script ", "<script data-element=\"metatag\" ", 1))
    }
}

/// The first five digits that stand together in the town's address.
fn postcode(address: &[String]) -> String {
    let five = |word: &str| word.len() == 5 && word.bytes().all(|byte| byte.is_ascii_digit());
    address.iter().flat_map(|line| line.split(|c: char| !c.is_alphanumeric())).find(|word| five(word)).unwrap_or_default().to_owned()
}

fn absolute(app: &App, address: &str) -> String {
    if address.starts_with('/') { app.absolute(address) } else { address.to_owned() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_postcode_is_found_in_the_towns_address() {
        assert_eq!(postcode(&["Piazza Duomo 1".into(), "90018 Termini Imerese (PA)".into()]), "90018");
        assert_eq!(postcode(&["Piazza Duomo 123456".into()]), "");
    }
}

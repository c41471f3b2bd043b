//! /amministrazione/persone — everybody with an account.

use askama::Template;
use axum::response::Response;
use kit::Result;

use crate::identity::person_record::{PersonFilter, PersonRecord};
use crate::identity::{PersonState, Role, Tier, Viewer};
use crate::shell::{App, Frame, Listing, PIECE, Query, ROWS, Sheet, csv, page, piece_after};

#[derive(Template)]
#[template(path = "identity/templates/admin/people.html")]
struct PeoplePage {
    frame: Frame,
    list: Listing,
    people: Vec<PersonView>,
    total: i64,
    tiers: Vec<(String, String)>,
    states: Vec<(String, String)>,
    roles: Vec<(String, String)>,
}

/// A row of the list.
struct PersonView {
    person: PersonRecord,
    roles: String,
    tier: &'static str,
    state: &'static str,
    state_class: &'static str,
}

impl PersonView {
    fn new(frame: &Frame, person: PersonRecord) -> Self {
        let roles = person.roles().into_iter().map(|role| frame.t(role.key())).collect::<Vec<_>>().join(", ");
        let (state, state_class) = state_words(&person);
        Self { roles, tier: frame.t(tier_key(person.tier)), state: frame.t(state), state_class, person }
    }
}

/// Key and class of how an account stands.
pub(super) fn state_words(person: &PersonRecord) -> (&'static str, &'static str) {
    match person.state {
        PersonState::Active if !person.has_password => ("admin-state-invited", "ded-tag ded-tag--sea"),
        PersonState::Active => ("admin-state-active", "ded-tag ded-tag--ok"),
        PersonState::Suspended => ("admin-state-suspended", "ded-tag ded-tag--late"),
        PersonState::Closed => ("admin-state-closed", "ded-tag"),
    }
}

const fn tier_key(tier: Tier) -> &'static str {
    match tier {
        Tier::Registered => "admin-tier-registered",
        Tier::Verified => "admin-tier-verified",
    }
}

fn listing(query: &Query) -> (Listing, PersonFilter) {
    let list = Listing::new("/amministrazione/persone", query, &["q", "livello", "stato", "ruolo"]);
    let filter = PersonFilter {
        text: list.maybe("q"),
        tier: Tier::from_word(list.get("livello")),
        state: PersonState::from_word(list.get("stato")),
        role: Role::from_word(list.get("ruolo")),
        after: list.after(),
    };
    (list, filter)
}

/// GET /amministrazione/persone?q=…&livello=…&stato=…&ruolo=…&dopo=…
pub async fn index(app: App, frame: Frame, query: Query) -> Result<Response> {
    let (mut list, filter) = listing(&query);
    let total = PersonRecord::count(&app.db, &filter).await?;
    let mut rows = PersonRecord::list(&app.db, &filter, ROWS + 1).await?;
    list.cut(&mut rows, |person| person.id.0);
    let people = rows.into_iter().map(|person| PersonView::new(&frame, person)).collect();
    let choice = |none: &str, words: Vec<(&'static str, &'static str)>| -> Vec<(String, String)> {
        let words = words.into_iter().map(|(word, key)| (word.to_owned(), frame.t(key).to_owned()));
        std::iter::once((String::new(), frame.t(none).to_owned())).chain(words).collect()
    };
    let tiers = choice("admin-any-tier", Tier::ALL.iter().map(|tier| (tier.word(), tier_key(*tier))).collect());
    let states = choice(
        "admin-any-state",
        vec![("active", "admin-state-active"), ("suspended", "admin-state-suspended"), ("closed", "admin-state-closed")],
    );
    let roles = super::role_options(&frame, "admin-any-role");
    page(&PeoplePage { list, people, total, tiers, states, roles, frame })
}

/// GET /amministrazione/persone.csv — the same people as a file.
pub async fn export(app: App, frame: Frame, viewer: Viewer, query: Query) -> Result<Response> {
    let me = viewer.me()?;
    tracing::info!(person = %me.id, "the list of people was taken away as a file");
    let (_, filter) = listing(&query);
    let headings =
        ["label-name", "label-handle", "label-email", "admin-tier", "admin-state", "admin-roles", "admin-since"].map(|key| frame.t(key));
    csv("persone", &headings, move |after| {
        let (app, frame, filter) = (app.clone(), frame.clone(), PersonFilter { after, ..filter.clone() });
        async move {
            let rows = PersonRecord::list(&app.db, &filter, PIECE).await?;
            let next = piece_after(&rows, |person| person.id.0);
            let mut sheet = Sheet::default();
            for person in rows {
                let since = frame.machine(&person.created_at);
                let view = PersonView::new(&frame, person);
                sheet.line([&view.person.name, &view.person.handle, &view.person.email, view.tier, view.state, &view.roles, &since]);
            }
            Ok((sheet, next))
        }
    })
    .await
}

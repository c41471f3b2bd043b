//! / — what the Comune says, what is talked about, who is open now.

use askama::Template;
use axum::response::Response;
use kit::Result;
use kit::i18n::dates;

use super::offices::{OfficeView, office_views};
use crate::desk::service::{self, Asked, LifeEvent};
use crate::identity::{DoorView, Page, Viewer};
use crate::shell::{App, Frame, Html, Keep, linked_data, page};
use crate::social::{self, PostCard, TalkCard};

/// An institutional page with its door.
struct VoiceView {
    page: Page,
    door: Option<DoorView>,
}

#[derive(Template)]
#[template(path = "site/templates/home.html")]
struct HomePage {
    frame: Frame,
    /// What somebody who is signed in follows, before everything else.
    mine: Option<Vec<PostCard>>,
    news: Vec<PostCard>,
    pinned: Option<PostCard>,
    talk: Vec<TalkCard>,
    people: Vec<PostCard>,
    voices: Vec<VoiceView>,
    offices: Vec<OfficeView>,
    open_now: i64,
    /// Life events for which there are services: address and name.
    events: Vec<(String, &'static str)>,
    about: Html,
}

/// The town and its search, for programs (schema.org).
fn about(app: &App, frame: &Frame) -> Html {
    let town = &frame.town;
    linked_data(&serde_json::json!({
        "@context": "https://schema.org", "@type": "WebSite", "name": town.name, "url": app.absolute("/"), "inLanguage": frame.code(),
        "potentialAction": {
            "@type": "SearchAction", "target": format!("{}?q={{words}}", app.absolute("/cerca")), "query-input": "required name=words",
        },
        "publisher": {
            "@type": "GovernmentOrganization", "name": town.name, "url": app.absolute("/"), "telephone": town.phone, "email": town.email,
            "address": town.address.join(", "),
        },
    }))
}

/// The life events with most services, by name.
fn events_of(frame: &Frame, mut counted: Vec<(String, i64)>) -> Vec<(String, &'static str)> {
    counted.sort_by_key(|(_, count)| std::cmp::Reverse(*count));
    let known = counted.into_iter().take(8).filter_map(|(word, _)| LifeEvent::from_word(&word));
    let mut events: Vec<_> = known.map(|event| (format!("/servizi/eventi/{}", event.word()), frame.t(event.key()))).collect();
    events.sort_by_key(|(_, name)| *name);
    events
}

/// GET /
pub async fn show(app: App, frame: Frame, viewer: Viewer) -> Result<Response> {
    let all = Asked::default();
    let (news, pinned, talk, people, pages, offices, events) = tokio::try_join!(
        social::latest_voices(&app.db, &viewer, 4),
        social::pinned(&app.db, &viewer),
        social::latest_talk(&app.db, &viewer, 4),
        social::latest_people(&app.db, &viewer, 4),
        Page::all(&app.db),
        office_views(&app, &frame),
        service::counts(&app.db, "evento", &all),
    )?;
    let events = events_of(&frame, events);
    let mine = match viewer.me {
        Some(_) => Some(social::home_time_line(&app.db, &viewer, None, 6).await?),
        None => None,
    };
    let until = offices.iter().filter_map(|office| office.changes).min();
    let voices = pages
        .into_iter()
        .map(|page| {
            let door = page.office_id.and_then(|id| offices.iter().find(|view| view.office.id == id)).map(|view| view.door.clone());
            VoiceView { page, door }
        })
        .collect();
    let open_now = i64::try_from(offices.iter().filter(|view| view.door.open).count()).unwrap_or_default();
    let shown = pinned.as_ref().map(|card| card.id);
    let news = news.into_iter().filter(|card| Some(card.id) != shown).take(3).collect();
    let mut offices = offices;
    offices.sort_by_key(|view| !view.door.open);
    offices.truncate(6);
    let answer = page(&HomePage {
        mine,
        news,
        pinned,
        talk,
        people,
        voices,
        offices,
        open_now,
        events,
        about: about(&app, &frame),
        frame: frame.clone(),
    })?;
    Ok(Keep::of(["square", "home", "pages", "offices", service::SERVICES])
        .until(until)
        .until(Some(dates::next_midnight(frame.now, &frame.zone)))
        .on(answer))
}

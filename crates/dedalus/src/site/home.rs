//! / — what the Comune says, what is talked about, who is open now.

use askama::Template;
use axum::response::Response;
use kit::Result;
use kit::i18n::dates;

use super::home_waits::{Wait, waits};
use super::{home_doors, home_events, home_lively};
use crate::desk::service::SERVICES;
use crate::identity::Viewer;
use crate::shell::{App, Frame, Html, Keep, linked_data, page};
use crate::social::{self, PostCard, TalkCard};

#[derive(Template)]
#[template(path = "site/templates/home.html")]
struct HomePage {
    frame: Frame,
    /// What somebody who is signed in follows, before everything else.
    mine: Option<Vec<PostCard>>,
    /// What waits for them.
    waits: Vec<Wait>,
    news: Vec<PostCard>,
    pinned: Option<PostCard>,
    talk: Vec<TalkCard>,
    people: Vec<PostCard>,
    lively: Html,
    /// Life events for which there are services.
    events: Html,
    doors: Html,
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

/// GET /
pub async fn show(app: App, frame: Frame, viewer: Viewer) -> Result<Response> {
    let (news, pinned, talk, people, lively, events, doors, waits) = tokio::try_join!(
        social::latest_voices(&app.db, &viewer, 4),
        social::pinned(&app.db, &viewer),
        social::latest_talk(&app.db, &viewer, 4),
        social::latest_people(&app.db, &viewer, 4),
        home_lively::lively(&app, &frame),
        home_events::events(&app, &frame),
        home_doors::doors(&app, &frame),
        waits(&app, &frame, &viewer),
    )?;
    let mine = match viewer.me {
        Some(_) => Some(social::home_time_line(&app.db, &viewer, None, 6).await?),
        None => None,
    };
    let shown = pinned.as_ref().map(|card| card.id);
    let news = news.into_iter().filter(|card| Some(card.id) != shown).take(3).collect();
    let about = about(&app, &frame);
    let answer =
        page(&HomePage { mine, waits, news, pinned, talk, people, lively, events, doors: doors.html, about, frame: frame.clone() })?;
    let midnight = dates::next_midnight(frame.now, &frame.zone);
    Ok(Keep::of(["square", "home", "pages", "offices", "communities", SERVICES]).until(doors.until).until(Some(midnight)).on(answer))
}

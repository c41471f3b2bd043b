//! On the home: the life events for which the town has services. The same for everybody, so it is made once, until the catalogue changes.

use std::cmp::Reverse;

use askama::Template;
use kit::cache::{Page as Kept, PageKey};
use kit::{Error, Result};

use crate::desk::service::{self, Asked, LifeEvent};
use crate::shell::{App, Frame, Html};

/// Life events on the home.
const EVENTS: usize = 8;

#[derive(Template)]
#[template(path = "site/templates/home_events.html")]
struct EventsPart {
    frame: Frame,
    /// Address and name of those with most services, by name.
    events: Vec<(String, &'static str)>,
}

/// The life events in the frame's language, kept or made; nothing while there are no services.
pub async fn events(app: &App, frame: &Frame) -> Result<Html> {
    let key = PageKey { address: "part of the home: life events", language: frame.code() };
    let kept = app.cache.get_or_fill(key, || make(app, frame)).await?;
    String::from_utf8(kept.body().to_vec()).map(Html).map_err(|_| Error::internal("a template that is not UTF-8"))
}

async fn make(app: &App, frame: &Frame) -> Result<Kept> {
    let mut counted = service::counts(&app.db, "evento", &Asked::default()).await?;
    counted.sort_by_key(|(_, count)| Reverse(*count));
    let known = counted.into_iter().take(EVENTS).filter_map(|(word, _)| LifeEvent::from_word(&word));
    let mut events: Vec<_> = known.map(|event| (format!("/servizi/eventi/{}", event.word()), frame.t(event.key()))).collect();
    events.sort_by_key(|(_, name)| *name);
    let part = EventsPart { frame: frame.clone(), events };
    let markup = part.render().map_err(|error| Error::internal(format!("template: {error}")))?;
    Ok(Kept::part(markup).shows(service::SERVICES))
}

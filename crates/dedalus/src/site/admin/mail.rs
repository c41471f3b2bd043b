//! /amministrazione/posta — the letters the town sends: which wait, which went, which did not.

use askama::Template;
use axum::response::Response;
use kit::Result;
use kit::i18n::Arg;
use kit::jobs;
use kit::mail::{KIND, Mail, enqueue};
use kit::rate::Key;
use kit::text::fold;

use super::jobs::{Chip, JobView, export_filtered, filter, state_chips};
use super::overview::Counts;
use crate::identity::{Entry, Person, Viewer, note};
use crate::shell::{App, Frame, Listing, Query, ROWS, catalog, page, see};

#[derive(Template)]
#[template(path = "site/templates/admin_mail.html")]
struct MailPage {
    frame: Frame,
    list: Listing,
    mails: Vec<JobView>,
    states: Vec<Chip>,
    counts: Counts,
    sender: String,
    to_folder: bool,
    email: String,
}

fn listing(query: &Query) -> Listing {
    Listing::new("/amministrazione/posta", query, &["q", "stato"])
}

/// GET /amministrazione/posta?q=…&stato=…&dopo=…
pub async fn index(app: App, frame: Frame, viewer: Viewer, query: Query) -> Result<Response> {
    let me = viewer.me()?;
    let mut list = listing(&query);
    let counts = jobs::counts_of(&app.db, KIND).await?;
    let mut rows = jobs::filtered(&app.db, &filter(&list, Some(KIND.into())), ROWS + 1).await?;
    list.cut(&mut rows, |job| job.id.0);
    page(&MailPage {
        list,
        mails: rows.into_iter().map(|row| JobView::new(&frame, row)).collect(),
        states: state_chips(&frame, &counts),
        counts: Counts::of(&counts),
        sender: app.config.mail.from.clone(),
        to_folder: app.config.mail.mode == kit::config::MailMode::Outbox,
        email: Person::find(&app.db, me.id).await?.email,
        frame,
    })
}

/// GET /amministrazione/posta.csv
pub async fn export(app: App, frame: Frame, query: Query) -> Result<Response> {
    let filter = filter(&listing(&query), Some(KIND.into()));
    export_filtered(app, frame, "posta", filter).await
}

/// POST /amministrazione/posta/prova — a letter to oneself, to see whether letters arrive.
pub async fn probe(app: App, frame: Frame, viewer: Viewer) -> Result<Response> {
    let me = viewer.me()?;
    let person = Person::find(&app.db, me.id).await?;
    app.limiter.take("letters", Key::Word(&fold(&person.email)))?;
    let link = app.absolute("/amministrazione/posta");
    let words = [("town", Arg::from(&app.config.town.name)), ("name", Arg::from(&person.name)), ("link", Arg::from(&link))];
    let say = |key| catalog().with(frame.lang, key, &words).into_owned();
    let mut mail = Mail::new(&person.email, say("mail-probe-subject"), say("mail-probe-text"));
    mail.to_name.clone_from(&person.name);
    let actor = viewer.actor()?;
    app.db
        .write(async |tx| {
            enqueue(tx, &app.secret, mail).await?;
            let about = Entry { subject_kind: "person", subject_id: Some(me.id.0), subject_name: &me.name, ..Entry::default() };
            note(tx, &actor, Entry { act: "mail.probed", after: Some(person.email.clone()), ..about }).await
        })
        .await?;
    see("/amministrazione/posta", Some("toast-mail-sent"))
}

//! /amministrazione/inviti — links with which people sign up while the town is open to invited people only.

use askama::Template;
use axum::extract::Path;
use axum::response::Response;
use http::StatusCode;
use kit::Result;
use kit::error::FieldErrors;

use crate::identity::ticket::Ticket;
use crate::identity::{Entry, Viewer, note};
use crate::shell::{App, Form, FormView, Frame, Listing, Query, ROWS, page_with, see};

#[derive(Template)]
#[template(path = "identity/templates/admin/tickets.html")]
struct TicketsPage {
    frame: Frame,
    form: FormView,
    list: Listing,
    rows: Vec<Ticket>,
    typed: Typed,
    /// The link that was just made: shown once.
    link: Option<String>,
    invited_only: bool,
}

/// What was typed.
#[derive(Debug, Clone)]
struct Typed {
    label: String,
    uses: String,
    days: String,
}

impl Default for Typed {
    fn default() -> Self {
        Self { label: String::new(), uses: "1".into(), days: "14".into() }
    }
}

async fn draw(app: &App, frame: Frame, query: &Query, typed: Typed, link: Option<String>, faults: FieldErrors) -> Result<Response> {
    let status = if faults.is_empty() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
    let mut list = Listing::new("/amministrazione/inviti", query, &[]);
    let mut rows = Ticket::list(&app.db, list.after(), ROWS + 1).await?;
    list.cut(&mut rows, |row| row.id);
    let invited_only = app.config.accounts.sign_up == kit::config::SignUp::Invitation;
    page_with(status, &TicketsPage { form: FormView::with(&frame, faults), frame, list, rows, typed, link, invited_only })
}

/// GET /amministrazione/inviti
pub async fn index(app: App, frame: Frame, query: Query) -> Result<Response> {
    draw(&app, frame, &query, Typed::default(), None, FieldErrors::default()).await
}

/// POST /amministrazione/inviti — the answer shows the link, once.
pub async fn create(app: App, frame: Frame, viewer: Viewer, form: Form) -> Result<Response> {
    let me = viewer.me()?;
    let typed = Typed { label: form.line("per"), uses: form.line("volte"), days: form.line("giorni") };
    let mut faults = FieldErrors::default();
    if !(2..=100).contains(&typed.label.chars().count()) {
        faults.add("per", "error-ticket-label");
    }
    let number = |text: &str, most: i64| text.parse::<i64>().ok().filter(|number| (1..=most).contains(number));
    let (uses, days) = (number(&typed.uses, 1000), number(&typed.days, 365));
    if uses.is_none() {
        faults.add("volte", "error-ticket-uses");
    }
    if days.is_none() {
        faults.add("giorni", "error-ticket-days");
    }
    let (Some(uses), Some(days)) = (uses, days) else { return draw(&app, frame, &Query::default(), typed, None, faults).await };
    if !faults.is_empty() {
        return draw(&app, frame, &Query::default(), typed, None, faults).await;
    }
    let actor = viewer.actor()?;
    let word = app
        .db
        .write(async |tx| {
            let word = Ticket::create(tx, &typed.label, uses, days, me.id).await?;
            note(tx, &actor, entry("ticket.made", &typed.label)).await?;
            Ok(word)
        })
        .await?;
    let link = app.absolute(&format!("/iscriviti?invito={word}"));
    draw(&app, frame, &Query::default(), Typed::default(), Some(link), FieldErrors::default()).await
}

fn entry<'a>(act: &'static str, label: &'a str) -> Entry<'a> {
    Entry { act, subject_kind: "ticket", subject_name: label, ..Entry::default() }
}

/// POST /amministrazione/inviti/{id}/ritiro
pub async fn revoke(app: App, viewer: Viewer, Path(id): Path<i64>) -> Result<Response> {
    let actor = viewer.actor()?;
    app.db
        .write(async |tx| {
            Ticket::revoke(tx, id).await?;
            let (label,): (String,) = tx.one("select label from sign_up_invitation where id = $1", kit::args![id]).await?;
            note(tx, &actor, entry("ticket.revoked", &label)).await
        })
        .await?;
    see("/amministrazione/inviti", Some("toast-ticket-revoked"))
}

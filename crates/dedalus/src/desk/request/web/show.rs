//! /segnalazioni/{numero} — the story of a request, and what everybody with an account may do with it.

use askama::Template;
use axum::extract::Path;
use axum::response::Response;
use kit::error::FieldErrors;
use kit::rate::Key;
use kit::{Error, Result, args};

use super::story::{gather, mine, refused};
use crate::desk::request::comment::{Voice, say};
use crate::desk::request::follow;
use crate::desk::request::receipt::Receipt;
use crate::desk::request::record::Request;
use crate::desk::request::visible::{self, tag};
use crate::identity::Viewer;
use crate::shell::{App, Form, FormView, Frame, Keep, page, page_with, see};

/// GET /segnalazioni/{numero}
pub async fn show(app: App, frame: Frame, viewer: Viewer, Path(number): Path<String>) -> Result<Response> {
    let request = Request::visible_to(&app.db, &viewer, &number).await?;
    if request.number != number {
        return see(&request.path(), None);
    }
    let receipt = Receipt::mine(&app.db, request.id, viewer.id()).await?;
    let own = match receipt {
        Some(receipt) => Some(mine(&app, &viewer, &request, receipt).await?),
        None => None,
    };
    let midnight = kit::i18n::dates::next_midnight(frame.now, &frame.zone);
    let keep = Keep::of([visible::TAG, "request-categories", "offices"]).and(tag(&request.number)).until(Some(midnight));
    let form = FormView::fresh(&frame);
    let story = gather(&app, frame, &viewer, request, own, form).await?;
    let answer = page(&story)?;
    // Names of people change and end without our knowing: such a page is made anew each time.
    Ok(if story.shows_people() { answer } else { keep.on(answer) })
}

/// POST /segnalazioni/{numero}/seguito
pub async fn follow(app: App, viewer: Viewer, Path(number): Path<String>) -> Result<Response> {
    set_follow(app, viewer, number, true).await
}

/// POST /segnalazioni/{numero}/seguito/ritiro
pub async fn unfollow(app: App, viewer: Viewer, Path(number): Path<String>) -> Result<Response> {
    set_follow(app, viewer, number, false).await
}

async fn set_follow(app: App, viewer: Viewer, number: String, follows: bool) -> Result<Response> {
    let me = viewer.me()?.id;
    let request = Request::visible_to(&app.db, &viewer, &number).await?;
    app.limiter.take("gesture", Key::Account(me.0))?;
    app.db.write(async |tx| follow::set(tx, request.id, me, follows).await).await?;
    see(&request.path(), Some(if follows { "toast-request-followed" } else { "toast-request-unfollowed" }))
}

/// POST /segnalazioni/{numero}/commenti — by others, where the category lets them.
pub async fn comment(app: App, frame: Frame, viewer: Viewer, Path(number): Path<String>, form: Form) -> Result<Response> {
    let me = viewer.me()?.id;
    let request = Request::visible_to(&app.db, &viewer, &number).await?;
    app.limiter.take("write", Key::Account(me.0))?;
    let (path, words) = (request.path(), form.text("testo"));
    match app.db.write(async |tx| say(tx, request.id, Voice::Person(me), &words).await).await {
        Ok(()) => see(&format!("{path}#commenti"), Some("toast-request-said")),
        Err(Error::Invalid(faults)) => {
            let form = FormView::with(&frame, faults);
            refused(gather(&app, frame.clone(), &viewer, request, None, FormView::fresh(&frame)).await?, words, form)
        }
        Err(error) => Err(error),
    }
}

#[derive(Template)]
#[template(path = "desk/request/templates/abuse.html")]
struct AbusePage {
    frame: Frame,
    form: FormView,
    request: Request,
    words: String,
}

/// GET /segnalazioni/{numero}/abuso
pub async fn ask_abuse(app: App, frame: Frame, viewer: Viewer, Path(number): Path<String>) -> Result<Response> {
    let request = Request::visible_to(&app.db, &viewer, &number).await?;
    page(&AbusePage { form: FormView::fresh(&frame), frame, request, words: String::new() })
}

/// POST /segnalazioni/{numero}/abuso — anybody may say that a report breaks the rules (Regulation 2022/2065 art. 16).
pub async fn abuse(app: App, frame: Frame, viewer: Viewer, Path(number): Path<String>, form: Form) -> Result<Response> {
    let request = Request::visible_to(&app.db, &viewer, &number).await?;
    let words = form.text("motivo");
    if !(5..=1000).contains(&words.chars().count()) {
        let mut faults = FieldErrors::default();
        faults.add("motivo", "error-request-abuse");
        let form = FormView::with(&frame, faults);
        return page_with(http::StatusCode::UNPROCESSABLE_ENTITY, &AbusePage { form, frame, request, words });
    }
    app.limiter.take("feedback", Key::address(viewer.address))?;
    let who = viewer.id();
    app.db
        .write(async |tx| {
            let now = tx.now();
            tx.run(
                "insert into request_abuse (id, request_id, person_id, words, created_at) values ($1, $2, $3, $4, $5)",
                args![kit::ids::next(now), request.id, who, &words, now],
            )
            .await?;
            Ok(())
        })
        .await?;
    see(&request.path(), Some("toast-request-abuse"))
}

//! …/uscita — leaving a community, asking no more, declining an invitation.

use askama::Template;
use axum::extract::Path;
use axum::response::Response;
use http::StatusCode;
use kit::error::FieldErrors;
use kit::rate::Key;
use kit::{Error, Result};

use crate::identity::Viewer;
use crate::shell::{App, Form, FormView, Frame, page_with, see};
use crate::social::community::{Community, Member, MemberState};

#[derive(Template)]
#[template(path = "social/templates/community/leave.html")]
struct LeavePage {
    frame: Frame,
    form: FormView,
    community: Community,
    /// Who may keep the place from now on; empty when somebody else keeps it already.
    successors: Vec<(String, String)>,
    /// Nobody else is there: the place will sleep.
    last: bool,
    chosen: String,
}

async fn draw(app: &App, frame: Frame, viewer: &Viewer, community: Community, chosen: String, faults: FieldErrors) -> Result<Response> {
    let me = viewer.me()?.id;
    let members = Member::list(&app.db, community.id, MemberState::Member, None, 0, 500).await?;
    let others: Vec<&Member> = members.iter().filter(|member| member.id != me).collect();
    let alone_keeps = community.is_moderator() && !others.iter().any(|member| member.is_moderator());
    let mut successors = Vec::new();
    if alone_keeps && !others.is_empty() {
        successors.push((String::new(), frame.t("community-successor-choose").to_owned()));
        successors.extend(others.iter().map(|member| (member.id.to_string(), format!("{} (@{})", member.name, member.handle))));
    }
    let last = alone_keeps && others.is_empty();
    let status = if faults.is_empty() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
    let form = FormView::with(&frame, faults);
    page_with(status, &LeavePage { frame, form, community, successors, last, chosen })
}

/// GET /comunita/{handle}/uscita
pub async fn ask(app: App, frame: Frame, viewer: Viewer, Path(handle): Path<String>) -> Result<Response> {
    let community = Community::visible_to(&app.db, &viewer, &handle).await?;
    if !community.is_member() {
        return Err(Error::NotFound);
    }
    draw(&app, frame, &viewer, community, String::new(), FieldErrors::default()).await
}

/// POST /comunita/{handle}/uscita
pub async fn leave(app: App, frame: Frame, viewer: Viewer, Path(handle): Path<String>, form: Form) -> Result<Response> {
    let me = viewer.me()?.id;
    app.limiter.take("write", Key::Account(me.0))?;
    let community = Community::visible_to(&app.db, &viewer, &handle).await?;
    let chosen = form.line("successore");
    let successor = chosen.parse().ok();
    match app.db.write(async |tx| community.leave(tx, me, successor).await).await {
        Ok(()) => see("/comunita", Some("toast-community-left")),
        Err(Error::Invalid(faults)) => draw(&app, frame, &viewer, community, chosen, faults).await,
        Err(error) => Err(error),
    }
}

//! /segreteria — one's place in the office: roles, in whose place one acts, what waits.

use askama::Template;
use axum::response::Response;
use kit::Result;

use crate::identity::verification::Conflict;
use crate::identity::{Absence, Act, Membership, Reach, Viewer};
use crate::shell::{App, Frame, page};

#[derive(Template)]
#[template(path = "identity/templates/inside/home.html")]
struct HomePage {
    frame: Frame,
    memberships: Vec<Membership>,
    steads: Vec<(String, &'static str)>,
    away: Vec<Absence>,
    naming: Vec<Absence>,
    conflicts: i64,
}

/// GET /segreteria
pub async fn show(app: App, frame: Frame, viewer: Viewer) -> Result<Response> {
    let me = viewer.me()?;
    let mut memberships = Membership::of_person(&app.db, me.id).await?;
    memberships.retain(|held| held.runs(frame.now));
    let mut away = Absence::of_person(&app.db, me.id, 20).await?;
    away.retain(|absence| absence.ends_at > frame.now && absence.cancelled_at.is_none());
    let naming = Absence::naming(&app.db, me.id).await?;
    let conflicts = if me.reach(Act::DecideIdentity) == Reach::No { 0 } else { Conflict::waiting(&app.db).await? };
    let steads = me.steads.iter().map(|stead| (stead.name.clone(), frame.t(stead.role.key()))).collect();
    page(&HomePage { memberships, steads, away, naming, conflicts, frame })
}

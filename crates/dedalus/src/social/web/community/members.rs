//! …/persone — who belongs to it, who asks, who is invited, who was sent away; and what a moderator does about it.

use askama::Template;
use axum::extract::Path;
use axum::response::Response;
use http::StatusCode;
use kit::error::FieldErrors;
use kit::{Error, Result};

use super::Who;
use crate::identity::{Actor, Entry, Viewer, note};
use crate::shell::{App, Form, FormView, Frame, Listing, Query, ROWS, page_with, see};
use crate::social::community::{Community, Member, MemberRole, MemberState};
use crate::social::web::following::skipped;
use crate::social::words::initials;

#[derive(Template)]
#[template(path = "social/templates/community/members.html")]
struct MembersPage {
    frame: Frame,
    form: FormView,
    community: Community,
    members: Vec<Member>,
    asking: Vec<Member>,
    invited: Vec<Member>,
    banned: Vec<Member>,
    words: String,
    /// The address of the next page.
    next: Option<String>,
    later: bool,
    typed: String,
    me: String,
}

impl MembersPage {
    fn mark(&self, name: &str) -> String {
        initials(name)
    }

    fn is_me(&self, member: &Member) -> bool {
        member.id.to_string() == self.me
    }
}

/// The page, with a form that comes back.
pub async fn draw(
    app: &App,
    frame: Frame,
    viewer: &Viewer,
    community: Community,
    query: &Query,
    typed: String,
    faults: FieldErrors,
) -> Result<Response> {
    let list = Listing::new("", query, &["q"]);
    let (skip, words) = (skipped(&list), list.maybe("q"));
    let id = community.id;
    let mut members = Member::list(&app.db, id, MemberState::Member, words.as_deref(), skip, ROWS + 1).await?;
    let full = i64::try_from(members.len()).unwrap_or_default() > ROWS;
    members.truncate(usize::try_from(ROWS).unwrap_or(50));
    let (mut asking, mut invited, mut banned) = (Vec::new(), Vec::new(), Vec::new());
    if community.is_moderator() {
        asking = Member::list(&app.db, id, MemberState::Asked, None, 0, 200).await?;
        invited = Member::list(&app.db, id, MemberState::Invited, None, 0, 200).await?;
        banned = Member::list(&app.db, id, MemberState::Banned, None, 0, 200).await?;
    }
    let status = if faults.is_empty() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
    let next = full.then(|| {
        let mut address = url::form_urlencoded::Serializer::new(String::new());
        address.append_pair("dopo", &(skip + ROWS).to_string());
        words.iter().for_each(|words| {
            address.append_pair("q", words);
        });
        format!("{}/persone?{}", community.path(), address.finish())
    });
    let form = FormView::with(&frame, faults);
    let me = viewer.id().map(|id| id.to_string()).unwrap_or_default();
    let words = words.unwrap_or_default();
    let view = MembersPage { frame, form, community, members, asking, invited, banned, words, next, later: skip > 0, typed, me };
    page_with(status, &view)
}

/// GET /comunita/{handle}/persone?q=…&dopo=…
pub async fn index(app: App, frame: Frame, viewer: Viewer, Path(handle): Path<String>, query: Query) -> Result<Response> {
    let community = Community::readable_by(&app.db, &viewer, &handle).await?;
    draw(&app, frame, &viewer, community, &query, String::new(), FieldErrors::default()).await
}

fn entry<'a>(act: &'static str, community: &'a Community, member: &Member, after: Option<String>) -> Entry<'a> {
    let before = Some(format!("{} (@{})", member.name, member.handle));
    Entry {
        act,
        subject_kind: "community",
        subject_id: Some(community.id.0),
        subject_name: &community.name,
        before,
        after,
        ..Entry::default()
    }
}

/// The community this viewer keeps, the person it is about, and who acts.
async fn kept(app: &App, viewer: &Viewer, who: &Who) -> Result<(Community, Member, Actor)> {
    let community = Community::kept_by(&app.db, viewer, &who.handle).await?;
    let member = Member::find(&app.db, community.id, who.person).await?;
    Ok((community, member, viewer.actor()?))
}

/// POST /comunita/{handle}/persone/{id}/ruolo
pub async fn give_role(app: App, viewer: Viewer, who: Who, form: Form) -> Result<Response> {
    let (community, member, actor) = kept(&app, &viewer, &who).await?;
    let role = MemberRole::from_word(&form.line("ruolo")).ok_or(Error::NotFound)?;
    let me = viewer.me()?.id;
    let act = entry("community.role", &community, &member, Some(role.word().to_owned()));
    app.db
        .write(async |tx| {
            community.give_role(tx, me, member.id, role).await?;
            note(tx, &actor, act.clone()).await
        })
        .await?;
    see(&format!("{}/persone", community.path()), Some("toast-saved"))
}

#[derive(Template)]
#[template(path = "social/templates/community/away.html")]
struct AwayPage {
    frame: Frame,
    form: FormView,
    community: Community,
    member: Member,
    reason: String,
    for_good: bool,
}

fn away(frame: Frame, community: Community, member: Member, typed: (String, bool), faults: FieldErrors) -> Result<Response> {
    let status = if faults.is_empty() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
    let form = FormView::with(&frame, faults);
    page_with(status, &AwayPage { frame, form, community, member, reason: typed.0, for_good: typed.1 })
}

/// GET /comunita/{handle}/persone/{id}/allontanamento
pub async fn ask_away(app: App, frame: Frame, viewer: Viewer, who: Who) -> Result<Response> {
    let (community, member, _) = kept(&app, &viewer, &who).await?;
    away(frame, community, member, (String::new(), false), FieldErrors::default())
}

/// POST /comunita/{handle}/persone/{id}/allontanamento — with a reason, which the person can read.
pub async fn send_away(app: App, frame: Frame, viewer: Viewer, who: Who, form: Form) -> Result<Response> {
    let (community, member, actor) = kept(&app, &viewer, &who).await?;
    let (reason, for_good) = (form.text("motivo"), form.has("sempre"));
    if !(5..=500).contains(&reason.chars().count()) {
        let mut faults = FieldErrors::default();
        faults.add("motivo", "error-community-reason");
        return away(frame, community, member, (reason, for_good), faults);
    }
    let me = viewer.me()?.id;
    let act = entry(if for_good { "community.banned" } else { "community.sent_away" }, &community, &member, Some(reason.clone()));
    app.db
        .write(async |tx| {
            community.send_away(tx, me, member.id, &reason, for_good).await?;
            note(tx, &actor, act.clone()).await
        })
        .await?;
    see(&format!("{}/persone", community.path()), Some("toast-removed"))
}

/// POST /comunita/{handle}/persone/{id}/riammissione
pub async fn readmit(app: App, viewer: Viewer, who: Who) -> Result<Response> {
    let (community, member, actor) = kept(&app, &viewer, &who).await?;
    let me = viewer.me()?.id;
    let act = entry("community.readmitted", &community, &member, None);
    app.db
        .write(async |tx| {
            community.readmit(tx, me, member.id).await?;
            note(tx, &actor, act.clone()).await
        })
        .await?;
    see(&format!("{}/persone", community.path()), Some("toast-saved"))
}

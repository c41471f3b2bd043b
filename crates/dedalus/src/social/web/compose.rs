//! /post/nuovo — writing a post. Without a script: each button sends the whole form and brings it back.

use askama::Template;
use axum::extract::Request;
use axum::response::Response;
use http::StatusCode;
use kit::Result;
use kit::error::FieldErrors;
use kit::rate::Key;

use super::draft::{Draft, MYSELF, Press};
use super::intake::Intake;
use crate::identity::{Actor, Me, PageId, Person, PersonId, Viewer, editors, send_letter};
use crate::shell::{App, FormView, Frame, Html, Query, page_with, see};
use crate::social::held::{Held, hold as hold_post};
use crate::social::picture::MOST;
use crate::social::post::{NewPost, Post, Published};
use crate::social::words::{POST_MAX, TITLE_MAX, Words, headline};

/// What a form looks like before it is published.
pub struct Preview {
    headline: String,
    body: Html,
}

#[derive(Template)]
#[template(path = "social/templates/compose.html")]
pub struct ComposePage {
    frame: Frame,
    form: FormView,
    /// The post that is being changed.
    post: Option<Post>,
    draft: Draft,
    /// Where the form goes.
    action: String,
    /// Voices to choose from; empty when there is no choice.
    voices: Vec<(String, String)>,
    /// Whoever can speak as a page is asked for a title and a date.
    institutional: bool,
    picture_faults: Vec<String>,
    preview: Option<Preview>,
    room: bool,
}

impl ComposePage {
    fn body_max(&self) -> usize {
        POST_MAX
    }

    fn title_max(&self) -> usize {
        TITLE_MAX
    }

    /// The form with what is in it, what is wrong with it, and what it will look like.
    pub fn new(frame: &Frame, me: &Me, post: Option<Post>, draft: Draft, faults: FieldErrors, previewed: bool) -> Self {
        let voices = if post.is_none() { voices(frame, me) } else { Vec::new() };
        let institutional = post.as_ref().map_or(!voices.is_empty(), |post| post.page_id.is_some() || !post.title.is_empty());
        let preview = (previewed && !draft.body.is_empty()).then(|| {
            let words = Words::of_post(&draft.body, draft.voice != MYSELF);
            Preview { headline: headline(&draft.title, &words.excerpt), body: Html(words.html) }
        });
        Self {
            picture_faults: faults.iter().filter(|fault| fault.field == "immagini").map(|fault| frame.fault(fault)).collect(),
            form: FormView::with(frame, faults),
            action: post.as_ref().map_or_else(|| "/post".to_owned(), |post| format!("/post/{}/modifica", post.id)),
            room: draft.pictures.len() < MOST,
            frame: frame.clone(),
            post,
            draft,
            voices,
            institutional,
            preview,
        }
    }

    /// The form comes back: 422 when something is wrong with it.
    pub fn answer(&self) -> Result<Response> {
        page_with(if self.form.is_faulty() { StatusCode::UNPROCESSABLE_ENTITY } else { StatusCode::OK }, self)
    }
}

/// Oneself and the pages one may publish for.
fn voices(frame: &Frame, me: &Me) -> Vec<(String, String)> {
    let pages: Vec<(String, String)> = me.publishing().map(|page| (page.handle.clone(), page.name.clone())).collect();
    if pages.is_empty() {
        return pages;
    }
    std::iter::once((MYSELF.to_owned(), frame.t1("post-voice-me", "name", &me.name))).chain(pages).collect()
}

/// GET /post/nuovo?come=handle, or ?ripresa=… to go on with what another editor sent back.
pub async fn form(app: App, frame: Frame, viewer: Viewer, query: Query) -> Result<Response> {
    let me = viewer.me()?;
    if let Ok(id) = query.0.line("ripresa").parse::<i64>() {
        let held = Held::returned(&app.db, id, me.id).await?;
        let draft = Draft::of_held(&app, me, &held).await?;
        return ComposePage::new(&frame, me, None, draft, FieldErrors::default(), false).answer();
    }
    let wanted = query.0.line("come");
    let voice = me.publishing().find(|page| page.handle == wanted).map_or_else(|| MYSELF.to_owned(), |page| page.handle.clone());
    ComposePage::new(&frame, me, None, Draft::empty(voice), FieldErrors::default(), false).answer()
}

/// POST /post — publishes, or brings the form back with the preview, the new pictures or the faults.
pub async fn create(app: App, frame: Frame, viewer: Viewer, request: Request) -> Result<Response> {
    let me = viewer.me()?;
    let intake = Intake::read(request, MOST).await?;
    let (draft, form, mut faults) = Draft::read(&app, me, intake, None).await?;
    let press = Press::of(&form);
    if press != Press::Publish {
        return ComposePage::new(&frame, me, None, draft, faults, press == Press::Preview).answer();
    }
    let page = draft.page(me).unwrap_or_else(|_| {
        faults.add("voce", "error-post-voice");
        None
    });
    let pinned = draft.check(page, app.now(), &app.zone, &mut faults);
    if !faults.is_empty() {
        return ComposePage::new(&frame, me, None, draft, faults, false).answer();
    }
    app.limiter.take("write", Key::Account(me.id.0))?;
    let actor = viewer.actor()?;
    let new = draft.new_post(page, pinned, frame.lang);
    if let Some(page) = page
        && me.page(page).is_some_and(|page| page.two_person)
    {
        return hold(&app, frame, me, &actor, page, draft, &new).await;
    }
    match app.db.write(async |tx| Post::publish(tx, &actor, &new).await).await {
        Ok(Published::New(id)) => see(&format!("/post/{id}"), Some("toast-post-published")),
        Ok(Published::Already(id)) => see(&format!("/post/{id}"), Some("toast-post-already")),
        Err(kit::Error::Invalid(faults)) => ComposePage::new(&frame, me, None, draft, faults, false).answer(),
        Err(error) => Err(error),
    }
}

/// The page asks for a second pair of eyes: the post is kept, and the other editors are told.
async fn hold(app: &App, frame: Frame, me: &Me, actor: &Actor, page: PageId, draft: Draft, new: &NewPost) -> Result<Response> {
    let editors = editors(&app.db, page).await?;
    let others: Vec<PersonId> =
        editors.iter().filter(|editor| editor.may_publish && editor.person_id != me.id).map(|editor| editor.person_id).collect();
    if others.is_empty() {
        let mut faults = FieldErrors::default();
        faults.add("voce", "error-held-alone");
        return ComposePage::new(&frame, me, None, draft, faults, false).answer();
    }
    let people = Person::several(&app.db, &others).await?;
    app.db
        .write(async |tx| {
            let id = hold_post(tx, actor, page, new).await?;
            let path = format!("/segreteria/da-rivedere/{id}");
            for person in &people {
                send_letter(tx, app, person, "mail-held", &path, &[("title", &new.title), ("who", &me.name)]).await?;
            }
            Ok(())
        })
        .await?;
    see("/segreteria/da-rivedere", Some("toast-post-held"))
}

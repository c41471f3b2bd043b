//! Video and audio on the page: in the form of a post, and below a post. `POST /registrazioni` is the form's part alone, for the
//! script that uploads while one writes; without it the whole form is sent.

use askama::Template;
use askama::filters::HtmlSafe;
use axum::extract::Request;
use axum::response::Response;
use http::StatusCode;
use kit::error::FieldErrors;
use kit::rate::Key;
use kit::{Error, Result};

use super::at::number;
use super::intake::{Intake, Room};
use super::recording_draft::RecordingDraft;
use crate::identity::Viewer;
use crate::shell::{App, FormView, Frame, page_with};
use crate::social::caption::Caption;
use crate::social::post::{Post, PostId};
use crate::social::recording::{ABOUT_MAX, FILE_FIELD, Recording, TITLE_MAX, TRANSCRIPT_MAX};
use crate::social::words::LANGUAGES;

/// The part of the form.
#[derive(Template)]
#[template(path = "social/templates/recording_fields.html")]
pub struct RecordingFields {
    frame: Frame,
    form: FormView,
    draft: RecordingView,
    /// Where the form goes.
    action: String,
    post: Option<PostId>,
    languages: Vec<(String, String)>,
    limits: (u64, u32),
}
impl HtmlSafe for RecordingFields {}

/// What the form holds, as the template wants it.
struct RecordingView {
    recording: Option<Recording>,
    title: String,
    about: String,
    transcript: String,
    captions: Vec<Caption>,
    language: String,
    /// Number and small file of the poster.
    poster: Option<(String, String)>,
}

impl RecordingFields {
    /// The part with what is in it.
    pub fn new(app: &App, frame: &Frame, form: FormView, draft: &RecordingDraft, action: &str, post: Option<PostId>) -> Self {
        let limits = &app.config.recordings;
        let language = if draft.language.is_empty() { frame.code().to_owned() } else { draft.language.clone() };
        Self {
            frame: frame.clone(),
            form,
            draft: RecordingView {
                recording: draft.recording.clone(),
                title: draft.title.clone(),
                about: draft.about.clone(),
                transcript: draft.transcript.clone(),
                captions: draft.captions.clone(),
                language,
                poster: draft.poster.as_ref().map(|poster| (poster.id.to_string(), poster.small_src())),
            },
            action: action.to_owned(),
            post,
            languages: LANGUAGES.iter().map(|(code, name)| ((*code).to_owned(), (*name).to_owned())).collect(),
            limits: (limits.bytes, limits.minutes),
        }
    }

    fn file_fault(&self) -> Option<String> {
        self.form.fault(FILE_FIELD)
    }

    fn poster_fault(&self) -> Option<String> {
        self.form.fault(super::intake::POSTER_FIELD)
    }

    fn captions_fault(&self) -> Option<String> {
        self.form.fault(super::intake::CAPTIONS_FIELD)
    }

    fn megabytes(&self) -> String {
        (self.limits.0 / 1024 / 1024).to_string()
    }

    fn title_max(&self) -> usize {
        TITLE_MAX
    }

    fn about_max(&self) -> usize {
        ABOUT_MAX
    }

    fn transcript_max(&self) -> usize {
        TRANSCRIPT_MAX
    }
}

/// The player below a post, with captions and transcript.
#[derive(Template)]
#[template(path = "social/templates/recording.html")]
pub struct Player {
    frame: Frame,
    recording: Recording,
    captions: Vec<Caption>,
}
impl HtmlSafe for Player {}

impl Player {
    /// That of a post that may be read.
    pub async fn of(app: &App, frame: &Frame, post: PostId) -> Result<Option<Self>> {
        let Some(recording) = Recording::of_post(&app.db, post).await? else { return Ok(None) };
        let captions = Caption::of(&app.db, recording.id).await?;
        Ok(Some(Self { frame: frame.clone(), recording, captions }))
    }

    /// One that is not published yet.
    pub fn draft(frame: &Frame, recording: Recording, captions: Vec<Caption>) -> Self {
        Self { frame: frame.clone(), recording, captions }
    }

    /// The recording.
    pub fn recording(&self) -> &Recording {
        &self.recording
    }

    /// Its captions.
    pub fn captions(&self) -> &[Caption] {
        &self.captions
    }
}

/// What forms of posts may bring here.
pub fn room(app: &App, files: usize) -> Room {
    Room { files, recording: app.config.recordings.bytes }
}

/// POST /registrazioni — stores what was chosen and answers with the part of the form; 422 when something is wrong with it.
pub async fn create(app: App, frame: Frame, viewer: Viewer, request: Request) -> Result<Response> {
    let me = viewer.me()?;
    app.limiter.take("gesture", Key::Account(me.id.0))?;
    let intake = Intake::read_into(request, room(&app, 0)).await?;
    let post = match number(&intake.form.line("registrazione-post")) {
        None => None,
        Some(id) => {
            let post = Post::visible_to(&app.db, &viewer, id).await?;
            if !post.powers(viewer.me.as_ref(), app.now()).edit {
                return Err(Error::NotFound);
            }
            Some(post.id)
        }
    };
    let mut faults = FieldErrors::default();
    let draft = RecordingDraft::read(&app, me, &intake.form, intake.recorded, post, &mut faults).await?;
    let status = if faults.is_empty() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
    let action = post.map_or_else(|| "/post".to_owned(), |id| format!("/post/{id}/modifica"));
    page_with(status, &RecordingFields::new(&app, &frame, FormView::with(&frame, faults), &draft, &action, post))
}

//! One request as people read it: where it stands, who has it, until when and why, the answer, the story. The same page for
//! everybody, and with more on it for who holds a receipt.

use askama::Template;
use axum::response::Response;
use kit::Result;
use kit::clock::Time;
use kit::i18n::dates::{Year, day_long};

use crate::desk::request::acts::{is_asked, is_shared};
use crate::desk::request::comment::{self, Comment, MAX};
use crate::desk::request::merge::{answering, same_as};
use crate::desk::request::photo::{self, Of, Photo};
use crate::desk::request::receipt::{Rating, Receipt};
use crate::desk::request::record::{Request, category_name};
use crate::desk::request::status::{Mover, Status};
use crate::desk::request::step::{Step, StepKind, story};
use crate::desk::request::term::{due, last_moment};
use crate::identity::{Calendar, Viewer};
use crate::shell::{App, FormView, Frame, page_with};

/// What the holder of a receipt sees besides.
pub struct Mine {
    /// The receipt.
    pub receipt: Receipt,
    /// Where its forms go: `/ricevute/{numero}/{chiave}`.
    pub path: String,
    /// Is it time to ask whether it is really solved?
    pub asked: bool,
    /// May it be taken back?
    pub may_withdraw: bool,
    /// May whoever is signed in make it theirs?
    pub may_adopt: bool,
    /// May its holder say how it went?
    pub rated: bool,
    /// The request that is answered for this one, when it was said to be the same.
    pub main: Option<Request>,
}

#[derive(Template)]
#[template(path = "desk/request/templates/show.html")]
pub struct StoryPage {
    /// Frame.
    pub frame: Frame,
    /// The comment's form.
    pub form: FormView,
    /// The request.
    pub request: Request,
    category: String,
    term: String,
    steps: Vec<Step>,
    comments: Vec<Comment>,
    photos: Vec<Photo>,
    photo_path: String,
    same: Vec<String>,
    mine: Option<Mine>,
    follows: bool,
    signed_in: bool,
    typed: String,
}

/// The day of a moment, in words.
pub fn day(frame: &Frame, at: Time) -> String {
    day_long(at, &frame.zone, frame.lang, Year::UnlessOf(frame.now))
}

/// How the term was counted: "(30 giorni, spostato da domenica 2 giugno 2030)". When the calendar has changed since and would say
/// another day, the days alone.
pub async fn term_words(app: &App, frame: &Frame, request: &Request) -> Result<String> {
    let counted = due(&Calendar::load(&app.db).await?, request.received_at, request.days, &frame.zone);
    let holds = last_moment(&counted, &frame.zone) == request.due_at;
    let words = if holds { counted.explain(frame.lang) } else { frame.tn("request-term-days", &request.days) };
    Ok(format!("({words})"))
}

impl StoryPage {
    fn comment_max(&self) -> usize {
        MAX
    }
    fn due(&self) -> String {
        day(&self.frame, self.request.due_at)
    }
    fn day(&self, at: &Time) -> String {
        day(&self.frame, *at)
    }
    fn expected(&self) -> Option<&'static str> {
        self.request.status.expected().map(Status::key)
    }
    fn waits_for_citizen(&self) -> bool {
        self.request.status == Status::Asked
    }
    fn is_closed(&self) -> bool {
        self.request.status.is_closed()
    }
    fn ratings(&self) -> &'static [Rating] {
        Rating::ALL
    }
    fn is_merged(&self, step: &Step) -> bool {
        step.kind == StepKind::Merged
    }
    /// Who may write below: who holds a receipt, and others with an account where the category lets them.
    fn may_comment(&self) -> bool {
        self.mine.is_some() || (self.signed_in && self.request.comments && self.request.is_public())
    }
    fn comment_action(&self) -> String {
        self.mine.as_ref().map_or_else(|| format!("{}/commenti", self.request.path()), |mine| format!("{}/commenti", mine.path))
    }
    fn answers(&self) -> Vec<crate::desk::request::question::Answered> {
        if self.mine.is_some() { self.request.answers() } else { Vec::new() }
    }
    /// A picture of its place, and where the map shows it.
    fn drawn(&self) -> Option<(String, String)> {
        let (lat, lon) = self.request.point()?.degrees();
        Some((format!("/mappa/disegno.svg?lat={lat}&lon={lon}&livello=16&punto={lat},{lon}"), format!("/mappa?lat={lat}&lon={lon}")))
    }
    /// Its place as a question for alerts; only of what everybody reads.
    fn around(&self) -> Option<String> {
        let (lat, lon) = self.request.point().filter(|_| self.request.is_public())?.degrees();
        let mut question = url::form_urlencoded::Serializer::new(String::new());
        question.append_pair("luogo", &self.request.address).append_pair("lat", &lat.to_string()).append_pair("lon", &lon.to_string());
        Some(question.finish())
    }
    /// Whose names the page shows besides those of offices.
    pub fn shows_people(&self) -> bool {
        self.request.author.is_some() || self.request.officer.is_some() || self.comments.iter().any(|comment| comment.name.is_some())
    }
}

/// Puts a holder's part together.
pub async fn mine(app: &App, viewer: &Viewer, request: &Request, receipt: Receipt) -> Result<Mine> {
    let own = receipt.first && request.status.may_become(Status::Withdrawn, Mover::Citizen);
    let main = answering(&app.db, request).await?;
    let answered = main.as_ref().unwrap_or(request);
    Ok(Mine {
        path: receipt.path(&app.secret),
        asked: is_asked(answered, &receipt, app.now()),
        may_withdraw: own && !is_shared(&app.db, request.id).await?,
        may_adopt: receipt.person_id.is_none() && viewer.me.is_some(),
        rated: answered.is_rated(),
        receipt,
        main,
    })
}

/// The answer to the request that this one is the same as is its answer, too.
fn answered(mut request: Request, main: Option<&Request>) -> Request {
    if let Some(main) = main.filter(|main| main.status.is_answer()) {
        request.answer.clone_from(&main.answer);
        request.answered_at = main.answered_at;
        request.office.clone_from(&main.office);
        request.officer.clone_from(&main.officer);
    }
    request
}

/// Gathers what the page shows.
pub async fn gather(app: &App, frame: Frame, viewer: &Viewer, request: Request, mine: Option<Mine>, form: FormView) -> Result<StoryPage> {
    let request = answered(request, mine.as_ref().and_then(|mine| mine.main.as_ref()));
    let photo_path = match &mine {
        Some(mine) => format!("{}/foto", mine.path),
        None => format!("{}/foto", request.path()),
    };
    Ok(StoryPage {
        category: category_name(request.category.as_deref(), frame.lang),
        term: term_words(app, &frame, &request).await?,
        steps: story(&app.db, request.id, false).await?,
        comments: comment::list(&app.db, request.id, false).await?,
        photos: photo::list(&app.db, Of::Request(request.id)).await?,
        photo_path,
        same: same_as(&app.db, request.id).await?,
        follows: crate::desk::request::follow::follows(&app.db, request.id, viewer.id()).await?,
        signed_in: viewer.me.is_some(),
        typed: String::new(),
        frame,
        form,
        request,
        mine,
    })
}

/// The page with a comment that was not taken.
pub fn refused(mut story: StoryPage, typed: String, form: FormView) -> Result<Response> {
    story.typed = typed;
    story.form = form;
    page_with(http::StatusCode::UNPROCESSABLE_ENTITY, &story)
}

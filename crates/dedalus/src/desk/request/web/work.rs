//! /segreteria/richieste/{numero} — one request for who must answer it: everything about it, and what may be done next.

use askama::Template;
use axum::extract::Path;
use axum::response::Response;
use http::StatusCode;
use kit::error::FieldErrors;
use kit::rate::Key;
use kit::{Error, Result, args};

use super::compose::number;
use super::story::{day, term_words};
use crate::desk::request::acts;
use crate::desk::request::category::Category;
use crate::desk::request::comment::{self, Comment, Voice, say};
use crate::desk::request::merge::{merge as make_one, split as make_two};
use crate::desk::request::photo::{self, Of, Photo};
use crate::desk::request::receipt::Receipt;
use crate::desk::request::record::{Request, category_name};
use crate::desk::request::similar::{self, OFFICER_RADIUS, Similar, Wanted};
use crate::desk::request::status::{Mover, Status};
use crate::desk::request::step::{Step, story};
use crate::identity::{Office, Viewer};
use crate::shell::{App, Form, FormView, Frame, page_with, see};

/// The longest answer or reason, in characters.
const WORDS_MAX: usize = 5_000;

kit::row! {
    /// A report of abuse that waits.
    pub struct Abuse {
        /// Number.
        pub id: i64,
        /// What was said.
        pub words: String,
    }
}

#[derive(Template)]
#[template(path = "desk/request/templates/work.html")]
struct WorkPage {
    frame: Frame,
    form: FormView,
    request: Request,
    category: String,
    term: String,
    steps: Vec<Step>,
    comments: Vec<Comment>,
    photos: Vec<Photo>,
    receipts: Vec<Receipt>,
    offices: Vec<(String, String)>,
    next: Vec<(String, String)>,
    similar: Vec<Similar>,
    abuses: Vec<Abuse>,
    typed: Form,
}

impl WorkPage {
    fn words_max(&self) -> usize {
        WORDS_MAX
    }
    fn due(&self) -> String {
        day(&self.frame, self.request.due_at)
    }
    fn line(&self, name: &str) -> String {
        self.typed.text(name)
    }
    fn is_open(&self) -> bool {
        !self.request.status.is_closed()
    }
    fn may_take(&self) -> bool {
        self.request.status.may_become(Status::Taken, Mover::Office)
    }
}

async fn draw(app: &App, frame: Frame, request: Request, typed: Form, faults: FieldErrors) -> Result<Response> {
    let status = if faults.is_empty() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
    let offices = Office::all(&app.db).await?.into_iter().filter(|office| office.id != request.office_id);
    let choose = (String::new(), frame.t("request-choose").to_owned());
    let offices = std::iter::once(choose.clone()).chain(offices.map(|office| (office.slug, office.name))).collect();
    let moves = request.status.next(Mover::Office).iter().map(|to| (to.word().to_owned(), frame.t(to.key()).to_owned()));
    let next = std::iter::once(choose).chain(moves).collect();
    let similar = match request.category_id {
        Some(id) if !request.status.is_closed() => {
            let category = Category::find(&app.db, id).await?;
            let words = format!("{} {}", request.title, request.address);
            let point = request.point();
            let wanted = Wanted { category: &category, point, words: &words, radius: OFFICER_RADIUS, but: Some(request.id) };
            similar::find(&app.db, &wanted).await?
        }
        _ => Vec::new(),
    };
    let abuses = app
        .db
        .all("select id, words from request_abuse where request_id = $1 and settled_at is null order by id", args![request.id])
        .await?;
    page_with(
        status,
        &WorkPage {
            form: FormView::with(&frame, faults),
            category: category_name(request.category.as_deref(), frame.lang),
            term: term_words(app, &frame, &request).await?,
            steps: story(&app.db, request.id, true).await?,
            comments: comment::list(&app.db, request.id, true).await?,
            photos: photo::list(&app.db, Of::Request(request.id)).await?,
            receipts: Receipt::of_request(&app.db, request.id).await?,
            offices,
            next,
            similar,
            abuses,
            typed,
            frame,
            request,
        },
    )
}

/// GET /segreteria/richieste/{numero} — who reads what is not public stands in the audit.
pub async fn show(app: App, frame: Frame, viewer: Viewer, Path(at): Path<String>) -> Result<Response> {
    let request = Request::of_desk(&app.db, &viewer, &at).await?;
    if !request.is_public() {
        let actor = viewer.actor_in(request.office_id)?;
        app.db.write(async |tx| acts::audited(tx, &actor, "request.read", &request, None, None).await).await?;
    }
    draw(&app, frame, request, Form::default(), FieldErrors::default()).await
}

/// After a write: the page again, or the form with its faults.
async fn done(app: &App, frame: Frame, viewer: &Viewer, request: &Request, form: Form, result: Result<()>) -> Result<Response> {
    match result {
        Ok(()) => match Request::of_desk(&app.db, viewer, &request.number).await {
            Ok(request) => see(&request.desk_path(), Some("toast-saved")),
            // Another office has it now.
            Err(Error::NotFound) => see("/segreteria/richieste", Some("toast-saved")),
            Err(error) => Err(error),
        },
        Err(Error::Invalid(faults)) => draw(app, frame, Request::find(&app.db, request.id).await?, form, faults).await,
        Err(Error::Conflict(key)) => {
            let mut faults = FieldErrors::default();
            faults.add("", key);
            draw(app, frame, Request::find(&app.db, request.id).await?, form, faults).await
        }
        Err(error) => Err(error),
    }
}

async fn begin(app: &App, viewer: &Viewer, at: &str) -> Result<Request> {
    app.limiter.take("write", Key::Account(viewer.me()?.id.0))?;
    Request::of_desk(&app.db, viewer, at).await
}

fn words(form: &Form, name: &str) -> Result<String> {
    let words = form.text(name);
    if words.chars().count() > WORDS_MAX { Err(Error::field(name.to_owned(), "error-request-long")) } else { Ok(words) }
}

/// POST …/stato — a move of the table, with what is said to the citizen.
pub async fn make_move(app: App, frame: Frame, viewer: Viewer, Path(at): Path<String>, form: Form) -> Result<Response> {
    let request = begin(&app, &viewer, &at).await?;
    let actor = viewer.actor_in(request.office_id)?;
    let result = async {
        let to = Status::from_word(&form.line("stato")).ok_or_else(|| Error::field("stato", "error-request-choose"))?;
        let words = words(&form, "parole")?;
        app.db.write(async |tx| acts::move_by_office(tx, &actor, &request, to, &words).await).await
    }
    .await;
    done(&app, frame, &viewer, &request, form, result).await
}

/// POST …/passaggio — another office has it from now on.
pub async fn hand_over(app: App, frame: Frame, viewer: Viewer, Path(at): Path<String>, form: Form) -> Result<Response> {
    let request = begin(&app, &viewer, &at).await?;
    let actor = viewer.actor_in(request.office_id)?;
    let result = async {
        let office = Office::by_slug(&app.db, &form.line("ufficio")).await.map_err(|_| Error::field("ufficio", "error-request-office"))?;
        let words = words(&form, "motivo")?;
        app.db.write(async |tx| acts::hand_over(tx, &actor, &request, office.id, &words).await).await
    }
    .await;
    done(&app, frame, &viewer, &request, form, result).await
}

/// POST …/visibilita — private, hidden, or for everybody; the reason is for the office.
pub async fn set_visibility(app: App, frame: Frame, viewer: Viewer, Path(at): Path<String>, form: Form) -> Result<Response> {
    let request = begin(&app, &viewer, &at).await?;
    let actor = viewer.actor_in(request.office_id)?;
    let result = async {
        let words = words(&form, "perche")?;
        if words.is_empty() {
            return Err(Error::field("perche", "error-request-words"));
        }
        let (private, hidden) = match form.line("chi").as_str() {
            "privata" => (true, false),
            "nascosta" => (request.private, true),
            "pubblica" => (false, false),
            _ => return Err(Error::field("chi", "error-request-choose")),
        };
        app.db.write(async |tx| acts::show(tx, &actor, &request, private, hidden, &words).await).await
    }
    .await;
    done(&app, frame, &viewer, &request, form, result).await
}

/// POST …/commenti — the office says something in public, or notes something for itself.
pub async fn comment(app: App, frame: Frame, viewer: Viewer, Path(at): Path<String>, form: Form) -> Result<Response> {
    let request = begin(&app, &viewer, &at).await?;
    let actor = viewer.actor_in(request.office_id)?;
    let result = async {
        let said = words(&form, "testo")?;
        if said.is_empty() {
            return Err(Error::field("testo", "error-request-comment"));
        }
        let inside = form.line("chi-legge") != "cittadino";
        app.db
            .write(async |tx| {
                if inside {
                    return acts::write_note(tx, &actor, &request, &said).await;
                }
                say(tx, request.id, Voice::Office(&actor, request.office_id), &said).await?;
                acts::audited(tx, &actor, "request.commented", &request, None, None).await
            })
            .await
    }
    .await;
    done(&app, frame, &viewer, &request, form, result).await
}

/// POST …/commenti/{id}/visibilita
pub async fn hide_comment(app: App, frame: Frame, viewer: Viewer, Path((at, id)): Path<(String, String)>, form: Form) -> Result<Response> {
    let request = begin(&app, &viewer, &at).await?;
    let (actor, id, hidden) = (viewer.actor_in(request.office_id)?, number(&id)?, form.line("nascondi") == "si");
    let result = app.db.write(async |tx| comment::hide(tx, &actor, &request, id, hidden).await).await;
    done(&app, frame, &viewer, &request, form, result).await
}

/// POST …/unione — it is about the same thing as another.
pub async fn merge(app: App, frame: Frame, viewer: Viewer, Path(at): Path<String>, form: Form) -> Result<Response> {
    let request = begin(&app, &viewer, &at).await?;
    let actor = viewer.actor_in(request.office_id)?;
    let result = async {
        let other = match Request::of_desk(&app.db, &viewer, &form.line("numero")).await {
            // Another office's is known as far as everybody knows it.
            Err(Error::NotFound) => Request::visible_to(&app.db, &Viewer::nobody(), &form.line("numero")).await,
            found => found,
        };
        let other = other.map_err(|_| Error::field("numero", "error-request-number"))?;
        app.db.write(async |tx| make_one(tx, &actor, &request, &other).await).await
    }
    .await;
    done(&app, frame, &viewer, &request, form, result).await
}

/// POST …/separazione — they are two after all.
pub async fn split(app: App, frame: Frame, viewer: Viewer, Path(at): Path<String>, form: Form) -> Result<Response> {
    let request = begin(&app, &viewer, &at).await?;
    let actor = viewer.actor_in(request.office_id)?;
    let result = app.db.write(async |tx| make_two(tx, &actor, &request).await).await;
    done(&app, frame, &viewer, &request, form, result).await
}

/// POST …/abusi — what was said about it was looked at.
pub async fn settle_abuse(app: App, frame: Frame, viewer: Viewer, Path(at): Path<String>, form: Form) -> Result<Response> {
    let request = begin(&app, &viewer, &at).await?;
    let actor = viewer.actor_in(request.office_id)?;
    let result = app
        .db
        .write(async |tx| {
            let now = tx.now();
            tx.run(
                "update request_abuse set settled_at = $2, settled_by = $3 where request_id = $1 and settled_at is null",
                args![request.id, now, actor.person],
            )
            .await?;
            acts::audited(tx, &actor, "request.abuse_settled", &request, None, None).await
        })
        .await;
    done(&app, frame, &viewer, &request, form, result).await
}

//! The third step: the summary, and sending it. With an account it has its number at once; without one the address is confirmed
//! first, by a link whose page has one button.

use askama::Template;
use axum::extract::Path;
use axum::response::Response;
use kit::error::FieldErrors;
use kit::rate::Key;
use kit::text::fold;
use kit::{Error, Result};

use super::{check, compose, receipts};
use crate::desk::Channel;
use crate::desk::request::draft::Draft;
use crate::desk::request::kind::Kind;
use crate::desk::request::letter::{Reader, send as send_letter};
use crate::desk::request::merge::{join, open_root};
use crate::desk::request::photo::{self, Of, Photo};
use crate::desk::request::receive::{Author, NewRequest, receive};
use crate::desk::request::record::Request;
use crate::desk::request::similar::Similar;
use crate::identity::{Office, Viewer};
use crate::shell::{App, Form, Frame, page, see};

#[derive(Template)]
#[template(path = "desk/request/templates/summary.html")]
struct SummaryPage {
    frame: Frame,
    key: String,
    new: NewRequest,
    category: String,
    office: String,
    photos: Vec<Photo>,
    similar: Vec<Similar>,
    signed_in: bool,
}

/// GET /richieste/bozze/{key}/riepilogo
pub async fn summary(app: App, frame: Frame, viewer: Viewer, Path(key): Path<String>) -> Result<Response> {
    let draft = match compose::open(&app, &viewer, &key).await? {
        Ok(draft) => draft,
        Err(sent) => return Ok(sent),
    };
    let mut faults = FieldErrors::default();
    let author = check::author(&app, &frame, &viewer, &draft.typed, &mut faults).await?;
    let (Some(new), _) = check::request(&app, &draft, author, &mut faults).await? else {
        return see(&format!("/richieste/bozze/{key}"), None);
    };
    let category = check::category(&app, &draft.typed).await?.filter(|_| draft.kind == Kind::Report);
    let similar = compose::similar(&app, &draft.typed, category.as_ref()).await?;
    let category = category.map(|one| one.called(frame.lang).to_owned()).unwrap_or_default();
    let office = Office::find(&app.db, new.office).await?.name;
    let photos = photo::list(&app.db, Of::Draft(draft.id)).await?;
    page(&SummaryPage { frame, key, new, category, office, photos, similar, signed_in: viewer.me.is_some() })
}

/// POST /richieste/bozze/{key}/invio — as a request of its own, or as the same problem as one that is shown beside the summary;
/// the letter that is asked for again confirms whatever was sent last.
pub async fn send(app: App, frame: Frame, viewer: Viewer, Path(key): Path<String>, form: Form) -> Result<Response> {
    let found = match compose::open(&app, &viewer, &key).await {
        // The session has ended: signing in leads back to the summary.
        Err(Error::SignIn) => return compose::sign_in_for(&format!("/richieste/bozze/{key}/riepilogo")),
        found => found?,
    };
    let mut draft = match found {
        Ok(draft) => draft,
        Err(sent) => return Ok(sent),
    };
    if form.has("stesso") {
        return same(app, frame, viewer, key, draft, form.line("stesso")).await;
    }
    if form.has("nuova") && draft.typed.has("stesso") {
        draft.typed.put("stesso", String::new());
        app.db.write(async |tx| draft.save(tx, &draft.typed).await).await?;
    }
    go(app, frame, viewer, key, draft).await
}

/// "È lo stesso problema": the draft will be a receipt of a request that is there.
pub async fn same(app: App, frame: Frame, viewer: Viewer, key: String, mut draft: Draft, number: String) -> Result<Response> {
    Request::visible_to(&app.db, &Viewer::nobody(), &number).await?;
    draft.typed.put("stesso", number);
    app.db.write(async |tx| draft.save(tx, &draft.typed).await).await?;
    go(app, frame, viewer, key, draft).await
}

async fn go(app: App, frame: Frame, viewer: Viewer, key: String, draft: Draft) -> Result<Response> {
    let mut faults = FieldErrors::default();
    let author = check::author(&app, &frame, &viewer, &draft.typed, &mut faults).await?;
    if draft.typed.get("stesso").is_empty() {
        check::request(&app, &draft, author.clone(), &mut faults).await?;
    }
    if !faults.is_empty() {
        return compose::again(&app, frame, &viewer, key, draft, faults).await;
    }
    if let Some(me) = &viewer.me {
        app.limiter.take("write", Key::Account(me.id.0))?;
        return finish(&app, &draft, author).await;
    }
    app.limiter.take("letters", Key::Word(&fold(&author.email)))?;
    compose::pace(&app, &viewer)?;
    app.db
        .write(async |tx| {
            let word = draft.ask_to_confirm(tx, &app.secret).await?;
            let path = format!("/richieste/conferma/{word}");
            let to = Reader { email: author.email.clone(), name: author.name.clone(), language: author.language, path };
            send_letter(tx, &app, &to, "mail-request-confirm", &[("title", draft.typed.get("titolo"))]).await
        })
        .await?;
    see(&format!("/richieste/bozze/{key}/inviata"), None)
}

/// The draft becomes a receipt: of a new request, or of one that is there.
async fn finish(app: &App, draft: &Draft, author: Author) -> Result<Response> {
    let same = draft.typed.get("stesso");
    let other = match same {
        "" => None,
        same => Request::visible_to(&app.db, &Viewer::nobody(), same).await.ok(),
    };
    let mut faults = FieldErrors::default();
    let (new, _) = check::request(app, draft, author.clone(), &mut faults).await?;
    let made = app
        .db
        .write(async |tx| {
            if let Some(other) = &other
                && let Some(main) = open_root(tx, other.id).await?
            {
                return join(tx, &app.zone, main, &author, Channel::Web, Some(draft.id)).await;
            }
            // What nobody may read or answer any more is not the same as anything: then this is a request of its own.
            let Some(new) = &new else { return Err(Error::Invalid(faults.clone())) };
            receive(tx, &app.zone, new).await
        })
        .await?;
    see(&receipts::path(app, &made.number), Some("toast-request-sent"))
}

#[derive(Template)]
#[template(path = "desk/request/templates/sent.html")]
struct SentPage {
    frame: Frame,
    key: String,
    email: String,
}

/// GET /richieste/bozze/{key}/inviata — a letter is on its way.
pub async fn sent(app: App, frame: Frame, viewer: Viewer, Path(key): Path<String>) -> Result<Response> {
    match compose::open(&app, &viewer, &key).await? {
        Ok(draft) => page(&SentPage { email: draft.typed.get("email").to_owned(), frame, key }),
        Err(sent) => Ok(sent),
    }
}

#[derive(Template)]
#[template(path = "desk/request/templates/confirm.html")]
struct ConfirmPage {
    frame: Frame,
    title: String,
    email: String,
}

/// GET /richieste/conferma/{key} — one button; a scanner of mails that opens the link confirms nothing.
pub async fn ask(app: App, frame: Frame, Path(key): Path<String>) -> Result<Response> {
    let draft = Draft::waiting(&app.db, &app.secret, &key).await?;
    match draft.receipt {
        Some(receipt) => receipts::lead(&app, receipt).await,
        None => page(&ConfirmPage { title: draft.typed.get("titolo").to_owned(), email: draft.typed.get("email").to_owned(), frame }),
    }
}

/// POST /richieste/conferma/{key} — this is the moment of receipt.
pub async fn confirm(app: App, frame: Frame, Path(key): Path<String>) -> Result<Response> {
    let draft = Draft::waiting(&app.db, &app.secret, &key).await?;
    if let Some(receipt) = draft.receipt {
        return receipts::lead(&app, receipt).await;
    }
    let mut faults = FieldErrors::default();
    let author = check::author(&app, &frame, &Viewer::nobody(), &draft.typed, &mut faults).await?;
    finish(&app, &draft, author).await
}

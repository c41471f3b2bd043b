//! /io/avvisi/segnalazioni — "Avvisami": near a place or for a category; each can be silent for a while, taken away and brought back.

use askama::Template;
use axum::extract::Path;
use axum::response::Response;
use http::StatusCode;
use kit::error::FieldErrors;
use kit::rate::Key;
use kit::{Error, Result};

use crate::desk::request::alert::{Alert, AlertId, NewAlert, RADII};
use crate::desk::request::category::Category;
use crate::desk::request::record::category_name;
use crate::identity::Viewer;
use crate::notify::{Channels, Kind, MailWhen, channels_of, choose_channels};
use crate::shell::{App, Form, FormView, Frame, Query, page_with, see};
use crate::territory::PlaceField;

const HERE: &str = "/io/avvisi/segnalazioni";

#[derive(Template)]
#[template(path = "desk/request/templates/alerts.html")]
struct AlertsPage {
    frame: Frame,
    form: FormView,
    alerts: Vec<Alert>,
    /// One that was just taken away.
    undo: Option<Alert>,
    place: PlaceField,
    categories: Vec<(String, String)>,
    radii: Vec<(String, String)>,
    ways: Vec<(String, String)>,
    /// What was typed, or what one came with.
    category: String,
    radius: String,
    way: String,
}

impl AlertsPage {
    /// What an alert is about, in words.
    fn words(&self, alert: &Alert) -> String {
        let category = category_name(alert.category.as_deref(), self.frame.lang);
        match alert.radius {
            None => category,
            Some(radius) => {
                let near = self.frame.t2("alert-near", "place", &alert.place, "metres", &radius.to_string());
                if category.is_empty() { near } else { format!("{category}: {near}") }
            }
        }
    }
}

async fn draw(app: &App, frame: Frame, viewer: &Viewer, typed: &Form, mut place: PlaceField, faults: FieldErrors) -> Result<Response> {
    let me = viewer.me()?.id;
    let status = if faults.is_empty() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
    let any = std::iter::once((String::new(), frame.t("requests-any").to_owned()));
    let open = Category::open(&app.db).await?.into_iter().filter(|one| !one.private);
    let categories = any.chain(open.map(|one| (one.code.clone(), one.called(frame.lang).to_owned()))).collect();
    let radii = RADII.iter().map(|metres| (metres.to_string(), frame.t1("alert-metres", "metres", &metres.to_string()))).collect();
    let now_goes = channels_of(&app.db, me).await?.into_iter().find(|(kind, _)| *kind == Kind::Nearby).map(|(_, channels)| channels.mail);
    let ways = MailWhen::ALL.iter().map(|when| (when.form_word().to_owned(), frame.t(when.key()).to_owned())).collect();
    let or = |given: String, usual: &str| if given.is_empty() { usual.to_owned() } else { given };
    let undo = match typed.line("tolto").parse::<AlertId>() {
        Ok(id) => Alert::ended(&app.db, me, id).await?,
        Err(_) => None,
    };
    place.prepare(app).await?;
    page_with(
        status,
        &AlertsPage {
            form: FormView::with(&frame, faults),
            alerts: Alert::of_person(&app.db, me).await?,
            undo,
            place,
            categories,
            radii,
            ways,
            category: typed.line("categoria"),
            radius: or(typed.line("raggio"), "500"),
            way: or(typed.line("posta"), now_goes.unwrap_or(MailWhen::Daily).form_word()),
            frame,
        },
    )
}

/// GET /io/avvisi/segnalazioni?categoria=…&luogo=…&lat=…&lon=…
pub async fn show(app: App, frame: Frame, viewer: Viewer, query: Query) -> Result<Response> {
    let place = PlaceField::of(&query.0);
    draw(&app, frame, &viewer, &query.0, place, FieldErrors::default()).await
}

/// What the form asks for, with its faults.
async fn typed(app: &App, form: &Form, place: &PlaceField, faults: &mut FieldErrors) -> Result<Option<NewAlert>> {
    let category = match form.line("categoria") {
        code if code.is_empty() => None,
        code => Category::chosen(&app.db, &code).await?,
    };
    let category = category.filter(|one| !one.private).map(|one| one.id);
    let near = if form.has("senza-luogo") { None } else { place.check(&app.db, faults, true).await? };
    if form.has("senza-luogo") {
        if category.is_none() {
            faults.add("categoria", "error-request-category");
        }
        return Ok(faults.is_empty().then_some(NewAlert { near: None, category }));
    }
    let radius = RADII.into_iter().find(|metres| metres.to_string() == form.line("raggio"));
    if radius.is_none() {
        faults.add("raggio", "error-request-choose");
    }
    let point = near.as_ref().and_then(|near| near.point);
    if near.is_some() && point.is_none() {
        faults.add("luogo", "error-alert-point");
    }
    let (Some(place), Some(point), Some(radius), true) = (near, point, radius, faults.is_empty()) else { return Ok(None) };
    Ok(Some(NewAlert { near: Some((place, point, radius)), category }))
}

/// POST /io/avvisi/segnalazioni
pub async fn create(app: App, frame: Frame, viewer: Viewer, form: Form) -> Result<Response> {
    let me = viewer.me()?.id;
    let mut place = PlaceField::of(&form);
    if PlaceField::is_searching(&form) {
        place.search(&app.db).await?;
        return draw(&app, frame, &viewer, &form, place, FieldErrors::default()).await;
    }
    app.limiter.take("gesture", Key::Account(me.0))?;
    let mut faults = FieldErrors::default();
    let Some(new) = typed(&app, &form, &place, &mut faults).await? else {
        return draw(&app, frame, &viewer, &form, place, faults).await;
    };
    let way = MailWhen::from_form(&form.line("posta"));
    let made = app
        .db
        .write(async |tx| {
            Alert::create(tx, me, &new).await?;
            if let Some(mail) = way {
                let usual = Kind::Nearby.usual();
                choose_channels(tx, me, Kind::Nearby, Channels { in_page: true, mail, ..usual }).await?;
            }
            Ok(())
        })
        .await;
    match made {
        Ok(()) => see(HERE, Some("toast-alert-made")),
        Err(Error::Invalid(faults)) => draw(&app, frame, &viewer, &form, place, faults).await,
        Err(error) => Err(error),
    }
}

fn number(text: &str) -> Result<AlertId> {
    text.parse().map_err(|_| Error::NotFound)
}

/// POST …/{id}/pausa
pub async fn pause(app: App, viewer: Viewer, Path(id): Path<String>) -> Result<Response> {
    let (me, id) = (viewer.me()?.id, number(&id)?);
    app.db.write(async |tx| Alert::pause(tx, me, id, true).await).await?;
    see(HERE, Some("toast-alert-paused"))
}

/// POST …/{id}/ripresa
pub async fn resume(app: App, viewer: Viewer, Path(id): Path<String>) -> Result<Response> {
    let (me, id) = (viewer.me()?.id, number(&id)?);
    app.db.write(async |tx| Alert::pause(tx, me, id, false).await).await?;
    see(HERE, Some("toast-alert-resumed"))
}

/// POST …/{id}/cancellazione — the next page offers to bring it back.
pub async fn end(app: App, viewer: Viewer, Path(id): Path<String>) -> Result<Response> {
    let (me, id) = (viewer.me()?.id, number(&id)?);
    app.db.write(async |tx| Alert::end(tx, me, id, true).await).await?;
    see(&format!("{HERE}?tolto={id}"), Some("toast-alert-ended"))
}

/// POST …/{id}/ripristino
pub async fn restore(app: App, viewer: Viewer, Path(id): Path<String>) -> Result<Response> {
    let (me, id) = (viewer.me()?.id, number(&id)?);
    app.db.write(async |tx| Alert::end(tx, me, id, false).await).await?;
    see(HERE, Some("toast-alert-restored"))
}

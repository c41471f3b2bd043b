//! /amministrazione/servizi/importazione — a file is read and shown as a plan; what it says is written when somebody says so.

use askama::Template;
use axum::extract::{FromRequest, Multipart, Request};
use axum::response::Response;
use http::{StatusCode, header};
use kit::error::FieldErrors;
use kit::{Error, Result};

use super::typed::{kept, none};
use crate::desk::service::{Field, Plan, Planned, Step, apply, plan, read_file};
use crate::identity::{OfficeId, Viewer};
use crate::shell::{App, Form, FormView, Frame, page_with, see};

/// Bytes of a file: what a form may have, less what stands around it.
const FILE_MAX: usize = 900 * 1024;

#[derive(Template)]
#[template(path = "desk/service/templates/admin_import.html")]
struct ImportPage {
    frame: Frame,
    form: FormView,
    text: String,
    columns: Vec<(&'static str, &'static str)>,
}

#[derive(Template)]
#[template(path = "desk/service/templates/admin_plan.html")]
struct PlanPage {
    frame: Frame,
    plan: Plan,
    text: String,
    mark: String,
    /// Somebody saved something since the plan was shown.
    is_stale: bool,
}

impl PlanPage {
    fn adds(&self) -> i64 {
        self.plan.count(|row| row.step == Step::Add)
    }

    fn changes(&self) -> i64 {
        self.plan.count(|row| matches!(row.step, Step::Change(_) | Step::Publish))
    }

    fn faulty(&self) -> i64 {
        self.plan.count(|row| !row.faults.is_empty())
    }

    /// What would happen to a service, in words.
    fn step(&self, row: &Planned) -> String {
        let frame = &self.frame;
        match &row.step {
            Step::Add => frame.t("import-step-add").to_owned(),
            Step::Publish => frame.t("import-step-publish").to_owned(),
            Step::Leave => frame.t("import-step-leave").to_owned(),
            Step::Change(fields) => {
                let names: Vec<&str> = fields.iter().map(|field| frame.t(field.key())).collect();
                frame.t1("import-step-change", "fields", &names.join(", "))
            }
        }
    }

    /// A fault with the name of its field.
    fn fault(&self, fault: &kit::error::FieldError) -> String {
        let name = match Field::from_word(&fault.field) {
            Some(field) => self.frame.t(field.key()).to_owned(),
            None => fault.field.to_string(),
        };
        format!("{name}: {}", self.frame.fault(fault))
    }
}

/// GET /amministrazione/servizi/importazione
pub async fn form(frame: Frame) -> Result<Response> {
    draw(frame, String::new(), none())
}

fn draw(frame: Frame, text: String, faults: FieldErrors) -> Result<Response> {
    let status = if faults.is_empty() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
    let columns = Field::ALL.iter().map(|field| (field.word(), frame.t(field.key()))).collect();
    page_with(status, &ImportPage { form: FormView::with(&frame, faults), columns, text, frame })
}

/// POST /amministrazione/servizi/importazione — the plan, or with `segno` what the plan of that mark says.
pub async fn send(app: App, frame: Frame, viewer: Viewer, request: Request) -> Result<Response> {
    let form = match sent(request).await {
        Err(Error::Invalid(faults)) => return draw(frame, String::new(), faults),
        form => form?,
    };
    let (text, mark) = (form.text("testo"), form.line("segno"));
    let filed = match read_file(&text) {
        Err(Error::Invalid(faults)) => return draw(frame, text, faults),
        filed => filed?,
    };
    let offices: Vec<(String, OfficeId)> = kept(&app, &viewer).await?.into_iter().map(|office| (office.slug, office.id)).collect();
    let actor = viewer.actor()?;
    let (plan, done) = app
        .db
        .write(async |tx| {
            let plan = plan(tx, filed.clone(), &offices).await?;
            let go = !mark.is_empty() && plan.is_sound() && plan.mark() == mark;
            let done = if go { Some(apply(tx, &actor, &plan).await?) } else { None };
            Ok((plan, done))
        })
        .await?;
    if done.is_some() {
        return see("/amministrazione/servizi", Some("toast-services-imported"));
    }
    let status = if plan.is_sound() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
    let is_stale = !mark.is_empty() && plan.is_sound();
    let mark = plan.mark();
    page_with(status, &PlanPage { frame, plan, text, mark, is_stale })
}

/// What was sent: a file goes before what was pasted.
async fn sent(request: Request) -> Result<Form> {
    let kind = request.headers().get(header::CONTENT_TYPE).and_then(|value| value.to_str().ok()).unwrap_or_default();
    if !kind.starts_with("multipart/form-data") {
        return Form::from_request(request, &()).await;
    }
    let mut parts = Multipart::from_request(request, &()).await.map_err(|_| Error::field("", "error-form-broken"))?;
    let mut pairs: Vec<(String, String)> = Vec::new();
    while let Some(field) = parts.next_field().await.map_err(|_| Error::field("file", "error-import-large"))? {
        let name = field.name().unwrap_or_default().to_owned();
        let bytes = field.bytes().await.map_err(|_| Error::field("file", "error-import-large"))?;
        if bytes.len() > FILE_MAX || pairs.len() > 20 {
            return Err(Error::field("file", "error-import-large"));
        }
        let text = String::from_utf8(bytes.to_vec()).map_err(|_| Error::field("file", "error-import-utf8"))?;
        match name.as_str() {
            "file" if text.is_empty() => {}
            "file" => pairs.insert(0, ("testo".to_owned(), text)),
            _ => pairs.push((name, text)),
        }
    }
    Ok(Form::from_pairs(pairs))
}

//! /amministrazione/avvisi — where each kind of notice goes for who chose nothing, and how notices go at the moment.

use askama::Template;
use axum::response::Response;
use kit::Result;

use super::settings::{Row, rows, typed_channels, ways};
use crate::identity::{Entry, Viewer, note};
use crate::notify::channel::Channels;
use crate::notify::usual::{self, Traffic};
use crate::notify::{Kind, MailWhen};
use crate::shell::{App, Form, Frame, page, see};

#[derive(Template)]
#[template(path = "notify/templates/admin.html")]
struct AdminPage {
    frame: Frame,
    rows: Vec<Row>,
    ways: Vec<(&'static str, &'static str)>,
    traffic: Traffic,
}

impl AdminPage {
    fn goes(&self, row: &Row, way: &str) -> bool {
        row.goes(way)
    }
}

/// GET /amministrazione/avvisi
pub async fn show(app: App, frame: Frame) -> Result<Response> {
    let (usual, traffic) = tokio::try_join!(usual::all(&app.db), Traffic::now(&app.db))?;
    let view = AdminPage { rows: rows(&frame, &usual), ways: ways(&frame), traffic, frame };
    page(&view)
}

/// POST /amministrazione/avvisi
pub async fn save(app: App, viewer: Viewer, form: Form) -> Result<Response> {
    let actor = viewer.actor()?;
    let before = usual::all(&app.db).await?;
    let changed: Vec<(Kind, Channels, Channels)> = before
        .into_iter()
        .map(|(kind, before)| (kind, before, typed_channels(&form, kind)))
        .filter(|(_, before, after)| before != after)
        .collect();
    app.db
        .write(async |tx| {
            for (kind, before, after) in &changed {
                usual::save(tx, *kind, *after).await?;
                let entry = Entry {
                    act: "notices.usual",
                    subject_kind: "notice_kind",
                    subject_name: kind.word(),
                    before: Some(said(*before)),
                    after: Some(said(*after)),
                    ..Entry::default()
                };
                note(tx, &actor, entry).await?;
            }
            Ok(())
        })
        .await?;
    see("/amministrazione/avvisi", Some("toast-saved"))
}

fn said(channels: Channels) -> String {
    let Channels { in_page, mail, push } = channels;
    let mail: MailWhen = mail;
    format!("page {in_page}, mail {}, push {push}", mail.word())
}

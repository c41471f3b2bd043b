//! /io/avvisi — what has happened that concerns one, grouped, the newest first.

use askama::Template;
use axum::response::Response;
use kit::Result;

use super::number::Number;
use crate::identity::Viewer;
use crate::notify::group::{self, Filter, Group};
use crate::notify::{Kind, mark};
use crate::shell::{App, Form, Frame, Listing, Query, page, safe_return, see};

/// Groups of one page.
const SIZE: usize = 20;
const PATH: &str = "/io/avvisi";

/// A group as it is drawn.
struct Item {
    group: Group,
    sentence: String,
    count: String,
}

#[derive(Template)]
#[template(path = "notify/templates/list.html")]
struct ListPage {
    frame: Frame,
    list: Listing,
    items: Vec<Item>,
    kinds: Vec<(&'static str, &'static str)>,
    /// The newest notice shown: what came later stays unread.
    newest: i64,
    /// This page is not the first.
    later: bool,
    more: Option<String>,
    waiting: bool,
}

impl ListPage {
    /// The address of this page, to come back to.
    fn here(&self) -> &str {
        &self.frame.here
    }
}

/// GET /io/avvisi?tipo=…&stato=da-leggere&prima=…
pub async fn show(app: App, frame: Frame, viewer: Viewer, query: Query) -> Result<Response> {
    let me = viewer.me()?;
    let list = Listing::new(PATH, &query, &["tipo", "stato"]);
    let filter = Filter { kind: Kind::from_word(list.get("tipo")), unread: list.get("stato") == "da-leggere" };
    let before = query.0.line("prima").parse().ok();
    let slice = group::list(&app, me.id, filter, before, SIZE).await?;
    let item = |group: Group| Item {
        sentence: group.sentence(frame.lang),
        count: if group.count > 1 { frame.tn("notice-count", &group.count) } else { String::new() },
        group,
    };
    let items: Vec<Item> = slice.groups.into_iter().map(item).collect();
    page(&ListPage {
        kinds: Kind::ALL.iter().map(|kind| (kind.word(), frame.t(kind.key()))).collect(),
        newest: items.iter().map(|item| item.group.id).max().unwrap_or_default(),
        later: before.is_some(),
        more: slice.more.map(|before| list.with("prima", &before.to_string())),
        waiting: items.iter().any(|item| item.group.unread),
        items,
        list,
        frame,
    })
}

/// POST /io/avvisi/lettura — everything up to what was shown is read.
pub async fn read_all(app: App, viewer: Viewer, form: Form) -> Result<Response> {
    let me = viewer.me()?;
    let up_to = form.line("fino").parse().unwrap_or_default();
    app.db.write(async |tx| mark::read_all(tx, me.id, up_to).await).await?;
    see(PATH, Some("toast-notices-read"))
}

/// POST /io/avvisi/{id}/lettura — a group is read.
pub async fn read_one(app: App, viewer: Viewer, Number(id): Number, form: Form) -> Result<Response> {
    let me = viewer.me()?;
    app.db.write(async |tx| mark::read_group(tx, me.id, id).await).await?;
    let back = safe_return(Some(&form.line("torna")));
    see(if back == "/" { PATH } else { &back }, None)
}

//! /post/{id}/voto — voting in the poll of a post, and how a poll looks.

use askama::Template;
use askama::filters::HtmlSafe;
use axum::response::Response;
use kit::rate::Key;
use kit::{Error, Result};

use super::at::At;
use super::show::{Asked, draw};
use crate::identity::Viewer;
use crate::shell::{App, Form, Frame, see};
use crate::social::poll::{Choice, Poll};
use crate::social::post::{Post, PostId};

/// The poll below a post.
#[derive(Template)]
#[template(path = "social/templates/poll.html")]
pub struct PollView {
    frame: Frame,
    post: PostId,
    poll: Poll,
    /// It is over.
    closed: bool,
    /// The form is shown.
    open: bool,
    results: Vec<(Choice, i64)>,
    fault: Option<String>,
}
impl HtmlSafe for PollView {}

impl PollView {
    /// As this viewer meets it: the form until they voted, then what came of it.
    pub fn new(frame: &Frame, post: PostId, poll: Poll, fault: Option<&'static str>) -> Self {
        let closed = poll.is_closed(frame.now);
        let results = if closed || poll.is_voted() { poll.results() } else { Vec::new() };
        let open = !closed && !poll.is_voted();
        Self { frame: frame.clone(), post, closed, open, results, fault: fault.map(|key| frame.t(key).to_owned()), poll }
    }
}

/// POST /post/{id}/voto — once, until the end.
pub async fn create(app: App, frame: Frame, viewer: Viewer, At(id): At, form: Form) -> Result<Response> {
    app.limiter.take("write", Key::Account(viewer.me()?.id.0))?;
    let actor = viewer.actor()?;
    let mut chosen: Vec<i64> = form.lines("scelta").iter().filter_map(|choice| choice.parse().ok()).collect();
    chosen.sort_unstable();
    chosen.dedup();
    match app.db.write(async |tx| Post::vote(tx, &actor, id, &chosen).await).await {
        Ok(post) => see(&format!("{}#sondaggio", post.path()), Some("toast-voted")),
        Err(Error::Invalid(faults)) => {
            let post = Post::visible_to(&app.db, &viewer, id).await?;
            let poll_fault = faults.iter().next().map(|fault| fault.key);
            draw(&app, frame, &viewer, post, Asked { poll_fault, ..Asked::default() }).await
        }
        Err(error) => Err(error),
    }
}

//! What was begun in a place and not sent: each with the way on, and the way out.

use askama::Template;
use askama::filters::HtmlSafe;

use crate::shell::Frame;
use crate::social::unsent::{Place, Unsent};

/// The boxes above a form.
#[derive(Template)]
#[template(path = "social/templates/drafts.html")]
pub struct WaitingDrafts {
    frame: Frame,
    place: Place,
    waiting: Vec<Unsent>,
}
impl HtmlSafe for WaitingDrafts {}

impl WaitingDrafts {
    /// Nothing waits.
    pub fn none(frame: &Frame) -> Self {
        Self::new(frame, Place::New, Vec::new())
    }

    /// These wait.
    pub fn new(frame: &Frame, place: Place, waiting: Vec<Unsent>) -> Self {
        Self { frame: frame.clone(), place, waiting }
    }

    fn is_comment(&self) -> bool {
        self.place != Place::New
    }

    /// The number of the post below which one writes.
    fn root(&self) -> String {
        match self.place {
            Place::New => String::new(),
            Place::Below(post) => post.to_string(),
        }
    }

    /// Where one goes on with it: an answer below what it answers.
    fn path(&self, unsent: &Unsent) -> String {
        let slot = unsent.slot;
        match self.place {
            Place::New => format!("/post/nuovo?bozza={slot}"),
            Place::Below(post) => match unsent.field("risponde").parse::<i64>() {
                Ok(above) => format!("/post/{post}?rispondi={above}&bozza={slot}#scrivi"),
                Err(_) => format!("/post/{post}?bozza={slot}#scrivi"),
            },
        }
    }
}

/// The one that is gone on with, by its number or as the newest (`riprendi`), and those that go on waiting.
pub fn resume(mut waiting: Vec<Unsent>, asked: &str) -> (Option<Unsent>, Vec<Unsent>) {
    let at = match asked {
        "riprendi" => (!waiting.is_empty()).then_some(0),
        asked => asked.parse().ok().and_then(|slot: i64| waiting.iter().position(|unsent| unsent.slot == slot)),
    };
    (at.map(|at| waiting.remove(at)), waiting)
}

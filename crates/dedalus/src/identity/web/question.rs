//! Two small pages of one's own account: "really?" before something ends, and a name for a passkey or a device.

use askama::Template;
use axum::response::Response;
use http::StatusCode;
use kit::Result;
use kit::error::FieldErrors;

use crate::shell::{FormView, Frame, page_with};

/// A form that comes back with its faults is 422.
pub(super) fn status(faults: &FieldErrors) -> StatusCode {
    if faults.is_empty() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY }
}

#[derive(Template)]
#[template(path = "identity/templates/question.html")]
struct QuestionPage {
    frame: Frame,
    form: FormView,
    title: String,
    text: &'static str,
    button: &'static str,
}

/// One sentence, one button, which posts to the same address.
pub(super) struct Question {
    /// The question.
    pub title: String,
    /// What happens then.
    pub text: &'static str,
    /// Key of the button's words.
    pub button: &'static str,
}

impl Question {
    /// The page.
    pub fn draw(self, frame: Frame, faults: FieldErrors) -> Result<Response> {
        let status = status(&faults);
        let Self { title, text, button } = self;
        page_with(status, &QuestionPage { form: FormView::with(&frame, faults), button: frame.t(button), frame, title, text })
    }
}

#[derive(Template)]
#[template(path = "identity/templates/naming.html")]
struct NamingPage {
    frame: Frame,
    form: FormView,
    naming: Naming,
}

/// One field for a name.
pub(super) struct Naming {
    /// Of the page.
    pub title: &'static str,
    /// Key of the help.
    pub help: &'static str,
    /// Where it is sent.
    pub action: String,
    /// The name as it is, or as it was typed.
    pub label: String,
}

impl Naming {
    /// The page.
    pub fn draw(self, frame: Frame, faults: FieldErrors) -> Result<Response> {
        let status = status(&faults);
        page_with(status, &NamingPage { form: FormView::with(&frame, faults), frame, naming: self })
    }
}

//! What somebody reads who was not let in: what happened, what to do, the way back. The log reads the cause.

use askama::Template;
use axum::response::Response;
use http::StatusCode;
use kit::Result;

use super::Purpose;
use crate::identity::openid::Refusal;
use crate::identity::provider::Provider;
use crate::shell::{Frame, page_with};

#[derive(Template)]
#[template(path = "identity/templates/providers/refused.html")]
struct RefusedPage {
    frame: Frame,
    title: &'static str,
    text: String,
    advice: &'static str,
    /// To try again; nowhere when that would not help.
    again: Option<String>,
    again_words: String,
    back: &'static str,
    back_words: &'static str,
}

/// The page of a refusal, and its line in the log.
pub fn refuse(frame: &Frame, provider: &Provider, refusal: &Refusal, purpose: Purpose) -> Result<Response> {
    tracing::warn!(provider = %provider.slug, refusal = refusal.word(), cause = refusal.cause(), "a sign-in with a provider was refused");
    let (status, title, advice) = match refusal {
        Refusal::Cancelled => (StatusCode::OK, "refused-title-cancelled", "refused-advice-cancelled"),
        Refusal::Lost | Refusal::Used => (StatusCode::GONE, "refused-title-lost", "refused-advice-again"),
        Refusal::Away(_) | Refusal::Said(_) => (StatusCode::SERVICE_UNAVAILABLE, "refused-title", "refused-advice-later"),
        Refusal::Code(_) | Refusal::Nonce(_) | Refusal::Expired(_) | Refusal::Stale(_) | Refusal::Level(_) => {
            (StatusCode::FORBIDDEN, "refused-title", "refused-advice-again")
        }
        Refusal::Issuer(_) | Refusal::Signature(_) | Refusal::Audience(_) | Refusal::Token(_) => {
            (StatusCode::FORBIDDEN, "refused-title", "refused-advice-tell")
        }
    };
    let text = frame.t1(&format!("refused-{}", refusal.word()), "provider", &provider.name);
    draw(frame, provider, purpose, status, (title, text, advice))
}

/// The account is kept out.
pub fn suspended(frame: &Frame, provider: &Provider) -> Result<Response> {
    let text = frame.t("refused-suspended").to_owned();
    draw(frame, provider, Purpose::Enter, StatusCode::FORBIDDEN, ("refused-title", text, "refused-advice-town"))
}

/// The provider's account opens another account here already.
pub fn taken(frame: &Frame, provider: &Provider) -> Result<Response> {
    let text = frame.t1("refused-taken", "provider", &provider.name);
    let purpose = Purpose::Link(crate::identity::PersonId(0));
    draw(frame, provider, purpose, StatusCode::CONFLICT, ("refused-title-taken", text, "refused-advice-taken"))
}

/// Somebody else has proved to be themselves.
pub fn another(frame: &Frame, provider: &Provider) -> Result<Response> {
    let text = frame.t1("refused-another", "provider", &provider.name);
    let purpose = Purpose::Prove(crate::identity::PersonId(0));
    draw(frame, provider, purpose, StatusCode::FORBIDDEN, ("refused-title", text, "refused-advice-another"))
}

fn draw(
    frame: &Frame,
    provider: &Provider,
    purpose: Purpose,
    status: StatusCode,
    words: (&'static str, String, &'static str),
) -> Result<Response> {
    let (title, text, advice) = words;
    let (again, back, back_words) = match purpose {
        Purpose::Enter => (format!("/accedi/con/{}", provider.slug), "/accedi", "refused-back"),
        Purpose::Link(_) => (format!("/io/accessi/{}/collega", provider.slug), "/io/sicurezza", "refused-back-account"),
        Purpose::Prove(_) => (format!("/io/conferma/con/{}", provider.slug), "/io/conferma", "refused-back-prove"),
    };
    let view = RefusedPage {
        title: frame.t(title),
        text,
        advice: frame.t(advice),
        again: (advice == "refused-advice-again" || advice == "refused-advice-later").then_some(again),
        again_words: frame.t1("refused-again", "provider", &provider.name),
        back,
        back_words: frame.t(back_words),
        frame: frame.clone(),
    };
    page_with(status, &view)
}

//! A sentence about what was just done, carried over one redirect by a cookie that lives for a minute.

use axum::extract::{Request, State};
use axum::middleware::Next;
use axum::response::Response;
use http::{HeaderMap, header};

use super::app::App;
use super::cookies::{self, Jar};
use super::page::Toast;

/// Every sentence there is. A cookie with anything else is ignored.
pub const TOASTS: &[&str] = &[
    "toast-welcome",
    "toast-search-kept",
    "toast-search-dropped",
    "toast-signed-in",
    "toast-signed-out",
    "toast-sign-in-first",
    "toast-password-changed",
    "toast-profile-saved",
    "toast-session-closed",
    "toast-sessions-closed",
    "toast-post-published",
    "toast-post-already",
    "toast-post-changed",
    "toast-post-deleted",
    "toast-post-restored",
    "toast-comment-published",
    "toast-comment-deleted",
    "toast-comment-restored",
    "toast-voted",
    "toast-approved",
    "toast-refused",
    "toast-draft-kept",
    "toast-draft-gone",
    "toast-comment-held",
    "toast-clarity",
    "toast-saved",
    "toast-added",
    "toast-removed",
    "toast-job-retried",
    "toast-mail-sent",
    "toast-email-changed",
    "toast-person-invited",
    "toast-invitation-sent",
    "toast-person-suspended",
    "toast-person-reactivated",
    "toast-person-verified",
    "toast-person-unverified",
    "toast-role-begun",
    "toast-role-ended",
    "toast-page-closed",
    "toast-page-reopened",
    "toast-office-closed",
    "toast-office-reopened",
    "toast-editor-added",
    "toast-editor-changed",
    "toast-editor-removed",
    "toast-prove-first",
    "toast-proved",
    "toast-second-factor-first",
    "toast-glass-first",
    "toast-verification-conflict",
    "toast-conflict-decided",
    "toast-absence-noted",
    "toast-absence-cancelled",
    "toast-glass-open",
    "toast-glass-closed",
    "toast-key-revoked",
    "toast-application-revoked",
    "toast-client-revoked",
    "toast-ticket-revoked",
    "toast-post-held",
    "toast-change-held",
    "toast-handed-over",
    "toast-post-returned",
    "toast-step-over",
    "toast-passkey-added",
    "toast-passkey-removed",
    "toast-code-on",
    "toast-code-off",
    "toast-recovery-renewed",
    "toast-data-asked",
    "toast-privacy-accepted",
    "toast-email-asked",
    "toast-closing",
    "toast-staying",
    "toast-linked",
    "toast-link-already",
    "toast-unlinked",
    "toast-provider-closed",
    "toast-provider-reopened",
    "toast-followed",
    "toast-unfollowed",
    "toast-follow-asked",
    "toast-follow-accepted",
    "toast-blocked",
    "toast-muted",
    "toast-block-lifted",
    "toast-community-made",
    "toast-community-joined",
    "toast-community-asked",
    "toast-community-invited",
    "toast-community-left",
    "toast-community-woken",
    "toast-community-closed",
    "toast-community-reopened",
    "toast-post-kept",
    "toast-post-members",
    "toast-post-followers",
    "toast-report-already",
    "toast-post-waits",
    "toast-appeal-filed",
    "toast-appeal-settled",
    "toast-matter-taken",
    "toast-decided",
    "toast-decision-undone",
    "toast-batch",
    "toast-batch-undone",
    "toast-notices-read",
    "toast-notices-saved",
    "toast-push-on",
    "toast-push-off",
    "toast-service-saved",
    "toast-service-published",
    "toast-service-suspended",
    "toast-service-resumed",
    "toast-service-retired",
    "toast-services-imported",
    "toast-territory-started",
    "toast-territory-discarded",
    "toast-territory-undone",
    "toast-request-draft",
    "toast-request-mailed",
    "toast-request-sent",
    "toast-request-said",
    "toast-alert-made",
    "toast-alert-paused",
    "toast-alert-resumed",
    "toast-alert-ended",
    "toast-alert-restored",
    "toast-request-adopted",
    "toast-request-followed",
    "toast-request-unfollowed",
    "toast-request-rated",
    "toast-request-works",
    "toast-request-reopened",
    "toast-request-withdrawn",
    "toast-request-abuse",
    "toast-request-entered",
    "toast-closure-added",
    "toast-closure-removed",
    "toast-closure-restored",
    "toast-rule-added",
    "toast-rule-ended",
    "toast-rule-restored",
    "toast-booked",
    "toast-booking-moved",
    "toast-booking-cancelled",
    "toast-booking-called",
    "toast-booking-nobody",
];

/// The sentence a request brings.
pub fn of(app: &App, request: &Request) -> Option<&'static str> {
    let said = cookies::get(request.headers(), Jar::Toast, app.is_https())?;
    TOASTS.iter().find(|known| **known == said).copied()
}

/// Sets the cookie after a redirect that says something, and takes it away once a page has shown it.
///
/// The page that is being left goes on asking for pictures, streams and parts until the next one is there; what they are answered says nothing
/// to anybody, so it takes nothing away.
pub async fn carry(State(app): State<App>, request: Request, next: Next) -> Response {
    let brought = cookies::get(request.headers(), Jar::Toast, app.is_https()).is_some() && opens_a_page(request.headers());
    let mut response = next.run(request).await;
    let cookie = match response.extensions().get::<Toast>() {
        Some(Toast(key)) => cookies::set(&app, Jar::Toast, key, Some(60)),
        None if brought && is_page(&response) => cookies::set(&app, Jar::Toast, "", Some(0)),
        None => None,
    };
    if let Some(cookie) = cookie {
        response.headers_mut().append(header::SET_COOKIE, cookie);
    }
    response
}

/// Does the browser ask for something it puts in place of the page? Those too old to say (Fetch Metadata, `Sec-Fetch-Mode`) might.
fn opens_a_page(headers: &HeaderMap) -> bool {
    headers.get("sec-fetch-mode").is_none_or(|mode| mode == "navigate")
}

fn is_page(response: &Response) -> bool {
    let kind = response.headers().get(header::CONTENT_TYPE).and_then(|kind| kind.to_str().ok());
    !response.status().is_redirection() && kind.is_some_and(|kind| kind.starts_with("text/html"))
}

//! What is wrong with a request of a program, in the words of the standard.

use axum::response::{IntoResponse, Response};
use http::{HeaderValue, StatusCode, header};

/// A fault (RFC 6749 §4.1.2.1 and §5.2, RFC 7591 §3.2.2).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Fault {
    /// Something is missing, twice there, or of another shape.
    InvalidRequest(&'static str),
    /// The program did not prove to be it.
    InvalidClient,
    /// A code or refresh token that opens nothing (any more).
    InvalidGrant,
    /// Not for this program.
    UnauthorizedClient,
    /// No such way to a token.
    UnsupportedGrantType,
    /// No such answer.
    UnsupportedResponseType,
    /// No such scope, or more than the program said it would ask for.
    InvalidScope,
    /// The person said no.
    AccessDenied,
    /// An address to send people back to that is none.
    InvalidRedirectUri,
    /// Something the program says of itself cannot be.
    InvalidClientMetadata(&'static str),
}

impl Fault {
    /// Its word.
    pub const fn word(self) -> &'static str {
        match self {
            Self::InvalidRequest(_) => "invalid_request",
            Self::InvalidClient => "invalid_client",
            Self::InvalidGrant => "invalid_grant",
            Self::UnauthorizedClient => "unauthorized_client",
            Self::UnsupportedGrantType => "unsupported_grant_type",
            Self::UnsupportedResponseType => "unsupported_response_type",
            Self::InvalidScope => "invalid_scope",
            Self::AccessDenied => "access_denied",
            Self::InvalidRedirectUri => "invalid_redirect_uri",
            Self::InvalidClientMetadata(_) => "invalid_client_metadata",
        }
    }

    /// A sentence for who writes the program; English, as the standard's characters are.
    pub const fn description(self) -> &'static str {
        match self {
            Self::InvalidRequest(why) | Self::InvalidClientMetadata(why) => why,
            Self::InvalidClient => "Unknown client, or wrong or missing secret.",
            Self::InvalidGrant => "The code or refresh token is unknown, over, used, or of somebody else.",
            Self::UnauthorizedClient => "This client may not do that.",
            Self::UnsupportedGrantType => "Use authorization_code, refresh_token or client_credentials.",
            Self::UnsupportedResponseType => "Use response_type=code.",
            Self::InvalidScope => "Unknown scope, or more than the client registered.",
            Self::AccessDenied => "The person did not allow it.",
            Self::InvalidRedirectUri => "Use https, http on a loopback number, or a private scheme with a dot; no fragment.",
        }
    }
}

impl IntoResponse for Fault {
    fn into_response(self) -> Response {
        let status = if self == Self::InvalidClient { StatusCode::UNAUTHORIZED } else { StatusCode::BAD_REQUEST };
        let body = serde_json::json!({"error": self.word(), "error_description": self.description()});
        let mut response = (status, axum::Json(body)).into_response();
        if self == Self::InvalidClient {
            response.headers_mut().insert(header::WWW_AUTHENTICATE, HeaderValue::from_static("Basic realm=\"Dedalus\""));
        }
        response
    }
}

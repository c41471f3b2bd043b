//! The number in an address, read strictly.

use axum::extract::{FromRequestParts, Path};
use http::request::Parts;
use kit::Error;

use crate::social::post::PostId;

/// The post an address names. Whatever is no number is not found.
pub struct At(pub PostId);

impl<S: Send + Sync> FromRequestParts<S> for At {
    type Rejection = Error;
    async fn from_request_parts(parts: &mut Parts, state: &S) -> Result<Self, Error> {
        let Path(text) = Path::<String>::from_request_parts(parts, state).await.map_err(|_| Error::NotFound)?;
        number(&text).map(Self).ok_or(Error::NotFound)
    }
}

/// One way to write a number, so that a post has one address: digits, none too many, no zero before them.
pub fn number(text: &str) -> Option<PostId> {
    let sound = text.bytes().all(|byte| byte.is_ascii_digit()) && !text.starts_with('0');
    if sound { text.parse().ok() } else { None }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_post_has_one_address() {
        assert_eq!(number("12"), Some(PostId(12)));
        for odd in ["", "0", "012", "+12", "-1", "1 2", "9223372036854775808", "abc", "1e3", "١٢"] {
            assert_eq!(number(odd), None, "{odd}");
        }
    }
}

//! What every address of the programming interface shares: who comes and with which scopes, how bodies and parameters are
//! read, how lists go on, and its description, from which OpenAPI is made.
//!
//! Cookies do not count here. An address is registered together with its description ([`Operation`]), so that the two cannot
//! say different things; its handler takes the [`Caller`], who is a [`super::Viewer`], and asks the same nouns as the pages.

mod body;
mod caller;
mod edge;
mod operation;
mod paging;
mod problem;

pub use body::{Body, MaybeBody, Params};
pub(super) use caller::enter;
pub use caller::{Ask, Caller};
pub use edge::{add_cors, no_such_method};
pub use operation::{Answer, Operation, at};
pub use paging::{Limit, Number, OnceKey, Place, answer, with_next};
pub use problem::problem;

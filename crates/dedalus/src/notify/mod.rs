//! What reaches a person: in the page, by mail, by push.
//!
//! This floor knows no post and no community. A *notice* has a kind, a sentence, a subject by which notices are grouped, and
//! something it is about; the domains above say what happened with [`tell`], for a list of people. Before a notice is shown,
//! mailed or pushed, the domain that owns what it is about is asked whether that person may still read it
//! ([`crate::shell::Reader`]): what may no longer be read is left out, name and all.

mod channel;
mod count;
mod device;
mod digest;
mod group;
mod holdings;
mod hours;
mod jobs;
mod kind;
mod letter;
mod mark;
mod notice;
mod push;
mod push_key;
mod quiet;
mod reading;
mod sentence;
mod settings;
mod sweep;
mod unsubscribe;
mod usual;
mod web;

pub use channel::{Channels, MailWhen};
pub use count::middleware as count_unread;
pub use holdings::holdings;
pub use jobs::{kinds, recurring};
pub use kind::Kind;
pub use mark::read_before;
pub use notice::{By, Subject, Telling, tell};
pub use quiet::{Quiet, next_digest};
pub use reading::readers;
pub use settings::{all as channels_of, choose as choose_channels};
pub use web::{api_routes, routes};

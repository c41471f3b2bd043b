//! Requests: what a citizen asks or reports, whatever the channel; its story, its receipts, the inbox of the office that answers.
//!
//! A request has a number from the moment it is received. What may follow a status stands in one table (`status.rs`); who may
//! read it in one condition (`visible.rs`), default deny; its author's name is nobody's business unless they want it said.

mod acts;
mod alert;
mod category;
mod comment;
mod draft;
mod follow;
mod holdings;
mod jobs;
mod kind;
mod letter;
mod list;
mod merge;
mod notices;
mod photo;
mod question;
mod receipt;
mod receive;
mod record;
mod similar;
mod status;
mod step;
mod term;
mod visible;
mod web;

pub use acts::{Move, hand_over, make, move_by_office, rate, show, withdraw};
pub use alert::{Alert, AlertId, NewAlert};
pub use category::{Category, CategoryId, add_national};
pub use comment::{Voice, say};
pub use holdings::holdings;
pub use jobs::{kinds, reactions, recurring};
pub use kind::{Kind, RequestId};
pub use list::{Filter, Row, figures, public};
pub use merge::{join, merge, split};
pub use notices::readers;
pub use receipt::{Rating, Receipt};
pub use receive::{Author, NewRequest, Received, receive};
pub use record::Request;
pub use status::{Mover, Stage, Status};
pub use step::StepKind;
pub use term::{Due, due};
pub use web::routes;

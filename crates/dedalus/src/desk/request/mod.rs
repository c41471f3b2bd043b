//! Requests: what a citizen asks or reports, whatever the channel; its story, its receipts, the inbox of the office that answers.
//!
//! A request has a number from the moment it is received. What may follow a status stands in one table (`status.rs`); who may
//! read it in one condition (`visible.rs`), default deny; its author's name is nobody's business unless they want it said.

mod acts;
mod alert;
mod category;
mod clusters;
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
mod words;

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
pub use web::routes;
pub use words::{KIND as SEARCHED_AS, text as searched_text};

pub(in crate::desk) use category::TAG as CATEGORIES;
pub(in crate::desk) use photo::{Of as PhotoOf, attach as attach_photo, make as make_photo};
pub(in crate::desk) use question::{Question, Shape, answered, check as check_answers, field as answer_field};
pub(in crate::desk) use record::category_name;
pub(in crate::desk) use step::{NewStep, write as write_step};
pub(in crate::desk) use visible::{TAG, TO_ALL, tag};

//! The catalogue of services: what the town does for people, as the national service card of municipal sites tells it.
//!
//! An office keeps a working text ([`Service`], [`Written`]); publishing makes it a version that everybody reads ([`Shown`],
//! [`Offered`]). What a text means is pure ([`Card`]); files and forms say the same fields ([`Filed`]).

mod card;
mod catalogue;
mod exchange;
mod import;
mod index;
mod record;
mod table;
mod version;
mod web;
mod words;
mod written;

use kit::personal::{Column, End, Holding};

pub use card::{Card, Document, Need, Standard};
pub use catalogue::{Asked, KINDS, addresses, count, counts, found, offered};
pub use exchange::{Filed, ServiceShape};
pub use import::{Plan, Planned, Step, apply, plan, read as read_file};
pub use record::{NewService, SERVICES, Service, ServiceFilter, ServiceId};
pub use version::{Offered, Shown, Version};
pub use web::{api_routes, routes};
pub use words::{Aim, Audience, Category, LifeEvent, Silence, State, Topic, Way};
pub use written::{Field, Written};

/// What a person's copy says of a version they published.
const PUBLISHED: &[Column] = &[
    Column::text("title", "r.title"),
    Column::number("version", "r.number"),
    Column::text("note", "r.note"),
    Column::moment("published_at", "r.published_at"),
];

/// What the catalogue holds about people: who published which version. It is the office's act and stays with its number.
pub fn holdings() -> Vec<Holding> {
    vec![Holding {
        name: "services_published",
        table: "service_version",
        rows: Some("r.published_by = $1"),
        key: &["service_id", "number"],
        columns: PUBLISHED,
        blob: None,
        end: End::Keep { reason: "kept-institution", days: None },
        activity: "institution",
    }]
}

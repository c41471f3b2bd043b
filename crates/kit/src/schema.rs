//! The engine room's own steps of the schema; the town's steps follow them in one line.

use crate::db::{Migration, MigrationText};

/// Events, jobs, recurring work, search documents.
pub const ENGINE_ROOM: Migration =
    Migration { number: 1, name: "engine room", text: MigrationText::Both(include_str!("../migrations/0001_engine_room.sql")) };

/// The text index, which each engine has in its own way.
pub const SEARCH: Migration = Migration {
    number: 2,
    name: "search",
    text: MigrationText::Split {
        sqlite: include_str!("../migrations/0002_search.sqlite.sql"),
        postgres: include_str!("../migrations/0002_search.postgres.sql"),
    },
};

//! The town's one line of migrations: the engine room's steps first.

use kit::db::{Migration, MigrationText, Schema};
use kit::schema::{ENGINE_ROOM, SEARCH};

/// Every step, in order.
pub const SCHEMA: Schema = Schema(&[
    ENGINE_ROOM,
    SEARCH,
    Migration { number: 3, name: "people", text: MigrationText::Both(include_str!("../migrations/0003_people.sql")) },
    Migration { number: 4, name: "voices", text: MigrationText::Both(include_str!("../migrations/0004_voices.sql")) },
]);

//! The town's one line of migrations: the engine room's steps first.

use kit::db::{Migration, MigrationText, Schema};
use kit::schema::{ENGINE_ROOM, SEARCH};

/// Every step, in order.
pub const SCHEMA: Schema = Schema(&[
    ENGINE_ROOM,
    SEARCH,
    Migration { number: 3, name: "people", text: MigrationText::Both(include_str!("../migrations/0003_people.sql")) },
    Migration { number: 4, name: "voices", text: MigrationText::Both(include_str!("../migrations/0004_voices.sql")) },
    Migration { number: 5, name: "trust", text: MigrationText::Both(include_str!("../migrations/0005_trust.sql")) },
    Migration { number: 6, name: "two_persons", text: MigrationText::Both(include_str!("../migrations/0006_two_persons.sql")) },
    Migration { number: 7, name: "square", text: MigrationText::Both(include_str!("../migrations/0007_square.sql")) },
]);

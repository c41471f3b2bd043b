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
    Migration { number: 8, name: "communities", text: MigrationText::Both(include_str!("../migrations/0008_communities.sql")) },
    Migration { number: 9, name: "posts", text: MigrationText::Both(include_str!("../migrations/0009_posts.sql")) },
    Migration { number: 10, name: "notices", text: MigrationText::Both(include_str!("../migrations/0010_notices.sql")) },
    Migration { number: 11, name: "moderation", text: MigrationText::Both(include_str!("../migrations/0011_moderation.sql")) },
    Migration { number: 12, name: "search", text: MigrationText::Both(include_str!("../migrations/0012_search.sql")) },
    Migration { number: 13, name: "usual", text: MigrationText::Both(include_str!("../migrations/0013_usual.sql")) },
    Migration { number: 14, name: "recordings", text: MigrationText::Both(include_str!("../migrations/0014_recordings.sql")) },
    Migration { number: 15, name: "oauth", text: MigrationText::Both(include_str!("../migrations/0015_oauth.sql")) },
    Migration { number: 16, name: "names", text: MigrationText::Both(include_str!("../migrations/0016_names.sql")) },
    Migration { number: 17, name: "held_changes", text: MigrationText::Both(include_str!("../migrations/0017_held_changes.sql")) },
    Migration { number: 18, name: "push", text: MigrationText::Both(include_str!("../migrations/0018_push.sql")) },
    Migration { number: 19, name: "reporter", text: MigrationText::Both(include_str!("../migrations/0019_reporter.sql")) },
    Migration { number: 20, name: "desk", text: MigrationText::Both(include_str!("../migrations/0020_desk.sql")) },
    Migration { number: 21, name: "services", text: MigrationText::Both(include_str!("../migrations/0021_services.sql")) },
    Migration { number: 22, name: "territory", text: MigrationText::Both(include_str!("../migrations/0022_territory.sql")) },
    Migration { number: 23, name: "requests", text: MigrationText::Both(include_str!("../migrations/0023_requests.sql")) },
    Migration { number: 24, name: "bookings", text: MigrationText::Both(include_str!("../migrations/0024_bookings.sql")) },
    Migration { number: 25, name: "open311", text: MigrationText::Both(include_str!("../migrations/0025_open311.sql")) },
    Migration { number: 26, name: "alerts", text: MigrationText::Both(include_str!("../migrations/0026_alerts.sql")) },
]);

//! What moderation holds about people. Who reported ends with the account; what was decided stays as a number without a name.

use kit::personal::{Column, End, Holding};

use super::report::KEPT_DAYS;

const fn holding(name: &'static str, table: &'static str, rows: &'static str, columns: &'static [Column], end: End) -> Holding {
    Holding { name, table, rows: Some(rows), key: &["id"], columns, blob: None, end, activity: "moderation" }
}

/// Of somebody's work for the town.
const OFFICE: End = End::Keep { reason: "kept-institution", days: None };

const REPORT: &[Column] = &[
    Column::text("subject_kind", "r.subject_kind"),
    Column::id("subject", "r.subject_id"),
    Column::text("reason", "r.reason"),
    Column::text("words", "r.words"),
    Column::moment("at", "r.created_at"),
];

/// Who reported stays out: that is the other person's data.
const MATTER: &[Column] = &[
    Column::text("subject_kind", "r.subject_kind"),
    Column::id("subject", "r.subject_id"),
    Column::yes("waits", "r.held"),
    Column::text("why", "r.why"),
    Column::moment("closed_at", "r.closed_at").or_none(),
];

const DECISION: &[Column] = &[
    Column::id("number", "r.id"),
    Column::text("action", "r.action"),
    Column::text("rule", "r.rule"),
    Column::text("facts", "r.facts"),
    Column::moment("decided_at", "r.decided_at"),
    Column::moment("ends_at", "r.ends_at").or_none(),
    Column::moment("ended_at", "r.lifted_at").or_none(),
    Column::text("ended_how", "r.lifted_how"),
    Column::text("ended_reason", "r.lifted_reason"),
];

const ABOUT: &[Column] =
    &[Column::id("decision", "r.decision_id"), Column::text("kind", "r.subject_kind"), Column::id("number", "r.subject_id")];

const MADE: &[Column] = &[Column::id("number", "r.id"), Column::text("action", "r.action"), Column::moment("decided_at", "r.decided_at")];

const APPEAL: &[Column] = &[
    Column::id("decision", "r.decision_id"),
    Column::text("words", "r.words"),
    Column::moment("at", "r.created_at"),
    Column::moment("decided_at", "r.decided_at").or_none(),
    Column::yes("upheld", "r.upheld").or_none(),
    Column::text("reasons", "r.reasons"),
];

const SETTLED: &[Column] = &[Column::id("decision", "r.decision_id"), Column::moment("decided_at", "r.decided_at").or_none()];

const BATCH: &[Column] = &[Column::id("number", "r.id"), Column::number("texts", "r.total"), Column::moment("at", "r.created_at")];

const BATCH_POST: &[Column] = &[Column::id("post", "r.post_id"), Column::text("state", "r.state")];

const FILTER: &[Column] = &[Column::text("phrase", "r.phrase"), Column::moment("since", "r.created_at")];

const WARNING: &[Column] = &[Column::moment("at", "r.created_at")];

/// Everything, in the order in which it ends.
pub fn holdings() -> Vec<Holding> {
    vec![
        holding(
            "reports",
            "report",
            "r.reporter_id = $1",
            REPORT,
            End::Blank(
                "update report set reporter_id = null, words = '' where id in (select r.id from report r where r.reporter_id = $1 order by r.id limit $2)",
            ),
        ),
        Holding { key: &["person_id", "text_hash"], ..holding("warnings", "screen_warning", "r.person_id = $1", WARNING, End::Delete) },
        Holding {
            key: &["decision_id", "subject_kind", "subject_id"],
            ..holding(
                "decided_about",
                "decision_subject",
                "r.decision_id in (select d.id from decision d where d.person_id = $1)",
                ABOUT,
                End::Keep { reason: "kept-moderation", days: None },
            )
        },
        Holding {
            key: &["batch_id", "post_id"],
            ..holding("hidden_at_once", "moderation_batch_post", "r.author_id = $1", BATCH_POST, End::Delete)
        },
        holding(
            "appeals",
            "appeal",
            "r.person_id = $1",
            APPEAL,
            End::Blank(
                "update appeal set person_id = null, words = '', reasons = '' where id in (select r.id from appeal r where r.person_id = $1 order by r.id limit $2)",
            ),
        ),
        holding("appeals_settled", "appeal", "(r.decided_by = $1 and (r.person_id is null or r.person_id <> $1))", SETTLED, OFFICE),
        holding(
            "matters",
            "matter",
            "r.person_id = $1",
            MATTER,
            End::Blank(
                "update matter set person_id = null, why = '' where id in (select r.id from matter r where r.person_id = $1 order by r.id limit $2)",
            ),
        ),
        holding(
            "matters_taken",
            "matter",
            "(r.taken_by = $1 and (r.person_id is null or r.person_id <> $1))",
            MATTER,
            End::Keep { reason: "kept-institution", days: Some(KEPT_DAYS) },
        ),
        holding(
            "decisions",
            "decision",
            "r.person_id = $1",
            DECISION,
            End::Blank(
                "update decision set person_id = null, facts = '', lifted_reason = '', key_hash = null
                  where id in (select r.id from decision r where r.person_id = $1 order by r.id limit $2)",
            ),
        ),
        holding(
            "decisions_made",
            "decision",
            "((r.decided_by = $1 or r.lifted_by = $1) and (r.person_id is null or r.person_id <> $1))",
            MADE,
            OFFICE,
        ),
        holding("batches", "moderation_batch", "(r.made_by = $1 or r.undone_by = $1)", BATCH, OFFICE),
        holding("filters", "word_filter", "r.created_by = $1", FILTER, OFFICE),
    ]
}

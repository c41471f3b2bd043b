//! What requests hold about people. A request is an act of the office (D.P.R. 445/2000, d.lgs. 42/2004): it stays when an account
//! ends, without the person; what was only a wish, such as following or a draft, goes.

use kit::personal::{Blob, Column, End, Holding};

const ACTIVITY: &str = "requests";
const KEPT: End = End::Keep { reason: "kept-request", days: None };

const fn holding(name: &'static str, table: &'static str, rows: &'static str, columns: &'static [Column], end: End) -> Holding {
    Holding { name, table, rows: Some(rows), key: &["id"], columns, blob: None, end, activity: ACTIVITY }
}

const REQUEST: &[Column] = &[
    Column::text("number", "r.number"),
    Column::text("kind", "r.kind"),
    Column::text("channel", "r.channel"),
    Column::text("title", "r.title"),
    Column::text("text", "r.body"),
    Column::text("answers", "r.answers"),
    Column::text("place", "r.address"),
    Column::yes("private", "r.private"),
    Column::text("status", "r.status"),
    Column::text("answer", "r.answer"),
    Column::moment("received_at", "r.received_at"),
    Column::moment("due_at", "r.due_at"),
    Column::moment("closed_at", "r.closed_at").or_none(),
];
const WORKED_ON: &[Column] = &[Column::text("number", "r.number"), Column::moment("received_at", "r.received_at")];
const RECEIPT: &[Column] = &[
    Column::text("number", "r.number"),
    Column::text("name", "r.name"),
    Column::text("email", "r.email"),
    Column::text("phone", "r.phone"),
    Column::text("rating", "r.rating").or_none(),
    Column::text("rating_reason", "r.rating_reason"),
    Column::yes("letters", "r.follows"),
    Column::moment("given_at", "r.created_at"),
];
const STEP: &[Column] = &[
    Column::text("request", "(select q.number from request q where q.id = r.request_id)"),
    Column::text("kind", "r.kind"),
    Column::text("status", "r.status").or_none(),
    Column::text("words", "r.words"),
    Column::moment("at", "r.at"),
];
const COMMENT: &[Column] = &[
    Column::text("request", "(select q.number from request q where q.id = r.request_id)"),
    Column::text("text", "r.body"),
    Column::moment("at", "r.created_at"),
];
const FOLLOW: &[Column] =
    &[Column::text("request", "(select q.number from request q where q.id = r.request_id)"), Column::moment("since", "r.created_at")];
const ALERT: &[Column] = &[
    Column::text("category", "(select c.name from request_category c where c.id = r.category_id)").or_none(),
    Column::text("place", "r.place"),
    Column::number("radius", "r.radius").or_none(),
    Column::moment("since", "r.created_at"),
];
const DRAFT: &[Column] = &[Column::text("kind", "r.kind"), Column::text("fields", "r.fields"), Column::moment("saved_at", "r.saved_at")];
const PHOTO: &[Column] =
    &[Column::id("number", "r.id"), Column::text("description", "r.alt"), Column::moment("uploaded_at", "r.created_at")];
const PHOTO_FILE: &[Column] = &[Column::id("photo", "r.photo_id"), Column::text("size", "r.size"), Column::text("path", PATH).or_none()];
const PATH: &str = "case when r.size = 'large' then 'richieste/' || r.photo_id ||
    case r.type when 'image/png' then '.png' when 'image/webp' then '.webp' else '.jpg' end end";
const ABUSE: &[Column] = &[
    Column::text("request", "(select q.number from request q where q.id = r.request_id)"),
    Column::text("words", "r.words"),
    Column::moment("at", "r.created_at"),
];

/// The photographs of somebody's drafts and requests.
const PHOTOS: &str = "(r.draft_id in (select d.id from request_draft d where d.person_id = $1)
    or r.request_id in (select q.id from request q where q.author_id = $1))";
const PHOTO_FILES: &str = "r.photo_id in (select f.id from request_photo f where
    f.draft_id in (select d.id from request_draft d where d.person_id = $1)
    or f.request_id in (select q.id from request q where q.author_id = $1))";

/// The list.
pub fn holdings() -> Vec<Holding> {
    vec![
        Holding {
            key: &["photo_id", "size"],
            blob: Some(Blob { column: "file", path: Some(PATH) }),
            ..holding("request_photo_files", "request_photo_file", PHOTO_FILES, PHOTO_FILE, KEPT)
        },
        holding("request_photos", "request_photo", PHOTOS, PHOTO, KEPT),
        holding("requests", "request", "r.author_id = $1", REQUEST, KEPT),
        holding(
            "requests_worked_on",
            "request",
            "(r.officer_id = $1 or r.operator_id = $1 or r.answered_by = $1) and (r.author_id is null or r.author_id <> $1)",
            WORKED_ON,
            KEPT,
        ),
        holding("request_comments", "request_comment", "r.person_id = $1", COMMENT, KEPT),
        holding("request_steps", "request_step", "r.person_id = $1", STEP, KEPT),
        holding("request_abuse_reports", "request_abuse", "(r.person_id = $1 or r.settled_by = $1)", ABUSE, KEPT),
        Holding {
            key: &["request_id", "person_id"],
            ..holding("requests_followed", "request_follow", "r.person_id = $1", FOLLOW, End::Delete)
        },
        holding("request_alerts", "request_alert", "r.person_id = $1", ALERT, End::Delete),
        holding("request_drafts", "request_draft", "r.person_id = $1", DRAFT, KEPT_A_WEEK),
        holding("request_receipts", "request_receipt", "r.person_id = $1", RECEIPT, UNNAMED),
    ]
}

/// Drafts go by themselves; their photographs with them.
const KEPT_A_WEEK: End = End::Blank(
    "update request_draft set fields = '{}' where id in (select r.id from request_draft r where r.person_id = $1 and r.fields <> '{}'
      order by r.id limit $2)",
);

/// How to reach somebody goes; that there is a receipt stays.
const UNNAMED: End = End::Blank(
    "update request_receipt set name = '', email = '', phone = '', rating_reason = '', follows = 0 where id in (
      select r.id from request_receipt r where r.person_id = $1
        and (r.name <> '' or r.email <> '' or r.phone <> '' or r.rating_reason <> '' or r.follows = 1) order by r.id limit $2)",
);

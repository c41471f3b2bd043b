//! What this floor holds about people: what they were told, what they chose, their devices. All of it ends with the account.

use kit::personal::{Column, End, Holding};

const fn holding(name: &'static str, table: &'static str, rows: &'static str) -> Holding {
    Holding { name, table, rows: Some(rows), key: &["id"], columns: &[], blob: None, end: End::Delete, activity: "notices" }
}

const NOTICE: &[Column] = &[
    Column::text("kind", "r.kind"),
    Column::text("words", "r.words"),
    Column::text("subject_kind", "r.subject_kind"),
    Column::id("subject", "r.subject_id"),
    Column::text("about_kind", "r.about_kind"),
    Column::id("about", "r.about_id"),
    Column::text("key", "r.once_key"),
    Column::moment("told_at", "r.created_at"),
    Column::moment("read_at", "r.read_at").or_none(),
];

/// What others were told of a person: the fact alone, not whom.
const CAUSED: &[Column] = &[Column::text("kind", "r.kind"), Column::text("words", "r.words"), Column::moment("told_at", "r.created_at")];

const CHOICE: &[Column] =
    &[Column::text("kind", "r.kind"), Column::yes("in_page", "r.in_page"), Column::text("mail", "r.mail"), Column::yes("push", "r.push")];

const HOURS: &[Column] = &[
    Column::number("quiet_from_minute", "r.quiet_from").or_none(),
    Column::number("quiet_to_minute", "r.quiet_to").or_none(),
    Column::number("daily_mail_hour", "r.digest_hour"),
];

const DEVICE: &[Column] =
    &[Column::text("name", "r.label"), Column::moment("added_at", "r.created_at"), Column::moment("last_used_at", "r.used_at").or_none()];

/// Everything this floor holds, in the order in which it ends.
pub fn holdings() -> Vec<Holding> {
    vec![
        Holding { columns: NOTICE, ..holding("notices", "notice", "r.person_id = $1") },
        Holding { columns: CAUSED, ..holding("notices_to_others", "notice", "(r.actor_id = $1 and r.person_id <> $1)") },
        Holding { key: &["person_id", "kind"], columns: CHOICE, ..holding("notice_choices", "notice_choice", "r.person_id = $1") },
        Holding { key: &["person_id"], columns: HOURS, ..holding("notice_hours", "notice_hours", "r.person_id = $1") },
        Holding { columns: DEVICE, ..holding("push_devices", "push_device", "r.person_id = $1") },
    ]
}

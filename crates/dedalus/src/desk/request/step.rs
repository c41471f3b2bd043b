//! The story of a request: one row for each thing that happened.

use kit::clock::Time;
use kit::db::{Db, Tx};
use kit::{Result, args};

use super::kind::RequestId;
use super::status::Status;
use crate::identity::{OfficeId, PersonId};

/// What happened.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum StepKind {
    /// It came in.
    Received,
    /// Its status changed.
    Moved,
    /// Another office has it.
    HandedOver,
    /// It was hidden, shown, made private or public.
    Shown,
    /// It is about the same thing as another.
    Merged,
    /// It is a thing of its own again.
    Split,
    /// Who asked says that it does not work.
    Reopened,
    /// A note of the office for itself.
    Noted,
}
kit::words!(StepKind {
    Received = "received",
    Moved = "moved",
    HandedOver = "handed_over",
    Shown = "shown",
    Merged = "merged",
    Split = "split",
    Reopened = "reopened",
    Noted = "noted",
});

/// A step about to be written.
#[derive(Debug, Clone, Copy)]
pub struct NewStep<'a> {
    /// What happened.
    pub kind: StepKind,
    /// The status it has now.
    pub status: Option<Status>,
    /// The office that has it now.
    pub office: Option<OfficeId>,
    /// Who did it.
    pub person: Option<PersonId>,
    /// What is said about it.
    pub words: &'a str,
    /// May the public page tell it?
    pub public: bool,
}

kit::row! {
    /// A step, to be shown.
    #[derive(Debug, Clone)]
    pub struct Step {
        /// Number.
        pub id: i64,
        /// What happened.
        pub kind: StepKind,
        /// The status it had then.
        pub status: Option<Status>,
        /// The office's name.
        pub office: Option<String>,
        /// Who did it; for the office alone.
        pub person: Option<String>,
        /// What was said.
        pub words: String,
        /// Does the public page tell it?
        pub public: bool,
        /// When.
        pub at: Time,
    }
}

/// Writes a step.
pub async fn write(tx: &mut Tx, request: RequestId, step: NewStep<'_>) -> Result<i64> {
    let now = tx.now();
    let id = kit::ids::next(now);
    tx.run(
        "insert into request_step (id, request_id, kind, status, office_id, person_id, words, public, at) values ($1, $2, $3, $4, $5, $6, $7, $8, $9)",
        args![id, request, step.kind, step.status, step.office, step.person, step.words, step.public, now],
    )
    .await?;
    Ok(id)
}

/// The story, newest first; the whole of it only for the office.
pub async fn story(db: &Db, request: RequestId, inside: bool) -> Result<Vec<Step>> {
    Ok(db
        .all(
            "select s.id, s.kind, s.status, o.name as office, p.name as person, s.words, s.public, s.at
               from request_step s left join office_card o on o.id = s.office_id left join person_card p on p.id = s.person_id
              where s.request_id = $1 and (s.public = 1 or cast($2 as bigint) = 1) order by s.id desc",
            args![request, i64::from(inside)],
        )
        .await?)
}

impl Step {
    /// Key of its title.
    pub const fn key(&self) -> &'static str {
        match (self.kind, self.status) {
            (StepKind::Received, _) => "request-step-received",
            (StepKind::HandedOver, _) => "request-step-handed-over",
            (StepKind::Shown, _) => "request-step-shown",
            (StepKind::Merged, _) => "request-step-merged",
            (StepKind::Split, _) => "request-step-split",
            (StepKind::Reopened, _) => "request-step-reopened",
            (StepKind::Noted, _) | (StepKind::Moved, None) => "request-step-noted",
            (StepKind::Moved, Some(status)) => status.key(),
        }
    }

    /// Its icon.
    pub const fn icon(&self) -> &'static str {
        match (self.kind, self.status) {
            (StepKind::Received, _) => "it-mail",
            (StepKind::HandedOver, _) => "it-pa",
            (StepKind::Shown, _) => "it-locked",
            (StepKind::Merged | StepKind::Split, _) => "it-copy",
            (StepKind::Reopened, _) => "it-restore",
            (StepKind::Noted, _) | (StepKind::Moved, None) => "it-pencil",
            (StepKind::Moved, Some(status)) => status.icon(),
        }
    }

    /// The class of its dot.
    pub const fn dot(&self) -> &'static str {
        match (self.kind, self.status) {
            (StepKind::Moved, Some(status)) => status.dot(),
            (StepKind::Noted, _) => "ded-dot ded-dot--plum",
            _ => "ded-dot",
        }
    }
}

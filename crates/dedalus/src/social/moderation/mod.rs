//! Moderation: what people report, what somebody decides about it and why, who looks at it again, and what a text passes
//! before others read it.
//!
//! The rules follow Regulation (EU) 2022/2065 (DSA): notices (art. 16), statements of reasons (art. 17), complaints that
//! somebody else decides (art. 20), public figures (art. 24); what may be said is written at `/regole`.

mod appeal;
mod batch;
mod concern;
mod decide;
mod decision;
mod figures;
mod filter;
mod holdings;
mod jobs;
mod lift;
mod limits;
mod matter;
mod phrase;
mod pieces;
mod profile;
mod queue;
mod removal;
mod report;
mod reporter;
mod restrain;
mod rules;
mod screen;
mod sight;
mod tell;
mod web;
mod words;

pub use appeal::{Appeal, Verdict as AppealVerdict, file as file_appeal};
pub use concern::{keepers, keepers_of_appeal};
pub use decide::{FACTS_MAX, NewDecision, decide};
pub use holdings::holdings;
pub use jobs::{kinds, reactions, recurring};
pub use limits::Limits;
pub use matter::Subject;
pub use pieces::Pieces;
pub use profile::screen as profile_screen;
pub use removal::Removal;
pub(super) use removal::{decided as removal_decided, undone as removal_undone};
pub use report::{NewReport, file as file_report};
pub(super) use restrain::{FOR_AUTHOR, FOR_MODERATION, hold, reachable};
pub(super) use screen::{Writing, look_at, note_warned, screen, screen_name};
pub(super) use sight::{captions as judged_captions, media as judged_media};
pub use web::routes;
pub use words::{Action, Reason, SubjectKind};

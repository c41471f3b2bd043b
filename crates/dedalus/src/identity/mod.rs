//! People, offices, institutional pages: who somebody is, and for whom somebody may speak.
//!
//! Other domains join the view columns of `person_card`, `page_card` and `office_card` and nothing else of ours.

mod audit;
mod change;
mod door_view;
mod figures;
mod hours;
mod invitation;
mod jobs;
mod letters;
mod membership;
mod names;
mod office;
mod office_record;
mod page;
mod page_record;
mod password;
mod person;
mod person_record;
mod reset;
mod role;
mod session;
mod sign_up;
mod viewer;
mod web;

pub use audit::{Act, Actor, AuditFilter, AuditRow, acts, list as audit_list, note};
pub use change::Change;
pub use door_view::{DoorView, door_view};
pub use figures::Figures;
pub use hours::{Door, Stretch, clock as door_clock, door, door_changes};
pub use jobs::{kinds, recurring};
pub use membership::Membership;
pub use names::is_official_looking;
pub use office::{NewOffice, Office, OfficeId, OfficeKind, OfficeStretch, all_hours};
pub use page::{Colour, Editor, NewPage, Page, PageId, Rights, editors, remove_editor, set_editor};
pub use password::check_password;
pub use person::{NewPerson, Person, PersonCard, PersonId, PersonState, Tier, check_email, check_names, update_profile};
pub use reset::set_password;
pub use role::Role;
pub use viewer::{Me, MyPage, Viewer, ViewerData, recognise};
pub use web::routes;

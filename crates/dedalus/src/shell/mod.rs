//! The frame of every page, components, forms, errors: what a domain fills and never builds itself.

mod app;
pub mod assets;
mod boards;
mod cached;
mod cookies;
mod csv;
mod failure;
mod field;
mod form;
mod frame;
mod headers;
mod language;
mod layer;
mod linked_data;
mod list;
mod origin;
mod page;
pub mod puzzle;
mod reader;
mod screen;
mod toast;
mod words;

pub use app::{App, AppParts};
pub use assets::serve as serve_asset;
pub use boards::{BoardReader, Boards, Posted, Seat, stopped};
pub use cached::{Cached, CachedFuture};
pub use cookies::{Jar, get as cookie, set as set_cookie};
pub use csv::{PIECE, Sheet, csv, piece_after};
pub use failure::draw as draw_failures;
pub use field::{Check, FormView, Input, Select, Summary};
pub use form::{Faults, Form, Query};
pub use frame::{Account, Frame, FrameData, Html, MenuItem};
pub use headers::{FIXED as FIXED_HEADERS, FRAMED_POLICY, POLICY, add as add_headers};
pub use language::{choose as choose_language, of as language_of};
pub use layer::MapLayer;
pub use linked_data::linked_data;
pub use list::{Listing, ROWS};
pub use origin::{OPEN311, OWN_CREDENTIAL, check as check_origin, is_for_programs};
pub use page::{Keep, page, page_with, safe_return, see};
pub use reader::{Readable, Reader};
pub use screen::{Screen, ScreenAnswer};
pub use toast::{TOASTS, carry as carry_toast, of as toast_of};
pub use words::{TEXTS, catalog};

/// A random key for a form, so that sending it twice writes once.
pub fn once_key() -> String {
    format!("{:016x}{:016x}", getrandom::u64().unwrap_or_default(), getrandom::u64().unwrap_or_default())
}

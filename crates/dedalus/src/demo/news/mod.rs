//! What the institutional pages tell over five weeks, one page a file.

mod biblioteca;
mod comune;
mod museo;
mod polizia_locale;
mod protezione_civile;
mod sindaco;
mod urp;

use super::script::Told;

/// All of it, page by page.
pub const PAGES: &[&[Told]] =
    &[comune::NEWS, urp::NEWS, biblioteca::NEWS, museo::NEWS, polizia_locale::NEWS, protezione_civile::NEWS, sindaco::NEWS];

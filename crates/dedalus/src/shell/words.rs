//! The texts of the town in its languages, embedded and formatted once.

use std::sync::LazyLock;

use kit::i18n::{Catalog, Lang};

macro_rules! texts {
    ($lang:literal: $($file:literal),+) => {
        &[$(($file, include_str!(concat!("../../locales/", $lang, "/", $file)))),+]
    };
}

/// Every language with its files.
pub const TEXTS: &[(Lang, &[(&str, &str)])] = &[
    (
        Lang::It,
        texts!(
            "it": "shell.ftl", "identity.ftl", "access.ftl", "providers.ftl", "mydata.ftl", "staff.ftl", "permissions.ftl", "social.ftl", "search.ftl", "site.ftl", "communities.ftl", "admin.ftl", "mail.ftl", "moderation.ftl", "posts.ftl", "notices.ftl", "recordings.ftl", "api.ftl", "territory.ftl", "desk.ftl", "services.ftl", "requests.ftl", "alerts.ftl", "bookings.ftl", "open311.ftl"
        ),
    ),
    (
        Lang::En,
        texts!(
            "en": "shell.ftl", "identity.ftl", "access.ftl", "providers.ftl", "mydata.ftl", "staff.ftl", "permissions.ftl", "social.ftl", "search.ftl", "site.ftl", "communities.ftl", "admin.ftl", "mail.ftl", "moderation.ftl", "posts.ftl", "notices.ftl", "recordings.ftl", "api.ftl", "territory.ftl", "desk.ftl", "services.ftl", "requests.ftl", "alerts.ftl", "bookings.ftl", "open311.ftl"
        ),
    ),
    (
        Lang::De,
        texts!(
            "de": "shell.ftl", "identity.ftl", "access.ftl", "providers.ftl", "mydata.ftl", "staff.ftl", "permissions.ftl", "social.ftl", "search.ftl", "site.ftl", "communities.ftl", "admin.ftl", "mail.ftl", "moderation.ftl", "posts.ftl", "notices.ftl", "recordings.ftl", "api.ftl", "territory.ftl", "desk.ftl", "services.ftl", "requests.ftl", "alerts.ftl", "bookings.ftl", "open311.ftl"
        ),
    ),
];

#[expect(clippy::panic, reason = "a broken language file must stop the program at once; a test reads them all")]
static CATALOG: LazyLock<Catalog> = LazyLock::new(|| match Catalog::new(TEXTS) {
    Ok(catalog) => catalog,
    Err(error) => panic!("the language files: {error}"),
});

/// The catalog of all texts.
pub fn catalog() -> &'static Catalog {
    &CATALOG
}

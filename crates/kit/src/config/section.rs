//! One macro, so that a setting's name, type, default and explanation are said once.

/// What the example file needs to know of a section.
pub trait Section {
    /// The section's name in the file.
    const WORD: &'static str;
    /// What it is for, line by line.
    const ABOUT: &'static [&'static str];
    /// Its settings in order, each with its explanation.
    const KEYS: &'static [(&'static str, &'static [&'static str])];
}

/// Declares a section: a struct with its defaults, and its [`Section`] from the same words.
macro_rules! section {
    (
        $(#[doc = $about:literal])+
        pub struct $name:ident ($word:literal) {
            $( $(#[doc = $doc:literal])+ $field:ident: $type:ty = $default:expr, )+
        }
    ) => {
        $(#[doc = $about])+
        #[derive(Debug, Clone, PartialEq, serde::Serialize, serde::Deserialize)]
        #[serde(deny_unknown_fields, default)]
        pub struct $name {
            $( $(#[doc = $doc])+ pub $field: $type, )+
        }

        impl Default for $name {
            fn default() -> Self {
                Self { $( $field: $default, )+ }
            }
        }

        impl $crate::config::section::Section for $name {
            const WORD: &'static str = $word;
            const ABOUT: &'static [&'static str] = &[$($about),+];
            const KEYS: &'static [(&'static str, &'static [&'static str])] = &[$( (stringify!($field), &[$($doc),+]), )+];
        }
    };
}
pub(super) use section;

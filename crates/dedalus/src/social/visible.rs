//! What anybody may read of posts and comments: one condition that every list, search, feed, picture and count shares.

/// The condition for rows of `post p`: not deleted, for everybody, and not below a post that is gone.
/// Communities and moderation extend it here and nowhere else.
pub const VISIBLE: &str = "p.deleted_at is null and p.audience = 'public' and (p.root_id is null or exists \
     (select 1 from post v where v.id = p.root_id and v.deleted_at is null and v.audience = 'public'))";

/// The town's lists. A row stands in exactly one of them; see the migration for why it is a column.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Stream {
    /// Posts of institutional pages.
    Voices,
    /// Posts of people.
    People,
    /// Comments.
    Talk,
}
kit::words!(Stream { Voices = "voices", People = "people", Talk = "talk" });

/// Who may answer a post.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Replies {
    /// Everybody with an account.
    Everyone,
    /// Nobody.
    Nobody,
}
kit::words!(Replies { Everyone = "everyone", Nobody = "nobody" });

impl Replies {
    /// The word of the form.
    pub const fn form_word(self) -> &'static str {
        match self {
            Self::Everyone => "tutti",
            Self::Nobody => "nessuno",
        }
    }

    /// From the form; everybody unless somebody chose otherwise.
    pub fn from_form(word: &str) -> Self {
        if word == Self::Nobody.form_word() { Self::Nobody } else { Self::Everyone }
    }
}

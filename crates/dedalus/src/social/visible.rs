//! What somebody may read of posts and comments: one table of conditions that every list, search, feed, picture and count
//! shares. A list that reads posts without it is a leak; a test takes each row out in turn and must find what leaks then.

/// A row of the table: when a post may be read. `{x}` is the post's alias, `{v}` the viewer's number, or null.
pub struct Rule {
    /// Its name, for the test that takes it out.
    pub name: &'static str,
    /// The condition.
    pub sql: &'static str,
}

/// The table. A post is read by whom all of it holds for; a comment, when it holds for the post at the top, too.
pub const RULES: [Rule; 6] = [
    // Taken back, by its author or by who keeps the place.
    Rule { name: "taken back", sql: "{x}.deleted_at is null" },
    // Hidden by moderation: its author still reads it, beside the reasons.
    Rule { name: "hidden", sql: "({x}.hidden_at is null or {x}.author_id = {v})" },
    // Held until somebody approves it.
    Rule { name: "held", sql: "({x}.held = 0 or {x}.author_id = {v})" },
    // Said in a community that is not open: for its members.
    Rule {
        name: "community",
        sql: "({x}.community_id is null
               or exists (select 1 from community k where k.id = {x}.community_id and k.kind = 'open' and k.closed_at is null)
               or exists (select 1 from community_member m join community k on k.id = m.community_id and k.closed_at is null
                           where m.community_id = {x}.community_id and m.person_id = {v} and m.state = 'member'))",
    },
    // Said by somebody with a private profile, as themselves, outside communities: for accepted followers.
    Rule {
        name: "private profile",
        sql: "({x}.page_id is not null or {x}.parent_id is not null or {x}.community_id is not null or {x}.author_id = {v}
               or exists (select 1 from person_card b where b.id = {x}.author_id and b.private = 0)
               or exists (select 1 from follow f where f.person_id = {v} and f.kind = 'person' and f.source_id = {x}.author_id
                             and f.state = 'accepted'))",
    },
    // Who blocked whom does not matter: the two do not read each other.
    Rule {
        name: "blocked",
        sql: "({x}.page_id is not null
               or not exists (select 1 from blocked_pair b where b.viewer_id = {v} and b.other_id = {x}.author_id))",
    },
];

/// The condition for rows of `post p` and the viewer whose number is the argument `$place`; for nobody that argument is null.
pub fn visible(place: usize) -> String {
    condition(&format!("cast(${place} as bigint)"))
}

/// The condition for who is not signed in.
pub fn visible_to_all() -> String {
    condition("null")
}

/// The condition for many viewers at once, each in a column of the statement: whom one may tell of something. The table is not
/// called `p`, `v`, `b`, `f`, `k` or `m`, which the conditions use.
pub fn visible_to_each(column: &'static str) -> String {
    condition(column)
}

fn condition(viewer: &str) -> String {
    format!(
        "{} and (p.root_id is null or exists (select 1 from post v where v.id = p.root_id and {}))",
        rules("p", viewer),
        rules("v", viewer)
    )
}

fn rules(alias: &str, viewer: &str) -> String {
    let rules: Vec<String> =
        RULES.iter().filter(|rule| !is_out(rule.name)).map(|rule| rule.sql.replace("{x}", alias).replace("{v}", viewer)).collect();
    rules.join(" and ")
}

#[cfg(debug_assertions)]
thread_local! {
    static OUT: std::cell::Cell<&'static str> = const { std::cell::Cell::new("") };
}

/// Takes a row out of the table, on this thread, in builds for tests alone.
#[cfg(debug_assertions)]
#[doc(hidden)]
pub fn take_out(name: &'static str) {
    OUT.set(name);
}

#[cfg(debug_assertions)]
fn is_out(name: &str) -> bool {
    OUT.get() == name
}

#[cfg(not(debug_assertions))]
const fn is_out(_: &str) -> bool {
    false
}

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
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Replies {
    /// Everybody with an account.
    #[default]
    Everyone,
    /// Who is known by name.
    Verified,
    /// Members of the post's community.
    Community,
    /// Everybody with an account; others read it once who wrote the post approves it.
    Approval,
    /// Nobody.
    Nobody,
}
kit::words!(Replies { Everyone = "everyone", Verified = "verified", Community = "community", Approval = "approval", Nobody = "nobody" });

impl Replies {
    /// The word of the form.
    pub const fn form_word(self) -> &'static str {
        match self {
            Self::Everyone => "tutti",
            Self::Verified => "verificati",
            Self::Community => "comunita",
            Self::Approval => "approvazione",
            Self::Nobody => "nessuno",
        }
    }

    /// From the form; everybody unless somebody chose otherwise.
    pub fn from_form(word: &str) -> Self {
        Self::ALL.iter().copied().find(|rule| rule.form_word() == word).unwrap_or(Self::Everyone)
    }
}

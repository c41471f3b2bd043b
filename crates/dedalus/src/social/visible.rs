//! What somebody may read of posts and comments: one table of conditions that every list, search, feed, picture and count
//! shares. A list that reads posts without it is a leak; a test takes each row out in turn and must find what leaks then.

use std::borrow::Cow;
use std::sync::LazyLock;

/// What a row is about: the alias `{x}` is one of this table.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Of {
    /// Posts and comments: who reads them.
    Text,
    /// People: who finds them in lists that nobody asked them about. The name itself is no secret; who blocked whom keeps no
    /// member list of a community shorter either, for that somebody belongs to it is a fact that all its members share.
    Person,
    /// Communities: who knows that there is one.
    Community,
}

/// A row of the table: when something may be read. `{x}` is its alias, `{v}` the viewer's number, or null.
pub struct Rule {
    /// Its name, for the test that takes it out.
    pub name: &'static str,
    /// What it is about.
    pub of: Of,
    /// The condition.
    pub sql: &'static str,
}

/// The row whose absence makes the difference between what stands and what stood.
const TAKEN_BACK: &str = "taken back";

/// The table. A post is read by whom all of it holds for; a comment, when it holds for the post at the top, too.
pub const RULES: [Rule; 9] = [
    // Taken back, by its author or by who keeps the place.
    Rule { name: TAKEN_BACK, of: Of::Text, sql: "{x}.deleted_at is null" },
    // Hidden by moderation: its author still reads it, beside the reasons.
    Rule { name: "hidden", of: Of::Text, sql: "({x}.hidden_at is null or {x}.author_id = {v})" },
    // Held until somebody approves it.
    Rule { name: "held", of: Of::Text, sql: "({x}.held = 0 or {x}.author_id = {v})" },
    // Said in a community that is not open: for its members.
    Rule {
        name: "community",
        of: Of::Text,
        sql: "({x}.community_id is null
               or exists (select 1 from community k where k.id = {x}.community_id and k.kind = 'open' and k.closed_at is null)
               or exists (select 1 from community_member m join community k on k.id = m.community_id and k.closed_at is null
                           where m.community_id = {x}.community_id and m.person_id = {v} and m.state = 'member'))",
    },
    // Said by somebody with a private profile, as themselves, outside communities: for accepted followers.
    Rule {
        name: "private profile",
        of: Of::Text,
        sql: "({x}.page_id is not null or {x}.parent_id is not null or {x}.community_id is not null or {x}.author_id = {v}
               or exists (select 1 from person_card b where b.id = {x}.author_id and b.private = 0)
               or exists (select 1 from follow f where f.person_id = {v} and f.kind = 'person' and f.source_id = {x}.author_id
                             and f.state = 'accepted'))",
    },
    // Who blocked whom does not matter: the two do not read each other.
    Rule {
        name: "blocked",
        of: Of::Text,
        sql: "({x}.page_id is not null
               or not exists (select 1 from blocked_pair b where b.viewer_id = {v} and b.other_id = {x}.author_id))",
    },
    // A private profile is found by accepted followers.
    Rule {
        name: "private person",
        of: Of::Person,
        sql: "({x}.private = 0 or {x}.id = {v}
               or exists (select 1 from follow f where f.person_id = {v} and f.kind = 'person' and f.source_id = {x}.id
                             and f.state = 'accepted'))",
    },
    // Two of whom one has blocked the other do not find each other.
    Rule {
        name: "blocked person",
        of: Of::Person,
        sql: "not exists (select 1 from blocked_pair b where b.viewer_id = {v} and b.other_id = {x}.id)",
    },
    // A secret community is there for its members and for who is invited; a closed one for nobody.
    Rule {
        name: "secret community",
        of: Of::Community,
        sql: "({x}.closed_at is null
               and ({x}.kind <> 'secret'
                    or exists (select 1 from community_member m where m.community_id = {x}.id and m.person_id = {v}
                                  and m.state in ('member', 'invited'))))",
    },
];

/// The condition for rows of `post p` and the viewer whose number is the argument `$place`; for nobody that argument is null.
pub fn visible(place: usize) -> Cow<'static, str> {
    // Written once: every list asks for it, and putting it together costs more than some of them.
    static WRITTEN: LazyLock<Vec<String>> = LazyLock::new(|| (0..9).map(|place| condition(&viewer(place), "")).collect());
    match is_whole().then(|| WRITTEN.get(place)).flatten() {
        Some(written) => written.as_str().into(),
        None => condition(&viewer(place), "").into(),
    }
}

/// The condition for who is not signed in.
pub fn visible_to_all() -> String {
    condition("null", "")
}

/// The condition for many viewers at once, each in a column of the statement: whom one may tell of something. The table is not
/// called `p`, `v`, `b`, `f`, `k` or `m`, which the conditions use.
pub fn visible_to_each(column: &'static str) -> String {
    condition(column, "")
}

/// The condition for what this viewer reads, or read until it was taken back: who meets its tombstone. For everybody else
/// nothing ever stood there.
pub fn stood_for(place: usize) -> String {
    condition(&viewer(place), TAKEN_BACK)
}

/// The condition for rows of a table of people with this alias, in lists in which somebody is found.
pub fn found_person(alias: &str, place: usize) -> String {
    rules(Of::Person, alias, &viewer(place), "")
}

/// The condition for rows of `community k` that this viewer may know of.
pub fn known_community(place: usize) -> String {
    rules(Of::Community, "k", &viewer(place), "")
}

fn viewer(place: usize) -> String {
    format!("cast(${place} as bigint)")
}

fn condition(viewer: &str, but: &str) -> String {
    format!(
        "{} and (p.root_id is null or exists (select 1 from post v where v.id = p.root_id and {}))",
        rules(Of::Text, "p", viewer, but),
        rules(Of::Text, "v", viewer, but)
    )
}

fn rules(of: Of, alias: &str, viewer: &str, but: &str) -> String {
    let rules = RULES.iter().filter(|rule| rule.of == of && rule.name != but && !is_out(rule.name));
    let rules: Vec<String> = rules.map(|rule| rule.sql.replace("{x}", alias).replace("{v}", viewer)).collect();
    // A table without rows asks nothing; the statement's argument stands all the same.
    if rules.is_empty() { format!("({viewer} is null or 1 = 1)") } else { rules.join(" and ") }
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

#[cfg(debug_assertions)]
fn is_whole() -> bool {
    OUT.get().is_empty()
}

#[cfg(not(debug_assertions))]
const fn is_out(_: &str) -> bool {
    false
}

#[cfg(not(debug_assertions))]
const fn is_whole() -> bool {
    true
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

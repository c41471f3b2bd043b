//! Notices of one subject and one sentence are one: "Anna e altre 12 persone".

use std::collections::{HashMap, HashSet};

use kit::clock::Time;
use kit::db::Value;
use kit::{Result, args};

use super::kind::Kind;
use super::reading::{self, Names};
use crate::identity::PersonId;
use crate::shell::App;

/// Notices of one group that are looked at, each group by itself; of more the newest count.
const DEEPEST: i64 = 1000;
/// How often a page is asked for again when what it held may no longer be read.
const AGAIN: usize = 5;

kit::row! {
    /// A notice as it lies there, with the name of who did it.
    #[derive(Debug, Clone)]
    pub struct Row {
        /// Number.
        pub id: i64,
        /// Kind.
        pub kind: Kind,
        /// Its sentence.
        pub words: String,
        /// By what it is grouped.
        pub subject_kind: String,
        /// Its number.
        pub subject_id: i64,
        /// What must be readable; empty where it is about the person alone.
        pub about_kind: String,
        /// Its number.
        pub about_id: i64,
        /// The person who did it.
        pub actor_id: Option<i64>,
        /// The page that did it.
        pub page_id: Option<i64>,
        /// The name of who did it.
        pub actor_name: String,
        /// Where it leads.
        pub path: String,
        /// When.
        pub created_at: Time,
        /// When it was read.
        pub read_at: Option<Time>,
    }
}

impl Row {
    /// What it is about.
    pub fn about(&self) -> (String, i64) {
        (self.about_kind.clone(), self.about_id)
    }

    fn key(&self) -> Key {
        (self.subject_kind.clone(), self.subject_id, self.words.clone())
    }
}

/// The columns of [`Row`] for rows of `notice n` with [`JOINS`].
pub const COLUMNS: &str = "n.id, n.kind, n.words, n.subject_kind, n.subject_id, n.about_kind, n.about_id, n.actor_id, n.page_id,
    coalesce(g.name, a.name, '') as actor_name, n.path, n.created_at, n.read_at";
/// What [`COLUMNS`] needs.
pub const JOINS: &str = "left join person_card a on a.id = n.actor_id left join page_card g on g.id = n.page_id";
/// Whoever is blocked or muted since is not heard of any more.
pub const HEARD: &str = "(n.actor_id is null or not exists (
        select 1 from blocked_pair b where b.viewer_id = n.person_id and b.other_id = n.actor_id))
    and (n.actor_id is null or not exists (
        select 1 from muted_person m where m.viewer_id = n.person_id and m.other_id = n.actor_id))";

type Key = (String, i64, String);

/// Notices of one subject and one sentence.
#[derive(Debug, Clone)]
pub struct Group {
    /// The newest notice; the group stands at its place.
    pub id: i64,
    /// Kind.
    pub kind: Kind,
    /// Sentence.
    pub words: String,
    /// By what it is grouped.
    pub subject: (String, i64),
    /// The name of what it is about.
    pub name: String,
    /// Who did it, the newest first, each once.
    pub actors: Vec<String>,
    /// How many notices.
    pub count: i64,
    /// Where the newest leads.
    pub path: String,
    /// When the newest came.
    pub at: Time,
    /// Is one of them unread?
    pub unread: bool,
}

/// Rows, the newest first, become groups, the newest first.
pub fn gather(rows: &[Row], names: &Names) -> Vec<Group> {
    let mut places: HashMap<Key, usize> = HashMap::new();
    let mut known: HashSet<(usize, Option<i64>, Option<i64>)> = HashSet::new();
    let mut groups: Vec<Group> = Vec::new();
    for row in rows {
        let place = *places.entry(row.key()).or_insert(groups.len());
        if place == groups.len() {
            groups.push(Group {
                id: row.id,
                kind: row.kind,
                words: row.words.clone(),
                subject: (row.subject_kind.clone(), row.subject_id),
                name: names.get(&row.about()).cloned().unwrap_or_default(),
                actors: Vec::new(),
                count: 0,
                path: row.path.clone(),
                at: row.created_at,
                unread: false,
            });
        }
        let Some(group) = groups.get_mut(place) else { continue };
        group.count += 1;
        group.unread |= row.read_at.is_none();
        if known.insert((place, row.actor_id, row.page_id)) && !row.actor_name.is_empty() {
            group.actors.push(row.actor_name.clone());
        }
    }
    groups
}

/// What the list is narrowed to.
#[derive(Debug, Clone, Copy, Default)]
pub struct Filter {
    /// Only this kind.
    pub kind: Option<Kind>,
    /// Only groups with something unread.
    pub unread: bool,
}

/// One page of groups, and before which notice the next begins.
#[derive(Debug, Default)]
pub struct Slice {
    /// The groups.
    pub groups: Vec<Group>,
    /// The next page begins before this notice.
    pub more: Option<i64>,
}

/// A person's notices in the page, grouped, the newest first, without what may no longer be read.
pub async fn list(app: &App, person: PersonId, filter: Filter, before: Option<i64>, size: usize) -> Result<Slice> {
    let mut slice = Slice { groups: Vec::new(), more: before };
    for _ in 0..AGAIN {
        let wanted = size - slice.groups.len();
        let mut heads = heads(app, person, filter, slice.more, wanted + 1).await?;
        let goes_on = heads.len() > wanted;
        heads.truncate(wanted);
        let last = heads.last().map(|head| head.last);
        slice.groups.extend(whole(app, person, &heads).await?);
        slice.more = last.filter(|_| goes_on);
        if slice.groups.len() >= size || slice.more.is_none() {
            break;
        }
    }
    Ok(slice)
}

kit::row! {
    struct Head {
        subject_kind: String,
        subject_id: i64,
        words: String,
        last: i64,
    }
}

async fn heads(app: &App, person: PersonId, filter: Filter, before: Option<i64>, limit: usize) -> Result<Vec<Head>> {
    let sql = format!(
        "select n.subject_kind, n.subject_id, n.words, max(n.id) as last from notice n
          where n.person_id = $1 and n.in_page = 1 and (cast($2 as text) is null or n.kind = $2) and {HEARD}
          group by n.subject_kind, n.subject_id, n.words
         having max(n.id) < $3 and ($4 = 0 or count(n.read_at) < count(*))
          order by max(n.id) desc limit $5"
    );
    let limit = i64::try_from(limit).unwrap_or(i64::MAX);
    Ok(app.db.all(sql, args![person, filter.kind, before.unwrap_or(i64::MAX), i64::from(filter.unread), limit]).await?)
}

/// The groups of these heads with all their notices.
async fn whole(app: &App, person: PersonId, heads: &[Head]) -> Result<Vec<Group>> {
    if heads.is_empty() {
        return Ok(Vec::new());
    }
    let mut values = args![person, DEEPEST];
    let any: Vec<String> = heads
        .iter()
        .map(|head| {
            let at = values.len();
            values.extend([Value::from(&head.subject_kind), Value::from(head.subject_id), Value::from(&head.words)]);
            format!("(n.subject_kind = ${} and n.subject_id = ${} and n.words = ${})", at + 1, at + 2, at + 3)
        })
        .collect();
    let sql = format!(
        "select {COLUMNS} from (
            select n.*, row_number() over (partition by n.subject_kind, n.subject_id, n.words order by n.id desc) as place from notice n
             where n.person_id = $1 and n.in_page = 1 and ({}) and {HEARD}) n {JOINS}
          where n.place <= $2 order by n.id desc",
        any.join(" or ")
    );
    let (rows, names) = reading::readable(app, person, app.db.all(sql, values).await?).await?;
    Ok(gather(&rows, &names))
}

/// How many groups wait to be read; more than a hundred notices are not counted.
pub async fn unread(app: &App, person: PersonId) -> Result<i64> {
    let sql = format!(
        "select {COLUMNS} from notice n {JOINS} where n.person_id = $1 and n.read_at is null and n.in_page = 1 and {HEARD}
          order by n.id desc limit 100"
    );
    let rows: Vec<Row> = app.db.all(sql, args![person]).await?;
    if rows.is_empty() {
        return Ok(0);
    }
    let (rows, _) = reading::readable(app, person, rows).await?;
    let groups: HashSet<Key> = rows.iter().map(Row::key).collect();
    Ok(i64::try_from(groups.len()).unwrap_or(i64::MAX))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn row(id: i64, subject: i64, words: &str, actor: &str, read: bool) -> Row {
        Row {
            id,
            kind: Kind::Like,
            words: words.into(),
            subject_kind: "post".into(),
            subject_id: subject,
            about_kind: "post".into(),
            about_id: subject,
            actor_id: Some(i64::from(actor.as_bytes()[0])),
            page_id: None,
            actor_name: actor.into(),
            path: format!("/post/{id}"),
            created_at: Time::from_micros(id),
            read_at: read.then_some(Time::from_micros(1)),
        }
    }

    #[test]
    fn notices_of_one_subject_and_sentence_are_one_and_everybody_is_named_once() {
        let rows = [
            row(9, 1, "liked", "Anna", true),
            row(8, 2, "liked", "Bruno", true),
            row(7, 1, "liked", "Carla", false),
            row(6, 1, "liked", "Anna", true),
            row(5, 1, "shared", "Anna", true),
        ];
        let names = Names::from([(("post".to_owned(), 1), "Il porto".to_owned())]);
        let groups = gather(&rows, &names);
        let told: Vec<_> =
            groups.iter().map(|group| (group.id, group.actors.join("+"), group.count, group.unread, group.name.as_str())).collect();
        assert_eq!(
            told,
            [(9, "Anna+Carla".into(), 3, true, "Il porto"), (8, "Bruno".into(), 1, false, ""), (5, "Anna".into(), 1, false, "Il porto"),]
        );
        assert_eq!(groups[0].path, "/post/9");
    }
}

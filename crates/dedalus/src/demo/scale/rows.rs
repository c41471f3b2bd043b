//! The rows of a large town and how many of them go into one statement.

use kit::Result;
use kit::clock::Time;
use kit::db::{Tx, Value};
use kit::text::analyser::ANALYSER;
use kit::text::sort_key;

use super::words::Text;
use crate::identity::{PageId, PersonId};

/// Rows of one statement. SQLite looks each parameter up in a list, so long statements are slower, not faster.
const ROWS: usize = 16;

/// Something that is written as a row.
pub trait Row {
    /// The statement up to `values`.
    const INSERT: &'static str;
    /// One row: `?` is a parameter.
    const VALUES: &'static str;
    /// The parameters of a row.
    fn args(&self, args: &mut Vec<Value>);
}

/// Writes all rows: sixteen at a time, the rest one by one, so that two prepared statements do for all.
pub async fn put_all<R: Row>(tx: &mut Tx, rows: &[R]) -> Result<()> {
    let (many, one) = (statement::<R>(ROWS), statement::<R>(1));
    let mut whole = rows.chunks_exact(ROWS);
    // In their order: an answer refers to the comment before it.
    for some in whole.by_ref() {
        let mut args = Vec::with_capacity(ROWS * 16);
        for row in some {
            row.args(&mut args);
        }
        tx.run(&many, args).await?;
    }
    for row in whole.remainder() {
        let mut args = Vec::new();
        row.args(&mut args);
        tx.run(&one, args).await?;
    }
    Ok(())
}

fn statement<R: Row>(rows: usize) -> String {
    let mut sql = format!("{} values ", R::INSERT);
    let mut number = 0;
    for row in 0..rows {
        sql.push_str(if row == 0 { "" } else { ", " });
        for c in R::VALUES.chars() {
            if c == '?' {
                number += 1;
                sql.push_str(&format!("${number}"));
            } else {
                sql.push(c);
            }
        }
    }
    sql
}

/// A person of the large town.
pub struct Person {
    /// Number.
    pub id: i64,
    /// When the account was made.
    pub at: Time,
    /// Name in addresses.
    pub handle: String,
    /// Name.
    pub name: String,
    /// Address.
    pub email: String,
}

impl Row for Person {
    const INSERT: &'static str = "insert into person (id, handle, handle_folded, name, name_key, email, email_folded, tier, state, language, \
                                  bio, privacy_version, privacy_at, created_at)";
    const VALUES: &'static str = "(?, ?, ?, ?, ?, ?, ?, 'registered', 'active', 'it', '', 'demo', ?, ?)";

    fn args(&self, args: &mut Vec<Value>) {
        args.extend(kit::args![
            self.id,
            &self.handle,
            &self.handle,
            &self.name,
            sort_key(&self.name),
            &self.email,
            &self.email,
            self.at,
            self.at
        ]);
    }
}

/// Where a comment stands.
#[derive(Debug, Clone, Copy)]
pub struct Comment {
    /// The post at the top.
    pub root: i64,
    /// What it answers.
    pub parent: i64,
    /// How deep.
    pub depth: u8,
}

/// A post or comment of the large town.
pub struct PostRow {
    /// Number.
    pub id: i64,
    /// When it was published.
    pub at: Time,
    /// Who wrote it.
    pub author: PersonId,
    /// The page it speaks as.
    pub page: Option<PageId>,
    /// Title.
    pub title: String,
    /// Text.
    pub text: Text,
    /// Comments below it.
    pub comments: u32,
    /// The form's key.
    pub key: String,
    /// Where it stands, if it is a comment.
    pub answer: Option<Comment>,
}

impl PostRow {
    fn stream(&self) -> &'static str {
        match (self.answer, self.page) {
            (Some(_), _) => "talk",
            (None, Some(_)) => "voices",
            (None, None) => "people",
        }
    }
}

impl Row for PostRow {
    const INSERT: &'static str = "insert into post (id, author_id, page_id, parent_id, root_id, depth, stream, replies, title, body, \
                                  body_html, excerpt, language, comment_count, once_key, published_at, removed)";
    const VALUES: &'static str = "(?, ?, ?, ?, ?, ?, ?, 'everyone', ?, ?, ?, ?, 'it', ?, ?, ?, 0)";

    fn args(&self, args: &mut Vec<Value>) {
        args.extend(kit::args![
            self.id,
            self.author,
            self.page,
            self.answer.map(|answer| answer.parent),
            self.answer.map(|answer| answer.root),
            self.answer.map_or(0, |answer| answer.depth),
            self.stream(),
            &self.title,
            &self.text.body,
            self.text.html(),
            self.text.excerpt(),
            self.comments,
            &self.key,
            self.at
        ]);
    }
}

/// A post's document in the search.
pub struct DocumentRow<'a>(pub &'a PostRow);

impl Row for DocumentRow<'_> {
    const INSERT: &'static str = "insert into search_doc (id, kind, scope, at, analyser, terms)";
    const VALUES: &'static str = "(?, ?, 'public', ?, ?, ?)";

    fn args(&self, args: &mut Vec<Value>) {
        let kind = if self.0.answer.is_some() { "comment" } else { "post" };
        args.extend(kit::args![self.0.id, kind, self.0.at, ANALYSER, &self.0.text.terms]);
    }
}

/// A post in its own source.
pub struct SourceRow<'a>(pub &'a PostRow);

impl Row for SourceRow<'_> {
    const INSERT: &'static str = "insert into post_source (kind, source_id, entry_id, post_id)";
    const VALUES: &'static str = "(?, ?, ?, ?)";

    fn args(&self, args: &mut Vec<Value>) {
        let (kind, source) = self.0.page.map_or(("person", self.0.author.0), |page| ("page", page.0));
        args.extend(kit::args![kind, source, self.0.id, self.0.id]);
    }
}

/// Somebody follows something.
pub struct FollowRow {
    /// Who.
    pub person: PersonId,
    /// What sort of source.
    pub kind: &'static str,
    /// Its number.
    pub source: i64,
    /// Since when.
    pub at: Time,
}

impl Row for FollowRow {
    const INSERT: &'static str = "insert into follow (person_id, kind, source_id, state, created_at)";
    const VALUES: &'static str = "(?, ?, ?, 'accepted', ?)";

    fn args(&self, args: &mut Vec<Value>) {
        args.extend(kit::args![self.person, self.kind, self.source, self.at]);
    }
}

//! What a text names: people and pages by `@handle`, subjects by `#word`. Found in the words, never typed apart.

use kit::clock::Time;
use kit::db::Tx;
use kit::text::fold;
use kit::text::markdown::{self, Mark, Marks};
use kit::{Result, args};

use super::post::{Post, PostId};
use super::tag;
use crate::identity::{Called, PersonId, called};

/// How many people and pages one text calls at the most; further names stay words.
const NAMES: usize = 20;
/// Under how many subjects one post stands at the most.
const WORDS: usize = 20;

/// What a text names, as far as it exists.
#[derive(Debug, Clone, Default)]
pub struct Named {
    called: Vec<Called>,
    words: Vec<String>,
}

impl Named {
    /// Reads a text and asks who answers to its names.
    pub async fn find(tx: &mut Tx, body: &str) -> Result<Self> {
        let Marks { mut names, mut words } = markdown::marks(body);
        names.truncate(NAMES);
        words.truncate(WORDS);
        Ok(Self { called: called(tx, &names).await?, words })
    }

    /// Where a mark leads. Subjects have a page whether or not anybody wrote about them.
    pub fn address(&self, mark: Mark<'_>) -> Option<String> {
        match mark {
            Mark::Word(word) => Some(tag::path(&fold(word))),
            Mark::Name(name) => {
                let name = fold(name);
                let found = self.called.iter().find(|called| called.folded == name)?;
                Some(if found.kind == "page" { format!("/pagine/{}", found.handle) } else { format!("/persone/{}", found.handle) })
            }
        }
    }

    /// Notes it for a post or comment, in place of what was noted before. Somebody who is blocked calls nobody.
    pub async fn note(&self, tx: &mut Tx, id: PostId, author: PersonId, is_comment: bool, at: Time) -> Result<()> {
        tx.run("delete from mention where post_id = $1", args![id]).await?;
        for called in &self.called {
            tx.run(
                "insert into mention (post_id, kind, target_id) select cast($1 as bigint), cast($2 as text), cast($3 as bigint)
                  where cast($2 as text) = 'page' or not exists (select 1 from blocked_pair b where b.viewer_id = cast($3 as bigint) and b.other_id = $4)
                 on conflict (post_id, kind, target_id) do nothing",
                args![id, called.kind.as_str(), called.id, author],
            )
            .await?;
        }
        if is_comment { Ok(()) } else { tag::put(tx, id, &self.words, at).await }
    }
}

/// Notes again what a post names that was brought back.
pub async fn note_again(tx: &mut Tx, post: &Post) -> Result<()> {
    let named = Named::find(tx, &post.body).await?;
    named.note(tx, post.id, post.author_id, post.is_comment(), post.published_at).await
}

/// Forgets whom a post calls that was taken away; where it stood goes with its sources.
pub async fn forget(tx: &mut Tx, id: PostId) -> Result<()> {
    tx.run("delete from mention where post_id = $1", args![id]).await?;
    Ok(())
}

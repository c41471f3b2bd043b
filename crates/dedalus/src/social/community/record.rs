//! A community as the viewer stands to it: found, made, changed, and what is said in it counted.

use kit::clock::Time;
use kit::db::{Db, Tx};
use kit::error::ViolationRule;
use kit::text::markdown::{self, Options};
use kit::text::{fold, sort_key};
use kit::{Error, Result, args};

use super::kind::{Access, CommunityId, MemberRole, MemberState, Topic};
use crate::identity::{Actor, Entry, PersonId, Viewer, note};
use crate::social::follow::Source;
use crate::social::moderation::{Pieces, Subject, look_at, screen_name};
use crate::social::touch::EVERYTHING;
use crate::social::visible::known_community;

kit::row! {
    /// A community, with how the viewer stands to it.
    #[derive(Debug, Clone)]
    pub struct Community {
        /// Number.
        pub id: CommunityId,
        /// Name in addresses.
        pub handle: String,
        /// Name.
        pub name: String,
        /// Why it exists.
        pub purpose: String,
        /// Its rules, in Markdown.
        pub rules: String,
        /// The same as safe HTML.
        pub rules_html: String,
        /// Who finds and reads it.
        pub kind: Access,
        /// What it is about, as a word.
        pub topic: String,
        /// Where in the territory; may be empty.
        pub place: String,
        /// How many belong to it.
        pub member_count: i64,
        /// Posts that stand.
        pub post_count: i64,
        /// When something was last said.
        pub last_post_at: Option<Time>,
        /// Asleep since.
        pub archived_at: Option<Time>,
        /// When it was made.
        pub created_at: Time,
        /// Closed by administration since.
        pub closed_at: Option<Time>,
        /// What the viewer is in it.
        pub role: Option<MemberRole>,
        /// How the viewer stands to it.
        pub state: Option<MemberState>,
    }
}

/// The columns of [`Community`] for rows of `community k`, with the viewer's row as `v`.
const COLUMNS: &str = "k.id, k.handle, k.name, k.purpose, k.rules, k.rules_html, k.kind, k.topic, k.place, k.member_count, k.post_count,
    k.last_post_at, k.archived_at, k.created_at, k.closed_at, v.role, v.state";

/// What the owner of a form has typed, checked.
#[derive(Debug, Clone)]
pub struct CommunityDraft {
    /// Name.
    pub name: String,
    /// Why it exists.
    pub purpose: String,
    /// Rules in Markdown.
    pub rules: String,
    /// Who finds and reads it.
    pub kind: Access,
    /// What it is about.
    pub topic: Topic,
    /// Where.
    pub place: String,
}

/// A community about to be.
#[derive(Debug, Clone)]
pub struct NewCommunity {
    /// Name in addresses, checked.
    pub handle: String,
    /// The rest.
    pub draft: CommunityDraft,
}

impl CommunityDraft {
    /// What others read of it, word by word.
    pub fn pieces(&self) -> Pieces {
        Pieces::default().and("nome", &self.name).and(MAIN, &self.purpose).and("luogo", &self.place).and("regole", &self.rules)
    }
}

impl NewCommunity {
    /// The same, with its name in addresses.
    pub fn pieces(&self) -> Pieces {
        self.draft.pieces().and("nickname", &self.handle)
    }
}

/// The field of what stands in none alone.
const MAIN: &str = "scopo";

/// How somebody stands to a community, as far as writing goes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Standing {
    /// Belongs to it.
    Member,
    /// Was sent away.
    Banned,
    /// Neither.
    Stranger,
    /// It sleeps, or is closed: nobody writes.
    Silent,
}

const TAKEN: &[ViolationRule] =
    &[ViolationRule { table: "community", what: "handle_folded", field: "nickname", key: "error-handle-taken" }];

impl Community {
    /// What this viewer may know of.
    pub async fn visible_to(db: &Db, viewer: &Viewer, handle: &str) -> Result<Self> {
        let sql = format!(
            "select {COLUMNS} from community k
               left join community_member v on v.community_id = k.id and v.person_id = cast($2 as bigint)
              where k.handle_folded = $1 and {}",
            known_community(2)
        );
        Ok(db.one(sql, args![fold(handle), viewer.id()]).await?)
    }

    /// Where this viewer may read.
    pub async fn readable_by(db: &Db, viewer: &Viewer, handle: &str) -> Result<Self> {
        let found = Self::visible_to(db, viewer, handle).await?;
        if found.may_read() { Ok(found) } else { Err(Error::NotFound) }
    }

    /// What this viewer keeps.
    pub async fn kept_by(db: &Db, viewer: &Viewer, handle: &str) -> Result<Self> {
        let found = Self::visible_to(db, viewer, handle).await?;
        if found.is_moderator() { Ok(found) } else { Err(Error::NotFound) }
    }

    /// Where this viewer belongs, for the choice in the composer.
    pub async fn of_member(db: &Db, viewer: &Viewer) -> Result<Vec<Self>> {
        let sql = format!(
            "select {COLUMNS} from community_member v join community k on k.id = v.community_id
              where v.person_id = $1 and v.state = 'member' and k.closed_at is null order by k.name_key, k.id limit 200"
        );
        Ok(db.all(sql, args![viewer.id()]).await?)
    }

    /// Several whose numbers are known, as far as this viewer may know of them.
    pub async fn several(db: &Db, viewer: &Viewer, ids: &[i64]) -> Result<Vec<Self>> {
        if ids.is_empty() {
            return Ok(Vec::new());
        }
        let sql = format!(
            "select {COLUMNS} from community k left join community_member v on v.community_id = k.id and v.person_id = cast($1 as bigint)
              where k.id in ({}) and {}",
            kit::db::places(2, ids.len()),
            known_community(1)
        );
        let args = std::iter::once(viewer.id().into()).chain(ids.iter().map(|id| (*id).into())).collect();
        Ok(db.all(sql, args).await?)
    }

    /// Makes one; who makes it keeps it.
    pub async fn create(tx: &mut Tx, actor: &Actor, new: &NewCommunity) -> Result<CommunityId> {
        let me = actor.person.ok_or(Error::SignIn)?;
        let now = tx.now();
        let id = CommunityId::next(now);
        let draft = &new.draft;
        let why = screen_name(tx, Some(me), MAIN, &new.pieces()).await?;
        tx.run(
            "insert into community (id, handle, handle_folded, name, name_key, purpose, rules, rules_html, kind, topic, place, created_by, created_at)
             values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)",
            args![
                id,
                &new.handle,
                fold(&new.handle),
                &draft.name,
                sort_key(&draft.name),
                &draft.purpose,
                &draft.rules,
                rules_html(&draft.rules),
                draft.kind,
                draft.topic,
                &draft.place,
                me,
                now
            ],
        )
        .await
        .map_err(|error| Error::from(error).or_field(TAKEN))?;
        super::member::admit(tx, id, me, MemberRole::Moderator, None).await?;
        look_at(tx, Subject::of_community(id), why).await?;
        kit::text::search::put_trigrams(tx, "community", id.0, &format!("{} {}", draft.name, new.handle)).await?;
        let entry = Entry {
            act: "community.made",
            subject_kind: "community",
            subject_id: Some(id.0),
            subject_name: &draft.name,
            ..Entry::default()
        };
        note(tx, actor, entry).await?;
        tx.touch("communities");
        Ok(id)
    }

    /// Changes it. Another kind means that others may read: every kept page that shows posts is stale.
    pub async fn change(&self, tx: &mut Tx, actor: &Actor, draft: &CommunityDraft) -> Result<()> {
        let me = actor.person.ok_or(Error::SignIn)?;
        let now_is: (Access, String, String, String, String) =
            tx.one("select kind, name, purpose, place, rules from community where id = $1 and closed_at is null", args![self.id]).await?;
        if (&now_is.1, &now_is.2, &now_is.3, &now_is.4) != (&draft.name, &draft.purpose, &draft.place, &draft.rules) {
            let why = screen_name(tx, Some(me), MAIN, &draft.pieces()).await?;
            look_at(tx, Subject::of_community(self.id), why).await?;
        }
        tx.run(
            "update community set name = $2, name_key = $3, purpose = $4, rules = $5, rules_html = $6, kind = $7, topic = $8, place = $9 where id = $1",
            args![
                self.id,
                &draft.name,
                sort_key(&draft.name),
                &draft.purpose,
                &draft.rules,
                rules_html(&draft.rules),
                draft.kind,
                draft.topic,
                &draft.place
            ],
        )
        .await?;
        kit::text::search::put_trigrams(tx, "community", self.id.0, &format!("{} {}", draft.name, self.handle)).await?;
        let before = (now_is.0 != draft.kind).then(|| now_is.0.word().to_owned());
        let after = before.is_some().then(|| draft.kind.word().to_owned());
        let entry = Entry {
            act: "community.changed",
            subject_kind: "community",
            subject_id: Some(self.id.0),
            subject_name: &draft.name,
            before,
            after,
            ..Entry::default()
        };
        note(tx, actor, entry).await?;
        // Its name stands on cards and posts.
        tx.touch(EVERYTHING);
        tx.touch("communities");
        tx.touch(format!("community:{}", self.id));
        Ok(())
    }

    /// May the viewer read what is said there?
    pub fn may_read(&self) -> bool {
        self.kind == Access::Open || self.is_member()
    }

    /// Does the viewer belong to it?
    pub fn is_member(&self) -> bool {
        self.state == Some(MemberState::Member)
    }

    /// Does the viewer keep it?
    pub fn is_moderator(&self) -> bool {
        self.is_member() && self.role == Some(MemberRole::Moderator)
    }

    /// May the viewer say something there now?
    pub fn may_write(&self) -> bool {
        self.is_member() && !self.is_asleep()
    }

    /// Has nobody said anything for a year?
    pub fn is_asleep(&self) -> bool {
        self.archived_at.is_some()
    }

    /// Does the viewer wait for an answer?
    pub fn has_asked(&self) -> bool {
        self.state == Some(MemberState::Asked)
    }

    /// Has the viewer been invited?
    pub fn is_invited(&self) -> bool {
        self.state == Some(MemberState::Invited)
    }

    /// Was the viewer sent away for good?
    pub fn is_banned(&self) -> bool {
        self.state == Some(MemberState::Banned)
    }

    /// Does who wants to join ask first?
    pub fn asks(&self) -> bool {
        self.kind != Access::Open
    }

    /// Key of what it is about.
    pub fn topic_key(&self) -> &'static str {
        Topic::from_word(&self.topic).unwrap_or(Topic::Other).key()
    }

    /// Its address.
    pub fn path(&self) -> String {
        format!("/comunita/{}", self.handle)
    }

    /// The letters of its mark.
    pub fn mark(&self) -> String {
        crate::social::words::initials(&self.name)
    }

    /// What a time line of it is.
    pub fn source(&self) -> Source {
        self.id.into()
    }
}

/// Rules in Markdown, made safe.
fn rules_html(rules: &str) -> String {
    markdown::to_html(rules, Options { institutional: false, headings_from: 3, keep_lines: true })
}

/// How somebody stands to a community, for who writes into it.
pub async fn standing(tx: &mut Tx, community: CommunityId, person: PersonId) -> Result<Standing> {
    let found: Option<(Option<MemberState>, bool)> = tx
        .maybe(
            "select m.state, case when k.archived_at is null and k.closed_at is null then 0 else 1 end as silent from community k
               left join community_member m on m.community_id = k.id and m.person_id = $2 where k.id = $1",
            args![community, person],
        )
        .await?;
    Ok(match found {
        None | Some((_, true)) => Standing::Silent,
        Some((Some(MemberState::Member), _)) => Standing::Member,
        Some((Some(MemberState::Banned), _)) => Standing::Banned,
        Some(_) => Standing::Stranger,
    })
}

/// Counts a post that was published or brought back (1), or taken away (-1).
pub async fn count_post(tx: &mut Tx, community: CommunityId, by: i64) -> Result<()> {
    tx.run(
        "update community set post_count = case when post_count + $2 < 0 then 0 else post_count + $2 end where id = $1",
        args![community, by],
    )
    .await?;
    // Where nothing stands any more nothing is lively.
    tx.touch("communities");
    Ok(())
}

/// Somebody said something: the community lives.
pub async fn lives(tx: &mut Tx, community: CommunityId, at: Time) -> Result<()> {
    tx.run("update community set last_post_at = $2 where id = $1 and (last_post_at is null or last_post_at < $2)", args![community, at])
        .await?;
    tx.touch("communities");
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rules_cannot_bring_a_script() {
        let html = rules_html("Niente [insulti](javascript:alert(1)) e <script>alert(1)</script>\n\n- uno\n- due");
        assert!(!html.contains("<script") && !html.contains("javascript:") && html.contains("<li>"), "{html}");
    }
}

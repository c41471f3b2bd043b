//! Who belongs to a community: joining, asking, inviting, roles, leaving, being sent away.

use std::pin::Pin;

use kit::clock::Time;
use kit::db::{Db, Tx, containing};
use kit::events::{Event, record};
use kit::text::{fold, sort_key};
use kit::{Error, Result, args};

use super::kind::{Access, CommunityId, MemberRole, MemberState};
use super::record::Community;
use crate::identity::{PersonId, Regard};

kit::row! {
    /// Somebody in a list of a community.
    #[derive(Debug, Clone)]
    pub struct Member {
        /// Number.
        pub id: PersonId,
        /// Name.
        pub name: String,
        /// Name in addresses.
        pub handle: String,
        /// What they are.
        pub role: MemberRole,
        /// How they stand.
        pub state: MemberState,
        /// What they said when they asked; why they were sent away.
        pub words: String,
        /// Since when.
        pub created_at: Time,
    }
}

/// What came of wanting to join.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Joined {
    /// They belong to it.
    Yes,
    /// They wait for an answer.
    Asked,
}

const SELECT: &str = "select a.id, a.name, a.handle, m.role, m.state, m.words, m.created_at
    from community_member m join person_card a on a.id = m.person_id";

impl Member {
    /// One row, whatever its state.
    pub async fn find(db: &Db, community: CommunityId, person: PersonId) -> Result<Self> {
        Ok(db.one(format!("{SELECT} where m.community_id = $1 and m.person_id = $2"), args![community, person]).await?)
    }

    /// Those of a state, who keeps the place first; `skip` of them are on earlier pages.
    pub async fn list(
        db: &Db,
        community: CommunityId,
        state: MemberState,
        words: Option<&str>,
        skip: i64,
        limit: i64,
    ) -> Result<Vec<Self>> {
        let sql = format!(
            "{SELECT} where m.community_id = $1 and m.state = $2
                 and (cast($3 as text) is null or a.name_key like $3 escape '\\' or a.handle_folded like $4 escape '\\')
              order by case when m.role = 'moderator' then 0 else 1 end, a.name_key, a.id limit $5 offset $6"
        );
        Ok(db
            .all(
                sql,
                args![
                    community,
                    state,
                    words.map(|words| containing(&sort_key(words))),
                    words.map(|words| containing(&fold(words))),
                    limit,
                    skip
                ],
            )
            .await?)
    }

    /// Who keeps a place.
    pub async fn moderators(db: &Db, community: CommunityId) -> Result<Vec<Self>> {
        let sql = format!(
            "{SELECT} where m.community_id = $1 and m.state = 'member' and m.role = 'moderator' order by m.created_at, a.id limit 20"
        );
        Ok(db.all(sql, args![community]).await?)
    }

    /// Does this one keep the place?
    pub fn is_moderator(&self) -> bool {
        self.role == MemberRole::Moderator
    }
}

impl Community {
    /// Joins an open community or one that invited; asks to join a listed one.
    pub async fn join(&self, tx: &mut Tx, me: PersonId, words: &str) -> Result<Joined> {
        let (kind, asleep): (Access, bool) = tx
            .one(
                "select kind, case when archived_at is null then 0 else 1 end as asleep from community where id = $1 and closed_at is null",
                args![self.id],
            )
            .await?;
        match state_of(tx, self.id, me).await?.map(|(state, _)| state) {
            Some(MemberState::Member) => return Ok(Joined::Yes),
            Some(MemberState::Banned) => return Err(Error::Forbidden),
            // Whoever comes into an empty house keeps it, or nobody could ever wake it.
            Some(MemberState::Invited) if !others_belong(tx, self.id, me).await? => {
                admit(tx, self.id, me, MemberRole::Moderator, None).await?;
                self.tell(tx, "community.joined", me, serde_json::json!({"person": me})).await?;
                return Ok(Joined::Yes);
            }
            Some(MemberState::Invited) => {}
            _ if asleep => return Err(Error::Conflict("error-community-asleep")),
            Some(MemberState::Asked) if kind != Access::Open => return Ok(Joined::Asked),
            None if kind == Access::Secret => return Err(Error::NotFound),
            None if kind == Access::Listed => {
                put(tx, self.id, me, MemberState::Asked, words, None).await?;
                self.tell(tx, "community.asked", me, serde_json::json!({"person": me})).await?;
                return Ok(Joined::Asked);
            }
            _ => {}
        }
        admit(tx, self.id, me, MemberRole::Member, None).await?;
        self.tell(tx, "community.joined", me, serde_json::json!({"person": me})).await?;
        Ok(Joined::Yes)
    }

    /// A moderator answers who asked.
    pub async fn decide(&self, tx: &mut Tx, moderator: PersonId, person: PersonId, yes: bool) -> Result<()> {
        self.kept(tx, moderator).await?;
        if state_of(tx, self.id, person).await?.map(|(state, _)| state) != Some(MemberState::Asked) {
            return Err(Error::NotFound);
        }
        if yes {
            admit(tx, self.id, person, MemberRole::Member, Some(moderator)).await?;
        } else {
            forget(tx, self.id, person).await?;
        }
        self.tell(tx, "community.decided", moderator, serde_json::json!({"person": person, "yes": yes})).await
    }

    /// A moderator invites somebody. Who asked already is let in.
    pub async fn invite(&self, tx: &mut Tx, moderator: PersonId, person: PersonId) -> Result<()> {
        self.kept(tx, moderator).await?;
        if Regard::between_in(tx, moderator, person).await?.apart() {
            return Err(Error::field("chi", "error-community-person"));
        }
        match state_of(tx, self.id, person).await?.map(|(state, _)| state) {
            Some(MemberState::Member) => return Err(Error::field("chi", "error-community-member")),
            Some(MemberState::Banned) => return Err(Error::field("chi", "error-community-banned")),
            Some(MemberState::Asked) => return self.decide(tx, moderator, person, true).await,
            Some(MemberState::Invited) => return Ok(()),
            None => {}
        }
        put(tx, self.id, person, MemberState::Invited, "", Some(moderator)).await?;
        self.tell(tx, "community.invited", moderator, serde_json::json!({"person": person})).await
    }

    /// Takes an invitation back that nobody has answered.
    pub async fn take_back(&self, tx: &mut Tx, moderator: PersonId, person: PersonId) -> Result<()> {
        self.kept(tx, moderator).await?;
        if !matches!(state_of(tx, self.id, person).await?, Some((MemberState::Invited, _))) {
            return Err(Error::NotFound);
        }
        forget(tx, self.id, person).await
    }

    /// Leaves, asks no more, or declines an invitation. The last moderator names another first, if anybody else is there.
    pub async fn leave(&self, tx: &mut Tx, me: PersonId, successor: Option<PersonId>) -> Result<()> {
        match state_of(tx, self.id, me).await? {
            None | Some((MemberState::Banned, _)) => return Err(Error::NotFound),
            Some((MemberState::Member, MemberRole::Moderator)) if !others_keep(tx, self.id, me).await? => {
                if let Some(next) = successor.filter(|next| *next != me) {
                    if !matches!(state_of(tx, self.id, next).await?, Some((MemberState::Member, _))) {
                        return Err(Error::field("successore", "error-community-successor"));
                    }
                    set_role(tx, self.id, next, MemberRole::Moderator).await?;
                } else if others_belong(tx, self.id, me).await? {
                    return Err(Error::field("successore", "error-community-successor"));
                } else {
                    // The last one out turns off the light.
                    super::sleep::archive(tx, self.id).await?;
                }
            }
            Some(_) => {}
        }
        forget(tx, self.id, me).await
    }

    /// Makes a member a moderator, or a moderator a member. The place is never left without one.
    pub async fn give_role(&self, tx: &mut Tx, moderator: PersonId, person: PersonId, role: MemberRole) -> Result<()> {
        self.kept(tx, moderator).await?;
        if !matches!(state_of(tx, self.id, person).await?, Some((MemberState::Member, _))) {
            return Err(Error::NotFound);
        }
        if role == MemberRole::Member && !others_keep(tx, self.id, person).await? {
            return Err(Error::Conflict("error-community-moderator"));
        }
        set_role(tx, self.id, person, role).await?;
        if person == moderator {
            return Ok(());
        }
        let data = serde_json::json!({"person": person, "role": role.word()});
        self.tell(tx, "community.role", moderator, data).await
    }

    /// Sends somebody away, with the reason; for good, or so that they may come again. Nobody sends themselves away.
    pub async fn send_away(&self, tx: &mut Tx, moderator: PersonId, person: PersonId, reason: &str, for_good: bool) -> Result<()> {
        self.kept(tx, moderator).await?;
        let state = state_of(tx, self.id, person).await?;
        if person == moderator || state.is_none() || matches!(state, Some((MemberState::Banned, _))) {
            return Err(Error::NotFound);
        }
        forget(tx, self.id, person).await?;
        if for_good {
            put(tx, self.id, person, MemberState::Banned, reason, Some(moderator)).await?;
        }
        let data = serde_json::json!({"person": person, "reason": reason});
        self.tell(tx, "community.sent_away", moderator, data).await
    }

    /// Who was sent away for good may come again.
    pub async fn readmit(&self, tx: &mut Tx, moderator: PersonId, person: PersonId) -> Result<()> {
        self.kept(tx, moderator).await?;
        if !matches!(state_of(tx, self.id, person).await?, Some((MemberState::Banned, _))) {
            return Err(Error::NotFound);
        }
        forget(tx, self.id, person).await
    }

    /// Does this person keep the place, now?
    pub(super) async fn kept(&self, tx: &mut Tx, person: PersonId) -> Result<()> {
        match state_of(tx, self.id, person).await? {
            Some((MemberState::Member, MemberRole::Moderator)) => Ok(()),
            _ => Err(Error::NotFound),
        }
    }

    async fn tell(&self, tx: &mut Tx, kind: &'static str, actor: PersonId, data: serde_json::Value) -> Result<()> {
        let touches = [format!("community:{}", self.id)];
        record(tx, Event { kind, actor: Some(actor.0), subject_kind: "community", subject: self.id.0, data, touches: &touches }).await?;
        Ok(())
    }
}

async fn state_of(tx: &mut Tx, community: CommunityId, person: PersonId) -> Result<Option<(MemberState, MemberRole)>> {
    Ok(tx.maybe("select state, role from community_member where community_id = $1 and person_id = $2", args![community, person]).await?)
}

/// Does anybody but this person keep the place?
async fn others_keep(tx: &mut Tx, community: CommunityId, person: PersonId) -> Result<bool> {
    let sql = "select person_id from community_member where community_id = $1 and state = 'member' and role = 'moderator' and person_id <> $2 limit 1";
    let found: Option<(PersonId,)> = tx.maybe(sql, args![community, person]).await?;
    Ok(found.is_some())
}

async fn others_belong(tx: &mut Tx, community: CommunityId, person: PersonId) -> Result<bool> {
    let sql = "select person_id from community_member where community_id = $1 and state = 'member' and person_id <> $2 limit 1";
    let found: Option<(PersonId,)> = tx.maybe(sql, args![community, person]).await?;
    Ok(found.is_some())
}

/// Lets somebody in, who follows the community from now on.
pub(super) async fn admit(tx: &mut Tx, community: CommunityId, person: PersonId, role: MemberRole, by: Option<PersonId>) -> Result<()> {
    put(tx, community, person, MemberState::Member, "", by).await?;
    set_role(tx, community, person, role).await?;
    let now = tx.now();
    tx.run(
        "insert into follow (person_id, kind, source_id, state, created_at) values ($1, 'community', $2, 'accepted', $3)
         on conflict (person_id, kind, source_id) do nothing",
        args![person, community, now],
    )
    .await?;
    count(tx, community).await
}

async fn put(tx: &mut Tx, community: CommunityId, person: PersonId, state: MemberState, words: &str, by: Option<PersonId>) -> Result<()> {
    let now = tx.now();
    tx.run(
        "insert into community_member (community_id, person_id, role, state, words, decided_by, created_at)
         values ($1, $2, 'member', $3, $4, $5, $6)
         on conflict (community_id, person_id) do update set state = excluded.state, words = excluded.words, decided_by = excluded.decided_by",
        args![community, person, state, words, by, now],
    )
    .await?;
    Ok(())
}

async fn set_role(tx: &mut Tx, community: CommunityId, person: PersonId, role: MemberRole) -> Result<()> {
    tx.run("update community_member set role = $3 where community_id = $1 and person_id = $2", args![community, person, role]).await?;
    tx.touch(format!("community:{community}"));
    Ok(())
}

/// Takes a row away, and what followed from it.
async fn forget(tx: &mut Tx, community: CommunityId, person: PersonId) -> Result<()> {
    tx.run("delete from community_member where community_id = $1 and person_id = $2", args![community, person]).await?;
    tx.run("delete from follow where person_id = $1 and kind = 'community' and source_id = $2", args![person, community]).await?;
    count(tx, community).await
}

/// Counts again who belongs to it.
async fn count(tx: &mut Tx, community: CommunityId) -> Result<()> {
    tx.run(
        "update community set member_count = (select count(*) from community_member m where m.community_id = community.id and m.state = 'member')
          where id = $1",
        args![community],
    )
    .await?;
    tx.touch(format!("community:{community}"));
    tx.touch("communities");
    Ok(())
}

/// The end of an account: one turn over the communities somebody belonged to. Where nobody else keeps the place, whoever has been
/// there longest does from now on. How many rows went.
pub fn end(tx: &mut Tx, person: i64, limit: i64) -> Pin<Box<dyn Future<Output = Result<u64>> + Send + '_>> {
    Box::pin(async move {
        let rows: Vec<(CommunityId,)> = tx
            .all("select community_id from community_member where person_id = $1 order by community_id limit $2", args![person, limit])
            .await?;
        for (community,) in &rows {
            forget(tx, *community, PersonId(person)).await?;
            if others_keep(tx, *community, PersonId(person)).await? {
                continue;
            }
            let next: Option<(PersonId,)> = tx
                .maybe(
                    "select person_id from community_member where community_id = $1 and state = 'member' order by created_at, person_id limit 1",
                    args![*community],
                )
                .await?;
            match next {
                Some((next,)) => set_role(tx, *community, next, MemberRole::Moderator).await?,
                None => super::sleep::archive(tx, *community).await?,
            }
        }
        Ok(rows.len() as u64)
    })
}

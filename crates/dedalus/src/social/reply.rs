//! Who may answer a post, and whose answer waits. Pure: facts in, answer out.

use kit::db::{Db, Tx};
use kit::{Result, args};

use super::community::CommunityId;
use super::post::Post;
use super::visible::Replies;
use crate::identity::{PersonId, Tier};

/// What comes of an answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Answer {
    /// Everybody reads it at once.
    Stands,
    /// It waits until who wrote the post approves it.
    Waits,
    /// It is not taken; the key of the sentence that says why.
    Refused(&'static str),
}

/// The facts a decision needs.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Facts {
    /// What the post asks for.
    pub rule: Replies,
    /// Who answers wrote the post, or speaks for a page of the institution.
    pub trusted: bool,
    /// Is known by name.
    pub verified: bool,
    /// Belongs to the post's community.
    pub member: bool,
}

/// The decision.
pub const fn decide(facts: Facts) -> Answer {
    match facts.rule {
        Replies::Nobody => Answer::Refused("error-comment-closed"),
        _ if facts.trusted => Answer::Stands,
        Replies::Verified if !facts.verified => Answer::Refused("error-comment-verified"),
        Replies::Community if !facts.member => Answer::Refused("error-comment-community"),
        Replies::Approval => Answer::Waits,
        Replies::Everyone | Replies::Verified | Replies::Community => Answer::Stands,
    }
}

const MEMBER: &str = "select 1 as n from community_member where community_id = cast($1 as bigint) and person_id = $2 and state = 'member'";
const TIER: &str = "select tier from person_card where id = $1";

/// What comes of an answer of a person to a post, decided in the turn that writes it.
pub async fn of(tx: &mut Tx, root: &Post, person: PersonId, as_page: bool) -> Result<Answer> {
    let (tier,): (Tier,) = tx.one(TIER, args![person]).await?;
    let member: Option<(i64,)> = tx.maybe(MEMBER, args![root.community_id, person]).await?;
    Ok(decide(facts(root, person, as_page, tier, member.is_some())))
}

/// The same for a form that is about to be shown.
pub async fn shown(db: &Db, root: &Post, person: PersonId, tier: Tier, speaks: bool) -> Result<Answer> {
    let member = match (root.replies, root.community_id) {
        (Replies::Community, Some(community)) => is_member(db, community, person).await?,
        _ => false,
    };
    Ok(decide(facts(root, person, speaks, tier, member)))
}

async fn is_member(db: &Db, community: CommunityId, person: PersonId) -> Result<bool> {
    let found: Option<(i64,)> = db.maybe(MEMBER, args![community, person]).await?;
    Ok(found.is_some())
}

fn facts(root: &Post, person: PersonId, as_page: bool, tier: Tier, member: bool) -> Facts {
    let trusted = as_page || (root.author_id == person && root.page_id.is_none());
    Facts { rule: root.replies, trusted, verified: tier == Tier::Verified, member }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn answer(rule: Replies, trusted: bool, verified: bool, member: bool) -> Answer {
        decide(Facts { rule, trusted, verified, member })
    }

    #[test]
    fn each_rule_lets_in_whom_it_names() {
        assert_eq!(answer(Replies::Everyone, false, false, false), Answer::Stands);
        assert_eq!(answer(Replies::Verified, false, true, false), Answer::Stands);
        assert_eq!(answer(Replies::Verified, false, false, true), Answer::Refused("error-comment-verified"));
        assert_eq!(answer(Replies::Community, false, false, true), Answer::Stands);
        assert_eq!(answer(Replies::Community, false, true, false), Answer::Refused("error-comment-community"));
        assert_eq!(answer(Replies::Approval, false, true, true), Answer::Waits);
    }

    #[test]
    fn who_wrote_the_post_always_answers_unless_nobody_does() {
        for rule in Replies::ALL {
            let expected = if *rule == Replies::Nobody { Answer::Refused("error-comment-closed") } else { Answer::Stands };
            assert_eq!(answer(*rule, true, false, false), expected, "{rule:?}");
        }
    }
}

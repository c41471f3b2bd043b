//! Who may change what. Pure: facts in, answer out.

use kit::clock::{DAY, Time};

use super::post::Post;
use crate::identity::{Me, PageId};

/// How long a deletion can be taken back.
pub const RESTORABLE: i64 = 7 * DAY;

/// What a viewer may do with one post or comment.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Powers {
    /// Change its words.
    pub edit: bool,
    /// Take it away.
    pub delete: bool,
    /// Bring it back.
    pub restore: bool,
}

impl Powers {
    /// Anything at all?
    pub fn any(self) -> bool {
        self.edit || self.delete || self.restore
    }
}

/// The facts a decision needs.
#[derive(Debug, Clone, Copy)]
pub struct Facts {
    /// It speaks with the voice this person has now.
    pub speaks: bool,
    /// It is a comment below a post of a page this person answers for, or stands in a community this person keeps.
    pub keeps: bool,
    /// It is deleted since.
    pub deleted_at: Option<Time>,
    /// By somebody else than who speaks in it.
    pub removed: bool,
    /// Now.
    pub now: Time,
}

/// The decision. Who wrote it may change it, take it away and bring it back; who answers for the page below which it
/// stands, or keeps the community it is said in, may take it away and alone bring that back.
pub fn decide(facts: Facts) -> Powers {
    match facts.deleted_at {
        None => Powers { edit: facts.speaks, delete: facts.speaks || facts.keeps, restore: false },
        Some(at) => {
            let in_time = facts.now.since(at) < RESTORABLE;
            let may = if facts.removed { facts.keeps } else { facts.speaks };
            Powers { edit: false, delete: false, restore: in_time && may }
        }
    }
}

impl Post {
    /// What this person may do with it.
    pub fn powers(&self, me: Option<&Me>, now: Time) -> Powers {
        let Some(me) = me else { return Powers::default() };
        let speaks = match self.page_id {
            None => self.author_id == me.id,
            Some(page) => speaks_as(me, page, self.is_comment()),
        };
        let keeps = self.is_moderated_by(me.id) || (self.is_comment() && self.root_page_id.is_some_and(|page| answers_for(me, page)));
        decide(Facts { speaks, keeps, deleted_at: self.deleted_at, removed: self.removed, now })
    }
}

/// May this person speak as the page: publish posts, or answer?
pub fn speaks_as(me: &Me, page: PageId, answering: bool) -> bool {
    me.page(page).is_some_and(|page| if answering { page.rights.reply } else { page.rights.publish })
}

fn answers_for(me: &Me, page: PageId) -> bool {
    me.page(page).is_some_and(|page| page.rights.reply || page.rights.publish)
}

#[cfg(test)]
mod tests {
    use super::*;

    const NOW: Time = Time::from_micros(1_835_000_000_000_000);

    fn facts() -> Facts {
        Facts { speaks: false, keeps: false, deleted_at: None, removed: false, now: NOW }
    }

    #[test]
    fn a_stranger_may_do_nothing() {
        assert!(!decide(facts()).any());
        assert!(!decide(Facts { deleted_at: Some(NOW), ..facts() }).any());
    }

    #[test]
    fn who_wrote_it_may_change_it_delete_it_and_bring_it_back_for_seven_days() {
        let mine = Facts { speaks: true, ..facts() };
        assert_eq!(decide(mine), Powers { edit: true, delete: true, restore: false });
        assert!(decide(Facts { deleted_at: Some(NOW.plus(-RESTORABLE + 1)), ..mine }).restore);
        assert!(!decide(Facts { deleted_at: Some(NOW.plus(-RESTORABLE)), ..mine }).any());
    }

    #[test]
    fn a_page_takes_comments_away_but_never_changes_them_and_alone_brings_them_back() {
        let page = Facts { keeps: true, ..facts() };
        assert_eq!(decide(page), Powers { edit: false, delete: true, restore: false });
        let gone = Facts { deleted_at: Some(NOW), removed: true, ..facts() };
        assert!(decide(Facts { keeps: true, ..gone }).restore);
        assert!(!decide(Facts { speaks: true, ..gone }).any());
    }
}

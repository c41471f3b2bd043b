//! Who wants nothing to do with whom: a block counts both ways, a mute is for one's own lists and nobody else knows of it.

use kit::db::{Db, Tx};
use kit::{Error, Result, args};

use super::person::PersonId;

/// What somebody wants of somebody else.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Block {
    /// The two do not read each other.
    Block,
    /// The other is left out of one's own lists.
    Mute,
}
kit::words!(Block { Block = "block", Mute = "mute" });

/// How two people stand to each other, seen by the first.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Regard {
    /// The viewer blocked the other.
    pub blocks: bool,
    /// The other blocked the viewer.
    pub blocked: bool,
    /// The viewer muted the other.
    pub mutes: bool,
}

impl Regard {
    /// Do the two read nothing of each other?
    pub fn apart(self) -> bool {
        self.blocks || self.blocked
    }

    /// How `me` stands to `other`.
    pub async fn between(db: &Db, me: PersonId, other: PersonId) -> Result<Self> {
        let rows: Vec<(PersonId, Block)> = db.all(BETWEEN, args![me, other]).await?;
        Ok(Self::of(me, &rows))
    }

    /// The same within a turn.
    pub async fn between_in(tx: &mut Tx, me: PersonId, other: PersonId) -> Result<Self> {
        let rows: Vec<(PersonId, Block)> = tx.all(BETWEEN, args![me, other]).await?;
        Ok(Self::of(me, &rows))
    }

    fn of(me: PersonId, rows: &[(PersonId, Block)]) -> Self {
        let has = |mine: bool, kind: Block| rows.iter().any(|row| (row.0 == me) == mine && row.1 == kind);
        Self { blocks: has(true, Block::Block), blocked: has(false, Block::Block), mutes: has(true, Block::Mute) }
    }
}

const BETWEEN: &str = "select person_id, kind from person_block
    where (person_id = $1 and other_id = $2) or (person_id = $2 and other_id = $1)";

kit::row! {
    /// Somebody whom a person has blocked or muted.
    #[derive(Debug, Clone)]
    pub struct Blocked {
        /// The other.
        pub id: PersonId,
        /// Name.
        pub name: String,
        /// Name in addresses.
        pub handle: String,
        /// What is wanted.
        pub kind: Block,
    }
}

impl Blocked {
    /// Whom a person has blocked and muted, by name.
    pub async fn of(db: &Db, me: PersonId) -> Result<Vec<Self>> {
        Ok(db
            .all(
                "select p.id, p.name, p.handle, b.kind from person_block b join person p on p.id = b.other_id
                  where b.person_id = $1 and p.state <> 'closed' order by p.name_key, p.id, b.kind",
                args![me],
            )
            .await?)
    }
}

impl Block {
    /// Begins it. A second time changes nothing.
    pub async fn begin(self, tx: &mut Tx, me: PersonId, other: PersonId) -> Result<()> {
        if me == other {
            return Err(Error::NotFound);
        }
        let now = tx.now();
        tx.run(
            "insert into person_block (person_id, other_id, kind, created_at) values ($1, $2, $3, $4)
             on conflict (person_id, kind, other_id) do nothing",
            args![me, other, self, now],
        )
        .await?;
        Ok(())
    }

    /// Ends it.
    pub async fn end(self, tx: &mut Tx, me: PersonId, other: PersonId) -> Result<()> {
        tx.run("delete from person_block where person_id = $1 and other_id = $2 and kind = $3", args![me, other, self]).await?;
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_block_counts_both_ways_and_a_mute_only_for_who_set_it() {
        let (me, other) = (PersonId(1), PersonId(2));
        assert!(Regard::of(me, &[(other, Block::Block)]).apart());
        assert!(Regard::of(me, &[(me, Block::Block)]).apart());
        assert_eq!(Regard::of(me, &[(other, Block::Mute)]), Regard::default());
        assert!(Regard::of(me, &[(me, Block::Mute)]).mutes);
        assert!(!Regard::of(me, &[(me, Block::Mute)]).apart());
    }
}

//! The ways a person has to sign in, and which of them may be taken away.

use kit::db::{Db, Tx};
use kit::{Result, args};

use super::person::PersonId;

kit::row! {
    /// What opens an account.
    #[derive(Debug, Clone, Copy, PartialEq, Eq)]
    pub struct Ways {
        /// Has it a password?
        pub password: bool,
        /// How many passkeys.
        pub passkeys: i64,
        /// Does a code follow the password?
        pub code: bool,
        /// How many identities at providers that are still asked.
        pub linked: i64,
    }
}

const SELECT: &str = "select cast(case when p.password_hash is null then 0 else 1 end as bigint) as password,
       (select count(*) from passkey k where k.person_id = p.id) as passkeys,
       (select count(*) from totp t where t.person_id = p.id and t.confirmed_at is not null) as code,
       (select count(*) from linked_identity l join provider o on o.id = l.provider_id
         where l.person_id = p.id and o.closed_at is null) as linked
  from person p where p.id = $1";

impl Ways {
    /// Of a person, inside the write that changes them.
    pub async fn of(tx: &mut Tx, person: PersonId) -> Result<Self> {
        Ok(tx.one(SELECT, args![person]).await?)
    }

    /// Of a person, for a page.
    pub async fn read(db: &Db, person: PersonId) -> Result<Self> {
        Ok(db.one(SELECT, args![person]).await?)
    }

    /// Is more than a password ever shown?
    pub fn strong(&self) -> bool {
        self.passkeys > 0 || self.code
    }

    /// Why one passkey less is too few. `must_be_strong`: the town asks a second factor of this person.
    pub fn fault_without_passkey(&self, must_be_strong: bool) -> Option<&'static str> {
        if self.passkeys > 1 {
            None
        } else if !self.password && self.linked == 0 {
            Some("error-last-way")
        } else if must_be_strong && !self.code {
            Some("error-last-factor")
        } else {
            None
        }
    }

    /// Why the code cannot go.
    pub fn fault_without_code(&self, must_be_strong: bool) -> Option<&'static str> {
        (must_be_strong && self.passkeys == 0).then_some("error-last-factor")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn ways(password: bool, passkeys: i64, code: bool, linked: i64) -> Ways {
        Ways { password, passkeys, code, linked }
    }

    #[test]
    fn the_last_way_to_sign_in_stays() {
        assert_eq!(ways(false, 1, false, 0).fault_without_passkey(false), Some("error-last-way"));
        // A code alone opens nothing: it follows a password.
        assert_eq!(ways(false, 1, true, 0).fault_without_passkey(false), Some("error-last-way"));
        for enough in [ways(true, 1, false, 0), ways(false, 2, false, 0), ways(false, 1, false, 1)] {
            assert_eq!(enough.fault_without_passkey(false), None, "{enough:?}");
        }
    }

    #[test]
    fn whom_the_town_asks_a_second_factor_keeps_one() {
        assert_eq!(ways(true, 1, false, 0).fault_without_passkey(true), Some("error-last-factor"));
        assert_eq!(ways(true, 1, true, 0).fault_without_passkey(true), None);
        assert_eq!(ways(true, 0, true, 0).fault_without_code(true), Some("error-last-factor"));
        assert_eq!(ways(true, 1, true, 0).fault_without_code(true), None);
        assert_eq!(ways(true, 0, true, 0).fault_without_code(false), None);
    }
}

//! What a person allowed a program, and taking it back.

use kit::clock::Time;
use kit::db::{Db, Tx};
use kit::{Error, Result, args};

use super::NOTED_EVERY;
use crate::identity::person::PersonId;
use crate::identity::scope::{Scope, Scopes};

kit::row! {
    /// A grant as its owner sees it.
    #[derive(Debug, Clone)]
    pub struct Grant {
        /// Number.
        pub id: i64,
        /// What the program calls itself.
        pub name: String,
        /// Its page; may be empty.
        pub website: String,
        /// Scopes.
        pub scopes: String,
        /// Since when.
        pub created_at: Time,
        /// Last used.
        pub used_at: Option<Time>,
    }
}

impl Grant {
    /// What a person has allowed, the newest first.
    pub async fn of_person(db: &Db, person: PersonId) -> Result<Vec<Self>> {
        Ok(db
            .all(
                "select g.id, c.name, c.website, g.scopes, g.created_at, g.used_at from oauth_grant g join oauth_client c on c.id = g.client_id
                  where g.person_id = $1 order by g.created_at desc, g.id desc",
                args![person],
            )
            .await?)
    }

    /// Its scopes, understood.
    pub fn list(&self) -> Vec<Scope> {
        Scopes::kept(&self.scopes).iter().collect()
    }

    /// Allows a program something; what was allowed before is added to. Its number.
    pub async fn give(tx: &mut Tx, client: i64, person: PersonId, scopes: &Scopes) -> Result<i64> {
        let now = tx.now();
        let before: Option<(i64, String)> =
            tx.maybe("select id, scopes from oauth_grant where client_id = $1 and person_id = $2", args![client, person]).await?;
        if let Some((id, kept)) = before {
            let all = Scopes::kept(&format!("{kept} {}", scopes.text()));
            tx.run("update oauth_grant set scopes = $2 where id = $1", args![id, all.text()]).await?;
            return Ok(id);
        }
        let id = kit::ids::next(now);
        tx.run(
            "insert into oauth_grant (id, client_id, person_id, scopes, created_at) values ($1, $2, $3, $4, $5)",
            args![id, client, person, scopes.text(), now],
        )
        .await?;
        Ok(id)
    }

    /// Takes one's own back, with everything that came of it. The program's name.
    pub async fn revoke(tx: &mut Tx, person: PersonId, id: i64) -> Result<String> {
        let found: Option<(String,)> = tx
            .maybe(
                "select c.name from oauth_grant g join oauth_client c on c.id = g.client_id where g.id = $1 and g.person_id = $2",
                args![id, person],
            )
            .await?;
        let (name,) = found.ok_or(Error::NotFound)?;
        tx.run("delete from oauth_token where grant_id = $1", args![id]).await?;
        tx.run("delete from oauth_code where grant_id = $1", args![id]).await?;
        tx.run("delete from oauth_grant where id = $1", args![id]).await?;
        Ok(name)
    }
}

/// Takes back whatever a person allowed: they are suspended, end their account, chose a new password, or sign out everywhere.
pub async fn end_all(tx: &mut Tx, person: PersonId) -> Result<()> {
    for table in ["oauth_token", "oauth_code", "oauth_grant"] {
        tx.run(format!("delete from {table} where person_id = $1"), args![person]).await?;
    }
    Ok(())
}

/// Notes that a grant was used.
pub(super) async fn note_use(tx: &mut Tx, id: i64) -> Result<()> {
    let now = tx.now();
    tx.run(
        "update oauth_grant set used_at = $2 where id = $1 and (used_at is null or used_at < $3)",
        args![id, now, now.plus(-NOTED_EVERY)],
    )
    .await?;
    Ok(())
}

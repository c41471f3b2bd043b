//! A person as a provider knows it. A link is made only after both sides were proved, and never by itself.

use kit::clock::Time;
use kit::db::{Db, Tx};
use kit::error::ViolationRule;
use kit::{Error, Result, args};

use super::claims::Claims;
use super::person::{PersonId, PersonState};
use super::provider::{Provider, ProviderId, ProviderKind};

kit::row! {
    /// Who stands behind a subject of a provider.
    #[derive(Debug, Clone)]
    pub struct Linked {
        /// The link's number.
        pub id: i64,
        /// The person.
        pub person_id: PersonId,
        /// May the person sign in?
        pub state: PersonState,
        /// Is it somebody we know by name already?
        pub is_verified: bool,
    }
}

/// The person behind a subject of a provider.
pub async fn find(db: &Db, provider: ProviderId, subject: &str) -> Result<Option<Linked>> {
    Ok(db
        .maybe(
            "select l.id, l.person_id, p.state, cast(case when p.tier = 'verified' then 1 else 0 end as bigint) as is_verified
               from linked_identity l join person p on p.id = l.person_id
              where l.provider_id = $1 and l.subject = $2 and p.state <> 'closed'",
            args![provider, subject],
        )
        .await?)
}

/// The same inside a transaction.
pub async fn person_behind(tx: &mut Tx, provider: ProviderId, subject: &str) -> Result<Option<PersonId>> {
    let found: Option<(PersonId,)> =
        tx.maybe("select person_id from linked_identity where provider_id = $1 and subject = $2", args![provider, subject]).await?;
    Ok(found.map(|(person,)| person))
}

kit::row! {
    /// A link as its owner sees it.
    #[derive(Debug, Clone)]
    pub struct OwnLink {
        /// Number.
        pub id: i64,
        /// The provider's name in addresses.
        pub slug: String,
        /// The provider's sort.
        pub kind: ProviderKind,
        /// The provider's name.
        pub provider: String,
        /// What the provider calls the person.
        pub display: String,
        /// Since when.
        pub linked_at: Time,
        /// When it was last used.
        pub used_at: Time,
        /// Can one sign in with the provider?
        pub is_open: bool,
    }
}

/// The links of a person, in the order in which they are offered.
pub async fn of_person(db: &Db, person: PersonId) -> Result<Vec<OwnLink>> {
    Ok(db
        .all(
            "select l.id, v.slug, v.kind, v.name as provider, l.display, l.linked_at, l.used_at,
                    cast(case when v.closed_at is null then 1 else 0 end as bigint) as is_open
               from linked_identity l join provider v on v.id = l.provider_id
              where l.person_id = $1 order by v.position, v.id, l.id",
            args![person],
        )
        .await?)
}

/// Which violations mean that somebody else has the link already.
const TAKEN: &[ViolationRule] =
    &[ViolationRule { table: "linked_identity", what: "provider_id,subject", field: "", key: "error-link-taken" }];

/// Links a subject to a person.
pub async fn link(tx: &mut Tx, provider: &Provider, person: PersonId, claims: &Claims) -> Result<()> {
    let now = tx.now();
    tx.run(
        "insert into linked_identity (id, provider_id, subject, person_id, display, acr, linked_at, used_at)
         values ($1, $2, $3, $4, $5, $6, $7, $7)",
        args![kit::ids::next(now), provider.id, &claims.subject, person, display(claims), &claims.acr, now],
    )
    .await
    .map_err(|error| Error::from(error).or_field(TAKEN))?;
    Ok(())
}

/// What its owner recognises a link by: the name, or the address, or the subject.
fn display(claims: &Claims) -> &str {
    [claims.name.as_str(), claims.email.as_deref().unwrap_or_default()]
        .into_iter()
        .find(|words| !words.is_empty())
        .unwrap_or(&claims.subject)
}

/// Notes that a link was used, and how surely.
pub async fn note_use(tx: &mut Tx, id: i64, claims: &Claims) -> Result<()> {
    let now = tx.now();
    tx.run("update linked_identity set used_at = $2, acr = $3, display = $4 where id = $1", args![id, now, &claims.acr, display(claims)])
        .await?;
    Ok(())
}

/// Takes a link of a person away, and says which provider it was. The last way to sign in stays, and so does the directory's:
/// the town's administration keeps that.
pub async fn unlink(tx: &mut Tx, person: PersonId, id: i64) -> Result<String> {
    let found: Option<(String, ProviderKind)> = tx
        .maybe(
            "select v.name, v.kind from linked_identity l join provider v on v.id = l.provider_id where l.id = $1 and l.person_id = $2",
            args![id, person],
        )
        .await?;
    let Some((name, kind)) = found else { return Err(Error::NotFound) };
    if kind == ProviderKind::Ldap {
        return Err(Error::Conflict("error-link-directory"));
    }
    let (others,): (i64,) = tx
        .one(
            "select (select count(*) from person where id = $1 and password_hash is not null)
                  + (select count(*) from passkey where person_id = $1)
                  + (select count(*) from linked_identity l join provider v on v.id = l.provider_id
                      where l.person_id = $1 and l.id <> $2 and v.closed_at is null) as others",
            args![person, id],
        )
        .await?;
    if others == 0 {
        return Err(Error::Conflict("error-link-last"));
    }
    tx.run("delete from linked_identity where id = $1", args![id]).await?;
    Ok(name)
}

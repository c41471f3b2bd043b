//! Verified people: one person a fiscal code, of which only a keyed hash is kept; and what happens when two accounts show the
//! same one. Claims for later votes (date of birth, area of residence) are sealed and shown to nobody.

use jiff::civil::Date;
use kit::clock::Time;
use kit::db::{Db, Tx};
use kit::secret::SecretKey;
use kit::{Error, Result, args};

use super::fiscal_code::FiscalCode;
use super::person::{PersonId, Tier};

/// The purpose of the keyed hash.
const CODE: &str = "fiscal code";
/// The purpose of the seal.
const CLAIM: &str = "personal claim";

/// The table of the sealed claims.
pub const CLAIMS: &str = "personal_claim";

/// A claim's value, for its owner alone.
pub fn open_claim(secret: &SecretKey, sealed: &str) -> Option<String> {
    String::from_utf8(secret.open(CLAIM, sealed).ok()?).ok()
}

/// What somebody showed, at the counter or by a provider.
#[derive(Debug, Clone)]
pub struct Shown<'a> {
    /// The code, already checked.
    pub code: FiscalCode,
    /// `counter`, or the provider's name in addresses.
    pub source: &'a str,
    /// The kind of document that was seen; empty with a provider.
    pub document: &'a str,
    /// Who saw it.
    pub by: Option<PersonId>,
    /// Date of birth.
    pub birth_date: Option<Date>,
    /// Area of residence, in the town's own words; empty elsewhere.
    pub residence: Option<&'a str>,
}

/// What came of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Outcome {
    /// The person is verified.
    Verified,
    /// Another account has shown this code before: a person of the staff decides.
    Conflict,
}

/// Records what a person showed.
pub async fn record(tx: &mut Tx, secret: &SecretKey, person: PersonId, shown: &Shown<'_>) -> Result<Outcome> {
    if let Some(holder) = holder(tx, secret, &shown.code).await?
        && holder != person
    {
        raise(tx, secret, person, holder, shown).await?;
        return Ok(Outcome::Conflict);
    }
    verify(tx, secret, person, shown).await?;
    Ok(Outcome::Verified)
}

/// Who holds a code, whichever key marked it.
async fn holder(tx: &mut Tx, secret: &SecretKey, code: &FiscalCode) -> Result<Option<PersonId>> {
    for mac in secret.macs(CODE, code.as_bytes()) {
        let found: Option<(PersonId,)> = tx.maybe("select person_id from verification where code_hash = $1", args![mac.to_vec()]).await?;
        if let Some((person,)) = found {
            return Ok(Some(person));
        }
    }
    Ok(None)
}

async fn verify(tx: &mut Tx, secret: &SecretKey, person: PersonId, shown: &Shown<'_>) -> Result<()> {
    let now = tx.now();
    let code_hash = secret.mac(CODE, shown.code.as_bytes()).to_vec();
    tx.run(
        "insert into verification (person_id, code_hash, source, document, verified_by, verified_at) values ($1, $2, $3, $4, $5, $6)
         on conflict (person_id) do update set code_hash = excluded.code_hash, source = excluded.source, document = excluded.document,
           verified_by = excluded.verified_by, verified_at = excluded.verified_at",
        args![person, code_hash, shown.source, shown.document, shown.by, now],
    )
    .await?;
    let birth_date = shown.birth_date.map(|date| date.to_string());
    keep_claim(tx, secret, person, "birth_date", birth_date.as_deref(), shown.source).await?;
    keep_claim(tx, secret, person, "residence", shown.residence, shown.source).await?;
    tier(tx, person, Tier::Verified).await
}

/// Sets the tier, whatever it was.
async fn tier(tx: &mut Tx, person: PersonId, tier: Tier) -> Result<()> {
    tx.run("update person set tier = $2 where id = $1 and state <> 'closed'", args![person, tier]).await?;
    tx.touch(format!("person:{person}"));
    Ok(())
}

async fn keep_claim(tx: &mut Tx, secret: &SecretKey, person: PersonId, kind: &str, value: Option<&str>, source: &str) -> Result<()> {
    let Some(value) = value.filter(|value| !value.is_empty()) else { return Ok(()) };
    let now = tx.now();
    tx.run(
        "insert into personal_claim (person_id, kind, value, source, taken_at) values ($1, $2, $3, $4, $5)
         on conflict (person_id, kind) do update set value = excluded.value, source = excluded.source, taken_at = excluded.taken_at",
        args![person, kind, secret.seal(CLAIM, value.as_bytes())?, source, now],
    )
    .await?;
    Ok(())
}

kit::row! {
    /// That a person is who the account says, and how the town knows.
    #[derive(Debug, Clone)]
    pub struct Proof {
        /// `counter` or a provider.
        pub source: String,
        /// What was shown.
        pub document: String,
        /// When.
        pub verified_at: Time,
    }
}

impl Proof {
    /// Of a person, if there is one.
    pub async fn of(db: &Db, person: PersonId) -> Result<Option<Self>> {
        Ok(db.maybe("select source, document, verified_at from verification where person_id = $1", args![person]).await?)
    }
}

/// What a later vote may ask of a person: whether the age is reached and the area is right. Nobody sees the values.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Claims {
    birth_date: Option<Date>,
    residence: Option<String>,
}

impl Claims {
    /// Of a person; empty when nothing was shown.
    pub async fn of(db: &Db, secret: &SecretKey, person: PersonId) -> Result<Self> {
        let rows: Vec<(String, String)> = db.all("select kind, value from personal_claim where person_id = $1", args![person]).await?;
        let mut claims = Self::default();
        for (kind, sealed) in rows {
            let value = String::from_utf8(secret.open(CLAIM, &sealed)?).map_err(|_| Error::internal("a claim that is no text"))?;
            match kind.as_str() {
                "birth_date" => claims.birth_date = value.parse().ok(),
                _ => claims.residence = Some(value),
            }
        }
        Ok(claims)
    }

    /// Has the person had this many birthdays on a day? Who was born on 29 February has the birthday on 1 March in common
    /// years: the day is completed at its end (art. 2963 c.c.). None when no date of birth is known.
    pub fn is_of_age(&self, years: i16, on: Date) -> Option<bool> {
        let born = self.birth_date?;
        let birthday = Date::new(born.year() + years, born.month(), born.day()).or_else(|_| Date::new(born.year() + years, 3, 1)).ok()?;
        Some(on >= birthday)
    }

    /// Does the person live in the area?
    pub fn lives_in(&self, area: &str) -> bool {
        self.residence.as_deref().is_some_and(|residence| kit::text::fold(residence) == kit::text::fold(area))
    }
}

async fn raise(tx: &mut Tx, secret: &SecretKey, person: PersonId, holder: PersonId, shown: &Shown<'_>) -> Result<()> {
    let now = tx.now();
    let open: Option<(i64,)> = tx
        .maybe("select id from verification_conflict where person_id = $1 and holder_id = $2 and decided_at is null", args![person, holder])
        .await?;
    if open.is_some() {
        return Ok(());
    }
    let claims = serde_json::json!({"birth_date": shown.birth_date.map(|date| date.to_string()), "residence": shown.residence});
    tx.run(
        "insert into verification_conflict (id, person_id, holder_id, code_hash, source, document, claims, raised_by, raised_at, reason)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, '')",
        args![
            kit::ids::next(now),
            person,
            holder,
            secret.mac(CODE, shown.code.as_bytes()).to_vec(),
            shown.source,
            shown.document,
            secret.seal(CLAIM, claims.to_string().as_bytes())?,
            shown.by,
            now
        ],
    )
    .await?;
    Ok(())
}

kit::row! {
    /// Two accounts that showed one code.
    #[derive(Debug, Clone)]
    pub struct Conflict {
        /// Number.
        pub id: i64,
        /// The account that showed it now.
        pub person_id: PersonId,
        /// Its name.
        pub person_name: String,
        /// Its handle.
        pub person_handle: String,
        /// The account that was verified with it before.
        pub holder_id: PersonId,
        /// Its name.
        pub holder_name: String,
        /// Its handle.
        pub holder_handle: String,
        /// Where it was shown now.
        pub source: String,
        /// The document that was seen now.
        pub document: String,
        /// When.
        pub raised_at: Time,
        /// Decided.
        pub decided_at: Option<Time>,
        /// How: `moved` or `kept`.
        pub decision: Option<String>,
        /// Why.
        pub reason: String,
    }
}

const CONFLICT: &str = "select c.id, c.person_id, p.name as person_name, p.handle as person_handle, c.holder_id, h.name as holder_name,
        h.handle as holder_handle, c.source, c.document, c.raised_at, c.decided_at, c.decision, c.reason
   from verification_conflict c join person p on p.id = c.person_id join person h on h.id = c.holder_id";

impl Conflict {
    /// Open ones first, the newest first among them.
    pub async fn list(db: &Db, limit: i64) -> Result<Vec<Self>> {
        let sql = format!("{CONFLICT} order by case when c.decided_at is null then 0 else 1 end, c.id desc limit $1");
        Ok(db.all(sql, args![limit]).await?)
    }

    /// One that is open.
    pub async fn open(db: &Db, id: i64) -> Result<Self> {
        Ok(db.one(format!("{CONFLICT} where c.id = $1 and c.decided_at is null"), args![id]).await?)
    }

    /// How many wait.
    pub async fn waiting(db: &Db) -> Result<i64> {
        let (n,): (i64,) = db.one("select count(*) as n from verification_conflict where decided_at is null", vec![]).await?;
        Ok(n)
    }

    /// Decides: the code moves to the newcomer, or stays. Who raised it does not decide it.
    pub async fn decide(&self, tx: &mut Tx, secret: &SecretKey, moves: bool, reason: &str, by: PersonId) -> Result<()> {
        let now = tx.now();
        let done = tx
            .run(
                "update verification_conflict set decided_by = $2, decided_at = $3, decision = $4, reason = $5
                  where id = $1 and decided_at is null and coalesce(raised_by, 0) <> $2",
                args![self.id, by, now, if moves { "moved" } else { "kept" }, reason],
            )
            .await?;
        if done == 0 {
            return Err(Error::field("motivo", "error-conflict-own"));
        }
        if !moves {
            return Ok(());
        }
        withdraw(tx, self.holder_id).await?;
        let (code_hash, sealed): (Vec<u8>, String) =
            tx.one("select code_hash, claims from verification_conflict where id = $1", args![self.id]).await?;
        let claims: serde_json::Value = serde_json::from_slice(&secret.open(CLAIM, &sealed)?)?;
        tx.run(
            "insert into verification (person_id, code_hash, source, document, verified_by, verified_at) values ($1, $2, $3, $4, $5, $6)
             on conflict (person_id) do update set code_hash = excluded.code_hash, source = excluded.source, document = excluded.document,
               verified_by = excluded.verified_by, verified_at = excluded.verified_at",
            args![self.person_id, code_hash, &self.source, &self.document, by, now],
        )
        .await?;
        for kind in ["birth_date", "residence"] {
            let value = claims.get(kind).and_then(serde_json::Value::as_str);
            keep_claim(tx, secret, self.person_id, kind, value, &self.source).await?;
        }
        tier(tx, self.person_id, Tier::Verified).await
    }
}

/// Takes a verification back, with its claims.
pub async fn withdraw(tx: &mut Tx, person: PersonId) -> Result<()> {
    tx.run("delete from verification where person_id = $1", args![person]).await?;
    tx.run("delete from personal_claim where person_id = $1", args![person]).await?;
    tier(tx, person, Tier::Registered).await
}

kit::row! {
    /// A verification as its office sees it.
    #[derive(Debug, Clone)]
    pub struct Verified {
        /// The person.
        pub name: String,
        /// The person's handle.
        pub handle: String,
        /// Kind of document.
        pub document: String,
        /// `counter` or a provider.
        pub source: String,
        /// Who saw it.
        pub by_name: Option<String>,
        /// When.
        pub verified_at: Time,
    }
}

/// The latest verifications at the counter.
pub async fn latest(db: &Db, limit: i64) -> Result<Vec<Verified>> {
    Ok(db
        .all(
            "select p.name, p.handle, v.document, v.source, b.name as by_name, v.verified_at
               from verification v join person p on p.id = v.person_id left join person b on b.id = v.verified_by
              where v.source = 'counter' order by v.verified_at desc, v.person_id limit $1",
            args![limit],
        )
        .await?)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn claims(born: &str) -> Claims {
        Claims { birth_date: born.parse().ok(), residence: Some("Porto".into()) }
    }

    #[test]
    fn age_is_reached_on_the_birthday_and_on_the_first_of_march_for_who_was_born_on_a_leap_day() {
        let on = |text: &str| text.parse::<Date>().unwrap();
        assert_eq!(claims("2012-02-24").is_of_age(16, on("2028-02-23")), Some(false));
        assert_eq!(claims("2012-02-24").is_of_age(16, on("2028-02-24")), Some(true));
        assert_eq!(claims("2012-02-29").is_of_age(16, on("2028-02-29")), Some(true));
        assert_eq!(claims("2012-02-29").is_of_age(18, on("2030-02-28")), Some(false));
        assert_eq!(claims("2012-02-29").is_of_age(18, on("2030-03-01")), Some(true));
        assert_eq!(Claims::default().is_of_age(16, on("2028-02-24")), None);
    }

    #[test]
    fn an_area_is_compared_as_people_write_it() {
        assert!(claims("2012-02-24").lives_in("PORTO") && !claims("2012-02-24").lives_in("Bassa"));
        assert!(!Claims::default().lives_in(""));
    }
}

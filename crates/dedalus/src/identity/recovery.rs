//! Recovery codes: for the day the phone with the app is lost. Ten, each good once; only keyed hashes are kept.

use kit::db::{Db, Tx};
use kit::secret::SecretKey;
use kit::{Error, Result, args};

use super::person::PersonId;

/// How many are made.
pub const HOW_MANY: usize = 10;

/// Digits and letters that nobody confuses (Crockford's Base32).
const ALPHABET: &[u8; 32] = b"0123456789abcdefghjkmnpqrstvwxyz";

/// Letters of a code: 50 random bits, which is much behind a rate limit and a key the database does not have.
const LETTERS: usize = 10;

/// How many are left.
pub async fn left(db: &Db, person: PersonId) -> Result<i64> {
    let (n,): (i64,) = db.one("select count(*) as n from recovery_code where person_id = $1 and used_at is null", args![person]).await?;
    Ok(n)
}

/// Makes ten new ones; the old ones are void.
pub async fn renew(tx: &mut Tx, key: &SecretKey, person: PersonId) -> Result<Vec<String>> {
    forget(tx, person).await?;
    let mut codes = Vec::with_capacity(HOW_MANY);
    while codes.len() < HOW_MANY {
        let code = fresh()?;
        if codes.contains(&code) {
            continue;
        }
        tx.run("insert into recovery_code (person_id, code_hash) values ($1, $2)", args![person, hash(key, person, &code)]).await?;
        codes.push(code);
    }
    Ok(codes)
}

/// Uses one up: how many are left, or none when it is no code of this person's, or was used before.
pub async fn spend(tx: &mut Tx, key: &SecretKey, person: PersonId, typed: &str) -> Result<Option<i64>> {
    let Some(code) = read(typed) else { return Ok(None) };
    let now = tx.now();
    let rows: Vec<(Vec<u8>,)> =
        tx.all("select code_hash from recovery_code where person_id = $1 and used_at is null", args![person]).await?;
    let bytes = bytes_of(person, &code);
    // An older key of the house may have hashed it.
    let Some((hash,)) = rows.into_iter().find(|(hash,)| key.vouched("recovery code", &bytes, hash)) else { return Ok(None) };
    tx.run("update recovery_code set used_at = $3 where person_id = $1 and code_hash = $2", args![person, hash, now]).await?;
    let (left,): (i64,) = tx.one("select count(*) as n from recovery_code where person_id = $1 and used_at is null", args![person]).await?;
    Ok(Some(left))
}

/// Forgets all of a person's.
pub async fn forget(tx: &mut Tx, person: PersonId) -> Result<()> {
    tx.run("delete from recovery_code where person_id = $1", args![person]).await?;
    Ok(())
}

fn bytes_of(person: PersonId, code: &str) -> Vec<u8> {
    format!("{} {code}", person.0).into_bytes()
}

fn hash(key: &SecretKey, person: PersonId, code: &str) -> Vec<u8> {
    let plain = read(code).unwrap_or_default();
    key.mac("recovery code", &bytes_of(person, &plain)).to_vec()
}

/// A code as it is shown: `k7mq2-xpd3h`.
fn fresh() -> Result<String> {
    let mut bytes = [0_u8; LETTERS];
    getrandom::fill(&mut bytes).map_err(|error| Error::internal(format!("no random numbers to be had: {error}")))?;
    let mut code = String::with_capacity(LETTERS + 1);
    for (at, byte) in bytes.iter().enumerate() {
        if at == LETTERS / 2 {
            code.push('-');
        }
        code.push(ALPHABET.get(usize::from(byte % 32)).copied().map_or('0', char::from));
    }
    Ok(code)
}

/// What was typed, as the hash knows it: without the dash and spaces, small letters, o as nought, i and l as one.
fn read(typed: &str) -> Option<String> {
    let plain: String = typed
        .chars()
        .filter(|c| !c.is_whitespace() && *c != '-')
        .map(|c| match c.to_ascii_lowercase() {
            'o' => '0',
            'i' | 'l' => '1',
            other => other,
        })
        .collect();
    let known = |byte: u8| ALPHABET.contains(&byte);
    (plain.len() == LETTERS && plain.bytes().all(known)).then_some(plain)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_code_reads_the_same_however_it_is_typed() {
        assert_eq!(read("K7MQ2-XPD3H").as_deref(), Some("k7mq2xpd3h"));
        assert_eq!(read(" oil00 abcde ").as_deref(), Some("01100abcde"));
        assert_eq!(read("k7mq2-xpd3"), None);
        assert_eq!(read("k7mq2-xpd3u"), None, "there is no u");
        assert_eq!(read("287082"), None);
    }

    #[test]
    fn fresh_codes_can_be_read_and_are_never_mistaken_for_a_code_of_the_app() {
        for _ in 0..100 {
            let code = fresh().unwrap();
            assert_eq!(code.len(), LETTERS + 1);
            assert_eq!(read(&code).unwrap(), code.replace('-', ""));
        }
    }
}

//! Browsers: what to call one, and whether a person has signed in with it before.

use kit::db::Tx;
use kit::secret::hash_token;
use kit::{Result, args};

use super::person::PersonId;

/// Browser and system in the words people use, as far as the browser's own text says (`User-Agent`, RFC 9110 §10.1.5). Nobody
/// relies on it: it helps an owner to recognise a device.
pub fn names(agent: &str) -> (Option<&'static str>, Option<&'static str>) {
    // Order matters: Edge and Opera say "Chrome", Chrome says "Safari".
    const BROWSERS: [(&str, &str); 9] = [
        ("Edg", "Edge"),
        ("OPR/", "Opera"),
        ("SamsungBrowser", "Samsung Internet"),
        ("Firefox", "Firefox"),
        ("FxiOS", "Firefox"),
        ("CriOS", "Chrome"),
        ("Chrome", "Chrome"),
        ("Safari", "Safari"),
        ("curl", "curl"),
    ];
    const SYSTEMS: [(&str, &str); 8] = [
        ("Windows", "Windows"),
        ("iPhone", "iPhone"),
        ("iPad", "iPad"),
        ("Android", "Android"),
        ("Mac OS X", "Mac"),
        ("CrOS", "ChromeOS"),
        ("Linux", "Linux"),
        ("FreeBSD", "FreeBSD"),
    ];
    let first = |known: &[(&str, &'static str)]| known.iter().find(|(mark, _)| agent.contains(mark)).map(|(_, name)| *name);
    (first(&BROWSERS), first(&SYSTEMS))
}

/// What came of showing a browser's mark.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Known {
    /// The person has signed in with it before.
    Before,
    /// It is the first browser this person ever signed in with.
    First,
    /// It is new.
    New,
}

/// Notes that a person signs in with the browser that carries a mark.
pub async fn meet(tx: &mut Tx, person: PersonId, mark: &str) -> Result<Known> {
    let now = tx.now();
    let hash = hash_token(mark).to_vec();
    let seen =
        tx.run("update device set last_seen_at = $3 where person_id = $1 and token_hash = $2", args![person, hash.clone(), now]).await?;
    if seen > 0 {
        return Ok(Known::Before);
    }
    let any: Option<(i64,)> = tx.maybe("select person_id from device where person_id = $1 limit 1", args![person]).await?;
    tx.run("insert into device (token_hash, person_id, first_seen_at, last_seen_at) values ($1, $2, $3, $3)", args![hash, person, now])
        .await?;
    Ok(if any.is_some() { Known::New } else { Known::First })
}

/// Forgets browsers that nobody signed in with for a year; how many.
pub async fn sweep(tx: &mut Tx) -> Result<u64> {
    let before = tx.now().plus(-365 * kit::clock::DAY);
    Ok(tx.run("delete from device where last_seen_at < $1", args![before]).await?)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_browser_is_called_by_the_name_people_know() {
        let chrome = "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0 Safari/537.36";
        assert_eq!(names(chrome), (Some("Chrome"), Some("Linux")));
        let edge = "Mozilla/5.0 (Windows NT 10.0) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0 Safari/537.36 Edg/140.0";
        assert_eq!(names(edge), (Some("Edge"), Some("Windows")));
        let phone =
            "Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1 (KHTML, like Gecko) Version/18.0 Mobile Safari/604.1";
        assert_eq!(names(phone), (Some("Safari"), Some("iPhone")));
        let android = "Mozilla/5.0 (Android 15; Mobile; rv:140.0) Gecko/140.0 Firefox/140.0";
        assert_eq!(names(android), (Some("Firefox"), Some("Android")));
        assert_eq!(names("x"), (None, None));
    }
}

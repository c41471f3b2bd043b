//! Names found although they are mistyped: their groups of three letters are rows, and the name that shares most with
//! the query comes first.

use std::collections::BTreeSet;

use crate::args;
use crate::db::{Db, Tx, Value};
use crate::error::Result;
use crate::text::fold;

/// How much of a name counts, in characters.
const MAX_CHARS: usize = 80;
/// Rows of one statement. The last statement repeats its last row, so that one prepared statement does for all names.
const ROWS: usize = 16;

/// Makes a subject findable by a name, in place of the name it had.
pub async fn put_trigrams(tx: &mut Tx, kind: &str, subject_id: i64, name: &str) -> Result<()> {
    remove_trigrams(tx, kind, subject_id).await?;
    let rows: Vec<String> = (0..ROWS).map(|row| format!("(${}, $1, $2)", row + 3)).collect();
    let sql = format!("insert into trigram (gram, kind, subject_id) values {} on conflict do nothing", rows.join(", "));
    let grams: Vec<String> = grams(name).into_iter().collect();
    for some in grams.chunks(ROWS) {
        let mut args = args![kind, subject_id];
        let last = some.last().into_iter().cycle();
        args.extend(some.iter().chain(last).take(ROWS).map(Value::from));
        tx.run(&sql, args).await?;
    }
    Ok(())
}

/// Makes a subject unfindable by name.
pub async fn remove_trigrams(tx: &mut Tx, kind: &str, subject_id: i64) -> Result<()> {
    tx.run("delete from trigram where kind = $1 and subject_id = $2", args![kind, subject_id]).await?;
    Ok(())
}

/// The subjects whose names share most groups of letters with the query, and how many; at least a third of the query's.
pub async fn similar(db: &Db, kind: &str, query: &str, limit: u32) -> Result<Vec<(i64, i64)>> {
    let grams = grams(query);
    let least = i64::try_from(grams.len().div_ceil(3)).unwrap_or(i64::MAX);
    if grams.is_empty() {
        return Ok(Vec::new());
    }
    let marks: Vec<String> = (0..grams.len()).map(|place| format!("${}", place + 4)).collect();
    let sql = shared(&marks.join(", "));
    let mut args = args![kind, least, limit];
    args.extend(grams.into_iter().map(Value::from));
    Ok(db.all(sql, args).await?)
}

/// `$1` the kind, `$2` how many at least, `$3` how many subjects. Grouped by a sum, which no index has: SQLite would otherwise
/// walk through every name of the kind to find them in groups, instead of looking the letters up.
fn shared(grams: &str) -> String {
    format!(
        "select t.id, cast(count(*) as bigint) as hits from (select subject_id + 0 as id from trigram where kind = $1 and gram in ({grams})) t
          group by t.id having count(*) >= $2 order by hits desc, t.id desc limit $3"
    )
}

/// The groups of three letters of each word, folded, with two spaces before a word and one after it.
fn grams(name: &str) -> BTreeSet<String> {
    let short: String = name.chars().take(MAX_CHARS).collect();
    let folded: String = fold(&short).chars().take(MAX_CHARS).collect();
    let mut grams = BTreeSet::new();
    for word in folded.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()) {
        let letters: Vec<char> = format!("  {word} ").chars().collect();
        grams.extend(letters.windows(3).map(|three| three.iter().collect::<String>()));
    }
    grams
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::clock::{Clock, Time};
    use crate::db::{Address, Hooks};

    #[tokio::test]
    async fn letters_are_looked_up_and_names_are_not_walked_through() {
        let folder = tempfile::tempdir().unwrap();
        let address: Address = format!("sqlite:{}", folder.path().join("town.db").display()).parse().unwrap();
        let db = Db::open(&address, 1, Hooks::quiet(Clock::still(Time::from_micros(1)))).await.unwrap();
        crate::db::Schema(&[crate::schema::ENGINE_ROOM]).apply(&db).await.unwrap();
        let sql = format!("explain query plan {}", shared("$4, $5, $6"));
        let rows: Vec<(i64, i64, i64, String)> = db.all(sql, args!["person", 1_i64, 3_i64, "mar", "are", "re "]).await.unwrap();
        let plan: Vec<String> = rows.into_iter().map(|(_, _, _, line)| line).collect();
        assert!(plan.iter().any(|line| line.contains("sqlite_autoindex_trigram_1 (gram=? AND kind=?)")), "{plan:?}");
        db.close();
    }

    #[test]
    fn a_name_has_its_groups_of_three_letters() {
        assert_eq!(grams("Èva").into_iter().collect::<Vec<_>>(), ["  e", " ev", "eva", "va "]);
        assert!(grams(" -'\0").is_empty());
        assert!(grams(&"ab ".repeat(1000)).len() < 10);
    }
}

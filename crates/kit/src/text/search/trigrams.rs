//! Names found although they are mistyped: their groups of three letters are rows, and the name that shares most with
//! the query comes first.

use std::collections::BTreeSet;

use crate::args;
use crate::db::{Db, Tx, Value};
use crate::error::Result;
use crate::text::fold;

/// How much of a name counts, in characters.
const MAX_CHARS: usize = 80;
/// Of a group of letters that stands in more names than this, only the newest are looked at.
const NEWEST: usize = 500;
/// Of a longer query only its rarest groups count.
const TELLING: usize = 24;
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
///
/// Names that share all of them are found wherever they are. For the others a group that stands in very many names tells
/// little: of those only the [`NEWEST`] count, so that a town of a hundred thousand people is searched like a small one.
pub async fn similar(db: &Db, kind: &str, query: &str, limit: u32) -> Result<Vec<(i64, i64)>> {
    let mut grams: Vec<String> = grams(query).into_iter().collect();
    if grams.is_empty() {
        return Ok(Vec::new());
    }
    let seen: Vec<(i64, i64)> = db.all(standing(grams.len()), places_of(args![kind], &grams)).await?;
    let in_names = |place: usize| seen.iter().find(|(at, _)| usize::try_from(*at) == Ok(place)).map_or(0, |(_, names)| *names);
    let mut order: Vec<usize> = (0..grams.len()).collect();
    order.sort_by_key(|place| in_names(*place));
    grams = order.iter().filter_map(|place| grams.get(*place).cloned()).take(TELLING).collect();

    let all = i64::try_from(grams.len()).unwrap_or(i64::MAX);
    let mut found: Vec<(i64, i64)> = Vec::new();
    if order.first().is_some_and(|rarest| in_names(*rarest) > 0) {
        let whole: Vec<(i64,)> = db.all(holding_all(grams.len()), places_of(args![kind, limit], &grams)).await?;
        found.extend(whole.into_iter().map(|(id,)| (id, all)));
    }
    let wanted = usize::try_from(limit).unwrap_or(usize::MAX);
    if found.len() < wanted {
        let least = i64::try_from(grams.len().div_ceil(3)).unwrap_or(i64::MAX);
        let some: Vec<(i64, i64)> = db.all(sharing(grams.len()), places_of(args![kind, least, limit], &grams)).await?;
        let known: BTreeSet<i64> = found.iter().map(|(id, _)| *id).collect();
        found.extend(some.into_iter().filter(|(id, _)| !known.contains(id)));
        found.truncate(wanted);
    }
    Ok(found)
}

fn places_of(mut args: Vec<Value>, grams: &[String]) -> Vec<Value> {
    args.extend(grams.iter().map(Value::from));
    args
}

/// `$1` the kind, then the groups: the place of each and in how many names it stands, no further than [`NEWEST`].
fn standing(grams: usize) -> String {
    let counts: Vec<String> = (0..grams)
        .map(|place| {
            let of = format!("select 1 from trigram where gram = ${} and kind = $1 limit {NEWEST}", place + 2);
            format!("select cast({place} as bigint) as place, cast(count(*) as bigint) as names from ({of}) g{place}")
        })
        .collect();
    counts.join(" union all ")
}

/// `$1` the kind, `$2` how many subjects, then the groups, the rarest first: who holds all of them, the newest first.
fn holding_all(grams: usize) -> String {
    let others: Vec<String> = (1..grams)
        .map(|place| format!(" and exists (select 1 from trigram o where o.gram = ${} and o.kind = $1 and o.subject_id = t.id)", place + 3))
        .collect();
    format!(
        "select t.id from (select subject_id as id from trigram where gram = $3 and kind = $1 order by subject_id desc limit {}) t
          where 1 = 1{} order by t.id desc limit $2",
        10 * NEWEST,
        others.concat()
    )
}

/// `$1` the kind, `$2` how many groups at least, `$3` how many subjects, then the groups. Each is looked up by itself: SQLite
/// would otherwise walk through every name of the kind to find them in order.
fn sharing(grams: usize) -> String {
    let each: Vec<String> = (0..grams)
        .map(|place| {
            let of = format!("select subject_id as id from trigram where gram = ${} and kind = $1", place + 4);
            format!("select id from ({of} order by subject_id desc limit {NEWEST}) g{place}")
        })
        .collect();
    format!(
        "select t.id, cast(count(*) as bigint) as hits from ({}) t
          group by t.id having count(*) >= $2 order by hits desc, t.id desc limit $3",
        each.join(" union all ")
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
        let grams = ["mar", "are", "re "].map(String::from);
        for (sql, args) in
            [(standing(3), args!["person"]), (holding_all(3), args!["person", 3_i64]), (sharing(3), args!["person", 1_i64, 3_i64])]
        {
            let rows: Vec<(i64, i64, i64, String)> = db.all(format!("explain query plan {sql}"), places_of(args, &grams)).await.unwrap();
            let plan: Vec<String> = rows.into_iter().map(|(_, _, _, line)| line).collect();
            let looks =
                plan.iter().filter(|line| line.contains("USING COVERING INDEX sqlite_autoindex_trigram_1 (gram=? AND kind=?")).count();
            assert_eq!(looks, 3, "{plan:?}");
            assert!(!plan.iter().any(|line| line.contains("SCAN trigram")), "{plan:?}");
        }
        db.close();
    }

    #[test]
    fn a_name_has_its_groups_of_three_letters() {
        assert_eq!(grams("Èva").into_iter().collect::<Vec<_>>(), ["  e", " ev", "eva", "va "]);
        assert!(grams(" -'\0").is_empty());
        assert!(grams(&"ab ".repeat(1000)).len() < 10);
    }
}

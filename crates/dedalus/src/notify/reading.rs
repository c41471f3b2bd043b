//! Asking whether notices may still be shown, kind by kind of what they are about.

use std::collections::{HashMap, HashSet};

use kit::db::{Value, places};
use kit::{Result, args};

use super::group::Row;
use crate::identity::PersonId;
use crate::shell::{App, Readable, Reader};

/// How many numbers one question has: a statement takes only so many.
const AT_ONCE: usize = 5000;

/// The names of what a person may read, by kind and number.
pub type Names = HashMap<(String, i64), String>;

/// Whether what these rows are about may be read by the person now, each with its name.
pub async fn names(app: &App, person: PersonId, rows: &[Row]) -> Result<Names> {
    let mut wanted: HashMap<&str, HashSet<i64>> = HashMap::new();
    for row in rows.iter().filter(|row| !row.about_kind.is_empty()) {
        wanted.entry(&row.about_kind).or_default().insert(row.about_id);
    }
    let mut names = Names::new();
    for (kind, ids) in wanted {
        // A kind that nobody answers for any more is shown to nobody.
        let Some(reader) = app.readers.iter().find(|reader| reader.kind == kind) else { continue };
        let ids: Vec<i64> = ids.into_iter().collect();
        for some in ids.chunks(AT_ONCE) {
            let readable = (reader.ask)(app.clone(), person.0, some.to_vec()).await?;
            names.extend(readable.into_iter().map(|(id, name)| ((kind.to_owned(), id), name)));
        }
    }
    Ok(names)
}

/// Keeps the rows that may be shown.
pub async fn readable(app: &App, person: PersonId, rows: Vec<Row>) -> Result<(Vec<Row>, Names)> {
    let names = names(app, person, &rows).await?;
    let kept = rows.into_iter().filter(|row| row.about_kind.is_empty() || names.contains_key(&row.about())).collect();
    Ok((kept, names))
}

/// Who answers on this floor: people, who are there for whom they have not blocked.
pub fn readers() -> Vec<Reader> {
    vec![Reader { kind: "person", ask: people }]
}

fn people(app: App, viewer: i64, ids: Vec<i64>) -> Readable {
    Box::pin(async move {
        if ids.is_empty() {
            return Ok(Vec::new());
        }
        let sql = format!(
            "select w.id, w.name from person_card w where w.id in ({}) and w.state = 'active'
                and not exists (select 1 from blocked_pair b where b.viewer_id = $1 and b.other_id = w.id)",
            places(2, ids.len())
        );
        let mut values = args![viewer];
        values.extend(ids.into_iter().map(Value::from));
        Ok(app.db.all(sql, values).await?)
    })
}

//! The public catalogue: services that are offered, narrowed, searched, counted. Suspended ones are among them, with their banner.

use kit::clock::Time;
use kit::db::{Db, Value, places};
use kit::text::search::{Also, Ask, Order, find};
use kit::{Result, args};

use super::index::{KIND, PUBLIC, TOWN};
use super::record::ServiceId;
use super::version::{OFFERED, Offered};
use crate::identity::OfficeId;

/// What is offered, of `service s` and `service_version v`.
const FROM: &str = "from service s join service_version v on v.service_id = s.id and v.number = s.version
                    where s.state in ('published', 'suspended')";

/// The kinds of labels, which are the names of the filters in addresses, too.
pub const KINDS: [&str; 6] = ["categoria", "argomento", "evento", "chi", "cosa", "canale"];

/// What the catalogue is narrowed to.
#[derive(Debug, Clone, Default)]
pub struct Asked {
    /// What somebody looks for.
    pub words: String,
    /// Labels: kind and word.
    pub labels: Vec<(&'static str, String)>,
    /// Only of this office.
    pub office: Option<OfficeId>,
}

impl Asked {
    /// Only with this label.
    #[must_use]
    pub fn with(mut self, kind: &'static str, word: &str) -> Self {
        self.labels.push((kind, word.to_owned()));
        self
    }

    /// The conditions that narrow `s` and `v`, and their values, which stand from `$first` on.
    fn conditions(&self, first: usize) -> (String, Vec<Value>) {
        let (mut sql, mut values) = (String::new(), Vec::new());
        for (kind, word) in &self.labels {
            let at = first + values.len();
            sql.push_str(&format!(
                " and exists (select 1 from service_label m where m.service_id = s.id and m.kind = ${at} and m.word = ${})",
                at + 1
            ));
            values.extend(args![*kind, word]);
        }
        if let Some(office) = self.office {
            sql.push_str(&format!(" and v.office_id = ${}", first + values.len()));
            values.push(office.into());
        }
        (sql, values)
    }
}

/// Those that are offered, by title, from after a number on. The words are not looked at: see [`found`].
pub async fn offered(db: &Db, asked: &Asked, after: Option<i64>, limit: i64) -> Result<Vec<Offered>> {
    let mut args = args![after, limit];
    let (narrowed, values) = asked.conditions(args.len() + 1);
    args.extend(values);
    let sql = format!(
        "select {OFFERED} {FROM}{narrowed}
            and (cast($1 as bigint) is null or (v.title_key, s.id) >
                  (select k.title_key, k.service_id from service_version k join service j on j.id = k.service_id and j.version = k.number
                    where j.id = $1))
          order by v.title_key, s.id limit $2"
    );
    Ok(db.all(sql, args).await?)
}

/// Those that have the words, the best first, without so many of the best.
pub async fn found(db: &Db, asked: &Asked, skip: u32, limit: u32) -> Result<Vec<Offered>> {
    let (narrowed, values) = asked.conditions(2);
    let also = format!("exists (select 1 {FROM} and s.id = d.id{narrowed})");
    let ask = Ask {
        query: &asked.words,
        lang: TOWN,
        open_end: false,
        kinds: &[KIND],
        scopes: &[PUBLIC],
        from: None,
        until: None,
        also: Some(Also { sql: &also, args: &values }),
        order: Order::Relevance { skip },
        limit,
    };
    let ids: Vec<i64> = find(db, ask).await?.into_iter().map(|hit| hit.id).collect();
    if ids.is_empty() {
        return Ok(Vec::new());
    }
    let sql = format!("select {OFFERED} {FROM} and s.id in ({})", places(1, ids.len()));
    let mut rows: Vec<Offered> = db.all(sql, ids.iter().map(|id| Value::from(*id)).collect()).await?;
    rows.sort_by_key(|row| ids.iter().position(|id| *id == row.id.0));
    Ok(rows)
}

/// How many of those that are offered have each word of a kind.
pub async fn counts(db: &Db, kind: &str, asked: &Asked) -> Result<Vec<(String, i64)>> {
    let mut args = args![kind];
    let (narrowed, values) = asked.conditions(args.len() + 1);
    args.extend(values);
    let sql = format!(
        "select l.word, count(*) as n from service_label l where l.kind = $1 and exists (select 1 {FROM} and s.id = l.service_id{narrowed})
          group by l.word order by l.word"
    );
    Ok(db.all(sql, args).await?)
}

/// The offices behind what is offered.
pub async fn offices(db: &Db) -> Result<Vec<OfficeId>> {
    let rows: Vec<(OfficeId,)> = db.all(format!("select distinct v.office_id {FROM}"), vec![]).await?;
    Ok(rows.into_iter().map(|(id,)| id).collect())
}

/// How many are offered.
pub async fn count(db: &Db, asked: &Asked) -> Result<i64> {
    let (narrowed, values) = asked.conditions(1);
    let (count,): (i64,) = db.one(format!("select count(*) as n {FROM}{narrowed}"), values).await?;
    Ok(count)
}

/// The address of each service that is offered, and since when its card holds: for maps of the site.
pub async fn addresses(db: &Db) -> Result<Vec<(String, Time)>> {
    let rows: Vec<(String, Time, ServiceId)> = db.all(format!("select s.slug, v.published_at, s.id {FROM} order by s.id"), vec![]).await?;
    Ok(rows.into_iter().map(|(slug, at, _)| (format!("/servizi/{slug}"), at)).collect())
}

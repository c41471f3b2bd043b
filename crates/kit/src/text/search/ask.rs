//! Asking the search.

use crate::db::{Db, Engine, Value};
use crate::error::Result;
use crate::i18n::Lang;
use crate::text::analyser::query_terms;

/// How many of the newest matches are weighed against each other: weighing all costs as much as there are.
const CANDIDATES: i64 = 2_000;

/// A question.
#[derive(Debug, Clone, Copy)]
pub struct Ask<'a> {
    /// What a person typed.
    pub query: &'a str,
    /// The language of the town.
    pub lang: Lang,
    /// Is the last word perhaps not finished? For suggestions while somebody types.
    pub open_end: bool,
    /// Which kinds of documents; all when empty.
    pub kinds: &'a [&'a str],
    /// In which scopes; all when empty.
    pub scopes: &'a [&'a str],
    /// Not older than this id, the first of a day (see [`crate::ids::floor`]).
    pub from: Option<i64>,
    /// Older than this id.
    pub until: Option<i64>,
    /// What else must hold, in the words of the noun's own permission.
    pub also: Option<Also<'a>>,
    /// What comes first.
    pub order: Order,
    /// How many hits at the most.
    pub limit: u32,
}

/// A condition on `search_doc d` with its own arguments, which are `$2` and on.
#[derive(Debug, Clone, Copy)]
pub struct Also<'a> {
    /// The condition.
    pub sql: &'a str,
    /// Its arguments.
    pub args: &'a [Value],
}

/// What comes first.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Order {
    /// The newest, beginning with the first that is older than an id.
    Recency {
        /// The id that the hits are older than; `None` at the beginning.
        before: Option<i64>,
    },
    /// The best among the newest 2,000 matches. The two engines weigh differently: same hits, other order.
    Relevance {
        /// How many of the best were shown already.
        skip: u32,
    },
}

crate::row! {
    /// Something found.
    #[derive(Debug, Clone, PartialEq, Eq)]
    pub struct Hit {
        /// Its id.
        pub id: i64,
        /// Its noun's word.
        pub kind: String,
    }
}

/// What a noun's own query finds its rows by.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Matching {
    /// The ids of all documents that match, as a query that binds `query` as `$1`.
    pub ids: &'static str,
    /// The value of `$1`.
    pub query: String,
}

/// The documents that match what a person typed. `None` when that has no word which could be found.
pub fn matching(engine: Engine, query: &str, lang: Lang, open_end: bool) -> Option<Matching> {
    let sql = engine.search();
    Some(Matching { ids: sql.ids, query: sql.query(&query_terms(query, lang), open_end)? })
}

/// The documents that have every word of the query.
pub async fn find(db: &Db, ask: Ask<'_>) -> Result<Vec<Hit>> {
    let Some(Matching { query, .. }) = matching(db.engine(), ask.query, ask.lang, ask.open_end) else { return Ok(Vec::new()) };
    let sql = db.engine().search();
    let mut args = vec![Value::from(query)];
    args.extend(ask.also.iter().flat_map(|also| also.args.iter().cloned()));
    let mut bind = |value: Value| {
        args.push(value);
        format!("${}", args.len())
    };
    let mut conditions = String::new();
    for (column, words) in [("d.kind", ask.kinds), ("d.scope", ask.scopes)] {
        if !words.is_empty() {
            let marks: Vec<String> = words.iter().map(|word| bind((*word).into())).collect();
            conditions.push_str(&format!(" and {column} in ({})", marks.join(", ")));
        }
    }
    let (from, by_age, weight) = (sql.from, sql.by_age, sql.weight);
    for (than, id) in [(">=", ask.from), ("<", ask.until)] {
        if let Some(id) = id {
            conditions.push_str(&format!(" and {by_age} {than} {}", bind(id.into())));
        }
    }
    if let Some(also) = ask.also {
        conditions.push_str(&format!(" and ({})", also.sql));
    }
    let text = match ask.order {
        Order::Recency { before } => {
            if let Some(before) = before {
                conditions.push_str(&format!(" and {by_age} < {}", bind(before.into())));
            }
            let limit = bind(ask.limit.into());
            format!("select d.id, d.kind from {from}{conditions} order by {by_age} desc limit {limit}")
        }
        Order::Relevance { skip } => {
            let (limit, skip) = (bind(ask.limit.into()), bind(skip.into()));
            format!(
                "select c.id, c.kind
                   from (select d.id, d.kind, {weight} as weight from {from}{conditions} order by {by_age} desc limit {CANDIDATES}) c
                  order by c.weight, c.id desc limit {limit} offset {skip}"
            )
        }
    };
    Ok(db.all(text, args).await?)
}

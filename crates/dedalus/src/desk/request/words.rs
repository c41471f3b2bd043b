//! By what a request is found: its title, place and details, never who wrote it. One document of the search each, of a kind that
//! only lists of requests ask for: what of it somebody may read is said by the list.

use kit::Result;
use kit::clock::Time;
use kit::db::{Db, Engine, Tx};
use kit::i18n::Lang;
use kit::text::search::{self, Also, Ask, Document, Matching, Order, matching};

use super::kind::RequestId;
use crate::desk::ReceiptNumber;

/// The language everything is analysed in (see `kit::text::analyser`).
const TOWN: Lang = Lang::It;
/// The kind of the documents, which is their scope, too.
pub const KIND: &str = "request";

/// Puts a request into the search.
pub async fn put(tx: &mut Tx, id: RequestId, at: Time, title: &str, address: &str, body: &str) -> Result<()> {
    let text = text(title, address, body);
    search::put(tx, Document { id: id.0, kind: KIND, scope: KIND, at, text: &text }, TOWN).await
}

/// What is analysed.
pub fn text(title: &str, address: &str, body: &str) -> String {
    format!("{title}\n{address}\n{body}")
}

/// Puts some in again that an older analyser has read; are there more?
pub async fn read_again(tx: &mut Tx, limit: i64) -> Result<bool> {
    let outdated = search::outdated(tx, KIND, limit).await?;
    for id in &outdated {
        let found: Option<(String, String, String, Time)> =
            tx.maybe("select title, address, body, received_at from request where id = $1", kit::args![*id]).await?;
        match found {
            Some((title, address, body, at)) => put(tx, RequestId(*id), at, &title, &address, &body).await?,
            None => search::remove(tx, *id).await?,
        }
    }
    Ok(!outdated.is_empty())
}

/// What somebody looks for in a list.
pub enum Sought {
    /// The request of a number.
    Number(String),
    /// Those with all these words.
    Words(Matching),
    /// There is no word that could be found: everything.
    Nothing,
}

/// What was typed into the field of a list.
pub fn sought(engine: Engine, typed: &str) -> Sought {
    match ReceiptNumber::parse(typed) {
        Some(number) => Sought::Number(number.to_string()),
        None => matching(engine, typed, TOWN, false).map_or(Sought::Nothing, Sought::Words),
    }
}

/// The newest requests with these words for which something else holds, too.
pub async fn newest(db: &Db, typed: &str, also: Also<'_>, limit: u32) -> Result<Vec<i64>> {
    let order = Order::Recency { before: None };
    let ask = Ask {
        query: typed,
        lang: TOWN,
        open_end: false,
        kinds: &[KIND],
        scopes: &[],
        from: None,
        until: None,
        also: Some(also),
        order,
        limit,
    };
    Ok(search::find(db, ask).await?.into_iter().map(|hit| hit.id).collect())
}

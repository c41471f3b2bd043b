//! By what a service is found: its labels, and the document of the search. Written in the turn that publishes it.

use kit::db::Tx;
use kit::i18n::Lang;
use kit::text::search::{self, Document};
use kit::{Result, args};

use super::card::Card;
use super::record::ServiceId;

/// The language everything is analysed in (see `kit::text::analyser`).
pub const TOWN: Lang = Lang::It;
/// The kind of the search's documents.
pub const KIND: &str = "service";
/// Everybody reads services.
pub const PUBLIC: &str = "public";

/// Makes a published card findable, in place of what it was found by before.
pub async fn put(tx: &mut Tx, id: ServiceId, card: &Card) -> Result<()> {
    tx.run("delete from service_label where service_id = $1", args![id]).await?;
    for (kind, word) in card.labels() {
        tx.run("insert into service_label (service_id, kind, word) values ($1, $2, $3) on conflict do nothing", args![id, kind, word])
            .await?;
    }
    let document = Document { id: id.0, kind: KIND, scope: PUBLIC, at: tx.now(), text: &card.plain() };
    search::put(tx, document, TOWN).await
}

/// Takes it out of lists and search.
pub async fn remove(tx: &mut Tx, id: ServiceId) -> Result<()> {
    tx.run("delete from service_label where service_id = $1", args![id]).await?;
    search::remove(tx, id.0).await
}

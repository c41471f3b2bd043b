//! What is being written: kept at each step under a key that only its link knows, for seven days, with an account or without.

use std::collections::BTreeMap;

use kit::clock::{DAY, Time};
use kit::db::{Db, Tx};
use kit::secret::{SecretKey, hash_token, same, token};
use kit::text::fold;
use kit::{Error, Result, args};

use super::kind::Kind;
use super::receipt::ReceiptId;
use crate::identity::PersonId;

/// How long it is kept after it was last saved.
pub const KEPT: i64 = 7 * DAY;
/// Characters one field may have, whatever it is.
const FIELD_MAX: usize = 5_000;

/// What the word of a confirmation vouches for.
const PURPOSE: &str = "request.confirm";

fn hex(mac: &[u8]) -> String {
    mac.iter().take(20).map(|byte| format!("{byte:02x}")).collect()
}

/// What was typed, by the names of the fields.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Typed(pub BTreeMap<String, Vec<String>>);

impl Typed {
    /// The first value of a field.
    pub fn get(&self, name: &str) -> &str {
        self.0.get(name).and_then(|values| values.first()).map_or("", String::as_str)
    }

    /// All values of a field.
    pub fn all(&self, name: &str) -> Vec<String> {
        self.0.get(name).cloned().unwrap_or_default()
    }

    /// Is a box ticked?
    pub fn has(&self, name: &str) -> bool {
        !self.get(name).is_empty()
    }

    /// Sets a field.
    pub fn set(&mut self, name: &str, values: Vec<String>) {
        let values = values.into_iter().map(|value| value.chars().take(FIELD_MAX).collect()).collect();
        self.0.insert(name.to_owned(), values);
    }

    /// Sets a field of one value.
    pub fn put(&mut self, name: &str, value: impl Into<String>) {
        self.set(name, vec![value.into()]);
    }

    fn of_text(text: &str) -> Self {
        Self(serde_json::from_str(text).unwrap_or_default())
    }

    fn to_text(&self) -> Result<String> {
        Ok(serde_json::to_string(&self.0)?)
    }
}

kit::row! {
    struct Row {
        id: i64,
        person_id: Option<PersonId>,
        kind: Kind,
        fields: String,
        saved_at: Time,
        receipt_id: Option<ReceiptId>,
    }
}

/// A draft.
#[derive(Debug, Clone)]
pub struct Draft {
    /// Number.
    pub id: i64,
    /// Whose it is, when it was begun with an account.
    pub person: Option<PersonId>,
    /// What it will be.
    pub kind: Kind,
    /// What was typed.
    pub typed: Typed,
    /// When it was last saved.
    pub saved_at: Time,
    /// What became of it.
    pub receipt: Option<ReceiptId>,
}

impl From<Row> for Draft {
    fn from(row: Row) -> Self {
        let Row { id, person_id, kind, fields, saved_at, receipt_id } = row;
        Self { id, person: person_id, kind, typed: Typed::of_text(&fields), saved_at, receipt: receipt_id }
    }
}

const SELECT: &str = "select d.id, d.person_id, d.kind, d.fields, d.saved_at, d.receipt_id from request_draft d";

impl Draft {
    /// A mark of what is kept: a page that was made before another window saved has another one.
    pub fn mark(&self) -> Result<String> {
        Ok(hex(&hash_token(&self.typed.to_text()?)).chars().take(16).collect())
    }

    /// Begins one; the key that opens it.
    pub async fn begin(tx: &mut Tx, person: Option<PersonId>, kind: Kind, typed: &Typed) -> Result<String> {
        let now = tx.now();
        let (key, hash) = token()?;
        tx.run(
            "insert into request_draft (id, token_hash, person_id, kind, fields, created_at, saved_at, expires_at)
             values ($1, $2, $3, $4, $5, $6, $6, $7)",
            args![kit::ids::next(now), hash.to_vec(), person, kind, typed.to_text()?, now, now.plus(KEPT)],
        )
        .await?;
        Ok(key)
    }

    /// The one behind a key.
    pub async fn find(db: &Db, key: &str) -> Result<Self> {
        let sql = format!("{SELECT} where d.token_hash = $1 and d.expires_at > $2");
        let row: Row = db.one(sql, args![hash_token(key).to_vec(), db.now()]).await?;
        Ok(row.into())
    }

    /// The same within a turn.
    pub async fn find_in(tx: &mut Tx, id: i64) -> Result<Self> {
        let row: Row = tx.one(format!("{SELECT} where d.id = $1"), args![id]).await?;
        Ok(row.into())
    }

    /// Keeps what was typed. What was sent already stays as it is.
    pub async fn save(&self, tx: &mut Tx, typed: &Typed) -> Result<()> {
        let now = tx.now();
        tx.run(
            "update request_draft set fields = $2, saved_at = $3, expires_at = $4 where id = $1 and receipt_id is null",
            args![self.id, typed.to_text()?, now, now.plus(KEPT)],
        )
        .await?;
        Ok(())
    }

    /// The bytes that the word of a confirmation stands for: this draft, and the mailbox it names.
    fn confirmed(&self) -> Vec<u8> {
        format!("{}:{}", self.id, fold(self.typed.get("email"))).into_bytes()
    }

    /// Sent without an account: the word that its author's mail carries. Sent twice, both letters carry the same; to another
    /// mailbox, only the last one counts.
    pub async fn ask_to_confirm(&self, tx: &mut Tx, secret: &SecretKey) -> Result<String> {
        let key = hex(&secret.mac(PURPOSE, &self.confirmed()));
        tx.run("update request_draft set confirm_hash = $2 where id = $1", args![self.id, hash_token(&key).to_vec()]).await?;
        Ok(key)
    }

    /// The one that waits for this confirmation. One that names another mailbox by now does not: nobody there has confirmed.
    pub async fn waiting(db: &Db, secret: &SecretKey, key: &str) -> Result<Self> {
        let sql = format!("{SELECT} where d.confirm_hash = $1 and d.expires_at > $2");
        let row: Row = db.one(sql, args![hash_token(key).to_vec(), db.now()]).await?;
        let draft = Self::from(row);
        let fits = || secret.macs(PURPOSE, &draft.confirmed()).iter().any(|mac| same(hex(mac).as_bytes(), key.as_bytes()));
        if draft.receipt.is_some() || fits() { Ok(draft) } else { Err(Error::NotFound) }
    }

    /// It was sent: its words stand in the request now.
    pub async fn became(tx: &mut Tx, id: i64, receipt: ReceiptId) -> Result<()> {
        let done = tx.run("update request_draft set receipt_id = $2, fields = '{}' where id = $1", args![id, receipt]).await?;
        if done == 0 { Err(Error::NotFound) } else { Ok(()) }
    }
}

/// Forgets what nobody sent; how many. Photographs go with it.
pub async fn sweep(tx: &mut Tx, limit: i64) -> Result<u64> {
    let now = tx.now();
    let old = "select id from request_draft where expires_at < $1 order by id limit $2";
    let photos = format!("select id from request_photo where draft_id in ({old})");
    tx.run(format!("delete from request_photo_file where photo_id in ({photos})"), args![now, limit]).await?;
    tx.run(format!("delete from request_photo where draft_id in ({old})"), args![now, limit]).await?;
    Ok(tx.run(format!("delete from request_draft where id in ({old})"), args![now, limit]).await?)
}

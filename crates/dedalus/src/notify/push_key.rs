//! The town's own key for pushes (RFC 8292): made once, at the first need, and kept sealed. Browsers subscribe to this key, so
//! another one would silence every device.

use kit::{Error, Result, args};
use wire::push::Sender;

use crate::shell::App;

const PURPOSE: &str = "push key";

/// The key, made if there is none.
pub async fn sender(app: &App) -> Result<Sender> {
    if let Some(sender) = kept(app).await? {
        return Ok(sender);
    }
    let (sealed, public) = fresh(app)?;
    app.db
        .write(async |tx| {
            let now = tx.now();
            // Another process may have been faster: its key counts.
            tx.run(
                "insert into push_key (id, public_key, sealed, created_at) values (1, $1, $2, $3) on conflict (id) do nothing",
                args![public, sealed, now],
            )
            .await?;
            Ok(())
        })
        .await?;
    kept(app).await?.ok_or_else(|| Error::internal("the push key that was just made is not there"))
}

async fn kept(app: &App) -> Result<Option<Sender>> {
    let row: Option<(String,)> = app.db.maybe("select sealed from push_key where id = 1", vec![]).await?;
    let Some((sealed,)) = row else { return Ok(None) };
    let secret = app.secret.open(PURPOSE, &sealed)?;
    Sender::new(&secret).map(Some).map_err(Error::internal)
}

fn fresh(app: &App) -> Result<(String, String)> {
    let secret = random_key()?;
    let sender = Sender::new(&secret).map_err(Error::internal)?;
    Ok((app.secret.seal(PURPOSE, &secret)?, sender.public()))
}

/// 32 random bytes that are a key: nearly all are, so a few tries are enough.
pub fn random_key() -> Result<[u8; 32]> {
    for _ in 0..8 {
        let mut secret = [0; 32];
        getrandom::fill(&mut secret).map_err(|error| Error::internal(format!("no random numbers to be had: {error}")))?;
        if Sender::new(&secret).is_ok() {
            return Ok(secret);
        }
    }
    Err(Error::internal("eight random numbers in a row are no key"))
}

//! The town's way: where each kind of notice goes for who chose nothing. Without a word of the town, [`Kind::usual`] holds.

use kit::db::{Db, Tx};
use kit::{Result, args};

use super::channel::{Channels, MailWhen};
use super::kind::Kind;

/// Every kind with the town's way.
pub async fn all(db: &Db) -> Result<Vec<(Kind, Channels)>> {
    let kept: Vec<(Kind, bool, MailWhen, bool)> = db.all("select kind, in_page, mail, push from notice_usual", vec![]).await?;
    let of = |kind: Kind| {
        let said = kept.iter().find(|row| row.0 == kind);
        said.map_or(kind.usual(), |(_, in_page, mail, push)| Channels { in_page: *in_page, mail: *mail, push: *push })
    };
    Ok(Kind::ALL.iter().map(|kind| (*kind, of(*kind))).collect())
}

/// Sets the town's way for one kind. It holds for what is told from now on; who has chosen keeps their choice.
pub async fn save(tx: &mut Tx, kind: Kind, channels: Channels) -> Result<()> {
    tx.run(
        "insert into notice_usual (kind, in_page, mail, push) values ($1, $2, $3, $4)
         on conflict (kind) do update set in_page = excluded.in_page, mail = excluded.mail, push = excluded.push",
        args![kind, channels.in_page, channels.mail, channels.push],
    )
    .await?;
    Ok(())
}

kit::row! {
    /// How notices go, in figures.
    #[derive(Debug, Clone, Copy)]
    pub struct Traffic {
        /// Notices that wait for a mail.
        pub mails: i64,
        /// Notices that wait for a device.
        pub pushes: i64,
        /// Devices that can be reached.
        pub devices: i64,
        /// People who chose for themselves.
        pub chosen: i64,
    }
}

impl Traffic {
    /// As it is now.
    pub async fn now(db: &Db) -> Result<Self> {
        let sql = "select (select count(*) from notice where mail_at is not null) as mails,
                          (select count(*) from notice where push_at is not null) as pushes,
                          (select count(*) from push_device) as devices,
                          (select count(distinct person_id) from notice_choice) as chosen";
        Ok(db.one(sql, vec![]).await?)
    }
}

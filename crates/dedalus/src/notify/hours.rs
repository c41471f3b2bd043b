//! The hours a person chose: quiet ones, and the one of the daily mail.

use jiff::tz::TimeZone;
use kit::clock::Time;
use kit::db::{Db, Tx};
use kit::{Result, args};

use super::quiet::{Quiet, next_digest};
use crate::identity::PersonId;

/// The hour of the daily mail for who chose none.
pub const DIGEST_HOUR: u8 = 8;

/// What somebody chose.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Hours {
    /// When nothing may come by mail or push.
    pub quiet: Option<Quiet>,
    /// When the daily mail comes.
    pub digest: u8,
}

impl Hours {
    /// From a row, or from none.
    pub fn new(from: Option<u16>, to: Option<u16>, digest: Option<u8>) -> Self {
        Self { quiet: from.zip(to).map(|(from, to)| Quiet { from, to }), digest: digest.unwrap_or(DIGEST_HOUR) }
    }

    /// The first moment from this one on at which something may come.
    pub fn awake(self, at: Time, zone: &TimeZone) -> Time {
        self.quiet.map_or(at, |quiet| quiet.ends(at, zone))
    }

    /// When the next daily mail may come: at its hour, or when quiet ends after it.
    pub fn next_digest(self, after: Time, zone: &TimeZone) -> Time {
        self.awake(next_digest(after, self.digest, zone), zone)
    }

    /// A person's own.
    pub async fn of(db: &Db, person: PersonId) -> Result<Self> {
        type Row = (Option<u16>, Option<u16>, Option<u8>);
        let row: Option<Row> =
            db.maybe("select quiet_from, quiet_to, digest_hour from notice_hours where person_id = $1", args![person]).await?;
        let (from, to, digest) = row.unwrap_or_default();
        Ok(Self::new(from, to, digest))
    }

    /// Keeps them.
    pub async fn save(self, tx: &mut Tx, person: PersonId) -> Result<()> {
        tx.run(
            "insert into notice_hours (person_id, quiet_from, quiet_to, digest_hour) values ($1, $2, $3, $4)
             on conflict (person_id) do update set quiet_from = excluded.quiet_from, quiet_to = excluded.quiet_to,
                digest_hour = excluded.digest_hour",
            args![person, self.quiet.map(|quiet| quiet.from), self.quiet.map(|quiet| quiet.to), self.digest],
        )
        .await?;
        Ok(())
    }
}

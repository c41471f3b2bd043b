//! What was published, version after version. Everybody reads the newest; whoever works for the town reads all of them.

use kit::clock::Time;
use kit::db::Db;
use kit::{Result, args};

use super::record::ServiceId;
use super::words::{Category, State};
use super::written::Written;
use crate::identity::OfficeId;

kit::row! {
    /// A version in the list of versions.
    #[derive(Debug, Clone)]
    pub struct Version {
        /// From 1.
        pub number: i64,
        /// What is new, in the words of who published it.
        pub note: String,
        /// Who published it.
        pub by: Option<String>,
        /// When.
        pub published_at: Time,
    }
}

kit::row! {
    /// A card as it was published, with how the service stands now.
    #[derive(Debug, Clone)]
    pub struct Shown {
        /// Number of the service.
        pub id: ServiceId,
        /// Its code.
        pub code: String,
        /// Its name in addresses.
        pub slug: String,
        /// How it stands.
        pub state: State,
        /// Why it is suspended or retired.
        pub reason: String,
        /// The office behind it.
        pub office_id: OfficeId,
        written: String,
        /// Number of the version.
        pub number: i64,
        /// Since when it holds.
        pub published_at: Time,
    }
}

const SHOWN: &str = "select s.id, s.code, s.slug, s.state, s.reason, v.office_id, v.written, v.number, v.published_at
                       from service s join service_version v on v.service_id = s.id";

impl Version {
    /// Those of a service, the newest first.
    pub async fn of(db: &Db, id: ServiceId) -> Result<Vec<Self>> {
        Ok(db
            .all(
                "select v.number, v.note, p.name as by, v.published_at
                   from service_version v left join person p on p.id = v.published_by
                  where v.service_id = $1 order by v.number desc",
                args![id],
            )
            .await?)
    }
}

impl Shown {
    /// What the public reads of a service: also of one that is suspended or offered no more.
    pub async fn by_slug(db: &Db, slug: &str) -> Result<Self> {
        Ok(db.one(format!("{SHOWN} and v.number = s.version where s.slug = $1"), args![slug]).await?)
    }

    /// A certain version.
    pub async fn version(db: &Db, slug: &str, number: i64) -> Result<Self> {
        Ok(db.one(format!("{SHOWN} and v.number = $2 where s.slug = $1"), args![slug, number]).await?)
    }

    /// The card as it is written.
    pub fn written(&self) -> Result<Written> {
        Written::from_json(&self.written)
    }

    /// Is it offered no more?
    pub fn is_over(&self) -> bool {
        self.state == State::Retired
    }

    /// Its public page.
    pub fn path(&self) -> String {
        format!("/servizi/{}", self.slug)
    }
}

kit::row! {
    /// A service that is offered, in a list.
    #[derive(Debug, Clone)]
    pub struct Offered {
        /// Number.
        pub id: ServiceId,
        /// Its code.
        pub code: String,
        /// Its name in addresses.
        pub slug: String,
        /// How it stands.
        pub state: State,
        /// Its category.
        pub category: Category,
        /// What it is called.
        pub title: String,
        /// One sentence.
        pub summary: String,
        /// The office behind it.
        pub office_id: OfficeId,
        written: String,
        /// Number of the version.
        pub number: i64,
        /// Since when it holds.
        pub published_at: Time,
    }
}

/// The columns of [`Offered`] for `service s` and `service_version v`.
pub const OFFERED: &str = "s.id, s.code, s.slug, s.state, v.category, v.title, v.summary, v.office_id, v.written, v.number, v.published_at";

impl Offered {
    /// The card as it is written.
    pub fn written(&self) -> Result<Written> {
        Written::from_json(&self.written)
    }

    /// Its public page.
    pub fn path(&self) -> String {
        format!("/servizi/{}", self.slug)
    }

    /// Is it suspended?
    pub fn is_suspended(&self) -> bool {
        self.state == State::Suspended
    }
}

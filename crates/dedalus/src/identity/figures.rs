//! How many people, offices and pages there are: the first tiles of administration.

use kit::clock::{DAY, Time};
use kit::db::Db;
use kit::{Result, args};

kit::row! {
    /// The figures of identity at a moment.
    #[derive(Debug, Clone)]
    pub struct Figures {
        /// Accounts that are not closed.
        pub people: i64,
        /// Made within the last seven days.
        pub new_people: i64,
        /// Verified ones.
        pub verified: i64,
        /// Suspended ones.
        pub suspended: i64,
        /// People with a role that runs.
        pub staff: i64,
        /// Open pages.
        pub pages: i64,
        /// Open offices.
        pub offices: i64,
    }
}

impl Figures {
    /// Counts.
    pub async fn at(db: &Db, now: Time) -> Result<Self> {
        Ok(db
            .one(
                "select (select count(*) from person where state <> 'closed') as people,
                        (select count(*) from person where state <> 'closed' and created_at >= $2) as new_people,
                        (select count(*) from person where state <> 'closed' and tier = 'verified') as verified,
                        (select count(*) from person where state = 'suspended') as suspended,
                        (select count(distinct person_id) from membership
                          where starts_at <= $1 and (ends_at is null or ends_at > $1)) as staff,
                        (select count(*) from page where closed_at is null) as pages,
                        (select count(*) from office where closed_at is null) as offices",
                args![now, now.plus(-7 * DAY)],
            )
            .await?)
    }
}

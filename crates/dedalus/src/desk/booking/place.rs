//! Where one books: a counter of an office, with its address.

use kit::clock::Time;
use kit::db::{Db, Tx};
use kit::error::ViolationRule;
use kit::{Error, Result, args};

use crate::identity::OfficeId;

kit::id! {
    /// A place's number.
    PlaceId
}

kit::row! {
    /// A place of an office.
    #[derive(Debug, Clone)]
    pub struct Place {
        /// Number.
        pub id: PlaceId,
        /// Name in addresses: `/sala/{slug}`.
        pub slug: String,
        /// The office that works there.
        pub office_id: OfficeId,
        /// Name.
        pub name: String,
        /// Street and number.
        pub address: String,
        /// How one gets in: floor, ramp, which door.
        pub directions: String,
        /// Since when nobody books there any more.
        pub closed_at: Option<Time>,
    }
}

const SELECT: &str = "select id, slug, office_id, name, address, directions, closed_at from booking_place";

/// A place as somebody wants it to be, already checked.
#[derive(Debug, Clone)]
pub struct PlaceDraft {
    /// The office.
    pub office: OfficeId,
    /// Name.
    pub name: String,
    /// Street and number.
    pub address: String,
    /// How one gets in.
    pub directions: String,
}

const TAKEN: &[ViolationRule] = &[ViolationRule { table: "booking_place", what: "slug", field: "nome", key: "error-place-taken" }];

impl Place {
    /// All, open ones first.
    pub async fn all(db: &Db) -> Result<Vec<Self>> {
        Ok(db.all(format!("{SELECT} order by case when closed_at is null then 0 else 1 end, name, id"), vec![]).await?)
    }

    /// By number.
    pub async fn find(db: &Db, id: PlaceId) -> Result<Self> {
        Ok(db.one(format!("{SELECT} where id = $1"), args![id]).await?)
    }

    /// By its name in addresses.
    pub async fn by_slug(db: &Db, slug: &str) -> Result<Self> {
        Ok(db.one(format!("{SELECT} where slug = $1"), args![slug]).await?)
    }

    /// The same within a turn.
    pub async fn find_in(tx: &mut Tx, id: PlaceId) -> Result<Self> {
        Ok(tx.one(format!("{SELECT} where id = $1"), args![id]).await?)
    }

    /// Adds one.
    pub async fn create(tx: &mut Tx, slug: &str, draft: &PlaceDraft) -> Result<PlaceId> {
        let id = PlaceId::next(tx.now());
        tx.run(
            "insert into booking_place (id, slug, office_id, name, address, directions, created_at) values ($1, $2, $3, $4, $5, $6, $7)",
            args![id, slug, draft.office, &draft.name, &draft.address, &draft.directions, tx.now()],
        )
        .await
        .map_err(|error| Error::from(error).or_field(TAKEN))?;
        tx.touch("bookings");
        Ok(id)
    }

    /// Changes one. It stays with its office.
    pub async fn update(tx: &mut Tx, id: PlaceId, draft: &PlaceDraft) -> Result<()> {
        tx.run(
            "update booking_place set name = $2, address = $3, directions = $4 where id = $1",
            args![id, &draft.name, &draft.address, &draft.directions],
        )
        .await?;
        tx.touch("bookings");
        Ok(())
    }

    /// Closes it for new bookings, or opens it again.
    pub async fn set_closed(tx: &mut Tx, id: PlaceId, closed: bool) -> Result<()> {
        let at = closed.then(|| tx.now());
        tx.run("update booking_place set closed_at = $2 where id = $1", args![id, at]).await?;
        tx.touch("bookings");
        Ok(())
    }

    /// The subject of its waiting room, for kept pages and live ones.
    pub fn room(id: PlaceId) -> String {
        format!("room:{id}")
    }
}

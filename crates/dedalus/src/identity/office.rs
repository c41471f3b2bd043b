//! An organisational unit: its name, its door, who heads it.

use kit::db::{Db, Tx};
use kit::text::sort_key;
use kit::{Result, args};

use super::hours::Stretch;
use super::person::PersonId;

kit::id! {
    /// An office's number.
    OfficeId
}

/// What sort of office it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum OfficeKind {
    /// As most are.
    Ordinary,
    /// The public-relations office (L. 150/2000 art. 8): runs the desk.
    PublicRelations,
    /// The mayor's and assessors' office.
    Political,
}
kit::words!(OfficeKind { Ordinary = "ordinary", PublicRelations = "public_relations", Political = "political" });

kit::row! {
    /// An office.
    #[derive(Debug, Clone)]
    pub struct Office {
        /// Number.
        pub id: OfficeId,
        /// Name in addresses.
        pub slug: String,
        /// Name.
        pub name: String,
        /// Sort of office.
        pub kind: OfficeKind,
        /// What it does, in one sentence.
        pub purpose: String,
        /// Where it is.
        pub address: String,
        /// Telephone, as people write it.
        pub phone: String,
        /// Public address for mail.
        pub email: String,
        /// Who heads it.
        pub head: Option<String>,
    }
}

const SELECT: &str = "select o.id, o.slug, o.name, o.kind, o.purpose, o.address, o.phone, o.email, h.name as head
                        from office o left join person h on h.id = o.head_id";

/// An office about to be.
#[derive(Debug, Clone)]
pub struct NewOffice {
    /// Name in addresses.
    pub slug: String,
    /// Name.
    pub name: String,
    /// Sort of office.
    pub kind: OfficeKind,
    /// What it does.
    pub purpose: String,
    /// Where it is.
    pub address: String,
    /// Telephone.
    pub phone: String,
    /// Mail.
    pub email: String,
    /// Place in lists.
    pub position: i64,
    /// Opening hours.
    pub hours: Vec<Stretch>,
}

impl Office {
    /// All open offices in their order.
    pub async fn all(db: &Db) -> Result<Vec<Self>> {
        Ok(db.all(format!("{SELECT} where o.closed_at is null order by o.position, o.name_key"), vec![]).await?)
    }

    /// By name in addresses.
    pub async fn by_slug(db: &Db, slug: &str) -> Result<Self> {
        Ok(db.one(format!("{SELECT} where o.slug = $1 and o.closed_at is null"), args![slug]).await?)
    }

    /// By number.
    pub async fn find(db: &Db, id: OfficeId) -> Result<Self> {
        Ok(db.one(format!("{SELECT} where o.id = $1"), args![id]).await?)
    }

    /// The public-relations office, if the town has one.
    pub async fn public_relations(db: &Db) -> Result<Option<Self>> {
        Ok(db
            .maybe(format!("{SELECT} where o.kind = 'public_relations' and o.closed_at is null order by o.position limit 1"), vec![])
            .await?)
    }

    /// Opening hours, by weekday and hour.
    pub async fn hours(&self, db: &Db) -> Result<Vec<Stretch>> {
        Ok(db.all("select weekday, opens, closes from office_hours where office_id = $1 order by weekday, opens", args![self.id]).await?)
    }

    /// Adds an office.
    pub async fn create(tx: &mut Tx, new: &NewOffice) -> Result<OfficeId> {
        let now = tx.now();
        let id = OfficeId::next(now);
        tx.run(
            "insert into office (id, slug, name, name_key, kind, purpose, address, phone, email, position, created_at)
             values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)",
            args![
                id,
                &new.slug,
                &new.name,
                sort_key(&new.name),
                new.kind,
                &new.purpose,
                &new.address,
                &new.phone,
                &new.email,
                new.position,
                now
            ],
        )
        .await?;
        for stretch in &new.hours {
            tx.run(
                "insert into office_hours (id, office_id, weekday, opens, closes) values ($1, $2, $3, $4, $5)",
                args![kit::ids::next(now), id, stretch.weekday, stretch.opens, stretch.closes],
            )
            .await?;
        }
        tx.touch("offices");
        Ok(id)
    }

    /// Says who heads it.
    pub async fn set_head(tx: &mut Tx, id: OfficeId, head: PersonId) -> Result<()> {
        tx.run("update office set head_id = $2 where id = $1", args![id, head]).await?;
        tx.touch("offices");
        Ok(())
    }

    /// The telephone number as `tel:` wants it (RFC 3966): digits, and the country's prefix if none is there.
    pub fn dial(&self) -> String {
        let digits: String = self.phone.chars().filter(|c| c.is_ascii_digit() || *c == '+').collect();
        if digits.starts_with('+') { digits } else { format!("+39{digits}") }
    }

    /// The office's public address.
    pub fn path(&self) -> String {
        format!("/uffici/{}", self.slug)
    }
}

kit::row! {
    /// One stretch of one office's week.
    #[derive(Debug, Clone, Copy)]
    pub struct OfficeStretch {
        /// The office.
        pub office_id: OfficeId,
        /// ISO weekday.
        pub weekday: u8,
        /// First minute.
        pub opens: u16,
        /// First minute after.
        pub closes: u16,
    }
}

/// The hours of all offices at once: lists need no query an office.
pub async fn all_hours(db: &Db) -> Result<Vec<OfficeStretch>> {
    Ok(db.all("select office_id, weekday, opens, closes from office_hours order by office_id, weekday, opens", vec![]).await?)
}

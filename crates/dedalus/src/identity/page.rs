//! A voice of the institution. Several people may speak as it; the page shows the institution, the audit shows who.

use kit::db::{Db, Tx};
use kit::text::{fold, sort_key};
use kit::{Error, Result, args};

use super::office::OfficeId;
use super::person::PersonId;

kit::id! {
    /// An institutional page's number.
    PageId
}

/// The colour of a page's mark.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Colour {
    /// Sea, white letters.
    Sea,
    /// Terracotta, white letters.
    Terra,
    /// Sand, dark letters.
    Sand,
}
kit::words!(Colour { Sea = "sea", Terra = "terra", Sand = "sand" });

impl Colour {
    /// The class of the mark in the stylesheet.
    pub const fn class(self) -> &'static str {
        match self {
            Self::Sea => "ded-mark",
            Self::Terra => "ded-mark ded-mark--terra",
            Self::Sand => "ded-mark ded-mark--sand",
        }
    }
}

kit::row! {
    /// An institutional page.
    #[derive(Debug, Clone)]
    pub struct Page {
        /// Number.
        pub id: PageId,
        /// Name in addresses.
        pub handle: String,
        /// Name.
        pub name: String,
        /// One to three letters for the mark.
        pub initials: String,
        /// The mark's colour.
        pub colour: Colour,
        /// Who speaks here and about what.
        pub bio: String,
        /// The office behind it.
        pub office_id: Option<OfficeId>,
        /// Name of the illustration on top of the profile.
        pub cover: String,
    }
}

const COLUMNS: &str = "id, handle, name, initials, colour, bio, office_id, cover";

/// A page about to be.
#[derive(Debug, Clone)]
pub struct NewPage {
    /// Name in addresses.
    pub handle: String,
    /// Name.
    pub name: String,
    /// Letters of the mark.
    pub initials: String,
    /// Colour of the mark.
    pub colour: Colour,
    /// Who speaks here.
    pub bio: String,
    /// The office behind it.
    pub office_id: Option<OfficeId>,
    /// Illustration.
    pub cover: String,
    /// Place in lists.
    pub position: i64,
}

impl Page {
    /// All open pages in their order.
    pub async fn all(db: &Db) -> Result<Vec<Self>> {
        Ok(db.all(format!("select {COLUMNS} from page where closed_at is null order by position, name_key"), vec![]).await?)
    }

    /// By name in addresses.
    pub async fn by_handle(db: &Db, handle: &str) -> Result<Self> {
        Ok(db.one(format!("select {COLUMNS} from page where handle_folded = $1 and closed_at is null"), args![fold(handle)]).await?)
    }

    /// By number.
    pub async fn find(db: &Db, id: PageId) -> Result<Self> {
        Ok(db.one(format!("select {COLUMNS} from page where id = $1 and closed_at is null"), args![id]).await?)
    }

    /// Adds a page.
    pub async fn create(tx: &mut Tx, new: &NewPage) -> Result<PageId> {
        let now = tx.now();
        let id = PageId::next(now);
        tx.run(
            "insert into page (id, handle, handle_folded, name, name_key, initials, colour, bio, office_id, cover, position, created_at)
             values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)",
            args![
                id,
                &new.handle,
                fold(&new.handle),
                &new.name,
                sort_key(&new.name),
                &new.initials,
                new.colour,
                &new.bio,
                new.office_id,
                &new.cover,
                new.position,
                now
            ],
        )
        .await?;
        kit::text::search::put_trigrams(tx, "page", id.0, &format!("{} {}", new.name, new.handle)).await?;
        tx.touch("pages");
        Ok(id)
    }

    /// Changes name, letters, colour and words.
    pub async fn update(tx: &mut Tx, id: PageId, name: &str, initials: &str, colour: Colour, bio: &str) -> Result<()> {
        let handle: Option<(String,)> = tx
            .maybe(
                "update page set name = $2, name_key = $3, initials = $4, colour = $5, bio = $6 where id = $1 and closed_at is null returning handle",
                args![id, name, sort_key(name), initials, colour, bio],
            )
            .await?;
        let Some((handle,)) = handle else { return Err(Error::NotFound) };
        kit::text::search::put_trigrams(tx, "page", id.0, &format!("{name} {handle}")).await?;
        tx.touch("pages");
        tx.touch(format!("page:{id}"));
        Ok(())
    }

    /// The page's public address.
    pub fn path(&self) -> String {
        format!("/pagine/{}", self.handle)
    }
}

/// What an editor may do as a page.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Rights {
    /// Publish posts.
    pub publish: bool,
    /// Answer comments.
    pub reply: bool,
}

kit::row! {
    /// An editor of a page.
    #[derive(Debug, Clone)]
    pub struct Editor {
        /// The person.
        pub person_id: PersonId,
        /// Name.
        pub name: String,
        /// Name in addresses.
        pub handle: String,
        /// May publish.
        pub may_publish: bool,
        /// May answer.
        pub may_reply: bool,
    }
}

/// The editors of a page, by name.
pub async fn editors(db: &Db, page: PageId) -> Result<Vec<Editor>> {
    Ok(db
        .all(
            "select e.person_id, p.name, p.handle, e.may_publish, e.may_reply from page_editor e join person p on p.id = e.person_id
              where e.page_id = $1 order by p.name_key, p.id",
            args![page],
        )
        .await?)
}

/// Lets a person speak as a page, or changes what that person may do.
pub async fn set_editor(tx: &mut Tx, page: PageId, person: PersonId, rights: Rights, by: Option<PersonId>) -> Result<()> {
    let now = tx.now();
    tx.run(
        "insert into page_editor (page_id, person_id, may_publish, may_reply, created_by, created_at) values ($1, $2, $3, $4, $5, $6)
         on conflict (page_id, person_id) do update set may_publish = excluded.may_publish, may_reply = excluded.may_reply",
        args![page, person, rights.publish, rights.reply, by, now],
    )
    .await?;
    tx.touch(format!("person:{person}"));
    Ok(())
}

/// Takes the right to speak away.
pub async fn remove_editor(tx: &mut Tx, page: PageId, person: PersonId) -> Result<()> {
    let gone = tx.run("delete from page_editor where page_id = $1 and person_id = $2", args![page, person]).await?;
    if gone == 0 {
        return Err(Error::NotFound);
    }
    tx.touch(format!("person:{person}"));
    Ok(())
}

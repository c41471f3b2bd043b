//! An institutional page as administration keeps it: open or closed, with its editors, and what changes it.

use kit::clock::Time;
use kit::db::{Db, Tx, Value, containing};
use kit::error::ViolationRule;
use kit::text::{fold, sort_key};
use kit::{Error, Result, args};

use super::office::OfficeId;
use super::page::{Colour, NewPage, Page, PageId, Rights};
use super::person::PersonId;

/// The illustrations that can stand on top of a page, with the keys of their names.
pub const COVERS: &[(&str, &str)] = &[
    ("golfo.svg", "admin-cover-golfo"),
    ("porto.svg", "admin-cover-porto"),
    ("mercato.svg", "admin-cover-mercato"),
    ("duomo.svg", "admin-cover-duomo"),
    ("chiostro.svg", "admin-cover-chiostro"),
    ("scaffali.svg", "admin-cover-scaffali"),
    ("gronda-leone.svg", "admin-cover-gronda-leone"),
    ("acquedotto.svg", "admin-cover-acquedotto"),
    ("tempio.svg", "admin-cover-tempio"),
    ("villa-palmeri.svg", "admin-cover-villa-palmeri"),
    ("monte.svg", "admin-cover-monte"),
    ("carnevale.svg", "admin-cover-carnevale"),
    ("corteo.svg", "admin-cover-corteo"),
    ("rogo.svg", "admin-cover-rogo"),
    ("navetta.svg", "admin-cover-navetta"),
    ("raccolta.svg", "admin-cover-raccolta"),
    ("lampione.svg", "admin-cover-lampione"),
    ("vento.svg", "admin-cover-vento"),
    ("ufficio.svg", "admin-cover-ufficio"),
    ("mappa.svg", "admin-cover-mappa"),
];

kit::row! {
    /// A page with everything administration sees of it.
    #[derive(Debug, Clone)]
    pub struct PageRecord {
        /// Number.
        pub id: PageId,
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
        /// Its name.
        pub office: Option<String>,
        /// Illustration.
        pub cover: String,
        /// Place in lists.
        pub position: i64,
        /// Does what is published there take two people?
        pub two_person: bool,
        /// Since when it is closed.
        pub closed_at: Option<Time>,
        /// How many people may speak as it.
        pub editors: i64,
    }
}

const SELECT: &str = "select p.id, p.handle, p.name, p.initials, p.colour, p.bio, p.office_id, o.name as office, p.cover, p.position,
        p.two_person, p.closed_at, (select count(*) from page_editor e where e.page_id = p.id) as editors
   from page p left join office o on o.id = p.office_id";

/// `$1` to `$4` are what [`PageFilter::args`] gives.
const WHERE: &str = "where (cast($1 as text) is null or p.name_key like $1 escape '\\' or p.handle_folded like $2 escape '\\')
    and (cast($3 as bigint) is null or (p.closed_at is null) = ($3 = 1))
    and (cast($4 as bigint) is null or p.office_id = $4)";

/// What the list of pages is narrowed to.
#[derive(Debug, Clone, Default)]
pub struct PageFilter {
    /// Part of the name.
    pub text: Option<String>,
    /// Only open ones, or only closed ones.
    pub open: Option<bool>,
    /// Only those of this office.
    pub office: Option<OfficeId>,
    /// Only those that stand after this one.
    pub after: Option<i64>,
}

impl PageFilter {
    fn args(&self) -> Vec<Value> {
        let key = self.text.as_ref().map(|text| containing(&sort_key(text)));
        let folded = self.text.as_ref().map(|text| containing(fold(text).trim_start_matches('@')));
        args![key, folded, self.open, self.office]
    }
}

/// What administration says of a page, already checked field by field.
#[derive(Debug, Clone)]
pub struct PageDraft {
    /// Name.
    pub name: String,
    /// Letters of the mark.
    pub initials: String,
    /// Colour of the mark.
    pub colour: Colour,
    /// Who speaks here.
    pub bio: String,
    /// The office behind it.
    pub office: Option<OfficeId>,
    /// Illustration.
    pub cover: String,
    /// Place in lists.
    pub position: i64,
    /// Does what is published there take two people?
    pub two_person: bool,
}

/// Which violations belong beside which field.
const TAKEN: &[ViolationRule] =
    &[ViolationRule { table: "page", what: "handle_folded", field: "nickname", key: "error-page-handle-taken" }];

impl PageRecord {
    /// By name in addresses, open or closed.
    pub async fn by_handle(db: &Db, handle: &str) -> Result<Self> {
        Ok(db.one(format!("{SELECT} where p.handle_folded = $1"), args![fold(handle)]).await?)
    }

    /// In their order.
    pub async fn list(db: &Db, filter: &PageFilter, limit: i64) -> Result<Vec<Self>> {
        let mut args = filter.args();
        args.extend(args![filter.after, limit]);
        let sql = format!(
            "{SELECT} {WHERE}
                and (cast($5 as bigint) is null or (p.position, p.name_key, p.id) >
                      (select k.position, k.name_key, k.id from page k where k.id = $5))
              order by p.position, p.name_key, p.id limit $6"
        );
        Ok(db.all(sql, args).await?)
    }

    /// Adds a page.
    pub async fn create(tx: &mut Tx, handle: &str, draft: &PageDraft) -> Result<PageId> {
        let new = NewPage {
            handle: handle.to_owned(),
            name: draft.name.clone(),
            initials: draft.initials.clone(),
            colour: draft.colour,
            bio: draft.bio.clone(),
            office_id: draft.office,
            cover: draft.cover.clone(),
            position: draft.position,
        };
        let id = Page::create(tx, &new).await.map_err(|error| error.or_field(TAKEN))?;
        tx.run("update page set two_person = $2 where id = $1", args![id, draft.two_person]).await?;
        Ok(id)
    }

    /// Changes it.
    pub async fn update(tx: &mut Tx, id: PageId, draft: &PageDraft) -> Result<()> {
        Page::update(tx, id, &draft.name, &draft.initials, draft.colour, &draft.bio).await?;
        tx.run(
            "update page set office_id = $2, cover = $3, position = $4, two_person = $5 where id = $1",
            args![id, draft.office, &draft.cover, draft.position, draft.two_person],
        )
        .await?;
        Ok(())
    }

    /// Closes it: nobody speaks as it any more, what was said stays.
    pub async fn close(tx: &mut Tx, id: PageId) -> Result<()> {
        let now = tx.now();
        Self::set_closed(tx, id, Some(now)).await
    }

    /// Opens it again, with the editors it had.
    pub async fn reopen(tx: &mut Tx, id: PageId) -> Result<()> {
        Self::set_closed(tx, id, None).await
    }

    async fn set_closed(tx: &mut Tx, id: PageId, at: Option<Time>) -> Result<()> {
        let changed = tx
            .run("update page set closed_at = $2 where id = $1 and (closed_at is null) = (cast($2 as bigint) is not null)", args![id, at])
            .await?;
        if changed == 0 {
            return Err(Error::Conflict("failure-409-advice"));
        }
        tx.touch("pages");
        tx.touch(format!("page:{id}"));
        Ok(())
    }
}

kit::row! {
    /// A page somebody may speak as.
    #[derive(Debug, Clone)]
    pub struct EditedPage {
        /// Name in addresses.
        pub handle: String,
        /// Name.
        pub name: String,
        /// May publish.
        pub may_publish: bool,
        /// May answer.
        pub may_reply: bool,
    }
}

/// The open pages a person may speak as, by name.
pub async fn pages_of(db: &Db, person: PersonId) -> Result<Vec<EditedPage>> {
    Ok(db
        .all(
            "select p.handle, p.name, e.may_publish, e.may_reply from page_editor e join page p on p.id = e.page_id
              where e.person_id = $1 and p.closed_at is null order by p.name_key, p.id",
            args![person],
        )
        .await?)
}

/// What one person may do as a page now.
pub async fn rights_of(tx: &mut Tx, page: PageId, person: PersonId) -> Result<Option<Rights>> {
    let found: Option<(bool, bool)> =
        tx.maybe("select may_publish, may_reply from page_editor where page_id = $1 and person_id = $2", args![page, person]).await?;
    Ok(found.map(|(publish, reply)| Rights { publish, reply }))
}

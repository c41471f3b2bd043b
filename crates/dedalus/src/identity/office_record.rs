//! An office as administration keeps it: every column, open or closed, and what changes it.

use kit::clock::Time;
use kit::db::{Db, Tx, Value, containing};
use kit::error::ViolationRule;
use kit::text::{fold, sort_key};
use kit::{Error, Result, args};

use super::hours::Stretch;
use super::office::{NewOffice, Office, OfficeId, OfficeKind};
use super::person::PersonId;

kit::row! {
    /// An office with everything administration sees of it.
    #[derive(Debug, Clone)]
    pub struct OfficeRecord {
        /// Number.
        pub id: OfficeId,
        /// Name in addresses.
        pub slug: String,
        /// Name.
        pub name: String,
        /// Sort of office.
        pub kind: OfficeKind,
        /// The office above.
        pub parent_id: Option<OfficeId>,
        /// Its name.
        pub parent: Option<String>,
        /// What it does.
        pub purpose: String,
        /// Where it is.
        pub address: String,
        /// Telephone.
        pub phone: String,
        /// Mail.
        pub email: String,
        /// Handle of who heads it.
        pub head_handle: Option<String>,
        /// Name of who heads it.
        pub head: Option<String>,
        /// Place in lists.
        pub position: i64,
        /// Since when it is closed.
        pub closed_at: Option<Time>,
        /// Roles that run in it now.
        pub members: i64,
    }
}

/// `$1` is now.
const SELECT: &str = "select o.id, o.slug, o.name, o.kind, o.parent_id, u.name as parent, o.purpose, o.address, o.phone, o.email,
        h.handle as head_handle, h.name as head, o.position, o.closed_at,
        (select count(*) from membership m
          where m.office_id = o.id and m.starts_at <= $1 and (m.ends_at is null or m.ends_at > $1)) as members
   from office o left join office u on u.id = o.parent_id left join person h on h.id = o.head_id";

/// `$2` to `$5` are what [`OfficeFilter::args`] gives.
const WHERE: &str = "where (cast($2 as text) is null or o.name_key like $2 escape '\\' or o.slug like $3 escape '\\')
    and (cast($4 as text) is null or o.kind = $4)
    and (cast($5 as bigint) is null or (o.closed_at is null) = ($5 = 1))";

/// What the list of offices is narrowed to.
#[derive(Debug, Clone, Default)]
pub struct OfficeFilter {
    /// Part of the name.
    pub text: Option<String>,
    /// Only this sort.
    pub kind: Option<OfficeKind>,
    /// Only open ones, or only closed ones.
    pub open: Option<bool>,
    /// Only those that stand after this one.
    pub after: Option<i64>,
}

impl OfficeFilter {
    fn args(&self, now: Time) -> Vec<Value> {
        let key = self.text.as_ref().map(|text| containing(&sort_key(text)));
        let folded = self.text.as_ref().map(|text| containing(&fold(text)));
        args![now, key, folded, self.kind, self.open]
    }
}

/// What administration says of an office, already checked field by field.
#[derive(Debug, Clone)]
pub struct OfficeDraft {
    /// Name.
    pub name: String,
    /// Sort of office.
    pub kind: OfficeKind,
    /// The office above.
    pub parent: Option<OfficeId>,
    /// What it does.
    pub purpose: String,
    /// Where it is.
    pub address: String,
    /// Telephone.
    pub phone: String,
    /// Mail.
    pub email: String,
    /// Who heads it.
    pub head: Option<PersonId>,
    /// Place in lists.
    pub position: i64,
    /// Opening hours.
    pub hours: Vec<Stretch>,
}

/// Which violations belong beside which field.
const TAKEN: &[ViolationRule] = &[ViolationRule { table: "office", what: "slug", field: "slug", key: "error-slug-taken" }];

impl OfficeRecord {
    /// By name in addresses, open or closed.
    pub async fn by_slug(db: &Db, slug: &str) -> Result<Self> {
        Ok(db.one(format!("{SELECT} where o.slug = $2"), args![db.now(), slug]).await?)
    }

    /// In their order.
    pub async fn list(db: &Db, filter: &OfficeFilter, limit: i64) -> Result<Vec<Self>> {
        let mut args = filter.args(db.now());
        args.extend(args![filter.after, limit]);
        let sql = format!(
            "{SELECT} {WHERE}
                and (cast($6 as bigint) is null or (o.position, o.name_key, o.id) >
                      (select k.position, k.name_key, k.id from office k where k.id = $6))
              order by o.position, o.name_key, o.id limit $7"
        );
        Ok(db.all(sql, args).await?)
    }

    /// Opening hours, by weekday and hour.
    pub async fn hours(&self, db: &Db) -> Result<Vec<Stretch>> {
        Ok(db.all("select weekday, opens, closes from office_hours where office_id = $1 order by weekday, opens", args![self.id]).await?)
    }

    /// Adds an office.
    pub async fn create(tx: &mut Tx, slug: &str, draft: &OfficeDraft) -> Result<OfficeId> {
        let new = NewOffice {
            slug: slug.to_owned(),
            name: draft.name.clone(),
            kind: draft.kind,
            purpose: draft.purpose.clone(),
            address: draft.address.clone(),
            phone: draft.phone.clone(),
            email: draft.email.clone(),
            position: draft.position,
            hours: Vec::new(),
        };
        let id = Office::create(tx, &new).await.map_err(|error| error.or_field(TAKEN))?;
        Self::update(tx, id, draft).await?;
        Ok(id)
    }

    /// Changes it, its hours included. An office cannot stand below itself.
    pub async fn update(tx: &mut Tx, id: OfficeId, draft: &OfficeDraft) -> Result<()> {
        let above: Vec<(OfficeId, OfficeId)> = tx.all("select id, parent_id from office where parent_id is not null", vec![]).await?;
        if draft.parent.is_some_and(|parent| stands_below(&above, parent, id)) {
            return Err(Error::field("padre", "error-office-circle"));
        }
        let changed = tx
            .run(
                "update office set name = $2, name_key = $3, kind = $4, parent_id = $5, purpose = $6, address = $7, phone = $8, email = $9,
                                   head_id = $10, position = $11
                  where id = $1 and closed_at is null",
                args![
                    id,
                    &draft.name,
                    sort_key(&draft.name),
                    draft.kind,
                    draft.parent,
                    &draft.purpose,
                    &draft.address,
                    &draft.phone,
                    &draft.email,
                    draft.head,
                    draft.position
                ],
            )
            .await?;
        if changed == 0 {
            return Err(Error::NotFound);
        }
        set_hours(tx, id, &draft.hours).await?;
        tx.touch("offices");
        Ok(())
    }

    /// Closes it: it leaves the lists and keeps its history. Not while roles run in it or other offices stand below it.
    pub async fn close(tx: &mut Tx, id: OfficeId) -> Result<()> {
        let now = tx.now();
        let (members, below): (i64, i64) = tx
            .one(
                "select (select count(*) from membership where office_id = $1 and (ends_at is null or ends_at > $2)) as members,
                        (select count(*) from office where parent_id = $1 and closed_at is null) as below",
                args![id, now],
            )
            .await?;
        if members > 0 {
            return Err(Error::field("", "error-office-staffed"));
        }
        if below > 0 {
            return Err(Error::field("", "error-office-above"));
        }
        Self::set_closed(tx, id, Some(now)).await
    }

    /// Opens it again.
    pub async fn reopen(tx: &mut Tx, id: OfficeId) -> Result<()> {
        Self::set_closed(tx, id, None).await
    }

    async fn set_closed(tx: &mut Tx, id: OfficeId, at: Option<Time>) -> Result<()> {
        let changed = tx
            .run("update office set closed_at = $2 where id = $1 and (closed_at is null) = (cast($2 as bigint) is not null)", args![id, at])
            .await?;
        if changed == 0 {
            return Err(Error::Conflict("failure-409-advice"));
        }
        tx.touch("offices");
        Ok(())
    }
}

async fn set_hours(tx: &mut Tx, id: OfficeId, hours: &[Stretch]) -> Result<()> {
    let now = tx.now();
    tx.run("delete from office_hours where office_id = $1", args![id]).await?;
    for stretch in hours {
        tx.run(
            "insert into office_hours (id, office_id, weekday, opens, closes) values ($1, $2, $3, $4, $5)",
            args![kit::ids::next(now), id, stretch.weekday, stretch.opens, stretch.closes],
        )
        .await?;
    }
    Ok(())
}

/// Does `office` stand below `top`, or is it `top` itself? `above` names each office with the one above it.
fn stands_below(above: &[(OfficeId, OfficeId)], office: OfficeId, top: OfficeId) -> bool {
    let mut here = Some(office);
    // Each step goes one up; more steps than offices means that there is a circle already.
    for _ in 0..above.len() + 2 {
        match here {
            Some(id) if id == top => return true,
            Some(id) => here = above.iter().find(|(below, _)| *below == id).map(|(_, up)| *up),
            None => return false,
        }
    }
    true
}

/// The name in addresses that a name suggests: `Lavori pubblici` becomes `lavori-pubblici`.
pub fn slug_of(name: &str) -> String {
    let mut slug = String::new();
    for c in fold(name).chars() {
        if c.is_ascii_alphanumeric() {
            slug.push(c);
        } else if !slug.is_empty() && !slug.ends_with('-') {
            slug.push('-');
        }
    }
    slug.chars().take(60).collect::<String>().trim_end_matches('-').to_owned()
}

/// Words that are addresses of their own beside offices and pages.
const KEPT: &[&str] = &["nuovo", "nuova"];

/// May it stand in an address: small letters, digits, single dashes between them, from 2 to 60?
pub fn is_slug(text: &str) -> bool {
    let sound = |part: &str| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit());
    (2..=60).contains(&text.len()) && text.split('-').all(sound) && !KEPT.contains(&text)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn an_office_never_stands_below_itself() {
        let above = [(OfficeId(2), OfficeId(1)), (OfficeId(3), OfficeId(2))];
        assert!(stands_below(&above, OfficeId(3), OfficeId(1)));
        assert!(stands_below(&above, OfficeId(1), OfficeId(1)));
        assert!(!stands_below(&above, OfficeId(1), OfficeId(3)));
        assert!(!stands_below(&above, OfficeId(3), OfficeId(9)));
        assert!(!stands_below(&[], OfficeId(1), OfficeId(2)));
        let circle = [(OfficeId(1), OfficeId(2)), (OfficeId(2), OfficeId(1))];
        assert!(stands_below(&circle, OfficeId(1), OfficeId(9)));
    }

    #[test]
    fn a_name_suggests_its_address() {
        assert_eq!(slug_of("Lavori pubblici & Mobilità"), "lavori-pubblici-mobilita");
        assert_eq!(slug_of("  URP!  "), "urp");
        assert!(!is_slug("nuovo") && !is_slug("-a") && !is_slug("a--b") && !is_slug("A") && !is_slug(""));
    }

    proptest! {
        #[test]
        fn what_a_name_suggests_may_stand_in_an_address(name in ".{0,90}") {
            let slug = slug_of(&name);
            prop_assert!(slug.len() < 2 || is_slug(&slug) || KEPT.contains(&slug.as_str()), "{slug}");
        }
    }
}

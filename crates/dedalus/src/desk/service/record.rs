//! A service as its office keeps it: the working text, how it stands, and what changes it. Two who write at the same time do not
//! overwrite each other: who saves names the revision the text began with.

use kit::clock::Time;
use kit::db::{Db, Tx, Value, containing, places};
use kit::error::ViolationRule;
use kit::text::{fold, sort_key};
use kit::{Error, Result, args};

use super::card::Card;
use super::index;
use super::words::State;
use super::written::{Field, Written};
use crate::identity::{Act, Actor, Entry, OfficeId, Reach, Viewer, note};

kit::id! {
    /// A service's number.
    ServiceId
}

/// What every list, card and search of services shows: the subject of the page cache.
pub const SERVICES: &str = "services";
/// What stands in the place of a name in addresses under `/servizi` and its administration.
const KEPT: &[&str] = &["nuovo", "guida", "argomenti", "eventi", "categorie", "importazione", "confronto"];

kit::row! {
    /// A service with everything its office sees of it.
    #[derive(Debug, Clone)]
    pub struct Service {
        /// Number.
        pub id: ServiceId,
        /// The code by which the town hall and its files know it.
        pub code: String,
        /// Name in addresses.
        pub slug: String,
        /// The office behind it.
        pub office_id: OfficeId,
        /// How it stands.
        pub state: State,
        /// Why it is suspended or retired.
        pub reason: String,
        /// What it is called in the working text.
        pub title: String,
        written: String,
        /// Counts what was saved.
        pub revision: i64,
        /// The version that the public reads; 0 is none.
        pub version: i64,
        /// Does the working text say something else than that version?
        pub is_ahead: bool,
        /// When it was last saved.
        pub changed_at: Time,
    }
}

const SELECT: &str = "select s.id, s.code, s.slug, s.office_id, s.state, s.reason, s.title, s.written, s.revision, s.version, s.is_ahead,
        s.changed_at from service s";

/// Which violations belong beside which field.
const TAKEN: &[ViolationRule] = &[
    ViolationRule { table: "service", what: "code_folded", field: "codice", key: "error-service-code-taken" },
    ViolationRule { table: "service", what: "slug", field: "slug", key: "error-slug-taken" },
];

/// What the list of administration is narrowed to.
#[derive(Debug, Clone, Default)]
pub struct ServiceFilter {
    /// Part of the title or of the code.
    pub text: Option<String>,
    /// Only of this office.
    pub office: Option<OfficeId>,
    /// Only in this state.
    pub state: Option<State>,
    /// Only those that stand after this one.
    pub after: Option<i64>,
}

/// The offices whose services somebody keeps: all of them, or these.
pub fn kept_offices(viewer: &Viewer) -> Result<Option<Vec<OfficeId>>> {
    let me = viewer.me()?;
    Ok((me.reach(Act::KeepServices) != Reach::All).then(|| me.offices(Act::KeepServices)))
}

/// The condition that a service `s` is kept by somebody; its values stand from `$first` on.
fn kept(offices: Option<&Vec<OfficeId>>, first: usize) -> (String, Vec<Value>) {
    match offices {
        None => ("1 = 1".to_owned(), Vec::new()),
        Some(offices) if offices.is_empty() => ("1 = 0".to_owned(), Vec::new()),
        Some(offices) => {
            (format!("s.office_id in ({})", places(first, offices.len())), offices.iter().map(|id| Value::from(*id)).collect())
        }
    }
}

impl Service {
    /// By its name in addresses, if the viewer keeps it.
    pub async fn kept_by(db: &Db, viewer: &Viewer, slug: &str) -> Result<Self> {
        let (condition, offices) = kept(kept_offices(viewer)?.as_ref(), 2);
        let args = args![slug].into_iter().chain(offices).collect();
        Ok(db.one(format!("{SELECT} where s.slug = $1 and {condition}"), args).await?)
    }

    /// By its name in addresses, in a turn.
    pub async fn by_slug(tx: &mut Tx, slug: &str) -> Result<Self> {
        Ok(tx.one(format!("{SELECT} where s.slug = $1"), args![slug]).await?)
    }

    /// By its code, however it is written.
    pub async fn by_code(tx: &mut Tx, code: &str) -> Result<Option<Self>> {
        Ok(tx.maybe(format!("{SELECT} where s.code_folded = $1"), args![fold(code)]).await?)
    }

    /// Those that the viewer keeps, by title.
    pub async fn list(db: &Db, viewer: &Viewer, filter: &ServiceFilter, limit: i64) -> Result<Vec<Self>> {
        let key = filter.text.as_ref().map(|text| containing(&sort_key(text)));
        let code = filter.text.as_ref().map(|text| containing(&fold(text)));
        let mut args = args![key, code, filter.office, filter.state, filter.after, limit];
        let (condition, offices) = kept(kept_offices(viewer)?.as_ref(), args.len() + 1);
        args.extend(offices);
        let sql = format!(
            "{SELECT}
              where (cast($1 as text) is null or s.title_key like $1 escape '\\' or s.code_folded like $2 escape '\\')
                and (cast($3 as bigint) is null or s.office_id = $3)
                and (cast($4 as text) is null or s.state = $4)
                and (cast($5 as bigint) is null or (s.title_key, s.id) > (select k.title_key, k.id from service k where k.id = $5))
                and {condition}
              order by s.title_key, s.id limit $6"
        );
        Ok(db.all(sql, args).await?)
    }

    /// The working text.
    pub fn written(&self) -> Result<Written> {
        Written::from_json(&self.written)
    }

    /// Its page in administration.
    pub fn path(&self) -> String {
        format!("/amministrazione/servizi/{}", self.slug)
    }

    /// Its public page.
    pub fn public_path(&self) -> String {
        format!("/servizi/{}", self.slug)
    }

    /// Is there something that the public reads, or has read?
    pub fn has_versions(&self) -> bool {
        self.version > 0
    }

    /// Adds a service as a draft.
    pub async fn create(tx: &mut Tx, actor: &Actor, new: &NewService<'_>) -> Result<Self> {
        let (now, id) = (tx.now(), ServiceId::next(tx.now()));
        let title = new.written.get(Field::Title);
        tx.run(
            "insert into service (id, code, code_folded, slug, office_id, state, title, title_key, written, revision, created_at, changed_at)
             values ($1, $2, $3, $4, $5, $6, $7, $8, $9, 1, $10, $10)",
            args![id, new.code, fold(new.code), new.slug, new.office, State::Draft, title, sort_key(title), new.written.to_json(), now],
        )
        .await
        .map_err(|error| Error::from(error).or_field(TAKEN))?;
        let service = Self::by_slug(tx, new.slug).await?;
        service.note(tx, actor, "service.created", Written::default().differences(new.written)).await?;
        Ok(service)
    }

    /// Saves the working text. A revision that is not the newest is a conflict; the same text again is nothing.
    pub async fn save(&self, tx: &mut Tx, actor: &Actor, revision: i64, office: OfficeId, written: &Written) -> Result<Self> {
        let current = Self::by_slug(tx, &self.slug).await?;
        let before = current.written()?;
        if before == *written && current.office_id == office {
            return Ok(current);
        }
        if current.revision != revision {
            return Err(Error::Conflict("error-service-changed"));
        }
        let title = written.get(Field::Title);
        tx.run(
            "update service set office_id = $2, title = $3, title_key = $4, written = $5, revision = revision + 1, changed_at = $6,
                                is_ahead = case when exists (select 1 from service_version v where v.service_id = service.id
                                                                and v.number = service.version and v.written = $5) then 0 else 1 end
              where id = $1",
            args![self.id, office, title, sort_key(title), written.to_json(), tx.now()],
        )
        .await?;
        current.note(tx, actor, "service.changed", before.differences(written)).await?;
        Self::by_slug(tx, &self.slug).await
    }

    /// Makes the working text what the public reads: a new version, if it says something new. False when nothing happened.
    pub async fn publish(&self, tx: &mut Tx, actor: &Actor, said: &str) -> Result<bool> {
        let current = Self::by_slug(tx, &self.slug).await?;
        let written = current.written()?;
        let (card, faults) = Card::read(&written);
        faults.or(())?;
        card.missing().or(())?;
        if !current.is_ahead && current.state == State::Published {
            return Ok(false);
        }
        let number = if current.is_ahead { current.version + 1 } else { current.version };
        if current.is_ahead {
            tx.run(
                "insert into service_version (service_id, number, office_id, category, title, title_key, summary, written, note,
                                              published_by, published_at)
                 values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)",
                args![
                    self.id,
                    number,
                    current.office_id,
                    card.category,
                    &card.title,
                    sort_key(&card.title),
                    &card.summary,
                    written.to_json(),
                    said,
                    actor.person,
                    tx.now()
                ],
            )
            .await?;
        }
        tx.run(
            "update service set state = $2, reason = '', version = $3, is_ahead = 0 where id = $1",
            args![self.id, State::Published, number],
        )
        .await?;
        index::put(tx, self.id, &card).await?;
        tx.touch(SERVICES);
        let after = format!("versione {number}{}{said}", if said.is_empty() { "" } else { ": " });
        current.entry(tx, actor, "service.published", None, Some(after)).await?;
        Ok(true)
    }

    /// Suspends it with a reason that the public reads: the card stays, with its banner.
    pub async fn suspend(&self, tx: &mut Tx, actor: &Actor, reason: &str) -> Result<()> {
        self.turn(tx, State::Suspended, reason, &[State::Published]).await?;
        self.entry(tx, actor, "service.suspended", None, Some(reason.to_owned())).await
    }

    /// It is offered again.
    pub async fn resume(&self, tx: &mut Tx, actor: &Actor) -> Result<()> {
        self.turn(tx, State::Published, "", &[State::Suspended]).await?;
        self.entry(tx, actor, "service.resumed", Some(self.reason.clone()), None).await
    }

    /// It is offered no more: it leaves lists and search, its card says so. Publishing brings it back.
    pub async fn retire(&self, tx: &mut Tx, actor: &Actor, reason: &str) -> Result<()> {
        self.turn(tx, State::Retired, reason, &[State::Draft, State::Published, State::Suspended]).await?;
        index::remove(tx, self.id).await?;
        self.entry(tx, actor, "service.retired", None, Some(reason.to_owned())).await
    }

    /// Changes how it stands, if it stands as expected.
    async fn turn(&self, tx: &mut Tx, to: State, reason: &str, from: &[State]) -> Result<()> {
        let list = places(4, from.len());
        let args = args![self.id, to, reason].into_iter().chain(from.iter().map(|state| Value::from(*state))).collect();
        let changed = tx.run(format!("update service set state = $2, reason = $3 where id = $1 and state in ({list})"), args).await?;
        if changed == 0 {
            return Err(Error::Conflict("failure-409-advice"));
        }
        tx.touch(SERVICES);
        Ok(())
    }

    /// A row of the audit with the fields that differ.
    async fn note(&self, tx: &mut Tx, actor: &Actor, act: &'static str, changes: Vec<(Field, &str, &str)>) -> Result<()> {
        let side = |of: fn(&(Field, &str, &str)) -> String| {
            let lines: Vec<String> = changes.iter().map(|change| format!("{}: {}", change.0.word(), of(change))).collect();
            (!lines.is_empty()).then(|| lines.join("\n"))
        };
        let (before, after) = (side(|change| short(change.1)), side(|change| short(change.2)));
        self.entry(tx, actor, act, before, after).await
    }

    async fn entry(&self, tx: &mut Tx, actor: &Actor, act: &'static str, before: Option<String>, after: Option<String>) -> Result<()> {
        let about = Entry { act, subject_kind: "service", subject_id: Some(self.id.0), subject_name: &self.title, ..Entry::default() };
        note(tx, actor, Entry { before, after, ..about }).await
    }
}

/// A service about to be.
#[derive(Debug, Clone, Copy)]
pub struct NewService<'n> {
    /// The code.
    pub code: &'n str,
    /// Name in addresses.
    pub slug: &'n str,
    /// The office behind it.
    pub office: OfficeId,
    /// The working text.
    pub written: &'n Written,
}

/// The beginning of a text: the audit says what was changed, the versions hold the whole.
fn short(text: &str) -> String {
    let line = text.split_whitespace().collect::<Vec<_>>().join(" ");
    if line.chars().count() <= 120 { line } else { format!("{}…", line.chars().take(119).collect::<String>()) }
}

/// May it be a code: letters, digits, points and dashes, from 2 to 20?
pub fn is_code(text: &str) -> bool {
    (2..=20).contains(&text.len()) && text.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-' || byte == b'.')
}

/// May it stand in an address: small letters, digits, single dashes between them, from 2 to 80?
pub fn is_slug(text: &str) -> bool {
    let sound = |part: &str| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit());
    (2..=80).contains(&text.len()) && text.split('-').all(sound) && !KEPT.contains(&text)
}

/// The name in addresses that a title suggests.
pub fn slug_of(title: &str) -> String {
    let mut slug = String::new();
    for c in fold(title).chars() {
        if c.is_ascii_alphanumeric() {
            slug.push(c);
        } else if !slug.is_empty() && !slug.ends_with('-') {
            slug.push('-');
        }
    }
    let cut: String = slug.chars().take(80).collect();
    cut.trim_end_matches('-').to_owned()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn a_title_suggests_its_address() {
        assert_eq!(slug_of("Carta d’identità elettronica (CIE)"), "carta-d-identita-elettronica-cie");
        assert!(!is_slug("guida") && !is_slug("a--b") && !is_slug("") && is_slug("carta-d-identita"));
        assert!(is_code("AN-01") && !is_code("A") && !is_code("AN 01") && !is_code(&"A".repeat(21)));
    }

    proptest! {
        #[test]
        fn what_a_title_suggests_may_stand_in_an_address(title in ".{0,120}") {
            let slug = slug_of(&title);
            prop_assert!(slug.len() < 2 || is_slug(&slug) || KEPT.contains(&slug.as_str()), "{}", slug);
        }
    }
}

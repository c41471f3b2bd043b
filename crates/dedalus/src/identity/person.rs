//! A person with an account: names, tier, state. What others may see of one is a [`PersonCard`].

use kit::clock::Time;
use kit::db::{Db, Tx, Value, places};
use kit::error::FieldErrors;
use kit::events::{Event, record};
use kit::i18n::Lang;
use kit::text::{clean_line, fold, sort_key};
use kit::{Error, Result, args};

use super::consent::{self, Matter};
use super::names::{is_official_looking, is_reserved_handle};

kit::id! {
    /// A person's number.
    PersonId
}

/// How surely we know who somebody is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Tier {
    /// The e-mail address is confirmed.
    Registered,
    /// Shown by SPID, CIE or at the counter.
    Verified,
}
kit::words!(Tier { Registered = "registered", Verified = "verified" });

/// Whether a person may sign in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PersonState {
    /// As usual.
    Active,
    /// Kept out by moderation or administration.
    Suspended,
    /// The account is closed; institutional facts stand without the person.
    Closed,
}
kit::words!(PersonState { Active = "active", Suspended = "suspended", Closed = "closed" });

kit::row! {
    /// An account.
    #[derive(Debug, Clone)]
    pub struct Person {
        /// Number.
        pub id: PersonId,
        /// Name in addresses: `/persone/{handle}`.
        pub handle: String,
        /// Name as shown.
        pub name: String,
        /// Where mail goes. Shown to its owner and to administration only.
        pub email: String,
        /// How surely we know who it is.
        pub tier: Tier,
        /// May it sign in?
        pub state: PersonState,
        /// Language of pages and mail.
        pub language: Lang,
        /// A few words about oneself.
        pub bio: String,
        /// Only accepted followers read the profile and what its owner posts.
        pub private: bool,
        /// When the account was made.
        pub created_at: Time,
    }
}

const COLUMNS: &str = "id, handle, name, email, tier, state, language, bio, private, created_at";

/// A person about to be.
#[derive(Debug, Clone)]
pub struct NewPerson {
    /// Name in addresses, already checked.
    pub handle: String,
    /// Name as shown, already checked.
    pub name: String,
    /// Address, already confirmed or given by administration.
    pub email: String,
    /// The password's hash, if one was chosen.
    pub password_hash: Option<String>,
    /// Tier.
    pub tier: Tier,
    /// Language.
    pub language: Lang,
    /// Which text of the privacy notice was accepted.
    pub privacy_version: String,
}

impl Person {
    /// By number; closed accounts are not found.
    pub async fn find(db: &Db, id: PersonId) -> Result<Self> {
        Ok(db.one(format!("select {COLUMNS} from person where id = $1 and state <> 'closed'"), args![id]).await?)
    }

    /// Several by their numbers, in the order of their names; closed ones are left out.
    pub async fn several(db: &Db, ids: &[PersonId]) -> Result<Vec<Self>> {
        if ids.is_empty() {
            return Ok(Vec::new());
        }
        let sql =
            format!("select {COLUMNS} from person where id in ({}) and state <> 'closed' order by name_key, id", places(1, ids.len()));
        Ok(db.all(sql, ids.iter().copied().map(Value::from).collect()).await?)
    }

    /// The same within a turn.
    pub async fn find_in(tx: &mut Tx, id: PersonId) -> Result<Self> {
        Ok(tx.one(format!("select {COLUMNS} from person where id = $1 and state <> 'closed'"), args![id]).await?)
    }

    /// By the name in addresses.
    pub async fn by_handle(db: &Db, handle: &str) -> Result<Self> {
        Ok(db.one(format!("select {COLUMNS} from person where handle_folded = $1 and state <> 'closed'"), args![fold(handle)]).await?)
    }

    /// By e-mail address, whatever its case.
    pub async fn by_email(db: &Db, email: &str) -> Result<Option<Self>> {
        Ok(db.maybe(format!("select {COLUMNS} from person where email_folded = $1 and state <> 'closed'"), args![fold(email)]).await?)
    }

    /// Adds an account.
    pub async fn create(tx: &mut Tx, new: &NewPerson) -> Result<PersonId> {
        let now = tx.now();
        let id = PersonId::next(now);
        tx.run(
            "insert into person (id, handle, handle_folded, name, name_key, email, email_folded, password_hash, tier, state,
                                 language, bio, privacy_version, privacy_at, created_at)
             values ($1, $2, $3, $4, $5, $6, $7, $8, $9, 'active', $10, '', $11, $12, $12)",
            args![
                id,
                &new.handle,
                fold(&new.handle),
                &new.name,
                sort_key(&new.name),
                &new.email,
                fold(&new.email),
                new.password_hash.clone(),
                new.tier,
                new.language,
                &new.privacy_version,
                now
            ],
        )
        .await?;
        kit::text::search::put_trigrams(tx, "person", id.0, &format!("{} {}", new.name, new.handle)).await?;
        if !new.privacy_version.is_empty() {
            consent::give(tx, id, Matter::Privacy, &new.privacy_version).await?;
        }
        Ok(id)
    }

    /// The person's public address.
    pub fn path(&self) -> String {
        format!("/persone/{}", self.handle)
    }
}

kit::row! {
    /// What anybody may see of a person. The view `person_card` gives the same columns to other domains.
    #[derive(Debug, Clone)]
    pub struct PersonCard {
        /// Number.
        pub id: PersonId,
        /// Name in addresses.
        pub handle: String,
        /// Name as shown.
        pub name: String,
        /// Tier.
        pub tier: Tier,
    }
}

/// Faults of a name and handle, each beside its field. The rules are the same for everybody who is not an institution.
pub fn check_names(name: &str, handle: &str, town: &str, errors: &mut FieldErrors) -> (String, String) {
    let name = clean_line(name);
    let handle = clean_line(handle).trim_start_matches('@').to_owned();
    let letters = name.chars().filter(|c| c.is_alphabetic()).count();
    if letters < 2 {
        errors.add("nome", "error-name-short");
    } else if name.chars().count() > 60 {
        errors.add("nome", "error-name-long");
    } else if is_official_looking(&name, town) {
        errors.add("nome", "error-name-official");
    }
    if handle.chars().count() < 3 {
        errors.add("nickname", "error-handle-short");
    } else if handle.len() > 30 || !handle.chars().all(|c| c.is_ascii_alphanumeric() || c == '_') {
        errors.add("nickname", "error-handle-shape");
    } else if is_reserved_handle(&handle) || is_official_looking(&handle, town) {
        errors.add("nickname", "error-name-official");
    }
    (name, handle)
}

/// A fault in an e-mail address, by the shape that our mail can carry (RFC 5321 addr-spec without quotes or literals).
pub fn check_email(email: &str, errors: &mut FieldErrors) -> String {
    let email = clean_line(email);
    let sound = email.len() <= 254
        && kit::mail::valid_address(&email)
        && email.rsplit_once('@').is_some_and(|(_, domain)| domain.contains('.') && !domain.starts_with('[') && !domain.ends_with('.'));
    if !sound {
        errors.add("email", "error-email");
    }
    email
}

/// Opens or closes a profile to who does not follow it. Kept pages show more or less from this turn on.
pub async fn set_private(tx: &mut Tx, id: PersonId, private: bool) -> Result<()> {
    let changed = tx.run("update person set private = $2 where id = $1 and private <> $2 and state = 'active'", args![id, private]).await?;
    if changed == 0 {
        return Ok(());
    }
    // The square's name for everything that shows posts; the square itself stands above.
    let touches = ["square".to_owned(), format!("person:{id}")];
    let kind = if private { "person.closed_profile" } else { "person.opened_profile" };
    let data = serde_json::json!({});
    record(tx, Event { kind, actor: Some(id.0), subject_kind: "person", subject: id.0, data, touches: &touches }).await?;
    Ok(())
}

/// Which violations belong beside which field of the sign-up form.
pub const TAKEN: &[kit::error::ViolationRule] = &[
    kit::error::ViolationRule { table: "person", what: "handle_folded", field: "nickname", key: "error-handle-taken" },
    kit::error::ViolationRule { table: "person", what: "email_folded", field: "email", key: "error-email-taken" },
];

/// Changes what the owner may change on the profile.
pub async fn update_profile(tx: &mut Tx, id: PersonId, name: &str, bio: &str, language: Lang) -> Result<()> {
    let changed = tx
        .run(
            "update person set name = $2, name_key = $3, bio = $4, language = $5 where id = $1 and state = 'active'",
            args![id, name, sort_key(name), bio, language],
        )
        .await?;
    if changed == 0 {
        return Err(Error::NotFound);
    }
    let (handle,): (String,) = tx.one("select handle from person where id = $1", args![id]).await?;
    kit::text::search::put_trigrams(tx, "person", id.0, &format!("{name} {handle}")).await?;
    tx.touch(format!("person:{id}"));
    // The name stands on the home, in the lists of talk, and on every post wherever it is drawn.
    tx.touch("home");
    tx.touch("square");
    tx.touch("town");
    Ok(())
}

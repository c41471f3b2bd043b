//! Administration makes an account for somebody, who then chooses a password by a link from a mail.

use kit::Result;
use kit::clock::DAY;
use kit::db::Tx;
use kit::i18n::Lang;
use kit::secret::SecretKey;

use super::letters::{self, Letter};
use super::membership::Membership;
use super::office::OfficeId;
use super::person::{NewPerson, Person, PersonId, TAKEN, Tier};
use super::reset;
use super::role::Role;

/// How long the link of an invitation is good.
const LASTS: i64 = 7 * DAY;

/// Who is invited, already checked field by field.
#[derive(Debug, Clone)]
pub struct Invitation {
    /// Name as shown.
    pub name: String,
    /// Name in addresses.
    pub handle: String,
    /// Where the link goes.
    pub email: String,
    /// Language of the mail.
    pub language: Lang,
    /// A role to begin with, in an office.
    pub role: Option<(OfficeId, Role)>,
}

/// Makes the account, without a password and without an accepted privacy notice, begins the role, sends the link.
pub async fn invite(tx: &mut Tx, secret: &SecretKey, letter: &Letter<'_>, new: &Invitation, by: PersonId) -> Result<PersonId> {
    let person = NewPerson {
        handle: new.handle.clone(),
        name: new.name.clone(),
        email: new.email.clone(),
        password_hash: None,
        tier: Tier::Registered,
        language: new.language,
        privacy_version: String::new(),
    };
    let id = Person::create(tx, &person).await.map_err(|error| error.or_field(TAKEN))?;
    if let Some((office, role)) = new.role {
        Membership::begin(tx, id, office, role, Some(by)).await?;
    }
    send_link(tx, secret, letter, id, (new.language, &new.email, &new.name)).await?;
    Ok(id)
}

/// Sends a link to choose a password; `to` is language, address and name.
pub async fn send_link(tx: &mut Tx, secret: &SecretKey, letter: &Letter<'_>, id: PersonId, to: (Lang, &str, &str)) -> Result<()> {
    let key = reset::key_for(tx, id, LASTS).await?;
    letters::send(tx, secret, letter.invite(to.0, to.1, to.2, &key)).await
}

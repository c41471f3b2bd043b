//! Somebody whose password the directory knows: the account is made at the first sign-in, and kept like the directory after.

use std::net::IpAddr;

use kit::db::Tx;
use kit::error::FieldErrors;
use kit::i18n::Lang;
use kit::text::fold;
use kit::{Error, Result, args};

use super::audit::{Actor, Entry, note};
use super::claims::Claims;
use super::directory::{Directory, DirectoryEntry};
use super::names::is_reserved_handle;
use super::person::{NewPerson, Person, PersonId, PersonState, Tier, check_email, update_profile};
use super::provider::Provider;
use super::provider_sign_up::handle_of;
use super::{directory_group, linked_identity};
use crate::shell::App;

/// What came of a name and a password.
#[derive(Debug)]
pub enum Tried {
    /// No directory knows them.
    Nobody,
    /// It is this person.
    Person(PersonId),
    /// A directory does not answer, so nobody knows.
    Away,
    /// The person is kept out.
    Suspended,
    /// The directory has no e-mail address for them, without which there is no account.
    NoMail,
    /// The address has an account that the directory does not open: its owner links the two.
    Known(Box<Provider>, String),
}

/// Asks the directories in their order.
pub async fn try_all(app: &App, from: IpAddr, user: &str, password: &str) -> Result<Tried> {
    let mut away = false;
    for provider in Provider::directories(&app.db).await? {
        match ask(app, &provider, user, password).await {
            Ok(Some(entry)) => return arrive(app, from, provider, entry).await,
            Ok(None) => {}
            Err(error) => {
                tracing::warn!(provider = %provider.slug, %error, "a directory does not answer");
                away = true;
            }
        }
    }
    Ok(if away { Tried::Away } else { Tried::Nobody })
}

/// Is this the password of the person's own entry, in a directory that opens the account?
pub async fn is_own(app: &App, person: PersonId, password: &str) -> Result<bool> {
    let providers = Provider::directories(&app.db).await?;
    for link in linked_identity::of_person(&app.db, person).await? {
        let Some(provider) = providers.iter().find(|provider| provider.slug == link.slug) else { continue };
        if let Ok(Some(entry)) = ask(app, provider, &link.display, password).await {
            let linked = linked_identity::find(&app.db, provider.id, &entry.subject).await?;
            return Ok(linked.is_some_and(|linked| linked.person_id == person));
        }
    }
    Ok(false)
}

/// Is there a directory that opens the account?
pub async fn has_any(app: &App, person: PersonId) -> Result<bool> {
    let links = linked_identity::of_person(&app.db, person).await?;
    Ok(links.iter().any(|link| link.kind == super::provider::ProviderKind::Ldap && link.is_open))
}

/// Asks one directory.
pub async fn ask(app: &App, provider: &Provider, user: &str, password: &str) -> Result<Option<DirectoryEntry>, String> {
    let user: String = user.chars().take(200).collect();
    let directory = Directory::read(&provider.directory).map_err(|error| error.to_string())?;
    directory.authenticate(&app.secret, &user, password).await
}

async fn arrive(app: &App, from: IpAddr, provider: Provider, entry: DirectoryEntry) -> Result<Tried> {
    if let Some(linked) = linked_identity::find(&app.db, provider.id, &entry.subject).await? {
        if linked.state != PersonState::Active {
            return Ok(Tried::Suspended);
        }
        let person = Person::find(&app.db, linked.person_id).await?;
        app.db
            .write(async |tx| {
                linked_identity::note_use(tx, linked.id, &claims_of(&entry)).await?;
                keep(tx, &actor(&provider, from), &provider, &person, &entry).await
            })
            .await?;
        return Ok(Tried::Person(person.id));
    }
    let mut faults = FieldErrors::default();
    let email = check_email(entry.email.as_deref().unwrap_or_default(), &mut faults);
    if !faults.is_empty() {
        return Ok(Tried::NoMail);
    }
    if Person::by_email(&app.db, &email).await?.is_some() {
        return Ok(Tried::Known(Box::new(provider), email));
    }
    let made = app.db.write(async |tx| make(tx, &actor(&provider, from), &provider, &entry, &email).await).await?;
    Ok(Tried::Person(made))
}

/// The directory acts for itself: nobody else has given or ended what it gives.
fn actor(provider: &Provider, from: IpAddr) -> Actor {
    Actor { person: None, name: provider.name.clone(), address: from.to_string(), instead_of: None }
}

/// A link's words are the name given, by which the directory is asked again.
pub fn claims_of(entry: &DirectoryEntry) -> Claims {
    Claims { subject: entry.subject.clone(), name: entry.user.clone(), ..Claims::default() }
}

/// A new account with what the directory says. Its owner accepts the notice on the first page.
async fn make(tx: &mut Tx, actor: &Actor, provider: &Provider, entry: &DirectoryEntry, email: &str) -> Result<PersonId> {
    let new = NewPerson {
        handle: free_handle(tx, &entry.user).await?,
        name: shown_name(&entry.name),
        email: email.to_owned(),
        password_hash: None,
        tier: Tier::Registered,
        language: Lang::default(),
        privacy_version: String::new(),
    };
    let id = Person::create(tx, &new).await?;
    linked_identity::link(tx, provider, id, &claims_of(entry)).await?;
    let about = Entry { act: "person.added", subject_kind: "person", subject_id: Some(id.0), subject_name: &new.name, ..Entry::default() };
    note(tx, actor, Entry { after: Some(provider.name.clone()), ..about }).await?;
    directory_group::apply(tx, actor, provider.id, (id, &new.name), &entry.groups).await?;
    Ok(id)
}

/// Brings name and roles to what the directory says now.
pub async fn keep(tx: &mut Tx, actor: &Actor, provider: &Provider, person: &Person, entry: &DirectoryEntry) -> Result<()> {
    let name = shown_name(&entry.name);
    if name != person.name {
        update_profile(tx, person.id, &name, &person.bio, person.language).await?;
        let about = Entry { act: "person.renamed", subject_kind: "person", subject_id: Some(person.id.0), ..Entry::default() };
        note(tx, actor, Entry { subject_name: &name, before: Some(person.name.clone()), after: Some(name.clone()), ..about }).await?;
    }
    directory_group::apply(tx, actor, provider.id, (person.id, &name), &entry.groups).await
}

fn shown_name(name: &str) -> String {
    name.chars().take(60).collect()
}

/// A name in addresses that nobody has: the one given, or the same with a number.
async fn free_handle(tx: &mut Tx, user: &str) -> Result<String> {
    let local = user.split('@').next().unwrap_or_default();
    let stem: String = handle_of(local).chars().take(24).collect();
    let stem = if stem.len() < 3 { format!("staff_{stem}") } else { stem };
    for number in 1..10_000 {
        let handle = if number == 1 { stem.clone() } else { format!("{stem}_{number}") };
        let taken: Option<(i64,)> = tx.maybe("select id from person where handle_folded = $1", args![fold(&handle)]).await?;
        if taken.is_none() && !is_reserved_handle(&handle) {
            return Ok(handle);
        }
    }
    Err(Error::internal(format!("no handle is left for {stem}")))
}

//! `dedalus person`: the first accounts, and help when nobody can sign in.

use clap::Subcommand;
use kit::config::Config;
use kit::db::Tx;
use kit::error::FieldErrors;
use kit::i18n::Lang;
use kit::{Error, Result};

use crate::identity::{
    Actor, Entry, Membership, NewOffice, NewPerson, Office, OfficeKind, Person, PersonId, Role, Tier, check_email, note, set_password,
};
use crate::{shell, town};

/// What to do with people.
#[derive(Subcommand)]
pub enum PersonCommand {
    /// Adds an account and prints its password once.
    Add {
        /// Name as shown.
        #[arg(long)]
        name: String,
        /// Name in addresses.
        #[arg(long)]
        handle: String,
        /// E-mail address.
        #[arg(long)]
        email: String,
    },
    /// Gives or ends a role in an office.
    Role {
        /// E-mail address of the person.
        #[arg(long)]
        email: String,
        /// The office's name in addresses, such as `urp`.
        #[arg(long)]
        office: String,
        /// operator, officer, manager, administrator, editor or system.
        #[arg(long)]
        role: String,
        /// Ends the role instead.
        #[arg(long)]
        end: bool,
    },
    /// Sets a new password, prints it once, and ends every session of the person.
    ResetPassword {
        /// E-mail address of the person.
        #[arg(long)]
        email: String,
    },
}

/// Does it.
pub async fn run(command: PersonCommand, config: Config) -> Result<()> {
    let app = town::open(config, super::opening()).await?;
    match command {
        PersonCommand::Add { name, handle, email } => add(&app, &name, &handle, &email).await,
        PersonCommand::Role { email, office, role, end } => role_of(&app, &email, &office, &role, end).await,
        PersonCommand::ResetPassword { email } => reset(&app, &email).await,
    }
}

/// A password that can be read out over the telephone: four groups of four.
fn invented() -> String {
    const LETTERS: &[u8] = b"abcdefghjkmnpqrstuvwxyz23456789";
    let mut text = String::new();
    for place in 0..16 {
        if place > 0 && place % 4 == 0 {
            text.push('-');
        }
        let index = usize::try_from(getrandom::u32().unwrap_or_default()).unwrap_or_default() % LETTERS.len();
        text.push(LETTERS.get(index).copied().map_or('x', char::from));
    }
    text
}

async fn known(app: &shell::App, email: &str) -> Result<Person> {
    Person::by_email(&app.db, email).await?.ok_or_else(|| Error::internal(format!("nobody here has the address {email}")))
}

async fn noted(tx: &mut Tx, act: &'static str, id: PersonId, name: &str, after: Option<String>) -> Result<()> {
    let act = Entry { act, subject_kind: "person", subject_id: Some(id.0), subject_name: name, after, ..Entry::default() };
    note(tx, &Actor::command_line(), act).await
}

async fn add(app: &shell::App, name: &str, handle: &str, email: &str) -> Result<()> {
    let mut faults = FieldErrors::default();
    let email = check_email(email, &mut faults);
    if !faults.is_empty() {
        return Err(Error::internal(format!("{email} is no e-mail address")));
    }
    let password = invented();
    let new = NewPerson {
        handle: handle.to_owned(),
        name: name.to_owned(),
        email,
        password_hash: Some(app.passwords.hash(&password).await?),
        tier: Tier::Registered,
        language: Lang::It,
        privacy_version: "command line".into(),
    };
    app.db
        .write(async |tx| {
            let id = Person::create(tx, &new).await?;
            noted(tx, "person.added", id, name, None).await
        })
        .await
        .map_err(|error| match error {
            Error::Violation(violation) => {
                Error::internal(format!("this {} is taken", if violation.what.contains("email") { "address" } else { "handle" }))
            }
            other => other,
        })?;
    println!("{name} can sign in at {}/accedi with {} and the password\n  {password}", app.config.server.public_url, new.email);
    Ok(())
}

/// The office, which is made when the town has none at all: the first administrator needs a place to stand.
async fn office_called(app: &shell::App, slug: &str) -> Result<Office> {
    if let Ok(office) = Office::by_slug(&app.db, slug).await {
        return Ok(office);
    }
    let known = Office::all(&app.db).await?;
    if !known.is_empty() {
        let names: Vec<&str> = known.iter().map(|office| office.slug.as_str()).collect();
        return Err(Error::internal(format!("there is no office called {slug}; there are: {}", names.join(", "))));
    }
    let new = NewOffice {
        slug: slug.to_owned(),
        name: slug.to_owned(),
        kind: OfficeKind::Ordinary,
        purpose: String::new(),
        address: String::new(),
        phone: String::new(),
        email: String::new(),
        position: 1,
        hours: Vec::new(),
    };
    app.db.write(async |tx| Office::create(tx, &new).await).await?;
    println!("the office {slug} was made; give it its name in administration");
    Office::by_slug(&app.db, slug).await
}

async fn role_of(app: &shell::App, email: &str, office: &str, role: &str, end: bool) -> Result<()> {
    let words = || Role::ALL.iter().map(|role| role.word()).collect::<Vec<_>>().join(", ");
    let role = Role::from_word(role).ok_or_else(|| Error::internal(format!("roles are: {}", words())))?;
    let person = known(app, email).await?;
    let office = office_called(app, office).await?;
    if end {
        let running = Membership::of_person(&app.db, person.id).await?;
        let held = running.iter().find(|m| m.office_id == office.id && m.role == role && m.ends_at.is_none_or(|until| until > app.now()));
        let Some(held) = held else { return Err(Error::internal(format!("{} does not hold that role", person.name))) };
        app.db
            .write(async |tx| {
                Membership::end(tx, held.id).await?;
                noted(tx, "membership.ended", person.id, &person.name, Some(format!("{} · {}", role.word(), office.name))).await
            })
            .await?;
        println!("{} is no longer {} in {}", person.name, role.word(), office.name);
        return Ok(());
    }
    app.db
        .write(async |tx| {
            Membership::begin(tx, person.id, office.id, role, None).await?;
            noted(tx, "membership.begun", person.id, &person.name, Some(format!("{} · {}", role.word(), office.name))).await
        })
        .await
        .map_err(|error| if matches!(error, Error::Conflict(_)) { Error::internal("that role is held already") } else { error })?;
    println!("{} is now {} in {}", person.name, role.word(), office.name);
    Ok(())
}

async fn reset(app: &shell::App, email: &str) -> Result<()> {
    let person = known(app, email).await?;
    let password = invented();
    let hash = app.passwords.hash(&password).await?;
    app.db
        .write(async |tx| {
            set_password(tx, person.id, &hash).await?;
            tx.run("delete from session where person_id = $1", kit::args![person.id]).await?;
            noted(tx, "person.password_reset", person.id, &person.name, None).await
        })
        .await?;
    println!("the new password of {} is\n  {password}", person.name);
    Ok(())
}

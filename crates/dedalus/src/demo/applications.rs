//! A program of somebody else that made itself known, and a citizen who lets it act for them.

use kit::Result;

use crate::identity::{Grant, NewClient, PersonId, Scope, Scopes, register_client};
use crate::shell::App;

/// What it calls itself.
const NAME: &str = "Bacheca di quartiere";

/// Takes the program in, and the citizen's permission; once.
pub async fn connect(past: &App, citizen: PersonId) -> Result<()> {
    let mine = Grant::of_person(&past.db, citizen).await?;
    if mine.iter().any(|grant| grant.name == NAME) {
        return Ok(());
    }
    let new = NewClient {
        name: NAME.into(),
        website: "https://bacheca.example/".into(),
        redirect_uris: vec!["https://bacheca.example/ritorno".into()],
        scopes: Scopes::of(&[Scope::Read, Scope::WriteStatuses]),
        auth_method: "none",
    };
    past.db
        .write(async |tx| {
            let client = register_client(tx, &new).await?;
            Grant::give(tx, client, citizen, &Scopes::of(&[Scope::ReadStatuses, Scope::WriteStatuses])).await?;
            Ok(())
        })
        .await
}

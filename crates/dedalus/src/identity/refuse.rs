//! What a sign-up is refused for beyond its own fields: a breached password, a throw-away mailbox, an unsolved puzzle.

use kit::error::FieldErrors;
use kit::{Error, Result};

use super::once;
use super::person::PersonId;
use crate::shell::App;
use crate::shell::puzzle::{self, Verdict};

/// A password that was found in a breach (NIST SP 800-63B §3.1.1.2), if the town has a list.
pub async fn breached(app: &App, field: &'static str, password: &str, faults: &mut FieldErrors) -> Result<()> {
    if faults.of(field).is_none() && app.breached.contains(password).await? {
        faults.add(field, "error-password-breached");
    }
    Ok(())
}

/// An address of a domain that the town refuses, or of one below it.
pub async fn domain(app: &App, email: &str, faults: &mut FieldErrors) -> Result<()> {
    let path = app.config.accounts.refused_domains.clone();
    if path.as_os_str().is_empty() || faults.of("email").is_some() {
        return Ok(());
    }
    let list = match tokio::fs::read_to_string(&path).await {
        Ok(list) => list,
        Err(error) => {
            tracing::error!(%error, path = %path.display(), "accounts.refused_domains cannot be read: nobody is refused");
            return Ok(());
        }
    };
    if is_refused(&list, email) {
        faults.add("email", "error-email-domain");
    }
    Ok(())
}

fn is_refused(list: &str, email: &str) -> bool {
    let domain = email.rsplit('@').next().unwrap_or_default().to_ascii_lowercase();
    list.lines()
        .map(|line| line.split('#').next().unwrap_or_default().trim().to_ascii_lowercase())
        .any(|refused| !refused.is_empty() && (domain == refused || domain.strip_suffix(&refused).is_some_and(|rest| rest.ends_with('.'))))
}

/// An unsolved puzzle. A solved one is used up.
pub async fn unsolved(app: &App, word: &str, answer: &str, faults: &mut FieldErrors) -> Result<()> {
    match puzzle::judge(app, word, answer) {
        Verdict::Wait(seconds) => faults.add_with("risposta", "error-puzzle-wait", vec![("seconds", seconds.to_string())]),
        Verdict::Stale => faults.add("risposta", "error-puzzle-stale"),
        // Other faults bring the form back with a new puzzle; this one is used up only by a form that goes through.
        Verdict::Good if faults.is_empty() => {
            if !app.db.write(async |tx| once::spend(tx, word, puzzle::GOOD_FOR).await).await? {
                faults.add("risposta", "error-puzzle-stale");
            }
        }
        Verdict::Good => {}
    }
    Ok(())
}

/// Words that may not stand on a profile, each fault beside its field; of whom, once there is an account.
pub async fn unsaid(app: &App, person: Option<PersonId>, words: Vec<(&'static str, String)>, faults: &mut FieldErrors) -> Result<()> {
    match (app.screen)(app.clone(), person.map(|id| id.0), words).await {
        Err(Error::Invalid(found)) => {
            found.iter().cloned().for_each(|fault| faults.add_with(fault.field, fault.key, fault.args));
            Ok(())
        }
        done => done,
    }
}

/// Somebody has come with this name: what others are to look at is known from now on. What was refused was so before.
pub async fn noticed(app: &App, person: PersonId, name: &str, handle: &str) -> Result<()> {
    unsaid(app, Some(person), vec![("nome", name.to_owned()), ("nickname", handle.to_owned())], &mut FieldErrors::default()).await
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_domain_is_refused_with_what_is_below_it_and_nothing_beside_it() {
        let list = "# throw-away\nusaegetta.example\nMAIL10.example  # ten minutes\n\n";
        for refused in ["a@usaegetta.example", "a@x.usaegetta.example", "a@Mail10.Example"] {
            assert!(is_refused(list, refused), "{refused}");
        }
        for fine in ["a@nonusaegetta.example", "a@example", "a@usaegetta.example.org", ""] {
            assert!(!is_refused(list, fine), "{fine}");
        }
    }
}

//! The services of the town's sixteen offices, from a file of the kind that administration imports, and what changed in them since.

use kit::{Error, Result};

use super::cast::{Cast, NOWHERE};
use super::offices::OFFICES;
use super::script::{At, at};
use crate::desk::service::{Field, Filed, Service, State, apply, plan, read_file};
use crate::identity::{Actor, Office};
use crate::shell::App;

/// The catalogue: JSON as `/amministrazione/servizi/importazione` reads it. Prices and promises are invented.
pub const CATALOGUE: &str = include_str!("services.json");

/// What an office did with a card.
pub enum Change {
    /// It says something new: code, field, from what to what, and why.
    Rewrite {
        /// Of the service.
        code: &'static str,
        /// Of the card.
        field: Field,
        /// What it said.
        before: &'static str,
        /// What it says.
        after: &'static str,
        /// For colleagues.
        news: &'static str,
    },
    /// The service rests for a while.
    Suspend {
        /// Of the service.
        code: &'static str,
        /// What the public reads.
        reason: &'static str,
    },
}

/// What happened since the catalogue was opened.
pub const CHANGES: &[(At, Change)] = &[
    (
        at(-35, 10, 20),
        Change::Rewrite {
            code: "IS-01",
            field: Field::Cost,
            before: "Da 1,20 a 4,50 euro",
            after: "Da 1,20 a 4,20 euro",
            news: "Nuove tariffe dal secondo quadrimestre",
        },
    ),
    (
        at(-20, 9, 40),
        Change::Rewrite {
            code: "AN-01",
            field: Field::Standards,
            before: "Attesa per un appuntamento | 7 | giorni",
            after: "Attesa per un appuntamento | 5 | giorni",
            news: "Due sportelli in più il pomeriggio: promettiamo cinque giorni",
        },
    ),
    (
        at(-9, 11, 5),
        Change::Rewrite {
            code: "IS-01",
            field: Field::More,
            before: "Lo trovi a scuola",
            after: "Lo trovi all’ingresso della scuola",
            news: "Dove si legge il menu",
        },
    ),
    (
        at(-2, 12, 10),
        Change::Suspend {
            code: "SU-02",
            reason: "Nei giorni di Carnevale il mercato non si fa: in piazza ci sono i carri. Riprende il venerdì dopo.",
        },
    ),
];

/// Who heads the office of this name: in whose name its cards are kept.
fn head(cast: &Cast, slug: &str) -> Result<Actor> {
    let office =
        OFFICES.iter().find(|office| office.slug == slug).ok_or_else(|| Error::internal(format!("the demo has no office {slug}")))?;
    let (id, invented) = cast.person(office.head)?;
    Ok(Actor::person(id, invented.name, NOWHERE))
}

/// Every office opens its part of the catalogue, once.
pub async fn open(past: &App, cast: &Cast) -> Result<()> {
    let filed: Vec<(usize, Filed)> = read_file(CATALOGUE)?;
    for office in Office::all(&past.db).await? {
        let own = |filed: &&(usize, Filed)| filed.1.written.get(Field::Office) == office.slug;
        let some: Vec<(usize, Filed)> = filed.iter().filter(own).cloned().collect();
        let actor = head(cast, &office.slug)?;
        past.db
            .write(async |tx| {
                let Some((_, first)) = some.first() else { return Ok(()) };
                if Service::by_code(tx, &first.code).await?.is_some() {
                    return Ok(());
                }
                let plan = plan(tx, some.clone(), &[(office.slug.clone(), office.id)]).await?;
                if !plan.is_sound() {
                    return Err(Error::internal(format!("the demo's services have faults: {:?}", plan.rows)));
                }
                apply(tx, &actor, &plan).await.map(drop)
            })
            .await?;
    }
    Ok(())
}

/// Does what happened, unless it was done already.
pub async fn play(cast: &Cast, past: &App, change: &Change) -> Result<()> {
    let (Change::Rewrite { code, .. } | Change::Suspend { code, .. }) = change;
    let offices = Office::all(&past.db).await?;
    past.db
        .write(async |tx| {
            let service = Service::by_code(tx, code).await?.ok_or(Error::NotFound)?;
            let mut written = service.written()?;
            let actor = head(cast, written.get(Field::Office))?;
            match change {
                Change::Rewrite { field, before, after, news, .. } => {
                    written.set(*field, &written.get(*field).replace(before, after));
                    let office = offices.iter().find(|office| office.id == service.office_id).ok_or(Error::NotFound)?.id;
                    let saved = service.save(tx, &actor, service.revision, office, &written).await?;
                    saved.publish(tx, &actor, news).await.map(drop)
                }
                Change::Suspend { reason, .. } if service.state == State::Published => service.suspend(tx, &actor, reason).await,
                Change::Suspend { .. } => Ok(()),
            }
        })
        .await
}

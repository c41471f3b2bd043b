//! Where one books in the demo town, and who has: four offices, the days around the town's day, and this morning at the counters.

use jiff::Span;
use kit::i18n::Lang;
use kit::{Result, args};

use super::cast::tick;
use super::offices::{Week, stretches};
use crate::desk::Channel;
use crate::desk::booking::{Asker, Booking, BookingId, Mark, NewBooking, Place, PlaceDraft, Thing, ThingDraft, ThingId, Timetable};
use crate::identity::calendar::{NewRule, RuleKind};
use crate::identity::{Calendar, Office};
use crate::shell::App;

/// A place of an office and what one books there.
struct Counter {
    office: &'static str,
    slug: &'static str,
    name: &'static str,
    directions: &'static str,
    things: &'static [Offer],
}

/// What one books: name in addresses, title, what to bring, minutes, counters side by side, hours.
struct Offer {
    slug: &'static str,
    title: &'static str,
    bring: &'static str,
    minutes: u16,
    capacity: i64,
    week: Week,
}

const MORNINGS: Week = &[(1, (8, 30), (13, 0)), (2, (8, 30), (13, 0)), (3, (8, 30), (13, 0)), (4, (8, 30), (13, 0)), (5, (8, 30), (13, 0))];
const TWO_AFTERNOONS: Week = &[(2, (15, 0), (17, 30)), (4, (15, 0), (17, 30))];
const SOME_MORNINGS: Week = &[(1, (9, 30), (12, 30)), (3, (9, 30), (12, 30)), (4, (9, 30), (12, 30))];

const COUNTERS: &[Counter] = &[
    Counter {
        office: "urp",
        slug: "sportello-urp",
        name: "Sportello URP",
        directions: "Piano terra, ingresso senza gradini",
        things: &[Offer {
            slug: "aiuto-servizi-in-rete",
            title: "Aiuto con i servizi in rete",
            bring: "Il telefono e la tessera sanitaria",
            minutes: 30,
            capacity: 2,
            week: MORNINGS,
        }],
    },
    Counter {
        office: "anagrafe",
        slug: "sportello-anagrafe",
        name: "Sportello anagrafe",
        directions: "Piano terra, seconda porta a sinistra",
        things: &[
            Offer {
                slug: "carta-identita",
                title: "Carta d’identità elettronica",
                bring: "Una fototessera recente\nLa carta vecchia, o la denuncia se l’hai persa\nLa tessera sanitaria",
                minutes: 20,
                capacity: 2,
                week: MORNINGS,
            },
            Offer {
                slug: "cambio-residenza",
                title: "Cambio di residenza",
                bring: "Il contratto o il consenso di chi ti ospita",
                minutes: 30,
                capacity: 1,
                week: TWO_AFTERNOONS,
            },
        ],
    },
    Counter {
        office: "tributi",
        slug: "sportello-tributi",
        name: "Sportello tributi",
        directions: "Primo piano, con ascensore",
        things: &[Offer {
            slug: "imu-tari",
            title: "IMU e TARI: controllo e rate",
            bring: "L’ultimo avviso ricevuto",
            minutes: 30,
            capacity: 1,
            week: SOME_MORNINGS,
        }],
    },
    Counter {
        office: "servizi-sociali",
        slug: "servizi-sociali",
        name: "Servizi sociali",
        directions: "Piano terra, campanello 2",
        things: &[Offer {
            slug: "colloquio-servizi-sociali",
            title: "Primo colloquio",
            bring: "",
            minutes: 60,
            capacity: 1,
            week: SOME_MORNINGS,
        }],
    },
];

const FIRST: [&str; 12] =
    ["Rosalia", "Giuseppe", "Concetta", "Antonino", "Maria", "Vincenzo", "Francesca", "Calogero", "Ana", "Samuel", "Lucia", "Mohamed"];
const LAST: [&str; 11] =
    ["Badalamenti", "Cusimano", "D’Agostino", "Fricano", "Geraci", "La Mantia", "Mesi", "Popescu", "Rao", "Sciortino", "Zaidi"];
/// Days ahead with bookings.
const DAYS: i64 = 8;

/// The patron's day, places, and what was booked for today and the days after.
pub async fn open(past: &App) -> Result<()> {
    if Calendar::load(&past.db).await?.rules().is_empty() {
        let patron = NewRule { kind: RuleKind::Patron, on: (5, 19), weekday: 0, name: "beato Agostino Novello".into(), from_year: 2000 };
        past.db.write(async |tx| patron.create(tx).await).await?;
    }
    let mut person = 0;
    for counter in COUNTERS {
        for offer in counter.things {
            let thing = publish(past, counter, offer).await?;
            book(past, thing, &mut person).await?;
        }
    }
    Ok(())
}

/// The place and the thing, unless they are there.
async fn publish(past: &App, counter: &Counter, offer: &Offer) -> Result<ThingId> {
    if let Some(thing) = Thing::by_slug(&past.db, offer.slug).await? {
        return Ok(thing.id);
    }
    let office = Office::by_slug(&past.db, counter.office).await?;
    let known = Place::by_slug(&past.db, counter.slug).await.ok().map(|place| place.id);
    let place =
        PlaceDraft { office: office.id, name: counter.name.into(), address: office.address.clone(), directions: counter.directions.into() };
    let thing = ThingDraft {
        title: offer.title.into(),
        bring: offer.bring.into(),
        minutes: offer.minutes,
        capacity: offer.capacity,
        lead_hours: 2,
        furthest_days: 60,
        week: stretches(offer.week),
    };
    tick(&past.db);
    past.db
        .write(async |tx| {
            let place = match known {
                Some(id) => id,
                None => Place::create(tx, counter.slug, &place).await?,
            };
            Thing::create(tx, place, offer.slug, &thing).await
        })
        .await
}

/// Every second or third time of the days ahead is taken; a week ahead it is emptier.
async fn book(past: &App, id: ThingId, person: &mut usize) -> Result<()> {
    let thing = Thing::find(&past.db, id).await?;
    let table = Timetable::load(past, &thing).await?;
    let today = past.now().zoned(&past.zone).date();
    for ahead in 0..DAYS {
        let day = today.checked_add(Span::new().days(ahead))?;
        for (number, free) in (0..).zip(table.free_on(day, past.now(), Asker::Staff)) {
            if (number + ahead) % (2 + ahead / 3) != 0 {
                continue;
            }
            *person += 1;
            let pick = |list: &[&'static str], step: usize| list.get(*person * step % list.len()).copied().unwrap_or_default().to_owned();
            let new = NewBooking {
                thing: id,
                starts_at: free.starts_at,
                channel: match *person % 5 {
                    0 => Channel::Telephone,
                    1 => Channel::Counter,
                    _ => Channel::Web,
                },
                motive: thing.title.clone(),
                details: String::new(),
                first_name: pick(&FIRST, 5),
                last_name: pick(&LAST, 3),
                email: String::new(), // letters to people who do not exist would go out
                phone: String::new(),
                language: Lang::It,
                person: None,
                once_key: format!("demo-{}-{}", thing.slug, free.starts_at.micros()),
            };
            tick(&past.db);
            past.db.write(async |tx| new.create(tx, past).await).await?;
        }
    }
    Ok(())
}

/// This morning: who came early was served, one did not come, two wait.
pub async fn receive(past: &App) -> Result<()> {
    let day = past.now().zoned(&past.zone).date();
    let from = kit::clock::Time::start_of(day, &past.zone);
    let rows: Vec<(BookingId,)> = past
        .db
        .all(
            "select id from booking where starts_at >= $1 and starts_at < $2 and state = 'booked' order by starts_at, id",
            args![from, past.now().plus(30 * kit::clock::MINUTE)],
        )
        .await?;
    let last = rows.len().saturating_sub(3);
    for (number, (id,)) in rows.into_iter().enumerate() {
        let marks: &[Mark] = match number {
            3 => &[Mark::Absent],
            _ if number >= last => &[Mark::Arrived],
            _ => &[Mark::Arrived, Mark::Called, Mark::Served],
        };
        for mark in marks {
            tick(&past.db);
            past.db.write(async |tx| Booking::mark(tx, id, *mark, "1").await).await?;
        }
    }
    Ok(())
}

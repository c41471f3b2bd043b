//! What a person wants to hear, kind by kind. Who chose nothing has the town's way
//! (`usual.rs`), and without that [`Kind::usual`].

use kit::db::{Db, Tx};
use kit::{Result, args};

use super::channel::{Channels, MailWhen};
use super::hours::Hours;
use super::kind::Kind;
use super::notice::{COLLECTED, queue_mail, queue_push, whole_minute};
use crate::identity::PersonId;
use crate::shell::App;

type Chosen = (Kind, bool, MailWhen, bool);

/// What a person chose, and what the town says for the rest.
const CHOSEN: &str = "select kind, in_page, mail, push from notice_choice where person_id = $1
                      union all
                      select u.kind, u.in_page, u.mail, u.push from notice_usual u
                       where not exists (select 1 from notice_choice c where c.person_id = $1 and c.kind = u.kind)";

fn with_usual(chosen: &[Chosen]) -> Vec<(Kind, Channels)> {
    let of = |kind: Kind| {
        let own = chosen.iter().find(|row| row.0 == kind);
        own.map_or(kind.usual(), |(_, in_page, mail, push)| Channels { in_page: *in_page, mail: *mail, push: *push })
    };
    Kind::ALL.iter().map(|kind| (*kind, of(*kind))).collect()
}

/// Every kind with where it goes for a person.
pub async fn all(db: &Db, person: PersonId) -> Result<Vec<(Kind, Channels)>> {
    Ok(with_usual(&db.all::<Chosen>(CHOSEN, args![person]).await?))
}

/// The same within a turn.
pub async fn all_in(tx: &mut Tx, person: PersonId) -> Result<Vec<(Kind, Channels)>> {
    Ok(with_usual(&tx.all::<Chosen>(CHOSEN, args![person]).await?))
}

/// Chooses for one kind; what waits for a way that was closed does not go any more.
pub async fn choose(tx: &mut Tx, person: PersonId, kind: Kind, channels: Channels) -> Result<()> {
    tx.run(
        "insert into notice_choice (person_id, kind, in_page, mail, push) values ($1, $2, $3, $4, $5)
         on conflict (person_id, kind) do update set in_page = excluded.in_page, mail = excluded.mail, push = excluded.push",
        args![person, kind, channels.in_page, channels.mail, channels.push],
    )
    .await?;
    if channels.mail == MailWhen::Never {
        tx.run("update notice set mail_at = null where person_id = $1 and kind = $2 and mail_at is not null", args![person, kind]).await?;
    }
    if !channels.push {
        tx.run("update notice set push_at = null where person_id = $1 and kind = $2 and push_at is not null", args![person, kind]).await?;
    }
    Ok(())
}

/// Chooses the hours; what waits comes by the new ones.
pub async fn choose_hours(tx: &mut Tx, app: &App, person: PersonId, hours: Hours) -> Result<()> {
    hours.save(tx, person).await?;
    let now = tx.now();
    let soon = whole_minute(hours.awake(now.plus(COLLECTED), &app.zone));
    for (mail, at) in [(MailWhen::Daily, hours.next_digest(now, &app.zone)), (MailWhen::Now, soon)] {
        let sql = "update notice set mail_at = $3 where person_id = $1 and mail = $2 and mail_at is not null";
        if tx.run(sql, args![person, mail, at]).await? > 0 {
            queue_mail(tx, at).await?;
        }
    }
    let at = hours.awake(now, &app.zone);
    if tx.run("update notice set push_at = $2 where person_id = $1 and push_at is not null", args![person, at]).await? > 0 {
        queue_push(tx, at).await?;
    }
    Ok(())
}

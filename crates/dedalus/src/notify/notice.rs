//! Telling people what happened: one row each, in the ways each of them chose.

use std::collections::BTreeSet;

use kit::clock::{MINUTE, Time};
use kit::db::{Tx, Value, places};
use kit::jobs::{NewJob, enqueue};
use kit::{Result, args};

use super::channel::{Channels, MailWhen};
use super::hours::Hours;
use super::kind::Kind;
use crate::identity::{PageId, PersonId};
use crate::shell::App;

/// How long what belongs together is collected before it is mailed.
pub const COLLECTED: i64 = 10 * MINUTE;
/// How many people one statement tells.
const AT_ONCE: usize = 250;

/// A thing by its kind and number: `("post", 12)`.
pub type Subject = (&'static str, i64);

/// Who did it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum By {
    /// A person.
    Person(PersonId),
    /// An institutional page; who spoke for it stays inside.
    Page(PageId),
    /// Nobody one could name: moderation, the program.
    Nobody,
}

/// Something that happened, for whoever is told of it.
#[derive(Debug, Clone)]
pub struct Telling {
    /// What one can choose not to hear.
    pub kind: Kind,
    /// The sentence in the language files: `notice-{words}`. It knows `actor`, `others` and `name`.
    pub words: &'static str,
    /// By what notices of the same sentence are grouped.
    pub subject: Subject,
    /// What the person must be able to read whenever the notice is shown. None: it is about the person alone.
    pub about: Option<Subject>,
    /// Who did it.
    pub by: By,
    /// Where it leads, in this site.
    pub path: String,
    /// Told with the same key, a person is told once.
    pub key: String,
}

kit::row! {
    /// One person and what they chose for the kind.
    struct Ear {
        id: PersonId,
        in_page: Option<bool>,
        mail: Option<MailWhen>,
        push: Option<bool>,
        quiet_from: Option<u16>,
        quiet_to: Option<u16>,
        digest_hour: Option<u8>,
        devices: i64,
    }
}

/// Tells people, in the turn of whoever knows; how many were told for the first time. Never who did it, nor who blocked or
/// muted them; whether each may read it the caller has asked, and is asked again before it is shown.
pub async fn tell(tx: &mut Tx, app: &App, telling: &Telling, people: &[PersonId]) -> Result<u64> {
    let mut told = 0;
    for some in people.chunks(AT_ONCE) {
        let ears = ears(tx, telling, some).await?;
        told += write(tx, app, telling, &ears).await?;
    }
    Ok(told)
}

async fn ears(tx: &mut Tx, telling: &Telling, people: &[PersonId]) -> Result<Vec<Ear>> {
    let actor = if let By::Person(id) = telling.by { Some(id) } else { None };
    let sql = format!(
        "select w.id, coalesce(c.in_page, u.in_page) as in_page, coalesce(c.mail, u.mail) as mail, coalesce(c.push, u.push) as push, h.quiet_from, h.quiet_to, h.digest_hour,
                (select count(*) from push_device d where d.person_id = w.id) as devices
           from person_card w
           left join notice_choice c on c.person_id = w.id and c.kind = $1
           left join notice_usual u on u.kind = $1
           left join notice_hours h on h.person_id = w.id
          where w.id in ({}) and w.state <> 'closed' and w.id <> coalesce(cast($2 as bigint), 0)
            and not exists (select 1 from blocked_pair b where b.viewer_id = w.id and b.other_id = cast($2 as bigint))
            and not exists (select 1 from muted_person m where m.viewer_id = w.id and m.other_id = cast($2 as bigint))",
        places(3, people.len())
    );
    let mut values = args![telling.kind, actor];
    values.extend(people.iter().copied().map(Value::from));
    Ok(tx.all(sql, values).await?)
}

/// A row about to be written: where it goes, and when.
struct Going {
    person: PersonId,
    channels: Channels,
    mail_at: Option<Time>,
    push_at: Option<Time>,
}

impl Ear {
    fn going(&self, kind: Kind, now: Time, app: &App) -> Going {
        let usual = kind.usual();
        let channels = Channels {
            in_page: self.in_page.unwrap_or(usual.in_page),
            mail: self.mail.unwrap_or(usual.mail),
            push: self.push.unwrap_or(usual.push) && self.devices > 0,
        };
        let hours = Hours::new(self.quiet_from, self.quiet_to, self.digest_hour);
        let mail_at = match channels.mail {
            MailWhen::Now => Some(whole_minute(hours.awake(now.plus(COLLECTED), &app.zone))),
            MailWhen::Daily => Some(hours.next_digest(now, &app.zone)),
            MailWhen::Never => None,
        };
        Going { person: self.id, channels, mail_at, push_at: channels.push.then(|| hours.awake(now, &app.zone)) }
    }
}

/// The next whole minute: what is due in one minute is one job.
pub fn whole_minute(at: Time) -> Time {
    Time::from_micros(at.micros().saturating_add(MINUTE - 1).div_euclid(MINUTE) * MINUTE)
}

async fn write(tx: &mut Tx, app: &App, telling: &Telling, ears: &[Ear]) -> Result<u64> {
    let now = tx.now();
    let going: Vec<Going> = ears.iter().map(|ear| ear.going(telling.kind, now, app)).filter(|going| !going.channels.is_silent()).collect();
    if going.is_empty() {
        return Ok(0);
    }
    let told = insert(tx, telling, &going, now).await?;
    let mails: BTreeSet<Time> = going.iter().filter_map(|going| going.mail_at).collect();
    let pushes: BTreeSet<Time> = going.iter().filter_map(|going| going.push_at).collect();
    for at in mails {
        queue_mail(tx, at).await?;
    }
    for at in pushes {
        queue_push(tx, at).await?;
    }
    tx.ring(going.iter().filter(|going| going.channels.in_page).map(|going| going.person.0).collect());
    Ok(told)
}

/// Queues the job that mails what is due at a moment; one for all.
pub async fn queue_mail(tx: &mut Tx, at: Time) -> Result<()> {
    let kind = super::digest::KIND;
    enqueue(tx, NewJob::new(kind, serde_json::json!({})).at(at).once(format!("{kind}@{}", at.micros()))).await?;
    Ok(())
}

/// Queues the job that spreads what is due at a moment: what goes now has a job of its own, what waits for the morning shares one.
pub async fn queue_push(tx: &mut Tx, at: Time) -> Result<()> {
    let kind = super::push::SPREAD;
    let job = NewJob::new(kind, serde_json::json!({})).at(at);
    enqueue(tx, if at > tx.now() { job.once(format!("{kind}@{}", at.micros())) } else { job }).await?;
    Ok(())
}

async fn insert(tx: &mut Tx, telling: &Telling, going: &[Going], now: Time) -> Result<u64> {
    let (actor, page) = match telling.by {
        By::Person(id) => (Some(id), None),
        By::Page(id) => (None, Some(id)),
        By::Nobody => (None, None),
    };
    let (about_kind, about) = telling.about.map_or(("", None), |(kind, id)| (kind, Some(id)));
    let mut values =
        args![telling.kind, telling.words, telling.subject.0, telling.subject.1, about_kind, actor, page, &telling.path, &telling.key, now];
    let mut rows = Vec::with_capacity(going.len());
    for one in going {
        let at = values.len();
        let place = |offset: usize| format!("${}", at + offset);
        rows.push(format!(
            "({}, {}, $1, $2, $3, $4, $5, {}, $6, $7, $8, $9, {}, {}, {}, {}, $10)",
            place(1),
            place(2),
            place(3),
            place(4),
            place(5),
            place(6),
            place(7)
        ));
        values.extend(args![
            kit::ids::next(now),
            one.person,
            about.unwrap_or(one.person.0),
            one.channels.in_page,
            one.channels.mail,
            one.mail_at,
            one.push_at
        ]);
    }
    let sql = format!(
        "insert into notice (id, person_id, kind, words, subject_kind, subject_id, about_kind, about_id, actor_id, page_id, path,
                             once_key, in_page, mail, mail_at, push_at, created_at)
         values {} on conflict (person_id, once_key) do nothing",
        rows.join(", ")
    );
    Ok(tx.run(sql, values).await?)
}

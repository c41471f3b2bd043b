//! A report: somebody says that a text, an account or a community breaks a rule (DSA art. 16). Once a person and subject.

use kit::clock::{DAY, Time};
use kit::db::{Db, Tx};
use kit::error::FieldErrors;
use kit::events::{Event, record};
use kit::{Result, args};

use super::concern;
use super::matter::{self, Subject};
use super::words::{Reason, SubjectKind};
use crate::identity::{PersonId, Viewer};
use crate::social::post::{Post, PostId};
use crate::social::visible::known_community;
use crate::social::words::{headline, shorten};

/// The longest explanation, in characters.
pub const WORDS_MAX: usize = 1000;
/// By when a report is answered.
pub const ANSWERED_IN: i64 = 3 * DAY;

/// Something that can be reported, as the viewer reads it.
#[derive(Debug, Clone)]
pub struct Reportable {
    /// What it is.
    pub subject: Subject,
    /// It is the viewer's own, or they keep it: they change it or take it back.
    pub own: bool,
    /// Its beginning, or its name.
    pub name: String,
    /// Whose it is, as shown.
    pub voice: String,
    /// Where it is read.
    pub path: String,
}

impl Reportable {
    /// A post or comment that this viewer may read.
    pub async fn post(db: &Db, viewer: &Viewer, id: PostId) -> Result<Self> {
        let post = Post::visible_to(db, viewer, id).await?;
        Ok(Self {
            subject: Subject::of_post(&post),
            own: viewer.id() == Some(post.author_id),
            name: shorten(&post.headline(), 120),
            voice: post.voice().to_owned(),
            path: post.path(),
        })
    }

    /// An account.
    pub async fn person(db: &Db, viewer: &Viewer, handle: &str) -> Result<Self> {
        let person = crate::identity::Person::by_handle(db, handle).await?;
        let subject = Subject { kind: SubjectKind::Person, id: person.id.0, person: Some(person.id) };
        let path = person.path();
        Ok(Self { subject, own: viewer.id() == Some(person.id), name: person.name.clone(), voice: person.name, path })
    }

    /// A community that this viewer finds.
    pub async fn community(db: &Db, viewer: &Viewer, handle: &str) -> Result<Self> {
        let (id, name): (i64, String) = db
            .one(
                format!("select k.id, k.name from community k where k.handle_folded = $1 and {}", known_community(2)),
                args![kit::text::fold(handle), viewer.id()],
            )
            .await?;
        let own = match viewer.id() {
            Some(me) => concern::keeps(db, id, me).await?,
            None => false,
        };
        let subject = Subject { kind: SubjectKind::Community, id, person: None };
        Ok(Self { subject, own, name: headline(&name, ""), voice: name, path: format!("/comunita/{handle}") })
    }
}

/// What somebody says about it.
#[derive(Debug, Clone)]
pub struct NewReport {
    /// What is reported.
    pub subject: Subject,
    /// Which rule it breaks.
    pub reason: Reason,
    /// In which way.
    pub words: String,
}

impl NewReport {
    /// What is wrong with it.
    pub fn check(&self, faults: &mut FieldErrors) {
        let length = self.words.chars().count();
        if length > WORDS_MAX {
            faults.add_with("parole", "error-report-long", vec![("max", WORDS_MAX.to_string())]);
        } else if self.reason == Reason::Other && length < 10 {
            faults.add("parole", "error-report-words");
        }
    }
}

/// What came of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Filed {
    /// It is kept.
    New(i64),
    /// The same person reported the same thing before.
    Already(i64),
}

impl Filed {
    /// Its number.
    pub const fn id(self) -> i64 {
        match self {
            Self::New(id) | Self::Already(id) => id,
        }
    }
}

/// Files a report.
pub async fn file(tx: &mut Tx, reporter: PersonId, new: &NewReport) -> Result<Filed> {
    let now = tx.now();
    let Subject { kind, id: subject, .. } = new.subject;
    let before: Option<(i64,)> = tx
        .maybe("select id from report where reporter_id = $1 and subject_kind = $2 and subject_id = $3", args![reporter, kind, subject])
        .await?;
    if let Some((id,)) = before {
        return Ok(Filed::Already(id));
    }
    let matter = matter::open(tx, new.subject).await?;
    let id = kit::ids::next(now);
    tx.run(
        "insert into report (id, matter_id, subject_kind, subject_id, reporter_id, reason, words, created_at)
         values ($1, $2, $3, $4, $5, $6, $7, $8)",
        args![id, matter, kind, subject, reporter, new.reason, &new.words, now],
    )
    .await?;
    tx.run("update matter set report_count = report_count + 1 where id = $1", args![matter]).await?;
    let touches = ["moderation".to_owned()];
    let data = serde_json::json!({});
    record(tx, Event { kind: "report.filed", actor: Some(reporter.0), subject_kind: "report", subject: id, data, touches: &touches })
        .await?;
    Ok(Filed::New(id))
}

kit::row! {
    /// A report as who made it reads it, with what came of it.
    #[derive(Debug, Clone)]
    pub struct OwnReport {
        /// Number.
        pub id: i64,
        /// What was reported.
        pub kind: SubjectKind,
        /// Which rule.
        pub reason: Reason,
        /// In which words.
        pub words: String,
        /// When.
        pub created_at: Time,
        /// When it was decided.
        pub closed_at: Option<Time>,
        /// Was anything done about it?
        pub acted: bool,
    }
}

const OWN: &str = "select r.id, r.subject_kind as kind, r.reason, r.words, r.created_at, m.closed_at,
        cast(case when d.action <> 'dismiss' and d.lifted_how not in ('undone', 'appeal') then 1 else 0 end as bigint) as acted
   from report r join matter m on m.id = r.matter_id left join decision d on d.id = m.decision_id";

impl OwnReport {
    /// One of one's own.
    pub async fn find(db: &Db, person: PersonId, id: i64) -> Result<Self> {
        Ok(db.one(format!("{OWN} where r.id = $1 and r.reporter_id = $2"), args![id, person]).await?)
    }

    /// By when it is answered.
    pub fn due(&self) -> Time {
        self.created_at.plus(ANSWERED_IN)
    }
}

kit::row! {
    /// A report as a moderator reads it.
    #[derive(Debug, Clone)]
    pub struct Filing {
        /// Number.
        pub id: i64,
        /// Which rule.
        pub reason: Reason,
        /// In which words.
        pub words: String,
        /// When.
        pub created_at: Time,
        /// Who reported; none once the retention is over.
        pub reporter: Option<String>,
        /// The mailbox of who has no account.
        pub email: Option<String>,
        /// It is about the abuse of children.
        pub minors: bool,
    }
}

/// The reports of a matter, oldest first.
pub async fn of_matter(db: &Db, matter: i64) -> Result<Vec<Filing>> {
    Ok(db
        .all(
            "select r.id, r.reason, r.words, r.created_at, coalesce(a.name, v.name) as reporter, v.email, r.minors
               from report r left join person_card a on a.id = r.reporter_id left join reporter v on v.report_id = r.id where r.matter_id = $1 order by r.id limit 200",
            args![matter],
        )
        .await?)
}

/// How long reports keep their words and who wrote them after the decision: a year, twice the time for an appeal.
pub const KEPT_DAYS: i64 = 365;

/// Empties reports whose time is over; how many. What remains is counted.
pub async fn forget(tx: &mut Tx, limit: i64) -> Result<u64> {
    let before = tx.now().plus(-KEPT_DAYS * DAY);
    Ok(tx
        .run(
            "update report set words = '', reporter_id = null where id in (
               select r.id from report r join matter m on m.id = r.matter_id
                where m.closed_at < $1 and (r.words <> '' or r.reporter_id is not null) order by r.id limit $2)",
            args![before, limit],
        )
        .await?)
}

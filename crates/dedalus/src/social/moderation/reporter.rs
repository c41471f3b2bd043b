//! Who reports without an account: named, so that they are told (DSA art. 16 par. 2, 4 and 5), and forgotten once the decision
//! can be complained about no longer.

use kit::clock::DAY;
use kit::db::Tx;
use kit::error::FieldErrors;
use kit::events::{Event, record};
use kit::i18n::Lang;
use kit::text::fold;
use kit::{Result, args};

use super::matter::{self, Subject};
use super::report::NewReport;
use super::words::SubjectKind;
use crate::identity::{check_email, send_outside};
use crate::shell::App;

/// The longest name, in characters.
pub const NAME_MAX: usize = 80;
/// The fewest characters that say why it breaks a rule.
const WORDS_LEAST: usize = 10;
/// How long names and mailboxes are kept after the decision: six months, in which it can be complained about (art. 20 par. 1).
const KEPT_DAYS: i64 = 183;

/// What somebody without an account says of themselves.
#[derive(Debug, Clone, Default)]
pub struct Outsider {
    /// Their name.
    pub name: String,
    /// Where they are told.
    pub email: String,
    /// The language they asked in.
    pub language: Lang,
    /// It is about the sexual abuse of children: they need not say who they are.
    pub minors: bool,
    /// They believe in good faith that what they say is right and whole.
    pub good_faith: bool,
}

impl Outsider {
    /// What is missing, or wrong.
    pub fn check(&self, new: &NewReport, faults: &mut FieldErrors) {
        let nameless = self.name.is_empty() && self.email.is_empty();
        if !(self.minors && nameless) {
            match self.name.chars().count() {
                0..2 => faults.add("nome", "error-reporter-name"),
                length if length > NAME_MAX => faults.add_with("nome", "error-report-long", vec![("max", NAME_MAX.to_string())]),
                _ => {}
            }
            check_email(&self.email, faults);
        }
        if new.words.chars().count() < WORDS_LEAST && faults.of("parole").is_none() {
            faults.add("parole", "error-report-words");
        }
        if !self.good_faith {
            faults.add("buonafede", "error-reporter-faith");
        }
    }
}

/// Files their report, and says once by mail that it is here. The same mailbox reports a thing once.
pub async fn file(tx: &mut Tx, app: &App, outsider: &Outsider, new: &NewReport) -> Result<()> {
    let now = tx.now();
    let Subject { kind, id: subject, .. } = new.subject;
    let email = fold(&outsider.email);
    if !email.is_empty() && is_known(tx, &email, kind, subject).await? {
        return Ok(());
    }
    let matter = matter::open(tx, new.subject).await?;
    let id = kit::ids::next(now);
    tx.run(
        "insert into report (id, matter_id, subject_kind, subject_id, reporter_id, reason, words, created_at, minors)
         values ($1, $2, $3, $4, null, $5, $6, $7, $8)",
        args![id, matter, kind, subject, new.reason, &new.words, now, outsider.minors],
    )
    .await?;
    tx.run("update matter set report_count = report_count + 1 where id = $1", args![matter]).await?;
    if !email.is_empty() {
        tx.run(
            "insert into reporter (report_id, name, email, email_folded, language, created_at) values ($1, $2, $3, $4, $5, $6)",
            args![id, &outsider.name, &outsider.email, email, outsider.language, now],
        )
        .await?;
        let what = crate::shell::catalog().fixed(outsider.language, new.reason.key());
        send_outside(tx, app, (outsider.language, &outsider.email), "mail-reporter-received", "/regole", &[("reason", what)]).await?;
    }
    let touches = ["moderation".to_owned()];
    let data = serde_json::json!({});
    record(tx, Event { kind: "report.filed", actor: None, subject_kind: "report", subject: id, data, touches: &touches }).await?;
    Ok(())
}

async fn is_known(tx: &mut Tx, email: &str, kind: SubjectKind, subject: i64) -> Result<bool> {
    let (before,): (i64,) = tx
        .one(
            "select count(*) as n from reporter v join report r on r.id = v.report_id
              where v.email_folded = $1 and r.subject_kind = $2 and r.subject_id = $3",
            args![email, kind, subject],
        )
        .await?;
    Ok(before > 0)
}

/// What came of it, once a mailbox, in the language of the request.
pub async fn tell(tx: &mut Tx, app: &App, decision: i64, acted: bool) -> Result<()> {
    let now = tx.now();
    let rows: Vec<(i64, String, String, Lang)> = tx
        .all(
            "select v.report_id, v.email, v.email_folded, v.language from reporter v join report r on r.id = v.report_id
               join matter m on m.id = r.matter_id where m.decision_id = $1 and v.told_at is null order by v.report_id",
            args![decision],
        )
        .await?;
    let what = if acted { "mail-reporter-acted" } else { "mail-reporter-dismissed" };
    let mut told: Vec<String> = Vec::new();
    for (report, email, folded, language) in rows {
        tx.run("update reporter set told_at = $2 where report_id = $1", args![report, now]).await?;
        if !told.contains(&folded) {
            send_outside(tx, app, (language, &email), what, "/regole", &[]).await?;
            told.push(folded);
        }
    }
    Ok(())
}

/// Forgets who they were, once the time is over; how many.
pub async fn forget(tx: &mut Tx, limit: i64) -> Result<u64> {
    let before = tx.now().plus(-KEPT_DAYS * DAY);
    Ok(tx
        .run(
            "delete from reporter where report_id in (
               select v.report_id from reporter v join report r on r.id = v.report_id join matter m on m.id = r.matter_id
                where m.closed_at < $1 order by v.report_id limit $2)",
            args![before, limit],
        )
        .await?)
}

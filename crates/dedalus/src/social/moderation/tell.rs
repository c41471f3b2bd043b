//! Letters: the reasons to whom a decision concerns, what came of it to who reported, the answer to an appeal.

use kit::db::Tx;
use kit::i18n::dates;
use kit::secret::token;
use kit::{Error, Result, args};

use super::concern;
use super::reporter;
use super::words::{Action, Reason};
use crate::identity::{Person, PersonId, send_letter};
use crate::shell::{App, catalog};

kit::row! {
    struct Row {
        action: Action,
        rule: Reason,
        facts: String,
        ends_at: Option<kit::clock::Time>,
        appeal_until: kit::clock::Time,
        lifted_reason: String,
    }
}

async fn row(tx: &mut Tx, decision: i64) -> Result<Row> {
    Ok(tx.one("select action, rule, facts, ends_at, appeal_until, lifted_reason from decision where id = $1", args![decision]).await?)
}

/// The account, unless it has ended meanwhile.
async fn reader(tx: &mut Tx, id: Option<PersonId>) -> Result<Option<Person>> {
    let Some(id) = id else { return Ok(None) };
    match Person::find_in(tx, id).await {
        Ok(person) => Ok(Some(person)),
        Err(Error::NotFound) => Ok(None),
        Err(error) => Err(error),
    }
}

/// Everybody whom a decision concerns and who is still there.
async fn concerned(tx: &mut Tx, decision: i64) -> Result<Vec<Person>> {
    let mut people = Vec::new();
    for id in concern::of_decision(tx, decision).await? {
        people.extend(reader(tx, Some(id)).await?);
    }
    Ok(people)
}

/// The statement of reasons, to whom it concerns; then what came of it, to everybody who reported.
pub async fn decided(tx: &mut Tx, app: &App, decision: i64) -> Result<()> {
    let row = row(tx, decision).await?;
    if row.action.restricts() {
        for person in concerned(tx, decision).await? {
            statement(tx, app, decision, &row, &person).await?;
        }
    }
    outcome(tx, app, decision, row.action).await
}

async fn statement(tx: &mut Tx, app: &App, decision: i64, row: &Row, person: &Person) -> Result<()> {
    let path = way(tx, decision, row.action).await?;
    let words = catalog();
    let what = words.fixed(person.language, row.action.said_key());
    let rule = words.fixed(person.language, row.rule.rule_key());
    let day = |at| dates::day_long(at, &app.zone, person.language, dates::Year::Said);
    let until = match row.ends_at {
        Some(ends) => words
            .with(person.language, "decision-until", &[("when", dates::date_time_long(ends, &app.zone, person.language).as_str().into())])
            .into_owned(),
        None => words.fixed(person.language, "decision-no-end").to_owned(),
    };
    let appeal = day(row.appeal_until);
    let more = [("what", what), ("rule", rule), ("facts", row.facts.as_str()), ("until", until.as_str()), ("appeal", appeal.as_str())];
    send_letter(tx, app, person, "mail-decision", &path, &more).await
}

/// Where it is read. Who is kept out reads it by a word that only the letter has.
async fn way(tx: &mut Tx, decision: i64, action: Action) -> Result<String> {
    if action != Action::Suspend {
        return Ok(format!("/io/decisioni/{decision}"));
    }
    let (key, hash) = token()?;
    tx.run("update decision set key_hash = $2 where id = $1", args![decision, hash.to_vec()]).await?;
    Ok(format!("/decisioni/{key}"))
}

async fn outcome(tx: &mut Tx, app: &App, decision: i64, action: Action) -> Result<()> {
    // One letter a person, however many of the texts they had reported.
    let reports: Vec<(i64, Option<PersonId>)> = tx
        .all(
            "select max(r.id) as id, r.reporter_id from report r join matter m on m.id = r.matter_id
              where m.decision_id = $1 and r.reporter_id is not null group by r.reporter_id order by max(r.id)",
            args![decision],
        )
        .await?;
    let what = if action.restricts() { "mail-report-acted" } else { "mail-report-dismissed" };
    for (report, reporter) in reports {
        if let Some(person) = reader(tx, reporter).await? {
            send_letter(tx, app, &person, what, &format!("/io/abusi/{report}"), &[]).await?;
        }
    }
    reporter::tell(tx, app, decision, action.restricts()).await
}

/// A decision was undone: whom it concerned reads why.
pub async fn undone(tx: &mut Tx, app: &App, decision: i64) -> Result<()> {
    let row = row(tx, decision).await?;
    if !row.action.restricts() {
        return Ok(());
    }
    for person in concerned(tx, decision).await? {
        let what = catalog().fixed(person.language, row.action.key());
        let more = [("what", what), ("reason", row.lifted_reason.as_str())];
        send_letter(tx, app, &person, "mail-decision-undone", &format!("/io/decisioni/{decision}"), &more).await?;
    }
    Ok(())
}

/// The answer to an appeal, to who appealed and to whom else the decision concerns.
pub async fn appealed(tx: &mut Tx, app: &App, appeal: i64) -> Result<()> {
    let (decision, person, upheld, reasons): (i64, Option<PersonId>, bool, String) =
        tx.one("select decision_id, person_id, coalesce(upheld, 0) as upheld, reasons from appeal where id = $1", args![appeal]).await?;
    let what = if upheld { "mail-appeal-upheld" } else { "mail-appeal-refused" };
    let mut people = concerned(tx, decision).await?;
    if let Some(person) = reader(tx, person).await?.filter(|person| people.iter().all(|other| other.id != person.id)) {
        people.push(person);
    }
    for person in people {
        send_letter(tx, app, &person, what, &format!("/io/decisioni/{decision}"), &[("reasons", &reasons)]).await?;
    }
    Ok(())
}

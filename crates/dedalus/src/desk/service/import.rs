//! Services from a file: first the plan, which says for each row what would change and what is wrong; then, when somebody says
//! so, all of it in one turn or nothing.

use std::collections::BTreeSet;

use kit::db::Tx;
use kit::error::FieldError;
use kit::secret::hash_token;
use kit::text::fold;
use kit::{Error, Result};

use super::card::Card;
use super::exchange::{Filed, ServiceShape, headings};
use super::record::{NewService, Service, is_code, is_slug, slug_of};
use super::table::rows;
use super::words::State;
use super::written::{Field, Written};
use crate::identity::{Actor, OfficeId};

/// Services of one file.
const MOST: usize = 500;

/// What a file would do to one service.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Step {
    /// It is added.
    Add,
    /// These fields change.
    Change(Vec<Field>),
    /// It is published as it stands.
    Publish,
    /// Nothing.
    Leave,
}

/// One service of the file.
#[derive(Debug, Clone)]
pub struct Planned {
    /// Where it stands: the line of a spreadsheet, the place in JSON; from 1.
    pub line: usize,
    /// What the file says.
    pub filed: Filed,
    /// What would happen.
    pub step: Step,
    /// Would it be published?
    pub publishes: bool,
    /// What is wrong: field and sentence.
    pub faults: Vec<FieldError>,
    office: Option<OfficeId>,
    revision: i64,
}

/// What a file would do.
#[derive(Debug, Clone, Default)]
pub struct Plan {
    /// Service by service.
    pub rows: Vec<Planned>,
}

impl Plan {
    /// Is nothing wrong?
    pub fn is_sound(&self) -> bool {
        self.rows.iter().all(|row| row.faults.is_empty())
    }

    /// Would anything change?
    pub fn does_something(&self) -> bool {
        self.rows.iter().any(|row| row.step != Step::Leave)
    }

    /// How many rows would do this.
    pub fn count(&self, of: fn(&Planned) -> bool) -> i64 {
        i64::try_from(self.rows.iter().filter(|row| of(row)).count()).unwrap_or(i64::MAX)
    }

    /// A mark of what would change and from what: another one means that somebody saved something meanwhile.
    pub fn mark(&self) -> String {
        let rows: Vec<String> =
            self.rows.iter().map(|row| format!("{} {} {:?} {}", row.line, row.revision, row.step, row.publishes)).collect();
        hash_token(&rows.join("\n")).iter().take(16).map(|byte| format!("{byte:02x}")).collect()
    }
}

/// A fault of the file as a whole, or of one of its places, with the sentence that says it.
fn broken(key: &'static str, args: Vec<(&'static str, String)>) -> Error {
    let mut faults = kit::error::FieldErrors::default();
    faults.add_with("testo", key, args);
    Error::Invalid(faults)
}

/// Reads a file, whichever of the two it is: each service with its line.
pub fn read(text: &str) -> Result<Vec<(usize, Filed)>> {
    let begins = text.trim_start_matches('\u{feff}').trim_start();
    let filed = if begins.starts_with(['[', '{']) { of_json(begins)? } else { of_table(text)? };
    if filed.is_empty() {
        return Err(broken("error-import-empty", Vec::new()));
    }
    if filed.len() > MOST {
        return Err(broken("error-import-many", vec![("max", MOST.to_string())]));
    }
    Ok(filed)
}

fn of_json(text: &str) -> Result<Vec<(usize, Filed)>> {
    let shapes: Vec<ServiceShape> = serde_json::from_str(text)
        .map_err(|error| broken("error-import-json", vec![("line", error.line().to_string()), ("why", error.to_string())]))?;
    Ok((1..).zip(shapes.iter().map(ServiceShape::filed)).collect())
}

fn of_table(text: &str) -> Result<Vec<(usize, Filed)>> {
    let rows = rows(text).map_err(|line| broken("error-import-quote", vec![("line", line.to_string())]))?;
    let mut rows = rows.into_iter();
    let Some(head) = rows.next() else { return Ok(Vec::new()) };
    let names: Vec<String> = head.cells.iter().map(|cell| fold(cell.trim())).collect();
    let known = headings();
    if let Some(name) = names.iter().find(|name| !known.contains(&name.as_str())) {
        return Err(broken("error-import-column", vec![("name", name.clone())]));
    }
    if let Some(twice) = (1..).zip(&names).find_map(|(place, name)| names.iter().skip(place).find(|other| *other == name)) {
        return Err(broken("error-import-twice", vec![("name", twice.clone())]));
    }
    if let Some(name) = ["codice", "titolo"].iter().find(|name| !names.iter().any(|known| known == *name)) {
        return Err(broken("error-import-lacks", vec![("name", (*name).to_owned())]));
    }
    rows.map(|row| {
        if row.cells.len() > names.len() {
            return Err(broken("error-import-wide", vec![("line", row.line.to_string())]));
        }
        Ok((row.line, Filed::of_cells(&names, &row.cells)))
    })
    .collect()
}

/// What would happen. `offices` are those whose services the person keeps.
pub async fn plan(tx: &mut Tx, filed: Vec<(usize, Filed)>, offices: &[(String, OfficeId)]) -> Result<Plan> {
    let mut plan = Plan::default();
    let (mut codes, mut slugs) = (BTreeSet::new(), BTreeSet::new());
    for (line, mut filed) in filed {
        let known = if is_code(&filed.code) { Service::by_code(tx, &filed.code).await? } else { None };
        filed.slug = match &known {
            Some(service) => service.slug.clone(),
            None if filed.slug.is_empty() => slug_of(filed.written.get(Field::Title)),
            None => filed.slug,
        };
        if let Some(service) = &known {
            let before = service.written()?;
            for field in std::mem::take(&mut filed.absent) {
                filed.written.set(field, before.get(field));
            }
        }
        let mut row = look(line, filed, known.as_ref(), offices)?;
        if !codes.insert(fold(&row.filed.code)) {
            row.faults.push(fault("codice", "error-import-code-twice"));
        }
        let taken = known.is_none() && (!slugs.insert(row.filed.slug.clone()) || is_taken(tx, &row.filed.slug).await?);
        if taken {
            row.faults.push(fault("slug", "error-slug-taken"));
        }
        plan.rows.push(row);
    }
    Ok(plan)
}

async fn is_taken(tx: &mut Tx, slug: &str) -> Result<bool> {
    match Service::by_slug(tx, slug).await {
        Ok(_) => Ok(true),
        Err(Error::NotFound) => Ok(false),
        Err(error) => Err(error),
    }
}

fn fault(field: &'static str, key: &'static str) -> FieldError {
    FieldError { field: field.into(), key, args: Vec::new() }
}

/// One row beside the service it names. Pure.
fn look(line: usize, filed: Filed, known: Option<&Service>, offices: &[(String, OfficeId)]) -> Result<Planned> {
    let (card, faults) = Card::read(&filed.written);
    let mut faults: Vec<FieldError> = faults.iter().cloned().collect();
    let office = offices.iter().find(|(slug, _)| *slug == card.office).map(|(_, id)| *id);
    if office.is_none() || known.is_some_and(|service| !offices.iter().any(|(_, id)| *id == service.office_id)) {
        faults.push(fault("ufficio", "error-service-office"));
    }
    if !is_code(&filed.code) {
        faults.push(fault("codice", "error-service-code"));
    }
    if known.is_none() && !is_slug(&filed.slug) {
        faults.push(fault("slug", "error-slug"));
    }
    let publishes = filed.state == State::Published.word();
    let stays = known.map_or("draft", |service| service.state.word());
    if !publishes && !filed.state.is_empty() && filed.state != stays && filed.state != State::Draft.word() {
        faults.push(fault("stato", "error-import-state"));
    }
    if publishes {
        faults.extend(card.missing().iter().cloned());
    }
    let before = known.map(Service::written).transpose()?;
    let changes: Vec<Field> = before
        .as_ref()
        .map(|before: &Written| before.differences(&filed.written).into_iter().map(|(field, _, _)| field).collect())
        .unwrap_or_default();
    let step = match known {
        None => Step::Add,
        Some(_) if !changes.is_empty() => Step::Change(changes),
        Some(service) if publishes && (service.is_ahead || service.state != State::Published) => Step::Publish,
        Some(_) => Step::Leave,
    };
    let revision = known.map_or(0, |service| service.revision);
    Ok(Planned { line, filed, step, publishes, faults, office, revision })
}

/// Does what a sound plan says: how many services changed.
pub async fn apply(tx: &mut Tx, actor: &Actor, plan: &Plan) -> Result<i64> {
    let mut done = 0;
    for row in plan.rows.iter().filter(|row| row.step != Step::Leave) {
        let office = row.office.ok_or_else(|| Error::internal("a plan with faults is applied"))?;
        let Filed { code, slug, written, .. } = &row.filed;
        let service = match &row.step {
            Step::Add => Service::create(tx, actor, &NewService { code, slug, office, written }).await?,
            _ => Service::by_slug(tx, slug).await?.save(tx, actor, row.revision, office, written).await?,
        };
        if row.publishes {
            service.publish(tx, actor, "").await?;
        }
        done += 1;
    }
    Ok(done)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn key(text: &str) -> &'static str {
        match read(text) {
            Err(Error::Invalid(faults)) => faults.iter().next().unwrap().key,
            other => panic!("{other:?}"),
        }
    }

    #[test]
    fn a_file_that_is_no_file_of_services_says_why() {
        assert_eq!(key(""), "error-import-empty");
        assert_eq!(key("codice,titolo\n"), "error-import-empty");
        assert_eq!(key("codice,titolo,colore\nA1,x,rosso"), "error-import-column");
        assert_eq!(key("codice,titolo,codice\nA1,x,A2"), "error-import-twice");
        assert_eq!(key("codice,sintesi\nA1,x"), "error-import-lacks");
        assert_eq!(key("codice,titolo\nA1,x,y"), "error-import-wide");
        assert_eq!(key("codice,titolo\nA1,\"x"), "error-import-quote");
        assert_eq!(key("[{\"code\": 1}]"), "error-import-json");
        assert_eq!(key("{\"code\": \"A1\"}"), "error-import-json");
        assert_eq!(read("CODICE;Titolo\nA1;Uno\n\nA2;Due").unwrap().iter().map(|(line, _)| *line).collect::<Vec<_>>(), [2, 4]);
    }

    #[test]
    fn what_a_row_would_do_is_told_before_anything_is_written() {
        let row = |cells: &str| read(&format!("codice,titolo,ufficio,stato\n{cells}")).unwrap().remove(0).1;
        let offices = [("anagrafe".to_owned(), OfficeId(1))];
        let seen = look(2, Filed { slug: "uno".into(), ..row("A1,Uno due,anagrafe,") }, None, &offices).unwrap();
        assert_eq!((seen.step, seen.faults.len(), seen.publishes), (Step::Add, 0, false));
        let seen = look(2, Filed { slug: "uno".into(), ..row("A1,Uno due,anagrafe,published") }, None, &offices).unwrap();
        assert!(seen.publishes && seen.faults.iter().all(|fault| fault.key == "error-service-missing"));
        let seen = look(2, Filed { slug: "uno".into(), ..row("A 1,U,tributi,suspended") }, None, &offices).unwrap();
        let keys: Vec<&str> = seen.faults.iter().map(|fault| fault.key).collect();
        assert_eq!(keys, ["error-service-title", "error-service-office", "error-service-code", "error-import-state"]);
    }
}

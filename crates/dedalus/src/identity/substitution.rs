//! Who stands in for whom. Pure: the absences in, the names out.
//!
//! Somebody who is away names substitutes in their order. The first who is there stands in; one who is away, too, hands on
//! to their own substitutes before the next in the order is asked. Nobody is asked twice, so circles end.

use std::collections::BTreeSet;

use kit::clock::Time;

use super::office::OfficeId;
use super::person::PersonId;

/// One absence: from a moment until (and without) another.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Away {
    /// Its number: the later one counts first where two overlap.
    pub id: i64,
    /// Who is away.
    pub person: PersonId,
    /// From which office; from all if none.
    pub office: Option<OfficeId>,
    /// From.
    pub starts_at: Time,
    /// Until.
    pub ends_at: Time,
    /// Who stands in, in order.
    pub substitutes: Vec<PersonId>,
}

impl Away {
    fn covers(&self, person: PersonId, office: OfficeId, now: Time) -> bool {
        self.person == person && self.office.is_none_or(|of| of == office) && self.starts_at <= now && now < self.ends_at
    }
}

/// Who does the work of a person in an office now: the person, a substitute, or nobody. `works` says who works here at all.
pub fn stand_in(absences: &[Away], person: PersonId, office: OfficeId, now: Time, works: &dyn Fn(PersonId) -> bool) -> Option<PersonId> {
    let mut asked = BTreeSet::new();
    first_present(absences, person, office, now, works, &mut asked)
}

fn first_present(
    absences: &[Away],
    person: PersonId,
    office: OfficeId,
    now: Time,
    works: &dyn Fn(PersonId) -> bool,
    asked: &mut BTreeSet<PersonId>,
) -> Option<PersonId> {
    if !asked.insert(person) {
        return None;
    }
    let mut running: Vec<&Away> = absences.iter().filter(|away| away.covers(person, office, now)).collect();
    if running.is_empty() {
        return works(person).then_some(person);
    }
    // What was said of this office comes before what was said of all, the later word before the earlier one.
    running.sort_by_key(|away| (away.office.is_none(), std::cmp::Reverse(away.id)));
    let order = running.into_iter().flat_map(|away| away.substitutes.iter().copied());
    for candidate in order {
        if let Some(found) = first_present(absences, candidate, office, now, works, asked) {
            return Some(found);
        }
    }
    None
}

#[cfg(test)]
mod tests;

//! What stands in the menu of administration and of the office for a person: the table decides.

use super::permission::{Act, Party, Reach};
use super::viewer::{Me, furthest};
use crate::shell::MenuItem;

/// Every page of the menus, with the act behind it.
const ITEMS: &[(Act, MenuItem)] = &[
    (Act::KeepSystem, item("admin", "/amministrazione", "admin-overview", "it-chart-line")),
    (Act::KeepPeople, item("town", "/amministrazione/persone", "admin-people", "it-user")),
    (Act::KeepOffices, item("town", "/amministrazione/uffici", "admin-offices", "it-pa")),
    (Act::KeepCalendar, item("town", "/amministrazione/calendario", "admin-calendar", "it-calendar")),
    (Act::KeepBookings, item("town", "/amministrazione/prenotazioni", "admin-bookings", "it-clock")),
    (Act::KeepPages, item("town", "/amministrazione/pagine", "admin-pages", "it-comment")),
    (Act::KeepServices, item("town", "/amministrazione/servizi", "admin-services", "it-files")),
    (Act::KeepCommunities, item("town", "/amministrazione/comunita", "admin-communities", "it-comment")),
    (Act::KeepDesk, item("town", "/amministrazione/richieste", "admin-requests", "it-flag")),
    (Act::KeepDesk, item("town", "/amministrazione/open311", "admin-open311", "it-software")),
    (Act::KeepNotices, item("town", "/amministrazione/avvisi", "admin-notices", "it-horn")),
    (Act::KeepPeople, item("town", "/amministrazione/permessi", "admin-permissions", "it-list")),
    (Act::KeepPeople, item("town", "/amministrazione/inviti", "admin-invitations", "it-mail-open")),
    (Act::KeepTerritory, item("town", "/amministrazione/territorio", "admin-territory", "it-map-marker")),
    (Act::KeepProviders, item("town", "/amministrazione/accessi", "admin-providers", "it-key")),
    (Act::ReadClarity, item("town", "/amministrazione/chiarezza", "admin-clarity", "it-star-outline")),
    (Act::ReadProcessing, item("system", "/amministrazione/trattamenti", "admin-processing", "it-locked")),
    (Act::ReadAudit, item("system", "/amministrazione/registro", "admin-audit", "it-files")),
    (Act::BreakGlass, item("system", "/amministrazione/vetro", "admin-glass", "it-warning-circle")),
    (Act::KeepSystem, item("system", "/amministrazione/lavori", "admin-jobs", "it-settings")),
    (Act::KeepSystem, item("system", "/amministrazione/applicazioni", "admin-applications", "it-software")),
    (Act::KeepSystem, item("system", "/amministrazione/posta", "admin-mail", "it-mail")),
    (Act::WorkInside, item("office", "/segreteria", "office-home", "it-pa")),
    (Act::WorkDesk, item("office", "/segreteria/richieste", "office-requests", "it-inbox")),
    (Act::SetAbsence, item("office", "/segreteria/assenze", "office-absences", "it-calendar")),
    (Act::VerifyPerson, item("office", "/segreteria/verifiche", "office-verify", "it-check-circle")),
    (Act::WorkDesk, item("office", "/segreteria/prenotazioni", "office-bookings", "it-clock")),
    (Act::KeepOffice, item("office", "/segreteria/uffici", "office-mine", "it-settings")),
    (Act::Moderate, item("office", "/segreteria/moderazione", "office-moderation", "it-flag")),
    (Act::KeepModerationRules, item("office", "/segreteria/regole-di-moderazione", "office-moderation-rules", "it-list")),
    (Act::ReleasePost, item("office", "/segreteria/da-rivedere", "office-review", "it-pencil")),
];

const fn item(group: &'static str, path: &'static str, key: &'static str, icon: &'static str) -> MenuItem {
    MenuItem { group, path, key, icon }
}

/// What this person may open.
pub fn items(me: &Me) -> Vec<MenuItem> {
    if !me.is_staff() {
        return Vec::new(); // nothing of the menus is for citizens: a test says so
    }
    let parties: Vec<Party> = me.parties().into_iter().chain(me.held_parties()).collect();
    ITEMS.iter().filter(|(act, _)| furthest(*act, parties.iter().copied()) != Reach::No).map(|(_, item)| *item).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_menus_are_for_the_staff_alone() {
        assert!(ITEMS.iter().all(|(act, _)| act.is_for_staff()));
    }
}

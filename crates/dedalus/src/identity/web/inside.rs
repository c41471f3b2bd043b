//! /segreteria — the office's pages that are about people: who is away, who was verified, one's own office.

mod absences;
mod conflicts;
mod home;
mod mine;
mod verify;

use crate::identity::{Act, Routes};

/// The addresses of the office that identity answers.
pub fn routes() -> Routes {
    Routes::new()
        .get("/segreteria", Act::WorkInside, home::show)
        .get("/segreteria/assenze", Act::SetAbsence, absences::index)
        .post("/segreteria/assenze", Act::SetAbsence, absences::create)
        .get("/segreteria/assenze/{id}/annullamento", Act::SetAbsence, absences::ask)
        .post("/segreteria/assenze/{id}/annullamento", Act::SetAbsence, absences::cancel)
        .get("/segreteria/verifiche", Act::VerifyPerson, verify::index)
        .get("/segreteria/verifiche/{id}", Act::VerifyPerson, verify::form)
        .post("/segreteria/verifiche/{id}", Act::VerifyPerson, verify::create)
        .get("/segreteria/verifiche/conflitti", Act::DecideIdentity, conflicts::index)
        .post("/segreteria/verifiche/conflitti/{id}", Act::DecideIdentity, conflicts::decide)
        .get("/segreteria/uffici", Act::KeepOffice, mine::index)
        .get("/segreteria/uffici/{slug}", Act::KeepOffice, mine::edit)
        .post("/segreteria/uffici/{slug}", Act::KeepOffice, mine::update)
}

//! The pages of bookings: five steps for whoever books, one private page for each booking, the day of the counter, the waiting
//! room, and administration of what can be booked.

mod admin;
mod applicant;
mod counter;
mod day;
mod details;
mod mine;
mod moving;
mod place;
mod place_form;
mod room;
mod steps;
mod summary;
mod thing_form;
mod time;
mod times;

use crate::identity::{Act, Routes};

/// Addresses of bookings.
pub fn routes() -> Routes {
    Routes::new()
        .get("/prenotazioni", Act::Read, place::form)
        .post("/prenotazioni", Act::Opine, place::begin)
        .get("/prenotazioni/bozza/{key}/luogo", Act::Read, place::change_form)
        .post("/prenotazioni/bozza/{key}/luogo", Act::Opine, place::change)
        .get("/prenotazioni/bozza/{key}/orario", Act::Read, time::form)
        .post("/prenotazioni/bozza/{key}/orario", Act::Opine, time::save)
        .get("/prenotazioni/bozza/{key}/dettagli", Act::Read, details::form)
        .post("/prenotazioni/bozza/{key}/dettagli", Act::Opine, details::save)
        .get("/prenotazioni/bozza/{key}/richiedente", Act::Read, applicant::form)
        .post("/prenotazioni/bozza/{key}/richiedente", Act::Opine, applicant::save)
        .get("/prenotazioni/bozza/{key}/riepilogo", Act::Read, summary::show)
        .post("/prenotazioni/bozza/{key}/riepilogo", Act::Opine, summary::create)
        .get("/prenotazioni/mia/{key}", Act::Read, mine::show)
        .get("/prenotazioni/mia/{key}/appuntamento.ics", Act::Read, mine::file)
        .get("/prenotazioni/mia/{key}/annullamento", Act::Read, mine::ask_cancel)
        .post("/prenotazioni/mia/{key}/annullamento", Act::Opine, mine::cancel)
        .get("/prenotazioni/mia/{key}/spostamento", Act::Read, moving::form)
        .post("/prenotazioni/mia/{key}/spostamento", Act::Opine, moving::save)
        .get("/sala/{slug}", Act::Read, room::show)
        .get("/sala/{slug}/diretta", Act::Read, room::live)
        .merge(day::routes())
        .merge(admin::routes())
}

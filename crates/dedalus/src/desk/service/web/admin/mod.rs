//! /amministrazione/servizi — where the offices keep their cards: managers those of their offices, who keeps the system all.

mod form;
mod import;
mod list;
mod preview;
mod state;
mod typed;

use crate::identity::{Act, Routes};

/// Addresses of the editor.
pub fn routes() -> Routes {
    Routes::new()
        .get("/amministrazione/servizi", Act::KeepServices, list::index)
        .get("/amministrazione/servizi.csv", Act::KeepServices, list::csv)
        .get("/amministrazione/servizi.json", Act::KeepServices, list::json)
        .get("/amministrazione/servizi/importazione", Act::KeepServices, import::form)
        .post("/amministrazione/servizi/importazione", Act::KeepServices, import::send)
        .get("/amministrazione/servizi/nuovo", Act::KeepServices, form::new)
        .post("/amministrazione/servizi/nuovo", Act::KeepServices, form::create)
        .post("/amministrazione/servizi/nuovo/anteprima", Act::KeepServices, preview::of_new)
        .post("/amministrazione/servizi/nuovo/modifica", Act::KeepServices, form::write_on_new)
        .get("/amministrazione/servizi/{slug}", Act::KeepServices, form::edit)
        .post("/amministrazione/servizi/{slug}", Act::KeepServices, form::save)
        .post("/amministrazione/servizi/{slug}/anteprima", Act::KeepServices, preview::of_one)
        .post("/amministrazione/servizi/{slug}/modifica", Act::KeepServices, form::write_on)
        .get("/amministrazione/servizi/{slug}/sospensione", Act::KeepServices, state::ask_suspend)
        .post("/amministrazione/servizi/{slug}/sospensione", Act::KeepServices, state::suspend)
        .post("/amministrazione/servizi/{slug}/ripresa", Act::KeepServices, state::resume)
        .get("/amministrazione/servizi/{slug}/ritiro", Act::KeepServices, state::ask_retire)
        .post("/amministrazione/servizi/{slug}/ritiro", Act::KeepServices, state::retire)
}

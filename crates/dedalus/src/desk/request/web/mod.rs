//! The pages of requests: the form in three steps, the receipt, the story, the public list; the inbox, the counter, the categories.

mod alerts;
mod asked;
mod categories;
mod check;
mod compose;
mod counter;
mod files;
mod inbox;
mod list;
mod mine;
mod on_map;
mod photos;
mod receipts;
mod send;
mod show;
mod start;
mod story;
mod work;

use crate::identity::{Act, Routes};

/// The addresses of requests.
pub fn routes() -> Routes {
    Routes::new().merge(form_routes()).merge(reading_routes()).merge(receipt_routes()).merge(desk_routes()).merge(admin_routes())
}

fn form_routes() -> Routes {
    Routes::new()
        .get("/segnalazioni/nuova", Act::Read, start::report)
        .get("/richieste/nuova", Act::Read, start::other)
        .post("/richieste/nuova", Act::Opine, start::begin)
        .get("/richieste/bozze/{key}", Act::Read, compose::form)
        .post("/richieste/bozze/{key}", Act::Opine, compose::save)
        .get("/richieste/bozze/{key}/foto/{id}", Act::Read, photos::of_draft)
        .post("/richieste/bozze/{key}/lettera", Act::Opine, compose::mail_link)
        .get("/richieste/bozze/{key}/riepilogo", Act::Read, send::summary)
        .post("/richieste/bozze/{key}/invio", Act::Opine, send::send)
        .get("/richieste/bozze/{key}/inviata", Act::Read, send::sent)
        .get("/richieste/conferma/{key}", Act::Read, send::ask)
        .post("/richieste/conferma/{key}", Act::Opine, send::confirm)
}

fn reading_routes() -> Routes {
    Routes::new()
        .get("/segnalazioni", Act::Read, list::index)
        .get("/segnalazioni.csv", Act::Read, files::csv_file)
        .get("/segnalazioni.geojson", Act::Read, files::geojson)
        .get("/segnalazioni/feed.rss", Act::Read, files::feed)
        .get(on_map::PATH, Act::Read, on_map::tile)
        .get("/segnalazioni/{numero}", Act::Read, show::show)
        .get("/segnalazioni/{numero}/foto/{id}", Act::Read, photos::of_request)
        .post("/segnalazioni/{numero}/seguito", Act::Speak, show::follow)
        .post("/segnalazioni/{numero}/seguito/ritiro", Act::Speak, show::unfollow)
        .post("/segnalazioni/{numero}/commenti", Act::Speak, show::comment)
        .get("/segnalazioni/{numero}/abuso", Act::Read, show::ask_abuse)
        .post("/segnalazioni/{numero}/abuso", Act::Opine, show::abuse)
        .get("/io/segnalazioni", Act::KeepAccount, asked::index)
        .get("/io/avvisi/segnalazioni", Act::KeepAccount, alerts::show)
        .post("/io/avvisi/segnalazioni", Act::KeepAccount, alerts::create)
        .post("/io/avvisi/segnalazioni/{id}/pausa", Act::KeepAccount, alerts::pause)
        .post("/io/avvisi/segnalazioni/{id}/ripresa", Act::KeepAccount, alerts::resume)
        .post("/io/avvisi/segnalazioni/{id}/cancellazione", Act::KeepAccount, alerts::end)
        .post("/io/avvisi/segnalazioni/{id}/ripristino", Act::KeepAccount, alerts::restore)
}

fn receipt_routes() -> Routes {
    Routes::new()
        .get("/ricevute/{numero}", Act::Speak, receipts::own)
        .get("/ricevute/{numero}/{key}", Act::Read, receipts::show)
        .get("/ricevute/{numero}/{key}/segnalazione", Act::Read, receipts::story)
        .get("/ricevute/{numero}/{key}/foto/{id}", Act::Read, photos::of_receipt)
        .post("/ricevute/{numero}/{key}/valutazione", Act::Opine, mine::rate)
        .post("/ricevute/{numero}/{key}/verifica", Act::Opine, mine::works)
        .post("/ricevute/{numero}/{key}/commenti", Act::Opine, mine::comment)
        .get("/ricevute/{numero}/{key}/ritiro", Act::Read, mine::ask_withdraw)
        .post("/ricevute/{numero}/{key}/ritiro", Act::Opine, mine::withdraw)
        .post("/ricevute/{numero}/{key}/seguito", Act::Opine, mine::follow)
        .post("/ricevute/{numero}/{key}/adozione", Act::KeepAccount, mine::adopt)
}

fn desk_routes() -> Routes {
    Routes::new()
        .get("/segreteria/richieste", Act::WorkDesk, inbox::index)
        .get("/segreteria/richieste.csv", Act::WorkDesk, inbox::export)
        .get("/segreteria/richieste/nuova", Act::WorkDesk, counter::form)
        .post("/segreteria/richieste/nuova", Act::WorkDesk, counter::create)
        .get("/segreteria/richieste/{numero}", Act::WorkDesk, work::show)
        .get("/segreteria/richieste/{numero}/foto/{id}", Act::WorkDesk, photos::of_desk)
        .post("/segreteria/richieste/{numero}/stato", Act::WorkDesk, work::make_move)
        .post("/segreteria/richieste/{numero}/passaggio", Act::WorkDesk, work::hand_over)
        .post("/segreteria/richieste/{numero}/visibilita", Act::WorkDesk, work::set_visibility)
        .post("/segreteria/richieste/{numero}/commenti", Act::WorkDesk, work::comment)
        .post("/segreteria/richieste/{numero}/commenti/{id}/visibilita", Act::WorkDesk, work::hide_comment)
        .post("/segreteria/richieste/{numero}/unione", Act::WorkDesk, work::merge)
        .post("/segreteria/richieste/{numero}/separazione", Act::WorkDesk, work::split)
        .post("/segreteria/richieste/{numero}/abusi", Act::WorkDesk, work::settle_abuse)
        .get("/segreteria/richieste/{numero}/ricevuta", Act::WorkDesk, counter::receipt)
}

fn admin_routes() -> Routes {
    Routes::new()
        .get("/amministrazione/richieste", Act::KeepDesk, categories::index)
        .post("/amministrazione/richieste", Act::KeepDesk, categories::add_national)
        .get("/amministrazione/richieste/nuova", Act::KeepDesk, categories::new)
        .post("/amministrazione/richieste/nuova", Act::KeepDesk, categories::create)
        .get("/amministrazione/richieste/{codice}", Act::KeepDesk, categories::edit)
        .post("/amministrazione/richieste/{codice}", Act::KeepDesk, categories::update)
}

//! The square's pages: writing, reading, answering, taking back, and the lists.
//!
//! Following is a noun below whatever is followed: `POST …/seguito`, and `POST …/seguito/ritiro` to follow it no more, for
//! `/persone/{handle}`, `/pagine/{handle}`, `/comunita/{handle}`, `/argomenti/{tag}` and `/uffici/{slug}`.

mod about;
mod acts;
mod answers;
mod api;
mod at;
mod blocks;
mod change;
mod community;
mod compose;
mod draft;
mod drafts;
mod follow;
mod following;
mod intake;
mod kept;
mod likers;
mod lists;
mod live;
mod media;
mod paging;
mod people;
mod range;
mod readers;
mod recording_draft;
mod recording_store;
mod recordings;
mod remove;
mod review;
mod show;
mod square;
mod store;
mod tags;
mod thread;
mod town;
mod unsent;
mod versions;
mod voices;
mod votes;
mod waiting;

use crate::identity::{Act, Routes};

pub use api::api_routes;
pub use follow::FollowButton;
pub use intake::{Intake, Upload, sweep_half_sent};
pub use recording_store::{StoredRecording, store as store_recording};
pub(super) use recordings::Player;
pub use store::{Stored, store as store_picture};

/// Addresses of posts, people and voices.
pub fn routes() -> Routes {
    Routes::new()
        .merge(crate::social::moderation::routes())
        .get("/post/nuovo", Act::Speak, compose::form)
        .post("/post", Act::Speak, compose::create)
        .get("/post/{id}", Act::Read, show::show)
        .get("/post/{id}/modifica", Act::Speak, change::form)
        .post("/post/{id}/modifica", Act::Speak, change::save)
        .get("/post/{id}/versioni", Act::Read, versions::show)
        .get("/post/{id}/cancellazione", Act::Speak, remove::form)
        .post("/post/{id}/cancellazione", Act::Speak, remove::create)
        .post("/post/{id}/ripristino", Act::Speak, remove::restore)
        .post("/post/{id}/commenti", Act::Speak, answers::create)
        .post("/post/{id}/apprezzamento", Act::Speak, acts::like)
        .post("/post/{id}/apprezzamento/ritiro", Act::Speak, acts::unlike)
        .get("/post/{id}/apprezzamenti", Act::Read, likers::show)
        .get("/post/{id}/diretta", Act::Read, live::show)
        .post("/post/{id}/segnalibro", Act::Speak, acts::keep)
        .post("/post/{id}/segnalibro/ritiro", Act::Speak, acts::let_go)
        .get("/io/segnalibri", Act::Speak, kept::show)
        .post("/post/{id}/condivisione", Act::Speak, acts::share)
        .post("/post/{id}/condivisione/ritiro", Act::Speak, acts::unshare)
        .post("/post/{id}/voto", Act::Speak, votes::create)
        .get("/post/{id}/da-approvare", Act::Speak, waiting::show)
        .post("/post/{id}/da-approvare/approvazione", Act::Speak, waiting::approve)
        .post("/post/{id}/da-approvare/rifiuto", Act::Speak, waiting::refuse)
        .post("/bozze", Act::Speak, unsent::create)
        .post("/bozze/scarto", Act::Speak, unsent::discard)
        .get("/argomenti", Act::Read, tags::index)
        .get("/argomenti/{tag}", Act::Read, tags::show)
        .get("/segreteria/da-rivedere", Act::ReleasePost, review::index)
        .get("/segreteria/da-rivedere/{id}", Act::ReleasePost, review::show)
        .post("/segreteria/da-rivedere/{id}/rilascio", Act::ReleasePost, review::release)
        .post("/segreteria/da-rivedere/{id}/rinvio", Act::ReleasePost, review::give_back)
        .get("/media/{file}", Act::Read, media::show)
        .get("/sottotitoli/{id}", Act::Read, media::captions)
        .post("/registrazioni", Act::Speak, recordings::create)
        .get("/pagine", Act::Read, voices::index)
        .get("/pagine/{handle}", Act::Read, voices::show)
        .get("/persone/{handle}", Act::Read, people::show)
        .get("/novita", Act::Read, lists::news)
        .get("/conversazioni", Act::Read, lists::talk)
        .get("/piazza", Act::Read, town::show)
        .get("/piazza/nuovi", Act::Read, town::news)
        .get("/io/piazza", Act::Speak, square::show)
        .get("/io/piazza/nuovi", Act::Speak, square::news)
        .merge(following_routes())
        .merge(block_routes())
        .merge(community::routes())
}

fn following_routes() -> Routes {
    Routes::new()
        .post("/persone/{handle}/seguito", Act::Speak, follow::person)
        .post("/persone/{handle}/seguito/ritiro", Act::Speak, follow::leave_person)
        .post("/pagine/{handle}/seguito", Act::Speak, follow::page)
        .post("/pagine/{handle}/seguito/ritiro", Act::Speak, follow::leave_page)
        .post("/comunita/{handle}/seguito", Act::Speak, follow::community)
        .post("/comunita/{handle}/seguito/ritiro", Act::Speak, follow::leave_community)
        .post("/argomenti/{tag}/seguito", Act::Speak, follow::tag)
        .post("/argomenti/{tag}/seguito/ritiro", Act::Speak, follow::leave_tag)
        .post("/uffici/{slug}/seguito", Act::Speak, follow::office)
        .post("/uffici/{slug}/seguito/ritiro", Act::Speak, follow::leave_office)
        .get("/io/seguiti", Act::Speak, following::index)
        .get("/io/richieste", Act::Speak, following::askings)
        .post("/io/richieste/{id}/accoglimento", Act::Speak, following::accept)
        .post("/io/richieste/{id}/rifiuto", Act::Speak, following::remove)
        .post("/io/seguaci/{id}/rimozione", Act::Speak, following::remove)
}

fn block_routes() -> Routes {
    Routes::new()
        .get("/persone/{handle}/blocco", Act::Speak, blocks::ask)
        .post("/persone/{handle}/blocco", Act::Speak, blocks::block)
        .post("/persone/{handle}/blocco/ritiro", Act::Speak, blocks::unblock)
        .post("/persone/{handle}/silenzio", Act::Speak, blocks::mute)
        .post("/persone/{handle}/silenzio/ritiro", Act::Speak, blocks::unmute)
        .get("/io/blocchi", Act::Speak, blocks::index)
}

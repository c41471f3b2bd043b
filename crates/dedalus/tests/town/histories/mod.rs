//! Random histories of requests, through the forms, beside a model of the desk: each act is taken or refused as the model says, each
//! letter goes to whom the model says, and after every few, pages, lists, files and rows are what the model says.
//! `DEDALUS_SEED=N` plays a run again, `DEDALUS_SOAK=1` goes on for long.

use crate::support::{Dice, On, TestApp};
use town::Town;

mod acts;
mod citizens;
mod compare;
mod model;
mod office;
mod town;

/// Histories of a run on one engine, of one town, and acts for each.
const HISTORIES: usize = 1_000;
const OF_A_TOWN: usize = 40;
const ACTS: usize = 4;
/// Acts between two comparisons.
const EVERY: usize = 60;

async fn requests_keep_their_promises(on: On) {
    let mut dice = Dice::thrown("histories");
    let mut left = if Dice::is_soak() { HISTORIES * 20 } else { HISTORIES };
    while left > 0 {
        let many = left.min(OF_A_TOWN);
        play(on, &mut dice, many).await;
        left -= many;
    }
}

/// A town of its own, with so many requests at its end.
async fn play(on: On, dice: &mut Dice, many: usize) {
    let app = TestApp::start_with(on, |config| config.limits = kit::config::Limits::none()).await;
    let mut town = Town::begin(&app).await;
    let mut done: Vec<String> = Vec::new();
    while done.len() < many * (ACTS + 1) {
        let wanted = done.len() / (ACTS + 1) + 1;
        let act = if town.world.requests.len() < wanted.min(many) { town.send(dice).await } else { town.act(dice).await };
        done.push(act);
        let mut faults = town.letters().await;
        if done.len().is_multiple_of(EVERY) || done.len() == many * (ACTS + 1) {
            faults.extend(compare::faults(&town, dice).await);
        }
        assert!(faults.is_empty(), "after act {}:\n{}\n\nfaults:\n{}", done.len(), done.join("\n"), faults.join("\n"));
    }
    drop(town);
    app.end().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn requests_keep_their_promises_on_sqlite() {
    requests_keep_their_promises(On::Sqlite).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn requests_keep_their_promises_on_postgres() {
    requests_keep_their_promises(On::Postgres).await;
}

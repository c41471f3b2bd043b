//! Random acts through the forms, beside a model of the square: after every few, what five people see at every place is what the
//! model says. `DEDALUS_SEED=N` plays a run again, `DEDALUS_SOAK=1` goes on for long.

use crate::support::{Dice, On, TestApp};
use acts::Town;

mod acts;
mod compare;
#[expect(clippy::module_inception, reason = "the model of the model test")]
mod model;

/// Acts of a run, and after how many it is compared.
const ACTS: usize = 60;
const EVERY: usize = 15;

async fn people_see_what_the_model_says(on: On) {
    let mut dice = Dice::thrown("model");
    let mut left = if Dice::is_soak() { ACTS * 100 } else { ACTS };
    while left > 0 {
        left -= play(on, &mut dice, left).await;
    }
}

/// A town of its own for so many acts, or until it has grown full: lists are compared by their first page. How many were played.
async fn play(on: On, dice: &mut Dice, most: usize) -> usize {
    let app = TestApp::start_with(on, |config| config.limits = kit::config::Limits::none()).await;
    let mut town = Town::begin(&app).await;
    let mut done: Vec<String> = Vec::new();
    while done.len() < most && !town.is_full() {
        let act = town.act(dice).await;
        done.push(act);
        app.run_jobs().await;
        if done.len().is_multiple_of(EVERY) || done.len() == most || town.is_full() {
            let faults = compare::faults(&town, dice).await;
            assert!(faults.is_empty(), "after act {}:\n{}\n\nfaults:\n{}", done.len(), done.join("\n"), faults.join("\n"));
        }
    }
    drop(town);
    app.run_jobs().await;
    app.end().await;
    done.len()
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn people_see_what_the_model_says_on_sqlite() {
    people_see_what_the_model_says(On::Sqlite).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn people_see_what_the_model_says_on_postgres() {
    people_see_what_the_model_says(On::Postgres).await;
}

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
    let app = TestApp::start_with(on, |config| config.limits = kit::config::Limits::none()).await;
    let mut dice = Dice::thrown("model");
    let many = if Dice::is_soak() { ACTS * 100 } else { ACTS };
    let mut town = Town::begin(&app).await;
    let mut done: Vec<String> = Vec::new();
    for number in 1..=many {
        let act = town.act(&mut dice).await;
        done.push(act);
        app.run_jobs().await;
        if number % EVERY == 0 || number == many {
            let faults = compare::faults(&town, &mut dice).await;
            assert!(faults.is_empty(), "after act {number}:\n{}\n\nfaults:\n{}", done.join("\n"), faults.join("\n"));
        }
        // A town that has grown full is begun again: lists are compared by their first page.
        if town.is_full() {
            break;
        }
    }
    drop(town);
    app.run_jobs().await;
    app.end().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn people_see_what_the_model_says_on_sqlite() {
    people_see_what_the_model_says(On::Sqlite).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn people_see_what_the_model_says_on_postgres() {
    people_see_what_the_model_says(On::Postgres).await;
}

//! No byte of what is hidden is found anywhere by anybody who may not read it, from the moment on at which the act that hid it
//! was answered. And without any one row of the table of reading, something is.

use dedalus::identity::PersonId;
use dedalus::notify::Kind;
use dedalus::social::{EVERYTHING, RULES, take_out};
use kit::args;
use kit::clock::{DAY, HOUR};

use crate::mydata::copy_of;
use crate::notices::{PushService, id_of, subscribe};
use crate::square::{comment, say};
use crate::support::{Dice, On, TestApp, Visitor};
use crate::threads::many;
use scenes::Scene;
use world::{Secret, VIEWERS, World};

mod places;
mod scenes;
mod words;
mod world;

async fn town(on: On) -> TestApp {
    TestApp::start_with(on, |config| config.limits = kit::config::Limits::none()).await
}

/// Plays all scenes in any order; after every act of the first ones it is looked at once, in long runs of all.
async fn play(world: &mut World<'_>, at_once: usize) {
    let mut scenes = Scene::ALL;
    world.dice.shuffle(&mut scenes);
    for (number, scene) in scenes.into_iter().enumerate() {
        world.at_once = number < at_once || (at_once > 0 && Dice::is_soak());
        println!("  {scene:?}{}", if world.at_once { ", looked at at once" } else { "" });
        scene.play(world).await;
    }
}

/// What one may not read.
fn kept_from<'w>(world: &'w World<'_>, name: &str) -> Vec<&'w Secret> {
    world.secrets.iter().filter(|secret| secret.from.contains(&name)).collect()
}

/// Everything at every address, for everybody; of the texts some by chance, in long runs all.
async fn walk(world: &mut World<'_>) -> Vec<String> {
    let mut known = world.known.clone();
    if !Dice::is_soak() {
        world.dice.shuffle(&mut known.posts);
        known.posts.truncate(5);
        world.dice.shuffle(&mut known.communities);
        known.communities.truncate(2);
        world.dice.shuffle(&mut known.tags);
        known.tags.truncate(4);
    }
    let mut leaks = Vec::new();
    for name in VIEWERS {
        leaks.extend(world.look(name, &known, true, &kept_from(world, name), false).await);
    }
    leaks
}

/// What is sent to people the day after: letters, digests, pushes, copies of their data.
async fn letters(world: &World<'_>, push: &PushService) -> Vec<String> {
    let mut leaks = Vec::new();
    let before = world.app.mails().len();
    push.take();
    world.app.clock.advance(5 * HOUR);
    world.app.run_jobs().await;
    world.app.run_jobs().await;
    world.app.clock.advance(DAY);
    world.app.run_jobs().await;
    world.app.run_jobs().await;
    for mail in world.app.mails().into_iter().skip(before) {
        let text = words::opened(&mail);
        for name in VIEWERS.iter().filter(|name| text.contains(&format!("{name}@example.org"))) {
            let read = kept_from(world, name).into_iter().filter(|secret| words::is_in(&secret.word, &text));
            leaks.extend(read.map(|secret| format!("{name} is written «{}» ({}): {text}", secret.word, secret.what)));
        }
    }
    for (head, body) in push.take() {
        let told = crate::notices::open_push(&head, &body).to_string();
        let read = kept_from(world, "dora").into_iter().filter(|secret| words::is_in(&secret.word, &told));
        leaks.extend(read.map(|secret| format!("dora is pushed «{}» ({}): {told}", secret.word, secret.what)));
    }
    leaks
}

/// The copies that people get of what is theirs.
async fn copies(world: &World<'_>) -> Vec<String> {
    let mut leaks = Vec::new();
    for name in ["carlo", "dora"] {
        world.app.sign_in(name).await.post("/io/dati", &[]).await.is(303);
        world.app.run_jobs().await;
        let (id,): (PersonId,) = world.app.app.db.one("select id from person where handle = $1", args![name]).await.unwrap();
        let copy = copy_of(world.app, id).await;
        let text = format!("{} {} {}", copy.data, copy.read_me, copy.names.join(" "));
        let read = kept_from(world, name).into_iter().filter(|secret| words::is_in(&secret.word, &text));
        leaks.extend(read.map(|secret| format!("{name} takes «{}» ({}) away in a copy", secret.word, secret.what)));
    }
    leaks
}

/// Every kind of notice by every way, after one in the afternoon.
async fn everything_is_told(who: &Visitor<'_>) {
    let mut form: Vec<(String, &str)> = vec![("silenzio_da".into(), "09:00"), ("silenzio_a".into(), "13:00"), ("riepilogo".into(), "19")];
    for kind in Kind::ALL {
        let word = kind.word();
        form.extend([(format!("pagina_{word}"), "si"), (format!("posta_{word}"), "subito"), (format!("push_{word}"), "si")]);
    }
    let form: Vec<(&str, &str)> = form.iter().map(|(name, value)| (name.as_str(), *value)).collect();
    who.post("/io/avvisi/impostazioni", &form).await.is(303);
}

async fn nothing_hidden_is_found(on: On) {
    let app = town(on).await;
    let dice = Dice::thrown("leak");
    let mut world = World::begin(&app, dice).await;
    let push = PushService::start().await;
    subscribe(&world.who("dora"), &push).await;
    for name in ["carlo", "dora"] {
        everything_is_told(&world.who(name)).await;
    }
    play(&mut world, if on == On::Sqlite { 5 } else { 2 }).await;
    let mut leaks = std::mem::take(&mut world.leaks);
    leaks.extend(walk(&mut world).await);
    leaks.extend(copies(&world).await);
    leaks.extend(letters(&world, &push).await);
    assert!(leaks.is_empty(), "{} leaks:\n{}", leaks.len(), leaks.join("\n"));
    drop(world);
    app.run_jobs().await;
    app.end().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn nothing_hidden_is_found_by_anybody_who_may_not_read_it_on_sqlite() {
    nothing_hidden_is_found(On::Sqlite).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn nothing_hidden_is_found_by_anybody_who_may_not_read_it_on_postgres() {
    nothing_hidden_is_found(On::Postgres).await;
}

#[tokio::test]
async fn what_is_compared_with_a_number_that_never_was_is_not_compared_with_a_neighbour() {
    let app = town(On::Sqlite).await;
    let anna = app.person("anna").await;
    let me = id_of(&app, "anna").await;
    let post = say(&anna, "Il porto di notte").await;
    let said = comment(&anna, &post, "Che bello").await.is(303);
    let (root, first) = (post.rsplit('/').next().unwrap(), said.header("location").rsplit("#c").next().unwrap());
    many(&app, first.parse().unwrap(), me, (root.parse().unwrap(), 1), (0, 30), "Sponda").await;
    let number = world::never(&app, first).await;
    assert_eq!(number.len(), first.len());
    anna.get(&format!("/post/{number}")).await.is(404);
    app.end().await;
}

/// One thread: a row is taken out on the thread that asks.
#[tokio::test]
async fn without_any_row_of_the_table_something_leaks() {
    let app = town(On::Sqlite).await;
    let mut world = World::begin(&app, Dice::thrown("rows")).await;
    play(&mut world, 0).await;
    let fresh = async || {
        app.app
            .db
            .write(async |tx| {
                tx.touch(EVERYTHING);
                Ok(())
            })
            .await
            .unwrap()
    };
    let mut faults = Vec::new();
    for rule in &RULES {
        take_out(rule.name);
        fresh().await;
        let mut found = None;
        for name in VIEWERS.iter().rev() {
            found = world.first_leak(name, &kept_from(&world, name)).await;
            if found.is_some() {
                break;
            }
        }
        // With its row back the same look finds nothing: it was the row that hid it.
        take_out("");
        fresh().await;
        match found {
            None => faults.push(format!("nothing leaks without the row «{}», so no scene guards it", rule.name)),
            Some((name, address, word)) if world.finds(name, &address, &word).await => {
                faults.push(format!("{name} reads «{word}» at {address} with the row «{}», too", rule.name));
            }
            Some((name, address, word)) => println!("  without «{}» {name} reads «{word}» at {address}", rule.name),
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
    drop(world);
    app.run_jobs().await;
    app.end().await;
}

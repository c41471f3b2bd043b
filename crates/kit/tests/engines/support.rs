//! A place for a test: databases of one engine that exist as long as the test does, and small helpers.

use std::panic::AssertUnwindSafe;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Mutex, Once};

use futures_util::FutureExt;
use kit::clock::{Clock, Time};
use kit::db::{Address, Db, Engine, Hooks, Migration, MigrationText, Schema};
use kit::schema::{ENGINE_ROOM, SEARCH};

/// What the engine room itself needs.
pub const ROOM: Schema = Schema(&[ENGINE_ROOM, SEARCH]);

/// 2028-02-24, noon.
pub const TODAY: Time = Time::from_micros(1_835_006_400_000_000);

/// Databases of one engine.
pub struct Place {
    pub engine: Engine,
    folder: tempfile::TempDir,
    made: Mutex<Vec<String>>,
}

fn cluster() -> tokio_postgres::Config {
    let url = std::env::var("DEDALUS_TEST_PG").unwrap_or_else(|_| panic!("start the services: make test, or tools/with-services.sh"));
    url.parse().expect("DEDALUS_TEST_PG is not a PostgreSQL address")
}

/// A connection past the face, to the database of `config`.
async fn connect(config: &tokio_postgres::Config) -> tokio_postgres::Client {
    let (client, connection) = config.connect(tokio_postgres::NoTls).await.expect("PostgreSQL does not answer");
    tokio::spawn(connection);
    client
}

async fn administer(sql: &str) {
    connect(&cluster()).await.batch_execute(sql).await.unwrap();
}

impl Place {
    pub fn new(engine: Engine) -> Self {
        Self { engine, folder: tempfile::tempdir().unwrap(), made: Mutex::default() }
    }

    /// The address of a database of this name, made if it is not there.
    pub async fn address(&self, name: &str) -> Address {
        match self.engine {
            Engine::Sqlite => format!("sqlite:{}", self.folder.path().join(name).display()).parse().unwrap(),
            Engine::Postgres => {
                static NEXT: AtomicU64 = AtomicU64::new(0);
                let known = self.made.lock().unwrap().iter().find(|made| made.ends_with(&format!("_{name}"))).cloned();
                let full = match known {
                    Some(full) => full,
                    None => {
                        let full = format!("test_{}_{}_{name}", std::process::id(), NEXT.fetch_add(1, Ordering::Relaxed));
                        self.made.lock().unwrap().push(full.clone());
                        administer(&format!("create database {full}")).await;
                        full
                    }
                };
                let mut url: url::Url = std::env::var("DEDALUS_TEST_PG").unwrap().parse().unwrap();
                url.set_path(&full);
                url.as_str().parse().unwrap()
            }
        }
    }

    /// Opens the database of a name with four readers.
    pub async fn open_with(&self, name: &str, hooks: Hooks) -> Db {
        Db::open(&self.address(name).await, 4, hooks).await.unwrap()
    }

    /// Opens the test's database, empty.
    pub async fn open(&self) -> Db {
        self.open_with("town", Hooks::quiet(Clock::still(TODAY))).await
    }

    /// Opens the test's database with these tables in it.
    pub async fn with(&self, tables: &'static str) -> Db {
        let db = self.open().await;
        schema(&[tables]).apply(&db).await.unwrap();
        db
    }

    pub async fn end(&self) {
        let made = std::mem::take(&mut *self.made.lock().unwrap());
        for name in made {
            administer(&format!("drop database if exists {name} with (force)")).await;
        }
    }
}

/// A line of migrations, one for each text.
pub fn schema(texts: &[&'static str]) -> Schema {
    let steps: Vec<Migration> =
        (1..).zip(texts).map(|(number, text)| Migration { number, name: "test", text: MigrationText::Both(text) }).collect();
    Schema(Box::leak(steps.into_boxed_slice()))
}

/// Runs a test in a place of its own, which is taken away whatever happens.
pub fn run(engine: Engine, test: impl AsyncFnOnce(&Place)) {
    listen();
    let runtime = tokio::runtime::Builder::new_multi_thread().worker_threads(2).enable_all().build().unwrap();
    let outcome = runtime.block_on(async {
        let place = Place::new(engine);
        let outcome = AssertUnwindSafe(test(&place)).catch_unwind().await;
        place.end().await;
        outcome
    });
    drop(runtime);
    if let Err(panic) = outcome {
        std::panic::resume_unwind(panic);
    }
}

/// Declares a test for both engines: `on_both!(async fn name(place) { … });`
#[macro_export]
macro_rules! on_both {
    ($(async fn $name:ident($place:ident) $body:block)+) => {$(
        mod $name {
            use super::*;

            async fn test($place: &$crate::support::Place) $body

            #[test]
            fn on_sqlite() {
                $crate::support::run(kit::db::Engine::Sqlite, test);
            }

            #[test]
            fn on_postgres() {
                $crate::support::run(kit::db::Engine::Postgres, test);
            }
        }
    )+};
}

/// How many rows a table has.
pub async fn count(db: &Db, table: &str) -> i64 {
    let (n,): (i64,) = db.one(format!("select count(*) as n from {table}"), vec![]).await.unwrap();
    n
}

/// Waits for something to come true, ten seconds at the most.
pub async fn until(what: &str, mut holds: impl AsyncFnMut() -> bool) {
    for _ in 0..2000 {
        if holds().await {
            return;
        }
        tokio::time::sleep(std::time::Duration::from_millis(5)).await;
    }
    panic!("waited ten seconds for: {what}");
}

/// Random numbers from a seed: splitmix64.
pub struct Dice(u64);

impl Dice {
    pub fn new(seed: u64) -> Self {
        Self(seed)
    }

    /// The seed in `DEDALUS_SEED`, or a new one; printed, so that a failure can be played again.
    pub fn seed(what: &str) -> u64 {
        let seed = std::env::var("DEDALUS_SEED").map_or_else(|_| getrandom::u64().unwrap(), |text| text.parse().unwrap());
        println!("{what}: DEDALUS_SEED={seed}");
        seed
    }

    pub fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        z ^ (z >> 31)
    }

    /// A number below `end`.
    pub fn below(&mut self, end: u64) -> u64 {
        self.next() % end
    }

    pub fn chance(&mut self, one_in: u64) -> bool {
        self.below(one_in) == 0
    }
}

/// A future that is dropped after so many polls: at once, or when it is woken next.
pub async fn dropped_after<F: Future>(polls: u64, at_wake: bool, future: F) -> Option<F::Output> {
    let mut future = std::pin::pin!(future);
    let mut polled = 0;
    std::future::poll_fn(|context| {
        if polled == polls {
            return std::task::Poll::Ready(None);
        }
        polled += 1;
        match future.as_mut().poll(context) {
            std::task::Poll::Ready(value) => std::task::Poll::Ready(Some(value)),
            std::task::Poll::Pending if polled == polls && !at_wake => std::task::Poll::Ready(None),
            std::task::Poll::Pending => std::task::Poll::Pending,
        }
    })
    .await
}

static HEARD: Mutex<Vec<String>> = Mutex::new(Vec::new());

/// Warnings and errors that were logged so far, by any test.
pub fn heard(words: &str) -> usize {
    HEARD.lock().unwrap().iter().filter(|line| line.contains(words)).count()
}

struct Ear;

struct Words(String);

impl tracing::field::Visit for Words {
    fn record_debug(&mut self, field: &tracing::field::Field, value: &dyn std::fmt::Debug) {
        use std::fmt::Write;
        let _ = write!(self.0, "{}={value:?} ", field.name());
    }
}

impl tracing::Subscriber for Ear {
    fn enabled(&self, metadata: &tracing::Metadata<'_>) -> bool {
        *metadata.level() <= tracing::Level::WARN
    }
    fn new_span(&self, _: &tracing::span::Attributes<'_>) -> tracing::span::Id {
        tracing::span::Id::from_u64(1)
    }
    fn record(&self, _: &tracing::span::Id, _: &tracing::span::Record<'_>) {}
    fn record_follows_from(&self, _: &tracing::span::Id, _: &tracing::span::Id) {}
    fn event(&self, event: &tracing::Event<'_>) {
        let mut words = Words(String::new());
        event.record(&mut words);
        if std::env::var_os("DEDALUS_TEST_LOG").is_some() {
            eprintln!("{:?} {}", std::thread::current().name(), words.0);
        }
        HEARD.lock().unwrap().push(words.0);
    }
    fn enter(&self, _: &tracing::span::Id) {}
    fn exit(&self, _: &tracing::span::Id) {}
}

fn listen() {
    static ONCE: Once = Once::new();
    ONCE.call_once(|| tracing::subscriber::set_global_default(Ear).unwrap());
}

//! A whole town for one test: its own database, files and clock, on either engine.

use std::net::SocketAddr;
use std::path::PathBuf;
use std::sync::atomic::{AtomicU32, Ordering};

use axum::body::{Body, to_bytes};
use dedalus::identity::{
    Colour, Membership, NewOffice, NewPage, NewPerson, Office, OfficeKind, PRIVACY_VERSION, Page, PageId, Person, PersonId, Rights, Role,
    Stretch, Tier, set_editor,
};
use dedalus::schema::SCHEMA;
use dedalus::shell::{App, Cached};
use dedalus::town::{self, Opening};
use http::{HeaderMap, Method, Request, StatusCode, header};
use kit::clock::{Clock, Time};
use kit::config::Config;
use kit::db::{Address, Db, Hooks};
use kit::i18n::Lang;
use parking_lot::Mutex;
use tokio::sync::OnceCell;

/// Thursday 24 February 2028, ten in the morning in Rome: the day of the mock.
pub fn the_day() -> Time {
    Time::from(&"2028-02-24T10:00:00[Europe/Rome]".parse::<jiff::Zoned>().unwrap())
}

/// The password of everybody in tests.
pub const PASSWORD: &str = "tre barche sul golfo";

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum On {
    Sqlite,
    Postgres,
}

/// Declares tests that run on both engines: `town_tests! { async fn a_sentence(app) { … } }`.
#[macro_export]
macro_rules! town_tests {
    ($($(#[$meta:meta])* async fn $name:ident($app:ident) $body:block)+) => {$(
        mod $name {
            #[allow(unused_imports)]
            use super::*;
            async fn test($app: &$crate::support::TestApp) $body
            $(#[$meta])*
            #[tokio::test(flavor = "multi_thread", worker_threads = 2)]
            async fn sqlite() {
                let app = $crate::support::TestApp::start($crate::support::On::Sqlite).await;
                test(&app).await;
                app.end().await;
            }
            $(#[$meta])*
            #[tokio::test(flavor = "multi_thread", worker_threads = 2)]
            async fn postgres() {
                let app = $crate::support::TestApp::start($crate::support::On::Postgres).await;
                test(&app).await;
                app.end().await;
            }
        }
    )+};
}

pub struct TestApp {
    pub app: App,
    pub clock: Clock,
    pub folder: PathBuf,
    service: Cached,
    database: Option<String>,
    _keep: tempfile::TempDir,
}

static NUMBER: AtomicU32 = AtomicU32::new(1);
static SQLITE_TEMPLATE: OnceCell<tempfile::TempDir> = OnceCell::const_new();
static POSTGRES_TEMPLATE: OnceCell<String> = OnceCell::const_new();

/// Where the tests' PostgreSQL is, or the sentence that says how to get one.
pub fn postgres_url() -> String {
    std::env::var("DEDALUS_TEST_PG")
        .expect("no PostgreSQL for the tests: run them with `make integration`, or inside tools/with-services.sh")
}

fn database_url(name: &str) -> String {
    let url = postgres_url();
    let (head, _) = url.rsplit_once('/').expect("an address with a database");
    format!("{head}/{name}")
}

pub async fn postgres_admin(sql: &str) {
    let (client, connection) = tokio_postgres::connect(&postgres_url(), tokio_postgres::NoTls).await.expect("PostgreSQL answers");
    let task = tokio::spawn(connection);
    client.batch_execute(sql).await.unwrap_or_else(|error| panic!("{sql}: {error:?}"));
    drop(client);
    let _ = task.await;
}

/// A migrated empty database, made once a run and copied for each test.
async fn sqlite_template() -> &'static tempfile::TempDir {
    SQLITE_TEMPLATE
        .get_or_init(|| async {
            let folder = tempfile::tempdir().unwrap();
            let address: Address = format!("sqlite:{}", folder.path().join("template.db").display()).parse().unwrap();
            let db = Db::open(&address, 1, Hooks::quiet(Clock::still(the_day()))).await.unwrap();
            SCHEMA.apply(&db).await.unwrap();
            let answer = db.snapshot_into(&folder.path().join("whole.db")).await.unwrap();
            answer.unwrap();
            db.close();
            folder
        })
        .await
}

async fn postgres_template() -> &'static String {
    POSTGRES_TEMPLATE
        .get_or_init(|| async {
            let name = format!("dedalus_template_{}", std::process::id());
            postgres_admin(&format!("drop database if exists {name}")).await;
            postgres_admin(&format!("create database {name}")).await;
            {
                let db = Db::open(&database_url(&name).parse().unwrap(), 1, Hooks::quiet(Clock::still(the_day()))).await.unwrap();
                SCHEMA.apply(&db).await.unwrap();
            }
            // Connections end a moment after their pool: only a database without any can be copied.
            tokio::time::sleep(std::time::Duration::from_millis(200)).await;
            name
        })
        .await
}

/// An empty database of one's own, as an address.
pub async fn fresh_database(on: On, folder: &std::path::Path) -> (String, Option<String>) {
    match on {
        On::Sqlite => {
            let file = folder.join("town.db");
            std::fs::copy(sqlite_template().await.path().join("whole.db"), &file).unwrap();
            (format!("sqlite:{}", file.display()), None)
        }
        On::Postgres => {
            let template = postgres_template().await;
            let name = format!("dedalus_test_{}_{}", std::process::id(), NUMBER.fetch_add(1, Ordering::Relaxed));
            let sql = format!("create database {name} template {template}");
            // Two copies at once disturb each other.
            static ONE: tokio::sync::Mutex<()> = tokio::sync::Mutex::const_new(());
            let _one = ONE.lock().await;
            postgres_admin(&sql).await;
            (database_url(&name), Some(name))
        }
    }
}

/// Settings of a test town.
pub fn settings(folder: &std::path::Path, database: &str) -> Config {
    let mut config = Config::default();
    config.town.name = "Termini Imerese".into();
    config.town.email = "urp@comune.termini.example".into();
    config.server.public_url = "http://town.test".into();
    config.server.aliases = Vec::new();
    config.server.secret_file = folder.join("secret.key");
    config.database.url = database.to_owned();
    config.database.readers = 2;
    config.files.url = format!("disk:{}", folder.join("files").display());
    config.mail.outbox = folder.join("outbox");
    config.map.folder = folder.join("tiles");
    config.outbound.private_hosts = vec!["127.0.0.1".into()];
    config.outbound.typed_hosts = vec!["127.0.0.1".into()];
    config.accounts.argon2_memory = 64;
    config.accounts.argon2_passes = 1;
    config
}

impl TestApp {
    pub async fn start(on: On) -> Self {
        Self::start_with(on, |_| {}).await
    }

    /// A town with other settings.
    pub async fn start_with(on: On, change: impl FnOnce(&mut Config)) -> Self {
        let keep = tempfile::tempdir().unwrap();
        let folder = keep.path().to_owned();
        let (url, database) = fresh_database(on, &folder).await;
        let mut config = settings(&folder, &url);
        change(&mut config);
        let clock = Clock::still(the_day());
        let opening = Opening { clock: clock.clone(), picture_program: Some(env!("CARGO_BIN_EXE_dedalus").into()) };
        let app = town::open(config, opening).await.expect("the town opens");
        // Whoever tests limits puts some in force.
        app.db.write(async |tx| dedalus::social::moderation::Limits::NONE.save(tx).await).await.unwrap();
        let service = Cached::new(app.clone(), dedalus::router(&app));
        Self { app, clock, folder, service, database, _keep: keep }
    }

    /// Ends the town. A job that nobody ran is a mistake of the test, unless it only tells people of what happened: those
    /// follow nearly every write, and some of them wait for the morning, or for the end of a poll.
    pub async fn end(self) {
        let waiting: Vec<(String,)> = self.app.db.all("select kind from job where state in ('waiting', 'running')", vec![]).await.unwrap();
        let waiting: Vec<_> = waiting
            .into_iter()
            .filter(|(kind,)| {
                kind != "social.tell" && kind != "social.poll" && !kind.starts_with("notify.") && !kind.starts_with("moderation.tell")
            })
            .collect();
        assert!(waiting.is_empty(), "jobs are left over: {waiting:?}; call app.run_jobs()");
        let database = self.database.clone();
        self.app.db.close();
        drop(self);
        if let Some(name) = database {
            postgres_admin(&format!("drop database if exists {name} with (force)")).await;
        }
    }

    /// Runs every job that is due.
    pub async fn run_jobs(&self) -> usize {
        kit::jobs::run_due(&self.app.db, &self.app, &town::kinds()).await.unwrap()
    }

    /// Somebody with a browser and no account.
    pub fn visitor(&self) -> Visitor<'_> {
        Visitor { town: self, cookies: Mutex::default(), peer: "192.0.2.7:4000".parse().unwrap(), via: None, language: "it".into() }
    }

    /// A person who is signed in.
    pub async fn person(&self, handle: &str) -> Visitor<'_> {
        self.new_person(handle, Tier::Registered).await;
        self.sign_in(handle).await
    }

    /// Adds an account without signing in.
    pub async fn new_person(&self, handle: &str, tier: Tier) -> PersonId {
        let mut name = handle.to_owned();
        name[..1].make_ascii_uppercase();
        let new = NewPerson {
            handle: handle.to_owned(),
            name: format!("{name} Prova"),
            email: format!("{handle}@example.org"),
            password_hash: Some(self.app.passwords.hash(PASSWORD).await.unwrap()),
            tier,
            language: Lang::It,
            privacy_version: PRIVACY_VERSION.into(),
        };
        self.app.db.write(async |tx| Person::create(tx, &new).await).await.unwrap()
    }

    /// Signs in through the form.
    pub async fn sign_in(&self, handle: &str) -> Visitor<'_> {
        let visitor = self.visitor();
        let answer = visitor.post("/accedi", &[("email", &format!("{handle}@example.org")), ("password", PASSWORD)]).await;
        assert_eq!(answer.status, StatusCode::SEE_OTHER, "{}", answer.text);
        visitor
    }

    /// A person with a role in an office that is made if need be.
    pub async fn staff(&self, handle: &str, role: Role) -> Visitor<'_> {
        let id = self.new_person(handle, Tier::Registered).await;
        let office = self.office("urp").await;
        self.app.db.write(async |tx| Membership::begin(tx, id, office.id, role, None).await).await.unwrap();
        self.sign_in(handle).await
    }

    /// An office, made if need be, open on weekday mornings.
    pub async fn office(&self, slug: &str) -> Office {
        if let Ok(office) = Office::by_slug(&self.app.db, slug).await {
            return office;
        }
        let new = NewOffice {
            slug: slug.to_owned(),
            name: format!("Ufficio {slug}"),
            kind: if slug == "urp" { OfficeKind::PublicRelations } else { OfficeKind::Ordinary },
            purpose: "Risponde a chi chiede.".into(),
            address: "Piazza Duomo".into(),
            phone: "091 000 0000".into(),
            email: format!("{slug}@comune.termini.example"),
            position: 1,
            hours: (1..=5).map(|weekday| Stretch { weekday, opens: 540, closes: 810 }).collect(),
        };
        self.app.db.write(async |tx| Office::create(tx, &new).await).await.unwrap();
        Office::by_slug(&self.app.db, slug).await.unwrap()
    }

    /// An institutional page.
    pub async fn page(&self, handle: &str) -> PageId {
        if let Ok(page) = Page::by_handle(&self.app.db, handle).await {
            return page.id;
        }
        let office = self.office("urp").await;
        let new = NewPage {
            handle: handle.to_owned(),
            name: format!("Pagina {handle}"),
            initials: "P".into(),
            colour: Colour::Sea,
            bio: "Parla per prova.".into(),
            office_id: Some(office.id),
            cover: "chiostro.svg".into(),
            position: 1,
        };
        self.app.db.write(async |tx| Page::create(tx, &new).await).await.unwrap()
    }

    /// A person who may speak as these pages.
    pub async fn editor(&self, handle: &str, pages: &[&str]) -> Visitor<'_> {
        let id = self.new_person(handle, Tier::Registered).await;
        for page in pages {
            let page = self.page(page).await;
            let rights = Rights { publish: true, reply: true };
            self.app.db.write(async |tx| set_editor(tx, page, id, rights, None).await).await.unwrap();
        }
        self.sign_in(handle).await
    }

    /// The mails in the outbox, oldest first, as they would go over the wire.
    pub fn mails(&self) -> Vec<String> {
        let Ok(folder) = std::fs::read_dir(self.folder.join("outbox")) else { return Vec::new() };
        let mut files: Vec<PathBuf> =
            folder.map(|entry| entry.unwrap().path()).filter(|path| path.extension().is_some_and(|e| e == "eml")).collect();
        files.sort();
        files.into_iter().map(|file| std::fs::read_to_string(file).unwrap()).collect()
    }

    /// The first address of this town in the newest mail, as a path.
    pub fn link_in_mail(&self) -> String {
        let mail = self.mails().pop().expect("a mail");
        let parsed = decode_quoted_printable(&mail);
        let start = parsed.find("http://town.test").expect("a link in the mail");
        let rest = &parsed[start + "http://town.test".len()..];
        rest[..rest.find(char::is_whitespace).unwrap_or(rest.len())].to_owned()
    }
}

/// The text of a quoted-printable mail (RFC 2045 §6.7), enough for ours.
pub fn decode_quoted_printable(mail: &str) -> String {
    let joined = mail.replace("=\r\n", "").replace("=\n", "");
    let mut bytes = Vec::new();
    let mut rest = joined.as_bytes();
    while let Some((byte, tail)) = rest.split_first() {
        let escaped =
            (*byte == b'=').then(|| tail.get(..2).and_then(|two| u8::from_str_radix(std::str::from_utf8(two).ok()?, 16).ok())).flatten();
        match escaped {
            Some(value) => {
                bytes.push(value);
                rest = &tail[2..];
            }
            None => {
                bytes.push(*byte);
                rest = tail;
            }
        }
    }
    String::from_utf8_lossy(&bytes).into_owned()
}

/// A browser: it keeps cookies and says where its forms come from.
pub struct Visitor<'t> {
    pub town: &'t TestApp,
    pub cookies: Mutex<Vec<(String, String)>>,
    pub peer: SocketAddr,
    /// For whom a proxy says that it asks.
    pub via: Option<String>,
    pub language: String,
}

/// What came back.
#[derive(Debug)]
pub struct Seen {
    pub status: StatusCode,
    pub headers: HeaderMap,
    pub text: String,
}

impl Visitor<'_> {
    pub async fn get(&self, path: &str) -> Seen {
        self.send(self.request(Method::GET, path).body(Body::empty()).unwrap()).await
    }

    pub async fn post(&self, path: &str, form: &[(&str, &str)]) -> Seen {
        let body = url::form_urlencoded::Serializer::new(String::new()).extend_pairs(form).finish();
        self.post_raw(path, "application/x-www-form-urlencoded", body.into_bytes()).await
    }

    pub async fn post_raw(&self, path: &str, kind: &str, body: Vec<u8>) -> Seen {
        let request = self
            .request(Method::POST, path)
            .header(header::ORIGIN, "http://town.test")
            .header(header::CONTENT_TYPE, kind)
            .header(header::CONTENT_LENGTH, body.len());
        self.send(request.body(Body::from(body)).unwrap()).await
    }

    /// A form with files: `(field, file name, content type, bytes)`; an empty file name is a plain field.
    pub async fn post_files(&self, path: &str, parts: &[(&str, &str, &str, &[u8])]) -> Seen {
        let boundary = "----prova7MA4YWxkTrZu0gW";
        let mut body = Vec::new();
        for (field, file, kind, bytes) in parts {
            body.extend_from_slice(format!("--{boundary}\r\nContent-Disposition: form-data; name=\"{field}\"").as_bytes());
            if file.is_empty() {
                body.extend_from_slice(b"\r\n\r\n");
            } else {
                body.extend_from_slice(format!("; filename=\"{file}\"\r\nContent-Type: {kind}\r\n\r\n").as_bytes());
            }
            body.extend_from_slice(bytes);
            body.extend_from_slice(b"\r\n");
        }
        body.extend_from_slice(format!("--{boundary}--\r\n").as_bytes());
        self.post_raw(path, &format!("multipart/form-data; boundary={boundary}"), body).await
    }

    pub fn request(&self, method: Method, path: &str) -> http::request::Builder {
        let cookies: Vec<String> = self.cookies.lock().iter().map(|(name, value)| format!("{name}={value}")).collect();
        let mut request = Request::builder()
            .method(method)
            .uri(path)
            .header(header::HOST, "town.test")
            .header(header::ACCEPT, "text/html")
            .header(header::ACCEPT_LANGUAGE, &self.language)
            .extension(self.peer);
        if let Some(via) = &self.via {
            request = request.header("x-forwarded-for", via);
        }
        if !cookies.is_empty() {
            request = request.header(header::COOKIE, cookies.join("; "));
        }
        request
    }

    /// A file: status, headers, bytes.
    pub async fn fetch(&self, request: Request<Body>) -> (u16, HeaderMap, Vec<u8>) {
        let (parts, body) = self.town.service.answer(request).await.unwrap().into_parts();
        (parts.status.as_u16(), parts.headers, to_bytes(body, 200 * 1024 * 1024).await.unwrap().to_vec())
    }

    pub async fn send(&self, request: Request<Body>) -> Seen {
        let response = self.town.service.answer(request).await.unwrap();
        let (parts, body) = response.into_parts();
        for cookie in parts.headers.get_all(header::SET_COOKIE) {
            let text = cookie.to_str().unwrap();
            let (pair, attributes) = text.split_once(';').unwrap_or((text, ""));
            let (name, value) = pair.split_once('=').unwrap();
            let mut cookies = self.cookies.lock();
            cookies.retain(|(known, _)| known != name);
            if !value.is_empty() && !attributes.contains("Max-Age=0") {
                cookies.push((name.to_owned(), value.to_owned()));
            }
        }
        let bytes = to_bytes(body, 200 * 1024 * 1024).await.unwrap().to_vec();
        Seen { status: parts.status, headers: parts.headers, text: String::from_utf8_lossy(&bytes).into_owned() }
    }
}

impl Visitor<'_> {
    /// The beginning of an answer that never ends: what has come once nothing more comes for a moment.
    pub async fn listen(&self, path: &str) -> Seen {
        let request = self.request(Method::GET, path).body(Body::empty()).unwrap();
        let (parts, body) = self.town.service.answer(request).await.unwrap().into_parts();
        let mut stream = std::pin::pin!(body.into_data_stream());
        let mut bytes = Vec::new();
        while let Ok(Some(Ok(piece))) =
            tokio::time::timeout(std::time::Duration::from_millis(30), futures_util::StreamExt::next(&mut stream)).await
        {
            bytes.extend_from_slice(&piece);
        }
        Seen { status: parts.status, headers: parts.headers, text: String::from_utf8_lossy(&bytes).into_owned() }
    }
}

/// Chance that can be repeated: `DEDALUS_SEED=N` plays a run again.
pub struct Dice(u64);

impl Dice {
    /// With the seed of the environment, or a new one; printed, so that a failure can be played again.
    pub fn thrown(what: &str) -> Self {
        let seed = std::env::var("DEDALUS_SEED").map_or_else(|_| u64::from(getrandom::u32().unwrap()), |text| text.parse().unwrap());
        println!("{what}: DEDALUS_SEED={seed}");
        Self(seed.wrapping_mul(0x9E37_79B9_7F4A_7C15) | 1)
    }

    /// Is this a long run (`DEDALUS_SOAK=1`)?
    pub fn is_soak() -> bool {
        std::env::var("DEDALUS_SOAK").is_ok_and(|value| value == "1")
    }

    /// Below a number (xorshift, Marsaglia 2003).
    pub fn below(&mut self, many: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        usize::try_from(self.0 >> 11).unwrap() % many.max(1)
    }

    /// One of some.
    pub fn of<'a, T>(&mut self, some: &'a [T]) -> &'a T {
        &some[self.below(some.len())]
    }

    /// Any order.
    pub fn shuffle<T>(&mut self, some: &mut [T]) {
        for at in (1..some.len()).rev() {
            some.swap(at, self.below(at + 1));
        }
    }
}

impl Seen {
    #[track_caller]
    pub fn is(self, status: u16) -> Self {
        assert_eq!(self.status.as_u16(), status, "{}", self.plain());
        self
    }

    #[track_caller]
    pub fn sees(self, text: &str) -> Self {
        assert!(unescape(&self.text).contains(text), "«{text}» is not in:\n{}", self.plain());
        self
    }

    #[track_caller]
    pub fn misses(self, text: &str) -> Self {
        assert!(!unescape(&self.text).contains(text), "«{text}» is in:\n{}", self.plain());
        self
    }

    #[track_caller]
    pub fn location(&self) -> String {
        let location = self.headers.get(header::LOCATION).unwrap_or_else(|| panic!("no redirect but {}: {}", self.status, self.plain()));
        location.to_str().unwrap().split('#').next().unwrap().to_owned()
    }

    pub fn header(&self, name: &str) -> &str {
        self.headers.get(name).map_or("", |value| value.to_str().unwrap())
    }

    /// The value of a hidden or text field.
    #[track_caller]
    pub fn field(&self, name: &str) -> String {
        let at = self.text.find(&format!("name=\"{name}\"")).unwrap_or_else(|| panic!("no field {name} in {}", self.plain()));
        let tag_start = self.text[..at].rfind('<').unwrap();
        let tag = &self.text[tag_start..tag_start + self.text[tag_start..].find('>').unwrap()];
        let value = tag.split("value=\"").nth(1).unwrap_or("");
        unescape(value.split('"').next().unwrap_or(""))
    }

    /// The text without markup, to be read in a failing test.
    pub fn plain(&self) -> String {
        let main = self.text.split("<main").nth(1).unwrap_or(&self.text);
        let mut plain = String::new();
        let mut inside = false;
        for c in main.chars() {
            match c {
                '<' => inside = true,
                '>' => inside = false,
                c if !inside => plain.push(c),
                _ => {}
            }
        }
        let lines: Vec<&str> = plain.lines().map(str::trim).filter(|line| !line.is_empty()).collect();
        lines.join("\n").chars().take(3000).collect()
    }
}

pub fn unescape(text: &str) -> String {
    text.replace("&#39;", "'")
        .replace("&#34;", "\"")
        .replace("&#60;", "<")
        .replace("&#62;", ">")
        .replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&quot;", "\"")
        .replace("&#38;", "&")
        .replace("&amp;", "&")
}

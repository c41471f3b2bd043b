use std::time::Duration;

use proptest::prelude::*;
use tokio::io::{AsyncBufReadExt, AsyncWriteExt, BufReader};
use tokio::net::TcpListener;

use super::*;
use crate::args;
use crate::clock::{Clock, DAY, Time};
use crate::config::{Config, MailMode, Tls};
use crate::db::{Db, Hooks, Schema};
use crate::jobs::{State, run_due};

const KEY: [u8; 32] = [7; 32];

#[derive(Clone)]
struct House {
    mailer: Mailer,
    secret: SecretKey,
}

impl MailHouse for House {
    fn mailer(&self) -> &Mailer {
        &self.mailer
    }
    fn secret(&self) -> &SecretKey {
        &self.secret
    }
}

/// What the server does with a connection.
#[derive(Clone, Copy, PartialEq)]
enum Mood {
    Takes,
    DropsAfterData,
    RefusesRecipient,
    RefusesForNow,
    ClosedDoor,
}

/// A mail server of a few words. It notes every letter whose end it saw, and how often it was called.
#[derive(Clone)]
struct Server {
    port: u16,
    mood: Arc<parking_lot::Mutex<Mood>>,
    letters: Arc<parking_lot::Mutex<Vec<String>>>,
}

impl Server {
    async fn start(mood: Mood) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let server =
            Self { port: listener.local_addr().unwrap().port(), mood: Arc::new(parking_lot::Mutex::new(mood)), letters: Arc::default() };
        let inside = server.clone();
        tokio::spawn(async move {
            while let Ok((stream, _)) = listener.accept().await {
                let server = inside.clone();
                tokio::spawn(async move { server.talk(stream).await });
            }
        });
        server
    }

    async fn talk(&self, stream: tokio::net::TcpStream) -> std::io::Result<()> {
        let mood = *self.mood.lock();
        let (read, mut write) = stream.into_split();
        let mut lines = BufReader::new(read).lines();
        if mood == Mood::ClosedDoor {
            return write.write_all(b"554 no mail here\r\n").await;
        }
        write.write_all(b"220 test\r\n").await?;
        while let Some(line) = lines.next_line().await? {
            let verb = line.split([' ', ':']).next().unwrap_or_default().to_uppercase();
            let answer = match (verb.as_str(), mood) {
                ("EHLO", _) => "250 test",
                ("RCPT", Mood::RefusesRecipient) => "550 5.1.1 no such mailbox",
                ("RCPT", Mood::RefusesForNow) => "451 4.7.1 come again",
                ("DATA", _) => {
                    write.write_all(b"354 go on\r\n").await?;
                    let mut letter = String::new();
                    while let Some(line) = lines.next_line().await? {
                        if line == "." {
                            break;
                        }
                        letter.push_str(line.strip_prefix("..").map_or(&line, |_| &line[1..]));
                        letter.push_str("\r\n");
                    }
                    self.letters.lock().push(letter);
                    if mood == Mood::DropsAfterData {
                        return Ok(());
                    }
                    "250 taken"
                }
                ("QUIT", _) => return write.write_all(b"221 bye\r\n").await,
                _ => "250 fine",
            };
            write.write_all(format!("{answer}\r\n").as_bytes()).await?;
        }
        Ok(())
    }
}

struct Stage {
    db: Db,
    house: House,
    clock: Clock,
    _folder: tempfile::TempDir,
}

impl Stage {
    async fn new(config: &Config) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let clock =
            Clock::still("2028-02-24T09:00:00Z".parse::<jiff::Timestamp>().map(|at| Time::from_micros(at.as_microsecond())).unwrap());
        let address = format!("sqlite:{}", folder.path().join("db").display()).parse().unwrap();
        let db = Db::open(&address, 1, Hooks::quiet(clock.clone())).await.unwrap();
        static LINE: [crate::db::Migration; 1] = [crate::schema::ENGINE_ROOM];
        Schema(&LINE).apply(&db).await.unwrap();
        let house = House { mailer: Mailer::new(config).unwrap(), secret: SecretKey::from_bytes(KEY, &[]) };
        Self { db, house, clock, _folder: folder }
    }

    async fn queue(&self, mail: Mail) -> JobId {
        self.db.write(async |tx| enqueue(tx, &self.house.secret, mail).await).await.unwrap()
    }

    async fn run(&self) -> usize {
        run_due(&self.db, &self.house, &[kind()]).await.unwrap()
    }

    async fn job(&self, id: JobId) -> jobs::JobRow {
        jobs::find(&self.db, id).await.unwrap()
    }
}

fn smtp(port: u16) -> Config {
    let mut config = Config::default();
    config.server.public_url = "https://town.example".into();
    config.mail.mode = MailMode::Smtp;
    config.mail.host = "127.0.0.1".into();
    config.mail.port = port;
    config.mail.tls = Tls::None;
    config.mail.from = "Comune di Termini Imerese <noreply@town.example>".into();
    config
}

fn header<'a>(letter: &'a str, name: &str) -> Option<&'a str> {
    let (head, _) = letter.split_once("\r\n\r\n").unwrap();
    head.lines().find_map(|line| line.strip_prefix(name)?.strip_prefix(": "))
}

#[tokio::test]
async fn a_letter_goes_out_and_its_job_is_done() {
    let server = Server::start(Mood::Takes).await;
    let stage = Stage::new(&smtp(server.port)).await;
    let id =
        stage.queue(Mail { to_name: "Anna D'Angelo Müller".into(), ..Mail::new("anna@example.org", "Così è", "Ciao.\n.\nEcco.") }).await;
    assert_eq!(stage.run().await, 1);
    assert_eq!(stage.job(id).await.state, State::Done);
    let letters = server.letters.lock().clone();
    let [letter] = letters.as_slice() else { panic!("{letters:?}") };
    assert_eq!(header(letter, "Date"), Some("Thu, 24 Feb 2028 09:00:00 +0000"));
    let created = stage.job(id).await.created_at.micros();
    assert_eq!(header(letter, "Message-ID"), Some(format!("<{id}.{created}@town.example>").as_str()));
    assert_eq!(header(letter, "From"), Some("\"Comune di Termini Imerese\" <noreply@town.example>"));
    assert_eq!(header(letter, "Auto-Submitted"), Some("auto-generated"));
    let to = header(letter, "To").unwrap();
    assert!(to.is_ascii() && to.contains("=?utf-8?b?") && to.ends_with("<anna@example.org>"), "{to}");
    assert!(letter.is_ascii() && letter.contains("\r\n.\r\nEcco."), "{letter}");
}

#[tokio::test]
async fn a_connection_dropped_after_the_letter_is_tried_again_with_the_same_message_id() {
    let server = Server::start(Mood::DropsAfterData).await;
    let stage = Stage::new(&smtp(server.port)).await;
    let id = stage.queue(Mail::new("anna@example.org", "Conferma", "…")).await;
    assert_eq!(stage.run().await, 1);
    assert_eq!(stage.job(id).await.state, State::Waiting);
    *server.mood.lock() = Mood::Takes;
    stage.clock.advance(DAY);
    assert_eq!(stage.run().await, 1);
    assert_eq!(stage.job(id).await.state, State::Done);
    let letters = server.letters.lock().clone();
    let [first, second] = letters.as_slice() else { panic!("{letters:?}") };
    assert!(header(first, "Message-ID").is_some());
    assert_eq!((header(first, "Message-ID"), header(first, "Date")), (header(second, "Message-ID"), header(second, "Date")));
}

#[tokio::test]
async fn a_mailbox_that_does_not_exist_is_not_tried_twelve_times() {
    let server = Server::start(Mood::RefusesRecipient).await;
    let stage = Stage::new(&smtp(server.port)).await;
    let id = stage.queue(Mail::new("nobody@example.org", "x", "y")).await;
    stage.run().await;
    let job = stage.job(id).await;
    assert_eq!((job.state, job.attempts), (State::Dead, 1));
    assert!(job.last_error.unwrap().contains("no such mailbox"));
    // Somebody mends the mailbox and asks for another round.
    *server.mood.lock() = Mood::Takes;
    stage.db.write(async |tx| jobs::retry(tx, id).await).await.unwrap();
    stage.run().await;
    assert_eq!((stage.job(id).await.state, server.letters.lock().len()), (State::Done, 1));
}

#[tokio::test]
async fn a_server_that_has_no_time_or_lets_nobody_in_is_asked_again() {
    for mood in [Mood::RefusesForNow, Mood::ClosedDoor] {
        let server = Server::start(mood).await;
        let stage = Stage::new(&smtp(server.port)).await;
        let id = stage.queue(Mail::new("anna@example.org", "x", "y")).await;
        stage.run().await;
        let job = stage.job(id).await;
        assert_eq!((job.state, job.attempts), (State::Waiting, 1), "{:?}", job.last_error);
        assert_eq!(stage.house.mailer.check().await.is_ok(), mood == Mood::RefusesForNow);
    }
}

#[tokio::test]
async fn a_letter_lies_sealed_until_it_goes_and_not_at_all_afterwards() {
    let folder = tempfile::tempdir().unwrap();
    let mut config = Config::default();
    config.mail.outbox = folder.path().to_owned();
    let stage = Stage::new(&config).await;
    let id = stage.queue(Mail::new("anna@example.org", "Conferma", "https://town.example/conferma/SEGRETO")).await;
    let (payload,): (String,) = stage.db.one("select payload from job where id = $1", args![id]).await.unwrap();
    assert!(!payload.contains("SEGRETO") && !payload.contains("anna@"), "{payload}");
    stage.run().await;
    let (payload,): (String,) = stage.db.one("select payload from job where id = $1", args![id]).await.unwrap();
    assert_eq!((payload.as_str(), std::fs::read_dir(folder.path()).unwrap().count()), ("{}", 1));
}

#[tokio::test]
async fn the_outbox_holds_one_file_a_letter_however_often_it_is_written() {
    let folder = tempfile::tempdir().unwrap();
    let mut config = Config::default();
    config.mail.outbox = folder.path().join("new/outbox");
    let mailer = Mailer::new(&config).unwrap();
    let at = Time::from_micros(1_835_000_000_000_000);
    let mail = Mail {
        html: Some("<p>Ciao</p>".into()),
        reply_to: Some("urp@town.example".into()),
        list_unsubscribe: Some("https://town.example/disiscrizione/x".into()),
        ..Mail::new("anna@example.org", "x", "Ciao")
    };
    mailer.check().await.unwrap();
    for _ in 0..2 {
        mailer.send(&mail, JobId(42), at).await.unwrap();
    }
    let files: Vec<_> = std::fs::read_dir(&config.mail.outbox).unwrap().map(|entry| entry.unwrap().path()).collect();
    let [file] = files.as_slice() else { panic!("{files:?}") };
    assert!(file.ends_with("20280224T101320Z-42.eml"), "{file:?}");
    let letter = std::fs::read_to_string(file).unwrap();
    assert_eq!(header(&letter, "List-Unsubscribe"), Some("<https://town.example/disiscrizione/x>"));
    assert_eq!(header(&letter, "List-Unsubscribe-Post"), Some("List-Unsubscribe=One-Click"));
    assert_eq!(header(&letter, "Reply-To"), Some("urp@town.example"));
    assert!(letter.contains("multipart/alternative") && letter.contains("<p>Ciao</p>"));
}

#[tokio::test]
async fn letters_of_a_test_are_kept() {
    let (mailer, kept) = Mailer::kept(&Config::default()).unwrap();
    let mail = Mail::new("anna@example.org", "x", "y");
    mailer.send(&mail, JobId(1), Time::default()).await.unwrap();
    assert_eq!(kept.take(), [mail]);
    assert!(kept.take().is_empty());
}

#[tokio::test]
async fn a_letter_to_no_address_is_refused_where_it_is_queued() {
    let stage = Stage::new(&Config::default()).await;
    for bad in [
        "",
        "anna",
        "anna@",
        "@example.org",
        "a@b\r\nBcc: all@example.org",
        "anna@example.org\n",
        "a b@example.org",
        "<anna@example.org>",
        "anna@example.org, bob@example.org",
    ] {
        assert!(!valid_address(bad), "{bad:?}");
        let refused = stage.db.write(async |tx| enqueue(tx, &stage.house.secret, Mail::new(bad, "x", "y")).await).await;
        assert!(refused.is_err(), "{bad:?}");
    }
    for good in ["anna@example.org", "o'brien+x@example.org", "anna@müller.example", "üser@example.org"] {
        assert!(valid_address(good), "{good:?}");
    }
    tokio::time::timeout(Duration::from_secs(5), stage.run()).await.unwrap();
}

#[test]
fn senders_are_understood() {
    assert_eq!(sender("Comune <a@town.example>").unwrap().to_string(), "Comune <a@town.example>");
    assert_eq!(sender("a@town.example").unwrap().to_string(), "a@town.example");
    for bad in ["", "Comune", "Comune <>", "Comune <a@town.example", "Comune\n <a@town.example>"] {
        assert!(sender(bad).is_err(), "{bad:?}");
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(2000))]
    /// Whatever stands in name and subject, no header comes to be that is not ours.
    #[test]
    fn nobody_writes_headers(name in ".*", subject in "(.|\r|\n|\t|Bcc: a@b.example){0,60}", text in "(.|\r\n){0,40}") {
        let from = sender("Comune <a@town.example>").unwrap();
        let mail = Mail { to_name: name, ..Mail::new("anna@example.org", subject, text) };
        let wire = mail.message(&from, "1@town.example", Time::default()).unwrap().formatted();
        let wire = String::from_utf8(wire).unwrap();
        let (head, _) = wire.split_once("\r\n\r\n").unwrap();
        prop_assert!(head.is_ascii());
        let mut names: Vec<&str> = head.split("\r\n").filter(|line| !line.starts_with([' ', '\t'])).map(|line| line.split(':').next().unwrap()).collect();
        names.sort_unstable();
        let ours = ["Auto-Submitted", "Content-Transfer-Encoding", "Content-Type", "Date", "From", "MIME-Version", "Message-ID", "Subject", "To"];
        prop_assert_eq!(names, ours);
        prop_assert!(head.split("\r\n").all(|line| !line.contains(['\r', '\n']) && line.len() <= 998));
    }
}

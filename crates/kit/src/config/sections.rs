//! The sections of the settings. The comments here are the comments of the example file.

use std::net::{IpAddr, Ipv4Addr, Ipv6Addr, SocketAddr};
use std::path::PathBuf;

use super::section::section;
use super::values::{Hidden, MailMode, Rate, SignUp, Tls};
use crate::rate::Cidr;

section! {
    /// The town: what header, footer and letters say.
    pub struct Town ("town") {
        /// The name as it stands in the header.
        name: String = "Comune di Esempio".into(),
        /// The body above it, shown in the bar at the very top.
        region: String = "Regione Siciliana".into(),
        /// Where the name of the body above leads.
        region_url: String = "https://www.regione.sicilia.it".into(),
        /// The time zone of offices, terms and dates, by its name in the tz database.
        zone: String = "Europe/Rome".into(),
        /// The language of those who did not choose one: it, en or de.
        language: String = "it".into(),
        /// The postal address, line by line.
        address: Vec<String> = Vec::new(),
        /// The switchboard's number, written as people should read it.
        phone: String = String::new(),
        /// The address for ordinary mail.
        email: String = String::new(),
        /// The address for certified mail (PEC).
        certified_email: String = String::new(),
        /// The tax number in the footer.
        tax_code: String = String::new(),
    }
}

section! {
    /// How the program is reached.
    pub struct Server ("server") {
        /// Where it listens. Put a proxy with TLS before it, or stay on loopback.
        listen: SocketAddr = SocketAddr::new(IpAddr::V4(Ipv4Addr::LOCALHOST), 8080),
        /// Where it shows its figures for Prometheus: on loopback only.
        metrics_listen: SocketAddr = SocketAddr::new(IpAddr::V4(Ipv4Addr::LOCALHOST), 9464),
        /// The address people type, without a slash at the end. Plain http is taken on loopback only.
        public_url: String = "http://localhost:8080".into(),
        /// Further addresses under which the same pages are reached, written like public_url.
        aliases: Vec<String> = Vec::new(),
        /// Proxies whose word on the visitor's address is taken: addresses, or networks such as 10.0.0.0/8.
        /// They must set X-Forwarded-For themselves and add to it what they saw.
        trusted_proxies: Vec<Cidr> = vec![Cidr::host(IpAddr::V4(Ipv4Addr::LOCALHOST)), Cidr::host(IpAddr::V6(Ipv6Addr::LOCALHOST))],
        /// The largest request body in bytes; addresses that take files have limits of their own.
        body_limit: u64 = 2 * 1024 * 1024,
        /// The file with the secret key. It is made at the first start; keep a copy apart from the backup.
        /// The environment variable DEDALUS_SECRET_KEY takes its place.
        secret_file: PathBuf = "data/secret.key".into(),
    }
}

section! {
    /// The database.
    pub struct Database ("database") {
        /// sqlite:FILE, or postgres://user@host/name. The environment variable DATABASE_URL takes its place.
        url: String = "sqlite:data/dedalus.db".into(),
        /// Connections for reading.
        readers: usize = 4,
    }
}

section! {
    /// Pictures and documents.
    pub struct Files ("files") {
        /// disk:FOLDER, or s3://BUCKET?endpoint=https://HOST&region=NAME for any S3-compatible store.
        url: String = "disk:data/files".into(),
        /// The store's access key; better given as DEDALUS_FILES__ACCESS_KEY.
        access_key: Hidden = Hidden::default(),
        /// The store's secret key; better given as DEDALUS_FILES__SECRET_KEY.
        secret_key: Hidden = Hidden::default(),
    }
}

section! {
    /// Outgoing mail.
    pub struct Mail ("mail") {
        /// smtp sends; outbox writes each letter as a file, for trying things out.
        mode: MailMode = MailMode::Outbox,
        /// The folder of mode outbox.
        outbox: PathBuf = "data/outbox".into(),
        /// The sender of every letter: an address, alone or in angle brackets after a name.
        from: String = "Dedalus <dedalus@localhost>".into(),
        /// The mail server.
        host: String = "localhost".into(),
        /// Its port; 0 means the usual one: 587 for starttls, 465 for tls, 25 for none.
        port: u16 = 0,
        /// How the connection is kept private: starttls, tls, or none (on loopback and in closed networks).
        tls: Tls = Tls::Starttls,
        /// The user's name there; empty when it asks for none.
        user: String = String::new(),
        /// The password; better given as DEDALUS_MAIL__PASSWORD.
        password: Hidden = Hidden::default(),
    }
}

section! {
    /// Accounts and sign-in.
    pub struct Accounts ("accounts") {
        /// Who may make an account: open (everybody), invitation (whoever has a link from administration) or closed.
        sign_up: SignUp = SignUp::Open,
        /// Must the staff show a second factor (a passkey or a code) before working inside?
        staff_second_factor: bool = false,
        /// Breached passwords that are refused: a folder of range files or one sorted file, as the list of Have I Been Pwned
        /// is downloaded (SHA-1). Nothing is asked on the net. Empty: only the built-in rules.
        breached_passwords: PathBuf = PathBuf::new(),
        /// A file with one mail domain a line whose addresses cannot sign up, such as those of throw-away mailboxes. Empty: none.
        refused_domains: PathBuf = PathBuf::new(),
        /// Months without signing in after which an account that is not of the staff is warned by mail; a month later it has two
        /// weeks more, then it ends. 0 keeps it for ever.
        inactive_months: u32 = 24,
        /// Sign-ups from one address, in an hour, after which its next ones must work out a puzzle first; 0 asks everybody.
        puzzle_after: u32 = 3,
        /// The fewest characters of a password.
        min_password: usize = 10,
        /// Days after which one has to sign in again.
        session_days: u32 = 30,
        /// What a password's hash costs in memory, in KiB (Argon2id).
        argon2_memory: u32 = 19_456,
        /// How often it goes over that memory.
        argon2_passes: u32 = 2,
        /// How many lanes it uses.
        argon2_lanes: u32 = 1,
    }
}

section! {
    /// Calls to other machines, such as the providers with which people sign in.
    pub struct Outbound ("outbound") {
        /// Hosts of one's own network, by name or number, that may be called all the same, by plain http, too. Every other
        /// private, loopback or link-local address is refused.
        private_hosts: Vec<String> = Vec::new(),
        /// The same for addresses that people type: links whose pages are previewed, push services of browsers. For tests and for
        /// networks that are closed to the world; a town on the internet names none.
        typed_hosts: Vec<String> = Vec::new(),
    }
}

section! {
    /// How often one person or address may do something: so many times at once, then evenly over the seconds.
    pub struct Limits ("limits") {
        /// Attempts to sign in, for one account.
        sign_in: Rate = Rate::new(10, 900),
        /// Attempts to sign in, from one address.
        sign_in_address: Rate = Rate::new(40, 900),
        /// New accounts, from one address.
        sign_up: Rate = Rate::new(10, 3600),
        /// Letters to one mailbox that somebody else can cause: confirmations, resets.
        letters: Rate = Rate::new(5, 3600),
        /// Posts, comments and requests, by one person.
        write: Rate = Rate::new(60, 600),
        /// Small gestures by one person: likes, bookmarks, drafts that keep themselves.
        gesture: Rate = Rate::new(300, 600),
        /// Files, by one person.
        upload: Rate = Rate::new(60, 3600),
        /// Answers without an account, such as whether a page was clear, from one address.
        feedback: Rate = Rate::new(20, 3600),
        /// Bookings for one mailbox.
        booking: Rate = Rate::new(10, 3600),
        /// Bookings and requests begun or sent without an account, from one address: many people share that of a library, a school or a telephone network.
        booking_address: Rate = Rate::new(3000, 3600),
        /// Searches, from one address.
        search: Rate = Rate::new(120, 60),
        /// Tiles of the map that have to be fetched, from one address.
        tiles: Rate = Rate::new(1200, 60),
        /// Requests to the programming interface, from one address.
        api: Rate = Rate::new(600, 60),
        /// Reports that come through Open311 with one key; its bound a day stands beside the key.
        open311: Rate = Rate::new(120, 600),
        /// Programs that make themselves known to the programming interface, from one address.
        clients: Rate = Rate::new(20, 3600),
    }
}

section! {
    /// The square: posts and comments.
    pub struct Square ("square") {
        /// Are the pages behind links in posts asked for their title and picture? The program calls them, never the reader's browser.
        link_previews: bool = true,
        /// How many may listen for new answers at once; more read them when they load the page again.
        listeners: usize = 20_000,
        /// The same from one address or account; 0 sets no limit.
        listeners_each: usize = 60,
    }
}

section! {
    /// Video and audio with posts.
    pub struct Recordings ("recordings") {
        /// The largest file, in bytes.
        bytes: u64 = 300 * 1024 * 1024,
        /// How long one may last, in minutes.
        minutes: u32 = 60,
        /// How many one person may upload in a day: they are large, and also those that nobody publishes lie on the disk for two days.
        each_day: u32 = 20,
    }
}

section! {
    /// The map.
    pub struct Map ("map") {
        /// Where its tiles come from: an address with {z}, {x} and {y}. The program fetches and keeps them; no reader's browser calls the
        /// other server. Read what its owner asks of those who use it. Empty: a plain map, drawn from what was imported.
        tiles: String = String::new(),
        /// To whom the map belongs, as its owner wants it said: © OpenStreetMap.
        attribution: String = String::new(),
        /// Where that leads; empty for nowhere.
        attribution_url: String = String::new(),
        /// The folder of fetched tiles. It needs no backup.
        folder: PathBuf = "data/tiles".into(),
        /// How many bytes they may take; 0 keeps none.
        bytes: u64 = 200 * 1024 * 1024,
        /// Days after which a tile is fetched again; while its server is away the old one does.
        days: u32 = 30,
    }
}

section! {
    /// The pages kept ready for people who are not signed in.
    pub struct Cache ("cache") {
        /// How many bytes they may take; 0 keeps none.
        bytes: usize = 64 * 1024 * 1024,
    }
}

section! {
    /// What the program writes about itself.
    pub struct Log ("log") {
        /// What is written: error, warn, info, debug or trace, for all or by part: info,kit::db=debug.
        filter: String = "info".into(),
        /// One JSON object a line instead of text.
        json: bool = false,
    }
}

impl Limits {
    /// So much of everything that nobody ever waits: for load tests.
    pub fn none() -> Self {
        let much = Rate::new(1_000_000, 1);
        Self {
            sign_in: much,
            sign_in_address: much,
            sign_up: much,
            letters: much,
            write: much,
            gesture: much,
            upload: much,
            feedback: much,
            search: much,
            tiles: much,
            api: much,
            open311: much,
            clients: much,
            booking: much,
            booking_address: much,
        }
    }

    /// Every limit with its name, for the limiter.
    pub fn named(&self) -> [(&'static str, Rate); 15] {
        [
            ("sign_in", self.sign_in),
            ("sign_in_address", self.sign_in_address),
            ("sign_up", self.sign_up),
            ("letters", self.letters),
            ("write", self.write),
            ("gesture", self.gesture),
            ("upload", self.upload),
            ("feedback", self.feedback),
            ("search", self.search),
            ("tiles", self.tiles),
            ("api", self.api),
            ("open311", self.open311),
            ("clients", self.clients),
            ("booking", self.booking),
            ("booking_address", self.booking_address),
        ]
    }
}

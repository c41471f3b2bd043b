//! /servizi — the catalogue: searched, narrowed, by category, topic and life event.

use askama::Template;
use axum::extract::Path;
use axum::response::Response;
use kit::rate::Key;
use kit::{Error, Result};

use crate::desk::service::{
    Aim, Asked, Audience, Category, KINDS, LifeEvent, Offered, SERVICES, Topic, Way, catalogue, count, counts, found, offered,
};
use crate::identity::{Office, Viewer};
use crate::shell::{App, Frame, Keep, Listing, Query, page};

/// Services of a page.
const ROWS: usize = 20;
/// Pages of what was searched.
const LAST_PAGE: u32 = 50;

/// A choice of one filter: its name in the address, the key of its label, its options.
pub struct Choice {
    /// Name.
    pub name: &'static str,
    /// Key of the label.
    pub label: &'static str,
    /// Word and name.
    pub options: Vec<(String, String)>,
}

/// A way into the catalogue: where it leads, what it is called, how many services are there.
pub struct Door {
    /// Address.
    pub path: String,
    /// Name.
    pub name: &'static str,
    /// Services.
    pub count: i64,
}

/// A service of a list, with the name of its office.
pub struct Row {
    /// The service.
    pub service: Offered,
    /// Its office.
    pub office: String,
}

#[derive(Template)]
#[template(path = "desk/service/templates/index.html")]
struct IndexPage {
    frame: Frame,
    list: Listing,
    choices: Vec<Choice>,
    categories: Vec<Door>,
    events: Vec<Door>,
    rows: Vec<Row>,
    total: i64,
    next: Option<String>,
}

#[derive(Template)]
#[template(path = "desk/service/templates/shelf.html")]
struct ShelfPage {
    frame: Frame,
    title: &'static str,
    lead: String,
    feed: String,
    rows: Vec<Row>,
    next: Option<String>,
    is_first: bool,
}

impl IndexPage {
    /// The address of the same services as JSON.
    fn json(&self) -> String {
        self.list.file().replacen("/servizi.csv", "/servizi.json", 1)
    }
}

/// The key of the name of a label.
pub fn name_of(kind: &str, word: &str) -> Option<&'static str> {
    match kind {
        "categoria" => Category::from_word(word).map(Category::key),
        "argomento" => Topic::from_word(word).map(Topic::key),
        "evento" => LifeEvent::from_word(word).map(LifeEvent::key),
        "chi" => Audience::from_word(word).map(Audience::key),
        "cosa" => Aim::from_word(word).map(Aim::key),
        _ => Way::from_word(word).map(Way::key),
    }
}

/// What an address asks: words, labels, an office. What nobody knows narrows nothing.
pub async fn asked(app: &App, list: &Listing) -> Result<Asked> {
    let mut asked = Asked { words: list.get("q").to_owned(), ..Asked::default() };
    for kind in KINDS {
        let word = list.get(kind);
        if name_of(kind, word).is_some() {
            asked = asked.with(kind, word);
        }
    }
    if let Some(slug) = list.maybe("ufficio") {
        asked.office = match Office::by_slug(&app.db, &slug).await {
            Ok(office) => Some(office.id),
            Err(Error::NotFound) => None,
            Err(error) => return Err(error),
        };
    }
    Ok(asked)
}

/// The names of everything that narrows the catalogue.
pub const NAMES: &[&str] = &["q", "categoria", "argomento", "evento", "chi", "cosa", "canale", "ufficio"];

/// Services with the names of their offices.
pub async fn with_offices(app: &App, services: Vec<Offered>) -> Result<Vec<Row>> {
    let offices = Office::all(&app.db).await?;
    let name = |service: &Offered| offices.iter().find(|office| office.id == service.office_id).map(|office| office.name.clone());
    Ok(services.into_iter().map(|service| Row { office: name(&service).unwrap_or_default(), service }).collect())
}

/// GET /servizi?q=…&categoria=…&argomento=…&evento=…&chi=…&cosa=…&canale=…&ufficio=…&dopo=…
pub async fn index(app: App, frame: Frame, viewer: Viewer, query: Query) -> Result<Response> {
    let list = Listing::new("/servizi", &query, NAMES);
    let asked = asked(&app, &list).await?;
    let (services, next) = if asked.words.is_empty() {
        by_title(&app, &asked, &list, "/servizi").await?
    } else {
        app.limiter.take("search", Key::address(viewer.address))?;
        by_words(&app, &asked, &list, query.0.line("pagina").parse().unwrap_or(1)).await?
    };
    let all = Asked::default();
    let is_front = !list.is_filtered() && list.after().is_none();
    let categories = if is_front { doors(&app, &frame, "categoria", "/servizi/categorie", &all).await? } else { Vec::new() };
    let events = if is_front { doors(&app, &frame, "evento", "/servizi/eventi", &all).await? } else { Vec::new() };
    let total = count(&app.db, &asked).await?;
    let choices = choices(&app, &frame).await?;
    let rows = with_offices(&app, services).await?;
    let filtered = list.is_filtered();
    let answer = page(&IndexPage { frame, list, choices, categories, events, rows, total, next })?;
    Ok(if filtered { answer } else { Keep::of([SERVICES, "offices"]).on(answer) })
}

/// A page by title, and the address of the next one.
async fn by_title(app: &App, asked: &Asked, list: &Listing, path: &str) -> Result<(Vec<Offered>, Option<String>)> {
    let mut rows = offered(&app.db, asked, list.after(), i64::try_from(ROWS + 1).unwrap_or(i64::MAX)).await?;
    let more = rows.len() > ROWS;
    rows.truncate(ROWS);
    let last = rows.last().filter(|_| more).map(|row| row.id.to_string());
    let next = last.map(|last| list.with("dopo", &last).replacen("/servizi", path, 1));
    Ok((rows, next))
}

/// A page of what has the words, and the address of the next one.
async fn by_words(app: &App, asked: &Asked, list: &Listing, number: u32) -> Result<(Vec<Offered>, Option<String>)> {
    let number = number.clamp(1, LAST_PAGE);
    let size = u32::try_from(ROWS).unwrap_or(u32::MAX);
    let mut rows = found(&app.db, asked, (number - 1) * size, size + 1).await?;
    let more = rows.len() > ROWS && number < LAST_PAGE;
    rows.truncate(ROWS);
    Ok((rows, more.then(|| list.with("pagina", &(number + 1).to_string()))))
}

/// The words of a kind that lead somewhere, the fullest first.
pub async fn doors(app: &App, frame: &Frame, kind: &'static str, path: &str, asked: &Asked) -> Result<Vec<Door>> {
    let words = counts(&app.db, kind, asked).await?;
    let mut doors: Vec<Door> = words
        .into_iter()
        .filter_map(|(word, count)| name_of(kind, &word).map(|key| Door { path: format!("{path}/{word}"), name: frame.t(key), count }))
        .collect();
    doors.sort_by_key(|door| (std::cmp::Reverse(door.count), door.name));
    Ok(doors)
}

/// What one may choose: only words that some service has.
async fn choices(app: &App, frame: &Frame) -> Result<Vec<Choice>> {
    let mut choices = Vec::new();
    for (name, label) in [
        ("categoria", "services-category"),
        ("argomento", "services-topic"),
        ("evento", "services-event"),
        ("chi", "services-audience"),
        ("canale", "services-way"),
    ] {
        let words = counts(&app.db, name, &Asked::default()).await?;
        let mut options: Vec<(String, String)> =
            words.into_iter().filter_map(|(word, _)| name_of(name, &word).map(|key| (word, frame.t(key).to_owned()))).collect();
        options.sort_by(|one, other| one.1.cmp(&other.1));
        choices.push(Choice { name, label, options });
    }
    let known = catalogue::offices(&app.db).await?;
    let offices = Office::all(&app.db).await?.into_iter().filter(|office| known.contains(&office.id));
    choices.push(Choice { name: "ufficio", label: "services-office", options: offices.map(|office| (office.slug, office.name)).collect() });
    Ok(choices)
}

/// GET /servizi/categorie/{word}
pub async fn category(app: App, frame: Frame, query: Query, Path(word): Path<String>) -> Result<Response> {
    shelf(app, frame, &query, "categoria", "/servizi/categorie", &word).await
}

/// GET /servizi/argomenti/{word}
pub async fn topic(app: App, frame: Frame, query: Query, Path(word): Path<String>) -> Result<Response> {
    shelf(app, frame, &query, "argomento", "/servizi/argomenti", &word).await
}

/// GET /servizi/eventi/{word}
pub async fn event(app: App, frame: Frame, query: Query, Path(word): Path<String>) -> Result<Response> {
    shelf(app, frame, &query, "evento", "/servizi/eventi", &word).await
}

/// The services under one word.
async fn shelf(app: App, frame: Frame, query: &Query, kind: &'static str, base: &str, word: &str) -> Result<Response> {
    let title = frame.t(name_of(kind, word).ok_or(Error::NotFound)?);
    let asked = Asked::default().with(kind, word);
    let list = Listing::new("/servizi", query, &[]);
    let total = count(&app.db, &asked).await?;
    let (services, next) = by_title(&app, &asked, &list, &format!("{base}/{word}")).await?;
    let rows = with_offices(&app, services).await?;
    let (lead, feed) = (frame.tn("services-shelf-lead", &total), format!("/servizi.csv?{kind}={word}"));
    let answer = page(&ShelfPage { title, lead, feed, rows, next, is_first: list.after().is_none(), frame })?;
    Ok(Keep::of([SERVICES, "offices"]).on(answer))
}

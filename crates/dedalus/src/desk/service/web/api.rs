//! /services — the catalogue for programs.

use axum::extract::Path;
use axum::response::Response;
use http::Method;
use kit::Result;
use kit::rate::Key;
use serde::Deserialize;
use serde_json::json;

use super::export::shape;
use crate::api_path;
use crate::desk::service::{Asked, Audience, Category, LifeEvent, Offered, ServiceShape, Shown, Topic, found, offered};
use crate::identity::api::{Ask, Caller, Limit, Number, Params, answer, at, with_next};
use crate::identity::{Routes, Scope};
use crate::shell::App;

/// Addresses of the catalogue for programs.
pub fn routes() -> Routes {
    let anybody = Ask::Anybody(Scope::Read);
    let words = |words: Vec<&'static str>| json!({"type": "string", "enum": words});
    Routes::new()
        .api(
            at(Method::GET, api_path!("/services"), "listServices", "Services of the town, by title; with words, the best ones.", anybody)
                .query("q", "Words to look for; the answer then has one page.", json!({"type": "string", "maxLength": 200}))
                .query("category", "Of this category.", words(Category::ALL.iter().map(|word| word.word()).collect()))
                .query("topic", "About this.", words(Topic::ALL.iter().map(|word| word.word()).collect()))
                .query("life_event", "Needed then.", words(LifeEvent::ALL.iter().map(|word| word.word()).collect()))
                .query("audience", "For them.", words(Audience::ALL.iter().map(|word| word.word()).collect()))
                .limit()
                .query(
                    "after",
                    "Only what comes after this row: take it from the Link header.",
                    json!({"type": "string", "pattern": "^[1-9][0-9]{0,17}$"}),
                )
                .lists::<ServiceShape>(),
            list,
        )
        .api(at(Method::GET, api_path!("/services/{slug}"), "getService", "A service.", anybody).gives::<ServiceShape>(200), show)
}

/// What a program asks for.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Which {
    #[serde(default)]
    q: String,
    category: Option<Word<Category>>,
    topic: Option<Word<Topic>>,
    life_event: Option<Word<LifeEvent>>,
    audience: Option<Word<Audience>>,
    #[serde(default)]
    limit: Limit,
    after: Option<Number>,
}

/// A word of a vocabulary.
struct Word<T>(T);

macro_rules! read_words {
    ($($name:ident),+) => {$(
        impl<'de> Deserialize<'de> for Word<$name> {
            fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> std::result::Result<Self, D::Error> {
                let word = String::deserialize(deserializer)?;
                $name::from_word(&word).map(Self).ok_or_else(|| serde::de::Error::custom("a word that is not in the list"))
            }
        }
    )+};
}
read_words!(Category, Topic, LifeEvent, Audience);

async fn list(app: App, caller: Caller, Params(which): Params<Which>) -> Result<Response> {
    if which.q.chars().count() > 200 {
        return Err(kit::Error::field("q", "error-service-words"));
    }
    let mut asked = Asked { words: kit::text::clean_line(&which.q), ..Asked::default() };
    let mut pairs: Vec<(&str, String)> = Vec::new();
    let labels = [
        ("category", "categoria", which.category.map(|word| word.0.word())),
        ("topic", "argomento", which.topic.map(|word| word.0.word())),
        ("life_event", "evento", which.life_event.map(|word| word.0.word())),
        ("audience", "chi", which.audience.map(|word| word.0.word())),
    ];
    for (name, kind, word) in labels {
        if let Some(word) = word {
            asked = asked.with(kind, word);
            pairs.push((name, word.to_owned()));
        }
    }
    if !asked.words.is_empty() {
        app.limiter.take("search", Key::address(caller.address))?;
    }
    let mut rows: Vec<Offered> = if asked.words.is_empty() {
        offered(&app.db, &asked, which.after.map(Number::get), which.limit.and_one()).await?
    } else {
        found(&app.db, &asked, 0, u32::try_from(which.limit.rows()).unwrap_or(20)).await?
    };
    let last = which.limit.cut(&mut rows).map(|row| row.id.to_string());
    let shapes: Vec<ServiceShape> = rows.iter().map(|row| shape(&app, row)).collect::<Result<_>>()?;
    let next = last.map(|last| {
        pairs.extend([("limit", which.limit.rows().to_string()), ("after", last)]);
        pairs
    });
    Ok(with_next(&app, answer(&shapes), "/api/dedalus/v1/services", next))
}

async fn show(app: App, _caller: Caller, Path(slug): Path<String>) -> Result<Response> {
    let shown = Shown::by_slug(&app.db, &slug).await?;
    if shown.is_over() {
        return Err(kit::Error::NotFound);
    }
    let shape = ServiceShape {
        url: app.absolute(&shown.path()),
        version: shown.number,
        valid_from: shown.published_at.rfc3339(),
        reason: shown.reason.clone(),
        ..ServiceShape::of(&shown.code, &shown.slug, shown.state, &shown.written()?)
    };
    Ok(answer(&shape))
}

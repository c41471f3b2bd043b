//! /segnalazioni — what everybody may read: filters in the address, the figures of a year.

use askama::Template;
use axum::response::Response;
use kit::Result;
use kit::cache::{Page as Kept, PageKey};
use kit::clock::{DAY, Time};

use super::on_map::PATH;
use crate::desk::request::category::{Category, TAG as CATEGORIES};
use crate::desk::request::list::{Figures, Filter, Row, figures, public};
use crate::desk::request::record::category_name;
use crate::desk::request::status::Stage;
use crate::desk::request::visible::TAG;
use crate::shell::{App, Frame, Keep, Listing, Query, ROWS, page};
use crate::territory::{Corners, MapElement, MapView, Point};

/// The filters that the address may hold.
pub const FILTERS: &[&str] = &["q", "categoria", "stato", "periodo", "zona"];
/// The same, and how they are shown.
const SHOWN: &[&str] = &["q", "categoria", "stato", "periodo", "zona", "vista"];
/// What a map of all of them is narrowed by.
const ON_MAP: &[&str] = &["q", "categoria", "stato", "periodo"];
/// The periods, in days, with the keys of their names.
const PERIODS: [(&str, i64, &str); 3] =
    [("30", 30, "request-period-month"), ("90", 90, "request-period-quarter"), ("365", 365, "request-period-year")];

/// A filter from an address.
pub fn filter(list: &Listing, now: Time) -> Filter {
    let days = PERIODS.iter().find(|(word, _, _)| *word == list.get("periodo")).map(|(_, days, _)| *days);
    Filter {
        text: list.maybe("q"),
        category: list.maybe("categoria"),
        stage: Stage::from_form(list.get("stato")),
        corners: zone(list.get("zona")),
        since: days.map(|days| now.plus(-days * DAY)),
        before: list.after(),
        ..Filter::default()
    }
}

/// A box as addresses say it: south, west, north, east.
fn zone(text: &str) -> Option<Corners> {
    let mut parts = text.split(',');
    let mut corner = || Point::parse(parts.next()?, parts.next()?);
    Some((corner()?, corner()?))
}

#[derive(Template)]
#[template(path = "desk/request/templates/list.html")]
struct ListPage {
    frame: Frame,
    list: Listing,
    rows: Vec<Row>,
    categories: Vec<(String, String)>,
    stages: &'static [Stage],
    periods: Vec<(&'static str, &'static str)>,
    figures: Figures,
    /// The same filters as files and feed.
    files: Files,
    /// The map, where it is asked for and there is one.
    map: Option<MapView>,
}

/// The addresses of the same rows in other forms.
struct Files {
    /// Tiles of the map.
    tiles: String,
    /// The list to which the map leads.
    list: String,
    csv: String,
    geojson: String,
    feed: String,
}

impl ListPage {
    fn on_map(&self) -> bool {
        self.list.get("vista") == "mappa"
    }
    fn map(&self) -> Option<MapElement<'_>> {
        let words = |key: &str| self.frame.t(key).to_owned();
        let element = self.map.as_ref()?.draw(&self.frame, &None, self.frame.t("requests-map"), true);
        Some(element.saying([
            ("clusters", self.files.tiles.clone()),
            ("list", self.files.list.clone()),
            ("all", words("requests-map-count")),
            ("some", words("requests-map-some")),
            ("to-list", words("requests-map-to-list")),
            ("failed", words("requests-map-failed")),
        ]))
    }
    fn category(&self, row: &Row) -> String {
        category_name(row.category.as_deref(), self.frame.lang)
    }
}

/// GET /segnalazioni?q=…&categoria=…&stato=…&periodo=…&dopo=…
pub async fn index(app: App, frame: Frame, query: Query) -> Result<Response> {
    let mut list = Listing::new("/segnalazioni", &query, SHOWN);
    let mut rows = public(&app.db, &filter(&list, app.now()), ROWS + 1).await?;
    list.cut(&mut rows, |row| row.id.0);
    let all = Category::open(&app.db).await?;
    let categories = all.into_iter().map(|one| (one.code.clone(), one.called(frame.lang).to_owned())).collect();
    let periods = PERIODS.iter().map(|(word, _, key)| (*word, frame.t(key))).collect();
    let csv = Listing::new("/segnalazioni", &query, FILTERS).file();
    let files = Files {
        tiles: Listing::new(PATH, &query, ON_MAP).first(),
        list: Listing::new("/segnalazioni", &query, ON_MAP).first(),
        geojson: csv.replacen("/segnalazioni.csv", "/segnalazioni.geojson", 1),
        feed: csv.replacen("/segnalazioni.csv", "/segnalazioni/feed.rss", 1),
        csv,
    };
    let figures = of_the_year(&app, &frame).await?;
    let midnight = kit::i18n::dates::next_midnight(frame.now, &frame.zone);
    let map = if list.get("vista") == "mappa" { MapView::of(&app).await? } else { None };
    let answer = page(&ListPage { frame, list, rows, categories, stages: Stage::ALL, periods, figures, files, map })?;
    Ok(Keep::of([TAG, CATEGORIES, "offices", "territory"]).until(Some(midnight)).on(answer))
}

/// The figures of a year are one pass over a year's requests: made once, until one of them changes or the day ends.
async fn of_the_year(app: &App, frame: &Frame) -> Result<Figures> {
    let key = PageKey { address: "figures of requests", language: "" };
    let kept = app.cache.get_or_fill(key, async || {
        let figures = figures(&app.db, app.now()).await?;
        Ok(Kept::part(serde_json::to_vec(&figures)?).shows(TAG).until(kit::i18n::dates::next_midnight(frame.now, &frame.zone)))
    });
    Ok(serde_json::from_slice(&kept.await?.body())?)
}

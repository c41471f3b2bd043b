//! What a map in a page needs to know: where it begins, whose it is, and what its script says.

use askama::Template;
use askama::filters::HtmlSafe;
use kit::Result;

use super::geometry::Corners;
use super::{Point, extent, grid, middle};
use crate::shell::{App, Frame};

/// A map of the town.
#[derive(Debug, Clone)]
pub struct MapView {
    /// Where it begins.
    pub middle: Point,
    /// At which level.
    pub level: u8,
    /// What it shows at the most.
    pub bounds: Corners,
    /// To whom it belongs; empty for the plain map.
    pub attribution: String,
    /// Where that leads; empty for nowhere.
    pub attribution_url: String,
}

impl MapView {
    /// The town's map; none as long as nothing of the territory was imported.
    pub async fn of(app: &App) -> Result<Option<Self>> {
        let (Some(bounds), Some(middle)) = tokio::try_join!(extent(&app.db), middle(&app.db))? else { return Ok(None) };
        let map = &app.config.map;
        let own = map.tiles.is_empty();
        Ok(Some(Self {
            middle,
            level: grid::fitting(bounds, 900.0, 700.0).max(14),
            bounds,
            attribution: if own { String::new() } else { map.attribution.clone() },
            attribution_url: if own { String::new() } else { map.attribution_url.clone() },
        }))
    }

    /// The same, beginning at a point.
    #[must_use]
    pub fn at(self, point: Point) -> Self {
        Self { middle: point, level: 17, ..self }
    }

    /// The element: a drawing for whoever has no script, which the script puts its map in the place of. `pin` is a chosen point, `words`
    /// what the map shows, `layers` whether the town's layers are shown on it.
    pub fn draw<'a>(&'a self, frame: &'a Frame, pin: &Option<Point>, words: &'a str, large: bool) -> MapElement<'a> {
        MapElement { frame, map: self, pin: *pin, words, large, waits: false, more: Vec::new() }
    }
}

/// The element of a map.
#[derive(Template)]
#[template(path = "territory/templates/map_element.html")]
pub struct MapElement<'a> {
    frame: &'a Frame,
    map: &'a MapView,
    pin: Option<Point>,
    words: &'a str,
    large: bool,
    waits: bool,
    more: Vec<(&'static str, String)>,
}
impl HtmlSafe for MapElement<'_> {}

impl MapElement<'_> {
    /// It opens only when somebody asks for it, or goes into the field it belongs to: a slow line carries no map that nobody wants.
    #[must_use]
    pub fn waiting(self) -> Self {
        Self { waits: true, ..self }
    }

    /// Says more to the map's script: attributes `data-…` by name.
    #[must_use]
    pub fn saying<const N: usize>(self, more: [(&'static str, String); N]) -> Self {
        Self { more: more.into(), ..self }
    }

    fn lat(&self) -> f64 {
        self.map.middle.degrees().0
    }
    fn lon(&self) -> f64 {
        self.map.middle.degrees().1
    }
    /// South, west, north, east.
    fn bounds(&self) -> String {
        let ((south, west), (north, east)) = (self.map.bounds.0.degrees(), self.map.bounds.1.degrees());
        format!("{south},{west},{north},{east}")
    }
    /// The drawing for whoever has no script.
    fn drawing(&self) -> String {
        let (lat, lon) = self.map.middle.degrees();
        let pin = self.pin.map(|point| point.degrees()).map(|(lat, lon)| format!("&punto={lat},{lon}")).unwrap_or_default();
        format!("/mappa/disegno.svg?lat={lat}&lon={lon}&livello={}{pin}", self.map.level)
    }
}

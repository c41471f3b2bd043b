//! A place in a form: an address in words, with suggestions, and perhaps a point on the map.
//!
//! The fields are called `luogo` (words), `lat` and `lon` (the point in degrees; may be empty). To put it into a form of another domain:
//!
//! ```ignore
//! // reading the form
//! let mut place = PlaceField::of(&form);
//! if PlaceField::is_searching(&form) {
//!     place.search(&app.db).await?;                       // "Cerca l’indirizzo" without script: draw the form again, without faults
//! } else {
//!     let place = place.check(&app.db, &mut faults, true).await?; // words, and a point inside the town or none
//! }
//! // before drawing, and in the template inside <form>
//! place.prepare(&app).await?;
//! {{ place.draw(frame, form) }}
//! ```
//!
//! Without script a button shows the addresses as choices and the rest of the form comes back with them; nothing needs a map. The script
//! (`place.js`) makes the field a combobox, adds "use my position" and a pin that moves by hand and by arrow keys, and loads the map's
//! code only when somebody goes into the field, or opens the map.

use askama::Template;
use askama::filters::HtmlSafe;
use kit::Result;
use kit::db::Db;
use kit::error::FieldErrors;
use kit::text::fold;

use super::map_view::{MapElement, MapView};
use super::{Address, Point, find, inside, nearest};
use crate::shell::{App, Form, FormView, Frame};

/// Characters of the words at the most.
const LONGEST: usize = 200;
/// Addresses that are offered.
const CHOICES: usize = 6;
/// Name of the field of a choice, and of the button that asks for choices.
const CHOICE: &str = "luogo-scelto";
const SEARCH: &str = "cerca-luogo";
/// Name of the field with the words that the point belongs to; empty for a point that was set on the map, which goes with any words.
const BOUND: &str = "luogo-punto";

/// A place, checked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Place {
    /// Its words.
    pub text: String,
    /// The point, inside the town's boundary; none when only words were given.
    pub point: Option<Point>,
}

/// The field, as it was typed.
#[derive(Debug, Clone, Default)]
pub struct PlaceField {
    text: String,
    lat: String,
    lon: String,
    bound: String,
    choices: Vec<Address>,
    searched: bool,
    map: Option<MapView>,
}

impl PlaceField {
    /// From a form. A choice that somebody made takes the place of words and point, unless other choices are asked for; a point whose
    /// address was written over is dropped.
    pub fn of(form: &Form) -> Self {
        let mut field = Self { text: form.line("luogo"), lat: form.line("lat"), lon: form.line("lon"), ..Self::default() };
        let said = form.pairs().iter().any(|(name, _)| name == BOUND);
        field.bound = if said { form.line(BOUND) } else { field.text.clone() };
        let chosen = form.line(CHOICE);
        let mut parts = chosen.splitn(3, ' ');
        if let (Some(lat), Some(lon), Some(text)) = (parts.next(), parts.next(), parts.next())
            && !Self::is_searching(form)
        {
            (field.lat, field.lon, field.text) = (lat.to_owned(), lon.to_owned(), text.to_owned());
            field.bound = text.to_owned();
        }
        if !goes_on(&field.bound, &field.text) {
            (field.lat, field.lon) = (String::new(), String::new());
        }
        field
    }

    /// One that was kept, to be changed.
    pub fn kept(place: &Place) -> Self {
        let (lat, lon) = place.point.map(|point| point.degrees()).map(|(lat, lon)| (lat.to_string(), lon.to_string())).unwrap_or_default();
        Self { text: place.text.clone(), bound: place.text.clone(), lat, lon, ..Self::default() }
    }

    /// One that was kept as it was typed: each field by its name.
    pub fn typed<'t>(value: impl Fn(&str) -> &'t str) -> Self {
        let of = |name: &str| value(name).to_owned();
        Self { text: of("luogo"), lat: of("lat"), lon: of("lon"), bound: of(BOUND), ..Self::default() }
    }

    /// The fields by their names, to be kept as they were typed.
    pub fn fields(&self) -> [(&'static str, &str); 4] {
        [("luogo", self.text.as_str()), ("lat", self.lat.as_str()), ("lon", self.lon.as_str()), (BOUND, self.bound.as_str())]
    }

    /// Words that are an address of the town get its point.
    pub async fn settle(&mut self, db: &Db) -> Result<()> {
        if self.text.is_empty() || !self.lat.is_empty() || !self.lon.is_empty() {
            return Ok(());
        }
        if let Some(address) = self.known(db).await? {
            let (lat, lon) = address.point.degrees();
            (self.lat, self.lon, self.bound) = (lat.to_string(), lon.to_string(), self.text.clone());
        }
        Ok(())
    }

    /// The address that the words name, and not only something like it.
    async fn known(&self, db: &Db) -> Result<Option<Address>> {
        let found = find(db, &self.text, 1).await?.into_iter().next();
        Ok(found.filter(|address| address.exact && says(&self.text, address)))
    }

    /// Was the button pressed that looks addresses up?
    pub fn is_searching(form: &Form) -> bool {
        form.has(SEARCH)
    }

    /// Has nothing been given?
    pub fn is_empty(&self) -> bool {
        self.text.is_empty() && self.lat.is_empty() && self.lon.is_empty()
    }

    /// The words as typed.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// The point as typed, wherever it lies.
    pub fn point(&self) -> Option<Point> {
        Point::parse(&self.lat, &self.lon)
    }

    /// Looks addresses up for the words, to be shown as choices.
    pub async fn search(&mut self, db: &Db) -> Result<()> {
        self.choices = find(db, &self.text, CHOICES).await?;
        self.searched = true;
        Ok(())
    }

    /// What was given, checked; faults stand beside the field `luogo`. Words that are an address of the town get its point; a point
    /// without words gets those of the nearest address.
    pub async fn check(&self, db: &Db, faults: &mut FieldErrors, required: bool) -> Result<Option<Place>> {
        if self.is_empty() {
            if required {
                faults.add("luogo", "error-place-empty");
            }
            return Ok(None);
        }
        if self.text.chars().count() > LONGEST {
            faults.add("luogo", "error-place-long");
            return Ok(None);
        }
        if self.lat.is_empty() && self.lon.is_empty() {
            let known = self.known(db).await?;
            return Ok(Some(Place { text: self.text.clone(), point: known.map(|address| address.point) }));
        }
        let Some(point) = self.point() else {
            faults.add("luogo", "error-place-point");
            return Ok(None);
        };
        if !inside(db, point).await? {
            faults.add("luogo", "error-place-outside");
            return Ok(None);
        }
        if !self.text.is_empty() {
            return Ok(Some(Place { text: self.text.clone(), point: Some(point) }));
        }
        let near = nearest(db, point).await?;
        let (lat, lon) = point.degrees();
        let text = near.map_or_else(|| format!("{lat}, {lon}"), |near| near.address.text());
        Ok(Some(Place { text, point: Some(point) }))
    }

    /// Loads what the map needs, before the field is drawn.
    pub async fn prepare(&mut self, app: &App) -> Result<()> {
        let map = MapView::of(app).await?;
        self.map = match self.point() {
            Some(point) if inside(&app.db, point).await? => map.map(|map| map.at(point)),
            _ => map,
        };
        Ok(())
    }

    /// The field in a form.
    pub fn draw<'a>(&'a self, frame: &'a Frame, form: &FormView) -> PlaceView<'a> {
        PlaceView { frame, field: self, fault: form.fault("luogo") }
    }
}

/// Are the words still those of the point, perhaps with more after them? A number after them would be another address.
fn goes_on(bound: &str, text: &str) -> bool {
    let (bound, text) = (fold(bound), fold(text));
    match text.strip_prefix(bound.as_str()) {
        Some(more) => bound.is_empty() || !more.starts_with(char::is_alphanumeric) && !more.chars().any(|c| c.is_ascii_digit()),
        None => false,
    }
}

/// Do the words name this address, and not only something like it?
fn says(text: &str, address: &Address) -> bool {
    let (asked, found) = (super::odonym::Asked::read(text), super::odonym::Odonym::read(&address.street));
    asked.street.words == found.words && (asked.street.kind.is_empty() || asked.street.kind == found.kind)
}

/// The field being drawn.
#[derive(Template)]
#[template(path = "territory/templates/place_field.html")]
pub struct PlaceView<'a> {
    frame: &'a Frame,
    field: &'a PlaceField,
    fault: Option<String>,
}
impl HtmlSafe for PlaceView<'_> {}

impl PlaceView<'_> {
    fn describedby(&self) -> &'static str {
        if self.fault.is_some() { "luogo-errore luogo-aiuto" } else { "luogo-aiuto" }
    }

    /// What is sent when a choice is made.
    fn value(&self, address: &Address) -> String {
        let (lat, lon) = address.point.degrees();
        format!("{lat} {lon} {}", address.text())
    }

    fn map(&self) -> Option<MapElement<'_>> {
        let map = self.field.map.as_ref()?;
        Some(map.draw(self.frame, &self.field.point(), self.frame.t("place-map"), false).waiting())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn field(body: &str) -> PlaceField {
        PlaceField::of(&Form::parse(body.as_bytes()).unwrap())
    }

    #[test]
    fn a_choice_takes_the_place_of_words_and_point_unless_one_looks_again() {
        let chosen = field("luogo=garibaldi&lat=1&lon=2&luogo-scelto=37.98+13.69+Via+Garibaldi+12");
        assert_eq!((chosen.text(), chosen.point()), ("Via Garibaldi 12", Some(Point { lat: 37_980_000, lon: 13_690_000 })));
        let again = field("luogo=garibaldi&luogo-scelto=37.98+13.69+Via+Garibaldi+12&cerca-luogo=1");
        assert_eq!((again.text(), again.point()), ("garibaldi", None));
        assert!(field("luogo=&lat=").is_empty());
        // Words that are written over take the point of the old ones away; a point of the map goes with any words.
        let point = |body: &str| field(body).point().is_some();
        assert!(point("luogo=Via+Roma+1,+primo+piano&lat=1&lon=2&luogo-punto=via+roma+1"));
        assert!(
            !point("luogo=Via+Roma+12&lat=1&lon=2&luogo-punto=Via+Roma+1") && !point("luogo=Via+Roma+12&lat=1&lon=2&luogo-punto=Via+Roma")
        );
        assert!(!point("luogo=Via+Bagni&lat=1&lon=2&luogo-punto=Via+Roma+1"));
        assert!(point("luogo=davanti+alla+scuola&lat=1&lon=2&luogo-punto=") && point("luogo=&lat=1&lon=2"));
        assert_eq!(field("luogo=x&luogo-scelto=rotto").text(), "x");
    }
}

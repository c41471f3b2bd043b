//! The plain map: what the town imported, drawn as SVG in the house's colours. No tile server is needed for it.

use std::fmt::Write as _;

use kit::db::Db;
use kit::{Result, args};

use super::boundary::parse;
use super::district::{self, District};
use super::geometry::{Corners, Geometry};
use super::grid::{self, SIDE, Tile};
use super::import::{Dataset, ShapeKind, live};
use super::{Point, boundary};

/// A window on the map: level, the pixel of its north-west corner, its size.
#[derive(Debug, Clone, Copy)]
pub struct Window {
    z: u8,
    x: f64,
    y: f64,
    width: f64,
    height: f64,
}

/// Around a window this much is drawn, too, so that lines and names go on from tile to tile.
const AROUND: f64 = 160.0;
/// From this level on streets have their names, and from the next civic numbers theirs.
const STREET_NAMES: u8 = 16;
const NUMBERS: u8 = 18;
/// Civic numbers of one drawing.
const NUMBERS_MOST: i64 = 600;

impl Window {
    /// One tile.
    pub fn of_tile(tile: Tile) -> Self {
        let (x, y) = tile.origin();
        Self { z: tile.z, x, y, width: SIDE, height: SIDE }
    }

    /// A picture around a point.
    pub fn around(middle: Point, z: u8, width: f64, height: f64) -> Self {
        let (x, y) = grid::pixel(z, middle);
        Self { z, x: x - width / 2.0, y: y - height / 2.0, width, height }
    }

    /// What must be read for it.
    fn corners(self) -> Corners {
        let low = grid::point(self.z, self.x - AROUND, self.y + self.height + AROUND);
        let high = grid::point(self.z, self.x + self.width + AROUND, self.y - AROUND);
        (low, high)
    }

    fn place(self, point: Point) -> (f64, f64) {
        let (x, y) = grid::pixel(self.z, point);
        (x - self.x, y - self.y)
    }
}

/// A shape of the plain map.
struct Shape {
    kind: ShapeKind,
    name: String,
    geometry: Geometry,
}

/// What a window shows.
struct Scene {
    shapes: Vec<Shape>,
    districts: Vec<District>,
    boundary: Vec<Geometry>,
    numbers: Vec<(String, Point)>,
}

impl Scene {
    async fn of(db: &Db, window: Window) -> Result<Self> {
        let (low, high) = window.corners();
        let mut shapes = Vec::new();
        if let Some(import) = live(db, Dataset::Base).await? {
            let rows: Vec<(ShapeKind, String, String)> = db
                .all(
                    "select kind, name, geometry from map_shape
                      where import_id = $1 and north >= $2 and south <= $4 and east >= $3 and west <= $5 order by id",
                    args![import, low.lat, low.lon, high.lat, high.lon],
                )
                .await?;
            for (kind, name, text) in rows {
                shapes.push(Shape { kind, name, geometry: parse(&text)? });
            }
        }
        let numbers = if window.z >= NUMBERS { numbers(db, (low, high)).await? } else { Vec::new() };
        let (districts, boundary) = tokio::try_join!(district::all(db), boundary::boundary(db))?;
        Ok(Self { shapes, districts, boundary, numbers })
    }
}

async fn numbers(db: &Db, (low, high): Corners) -> Result<Vec<(String, Point)>> {
    let Some(import) = live(db, Dataset::Addresses).await? else { return Ok(Vec::new()) };
    let rows: Vec<(i64, String, i64, i64)> = db
        .all(
            "select number, suffix, lat, lon from civic_number
              where import_id = $1 and lat between $2 and $4 and lon between $3 and $5 order by id limit $6",
            args![import, low.lat, low.lon, high.lat, high.lon, NUMBERS_MOST],
        )
        .await?;
    Ok(rows.into_iter().map(|(number, suffix, lat, lon)| (format!("{number}{}", suffix.to_uppercase()), Point { lat, lon })).collect())
}

/// Draws a window as SVG; with a pin at a point, if one is given.
pub async fn draw(db: &Db, window: Window, pin: Option<Point>) -> Result<String> {
    let scene = Scene::of(db, window).await?;
    Ok(Pen { window, out: String::with_capacity(8 * 1024) }.whole(&scene, pin))
}

struct Pen {
    window: Window,
    out: String,
}

impl Pen {
    fn whole(mut self, scene: &Scene, pin: Option<Point>) -> String {
        let Window { width, height, z, .. } = self.window;
        self.put(&format!(
            "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{width}\" height=\"{height}\" viewBox=\"0 0 {width} {height}\" font-family=\"'Titillium Web',sans-serif\">\
             <rect width=\"{width}\" height=\"{height}\" fill=\"#efe7d6\"/>"
        ));
        for kind in [ShapeKind::Sea, ShapeKind::Green, ShapeKind::Harbour] {
            let fill = match kind {
                ShapeKind::Sea => "fill=\"#cfe3e6\" stroke=\"#a9cdd4\" stroke-width=\"2\"",
                ShapeKind::Green => "fill=\"#d3dab6\"",
                _ => "fill=\"#d9c9a8\"",
            };
            self.group(scene, kind, fill);
        }
        let wide = street_width(z);
        for (extra, colour) in [(4.0_f64.min(wide * 0.5), "#ddcfb2"), (0.0, "#fffdf8")] {
            for (kind, share) in [(ShapeKind::Lane, 0.6), (ShapeKind::Road, 1.0)] {
                let line = format!(
                    "fill=\"none\" stroke=\"{colour}\" stroke-width=\"{:.1}\" stroke-linecap=\"round\" stroke-linejoin=\"round\"",
                    wide * share + extra
                );
                self.group(scene, kind, &line);
            }
        }
        self.group(scene, ShapeKind::Rail, "fill=\"none\" stroke=\"#8c7b5c\" stroke-width=\"2\" stroke-dasharray=\"7 4\"");
        self.boundary(&scene.boundary);
        self.numbers(&scene.numbers);
        if z >= STREET_NAMES {
            self.street_names(&scene.shapes);
        }
        if (13..=17).contains(&z) {
            self.district_names(&scene.districts);
        }
        if let Some(pin) = pin {
            self.pin(pin);
        }
        self.put("</svg>");
        self.out
    }

    fn put(&mut self, text: &str) {
        self.out.push_str(text);
    }

    fn group(&mut self, scene: &Scene, kind: ShapeKind, paint: &str) {
        let mut path = String::new();
        for shape in scene.shapes.iter().filter(|shape| shape.kind == kind) {
            self.path(&shape.geometry, &mut path);
        }
        if !path.is_empty() {
            self.put(&format!("<path fill-rule=\"evenodd\" {paint} d=\"{path}\"/>"));
        }
    }

    fn path(&self, geometry: &Geometry, out: &mut String) {
        let mut line = |points: &[Point], close: bool| {
            for (number, point) in points.iter().enumerate() {
                let (x, y) = self.window.place(*point);
                let _ = write!(out, "{}{x:.1} {y:.1}", if number == 0 { 'M' } else { 'L' });
            }
            if close {
                out.push('Z');
            }
        };
        match geometry {
            Geometry::Point(_) => {}
            Geometry::Lines(lines) => lines.iter().for_each(|one| line(one, false)),
            Geometry::Areas(areas) => {
                for area in areas {
                    line(&area.outer, true);
                    area.holes.iter().for_each(|hole| line(hole, true));
                }
            }
        }
    }

    fn boundary(&mut self, shapes: &[Geometry]) {
        let mut path = String::new();
        shapes.iter().for_each(|shape| self.path(shape, &mut path));
        if !path.is_empty() {
            self.put(&format!("<path fill=\"none\" stroke=\"#8e3520\" stroke-opacity=\".55\" stroke-width=\"2\" stroke-dasharray=\"2 7\" stroke-linecap=\"round\" d=\"{path}\"/>"));
        }
    }

    fn numbers(&mut self, numbers: &[(String, Point)]) {
        for (number, point) in numbers {
            let (x, y) = self.window.place(*point);
            self.text(number, x, y + 3.0, 0.0, "font-size=\"10\" fill=\"#7d7361\"");
        }
    }

    /// A name stands along the longest straight piece of its line, if it fits there.
    fn street_names(&mut self, shapes: &[Shape]) {
        for shape in shapes.iter().filter(|shape| shape.kind.is_line() && !shape.name.is_empty()) {
            let Geometry::Lines(lines) = &shape.geometry else { continue };
            let pieces = lines.iter().flat_map(|line| line.iter().zip(line.iter().skip(1)));
            let ends = pieces.map(|(a, b)| (self.window.place(*a), self.window.place(*b)));
            let longest = ends.max_by(|one, other| length(*one).total_cmp(&length(*other)));
            let Some((a, b)) = longest else { continue };
            #[allow(clippy::cast_precision_loss)] // A name of a few letters.
            let needed = shape.name.chars().count() as f64 * 4.2;
            if length((a, b)) * 2.2 < needed {
                continue;
            }
            let angle = (b.1 - a.1).atan2(b.0 - a.0).to_degrees();
            let upright = if angle > 90.0 {
                angle - 180.0
            } else if angle < -90.0 {
                angle + 180.0
            } else {
                angle
            };
            let name = shape.name.clone();
            self.text(
                &name,
                f64::midpoint(a.0, b.0),
                f64::midpoint(a.1, b.1) + 3.5,
                upright,
                "font-size=\"11.5\" fill=\"#4b5960\" stroke=\"#fffdf8\" stroke-width=\"3\" paint-order=\"stroke\"",
            );
        }
    }

    fn district_names(&mut self, districts: &[District]) {
        for district in districts {
            let Some(middle) = district.middle() else { continue };
            let (x, y) = self.window.place(middle);
            self.text(&district.name, x, y, 0.0, "font-size=\"15\" font-weight=\"600\" fill=\"#4b5960\" fill-opacity=\".85\" stroke=\"#efe7d6\" stroke-width=\"4\" stroke-opacity=\".8\" paint-order=\"stroke\" letter-spacing=\"1\"");
        }
    }

    fn text(&mut self, words: &str, x: f64, y: f64, angle: f64, paint: &str) {
        let Window { width, height, .. } = self.window;
        if x < -AROUND || y < -AROUND || x > width + AROUND || y > height + AROUND {
            return;
        }
        let turn = if angle.abs() > 0.5 { format!(" transform=\"rotate({angle:.1} {x:.1} {y:.1})\"") } else { String::new() };
        self.put(&format!("<text x=\"{x:.1}\" y=\"{y:.1}\" text-anchor=\"middle\" {paint}{turn}>{}</text>", escaped(words)));
    }

    fn pin(&mut self, point: Point) {
        let (x, y) = self.window.place(point);
        self.put(&format!(
            "<path transform=\"translate({x:.1} {y:.1})\" d=\"M0 0C-4 -12 -15 -17 -15 -28A15 15 0 0 1 15 -28C15 -17 4 -12 0 0Z\" fill=\"#b5482a\" stroke=\"#fff\" stroke-width=\"2\"/>\
             <circle cx=\"{x:.1}\" cy=\"{:.1}\" r=\"5\" fill=\"#fff\"/>",
            y - 28.0
        ));
    }
}

fn length((a, b): ((f64, f64), (f64, f64))) -> f64 {
    (b.0 - a.0).hypot(b.1 - a.1)
}

/// How wide a street is drawn at a level, in pixels.
fn street_width(z: u8) -> f64 {
    match z {
        0..=12 => 1.0,
        13 => 1.8,
        14 => 3.0,
        15 => 5.0,
        16 => 8.0,
        17 => 12.0,
        18 => 18.0,
        _ => 26.0,
    }
}

/// Words as XML wants them.
fn escaped(words: &str) -> String {
    words.chars().fold(String::with_capacity(words.len()), |mut out, c| {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            c => out.push(c),
        }
        out
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_drawing_is_xml_whatever_the_names_are() {
        let line = vec![Point { lat: 37_980_000, lon: 13_690_000 }, Point { lat: 37_990_000, lon: 13_700_000 }];
        let scene = Scene {
            shapes: vec![Shape { kind: ShapeKind::Road, name: "Via <b> & \"C\"".into(), geometry: Geometry::Lines(vec![line]) }],
            districts: Vec::new(),
            boundary: Vec::new(),
            numbers: Vec::new(),
        };
        let middle = Point { lat: 37_985_000, lon: 13_695_000 };
        let drawn = Pen { window: Window::around(middle, 17, 800.0, 500.0), out: String::new() }.whole(&scene, Some(middle));
        assert!(drawn.contains("Via &lt;b&gt; &amp; \"C\""), "{drawn}");
        assert!(!drawn.contains("style="));
    }
}

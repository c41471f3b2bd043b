//! The grid of map tiles: the square of the web's maps (spherical Mercator, EPSG:3857), cut into 4^z tiles of 256 pixels.

use std::f64::consts::PI;

use super::Point;
use super::geometry::Corners;

/// Pixels of a tile's side.
pub const SIDE: f64 = 256.0;
/// The finest level.
pub const FINEST: u8 = 19;
/// The coarsest level that is shown.
pub const COARSEST: u8 = 9;
/// Beyond this latitude the square ends.
const HIGHEST: f64 = 85.051_128;

/// A tile.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Tile {
    /// Level: every one twice as fine.
    pub z: u8,
    /// Column from the west.
    pub x: u32,
    /// Row from the north.
    pub y: u32,
}

impl Tile {
    /// From an address; nothing for what is no tile.
    pub fn parse(z: &str, x: &str, y: &str) -> Option<Self> {
        let plain =
            |text: &str| text.bytes().all(|byte| byte.is_ascii_digit()) && !text.is_empty() && (text == "0" || !text.starts_with('0'));
        if ![z, x, y].into_iter().all(plain) {
            return None;
        }
        let (z, x, y): (u8, u32, u32) = (z.parse().ok()?, x.parse().ok()?, y.parse().ok()?);
        (z <= FINEST && x < 1 << z && y < 1 << z).then_some(Self { z, x, y })
    }

    /// Its corner in the north-west, in pixels of its level.
    pub fn origin(self) -> (f64, f64) {
        (f64::from(self.x) * SIDE, f64::from(self.y) * SIDE)
    }

    /// Its corners. Points that lie on the line between two tiles belong to the one in the north or the east: what is counted
    /// from the southern and western line on, and below the other two, is counted once.
    pub fn corners(self) -> Corners {
        let (x, y) = self.origin();
        let (north_west, south_east) = (point(self.z, x, y), point(self.z, x + SIDE, y + SIDE));
        (Point { lat: south_east.lat, lon: north_west.lon }, Point { lat: north_west.lat, lon: south_east.lon })
    }

    /// Does it show a part of the box, or what lies within its own width around it?
    pub fn meets(self, (low, high): Corners) -> bool {
        let (west, north) = pixel(self.z, Point { lat: high.lat, lon: low.lon });
        let (east, south) = pixel(self.z, Point { lat: low.lat, lon: high.lon });
        let (x, y) = self.origin();
        let around = (east - west).max(south - north).max(SIDE * 2.0);
        x + SIDE >= west - around && x <= east + around && y + SIDE >= north - around && y <= south + around
    }
}

/// Where a point lies in the square of a level, in pixels from the north-west.
pub fn pixel(z: u8, point: Point) -> (f64, f64) {
    let whole = SIDE * f64::from(1_u32 << z.min(FINEST));
    let (lat, lon) = point.degrees();
    let angle = lat.clamp(-HIGHEST, HIGHEST).to_radians();
    let x = (lon + 180.0) / 360.0 * whole;
    let y = (1.0 - (angle.tan() + 1.0 / angle.cos()).ln() / PI) / 2.0 * whole;
    (x, y)
}

/// The point at a place in the square of a level.
pub fn point(z: u8, x: f64, y: f64) -> Point {
    let whole = SIDE * f64::from(1_u32 << z.min(FINEST));
    let lon = x / whole * 360.0 - 180.0;
    let lat = (PI * (1.0 - 2.0 * y / whole)).sinh().atan().to_degrees();
    Point::from_degrees(lat.clamp(-90.0, 90.0), lon.clamp(-180.0, 180.0)).unwrap_or(Point { lat: 0, lon: 0 })
}

/// The finest level at which a box fits into so many pixels.
pub fn fitting((low, high): Corners, width: f64, height: f64) -> u8 {
    let fits = |z: u8| {
        let (west, north) = pixel(z, Point { lat: high.lat, lon: low.lon });
        let (east, south) = pixel(z, Point { lat: low.lat, lon: high.lon });
        east - west <= width && south - north <= height
    };
    (COARSEST..=17).rev().find(|z| fits(*z)).unwrap_or(COARSEST)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn a_tile_is_read_only_as_it_is_written() {
        assert_eq!(Tile::parse("15", "17630", "12661"), Some(Tile { z: 15, x: 17630, y: 12661 }));
        for (z, x, y) in [
            ("20", "0", "0"),
            ("1", "2", "0"),
            ("1", "0", "2"),
            ("-1", "0", "0"),
            ("1", "+1", "0"),
            ("01", "0", "0"),
            ("", "", ""),
            ("1", "1", "99999999999"),
        ] {
            assert_eq!(Tile::parse(z, x, y), None, "{z}/{x}/{y}");
        }
    }

    #[test]
    fn the_middle_of_the_world_is_where_four_tiles_meet() {
        assert_eq!(pixel(1, Point { lat: 0, lon: 0 }), (256.0, 256.0));
    }

    #[test]
    fn neighbours_share_their_line() {
        let (here, east, south) = (Tile { z: 14, x: 8815, y: 6330 }, Tile { z: 14, x: 8816, y: 6330 }, Tile { z: 14, x: 8815, y: 6331 });
        assert_eq!(here.corners().1.lon, east.corners().0.lon);
        assert_eq!(here.corners().0.lat, south.corners().1.lat);
    }

    proptest! {
        #[test]
        fn a_point_comes_back_from_its_pixel(lat in -80_000_000_i64..80_000_000, lon in -179_000_000_i64..179_000_000) {
            let there = Point { lat, lon };
            let (x, y) = pixel(19, there);
            prop_assert!(point(19, x, y).metres_to(there) < 1.0);
        }
    }
}

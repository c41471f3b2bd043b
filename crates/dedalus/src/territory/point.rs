//! A point on the earth, in whole millionths of a degree (WGS 84, EPSG:4326): exact in both databases, and finer than a foot.

/// Metres in a degree of latitude (mean radius of 6,371,009 m, IUGG).
const METRES_A_DEGREE: f64 = 111_195.08;

/// A point. In rows it stands as two columns, `lat` and `lon`, both in millionths of a degree.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Point {
    /// North of the equator.
    pub lat: i64,
    /// East of Greenwich.
    pub lon: i64,
}

impl Point {
    /// From degrees; nothing for what is no place on earth.
    pub fn from_degrees(lat: f64, lon: f64) -> Option<Self> {
        let sound = lat.is_finite() && lon.is_finite() && lat.abs() <= 90.0 && lon.abs() <= 180.0;
        #[allow(clippy::cast_possible_truncation)] // Bounded by the line above.
        sound.then(|| Self { lat: (lat * 1e6).round() as i64, lon: (lon * 1e6).round() as i64 })
    }

    /// From two texts as forms and feeds bring them, with a point or, as people write, a comma.
    pub fn parse(lat: &str, lon: &str) -> Option<Self> {
        let number = |text: &str| text.trim().replace(',', ".").parse::<f64>().ok();
        Self::from_degrees(number(lat)?, number(lon)?)
    }

    /// Degrees, latitude first.
    #[allow(clippy::cast_precision_loss)] // 180,000,000 is far below 2^53.
    pub fn degrees(self) -> (f64, f64) {
        (self.lat as f64 / 1e6, self.lon as f64 / 1e6)
    }

    /// Metres to another point, on a plane that touches the earth between them: within a town the error is below a thousandth.
    pub fn metres_to(self, other: Self) -> f64 {
        let ((lat, lon), (lat_2, lon_2)) = (self.degrees(), other.degrees());
        let narrow = ((lat + lat_2) / 2.0).to_radians().cos();
        (lat_2 - lat).hypot((lon_2 - lon) * narrow) * METRES_A_DEGREE
    }

    /// The corners of the square that holds every point within so many metres, south-west first: what an index can look for.
    #[allow(clippy::cast_possible_truncation)] // Bounded to the earth below.
    pub fn around(self, metres: f64) -> (Self, Self) {
        let (lat, _) = self.degrees();
        let up = metres / METRES_A_DEGREE * 1e6;
        let side = up / lat.to_radians().cos().max(0.01);
        let (up, side) = (up.ceil().clamp(0.0, 90e6) as i64, side.ceil().clamp(0.0, 180e6) as i64);
        (Self { lat: self.lat - up, lon: self.lon - side }, Self { lat: self.lat + up, lon: self.lon + side })
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn a_point_is_read_with_a_point_or_a_comma_and_only_where_the_earth_is() {
        assert_eq!(Point::parse(" 37,984700", "13.6963"), Some(Point { lat: 37_984_700, lon: 13_696_300 }));
        for (lat, lon) in [("91", "0"), ("0", "181"), ("", "1"), ("NaN", "1"), ("inf", "1"), ("37.98, 13.69", "1")] {
            assert_eq!(Point::parse(lat, lon), None, "{lat} {lon}");
        }
    }

    #[test]
    fn a_minute_of_latitude_is_a_nautical_mile() {
        let (a, b) = (Point { lat: 37_000_000, lon: 13_000_000 }, Point { lat: 37_016_667, lon: 13_000_000 });
        assert!((a.metres_to(b) - 1853.0).abs() < 2.0, "{}", a.metres_to(b));
    }

    proptest! {
        #[test]
        fn whoever_is_within_a_distance_is_within_its_square(lat in -60_000_000_i64..60_000_000, lon in -170_000_000_i64..170_000_000,
            up in -20_000_i64..20_000, side in -20_000_i64..20_000, metres in 1.0_f64..2000.0) {
            let (here, there) = (Point { lat, lon }, Point { lat: lat + up, lon: lon + side });
            let (low, high) = here.around(metres);
            if here.metres_to(there) <= metres {
                prop_assert!(low.lat <= there.lat && there.lat <= high.lat && low.lon <= there.lon && there.lon <= high.lon);
            }
        }
    }
}

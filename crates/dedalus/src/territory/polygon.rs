//! Areas on the earth: rings of points, with holes, and whether a point lies within. Whole numbers, so every answer is exact.

use super::Point;

/// An area: an outer ring and the holes in it. A ring may, but need not, end where it began.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Polygon {
    /// What bounds it.
    pub outer: Vec<Point>,
    /// What is cut out.
    pub holes: Vec<Vec<Point>>,
}

/// Where a point stands to a ring.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Place {
    Inside,
    Edge,
    Outside,
}

impl Polygon {
    /// Does the point lie in the area or on its edge? On the edge of a hole, too: whoever stands on the line is let in.
    pub fn holds(&self, point: Point) -> bool {
        place(&self.outer, point) != Place::Outside && self.holes.iter().all(|hole| place(hole, point) != Place::Inside)
    }
}

/// Do any of them hold the point?
pub fn any_holds(polygons: &[Polygon], point: Point) -> bool {
    polygons.iter().any(|polygon| polygon.holds(point))
}

/// Sides of a ring, the last back to the first point.
fn sides(ring: &[Point]) -> impl Iterator<Item = (Point, Point)> + '_ {
    ring.iter().copied().zip(ring.iter().copied().cycle().skip(1))
}

/// Casts a ray to the east and counts the sides it meets (the even-odd rule).
fn place(ring: &[Point], point: Point) -> Place {
    let mut inside = false;
    for (a, b) in sides(ring) {
        let turn = turn(a, b, point);
        if turn == 0 && between(a.lat, b.lat, point.lat) && between(a.lon, b.lon, point.lon) {
            return Place::Edge;
        }
        // Half open, so that a ray through a corner meets one of its two sides.
        if (a.lat > point.lat) != (b.lat > point.lat) && (turn > 0) == (b.lat > a.lat) {
            inside = !inside;
        }
    }
    if inside { Place::Inside } else { Place::Outside }
}

/// On which side of the line from `a` to `b` a point lies: positive on the left, zero on the line.
fn turn(a: Point, b: Point, point: Point) -> i128 {
    let wide = |value: i64| i128::from(value);
    (wide(b.lon) - wide(a.lon)) * (wide(point.lat) - wide(a.lat)) - (wide(point.lon) - wide(a.lon)) * (wide(b.lat) - wide(a.lat))
}

fn between(one: i64, other: i64, value: i64) -> bool {
    (one.min(other)..=one.max(other)).contains(&value)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn ring(points: &[(i64, i64)]) -> Vec<Point> {
        points.iter().map(|(lon, lat)| Point { lat: *lat, lon: *lon }).collect()
    }

    fn at(lon: i64, lat: i64) -> Point {
        Point { lat, lon }
    }

    #[test]
    fn a_square_with_a_hole_holds_what_it_should() {
        let area =
            Polygon { outer: ring(&[(0, 0), (10, 0), (10, 10), (0, 10), (0, 0)]), holes: vec![ring(&[(4, 4), (6, 4), (6, 6), (4, 6)])] };
        for (point, held) in [
            (at(1, 1), true),
            (at(5, 5), false),
            (at(4, 5), true),
            (at(0, 5), true),
            (at(10, 10), true),
            (at(11, 5), false),
            (at(-1, 0), false),
            (at(5, 4), true),
            (at(5, 11), false),
        ] {
            assert_eq!(area.holds(point), held, "{point:?}");
        }
        assert!(!Polygon { outer: Vec::new(), holes: Vec::new() }.holds(at(0, 0)));
    }

    #[test]
    fn a_ray_through_a_corner_counts_it_once() {
        let kite = Polygon { outer: ring(&[(0, -5), (5, 0), (0, 5), (-5, 0)]), holes: Vec::new() };
        assert!(kite.holds(at(0, 0)) && kite.holds(at(-4, 0)) && !kite.holds(at(-6, 0)) && !kite.holds(at(6, 0)));
        let notch = Polygon { outer: ring(&[(0, 0), (4, 4), (8, 0), (8, 8), (0, 8)]), holes: Vec::new() };
        assert!(!notch.holds(at(4, 2)) && notch.holds(at(4, 5)) && notch.holds(at(2, 4)) && !notch.holds(at(-1, 4)));
    }

    proptest! {
        /// A triangle holds a point exactly when the point is on the same side of all three sides.
        #[test]
        fn a_triangle_is_its_three_half_planes(points in proptest::collection::vec((-50_i64..50, -50_i64..50), 3), x in -60_i64..60, y in -60_i64..60) {
            let corners = ring(&points);
            let point = at(x, y);
            let turns: Vec<i128> = sides(&corners).map(|(a, b)| turn(a, b, point)).collect();
            let flat = turn(corners[0], corners[1], corners[2]) == 0;
            let expected = turns.iter().all(|turn| *turn >= 0) || turns.iter().all(|turn| *turn <= 0);
            let held = Polygon { outer: corners, holes: Vec::new() }.holds(point);
            prop_assert!(flat || held == expected, "{:?} {:?}", points, (x, y));
        }

        /// Going round the other way, or beginning elsewhere, changes nothing.
        #[test]
        fn a_ring_is_the_same_from_anywhere(points in proptest::collection::vec((-20_i64..20, -20_i64..20), 3..9), by in 0_usize..9, x in -22_i64..22, y in -22_i64..22) {
            let one = Polygon { outer: ring(&points), holes: Vec::new() };
            let mut other = points.clone();
            let by = by % other.len();
            other.rotate_left(by);
            other.reverse();
            let other = Polygon { outer: ring(&other), holes: Vec::new() };
            prop_assert_eq!(one.holds(at(x, y)), other.holds(at(x, y)));
        }

        /// What a hole holds the area does not, unless it stands on the hole's edge.
        #[test]
        fn a_hole_takes_away_only_from_the_area(outer in proptest::collection::vec((-20_i64..20, -20_i64..20), 3..9), hole in proptest::collection::vec((-20_i64..20, -20_i64..20), 3..6), x in -22_i64..22, y in -22_i64..22) {
            let whole = Polygon { outer: ring(&outer), holes: Vec::new() };
            let cut = Polygon { outer: ring(&outer), holes: vec![ring(&hole)] };
            let point = at(x, y);
            let taken = place(&ring(&hole), point) == Place::Inside;
            prop_assert_eq!(cut.holds(point), whole.holds(point) && !taken);
        }
    }
}

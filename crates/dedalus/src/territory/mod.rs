//! The territory: points on it, its boundary, streets and civic numbers, and the map.

mod point;

pub use point::Point;

use crate::identity::Routes;

/// Addresses of the territory.
pub fn routes() -> Routes {
    Routes::new()
}

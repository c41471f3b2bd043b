//! The territory: points on it, its boundary, streets and civic numbers, districts, and the map.
//!
//! What the town knows comes in imports (`import/`): one of each set of data is live. [`inside`] says whether a point lies in the town,
//! [`find`] and [`nearest`] turn words into addresses and points into words. A form that asks for a place has a [`PlaceField`]: it reads
//! `luogo`, `lat` and `lon`, works without script and without a map, and its module says how to put it into a page.

mod boundary;
mod district;
mod draw;
mod geometry;
mod grid;
mod holdings;
mod import;
mod jobs;
mod map_view;
mod odonym;
mod place;
mod point;
mod polygon;
mod street;
mod tiles;
mod web;

pub use boundary::{extent, inside, middle};
pub use district::{District, all as districts, name_at as district_at};
pub use geometry::{Corners, Geometry};
pub use grid::Tile;
pub use holdings::holdings;
pub use import::{Dataset, Fault, Import, Reading, export, import_now, read as read_file};
pub use jobs::{kinds, recurring};
pub use map_view::{MapElement, MapView};
pub use odonym::Civic;
pub use place::{Place, PlaceField};
pub use point::Point;
pub use polygon::Polygon;
pub use street::{Address, Near, find, nearest};
pub use web::{LAYERS, routes};

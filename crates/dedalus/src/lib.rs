//! The town.

//! Engine room.

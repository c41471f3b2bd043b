//! What the town knows of its territory comes in files: read with every fault by its line, loaded in turns, live all at once.

mod addresses;
mod dataset;
mod export;
mod load;
mod record;
mod shapes;
mod table;

pub use dataset::{Dataset, Fault, Reading, Rows, ShapeKind, read};
pub use export::export;
pub use load::{clear_gone, import_now, run_import, undo};
pub(in crate::territory) use record::live;
pub use record::{Import, NewImport, Standing, State};

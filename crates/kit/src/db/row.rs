//! Typed rows: a struct that lists its columns in the order of the select.

use crate::db::{DbError, FromValue, ValueRef};

/// One row of an answer, whichever engine gave it.
pub struct Row<'a>(pub(crate) RowKind<'a>);

pub(crate) enum RowKind<'a> {
    Sqlite(&'a rusqlite::Row<'a>),
    Postgres(&'a tokio_postgres::Row),
}

impl Row<'_> {
    /// Reads the column at a position, counted from zero.
    pub fn get<T: FromValue>(&self, column: usize) -> Result<T, DbError> {
        match self.0 {
            RowKind::Sqlite(row) => {
                let value = row.get_ref(column).map_err(|error| DbError::Shape(error.to_string()))?;
                T::from_value(sqlite_value(value)?)
            }
            RowKind::Postgres(row) => {
                let value: ValueRef<'_> = row.try_get(column).map_err(|error| DbError::Shape(error.to_string()))?;
                T::from_value(value)
            }
        }
        .map_err(|error| error.in_column(column))
    }

    /// How many columns the row has.
    pub fn width(&self) -> usize {
        match self.0 {
            RowKind::Sqlite(row) => row.as_ref().column_count(),
            RowKind::Postgres(row) => row.len(),
        }
    }
}

fn sqlite_value(value: rusqlite::types::ValueRef<'_>) -> Result<ValueRef<'_>, DbError> {
    Ok(match value {
        rusqlite::types::ValueRef::Null => ValueRef::Null,
        rusqlite::types::ValueRef::Integer(number) => ValueRef::Int(number),
        rusqlite::types::ValueRef::Real(number) => ValueRef::Real(number),
        rusqlite::types::ValueRef::Text(bytes) => {
            ValueRef::Text(std::str::from_utf8(bytes).map_err(|_| DbError::Shape("text that is not UTF-8".into()))?)
        }
        rusqlite::types::ValueRef::Blob(bytes) => ValueRef::Blob(bytes),
    })
}

/// A type that can be read from a row. [`row!`](crate::row) derives it for structs; tuples have it.
pub trait FromRow: Sized {
    /// The columns' names in order, when the type insists on them (checked in debug builds).
    const COLUMNS: Option<&'static [&'static str]> = None;
    /// Reads it.
    fn from_row(row: &Row<'_>) -> Result<Self, DbError>;
}

/// Holds a type's columns against the names that a statement gives back. Debug builds only, once a statement.
pub(crate) fn check_columns<'n, T: FromRow>(names: impl Iterator<Item = &'n str>) -> Result<(), DbError> {
    let Some(wanted) = T::COLUMNS else { return Ok(()) };
    let found: Vec<&str> = names.collect();
    if found == wanted {
        return Ok(());
    }
    Err(DbError::Shape(format!("a select gives {found:?} where {wanted:?} was expected")))
}

/// Declares a struct that is read from a row, fields in the order of the select and named like its columns.
#[macro_export]
macro_rules! row {
    ($(#[$meta:meta])* $vis:vis struct $name:ident { $($(#[$fmeta:meta])* $fvis:vis $field:ident : $kind:ty),+ $(,)? }) => {
        $(#[$meta])*
        $vis struct $name { $($(#[$fmeta])* $fvis $field: $kind),+ }
        impl $crate::db::FromRow for $name {
            const COLUMNS: Option<&'static [&'static str]> = Some(&[$(stringify!($field)),+]);
            fn from_row(row: &$crate::db::Row<'_>) -> Result<Self, $crate::db::DbError> {
                let mut column = 0..;
                Ok(Self { $($field: row.get(column.next().unwrap_or_default())?),+ })
            }
        }
    };
}

macro_rules! tuples {
    ($($($name:ident $index:tt),+;)+) => {$(
        impl<$($name: FromValue),+> FromRow for ($($name,)+) {
            fn from_row(row: &Row<'_>) -> Result<Self, DbError> {
                Ok(($(row.get::<$name>($index)?,)+))
            }
        }
    )+};
}
tuples! {
    A 0;
    A 0, B 1;
    A 0, B 1, C 2;
    A 0, B 1, C 2, D 3;
    A 0, B 1, C 2, D 3, E 4;
    A 0, B 1, C 2, D 3, E 4, F 5;
    A 0, B 1, C 2, D 3, E 4, F 5, G 6;
    A 0, B 1, C 2, D 3, E 4, F 5, G 6, H 7;
}

/// A row of unknown shape, read whole: for copying and for dumps.
pub struct Loose(pub Vec<crate::db::Value>);

impl FromRow for Loose {
    fn from_row(row: &Row<'_>) -> Result<Self, DbError> {
        (0..row.width()).map(|column| row.get(column)).collect::<Result<_, _>>().map(Self)
    }
}

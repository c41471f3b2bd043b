//! What goes into a statement and what comes out of a row: five kinds, the same on both engines.

use crate::clock::Time;
use crate::db::DbError;

/// A value bound to `$n`.
#[derive(Debug, Clone, PartialEq)]
pub enum Value {
    /// SQL NULL.
    Null,
    /// A 64-bit integer; booleans are 0 and 1, times are microseconds.
    Int(i64),
    /// A double.
    Real(f64),
    /// Text without NUL bytes (refused at the edge: PostgreSQL cannot hold them).
    Text(String),
    /// Bytes.
    Blob(Vec<u8>),
}

/// A value as it lies in a row, borrowed.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum ValueRef<'a> {
    /// SQL NULL.
    Null,
    /// An integer.
    Int(i64),
    /// A double.
    Real(f64),
    /// Text.
    Text(&'a str),
    /// Bytes.
    Blob(&'a [u8]),
}

impl ValueRef<'_> {
    /// An owned copy.
    pub fn to_owned(self) -> Value {
        match self {
            Self::Null => Value::Null,
            Self::Int(number) => Value::Int(number),
            Self::Real(number) => Value::Real(number),
            Self::Text(text) => Value::Text(text.to_owned()),
            Self::Blob(bytes) => Value::Blob(bytes.to_owned()),
        }
    }
}

/// The arguments of a statement: `args![id, name, now]`.
#[macro_export]
macro_rules! args {
    ($($value:expr),* $(,)?) => { vec![$($crate::db::Value::from($value)),*] };
}

macro_rules! from_int {
    ($($kind:ty),+) => {$(
        impl From<$kind> for Value {
            fn from(number: $kind) -> Self { Self::Int(i64::from(number)) }
        }
    )+};
}
from_int!(i64, i32, u32, i16, u16, u8, bool);

impl From<f64> for Value {
    fn from(number: f64) -> Self {
        Self::Real(number)
    }
}
impl From<&str> for Value {
    fn from(text: &str) -> Self {
        Self::Text(text.to_owned())
    }
}
impl From<&String> for Value {
    fn from(text: &String) -> Self {
        Self::Text(text.clone())
    }
}
impl From<String> for Value {
    fn from(text: String) -> Self {
        Self::Text(text)
    }
}
impl From<Vec<u8>> for Value {
    fn from(bytes: Vec<u8>) -> Self {
        Self::Blob(bytes)
    }
}
impl From<&[u8]> for Value {
    fn from(bytes: &[u8]) -> Self {
        Self::Blob(bytes.to_vec())
    }
}
impl From<Time> for Value {
    fn from(time: Time) -> Self {
        Self::Int(time.micros())
    }
}
impl<T: Into<Self>> From<Option<T>> for Value {
    fn from(maybe: Option<T>) -> Self {
        maybe.map_or(Self::Null, Into::into)
    }
}

/// What `run` says to a statement that answers with rows.
pub(super) const GIVES_ROWS: &str = "a statement that gives rows must be asked with all, one or maybe";

/// Too many or too few arguments.
pub(super) fn wrong_count(wanted: usize, given: usize) -> DbError {
    DbError::Sql(format!("{wanted} values are wanted, {given} were given"))
}

/// Refuses what one of the engines would refuse, or would take for something else: NUL bytes in text, and doubles
/// that are not a number. Forms refuse both first; this is the net below them.
pub(super) fn check_values(args: &[Value]) -> Result<(), DbError> {
    for (index, value) in args.iter().enumerate() {
        let fault = match value {
            Value::Text(text) if memchr::memchr(0, text.as_bytes()).is_some() => "text with a NUL byte",
            Value::Real(number) if number.is_nan() => "a double that is not a number",
            _ => continue,
        };
        return Err(DbError::Shape(format!("${} is {fault}, which cannot be stored", index + 1)));
    }
    Ok(())
}

/// A type that can be read from one column.
pub trait FromValue: Sized {
    /// Reads it, or says what was found instead.
    fn from_value(value: ValueRef<'_>) -> Result<Self, DbError>;
}

fn wrong<T>(wanted: &'static str, found: ValueRef<'_>) -> Result<T, DbError> {
    let found = match found {
        ValueRef::Null => "null",
        ValueRef::Int(_) => "an integer",
        ValueRef::Real(_) => "a double",
        ValueRef::Text(_) => "text",
        ValueRef::Blob(_) => "bytes",
    };
    Err(DbError::Shape(format!("a column holds {found} where {wanted} was expected")))
}

impl FromValue for i64 {
    fn from_value(value: ValueRef<'_>) -> Result<Self, DbError> {
        match value {
            ValueRef::Int(number) => Ok(number),
            other => wrong("an integer", other),
        }
    }
}

macro_rules! narrow {
    ($($kind:ty),+) => {$(
        impl FromValue for $kind {
            fn from_value(value: ValueRef<'_>) -> Result<Self, DbError> {
                let number = i64::from_value(value)?;
                <$kind>::try_from(number).map_err(|_| DbError::Shape(format!("{number} does not fit {}", stringify!($kind))))
            }
        }
    )+};
}
narrow!(i32, i16, u32, u16, u8, u64, usize);

impl FromValue for bool {
    fn from_value(value: ValueRef<'_>) -> Result<Self, DbError> {
        i64::from_value(value).map(|number| number != 0)
    }
}
impl FromValue for f64 {
    fn from_value(value: ValueRef<'_>) -> Result<Self, DbError> {
        match value {
            ValueRef::Real(number) => Ok(number),
            other => wrong("a double", other),
        }
    }
}
impl FromValue for String {
    fn from_value(value: ValueRef<'_>) -> Result<Self, DbError> {
        match value {
            ValueRef::Text(text) => Ok(text.to_owned()),
            other => wrong("text", other),
        }
    }
}
impl FromValue for Vec<u8> {
    fn from_value(value: ValueRef<'_>) -> Result<Self, DbError> {
        match value {
            ValueRef::Blob(bytes) => Ok(bytes.to_owned()),
            other => wrong("bytes", other),
        }
    }
}
impl FromValue for Time {
    fn from_value(value: ValueRef<'_>) -> Result<Self, DbError> {
        i64::from_value(value).map(Self::from_micros)
    }
}
impl FromValue for Value {
    fn from_value(value: ValueRef<'_>) -> Result<Self, DbError> {
        Ok(value.to_owned())
    }
}
impl<T: FromValue> FromValue for Option<T> {
    fn from_value(value: ValueRef<'_>) -> Result<Self, DbError> {
        match value {
            ValueRef::Null => Ok(None),
            present => T::from_value(present).map(Some),
        }
    }
}

/// Gives an enum its words in the database and back: `words!(Role { Operator = "operator", … })`.
/// An unknown word is an error that names it.
#[macro_export]
macro_rules! words {
    ($name:ident { $($variant:ident = $word:literal),+ $(,)? }) => {
        impl $name {
            /// Every variant, in order.
            pub const ALL: &'static [Self] = &[$(Self::$variant),+];
            /// The word that the database, forms and addresses use.
            pub const fn word(self) -> &'static str {
                match self { $(Self::$variant => $word),+ }
            }
            /// The variant of a word.
            pub fn from_word(word: &str) -> Option<Self> {
                match word { $($word => Some(Self::$variant),)+ _ => None }
            }
        }
        impl From<$name> for $crate::db::Value {
            fn from(value: $name) -> Self { Self::Text(value.word().to_owned()) }
        }
        impl $crate::db::FromValue for $name {
            fn from_value(value: $crate::db::ValueRef<'_>) -> Result<Self, $crate::db::DbError> {
                let word = String::from_value(value)?;
                Self::from_word(&word).ok_or_else(|| $crate::db::DbError::Shape(
                    format!("unknown {}: {word}", stringify!($name))))
            }
        }
    };
}

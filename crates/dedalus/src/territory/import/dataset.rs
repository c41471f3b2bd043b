//! The sets of data a town can import, and what reading a file gives.

use kit::text::clean_line;

use super::addresses::{self, AddressRow};
use super::shapes::{self, ShapeRow};

/// A set of data. An import replaces the whole of one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Dataset {
    /// Where the town ends.
    Boundary,
    /// Its districts.
    Districts,
    /// What the plain map is drawn from: sea, green, streets.
    Base,
    /// Streets and civic numbers.
    Addresses,
}
kit::words!(Dataset { Boundary = "confine", Districts = "quartieri", Base = "disegno", Addresses = "indirizzi" });

impl Dataset {
    /// Key of its name in the language files.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Boundary => "territory-boundary",
            Self::Districts => "territory-districts",
            Self::Base => "territory-base",
            Self::Addresses => "territory-addresses",
        }
    }

    /// Key of the sentence that says what it is for.
    pub const fn about(self) -> &'static str {
        match self {
            Self::Boundary => "territory-boundary-about",
            Self::Districts => "territory-districts-about",
            Self::Base => "territory-base-about",
            Self::Addresses => "territory-addresses-about",
        }
    }

    /// Key of the sentence that says how its file is made.
    pub const fn format(self) -> &'static str {
        match self {
            Self::Boundary => "territory-boundary-format",
            Self::Districts => "territory-districts-format",
            Self::Base => "territory-base-format",
            Self::Addresses => "territory-addresses-format",
        }
    }
}

/// What a shape is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ShapeKind {
    /// Within the town's boundary.
    Boundary,
    /// A district.
    District,
    /// Sea, lakes.
    Sea,
    /// Parks, woods, fields.
    Green,
    /// Moles and quays.
    Harbour,
    /// A railway.
    Rail,
    /// A street one passes through.
    Road,
    /// Any other street.
    Lane,
}
kit::words!(ShapeKind {
    Boundary = "confine", District = "quartiere", Sea = "mare", Green = "verde", Harbour = "porto", Rail = "ferrovia", Road = "strada", Lane = "vicolo",
});

impl ShapeKind {
    /// May the plain map be drawn with it?
    pub const fn is_base(self) -> bool {
        !matches!(self, Self::Boundary | Self::District)
    }

    /// Is it a line?
    pub const fn is_line(self) -> bool {
        matches!(self, Self::Rail | Self::Road | Self::Lane)
    }
}

/// What is wrong in a file, and where.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fault {
    /// Line of a table, or number of a feature, from 1; 0 for the whole file.
    pub line: usize,
    /// Key of the sentence.
    pub key: &'static str,
    /// What was found there; shortened.
    pub value: String,
}

impl Fault {
    /// A fault with what was found.
    pub fn new(line: usize, key: &'static str, value: &str) -> Self {
        let short: String = clean_line(value).chars().take(60).collect();
        Self { line, key, value: short }
    }
}

/// The rows of a file.
#[derive(Debug, Clone)]
pub enum Rows {
    /// Areas and lines.
    Shapes(Vec<ShapeRow>),
    /// Streets and civic numbers.
    Addresses(Vec<AddressRow>),
}

impl Rows {
    /// How many.
    pub fn len(&self) -> usize {
        match self {
            Self::Shapes(rows) => rows.len(),
            Self::Addresses(rows) => rows.len(),
        }
    }

    /// None at all?
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }
}

/// A file, read whole.
#[derive(Debug, Clone)]
pub struct Reading {
    /// Its rows; to be imported only when there is no fault.
    pub rows: Rows,
    /// What is wrong.
    pub faults: Vec<Fault>,
    /// Rows that repeat an address; the first of each is kept.
    pub repeated: usize,
}

/// Faults that are kept; a file of another kind has one in every line.
pub const FAULTS_KEPT: usize = 200;

/// Reads a file for a set of data.
pub fn read(dataset: Dataset, bytes: &[u8]) -> Reading {
    let mut reading = match dataset {
        Dataset::Addresses => addresses::read(bytes),
        _ => shapes::read(dataset, bytes),
    };
    if reading.rows.is_empty() && reading.faults.is_empty() {
        reading.faults.push(Fault::new(0, "error-territory-empty", ""));
    }
    reading
}

/// Bytes as text: UTF-8, with or without its mark, or else Windows-1252's letters, which older programs of town halls write.
pub fn text(bytes: &[u8]) -> String {
    let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    match std::str::from_utf8(bytes) {
        Ok(text) => text.to_owned(),
        Err(_) => bytes.iter().map(|byte| char::from(*byte)).collect(),
    }
}

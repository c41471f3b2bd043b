//! What may be shown on the map of the town: each domain has its layers, and the roof collects them. A layer is also a list, for whoever
//! reads without a map.

/// A layer of the map.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct MapLayer {
    /// Its word in addresses and in the page: `quartieri`.
    pub word: &'static str,
    /// Key of its name in the language files.
    pub name: &'static str,
    /// Where its features are: GeoJSON (RFC 7946), each with the properties `nome` and, where it has a page, `pagina`.
    pub geojson: &'static str,
    /// The same as a page to read.
    pub list: &'static str,
    /// Is it shown from the beginning?
    pub shown: bool,
}

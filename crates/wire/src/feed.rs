//! Stub.
#![allow(missing_docs)]
pub struct Item;
pub struct Feed {
    pub title: String,
    pub description: String,
    pub link: String,
    pub address: String,
    pub language: String,
    pub items: Vec<Item>,
}
impl Feed {
    pub fn rss(&self) -> String {
        String::new()
    }
    pub fn atom(&self) -> String {
        String::new()
    }
    pub fn json(&self) -> String {
        String::new()
    }
}

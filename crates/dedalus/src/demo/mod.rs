//! Stub.
#![allow(missing_docs)]
use crate::shell::App;
pub async fn fill(_: &App, _: impl Fn(&str)) -> kit::Result<String> {
    Ok(String::new())
}
pub async fn scale(_: &App, _: u64, _: impl Fn(&str)) -> kit::Result<()> {
    Ok(())
}

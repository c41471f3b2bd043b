//! Tiles of the map: fetched from an address of the town's choice, kept for a while, looked at before they are handed on.

use std::time::Duration;

use bytes::Bytes;
use http::header;

use super::grid::Tile;
use crate::shell::App;

/// Bytes a tile may have.
const LARGEST: usize = 512 * 1024;
/// Pixels of its side at the most.
const WIDEST: u32 = 1024;

/// A picture of a tile.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Picture {
    /// Its bytes.
    pub bytes: Bytes,
    /// What they are, by their own first bytes.
    pub kind: &'static str,
}

impl Picture {
    /// A picture that browsers show and that has a tile's size; nothing for anything else, whatever its sender called it.
    fn of(bytes: Bytes) -> Option<Self> {
        let sound = bytes.len() <= LARGEST;
        kind_of(&bytes).filter(|_| sound).map(|kind| Self { bytes, kind })
    }
}

fn kind_of(bytes: &[u8]) -> Option<&'static str> {
    if bytes.starts_with(b"\x89PNG\r\n\x1a\n") {
        // The first chunk is the header: width and height (PNG §11.2.2).
        let side = |at: usize| bytes.get(at..at + 4).and_then(|four| four.try_into().ok()).map(u32::from_be_bytes);
        let fits = |side: Option<u32>| side.is_some_and(|side| (1..=WIDEST).contains(&side));
        return (bytes.get(12..16) == Some(b"IHDR") && fits(side(16)) && fits(side(20))).then_some("image/png");
    }
    if bytes.starts_with(b"\xff\xd8\xff") {
        return Some("image/jpeg");
    }
    (bytes.starts_with(b"RIFF") && bytes.get(8..12) == Some(b"WEBP")).then_some("image/webp")
}

/// The address of a tile from its pattern.
fn address(pattern: &str, tile: Tile) -> String {
    pattern.replace("{z}", &tile.z.to_string()).replace("{x}", &tile.x.to_string()).replace("{y}", &tile.y.to_string())
}

/// A tile of the configured map: the kept one while it is young, else a new one; while its server is away the old one does. None when
/// there is none. `ask` is called before a call goes out, and may forbid it.
pub async fn picture(app: &App, tile: Tile, ask: impl FnOnce() -> kit::Result<()>) -> kit::Result<Option<Picture>> {
    let address = address(&app.config.map.tiles, tile);
    let young = Duration::from_secs(u64::from(app.config.map.days) * 24 * 3600);
    if let Some(kept) = kept(app, &address).await
        && kept.1 < young
    {
        return Ok(Some(kept.0));
    }
    let _lane = app.tiles.lane(&address).await;
    // Whoever waited behind another finds what that one fetched.
    let old = kept(app, &address).await;
    match old {
        Some((picture, age)) if age < young => return Ok(Some(picture)),
        _ => ask()?,
    }
    let Some(picture) = fetch(app, &address).await else { return Ok(old.map(|(picture, _)| picture)) };
    app.tiles.put(&address, picture.bytes.clone()).await?;
    Ok(Some(picture))
}

async fn kept(app: &App, address: &str) -> Option<(Picture, Duration)> {
    let kept = app.tiles.get(address).await?;
    Some((Picture::of(kept.bytes)?, kept.age))
}

async fn fetch(app: &App, address: &str) -> Option<Picture> {
    let call = http::Request::builder().uri(address).header(header::ACCEPT, "image/png, image/webp, image/jpeg").body(Vec::new()).ok()?;
    let answer = match app.outbound.send(call).await {
        Ok(answer) => answer,
        Err(why) => {
            tracing::warn!(%why, "no tile of the map");
            return None;
        }
    };
    let status = answer.status();
    let picture = Picture::of(Bytes::from(answer.into_body())).filter(|_| status.is_success());
    if picture.is_none() {
        tracing::warn!(%status, "what came from the tiles' address is no tile");
    }
    picture
}

#[cfg(test)]
mod tests {
    use super::*;

    fn png(side: u32) -> Vec<u8> {
        let mut bytes = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR".to_vec();
        bytes.extend(side.to_be_bytes());
        bytes.extend(side.to_be_bytes());
        bytes
    }

    #[test]
    fn a_tile_is_what_its_bytes_say() {
        assert_eq!(kind_of(&png(256)), Some("image/png"));
        assert_eq!(kind_of(b"\xff\xd8\xff\xe0"), Some("image/jpeg"));
        assert_eq!(kind_of(b"RIFF\0\0\0\0WEBPVP8 "), Some("image/webp"));
        for odd in
            [b"<svg xmlns".to_vec(), b"<html>".to_vec(), Vec::new(), png(60_000), png(0), b"\x89PNG\r\n\x1a\n".to_vec(), b"GIF89a".to_vec()]
        {
            assert_eq!(kind_of(&odd), None, "{odd:?}");
        }
        assert_eq!(Picture::of(Bytes::from([png(256), vec![0; LARGEST]].concat())), None);
    }

    #[test]
    fn an_address_is_made_from_its_pattern() {
        let tile = Tile { z: 15, x: 17630, y: 12661 };
        assert_eq!(address("https://t.example/{z}/{x}/{y}.png?k=1", tile), "https://t.example/15/17630/12661.png?k=1");
    }
}

//! What programs read of the town: robots.txt, the site map, security.txt, the manifest, oEmbed, and pieces for other sites.

mod embed;
mod manifest;
mod oembed;
mod sitemap;
mod wellknown;

use crate::identity::{Act, Routes};

/// Addresses for programs.
pub fn routes() -> Routes {
    Routes::new()
        .get("/robots.txt", Act::Read, wellknown::robots)
        .get("/.well-known/security.txt", Act::Read, wellknown::security)
        .get("/manifest.webmanifest", Act::Read, manifest::show)
        .get("/sitemap.xml", Act::Read, sitemap::index)
        .get("/sitemap/luoghi-fissi.xml", Act::Read, sitemap::fixed)
        .get("/sitemap/{month}", Act::Read, sitemap::month)
        .get("/oembed", Act::Read, oembed::show)
        .get("/embed", Act::Read, embed::shelf)
        .get("/embed/novita", Act::Read, embed::news)
        .get("/embed/pagine/{handle}", Act::Read, embed::voice)
        .get("/embed/post/{id}", Act::Read, embed::post)
        .get("/embed/dedalus.js", Act::Read, embed::script)
        .get("/embed/altezza.js", Act::Read, embed::height)
}

//! /sitemap.xml — every public address, for search engines (sitemaps.org 0.9): one map a month of posts, one of what stays.

use axum::extract::Path;
use axum::response::{IntoResponse, Response};
use http::{HeaderValue, header};
use jiff::civil::Date;
use kit::clock::Time;
use kit::{Error, Result};

use crate::desk::service;
use crate::identity::{Office, Page, Viewer};
use crate::shell::{App, Keep};
use crate::social;

/// The most addresses of one map.
const MOST: i64 = 50_000;
/// The most communities in the map of what stays.
const SOME: i64 = 10_000;
/// Addresses that are always there.
const FIXED: &[&str] = &[
    "/",
    "/piazza",
    "/novita",
    "/conversazioni",
    "/pagine",
    "/comunita",
    "/argomenti",
    "/uffici",
    "/servizi",
    "/servizi/guida",
    "/mappa",
    "/mappa/quartieri",
    "/segnalazioni",
    "/prenotazioni",
    "/regole",
    "/moderazione",
    "/privacy",
    "/accessibilita",
    "/note-legali",
    "/domande-frequenti",
];

fn xml(body: String) -> Response {
    let mut response = format!("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n{body}\n").into_response();
    response.headers_mut().insert(header::CONTENT_TYPE, HeaderValue::from_static("application/xml; charset=utf-8"));
    response
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;")
}

fn row(app: &App, path: &str, changed: Option<Time>) -> String {
    let day = changed.map(|at| format!("<lastmod>{}</lastmod>", at.zoned(&app.zone).date())).unwrap_or_default();
    format!("<url><loc>{}</loc>{day}</url>", escaped(&app.absolute(path)))
}

fn urlset(rows: &[String]) -> Response {
    xml(format!("<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">{}</urlset>", rows.concat()))
}

/// The months from the first post to now, as `2028-02`.
fn months(first: Date, last: Date) -> Vec<String> {
    let mut months = Vec::new();
    let mut month = first.first_of_month();
    while month <= last {
        months.push(month.strftime("%Y-%m").to_string());
        let Ok(next) = month.checked_add(jiff::Span::new().months(1)) else { break };
        month = next;
    }
    months
}

/// GET /sitemap.xml — the maps.
pub async fn index(app: App) -> Result<Response> {
    let today = app.now().zoned(&app.zone).date();
    let first = social::first_post(&app.db).await?.map(|at| at.zoned(&app.zone).date());
    let mut maps = vec![app.absolute("/sitemap/luoghi-fissi.xml")];
    maps.extend(
        first.map(|first| months(first, today)).unwrap_or_default().iter().map(|month| app.absolute(&format!("/sitemap/{month}.xml"))),
    );
    let rows: Vec<String> = maps.iter().map(|map| format!("<sitemap><loc>{}</loc></sitemap>", escaped(map))).collect();
    let answer = xml(format!("<sitemapindex xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">{}</sitemapindex>", rows.concat()));
    let midnight = kit::i18n::dates::next_midnight(app.now(), &app.zone);
    Ok(Keep::of(["square", "town"]).until(Some(midnight)).on(answer))
}

/// GET /sitemap/luoghi-fissi.xml — pages, offices and communities that anybody finds, and what is always there.
pub async fn fixed(app: App) -> Result<Response> {
    let (nobody, all) = (Viewer::nobody(), social::CommunityFilter::default());
    let (pages, offices, communities, services) = tokio::try_join!(
        Page::all(&app.db),
        Office::all(&app.db),
        social::CommunityRow::discover(&app.db, &nobody, &all, SOME),
        service::addresses(&app.db),
    )?;
    let mut rows: Vec<String> = FIXED.iter().map(|path| row(&app, path, None)).collect();
    rows.extend(pages.iter().map(|page| row(&app, &page.path(), None)));
    rows.extend(offices.iter().map(|office| row(&app, &format!("/uffici/{}", office.slug), None)));
    rows.extend(communities.iter().map(|community| row(&app, &community.path(), community.last_post_at)));
    rows.extend(services.iter().map(|(path, since)| row(&app, path, Some(*since))));
    Ok(Keep::of(["pages", "offices", "communities", service::SERVICES]).on(urlset(&rows)))
}

/// GET /sitemap/{month}.xml — what was published in a month and everybody may read.
pub async fn month(app: App, Path(name): Path<String>) -> Result<Response> {
    let day = name.strip_suffix(".xml").and_then(|month| format!("{month}-01").parse::<Date>().ok()).ok_or(Error::NotFound)?;
    let next = day.checked_add(jiff::Span::new().months(1)).map_err(|_| Error::NotFound)?;
    let (from, until) = (Time::start_of(day, &app.zone), Time::start_of(next, &app.zone));
    let posts = social::published_between(&app.db, from, until, MOST).await?;
    let rows: Vec<String> = posts.iter().map(|post| row(&app, &format!("/post/{}", post.id), Some(post.changed_at))).collect();
    Ok(Keep::of(["square", "town"]).on(urlset(&rows)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_month_has_its_map_over_the_end_of_a_year() {
        let date = |text: &str| text.parse::<Date>().unwrap();
        assert_eq!(months(date("2027-11-30"), date("2028-02-01")), ["2027-11", "2027-12", "2028-01", "2028-02"]);
        assert_eq!(months(date("2028-02-29"), date("2028-02-29")), ["2028-02"]);
    }

    #[test]
    fn an_address_cannot_leave_its_element() {
        assert_eq!(escaped("a?b&c<d>"), "a?b&amp;c&lt;d&gt;");
    }
}

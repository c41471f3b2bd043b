//! The page-clarity widget of the national model: one to five stars, one reason, 200 characters, no name.

use axum::response::Response;
use kit::db::{Db, containing};
use kit::rate::Key;
use kit::{Error, Result, args};

use crate::identity::{Act, Routes, Viewer};
use crate::shell::{App, Form, Frame, safe_return, see};

/// Addresses of quality.
pub fn routes() -> Routes {
    Routes::new().post("/chiarezza", Act::Opine, create)
}

/// POST /chiarezza — one opinion a page, address and day; a second one replaces the first, so a double click counts once.
async fn create(app: App, frame: Frame, viewer: Viewer, form: Form) -> Result<Response> {
    app.limiter.take("feedback", Key::address(viewer.address))?;
    let path = safe_return(Some(&form.line("pagina")));
    let path = path.split(['?', '#']).next().unwrap_or("/").to_owned();
    let stars = form.line("chiarezza").parse::<i64>().ok().filter(|stars| (1..=5).contains(stars));
    let Some(stars) = stars else { return Err(Error::field("chiarezza", "error-clarity")) };
    let answer = form.line(if stars >= 4 { "pos" } else { "neg" }).parse::<i64>().ok().filter(|answer| (1..=5).contains(answer));
    let detail: String = form.text("testo").chars().take(200).collect();
    let day = app.now().zoned(&app.zone).date().to_string();
    // The address is only used to tell two opinions of one day apart, and never kept: the key is a keyed hash.
    let mac = app.secret.mac("clarity", format!("{day}\n{path}\n{}", viewer.address).as_bytes());
    let once: String = mac.iter().map(|byte| format!("{byte:02x}")).collect();
    app.db
        .write(async |tx| {
            let now = tx.now();
            tx.run(
                "insert into clarity (id, path, stars, answer, detail, language, created_on, once_key) values ($1, $2, $3, $4, $5, $6, $7, $8)
                 on conflict (once_key) do update set stars = excluded.stars, answer = excluded.answer, detail = excluded.detail",
                args![kit::ids::next(now), &path, stars, answer, &detail, frame.lang, &day, &once],
            )
            .await?;
            Ok(())
        })
        .await?;
    see(&path, Some("toast-clarity"))
}

kit::row! {
    /// What people said of one page.
    #[derive(Debug, Clone)]
    pub struct ClaritySummary {
        /// The page's path.
        pub path: String,
        /// How many opinions.
        pub opinions: i64,
        /// Sum of stars: the mean is this over the opinions, kept as integers.
        pub stars: i64,
        /// When the last one came, as its number.
        pub last_id: i64,
    }
}

impl ClaritySummary {
    /// The mean with one digit, rounded half up, in integers: `4,3`.
    pub fn mean(&self) -> String {
        let tenths = (self.stars * 20 + self.opinions) / (2 * self.opinions.max(1));
        format!("{},{}", tenths / 10, tenths % 10)
    }
}

/// Pages by the number of opinions.
pub async fn summary(db: &Db, limit: i64) -> Result<Vec<ClaritySummary>> {
    Ok(db
        .all(
            "select path, count(*) as opinions, cast(sum(stars) as bigint) as stars, max(id) as last_id from clarity
              group by path order by opinions desc, path limit $1",
            args![limit],
        )
        .await?)
}

/// All opinions together.
pub async fn total(db: &Db) -> Result<ClaritySummary> {
    Ok(db
        .one(
            "select '' as path, count(*) as opinions, cast(coalesce(sum(stars), 0) as bigint) as stars, coalesce(max(id), 0) as last_id
               from clarity",
            vec![],
        )
        .await?)
}

/// Pages whose path contains a text, those with the newest opinion first, after the one with this newest opinion.
pub async fn by_page(db: &Db, text: Option<&str>, after: Option<i64>, limit: i64) -> Result<Vec<ClaritySummary>> {
    Ok(db
        .all(
            "select path, count(*) as opinions, cast(sum(stars) as bigint) as stars, max(id) as last_id from clarity
              where cast($1 as text) is null or path like $1 escape '\\'
              group by path having max(id) < $2 order by last_id desc limit $3",
            args![text.map(containing), after.unwrap_or(i64::MAX), limit],
        )
        .await?)
}

kit::row! {
    /// One opinion with words.
    #[derive(Debug, Clone)]
    pub struct ClarityRow {
        /// Number.
        pub id: i64,
        /// The page.
        pub path: String,
        /// Stars.
        pub stars: i64,
        /// The reason chosen.
        pub answer: Option<i64>,
        /// The words.
        pub detail: String,
        /// The day.
        pub created_on: String,
    }
}

impl ClarityRow {
    /// Key of the reason's sentence.
    pub fn answer_key(&self) -> Option<&'static str> {
        const POSITIVE: [&str; 5] = ["clarity-pos-1", "clarity-pos-2", "clarity-pos-3", "clarity-pos-4", "clarity-pos-5"];
        const NEGATIVE: [&str; 5] = ["clarity-neg-1", "clarity-neg-2", "clarity-neg-3", "clarity-neg-4", "clarity-neg-5"];
        let answers = if self.stars >= 4 { POSITIVE } else { NEGATIVE };
        self.answer.and_then(|answer| usize::try_from(answer - 1).ok()).and_then(|index| answers.get(index).copied())
    }
}

/// What a list of opinions is narrowed to.
#[derive(Debug, Clone, Default)]
pub struct OpinionFilter {
    /// Part of the words or of the path.
    pub text: Option<String>,
    /// Only of this page.
    pub path: Option<String>,
    /// Only with so many stars.
    pub stars: Option<i64>,
    /// Only those with words.
    pub worded: bool,
    /// Only those before this one.
    pub before: Option<i64>,
}

/// Opinions that pass a filter, newest first.
pub async fn opinions(db: &Db, filter: &OpinionFilter, limit: i64) -> Result<Vec<ClarityRow>> {
    let text = filter.text.as_ref().map(|text| containing(&text.to_lowercase()));
    Ok(db
        .all(
            "select id, path, stars, answer, detail, created_on from clarity
              where id < $1 and (cast($2 as text) is null or lower(detail) like $2 escape '\\' or path like $2 escape '\\')
                and (cast($3 as text) is null or path = $3) and (cast($4 as bigint) is null or stars = $4)
                and (cast($5 as bigint) = 0 or detail <> '')
              order by id desc limit $6",
            args![filter.before.unwrap_or(i64::MAX), text, filter.path.clone(), filter.stars, filter.worded, limit],
        )
        .await?)
}

/// The newest opinions with words, before one.
pub async fn latest(db: &Db, before: Option<i64>, limit: i64) -> Result<Vec<ClarityRow>> {
    Ok(db
        .all(
            "select id, path, stars, answer, detail, created_on from clarity where id < $1 order by id desc limit $2",
            args![before.unwrap_or(i64::MAX), limit],
        )
        .await?)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_mean_is_rounded_in_integers() {
        let mean = |stars, opinions| ClaritySummary { path: String::new(), opinions, stars, last_id: 0 }.mean();
        assert_eq!(mean(13, 3), "4,3");
        assert_eq!(mean(5, 1), "5,0");
        assert_eq!(mean(7, 2), "3,5");
        assert_eq!(mean(0, 0), "0,0");
    }
}

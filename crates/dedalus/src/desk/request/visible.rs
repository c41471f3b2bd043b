//! What somebody may read of requests: default deny. Every list, page, feed, file and count of the public side asks one of these
//! conditions; the office reads its own through [`in_offices`].

/// What every public list of requests depends on.
pub const TAG: &str = "requests";

/// The subject of one request's pages.
pub fn tag(number: &str) -> String {
    format!("request:{number}")
}

/// The condition for rows of `request r` that anybody may read.
pub const TO_ALL: &str = "r.private = 0 and r.hidden_at is null";

/// The same condition, written so that no index by privacy is taken: the map reads the one by place (SQLite, "The Query Optimizer
/// Overview" § 8).
pub const TO_ALL_BY_PLACE: &str = "+r.private = 0 and r.hidden_at is null";

/// The condition for rows of `request r` and the viewer whose number is the argument `$place`; for nobody that argument is null.
pub fn visible(place: usize) -> String {
    let viewer = format!("cast(${place} as bigint)");
    format!(
        "(({TO_ALL}) or r.author_id = {viewer}
          or exists (select 1 from request_receipt m where m.request_id = r.id and m.person_id = {viewer}))"
    )
}

/// The condition for rows of `request r` that belong to so many offices, from argument `$first` on.
pub fn in_offices(first: usize, count: usize) -> String {
    if count == 0 { "1 = 0".to_owned() } else { format!("r.office_id in ({})", kit::db::places(first, count)) }
}

//! What the town shows, beside what the model says.

use kit::args;

use super::model::Who;
use super::town::Town;
use crate::support::{Dice, unescape};

/// Requests whose pages are looked at.
const PAGES: usize = 6;
/// Items of the feed.
const FEED: usize = 30;

pub async fn faults(town: &Town<'_>, dice: &mut Dice) -> Vec<String> {
    let mut faults = Vec::new();
    lists(town, &mut faults).await;
    for _ in 0..PAGES {
        let at = town.any(dice);
        for who in [None, Some(0), Some(1)] {
            page(town, at, who, &mut faults).await;
        }
    }
    for _ in 0..PAGES {
        receipt(town, town.any_receipt(dice), &mut faults).await;
    }
    rows(town, &mut faults).await;
    faults
}

/// Everything that must not be read by everybody stands in none of the lists; everything else in those that are complete.
async fn lists(town: &Town<'_>, faults: &mut Vec<String>) {
    let world = &town.world;
    let public: Vec<usize> = (0..world.requests.len()).rev().filter(|at| world.is_public(*at)).collect();
    for path in ["/segnalazioni", "/segnalazioni.csv", "/segnalazioni/feed.rss", "/segnalazioni.geojson"] {
        let text = unescape(&town.nobody.get(path).await.is(200).text);
        for (at, request) in world.requests.iter().enumerate() {
            let there = [&request.title, &request.body].into_iter().any(|words| text.contains(words.as_str()));
            if there && !world.is_public(at) {
                faults.push(format!("{} stands in {path}", request.number));
            }
            let complete = path != "/segnalazioni.geojson" && public.iter().take(FEED).any(|one| *one == at);
            if complete && !text.contains(&request.title) {
                faults.push(format!("{} is missing in {path}", request.number));
            }
        }
    }
    for (office, officer) in town.officers.iter().enumerate() {
        let text = unescape(&officer.get("/segreteria/richieste.csv").await.is(200).text);
        for request in &world.requests {
            if text.contains(&request.title) != (request.office == office) {
                faults.push(format!("{} in the inbox of {office}: {}", request.number, request.office != office));
            }
        }
    }
}

/// One page for one reader.
async fn page(town: &Town<'_>, at: usize, who: Option<Who>, faults: &mut Vec<String>) {
    let (world, request) = (&town.world, &town.world.requests[at]);
    let seen = town.who(who).get(&format!("/segnalazioni/{}", request.number)).await;
    let reads = world.reads(who, at);
    let said = format!("{} for {who:?}", request.number);
    if seen.status.as_u16() != if reads { 200 } else { 404 } {
        faults.push(format!("{said} is {}", seen.status));
        return;
    }
    if !reads {
        return;
    }
    let text = unescape(&seen.text);
    let mut must = |words: &str, there: bool| {
        if text.contains(words) != there {
            faults.push(format!("{said}: «{words}» should be there: {there}"));
        }
    };
    must(&request.title, true);
    must(&request.body, true);
    for comment in &request.comments {
        must(&comment.words, !comment.hidden);
    }
    for note in &request.notes {
        must(note, false);
    }
    if let Some(answer) = &request.answer {
        must(answer, true);
    }
    for (other, one) in world.requests.iter().enumerate().filter(|(other, _)| *other != at) {
        must(&one.body, false);
        if !world.reads(who, other) {
            must(&one.title, false);
        }
    }
}

/// What the holder of a receipt reads: the own request, and the answer to the one that it is the same as.
async fn receipt(town: &Town<'_>, at: usize, faults: &mut Vec<String>) {
    let (world, receipt) = (&town.world, &town.world.receipts[at]);
    let text = unescape(&town.nobody.get(&format!("{}/segnalazione", receipt.path)).await.is(200).text);
    let (own, main) = (&world.requests[receipt.of], &world.requests[world.main(receipt.of)]);
    let answered = super::model::is_answer(main.status).then_some(main.answer.as_ref()).flatten();
    for words in [Some(&own.title), Some(&own.body), answered].into_iter().flatten() {
        if !text.contains(words.as_str()) {
            faults.push(format!("{} does not read «{words}»", receipt.number));
        }
    }
    for one in world.requests.iter().filter(|one| one.number != own.number) {
        if text.contains(&one.body) {
            faults.push(format!("{} reads the words of {}", receipt.number, one.number));
        }
    }
    if text.contains("/valutazione\"") != (super::model::is_answer(main.status) && !receipt.rated) {
        faults.push(format!("{} is asked how it went: {}", receipt.number, !receipt.rated));
    }
    if text.contains("/verifica\"") != world.is_asked(at) {
        faults.push(format!("{} is asked whether it works: {}", receipt.number, world.is_asked(at)));
    }
}

/// Receipts stay where they are, with their followers and their one rating; statuses are those of the model; numbers have no gap.
async fn rows(town: &Town<'_>, faults: &mut Vec<String>) {
    let db = &town.app.app.db;
    let receipts: Vec<(String, String, bool, bool)> = db
        .all(
            "select t.number, r.number as of_number, t.follows, case when t.rating is null then 0 else 1 end as rated
               from request_receipt t join request r on r.id = t.request_id order by t.id",
            args![],
        )
        .await
        .unwrap();
    let mut wanted: Vec<(String, String, bool, bool)> = (town.world.receipts.iter())
        .map(|one| (one.number.clone(), town.world.requests[one.of].number.clone(), one.follows, one.rated))
        .collect();
    let mut found = receipts;
    found.sort();
    wanted.sort();
    if found != wanted {
        faults.push(format!("receipts {found:?}\nshould be {wanted:?}"));
    }
    let statuses: Vec<(String, String, Option<String>)> = db
        .all("select r.number, r.status, w.number as into_number from request r left join request w on w.id = r.merged_into", args![])
        .await
        .unwrap();
    for (number, status, into) in statuses {
        let one = town.world.requests.iter().find(|one| one.number == number).unwrap();
        let same = one.into.map(|into| town.world.requests[into].number.clone());
        if one.status != status || same != into {
            faults.push(format!("{number} is {status} into {into:?}, not {} into {same:?}", one.status));
        }
    }
    let (follows,): (i64,) = db.one("select count(*) as n from request_follow", args![]).await.unwrap();
    if usize::try_from(follows).unwrap() != town.world.follows.len() {
        faults.push(format!("{follows} follow, not {}", town.world.follows.len()));
    }
}

//! /moderazione — moderation in numbers, by month, for everybody; and the same as a file.

use askama::Template;
use axum::response::Response;
use jiff::civil::Date;
use kit::Result;
use kit::clock::Time;
use kit::i18n::dates;

use crate::shell::{App, Frame, Keep, Sheet, csv, page};
use crate::social::moderation::figures::{Month, by_month};
use crate::social::moderation::words::{Action, Reason};

/// A month in words.
struct MonthView {
    name: String,
    month: Month,
    reports: Vec<(&'static str, i64)>,
    decisions: Vec<(&'static str, i64)>,
}

#[derive(Template)]
#[template(path = "social/moderation/templates/figures.html")]
struct FiguresPage {
    frame: Frame,
    months: Vec<MonthView>,
}

/// "febbraio 2028".
fn name_of(frame: &Frame, first: Date) -> String {
    let middle = Time::start_of(first, &frame.zone);
    let whole = dates::day_long(middle, &frame.zone, frame.lang, dates::Year::Said);
    let mut parts: Vec<&str> = whole.split(' ').collect();
    let kept = parts.split_off(parts.len().saturating_sub(2));
    kept.join(" ")
}

fn view(frame: &Frame, first: Date, month: Month) -> MonthView {
    let named = |numbers: &[i64], keys: Vec<&'static str>| {
        keys.into_iter().zip(numbers).filter(|(_, n)| **n > 0).map(|(key, n)| (frame.t(key), *n)).collect::<Vec<_>>()
    };
    let reports = named(&month.reports, Reason::ALL.iter().map(|reason| reason.key()).collect());
    let decisions = named(&month.decisions, Action::ALL.iter().map(|action| action.key()).collect());
    MonthView { name: name_of(frame, first), reports, decisions, month }
}

/// GET /moderazione
pub async fn show(app: App, frame: Frame) -> Result<Response> {
    let months = by_month(&app.db, &app.zone).await?;
    let months = months.into_iter().map(|(first, month)| view(&frame, first, month)).collect();
    let midnight = dates::next_midnight(frame.now, &frame.zone);
    let answer = page(&FiguresPage { frame, months })?;
    Ok(Keep::of(["moderation"]).until(Some(midnight)).on(answer))
}

/// GET /moderazione.csv — one line a number: month, what, of which kind, how many.
pub async fn export(app: App, frame: Frame) -> Result<Response> {
    let headings = ["figures-month", "figures-what", "figures-kind", "figures-number"].map(|key| frame.t(key));
    csv("moderazione-in-numeri", &headings, move |_| {
        let (app, frame) = (app.clone(), frame.clone());
        async move {
            let mut sheet = Sheet::default();
            for (first, month) in by_month(&app.db, &app.zone).await? {
                let name = first.strftime("%Y-%m").to_string();
                let mut line = |what: &str, kind: &str, n: i64| sheet.line([name.as_str(), frame.t(what), kind, &n.to_string()]);
                for (reason, n) in Reason::ALL.iter().zip(&month.reports) {
                    line("figures-reports", reason.word(), *n);
                }
                for (action, n) in Action::ALL.iter().zip(&month.decisions) {
                    line("figures-decisions", action.word(), *n);
                }
                line("figures-appeals", "", month.appeals);
                line("figures-settled", "", month.settled);
                line("figures-upheld", "", month.upheld);
                if let Some(hours) = month.median_hours {
                    line("figures-median", "", hours);
                }
            }
            Ok((sheet, None))
        }
    })
    .await
}

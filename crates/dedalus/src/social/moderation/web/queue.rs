//! /segreteria/moderazione — what is reported or waits, narrowed by chips in the address, chosen for many decisions at once.

use askama::Template;
use axum::response::Response;
use kit::Result;

use crate::identity::{PersonId, Viewer};
use crate::shell::{App, Frame, Listing, PIECE, Query, ROWS, Sheet, csv, page, piece_after};
use crate::social::moderation::queue::{Age, QueueFilter, Queued, State};
use crate::social::moderation::words::{Action, Reason, SubjectKind};

/// A filter one can set or take away: its words, its address, whether it is in force.
struct Chip {
    words: String,
    path: String,
    on: bool,
}

#[derive(Template)]
#[template(path = "social/moderation/templates/queue.html")]
struct QueuePage {
    frame: Frame,
    list: Listing,
    rows: Vec<Queued>,
    total: i64,
    tabs: Vec<Chip>,
    chips: Vec<Chip>,
    /// The filters again, as fields of the form for many at once.
    fields: Vec<(&'static str, String)>,
    open: bool,
    me: PersonId,
}

/// The names of the filters in an address.
pub const NAMES: [&str; 6] = ["stato", "motivo", "tipo", "da", "trattenuti", "q"];

/// The filters of an address.
pub fn filter(list: &Listing) -> QueueFilter {
    QueueFilter {
        state: State::from_form(list.get("stato")),
        reason: Reason::from_form(list.get("motivo")),
        kind: SubjectKind::from_form(list.get("tipo")),
        age: Age::from_form(list.get("da")),
        held: !list.get("trattenuti").is_empty(),
        text: list.maybe("q"),
    }
}

fn listing(query: &Query) -> Listing {
    Listing::new("/segreteria/moderazione", query, &NAMES)
}

fn chip(list: &Listing, name: &str, value: &str, words: &str) -> Chip {
    let on = list.get(name) == value;
    Chip { words: words.to_owned(), path: if on { list.without(name) } else { list.with(name, value) }, on }
}

fn chips(frame: &Frame, list: &Listing) -> Vec<Chip> {
    let mut chips = vec![
        chip(list, "trattenuti", "1", frame.t("queue-held")),
        chip(list, "da", "in-ritardo", frame.t("queue-late")),
        chip(list, "da", "oggi", frame.t("queue-today")),
    ];
    chips.extend(SubjectKind::ALL.iter().map(|kind| chip(list, "tipo", kind.form_word(), frame.t(kind.key()))));
    chips.extend(Reason::ALL.iter().map(|reason| chip(list, "motivo", reason.form_word(), frame.t(reason.key()))));
    chips
}

fn tabs(frame: &Frame, list: &Listing) -> Vec<Chip> {
    let tab = |value: &str, key: &str| Chip {
        words: frame.t(key).to_owned(),
        path: if value.is_empty() { list.without("stato") } else { list.with("stato", value) },
        on: list.get("stato") == value,
    };
    vec![tab("", "queue-open"), tab("mie", "queue-mine"), tab("decise", "queue-closed")]
}

/// GET /segreteria/moderazione?stato=…&motivo=…&tipo=…&da=…&trattenuti=1&q=…&dopo=…
pub async fn index(app: App, frame: Frame, viewer: Viewer, query: Query) -> Result<Response> {
    let me = viewer.me()?.id;
    let mut list = listing(&query);
    let filter = filter(&list);
    let (total, mut rows) = tokio::try_join!(filter.count(&app.db, me), filter.list(&app.db, me, list.after(), ROWS + 1))?;
    list.cut(&mut rows, |row| row.id);
    let fields = NAMES.iter().filter_map(|name| list.maybe(name).map(|value| (*name, value))).collect();
    let (tabs, chips) = (tabs(&frame, &list), chips(&frame, &list));
    page(&QueuePage { open: filter.state != State::Closed, tabs, chips, fields, rows, total, me, list, frame })
}

/// GET /segreteria/moderazione.csv — the same rows as a file.
pub async fn export(app: App, frame: Frame, viewer: Viewer, query: Query) -> Result<Response> {
    let me = viewer.me()?.id;
    let filter = filter(&listing(&query));
    let headings = [
        "queue-since",
        "queue-kind",
        "queue-number",
        "queue-author",
        "queue-text",
        "queue-reports",
        "queue-reasons",
        "queue-decided",
        "queue-action",
    ]
    .map(|key| frame.t(key));
    csv("moderazione", &headings, move |after| {
        let (app, frame, filter) = (app.clone(), frame.clone(), filter.clone());
        async move {
            let rows = filter.list(&app.db, me, after, PIECE).await?;
            let mut sheet = Sheet::default();
            for row in &rows {
                sheet.line(cells(&frame, row));
            }
            Ok((sheet, piece_after(&rows, |row| row.id)))
        }
    })
    .await
}

fn cells(frame: &Frame, row: &Queued) -> [String; 9] {
    let reasons: Vec<&str> = row.reasons().into_iter().map(|reason| frame.t(reason.key())).collect();
    let action = row.action.as_deref().and_then(Action::from_word).map_or("", |action| frame.t(action.key()));
    [
        frame.machine(&row.opened_at),
        frame.t(row.kind.key()).to_owned(),
        row.subject_id.to_string(),
        row.name.clone(),
        row.headline(),
        row.report_count.to_string(),
        reasons.join(", "),
        row.closed_at.map_or_else(String::new, |at| frame.machine(&at)),
        action.to_owned(),
    ]
}

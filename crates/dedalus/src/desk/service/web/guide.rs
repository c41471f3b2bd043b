//! /servizi/guida — "Di che cosa hai bisogno?": three questions, each with the answers that lead somewhere, then the services.

use askama::Template;
use axum::response::Response;
use kit::Result;

use super::catalogue::{Door, Row, name_of, with_offices};
use crate::desk::service::{Asked, SERVICES, count, counts, offered};
use crate::shell::{App, Frame, Keep, Query, page};

/// Services that are shown at the end.
const MOST: i64 = 40;
/// "It does not matter": the answer that narrows nothing.
const ANY: &str = "tutto";

/// The questions in their order: name in the address, key of the question, key of its short name, key of "it does not matter".
const QUESTIONS: [(&str, &str, &str, &str); 3] = [
    ("evento", "guide-event", "guide-event-short", "guide-event-any"),
    ("chi", "guide-who", "guide-who-short", "guide-who-any"),
    ("cosa", "guide-what", "guide-what-short", "guide-what-any"),
];

/// A question that was answered: its short name, the answer, where one changes it.
struct Answered {
    question: &'static str,
    answer: &'static str,
    back: String,
}

#[derive(Template)]
#[template(path = "desk/service/templates/guide.html")]
struct GuidePage {
    frame: Frame,
    /// Number of the question, from 1; 4 is the end.
    step: usize,
    question: &'static str,
    answered: Vec<Answered>,
    answers: Vec<Door>,
    any: Option<Door>,
    rows: Vec<Row>,
    total: i64,
}

/// GET /servizi/guida?evento=…&chi=…&cosa=…
pub async fn show(app: App, frame: Frame, query: Query) -> Result<Response> {
    let (mut asked, mut answered, mut path) = (Asked::default(), Vec::new(), String::from("/servizi/guida"));
    let mut open = None;
    for (name, question, short, any) in QUESTIONS {
        let word = query.0.line(name);
        let said = if word == ANY { Some(frame.t(any)) } else { name_of(name, &word).map(|key| frame.t(key)) };
        let Some(answer) = said else {
            open = Some((name, question, any));
            break;
        };
        answered.push(Answered { question: frame.t(short), answer, back: path.clone() });
        path = format!("{path}{}{name}={word}", if path.contains('?') { '&' } else { '?' });
        if word != ANY {
            asked = asked.with(name, &word);
        }
    }
    let total = count(&app.db, &asked).await?;
    let step = answered.len() + 1;
    let view = match open {
        Some((name, question, any)) => {
            let next = |word: &str| format!("{path}{}{name}={word}", if path.contains('?') { '&' } else { '?' });
            let mut answers: Vec<Door> = counts(&app.db, name, &asked)
                .await?
                .into_iter()
                .filter_map(|(word, count)| name_of(name, &word).map(|key| Door { path: next(&word), name: frame.t(key), count }))
                .collect();
            answers.sort_by_key(|door| door.name);
            let any = Some(Door { path: next(ANY), name: frame.t(any), count: total });
            GuidePage { step, question: frame.t(question), answered, answers, any, rows: Vec::new(), total, frame }
        }
        None => {
            let rows = with_offices(&app, offered(&app.db, &asked, None, MOST).await?).await?;
            GuidePage { step, question: "", answered, answers: Vec::new(), any: None, rows, total, frame }
        }
    };
    let is_first = view.step == 1;
    let answer = page(&view)?;
    Ok(if is_first { Keep::of([SERVICES, "offices"]).on(answer) } else { answer })
}

impl GuidePage {
    /// Where one is: "Domanda 2 di 3".
    fn place(&self) -> String {
        self.frame.t2("guide-place", "n", &self.step.to_string(), "of", &QUESTIONS.len().to_string())
    }
}

//! Notices as a mail: in the reader's language, as text and as HTML, with the way out of them in its head (RFC 8058).

use askama::Template;
use kit::i18n::{Arg, Lang};
use kit::mail::Mail;
use kit::{Error, Result};

use super::group::Group;
use super::kind::Kind;
use super::unsubscribe::Scope;
use crate::identity::Person;
use crate::shell::{App, catalog};

/// Groups of one mail; the rest is a link.
const SHOWN: usize = 50;

/// One line of the mail.
struct Line {
    sentence: String,
    /// How many notices it stands for, in words; empty for one.
    count: String,
    link: String,
}

#[derive(Template)]
#[template(path = "notify/templates/mail.html")]
struct MailPage {
    lang: &'static str,
    title: String,
    greeting: String,
    lines: Vec<Line>,
    more: Option<String>,
    all: String,
    all_words: String,
    settings: String,
    settings_words: String,
    stop: String,
    stop_words: String,
    signature: String,
}

/// Writes the mail about these groups.
pub fn write(app: &App, reader: &Person, groups: &[Group], daily: bool) -> Result<Mail> {
    let lang = reader.language;
    let stop = app.absolute(&Scope::new(reader.id, kinds(groups, daily)).path(&app.secret)?);
    let page = page(app, reader, groups, daily, stop.clone());
    let html = page.render().map_err(|error| Error::internal(format!("the template of notices by mail: {error}")))?;
    let mut mail = Mail::new(&reader.email, subject(app, lang, groups, daily), text(&page));
    mail.to_name.clone_from(&reader.name);
    mail.html = Some(html);
    mail.list_unsubscribe = Some(stop);
    Ok(mail)
}

/// What one stops who unsubscribes: these kinds, or the daily mail.
fn kinds(groups: &[Group], daily: bool) -> Vec<Kind> {
    let mut kinds = Vec::new();
    for group in groups.iter().filter(|_| !daily) {
        if !kinds.contains(&group.kind) {
            kinds.push(group.kind);
        }
    }
    kinds
}

fn subject(app: &App, lang: Lang, groups: &[Group], daily: bool) -> String {
    let n = i64::try_from(groups.len()).unwrap_or(i64::MAX);
    let args = [("town", Arg::from(app.config.town.name.as_str())), ("n", Arg::from(n))];
    match groups.first().filter(|_| !daily) {
        Some(group) => group.sentence(lang),
        None => catalog().with(lang, "mail-notices-daily", &args).into_owned(),
    }
}

fn page(app: &App, reader: &Person, groups: &[Group], daily: bool, stop: String) -> MailPage {
    let (lang, words) = (reader.language, catalog());
    let line = |group: &Group| Line {
        sentence: group.sentence(lang),
        count: if group.count > 1 {
            words.with(lang, "notice-count", &[("n", Arg::from(group.count))]).into_owned()
        } else {
            String::new()
        },
        link: app.absolute(&group.path),
    };
    let rest = i64::try_from(groups.len().saturating_sub(SHOWN)).unwrap_or_default();
    let town = Arg::from(app.config.town.name.as_str());
    MailPage {
        lang: lang.word(),
        title: subject(app, lang, groups, daily),
        greeting: words.with(lang, "mail-notices-greeting", &[("name", Arg::from(reader.name.as_str()))]).into_owned(),
        lines: groups.iter().take(SHOWN).map(line).collect(),
        more: (rest > 0).then(|| words.with(lang, "mail-notices-more", &[("n", Arg::from(rest))]).into_owned()),
        all: app.absolute("/io/avvisi"),
        all_words: words.text(lang, "mail-notices-all").into_owned(),
        settings: app.absolute("/io/avvisi/impostazioni"),
        settings_words: words.text(lang, "mail-notices-settings").into_owned(),
        stop,
        stop_words: words.text(lang, if daily { "mail-notices-stop-daily" } else { "mail-notices-stop" }).into_owned(),
        signature: words.with(lang, "mail-notices-signature", &[("town", town)]).into_owned(),
    }
}

fn text(page: &MailPage) -> String {
    let mut text = format!("{}\n", page.greeting);
    for line in &page.lines {
        let count = if line.count.is_empty() { String::new() } else { format!(" ({})", line.count) };
        text.push_str(&format!("\n{}{count}\n{}\n", line.sentence, line.link));
    }
    if let Some(more) = &page.more {
        text.push_str(&format!("\n{more}\n"));
    }
    text.push_str(&format!("\n{}\n{}\n", page.all_words, page.all));
    text.push_str(&format!("\n{}\n{}\n", page.settings_words, page.settings));
    text.push_str(&format!("\n{}\n{}\n\n{}\n", page.stop_words, page.stop, page.signature));
    text
}

//! /io/avvisi/impostazioni — which kind goes where, the quiet hours, the hour of the daily mail, the devices.

use askama::Template;
use axum::response::Response;
use http::StatusCode;
use kit::error::FieldErrors;
use kit::rate::Key;
use kit::{Error, Result};

use crate::identity::{PersonId, Viewer};
use crate::notify::channel::{Channels, MailWhen};
use crate::notify::device::{self, Device};
use crate::notify::hours::Hours;
use crate::notify::{Kind, Quiet, push_key, settings};
use crate::shell::{App, Form, FormView, Frame, page_with, see};

/// One kind's row of the table.
pub struct Row {
    /// Its word in the form.
    pub word: &'static str,
    /// Its name.
    pub name: &'static str,
    /// Where it goes.
    pub channels: Channels,
}

impl Row {
    /// Is it mailed in this way?
    pub fn goes(&self, way: &str) -> bool {
        self.channels.mail.form_word() == way
    }
}

/// The rows of the table.
pub fn rows(frame: &Frame, kinds: &[(Kind, Channels)]) -> Vec<Row> {
    kinds.iter().map(|(kind, channels)| Row { word: kind.word(), name: frame.t(kind.key()), channels: *channels }).collect()
}

/// The ways of the mail, with their names.
pub fn ways(frame: &Frame) -> Vec<(&'static str, &'static str)> {
    MailWhen::ALL.iter().map(|when| (when.form_word(), frame.t(when.key()))).collect()
}

/// What the table's form says of a kind.
pub fn typed_channels(form: &Form, kind: Kind) -> Channels {
    Channels {
        in_page: form.has(&format!("pagina_{}", kind.word())),
        mail: MailWhen::from_form(&form.line(&format!("posta_{}", kind.word()))).unwrap_or(kind.usual().mail),
        push: form.has(&format!("push_{}", kind.word())),
    }
}

#[derive(Template)]
#[template(path = "notify/templates/settings.html")]
struct SettingsPage {
    frame: Frame,
    form: FormView,
    rows: Vec<Row>,
    ways: Vec<(&'static str, &'static str)>,
    quiet_from: String,
    quiet_to: String,
    digest: String,
    hours: Vec<(String, String)>,
    devices: Vec<Device>,
    /// What browsers subscribe to.
    key: String,
}

impl SettingsPage {
    fn goes(&self, row: &Row, way: &str) -> bool {
        row.goes(way)
    }
}

/// What stands in the form.
struct Typed {
    kinds: Vec<(Kind, Channels)>,
    quiet_from: String,
    quiet_to: String,
    digest: String,
}

impl Typed {
    async fn kept(app: &App, person: PersonId) -> Result<Self> {
        let hours = Hours::of(&app.db, person).await?;
        let clock = |minute: Option<u16>| minute.map(|minute| format!("{:02}:{:02}", minute / 60, minute % 60)).unwrap_or_default();
        Ok(Self {
            kinds: settings::all(&app.db, person).await?,
            quiet_from: clock(hours.quiet.map(|quiet| quiet.from)),
            quiet_to: clock(hours.quiet.map(|quiet| quiet.to)),
            digest: hours.digest.to_string(),
        })
    }

    fn of(form: &Form) -> Self {
        Self {
            kinds: Kind::ALL.iter().map(|kind| (*kind, typed_channels(form, *kind))).collect(),
            quiet_from: form.line("silenzio_da"),
            quiet_to: form.line("silenzio_a"),
            digest: form.line("riepilogo"),
        }
    }

    /// The hours, or what is wrong with them.
    fn hours(&self) -> Result<Hours> {
        let mut faults = FieldErrors::default();
        let mut read = |field: &'static str, text: &str| {
            let minute = minute_of(text);
            if minute.is_none() && !text.is_empty() {
                faults.add(field, "error-notice-hour");
            }
            minute
        };
        let (from, to) = (read("silenzio_da", &self.quiet_from), read("silenzio_a", &self.quiet_to));
        if self.quiet_from.is_empty() != self.quiet_to.is_empty() {
            let missing = if self.quiet_from.is_empty() { "silenzio_da" } else { "silenzio_a" };
            faults.add(missing, "error-notice-both-hours");
        }
        let digest = self.digest.parse::<u8>().ok().filter(|hour| *hour < 24);
        if digest.is_none() {
            faults.add("riepilogo", "error-notice-hour");
        }
        match digest {
            Some(digest) if faults.is_empty() => Ok(Hours { quiet: from.zip(to).map(|(from, to)| Quiet { from, to }), digest }),
            _ => Err(Error::Invalid(faults)),
        }
    }
}

/// `22:30` as a minute of the day.
fn minute_of(text: &str) -> Option<u16> {
    let (hour, minute) = text.split_once(':')?;
    let two = |part: &str, below: u16| part.parse::<u16>().ok().filter(|number| part.len() <= 2 && *number < below);
    Some(two(hour, 24)? * 60 + two(minute, 60)?)
}

async fn draw(app: &App, frame: Frame, person: PersonId, typed: Typed, form: FormView) -> Result<Response> {
    let status = if form.is_faulty() { StatusCode::UNPROCESSABLE_ENTITY } else { StatusCode::OK };
    let view = SettingsPage {
        rows: rows(&frame, &typed.kinds),
        ways: ways(&frame),
        quiet_from: typed.quiet_from,
        quiet_to: typed.quiet_to,
        digest: typed.digest,
        hours: (0..24).map(|hour| (hour.to_string(), format!("{hour}:00"))).collect(),
        devices: device::of(&app.db, person).await?,
        key: push_key::sender(app).await?.public(),
        form,
        frame,
    };
    page_with(status, &view)
}

/// GET /io/avvisi/impostazioni
pub async fn form(app: App, frame: Frame, viewer: Viewer) -> Result<Response> {
    let me = viewer.me()?;
    let (typed, fresh) = (Typed::kept(&app, me.id).await?, FormView::fresh(&frame));
    draw(&app, frame, me.id, typed, fresh).await
}

/// POST /io/avvisi/impostazioni
pub async fn save(app: App, frame: Frame, viewer: Viewer, form: Form) -> Result<Response> {
    let me = viewer.me()?;
    app.limiter.take("write", Key::Account(me.id.0))?;
    let typed = Typed::of(&form);
    let hours = match typed.hours() {
        Ok(hours) => hours,
        Err(error) => {
            let view = FormView::of_error(&frame, error)?;
            return draw(&app, frame, me.id, typed, view).await;
        }
    };
    app.db
        .write(async |tx| {
            for (kind, channels) in &typed.kinds {
                settings::choose(tx, me.id, *kind, *channels).await?;
            }
            settings::choose_hours(tx, &app, me.id, hours).await
        })
        .await?;
    see("/io/avvisi/impostazioni", Some("toast-notices-saved"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_hour_is_read_as_people_write_it() {
        assert_eq!(minute_of("22:30"), Some(1350));
        assert_eq!(minute_of("7:05"), Some(425));
        for odd in ["24:00", "7", "07:60", "a:b", "007:00", "-1:00", ""] {
            assert_eq!(minute_of(odd), None, "{odd}");
        }
    }
}

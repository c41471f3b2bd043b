//! A post while it is being written: everything the form holds, so that no button of it loses anything.

use jiff::civil::Date;
use jiff::tz::TimeZone;
use kit::clock::Time;
use kit::error::FieldErrors;
use kit::picture::TOO_LARGE;
use kit::rate::Key;
use kit::{Error, Result};

use super::at::number;
use super::intake::{Intake, Upload};
use super::recording_draft::RecordingDraft;
use super::store::{Stored, store};
use crate::identity::{Me, PageId};
use crate::shell::{App, Form, once_key};
use crate::social::community::{Community, CommunityId};
use crate::social::held::Held;
use crate::social::picture::{self, Described, MOST, Picture, PictureId, alt_field};
use crate::social::poll::{self, NewPoll};
use crate::social::post::{NewPost, Post, PostId};
use crate::social::unsent::{KEY, Unsent};
use crate::social::visible::Replies;
use crate::social::words::{POST_MAX, check_body, check_title};
use crate::social::words::{check_warning, known_language};

/// The word for oneself in the choice of a voice.
pub const MYSELF: &str = "io";

/// The buttons that take something away.
const TAKEN: [&str; 4] = ["togli", "togli-registrazione", "togli-sottotitoli", "togli-copertina"];

/// Which button was pressed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Press {
    /// Publish, or save.
    Publish,
    /// Show what it will look like.
    Preview,
    /// Add the chosen pictures.
    Upload,
    /// Take a picture away.
    Remove,
}

impl Press {
    /// From the form. Enter in a field presses the first button, which previews.
    pub fn of(form: &Form) -> Self {
        match form.line("azione").as_str() {
            _ if TAKEN.iter().any(|name| form.has(name)) => Self::Remove,
            "pubblica" => Self::Publish,
            "carica" => Self::Upload,
            _ => Self::Preview,
        }
    }
}

/// A picture in the form.
pub struct DraftPicture {
    /// The picture.
    pub picture: Picture,
    /// Its description as typed.
    pub alt: String,
    /// The name of the field of its description.
    pub field: String,
    /// Its place, from 1.
    pub number: i64,
}

/// A poll in the form.
#[derive(Debug, Clone, Default)]
pub struct PollDraft {
    /// The answers as typed, empty ones too.
    pub options: Vec<String>,
    /// May one choose several?
    pub multiple: bool,
    /// Its last day, as typed.
    pub until: String,
}

impl PollDraft {
    fn read(form: &Form) -> Self {
        let options = (1..=poll::MOST).map(|n| form.line(&format!("scelta{n}"))).collect();
        Self { options, multiple: form.has("scelta-multipla"), until: form.line("scelta-fino") }
    }

    /// Is there anything in it?
    pub fn is_begun(&self) -> bool {
        self.options.iter().any(|option| !option.is_empty())
    }

    /// The poll it makes: without a day it lasts a week.
    fn check(&self, now: Time, zone: &TimeZone, faults: &mut FieldErrors) -> Option<NewPoll> {
        if !self.is_begun() {
            return None;
        }
        let options: Vec<String> = self.options.iter().filter(|option| !option.is_empty()).cloned().collect();
        poll::check(&options, faults);
        match pinned_until(&self.until, now, zone) {
            Ok(until) => {
                let closes_at = until.unwrap_or(now.plus(7 * kit::clock::DAY)).micros();
                Some(NewPoll { options, multiple: self.multiple, closes_at })
            }
            Err(_) => {
                faults.add("scelta-fino", "error-poll-until");
                None
            }
        }
    }
}

/// What the form holds.
pub struct Draft {
    /// `io`, or the handle of a page.
    pub voice: String,
    /// Handle of the community it is said in; empty for the whole square.
    pub community: String,
    /// Title.
    pub title: String,
    /// Text.
    pub body: String,
    /// Who may answer.
    pub replies: Replies,
    /// What is warned of.
    pub warning: String,
    /// The code of its language.
    pub language: String,
    /// The post it quotes.
    pub quote: Option<PostId>,
    /// Its question.
    pub poll: PollDraft,
    /// On top until the end of this day, as typed.
    pub pinned: String,
    /// The form's key.
    pub key: String,
    /// When the version was made that is being changed, in microseconds; empty for the first.
    pub version: String,
    /// Pictures in their order.
    pub pictures: Vec<DraftPicture>,
    /// Video or audio.
    pub recording: RecordingDraft,
}

impl Draft {
    /// An empty form, speaking as somebody.
    pub fn empty(voice: String, language: &str) -> Self {
        let key = once_key();
        let replies = Replies::Everyone;
        Self {
            voice,
            community: String::new(),
            title: String::new(),
            body: String::new(),
            replies,
            warning: String::new(),
            language: language.to_owned(),
            quote: None,
            poll: PollDraft::default(),
            pinned: String::new(),
            key,
            version: String::new(),
            pictures: Vec::new(),
            recording: RecordingDraft::default(),
        }
    }

    /// The form of a post that is to be changed.
    pub fn of(post: &Post, pictures: Vec<Picture>, zone: &TimeZone) -> Self {
        let mut draft = Self {
            voice: post.page_handle.clone().unwrap_or_else(|| MYSELF.into()),
            community: post.community_handle.clone().unwrap_or_default(),
            title: post.title.clone(),
            body: post.body.clone(),
            replies: post.replies,
            warning: post.warning.clone(),
            language: post.language.clone(),
            quote: post.quote_id,
            poll: PollDraft::default(),
            pinned: post.pinned_until.map_or_else(String::new, |until| last_day(until, zone)),
            key: once_key(),
            version: version(post.edited_at),
            pictures: Vec::new(),
            recording: RecordingDraft::default(),
        };
        for picture in pictures {
            let alt = picture.alt.clone();
            draft.add(picture, alt);
        }
        draft
    }

    /// What another editor sent back, to be written anew.
    pub async fn of_held(app: &App, me: &Me, held: &Held) -> Result<Self> {
        let voice = me.page(held.page_id).map_or_else(|| MYSELF.into(), |page| page.handle.clone());
        let pinned = held.pinned_until.map_or_else(String::new, |until| last_day(until, &app.zone));
        let mut draft = Self {
            title: held.title.clone(),
            body: held.body.clone(),
            replies: held.replies,
            pinned,
            ..Self::empty(voice, &held.language)
        };
        let rest = held.rest();
        draft.warning = rest.warning;
        draft.quote = rest.quote;
        if let Some(kept) = rest.recording {
            draft.recording = RecordingDraft::of_held(app, me, kept).await?;
        }
        if let Some(poll) = rest.poll {
            let until = last_day(Time::from_micros(poll.closes_at), &app.zone);
            draft.poll = PollDraft { options: poll.options, multiple: poll.multiple, until };
        }
        for described in held.described() {
            if let Some(picture) = Picture::draft(&app.db, described.id, me.id, None).await? {
                draft.add(picture, described.alt);
            }
        }
        Ok(draft)
    }

    /// What was being written, on this device or another.
    pub fn of_unsent(unsent: &Unsent, voice: String, language: &str) -> Self {
        Self {
            voice: Some(unsent.field("voce")).filter(|kept| !kept.is_empty()).unwrap_or(voice),
            title: unsent.field("titolo"),
            body: unsent.field("testo"),
            warning: unsent.field("avviso"),
            language: known_language(&unsent.field("lingua-post"), language),
            quote: number(&unsent.field("cita")),
            community: unsent.field("comunita"),
            replies: Replies::from_form(&unsent.field("risposte")),
            poll: PollDraft {
                options: (1..=poll::MOST).map(|n| unsent.field(&format!("scelta{n}"))).collect(),
                multiple: !unsent.field("scelta-multipla").is_empty(),
                until: unsent.field("scelta-fino"),
            },
            pinned: unsent.field("evidenza"),
            key: sound_key(&unsent.field(KEY)),
            ..Self::empty(String::new(), language)
        }
    }

    /// What was sent: words, pictures that were in the form before, and new ones, which are stored here and now.
    /// What is wrong with a file stands in the faults; everything else is kept.
    pub async fn read(app: &App, me: &Me, intake: Intake, post: Option<&Post>) -> Result<(Self, Form, FieldErrors)> {
        let form = intake.form;
        let mut draft = Self {
            voice: form.line("voce"),
            community: form.line("comunita"),
            title: form.line("titolo"),
            body: form.text("testo"),
            replies: Replies::from_form(&form.line("risposte")),
            warning: form.line("avviso"),
            language: known_language(&form.line("lingua-post"), post.map_or(me.language.word(), |post| &post.language)),
            quote: number(&form.line("cita")),
            poll: PollDraft::read(&form),
            pinned: form.line("evidenza"),
            key: sound_key(&form.line("chiave")),
            version: form.line("versione"),
            pictures: Vec::new(),
            recording: RecordingDraft::default(),
        };
        let removed = form.line("togli").parse().ok();
        let mut seen: Vec<PictureId> = Vec::new();
        for id in form.lines("immagine").iter().filter_map(|id| id.parse().ok()).take(MOST * 2) {
            if seen.contains(&id) || Some(id) == removed {
                continue;
            }
            seen.push(id);
            if let Some(picture) = Picture::draft(&app.db, id, me.id, post.map(|post| post.id)).await? {
                draft.add(picture, form.line(&alt_field(id)));
            }
        }
        let mut faults = FieldErrors::default();
        draft.take_in(app, me, intake.files, &mut faults).await?;
        draft.recording = RecordingDraft::read(app, me, &form, intake.recorded, post.map(|post| post.id), &mut faults).await?;
        Ok((draft, form, faults))
    }

    async fn take_in(&mut self, app: &App, me: &Me, files: Vec<Upload>, faults: &mut FieldErrors) -> Result<()> {
        for (number, upload) in (1_i64..).zip(files) {
            if self.pictures.len() >= MOST {
                faults.add_with("immagini", "error-pictures-many", vec![("max", MOST.to_string())]);
                break;
            }
            app.limiter.take("upload", Key::Account(me.id.0))?;
            let fault = match upload {
                Upload::TooLarge => TOO_LARGE,
                Upload::File(path) => match store(app, me.id, &path).await? {
                    Stored::Picture(picture) => {
                        self.add(*picture, String::new());
                        continue;
                    }
                    Stored::Fault(fault) => fault,
                },
            };
            faults.add_with("immagini", fault, vec![("n", number.to_string())]);
        }
        Ok(())
    }

    fn add(&mut self, picture: Picture, alt: String) {
        let number = i64::try_from(self.pictures.len()).unwrap_or_default() + 1;
        self.pictures.push(DraftPicture { field: alt_field(picture.id), picture, alt, number });
    }

    /// The page to speak as: one this person may publish for, or none.
    pub fn page(&self, me: &Me) -> Result<Option<PageId>> {
        if self.voice.is_empty() || self.voice == MYSELF {
            return Ok(None);
        }
        let page = me.publishing().find(|page| page.handle == self.voice);
        page.map(|page| Some(page.id)).ok_or_else(|| Error::field("voce", "error-post-voice"))
    }

    /// The community to speak in: one this person belongs to and that does not sleep. Pages speak to the whole town.
    pub fn community(&self, mine: &[Community]) -> Result<Option<CommunityId>, &'static str> {
        if self.community.is_empty() {
            return Ok(None);
        }
        if !self.voice.is_empty() && self.voice != MYSELF {
            return Err("error-post-community-page");
        }
        let found = mine.iter().find(|community| community.handle == self.community && community.may_write());
        found.map(|community| Some(community.id)).ok_or("error-post-community")
    }

    /// The pictures with their words.
    pub fn described(&self) -> Vec<Described> {
        self.pictures.iter().map(|picture| Described { id: picture.picture.id, alt: picture.alt.clone() }).collect()
    }

    /// Faults of the words, for a voice. The moment until which it stands on top, if it does.
    pub fn check(&self, page: Option<PageId>, now: Time, zone: &TimeZone, faults: &mut FieldErrors) -> Option<Time> {
        check_title(&self.title, page.is_some(), faults);
        check_body("testo", &self.body, POST_MAX, faults);
        check_warning(&self.warning, faults);
        picture::check(&self.described(), faults);
        self.recording.check(faults);
        match (pinned_until(&self.pinned, now, zone), page) {
            (Ok(Some(_)), None) => faults.add("evidenza", "error-pin-person"),
            (Ok(until), _) => return until,
            (Err(fault), _) => faults.add("evidenza", fault),
        }
        None
    }

    /// Faults of its poll, and the poll.
    pub fn check_poll(&self, now: Time, zone: &TimeZone, faults: &mut FieldErrors) -> Option<NewPoll> {
        self.poll.check(now, zone, faults)
    }

    /// The post it makes, once it is checked.
    pub fn new_post(&self, page: Option<PageId>, pinned_until: Option<Time>, poll: Option<NewPoll>) -> NewPost {
        NewPost {
            page,
            community: None,
            author: None,
            title: self.title.clone(),
            body: self.body.clone(),
            replies: self.replies,
            pinned_until,
            pictures: self.described(),
            recording: self.recording.new_recording(),
            language: self.language.clone(),
            warning: self.warning.clone(),
            quote: self.quote,
            poll,
            once_key: self.key.clone(),
            at: None,
        }
    }
}

/// A form's key as it came, or a new one when it is none.
pub fn sound_key(key: &str) -> String {
    if (1..=64).contains(&key.len()) { key.to_owned() } else { once_key() }
}

/// A version in the form, and back.
pub fn version(edited_at: Option<Time>) -> String {
    edited_at.map_or_else(String::new, |at| at.micros().to_string())
}

/// The version a form was based on.
pub fn based_on(version: &str) -> Option<Time> {
    version.parse().ok().map(Time::from_micros)
}

/// The end of the day that was typed (`2028-03-01`), not in the past and not more than a year away.
fn pinned_until(typed: &str, now: Time, zone: &TimeZone) -> Result<Option<Time>, &'static str> {
    if typed.is_empty() {
        return Ok(None);
    }
    let day: Date = typed.parse().map_err(|_| "error-pin-shape")?;
    let until = Time::start_of(day.tomorrow().map_err(|_| "error-pin-shape")?, zone);
    if until <= now {
        return Err("error-pin-past");
    }
    if until > now.plus(367 * kit::clock::DAY) {
        return Err("error-pin-far");
    }
    Ok(Some(until))
}

/// The last day on which something stands on top until a moment.
fn last_day(until: Time, zone: &TimeZone) -> String {
    until.plus(-1).zoned(zone).date().to_string()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn zone() -> TimeZone {
        TimeZone::posix("CET-1CEST,M3.5.0,M10.5.0/3").unwrap()
    }

    fn at(text: &str) -> Time {
        Time::from(&text.parse::<jiff::civil::DateTime>().unwrap().to_zoned(zone()).unwrap())
    }

    #[test]
    fn on_top_until_a_day_means_until_its_end() {
        let now = at("2028-02-24T09:00");
        assert_eq!(pinned_until("", now, &zone()), Ok(None));
        let until = pinned_until("2028-02-24", now, &zone()).unwrap().unwrap();
        assert_eq!(until, at("2028-02-25T00:00"));
        assert_eq!(last_day(until, &zone()), "2028-02-24");
        assert_eq!(pinned_until("2028-02-23", now, &zone()), Err("error-pin-past"));
        assert_eq!(pinned_until("2030-02-23", now, &zone()), Err("error-pin-far"));
        for odd in ["ieri", "24/02/2028", "2028-02-30", "9999-12-31"] {
            assert_eq!(pinned_until(odd, now, &zone()), Err("error-pin-shape"), "{odd}");
        }
    }

    #[test]
    fn enter_in_a_field_only_previews() {
        let press = |text: &str| Press::of(&Form::parse(text.as_bytes()).unwrap());
        assert_eq!(press("testo=ciao"), Press::Preview);
        assert_eq!(press("azione=pubblica"), Press::Publish);
        assert_eq!(press("azione=carica"), Press::Upload);
        assert_eq!(press("azione=pubblica&togli=12"), Press::Remove);
    }

    #[test]
    fn a_key_that_cannot_be_one_is_replaced() {
        assert_eq!(sound_key("abc"), "abc");
        assert_eq!(sound_key("").len(), 32);
        assert_eq!(sound_key(&"a".repeat(65)).len(), 32);
    }
}

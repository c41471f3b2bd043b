//! A recording in the form of a post: the file, its words, its captions and the picture that stands for it.

use kit::Result;
use kit::error::FieldErrors;
use kit::picture::TOO_LARGE as PICTURE_TOO_LARGE;
use kit::rate::Key;
use kit::recording::TOO_LARGE;
use wire::webvtt::{Captions, Wrong};

use super::intake::{CAPTIONS_FIELD, POSTER_FIELD, Upload};
use super::recording_store::{StoredRecording, store};
use super::store::{Stored, store as store_picture};
use crate::identity::Me;
use crate::shell::{App, Form};
use crate::social::caption::{self, Caption, MOST};
use crate::social::picture::Picture;
use crate::social::post::PostId;
use crate::social::recording::{self, FILE_FIELD, NewRecording, Recording};
use crate::social::words::known_language;

/// What the form holds of a recording.
#[derive(Default)]
pub struct RecordingDraft {
    /// The recording; none before it is uploaded.
    pub recording: Option<Recording>,
    /// What it is called, as typed.
    pub title: String,
    /// What it is about.
    pub about: String,
    /// What is said in it.
    pub transcript: String,
    /// Its captions.
    pub captions: Vec<Caption>,
    /// The language that is chosen for the next captions.
    pub language: String,
    /// The picture that stands for it.
    pub poster: Option<Picture>,
}

impl RecordingDraft {
    /// That of a post that is to be changed.
    pub async fn of_post(app: &App, me: &Me, post: PostId) -> Result<Self> {
        let Some(recording) = Recording::of_post(&app.db, post).await? else { return Ok(Self::default()) };
        let captions = Caption::of(&app.db, recording.id).await?;
        let poster = match recording.poster_id {
            Some(id) => Picture::draft(&app.db, id, me.id, Some(post)).await?,
            None => None,
        };
        Ok(Self {
            title: recording.title.clone(),
            about: recording.description.clone(),
            transcript: recording.transcript.clone(),
            captions,
            language: String::new(),
            poster,
            recording: Some(recording),
        })
    }

    /// That of a post that another editor sent back.
    pub async fn of_held(app: &App, me: &Me, kept: NewRecording, post: Option<PostId>) -> Result<Self> {
        let Some(recording) = Recording::draft(&app.db, kept.id, me.id, post).await? else { return Ok(Self::default()) };
        let mut draft = Self { title: kept.title, about: kept.description, transcript: kept.transcript, ..Self::default() };
        for id in kept.captions {
            draft.captions.extend(Caption::draft(&app.db, id, me.id, recording.id).await?);
        }
        if let Some(id) = kept.poster {
            draft.poster = Picture::draft(&app.db, id, me.id, post).await?;
        }
        draft.recording = Some(recording);
        Ok(draft)
    }

    /// What was sent. New files are stored here and now; what is wrong with one stands in the faults, and the rest is kept.
    pub async fn read(
        app: &App,
        me: &Me,
        form: &Form,
        files: Vec<(String, Upload)>,
        post: Option<PostId>,
        faults: &mut FieldErrors,
    ) -> Result<Self> {
        let mut draft = Self {
            title: form.line("registrazione-titolo"),
            about: form.text("registrazione-descrizione"),
            transcript: form.text("registrazione-trascrizione"),
            language: known_language(&form.line("sottotitoli-lingua"), me.language.word()),
            ..Self::default()
        };
        if let Ok(id) = form.line("registrazione").parse()
            && !form.has("togli-registrazione")
        {
            draft.recording = Recording::draft(&app.db, id, me.id, post).await?;
        }
        if let Some(recording) = &draft.recording {
            let gone = form.line("togli-sottotitoli");
            for id in form.lines("sottotitoli").iter().filter(|id| **id != gone).filter_map(|id| id.parse().ok()).take(MOST) {
                draft.captions.extend(Caption::draft(&app.db, id, me.id, recording.id).await?);
            }
            if let Ok(id) = form.line("copertina").parse()
                && !form.has("togli-copertina")
            {
                draft.poster = Picture::draft(&app.db, id, me.id, post).await?;
            }
        }
        for (field, upload) in files {
            app.limiter.take("upload", Key::Account(me.id.0))?;
            match field.as_str() {
                FILE_FIELD => draft.take_recording(app, me, upload, faults).await?,
                POSTER_FIELD => draft.take_poster(app, me, upload, faults).await?,
                _ => draft.take_captions(app, me, upload, faults).await?,
            }
        }
        Ok(draft)
    }

    async fn take_recording(&mut self, app: &App, me: &Me, upload: Upload, faults: &mut FieldErrors) -> Result<()> {
        let (key, what) = match upload {
            Upload::TooLarge => (TOO_LARGE, String::new()),
            Upload::File(path) => match store(app, me.id, &path).await? {
                StoredRecording::Recording(recording) => {
                    self.recording = Some(*recording);
                    return Ok(());
                }
                StoredRecording::Fault(key, what) => (key, what),
            },
        };
        let limits = &app.config.recordings;
        let words = vec![("what", what), ("mb", (limits.bytes / 1024 / 1024).to_string()), ("minutes", limits.minutes.to_string())];
        faults.add_with(FILE_FIELD, key, words);
        Ok(())
    }

    async fn take_poster(&mut self, app: &App, me: &Me, upload: Upload, faults: &mut FieldErrors) -> Result<()> {
        let fault = match upload {
            Upload::TooLarge => PICTURE_TOO_LARGE,
            Upload::File(path) => match store_picture(app, me.id, &path).await? {
                Stored::Picture(picture) => {
                    self.poster = Some(*picture);
                    return Ok(());
                }
                Stored::Fault(fault) => fault,
            },
        };
        faults.add_with(POSTER_FIELD, fault, vec![("n", "1".to_owned())]);
        Ok(())
    }

    async fn take_captions(&mut self, app: &App, me: &Me, upload: Upload, faults: &mut FieldErrors) -> Result<()> {
        let Upload::File(path) = upload else {
            faults.add(CAPTIONS_FIELD, "captions-much");
            return Ok(());
        };
        if self.captions.len() >= MOST {
            faults.add_with(CAPTIONS_FIELD, "captions-many", vec![("max", MOST.to_string())]);
            return Ok(());
        }
        let captions = match Captions::read(&tokio::fs::read(&path).await?) {
            Ok(captions) => captions,
            Err(fault) => {
                let key = match fault.what {
                    Wrong::Letters => "captions-letters",
                    Wrong::Head => "captions-head",
                    Wrong::Times => "captions-times",
                    Wrong::Backwards => "captions-backwards",
                    Wrong::Order => "captions-order",
                    Wrong::Much => "captions-much",
                    Wrong::Empty => "captions-empty",
                };
                faults.add_with(CAPTIONS_FIELD, key, vec![("line", fault.line.to_string())]);
                return Ok(());
            }
        };
        let (language, words) = (self.language.clone(), captions.write());
        let id = app.db.write(async |tx| caption::create(tx, me.id, &language, &words).await).await?;
        // One a language: the newer takes the place of the older.
        self.captions.retain(|caption| caption.language != language);
        self.captions.push(Caption { id, language });
        Ok(())
    }

    /// The recording with its words, as it goes with the post.
    pub fn new_recording(&self) -> Option<NewRecording> {
        let recording = self.recording.as_ref()?;
        Some(NewRecording {
            id: recording.id,
            title: self.title.clone(),
            description: self.about.clone(),
            transcript: self.transcript.clone(),
            captions: self.captions.iter().map(|caption| caption.id).collect(),
            poster: self.poster.as_ref().map(|poster| poster.id),
        })
    }

    /// Faults of its words.
    pub fn check(&self, faults: &mut FieldErrors) {
        if let (Some(recording), Some(new)) = (&self.recording, self.new_recording()) {
            recording::check(&new, recording.is_video(), faults);
        }
    }
}

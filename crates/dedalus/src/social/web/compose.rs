//! /post/nuovo — writing a post. Without a script: each button sends the whole form and brings it back.

use askama::Template;
use axum::extract::Request;
use axum::response::Response;
use http::StatusCode;
use kit::Result;
use kit::db::Tx;
use kit::error::FieldErrors;
use kit::rate::Key;

use super::at::number;
use super::draft::{Draft, MYSELF, Press};
use super::drafts::{WaitingDrafts, resume};
use super::intake::Intake;
use super::readers::{Readers, ReadersBadge};
use super::recordings::{RecordingFields, room};
use crate::identity::{Actor, Me, PageId, Person, PersonId, Viewer, editors, send_letter};
use crate::shell::{App, FormView, Frame, Html, Query, page_with, see};
use crate::social::card::{self, PostCard};
use crate::social::community::Community;
use crate::social::held::{Held, hold as hold_post};
use crate::social::mark::Named;
use crate::social::moderation::note_warned;
use crate::social::picture::MOST;
use crate::social::post::{NewPost, Post, Published};
use crate::social::unsent::{Place, Unsent};
use crate::social::visible::Replies;
use crate::social::words::{LANGUAGES, POST_MAX, TITLE_MAX, WARNING_MAX, Words, headline};

/// What a form looks like before it is published.
pub struct Preview {
    headline: String,
    body: Html,
}

#[derive(Template)]
#[template(path = "social/templates/compose.html")]
pub struct ComposePage {
    frame: Frame,
    form: FormView,
    /// The post that is being changed.
    post: Option<Post>,
    draft: Draft,
    /// Where the form goes.
    action: String,
    /// Voices to choose from; empty when there is no choice.
    voices: Vec<(String, String)>,
    /// Communities to choose from, after the whole square; empty when there is no choice.
    communities: Vec<(String, String)>,
    /// Who will read it.
    readers: Readers,
    /// Whoever can speak as a page is asked for a title and a date.
    institutional: bool,
    picture_faults: Vec<String>,
    preview: Option<Preview>,
    room: bool,
    /// The post that is quoted, if it may be read.
    quoted: Option<PostCard>,
    /// What was kept and not sent.
    waits: WaitingDrafts,
    /// A change of the post that another editor has not read yet.
    changing: Option<Held>,
    languages: Vec<(String, String)>,
    /// It is said in a community, whose members may be the only ones to answer.
    in_community: bool,
    /// The fault of the poll.
    poll_fault: Option<String>,
    /// Video or audio.
    recording: RecordingFields,
}

impl ComposePage {
    fn body_max(&self) -> usize {
        POST_MAX
    }

    fn badge(&self) -> ReadersBadge {
        self.readers.badge(&self.frame)
    }

    fn warning_max(&self) -> usize {
        WARNING_MAX
    }

    /// The answers of the poll, numbered from 1, each with what is wrong with it.
    fn poll_fields(&self) -> Vec<(i64, String, Option<String>)> {
        let typed = self.draft.poll.options.iter().cloned().chain(std::iter::repeat(String::new()));
        // What is wrong with the first is said above them all.
        let fault = |n: i64| (n > 1).then(|| self.form.fault(&format!("scelta{n}"))).flatten();
        (1..=6).zip(typed).map(|(n, words)| (n, words, fault(n))).collect()
    }

    /// Who may answer: the words of the form, their sentences, and which is chosen.
    fn rules(&self) -> Vec<(&'static str, &'static str, bool)> {
        let keys = [
            (Replies::Everyone, "post-replies-everyone"),
            (Replies::Verified, "post-replies-verified"),
            (Replies::Community, "post-replies-community"),
            (Replies::Approval, "post-replies-approval"),
            (Replies::Nobody, "post-replies-nobody"),
        ];
        let offered = keys.into_iter().filter(|(rule, _)| *rule != Replies::Community || self.in_community);
        offered.map(|(rule, key)| (rule.form_word(), self.frame.t(key), rule == self.draft.replies)).collect()
    }

    fn title_max(&self) -> usize {
        TITLE_MAX
    }

    /// The same with the communities to choose from, and what a private profile means for what is written.
    #[must_use]
    fn among(mut self, reach: &Reach) -> Self {
        let mine = &reach.mine;
        if self.post.is_some() {
            return self;
        }
        let followers = reach.private && self.draft.voice == MYSELF;
        if followers {
            self.readers = Readers::Mine;
        }
        if self.draft.community.is_empty() && !mine.iter().any(Community::may_write) {
            return self;
        }
        let choices = mine.iter().filter(|community| community.may_write());
        let words = choices.map(|community| {
            let who = self.frame.t(if community.asks() { "post-readers-members" } else { "post-readers-everyone" });
            (community.handle.clone(), format!("{} · {who}", community.name))
        });
        self.in_community = true;
        self.communities = std::iter::once((String::new(), self.frame.t("post-community-none").to_owned())).chain(words).collect();
        let wanted = &self.draft.community;
        if !self.communities.iter().any(|(handle, _)| handle == wanted) {
            // One that is left or sleeps: it stays chosen and is refused, so that nothing meant for it goes to the whole square.
            self.communities.push((wanted.clone(), format!("@{wanted}")));
        }
        self.readers = match mine.iter().find(|community| community.handle == *wanted) {
            Some(chosen) if !chosen.asks() => Readers::In(chosen.name.clone()),
            Some(chosen) => Readers::Members(chosen.name.clone()),
            None if !wanted.is_empty() => Readers::Members(format!("@{wanted}")),
            None if followers => Readers::Mine,
            None => Readers::Unless,
        };
        self
    }

    /// The form with what is in it, what is wrong with it, and what it will look like.
    pub fn new(app: &App, frame: &Frame, me: &Me, post: Option<Post>, draft: Draft, faults: FieldErrors, previewed: bool) -> Self {
        let readers = post.as_ref().map_or(Readers::Everybody, |post| Readers::of(post, me.id));
        let voices = if post.is_none() { voices(frame, me) } else { Vec::new() };
        let institutional = post.as_ref().map_or(!voices.is_empty(), |post| post.page_id.is_some() || !post.title.is_empty());
        let preview = (previewed && !draft.body.is_empty()).then(|| {
            let words = Words::of_post(&draft.body, draft.voice != MYSELF, &Named::default());
            Preview { headline: headline(&draft.title, &words.excerpt), body: Html(words.html) }
        });
        let action = post.as_ref().map_or_else(|| "/post".to_owned(), |post| format!("/post/{}/modifica", post.id));
        Self {
            picture_faults: faults.iter().filter(|fault| fault.field == "immagini").map(|fault| frame.fault(fault)).collect(),
            poll_fault: ["scelta1", "scelta-fino"].into_iter().find_map(|field| faults.of(field)).map(|fault| frame.fault(fault)),
            recording: RecordingFields::new(
                app,
                frame,
                FormView::with(frame, faults.clone()),
                &draft.recording,
                &action,
                post.as_ref().map(|post| post.id),
            ),
            form: FormView::with(frame, faults),
            quoted: None,
            waits: WaitingDrafts::none(frame),
            changing: None,
            languages: LANGUAGES.iter().map(|(code, name)| ((*code).to_owned(), (*name).to_owned())).collect(),
            in_community: post.as_ref().is_some_and(|post| post.community_id.is_some()),
            action,
            room: draft.pictures.len() < MOST,
            frame: frame.clone(),
            post,
            draft,
            voices,
            communities: Vec::new(),
            readers,
            institutional,
            preview,
        }
    }

    /// With the post it quotes, if the viewer may read it.
    pub async fn quoting(mut self, app: &App, viewer: &Viewer) -> Result<Self> {
        if let Some(quote) = self.draft.quote {
            self.quoted = card::several(&app.db, viewer, &[quote]).await?.pop();
        }
        Ok(self)
    }

    /// With the change of it that waits for another editor.
    pub async fn beside_what_waits(mut self, app: &App) -> Result<Self> {
        if let Some(post) = &self.post
            && post.page_id.is_some()
        {
            self.changing = Held::changing(&app.db, post.id).await?;
        }
        Ok(self)
    }

    /// The form comes back: 422 when something is wrong with it.
    pub fn answer(&self) -> Result<Response> {
        page_with(if self.form.is_faulty() { StatusCode::UNPROCESSABLE_ENTITY } else { StatusCode::OK }, self)
    }
}

/// Where somebody may write, and who reads it.
struct Reach {
    mine: Vec<Community>,
    private: bool,
}

impl Reach {
    async fn of(app: &App, viewer: &Viewer, me: &Me) -> Result<Self> {
        let mine = Community::of_member(&app.db, viewer).await?;
        Ok(Self { mine, private: Person::find(&app.db, me.id).await?.private })
    }

    /// What is said once it is published there.
    fn toast(&self, new: &NewPost) -> &'static str {
        match new.community {
            Some(id) if self.mine.iter().any(|community| community.id == id && community.asks()) => "toast-post-members",
            None if self.private && new.page.is_none() => "toast-post-followers",
            _ => "toast-post-published",
        }
    }
}

/// Oneself and the pages one may publish for.
fn voices(frame: &Frame, me: &Me) -> Vec<(String, String)> {
    let pages: Vec<(String, String)> = me.publishing().map(|page| (page.handle.clone(), page.name.clone())).collect();
    if pages.is_empty() {
        return pages;
    }
    std::iter::once((MYSELF.to_owned(), frame.t1("post-voice-me", "name", &me.name))).chain(pages).collect()
}

/// GET /post/nuovo?come=handle&comunita=handle&cita=post, ?bozza=riprendi (or its number) to go on with what was not sent, or ?ripresa=… with
/// what another editor sent back.
pub async fn form(app: App, frame: Frame, viewer: Viewer, query: Query) -> Result<Response> {
    let me = viewer.me()?;
    if let Ok(id) = query.0.line("ripresa").parse::<i64>() {
        let held = Held::returned(&app.db, id, me.id).await?;
        if held.changes.is_some() {
            return see(&held.again(), None);
        }
        let draft = Draft::of_held(&app, me, &held).await?;
        return ComposePage::new(&app, &frame, me, None, draft, FieldErrors::default(), false).answer();
    }
    let wanted = query.0.line("come");
    let voice = me.publishing().find(|page| page.handle == wanted).map_or_else(|| MYSELF.to_owned(), |page| page.handle.clone());
    let reach = Reach::of(&app, &viewer, me).await?;
    let (resumed, waiting) = Unsent::of(&app.db, me.id, Place::New).await.map(|those| resume(those, &query.0.line("bozza")))?;
    let mut draft = match &resumed {
        Some(unsent) => Draft::of_unsent(unsent, voice, frame.code()),
        None => Draft { community: query.0.line("comunita"), ..Draft::empty(voice, frame.code()) },
    };
    draft.quote = number(&query.0.line("cita")).or(draft.quote);
    let mut page =
        ComposePage::new(&app, &frame, me, None, draft, FieldErrors::default(), false).among(&reach).quoting(&app, &viewer).await?;
    page.waits = WaitingDrafts::new(&frame, Place::New, waiting);
    page.answer()
}

/// POST /post — publishes, or brings the form back with the preview, the new pictures or the faults.
pub async fn create(app: App, frame: Frame, viewer: Viewer, request: Request) -> Result<Response> {
    let me = viewer.me()?;
    app.limiter.take("gesture", Key::Account(me.id.0))?;
    let intake = Intake::read_into(request, room(&app, MOST)).await?;
    let (draft, form, mut faults) = Draft::read(&app, me, intake, None).await?;
    let reach = Reach::of(&app, &viewer, me).await?;
    let press = Press::of(&form);
    if press != Press::Publish {
        let page = ComposePage::new(&app, &frame, me, None, draft, faults, press == Press::Preview).among(&reach);
        return page.quoting(&app, &viewer).await?.answer();
    }
    let page = draft.page(me).unwrap_or_else(|_| {
        faults.add("voce", "error-post-voice");
        None
    });
    let community = draft.community(&reach.mine).unwrap_or_else(|fault| {
        faults.add("comunita", fault);
        None
    });
    let pinned = draft.check(page, app.now(), &app.zone, &mut faults);
    let poll = draft.check_poll(app.now(), &app.zone, &mut faults);
    if !faults.is_empty() {
        return ComposePage::new(&app, &frame, me, None, draft, faults, false).among(&reach).quoting(&app, &viewer).await?.answer();
    }
    app.limiter.take("write", Key::Account(me.id.0))?;
    let actor = viewer.actor()?;
    let new = NewPost { community, ..draft.new_post(page, pinned, poll) };
    if let Some(page) = page
        && me.page(page).is_some_and(|page| page.two_person)
    {
        return hold(&app, frame, me, &actor, page, draft, &new).await;
    }
    match app.db.write(async |tx| Post::publish(tx, &actor, &new).await).await {
        Ok(Published::New(id)) => {
            let waits = Post::any(&app.db, id).await?.held;
            see(&format!("/post/{id}"), Some(if waits { "toast-post-waits" } else { reach.toast(&new) }))
        }
        Ok(Published::Already(id)) => see(&format!("/post/{id}"), Some("toast-post-already")),
        Err(error) => {
            note_warned(&app.db, me.id, &error, &new.pieces()).await?;
            let kit::Error::Invalid(faults) = error else { return Err(error) };
            ComposePage::new(&app, &frame, me, None, draft, faults, false).among(&reach).answer()
        }
    }
}

/// The page asks for a second pair of eyes: the post is kept, and the other editors are told.
async fn hold(app: &App, frame: Frame, me: &Me, actor: &Actor, page: PageId, draft: Draft, new: &NewPost) -> Result<Response> {
    let others = other_editors(app, me, page).await?;
    if others.is_empty() {
        let mut faults = FieldErrors::default();
        faults.add("voce", "error-held-alone");
        return ComposePage::new(app, &frame, me, None, draft, faults, false).answer();
    }
    app.db
        .write(async |tx| {
            let held = hold_post(tx, actor, page, new).await?;
            ask_for_eyes(tx, app, me, held, &new.title, &others).await
        })
        .await?;
    see("/segreteria/da-rivedere", Some("toast-post-held"))
}

/// Whoever else may publish for the page.
pub async fn other_editors(app: &App, me: &Me, page: PageId) -> Result<Vec<Person>> {
    let editors = editors(&app.db, page).await?;
    let others: Vec<PersonId> =
        editors.iter().filter(|editor| editor.may_publish && editor.person_id != me.id).map(|editor| editor.person_id).collect();
    Person::several(&app.db, &others).await
}

/// Writes to them that something waits to be read, unless they know.
pub async fn ask_for_eyes(tx: &mut Tx, app: &App, me: &Me, held: Option<i64>, title: &str, others: &[Person]) -> Result<()> {
    let Some(held) = held else { return Ok(()) };
    let path = format!("/segreteria/da-rivedere/{held}");
    for person in others {
        send_letter(tx, app, person, "mail-held", &path, &[("title", title), ("who", &me.name)]).await?;
    }
    Ok(())
}

//! The people, offices and pages of the demo town as they stand in the database, and what they do.

use std::collections::BTreeMap;
use std::io::Write;
use std::net::{IpAddr, Ipv4Addr};

use kit::clock::{SECOND, Time};
use kit::db::Db;
use kit::{Error, Result, args};
use wire::webvtt::Captions;

use super::offices::{self, OFFICES};
use super::pages::{DemoPage, PAGES};
use super::people::{Invented, PEOPLE};
use super::script::{Answer, At, Calendar, Drawing, Recorded, Said, Told, Voice};
use super::sign_ins::PASSWORD;
use super::{Act, What, appointments, posts, quarrel, services};
use crate::identity::{
    Absence, Actor, Me, Membership, NewAbsence, NewOffice, NewPage, NewPerson, Office, OfficeId, Page, PageId, Person, PersonId, Rights,
    Viewer, ViewerData, set_editor, update_profile,
};
use crate::shell::{App, assets};
use crate::social::{self, Described, NewComment, NewPoll, NewPost, NewRecording, Post, PostId, Replies, Stored, StoredRecording};

/// From where invented people write.
pub(super) const NOWHERE: IpAddr = IpAddr::V4(Ipv4Addr::LOCALHOST);

/// The key of a post's form, by its number.
pub fn post_key(number: usize) -> String {
    format!("demo-post-{number}")
}

/// The key of a comment's form, by its number.
pub fn comment_key(number: usize) -> String {
    format!("demo-comment-{number}")
}

/// Who and what is there already.
pub struct Cast {
    hash: String,
    people: BTreeMap<&'static str, (PersonId, &'static Invented)>,
    pages: BTreeMap<&'static str, (PageId, &'static DemoPage)>,
    posts: BTreeMap<usize, PostId>,
    comments: BTreeMap<usize, PostId>,
}

impl Cast {
    /// Founds the town: staff, offices, pages. Whatever is there already stays as it is.
    pub async fn found(past: &App) -> Result<Self> {
        let hash = past.passwords.hash(PASSWORD).await?;
        let mut cast = Self { hash, people: BTreeMap::new(), pages: BTreeMap::new(), posts: BTreeMap::new(), comments: BTreeMap::new() };
        for invented in PEOPLE.iter().filter(|person| !person.roles.is_empty()) {
            cast.join(&past.db, invented).await?;
        }
        let offices = cast.open_offices(&past.db).await?;
        cast.take_office(&past.db, &offices).await?;
        cast.give_voices(&past.db, &offices).await?;
        Ok(cast)
    }

    /// The head of the legal office is away for some days around the town's day, and another head stands in.
    pub async fn stand_in(&self, db: &Db, starts_at: Time, ends_at: Time) -> Result<()> {
        let known: Option<(i64,)> = db.maybe("select id from absence limit 1", vec![]).await?;
        if known.is_some() {
            return Ok(());
        }
        let ((away, _), (substitute, _)) = (self.person("donatella_ferrante")?, self.person("ignazio_tramuta")?);
        let office = Office::by_slug(db, "legale").await?.id;
        let absence = NewAbsence { person: away, office: Some(office), starts_at, ends_at, substitutes: vec![substitute] };
        db.write(async |tx| Absence::create(tx, &absence, away).await).await?;
        Ok(())
    }

    /// How many people are there.
    pub fn len(&self) -> usize {
        self.people.len()
    }

    /// How many comments were made.
    pub fn comments(&self) -> usize {
        self.comments.len()
    }

    /// Does what happens.
    pub async fn play(&mut self, past: &App, calendar: &Calendar, act: &Act) -> Result<()> {
        match &act.what {
            What::Join(invented) => self.join(&past.db, invented).await,
            What::Tell(number) => {
                let told = posts().get(*number).copied().ok_or_else(|| Error::internal("the demo has no such post"))?;
                let id = self.tell(past, calendar, *number, told).await?;
                self.posts.insert(*number, id);
                Ok(())
            }
            What::Say { number, said, post, above } => {
                let id = self.say(past, calendar, *number, said, (*post, *above)).await?;
                self.comments.insert(*number, id);
                Ok(())
            }
            What::Found(gathering) => self.found_community(&past.db, gathering).await,
            What::Enter(gathering, handle) => self.enter(&past.db, gathering, handle).await,
            What::Follow(follow) => self.follow(&past.db, follow).await,
            What::TakeBack { number, said } => self.take_back(&past.db, *number, said).await,
            What::Moderate(step) => quarrel::play(self, past, step).await,
            What::Serve(change) => services::play(self, past, change).await,
            What::Book => appointments::open(past).await,
            What::Receive => appointments::receive(past).await,
        }
    }

    async fn join(&mut self, db: &Db, invented: &'static Invented) -> Result<()> {
        let known: Option<(PersonId,)> = db.maybe("select id from person where handle_folded = $1", args![invented.handle]).await?;
        let id = match known {
            Some((id,)) => id,
            None => {
                tick(db);
                db.write(async |tx| self.sign_up(tx, invented).await).await?
            }
        };
        self.people.insert(invented.handle, (id, invented));
        Ok(())
    }

    async fn sign_up(&self, tx: &mut kit::db::Tx, invented: &Invented) -> Result<PersonId> {
        let new = NewPerson {
            handle: invented.handle.into(),
            name: invented.name.into(),
            email: invented.email.into(),
            password_hash: Some(self.hash.clone()),
            tier: invented.tier,
            language: invented.lang,
            privacy_version: crate::identity::PRIVACY_VERSION.into(),
        };
        let id = Person::create(tx, &new).await?;
        update_profile(tx, id, invented.name, invented.bio, invented.lang).await?;
        Ok(id)
    }

    async fn open_offices(&self, db: &Db) -> Result<BTreeMap<&'static str, OfficeId>> {
        let mut opened = BTreeMap::new();
        for (position, office) in (1_i64..).zip(OFFICES) {
            let known: Option<(OfficeId,)> = db.maybe("select id from office where slug = $1", args![office.slug]).await?;
            if let Some((id,)) = known {
                opened.insert(office.slug, id);
                continue;
            }
            let new = NewOffice {
                slug: office.slug.into(),
                name: office.name.into(),
                kind: office.kind,
                purpose: office.purpose.into(),
                address: office.address.into(),
                phone: office.phone.into(),
                email: format!("{}@comune.termini.example", office.mail),
                position,
                hours: offices::stretches(office.hours),
            };
            let (head, _) = self.person(office.head)?;
            tick(db);
            let id = db
                .write(async |tx| {
                    let id = Office::create(tx, &new).await?;
                    Office::set_head(tx, id, head).await?;
                    Ok(id)
                })
                .await?;
            opened.insert(office.slug, id);
        }
        Ok(opened)
    }

    async fn take_office(&self, db: &Db, offices: &BTreeMap<&'static str, OfficeId>) -> Result<()> {
        for (person, invented) in self.people.values() {
            for (role, slug) in invented.roles {
                let office = *offices.get(slug).ok_or_else(|| missing("office", slug))?;
                tick(db);
                let taken = db.write(async |tx| Membership::begin(tx, *person, office, *role, None).await).await;
                if !matches!(taken, Ok(_) | Err(Error::Conflict(_))) {
                    taken?;
                }
            }
        }
        Ok(())
    }

    async fn give_voices(&mut self, db: &Db, offices: &BTreeMap<&'static str, OfficeId>) -> Result<()> {
        for (position, page) in (1_i64..).zip(PAGES) {
            let known: Option<(PageId,)> = db.maybe("select id from page where handle_folded = $1", args![page.handle]).await?;
            let new = NewPage {
                handle: page.handle.into(),
                name: page.name.into(),
                initials: page.initials.into(),
                colour: page.colour,
                bio: page.bio.into(),
                office_id: offices.get(page.office).copied(),
                cover: page.cover.into(),
                position,
            };
            tick(db);
            let id = match known {
                Some((id,)) => id,
                None => db.write(async |tx| Page::create(tx, &new).await).await?,
            };
            for handle in page.editors {
                let (person, _) = self.person(handle)?;
                db.write(async |tx| set_editor(tx, id, person, Rights { publish: true, reply: true }, None).await).await?;
            }
            self.pages.insert(page.handle, (id, page));
        }
        Ok(())
    }

    async fn tell(&self, past: &App, calendar: &Calendar, number: usize, told: &Told) -> Result<PostId> {
        let (author, invented) = self.person(told.by)?;
        let page = told.page.map(|handle| self.page(handle)).transpose()?.map(|(id, _)| id);
        let key = post_key(number);
        let known: Option<(PostId,)> =
            past.db.maybe("select id from post where author_id = $1 and once_key = $2", args![author, &key]).await?;
        if let Some((id,)) = known {
            self.answer(&past.db, id, told).await?;
            return Ok(id);
        }
        let mut pictures = Vec::new();
        if let Some(drawing) = told.drawing {
            pictures.push(upload(past, author, drawing).await?);
        }
        let recording = match &told.recorded {
            Some(recorded) => Some(record(past, author, recorded).await?),
            None => None,
        };
        let new = NewPost {
            author: None,
            community: match told.community {
                Some(handle) => Some(self.community(&past.db, told.by, handle).await?.id),
                None => None,
            },
            page,
            title: calendar.dated(told.title, told.lang)?,
            body: calendar.dated(told.body.trim_end(), told.lang)?,
            replies: if told.reads_first { Replies::Approval } else { Replies::Everyone },
            warning: told.warning.to_owned(),
            poll: told.poll.map(|(answers, until)| poll_of(calendar, answers, until)).transpose()?,
            pinned_until: told.pinned_until.map(|until| calendar.time(until)).transpose()?,
            pictures,
            recording,
            language: told.lang.word().to_owned(),
            once_key: key,
            ..NewPost::default()
        };
        let actor = Actor::person(author, invented.name, NOWHERE);
        let id = past.db.write(async |tx| Post::publish(tx, &actor, &new).await).await?.id();
        self.answer(&past.db, id, told).await?;
        Ok(id)
    }

    /// Who likes a post, and who votes in it.
    async fn answer(&self, db: &Db, id: PostId, told: &Told) -> Result<()> {
        for handle in told.liked_by {
            // Who signs up later likes nothing yet.
            let Ok((person, invented)) = self.person(handle) else { continue };
            let actor = Actor::person(person, invented.name, NOWHERE);
            db.write(async |tx| Post::like(tx, &actor, id).await).await?;
        }
        let answers = told.poll.map_or(&[][..], |(answers, _)| answers);
        for (place, (_, voters)) in (0_i64..).zip(answers) {
            for handle in *voters {
                let Ok((person, invented)) = self.person(handle) else { continue };
                let actor = Actor::person(person, invented.name, NOWHERE);
                match db.write(async |tx| Post::vote(tx, &actor, id, &[place]).await).await {
                    // Who has voted in a filling that was broken off does not vote again.
                    Ok(_) | Err(Error::Conflict(_)) => {}
                    Err(error) => return Err(error),
                }
            }
        }
        Ok(())
    }

    async fn say(&self, past: &App, calendar: &Calendar, number: usize, said: &Said, below: (usize, Option<usize>)) -> Result<PostId> {
        let (page, author) = match said.by {
            Voice::Person(handle) => (None, handle),
            Voice::Page(handle) => {
                let (id, page) = self.page(handle)?;
                (Some(id), page.editors.first().copied().unwrap_or_default())
            }
        };
        let (author, invented) = self.person(author)?;
        let (post, above) = below;
        let root = *self.posts.get(&post).ok_or_else(|| Error::internal("a comment of the demo comes before its post"))?;
        let parent = above.map(|number| self.comments.get(&number).copied().ok_or_else(|| Error::internal("an answer comes too early")));
        let new = NewComment {
            root,
            parent: parent.transpose()?,
            page,
            body: calendar.dated(said.text, said.lang)?,
            language: said.lang,
            once_key: comment_key(number),
            at: None,
        };
        let actor = Actor::person(author, invented.name, NOWHERE);
        Ok(past.db.write(async |tx| social::comment(tx, &actor, &new).await).await?.id())
    }

    async fn take_back(&self, db: &Db, number: usize, said: &Said) -> Result<()> {
        let Voice::Person(handle) = said.by else { return Err(Error::internal("in the demo only people take comments back")) };
        let (author, invented) = self.person(handle)?;
        let comment = *self.comments.get(&number).ok_or_else(|| missing("comment", handle))?;
        let actor = Actor::person(author, invented.name, NOWHERE);
        let viewer = viewer(db, author, invented);
        db.write(async |tx| Post::delete(tx, &actor, &viewer, comment, None).await).await?;
        Ok(())
    }

    /// Somebody of the cast.
    pub fn person(&self, handle: &str) -> Result<(PersonId, &'static Invented)> {
        self.people.get(handle).copied().ok_or_else(|| missing("person", handle))
    }

    pub(super) fn page(&self, handle: &str) -> Result<(PageId, &'static DemoPage)> {
        self.pages.get(handle).copied().ok_or_else(|| missing("page", handle))
    }
}

/// Somebody as the town sees them when they look at it.
pub(super) fn viewer(db: &Db, id: PersonId, invented: &Invented) -> Viewer {
    let me = Me::plain(id, invented.handle, invented.name, invented.tier, invented.lang);
    Viewer::new(ViewerData { address: NOWHERE, me: Some(me), now: db.now() })
}

/// A question of the texts.
fn poll_of(calendar: &Calendar, answers: &[Answer], until: At) -> Result<NewPoll> {
    let options = answers.iter().map(|(words, _)| (*words).to_owned()).collect();
    Ok(NewPoll { options, multiple: false, closes_at: calendar.time(until)?.micros() })
}

/// Uploads a drawing as people do: decoded, made again in three sizes.
async fn upload(past: &App, owner: PersonId, drawing: Drawing) -> Result<Described> {
    let bytes = assets::demo_picture(drawing.name).ok_or_else(|| missing("drawing", drawing.name))?;
    let mut file = tempfile::NamedTempFile::new()?;
    file.write_all(bytes)?;
    match social::store_picture(past, owner, file.path()).await? {
        Stored::Picture(picture) => Ok(Described { id: picture.id, alt: drawing.alt.into() }),
        _ => Err(Error::internal(format!("the drawing {} was refused", drawing.name))),
    }
}

/// Uploads video or audio as people do: checked, with its captions and the drawing that stands for it.
async fn record(past: &App, owner: PersonId, recorded: &Recorded) -> Result<NewRecording> {
    let mut file = tempfile::NamedTempFile::new()?;
    file.write_all(recorded.bytes)?;
    let StoredRecording::Recording(stored) = social::store_recording(past, owner, file.path()).await? else {
        return Err(Error::internal(format!("the recording {} was refused", recorded.title)));
    };
    let mut captions = Vec::new();
    if !recorded.captions.is_empty() {
        let read = Captions::read(recorded.captions.as_bytes());
        let words = read.map_err(|fault| Error::internal(format!("the captions of {}: {fault:?}", recorded.title)))?.write();
        captions.push(past.db.write(async |tx| social::create_caption(tx, owner, "it", &words).await).await?);
    }
    let poster = match recorded.poster {
        "" => None,
        name => Some(upload(past, owner, Drawing { name, alt: recorded.title }).await?.id),
    };
    Ok(NewRecording {
        id: stored.id,
        title: recorded.title.into(),
        description: recorded.about.into(),
        transcript: recorded.transcript.trim_end().into(),
        captions,
        poster,
    })
}

/// The next second: rows of one moment have numbers in no certain order.
pub(super) fn tick(db: &Db) {
    db.clock().advance(SECOND);
}

fn missing(what: &str, name: &str) -> Error {
    Error::internal(format!("the demo town has no {what} called {name}"))
}

//! /post/{id} — a post, its pictures, what people say, and who speaks.

use askama::Template;
use axum::response::Response;
use http::StatusCode;
use kit::clock::Time;
use kit::i18n::dates;
use kit::{Error, Result};

use super::about;
use super::acts::ActsView;
use super::at::{At, number};
use super::draft::{MYSELF, sound_key};
use super::drafts::resume;
use super::recordings::Player;
use super::thread::{AnswerForm, CommentView, Setting, Typed, numbers, people, quoted};
use super::votes::PollView;
use crate::identity::{Calendar, DoorView, Office, Page, PageId, Viewer, door_turns, door_view};
use crate::shell::{App, Frame, Html, Keep, Query, once_key, page_with, see};
use crate::social::card::{self, PostCard};
use crate::social::comment::{Part, Sort, locate, thread};
use crate::social::mine::Mine;
use crate::social::picture::Picture;
use crate::social::poll::Poll;
use crate::social::post::{Post, PostId};
use crate::social::powers::Powers;
use crate::social::preview::Preview;
use crate::social::reply::{self, Answer};
use crate::social::unsent::{KEY, Place, Unsent};
use crate::social::visible::{Replies, visible};
use crate::social::words::minutes;

/// Other posts shown beside one.
const OTHERS: i64 = 4;

/// The page that speaks, with its door.
struct Speaker {
    page: Page,
    door: Option<DoorView>,
}

#[derive(Template)]
#[template(path = "social/templates/post.html")]
struct PostPage {
    frame: Frame,
    body: Html,
    about: Html,
    pictures: Vec<Picture>,
    player: Option<Player>,
    minutes: i64,
    powers: Powers,
    pinned: bool,
    comments: Vec<CommentView>,
    /// This page of the thread is not its first.
    later: bool,
    more: Option<String>,
    answer: Option<AnswerForm>,
    closed: bool,
    /// Who may answer, where not everybody may: the key of its sentence.
    rule: Option<&'static str>,
    acts: ActsView,
    poll: Option<PollView>,
    quoted: Option<PostCard>,
    preview: Option<Preview>,
    /// Comments that wait for this viewer's word.
    waiting: i64,
    part: Part,
    /// Where new answers are listened for.
    live: String,
    speaker: Option<Speaker>,
    others: Vec<PostCard>,
    /// The viewer keeps the community it is said in.
    keeps: bool,
    /// Somebody else speaks as themselves: the viewer may want nothing to do with them.
    apart: bool,
    post: Post,
}

impl PostPage {
    /// The orders of the thread: word, sentence, and whether it is this one.
    fn sorts(&self) -> [(&'static str, &'static str, bool); 3] {
        [(Sort::Oldest, "sort-oldest"), (Sort::Newest, "sort-newest"), (Sort::Liked, "sort-liked")]
            .map(|(sort, key)| (sort.word(), self.frame.t(key), sort == self.part.sort))
    }
}

#[derive(Template)]
#[template(path = "social/templates/gone.html")]
struct GonePage {
    frame: Frame,
    post: Post,
    restorable: bool,
}

/// What part of the thread is asked for, and what somebody is typing.
#[derive(Default)]
pub struct Asked {
    /// Which comments.
    pub part: Part,
    /// The form stands below this comment.
    pub answering: Option<PostId>,
    /// A form that comes back.
    pub typed: Option<Typed>,
    /// A form that is begun: a quotation, or what was kept and not sent.
    pub begun: Option<Typed>,
    /// What is wrong with a vote.
    pub poll_fault: Option<&'static str>,
}

/// GET /post/{id}?dopo=…&rispondi=… — the number of a comment leads to its place.
pub async fn show(app: App, frame: Frame, viewer: Viewer, At(id): At, query: Query) -> Result<Response> {
    let post = match Post::visible_to(&app.db, &viewer, id).await {
        Ok(post) => post,
        Err(Error::NotFound) => return gone(&app, frame, &viewer, id).await,
        Err(error) => return Err(error),
    };
    if post.is_comment() {
        return see(&locate(&app.db, &post).await?, None);
    }
    let part = Part {
        sort: Sort::from_word(&query.0.line("ordine")),
        after: number(&query.0.line("dopo")),
        branch: number(&query.0.line("ramo")),
    };
    let answering = number(&query.0.line("rispondi"));
    let begun = begun(&app, &viewer, &post, answering, &query).await?;
    let asked = Asked { part, answering, begun, ..Asked::default() };
    draw(&app, frame, &viewer, post, asked).await
}

/// What a form begins with: what was kept and not sent (`bozza=…`), or the words it answers (`cita`).
async fn begun(app: &App, viewer: &Viewer, post: &Post, answering: Option<PostId>, query: &Query) -> Result<Option<Typed>> {
    let Some(me) = &viewer.me else { return Ok(None) };
    let typed = |body: String, voice: String| Typed { body, voice, key: once_key(), ..Typed::default() };
    let asked = query.0.line("bozza");
    if !asked.is_empty() {
        let (unsent, _) = resume(Unsent::of(&app.db, me.id, Place::Below(post.id)).await?, &asked);
        return Ok(unsent.map(|unsent| Typed { key: sound_key(&unsent.field(KEY)), ..typed(unsent.field("testo"), unsent.field("voce")) }));
    }
    if !query.0.has("cita") {
        return Ok(None);
    }
    let words = match answering {
        None => post.body.clone(),
        Some(comment) => match Post::visible_to(&app.db, viewer, comment).await {
            Ok(comment) if comment.root_id == post.id => comment.body,
            Ok(_) | Err(Error::NotFound) => return Ok(None),
            Err(error) => return Err(error),
        },
    };
    Ok(Some(typed(quoted(&words), MYSELF.to_owned())))
}

/// The post's page. With a form that comes back it is 422.
pub async fn draw(app: &App, frame: Frame, viewer: &Viewer, post: Post, asked: Asked) -> Result<Response> {
    let status = if asked.typed.is_some() || asked.poll_fault.is_some() { StatusCode::UNPROCESSABLE_ENTITY } else { StatusCode::OK };
    let kept = status == StatusCode::OK && asked.answering.is_none() && asked.begun.is_none();
    let (found, pictures, others, (speaker, changes), poll, quoted, preview, newest, player) = tokio::try_join!(
        thread(&app.db, viewer, post.id, asked.part),
        Picture::of_post(&app.db, post.id),
        others(app, viewer, post.page_id, post.id),
        speaker(app, &frame, post.page_id),
        Poll::of(&app.db, viewer, post.id),
        quoted_card(app, viewer, post.quote_id),
        Preview::of(&app.db, post.id),
        newest(app, viewer, post.id),
        Player::of(app, &frame, post.id),
    )?;
    let allowed = match &viewer.me {
        Some(me) => Some(reply::shown(&app.db, &post, me.id, me.tier, me.replying().next().is_some()).await?),
        None => None,
    };
    let mut ids = vec![post.id];
    numbers(&found.branches, &mut ids);
    let mine = Mine::of(&app.db, viewer, &ids).await?;
    let waiting = match &viewer.me {
        Some(me) if post.is_kept_by(me) => post.waiting_count(&app.db, viewer).await?,
        _ => 0,
    };
    let mut tags = vec!["square".to_owned(), format!("post:{}", post.id), format!("person:{}", post.author_id), "pages".to_owned()];
    tags.extend(post.page_id.map(|page| format!("page:{page}")));
    tags.extend(speaker.as_ref().filter(|speaker| speaker.door.is_some()).map(|_| "offices".to_owned()));
    tags.extend(post.quote_id.map(|quote| format!("post:{quote}")));
    people(&found.branches, &mut tags);

    let answerable = matches!(allowed, Some(Answer::Stands | Answer::Waits));
    let waits = allowed == Some(Answer::Waits);
    let setting = Setting {
        frame: &frame,
        viewer,
        root: &post,
        part: asked.part,
        answerable,
        waits,
        mine: &mine,
        answering: asked.answering,
        now: app.now(),
    };
    let refused = asked.typed.is_some();
    let mut typed = asked.typed.or(asked.begun);
    let key = typed.as_ref().map(|typed| typed.key.clone());
    let comments = setting.draw(found.branches, &mut typed);
    let closed = post.replies == Replies::Nobody;
    // The form stands in one place: below the comment that is answered, or at the end.
    let answering = comments.iter().any(CommentView::has_form);
    let answer = match &viewer.me {
        // A post that was closed meanwhile still gives back what was typed.
        Some(me) if (answerable || refused) && !answering => {
            let mut waiting = if refused { Vec::new() } else { Unsent::of(&app.db, me.id, Place::Below(post.id)).await? };
            waiting.retain(|unsent| Some(unsent.field(KEY)) != key);
            Some(AnswerForm::new(&frame, me, &post, None, typed, post.path()).with_drafts(waiting).waiting(waits))
        }
        _ => None,
    };
    let rule = match (post.replies, allowed) {
        (Replies::Everyone | Replies::Nobody, _) | (_, Some(Answer::Stands)) => None,
        (Replies::Verified, _) => Some("comments-verified"),
        (Replies::Community, _) => Some("comments-community"),
        (Replies::Approval, _) => Some("comments-approval"),
    };
    let sorted = if asked.part.sort == Sort::Oldest { String::new() } else { format!("ordine={}&", asked.part.sort.word()) };
    let branch = asked.part.branch.map_or_else(String::new, |branch| format!("ramo={branch}&"));
    let more = found.more.map(|last| format!("/post/{}?{sorted}{branch}dopo={last}#commenti", post.id));
    let closes = poll.as_ref().map(|poll| poll.closes_at).filter(|at| *at > frame.now);
    let until = Some(dates::next_midnight(frame.now, &frame.zone));
    let until = [until, post.kept_until.filter(|kept| *kept > frame.now)].into_iter().flatten().min();
    let pinned = post.is_pinned(frame.now);
    let view = PostPage {
        body: Html(post.body_html.clone()),
        about: about::of_post(app, &frame, &post, &pictures, player.as_ref()),
        minutes: minutes(&post.body),
        powers: post.powers(viewer.me.as_ref(), app.now()),
        later: asked.part.after.is_some() || asked.part.branch.is_some(),
        acts: ActsView::new(&frame, &post, &mine, post.path()),
        poll: poll.map(|poll| PollView::new(&frame, post.id, poll, asked.poll_fault)),
        live: format!("/post/{}/diretta?da={newest}", post.id),
        part: asked.part,
        rule,
        quoted,
        preview,
        waiting,
        frame,
        pictures,
        player,
        pinned,
        comments,
        more,
        answer,
        closed,
        speaker,
        others,
        keeps: viewer.id().is_some_and(|me| post.is_moderated_by(me)),
        apart: is_apart(viewer, &post),
        post,
    };
    let answer = page_with(status, &view)?;
    Ok(if kept { Keep { tags, until: None }.until(until).until(changes).until(closes).on(answer) } else { answer })
}

/// May the viewer block or mute who speaks: a person, there, and somebody else?
pub fn is_apart(viewer: &Viewer, post: &Post) -> bool {
    viewer.id().is_some_and(|me| me != post.author_id) && post.page_id.is_none() && !post.author_handle.is_empty()
}

/// Where something stood: a tombstone, with the way back for who may take it. For whoever could not read it nothing stood there.
async fn gone(app: &App, frame: Frame, viewer: &Viewer, id: PostId) -> Result<Response> {
    let post = Post::stood_for(&app.db, viewer, id).await?;
    if post.is_comment() {
        let path = if post.root_deleted_at.is_some() { format!("/post/{}", post.root_id) } else { locate(&app.db, &post).await? };
        return see(&path, None);
    }
    let restorable = post.powers(viewer.me.as_ref(), app.now()).restore;
    page_with(StatusCode::GONE, &GonePage { frame, post, restorable })
}

/// The number of the newest answer that the viewer may read.
async fn newest(app: &App, viewer: &Viewer, post: PostId) -> Result<PostId> {
    let sql = format!("select p.id from post p where p.root_id = $1 and {} order by p.id desc limit 1", visible(2));
    let newest: Option<(PostId,)> = app.db.maybe(sql, kit::args![post, viewer.id()]).await?;
    Ok(newest.map_or(PostId(0), |(id,)| id))
}

/// The post that is quoted, if the viewer may read it.
async fn quoted_card(app: &App, viewer: &Viewer, quote: Option<PostId>) -> Result<Option<PostCard>> {
    match quote {
        Some(quote) => Ok(card::several(&app.db, viewer, &[quote]).await?.pop()),
        None => Ok(None),
    }
}

/// What the same page says besides.
async fn others(app: &App, viewer: &Viewer, page: Option<PageId>, post: PostId) -> Result<Vec<PostCard>> {
    let Some(page) = page else { return Ok(Vec::new()) };
    let mut cards = card::of_page(&app.db, viewer, page, None, OTHERS).await?;
    cards.retain(|card| card.id != post);
    cards.truncate(3);
    Ok(cards)
}

/// The page that speaks, its door, and when the sign on it changes.
async fn speaker(app: &App, frame: &Frame, page: Option<PageId>) -> Result<(Option<Speaker>, Option<Time>)> {
    let Some(page) = page else { return Ok((None, None)) };
    let page = match Page::find(&app.db, page).await {
        Ok(page) => page,
        Err(Error::NotFound) => return Ok((None, None)),
        Err(error) => return Err(error),
    };
    let Some(office) = page.office_id else { return Ok((Some(Speaker { page, door: None }), None)) };
    let week = Office::find(&app.db, office).await?.hours(&app.db).await?;
    let calendar = Calendar::load(&app.db).await?;
    let changes = door_turns(frame, &week, &calendar, office);
    let door = (!week.is_empty()).then(|| door_view(frame, &week, &calendar, office));
    Ok((Some(Speaker { page, door }), changes))
}

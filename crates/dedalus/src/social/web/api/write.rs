//! Writing, changing and taking back posts and comments: the composer's rules, for programs.

use axum::response::{IntoResponse, Response};
use http::{HeaderValue, Method, StatusCode, header};
use kit::error::FieldErrors;
use kit::rate::Key;
use kit::text::{clean_line, clean_text};
use kit::{Error, Result};
use serde::Deserialize;
use utoipa::ToSchema;

use super::shape::{PostShape, of_one};
use crate::api_path;
use crate::identity::api::{Ask, Body, Caller, Number, OnceKey, answer, at};
use crate::identity::{Routes, Scope, Viewer};
use crate::shell::{App, Frame};
use crate::social::comment::{NewComment, publish};
use crate::social::community::Community;
use crate::social::edit::Change;
use crate::social::moderation::{Pieces, note_warned};
use crate::social::picture::{Described, Picture};
use crate::social::post::{NewPost, Post, PostId, Published};
use crate::social::recording::NewRecording;
use crate::social::visible::Replies;
use crate::social::web::at::At;
use crate::social::web::draft::{Draft, MYSELF, based_on};
use crate::social::words::{COMMENT_MAX, LANGUAGES, POST_MAX, check_body, check_title, check_warning, known_language};

/// Addresses to write at.
pub fn routes() -> Routes {
    let person = Ask::Person(Scope::WriteStatuses);
    Routes::new()
        .api(
            at(Method::POST, api_path!("/posts"), "createPost", "Publishes a post of the person.", person)
                .once()
                .takes::<NewPostShape>()
                .gives::<PostShape>(201)
                .gives::<PostShape>(200),
            create,
        )
        .api(
            at(Method::POST, api_path!("/posts/{id}/comments"), "createComment", "Answers a post, or a comment below it.", person)
                .once()
                .takes::<NewCommentShape>()
                .gives::<PostShape>(201)
                .gives::<PostShape>(200),
            comment,
        )
        .api(
            at(
                Method::PATCH,
                api_path!("/posts/{id}"),
                "updatePost",
                "Changes a post or comment; what it said before stays readable.",
                person,
            )
            .takes::<ChangeShape>()
            .gives::<PostShape>(200),
            change,
        )
        .api(at(Method::DELETE, api_path!("/posts/{id}"), "deletePost", "Takes a post or comment back.", person).done(), delete)
}

/// Who may answer.
#[derive(Debug, Clone, Copy, Default, Deserialize)]
#[serde(rename_all = "lowercase")]
enum Who {
    /// Everybody with an account.
    #[default]
    Everyone,
    /// Who is known by name.
    Verified,
    /// Members of the post's community.
    Community,
    /// Everybody; others read it once the author approves it.
    Approval,
    /// Nobody.
    Nobody,
}

impl From<Who> for Replies {
    fn from(who: Who) -> Self {
        match who {
            Who::Everyone => Self::Everyone,
            Who::Verified => Self::Verified,
            Who::Community => Self::Community,
            Who::Approval => Self::Approval,
            Who::Nobody => Self::Nobody,
        }
    }
}

/// The languages a post can be in.
#[derive(Debug, Clone, Copy, Deserialize)]
#[serde(rename_all = "lowercase")]
enum Language {
    It,
    En,
    De,
    Scn,
    Fr,
    Es,
    Ro,
    Sq,
    Ar,
    Uk,
    Zh,
}

impl Language {
    /// Its code, which the composer knows.
    fn code(self) -> String {
        let word = format!("{self:?}").to_lowercase();
        LANGUAGES.iter().find(|(code, _)| *code == word).map_or_else(String::new, |(code, _)| (*code).to_owned())
    }
}

/// A post about to be published.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = NewPost)]
struct NewPostShape {
    /// Markdown.
    #[schema(
        min_length = 1,
        max_length = 20000,
        pattern = "[^\\u0000-\\u0020\\u007F-\\u00A0\\u1680\\u2000-\\u200A\\u2028-\\u202F\\u205F\\u2066-\\u2069\\u3000]"
    )]
    text: String,
    /// People may leave it out.
    #[serde(default)]
    #[schema(max_length = 120, default = "")]
    title: String,
    /// What is warned of before it is read.
    #[serde(default)]
    #[schema(max_length = 120, default = "")]
    warning: String,
    /// Its language; the person's own when left out.
    #[schema(value_type = Option<String>, pattern = "^(it|en|de|scn|fr|es|ro|sq|ar|uk|zh)$")]
    language: Option<Language>,
    /// Who may answer.
    #[serde(default)]
    #[schema(value_type = String, pattern = "^(everyone|verified|community|approval|nobody)$", default = "everyone")]
    replies: Who,
    /// Name of a community the person belongs to.
    #[schema(min_length = 1, max_length = 60)]
    community: Option<String>,
    /// A post to quote.
    #[schema(value_type = Option<String>, pattern = "^[1-9][0-9]{0,17}$")]
    quote: Option<Number>,
}

async fn create(app: App, caller: Caller, OnceKey(key): OnceKey, Body(new): Body<NewPostShape>) -> Result<Response> {
    let me = caller.me()?;
    let mine = Community::of_member(&app.db, &caller).await?;
    let mut faults = FieldErrors::default();
    if new.community.as_deref() == Some("") {
        faults.add("comunita", "error-api-words");
    }
    let draft = Draft {
        title: clean_line(&new.title),
        body: clean_text(&new.text),
        warning: clean_line(&new.warning),
        replies: new.replies.into(),
        community: new.community.unwrap_or_default(),
        quote: new.quote.map(|quote| PostId(quote.get())),
        key,
        ..Draft::empty(MYSELF.into(), &known_language(&new.language.map(Language::code).unwrap_or_default(), me.language.word()))
    };
    let community = draft.community(&mine).unwrap_or_else(|fault| {
        faults.add("comunita", fault);
        None
    });
    draft.check(None, app.now(), &app.zone, &mut faults);
    faults.or(())?;
    app.limiter.take("write", Key::Account(me.id.0))?;
    let actor = caller.actor()?;
    let new = NewPost { community, ..draft.new_post(None, None, None) };
    let done = app.db.write(async |tx| Post::publish(tx, &actor, &new).await).await;
    told(&app, &caller, done, &new.pieces()).await
}

/// What was published, with its address; what was published before with the same key is not new.
async fn told(app: &App, viewer: &Viewer, done: Result<Published>, pieces: &Pieces) -> Result<Response> {
    let published = match done {
        Ok(published) => published,
        Err(error) => {
            note_warned(&app.db, viewer.me()?.id, &error, pieces).await?;
            return Err(error);
        }
    };
    let id = published.id();
    let shape = of_one(app, viewer, id).await?;
    if matches!(published, Published::Already(_)) {
        return Ok(answer(&shape));
    }
    let mut response = (StatusCode::CREATED, answer(&shape)).into_response();
    if let Ok(place) = HeaderValue::from_str(&app.absolute(&format!("/api/dedalus/v1/posts/{id}"))) {
        response.headers_mut().insert(header::LOCATION, place);
    }
    Ok(response)
}

/// A comment about to be published.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = NewComment)]
struct NewCommentShape {
    /// Markdown.
    #[schema(
        min_length = 1,
        max_length = 5000,
        pattern = "[^\\u0000-\\u0020\\u007F-\\u00A0\\u1680\\u2000-\\u200A\\u2028-\\u202F\\u205F\\u2066-\\u2069\\u3000]"
    )]
    text: String,
    /// The comment below the same post that is answered.
    #[schema(value_type = Option<String>, pattern = "^[1-9][0-9]{0,17}$")]
    parent: Option<Number>,
}

async fn comment(
    app: App,
    frame: Frame,
    caller: Caller,
    At(root): At,
    OnceKey(once_key): OnceKey,
    Body(new): Body<NewCommentShape>,
) -> Result<Response> {
    let me = caller.me()?;
    if Post::visible_to(&app.db, &caller, root).await?.is_comment() {
        return Err(Error::NotFound);
    }
    let mut faults = FieldErrors::default();
    let parent = new.parent.map(|parent| PostId(parent.get()));
    let body = clean_text(&new.text);
    check_body("testo", &body, COMMENT_MAX, &mut faults);
    faults.or(())?;
    app.limiter.take("write", Key::Account(me.id.0))?;
    let actor = caller.actor()?;
    let new = NewComment { root, parent, page: None, body, language: frame.lang, once_key, at: None };
    let done = app.db.write(async |tx| publish(tx, &actor, &new).await).await;
    told(&app, &caller, done, &new.pieces()).await
}

/// What is to be said from now on; what is left out stays.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = Change)]
struct ChangeShape {
    /// Markdown.
    #[schema(
        min_length = 1,
        max_length = 20000,
        pattern = "[^\\u0000-\\u0020\\u007F-\\u00A0\\u1680\\u2000-\\u200A\\u2028-\\u202F\\u205F\\u2066-\\u2069\\u3000]"
    )]
    text: Option<String>,
    /// Posts only.
    #[schema(max_length = 120)]
    title: Option<String>,
    /// Posts only.
    #[schema(max_length = 120)]
    warning: Option<String>,
    /// Posts only.
    #[schema(value_type = Option<String>, pattern = "^(it|en|de|scn|fr|es|ro|sq|ar|uk|zh)$")]
    language: Option<Language>,
    /// Posts only: who may answer.
    #[schema(value_type = Option<String>, pattern = "^(everyone|verified|community|approval|nobody)$")]
    replies: Option<Who>,
    /// The version this change is based on; another one since is a fault. Left out, the last one counts.
    version: Option<String>,
}

async fn change(app: App, caller: Caller, At(id): At, Body(new): Body<ChangeShape>) -> Result<Response> {
    let me = caller.me()?;
    let post = Post::visible_to(&app.db, &caller, id).await?;
    if !post.powers(caller.me.as_ref(), app.now()).edit {
        return Err(Error::NotFound);
    }
    let change = changed(&app, &post, new).await?;
    app.limiter.take("write", Key::Account(me.id.0))?;
    let actor = caller.actor()?;
    let done = app.db.write(async |tx| post.change(tx, &actor, &caller, &change).await).await;
    if let Err(error) = done {
        note_warned(&app.db, me.id, &error, &change.pieces()).await?;
        return Err(error);
    }
    Ok(answer(&of_one(&app, &caller, id).await?))
}

/// The change, checked by the rules of the form it stands for.
async fn changed(app: &App, post: &Post, new: ChangeShape) -> Result<Change> {
    let comment = post.is_comment();
    let line = |new: Option<String>, old: &str| new.map_or_else(|| old.to_owned(), |text| clean_line(&text));
    let body = new.text.map_or_else(|| post.body.clone(), |text| clean_text(&text));
    let (title, warning) =
        if comment { (String::new(), String::new()) } else { (line(new.title, &post.title), line(new.warning, &post.warning)) };
    let mut faults = FieldErrors::default();
    check_title(&title, post.page_id.is_some() && !comment, &mut faults);
    check_warning(&warning, &mut faults);
    check_body("testo", &body, if comment { COMMENT_MAX } else { POST_MAX }, &mut faults);
    faults.or(())?;
    let pictures = Picture::of_post(&app.db, post.id).await?;
    Ok(Change {
        title,
        body,
        warning,
        language: new.language.map(Language::code).unwrap_or_default(),
        replies: new.replies.map_or(post.replies, Replies::from),
        pinned_until: post.pinned_until,
        pictures: pictures.into_iter().map(|picture| Described { id: picture.id, alt: picture.alt }).collect(),
        recording: NewRecording::kept(&app.db, post.id).await?,
        based_on: new.version.map_or(post.edited_at, |version| based_on(&version)),
    })
}

async fn delete(app: App, caller: Caller, At(id): At) -> Result<Response> {
    let me = caller.me()?;
    let post = Post::deletable_by(&app.db, &caller, id).await?;
    // Words of somebody else are taken away with a reason, which the page asks for.
    if !post.powers(caller.me.as_ref(), app.now()).edit {
        return Err(Error::Forbidden);
    }
    app.limiter.take("write", Key::Account(me.id.0))?;
    let actor = caller.actor()?;
    app.db.write(async |tx| Post::delete(tx, &actor, &caller, id, None).await).await?;
    Ok(StatusCode::NO_CONTENT.into_response())
}

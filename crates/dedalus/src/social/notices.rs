//! Whom it concerns: what happens in the square becomes notices. The events say what happened; here stands who is told of it,
//! always by the one condition of `visible.rs`, and never in one large turn: followers come some hundreds at a time.

use std::sync::Arc;

use kit::Result;
use kit::db::{Value, places};
use kit::events::Reaction;
use kit::jobs::Job;
use kit::{Error, args};
use serde::Deserialize;
use serde_json::Value as Json;

use super::community::CommunityId;
use super::moderation::{keepers, keepers_of_appeal};
use super::post::PostId;
use super::visible::{known_community, visible, visible_to_each};
use super::words::{headline, shorten};
use crate::identity::{PageId, PersonId, editors};
use crate::notify::{By, Kind, Telling, tell};
use crate::shell::{App, Readable, Reader};

/// The job that finds whom an event concerns.
pub const KIND: &str = "social.tell";
/// Followers of one turn.
const BATCH: i64 = 500;

/// The events that concern somebody.
const EVENTS: &[&str] = &[
    "post.published",
    "comment.published",
    "comment.held",
    "comment.approved",
    "comment.deleted",
    "post.edited",
    "comment.edited",
    "post.liked",
    "post.shared",
    "person.followed",
    "follow.asked",
    "follow.accepted",
    "community.asked",
    "community.joined",
    "community.invited",
    "community.decided",
    "community.role",
    "moderation.decided",
    "appeal.decided",
];

/// Each is followed by the same job.
pub fn reactions() -> Vec<Reaction> {
    EVENTS.iter().map(|on| Reaction { on, job: KIND }).collect()
}

/// What happened, as the event says it.
#[derive(Debug, Clone, Deserialize)]
pub struct Happened {
    /// The event's number.
    pub event: String,
    /// Its kind.
    pub kind: String,
    /// Who acted.
    pub actor: Option<String>,
    /// To what.
    pub subject: String,
    /// What else the event says.
    #[serde(default)]
    pub data: Json,
}

/// A number of an event, which is text where it names a row.
fn number(value: &Json) -> Option<i64> {
    value.as_i64().or_else(|| value.as_str()?.parse().ok())
}

impl Happened {
    pub(super) fn subject(&self) -> Result<i64> {
        self.subject.parse().map_err(|_| Error::internal(format!("event {} names no row: {}", self.event, self.subject)))
    }

    pub(super) fn named(&self, name: &str) -> Option<i64> {
        self.data.get(name).and_then(number)
    }

    fn yes(&self, name: &str) -> bool {
        self.data.get(name).is_some_and(|value| value.as_bool().unwrap_or(value.as_i64() == Some(1)))
    }

    fn actor(&self) -> Option<PersonId> {
        self.actor.as_deref()?.parse().ok()
    }

    fn by_actor(&self) -> By {
        self.actor().map_or(By::Nobody, By::Person)
    }
}

/// Tells whoever an event concerns. A second time tells nobody anew.
pub async fn run(app: App, job: Arc<Job>) -> Result<()> {
    let happened: Happened = job.read()?;
    concern(&app, &happened).await?;
    job.complete(&app.db, async |_| Ok(())).await
}

/// The same without a job: for towns that are filled with a past.
pub async fn concern(app: &App, happened: &Happened) -> Result<()> {
    let subject = happened.subject()?;
    match happened.kind.as_str() {
        "post.published" => published(app, PostId(subject)).await,
        "comment.published" => said(app, PostId(subject)).await,
        "comment.approved" => {
            approved(app, PostId(subject)).await?;
            said(app, PostId(subject)).await
        }
        "comment.held" => held(app, PostId(subject), happened).await,
        "comment.deleted" if happened.yes("refused") => refused(app, subject, happened).await,
        "post.edited" | "comment.edited" => renamed(app, PostId(subject)).await,
        "post.liked" => done_with(app, PostId(subject), happened, Kind::Like, "liked").await,
        "post.shared" => done_with(app, PostId(subject), happened, Kind::Share, "shared").await,
        "person.followed" => followed(app, subject, happened, Kind::Follower, "followed").await,
        "follow.asked" => followed(app, subject, happened, Kind::FollowRequest, "follow-asked").await,
        "follow.accepted" => followed(app, subject, happened, Kind::FollowRequest, "follow-accepted").await,
        kind if kind.starts_with("community.") => in_community(app, CommunityId(subject), happened).await,
        "moderation.decided" | "appeal.decided" => decided(app, subject, happened).await,
        _ => Ok(()),
    }
}

kit::row! {
    /// What one must know of a post or comment to tell of it.
    struct Told {
        id: PostId,
        author_id: PersonId,
        page_id: Option<PageId>,
        parent_id: Option<PostId>,
        root_id: PostId,
        held: bool,
        quote_id: Option<PostId>,
    }
}

impl Told {
    async fn find(app: &App, id: PostId) -> Result<Option<Self>> {
        let sql = "select p.id, p.author_id, p.page_id, p.parent_id, coalesce(p.root_id, p.id) as root_id, p.held, p.quote_id from post p
                    where p.id = $1 and p.deleted_at is null";
        Ok(app.db.maybe(sql, args![id]).await?)
    }

    /// Who is shown as speaking.
    fn by(&self) -> By {
        self.page_id.map_or(By::Person(self.author_id), By::Page)
    }

    /// Who answers for it: its author, or whoever may answer for its page.
    async fn owners(&self, app: &App) -> Result<Vec<PersonId>> {
        let Some(page) = self.page_id else { return Ok(vec![self.author_id]) };
        Ok(editors(&app.db, page)
            .await?
            .into_iter()
            .filter(|editor| editor.may_reply || editor.may_publish)
            .map(|editor| editor.person_id)
            .collect())
    }

    fn about(&self) -> (&'static str, i64) {
        ("post", self.id.0)
    }

    fn telling(&self, kind: Kind, words: &'static str) -> Telling {
        Telling {
            kind,
            words,
            subject: ("post", self.root_id.0),
            about: Some(self.about()),
            by: self.by(),
            path: format!("/post/{}", self.id),
            key: format!("post:{}", self.id),
        }
    }
}

/// Tells those of some people who may read a post.
async fn tell_readers(app: &App, post: &Told, telling: &Telling, people: Vec<PersonId>, but: Option<PersonId>) -> Result<()> {
    let people: Vec<PersonId> = people.into_iter().filter(|person| Some(*person) != but).collect();
    if people.is_empty() {
        return Ok(());
    }
    let sql = format!(
        "select w.id from person_card w, post p where p.id = $1 and w.id in ({}) and {}",
        places(2, people.len()),
        visible_to_each("w.id")
    );
    let mut values = args![post.id];
    values.extend(people.into_iter().map(Value::from));
    let readers: Vec<(PersonId,)> = app.db.all(sql, values).await?;
    give(app, telling, readers.into_iter().map(|(person,)| person).collect()).await
}

async fn give(app: &App, telling: &Telling, people: Vec<PersonId>) -> Result<()> {
    if people.is_empty() {
        return Ok(());
    }
    app.db.write(async |tx| tell(tx, app, telling, &people).await).await?;
    Ok(())
}

/// Who is called by name in it: people, and whoever answers for a page.
async fn mentioned(app: &App, post: &Told) -> Result<Vec<PersonId>> {
    let rows: Vec<(String, i64)> =
        app.db.all("select kind, target_id from mention where post_id = $1 order by kind, target_id", args![post.id]).await?;
    let mut people = Vec::new();
    for (kind, target) in rows {
        if kind == "person" {
            people.push(PersonId(target));
        } else {
            people.extend(
                editors(&app.db, PageId(target)).await?.into_iter().filter(|editor| editor.may_reply).map(|editor| editor.person_id),
            );
        }
    }
    Ok(people)
}

/// A post: those it names, who wrote what it quotes, then those who follow where it stands.
async fn published(app: &App, id: PostId) -> Result<()> {
    let Some(post) = Told::find(app, id).await? else { return Ok(()) };
    tell_readers(app, &post, &post.telling(Kind::Mention, "mentioned"), mentioned(app, &post).await?, Some(post.author_id)).await?;
    if let Some(quote) = post.quote_id
        && let Some(quoted) = Told::find(app, quote).await?
    {
        tell_readers(app, &post, &post.telling(Kind::Share, "quoted"), quoted.owners(app).await?, Some(post.author_id)).await?;
    }
    let (kind, words) = if post.page_id.is_some() { (Kind::PagePost, "published") } else { (Kind::Post, "published") };
    let telling = post.telling(kind, words);
    let sources: Vec<(String, i64)> = app
        .db
        .all("select kind, source_id from post_source where post_id = $1 and by_id is null order by kind, source_id", args![id])
        .await?;
    for (source, number) in sources {
        // What a page's followers did not ask of the page they asked of a community or a word: that is the other kind.
        let telling = if source == "page" { telling.clone() } else { Telling { kind: Kind::Post, ..telling.clone() } };
        followers(app, &post, &telling, (&source, number)).await?;
    }
    Ok(())
}

/// Tells the followers of a source, some hundreds a turn: each turn is short, and page reads go on beside it.
async fn followers(app: &App, post: &Told, telling: &Telling, (kind, source): (&str, i64)) -> Result<()> {
    let sql = format!(
        "select w.person_id from follow w, post p
          where p.id = $1 and w.kind = $2 and w.source_id = $3 and w.state = 'accepted' and w.person_id > $4 and w.person_id <> $5
            and {} order by w.person_id limit $6",
        visible_to_each("w.person_id")
    );
    let mut after = PersonId(0);
    loop {
        let some: Vec<(PersonId,)> = app.db.all(sql.clone(), args![post.id, kind, source, after, post.author_id, BATCH]).await?;
        let Some((last,)) = some.last() else { return Ok(()) };
        after = *last;
        give(app, telling, some.into_iter().map(|(person,)| person).collect()).await?;
    }
}

/// A comment: those it names, who wrote what it answers, who wrote the post. Each is told once, with the first reason.
async fn said(app: &App, id: PostId) -> Result<()> {
    let Some(comment) = Told::find(app, id).await?.filter(|comment| !comment.held) else { return Ok(()) };
    let but = Some(comment.author_id);
    tell_readers(app, &comment, &comment.telling(Kind::Mention, "mentioned"), mentioned(app, &comment).await?, but).await?;
    if let Some(parent) = comment.parent_id.filter(|parent| *parent != comment.root_id)
        && let Some(parent) = Told::find(app, parent).await?
    {
        tell_readers(app, &comment, &comment.telling(Kind::Answer, "answered"), parent.owners(app).await?, but).await?;
    }
    if let Some(root) = Told::find(app, comment.root_id).await? {
        tell_readers(app, &comment, &comment.telling(Kind::Answer, "commented"), root.owners(app).await?, but).await?;
    }
    Ok(())
}

/// Other words: whoever they name that was not told of it before. What is changed into something that waits is told to nobody.
async fn renamed(app: &App, id: PostId) -> Result<()> {
    let Some(post) = Told::find(app, id).await?.filter(|post| !post.held) else { return Ok(()) };
    tell_readers(app, &post, &post.telling(Kind::Mention, "mentioned"), mentioned(app, &post).await?, Some(post.author_id)).await
}

/// A poll is over: who asked, and some hundreds at a time of those who voted.
pub(super) async fn poll_over(app: &App, id: PostId) -> Result<()> {
    let Some(post) = Told::find(app, id).await?.filter(|post| !post.held) else { return Ok(()) };
    let telling = Telling { by: By::Nobody, key: format!("poll:{id}"), ..post.telling(Kind::Answer, "poll-over") };
    tell_readers(app, &post, &telling, post.owners(app).await?, None).await?;
    let mut after = PersonId(0);
    loop {
        let sql = "select distinct person_id from poll_vote where post_id = $1 and person_id > $2 order by person_id limit $3";
        let some: Vec<(PersonId,)> = app.db.all(sql, args![id, after, BATCH]).await?;
        let Some((last,)) = some.last() else { return Ok(()) };
        after = *last;
        tell_readers(app, &post, &telling, some.into_iter().map(|(person,)| person).collect(), None).await?;
    }
}

/// A comment waits: who answers for the post is told, without a word of the comment.
async fn held(app: &App, id: PostId, happened: &Happened) -> Result<()> {
    let Some(root) = happened.named("root") else { return Ok(()) };
    let Some(root) = Told::find(app, PostId(root)).await? else { return Ok(()) };
    let telling = Telling { by: happened.by_actor(), key: format!("held:{id}"), ..root.telling(Kind::Approval, "held") };
    tell_readers(app, &root, &telling, root.owners(app).await?, happened.actor()).await
}

/// Whoever wrote a comment that waited is told that it can be read.
async fn approved(app: &App, id: PostId) -> Result<()> {
    let Some(comment) = Told::find(app, id).await? else { return Ok(()) };
    let telling = Telling { by: By::Nobody, key: format!("approved:{id}"), ..comment.telling(Kind::Approval, "approved") };
    tell_readers(app, &comment, &telling, vec![comment.author_id], None).await
}

/// Whoever wrote a comment that was refused is told so, beside the post it was to stand below.
async fn refused(app: &App, comment: i64, happened: &Happened) -> Result<()> {
    let (Some(root), Some(author)) = (happened.named("root"), happened.named("author")) else { return Ok(()) };
    let Some(root) = Told::find(app, PostId(root)).await? else { return Ok(()) };
    let telling = Telling { by: By::Nobody, key: format!("refused:{comment}"), ..root.telling(Kind::Approval, "refused") };
    tell_readers(app, &root, &telling, vec![PersonId(author)], None).await
}

/// Somebody likes or passes on a post; liked again after a while it is not told again.
async fn done_with(app: &App, id: PostId, happened: &Happened, kind: Kind, words: &'static str) -> Result<()> {
    let (Some(post), Some(actor)) = (Told::find(app, id).await?, happened.actor()) else { return Ok(()) };
    let telling =
        Telling { subject: post.about(), by: By::Person(actor), key: format!("{words}:{id}:{actor}"), ..post.telling(kind, words) };
    tell_readers(app, &post, &telling, post.owners(app).await?, Some(actor)).await
}

/// Somebody follows, asks to, or lets be followed.
async fn followed(app: &App, person: i64, happened: &Happened, kind: Kind, words: &'static str) -> Result<()> {
    let Some(actor) = happened.actor() else { return Ok(()) };
    let card: Option<(String,)> = app.db.maybe("select handle from person_card where id = $1 and state = 'active'", args![actor]).await?;
    let Some((handle,)) = card else { return Ok(()) };
    let telling = Telling {
        kind,
        words,
        subject: ("person", person),
        about: Some(("person", actor.0)),
        by: By::Person(actor),
        path: format!("/persone/{handle}"),
        key: format!("{words}:{actor}"),
    };
    give(app, &telling, vec![PersonId(person)]).await
}

/// Requests, arrivals, invitations and decisions of a community.
async fn in_community(app: &App, id: CommunityId, happened: &Happened) -> Result<()> {
    let Some(person) = happened.named("person").map(PersonId) else { return Ok(()) };
    let found: Option<(String,)> = app.db.maybe("select handle from community where id = $1 and closed_at is null", args![id]).await?;
    let Some((handle,)) = found else { return Ok(()) };
    let (words, own) = match happened.kind.as_str() {
        "community.asked" => ("community-asked", false),
        "community.joined" => ("community-joined", false),
        "community.invited" => ("community-invited", true),
        "community.role" if happened.data.get("role").and_then(Json::as_str) == Some("moderator") => ("community-keeper", true),
        "community.role" => ("community-keeper-no-more", true),
        _ if happened.yes("yes") => ("community-yes", true),
        _ => ("community-no", true),
    };
    let telling = Telling {
        kind: Kind::Community,
        words,
        subject: ("community", id.0),
        about: Some(("community", id.0)),
        by: if own { happened.by_actor() } else { By::Person(person) },
        path: format!("/comunita/{handle}"),
        // Somebody may ask, leave and ask again: each time is one.
        key: format!("{words}:{id}:{}", happened.event),
    };
    let people = if own { vec![person] } else { moderators(app, id).await? };
    give(app, &telling, people).await
}

pub(super) async fn moderators(app: &App, id: CommunityId) -> Result<Vec<PersonId>> {
    let rows: Vec<(PersonId,)> = app
        .db
        .all(
            "select person_id from community_member where community_id = $1 and role = 'moderator' and state = 'member' order by person_id",
            args![id],
        )
        .await?;
    Ok(rows.into_iter().map(|(person,)| person).collect())
}

/// Moderation decided about somebody, or about their appeal; whoever reported it is told, too, where the event names them.
/// Who decided is not named.
async fn decided(app: &App, decision: i64, happened: &Happened) -> Result<()> {
    let dismissed = happened.data.get("action").and_then(Json::as_str) == Some("dismiss");
    let (what, words, path) = match happened.kind.as_str() {
        "moderation.decided" => ("decision", "decision", format!("/io/decisioni/{decision}")),
        _ if happened.yes("upheld") => ("appeal", "appeal-upheld", "/io/decisioni".into()),
        _ => ("appeal", "appeal-refused", "/io/decisioni".into()),
    };
    let telling = Telling {
        kind: Kind::Moderation,
        words,
        subject: (what, decision),
        about: None,
        by: By::Nobody,
        path,
        key: format!("{words}:{decision}"),
    };
    // Of a community it concerns everybody who keeps it.
    let mut people = match what {
        "decision" if dismissed => Vec::new(),
        "decision" => keepers(&app.db, decision).await?,
        _ => keepers_of_appeal(&app.db, decision).await?,
    };
    people.extend(happened.named("person").map(PersonId));
    give(app, &telling, people).await?;
    let reporters = happened.data.get("reporters").and_then(Json::as_array);
    let reporters: Vec<PersonId> = reporters.into_iter().flatten().filter_map(number).map(PersonId).collect();
    let reported = Telling { kind: Kind::Report, words: "report-decided", path: "/io/avvisi".into(), ..telling };
    give(app, &reported, reporters).await
}

/// Who answers for posts, comments and communities when a notice is about to be shown.
pub fn readers() -> Vec<Reader> {
    vec![Reader { kind: "post", ask: posts }, Reader { kind: "community", ask: communities }]
}

/// A comment is called by the post it stands below; what is warned of is called by its warning.
fn posts(app: App, viewer: i64, ids: Vec<i64>) -> Readable {
    Box::pin(async move {
        if ids.is_empty() {
            return Ok(Vec::new());
        }
        let sql = format!(
            "select p.id, t.title, t.excerpt, t.warning from post p join post t on t.id = coalesce(p.root_id, p.id)
              where p.id in ({}) and {}",
            places(2, ids.len()),
            visible(1)
        );
        let mut values = args![viewer];
        values.extend(ids.into_iter().map(Value::from));
        let rows: Vec<(i64, String, String, String)> = app.db.all(sql, values).await?;
        let name = |title: &str, excerpt: &str, warning: &str| match warning {
            "" => shorten(&headline(title, excerpt), 80),
            warning => shorten(warning, 80),
        };
        Ok(rows.into_iter().map(|(id, title, excerpt, warning)| (id, name(&title, &excerpt, &warning))).collect())
    })
}

/// A secret community exists for its members, and for who is invited.
fn communities(app: App, viewer: i64, ids: Vec<i64>) -> Readable {
    Box::pin(async move {
        if ids.is_empty() {
            return Ok(Vec::new());
        }
        let sql = format!("select k.id, k.name from community k where k.id in ({}) and {}", places(2, ids.len()), known_community(1));
        let mut values = args![viewer];
        values.extend(ids.into_iter().map(Value::from));
        Ok(app.db.all(sql, values).await?)
    })
}

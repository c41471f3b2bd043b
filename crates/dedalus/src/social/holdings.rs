//! What the square holds about people. What they said as themselves ends with the account; what they said for an
//! institutional page is the institution's, and shows the page alone.

use std::sync::LazyLock;

use kit::personal::{Blob, Column, End, Holding};

use super::visible::{known_community, visible};
use super::{end, moderation};

/// What was said for an institutional page.
const INSTITUTION: End = End::Keep { reason: "kept-voice", days: None };

const fn holding(name: &'static str, table: &'static str, rows: &'static str, activity: &'static str) -> Holding {
    Holding { name, table, rows: Some(rows), key: &["id"], columns: &[], blob: None, end: End::Delete, activity }
}

const POST: &[Column] = &[
    Column::id("number", "r.id"),
    Column::text("kind", "case when r.depth = 0 then 'post' else 'comment' end"),
    Column::id("answers", "r.parent_id").or_none(),
    Column::text("page", "(select p.name from page p where p.id = r.page_id)").or_none(),
    Column::text("title", "r.title"),
    Column::text("text", "r.body"),
    Column::text("warning", "r.warning"),
    Column::text("language", "r.language"),
    Column::moment("published_at", "r.published_at"),
    Column::moment("changed_at", "r.edited_at").or_none(),
    Column::moment("taken_back_at", "r.deleted_at").or_none(),
    Column::yes("removed", "r.removed"),
];

const VERSION: &[Column] = &[
    Column::id("post", "r.post_id"),
    Column::text("title", "r.title"),
    Column::text("text", "r.body"),
    Column::text("warning", "r.warning"),
    Column::moment("replaced_at", "r.replaced_at"),
];

const PICTURE: &[Column] = &[
    Column::id("number", "r.id"),
    Column::id("post", "r.post_id").or_none(),
    Column::text("description", "r.alt"),
    Column::number("width", "r.width"),
    Column::number("height", "r.height"),
    Column::moment("uploaded_at", "r.created_at"),
];

const SIZE: &[Column] = &[
    Column::id("picture", "r.picture_id"),
    Column::text("size", "r.name"),
    Column::text("type", "r.type"),
    Column::number("bytes", "r.bytes"),
    Column::text("path", PATH).or_none(),
];

/// The large size goes into the copy; the others are made of it.
const PATH: &str = "case when r.name = 'large' then 'immagini/' || r.picture_id ||
    case r.type when 'image/png' then '.png' when 'image/webp' then '.webp' else '.jpg' end end";

const RECORDING: &[Column] = &[
    Column::id("number", "r.id"),
    Column::id("post", "r.post_id").or_none(),
    Column::text("title", "r.title"),
    Column::text("description", "r.description"),
    Column::text("transcript", "r.transcript"),
    Column::text("type", "r.type"),
    Column::number("bytes", "r.bytes"),
    Column::number("milliseconds", "r.millis"),
    Column::number("width", "r.width"),
    Column::number("height", "r.height"),
    Column::text("path", RECORDING_PATH),
    Column::moment("uploaded_at", "r.created_at"),
];
const RECORDING_PATH: &str = "'registrazioni/' || r.id || case r.type when 'video/mp4' then '.mp4' when 'audio/mp4' then '.m4a'
    when 'audio/ogg' then '.ogg' when 'audio/mpeg' then '.mp3' else '.webm' end";
const RECORDED: Option<Blob> = Some(Blob { column: "file", path: Some(RECORDING_PATH) });

const CAPTION: &[Column] = &[
    Column::id("number", "r.id"),
    Column::id("recording", "r.recording_id").or_none(),
    Column::text("language", "r.language"),
    Column::text("captions", "r.words"),
    Column::moment("uploaded_at", "r.created_at"),
];
/// Captions of what somebody put below a post of a page.
const CAPTIONS_OF_PAGES: &str = "r.owner_id = $1 and r.recording_id in (select w.id from recording w join post p on p.id = w.post_id
    where p.page_id is not null)";
/// Every other, with those that others put below one's own post: they go with it.
const CAPTIONS_OF_OWN: &str = "((r.owner_id = $1 and (r.recording_id is null or r.recording_id not in (select w.id from recording w
    join post p on p.id = w.post_id where p.page_id is not null))) or r.recording_id in (select w.id from recording w
    left join post p on p.id = w.post_id where w.owner_id = $1 and p.page_id is null))";

const HELD: &[Column] = &[
    Column::text("page", "(select p.name from page p where p.id = r.page_id)"),
    Column::yes("own", "case when r.author_id = $1 then 1 else 0 end"),
    Column::text("title", "r.title"),
    Column::text("text", "r.body"),
    Column::moment("written_at", "r.created_at"),
    Column::moment("decided_at", "r.decided_at").or_none(),
    Column::text("decision", "r.decision").or_none(),
    Column::text("reason", "r.reason"),
];

const DONE_WITH: &[Column] = &[Column::id("post", "r.post_id"), Column::moment("at", "r.created_at")];
const SEARCH: &[Column] =
    &[Column::text("name", "r.name"), Column::text("question", "r.question"), Column::moment("since", "r.created_at")];
const NAMED_IN: &[Column] = &[Column::id("post", "r.post_id")];

/// Rows of posts that somebody wrote as themselves, and for a page.
const OF_OWN: &str = "r.post_id in (select p.id from post p where p.author_id = $1 and p.page_id is null)";
const OF_PAGES: &str = "r.post_id in (select p.id from post p where p.author_id = $1 and p.page_id is not null)";
/// The picture of somebody else's page is no data of who linked it.
const LINKED: Option<Blob> = Some(Blob { column: "file", path: None });

const DRAFT: &[Column] = &[Column::id("below", "r.place"), Column::text("text", "r.fields"), Column::moment("saved_at", "r.saved_at")];
/// What somebody chose, in words, as long as they may read the question.
static CHOSEN: LazyLock<String> = LazyLock::new(|| {
    format!(
        "coalesce((select o.words from poll_option o join post p on p.id = o.post_id
                    where o.post_id = r.post_id and o.position = r.position and {}), '')",
        visible(1)
    )
});
static VOTE: LazyLock<[Column; 4]> = LazyLock::new(|| {
    [
        Column::id("post", "r.post_id"),
        Column::number("answer_number", "r.position"),
        Column::text("answer", &CHOSEN),
        Column::moment("at", "r.created_at"),
    ]
});
const POLL: &[Column] = &[
    Column::id("post", "r.post_id"),
    Column::yes("multiple", "r.multiple"),
    Column::moment("closes_at", "r.closes_at"),
    Column::number("voters", "r.voter_count"),
];
const OPTION: &[Column] = &[Column::id("post", "r.post_id"), Column::text("answer", "r.words"), Column::number("votes", "r.vote_count")];
const PREVIEW: &[Column] = &[
    Column::id("post", "r.post_id"),
    Column::text("address", "r.address"),
    Column::text("title", "r.title"),
    Column::text("description", "r.description"),
];

const FOLLOW: &[Column] = &[
    Column::text("kind", "r.kind"),
    Column::id("number", "r.source_id"),
    Column::text("state", "r.state"),
    Column::moment("since", "r.created_at"),
];

/// The name of a community, as long as one may know of it.
static COMMUNITY_NAME: LazyLock<String> =
    LazyLock::new(|| format!("coalesce((select k.name from community k where k.id = r.community_id and {}), '')", known_community(1)));
static MEMBER: LazyLock<[Column; 6]> = LazyLock::new(|| {
    [
        Column::id("number", "r.community_id"),
        Column::text("community", &COMMUNITY_NAME),
        Column::text("role", "r.role"),
        Column::text("state", "r.state"),
        Column::text("words", "r.words"),
        Column::moment("since", "r.created_at"),
    ]
});

/// Who else asked to join is that person's data.
static DECIDED: LazyLock<[Column; 3]> = LazyLock::new(|| {
    [Column::id("number", "r.community_id"), Column::text("community", &COMMUNITY_NAME), Column::text("state", "r.state")]
});

static FILE: LazyLock<[Column; 6]> = LazyLock::new(|| {
    [
        Column::id("number", "r.community_id"),
        Column::text("community", &COMMUNITY_NAME),
        Column::text("name", "r.name"),
        Column::text("type", "r.type"),
        Column::number("bytes", "r.bytes"),
        Column::moment("uploaded_at", "r.created_at"),
    ]
});

const COMMUNITY: &[Column] = &[
    Column::text("name", "r.name"),
    Column::text("purpose", "r.purpose"),
    Column::text("rules", "r.rules"),
    Column::moment("made_at", "r.created_at"),
];

/// A community belongs to its members; whoever made it ends without it.
const MEMBERS: End = End::Keep { reason: "kept-community", days: None };

/// Everything the square holds, in the order in which it ends.
pub fn holdings() -> Vec<Holding> {
    let mut list = moderation::holdings();
    list.extend(conversation());
    list
}

fn conversation() -> Vec<Holding> {
    vec![
        Holding { columns: SEARCH, ..holding("searches_kept", "saved_search", "r.person_id = $1", "conversation") },
        Holding { columns: DRAFT, key: &["person_id", "place"], ..holding("drafts", "draft", "r.person_id = $1", "conversation") },
        Holding {
            columns: &*VOTE,
            key: &["post_id", "person_id", "position"],
            ..holding("votes", "poll_vote", "r.person_id = $1", "conversation")
        },
        Holding {
            key: &["post_id", "person_id"],
            columns: DONE_WITH,
            end: End::Turn(end::likes),
            ..holding("liked", "reaction", "r.person_id = $1", "conversation")
        },
        Holding { key: &["person_id", "post_id"], columns: DONE_WITH, ..holding("kept", "bookmark", "r.person_id = $1", "conversation") },
        Holding { columns: DONE_WITH, end: End::Turn(end::shares), ..holding("shared", "share", "r.person_id = $1", "conversation") },
        Holding {
            key: &["post_id", "kind", "target_id"],
            columns: NAMED_IN,
            ..holding("named_in", "mention", "(r.kind = 'person' and r.target_id = $1)", "conversation")
        },
        Holding {
            key: &["person_id", "kind", "source_id"],
            columns: FOLLOW,
            ..holding("followed", "follow", "(r.person_id = $1 or (r.kind = 'person' and r.source_id = $1))", "conversation")
        },
        Holding {
            key: &["community_id", "person_id"],
            columns: &*MEMBER,
            end: End::Turn(super::community::end),
            ..holding("memberships", "community_member", "r.person_id = $1", "conversation")
        },
        Holding {
            key: &["community_id", "person_id"],
            columns: &*DECIDED,
            end: MEMBERS,
            ..holding("memberships_decided", "community_member", "(r.decided_by = $1 and r.person_id <> $1)", "conversation")
        },
        Holding {
            columns: &*FILE,
            blob: Some(Blob { column: "file", path: Some("'comunita/' || r.id || '.' || r.type") }),
            ..holding("community_files", "community_file", "r.person_id = $1", "conversation")
        },
        Holding { columns: COMMUNITY, end: MEMBERS, ..holding("communities", "community", "r.created_by = $1", "conversation") },
        // Where a post stands goes with the post; what somebody shared goes with who shared it.
        Holding {
            key: &["kind", "source_id", "entry_id"],
            ..holding(
                "places_of_posts",
                "post_source",
                "(r.by_id = $1 or r.post_id in (select p.id from post p where p.author_id = $1 and p.page_id is null))",
                "conversation",
            )
        },
        Holding {
            key: &["kind", "source_id", "entry_id"],
            end: INSTITUTION,
            ..holding(
                "places_of_posts_for_pages",
                "post_source",
                "(r.by_id is null and r.post_id in (select p.id from post p where p.author_id = $1 and p.page_id is not null))",
                "institution",
            )
        },
        // A question goes with the post it stands under, with everybody's votes.
        Holding {
            end: End::With("posts"),
            key: &["post_id", "position"],
            columns: OPTION,
            ..holding("poll_answers", "poll_option", OF_OWN, "conversation")
        },
        Holding {
            end: INSTITUTION,
            key: &["post_id", "position"],
            columns: OPTION,
            ..holding("poll_answers_for_pages", "poll_option", OF_PAGES, "institution")
        },
        Holding { end: End::With("posts"), key: &["post_id"], columns: POLL, ..holding("polls", "poll", OF_OWN, "conversation") },
        Holding { end: INSTITUTION, key: &["post_id"], columns: POLL, ..holding("polls_for_pages", "poll", OF_PAGES, "institution") },
        Holding {
            end: End::With("posts"),
            key: &["post_id"],
            blob: LINKED,
            columns: PREVIEW,
            ..holding("link_previews", "link_preview", OF_OWN, "conversation")
        },
        Holding {
            end: INSTITUTION,
            key: &["post_id"],
            blob: LINKED,
            columns: PREVIEW,
            ..holding("link_previews_for_pages", "link_preview", OF_PAGES, "institution")
        },
        // The words of what can be found; SQLite keeps an index beside them, so they go with their posts.
        Holding {
            end: End::With("posts"),
            ..holding(
                "search_index",
                "search_doc",
                "r.id in (select p.id from post p where p.author_id = $1 and p.page_id is null)",
                "conversation",
            )
        },
        Holding { columns: HELD, ..holding("drafts_for_pages", "held_post", "r.author_id = $1 and r.post_id is null", "institution") },
        Holding {
            end: INSTITUTION,
            ..holding(
                "search_index_for_pages",
                "search_doc",
                "r.id in (select p.id from post p where p.author_id = $1 and p.page_id is not null)",
                "institution",
            )
        },
        Holding {
            columns: HELD,
            end: INSTITUTION,
            ..holding(
                "posts_read_for_pages",
                "held_post",
                "((r.author_id = $1 and r.post_id is not null) or (r.decided_by = $1 and r.author_id <> $1))",
                "institution",
            )
        },
        Holding {
            columns: VERSION,
            ..holding(
                "earlier_versions",
                "post_edit",
                "(r.editor_id = $1 or r.post_id in (select p.id from post p where p.author_id = $1))
                   and r.post_id in (select p.id from post p where p.page_id is null)",
                "conversation",
            )
        },
        Holding {
            columns: VERSION,
            end: INSTITUTION,
            ..holding(
                "earlier_versions_for_pages",
                "post_edit",
                "r.editor_id = $1 and r.post_id in (select p.id from post p where p.page_id is not null)",
                "institution",
            )
        },
        Holding {
            key: &["picture_id", "name"],
            columns: SIZE,
            blob: Some(Blob { column: "file", path: Some(PATH) }),
            ..holding(
                "picture_files",
                "picture_size",
                "r.picture_id in (select i.id from picture i where i.owner_id = $1
                                     and (i.post_id is null or i.post_id in (select p.id from post p where p.page_id is null)))",
                "conversation",
            )
        },
        Holding {
            key: &["picture_id", "name"],
            columns: SIZE,
            blob: Some(Blob { column: "file", path: Some(PATH) }),
            end: INSTITUTION,
            ..holding(
                "picture_files_for_pages",
                "picture_size",
                "r.picture_id in (select i.id from picture i where i.owner_id = $1
                                     and i.post_id in (select p.id from post p where p.page_id is not null))",
                "institution",
            )
        },
        Holding { columns: CAPTION, ..holding("captions", "caption", CAPTIONS_OF_OWN, "conversation") },
        Holding { columns: CAPTION, end: INSTITUTION, ..holding("captions_for_pages", "caption", CAPTIONS_OF_PAGES, "institution") },
        Holding {
            columns: RECORDING,
            blob: RECORDED,
            ..holding(
                "recordings",
                "recording",
                "r.owner_id = $1 and (r.post_id is null or r.post_id in (select p.id from post p where p.page_id is null))",
                "conversation",
            )
        },
        Holding {
            columns: RECORDING,
            blob: RECORDED,
            end: INSTITUTION,
            ..holding(
                "recordings_for_pages",
                "recording",
                "r.owner_id = $1 and r.post_id in (select p.id from post p where p.page_id is not null)",
                "institution",
            )
        },
        Holding {
            columns: PICTURE,
            ..holding(
                "pictures",
                "picture",
                "r.owner_id = $1 and (r.post_id is null or r.post_id in (select p.id from post p where p.page_id is null))",
                "conversation",
            )
        },
        Holding {
            columns: PICTURE,
            end: INSTITUTION,
            ..holding(
                "pictures_for_pages",
                "picture",
                "r.owner_id = $1 and r.post_id in (select p.id from post p where p.page_id is not null)",
                "institution",
            )
        },
        Holding {
            columns: POST,
            end: End::Turn(end::posts),
            ..holding("posts", "post", "r.author_id = $1 and r.page_id is null", "conversation")
        },
        Holding {
            columns: POST,
            end: INSTITUTION,
            ..holding("posts_for_pages", "post", "r.author_id = $1 and r.page_id is not null", "institution")
        },
    ]
}

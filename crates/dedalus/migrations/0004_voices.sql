-- What other domains may join of people and pages (house rule: views, never tables). Who closed the account has no name.
create view person_card as
  select id, case when state = 'closed' then '' else handle end as handle,
         case when state = 'closed' then 'N. N.' else name end as name, tier, state
    from person;

create view page_card as
  select id, handle, name, initials, colour, bio, office_id, closed_at from page;

-- Posts and comments in one table: a comment is a post with a parent. Communities, polls, follows and
-- moderation add rows and columns beside it. The stream says in which of the town's lists a row stands, so that
-- each list is the end of one index, whatever the planner believes about the other columns. `removed`: taken away by somebody
-- else than who speaks in it.
create table post (
  id integer primary key,
  author_id integer not null references person (id),
  page_id integer references page (id),
  parent_id integer references post (id),
  root_id integer references post (id),
  depth integer not null constraint post_depth check (depth between 0 and 3),
  stream text not null constraint post_stream check (stream in ('voices', 'people', 'talk')),
  audience text not null constraint post_audience check (audience in ('public')),
  replies text not null constraint post_replies check (replies in ('everyone', 'nobody')),
  title text not null,
  body text not null,
  body_html text not null,
  excerpt text not null,
  language text not null,
  pinned_until integer,
  comment_count integer not null constraint post_comment_count check (comment_count >= 0),
  once_key text not null,
  published_at integer not null,
  edited_at integer,
  deleted_at integer,
  removed integer not null constraint post_removed check (removed in (0, 1)),
  constraint post_tree check ((parent_id is null) = (depth = 0) and (root_id is null) = (depth = 0)),
  constraint post_list check ((stream = 'talk') = (depth > 0) and (depth > 0 or (stream = 'voices') = (page_id is not null))),
  constraint post_pin check (pinned_until is null or stream = 'voices'),
  constraint post_gone check (removed = 0 or deleted_at is not null),
  unique (author_id, once_key)
) strict;

create index post_by_stream on post (stream, id) where deleted_at is null;
create index post_by_page on post (page_id, id) where parent_id is null and deleted_at is null;
create index post_by_author on post (author_id, id) where page_id is null and deleted_at is null;
create index post_by_root on post (root_id, id);
create index post_by_parent on post (parent_id, id);
create index post_by_pin on post (pinned_until) where pinned_until is not null;
create index post_by_end on post (deleted_at) where deleted_at is not null;

-- What a post said before it was changed.
create table post_edit (
  id integer primary key,
  post_id integer not null references post (id),
  editor_id integer not null references person (id),
  title text not null,
  body text not null,
  replaced_at integer not null
) strict;

create index post_edit_by_post on post_edit (post_id, id);

-- A picture as it was made again in three sizes. It has a post once one is published with it.
create table picture (
  id integer primary key,
  owner_id integer not null references person (id),
  post_id integer references post (id),
  position integer not null,
  alt text not null,
  width integer not null,
  height integer not null,
  created_at integer not null
) strict;

create index picture_by_post on picture (post_id, position);
create index picture_unused on picture (created_at) where post_id is null;

-- `file` is the name of a blob.
create table picture_size (
  picture_id integer not null references picture (id),
  name text not null constraint picture_size_name check (name in ('small', 'medium', 'large')),
  file text not null,
  type text not null,
  bytes integer not null,
  width integer not null,
  height integer not null,
  primary key (picture_id, name)
) strict;

create index picture_size_by_file on picture_size (file);

-- What people say of a page's clarity (1 to 5), without saying who they are.
create table clarity (
  id integer primary key,
  path text not null,
  stars integer not null constraint clarity_stars check (stars between 1 and 5),
  answer integer constraint clarity_answer check (answer between 1 and 5),
  detail text not null,
  language text not null,
  created_on text not null,
  once_key text not null unique
) strict;

create index clarity_by_path on clarity (path, id);

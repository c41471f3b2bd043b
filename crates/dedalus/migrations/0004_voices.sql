-- Posts and comments in one table: a comment is a post with a parent. Communities, polls, follows and
-- moderation add rows and columns beside it.

create table post (
  id integer primary key,
  author_id integer not null references person (id),
  page_id integer references page (id),
  parent_id integer references post (id),
  root_id integer references post (id),
  depth integer not null constraint post_depth check (depth between 0 and 3),
  audience text not null constraint post_audience check (audience in ('public')),
  replies text not null constraint post_replies check (replies in ('everyone', 'nobody')),
  title text not null,
  body text not null,
  body_html text not null,
  excerpt text not null,
  language text not null,
  pinned_until integer,
  comment_count integer not null,
  once_key text not null,
  published_at integer not null,
  edited_at integer,
  deleted_at integer,
  constraint post_tree check ((parent_id is null) = (depth = 0) and (root_id is null) = (depth = 0)),
  unique (author_id, once_key)
) strict;

create index post_town on post (id) where parent_id is null and deleted_at is null;
create index post_voices on post (id) where parent_id is null and deleted_at is null and page_id is not null;
create index post_by_page on post (page_id, id) where parent_id is null and deleted_at is null;
create index post_by_author on post (author_id, id) where page_id is null and deleted_at is null;
create index post_by_root on post (root_id, id);
create index post_by_parent on post (parent_id);
create index post_pinned on post (pinned_until) where pinned_until is not null;

create table post_edit (
  id integer primary key,
  post_id integer not null references post (id),
  editor_id integer not null references person (id),
  title text not null,
  body text not null,
  replaced_at integer not null
) strict;

create index post_edit_by_post on post_edit (post_id, id);

-- A picture as uploaded and made again in three sizes. It has a post once one is published with it.
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
create index picture_by_owner on picture (owner_id, id) where post_id is null;

create table picture_size (
  picture_id integer not null references picture (id),
  name text not null constraint picture_size_name check (name in ('small', 'medium', 'large')),
  blob text not null,
  type text not null,
  width integer not null,
  height integer not null,
  primary key (picture_id, name)
) strict;

create index picture_size_by_blob on picture_size (blob);

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

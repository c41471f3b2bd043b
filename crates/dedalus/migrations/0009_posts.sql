-- Posts in full: polls, drafts, previews of links.

-- A question with two to six answers. Who voted is known, so that nobody votes twice; what they chose is shown to nobody.
create table poll (
  post_id integer primary key references post (id),
  multiple integer not null constraint poll_multiple check (multiple in (0, 1)),
  closes_at integer not null,
  voter_count integer not null default 0
) strict;

create table poll_option (
  post_id integer not null references poll (post_id),
  position integer not null,
  words text not null,
  vote_count integer not null default 0,
  primary key (post_id, position)
) strict;

create table poll_vote (
  post_id integer not null references poll (post_id),
  person_id integer not null references person (id),
  position integer not null,
  created_at integer not null,
  primary key (post_id, person_id, position)
) strict;

create index poll_vote_by_person on poll_vote (person_id, post_id);

-- What somebody is writing, one a place: 0 is a new post, else the number of the post they comment on. The form's fields as JSON.
create table draft (
  person_id integer not null references person (id),
  place integer not null,
  fields text not null,
  saved_at integer not null,
  primary key (person_id, place)
) strict;

create index draft_by_age on draft (saved_at);

-- What the page behind a post's first link says of itself. `file` is the name of a blob, made again by us.
create table link_preview (
  post_id integer primary key references post (id),
  address text not null,
  site text not null,
  title text not null,
  description text not null,
  file text,
  type text not null default '',
  bytes integer not null default 0,
  width integer not null default 0,
  height integer not null default 0,
  fetched_at integer not null
) strict;

create index link_preview_by_file on link_preview (file) where file is not null;

-- The rest of a post that waits for a second pair of eyes, as JSON: warning, quoted post, poll.
alter table held_post add column rest text not null default '{}';

-- What was warned of then.
alter table post_edit add column warning text not null default '';

create index reaction_by_post on reaction (post_id, created_at, person_id);
create index bookmark_by_time on bookmark (person_id, created_at, post_id);
create index post_source_by_tag on post_source (source_id, entry_id) where kind = 'tag';

-- The square: who may read what, who follows what, which posts stand in which source.

-- ---- people
-- A profile that not everybody may read: what its owner posts outside communities is for accepted followers alone.
alter table person add column private integer not null default 0;

drop view person_card;
create view person_card as
  select id, case when state = 'closed' then '' else handle end as handle,
         case when state = 'closed' then 'N. N.' else name end as name, tier, state, private, created_at
    from person;

-- Two people of whom one has blocked the other do not read each other; whom one has muted is left out of one's own lists.
create table person_block (
  person_id integer not null references person (id),
  other_id integer not null references person (id),
  kind text not null constraint person_block_kind check (kind in ('block', 'mute')),
  created_at integer not null,
  primary key (person_id, kind, other_id)
) strict;

create index person_block_by_other on person_block (other_id, kind, person_id);

create view blocked_pair as
  select person_id as viewer_id, other_id from person_block where kind = 'block'
  union all
  select other_id as viewer_id, person_id as other_id from person_block where kind = 'block';

create view muted_person as
  select person_id as viewer_id, other_id from person_block where kind = 'mute';

-- ---- communities
create table community (
  id integer primary key,
  handle text not null,
  handle_folded text not null unique,
  name text not null,
  name_key text not null,
  -- Why it exists, as plain text.
  purpose text not null,
  -- In Markdown, and made safe.
  rules text not null,
  rules_html text not null,
  kind text not null constraint community_kind check (kind in ('open', 'listed', 'secret')),
  topic text not null,
  place text not null,
  created_by integer not null references person (id),
  member_count integer not null default 0,
  post_count integer not null default 0,
  last_post_at integer,
  -- Asleep after a year of silence: it can be read, and a moderator can wake it.
  archived_at integer,
  created_at integer not null,
  closed_at integer
) strict;

create index community_by_name on community (name_key, id);
create index community_by_life on community (kind, last_post_at);

create table community_member (
  community_id integer not null references community (id),
  person_id integer not null references person (id),
  role text not null constraint community_member_role check (role in ('member', 'moderator')),
  state text not null constraint community_member_state check (state in ('member', 'asked', 'invited', 'banned')),
  -- What somebody says who asks to join; why somebody was sent away.
  words text not null,
  decided_by integer references person (id),
  created_at integer not null,
  primary key (community_id, person_id)
) strict;

create index community_member_by_person on community_member (person_id, state, community_id);
create index community_member_by_state on community_member (community_id, state, created_at);

-- ---- posts
-- Hidden by moderation; held until somebody approves it (comments below posts that ask for it).
alter table post add column community_id integer references community (id);
alter table post add column hidden_at integer;
alter table post add column held integer not null default 0;
alter table post add column warning text not null default '';
alter table post add column quote_id integer references post (id);
alter table post add column like_count integer not null default 0;
alter table post add column share_count integer not null default 0;
-- Stands on top of its community until this moment.
alter table post add column kept_until integer;
-- Who may answer; replaces `replies`, which knew two answers.
alter table post add column reply_rule text not null default 'everyone'
  constraint post_reply_rule check (reply_rule in ('everyone', 'verified', 'community', 'approval', 'nobody'));
update post set reply_rule = replies;
alter table post drop column replies;
alter table post drop column audience;
alter table post rename column reply_rule to replies;

create index post_by_community on post (community_id, id) where community_id is not null and parent_id is null and deleted_at is null;
create index post_held on post (root_id, id) where held = 1;

-- ---- tags
create table tag (
  id integer primary key,
  name text not null,
  name_folded text not null unique,
  created_at integer not null
) strict;

-- ---- following
-- What a person reads in their own time line. `asked`: the other has a private profile and has not answered.
create table follow (
  person_id integer not null references person (id),
  kind text not null constraint follow_kind check (kind in ('person', 'page', 'community', 'tag', 'office')),
  source_id integer not null,
  state text not null constraint follow_state check (state in ('accepted', 'asked')),
  created_at integer not null,
  primary key (person_id, kind, source_id)
) strict;

create index follow_by_source on follow (kind, source_id, state, person_id);

-- In which sources a post stands: of its author or page, its community, its tags, and of whoever shared it. A time line is the
-- newest of the sources one follows, each the end of this one index. `entry_id` sorts by time: the post's number, or the share's.
create table post_source (
  kind text not null,
  source_id integer not null,
  entry_id integer not null,
  post_id integer not null references post (id),
  -- Who shared it, if the entry is a share.
  by_id integer references person (id),
  primary key (kind, source_id, entry_id)
) strict;

create index post_source_by_post on post_source (post_id);

-- ---- what people do with posts
create table reaction (
  post_id integer not null references post (id),
  person_id integer not null references person (id),
  created_at integer not null,
  primary key (post_id, person_id)
) strict;

create index reaction_by_person on reaction (person_id, created_at);

create table bookmark (
  person_id integer not null references person (id),
  post_id integer not null references post (id),
  created_at integer not null,
  primary key (person_id, post_id)
) strict;

create index bookmark_by_post on bookmark (post_id);

-- A post passed on to one's own followers; its entry in post_source has this number.
create table share (
  id integer primary key,
  post_id integer not null references post (id),
  person_id integer not null references person (id),
  created_at integer not null,
  unique (person_id, post_id)
) strict;

create index share_by_post on share (post_id, id);

-- Who is called by name in a post or comment.
create table mention (
  post_id integer not null references post (id),
  kind text not null constraint mention_kind check (kind in ('person', 'page')),
  target_id integer not null,
  primary key (post_id, kind, target_id)
) strict;

create index mention_by_target on mention (kind, target_id, post_id);

insert into post_source (kind, source_id, entry_id, post_id)
  select 'page', page_id, id, id from post where parent_id is null and page_id is not null and deleted_at is null;
insert into post_source (kind, source_id, entry_id, post_id)
  select 'person', author_id, id, id from post where parent_id is null and page_id is null and deleted_at is null;

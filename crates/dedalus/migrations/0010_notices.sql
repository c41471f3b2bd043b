-- What reaches a person: notices with what waits to be mailed or pushed, what each wants to hear, and their devices.
--
-- A notice copies nobody's words and no name: what it is about is asked for its name, and whether it may still be read,
-- each time the notice is shown or sent.
create table notice (
  id integer primary key,
  person_id integer not null references person (id),
  kind text not null constraint notice_kind check (kind in ('answer', 'mention', 'page_post', 'post', 'like', 'share', 'follower',
    'follow_request', 'community', 'approval', 'moderation', 'report')),
  -- The sentence in the language files: notice-{words}.
  words text not null,
  -- By what notices are grouped.
  subject_kind text not null,
  subject_id integer not null,
  -- What the person must still be able to read; the person themselves where it is about nothing else.
  about_kind text not null,
  about_id integer not null,
  -- Who did it: a person, or a page.
  actor_id integer references person (id),
  page_id integer references page (id),
  path text not null,
  -- What is told with the same key is told once.
  once_key text not null,
  in_page integer not null constraint notice_in_page check (in_page in (0, 1)),
  mail text not null constraint notice_mail check (mail in ('now', 'daily', 'never')),
  -- When it is mailed and pushed; null where it is not, or was.
  mail_at integer,
  push_at integer,
  created_at integer not null,
  read_at integer,
  unique (person_id, once_key)
) strict;

create index notice_by_person on notice (person_id, id) where in_page = 1;
create index notice_unread on notice (person_id, id) where read_at is null and in_page = 1;
create index notice_by_mail on notice (mail_at) where mail_at is not null;
create index notice_to_mail on notice (person_id) where mail_at is not null;
create index notice_by_push on notice (push_at) where push_at is not null;
create index notice_by_actor on notice (actor_id) where actor_id is not null;

-- What somebody chose for one kind; who chose nothing has the town's way.
create table notice_choice (
  person_id integer not null references person (id),
  kind text not null,
  in_page integer not null constraint notice_choice_in_page check (in_page in (0, 1)),
  mail text not null constraint notice_choice_mail check (mail in ('now', 'daily', 'never')),
  push integer not null constraint notice_choice_push check (push in (0, 1)),
  primary key (person_id, kind)
) strict;

-- Hours in minutes of the town's clock: quiet from, quiet to; the hour of the daily mail.
create table notice_hours (
  person_id integer primary key references person (id),
  quiet_from integer constraint notice_hours_from check (quiet_from between 0 and 1439),
  quiet_to integer constraint notice_hours_to check (quiet_to between 0 and 1439),
  digest_hour integer not null constraint notice_hours_digest check (digest_hour between 0 and 23)
) strict;

-- A browser that takes pushes (Push API): where they go, and the keys that only it opens.
create table push_device (
  id integer primary key,
  person_id integer not null references person (id),
  endpoint text not null unique,
  public_key text not null,
  auth text not null,
  label text not null,
  created_at integer not null,
  used_at integer
) strict;

create index push_device_by_person on push_device (person_id, id);

-- The town's own key for pushes (RFC 8292), sealed; made once.
create table push_key (
  id integer primary key constraint push_key_one check (id = 1),
  public_key text not null,
  sealed text not null,
  created_at integer not null
) strict;

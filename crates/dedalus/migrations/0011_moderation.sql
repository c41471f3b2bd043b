-- Moderation: what people report, what somebody decides about it and why, who looks at it again, and what texts wait for.

-- What is reported or waits, one row a subject while it is open: `open_key` says which, and is empty once it is closed.
create table matter (
  id integer primary key,
  open_key text unique,
  subject_kind text not null constraint matter_subject check (subject_kind in ('post', 'comment', 'person', 'community')),
  subject_id integer not null,
  -- Whom a decision would concern: who wrote it, whose account it is, who made the community.
  person_id integer references person (id),
  -- A filter or a limit holds the text until somebody has read it; `why` is its word.
  held integer not null constraint matter_held check (held in (0, 1)),
  why text not null,
  report_count integer not null,
  opened_at integer not null,
  taken_by integer references person (id),
  taken_at integer,
  closed_at integer,
  decision_id integer
) strict;

create index matter_by_state on matter (closed_at, id);
create index matter_by_subject on matter (subject_kind, subject_id, id);
create index matter_by_person on matter (person_id, id);

-- Who reported stays inside: the reported person never reads it.
create table report (
  id integer primary key,
  matter_id integer not null references matter (id),
  subject_kind text not null,
  subject_id integer not null,
  reporter_id integer references person (id),
  reason text not null constraint report_reason check (reason in ('spam', 'offence', 'personal', 'hate', 'services', 'illegal', 'other')),
  words text not null,
  created_at integer not null,
  unique (reporter_id, subject_kind, subject_id)
) strict;

create index report_by_matter on report (matter_id, id);
create index report_by_time on report (created_at);

-- Many texts taken away at once, and back at once.
create table moderation_batch (
  id integer primary key,
  made_by integer references person (id),
  rule text not null,
  facts text not null,
  created_at integer not null,
  total integer not null,
  done integer not null,
  undone_at integer,
  undone_by integer references person (id)
) strict;

create table moderation_batch_post (
  batch_id integer not null references moderation_batch (id),
  post_id integer not null references post (id),
  author_id integer not null references person (id),
  state text not null constraint moderation_batch_post_state check (state in ('waiting', 'hidden', 'back')),
  primary key (batch_id, post_id)
) strict;

create index moderation_batch_post_by_state on moderation_batch_post (batch_id, state, author_id);
create index moderation_batch_post_by_author on moderation_batch_post (author_id);

-- A decision with its reasons (Regulation (EU) 2022/2065 art. 17).
create table decision (
  id integer primary key,
  person_id integer references person (id),
  action text not null constraint decision_action check (action in ('dismiss', 'warn', 'hide', 'limit', 'suspend', 'close')),
  rule text not null,
  facts text not null,
  -- It takes its texts away, whatever else it does.
  hides integer not null constraint decision_hides check (hides in (0, 1)),
  -- A filter had found it; it was reported.
  automatic integer not null constraint decision_automatic check (automatic in (0, 1)),
  reported integer not null constraint decision_reported check (reported in (0, 1)),
  decided_by integer references person (id),
  opened_at integer not null,
  decided_at integer not null,
  ends_at integer,
  lifted_at integer,
  lifted_how text not null constraint decision_lifted_how check (lifted_how in ('', 'time', 'undone', 'appeal')),
  lifted_by integer references person (id),
  lifted_reason text not null,
  appeal_until integer not null,
  -- The hash of the word by which somebody who is kept out reads it.
  key_hash blob,
  batch_id integer references moderation_batch (id)
) strict;

create index decision_by_person on decision (person_id, id);
create index decision_by_time on decision (decided_at);
create index decision_by_batch on decision (batch_id, person_id);
create index decision_limits on decision (person_id, action) where lifted_at is null;
create index decision_by_key on decision (key_hash) where key_hash is not null;

-- What a decision is about.
create table decision_subject (
  decision_id integer not null references decision (id),
  subject_kind text not null,
  subject_id integer not null,
  primary key (decision_id, subject_kind, subject_id)
) strict;

create index decision_subject_by_subject on decision_subject (subject_kind, subject_id);

-- Accounts whose texts do not stand in the town's lists, and wait before others read them.
create view limited_person as
  select person_id from decision where action = 'limit' and lifted_at is null and person_id is not null;

-- Somebody asks that it be looked at again; somebody else than who decided does so (art. 20).
create table appeal (
  id integer primary key,
  decision_id integer not null unique references decision (id),
  person_id integer references person (id),
  words text not null,
  created_at integer not null,
  decided_by integer references person (id),
  decided_at integer,
  upheld integer constraint appeal_upheld check (upheld in (0, 1)),
  reasons text not null
) strict;

create index appeal_by_state on appeal (decided_at, id);
create index appeal_by_person on appeal (person_id, id);

-- ---- before it is read
create table word_filter (
  id integer primary key,
  phrase text not null,
  -- How the phrase is compared: a second one that reads the same is the same.
  skeleton text not null unique,
  effect text not null constraint word_filter_effect check (effect in ('hold', 'warn', 'refuse')),
  sentence text not null,
  created_by integer references person (id),
  created_at integer not null
) strict;

-- Numbers other than the house's own.
create table screen_limit (
  name text primary key,
  value integer not null
) strict;

-- A text somebody was warned about: the same text again goes out.
create table screen_warning (
  person_id integer not null references person (id),
  text_hash text not null,
  created_at integer not null,
  primary key (person_id, text_hash)
) strict;

create index screen_warning_by_time on screen_warning (created_at);

-- What somebody wrote lately, for limits: what was taken back counts, too.
create index post_by_writer on post (author_id, published_at);

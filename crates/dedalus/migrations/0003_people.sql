-- People, offices, institutional pages: who is who, and who may speak for whom.

create table person (
  id integer primary key,
  handle text not null,
  handle_folded text not null unique,
  name text not null,
  name_key text not null,
  email text not null,
  email_folded text not null unique,
  password_hash text,
  tier text not null constraint person_tier check (tier in ('registered', 'verified')),
  state text not null constraint person_state check (state in ('active', 'suspended', 'closed')),
  language text not null constraint person_language check (language in ('it', 'en', 'de')),
  bio text not null,
  privacy_version text not null,
  privacy_at integer not null,
  created_at integer not null,
  last_seen_on text
) strict;

create index person_by_name on person (name_key, id);

-- A sign-up that waits for the confirmation of its e-mail address. No person exists before that.
create table sign_up (
  id integer primary key,
  token_hash blob not null unique,
  email text not null,
  email_folded text not null,
  handle text not null,
  name text not null,
  password_hash text not null,
  language text not null,
  privacy_version text not null,
  return_to text,
  created_at integer not null,
  expires_at integer not null
) strict;

create index sign_up_by_email on sign_up (email_folded);

-- Single-use keys sent by mail; only their hash is kept.
create table mail_key (
  token_hash blob primary key,
  purpose text not null constraint mail_key_purpose check (purpose in ('reset', 'email')),
  person_id integer not null references person (id),
  detail text not null,
  created_at integer not null,
  expires_at integer not null,
  used_at integer
) strict;

create index mail_key_by_person on mail_key (person_id);

create table session (
  token_hash blob primary key,
  id integer not null unique,
  person_id integer not null references person (id),
  device text not null,
  address text not null,
  created_at integer not null,
  seen_at integer not null,
  expires_at integer not null
) strict;

create index session_by_person on session (person_id);

create table office (
  id integer primary key,
  slug text not null unique,
  name text not null,
  name_key text not null,
  kind text not null constraint office_kind check (kind in ('ordinary', 'public_relations', 'political')),
  parent_id integer references office (id),
  purpose text not null,
  address text not null,
  phone text not null,
  email text not null,
  head_id integer references person (id),
  position integer not null,
  created_at integer not null,
  closed_at integer
) strict;

create index office_by_parent on office (parent_id);

-- Weekly opening hours: minutes since midnight on the town's clock; weekday 1 is Monday (ISO 8601).
create table office_hours (
  id integer primary key,
  office_id integer not null references office (id),
  weekday integer not null constraint office_hours_weekday check (weekday between 1 and 7),
  opens integer not null,
  closes integer not null,
  constraint office_hours_order check (opens >= 0 and opens < closes and closes <= 1440)
) strict;

create index office_hours_by_office on office_hours (office_id, weekday, opens);

create table membership (
  id integer primary key,
  person_id integer not null references person (id),
  office_id integer not null references office (id),
  role text not null constraint membership_role check (role in ('operator', 'officer', 'manager', 'administrator', 'editor', 'system')),
  starts_at integer not null,
  ends_at integer,
  created_by integer references person (id),
  created_at integer not null
) strict;

create index membership_by_person on membership (person_id);
create index membership_by_office on membership (office_id);

create table page (
  id integer primary key,
  handle text not null,
  handle_folded text not null unique,
  name text not null,
  name_key text not null,
  initials text not null,
  colour text not null constraint page_colour check (colour in ('sea', 'terra', 'sand')),
  bio text not null,
  office_id integer references office (id),
  cover text not null,
  position integer not null,
  created_at integer not null,
  closed_at integer
) strict;

create table page_editor (
  page_id integer not null references page (id),
  person_id integer not null references person (id),
  may_publish integer not null,
  may_reply integer not null,
  created_by integer references person (id),
  created_at integer not null,
  primary key (page_id, person_id)
) strict;

create index page_editor_by_person on page_editor (person_id);

-- Who did what, for whom, from where, before and after. Append-only: nothing in the program updates or deletes it.
create table audit (
  id integer primary key,
  at integer not null,
  actor_id integer,
  actor_name text not null,
  voice_page_id integer,
  address text not null,
  act text not null,
  subject_kind text not null,
  subject_id integer,
  subject_name text not null,
  before_value text,
  after_value text
) strict;

create index audit_by_actor on audit (actor_id, id);
create index audit_by_subject on audit (subject_kind, subject_id, id);

-- Open311 GeoReport v2: keys of programs that send reports, and which report came with which key.

-- The key itself is shown once; only its hash lies here. `contact` is how its holder is reached, `daily` how many reports a day.
create table open311_key (
  id integer primary key,
  name text not null,
  contact text not null,
  key_hash blob not null unique,
  daily integer not null constraint open311_key_daily check (daily > 0),
  created_at integer not null,
  used_at integer,
  revoked_at integer
) strict;

-- `text_hash` stands for all that was sent: the same again within minutes is the same report.
create table open311_post (
  request_id integer primary key references request (id),
  key_id integer not null references open311_key (id),
  text_hash blob not null,
  created_at integer not null
) strict;
create index open311_post_by_key on open311_post (key_id, created_at);

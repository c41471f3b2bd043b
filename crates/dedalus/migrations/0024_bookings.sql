-- The working calendar, and bookings.

-- Days are written as `2028-02-24`, so that they sort. A closure of no office is one of the whole town. `planned_last` is the
-- last day as it was said first: a closure that is called off while it runs ends the day before, and can be put back.
create table closure (
  id integer primary key,
  office_id integer references office (id),
  first_day text not null,
  last_day text not null,
  planned_last text not null,
  words text not null,
  created_at integer not null,
  removed_at integer,
  constraint closure_order check (first_day <= planned_last)
) strict;

create index closure_by_day on closure (last_day) where removed_at is null;

-- The patron's day and days of weekly rest, with the years in which they hold.
create table calendar_rule (
  id integer primary key,
  kind text not null constraint calendar_rule_kind check (kind in ('patron', 'rest')),
  month integer not null,
  day integer not null,
  weekday integer not null,
  name text not null,
  from_year integer not null,
  until_year integer,
  created_at integer not null,
  removed_at integer
) strict;

-- Where one books: a counter of an office, with its address.
create table booking_place (
  id integer primary key,
  slug text not null unique,
  office_id integer not null references office (id),
  name text not null,
  address text not null,
  directions text not null,
  created_at integer not null,
  closed_at integer
) strict;

create index booking_place_by_office on booking_place (office_id);

-- What one books there: how long it takes, how many at once, from when and until when.
create table booking_thing (
  id integer primary key,
  slug text not null unique,
  place_id integer not null references booking_place (id),
  title text not null,
  bring text not null,
  minutes integer not null constraint booking_thing_minutes check (minutes between 5 and 480),
  capacity integer not null constraint booking_thing_capacity check (capacity between 1 and 500),
  lead_hours integer not null,
  furthest_days integer not null,
  created_at integer not null,
  closed_at integer
) strict;

create index booking_thing_by_place on booking_thing (place_id);

create table booking_hours (
  id integer primary key,
  thing_id integer not null references booking_thing (id),
  weekday integer not null,
  opens integer not null,
  closes integer not null
) strict;

create index booking_hours_by_thing on booking_hours (thing_id, weekday, opens);

-- A booking. Who booked without an account stands here for a time only: `forgotten_at` says when the names went.
create table booking (
  id integer primary key,
  thing_id integer not null references booking_thing (id),
  place_id integer not null references booking_place (id),
  channel text not null constraint booking_channel check (channel in ('web', 'counter', 'telephone', 'open311')),
  year integer not null,
  count integer not null,
  starts_at integer not null,
  ends_at integer not null,
  state text not null constraint booking_state check (state in ('booked', 'arrived', 'called', 'served', 'absent', 'cancelled')),
  motive text not null,
  details text not null,
  first_name text not null,
  last_name text not null,
  email text not null,
  email_folded text not null,
  phone text not null,
  language text not null constraint booking_language check (language in ('it', 'en', 'de')),
  person_id integer references person (id),
  sequence integer not null default 0,
  called_at integer,
  counter text not null default '',
  reminded_at integer,
  warned_day text,
  once_key text unique,
  created_at integer not null,
  changed_at integer not null,
  forgotten_at integer,
  unique (channel, year, count)
) strict;

create index booking_by_slot on booking (thing_id, starts_at) where state <> 'cancelled';
create index booking_by_day on booking (place_id, starts_at);
create index booking_by_moment on booking (starts_at);
create index booking_by_email on booking (email_folded, starts_at);
create index booking_by_person on booking (person_id) where person_id is not null;
create index booking_called on booking (place_id, called_at) where called_at is not null;

-- A form that is being filled: the key in its address finds it, and what was typed lies sealed.
create table booking_draft (
  key_hash blob primary key,
  sealed text not null,
  booking_id integer references booking (id),
  created_at integer not null,
  saved_at integer not null
) strict;

create index booking_draft_by_age on booking_draft (saved_at);
create index booking_draft_by_booking on booking_draft (booking_id);

-- The catalogue of services. What an office works on stands in `written`, as one JSON object of the fields of the card; what the
-- public reads is the version of number `version`, none while it is 0. `is_ahead`: the working text says something else.
create table service (
  id integer primary key,
  code text not null,
  code_folded text not null unique,
  slug text not null unique,
  office_id integer not null references office (id),
  state text not null constraint service_state check (state in ('draft', 'published', 'suspended', 'retired')),
  reason text not null default '',
  title text not null,
  title_key text not null,
  written text not null,
  revision integer not null,
  version integer not null default 0,
  is_ahead integer not null default 1 constraint service_is_ahead check (is_ahead in (0, 1)),
  created_at integer not null,
  changed_at integer not null
) strict;

create index service_by_title on service (title_key, id);
create index service_by_office on service (office_id, title_key);

-- What was published: rows are only ever added. `note` says what is new, for the staff.
create table service_version (
  service_id integer not null references service (id),
  number integer not null,
  office_id integer not null references office (id),
  category text not null,
  title text not null,
  title_key text not null,
  summary text not null,
  written text not null,
  note text not null default '',
  published_by integer references person (id),
  published_at integer not null,
  primary key (service_id, number)
) strict;

create index service_version_by_person on service_version (published_by) where published_by is not null;

-- By what a published service is found: its topics, life events, audiences, ways, aims and its category.
create table service_label (
  service_id integer not null references service (id),
  kind text not null,
  word text not null,
  primary key (service_id, kind, word)
) strict;

create index service_label_by_word on service_label (kind, word, service_id);

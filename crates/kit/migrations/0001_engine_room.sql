-- What the engine room needs: events, jobs, recurring work, the text search's documents.
-- Types are SQLite's strict ones; kit::db translates them for PostgreSQL.

create table event (
  id integer primary key,
  at integer not null,
  kind text not null,
  actor_id integer,
  subject_kind text not null,
  subject_id integer not null,
  data text not null
) strict;

create index event_by_subject on event (subject_kind, subject_id, id);

create table job (
  id integer primary key,
  kind text not null,
  payload text not null,
  state text not null constraint job_state check (state in ('waiting', 'running', 'done', 'dead', 'verify')),
  run_at integer not null,
  attempts integer not null,
  max_attempts integer not null,
  lease text,
  lease_until integer,
  last_error text,
  once_key text unique,
  created_at integer not null,
  finished_at integer
) strict;

create index job_due on job (state, run_at);
create index job_leased on job (lease);
create index job_by_kind on job (kind, id);

create table recurring (
  name text primary key,
  next_at integer not null,
  last_at integer
) strict;

create table search_doc (
  id integer primary key,
  kind text not null,
  scope text not null,
  at integer not null,
  analyser integer not null,
  terms text not null
) strict;

create index search_doc_by_kind on search_doc (kind, id);

create table trigram (
  gram text not null,
  kind text not null,
  subject_id integer not null,
  primary key (gram, kind, subject_id)
) strict;

create index trigram_by_subject on trigram (kind, subject_id);

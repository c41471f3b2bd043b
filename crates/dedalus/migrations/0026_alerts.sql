-- Alerts of new reports, and the notices that tell of requests.

-- Somebody wants to hear of new reports near a point, of a category, or both. `radius` in metres; `place` is what the point
-- is called. What is taken away can be brought back for a week.

create table request_alert (
  id integer primary key,
  person_id integer not null references person (id),
  category_id integer references request_category (id),
  place text not null,
  lat integer,
  lon integer,
  radius integer,
  created_at integer not null,
  paused_at integer,
  ended_at integer,
  constraint request_alert_about check (category_id is not null or (lat is not null and lon is not null and radius is not null))
) strict;
create index request_alert_by_person on request_alert (person_id, id);
create index request_alert_by_category on request_alert (category_id, id);
create index request_alert_by_place on request_alert (lat, lon);

-- Notices of two more kinds. The program alone writes them: their names stand in `notify/kind.rs`, no longer here.
create table notice_next (
  id integer primary key,
  person_id integer not null references person (id),
  kind text not null,
  words text not null,
  subject_kind text not null,
  subject_id integer not null,
  about_kind text not null,
  about_id integer not null,
  actor_id integer references person (id),
  page_id integer references page (id),
  path text not null,
  once_key text not null,
  in_page integer not null constraint notice_in_page check (in_page in (0, 1)),
  mail text not null constraint notice_mail check (mail in ('now', 'daily', 'never')),
  mail_at integer,
  push_at integer,
  created_at integer not null,
  read_at integer,
  unique (person_id, once_key)
) strict;
insert into notice_next (id, person_id, kind, words, subject_kind, subject_id, about_kind, about_id, actor_id, page_id, path, once_key, in_page,
                         mail, mail_at, push_at, created_at, read_at)
  select id, person_id, kind, words, subject_kind, subject_id, about_kind, about_id, actor_id, page_id, path, once_key, in_page, mail, mail_at,
         push_at, created_at, read_at
    from notice;
drop table notice;
alter table notice_next rename to notice;
create index notice_by_person on notice (person_id, id) where in_page = 1;
create index notice_unread on notice (person_id, id) where read_at is null and in_page = 1;
create index notice_by_mail on notice (mail_at) where mail_at is not null;
create index notice_to_mail on notice (person_id) where mail_at is not null;
create index notice_by_push on notice (push_at) where push_at is not null;
create index notice_by_actor on notice (actor_id) where actor_id is not null;

-- A post of a page with the two-person rule, until somebody else has read it. It is no post before that: nothing of it
-- stands in a list, a feed, the search or a count.
create table held_post (
  id integer primary key,
  page_id integer not null references page (id),
  author_id integer not null references person (id),
  title text not null,
  body text not null,
  replies text not null,
  pinned_until integer,
  language text not null,
  -- Numbers of its pictures in their order, as JSON.
  pictures text not null,
  once_key text not null,
  created_at integer not null,
  decided_by integer references person (id),
  decided_at integer,
  decision text constraint held_post_decision check (decision in ('published', 'returned')),
  reason text not null,
  post_id integer references post (id),
  unique (author_id, once_key)
) strict;

create index held_post_by_page on held_post (page_id, decided_at, id);

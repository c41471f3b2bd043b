-- Communities: the files of one, and when somebody woke it; offices, for who follows them.

-- What other domains may join of offices.
create view office_card as select id, slug, name, closed_at from office;

-- A community that was woken sleeps again after a year, counted from here.
alter table community add column woken_at integer;

-- `file` is the name of a blob; `name` is what members call it.
create table community_file (
  id integer primary key,
  community_id integer not null references community (id),
  person_id integer not null references person (id),
  name text not null,
  file text not null,
  type text not null,
  bytes integer not null,
  once_key text not null,
  created_at integer not null,
  unique (person_id, once_key)
) strict;

create index community_file_by_community on community_file (community_id, id);
create index community_file_by_blob on community_file (file);

-- Who follows an office reads what its pages say.
insert into post_source (kind, source_id, entry_id, post_id)
  select 'office', g.office_id, p.id, p.id from post p join page_card g on g.id = p.page_id
   where p.parent_id is null and p.deleted_at is null and g.office_id is not null;

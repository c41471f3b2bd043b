-- Searches people keep. The question is what stands behind the question mark of its address.
create table saved_search (
  id integer primary key,
  person_id integer not null references person (id),
  name text not null,
  question text not null,
  created_at integer not null,
  unique (person_id, question)
) strict;

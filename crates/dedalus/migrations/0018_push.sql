-- Browsers that take pushes, again: where to send and with which keys is sealed, and a device ends with the session in which it
-- was added. What was there lay readable and belonged to no session: browsers ask again.

drop table push_device;

create table push_device (
  id integer primary key,
  person_id integer not null references person (id),
  session_id integer not null references session (id) on delete cascade,
  endpoint_hash blob not null unique,
  sealed text not null,
  label text not null,
  created_at integer not null,
  used_at integer
) strict;

create index push_device_by_person on push_device (person_id, id);

create index push_device_by_session on push_device (session_id);

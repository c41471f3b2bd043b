-- The territory: boundary, districts, what the plain map is drawn from, streets and civic numbers. Everything belongs to the
-- import it came with: a new import goes live in one turn and the one before it stays until the next, so that it can come back.

create table territory_import (
  id integer primary key,
  dataset text not null constraint territory_import_dataset check (dataset in ('confine', 'quartieri', 'disegno', 'indirizzi')),
  state text not null constraint territory_import_state check (state in ('draft', 'loading', 'live', 'replaced', 'gone')),
  source text not null,
  -- The file as it was uploaded, until the import has gone live.
  file text,
  total integer not null,
  done integer not null,
  repeated integer not null,
  outside integer not null,
  made_by integer references person (id),
  created_at integer not null,
  live_at integer,
  ended_at integer
) strict;

create index territory_import_by_state on territory_import (dataset, state, id);
create index territory_import_by_person on territory_import (made_by, id);
create index territory_import_by_file on territory_import (file);

-- An area or a line; `geometry` is a GeoJSON geometry (RFC 7946), the four corners are its box in millionths of a degree.
create table map_shape (
  id integer primary key,
  import_id integer not null references territory_import (id),
  kind text not null,
  name text not null,
  geometry text not null,
  south integer not null,
  west integer not null,
  north integer not null,
  east integer not null
) strict;

create index map_shape_by_import on map_shape (import_id, id);

create table street (
  id integer primary key,
  import_id integer not null references territory_import (id),
  -- The generic word: via, piazza; empty when there is none.
  kind text not null,
  name text not null,
  folded text not null,
  lat integer not null,
  lon integer not null,
  numbers integer not null,
  unique (import_id, folded)
) strict;

create index street_by_import on street (import_id, id);

create table civic_number (
  id integer primary key,
  import_id integer not null references territory_import (id),
  street_id integer not null references street (id),
  number integer not null,
  suffix text not null,
  lat integer not null,
  lon integer not null,
  unique (street_id, number, suffix)
) strict;

create index civic_number_by_place on civic_number (import_id, lat, lon);
create index civic_number_by_import on civic_number (import_id, id);

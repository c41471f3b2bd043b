-- Requests: what a citizen asks or reports, its story, its receipts, and whom they tell.

-- Kept by the offices in the browser. `questions` is JSON; `private`: only who asked and the office read it;
-- `comments`: others may write below; `radius`: metres within which two reports may be about the same thing.
create table request_category (
  id integer primary key,
  code text not null unique,
  name text not null,
  name_en text not null,
  name_de text not null,
  hint text not null,
  office_id integer not null references office (id),
  days integer not null constraint request_category_days check (days > 0),
  position integer not null,
  private integer not null constraint request_category_private check (private in (0, 1)),
  comments integer not null constraint request_category_comments check (comments in (0, 1)),
  radius integer not null constraint request_category_radius check (radius >= 0),
  questions text not null,
  closed_at integer
) strict;

-- One row for each thing that is to be done. `stage` repeats what the status means (open, waiting, closed) for the indexes;
-- `before_merge` is the status it goes back to when it turns out not to be a duplicate. Its words are found by its search document.
create table request (
  id integer primary key,
  number text not null unique,
  kind text not null,
  channel text not null,
  category_id integer references request_category (id),
  office_id integer not null references office (id),
  title text not null,
  body text not null,
  answers text not null,
  address text not null,
  lat integer,
  lon integer,
  private integer not null constraint request_private check (private in (0, 1)),
  hidden_at integer,
  author_id integer references person (id),
  show_name integer not null constraint request_show_name check (show_name in (0, 1)),
  operator_id integer references person (id),
  status text not null,
  stage text not null,
  officer_id integer references person (id),
  days integer not null,
  received_at integer not null,
  due_at integer not null,
  answer text not null,
  answered_at integer,
  answered_by integer references person (id),
  closed_at integer,
  merged_into integer references request (id),
  before_merge text,
  asked_at integer,
  once_key text unique
) strict;
-- With what everybody may read as its condition: an index that begins with a column nearly all rows have the same value of is
-- taken for a good one, and then everything is sorted.
create index request_by_stage on request (stage, id) where private = 0 and hidden_at is null;
create index request_by_category on request (category_id, id);
-- Open ones of a category near a place, for the question whether it is the same problem.
create index request_near on request (category_id, stage, lat, lon) where private = 0 and hidden_at is null;
create index request_by_office on request (office_id, stage, id);
-- The map counts from this index alone, without opening a row.
create index request_by_place on request (lat, lon, private, hidden_at, stage, category_id, received_at);
create index request_by_author on request (author_id, id);
create index request_by_officer on request (officer_id, id);
create index request_by_operator on request (operator_id, id);
create index request_by_answerer on request (answered_by);
create index request_by_merger on request (merged_into);
create index request_by_closing on request (closed_at);
-- All that the figures of a year need of what everybody may read.
create index request_figures on request (received_at, status, closed_at) where private = 0 and hidden_at is null;

-- Who has a receipt: the first is the author's, the others say that it is the same problem. How to reach them is read by nobody
-- but the office. `follows`: does it get a letter at each step; `works`: the answer to "is it really solved".
create table request_receipt (
  id integer primary key,
  number text not null unique,
  request_id integer not null references request (id),
  first integer not null constraint request_receipt_first check (first in (0, 1)),
  person_id integer references person (id),
  name text not null,
  email text not null,
  phone text not null,
  language text not null,
  channel text not null,
  follows integer not null constraint request_receipt_follows check (follows in (0, 1)),
  created_at integer not null,
  rating text,
  rating_reason text not null,
  rated_at integer,
  works integer constraint request_receipt_works check (works in (0, 1))
) strict;
create index request_receipt_of on request_receipt (request_id, id);
create index request_receipt_by_person on request_receipt (person_id, id);

-- The story. What is not public is for the office alone.
create table request_step (
  id integer primary key,
  request_id integer not null references request (id),
  kind text not null,
  status text,
  office_id integer references office (id),
  person_id integer references person (id),
  words text not null,
  public integer not null constraint request_step_public check (public in (0, 1)),
  at integer not null
) strict;
create index request_step_of on request_step (request_id, id);
create index request_step_by_person on request_step (person_id, id);

-- What is said below: by who holds a receipt, by somebody with an account, or by an office.
create table request_comment (
  id integer primary key,
  request_id integer not null references request (id),
  person_id integer references person (id),
  receipt_id integer references request_receipt (id),
  office_id integer references office (id),
  body text not null,
  created_at integer not null,
  hidden_at integer
) strict;
create index request_comment_of on request_comment (request_id, id);
create index request_comment_by_person on request_comment (person_id, id);
create index request_comment_by_receipt on request_comment (receipt_id);

create table request_follow (
  request_id integer not null references request (id),
  person_id integer not null references person (id),
  created_at integer not null,
  primary key (request_id, person_id)
) strict;
create index request_follow_by_person on request_follow (person_id, request_id);

-- What is being written, under a key that only its link knows. Sent without an account it waits for the confirmation of the
-- address; `request_id` says what became of it, so that sending twice leads to the same receipt.
create table request_draft (
  id integer primary key,
  token_hash blob not null unique,
  person_id integer references person (id),
  kind text not null,
  fields text not null,
  created_at integer not null,
  saved_at integer not null,
  expires_at integer not null,
  confirm_hash blob unique,
  receipt_id integer references request_receipt (id)
) strict;
create index request_draft_by_person on request_draft (person_id);
create index request_draft_by_end on request_draft (expires_at);
create index request_draft_by_receipt on request_draft (receipt_id);

create table request_photo (
  id integer primary key,
  draft_id integer references request_draft (id),
  request_id integer references request (id),
  position integer not null,
  alt text not null,
  created_at integer not null
) strict;
create index request_photo_of on request_photo (request_id, position);
create index request_photo_of_draft on request_photo (draft_id, position);

create table request_photo_file (
  photo_id integer not null references request_photo (id),
  size text not null constraint request_photo_file_size check (size in ('medium', 'large')),
  file text not null,
  type text not null,
  width integer not null,
  height integer not null,
  primary key (photo_id, size)
) strict;
create index request_photo_file_by_file on request_photo_file (file);

-- Somebody says that a report breaks the rules.
create table request_abuse (
  id integer primary key,
  request_id integer not null references request (id),
  person_id integer references person (id),
  words text not null,
  created_at integer not null,
  settled_by integer references person (id),
  settled_at integer
) strict;
create index request_abuse_of on request_abuse (request_id);
create index request_abuse_by_person on request_abuse (person_id);
create index request_abuse_by_settler on request_abuse (settled_by);

-- Video and audio with posts, one a post. `file` is the name of a blob, which the check has freed of where it was made. It has a
-- post once one is published with it; its poster is the picture of that post in position 100.
create table recording (
  id integer primary key,
  owner_id integer not null references person (id),
  post_id integer references post (id),
  file text not null,
  type text not null,
  bytes integer not null,
  millis integer not null,
  width integer not null,
  height integer not null,
  title text not null default '',
  description text not null default '',
  transcript text not null default '',
  created_at integer not null
) strict;

create index recording_by_post on recording (post_id) where post_id is not null;
create index recording_by_file on recording (file);
create index recording_by_owner on recording (owner_id);
create index recording_unused on recording (created_at) where post_id is null;

-- Captions, one a language, written again by us as WebVTT. They have a recording once a post is published with both.
create table caption (
  id integer primary key,
  owner_id integer not null references person (id),
  recording_id integer references recording (id),
  language text not null,
  words text not null,
  created_at integer not null
) strict;

create index caption_by_recording on caption (recording_id);
create index caption_by_owner on caption (owner_id);
create index caption_unused on caption (created_at) where recording_id is null;

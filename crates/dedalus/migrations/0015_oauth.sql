-- Programs of others that act for a person, or read what is public (OAuth 2: RFC 6749, 7591, 7636, 7009).
--
-- Of secrets, codes and tokens only hashes are kept.
create table oauth_client (
  id integer primary key,
  client_id text not null unique,
  -- Null for a program that cannot keep a secret (RFC 6749 §2.1).
  secret_hash blob,
  auth_method text not null constraint oauth_client_auth check (auth_method in ('none', 'client_secret_basic', 'client_secret_post')),
  name text not null,
  name_key text not null,
  website text not null,
  -- A JSON list: where people may be sent back to.
  redirect_uris text not null,
  -- The most it may ask for: words separated by spaces.
  scopes text not null,
  created_at integer not null,
  used_at integer,
  revoked_at integer
) strict;

create index oauth_client_by_name on oauth_client (name_key, id);
create index oauth_client_unused on oauth_client (created_at) where used_at is null;

-- What a person allowed a program.
create table oauth_grant (
  id integer primary key,
  client_id integer not null references oauth_client (id),
  person_id integer not null references person (id),
  scopes text not null,
  created_at integer not null,
  used_at integer,
  unique (person_id, client_id)
) strict;

create index oauth_grant_by_client on oauth_grant (client_id);

-- A code on its way to the program, good once and for a minute. Used ones stay for a day: who brings one again is a thief.
create table oauth_code (
  code_hash blob primary key,
  -- The tokens that came of it bear the same number.
  family integer not null unique,
  grant_id integer not null references oauth_grant (id),
  person_id integer not null references person (id),
  redirect_uri text not null,
  challenge text not null,
  scopes text not null,
  created_at integer not null,
  expires_at integer not null,
  used_at integer
) strict;

create index oauth_code_by_person on oauth_code (person_id);
create index oauth_code_by_grant on oauth_code (grant_id);
create index oauth_code_by_end on oauth_code (expires_at);

create table oauth_token (
  token_hash blob primary key,
  kind text not null constraint oauth_token_kind check (kind in ('access', 'refresh')),
  family integer not null,
  client_id integer not null references oauth_client (id),
  -- Null where no person stands behind it (RFC 6749 §4.4).
  grant_id integer references oauth_grant (id),
  person_id integer references person (id),
  scopes text not null,
  created_at integer not null,
  expires_at integer not null,
  -- A refresh token that was exchanged: brought again, it ends its whole family (RFC 9700 §4.14.2).
  replaced_at integer
) strict;

create index oauth_token_by_family on oauth_token (family);
create index oauth_token_by_person on oauth_token (person_id) where person_id is not null;
create index oauth_token_by_grant on oauth_token (grant_id) where grant_id is not null;
create index oauth_token_by_client on oauth_token (client_id);
create index oauth_token_by_end on oauth_token (expires_at);

-- Identity one can trust: more ways to sign in, proofs, substitutes, what a person agreed to and may take along.

-- ---- the account
alter table person add column closing_at integer;
alter table person add column warned_at integer;
-- What a passkey calls the person (WebAuthn §5.4.3, user handle): random, told to nobody else.
alter table person add column passkey_user blob;

-- ---- signing in
alter table session add column label text not null default '';
-- How the session was opened: password, passkey, code, provider, directory, link.
alter table session add column method text not null default 'password';
-- Was a second factor, a passkey or a provider of level 2 or more shown?
alter table session add column strong integer not null default 0;
-- When the person last proved to be it.
alter table session add column proved_at integer not null default 0;

-- Browsers a person has signed in with: a new one is told by mail.
create table device (
  token_hash blob not null,
  person_id integer not null references person (id),
  first_seen_at integer not null,
  last_seen_at integer not null,
  primary key (person_id, token_hash)
) strict;

create table passkey (
  id integer primary key,
  person_id integer not null references person (id),
  credential_id blob not null unique,
  -- The public key, counter and flags, as JSON.
  credential text not null,
  label text not null,
  created_at integer not null,
  used_at integer
) strict;

create index passkey_by_person on passkey (person_id);

-- The second factor (RFC 6238). The secret is sealed; the last step that was used cannot be used again.
create table totp (
  person_id integer primary key references person (id),
  secret text not null,
  confirmed_at integer,
  last_step integer not null,
  created_at integer not null
) strict;

create table recovery_code (
  person_id integer not null references person (id),
  code_hash blob not null,
  used_at integer,
  primary key (person_id, code_hash)
) strict;

-- Providers of identity (OpenID Connect) and the town's directory (LDAP). Secrets are sealed.
create table provider (
  id integer primary key,
  slug text not null unique,
  kind text not null constraint provider_kind check (kind in ('openid', 'spid', 'cie', 'ldap')),
  name text not null,
  issuer text not null,
  client_id text not null,
  client_secret text not null,
  scopes text not null,
  acr_values text not null,
  -- May its claims make a person verified?
  verifies integer not null constraint provider_verifies check (verifies in (0, 1)),
  -- Settings of a directory, as JSON.
  directory text not null,
  position integer not null,
  created_at integer not null,
  closed_at integer
) strict;

-- A person as a provider knows it.
create table linked_identity (
  id integer primary key,
  provider_id integer not null references provider (id),
  subject text not null,
  person_id integer not null references person (id),
  -- What the provider calls the person, for its owner to recognise.
  display text not null,
  acr text not null,
  linked_at integer not null,
  used_at integer not null,
  unique (provider_id, subject)
) strict;

create index linked_identity_by_person on linked_identity (person_id);

-- Who came from a provider that does not vouch for an e-mail address: waits for the confirmation of the one that was typed.
-- What the provider said and what was typed is sealed; of the key in the mail only the hash is kept.
create table provider_sign_up (
  token_hash blob primary key,
  claims text not null,
  expires_at integer not null
) strict;

create index provider_sign_up_by_end on provider_sign_up (expires_at);

-- Which group of a directory gives which role in which office.
create table directory_group (
  id integer primary key,
  provider_id integer not null references provider (id),
  group_name text not null,
  office_id integer not null references office (id),
  role text not null,
  unique (provider_id, group_name, office_id, role)
) strict;

-- What may be used once: the state of a sign-in, the challenge of a passkey, the answer to a puzzle. Only hashes.
create table used_once (
  token_hash blob primary key,
  expires_at integer not null
) strict;

create index used_once_by_end on used_once (expires_at);

-- App passwords and personal tokens of the programming interface.
create table access_key (
  id integer primary key,
  person_id integer not null references person (id),
  kind text not null constraint access_key_kind check (kind in ('app', 'token')),
  label text not null,
  token_hash blob not null unique,
  -- Words separated by spaces (RFC 6749 §3.3).
  scopes text not null,
  created_at integer not null,
  expires_at integer,
  used_at integer,
  used_from text not null,
  revoked_at integer
) strict;

create index access_key_by_person on access_key (person_id);

-- Invitations to sign up while the town is open to invited people only.
create table sign_up_invitation (
  id integer primary key,
  token_hash blob not null unique,
  label text not null,
  uses_left integer not null constraint sign_up_invitation_uses check (uses_left >= 0),
  created_by integer not null references person (id),
  created_at integer not null,
  expires_at integer not null,
  revoked_at integer
) strict;

-- ---- who somebody is
-- A verified person. The fiscal code is kept as a keyed hash only; one person a code.
create table verification (
  person_id integer primary key references person (id),
  code_hash blob not null unique,
  -- 'counter' or the provider's name in addresses.
  source text not null,
  -- What was seen: kind of document, at the counter.
  document text not null,
  verified_by integer references person (id),
  verified_at integer not null
) strict;

-- Two accounts, one fiscal code: a person of the staff decides.
create table verification_conflict (
  id integer primary key,
  person_id integer not null references person (id),
  holder_id integer not null references person (id),
  code_hash blob not null,
  source text not null,
  document text not null,
  -- Sealed claims of the newcomer.
  claims text not null,
  raised_by integer references person (id),
  raised_at integer not null,
  decided_by integer references person (id),
  decided_at integer,
  decision text constraint verification_conflict_decision check (decision in ('moved', 'kept')),
  reason text not null
) strict;

create index verification_conflict_open on verification_conflict (decided_at, id);

-- Facts for later votes, sealed and shown to nobody: date of birth, area of residence.
create table personal_claim (
  person_id integer not null references person (id),
  kind text not null constraint personal_claim_kind check (kind in ('birth_date', 'residence')),
  value text not null,
  source text not null,
  taken_at integer not null,
  primary key (person_id, kind)
) strict;

-- ---- the staff
-- The five roles, who keeps the system, and who watches over personal data (GDPR art. 37).
create table membership_next (
  id integer primary key,
  person_id integer not null references person (id),
  office_id integer not null references office (id),
  role text not null constraint membership_role_known
    check (role in ('operator', 'officer', 'manager', 'administrator', 'editor', 'system', 'privacy')),
  starts_at integer not null,
  ends_at integer,
  -- The directory that gave it; none when a person did.
  provider_id integer references provider (id),
  created_by integer references person (id),
  created_at integer not null
) strict;

insert into membership_next (id, person_id, office_id, role, starts_at, ends_at, created_by, created_at)
  select id, person_id, office_id, role, starts_at, ends_at, created_by, created_at from membership;
drop table membership;
alter table membership_next rename to membership;
create index membership_of_person on membership (person_id);
create index membership_of_office on membership (office_id);

-- Somebody is away: from, until, and who stands in. No office means all of them. Why is nobody's business.
create table absence (
  id integer primary key,
  person_id integer not null references person (id),
  office_id integer references office (id),
  starts_at integer not null,
  ends_at integer not null,
  created_by integer not null references person (id),
  created_at integer not null,
  cancelled_at integer,
  constraint absence_order check (starts_at < ends_at)
) strict;

create index absence_by_person on absence (person_id, starts_at);
create index absence_by_end on absence (ends_at);

create table substitute (
  absence_id integer not null references absence (id),
  position integer not null,
  person_id integer not null references person (id),
  primary key (absence_id, position)
) strict;

-- Who keeps the system opens what is confidential for a while, with a reason, and is seen doing it.
create table break_glass (
  id integer primary key,
  person_id integer not null references person (id),
  reason text not null,
  opened_at integer not null,
  ends_at integer not null,
  closed_at integer
) strict;

create index break_glass_by_person on break_glass (person_id, ends_at);

-- ---- the audit: for whom, when somebody stood in
alter table audit add column instead_of_id integer;
alter table audit add column instead_of_name text;

-- ---- institutional pages
-- What an editor writes goes out only when another one has read it.
alter table page add column two_person integer not null default 0;

-- ---- one's own data
create table consent (
  id integer primary key,
  person_id integer not null references person (id),
  kind text not null,
  version text not null,
  given_at integer not null,
  withdrawn_at integer
) strict;

create index consent_by_person on consent (person_id, kind, id);

insert into consent (id, person_id, kind, version, given_at)
  select id, id, 'privacy', privacy_version, privacy_at from person where privacy_version <> '';

-- A download somebody asked for: made by a job, kept for a week.
create table data_request (
  id integer primary key,
  person_id integer not null references person (id),
  state text not null constraint data_request_state check (state in ('waiting', 'ready', 'failed', 'gone')),
  done integer not null,
  total integer not null,
  file text,
  bytes integer not null,
  created_at integer not null,
  ready_at integer,
  expires_at integer
) strict;

create index data_request_by_person on data_request (person_id, id);
create index data_request_by_file on data_request (file);
create index person_closing on person (closing_at) where closing_at is not null;

-- Whoever closed the account is named as such wherever a name is needed.
drop view person_card;
create view person_card as
  select id, case when state = 'closed' then '' else handle end as handle,
         case when state = 'closed' then 'persona non più iscritta' else name end as name, tier, state
    from person;

-- Who says without an account that something breaks a rule (Regulation (EU) 2022/2065 art. 16 par. 2 (c)), for as long as
-- the decision can be complained about.
create table reporter (
  report_id integer primary key references report (id),
  name text not null,
  email text not null,
  email_folded text not null,
  -- The language of the request: the letters are written in it.
  language text not null,
  created_at integer not null,
  -- When the decision was told.
  told_at integer
) strict;

create index reporter_by_email on reporter (email_folded);

-- It is about the sexual abuse of children (Directive 2011/93/EU art. 3 to 7): nobody says who they are.
alter table report add column minors integer not null default 0 constraint report_minors check (minors in (0, 1));

-- Where a kind of notice goes for who chose nothing, when the town wants it otherwise than the program.
create table notice_usual (
  kind text primary key,
  in_page integer not null,
  mail text not null constraint notice_usual_mail check (mail in ('now', 'daily', 'never')),
  push integer not null
) strict;

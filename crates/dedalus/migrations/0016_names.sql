-- Names are looked for and put in order by their key, which knows accents, apostrophes and particles; the cards carry it.
drop view person_card;
create view person_card as
  select id, case when state = 'closed' then '' else handle end as handle,
         case when state = 'closed' then 'N. N.' else name end as name, tier, state, private, created_at,
         case when state = 'closed' then '' else handle_folded end as handle_folded,
         case when state = 'closed' then '' else name_key end as name_key
    from person;

drop view page_card;
create view page_card as
  select id, handle, name, initials, colour, bio, office_id, closed_at, name_key from page;

drop view office_card;
create view office_card as
  select id, slug, name, closed_at, name_key from office;

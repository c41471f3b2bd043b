-- A change of what a page with the two-person rule has published waits as its first publication did. `changes` is the
-- post, `based_on` when the version was made that the change was written upon.
alter table held_post add column changes integer references post (id);
alter table held_post add column based_on integer;

create index held_post_by_changed on held_post (changes, decided_at);

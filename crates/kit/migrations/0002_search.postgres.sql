-- The text index on search_doc: the analyser has split and stemmed already, so the vector is 'simple'.
alter table search_doc add column terms_vector tsvector generated always as (to_tsvector('simple', terms)) stored;
create index search_doc_terms on search_doc using gin (terms_vector);

-- The text index beside search_doc. Contentless: the terms themselves stand in search_doc.
create virtual table search_index using fts5(terms, content='', contentless_delete=1, tokenize="unicode61 remove_diacritics 0 categories 'L* N* Co'");

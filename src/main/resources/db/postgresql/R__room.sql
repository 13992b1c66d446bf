-- Room in every page for changed rows: a change that touches no index, such as what is left of a placement, then stays
-- beside the row it replaces, and no index is written.
alter table placement set (fillfactor = 60);
-- Names are looked for by how they begin, so their index has them in the order of their letters' codes, whatever the
-- order of words in the country where the server was set up.
alter table account_name alter column name type varchar collate "C";

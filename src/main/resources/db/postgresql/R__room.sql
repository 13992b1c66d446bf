-- Room in every page for changed rows: a change that touches no index, such as what is left of a placement, then stays
-- beside the row it replaces, and no index is written.
alter table placement set (fillfactor = 60);

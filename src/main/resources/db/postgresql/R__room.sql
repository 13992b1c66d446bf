-- Room in every page for changed rows: a change that touches no index, such as what is left of a placement, then stays
-- beside the row it replaces, and no index is written.
alter table placement set (fillfactor = 60);
alter table notice set (fillfactor = 70);

-- Other changes write every index of the row again, so a row stands only in those that it is looked for in.
drop index posting_by_state;
drop index posting_by_order;
create index posting_by_state on posting (source, seq) where state = 'PENDING';
create index posting_by_order on posting (seq) where state = 'WORKLIST';
drop index placement_by_agency_file;
drop index placement_by_delivery;
create index placement_by_agency_file on placement (agency_file) where agency_file is not null;
create index placement_by_delivery on placement (delivery) where delivery is not null;
drop index agency_payment_by_reverses;
create index agency_payment_by_reverses on agency_payment (agency, reverses) where reverses is not null;

-- Names are looked for by how they begin, so their index has them in the order of their letters' codes, whatever the
-- order of words in the country where the server was set up.
alter table account_name alter column name type varchar collate "C";

-- Only in the store of a sandbox, and there before everything else: by it the two are told apart for ever.
create table sandbox (
    only_one smallint not null primary key check (only_one = 1),
    begun_on date not null,
    stands_at timestamp with time zone not null
);

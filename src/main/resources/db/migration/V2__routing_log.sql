-- The routing log. Rows are added and never changed; the head is the right edge of their hash tree (RFC 6962).

create table routing_head (
  only_row integer primary key check (only_row = 1),
  entries  bigint not null check (entries >= 0),
  edge     bytea  not null
);

insert into routing_head (only_row, entries, edge) values (1, 0, cast('' as bytea));

create table routing_entry (
  idx     bigint       primary key,
  subject varchar(200) not null,
  leaf    bytea        not null
);

create index routing_entry_subject on routing_entry (subject, idx);

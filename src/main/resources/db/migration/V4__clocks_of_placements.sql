-- The clocks that a placement waited for, as they stood when it was decided: accounts and notices go on changing.

create table placement_clocks (
  placement    varchar primary key,
  notice       varchar not null,
  first_missed date not null,
  -- first day that the in-house window allowed; last day of the last chance
  window_ended date not null,
  delivered_on date not null,
  last_chance  date not null,
  -- the clock that decided, and every rule that was asked, with its version
  clock        varchar not null,
  rules        varchar not null
);
create index placement_by_day on placement (placed_on, placement);

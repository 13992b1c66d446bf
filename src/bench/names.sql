-- A million accounts with two ways to be found by name each, and what a search by name reads. Only in a
-- database made for it, after `graceway run --once` has made the tables: psql -d names -f names.sql
insert into account (source, number, currency, brand, stage, reasons, balance, judged_on, digest)
  select 'erp', lpad(x::text, 10, '0'), 'USD', 'bench-power', 'HELD', '', 10, date '2026-11-01', ''
  from generate_series(1, 1000000) s(x);
insert into account_name (name, number, source, currency)
  select case way when 1 then given || family else family || given end, lpad(x::text, 10, '0'), 'erp', 'USD'
  from (select x, 'given' || chr(97 + x % 26) || chr(97 + x / 26 % 26) as given,
    'family' || chr(97 + x / 7 % 26) || chr(97 + x / 182 % 26) || chr(97 + x / 4732 % 26) as family
    from generate_series(1, 1000000) s(x)) people, generate_series(1, 2) w(way);
analyze;
select pg_size_pretty(pg_total_relation_size('account_name')) as size;
explain (analyze, buffers) select source, number, currency from account_name
  where name >= 'familyab' and name < 'familyab' || chr(65535) order by name, number limit 80;
explain (analyze, buffers) select source, number, currency from account_name
  where name >= 'f' and name < 'f' || chr(65535) order by name, number limit 80;

-- The peers' extract as a source that the gateway reads: every account once, days moved so that the file is of today.
-- The variable "first" is the day of the first pass, on which the file is as old as it was made to be.
drop schema if exists erp cascade;
create schema erp;
create table erp.extract (
  account_no text, debtor_id text, debtor_type text, first_name text, last_name text, company text, tax_id text,
  birth_date text, street text, zip text, city text, country text, phone text, email text, language text,
  invoice_no text, invoice_date text, due_date text, original_amount text, balance text, interest text, fees text,
  currency text, days_past_due text, last_payment_date text, last_payment_amount text, dunning_level text, status text,
  promise_date text, notes text);
create table erp.account (account_no text primary key, balance numeric(14,2) not null, last_payment_date date,
  payments int not null default 0);
create table erp.payment (payment_id text primary key, account_no text not null, amount numeric(14,2) not null,
  value_date date, written_at timestamptz not null default clock_timestamp());
-- What says which postings have been made; its owner makes it, as the gateway's check asks.
create table graceway_posting (posting_key varchar(80) primary key, kind varchar(16) not null,
  account varchar(64) not null, posted_at timestamptz not null);
\copy erp.extract from pstdin with (format csv, header)
create table erp.line as
  select distinct on (account_no) e.*, due_date !~ '^20..-(0[1-9]|1[0-2])-' as no_day from erp.extract e
  order by account_no, ctid;
alter table erp.line add primary key (account_no);
insert into erp.account (account_no, balance)
  select account_no, case when balance ~ '^[0-9.]+$' then balance::numeric else 0 end from erp.line;
analyze erp.line;
analyze erp.account;
-- Days are moved by as many as lie between the day that the file was made for and that first day.
create view erp.today as
  select account_no, invoice_no, currency, balance, debtor_type, email, phone, street, city, zip, country, language,
    case when no_day then due_date else (due_date::date + (date :'first' - date '2026-01-15'))::text end as due_date,
    case when debtor_type = 'B' then company else first_name || ' ' || last_name end as name
  from erp.line;
-- Each dunning level is one contact, a week apart from the due date on, by letter and by mail in turn.
create view erp.contact as
  select account_no, (due_date::date + (date :'first' - date '2026-01-15') + 7 * step)::text || 'T10:00:00' as
    contacted_at, case when step % 2 = 1 then 'LETTER' else 'EMAIL' end as medium
  from erp.line, generate_series(1, dunning_level::int) as step where not no_day;
-- What the peers' rules hold back: a status, a promise that is not over yet, a payment of the last two weeks.
create view erp.ticket as
  select account_no, 'S-' || account_no as case_no, status as category, date :'first' as opened_on
    from erp.line where status <> 'OPEN'
  union all select account_no, 'P-' || account_no, 'PROMISE', date :'first'
    from erp.line where promise_date >= '2026-01-15'
  union all select account_no, 'R-' || account_no, 'RECENT', date :'first'
    from erp.line where last_payment_date >= '2026-01-01';
-- What the peers place, by their own rules.
create view erp.due as
  select * from erp.line where account_no ~ '^A[0-9]{9}$' and balance ~ '^[0-9]+[.][0-9]+$' and currency <> 'XXX'
    and not no_day and country ~ '^[A-Z]{2}$' and status = 'OPEN' and balance::numeric >= 50
    and days_past_due::int >= 60 and coalesce(promise_date, '') < '2026-01-15'
    and coalesce(last_payment_date, '') < '2026-01-01' and dunning_level::int >= 3;

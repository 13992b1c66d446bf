-- The journey of accounts. One SQL for the embedded store and for PostgreSQL; the routing log has its own migration.

create table account (
  source       varchar not null,
  number       varchar not null,
  currency     varchar not null,
  brand        varchar not null,
  stage        varchar not null,
  reasons      varchar not null,
  balance      numeric(19,4) not null,
  first_missed date,
  ask_again    date,
  rest_until   date,
  notice       varchar,
  placement    varchar,
  unplaced     varchar not null default '',
  judged_on    date not null,
  digest       varchar not null,
  primary key (source, number, currency)
);
-- What the source showed of an account stands beside it, and so with notices and placements: their rows change often,
-- and a database writes a changed row anew as a whole. Empty where the record was refused.
create table account_document (
  source   varchar not null,
  number   varchar not null,
  currency varchar not null,
  document varchar not null,
  -- the number first: whole pages are asked for by their numbers
  primary key (number, source, currency)
);
-- What the customer of an account is found by: the name begun at each of its words, without case, accents and space.
create table account_name (
  name     varchar not null,
  number   varchar not null,
  source   varchar not null,
  currency varchar not null,
  primary key (name, number, source, currency)
);
create index account_name_by_account on account_name (number, source);
create index account_by_number on account (number);
-- Sums are read from the index alone: half a million accounts in 0.4 s and not in 9 s on the embedded store.
create index account_by_stage on account (stage, currency, balance);

-- Cases that the house opened here, such as a customer's answer to a notice; a source's own case of the same id rules.
create table house_case (
  id       varchar primary key,
  source   varchar not null,
  number   varchar not null,
  type     varchar not null,
  opened   date not null,
  closed   date,
  -- the agency that told of it; empty for a customer's own answer
  agency   varchar
);
create index house_case_by_account on house_case (number, source);

create table notice (
  id               varchar primary key,
  source           varchar not null,
  number           varchar not null,
  currency         varchar not null,
  brand            varchar not null,
  channel          varchar not null,
  state            varchar not null,
  written_on       date not null,
  deadline         date not null,
  last_chance_days integer not null,
  email_opt_out    date,
  email_kept       boolean not null,
  balance          numeric(19,4) not null,
  agency           varchar not null,
  zone             varchar not null,
  token_sha256     varchar,
  link_until       date,
  attempts         integer not null,
  taken_at         timestamp with time zone,
  delivered_on     date,
  text_sha256      varchar,
  -- the brand's templates it was written with, folder@version; empty before it left
  template         varchar not null default '',
  -- why it is void; empty while it is not
  void_why         varchar not null default '',
  -- whether it has yet to be handed over: looked for every minute, and left alone by what becomes of it afterwards
  waits            boolean generated always as (state in ('PLANNED', 'LEAVING')) ${stored}
);
create table notice_document (
  id       varchar primary key,
  document varchar not null
);
-- What customers answered to a notice.
create table notice_answer (
  notice varchar not null,
  answer varchar not null,
  on_day date not null,
  primary key (notice, answer)
);
create index notice_by_waiting on notice (waits);
create index notice_by_token on notice (token_sha256);
create index notice_by_account on notice (number, source, currency);

create table tone_acceptance (
  agency      varchar not null,
  profile     varchar not null,
  version     integer not null,
  sha256      varchar not null,
  accepted_on date not null,
  primary key (agency, profile, version, sha256)
);

create table placement (
  placement        varchar primary key,
  source           varchar not null,
  number           varchar not null,
  currency         varchar not null,
  agency           varchar not null,
  tier             integer not null,
  state            varchar not null,
  placed_on        date not null,
  placed           numeric(19,4) not null,
  balance          numeric(19,4) not null,
  seen             numeric(19,4) not null,
  unadopted        numeric(19,4) not null,
  fee_basis_points integer not null,
  tone             varchar not null,
  tone_sha256      varchar not null,
  email_kept       boolean not null,
  agency_file      varchar,
  -- the balance that the agency says it received, and the day on which it answered at all
  agency_balance   numeric(19,4),
  answered_on      date,
  -- how it ended: PAID, the agency's closure code, or the reason for taking it back
  ending           varchar not null default '',
  zone             varchar not null,
  delivery         varchar,
  -- our running number, for layouts whose numbers are short
  serial           bigint generated by default as identity
);
create table placement_document (
  placement varchar primary key,
  document  varchar not null
);
create index placement_by_serial on placement (serial);
create index placement_by_account on placement (number, source, currency);
create index placement_by_agency on placement (agency, state);
create index placement_by_delivery on placement (delivery);
create index placement_by_agency_file on placement (agency_file);
-- What was placed never changes; what is left changes often and has no index.
create index placement_by_placed on placement (placed, placement);

create table delivery (
  id              varchar primary key,
  agency          varchar not null,
  kind            varchar not null,
  state           varchar not null,
  rung            varchar not null,
  file            varchar not null,
  size            bigint not null,
  sha256          varchar not null,
  manifest_file   varchar not null,
  manifest_size   bigint not null,
  manifest_sha256 varchar not null,
  records         bigint not null,
  totals          varchar not null,
  attempts        integer not null,
  next_try        timestamp with time zone not null,
  trouble         varchar not null,
  prepared_at     timestamp with time zone not null,
  -- the delivery whose very files are sent again by this one
  parent          varchar,
  -- when its sealed parcel was removed here; the manifest stays
  removed_on      date
);
create index delivery_by_parent on delivery (parent);
create index delivery_by_state on delivery (state, next_try);
create index delivery_by_time on delivery (prepared_at, id);
create index delivery_by_file on delivery (file);
create index delivery_by_sha256 on delivery (sha256);
create index delivery_by_manifest on delivery (manifest_file);
create index delivery_by_manifest_sha256 on delivery (manifest_sha256);

create table delivery_step (
  delivery varchar not null,
  step     bigint not null,
  rung     varchar not null,
  at       timestamp with time zone not null,
  evidence varchar not null,
  primary key (delivery, step)
);

-- What one person asked for and another one has to agree to.
create table four_eyes (
  id              varchar primary key,
  what            varchar not null,
  subject         varchar not null,
  -- in words, for whoever decides; the routing log has the digest alone
  evidence        varchar not null,
  evidence_sha256 varchar not null,
  asked_by        varchar not null,
  asked_at        timestamp with time zone not null,
  -- ASKED, AGREED, REFUSED, or OVERTAKEN when there was nothing left to agree to
  state           varchar not null,
  decided_by      varchar,
  decided_at      timestamp with time zone
);
create index four_eyes_by_subject on four_eyes (subject, state);
create index four_eyes_by_time on four_eyes (asked_at, id);

-- Files of agencies that somebody is writing in the console; gone once one counts or was dropped.
create table agency_draft (
  agency       varchar primary key,
  -- raised with every change, so that two who change it at once notice
  version      int not null,
  -- the file as it stood when this was begun, empty for a new agency, and as it is to stand; no secret stands in either
  base         varchar not null,
  text         varchar not null,
  keys         varchar not null,
  tones        varchar not null,
  -- who began or changed it, one a line, the first first
  people       varchar not null,
  begun_at     timestamp with time zone not null,
  asked_by     varchar not null,
  remark       varchar not null,
  -- the last test exchange; tried_by is empty where there was none
  tried_by     varchar not null,
  tried_at     timestamp with time zone,
  tried_digest varchar not null,
  tried_well   boolean not null,
  tried_steps  varchar not null
);

-- What people keep from leaving: a placement, or everything for an agency.
create table held_back (
  kind    varchar not null,
  subject varchar not null,
  reason  varchar not null,
  held_by varchar not null,
  at      timestamp with time zone not null,
  primary key (kind, subject)
);

-- What people decided about an agency: ACTIVE, SUSPENDED or LEAVING; one without a row is active.
create table agency_life (
  agency  varchar primary key,
  state   varchar not null,
  -- a code of the house's, and who said it
  reason  varchar not null,
  said_by varchar not null,
  at      timestamp with time zone not null
);

-- Messages to agencies that wait for the next delivery.
create table agency_message (
  id        varchar primary key,
  agency    varchar not null,
  document  varchar not null,
  placement varchar not null,
  -- messages of one bundle leave in one file: an answer's lines; empty for messages that may travel together
  bundle    varchar not null,
  seq       bigint generated by default as identity,
  fields    varchar not null,
  delivery  varchar
);
create index agency_message_waiting on agency_message (agency, document, delivery);
create index agency_message_by_placement on agency_message (placement);
create index agency_message_by_bundle on agency_message (bundle);

create table inbox (
  agency   varchar not null,
  sha256   varchar not null,
  name     varchar not null,
  kind     varchar not null,
  outcome  varchar not null,
  code     varchar not null,
  records  bigint not null,
  accepted bigint not null,
  rejected bigint not null,
  repeated bigint not null,
  at       timestamp with time zone not null,
  -- whether the agency's copy was cleared away: if not, the same file coming again is our own crash and needs no answer
  cleared  boolean not null default false,
  -- whether its sealed bytes lie here because something of it waits in quarantine; who wants it read again
  kept     boolean not null default false,
  asked_by varchar,
  primary key (agency, sha256)
);
create index inbox_by_sha256 on inbox (sha256);
create index inbox_by_name on inbox (name);
-- the few that are kept are looked for every minute
create index inbox_by_kept on inbox (kept);

create table agency_payment (
  agency     varchar not null,
  payment    varchar not null,
  kind       varchar not null,
  reverses   varchar,
  placement  varchar not null,
  currency   varchar not null,
  amount     numeric(19,4) not null,
  -- amount = applied + suspense + rejected + fee, in every row
  applied    numeric(19,4) not null,
  suspense   numeric(19,4) not null,
  rejected   numeric(19,4) not null,
  fee        numeric(19,4) not null,
  -- taken off what the customer owes; the fee that the contract gives on it; what the agency says it kept back
  credited   numeric(19,4) not null,
  earned     numeric(19,4) not null,
  withheld   numeric(19,4) not null,
  reason     varchar not null,
  paid_on    date not null,
  content    varchar not null,
  file       varchar not null,
  -- the transfer that brought it; what settled the fee on it: an invoice, or a transfer from which it was taken
  payout     varchar,
  settled    varchar,
  primary key (agency, payment)
);
create index agency_payment_by_placement on agency_payment (placement);
create index agency_payment_by_reverses on agency_payment (agency, reverses);
create index agency_payment_by_file on agency_payment (file);
-- Amounts are looked for page by page, so the index has the order of the list.
create index agency_payment_by_amount on agency_payment (amount, agency, payment);

create table direct_payment (
  id           varchar primary key,
  placement    varchar not null,
  currency     varchar not null,
  amount       numeric(19,4) not null,
  fee          numeric(19,4) not null,
  seen_on      date not null,
  -- the payment that did not stand; amount and fee are below zero then
  reverses     varchar,
  -- PAYMENT, REVERSAL, or CREDIT for what became less without a payment
  kind         varchar not null,
  -- what settled the fee on it: an invoice, or a transfer from which it was taken
  settled      varchar
);
create index direct_payment_by_placement on direct_payment (placement);
create index direct_payment_by_amount on direct_payment (amount, id);

create table fee_invoice (
  agency    varchar not null,
  invoice   varchar not null,
  currency  varchar not null,
  from_day  date not null,
  until_day date not null,
  fee       numeric(19,4) not null,
  content   varchar not null,
  file      varchar not null,
  at        timestamp with time zone not null,
  primary key (agency, invoice, currency)
);

create table payout (
  agency    varchar not null,
  payout    varchar not null,
  currency  varchar not null,
  until_day date not null,
  amount    numeric(19,4) not null,
  -- what was below zero and is taken off the next one
  carried   numeric(19,4) not null,
  content   varchar not null,
  file      varchar not null,
  at        timestamp with time zone not null,
  primary key (agency, payout, currency)
);

create table recall (
  placement   varchar primary key,
  state       varchar not null,
  reason      varchar not null,
  begun_on    date not null,
  object_by   date not null,
  final_on    date not null,
  objection   varchar not null
);
create index recall_by_state on recall (state, final_on);

create table activity (
  agency    varchar not null,
  event     varchar not null,
  placement varchar not null,
  at        timestamp with time zone not null,
  channel   varchar not null,
  -- null where the agency does not say who spoke first
  outbound  boolean,
  outcome   varchar not null,
  -- every check and what it came to; those that did not pass have a row in tone_finding too
  checks    varchar not null,
  content   varchar not null,
  document  varchar not null,
  primary key (agency, event)
);
create index activity_by_placement on activity (placement, at);

-- Legal steps that people of the house consented to; each number is good for one step, once.
create table approval (
  number    varchar primary key,
  placement varchar not null,
  step      varchar not null,
  ceiling   numeric(19,4) not null,
  currency  varchar not null,
  given_on  date not null,
  until     date not null,
  -- the agency's event that took the step
  used_by   varchar,
  used_on   date
);

create table tone_finding (
  agency    varchar not null,
  event     varchar not null,
  tone_check varchar not null,
  result    varchar not null,
  -- 1 is the gravest
  severity  integer not null,
  placement varchar not null,
  tone      varchar not null,
  detail    varchar not null,
  primary key (agency, event, tone_check)
);

-- What agencies learned about customers.
create table news (
  agency    varchar not null,
  kind      varchar not null,
  message   varchar not null,
  placement varchar not null,
  on_day    date not null,
  code      varchar not null,
  content   varchar not null,
  document  varchar not null,
  at        timestamp with time zone not null,
  -- a request for information that was answered
  answered  boolean not null default false,
  primary key (agency, kind, message)
);
create index news_by_placement on news (placement, kind);

-- What an agency was told of a customer after the placement, and digests of it.
create table told (
  placement varchar primary key,
  facts     varchar not null
);

create table erasure (
  id           varchar primary key,
  placement    varchar not null,
  agency       varchar not null,
  ordered_on   date not null,
  by_day       date not null,
  confirmed_on date,
  code         varchar not null
);
create index erasure_by_placement on erasure (placement);

-- Accounts whose personal data stays whatever the rule says, for a court or an authority.
create table legal_hold (
  number  varchar primary key,
  because varchar not null,
  at      timestamp with time zone not null
);

create table arrangement (
  agency      varchar not null,
  arrangement varchar not null,
  placement   varchar not null,
  agreed_on   date,
  last_on     date,
  amount      numeric(19,4),
  -- digest of the terms that count
  terms       varchar not null,
  stage       varchar not null,
  stage_on    date not null,
  -- agreed by the house, and the day on which the agency had taken it over
  in_house    boolean not null default false,
  accepted_on date,
  primary key (agency, arrangement)
);
create index arrangement_by_placement on arrangement (placement, stage, last_on);

-- Differences between what an agency said it holds and our book.
create table inventory_break (
  agency    varchar not null,
  file      varchar not null,
  placement varchar not null,
  kind      varchar not null,
  ours      varchar not null,
  theirs    varchar not null,
  as_of     date not null,
  at        timestamp with time zone not null,
  primary key (agency, file, placement, kind)
);

create table posting (
  id        varchar primary key,
  seq       bigint generated by default as identity,
  source    varchar not null,
  number    varchar not null,
  currency  varchar not null,
  kind      varchar not null,
  amount    numeric(19,4),
  on_day    date not null,
  code      varchar not null,
  reference varchar not null,
  text      varchar not null,
  state     varchar not null,
  evidence  varchar not null,
  at        timestamp with time zone not null,
  -- postings that were given to the source together: after a crash they are given again just so
  batch     varchar
);
create index posting_by_state on posting (state, source, seq);
create index posting_by_order on posting (state, seq);
create index posting_by_reference on posting (reference);
create index posting_by_account on posting (number, source);
create index posting_by_amount on posting (amount, seq);

create table quarantine (
  id     varchar primary key,
  origin varchar not null,
  file   varchar not null,
  line   bigint not null,
  field  varchar not null,
  code   varchar not null,
  why    varchar not null,
  at     timestamp with time zone not null,
  -- WAIVED by people with a reason, or RESUBMITTED: its file was read again; null while it waits
  closed_as varchar,
  closed_at timestamp with time zone,
  closed_by varchar,
  reason    varchar,
  -- what became of it when its file was read before
  parent    varchar
);
create index quarantine_by_time on quarantine (at, id);
create index quarantine_by_cause on quarantine (closed_as, code, at);
create index quarantine_by_file on quarantine (file, line);

-- How a source was last found when somebody tried it, step by step.
create table source_check (
  source varchar not null,
  step   integer not null,
  name   varchar not null,
  passed boolean not null,
  millis bigint not null,
  code   varchar not null,
  hint   varchar not null,
  at     timestamp with time zone not null,
  primary key (source, step)
);

create table pass (
  name   varchar primary key,
  on_day date not null,
  at     timestamp with time zone not null
);

-- Which of several nodes does passes and rounds; a turn that is over may be taken, and then its token is another.
create table turn (
  name   varchar primary key,
  node   varchar not null,
  token  bigint not null,
  until  timestamp with time zone not null
);

-- What people of the house, or an agency, were told by e-mail: entries of the quarantine, deliveries.
create table alerted (
  recipient varchar not null,
  thing     varchar not null,
  at        timestamp with time zone not null,
  primary key (recipient, thing)
);
create index alerted_by_time on alerted (recipient, at);

-- Requests of agencies that are done once for their key.
create table agency_request (
  agency      varchar not null,
  request_key varchar not null,
  -- of the operation and its body
  digest      varchar not null,
  -- 0 while it is being done
  status      integer not null,
  answer      varchar not null,
  at          timestamp with time zone not null,
  primary key (agency, request_key)
);
create index agency_request_by_time on agency_request (at);

-- Tokens of agencies by their hashes, and by the hash of the secret that each was given for.
create table agency_token (
  sha256 varchar primary key,
  agency varchar not null,
  secret varchar not null,
  until  timestamp with time zone not null
);
create index agency_token_by_time on agency_token (until);

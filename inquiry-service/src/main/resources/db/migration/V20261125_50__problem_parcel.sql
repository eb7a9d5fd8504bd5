create table problem_parcel (
  id                uuid primary key,
  number            text not null unique,
  version           bigint not null,
  status            text not null,
  channel           text not null,
  category          text not null, -- the class of the cause (PRB-09)
  declared_by       text not null,
  priority          text not null,
  tier              text not null,
  urgent            boolean not null,
  waybill           text not null,
  waybill_known     boolean not null,
  opened_at         timestamptz not null,
  closed_at         timestamptz,
  contact           text, -- the sender's, compact JWE
  outlet            text,
  department        text,
  assignee          text,
  description       text,
  access_code       text, -- compact JWE, for the messages to the sender
  access_code_index text,
  access_code_until timestamptz,
  instruction       text,
  new_contact       text, -- compact JWE
  cod_amount        numeric(12, 2) check (cod_amount >= 0),
  new_freight       numeric(12, 2) check (new_freight >= 0),
  instructed_by     text,
  instructed_at     timestamptz,
  acknowledged_at   timestamptz,
  outlet_statement  text, -- compact JWE
  outcome           text,
  check ((status in ('RESOLVED', 'UNCLAIMED')) = (closed_at is not null)),
  check ((outcome is null) = (closed_at is null)),
  -- a code answers an open question only, and ends some day
  check (access_code_index is null or (status = 'AWAITING_SENDER' and access_code_until is not null)),
  check (status not in ('AWAITING_COURIER', 'INSTRUCTED') or instruction is not null)
);
-- the duplicate check of a declaration, and what holds a parcel up
create index problem_parcel_of_waybill on problem_parcel (waybill, opened_at);
-- the desk's worklist
create index problem_parcel_open on problem_parcel (opened_at, id) where closed_at is null;
-- an outlet's worklist
create index problem_parcel_of_outlet on problem_parcel (outlet, opened_at, id);
-- a sender's code finds its case
create unique index problem_parcel_by_code on problem_parcel (access_code_index)
  where access_code_index is not null;

-- parcels that should be scanned again by then: silence after that is a problem (PRB-02)
create table parcel_watch (
  waybill       text primary key,
  next_scan_due timestamptz not null
);
-- the watch reads only what is due
create index parcel_watch_due on parcel_watch (next_scan_due);

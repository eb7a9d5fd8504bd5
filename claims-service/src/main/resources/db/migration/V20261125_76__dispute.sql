-- What one outlet asks another for (ARB-01 to ARB-11). Never what a customer is owed.
create table dispute (
  id                  uuid primary key,
  number              text not null unique,
  version             bigint not null,
  status              text not null,
  channel             text, -- API_OUTLET where the outlet opened it itself
  category            text not null, -- the ground
  waybill             text not null, -- of a batch the first
  filing_outlet       text not null,
  outlet              text not null, -- the responsible one
  destination_outlet  text not null,
  dispatched_on       date not null,
  batch               boolean not null,
  bag_number          text,
  third_party_transfer boolean not null,
  missort             boolean not null,
  claimed             numeric(12, 2) not null check (claimed > 0),
  contents            text not null,
  tier                text not null,
  priority            text not null,
  parcels             text not null, -- JSON
  contact             text not null, -- the recipient, compact JWE
  report              text not null, -- everybody else whom the report names, compact JWE
  opened_at           timestamptz not null,
  closed_at           timestamptz,
  assignee            text,
  announcement        text, -- compact JWE
  recipient_verified  text, -- how: CALL_RECORD, SIGNED_STATEMENT
  announced_at        timestamptz,
  answer_by           timestamptz,
  negotiate_until     timestamptz,
  read_at             timestamptz, -- the responsible outlet's receipt, as evidence (AMB-14)
  answer              text check (answer in ('ACCEPTED', 'REFUSED', 'NEGOTIATE', 'SILENT')),
  answered_at         timestamptz,
  statement           text, -- compact JWE
  filing_open         boolean not null,
  settlement          text, -- JSON
  returns             int not null,
  return_reason       text,
  missing             text, -- JSON
  received_slots      text,
  verified_true       boolean,
  batch_confirmed     boolean not null,
  rulings             text not null, -- JSON, the newest last
  objection           text, -- JSON
  check (outlet <> filing_outlet),
  check (status not in ('RULED', 'OBJECTED') or rulings <> '[]')
);
-- the worklists of the desk, of the outlet that files, and of the one that answers
create index dispute_open on dispute (opened_at, id) where closed_at is null;
create index dispute_of_outlet on dispute (outlet, opened_at, id);
create index dispute_of_filing_outlet on dispute (filing_outlet, opened_at, id);
-- repeated contact, and the open dispute on a waybill
create index dispute_of_waybill on dispute (waybill, opened_at);

-- every parcel of a dispute; a batch has several (AMB-10)
create table dispute_parcel (
  waybill    text not null,
  dispute_id uuid not null references dispute,
  primary key (waybill, dispute_id)
);

-- a waybill is paid for once between outlets, whatever disputes name it
create table awarded_waybill (
  waybill     text primary key,
  case_number text not null
);
-- what a ruling that is taken back sets free
create index awarded_waybill_of_case on awarded_waybill (case_number);

-- what a ruling makes an outlet pay (ARB-08)
create table penalty_order (
  id           uuid primary key default uuidv7(),
  case_number  text not null,
  occurrence   int not null, -- which ruling of the case
  outlet       text not null,
  amount       numeric(14, 2) not null check (amount > 0),
  rule         text not null,
  tariff       text not null,
  issued_at    timestamptz not null,
  cancelled_at timestamptz, -- another ruling took its place
  unique (case_number, occurrence, outlet)
);
-- the list, newest first, of everybody and of one outlet
create index penalty_order_issued on penalty_order (issued_at, id);
create index penalty_order_of_outlet on penalty_order (outlet, issued_at, id);

-- what the postal authority forwarded to us (12305, REG-08)
create table appeal (
  id                  uuid primary key,
  number              text not null unique,
  version             bigint not null,
  status              text not null check (status in ('RECEIVED', 'REPLIED', 'CLOSED')),
  channel             text not null,
  category            text not null,
  priority            text not null,
  tier                text not null,
  waybill             text,
  opened_at           timestamptz not null,
  closed_at           timestamptz,
  contact             text not null, -- compact JWE
  outlet              text,
  department          text,
  assignee            text,
  complaint           text,          -- the number of the complaint that it is about
  authority_reference text not null,
  demand              text not null,
  conclusion          text check (conclusion in ('UPHELD', 'SETTLED', 'REJECTED')),
  reply               text,
  replied_at          timestamptz,
  opinion             text,
  check ((status = 'CLOSED') = (closed_at is not null)),
  check ((status = 'RECEIVED') = (replied_at is null))
);
-- an authority's reference comes once
create unique index appeal_reference on appeal (authority_reference);
-- the duplicate check of an opening
create index appeal_of_waybill on appeal (waybill, opened_at) where waybill is not null;
-- the desk's worklist
create index appeal_open on appeal (opened_at, id) where closed_at is null;

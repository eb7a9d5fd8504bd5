create table pickup (
  id         uuid primary key,
  number     text not null unique,
  version    bigint not null,
  status     text not null,
  channel    text not null,
  category   text not null, -- the route
  priority   text not null,
  tier       text not null,
  urgent     boolean not null,
  contact    text not null, -- the sender's, compact JWE
  place      text not null, -- where to collect, compact JWE
  goods      text,
  waybill    text,
  collect_by timestamptz not null,
  opened_at  timestamptz not null,
  closed_at  timestamptz,
  outlet     text,
  department text,
  assignee   text,
  check ((status in ('COLLECTED', 'CANCELLED')) = (closed_at is not null)),
  check (status <> 'DISPATCHED' or outlet is not null)
);
-- the desk's worklist
create index pickup_open on pickup (opened_at, id) where closed_at is null;
-- an outlet's worklist
create index pickup_of_outlet on pickup (outlet, opened_at, id);
-- the pick-up of a parcel
create index pickup_of_waybill on pickup (waybill, opened_at) where waybill is not null;

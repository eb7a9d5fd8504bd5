create table claim (
  id            uuid primary key,
  number        text not null unique,
  version       bigint not null,
  status        text not null,
  channel       text, -- null where a complaint was referred
  category      text not null, -- the ground
  route         text not null,
  waybill       text,
  waybill_known boolean not null,
  urgent        boolean not null,
  tier          text not null,
  priority      text not null,
  contact       text not null, -- compact JWE
  phone_index   text,
  name_index    text,
  claimed       numeric(12, 2) check (claimed > 0),
  description   text,
  origin_number text,
  origin_kind   text,
  opened_at     timestamptz not null,
  closed_at     timestamptz,
  outlet        text,
  department    text,
  assignee      text,
  offer_by      timestamptz,
  return_reason text,
  check ((origin_number is null) = (origin_kind is null)),
  check (status <> 'RETURNED' or return_reason is not null) -- a bare return helps nobody
);
-- the duplicate check of an opening, and repeated contact within 30 days
create index claim_of_waybill on claim (waybill, opened_at) where waybill is not null;
-- a complaint that is referred again
create index claim_of_origin on claim (origin_number) where origin_number is not null;
-- the desk's worklist
create index claim_open on claim (opened_at, id) where closed_at is null;
-- an outlet's worklist
create index claim_of_outlet on claim (outlet, opened_at, id);
-- a caller who has no number is found by phone or name
create index claim_by_phone on claim (phone_index) where phone_index is not null;
create index claim_by_name on claim (name_index) where name_index is not null;

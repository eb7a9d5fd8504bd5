create table inquiry (
  id                uuid primary key,
  number            text not null unique,
  version           bigint not null,
  status            text not null,
  channel           text not null,
  category          text not null, -- the subject
  inquiry_class     text,
  priority          text not null,
  tier              text not null,
  urgent            boolean not null,
  waybill           text,
  waybill_known     boolean not null,
  opened_at         timestamptz not null,
  closed_at         timestamptz,
  contact           text not null, -- compact JWE
  phone_index       text,
  name_index        text,
  outlet            text,
  department        text,
  assignee          text,
  question          text not null,
  promised_reply_at timestamptz,
  answer            text,
  answered_at       timestamptz,
  check ((status in ('CLOSED', 'CONVERTED')) = (closed_at is not null)),
  check (status <> 'PROMISED' or promised_reply_at is not null), -- a promise names its time (INQ-17)
  check ((answer is null) = (answered_at is null))
);
-- the duplicate check of an opening, and repeated contact within 30 days
create index inquiry_of_waybill on inquiry (waybill, opened_at) where waybill is not null;
-- the desk's worklist
create index inquiry_open on inquiry (opened_at, id) where closed_at is null;
-- an outlet's worklist
create index inquiry_of_outlet on inquiry (outlet, opened_at, id);
-- a caller who has no number is found by phone or name
create index inquiry_by_phone on inquiry (phone_index) where phone_index is not null;
create index inquiry_by_name on inquiry (name_index) where name_index is not null;

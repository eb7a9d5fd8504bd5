create table inquiry (
  id                uuid primary key,
  number            text not null unique,
  version           bigint not null,
  status            text not null
    check (status in ('NEW', 'CLASSIFIED', 'PROMISED', 'ANSWERED', 'CLOSED', 'CONVERTED')),
  channel           text not null,
  category          text not null,
  inquiry_class     text,
  priority          text not null,
  tier              text not null,
  urgent            boolean not null,
  waybill           text,
  waybill_known     boolean not null,
  opened_at         timestamptz not null,
  closed_at         timestamptz,
  -- the inquirer, sealed; phone and name are found by their keyed fingerprints
  contact           text,
  phone_index       text,
  name_index        text,
  outlet            text,
  department        text,
  assignee          text,
  question          text,
  promised_reply_at timestamptz,
  answer            text,
  answered_at       timestamptz,
  -- a promise that nobody can name is none (INQ-17)
  check (status <> 'PROMISED' or promised_reply_at is not null)
);
-- duplicates and repeated contact are looked for by waybill on every opening
create index inquiry_of_waybill on inquiry (waybill, opened_at desc) where waybill is not null;
-- work lists: open inquiries, oldest first
create index inquiry_open on inquiry (opened_at, id) where closed_at is null;
create index inquiry_of_outlet on inquiry (outlet, opened_at, id) where outlet is not null;
-- who called before
create index inquiry_of_phone on inquiry (phone_index, opened_at desc) where phone_index is not null;

create table complaint (
  id                      uuid primary key,
  number                  text not null unique,
  version                 bigint not null,
  status                  text not null,
  channel                 text not null,
  category                text not null,
  stars                   int not null check (stars in (1, 3, 5)),
  priority                text not null,
  tier                    text not null,
  urgent                  boolean not null,
  waybill                 text,
  waybill_known           boolean not null,
  opened_at               timestamptz not null,
  closed_at               timestamptz,
  contact                 text not null, -- compact JWE
  phone_index             text,
  name_index              text,
  outlet                  text,
  department              text,
  assignee                text,
  against_person          text,
  description             text not null,
  demand                  text,
  escalation_level        int not null check (escalation_level between 0 and 3),
  promised_reply_at       timestamptz,
  founded                 boolean,
  explanation             text,
  cause                   text,
  finding                 text,
  responsible_person      text,
  remedy                  text,
  remedy_amount           numeric(12, 2) check (remedy_amount >= 0),
  plan_text               text,
  customer_told_at        timestamptz,
  satisfied               boolean,
  satisfaction_score      int check (satisfaction_score between 1 and 5),
  customer_comment        text,
  dissatisfied_call_backs int not null,
  summary                 text,
  check ((status in ('CLOSED', 'MERGED')) = (closed_at is not null)),
  check (status <> 'IMPLEMENTED' or customer_told_at is not null) -- handled means told (SLA-21)
);
-- the duplicate check of an opening, and repeated contact within 30 days
create index complaint_of_waybill on complaint (waybill, opened_at) where waybill is not null;
-- the desk's worklist
create index complaint_open on complaint (opened_at, id) where closed_at is null;
-- an outlet's worklist
create index complaint_of_outlet on complaint (outlet, opened_at, id);
-- a caller who has no number is found by phone or name
create index complaint_by_phone on complaint (phone_index) where phone_index is not null;
create index complaint_by_name on complaint (name_index) where name_index is not null;

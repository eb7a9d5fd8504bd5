create table parcel (
  waybill               text primary key,
  version               bigint not null,
  route                 text not null,
  dispatched_on         date not null,
  promised_at           timestamptz,
  from_outlet           text,
  to_outlet             text,
  freight               numeric(12, 2) check (freight >= 0),
  insured_amount        numeric(12, 2) check (insured_amount >= 0),
  -- the parties, sealed; phones and names are found by their keyed fingerprints
  sender                text,
  sender_phone_index    text,
  sender_name_index     text,
  recipient             text,
  recipient_phone_index text,
  recipient_name_index  text,
  delivered_at          timestamptz
);
-- a caller without a waybill is found by phone (INQ-16)
create index parcel_of_sender on parcel (sender_phone_index);
create index parcel_of_recipient on parcel (recipient_phone_index);

create table parcel_scan (
  waybill text not null references parcel,
  at      timestamptz not null,
  kind    text not null,
  outlet  text not null,
  -- a scan that is told twice is one scan
  primary key (waybill, at, kind, outlet)
);

-- a parcel may be known by its scans before its terms are told
alter table parcel
  alter column route drop not null,
  alter column dispatched_on drop not null,
  add column id uuid, -- of its stream: the version 3 UUID of its waybill
  add column product text,
  add column delivery_mode text,
  add column goods text,
  add column pieces int check (pieces > 0),
  add column weight_kg numeric(10, 3) check (weight_kg >= 0),
  add column cod numeric(12, 2) check (cod >= 0),
  add column thorough_at timestamptz,
  add column thorough_policy text,
  add column last_scan_at timestamptz,
  add column last_scan_type text,
  add column last_scan_outlet text,
  add column last_scan_id text,
  add column ending_at timestamptz,
  add column ending_type text check (ending_type in ('DELIVERED', 'RETURNED')),
  add column ending_outlet text,
  add column ending_scan_id text,
  add column moved boolean not null default false,
  add column overdue_told boolean not null default false,
  add column thorough_told boolean not null default false,
  add column next_due_at timestamptz,
  add check ((route is null) = (dispatched_on is null)),
  add check (next_due_at is null or ending_at is null), -- what has arrived falls due no more
  set (fillfactor = 80); -- scans change rows in place
update parcel set id = (
  select (substr(h, 1, 12) || '3' || substr(h, 14, 3)
          || to_hex((('x' || substr(h, 17, 2))::bit(8)::int & 63) | 128) || substr(h, 19))::uuid
    from md5('parcel:' || waybill) as h);
alter table parcel alter column id set not null, add unique (id);

alter table parcel_scan drop constraint parcel_scan_pkey;
alter table parcel_scan rename to parcel_scan_without_id;
create table parcel_scan (
  scan_id     text primary key, -- a scan that is told twice is one scan
  waybill     text not null references parcel,
  type        text not null,
  at          timestamptz not null,
  outlet      text,
  details     text, -- courier and note, compact JWE
  received_at timestamptz not null default clock_timestamp()
);
insert into parcel_scan (scan_id, waybill, type, at, outlet)
select md5(waybill || at || kind || outlet), waybill,
       case kind when 'DISPATCHED' then 'DEPARTED' when 'PROBLEM' then 'FAILED' else kind end,
       at, outlet
  from parcel_scan_without_id;
drop table parcel_scan_without_id;
-- the tracking of a parcel
create index parcel_scan_of_parcel on parcel_scan (waybill, at);

-- tracking is neither hidden nor invented (REG-02)
create function refuse_to_rewrite_scans() returns trigger language plpgsql as $$
begin
  raise exception 'scans are never changed' using errcode = 'integrity_constraint_violation';
end $$;
create trigger parcel_scan_is_kept before update or delete on parcel_scan
  for each row execute function refuse_to_rewrite_scans();

-- what follows from the scans that are there
update parcel p set moved = exists (
  select 1 from parcel_scan s
   where s.waybill = p.waybill and s.type not in ('ACCEPTED', 'DEPARTED'));
update parcel p set last_scan_at = s.at, last_scan_type = s.type, last_scan_outlet = s.outlet,
       last_scan_id = s.scan_id
  from (select distinct on (waybill) * from parcel_scan order by waybill, at desc, scan_id desc) s
 where s.waybill = p.waybill;
update parcel p set ending_at = s.at, ending_type = s.type, ending_outlet = s.outlet,
       ending_scan_id = s.scan_id
  from (select distinct on (waybill) * from parcel_scan where type in ('DELIVERED', 'RETURNED')
         order by waybill, at desc, scan_id desc) s
 where s.waybill = p.waybill;
update parcel set next_due_at = promised_at where ending_at is null;

-- the sweep reads only what can still fall due
create index parcel_next_due on parcel (next_due_at, id) where next_due_at is not null;

-- a caller without a waybill is found by phone or name (INQ-16), an outlet's parcels by day;
-- newest first
drop index parcel_of_sender, parcel_of_recipient;
create index parcel_by_sender_phone on parcel (sender_phone_index, dispatched_on, id);
create index parcel_by_recipient_phone on parcel (recipient_phone_index, dispatched_on, id);
create index parcel_by_sender_name on parcel (sender_name_index, dispatched_on, id);
create index parcel_by_recipient_name on parcel (recipient_name_index, dispatched_on, id);
create index parcel_from_outlet on parcel (from_outlet, dispatched_on, id);
create index parcel_to_outlet on parcel (to_outlet, dispatched_on, id);

-- A scan that is told twice is one scan, in whatever month it is told again: whoever inserts this row stores it, in the
-- same transaction.
create table scan_key (
  scan_id     text primary key,
  received_at timestamptz not null default now()
) with (autovacuum_vacuum_insert_scale_factor = 0, autovacuum_vacuum_insert_threshold = 50000);
-- they go after the month of their scans
create index scan_key_age on scan_key (received_at);

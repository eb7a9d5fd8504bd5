-- To be called once no replica of the release before runs any more, as it cannot take scans in from then on:
--   call begin_scan_months()
-- It may be called again after it was broken off; each of its transactions holds the table for a moment only.
create procedure begin_scan_months() language plpgsql as $$
declare
  here text := '';
begin
  if exists (select 1 from monthly_table where name = 'parcel_scan') then
    raise notice 'scans are in months already';
    return;
  end if;
  loop
    insert into scan_key (scan_id, received_at)
    select scan_id, received_at from (select * from parcel_scan where scan_id > here order by scan_id limit 20000) batch
    on conflict do nothing;
    select scan_id into here from (select scan_id from parcel_scan where scan_id > here order by scan_id limit 20000) batch
     order by scan_id desc limit 1;
    exit when here is null;
    commit;
  end loop;
  set local lock_timeout = '10s';
  perform bound_months('parcel_scan', 'received_at');
  commit;
  perform check_months('parcel_scan');
  commit;
  set local lock_timeout = '10s';
  perform begin_months('parcel_scan', 'received_at', 'scan_id', null);
end $$;

-- a database without scans has no release before
do $$
begin
  if not exists (select 1 from parcel_scan) then
    perform bound_months('parcel_scan', 'received_at');
    perform check_months('parcel_scan');
    perform begin_months('parcel_scan', 'received_at', 'scan_id', null);
  end if;
end $$;

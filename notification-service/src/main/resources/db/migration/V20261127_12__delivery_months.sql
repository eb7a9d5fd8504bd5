-- What became of a delivery goes with its month, and its own key over all months is delivery_key.
create function take_deliveries_apart() returns void language plpgsql as $$
begin
  alter table delivery_attempt drop constraint if exists delivery_attempt_delivery_id_fkey;
  alter table sms_part drop constraint if exists sms_part_delivery_id_fkey;
  alter table delivery drop constraint if exists delivery_event_source_event_id_recipient_channel_key;
  perform begin_months('delivery', 'id', null, null);
  perform begin_months('delivery_attempt', 'delivery_id', null, 'delivery');
  perform begin_months('sms_part', 'delivery_id', null, 'delivery');
  perform begin_months('sms_receipt', 'received_at', 'id', 'delivery');
end $$;

-- To be called once no replica of the release before runs any more, as it cannot plan from then on:
--   call begin_delivery_months()
-- It may be called again after it was broken off; each of its transactions holds the tables for a moment only.
create procedure begin_delivery_months() language plpgsql as $$
declare
  here uuid := '00000000-0000-0000-0000-000000000000';
  latest uuid := month_value('uuid', clock_timestamp() + interval '1 minute'); -- whoever plans now makes the key
begin
  if exists (select 1 from monthly_table where name = 'delivery') then
    raise notice 'deliveries are in months already';
    return;
  end if;
  loop
    insert into delivery_key (key, planned_at)
    select delivery_key(event_source, event_id, recipient, channel), planned_at
      from (select * from delivery where id > here and id < latest order by id limit 20000) batch
    on conflict do nothing;
    select id into here from (select id from delivery where id > here and id < latest order by id limit 20000) batch
     order by id desc limit 1;
    exit when here is null;
    commit;
  end loop;
  set local lock_timeout = '10s';
  perform bound_months('delivery', 'id');
  perform bound_months('delivery_attempt', 'delivery_id');
  perform bound_months('sms_part', 'delivery_id');
  perform bound_months('sms_receipt', 'received_at');
  commit;
  perform check_months('delivery');
  commit;
  perform check_months('delivery_attempt');
  commit;
  perform check_months('sms_part');
  commit;
  perform check_months('sms_receipt');
  commit;
  set local lock_timeout = '10s';
  perform take_deliveries_apart();
end $$;

-- a database without deliveries has no release before
do $$
begin
  if not exists (select 1 from delivery) and not exists (select 1 from sms_receipt) then
    perform bound_months('delivery', 'id'), bound_months('delivery_attempt', 'delivery_id'),
            bound_months('sms_part', 'delivery_id'), bound_months('sms_receipt', 'received_at');
    perform check_months('delivery'), check_months('delivery_attempt'), check_months('sms_part'),
            check_months('sms_receipt');
    perform take_deliveries_apart();
  end if;
end $$;

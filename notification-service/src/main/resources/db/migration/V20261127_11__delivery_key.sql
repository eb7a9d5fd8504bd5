-- What an event was told to whom by which channel, in 16 bytes: the time that an event's id of version 7 begins with,
-- so that what is planned together lies together, and 80 bits of a hash of all four; else 128 bits of it. No blank is in
-- the first three.
create function delivery_key(event_source text, event_id text, recipient text, channel text) returns uuid
language sql stable parallel safe as $$
  select left(
    case when event_id like '________-____-7%' and pg_input_is_valid(event_id, 'uuid')
         then left(event_id, 8) || substr(event_id, 10, 4) else '' end
    || encode(sha256(convert_to(concat_ws(' ', channel, recipient, event_source, event_id), 'UTF8')), 'hex'), 32)::uuid
$$;

-- However often an event is planned, and in whatever month, each of its recipients hears of it once: whoever inserts
-- this row plans the delivery, in the same transaction.
create table delivery_key (
  key        uuid primary key,
  planned_at timestamptz not null default now()
) with (autovacuum_vacuum_insert_scale_factor = 0, autovacuum_vacuum_insert_threshold = 50000);
-- they go with the log of deliveries
create index delivery_key_age on delivery_key (planned_at);

-- a recipient's fingerprint changes with the key that it is made with
create function follow_recipient() returns trigger language plpgsql as $$
begin
  insert into delivery_key (key, planned_at)
  values (delivery_key(new.event_source, new.event_id, new.recipient, new.channel), new.planned_at)
  on conflict do nothing;
  delete from delivery_key where key = delivery_key(old.event_source, old.event_id, old.recipient, old.channel);
  return null;
end $$;
create trigger delivery_key_follows after update of recipient on delivery
  for each row when (old.recipient is distinct from new.recipient) execute function follow_recipient();

-- Tables that consist of months, in any service. keep: how long a month stays after its end, null: for ever until
-- somebody decides. own_key: what is unique within a month where the table has no key over all of them. part_of: the
-- table with whose months its own go.
create table if not exists monthly_table (
  name text primary key,
  keep interval
);
alter table monthly_table
  add column own_key text,
  add column part_of text references monthly_table;

-- Where a part begins ('FROM') or ends ('TO'); null: nowhere. An id of version 7 begins with its time.
create function month_bound(part oid, side text) returns timestamptz language sql stable as $$
  select case when bound like '________-____-7%' then uuid_extract_timestamp(bound::uuid) else bound::timestamptz end
    from (select substring(pg_get_expr(relpartbound, oid) from side || ' \(''(.+?)''\)') as bound
            from pg_class where oid = part) part
$$;

-- The first value of the column at or after that time.
create function month_value(of_type regtype, at timestamptz) returns text language sql stable as $$
  select case when of_type = 'uuid'::regtype
              then (lpad(to_hex((extract(epoch from at) * 1000)::bigint), 12, '0') || '70008000000000000000')::uuid::text
              else at::text end
$$;

-- When the month begins that is so many after the present one, in Shanghai.
create function month_after(months int) returns timestamptz language sql stable as $$
  select (date_trunc('month', now() at time zone 'Asia/Shanghai') + months * interval '1 month') at time zone 'Asia/Shanghai'
$$;

-- Adds the months that are missing until so many ahead; each begins where the last one ends, so that there is no gap,
-- and is stored as the last one is. A table is made first and attached then, which does not stop those who read and
-- write the others; only who writes a table that it refers to waits for that moment.
create or replace function add_months(parent text, ahead int) returns int language plpgsql as $$
declare
  last_part oid;
  last timestamptz;
  beyond timestamptz;
  month text;
  options text;
  own text;
  key_type regtype;
  added int := 0;
begin
  select inhrelid, month_bound(inhrelid, 'TO') into strict last_part, last
    from pg_inherits where inhparent = parent::regclass order by 2 desc limit 1;
  select coalesce('with (' || array_to_string(reloptions, ', ') || ')', '') into options from pg_class where oid = last_part;
  select own_key into own from monthly_table where name = parent;
  select a.atttypid into strict key_type
    from pg_partitioned_table p join pg_attribute a on a.attrelid = p.partrelid and a.attnum = p.partattrs[0]
   where p.partrelid = parent::regclass;
  while last < month_after(ahead + 1) loop
    beyond := (last at time zone 'Asia/Shanghai' + interval '1 month') at time zone 'Asia/Shanghai';
    month := parent || to_char(last at time zone 'Asia/Shanghai', '_YYYY_MM');
    execute format('create table %I (like %I including defaults including constraints) %s', month, parent, options);
    if own is not null then
      execute format('alter table %I add primary key (%s)', month, own);
    end if;
    execute format('alter table %I attach partition %I for values from (%L) to (%L)',
      parent, month, month_value(key_type, last), month_value(key_type, beyond));
    last := beyond;
    added := added + 1;
  end loop;
  return added;
end $$;

-- A table that has rows becomes one of months in three steps, each a transaction, none of which holds it for long and
-- each of which may be repeated. First: what is there now, and what is written until then, lies before a month that is
-- to come.
create function bound_months(parent text, key_column text) returns void language plpgsql as $$
declare
  key_type regtype;
begin
  if exists (select 1 from pg_constraint where conrelid = parent::regclass and conname = parent || '_before_months') then
    return;
  end if;
  select atttypid into strict key_type from pg_attribute where attrelid = parent::regclass and attname = key_column;
  execute format('alter table %I add constraint %I check (%I < %L) not valid',
    parent, parent || '_before_months', key_column, month_value(key_type, month_after(2)));
end $$;

-- Second: it is true of every row. Reads all of them, while others write.
create function check_months(parent text) returns void language plpgsql as $$
begin
  execute format('alter table %I validate constraint %I', parent, parent || '_before_months');
end $$;

-- Third: the table takes its place as the first part of a new one of the same name, for which no row has to move.
-- What has the key column in it goes on over all months; any other key goes on within the first part alone.
create function begin_months(parent text, key_column text, months_key text, whole text) returns void
language plpgsql as $$
declare
  before text := parent || '_before_months';
  old regclass := parent::regclass;
  key_number smallint;
  statement text;
  statements text[];
  first_part name;
  boundary text;
  identity_column name;
  next_id bigint;
begin
  select attnum into strict key_number from pg_attribute where attrelid = old and attname = key_column;
  select substring(pg_get_constraintdef(oid) from '''(.+?)''') into strict boundary
    from pg_constraint where conrelid = old and conname = before and convalidated;
  select coalesce(array_agg(text order by rank, text), '{}') into statements from (
    select 1 as rank, format('alter table %I add constraint %I %s', parent, conname, pg_get_constraintdef(oid)) as text
      from pg_constraint
     where conrelid = old and (contype = 'f' or contype in ('p', 'u') and key_number = any(conkey))
    union all
    select 2, pg_get_indexdef(indexrelid) from pg_index
     where indrelid = old and (not indisunique or key_number = any(indkey))
       and not exists (select 1 from pg_constraint where conindid = indexrelid)
    union all
    select 3, format('alter table %I attach partition %I for values from (minvalue) to (%L)', parent, before, boundary)
    union all
    select 4, format('alter table %I drop constraint %I', before, before)
    union all
    select 5, pg_get_triggerdef(oid) from pg_trigger where tgrelid = old and not tgisinternal) made;
  select attname into identity_column from pg_attribute where attrelid = old and attidentity <> '';

  for first_part in select tgname from pg_trigger where tgrelid = old and not tgisinternal loop
    execute format('drop trigger %I on %I', first_part, parent);
  end loop;
  execute format('alter table %I rename to %I', parent, before);
  for first_part in select indexrelid::regclass::text from pg_index where indrelid = old loop
    execute format('alter index %I rename to %I', first_part, left(before || substr(first_part, length(parent) + 1), 63));
  end loop;
  execute format('create table %I (like %I including defaults including constraints including identity) partition by range (%I)',
    parent, before, key_column);
  execute format('alter table %I drop constraint %I', parent, before);
  if identity_column is not null then
    select nextval(pg_get_serial_sequence(before, identity_column)) into next_id;
    execute format('alter table %I alter column %I drop identity', before, identity_column);
    execute format('alter table %I alter column %I restart with %s', parent, identity_column, next_id);
  end if;
  foreach statement in array statements loop
    execute statement;
  end loop;
  insert into monthly_table (name, own_key, part_of) values (parent, months_key, whole);
  perform add_months(parent, 3);
end $$;

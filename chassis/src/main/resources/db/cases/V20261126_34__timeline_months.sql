-- Third: the table takes its place as the first part of a new one of the same name, which no row has to move for.
-- Ids go on where they were. There is no key over all months: an id is made by one sequence and referred to by nobody.
set local lock_timeout = '10s';
alter table timeline rename to timeline_before_months;
alter index timeline_of_case rename to timeline_before_months_of_case;

create table timeline (
  id          bigint generated always as identity,
  case_id     uuid not null,
  at          timestamptz not null,
  actor       text not null,
  action      text not null,
  from_status text,
  to_status   text not null,
  note        text
) partition by range (at);
-- a case's history in the order of its telling
create index timeline_of_case on timeline (case_id, id);

do $$
declare
  boundary text;
  next_id bigint;
begin
  select substring(pg_get_constraintdef(oid) from '''(.+?)''') into strict boundary
    from pg_constraint where conrelid = 'timeline_before_months'::regclass and conname = 'timeline_before_months';
  select nextval(pg_get_serial_sequence('timeline_before_months', 'id')) into next_id;
  alter table timeline_before_months alter column id drop identity;
  execute format('alter table timeline alter column id restart with %s', next_id);
  execute format('alter table timeline attach partition timeline_before_months for values from (minvalue) to (%L)', boundary);
end $$;

-- Tables whose months are made ahead; keep: how long a month stays after its end, null: for ever.
create table monthly_table (
  name text primary key,
  keep interval
);
insert into monthly_table (name) values ('timeline');

-- Adds the months that are missing until so many ahead; each begins where the last one ends, so that there is no gap.
-- A table is made first and attached then, which does not stop those who read and write the others.
create function add_months(parent text, ahead int) returns int language plpgsql as $$
declare
  last timestamptz;
  until timestamptz := (date_trunc('month', now() at time zone 'Asia/Shanghai')
    + (ahead + 1) * interval '1 month') at time zone 'Asia/Shanghai';
  beyond timestamptz;
  month text;
  added int := 0;
begin
  select max(substring(pg_get_expr(c.relpartbound, c.oid) from 'TO \(''(.+?)''\)')::timestamptz) into strict last
    from pg_inherits i join pg_class c on c.oid = i.inhrelid where i.inhparent = parent::regclass;
  while last < until loop
    beyond := (last at time zone 'Asia/Shanghai' + interval '1 month') at time zone 'Asia/Shanghai';
    month := parent || to_char(last at time zone 'Asia/Shanghai', '_YYYY_MM');
    execute format('create table %I (like %I including defaults including constraints)', month, parent);
    execute format('alter table %I attach partition %I for values from (%L) to (%L)', parent, month, last, beyond);
    last := beyond;
    added := added + 1;
  end loop;
  return added;
end $$;

select add_months('timeline', 3);

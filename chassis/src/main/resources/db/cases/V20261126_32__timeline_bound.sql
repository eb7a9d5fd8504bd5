-- The timeline becomes one table a month, so that what is old can be dropped and what is new stays small. Three
-- steps, each of which holds the table for a moment only: the version still running goes on, before, between and
-- after them. First: what is there now, and what is written until then, lies before a month that is to come.
do $$
begin
  execute format(
    'alter table timeline add constraint timeline_before_months check (at < %L) not valid',
    (date_trunc('month', now() at time zone 'Asia/Shanghai') + interval '2 months') at time zone 'Asia/Shanghai');
end $$;

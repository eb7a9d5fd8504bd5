-- which of several clocks of one kind it is, such as the id of a party that was asked; null: the case's only one
alter table deadline add column about text check (about <> '');
-- of a kind one clock runs at a time, or one about each matter
drop index deadline_open;
create unique index deadline_open on deadline (case_id, kind, about) nulls not distinct
  where state in ('RUNNING', 'PAUSED');

-- a case that was merged into another knows it as its SURVIVOR, which knows it as its DUPLICATE
alter table case_link drop constraint case_link_relation_check,
  add check (relation in ('ORIGIN', 'SUCCESSOR', 'SURVIVOR', 'DUPLICATE'));

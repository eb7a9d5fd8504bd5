-- Every edit of a calendar, told once and never changed. The stamp is that of deadline_rules after the edit
-- and the revision that the calendar has from then on: what was computed with an older one is computed again.
create table calendar_edit (
  stamp       bigint not null,
  calendar_id text not null, -- also of an outlet that has no calendar of its own: its region has changed
  action      text not null check (action in ('SHIPPED', 'WRITTEN', 'YEAR_WRITTEN', 'YEAR_REMOVED', 'REMOVED', 'REGION_CHANGED')),
  year        int,
  reason      text not null,
  author      text not null,
  edited_at   timestamptz not null default clock_timestamp(),
  primary key (calendar_id, stamp)
);
insert into calendar_edit (stamp, calendar_id, action, reason, author)
select revision, id, 'SHIPPED', 'Shipped with the platform', 'shipped' from calendar;

-- what is above a calendar is known from its id and from the region of its outlet
alter table calendar drop column revision, drop column parent,
  add check (id <> 'company' or week is not null);

-- deadline.calendar_id says whose calendar counts, company or outlet:CODE, whether or not the outlet has one
-- of its own: so it stays the same when the outlet gets one, gives it up or changes its region
alter table deadline drop constraint deadline_calendar_id_fkey;
-- an edit of the company's calendar concerns every open deadline
create index deadline_of_calendar_revision on deadline (calendar_revision)
  where state in ('RUNNING', 'PAUSED');

-- When a dispute needs somebody next, kept by whoever writes its deadlines; 9999-12-31 where none runs.
alter table dispute add column next_due_at timestamptz not null default '9999-12-31Z';
-- worklists ask for it; between outlets no department answers
alter table dispute add column department text;

update dispute c set next_due_at = due.at
  from (select case_id, min(due_at) as at from deadline
         where met_at is null and cancelled_at is null and state <> 'PAUSED' group by case_id) due
 where c.id = due.case_id;

-- the arbitrators' desk: what is due next
create index dispute_due on dispute (next_due_at, id) where closed_at is null;
-- a step's work, soonest first
create index dispute_status_due on dispute (status, next_due_at, id) where closed_at is null;
-- the responsible outlet's
create index dispute_outlet_due on dispute (outlet, next_due_at, id) where closed_at is null;

-- When a case needs somebody next: the earliest due time of its deadlines that run and are not met, kept by
-- whoever writes them; 9999-12-31 where none runs.
alter table inquiry add column next_due_at timestamptz not null default '9999-12-31Z';

update inquiry c set next_due_at = due.at
  from (select case_id, min(due_at) as at from deadline
         where met_at is null and cancelled_at is null and state <> 'PAUSED' group by case_id) due
 where c.id = due.case_id;

-- every desk: what is due next, overdue, due today
create index inquiry_due on inquiry (next_due_at, id) where closed_at is null;
-- a step's work, soonest first
create index inquiry_status_due on inquiry (status, next_due_at, id) where closed_at is null;
-- an outlet's
create index inquiry_outlet_due on inquiry (outlet, next_due_at, id)
  where closed_at is null and outlet is not null;
-- one person's
create index inquiry_assignee_due on inquiry (assignee, next_due_at, id)
  where closed_at is null and assignee is not null;
-- a step's work and closed ones in the order of their opening
create index inquiry_status_opened on inquiry (status, opened_at, id);
create index inquiry_closed on inquiry (opened_at, id) where closed_at is not null;

-- When a case needs somebody next: the earliest due time of its deadlines that run and are not met, kept by
-- whoever writes them; 9999-12-31 where none runs.
alter table complaint add column next_due_at timestamptz not null default '9999-12-31Z';
alter table appeal add column next_due_at timestamptz not null default '9999-12-31Z';

with due as (
  select case_id, min(due_at) as at from deadline
   where met_at is null and cancelled_at is null and state <> 'PAUSED' group by case_id),
complaints as (update complaint c set next_due_at = due.at from due where c.id = due.case_id)
update appeal a set next_due_at = due.at from due where a.id = due.case_id;

-- every desk: what is due next, overdue, due today
create index complaint_due on complaint (next_due_at, id) where closed_at is null;
-- a step's work, soonest first; and the counts of all tabs, which read nothing but this index
create index complaint_status_due on complaint (status, next_due_at, id)
  include (escalation_level, assignee) where closed_at is null;
-- an outlet's work, soonest first
create index complaint_outlet_due on complaint (outlet, next_due_at, id)
  where closed_at is null and outlet is not null;
-- a department's
create index complaint_department_due on complaint (department, next_due_at, id)
  where closed_at is null and department is not null;
-- one person's
create index complaint_assignee_due on complaint (assignee, next_due_at, id)
  where closed_at is null and assignee is not null;
-- what was escalated
create index complaint_escalated_due on complaint (next_due_at, id)
  where closed_at is null and escalation_level > 0;
-- a step's work and closed ones in the order of their opening
create index complaint_status_opened on complaint (status, opened_at, id);
create index complaint_closed on complaint (opened_at, id) where closed_at is not null;

-- there are few appeals: one index for what is due next will do
create index appeal_due on appeal (next_due_at, id) where closed_at is null;

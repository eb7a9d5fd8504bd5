-- When a case needs somebody next: the earliest due time of its deadlines that run and are not met, kept by
-- whoever writes them; 9999-12-31 where none runs.
alter table claim add column next_due_at timestamptz not null default '9999-12-31Z';

update claim c set next_due_at = due.at
  from (select case_id, min(due_at) as at from deadline
         where met_at is null and cancelled_at is null and state <> 'PAUSED' group by case_id) due
 where c.id = due.case_id;

-- every desk: what is due next, overdue, due today
create index claim_due on claim (next_due_at, id) where closed_at is null;
-- a step's work, soonest first
create index claim_status_due on claim (status, next_due_at, id) where closed_at is null;
-- an outlet's
create index claim_outlet_due on claim (outlet, next_due_at, id)
  where closed_at is null and outlet is not null;
-- one person's
create index claim_assignee_due on claim (assignee, next_due_at, id)
  where closed_at is null and assignee is not null;
-- a step's work and closed ones in the order of their opening
create index claim_status_opened on claim (status, opened_at, id);
create index claim_closed on claim (opened_at, id) where closed_at is not null;

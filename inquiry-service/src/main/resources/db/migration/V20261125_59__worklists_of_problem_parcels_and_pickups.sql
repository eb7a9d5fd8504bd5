-- When a case needs somebody next, kept by whoever writes its deadlines; 9999-12-31 where none runs.
alter table problem_parcel add column next_due_at timestamptz not null default '9999-12-31Z';
update problem_parcel c set next_due_at = due.at
  from (select case_id, min(due_at) as at from deadline
         where met_at is null and cancelled_at is null and state <> 'PAUSED' group by case_id) due
 where c.id = due.case_id;

alter table pickup add column next_due_at timestamptz not null default '9999-12-31Z';
update pickup c set next_due_at = due.at
  from (select case_id, min(due_at) as at from deadline
         where met_at is null and cancelled_at is null and state <> 'PAUSED' group by case_id) due
 where c.id = due.case_id;

-- problem parcels: every desk's, a step's and an outlet's work, soonest first
create index problem_parcel_due on problem_parcel (next_due_at, id) where closed_at is null;
create index problem_parcel_status_due on problem_parcel (status, next_due_at, id) where closed_at is null;
create index problem_parcel_outlet_due on problem_parcel (outlet, next_due_at, id)
  where closed_at is null and outlet is not null;
-- pickups: every desk's, a step's and an outlet's work, soonest first
create index pickup_due on pickup (next_due_at, id) where closed_at is null;
create index pickup_status_due on pickup (status, next_due_at, id) where closed_at is null;
create index pickup_outlet_due on pickup (outlet, next_due_at, id)
  where closed_at is null and outlet is not null;

-- grows with every policy and calendar that is written: who remembers rules asks here for newer ones
create table deadline_rules (
  id    smallint primary key default 1 check (id = 1), -- there is one row
  stamp bigint not null
);
insert into deadline_rules (stamp) values (1);

-- working calendars; what one leaves open its parent says
create table calendar (
  id       text primary key,
  parent   text references calendar,
  week     jsonb, -- windows by weekday; null: the parent's
  revision bigint not null,
  check (parent is not null or week is not null)
);
insert into calendar (id, week, revision)
values ('company', '{
  "MONDAY": ["09:00-18:00"], "TUESDAY": ["09:00-18:00"], "WEDNESDAY": ["09:00-18:00"],
  "THURSDAY": ["09:00-18:00"], "FRIDAY": ["09:00-18:00"]}', 1);

-- holidays and make-up days of a year: [{"date", "working", "nameZh", "nameEn"}]
create table calendar_year (
  calendar_id text not null references calendar,
  year        int not null,
  provisional boolean not null, -- not announced yet: what depends on it is marked incomplete
  days        jsonb not null,
  author      text not null,
  primary key (calendar_id, year)
);

-- versions are added, never changed
create table deadline_policy (
  id             text not null,
  version        int not null check (version > 0),
  terms          jsonb not null,
  content_hash   text not null,
  effective_from timestamptz not null,
  author         text not null,
  created_at     timestamptz not null default clock_timestamp(),
  primary key (id, version)
);
-- several replicas that start at once store what is shipped with them once
create unique index deadline_policy_shipped
  on deadline_policy (id, content_hash) where author = 'shipped';

create table deadline (
  id                uuid primary key,
  case_id           uuid not null references case_stream,
  kind              text not null,
  policy_id         text not null,
  policy_version    int not null,
  rule              text not null,
  nature            text not null check (nature in ('STATUTORY', 'SERVICE')),
  budget            text not null,        -- the policy's, or what was left or promised
  promised          boolean not null,     -- the budget is somebody's word (SLA-17) and stays when the case changes
  calendar_id       text not null references calendar,
  calendar_revision bigint not null,      -- an open deadline with an older one is computed again
  started_at        timestamptz not null,
  counts_from       timestamptz not null, -- the budget is counted from here: later than the start only after a re-target
  cap_at            timestamptz,          -- never due later than this
  due_at            timestamptz not null, -- the first instant that is too late
  projected_at      timestamptz not null, -- since when due_at is what it is
  calendar_complete boolean not null,
  state             text not null,
  met_at            timestamptz,
  breached_at       timestamptz,
  cancelled_at      timestamptz,
  retroactive       boolean not null,     -- overdue already when due_at came to be what it is
  previous          uuid references deadline,
  next_rung_at      timestamptz,          -- when the sweep must look at it; null: never again
  failures          int not null,         -- attempts to fire that failed since the last success
  foreign key (policy_id, policy_version) references deadline_policy,
  check (state in ('RUNNING', 'PAUSED', 'MET', 'BREACHED', 'CANCELLED')),
  -- the law's clocks never stand still
  check (nature <> 'STATUTORY' or state <> 'PAUSED'),
  check ((state = 'BREACHED') = (breached_at is not null)),
  check (state <> 'MET' or (met_at is not null and met_at < due_at)),
  check (state <> 'CANCELLED' or cancelled_at is not null),
  -- nothing fires for what has ended
  check (next_rung_at is null or (met_at is null and cancelled_at is null))
) with (fillfactor = 85, autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 5000);
-- the sweep reads only what can still fire
create index deadline_next_rung on deadline (next_rung_at, id) where next_rung_at is not null;
-- what was put off, for the metric
create index deadline_put_off on deadline (id) where failures > 0 and next_rung_at is not null;
-- the deadlines of a case, for its view and for every change
create index deadline_of_case on deadline (case_id);
-- one clock of a kind runs at a time
create unique index deadline_open on deadline (case_id, kind) where state in ('RUNNING', 'PAUSED');
-- what an edited calendar or policy concerns
create index deadline_of_calendar on deadline (calendar_id, calendar_revision)
  where state in ('RUNNING', 'PAUSED');
create index deadline_of_policy on deadline (policy_id, policy_version)
  where state in ('RUNNING', 'PAUSED');

-- the ledger: running and paused stretches, from which due_at can be computed again
create table deadline_segment (
  deadline_id uuid not null references deadline,
  no          int not null,
  state       text not null check (state in ('RUNNING', 'PAUSED')),
  reason      text,
  from_at     timestamptz not null,
  to_at       timestamptz check (to_at >= from_at),
  primary key (deadline_id, no),
  check ((state = 'PAUSED') = (reason is not null))
);
-- one stretch lasts at a time
create unique index deadline_segment_open on deadline_segment (deadline_id) where to_at is null;

create table deadline_firing (
  deadline_id uuid not null references deadline,
  rung        text not null,        -- WARNING_1, BREACH, ESCALATION_2
  due_at      timestamptz not null, -- as it was when the rung fired
  fired_at    timestamptz not null, -- when it should have fired
  detected_at timestamptz not null, -- when it was found
  late        boolean not null,
  retroactive boolean not null,
  announced   boolean not null,     -- false: only recorded, as it had passed when the policy was attached
  -- inserting this row is the claim: two replicas cannot both fire a rung (conformance 15)
  primary key (deadline_id, rung)
);

-- how far each outlet's feed has come; its row lock is what puts the outlet's events in order
create table feed (
  outlet        text primary key,
  last_position bigint not null
) with (fillfactor = 50);

-- what the outlet's webhooks carry, to be fetched; positions of one outlet have no gaps
create table feed_event (
  outlet       text not null,
  position     bigint not null,
  event_source text not null,
  event_id     text not null,
  event_type   text not null, -- as outlets call it: complaint.escalated
  event_at     timestamptz not null,
  case_number  text not null,
  body         text not null, -- masked: nothing personal leaves the house
  recorded_at  timestamptz not null default now(),
  primary key (outlet, position)
) with (
  autovacuum_vacuum_insert_scale_factor = 0, autovacuum_vacuum_insert_threshold = 50000
);
-- old rows are removed by age; rows lie in the order of time, so that this costs next to nothing
create index feed_event_age on feed_event using brin (recorded_at);

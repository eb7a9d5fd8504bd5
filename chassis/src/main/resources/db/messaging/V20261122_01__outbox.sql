-- one narrow row per case (or outlet): its lock is the lock of everything that belongs to it
create table case_stream (
  case_id uuid primary key,
  kind    text not null,
  number  text not null,
  seq     bigint not null default 0,
  unique (kind, number)
) with (fillfactor = 50);

-- relays claim buckets, not rows; the number of buckets may change only while the outbox is empty
create table outbox_bucket (bucket smallint primary key);
insert into outbox_bucket select generate_series(0, 31);

create table outbox (
  id          bigint generated always as identity primary key,
  bucket      smallint generated always as ((uuid_hash_extended(case_id, 0) & 31)::smallint) stored,
  case_id     uuid not null,
  case_seq    bigint not null,
  event_id    uuid not null default uuidv7(),
  topic       text not null,
  type        text not null,
  subject     text not null,
  dataschema  text not null,
  traceparent text,
  occurred_at timestamptz not null default clock_timestamp(),
  data        jsonb not null check (pg_column_size(data) < 262144), -- nothing is too large for the broker
  unique (case_id, case_seq)
) with (
  autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 5000,
  autovacuum_vacuum_insert_scale_factor = 0, autovacuum_vacuum_insert_threshold = 50000
);
-- a relay reads its bucket in the order of writing
create index outbox_drain on outbox (bucket, id);

-- cases whose next record the broker refuses for its own sake: put aside so that the others flow
create table outbox_blocked (
  case_id  uuid primary key,
  first_id bigint not null,
  reason   text not null,
  since    timestamptz not null default clock_timestamp()
);

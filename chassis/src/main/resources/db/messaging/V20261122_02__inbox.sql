-- every event that was taken in: the same one is taken in once
create table inbox (
  source      text not null,
  event_id    text not null,
  received_at timestamptz not null default clock_timestamp(),
  primary key (source, event_id)
);
-- old rows are removed by age
create index inbox_received on inbox (received_at);

-- what could not be taken in, with the reason; it can be replayed
create table dead_letter (
  id               bigint generated always as identity primary key,
  channel          text not null,
  topic            text not null,
  partition_number int not null,
  record_offset    bigint not null,
  record_key       text,
  headers          jsonb not null,
  payload          bytea,
  reason           text not null,
  buried_at        timestamptz not null default clock_timestamp(),
  replayed_at      timestamptz,
  unique (channel, topic, partition_number, record_offset)
);
-- the open ones, oldest first
create index dead_letter_open on dead_letter (id) where replayed_at is null;

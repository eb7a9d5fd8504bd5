-- answers to requests that carried an Idempotency-Key, kept for a day
create table idempotency (
  caller       text not null,
  key          text not null,
  request_hash bytea not null,
  status       int not null,
  location     text,
  etag         text,
  body         jsonb,
  answered_at  timestamptz not null default clock_timestamp(),
  primary key (caller, key)
);
-- old rows are removed by age
create index idempotency_answered on idempotency (answered_at);

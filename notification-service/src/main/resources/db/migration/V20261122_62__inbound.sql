-- keys by which an outlet signs what it tells us; a replaced one is good until it expires
create table inbound_secret (
  id         uuid primary key,
  outlet     text not null references outlet (code),
  sealed     text not null,
  created_at timestamptz not null,
  expires_at timestamptz
);
create index inbound_secret_outlet on inbound_secret (outlet, created_at);

-- what outlets told us, by the id they gave it: the same message is taken once
create table inbound_message (
  outlet      text not null,
  message_id  text not null,
  body_hash   bytea not null,
  type        text not null,
  case_number text not null,
  received_at timestamptz not null default now(),
  primary key (outlet, message_id)
);
-- how many an outlet sent within the last minute
create index inbound_message_rate on inbound_message (outlet, received_at);
-- old rows are removed by age
create index inbound_message_age on inbound_message using brin (received_at);

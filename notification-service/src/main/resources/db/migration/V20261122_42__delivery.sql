-- one message to one recipient by one channel
create table delivery (
  id                 uuid primary key default uuidv7(),
  event_source       text not null,
  event_id           text not null,
  event_type         text not null,
  event_at           timestamptz not null,
  case_number        text not null,
  outlet             text,          -- whose people may see it; null for a customer's
  rule               text not null, -- id@version
  template           text,          -- key/locale@version; null for a webhook
  audience           text not null,
  channel            text not null check (channel in ('SMS', 'EMAIL', 'WEBHOOK')),
  class              text not null check (class in ('CRITICAL', 'SERVICE', 'MARKETING')),
  recipient          text not null, -- fingerprint of the address, or the endpoint's id
  recipient_masked   text not null,
  lane               text collate "C" not null,
  status             text not null check (status in ('PENDING', 'SENDING', 'SENT', 'DELIVERED',
                       'UNDELIVERED', 'UNKNOWN', 'FAILED', 'EXPIRED', 'SUPPRESSED')),
  reason             text,
  attempt            int not null default 0,
  possible_duplicate boolean not null default false,
  planned_at         timestamptz not null default now(),
  next_attempt_at    timestamptz not null,
  not_after          timestamptz not null,
  lease_until        timestamptz,
  lease_token        uuid,
  sent_at            timestamptz,
  settled_at         timestamptz,
  sms_parts          int,
  unsure_part        int,           -- the last part that may have left although no answer came
  payload            text,          -- the message, sealed; null once it has been forgotten
  -- however often an event is planned, each of its recipients hears of it once
  unique (event_source, event_id, recipient, channel),
  check ((status = 'SENDING') = (lease_token is not null))
) with (fillfactor = 80, autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 5000);
-- a lane takes what is due, oldest first
create index delivery_due on delivery (lane, next_attempt_at, id)
  where status in ('PENDING', 'UNKNOWN');
-- leases that were not ended in time
create index delivery_leased on delivery (lease_until) where status = 'SENDING';
-- what was sent about a case
create index delivery_case on delivery (case_number, planned_at);
-- a receipt looks for the message whose answer was lost
create index delivery_unknown on delivery (recipient) where status = 'UNKNOWN';
-- the deliveries of an endpoint, newest first
create index delivery_endpoint on delivery (recipient, planned_at) where channel = 'WEBHOOK';

create table delivery_attempt (
  delivery_id uuid not null references delivery on delete cascade,
  attempt     int not null,
  carrier     text not null,
  started_at  timestamptz not null,
  finished_at timestamptz not null,
  outcome     text not null check (outcome in ('SENT', 'UNKNOWN', 'TRY_AGAIN', 'REFUSED')),
  code        int,
  error       text,
  primary key (delivery_id, attempt)
);

-- the parts of an SMS that a gateway accepted, under the ids it gave them
create table sms_part (
  delivery_id uuid not null references delivery on delete cascade,
  part        int not null,
  gateway     text not null,
  message_id  text not null,
  accepted_at timestamptz not null default now(),
  state       text check (state in ('DELIVERED', 'UNDELIVERED')),
  receipt_at  timestamptz,
  error       text,
  primary key (delivery_id, part)
);
-- a receipt looks for its part
create index sms_part_message on sms_part (gateway, message_id);

-- every receipt as it came, but for the number; those not yet matched are tried again
create table sms_receipt (
  id            bigint generated always as identity primary key,
  gateway       text not null,
  message_id    text not null,
  recipient     text not null,
  reference     int,
  state         text not null check (state in ('DELIVERED', 'UNDELIVERED')),
  error         text,
  received_at   timestamptz not null default clock_timestamp(),
  tries         int not null default 0,
  next_match_at timestamptz default clock_timestamp() -- null: matched, or given up
);
create index sms_receipt_open on sms_receipt (next_match_at) where next_match_at is not null;

-- opt-outs are shown and taken back one by one
alter table opt_out add column id uuid not null default uuidv7();
alter table opt_out add column author text not null default 'unknown';
create unique index opt_out_id on opt_out (id);
-- the list of opt-outs, newest first
create index opt_out_list on opt_out (opted_out_at, id);

-- who agreed to commercial messages, and how that can be proved (REG-12)
create table consent (
  id        uuid not null default uuidv7() primary key,
  recipient text not null,
  channel   text not null check (channel in ('SMS', 'EMAIL')),
  proof     text not null,
  author    text not null,
  given_at  timestamptz not null default clock_timestamp(),
  unique (recipient, channel)
);

-- what a recipient was told lately by rules that have a limit; planners wait for each other at this row
create table recipient_gate (
  recipient        text not null,
  channel          text not null,
  told             jsonb not null default '[]', -- times of first attempts, epoch milliseconds
  digest           uuid,                        -- the open one, which takes what is too much
  digest_closes_at timestamptz,
  touched_at       timestamptz not null default now(),
  primary key (recipient, channel)
);
-- what has not been touched for days is forgotten
create index recipient_gate_touched on recipient_gate (touched_at);

-- messages that were too many, to be told in one; it becomes a delivery of the same id when it closes
create table digest (
  id        uuid primary key,
  recipient text not null,
  channel   text not null,
  locale    text not null,
  zone      text not null,
  opened_at timestamptz not null default now(),
  closes_at timestamptz not null,
  closed_at timestamptz
);
-- the next one to close
create index digest_next on digest (closes_at) where closed_at is null;

alter table delivery alter column case_number drop not null; -- a digest is about many
alter table delivery add column digest uuid;       -- the one that tells this message
alter table delivery add column fallback_of uuid;  -- the SMS that did not arrive
alter table delivery add column fallback text;     -- what is tried when this SMS does not arrive, sealed
-- what a digest tells
create index delivery_digest on delivery (digest) where digest is not null;
-- an SMS that did not arrive and has another way left
create index delivery_fallback on delivery (settled_at)
  where fallback is not null and status in ('UNDELIVERED', 'FAILED');

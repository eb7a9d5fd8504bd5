-- which event goes to whom; the newest version of a rule counts, older ones explain old messages
create table routing_rule (
  id         text not null,
  version    int not null,
  position   int not null, -- where two rules reach one recipient, the first speaks
  definition jsonb not null,
  hash       text not null,
  author     text not null, -- 'shipped', or who edited it
  created_at timestamptz not null default clock_timestamp(),
  primary key (id, version)
);

-- the words, per channel and language; the newest version counts
create table message_template (
  key        text not null,
  channel    text not null check (channel in ('SMS', 'EMAIL')),
  locale     text not null,
  version    int not null,
  subject    text,
  body       text not null,
  html       text, -- missing: made from the body
  hash       text not null,
  author     text not null,
  created_at timestamptz not null default clock_timestamp(),
  primary key (key, channel, locale, version)
);

-- who does not want what any more; the fingerprint is of the number or address
create table opt_out (
  recipient    text not null,
  channel      text not null check (channel in ('SMS', 'EMAIL')),
  class        text not null check (class in ('SERVICE', 'MARKETING')),
  reason       text not null,
  opted_out_at timestamptz not null default clock_timestamp(),
  primary key (recipient, channel, class)
);

-- who asked the public tracking, counted by the minute; without personal data: a client is a keyed
-- fingerprint, and a number that is no parcel's is not kept
create table tracking_attempt (
  asked_at timestamptz not null default date_trunc('minute', clock_timestamp()),
  client   text not null,
  outcome  text not null, -- SHOWN, SHOWN_WITH_PARTIES, NOTHING or LIMITED
  waybill  text not null, -- of what was shown, else empty
  attempts int not null default 1,
  primary key (asked_at, client, outcome, waybill)
);

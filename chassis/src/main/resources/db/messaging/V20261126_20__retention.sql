-- how long each class of data is kept (REG-11); versions are added, never changed. An admin's newest version
-- counts before the newest that was shipped
create table retention_period (
  data_class     text not null,
  version        int not null check (version > 0),
  keep           text not null, -- ISO 8601, in days of the company's calendar: P3Y
  erasable_after text not null, -- before that, the person cannot have it erased either
  shipped        boolean not null,
  author         text not null,
  reason         text,
  created_at     timestamptz not null default clock_timestamp(),
  primary key (data_class, version)
);
-- several replicas that start at once store what is shipped with them once
create unique index retention_period_shipped
  on retention_period (data_class, keep, erasable_after) where shipped;

-- what must not be anonymised or erased as long as it may be needed before a court: one case, or all of a person
create table legal_hold (
  id             uuid primary key default uuidv7(),
  case_id        uuid references case_stream,
  subjects       text[], -- keyed fingerprints of phone or e-mail, one by each key since the hold was placed
  subject_masked text,
  address        text,   -- the phone or e-mail, compact JWE, for the fingerprint by the next key
  reason         text not null,
  placed_by      text not null,
  placed_at      timestamptz not null default clock_timestamp(),
  released_by    text,
  released_at    timestamptz,
  release_reason text,
  check ((case_id is null) <> (subjects is null)),
  check ((subjects is null) = (address is null)),
  check ((released_at is null) = (released_by is null))
);
-- one at a time
create unique index legal_hold_of_case on legal_hold (case_id) where released_at is null;
-- those of a person
create index legal_hold_of_subject on legal_hold using gin (subjects) where released_at is null;
-- the list, and the old ones
create index legal_hold_released on legal_hold (released_at, id);

-- who wanted to know what is held on a person, or to have it erased (REG-10); never the phone or address itself
create table subject_request (
  id             uuid primary key default uuidv7(),
  kind           text not null check (kind in ('EXPORT', 'ERASURE')),
  subject        text not null, -- keyed fingerprint of phone or e-mail
  subject_masked text not null,
  reason         text not null,
  requested_by   text not null,
  requested_at   timestamptz not null default clock_timestamp(),
  finished_at    timestamptz
);
-- what a crash left unfinished
create index subject_request_open on subject_request (requested_at) where finished_at is null;

create table subject_request_item (
  request_id uuid not null references subject_request on delete cascade,
  what       text not null, -- COMPLAINT, PARCEL, MESSAGE
  name       text not null, -- the case's number, the waybill
  outcome    text not null check (outcome in ('TOLD', 'ERASED', 'KEPT')),
  obstacle   text,          -- why it is kept
  until      date,          -- the first day on which it can be erased, where that is known
  primary key (request_id, what, name),
  check ((outcome = 'KEPT') = (obstacle is not null))
);

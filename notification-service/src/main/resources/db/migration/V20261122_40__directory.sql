create table outlet (
  id            uuid primary key, -- also the id of its stream of outlet-changed events
  version       bigint not null,
  code          text not null unique,
  name          text not null,
  english_name  text,
  region        text not null,
  parent        text references outlet (code),
  agency_from   date,
  agency_to     date,
  zone          text not null,
  quiet_from    time not null,
  quiet_to      time not null,
  languages     text not null, -- in the order of preference, parted by commas
  active        boolean not null,
  check (parent <> code),
  check (agency_to >= agency_from)
);
-- the list of outlets, by region
create index outlet_region on outlet (region, code);

create table outlet_contact_point (
  outlet_id uuid not null references outlet on delete cascade,
  channel   text not null check (channel in ('SMS', 'EMAIL')),
  purpose   text not null check (purpose in ('GENERAL', 'ESCALATION', 'CLAIMS', 'TECHNICAL')),
  address   text not null,
  primary key (outlet_id, channel, purpose, address)
);

create table outlet_person (
  outlet_id uuid not null references outlet on delete cascade,
  level     int not null check (level between 1 and 3), -- CMP-32
  role      text not null,
  staff_id  text not null,
  name      text,
  phone     text,
  email     text,
  primary key (outlet_id, level, staff_id)
);

create table department (
  id           uuid primary key,
  version      bigint not null,
  code         text not null unique,
  name         text not null,
  english_name text
);

create table department_contact_point (
  department_id uuid not null references department on delete cascade,
  channel       text not null check (channel in ('SMS', 'EMAIL')),
  purpose       text not null check (purpose in ('GENERAL', 'ESCALATION', 'CLAIMS', 'TECHNICAL')),
  address       text not null,
  primary key (department_id, channel, purpose, address)
);

create table department_person (
  department_id uuid not null references department on delete cascade,
  level         int not null check (level between 1 and 3),
  role          text not null,
  staff_id      text not null,
  name          text,
  phone         text,
  email         text,
  primary key (department_id, level, staff_id)
);

-- who changed the directory, when, and into what; contact points and people are left out
create table directory_change (
  id         bigint generated always as identity primary key,
  code       text not null,
  kind       text not null check (kind in ('OUTLET', 'DEPARTMENT')),
  actor      text not null,
  changed_at timestamptz not null default clock_timestamp(),
  became     jsonb not null
);
create index directory_change_code on directory_change (kind, code, id);

create table webhook_endpoint (
  id              uuid primary key,
  version         bigint not null,
  outlet          text not null references outlet (code),
  url             text not null,
  event_types     text not null, -- parted by commas; empty for all
  description     text,
  status          text not null check (status in ('ACTIVE', 'DISABLED')),
  disabled_reason text,
  created_at      timestamptz not null,
  failing_since   timestamptz -- set by a failure, cleared by a success: five days of it disable
);
-- a URL is told once
create unique index webhook_endpoint_active on webhook_endpoint (outlet, url)
  where status = 'ACTIVE';

-- keys that sign; after a rotation the old one signs along until it expires
create table webhook_secret (
  id          uuid primary key,
  endpoint_id uuid not null references webhook_endpoint on delete cascade,
  sealed      text not null,
  created_at  timestamptz not null,
  expires_at  timestamptz
);
create index webhook_secret_endpoint on webhook_secret (endpoint_id, created_at);

-- what happened to each case, told once and never changed
create table timeline (
  id          bigint generated always as identity primary key,
  case_id     uuid not null,
  at          timestamptz not null,
  actor       text not null,
  action      text not null,
  from_status text,
  to_status   text not null,
  note        text
);
-- a case's history in the order of its telling
create index timeline_of_case on timeline (case_id, id);

-- the running part of case numbers, one for the whole service
create sequence case_number;

-- cases that know each other's number
create table case_link (
  case_id   uuid not null,
  number    text not null,
  kind      text not null,
  relation  text not null check (relation in ('ORIGIN', 'SUCCESSOR')),
  linked_at timestamptz not null,
  primary key (case_id, number)
);

-- the outlets of the directory, as its events told them
create table known_outlet (
  code          text primary key,
  name          text not null,
  region        text not null,
  agency_from   date,
  agency_to     date,
  active        boolean not null,
  case_seq      bigint not null
);

-- the waybills that inquiry-service has accepted
create table known_waybill (
  waybill       text primary key,
  from_outlet   text,
  to_outlet     text,
  dispatched_on date
);

create table sample_case (
  id        uuid primary key,
  number    text not null unique,
  version   bigint not null,
  status    text not null,
  waybill   text,
  opened_at timestamptz not null,
  closed_at timestamptz,
  outlet    text,
  assignee  text,
  tier      text not null,
  category  text not null,
  stars     int not null,
  level     int not null
);

create table sample_sealed (
  id          uuid primary key default uuidv7(),
  version     bigint not null default 7,
  contact     text,
  phone_index text,
  name_index  text,
  parties     jsonb
);
